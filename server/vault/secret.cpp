// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/secret.h"

#include <openssl/crypto.h>

#include <cstring>
#include <utility>

namespace vault
{
Secret::Secret(qsizetype size)
    : m_bytes(new char[std::size_t(size)]())
    , m_size(size)
{
}

Secret::Secret(QByteArrayView bytes)
    : Secret(bytes.size())
{
    if (!bytes.isEmpty())
        std::memcpy(m_bytes.get(), bytes.data(), std::size_t(bytes.size()));
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::move(other.m_bytes))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret::~Secret()
{
    if (m_bytes)
        OPENSSL_cleanse(m_bytes.get(), std::size_t(m_size));
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/workmemory.h"

#ifdef Q_OS_UNIX
#include <sys/mman.h>
#else
#include <cstdlib>
#endif

namespace identity
{
namespace
{
constexpr std::size_t KeptAtMost = 64 * 1024 * 1024;
}

std::uint8_t *WorkMemory::take(std::size_t bytes)
{
    if (bytes <= m_size)
        return m_bytes;
    drop();
#ifdef Q_OS_UNIX
    void *fresh = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (fresh == MAP_FAILED)
        return nullptr;
#else
    void *fresh = std::malloc(bytes);
    if (!fresh)
        return nullptr;
#endif
    m_bytes = static_cast<std::uint8_t *>(fresh);
    m_size = bytes;
    return m_bytes;
}

void WorkMemory::giveBack()
{
    if (m_size > KeptAtMost)
        drop();
}

void WorkMemory::drop()
{
    if (!m_bytes)
        return;
#ifdef Q_OS_UNIX
    ::munmap(m_bytes, m_size);
#else
    std::free(m_bytes);
#endif
    m_bytes = nullptr;
    m_size = 0;
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accesskeys/keyauthenticator.h"

#include "server/identity/hmac.h"

namespace accesskeys
{
namespace
{
/// What follows "Bearer " in the header; empty when that is not what it says.
QByteArrayView bearerIn(QByteArrayView header)
{
    constexpr QByteArrayView Scheme = "bearer ";
    if (header.size() <= Scheme.size() || header.first(Scheme.size()).compare(Scheme, Qt::CaseInsensitive) != 0)
        return {};
    return header.sliced(Scheme.size()).trimmed();
}
}

Result<api::Principal> KeyAuthenticator::authenticate(const http::Request &request)
{
    const http::Headers &headers = request.headers;
    const qsizetype keys = headers.count("X-API-Key");
    const qsizetype bearers = headers.count("Authorization");
    if (keys == 0) {
        const QByteArray header = headers.value("Authorization");
        const QByteArrayView bearer = bearerIn(header);
        return bearers == 1 && KeyText::isOne(bearer) ? byKey(bearer) : m_sessions.authenticate(request);
    }
    // Two credentials in one request are somebody's trick.
    if (keys + bearers != 1)
        return ErrorCode::AuthInvalid;
    const QByteArray header = headers.value("X-API-Key");
    return byKey(QByteArrayView(header).trimmed());
}

Result<api::Principal> KeyAuthenticator::byKey(QByteArrayView text)
{
    const auto parts = KeyText::read(text);
    if (!parts)
        return ErrorCode::AuthInvalid;
    const auto key = known(parts->id);
    if (!key)
        return key.error();
    const qint64 now = m_context.now();
    const QByteArray hash = identity::sha256Hex(parts->secret);
    const bool current = identity::sameSecret(key->secretHash, hash);
    const bool previous = identity::sameSecret(key->previousHash, hash) && now < key->previousUntil;
    if (!current && !previous)
        return ErrorCode::AuthInvalid;
    if (key->expiresAt && *key->expiresAt <= now)
        return ErrorCode::AuthExpired;
    noteUse(parts->id);
    return key->principal;
}

Result<KnownKey> KeyAuthenticator::known(const QString &id)
{
    if (auto key = m_cache.find(id))
        return *std::move(key);
    const auto ticket = m_cache.beforeReading();
    auto key = AccessKeyStore(m_context.reads, m_context.now()).known(id, *m_context.settings);
    if (key)
        m_cache.put(ticket, id, *key);
    return key;
}

/// Nobody waits for it: that one use is not written down harms nothing.
void KeyAuthenticator::noteUse(const QString &id)
{
    const qint64 now = m_context.now();
    if (!m_cache.mustTouch(id, now))
        return;
    m_context.writer.submit<Done>([id, now](store::Connection &c) { return AccessKeyStore(c, now).touch(id); });
}
}

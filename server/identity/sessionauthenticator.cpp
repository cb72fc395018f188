// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/sessionauthenticator.h"

#include "server/identity/sessionstore.h"

namespace identity
{
SessionAuthenticator::SessionAuthenticator(IdentityContext &context)
    : m_context(context)
    , m_tokens(context.keys)
{
}

Result<api::Principal> SessionAuthenticator::authenticate(const http::Request &request)
{
    const QByteArray credential = request.headers.value("Authorization");
    if (credential.isEmpty())
        return ErrorCode::AuthRequired;
    constexpr QByteArrayView Scheme = "bearer ";
    // Two credentials in one request are somebody's trick.
    if (request.headers.count("Authorization") != 1 || credential.size() <= Scheme.size()
        || qstrnicmp(credential.constData(), Scheme.data(), std::size_t(Scheme.size())) != 0)
        return ErrorCode::AuthInvalid;
    const qint64 now = m_context.now();
    const auto claims = m_tokens.read(QByteArrayView(credential).sliced(Scheme.size()).trimmed(), now / 1000);
    if (!claims)
        return claims.error();
    auto principal = principalOf(claims->sessionId, now);
    if (principal && principal->userId != claims->userId)
        return ErrorCode::AuthInvalid;
    return principal;
}

Result<api::Principal> SessionAuthenticator::principalOf(const QString &sessionId, qint64 nowMs)
{
    if (auto known = m_context.cache.find(sessionId))
        return *std::move(known);
    const auto ticket = m_context.cache.beforeReading(sessionId);
    auto principal = SessionStore(m_context.reads, *m_context.settings, nowMs).principal(sessionId);
    if (principal)
        m_context.cache.put(ticket, *principal);
    return principal;
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/onetimetokens.h"

#include "models/domain/day.h"
#include "server/identity/hmac.h"
#include "server/identity/randombytes.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
constexpr qint64 HourMs = 3'600'000;

}

QString OneTimeTokens::kind() const
{
    return m_kind == TokenKind::VerifyEmail ? u"verify_email"_s : u"reset_password"_s;
}

qint64 OneTimeTokens::lifetimeMs() const { return m_kind == TokenKind::VerifyEmail ? 2 * DayMs : HourMs; }

/// What went to an address that the user has left holds up none for the new one.
Result<bool> OneTimeTokens::mayIssue(const TokenOwner &owner)
{
    auto rows = m_connection.query(
        u"SELECT COUNT(*), COALESCE(MAX(created_at), 0) FROM one_time_tokens WHERE user_id = ? AND kind = ? "
        "AND email = ? AND expires_at > ?"_s,
        {owner.userId, kind(), owner.email, m_now});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return ErrorCode::ServiceUnavailable;
    return rows->integer(0) < MostAtOnce && rows->integer(1) <= m_now - LeastPauseMs;
}

Result<std::optional<QString>> OneTimeTokens::issue(const TokenOwner &owner)
{
    const auto may = mayIssue(owner);
    if (!may)
        return may.error();
    if (!*may)
        return std::optional<QString>();
    const QByteArray random = randomBytes(6).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QString token = QString::fromLatin1(random);
    auto kept = m_connection.execute(
        u"DELETE FROM one_time_tokens WHERE token_hash IN (SELECT token_hash FROM one_time_tokens "
        "WHERE expires_at < ? ORDER BY expires_at LIMIT 100)"_s,
        {m_now - DayMs});
    if (kept) {
        kept = m_connection.execute(
            u"INSERT INTO one_time_tokens (token_hash, kind, user_id, email, expires_at, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?)"_s,
            {typedTokenHash(token), kind(), owner.userId, owner.email, m_now + lifetimeMs(), m_now});
    }
    if (!kept)
        return kept.error();
    return std::optional(token);
}

Result<std::optional<TokenOwner>> OneTimeTokens::find(const QString &token)
{
    auto rows = m_connection.query(
        u"SELECT user_id, email FROM one_time_tokens WHERE token_hash = ? AND kind = ? AND expires_at > ?"_s,
        {typedTokenHash(token), kind(), m_now});
    if (!rows)
        return rows.error();
    if (rows->next())
        return std::optional(TokenOwner{rows->text(0), rows->text(1)});
    if (rows->failed())
        return ErrorCode::ServiceUnavailable;
    return std::optional<TokenOwner>();
}

Result<qint64> OneTimeTokens::dropOf(const QString &userId)
{
    return m_connection.execute(u"DELETE FROM one_time_tokens WHERE user_id = ? AND kind = ?"_s, {userId, kind()});
}
}

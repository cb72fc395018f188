// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/challengestore.h"

#include "server/identity/hmac.h"
#include "server/identity/randombytes.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
}

Result<Challenge> ChallengeStore::open(const QString &userId, const DeviceInfo &device)
{
    if (auto room = makeRoom(userId); !room)
        return room.error();
    Challenge challenge{.token = "vxc_"
                            + randomBytes(8).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
                        .expiresAt = m_now + LifetimeMs};
    auto made = m_connection.execute(
        u"INSERT INTO sign_in_challenges (token_hash, user_id, client_id, device_name, device_kind, user_agent, "
        "expires_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {tokenHash(challenge.token), userId, device.clientId, device.name, device.kind, device.userAgent,
         challenge.expiresAt, m_now});
    if (!made)
        return made.error();
    return challenge;
}

Result<Done> ChallengeStore::makeRoom(const QString &userId)
{
    auto cleared = m_connection.execute(
        u"DELETE FROM sign_in_challenges WHERE token_hash IN (SELECT token_hash FROM sign_in_challenges "
        "WHERE expires_at <= ? ORDER BY expires_at LIMIT 100)"_s,
        {m_now - LifetimeMs});
    if (cleared) {
        cleared = m_connection.execute(
            u"DELETE FROM sign_in_challenges WHERE user_id = ? AND token_hash NOT IN (SELECT token_hash FROM "
            "sign_in_challenges WHERE user_id = ? ORDER BY created_at DESC, token_hash LIMIT ?)"_s,
            {userId, userId, MostOpen - 1});
    }
    if (!cleared)
        return cleared.error();
    return Done{};
}

Result<OpenChallenge> ChallengeStore::find(const QByteArray &token)
{
    auto rows = m_connection.query(u"SELECT user_id, client_id, device_name, device_kind, user_agent, expires_at "
                                   "FROM sign_in_challenges WHERE token_hash = ?"_s,
                                   {tokenHash(token)});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::AuthInvalid;
    OpenChallenge found{
        .userId = rows->text(0),
        .device = {.clientId = rows->text(1), .name = rows->text(2), .kind = rows->text(3), .userAgent = rows->text(4)},
        .expiresAt = rows->integer(5)};
    if (found.expiresAt <= m_now)
        return ErrorCode::AuthExpired;
    return found;
}

Result<bool> ChallengeStore::use(const QByteArray &token)
{
    auto used = m_connection.execute(u"DELETE FROM sign_in_challenges WHERE token_hash = ?"_s, {tokenHash(token)});
    if (!used)
        return used.error();
    return *used == 1;
}

Result<Done> ChallengeStore::fail(const QByteArray &token)
{
    auto failed = m_connection.execute(u"UPDATE sign_in_challenges SET failures = failures + 1 WHERE token_hash = ?"_s,
                                       {tokenHash(token)});
    if (failed) {
        failed = m_connection.execute(u"DELETE FROM sign_in_challenges WHERE token_hash = ? AND failures >= ?"_s,
                                      {tokenHash(token), MostFailures});
    }
    if (!failed)
        return failed.error();
    return Done{};
}
}

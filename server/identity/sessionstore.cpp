// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/sessionstore.h"

#include "models/domain/day.h"
#include "server/identity/ids.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{

qint64 milliseconds(std::chrono::milliseconds duration) { return duration.count(); }

QString toStored(Surface surface)
{
    switch (surface) {
    case Surface::V1:
        return u"v1"_s;
    case Surface::V2:
        return u"v2"_s;
    case Surface::Alias:
        return u"alias"_s;
    }
    return {};
}

Rotation refused(ErrorCode code) { return {.refusal = Error{.code = code}}; }
}

struct SessionStore::Stored {
    QString id;
    QString userId;
    qint64 generation = 0;
    QString hash;
    QString parentHash;
    qint64 refreshedAt = 0;
    qint64 expiresAt = 0;
    bool revoked = false;
    bool userActive = false; ///< and its organisation
};

std::chrono::seconds SessionStore::accessLifetime(Surface surface) const
{
    return surface == Surface::V2 ? m_settings.accessLifetimeV2 : m_settings.accessLifetimeV1;
}

Result<Grant> SessionStore::open(const NewSession &session, Hmac &refreshKey)
{
    Grant grant{.sessionId = newId("sess"_L1, m_now),
                .accessIssuedAt = m_now,
                .accessExpiresAt = m_now + milliseconds(accessLifetime(session.surface))};
    grant.refreshToken = RefreshToken{grant.sessionId, 1}.write(refreshKey);
    auto made = m_connection.execute(
        u"INSERT INTO sessions (id, user_id, device_id, surface, address, user_agent, refresh_hash, refreshed_at, "
        "access_expires_at, expires_at, second_factor_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {grant.sessionId, session.userId, session.deviceId.isEmpty() ? QVariant() : QVariant(session.deviceId),
         toStored(session.surface), session.address, session.userAgent, tokenHash(grant.refreshToken), m_now,
         grant.accessExpiresAt, m_now + milliseconds(m_settings.refreshLifetime),
         session.secondFactorAt ? QVariant(*session.secondFactorAt) : QVariant(), m_now});
    if (!made)
        return made.error();
    return grant;
}

Result<std::optional<SessionStore::Stored>> SessionStore::load(const QString &sessionId)
{
    auto rows = m_connection.query(u"SELECT s.id, s.user_id, s.refresh_generation, s.refresh_hash, "
                                   u"s.refresh_parent_hash, s.refreshed_at, s.expires_at, "
                                   "CASE WHEN s.revoked_at IS NULL THEN 0 ELSE 1 END, u.is_active * t.is_active "
                                   "FROM sessions s JOIN users u ON u.id = s.user_id "
                                   "JOIN organizations t ON t.id = u.organization_id WHERE s.id = ?"_s,
                                   {sessionId});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        if (rows->failed())
            return ErrorCode::ServiceUnavailable;
        return std::optional<Stored>();
    }
    return std::optional(Stored{.id = rows->text(0),
                                .userId = rows->text(1),
                                .generation = rows->integer(2),
                                .hash = rows->text(3),
                                .parentHash = rows->text(4),
                                .refreshedAt = rows->integer(5),
                                .expiresAt = rows->integer(6),
                                .revoked = rows->flag(7),
                                .userActive = rows->flag(8)});
}

Result<Rotation> SessionStore::endForReuse(const Stored &session)
{
    auto ended = revoke(session.id, u"a used refresh token came again"_s);
    if (!ended)
        return ended.error();
    Rotation rotation = refused(ErrorCode::AuthInvalid);
    rotation.grant.sessionId = session.id;
    rotation.userId = session.userId;
    rotation.revoked = true;
    return rotation;
}

Result<Rotation> SessionStore::rotate(const QByteArray &refreshToken, Surface surface, Hmac &refreshKey)
{
    const auto token = RefreshToken::read(refreshToken, refreshKey);
    if (!token)
        return refused(ErrorCode::AuthInvalid);
    const auto loaded = load(token->sessionId);
    if (!loaded)
        return loaded.error();
    if (!*loaded || (*loaded)->revoked || !(*loaded)->userActive)
        return refused(ErrorCode::AuthInvalid);
    const Stored &session = **loaded;
    if (session.expiresAt <= m_now)
        return refused(ErrorCode::AuthExpired);

    const QString hash = tokenHash(refreshToken);
    const bool newest = hash == session.hash && token->generation == session.generation;
    const bool graceful
        = m_settings.refreshGrace.count() > 0 && m_now - session.refreshedAt <= milliseconds(m_settings.refreshGrace);
    const bool parent = graceful && hash == session.parentHash;
    if (!newest && !parent)
        return endForReuse(session);

    Rotation rotation{.userId = session.userId};
    rotation.grant.sessionId = session.id;
    rotation.grant.accessIssuedAt = m_now;
    rotation.grant.accessExpiresAt = m_now + milliseconds(accessLifetime(surface));
    // Derived, so the parent's repetition is given the successor that exists already.
    rotation.grant.refreshToken = RefreshToken{session.id, token->generation + 1}.write(refreshKey);
    if (parent) {
        auto extended = m_connection.execute(u"UPDATE sessions SET access_expires_at = ? WHERE id = ?"_s,
                                             {rotation.grant.accessExpiresAt, session.id});
        if (!extended)
            return extended.error();
        return rotation;
    }
    auto turned = m_connection.execute(
        u"UPDATE sessions SET refresh_generation = ?, refresh_hash = ?, refresh_parent_hash = ?, refreshed_at = ?, "
        "access_expires_at = ?, expires_at = ? WHERE id = ? AND refresh_generation = ?"_s,
        {session.generation + 1, tokenHash(rotation.grant.refreshToken), hash, m_now, rotation.grant.accessExpiresAt,
         m_now + milliseconds(m_settings.refreshLifetime), session.id, session.generation});
    if (!turned)
        return turned.error();
    if (*turned == 0) // another server was quicker; generations only grow, so this is not the newest token any more
        return rotate(refreshToken, surface, refreshKey);
    return rotation;
}

Result<api::Principal> SessionStore::principal(const QString &sessionId)
{
    auto rows
        = m_connection.query(u"SELECT "_s % UserColumns
                                 % u", COALESCE(s.second_factor_at, 0), CASE WHEN EXISTS (SELECT 1 FROM two_factor f "
                                   "WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) THEN 1 ELSE 0 END, "
                                   "COALESCE(s.device_id, '') FROM sessions s JOIN users u ON u.id = s.user_id "
                                   "JOIN organizations t ON t.id = u.organization_id "
                                   "WHERE s.id = ? AND s.revoked_at IS NULL AND s.expires_at > ? AND u.is_active = 1 "
                                   "AND t.is_active = 1",
                             {sessionId, m_now});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::AuthInvalid;
    const User user = readUser(*rows, m_settings, usageMonth(m_now)).user;
    return api::Principal{.userId = user.id,
                          .organizationId = user.organizationId,
                          .sessionId = sessionId,
                          .keyId = {},
                          .role = user.role,
                          .organizationRole = user.organizationRole,
                          .tier = user.tier,
                          .requestsPerHour = user.limits.requestsPerHour,
                          .email = user.email,
                          .deviceId = rows->text(UserColumnCount + 2),
                          .hasTwoFactor = rows->flag(UserColumnCount + 1),
                          .secondFactorMs = rows->integer(UserColumnCount)};
}

Result<Done> SessionStore::giveSecondFactor(const QString &sessionId)
{
    auto given = m_connection.execute(u"UPDATE sessions SET second_factor_at = ? WHERE id = ? AND revoked_at IS NULL"_s,
                                      {m_now, sessionId});
    if (!given)
        return given.error();
    return *given == 1 ? Result<Done>(Done{}) : Result<Done>(ErrorCode::AuthInvalid);
}

Result<qint64> SessionStore::revokeOfDevice(const QString &userId, const QString &deviceId, const QString &reason)
{
    return m_connection.execute(u"UPDATE sessions SET revoked_at = ?, revoked_reason = ? "
                                "WHERE user_id = ? AND device_id = ? AND revoked_at IS NULL AND expires_at > ?"_s,
                                {m_now, reason, userId, deviceId, m_now});
}

Result<bool> SessionStore::revoke(const QString &sessionId, const QString &reason)
{
    auto ended = m_connection.execute(
        u"UPDATE sessions SET revoked_at = ?, revoked_reason = ? WHERE id = ? AND revoked_at IS NULL"_s,
        {m_now, reason, sessionId});
    if (!ended)
        return ended.error();
    return *ended == 1;
}

Result<qint64> SessionStore::revokeAllOf(const QString &userId, const QString &reason, const QString &except)
{
    return m_connection.execute(u"UPDATE sessions SET revoked_at = ?, revoked_reason = ? "
                                "WHERE user_id = ? AND revoked_at IS NULL AND expires_at > ? AND id <> ?"_s,
                                {m_now, reason, userId, m_now, except});
}

Result<QList<SessionRow>> SessionStore::liveOf(const QString &userId)
{
    auto rows = m_connection.query(
        u"SELECT s.id, COALESCE(CASE WHEN d.given_name = '' THEN d.name ELSE d.given_name END, ''), s.address, "
        u"s.created_at, s.refreshed_at, s.expires_at, s.user_agent "
        "FROM sessions s LEFT JOIN devices d ON d.id = s.device_id "
        "WHERE s.user_id = ? AND s.revoked_at IS NULL AND s.expires_at > ? ORDER BY s.created_at DESC LIMIT 100"_s,
        {userId, m_now});
    if (!rows)
        return rows.error();
    QList<SessionRow> sessions;
    while (rows->next()) {
        const QString device = rows->text(1);
        sessions << SessionRow{.id = rows->text(0),
                               .device = device.isEmpty() ? rows->text(6) : device,
                               .address = rows->text(2),
                               .createdAt = rows->time(3),
                               .refreshedAt = rows->time(4),
                               .expiresAt = rows->time(5)};
    }
    if (rows->failed())
        return ErrorCode::ServiceUnavailable;
    return sessions;
}

Result<Done> SessionStore::sweep()
{
    auto swept = m_connection.execute(
        u"DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < ? ORDER BY expires_at LIMIT 500)"_s,
        {m_now - DayMs});
    if (!swept)
        return swept.error();
    return Done{};
}
}

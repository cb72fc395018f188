// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/api/principal.h"
#include "server/identity/refreshtoken.h"
#include "server/identity/userrow.h"

namespace identity
{
/// How a session's login was answered, and so how long its access tokens live.
enum class Surface { V1, V2, Alias };

struct SessionRow {
    QString id;
    QString device; ///< as the client named itself
    QString address;
    QDateTime createdAt; ///< UTC, as the next two
    QDateTime refreshedAt;
    QDateTime expiresAt;
};

struct NewSession {
    QString userId;
    QString deviceId; ///< of `devices`
    Surface surface = Surface::V1;
    QString address;
    QString userAgent;
    std::optional<qint64> secondFactorAt = {}; ///< ms UTC; none: it was not given
};

/// A session's newest tokens, before the access token is written.
struct Grant {
    QString sessionId;
    QByteArray refreshToken = {};
    qint64 accessIssuedAt = 0; ///< this and the next: ms UTC
    qint64 accessExpiresAt = 0;
};

/// What became of a refresh token. Not an Error when it was refused, since the refusal may revoke the session, which
/// must be kept.
struct Rotation {
    std::optional<Error> refusal = {}; ///< AuthInvalid or AuthExpired
    Grant grant = {};
    QString userId = {};
    bool revoked = false; ///< a used token came again: the whole session ended
};

/// The rows of `sessions`. Changes belong on the writer's connection.
class SessionStore
{
public:
    SessionStore(store::Connection &connection, const IdentitySettings &settings, qint64 nowMs)
        : m_connection(connection)
        , m_settings(settings)
        , m_now(nowMs)
    {
    }

    Result<Grant> open(const NewSession &session, Hmac &refreshKey);
    /// Exchanges a refresh token for its successor. The parent of the newest token gets that same newest token again
    /// for IdentitySettings::refreshGrace, for a client that lost the answer; any older one, or the parent later, ends
    /// the session.
    Result<Rotation> rotate(const QByteArray &refreshToken, Surface surface, Hmac &refreshKey);

    /// Who a live session belongs to. AuthInvalid when it was ended, its user or organisation is disabled,
    /// or it never was.
    Result<api::Principal> principal(const QString &sessionId);

    /// The session's second factor was given now. AuthInvalid: it is not alive.
    Result<Done> giveSecondFactor(const QString &sessionId);
    /// Of one device of the user; answers how many.
    Result<qint64> revokeOfDevice(const QString &userId, const QString &deviceId, const QString &reason);

    Result<bool> revoke(const QString &sessionId, const QString &reason); ///< false: was not alive
    Result<qint64> revokeAllOf(const QString &userId, const QString &reason, const QString &except = QString());
    /// The live ones, newest first, at most 100.
    Result<QList<SessionRow>> liveOf(const QString &userId);
    /// Removes what ended more than a day ago; at most 500 rows a call.
    Result<Done> sweep();

    std::chrono::seconds accessLifetime(Surface surface) const;

private:
    struct Stored;
    Result<std::optional<Stored>> load(const QString &sessionId);
    Result<Rotation> endForReuse(const Stored &session);

    store::Connection &m_connection;
    const IdentitySettings &m_settings;
    qint64 m_now;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/devicestore.h"

namespace identity
{
/// What a sign-in answers whose second factor is awaited.
struct Challenge {
    QByteArray token; ///< told once; the database has its hash
    qint64 expiresAt = 0; ///< ms UTC
};

struct OpenChallenge {
    QString userId;
    DeviceInfo device; ///< that began
    qint64 expiresAt = 0; ///< ms UTC
};

/// The rows of `sign_in_challenges`. On the writer's connection.
class ChallengeStore
{
public:
    static constexpr qint64 LifetimeMs = 5 * 60'000;
    static constexpr int MostFailures = 5; ///< then it is over, and the password is asked for again
    static constexpr int MostOpen = 10; ///< of an account: more take the place of the oldest

    ChallengeStore(store::Connection &connection, qint64 nowMs)
        : m_connection(connection)
        , m_now(nowMs)
    {
    }

    Result<Challenge> open(const QString &userId, const DeviceInfo &device);
    /// AuthInvalid: no such one, or it is over; AuthExpired past its time.
    Result<OpenChallenge> find(const QByteArray &token);
    Result<bool> use(const QByteArray &token); ///< false: somebody was faster
    Result<Done> fail(const QByteArray &token);

private:
    Result<Done> makeRoom(const QString &userId);

    store::Connection &m_connection;
    qint64 m_now;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/identity/identitysettings.h"

#include <QFuture>
#include <QThreadPool>

#include <atomic>
#include <functional>

namespace identity
{
struct PasswordCheck {
    bool matches = false;
    QString rehashed; ///< to be stored instead of the old hash; empty: the old one is as good as new ones
};

/// argon2id (RFC 9106) on threads of its own, so that a sign-in never holds up an event loop. One for the whole server;
/// all functions from any thread. The futures finish on the pool's threads. ServiceUnavailable, with a time to wait,
/// when more than `QueueLimit` are waiting: a flood of sign-ins must not take the memory of one hash each.
class PasswordHasher
{
    Q_DISABLE_COPY_MOVE(PasswordHasher)
public:
    static constexpr int QueueLimit = 256;

    /// `threads` 0: one less than the machine has, at least one.
    explicit PasswordHasher(PasswordCost cost = {}, int threads = 0);
    ~PasswordHasher(); ///< waits for what runs

    QFuture<Result<QString>> hash(const QString &password);
    /// An empty `encoded` (nobody has that address, or no password) costs the same as a real one and never matches; nor
    /// does one that is not isKnown(), which is logged once.
    QFuture<Result<PasswordCheck>> check(const QString &password, const QString &encoded);

    /// The same on the calling thread, for the command line.
    Result<QString> hashNow(const QString &password);

    /// Whether a hash of others is one whose password check() can recognise: argon2id in version 19, whole, of at most
    /// 256 MiB, 10 passes and 8 lanes.
    static bool isKnown(const QString &encoded);

    quint64 runs() const { return m_runs.load(std::memory_order_relaxed); } ///< argon2 computations so far

private:
    template<typename T>
    QFuture<Result<T>> start(std::function<Result<T>()> work);
    Result<PasswordCheck> checkNow(const QString &password, const QString &encoded);
    bool isOutdated(const QString &encoded) const;

    const PasswordCost m_cost;
    QString m_decoy; ///< the hash of a password nobody knows
    std::atomic<quint64> m_runs = 0;
    std::atomic<int> m_waiting = 0;
    std::atomic<bool> m_unknownTold = false;
    QThreadPool m_pool;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/vault/vault.h"

namespace vault
{
/// Replaces the master key. Each step() leaves keys and database in a state from which another Rotation goes on, and in
/// which every secret opens: the old key stays until the last value is resealed. Servers may run meanwhile, and other
/// rotations: each step is one transaction that has the keys to itself (lockKeys()). On the connection's thread.
///
/// 1. The source holds the new key and the old one. 2. The database says that the new one seals. 3. Values are
/// resealed, some at a time. 4. The database forgets the old key. 5. So does the source. 2 and 4 are told to the audit
/// log in their transactions.
class Rotation
{
public:
    static constexpr int Batch = 200; ///< values that one step reseals

    Rotation(store::Connection &connection, KeySource &source, qint64 nowMs, int batch = Batch)
        : m_connection(connection)
        , m_source(source)
        , m_now(nowMs)
        , m_batch(batch)
    {
    }

    /// Does what comes next. False: it was the last; there is nothing more to do.
    Result<bool> step();
    qint64 resealed() const { return m_resealed; }
    bool wasResumed() const { return m_state == State::Resumed; } ///< an earlier one had not finished

private:
    enum class State { Fresh, Started, Resumed };

    Result<bool> next();
    Result<bool> makeCurrent(const QString &old, const MasterKey &key);
    Result<bool> resealSome(const Keyring &keys, const QString &current, const QString &old);
    Result<Done> forget(const QString &old);
    Result<bool> keepOnly(Keyring keys, const QString &current);

    store::Connection &m_connection;
    KeySource &m_source;
    const qint64 m_now;
    const int m_batch;
    qint64 m_resealed = 0;
    State m_state = State::Fresh;
};
}

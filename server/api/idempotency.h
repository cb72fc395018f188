// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QFuture>

namespace api
{
/// What became of a request that wants to run under an idempotency key.
struct IdempotencyClaim {
    enum class State {
        Fresh, ///< the key was free: run it, then finish() or abandon()
        Done, ///< it ran before with the same fingerprint: `answer` is what it answered
        Running, ///< a first request with this key is still running
        Mismatch, ///< the key was used for another request
    };
    State state = State::Fresh;
    QByteArray answer; ///< opaque bytes, as finish() got them
};

/// Remembers the first answers of POSTs for 24 hours. Called on workers' threads, several at once.
/// A claim whose process died before finish() must become free again: an implementation hands it out anew after a
/// restart or once it is older than any request can run.
class IdempotencyLedger
{
public:
    virtual ~IdempotencyLedger() = default;

    /// Claims `key` within `scope` (who asks), atomically. `fingerprint`: of method, path, query and body.
    virtual QFuture<Result<IdempotencyClaim>> begin(const QByteArray &scope, const QByteArray &key,
                                                    const QByteArray &fingerprint)
        = 0;
    /// Keeps what a fresh claim answered.
    virtual QFuture<Result<Done>> finish(const QByteArray &scope, const QByteArray &key, const QByteArray &answer) = 0;
    /// Frees a claim whose request failed on the server's side, so that it can be tried again.
    virtual void abandon(const QByteArray &scope, const QByteArray &key) = 0;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"
#include "server/store/job.h"

#include <functional>

namespace store
{
/// All changes go through here: one thread with its own connection runs what is queued as one transaction, each piece
/// in its own savepoint (group commit). A piece that answers an Error is undone alone; a future finishes only once the
/// commit is on disk. A group that PostgreSQL made give way to another server's transaction is run again, all of it: a
/// piece may run more than once, and keeps nothing of the time before. If the commit itself fails, every piece of the
/// group answers that error; after a lost PostgreSQL connection nobody can tell whether the group is there.
class Writer
{
    Q_DISABLE_COPY_MOVE(Writer)
public:
    static constexpr int QueueLimit = 8192; ///< pieces; beyond it submit() answers ServiceUnavailable at once

    /// `changedElsewhere` is called on the writer's thread, within about a second after another process changed an
    /// SQLite database: what is remembered of it is no longer sure. PostgreSQL does not tell.
    static Result<std::unique_ptr<Writer>> start(const Database &database, std::function<void()> changedElsewhere = {});
    ~Writer(); ///< finishes what is queued, then stops. No submit() may run at the same time

    int queued() const; ///< pieces that wait; any thread

    /// Any thread. `work` runs on the writer's thread inside a transaction and must not wait for another submit().
    /// What it throws is caught: InternalError. `ended` hears the answer once it is on disk, or why it is not, on the
    /// writer's thread (on the caller's, when the queue is full) and before the future does.
    template<typename T>
    QFuture<Result<T>> submit(std::function<Result<T>(Connection &)> work,
                              std::function<void(const Result<T> &)> ended = {})
    {
        auto [job, future] = makeJob<T>(std::move(work), std::move(ended));
        enqueue(std::move(job));
        return future;
    }

private:
    struct Private;

    Writer();
    void enqueue(std::unique_ptr<Job> job);

    std::unique_ptr<Private> d;
};
}

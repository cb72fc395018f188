// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>

namespace store
{
/// All changes go through here: one thread with its own connection runs what is queued as one transaction, each piece
/// in its own savepoint (group commit). A piece that answers an Error is undone alone; a future finishes only once the
/// commit is on disk. If the commit itself fails, every piece of the group answers that error; after a lost PostgreSQL
/// connection nobody can tell whether the group is there.
class Writer
{
    Q_DISABLE_COPY_MOVE(Writer)
public:
    static constexpr int QueueLimit = 8192; ///< pieces; beyond it submit() answers ServiceUnavailable at once

    static Result<std::unique_ptr<Writer>> start(const Database &database);
    ~Writer(); ///< finishes what is queued, then stops. No submit() may run at the same time

    int queued() const; ///< pieces that wait; any thread

    /// Any thread. `work` runs on the writer's thread inside a transaction and must not wait for another submit().
    /// What it throws is caught: InternalError. Continuations of the future run on the writer's thread unless they name
    /// a context.
    template<typename T>
    QFuture<Result<T>> submit(std::function<Result<T>(Connection &)> work)
    {
        struct Typed final : Job {
            std::function<Result<T>(Connection &)> work;
            QPromise<Result<T>> promise;
            std::unique_ptr<Result<T>> result;
            bool run(Connection &c) override
            {
                result = std::make_unique<Result<T>>(work(c));
                return bool(*result);
            }
            void finish() override { end(std::move(*result)); }
            void fail(const Error &error) override { end(Result<T>(error)); }
            void end(Result<T> r)
            {
                promise.addResult(std::move(r));
                promise.finish();
            }
        };
        auto job = std::make_unique<Typed>();
        job->work = std::move(work);
        job->promise.start();
        QFuture<Result<T>> future = job->promise.future();
        enqueue(std::move(job));
        return future;
    }

private:
    struct Job {
        virtual ~Job() = default;
        virtual bool run(Connection &connection) = 0; ///< false: undo this piece
        virtual void finish() = 0;
        virtual void fail(const Error &error) = 0;
    };
    struct Private;

    Writer();
    void enqueue(std::unique_ptr<Job> job);

    std::unique_ptr<Private> d;
};
}

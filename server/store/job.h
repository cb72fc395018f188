// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <utility>

namespace store
{
class Connection;

/// Work for a connection that lives on another thread, and the promise of what it answers.
struct Job {
    virtual ~Job() = default;
    virtual bool run(Connection &connection) = 0; ///< false: it answered an Error. Again: what it answered is forgotten
    virtual void finish() = 0; ///< after run(): tells what it answered
    virtual void fail(const Error &error) = 0; ///< tells this instead
};

/// `ended` hears the answer before the future does. It stands for QFuture::then(), which in Qt 6.4 may run twice when
/// another thread is just finishing the future.
template<typename T>
std::pair<std::unique_ptr<Job>, QFuture<Result<T>>> makeJob(std::function<Result<T>(Connection &)> work,
                                                            std::function<void(const Result<T> &)> ended = {})
{
    struct Typed final : Job {
        std::function<Result<T>(Connection &)> work;
        std::function<void(const Result<T> &)> ended;
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
            if (ended)
                ended(r);
            promise.addResult(std::move(r));
            promise.finish();
        }
    };
    auto job = std::make_unique<Typed>();
    job->work = std::move(work);
    job->ended = std::move(ended);
    job->promise.start();
    QFuture<Result<T>> future = job->promise.future();
    return {std::move(job), std::move(future)};
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/async.h"

#include <memory>
#include <type_traits>

namespace identity
{
/// What `next` makes of a future's result, on `context`'s thread; `next` answers an R or a QFuture<R>. If `context`
/// dies first, the future that this returned is cancelled.
template<typename R, typename T, typename Next>
QFuture<R> later(const QFuture<T> &future, QObject *context, Next next)
{
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    const auto deliver = [promise](R result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    if constexpr (std::is_same_v<std::invoke_result_t<Next, const T &>, QFuture<R>>)
        whenDone(future, context, [context, deliver, next = std::move(next)](const T &value) {
            whenDone(next(value), context, deliver);
        });
    else
        whenDone(future, context, [deliver, next = std::move(next)](const T &value) { deliver(next(value)); });
    return promise->future();
}
}

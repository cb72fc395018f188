// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

/// Calls `done` with the result on `context`'s thread, unless `context` dies first or the future is cancelled.
/// Qt 6.4's QFuture::then(context, …) aborts in a debug build when the context dies first, so it is not used here.
template<typename T, typename DoneFunction>
void whenDone(const QFuture<T> &future, QObject *context, DoneFunction done)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        if (!watcher->isCanceled())
            done(watcher->result());
    });
    watcher->setFuture(future);
}

/// A future that is finished already.
template<typename T>
QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

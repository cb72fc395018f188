// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QFutureWatcher>

/// Like whenDone(), but a cancelled future counts as the error Canceled, so that whoever waits always hears.
template<typename T, typename DoneFunction>
void whenOver(const QFuture<Result<T>> &future, QObject *context, DoneFunction done)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        const bool answered = !watcher->isCanceled() && watcher->future().resultCount() > 0;
        done(answered ? watcher->result() : Result<T>(ErrorCode::Canceled));
    });
    watcher->setFuture(future);
}

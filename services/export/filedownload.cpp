// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/export/filedownload.h"

#include "models/domain/async.h"
#include "services/api/apiclient.h"
#include "services/api/whenover.h"

#include <QSaveFile>

namespace
{
Error failure(const QSaveFile &file)
{
    return {.code = ErrorCode::InternalError,
            .message = ApiClient::tr("The file cannot be written: %1").arg(file.errorString())};
}
}

QFuture<Result<qint64>> downloadTo(ApiClient &client, const ApiRequest &request, const QString &path)
{
    auto *file = new QSaveFile(path, &client);
    if (!file->open(QIODevice::WriteOnly)) {
        const Error error = failure(*file);
        delete file;
        return readyFuture(Result<qint64>(error));
    }
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    const QFuture<Result<qint64>> future = promise->future();
    QFuture<Result<qint64>> bytes = client.download(request, file);
    auto *outer = new QFutureWatcher<Result<qint64>>(file);
    QObject::connect(outer, &QFutureWatcherBase::canceled, file, [bytes]() mutable { bytes.cancel(); });
    outer->setFuture(future);
    auto *inner = new QFutureWatcher<Result<qint64>>(file);
    QObject::connect(inner, &QFutureWatcherBase::progressValueChanged, file, [promise, inner](int kib) {
        promise->setProgressRange(0, inner->progressMaximum());
        promise->setProgressValue(kib);
    });
    inner->setFuture(bytes);
    whenOver(bytes, file, [file, promise](const Result<qint64> &done) {
        file->deleteLater(); // uncommitted, it leaves nothing behind
        const bool saved = done && !promise->isCanceled() && file->commit();
        promise->addResult(saved ? done : done ? Result<qint64>(failure(*file)) : done);
        promise->finish();
    });
    return future;
}

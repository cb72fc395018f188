// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/legacyfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLocale>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(LegacyFile)
};

Error refusal(ErrorCode code, const QString &message) { return {.code = code, .message = message}; }

Result<QJsonObject> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(ErrorCode::BadRequest, Text::tr("The file cannot be read: %1").arg(file.errorString()));
    if (file.size() > MostLegacyBytes)
        return refusal(
            ErrorCode::PayloadTooLarge,
            Text::tr("The file has %1; at most %2 are taken. Split the export, or use voxdeskd migrate-legacy "
                     "on the server.")
                .arg(QLocale().formattedDataSize(file.size()), QLocale().formattedDataSize(MostLegacyBytes)));
    const QByteArray text = file.read(MostLegacyBytes);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const QByteArray before = text.left(problem.offset);
        const qsizetype line = before.count('\n') + 1;
        const qsizetype column = before.size() - before.lastIndexOf('\n');
        return refusal(
            ErrorCode::BadRequest,
            Text::tr("This is not JSON: line %1, column %2: %3").arg(line).arg(column).arg(problem.errorString()));
    }
    if (!document.isObject())
        return refusal(ErrorCode::BadRequest,
                       Text::tr("The file holds no object; an export is {\"users\": […], \"agents\": […], …}."));
    return document.object();
}
}

QFuture<Result<QJsonObject>> readLegacyFile(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<QJsonObject>>>();
    promise->start();
    QFuture<Result<QJsonObject>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(read(path));
        promise->finish();
    });
    return future;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/legacyapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"
#include "services/api/legacyfile.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto Patience = 10min; // one transaction over the whole export; nothing comes back before its end

QMap<QString, qint64> counts(const QJsonValue &value)
{
    QMap<QString, qint64> counts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isDouble())
            counts.insert(it.key(), it.value().toInteger());
    }
    return counts;
}

LegacyIssue issue(const QJsonValue &value)
{
    if (value.isString())
        return {.row = {}, .severity = {}, .code = {}, .message = value.toString()};
    const QJsonObject object = value.toObject();
    return {.row = decode::member(object, {"row"_L1, "path"_L1, "id"_L1}).toVariant().toString(),
            .severity = decode::member(object, {"severity"_L1, "level"_L1}).toString(),
            .code = object.value("code"_L1).toString(),
            .message = decode::member(object, {"message"_L1, "problem"_L1, "description"_L1}).toString()};
}

QList<LegacyIssue> issues(const QJsonValue &value)
{
    QList<LegacyIssue> issues;
    for (const auto &one : value.toArray())
        issues.append(issue(one));
    return issues;
}

Result<LegacyReport> decodeReport(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    if (!object.value("issues"_L1).isArray())
        return ErrorCode::InvalidAnswer;
    LegacyReport report{.rows = counts(decode::member(object, {"counts"_L1, "rows"_L1, "found"_L1})),
                        .issues = issues(object.value("issues"_L1))};
    const QJsonValue fits = decode::member(object, {"importable"_L1, "compatible"_L1, "can_run"_L1, "ok"_L1});
    report.importable = fits.isBool()
        ? fits.toBool()
        : std::ranges::none_of(report.issues, [](const LegacyIssue &one) { return one.severity == "error"_L1; });
    return report;
}

Result<LegacyResult> decodeResult(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    return LegacyResult{.imported = counts(decode::member(object, {"imported"_L1, "created"_L1})),
                        .skipped = counts(decode::member(object, {"skipped"_L1, "existing"_L1, "already_imported"_L1})),
                        .issues = issues(object.value("issues"_L1))};
}
}

QFuture<Result<QJsonObject>> LegacyApi::read(const QString &path) { return readLegacyFile(path); }

QFuture<Result<LegacyReport>> LegacyApi::check(const QJsonObject &exported)
{
    return m_client.fetch({.method = ApiRequest::Method::Post,
                           .path = u"/api/v2/admin/migrations/check"_s,
                           .body = exported,
                           .timeout = Patience},
                          decodeReport);
}

QFuture<Result<LegacyResult>> LegacyApi::run(const QJsonObject &exported)
{
    return m_client.fetch({.method = ApiRequest::Method::Post,
                           .path = u"/api/v2/admin/migrations/run"_s,
                           .body = exported,
                           .idempotencyKey = QUuid::createUuid().toByteArray(QUuid::WithoutBraces),
                           .timeout = Patience},
                          decodeResult);
}

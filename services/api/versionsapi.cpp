// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/versionsapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
const QString Path = u"/api/v2/admin/versions"_s;
const QString MetricsPath = u"/api/v2/admin/metrics/versions"_s;

Error notA(QLatin1StringView what) { return {.code = ErrorCode::InvalidAnswer, .log = u"not "_s + what}; }

template<typename T>
QList<T> listOf(const QJsonValue &rows, T (*one)(const QJsonObject &))
{
    QList<T> list;
    for (const auto &row : rows.toArray())
        list.append(one(row.toObject()));
    return list;
}

Brownout brownoutFrom(const QJsonObject &object)
{
    return {decode::time(object.value("from"_L1)), decode::time(object.value("to"_L1))};
}

ApiVersion versionFrom(const QJsonObject &object)
{
    return {.version = object.value("version"_L1).toString(),
            .status = versionStatusFromWire(object.value("status"_L1).toString()).value_or(VersionStatus::Supported),
            .deprecatedAt = decode::time(object.value("deprecated_at"_L1)),
            .sunsetAt = decode::time(object.value("sunset_at"_L1)),
            .serveAfterSunset = object.value("serve_after_sunset"_L1).toBool(),
            .successor = object.value("successor"_L1).toString(),
            .brownouts = listOf(object.value("brownouts"_L1), brownoutFrom)};
}

QJsonValue toJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue::Null;
}

QJsonObject toJson(const QList<ApiVersion> &versions)
{
    QJsonArray rows;
    for (const ApiVersion &version : versions) {
        QJsonArray brownouts;
        for (const Brownout &one : version.brownouts)
            brownouts.append(QJsonObject{{u"from"_s, toJson(one.from)}, {u"to"_s, toJson(one.to)}});
        rows.append(QJsonObject{
            {u"version"_s, version.version},
            {u"status"_s, toWire(version.status)},
            {u"deprecated_at"_s, toJson(version.deprecatedAt)},
            {u"sunset_at"_s, toJson(version.sunsetAt)},
            {u"serve_after_sunset"_s, version.serveAfterSunset},
            {u"successor"_s, version.successor.isEmpty() ? QJsonValue::Null : QJsonValue(version.successor)},
            {u"brownouts"_s, brownouts}});
    }
    return {{u"versions"_s, rows}};
}

Result<QList<ApiVersion>> decodeVersions(const ApiAnswer &answer)
{
    const QJsonValue rows = decode::data(answer).value("versions"_L1);
    if (!rows.isArray())
        return notA("the versions"_L1);
    return listOf(rows, versionFrom);
}

VersionAnswer answerFrom(const QJsonObject &object)
{
    VersionAnswer answer{.status = object.value("status"_L1).toInt()};
    const QJsonObject headers = object.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        answer.headers.append({it.key(), it.value().toVariant().toString()});
    return answer;
}

VersionPreview previewFrom(const QJsonObject &object)
{
    VersionPreview preview{.version = object.value("version"_L1).toString(),
                           .today = answerFrom(object.value("today"_L1).toObject()),
                           .afterSunset = answerFrom(object.value("after_sunset"_L1).toObject()),
                           .callers = object.value("callers"_L1).toInteger(),
                           .requestsLast30Days = object.value("requests_last_30_days"_L1).toInteger()};
    if (object.value("during_brownout"_L1).isObject())
        preview.duringBrownout = answerFrom(object.value("during_brownout"_L1).toObject());
    return preview;
}

std::optional<double> real(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

VersionLatency latencyFrom(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return {real(object.value("p50"_L1)), real(object.value("p95"_L1)), real(object.value("p99"_L1))};
}

VersionDay dayFrom(const QJsonObject &object)
{
    return {.date = QDate::fromString(object.value("date"_L1).toString().left(10), Qt::ISODate),
            .requests = object.value("requests"_L1).toInteger(),
            .errors = object.value("errors"_L1).toInteger(),
            .callers = object.value("callers"_L1).toInteger()};
}

VersionRoute routeFrom(const QJsonObject &object)
{
    return {.method = object.value("method"_L1).toString(),
            .route = object.value("route"_L1).toString(),
            .requests = object.value("requests"_L1).toInteger(),
            .errors = object.value("errors"_L1).toInteger(),
            .callers = object.value("callers"_L1).toInteger(),
            .latency = latencyFrom(object.value("latency_ms"_L1))};
}

VersionTraffic trafficFrom(const QJsonObject &object)
{
    return {.version = object.value("version"_L1).toString(),
            .requests = object.value("requests"_L1).toInteger(),
            .callers = object.value("callers"_L1).toInteger(),
            .errors = object.value("errors"_L1).toInteger(),
            .latency = latencyFrom(object.value("latency_ms"_L1)),
            .days = listOf(object.value("days"_L1), dayFrom),
            .routes = listOf(object.value("routes"_L1), routeFrom)};
}

Result<VersionReport> decodeReport(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    if (!object.value("versions"_L1).isArray())
        return notA("the versions' figures"_L1);
    const auto day = [&object](QLatin1StringView name) {
        return QDate::fromString(object.value(name).toString().left(10), Qt::ISODate);
    };
    return VersionReport{.from = day("start_date"_L1),
                         .to = day("end_date"_L1),
                         .migrationShare = real(object.value("migration_rate"_L1)),
                         .versions = listOf(object.value("versions"_L1), trafficFrom)};
}

Result<VersionCaller> callerFrom(const QJsonObject &object)
{
    const QJsonObject caller = object.value("caller"_L1).toObject();
    VersionCaller row{.type = caller.value("type"_L1).toString(),
                      .id = caller.value("id"_L1).toString(),
                      .label = caller.value("label"_L1).toString()};
    if (row.type.isEmpty())
        return notA("a caller"_L1);
    row.organizationId = object.value("organization_id"_L1).toString();
    row.organizationName = object.value("organization_name"_L1).toString();
    row.requests = object.value("requests"_L1).toInteger();
    row.errors = object.value("errors"_L1).toInteger();
    row.lastSeenAt = decode::time(object.value("last_seen_at"_L1));
    row.userAgent = object.value("user_agent"_L1).toString();
    return row;
}
}

QFuture<Result<Page<VersionCaller>>> VersionCallersApi::fetch(const PageQuery &query)
{
    return m_client.fetch({.path = MetricsPath + u"/callers"_s, .query = toParameters(query)},
                          [](const ApiAnswer &answer) {
                              return decode::page<VersionCaller>(answer.json.value("data"_L1).toArray(),
                                                                 decode::pagination(answer), callerFrom);
                          });
}

QFuture<Result<Tagged<QList<ApiVersion>>>> VersionsApi::versions()
{
    return m_client.fetch({.path = Path, .fresh = true},
                          [](const ApiAnswer &answer) -> Result<Tagged<QList<ApiVersion>>> {
                              const auto versions = decodeVersions(answer);
                              if (!versions)
                                  return versions.error();
                              return Tagged<QList<ApiVersion>>{*versions, answer.etag};
                          });
}

QFuture<Result<QList<ApiVersion>>> VersionsApi::save(const QList<ApiVersion> &versions, const QByteArray &etag)
{
    return m_client.fetch({.method = ApiRequest::Method::Put, .path = Path, .body = toJson(versions), .ifMatch = etag},
                          decodeVersions);
}

QFuture<Result<QList<VersionPreview>>> VersionsApi::preview(const QList<ApiVersion> &versions)
{
    return m_client.fetch({.method = ApiRequest::Method::Post, .path = Path + u"/preview"_s, .body = toJson(versions)},
                          [](const ApiAnswer &answer) -> Result<QList<VersionPreview>> {
                              const QJsonValue rows = decode::data(answer).value("versions"_L1);
                              if (!rows.isArray())
                                  return notA("a preview"_L1);
                              return listOf(rows, previewFrom);
                          });
}

QFuture<Result<VersionReport>> VersionsApi::report(const QDate &from, const QDate &to)
{
    return m_client.fetch(
        {.path = MetricsPath,
         .query = {{u"start_date"_s, from.toString(Qt::ISODate)}, {u"end_date"_s, to.toString(Qt::ISODate)}}},
        decodeReport);
}

QFuture<Result<qint64>> VersionsApi::notify(const QString &version, const QString &message)
{
    return m_client.fetch({.method = ApiRequest::Method::Post,
                           .path = Path + u'/' + pathSegment(version) + u"/notify"_s,
                           .body = QJsonObject{{u"message"_s, message}}},
                          [](const ApiAnswer &answer) -> Result<qint64> {
                              const QJsonValue recipients = decode::data(answer).value("recipients"_L1);
                              if (!recipients.isDouble())
                                  return notA("a number of recipients"_L1);
                              return recipients.toInteger();
                          });
}

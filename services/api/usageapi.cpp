// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/usageapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"
#include "services/export/filedownload.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
const QString Path = u"/api/v2/admin/usage"_s;

QDate day(const QJsonValue &value) { return QDate::fromString(value.toString().left(10), Qt::ISODate); }

UsageFigures figures(const QJsonObject &object)
{
    const auto member = [&](std::initializer_list<QLatin1StringView> names) { return decode::member(object, names); };
    return {.tokens = member({"tokens"_L1, "total_tokens"_L1}).toInteger(),
            .calls = member({"calls"_L1, "total_calls"_L1}).toInteger(),
            .microMinutes = qint64(std::llround(member({"minutes"_L1, "total_minutes"_L1}).toDouble()
                                                * double(UsageFigures::MicroPerMinute))),
            .cost = decode::money(member({"cost"_L1, "api_costs"_L1})).value_or(Money())};
}

Result<UsageReport> decodeReport(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    UsageReport report{.group = usageGroupFromWire(object.value("group_by"_L1).toString()).value_or(UsageGroup::Day),
                       .from = day(object.value("start_date"_L1)),
                       .to = day(object.value("end_date"_L1)),
                       .totals = figures(object.value("totals"_L1).toObject())};
    if (!report.from.isValid() || !report.to.isValid() || !object.value("rows"_L1).isArray())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not a usage report"_s};
    const QJsonValue flagged = object.value("totals"_L1).toObject().value("flagged"_L1);
    if (flagged.isDouble())
        report.flagged = flagged.toInteger();
    const QJsonArray rows = object.value("rows"_L1).toArray();
    report.rows.reserve(rows.size());
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        UsageRow one{.key = row.value("key"_L1).toString(),
                     .label = row.value("label"_L1).toString(),
                     .date = day(row.value("date"_L1)),
                     .figures = figures(row)};
        if (!one.date.isValid() && report.group == UsageGroup::Day)
            one.date = day(row.value("key"_L1));
        report.rows.append(one);
    }
    return report;
}

Result<QuotaUse> decodeQuota(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    const QJsonValue used = object.value("current_period"_L1).toObject().value("total_tokens"_L1);
    const QJsonValue quota = object.value("limits"_L1).toObject().value("monthly_token_quota"_L1);
    if (!used.isDouble() || !quota.isDouble())
        return ErrorCode::InvalidAnswer;
    return QuotaUse{used.toInteger(), quota.toInteger()};
}
}

ApiRequest UsageApi::request(const UsageQuery &query)
{
    ApiRequest request{.path = Path,
                       .query = {{u"start_date"_s, query.from.toString(Qt::ISODate)},
                                 {u"end_date"_s, query.to.toString(Qt::ISODate)},
                                 {u"group_by"_s, QString(toWire(query.group))},
                                 {u"limit"_s, QString::number(query.keys)}}};
    if (query.daily && query.group != UsageGroup::Day)
        request.query.insert(u"interval"_s, u"day"_s);
    const auto add = [&request](const QString &name, const QString &value) {
        if (!value.isEmpty())
            request.query.insert(name, value);
    };
    add(u"organization_id"_s, query.organizationId);
    add(u"user_id"_s, query.userId);
    add(u"provider"_s, query.provider);
    add(u"agent_id"_s, query.agentId);
    return request;
}

QFuture<Result<UsageReport>> UsageApi::fetch(const UsageQuery &query)
{
    return m_client.fetch(request(query), decodeReport);
}

QFuture<Result<qint64>> UsageApi::exportTo(const UsageQuery &query, const QString &path)
{
    ApiRequest asked = request(query);
    asked.query.remove(u"limit"_s); // a file holds all keys
    asked.path = Path + u"/export"_s;
    return downloadTo(m_client, asked, path);
}

QFuture<Result<QuotaUse>> OwnQuotaApi::fetch()
{
    return m_client.fetch({.path = u"/api/v2/usage/current"_s}, decodeQuota);
}

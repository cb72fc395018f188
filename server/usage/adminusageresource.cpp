// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/csv.h"
#include "models/domain/decimal.h"
#include "server/api/jsonwriter.h"
#include "server/usage/csvtext.h"
#include "server/usage/usageevent.h"
#include "server/usage/usagereport.h"
#include "server/usage/usageroutes.h"

using namespace Qt::StringLiterals;

namespace usage
{
namespace
{
using api::Access;
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;
using api::Route;
using http::Method;

constexpr int UsualRows = 20;
constexpr int MostExported = 10'000; ///< keys of a file; the rest is one row
constexpr qsizetype KeysAtOnce = 100; ///< of a file by day
const QString Other = u"other"_s;

/// A row of the answer.
struct Line {
    QString key;
    QString label;
    QDate date; ///< invalid: of the whole period
    Sums sums;
};

struct Asked {
    ReportQuery query;
    bool daily = false;
    int limit = UsualRows;
};

Result<Asked> askedIn(const QJsonObject &query, qint64 nowMs)
{
    const auto period = periodIn(query, nowMs);
    if (!period)
        return period.error();
    return Asked{.query = {.period = *period,
                           .by = groupByFrom(query["group_by"_L1].toString()).value_or(GroupBy::Day),
                           .organizationId = query["organization_id"_L1].toString(),
                           .userId = query["user_id"_L1].toString(),
                           .provider = query["provider"_L1].toString(),
                           .agentId = query["agent_id"_L1].toString()},
                 .daily = query["interval"_L1].toString() == "day"_L1,
                 .limit = query["limit"_L1].toInt(UsualRows)};
}

QStringList keysOf(const QList<KeySums> &rows)
{
    QStringList keys;
    for (const KeySums &row : rows)
        keys << row.key;
    return keys;
}

QString labelOf(const QString &key, const QMap<QString, QString> &labels)
{
    return key.isEmpty() ? u"none"_s : labels.value(key, key);
}

Result<QList<Line>> linesByDay(UsageReport &report)
{
    const auto days = report.days();
    if (!days)
        return days.error();
    QList<Line> lines;
    for (const auto &[date, sums] : days->asKeyValueRange()) {
        const QString name = date.toString(Qt::ISODate);
        lines << Line{name, name, date, sums};
    }
    return lines;
}

/// The dearest keys and, as one more, the rest.
Result<QList<Line>> linesByKey(UsageReport &report, int limit, Sums totals)
{
    const auto top = report.top(limit);
    if (!top)
        return top.error();
    const auto labels = report.labels(keysOf(*top));
    if (!labels)
        return labels.error();
    QList<Line> lines;
    for (const KeySums &row : *top) {
        lines << Line{row.key, labelOf(row.key, *labels), {}, row.sums};
        totals -= row.sums;
    }
    if (totals.events > 0)
        lines << Line{Other, Other, {}, totals};
    return lines;
}

/// Each day of some of the keys; what they have is added to `shown`.
Result<QList<Line>> dailyLines(UsageReport &report, const QList<Line> &keys, QMap<QDate, Sums> &shown)
{
    QStringList names;
    for (const Line &key : keys) {
        if (key.key != Other)
            names << key.key;
    }
    const auto days = report.daysOf(names);
    if (!days)
        return days.error();
    QList<Line> lines;
    for (const Line &key : keys) {
        const auto own = days->value(key.key);
        for (const auto &[date, sums] : own.asKeyValueRange()) {
            lines << Line{key.key, key.label, date, sums};
            shown[date] += sums;
        }
    }
    return lines;
}

/// What of each day was not shown. Read after what was: a day only grows.
Result<QList<Line>> restLines(UsageReport &report, const QMap<QDate, Sums> &shown)
{
    const auto days = report.days();
    if (!days)
        return days.error();
    QList<Line> lines;
    for (const auto &[date, sums] : days->asKeyValueRange()) {
        Sums rest = sums;
        rest -= shown.value(date);
        if (rest.events > 0)
            lines << Line{Other, Other, date, rest};
    }
    return lines;
}

Result<QList<Line>> linesOf(UsageReport &report, const Asked &asked, const Sums &totals)
{
    if (asked.query.by == GroupBy::Day)
        return linesByDay(report);
    auto keys = linesByKey(report, asked.limit, totals);
    if (!keys || !asked.daily)
        return keys;
    QMap<QDate, Sums> shown;
    auto lines = dailyLines(report, *keys, shown);
    if (!lines)
        return lines;
    const auto rest = restLines(report, shown);
    if (!rest)
        return rest;
    *lines += *rest;
    return lines;
}

void writeFigures(api::JsonWriter &json, const Sums &sums)
{
    json.member("tokens"_L1, sums.tokens).member("calls"_L1, sums.calls);
    json.key("minutes"_L1).raw(decimal::toText(sums.microMinutes, MinuteDigits));
    json.key("cost"_L1).raw(sums.cost.toDecimal());
}

HandlerResult show(UsageContext &context, const CallPtr &call)
{
    const auto asked = askedIn(call->query, context.now());
    if (!asked)
        return Outcome(asked.error());
    const store::Transaction moment(context.reads, store::Transaction::Mode::Read); // rows and totals add up
    if (!moment.isOpen())
        return Outcome(moment.error());
    UsageReport report(context.reads, asked->query);
    const auto totals = report.totals();
    if (!totals)
        return Outcome(totals.error());
    const auto lines = linesOf(report, *asked, *totals);
    if (!lines)
        return Outcome(lines.error());
    api::JsonWriter json;
    json.beginObject()
        .member("start_date"_L1, asked->query.period.first)
        .member("end_date"_L1, asked->query.period.last)
        .member("group_by"_L1, toText(asked->query.by));
    json.key("interval"_L1);
    if (asked->daily)
        json.value("day"_L1);
    else
        json.null();
    json.key("totals"_L1).beginObject();
    writeFigures(json, *totals);
    json.member("flagged"_L1, totals->flagged).endObject();
    json.key("rows"_L1).beginArray();
    for (const Line &line : *lines) {
        json.beginObject().member("key"_L1, line.key).member("label"_L1, line.label).member("date"_L1, line.date);
        writeFigures(json, line.sums);
        json.endObject();
    }
    return Outcome(Answer{.json = json.endArray().endObject().take()});
}

QByteArray records(const QList<Line> &lines)
{
    QByteArray text;
    for (const Line &line : lines) {
        text += csv::record({line.key, line.label, line.date.toString(Qt::ISODate), QString::number(line.sums.tokens),
                             QString::number(line.sums.calls),
                             QString::fromLatin1(decimal::toText(line.sums.microMinutes, MinuteDigits)),
                             QString::fromLatin1(line.sums.cost.toDecimal())});
    }
    return text;
}

/// A file by key and day, a hundred keys at a time; lives in the stream. What is used while it is sent is in the keys
/// that are still to come, else in the rest.
struct DailyFile {
    store::Connection &connection;
    UsageReport report;
    QList<Line> keys;
    QMap<QDate, Sums> shown = {};
    qsizetype next = 0;
    bool ended = false;

    Result<QByteArray> operator()()
    {
        const store::Transaction moment(connection, store::Transaction::Mode::Read);
        if (!moment.isOpen())
            return moment.error();
        while (next < keys.size()) {
            const auto some = keys.sliced(next, std::min(KeysAtOnce, keys.size() - next));
            next += some.size();
            const auto lines = dailyLines(report, some, shown);
            if (!lines)
                return lines.error();
            if (!lines->isEmpty())
                return records(*lines);
        }
        if (ended)
            return QByteArray();
        ended = true;
        const auto rest = restLines(report, shown);
        return rest ? Result<QByteArray>(records(*rest)) : rest.error();
    }
};

CsvStream::Next once(const QByteArray &text)
{
    return [text = QByteArray(text)]() mutable -> Result<QByteArray> { return std::exchange(text, QByteArray()); };
}

Result<CsvStream::Next> fileOf(UsageContext &context, const Asked &asked)
{
    const store::Transaction moment(context.reads, store::Transaction::Mode::Read);
    if (!moment.isOpen())
        return moment.error();
    UsageReport report(context.reads, asked.query);
    const auto totals = report.totals();
    if (!totals)
        return totals.error();
    const bool byDay = asked.query.by == GroupBy::Day;
    auto lines = byDay ? linesByDay(report) : linesByKey(report, asked.limit, *totals);
    if (!lines)
        return lines.error();
    if (byDay || !asked.daily)
        return once(records(*lines));
    return CsvStream::Next(DailyFile{context.reads, UsageReport(context.reads, asked.query), *std::move(lines)});
}

HandlerResult download(UsageContext &context, const CallPtr &call)
{
    auto asked = askedIn(call->query, context.now());
    if (!asked)
        return Outcome(asked.error());
    if (!call->query.contains("limit"_L1))
        asked->limit = MostExported;
    auto next = fileOf(context, *asked);
    if (!next)
        return Outcome(next.error());
    const QStringList header{u"key"_s, u"label"_s, u"date"_s, u"tokens"_s, u"calls"_s, u"minutes"_s, u"cost"_s};
    return Outcome(csvAnswer(std::make_shared<CsvStream>(header, *std::move(next)), "usage", asked->query.period));
}

api::Schema querySchema(const QByteArray &mostRows)
{
    return R"({"type":"object","properties":{)" + PeriodParameters + R"(,
    "group_by":{"type":"string","enum":["day","organization","user","provider","agent"],"default":"day"},
    "interval":{"type":"string","enum":["day"],"description":"A row for each key and day instead of each key"},
    "organization_id":{"type":"string","minLength":1,"maxLength":64},
    "user_id":{"type":"string","minLength":1,"maxLength":64},"provider":{"type":"string","minLength":1,"maxLength":64},
    "agent_id":{"type":"string","minLength":1,"maxLength":64},"limit":{"type":"integer","minimum":1,"maximum":)"
        + mostRows + R"(,"description":"So many keys by cost; the rest is summed under the key other"}}})";
}

constexpr char ReportAnswer[]
    = R"({"type":"object","required":["start_date","end_date","group_by","interval","totals","rows"],
    "additionalProperties":false,"properties":{
    "start_date":{"type":"string","format":"date"},"end_date":{"type":"string","format":"date"},
    "group_by":{"type":"string"},"interval":{"type":["string","null"]},
    "totals":{"type":"object","required":["tokens","calls","minutes","cost","flagged"],"additionalProperties":false,
    "properties":{"tokens":{"type":"integer"},"calls":{"type":"integer"},"minutes":{"type":"number"},
    "cost":{"type":"number"},"flagged":{"type":"integer","description":"Events over a quota"}}},
    "rows":{"type":"array","items":{"type":"object",
    "required":["key","label","date","tokens","calls","minutes","cost"],"additionalProperties":false,"properties":{
    "key":{"type":"string"},"label":{"type":"string"},"date":{"type":["string","null"],"format":"date"},
    "tokens":{"type":"integer"},"calls":{"type":"integer"},"minutes":{"type":"number"},"cost":{"type":"number"}}}}}})";
}

QList<Route> adminUsageRoutes(UsageContext &context)
{
    return {
        {.method = Method::Get,
         .path = "/admin/usage",
         .access = Access::Support,
         .summary = "The platform's usage, by day or by the dearest of something.",
         .handle = [&context](const CallPtr &call) { return show(context, call); },
         .query = querySchema("100"),
         .answer = ReportAnswer},
        {.method = Method::Get,
         .path = "/admin/usage/export",
         .access = Access::Support,
         .summary = "The same as CSV; without a limit, of up to 10000 keys.",
         .handle = [&context](const CallPtr &call) { return download(context, call); },
         .query = querySchema("10000"),
         .contentType = "text/csv",
         .wrap = api::Wrap::Bare},
    };
}
}

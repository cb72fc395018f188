// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in for a server in the tests of usage and legacy migration.
#pragma once

#include "models/domain/async.h"
#include "models/domain/legacyimport.h"
#include "models/domain/usagereport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPromise>

using namespace Qt::StringLiterals;

/// Two organisations (or users, or providers) that use the same each day, the first twice as much as the second.
class FakeUsage : public UsageSource
{
public:
    QList<UsageQuery> asked;
    std::optional<Error> fail;
    bool empty = false;
    QDate holdTo; ///< what ends on this day is answered through `held`
    std::shared_ptr<QPromise<Result<UsageReport>>> held;
    std::shared_ptr<QPromise<Result<qint64>>> exporting;

    QFuture<Result<UsageReport>> fetch(const UsageQuery &query) override
    {
        asked << query;
        if (query.to == holdTo) {
            held = std::make_shared<QPromise<Result<UsageReport>>>();
            held->start();
            return held->future();
        }
        return readyFuture(fail ? Result<UsageReport>(*fail) : Result<UsageReport>(reportOf(query)));
    }
    UsageReport reportOf(const UsageQuery &query) const
    {
        UsageReport report{.group = query.group, .from = query.from, .to = query.to};
        for (int key = 0; key < 2 && !empty; ++key) {
            for (QDate day = query.from; day <= query.to; day = day.addDays(1)) {
                UsageRow row{.key = key ? u"small"_s : u"large"_s, .label = key ? u"Small"_s : u"Large"_s, .date = day};
                row.figures = {.tokens = key ? 100 : 200,
                               .calls = key ? 1 : 2,
                               .microMinutes = 1'500'000,
                               .cost = Money::fromNanos(key ? 1'000'000'000 : 2'000'000'000)};
                report.totals += row.figures;
                report.rows << row;
            }
        }
        return report;
    }
    void release(const Result<UsageReport> &answer)
    {
        held->addResult(answer);
        held->finish();
    }
    QFuture<Result<qint64>> exportTo(const UsageQuery &query, const QString &) override
    {
        asked << query;
        exporting = std::make_shared<QPromise<Result<qint64>>>();
        exporting->setProgressRange(0, 0);
        exporting->start();
        return exporting->future();
    }
};

class FakeLegacy : public LegacyImporter
{
public:
    Result<QJsonObject> content = QJsonObject{{u"users"_s, QJsonArray{1, 2}}};
    LegacyReport report;
    std::optional<Error> failCheck;
    std::optional<Error> failRun;
    int checks = 0;
    int runs = 0;

    QFuture<Result<QJsonObject>> read(const QString &) override { return readyFuture(content); }
    QFuture<Result<LegacyReport>> check(const QJsonObject &) override
    {
        ++checks;
        return readyFuture(failCheck ? Result<LegacyReport>(*failCheck) : Result<LegacyReport>(report));
    }
    QFuture<Result<LegacyResult>> run(const QJsonObject &) override
    {
        ++runs;
        if (failRun)
            return readyFuture(Result<LegacyResult>(*failRun));
        return readyFuture(Result<LegacyResult>(LegacyResult{.imported = {{u"users"_s, 2}}}));
    }
};

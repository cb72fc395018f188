// SPDX-License-Identifier: GPL-3.0-or-later
// Invented consumption, health and legacy export for screenshots: the same in every run.
#pragma once

#include "models/domain/legacyimport.h"
#include "models/domain/performancereport.h"
#include "models/domain/usagereport.h"
#include "models/domain/valuesource.h"

/// What the whole platform uses in a day.
UsageFigures demoUsageOn(QDate day);

class DemoUsage : public UsageSource
{
public:
    QFuture<Result<UsageReport>> fetch(const UsageQuery &query) override;
    QFuture<Result<qint64>> exportTo(const UsageQuery &query, const QString &path) override;
};

class DemoPerformance : public ValueSource<PerformanceReport>
{
public:
    QFuture<Result<PerformanceReport>> fetch() override; ///< half a minute later each time

private:
    int m_asked = 0;
};

class DemoLegacy : public LegacyImporter
{
public:
    QFuture<Result<QJsonObject>> read(const QString &path) override;
    QFuture<Result<LegacyReport>> check(const QJsonObject &exported) override;
    QFuture<Result<LegacyResult>> run(const QJsonObject &exported) override;
};

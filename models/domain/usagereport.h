// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"

#include <QDate>
#include <QFuture>
#include <QList>

#include <optional>

enum class UsageGroup { Day, Organization, User, Provider };
enum class UsageMeasure { Cost, Tokens, Minutes, Calls };

QLatin1StringView toWire(UsageGroup group);
std::optional<UsageGroup> usageGroupFromWire(QStringView text);
QLatin1StringView toWord(UsageMeasure measure); ///< "cost": for settings and object names
std::optional<UsageMeasure> usageMeasureFromWord(QStringView text);

/// What was consumed.
struct UsageFigures {
    static constexpr qint64 MicroPerMinute = 1'000'000;

    qint64 tokens = 0;
    qint64 calls = 0;
    qint64 microMinutes = 0; ///< millionths of a minute
    Money cost = {}; ///< US dollars

    double minutes() const { return double(microMinutes) / double(MicroPerMinute); }
    double of(UsageMeasure measure) const; ///< dollars, tokens, minutes or calls; for drawing and shares only

    UsageFigures &operator+=(const UsageFigures &other);
    friend bool operator==(const UsageFigures &, const UsageFigures &) = default;
};

/// What is asked. Days are UTC and inclusive, 366 at most.
struct UsageQuery {
    UsageGroup group = UsageGroup::Day;
    QDate from;
    QDate to;
    bool daily = false; ///< each key once a day
    QString organizationId = {}; ///< empty: all
    QString userId = {};
    QString provider = {};
    QString agentId = {};
    int keys = 20; ///< so many with the highest cost; the rest is summed under OtherUsageKey

    friend bool operator==(const UsageQuery &, const UsageQuery &) = default;
};

inline constexpr QLatin1StringView OtherUsageKey{"other"};

struct UsageRow {
    QString key; ///< the day, or the id of what is grouped by
    QString label; ///< its name
    QDate date = {}; ///< UTC; null: the row is of the whole period
    UsageFigures figures = {};
};

struct UsageReport {
    UsageGroup group = UsageGroup::Day;
    QDate from = {}; ///< UTC, as the server understood it
    QDate to = {};
    UsageFigures totals = {};
    std::optional<qint64> flagged = {}; ///< events over a quota
    QList<UsageRow> rows = {};
};

/// How much of a month's tokens are used. For one user.
struct QuotaUse {
    qint64 used = 0;
    qint64 quota = 0;
};

/// The platform's consumption. Implemented by services/api (HTTP) and by the tests (fakes). GUI thread.
class UsageSource
{
public:
    virtual ~UsageSource() = default;
    /// Errors: ValidationError (more than 366 days, unknown ids), Forbidden.
    virtual QFuture<Result<UsageReport>> fetch(const UsageQuery &query) = 0;
    /// Streams what the query matches as CSV into a file that appears when all of it is there. Gives its bytes; the
    /// progress is in KiB. Cancelling leaves nothing behind.
    virtual QFuture<Result<qint64>> exportTo(const UsageQuery &query, const QString &path) = 0;
};

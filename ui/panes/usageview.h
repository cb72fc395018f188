// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usageanalysis.h"

#include <QJsonObject>

enum class UsageStyle { Bars, Lines, RunningTotal };

/// What the Usage pane shows of what there is; kept between runs.
struct UsageView {
    UsagePeriod period = UsagePeriod::Last30Days;
    DayRange custom = {}; ///< for UsagePeriod::Custom
    UsageGroup group = UsageGroup::Organization;
    UsageMeasure measure = UsageMeasure::Cost;
    UsageStyle style = UsageStyle::Bars;
    bool compare = false;
    QMap<QString, QString> filters = {}; ///< organization_id, user_id, provider, agent_id
    QMap<QString, QString> filterNames = {};

    UsageQuery query(QDate today) const;
    UsageQuery queryBefore(QDate today) const; ///< of the period to compare with
    DayRange days(QDate today) const { return daysOf(period, today, custom); }
    bool isOneUser() const { return filters.contains(QStringLiteral("user_id")); }

    QJsonObject toJson() const;
    static UsageView fromJson(const QJsonObject &object);
    friend bool operator==(const UsageView &, const UsageView &) = default;
};

/// One step further into the figures: what `key` (and the days `days`, if valid) consist of. Nothing where there is
/// nothing more to see.
std::optional<UsageView> drillDown(const UsageView &view, const QString &key, const QString &name,
                                   const DayRange &days);

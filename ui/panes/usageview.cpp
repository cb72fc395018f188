// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/usageview.h"

#include <array>

using namespace Qt::StringLiterals;

namespace
{
const QString OrganizationKey = u"organization_id"_s;
const QString UserKey = u"user_id"_s;
const QString ProviderKey = u"provider"_s;
const QString AgentKey = u"agent_id"_s;

const std::array Periods{u"today"_s, u"7d"_s, u"30d"_s, u"90d"_s, u"month"_s, u"lastMonth"_s, u"custom"_s};
const std::array Styles{u"bars"_s, u"lines"_s, u"running"_s};

template<typename Enum, std::size_t N>
Enum fromWord(const std::array<QString, N> &words, const QString &word, Enum otherwise)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (words.at(i) == word)
            return Enum(i);
    }
    return otherwise;
}

QJsonObject toObject(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QMap<QString, QString> toMap(const QJsonObject &object)
{
    QMap<QString, QString> map;
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

// What to look at next, when these filters are in force.
UsageGroup nextGroup(const QMap<QString, QString> &filters, UsageGroup otherwise)
{
    if (!filters.contains(OrganizationKey) && !filters.contains(UserKey))
        return UsageGroup::Organization;
    if (!filters.contains(UserKey))
        return UsageGroup::User;
    if (!filters.contains(ProviderKey))
        return UsageGroup::Provider;
    return otherwise;
}
}

UsageQuery UsageView::query(QDate today) const
{
    const DayRange range = days(today);
    return {.group = group,
            .from = range.from,
            .to = range.to,
            .daily = true,
            .organizationId = filters.value(OrganizationKey),
            .userId = filters.value(UserKey),
            .provider = filters.value(ProviderKey),
            .agentId = filters.value(AgentKey)};
}

UsageQuery UsageView::queryBefore(QDate today) const
{
    UsageQuery before = query(today);
    const DayRange range = previousOf({before.from, before.to});
    before.from = range.from;
    before.to = range.to;
    before.keys = 100; // a key that is large now may have been small
    return before;
}

QJsonObject UsageView::toJson() const
{
    return {{u"period"_s, Periods.at(std::size_t(period))},
            {u"from"_s, custom.from.toString(Qt::ISODate)},
            {u"to"_s, custom.to.toString(Qt::ISODate)},
            {u"group"_s, QString(toWire(group))},
            {u"measure"_s, QString(toWord(measure))},
            {u"style"_s, Styles.at(std::size_t(style))},
            {u"compare"_s, compare},
            {u"filters"_s, toObject(filters)},
            {u"filterNames"_s, toObject(filterNames)}};
}

UsageView UsageView::fromJson(const QJsonObject &object)
{
    UsageView view;
    view.period = fromWord(Periods, object[u"period"_s].toString(), view.period);
    view.custom = {QDate::fromString(object[u"from"_s].toString(), Qt::ISODate),
                   QDate::fromString(object[u"to"_s].toString(), Qt::ISODate)};
    if (view.period == UsagePeriod::Custom && (!view.custom.from.isValid() || view.custom.to < view.custom.from))
        view.period = UsagePeriod::Last30Days;
    view.group = usageGroupFromWire(object[u"group"_s].toString()).value_or(view.group);
    view.measure = usageMeasureFromWord(object[u"measure"_s].toString()).value_or(view.measure);
    view.style = fromWord(Styles, object[u"style"_s].toString(), view.style);
    view.compare = object[u"compare"_s].toBool();
    view.filters = toMap(object[u"filters"_s].toObject());
    view.filterNames = toMap(object[u"filterNames"_s].toObject());
    return view;
}

std::optional<UsageView> drillDown(const UsageView &view, const QString &key, const QString &name, const DayRange &days)
{
    if (key == OtherUsageKey)
        return {};
    UsageView next = view;
    if (days.from.isValid() && !(view.period == UsagePeriod::Custom && view.custom == days)) {
        next.period = UsagePeriod::Custom;
        next.custom = days;
    }
    const auto filter = [&](const QString &parameter) {
        next.filters.insert(parameter, key);
        next.filterNames.insert(parameter, name);
    };
    switch (key.isEmpty() ? UsageGroup::Day : view.group) {
    case UsageGroup::Day:
        break;
    case UsageGroup::Organization:
        filter(OrganizationKey);
        break;
    case UsageGroup::User:
        filter(UserKey);
        break;
    case UsageGroup::Provider:
        filter(ProviderKey);
        break;
    }
    const bool wholePeriod = next.filters != view.filters || view.group == UsageGroup::Day;
    next.group = wholePeriod ? nextGroup(next.filters, UsageGroup::Day) : view.group;
    return next == view ? std::nullopt : std::optional(next);
}

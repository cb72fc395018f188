// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/usagereport.h"

#include "server/usage/manyrows.h"
#include "server/usage/rollups.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace usage
{
namespace
{
constexpr std::array Names{"day"_L1, "organization"_L1, "user"_L1, "provider"_L1, "agent"_L1};

const QString RollupColumns = u"tokens, minutes, calls, cost, events, flagged"_s;

QString columnOf(GroupBy by)
{
    switch (by) {
    case GroupBy::Day:
        return u"day"_s;
    case GroupBy::Organization:
        return u"organization_id"_s;
    case GroupBy::User:
        return u"user_id"_s;
    case GroupBy::Provider:
        return u"provider"_s;
    case GroupBy::Agent:
        return u"agent_id"_s;
    }
    return {};
}

bool isDearer(const KeySums &a, const KeySums &b)
{
    if (a.sums.cost != b.sums.cost)
        return a.sums.cost > b.sums.cost;
    return a.sums.tokens != b.sums.tokens ? a.sums.tokens > b.sums.tokens : a.key < b.key;
}
}

QLatin1StringView toText(GroupBy by) { return Names.at(std::size_t(by)); }

std::optional<GroupBy> groupByFrom(QStringView text)
{
    const auto found = std::ranges::find_if(Names, [&](QLatin1StringView name) { return name == text; });
    return found == Names.end() ? std::nullopt : std::optional(GroupBy(found - Names.begin()));
}

bool UsageReport::isNarrow() const
{
    return !m_query.organizationId.isEmpty() || !m_query.userId.isEmpty() || !m_query.agentId.isEmpty();
}

UsageReport::Source UsageReport::tenantRows(const QString &name) const
{
    Source source{u"(SELECT %1 AS name, day, "_s.arg(name) % RollupColumns
                      % u" FROM usage_daily WHERE day BETWEEN ? AND ?",
                  {dayOf(m_query.period.first), dayOf(m_query.period.last)}};
    const std::initializer_list<std::pair<QLatin1StringView, QString>> filters{
        {"organization_id"_L1, m_query.organizationId},
        {"user_id"_L1, m_query.userId},
        {"agent_id"_L1, m_query.agentId},
        {"provider"_L1, m_query.provider}};
    for (const auto &[column, value] : filters) {
        if (value.isEmpty())
            continue;
        source.sql += u" AND %1 = ?"_s.arg(column);
        source.bindings << value;
    }
    source.sql += u") r"_s;
    return source;
}

/// Whole blocks where they fit, single days at the ends.
UsageReport::Source UsageReport::platformRows(const QString &scope) const
{
    QStringList parts;
    QVariantList bindings;
    for (const Stretch &part : stretches(dayOf(m_query.period.first), dayOf(m_query.period.last))) {
        parts << QString(u"SELECT name, day, "_s % RollupColumns
                         % u" FROM usage_totals WHERE scope = ? AND provider = ? AND span = ? AND day BETWEEN ? AND ?");
        bindings << scope << m_query.provider << part.span << part.first << part.last;
    }
    return {QString(u'(' % parts.join(" UNION ALL "_L1) % u") r"), bindings};
}

/// A handful of providers a day.
UsageReport::Source UsageReport::providerRows() const
{
    QString sql = u"(SELECT provider AS name, day, "_s % RollupColumns
        % u" FROM usage_totals WHERE scope = 'platform' AND span = 1 AND day BETWEEN ? AND ? AND provider ";
    QVariantList bindings{dayOf(m_query.period.first), dayOf(m_query.period.last)};
    if (m_query.provider.isEmpty()) {
        sql += u"<> '') r"_s;
    } else {
        sql += u"= ?) r"_s;
        bindings << m_query.provider;
    }
    return {sql, bindings};
}

UsageReport::Source UsageReport::rows(const QString &platformScope, const QString &tenantName) const
{
    return isNarrow() ? tenantRows(tenantName) : platformRows(platformScope);
}

UsageReport::Source UsageReport::grouped() const
{
    if (m_query.by == GroupBy::Provider && !isNarrow())
        return providerRows();
    return rows(QString(toText(m_query.by)), columnOf(m_query.by));
}

Result<Sums> UsageReport::totals()
{
    const Source source = rows(u"platform"_s, u"organization_id"_s);
    auto found = m_connection.query(QString(u"SELECT "_s % SumColumns % u" FROM " % source.sql), source.bindings);
    if (!found)
        return found.error();
    if (!found->next())
        return ErrorCode::ServiceUnavailable;
    return readSums(*found, 0);
}

Result<QMap<QDate, Sums>> UsageReport::days()
{
    Source source = tenantRows(u"day"_s);
    if (!isNarrow()) {
        source = {u"(SELECT day, "_s % RollupColumns
                      % u" FROM usage_totals WHERE scope = 'platform' AND provider = ? AND span = 1 "
                        "AND day BETWEEN ? AND ?) r",
                  {m_query.provider, dayOf(m_query.period.first), dayOf(m_query.period.last)}};
    }
    auto found = m_connection.query(QString(u"SELECT day, "_s % SumColumns % u" FROM " % source.sql % u" GROUP BY day"),
                                    source.bindings);
    if (!found)
        return found.error();
    QMap<QDate, Sums> days;
    while (found->next())
        days.insert(dateOf(found->integer(0)), readSums(*found, 1));
    if (found->failed())
        return ErrorCode::ServiceUnavailable;
    return days;
}

Result<QList<KeySums>> UsageReport::top(int limit)
{
    const Source source = grouped();
    // The order needs no more digits than a double has; what is equal in those is put right below.
    auto found = m_connection.query(QString(u"SELECT name, "_s % SumColumns % u" FROM " % source.sql
                                            % u" GROUP BY name ORDER BY SUM(CAST(cost AS DOUBLE PRECISION)) DESC, "
                                              "SUM(tokens) DESC, name LIMIT "
                                            % QString::number(limit)),
                                    source.bindings);
    if (!found)
        return found.error();
    QList<KeySums> keys;
    while (found->next())
        keys << KeySums{found->text(0), readSums(*found, 1)};
    if (found->failed())
        return ErrorCode::ServiceUnavailable;
    std::ranges::sort(keys, isDearer);
    return keys;
}

Result<QMap<QString, QMap<QDate, Sums>>> UsageReport::daysOf(const QStringList &keys)
{
    QMap<QString, QMap<QDate, Sums>> days;
    if (keys.isEmpty())
        return days;
    Source source;
    if (isNarrow()) {
        source = tenantRows(columnOf(m_query.by));
    } else if (m_query.by == GroupBy::Provider) {
        source = providerRows();
    } else {
        source = {u"(SELECT name, day, "_s % RollupColumns
                      % u" FROM usage_totals WHERE scope = ? AND provider = ? AND span = 1) r",
                  {QString(toText(m_query.by)), m_query.provider}};
    }
    // Every day named: so the sums' own key finds each row, whatever the number of tenants.
    QString where = u" WHERE name IN "_s % placeholders(1, int(keys.size()));
    for (const QString &key : keys)
        source.bindings << key;
    where += QString(u" AND day IN "_s % placeholders(1, int(m_query.period.days())));
    for (QDate day = m_query.period.first; day <= m_query.period.last; day = day.addDays(1))
        source.bindings << dayOf(day);
    auto found = m_connection.query(
        QString(u"SELECT name, day, "_s % SumColumns % u" FROM " % source.sql % where % u" GROUP BY name, day"),
        source.bindings);
    if (!found)
        return found.error();
    while (found->next())
        days[found->text(0)].insert(dateOf(found->integer(1)), readSums(*found, 2));
    if (found->failed())
        return ErrorCode::ServiceUnavailable;
    return days;
}

Result<QMap<QString, QString>> UsageReport::labels(const QStringList &keys)
{
    QMap<QString, QString> labels;
    const bool users = m_query.by == GroupBy::User;
    if (!users && m_query.by != GroupBy::Organization)
        return labels;
    const QString select
        = users ? u"SELECT id, email FROM users WHERE id IN "_s : u"SELECT id, name FROM organizations WHERE id IN "_s;
    const auto done = inChunks(keys.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        QVariantList bindings;
        for (const QString &key : keys.sliced(first, size))
            bindings << key;
        auto found = m_connection.query(QString(select % placeholders(1, int(size))), bindings);
        if (!found)
            return found.error();
        while (found->next())
            labels.insert(found->text(0), found->text(1));
        return found->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
    });
    if (!done)
        return done.error();
    return labels;
}
}

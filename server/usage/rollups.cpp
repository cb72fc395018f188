// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/rollups.h"

#include "server/usage/manyrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace usage
{
namespace
{
const QString Figures = u"tokens, minutes, calls, cost, events, flagged"_s;

/// What is counted of one tenant in one day at most: so much less than a row of sums holds that it takes hundreds of
/// them to fill one that all share, and so much more than anybody consumes that only a reporter's mistake is cut off.
constexpr Sums MostOfADay{.tokens = 1'000'000'000'000,
                          .microMinutes = 10'000'000 * qint64(1'000'000),
                          .calls = 1'000'000'000'000,
                          .cost = Money::fromNanos(1'000'000 * Money::PerDollar)};

/// Adds the excluded row's figures to the one that is there. A sum stops growing long before 64 bits end, and a year of
/// full rows still adds up.
QString adding(const QString &table)
{
    const auto capped = [&table](const QString &column, const QString &most) -> QString {
        return u"%2 = CASE WHEN %1.%2 > %3 - excluded.%2 THEN %3 ELSE %1.%2 + excluded.%2 END, "_s.arg(table, column,
                                                                                                       most);
    };
    const QString many = u"9000000000000000"_s;
    return capped(u"tokens"_s, many) + capped(u"minutes"_s, many) + capped(u"calls"_s, many)
        + capped(u"cost"_s, u"9000000000000000000"_s)
        + u"events = %1.events + excluded.events, flagged = %1.flagged + excluded.flagged"_s.arg(table);
}

void bind(QVariantList &bindings, const Sums &sums)
{
    bindings << sums.tokens << sums.microMinutes << sums.calls << sums.cost.nanos() << sums.events << sums.flagged;
}

/// A row of a sums table: its key's values and its figures.
struct SumRow {
    QVariantList key;
    Sums sums;
};

Result<Done> upsert(store::Connection &connection, const QString &table, const QString &key, const QList<SumRow> &rows)
{
    const QString head = u"INSERT INTO "_s % table % u" (" % key % u", " % Figures % u") VALUES ";
    const QString tail = u" ON CONFLICT ("_s % key % u") DO UPDATE SET " % adding(table);
    return inChunks(rows.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        QVariantList bindings;
        for (const SumRow &row : rows.sliced(first, size)) {
            bindings << row.key;
            bind(bindings, row.sums);
        }
        const int columns = int(bindings.size() / size);
        auto written = connection.execute(QString(head % placeholders(size, columns) % tail), bindings);
        return written ? Result<Done>(Done{}) : Result<Done>(written.error());
    });
}

/// Everything that one user's sums are part of.
QList<SumRow> totalsOf(const QString &organizationId, const QString &userId, const DailySums &daily)
{
    struct Key {
        QString scope;
        QString provider;
        qint64 span;
        qint64 day;
        QString name;
        bool operator<(const Key &other) const
        {
            return std::tie(scope, provider, span, day, name)
                < std::tie(other.scope, other.provider, other.span, other.day, other.name);
        }
    };
    QMap<Key, Sums> totals;
    for (const auto &[key, sums] : daily.asKeyValueRange()) {
        const QList<std::pair<QString, QString>> names{{u"platform"_s, QString()},
                                                       {u"organization"_s, organizationId},
                                                       {u"user"_s, userId},
                                                       {u"agent"_s, key.agentId}};
        for (const auto &[scope, name] : names) {
            for (const QString &provider : {QString(), key.provider}) {
                totals[{scope, provider, 1, key.day, name}] += sums;
                totals[{scope, provider, BlockDays, key.day - key.day % BlockDays, name}] += sums;
            }
        }
    }
    QList<SumRow> rows;
    for (const auto &[key, sums] : totals.asKeyValueRange())
        rows << SumRow{{key.scope, key.provider, key.span, key.day, key.name}, sums};
    return rows;
}

/// What of it still fits into the tenant's days: the same is then added everywhere, and every view shows the same.
Result<DailySums> fitting(store::Connection &connection, const QString &organizationId, DailySums daily)
{
    QMap<qint64, Sums> room;
    for (const auto &[key, sums] : daily.asKeyValueRange())
        room.insert(key.day, MostOfADay);
    const QList<qint64> days = room.keys();
    const auto read = inChunks(days.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        QVariantList bindings{organizationId};
        for (const qint64 day : days.sliced(first, size))
            bindings << day;
        auto rows = connection.query(QString(u"SELECT day, "_s % Figures
                                             % u" FROM usage_totals WHERE scope = 'organization' AND provider = '' "
                                               "AND span = 1 AND name = ? AND day IN "
                                             % placeholders(1, int(size))),
                                     bindings);
        if (!rows)
            return rows.error();
        while (rows->next()) {
            room[rows->integer(0)] -= Sums{.tokens = rows->integer(1),
                                           .microMinutes = rows->integer(2),
                                           .calls = rows->integer(3),
                                           .cost = Money::fromNanos(rows->integer(4))};
        }
        return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
    });
    if (!read)
        return read.error();
    const auto fit = [](auto &amount, auto &left) {
        amount = std::clamp(left, {}, amount);
        left -= amount;
    };
    for (auto it = daily.begin(); it != daily.end(); ++it) {
        Sums &left = room[it.key().day];
        fit(it->tokens, left.tokens);
        fit(it->microMinutes, left.microMinutes);
        fit(it->calls, left.calls);
        fit(it->cost, left.cost);
    }
    return daily;
}

const QString EventSums = u"SUM(tokens), SUM(minutes), SUM(calls), SUM(cost), COUNT(*), SUM(flagged)"_s;
const QString DailySumsOf = u"SUM(tokens), SUM(minutes), SUM(calls), SUM(cost), SUM(events), SUM(flagged)"_s;

/// year * 100 + month of occurred_at.
QString monthOf(store::Engine engine)
{
    return engine == store::Engine::Sqlite
        ? u"CAST(strftime('%Y%m', occurred_at / 1000, 'unixepoch') AS INTEGER)"_s
        : u"CAST(to_char(to_timestamp(occurred_at / 1000) AT TIME ZONE 'UTC', 'YYYYMM') AS INTEGER)"_s;
}

QStringList rebuilding(store::Engine engine)
{
    QStringList sql{u"DELETE FROM usage_daily"_s, u"DELETE FROM usage_monthly"_s, u"DELETE FROM usage_totals"_s};
    sql << QString(u"INSERT INTO usage_daily (organization_id, user_id, day, provider, agent_id, "_s % Figures
                   % u") SELECT organization_id, user_id, occurred_at / 86400000, provider, agent_id, " % EventSums
                   % u" FROM usage_events GROUP BY 1, 2, 3, 4, 5");
    sql << QString(u"INSERT INTO usage_monthly (organization_id, user_id, month, "_s % Figures
                   % u") SELECT organization_id, user_id, " % monthOf(engine) % u", " % EventSums
                   % u" FROM usage_events GROUP BY 1, 2, 3");
    const QList<std::pair<QString, QString>> scopes{{u"platform"_s, u"''"_s},
                                                    {u"organization"_s, u"organization_id"_s},
                                                    {u"user"_s, u"user_id"_s},
                                                    {u"agent"_s, u"agent_id"_s}};
    for (const auto &[scope, name] : scopes) {
        for (const QString &provider : {u"''"_s, u"provider"_s}) {
            for (const qint64 span : {qint64(1), BlockDays}) {
                sql << QString(
                    u"INSERT INTO usage_totals (scope, provider, span, day, name, "_s % Figures
                    % u") SELECT '%1', %2, %3, day - day % %3, %4, "_s.arg(scope, provider).arg(span).arg(name)
                    % DailySumsOf % u" FROM usage_daily GROUP BY 1, 2, 3, 4, 5");
            }
        }
    }
    return sql;
}
}

Result<Done> addToRollups(store::Connection &connection, const QString &organizationId, const QString &userId,
                          const DailySums &sums)
{
    const auto counted = fitting(connection, organizationId, sums);
    if (!counted)
        return counted.error();
    QList<SumRow> rows;
    for (const auto &[key, figures] : counted->asKeyValueRange())
        rows << SumRow{{organizationId, userId, key.day, key.provider, key.agentId}, figures};
    auto done = upsert(connection, u"usage_daily"_s, u"organization_id, user_id, day, provider, agent_id"_s, rows);
    if (!done)
        return done;
    return upsert(connection, u"usage_totals"_s, u"scope, provider, span, day, name"_s,
                  totalsOf(organizationId, userId, *counted));
}

Result<Sums> addToMonth(store::Connection &connection, const QString &organizationId, const QString &userId, int month,
                        const Sums &sums)
{
    static const QString sql = u"INSERT INTO usage_monthly (organization_id, user_id, month, "_s % Figures
        % u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organization_id, user_id, month) DO UPDATE SET "
        % adding(u"usage_monthly"_s) % u" RETURNING " % Figures;
    QVariantList bindings{organizationId, userId, month};
    bind(bindings, sums);
    auto rows = connection.query(sql, bindings);
    if (!rows)
        return rows.error();
    if (!rows->next())
        return ErrorCode::ServiceUnavailable;
    return Sums{.tokens = rows->integer(0),
                .microMinutes = rows->integer(1),
                .calls = rows->integer(2),
                .cost = Money::fromNanos(rows->integer(3)),
                .events = rows->integer(4),
                .flagged = rows->integer(5)};
}

Result<Done> rebuildRollups(store::Connection &connection, int month)
{
    for (const QString &sql : rebuilding(connection.engine())) {
        if (auto done = connection.execute(sql); !done)
            return done.error();
    }
    auto followed = connection.execute(
        u"UPDATE users SET usage_month = ?, "
        "used_tokens = COALESCE((SELECT m.tokens FROM usage_monthly m WHERE m.organization_id = users.organization_id "
        "AND m.user_id = users.id AND m.month = ?), 0), "
        "used_calls = COALESCE((SELECT m.calls FROM usage_monthly m WHERE m.organization_id = users.organization_id "
        "AND m.user_id = users.id AND m.month = ?), 0)"_s,
        {month, month, month});
    return followed ? Result<Done>(Done{}) : Result<Done>(followed.error());
}

QList<Stretch> stretches(qint64 first, qint64 last)
{
    const qint64 firstBlock = (first + BlockDays - 1) / BlockDays * BlockDays;
    const qint64 afterBlocks = (last + 1) / BlockDays * BlockDays;
    if (firstBlock >= afterBlocks)
        return {{1, first, last}};
    QList<Stretch> parts;
    if (first < firstBlock)
        parts << Stretch{1, first, firstBlock - 1};
    parts << Stretch{BlockDays, firstBlock, afterBlocks - BlockDays};
    if (afterBlocks <= last)
        parts << Stretch{1, afterBlocks, last};
    return parts;
}
}

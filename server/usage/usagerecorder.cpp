// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/usagerecorder.h"

#include "server/identity/userstore.h"
#include "server/usage/manyrows.h"
#include "server/usage/rollups.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace usage
{
namespace
{
constexpr std::array Thresholds{80, 100}; ///< per cent of the quota

/// Whether `used` has reached so many per cent of `quota`; both are far below 2^56.
bool reached(qint64 used, qint64 quota, int percent) { return used * 100 >= quota * percent; }
}

struct UsageRecorder::Batch {
    struct Row {
        const Event *event = nullptr;
        qint64 at = 0;
        Money cost;
        bool flagged = false;
    };

    QString organizationId;
    QString userId;
    QList<Row> rows; ///< in the order reported; after insert() only the new ones
    std::optional<Sums> thisMonth; ///< set when it changed
    Recorded recorded;

    Sums sumsOf(const Row &row) const
    {
        return {.tokens = row.event->amounts.tokens,
                .microMinutes = row.event->amounts.microMinutes,
                .calls = row.event->amounts.calls,
                .cost = row.cost,
                .events = 1,
                .flagged = row.flagged ? 1 : 0};
    }
};

Result<Recorded> UsageRecorder::record(const QString &organizationId, const QString &userId, const QList<Event> &events)
{
    const auto user = identity::UserStore(m_connection, m_settings, m_now).byId(userId);
    if (!user)
        return user.error();
    if (user->user.organizationId != organizationId)
        return ErrorCode::ResourceNotFound;
    Batch batch{.organizationId = organizationId, .userId = userId, .rows = {}, .thisMonth = {}, .recorded = {}};
    QSet<QString> ids;
    for (const Event &event : events) {
        if (ids.contains(event.id)) {
            ++batch.recorded.duplicates;
            continue;
        }
        ids.insert(event.id);
        const Money cost = event.cost ? *event.cost : m_prices.cost(event.provider, event.model, event.amounts);
        batch.rows << Batch::Row{&event, std::min(event.occurredAt, m_now), cost, false};
    }
    if (auto done = insert(batch); !done)
        return done.error();
    if (batch.rows.isEmpty())
        return batch.recorded;
    if (auto done = count(batch, user->user.limits.monthlyTokenQuota); !done)
        return done.error();
    if (auto done = flag(batch); !done)
        return done.error();
    DailySums daily;
    for (const Batch::Row &row : std::as_const(batch.rows))
        daily[{dayOf(row.at), row.event->provider, row.event->agentId}] += batch.sumsOf(row);
    if (auto done = addToRollups(m_connection, organizationId, userId, daily); !done)
        return done.error();
    if (auto done = followUser(batch); !done)
        return done.error();
    return batch.recorded;
}

/// The database decides what is new: another server may be at work on the same PostgreSQL.
Result<Done> UsageRecorder::insert(Batch &batch)
{
    static const QString head
        = u"INSERT INTO usage_events (organization_id, event_id, user_id, agent_id, provider, model, occurred_at, "
          "tokens, minutes, calls, cost, created_at) VALUES "_s;
    static const QString tail = u" ON CONFLICT (organization_id, event_id) DO NOTHING RETURNING event_id"_s;
    constexpr int Columns = 12;
    QSet<QString> fresh;
    auto done = inChunks(batch.rows.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        QVariantList bindings;
        bindings.reserve(size * Columns);
        for (const Batch::Row &row : batch.rows.sliced(first, size)) {
            const Event &event = *row.event;
            bindings << batch.organizationId << event.id << batch.userId << event.agentId << event.provider
                     << event.model << row.at << event.amounts.tokens << event.amounts.microMinutes
                     << event.amounts.calls << row.cost.nanos() << m_now;
        }
        auto rows = m_connection.query(QString(head % placeholders(size, Columns) % tail), bindings);
        if (!rows)
            return rows.error();
        while (rows->next())
            fresh.insert(rows->text(0));
        return rows->failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
    });
    if (!done)
        return done;
    const qsizetype sent = batch.rows.size();
    batch.rows.removeIf([&](const Batch::Row &row) { return !fresh.contains(row.event->id); });
    batch.recorded.accepted = batch.rows.size();
    batch.recorded.duplicates += sent - batch.rows.size();
    return Done{};
}

/// Adds to the months, and finds what went over the quota: an event that passes it, and every one after that.
Result<Done> UsageRecorder::count(Batch &batch, qint64 quota)
{
    QMap<int, Sums> months;
    for (const Batch::Row &row : std::as_const(batch.rows))
        months[identity::usageMonth(row.at)] += batch.sumsOf(row);
    for (const auto &[month, sums] : months.asKeyValueRange()) {
        const auto after = addToMonth(m_connection, batch.organizationId, batch.userId, month, sums);
        if (!after)
            return after.error();
        if (month == identity::usageMonth(m_now))
            batch.thisMonth = *after;
        qint64 used = after->tokens - sums.tokens;
        qint64 flagged = 0;
        for (Batch::Row &row : batch.rows) {
            if (identity::usageMonth(row.at) != month)
                continue;
            row.flagged = used >= quota || used + row.event->amounts.tokens > quota;
            flagged += row.flagged ? 1 : 0;
            used += row.event->amounts.tokens;
        }
        batch.recorded.flagged += flagged;
        if (flagged > 0) {
            auto counted = m_connection.execute(u"UPDATE usage_monthly SET flagged = flagged + ? "
                                                "WHERE organization_id = ? AND user_id = ? AND month = ?"_s,
                                                {flagged, batch.organizationId, batch.userId, month});
            if (!counted)
                return counted.error();
        }
        for (const int percent : Thresholds) {
            if (!reached(after->tokens, quota, percent))
                continue;
            auto crossed = m_connection.execute(
                u"INSERT INTO quota_events (organization_id, user_id, month, threshold, used_tokens, token_quota, "
                "created_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (organization_id, user_id, month, threshold) DO NOTHING"_s,
                {batch.organizationId, batch.userId, month, percent, after->tokens, quota, m_now});
            if (!crossed)
                return crossed.error();
        }
    }
    return Done{};
}

Result<Done> UsageRecorder::flag(const Batch &batch)
{
    QStringList ids;
    for (const Batch::Row &row : batch.rows) {
        if (row.flagged)
            ids << row.event->id;
    }
    return inChunks(ids.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        QVariantList bindings{batch.organizationId};
        for (const QString &id : ids.sliced(first, size))
            bindings << id;
        auto marked = m_connection.execute(
            QString(u"UPDATE usage_events SET flagged = 1 WHERE organization_id = ? AND event_id IN "_s
                    % placeholders(1, int(size))),
            bindings);
        return marked ? Result<Done>(Done{}) : Result<Done>(marked.error());
    });
}

/// What lists of users show is what quotas are held against.
Result<Done> UsageRecorder::followUser(const Batch &batch)
{
    if (!batch.thisMonth)
        return Done{};
    auto followed = m_connection.execute(
        u"UPDATE users SET usage_month = ?, used_tokens = ?, used_calls = ? WHERE id = ? AND organization_id = ?"_s,
        {identity::usageMonth(m_now), batch.thisMonth->tokens, batch.thisMonth->calls, batch.userId,
         batch.organizationId});
    return followed ? Result<Done>(Done{}) : Result<Done>(followed.error());
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/usagerecorder.h"

#include "server/identity/userstore.h"
#include "server/store/dialect.h"
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

constexpr int ColumnsOfAnEvent = 10; ///< its own ones
/// Binding costs more than SQL does: what all rows share is bound once. The first row tells PostgreSQL the types.
QString insertion(store::Engine engine, qsizetype rows)
{
    static const QString head
        = u" usage_events (organization_id, user_id, created_at, event_id, agent_id, provider, model, "
          "occurred_at, tokens, minutes, calls, cost, flagged) "
          "SELECT CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT), v.* FROM (VALUES "
          "(CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT), CAST(? AS BIGINT), "
          "CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS INTEGER))"_s;
    static const QString tail
        = u") AS v WHERE 1 = 1 ON CONFLICT (organization_id, event_id) DO NOTHING"_s; // SQLite needs the WHERE
    const QString others = rows == 1 ? QString() : QString(u", " % placeholders(rows - 1, ColumnsOfAnEvent));
    return store::insertInto(engine) % head % others % tail;
}
}

struct UsageRecorder::Batch {
    struct Row {
        const Event *event = nullptr;
        qint64 at = 0;
        int month = 0;
        Money cost;
        bool flagged = false;
    };

    QString organizationId;
    QString userId;
    QList<Row> rows; ///< in the order reported; once they are written, only the new ones
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

    QVariantList bindings(qsizetype first, qsizetype size, qint64 now) const
    {
        QVariantList values{organizationId, userId, now};
        values.reserve(values.size() + size * ColumnsOfAnEvent);
        for (qsizetype i = first; i < first + size; ++i) {
            const Row &row = rows[i];
            const Event &event = *row.event;
            values << event.id << event.agentId << event.provider << event.model << row.at << event.amounts.tokens
                   << event.amounts.microMinutes << event.amounts.calls << row.cost.nanos() << (row.flagged ? 1 : 0);
        }
        return values;
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
        const qint64 at = std::min(event.occurredAt, m_now);
        batch.rows << Batch::Row{&event, at, identity::usageMonth(at), cost, false};
    }
    const qint64 quota = user->user.limits.monthlyTokenQuota;
    const Batch asSent = batch;
    const auto wereNew = writeAsNew(batch, quota);
    if (!wereNew)
        return wereNew.error();
    if (!*wereNew) {
        batch = asSent;
        if (auto done = writeWhatIsNew(batch, quota); !done)
            return done.error();
    }
    if (batch.rows.isEmpty())
        return batch.recorded;
    DailySums daily;
    for (const Batch::Row &row : std::as_const(batch.rows))
        daily[{dayOf(row.at), row.event->provider, row.event->agentId}] += batch.sumsOf(row);
    if (auto done = addToRollups(m_connection, organizationId, userId, daily); !done)
        return done.error();
    if (auto done = followUser(batch); !done)
        return done.error();
    return batch.recorded;
}

/// Takes all for new, which nearly every batch is: then the months tell the flags before the events are written, once,
/// and nobody needs to ask which of them were new. False: some were not, and nothing is written.
Result<bool> UsageRecorder::writeAsNew(Batch &batch, qint64 quota)
{
    store::Transaction attempt(m_connection);
    if (!attempt.isOpen())
        return attempt.error();
    if (auto done = count(batch, quota); !done)
        return done.error();
    qint64 written = 0;
    auto done = inChunks(batch.rows.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        const auto inserted
            = m_connection.execute(insertion(m_connection.engine(), size), batch.bindings(first, size, m_now));
        if (!inserted)
            return inserted.error();
        written += *inserted;
        return Done{};
    });
    if (!done)
        return done.error();
    if (written < batch.rows.size())
        return false;
    batch.recorded.accepted = written;
    if (auto kept = attempt.commit(); !kept)
        return kept.error();
    return true;
}

Result<Done> UsageRecorder::writeWhatIsNew(Batch &batch, qint64 quota)
{
    if (auto done = insertWhatIsNew(batch); !done)
        return done;
    if (auto done = count(batch, quota); !done)
        return done;
    return flag(batch);
}

/// The database decides what is new: another server may be at work on the same PostgreSQL.
Result<Done> UsageRecorder::insertWhatIsNew(Batch &batch)
{
    QSet<QString> fresh;
    auto done = inChunks(batch.rows.size(), [&](qsizetype first, qsizetype size) -> Result<Done> {
        auto rows = m_connection.query(QString(insertion(m_connection.engine(), size) % u" RETURNING event_id"),
                                       batch.bindings(first, size, m_now));
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
        months[row.month] += batch.sumsOf(row);
    for (const auto &[month, sums] : months.asKeyValueRange()) {
        const auto after = addToMonth(m_connection, batch.organizationId, batch.userId, month, sums);
        if (!after)
            return after.error();
        if (month == identity::usageMonth(m_now))
            batch.thisMonth = *after;
        qint64 used = after->tokens - sums.tokens;
        qint64 flagged = 0;
        for (Batch::Row &row : batch.rows) {
            if (row.month != month)
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

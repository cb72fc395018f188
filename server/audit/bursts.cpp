// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/bursts.h"

#include "server/api/isotime.h"
#include "server/audit/chain.h"

using namespace Qt::StringLiterals;

namespace audit
{
namespace
{
constexpr qint64 MinuteMs = 60'000;

struct Burst {
    qint64 minute = 0;
    QString account = {};
    QString address = {};
    QString userId = {};
    QString organizationId = {};
    qint64 summed = 0;
};

Result<qint64> entriesOf(store::Connection &connection, const Burst &burst)
{
    auto rows = connection.query(u"SELECT entries FROM audit_bursts WHERE minute = ? AND account = ? AND address = ?"_s,
                                 {burst.minute, burst.account, burst.address});
    if (!rows)
        return rows.error();
    return rows->next() ? rows->integer(0) : 0;
}

Result<Done> count(store::Connection &connection, const Burst &burst, int entries, int summed)
{
    const auto counted = connection.execute(
        u"INSERT INTO audit_bursts (minute, account, address, user_id, organization_id, entries, summed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (minute, account, address) DO UPDATE SET entries = audit_bursts.entries + excluded.entries, "
        "summed = audit_bursts.summed + excluded.summed"_s,
        {burst.minute, burst.account, burst.address, burst.userId, burst.organizationId, entries, summed});
    return counted ? Result<Done>(Done{}) : counted.error();
}

/// Whoever tried is not known to be the account's user: that is whom it was done to.
Change failedSignIn(const QString &userId, const QString &account, const QString &organizationId,
                    const QJsonObject &how)
{
    return {.action = u"session.failed"_s,
            .targetType = u"user"_s,
            .targetId = userId,
            .targetLabel = account,
            .organizationId = organizationId,
            .after = how,
            .outcome = Outcome::Failure};
}

Result<QList<Burst>> dueAt(store::Connection &connection, qint64 minute)
{
    auto rows = connection.query(
        u"SELECT minute, account, address, user_id, organization_id, summed FROM audit_bursts WHERE minute < ? "
        "ORDER BY minute, account, address"_s,
        {minute});
    if (!rows)
        return rows.error();
    QList<Burst> due;
    while (rows->next())
        due << Burst{rows->integer(0), rows->text(1), rows->text(2), rows->text(3), rows->text(4), rows->integer(5)};
    return rows->failed() ? Result<QList<Burst>>(ErrorCode::ServiceUnavailable) : due;
}

Result<Done> sumUpNow(store::Connection &connection, qint64 nowMs)
{
    const qint64 minute = nowMs / MinuteMs;
    const auto due = dueAt(connection, minute);
    if (!due)
        return due.error();
    if (due->isEmpty())
        return Done{};
    for (const Burst &burst : *due) {
        if (burst.summed == 0)
            continue;
        Actor actor;
        actor.email = burst.account;
        actor.address = burst.address;
        const QJsonObject how{{u"reason"_s, u"summed_up"_s},
                              {u"attempts"_s, burst.summed},
                              {u"minute"_s, QString::fromLatin1(api::isoTime(burst.minute * MinuteMs))}};
        const Change change = failedSignIn(burst.userId, burst.account, burst.organizationId, how);
        if (const auto told = append(connection, entryOf(actor, change, nowMs)); !told)
            return told;
    }
    const auto gone = connection.execute(u"DELETE FROM audit_bursts WHERE minute < ?"_s, {minute});
    return gone ? Result<Done>(Done{}) : gone.error();
}

Result<Done> fail(store::Connection &connection, const Actor &actor, const QString &account, const QString &reason,
                  qint64 nowMs)
{
    // First, so that processes that count the same attempts stand in one line.
    if (const auto head = lockedHead(connection); !head)
        return head.error();
    if (const auto told = sumUpNow(connection, nowMs); !told)
        return told;
    Entry entry = entryOf(actor.as({}, account, {}),
                          failedSignIn(actor.userId, account, actor.organizationId, {{u"reason"_s, reason}}), nowMs);
    const Burst pair{.minute = nowMs / MinuteMs,
                     .account = entry.actorEmail,
                     .address = entry.address,
                     .userId = actor.userId,
                     .organizationId = actor.organizationId};
    const Burst all{.minute = pair.minute};
    const auto ofPair = entriesOf(connection, pair);
    const auto ofAll = entriesOf(connection, all);
    if (!ofPair || !ofAll)
        return ofPair ? ofAll.error() : ofPair.error();
    if (*ofPair >= EntriesOfPair)
        return count(connection, pair, 0, 1);
    if (*ofAll >= EntriesOfAll)
        return count(connection, all, 0, 1);
    for (const Burst &counted : {pair, all}) {
        if (const auto done = count(connection, counted, 1, 0); !done)
            return done;
    }
    return append(connection, std::move(entry));
}
}

Result<Done> recordFailedSignIn(store::Connection &connection, const Actor &actor, const QString &account,
                                const QString &reason, qint64 nowMs)
{
    return connection.beforeCommit(
        [actor, account, reason, nowMs](store::Connection &c) { return fail(c, actor, account, reason, nowMs); });
}

Result<Done> sumUp(store::Connection &connection, qint64 nowMs)
{
    const auto due = dueAt(connection, nowMs / MinuteMs);
    if (!due || due->isEmpty())
        return due ? Result<Done>(Done{}) : due.error();
    return connection.beforeCommit([nowMs](store::Connection &c) -> Result<Done> {
        const auto head = lockedHead(c);
        return head ? sumUpNow(c, nowMs) : head.error();
    });
}
}

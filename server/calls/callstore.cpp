// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/callstore.h"

#include "server/api/isotime.h"
#include "server/identity/ids.h"
#include "server/identity/userrow.h"
#include "server/store/rowlock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace calls
{
namespace
{
QVariant nullable(const std::optional<qint64> &number) { return number ? QVariant(*number) : QVariant(); }

QVariant nullable(const QString &text) { return text.isEmpty() ? QVariant() : QVariant(text); }

QString searchText(const CallRow &row)
{
    QStringList lines;
    for (const QString &text : {row.externalId, row.fromNumber, row.toNumber, row.outcome, row.notes})
        lines << identity::folded(text);
    return lines.join(u'\n');
}

template<typename T>
void take(T &target, const std::optional<T> &said)
{
    if (said)
        target = *said;
}

void take(std::optional<qint64> &target, const std::optional<qint64> &said)
{
    if (said)
        target = said;
}

QJsonObject event(const QString &type, qint64 atMs)
{
    return {{u"type"_s, type}, {u"at"_s, QString::fromLatin1(api::isoTime(atMs))}};
}

void append(CallRow &row, const QJsonObject &event)
{
    QJsonArray events = QJsonDocument::fromJson(row.timeline).array();
    events.append(event);
    row.timeline = QJsonDocument(events).toJson(QJsonDocument::Compact);
}

/// A report without a timeline says when its status came about by its times.
void addStatusEvent(CallRow &row, qint64 nowMs)
{
    const std::optional<qint64> at = isFinal(row.status) ? row.endedAt
        : row.status == CallStatus::InProgress           ? row.startedAt
                                                         : std::nullopt;
    append(row, event(QString(toWire(row.status)), at.value_or(nowMs)));
}

/// How far a call has come: nothing leads back from a higher step to a lower one.
int stepOf(CallStatus status) { return int(std::min(status, CallStatus::Completed)); }

/// What is told of a call and never counted.
template<typename Said>
void takeWords(CallRow &row, const Said &said)
{
    take(row.outcome, said.outcome);
    take(row.notes, said.notes);
    take(row.recordingUrl, said.recordingUrl);
    take(row.transcript, said.transcript);
    take(row.callMeta, said.callMeta);
}

void apply(CallRow &row, const CallReport &report, qint64 nowMs)
{
    const bool retimed
        = (report.startedAt && report.startedAt != row.startedAt) || (report.endedAt && report.endedAt != row.endedAt);
    take(row.agentId, report.agentId);
    take(row.carrier, report.carrier);
    take(row.direction, report.direction);
    take(row.fromNumber, report.fromNumber);
    take(row.toNumber, report.toNumber);
    take(row.startedAt, report.startedAt);
    take(row.endedAt, report.endedAt);
    take(row.cost, report.cost);
    takeWords(row, report);
    if (report.durationSeconds)
        row.durationSeconds = *report.durationSeconds;
    else if (retimed && row.startedAt && row.endedAt)
        row.durationSeconds = (*row.endedAt - *row.startedAt + 500) / 1000;
    // A telephony system's callbacks overtake each other: a late one knows of the call, not where it is by now.
    const bool leadsOn = report.status && stepOf(*report.status) >= stepOf(row.status);
    const bool changes = leadsOn && row.status != *report.status;
    if (leadsOn)
        row.status = *report.status;
    if (report.timeline)
        row.timeline = *report.timeline;
    else if (changes || (leadsOn && row.timeline == "[]"))
        addStatusEvent(row, nowMs);
}

Result<Done> inOrder(const CallRow &row)
{
    if (row.startedAt && row.endedAt && *row.endedAt < *row.startedAt)
        return Error{.code = ErrorCode::ValidationError,
                     .details = {{u"ended_at"_s, u"A call does not end before it starts"_s}}};
    constexpr qint64 LongestMs = 7LL * 24 * 3600 * 1000; // as long as duration_seconds may say
    if (row.startedAt && row.endedAt && *row.endedAt - *row.startedAt > LongestMs)
        return Error{.code = ErrorCode::ValidationError,
                     .details = {{u"ended_at"_s, u"A call lasts at most seven days"_s}}};
    return Done{};
}

/// Where a report says something else than what an ended call was counted and billed by, by field.
QMap<QString, QString> contradictions(const CallRow &row, const CallReport &report)
{
    QMap<QString, QString> wrong;
    const auto stays = [&wrong](const QString &field, const auto &said, const auto &is) {
        if (said && *said != is)
            wrong.insert(field, u"is not what the call ended with"_s);
    };
    const bool wasCanceled = row.status == CallStatus::Canceled;
    if (report.status && (wasCanceled || isFinal(*report.status))) // else it is late
        stays(u"status"_s, report.status, row.status);
    if (wasCanceled)
        return wrong; // counted by nothing, and where we did it the telephony system's times are as good
    stays(u"started_at"_s, report.startedAt, row.startedAt);
    stays(u"ended_at"_s, report.endedAt, row.endedAt);
    stays(u"duration_seconds"_s, report.durationSeconds, row.durationSeconds);
    stays(u"cost"_s, report.cost, row.cost);
    stays(u"direction"_s, report.direction, row.direction);
    stays(u"from_number"_s, report.fromNumber, row.fromNumber);
    stays(u"to_number"_s, report.toNumber, row.toNumber);
    stays(report.agentField, report.agentId, row.agentId);
    stays(report.carrierField, report.carrier, row.carrier);
    return wrong;
}

Error endedOtherwise(CallStatus status, const QMap<QString, QString> &wrong)
{
    return {.code = ErrorCode::ResourceConflict,
            .message = u"This call has already ended: it is %1. What it was counted by stays: %2."_s.arg(
                toWire(status), QStringList(wrong.keys()).join(u", "_s)),
            .details = wrong};
}
}

Result<CallRow> CallStore::one(const QString &where, const QVariantList &bindings)
{
    const QString sql = u"SELECT "_s % ListedColumns % u", u.transcript, u.timeline FROM calls u "_s % CallJoins
        % u" WHERE "_s % where;
    auto rows = m_connection.query(sql, bindings);
    if (!rows)
        return rows.error();
    if (rows->next())
        return readWhole(*rows);
    return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
}

Result<CallRow> CallStore::byId(const QString &organizationId, const QString &id)
{
    return one(u"u.organization_id = ? AND u.id = ?"_s, {organizationId, id});
}

Result<CallRow> CallStore::byIdOfAny(const QString &id) { return one(u"u.id = ?"_s, {id}); }

Result<CallRow> CallStore::forChange(const QString &organizationId, const QString &id, const CallCheck &check)
{
    if (const auto locked = store::lockRow(m_connection, "calls"_L1, id); !locked)
        return locked.error();
    auto row = byId(organizationId, id);
    if (row && check) {
        if (const auto fine = check(*row); !fine)
            return fine.error();
    }
    return row;
}

Result<Done> CallStore::knowsAgent(const QString &organizationId, const CallReport &report)
{
    if (report.agentId->isEmpty())
        return Done{};
    auto rows = m_connection.query(u"SELECT 1 FROM agents WHERE organization_id = ? AND id = ?"_s,
                                   {organizationId, *report.agentId});
    if (!rows)
        return rows.error();
    if (rows->next())
        return Done{};
    return Error{.code = ErrorCode::ValidationError, .details = {{report.agentField, u"There is no such agent"_s}}};
}

Result<Reported> CallStore::report(const QString &organizationId, const QString &userId, const CallReport &report)
{
    Reported reported{.row = {}, .before = {}, .isNew = true};
    CallRow &row = reported.row;
    row.id = identity::newId("call"_L1, m_now);
    row.organizationId = organizationId;
    row.userId = userId;
    row.externalId = report.externalId;
    row.createdAt = m_now;
    if (!report.externalId.isEmpty()) {
        auto known = one(u"u.organization_id = ? AND u.external_id = ?"_s, {organizationId, report.externalId});
        if (known)
            known = forChange(organizationId, known->id); // what another server is making of it is waited for
        if (!known && !(known.error() == ErrorCode::ResourceNotFound))
            return known.error();
        reported.isNew = !known;
        if (known)
            row = *std::move(known);
        if (!reported.isNew)
            reported.before = row;
    }
    const bool hadEnded = reported.before && isFinal(row.status);
    if (hadEnded) {
        if (const auto wrong = contradictions(row, report); !wrong.isEmpty())
            return endedOtherwise(row.status, wrong);
    }
    if (report.agentId && *report.agentId != row.agentId) {
        if (const auto known = knowsAgent(organizationId, report); !known)
            return known.error();
    }
    CallReport said = report;
    if (reported.isNew && !said.status)
        said.status = CallStatus::Completed;
    apply(row, said, m_now);
    if (reported.before && row == *reported.before)
        return reported;
    row.updatedAt = m_now;
    if (const auto fine = inOrder(row); !fine)
        return fine.error();
    if (const auto done = reported.isNew ? insert(row) : write(row); !done)
        return done.error();
    reported.hasEnded = isFinal(row.status) && !hadEnded;
    auto kept = byId(organizationId, row.id); // with the names that belong to it
    if (!kept)
        return kept.error();
    row = *std::move(kept);
    return reported;
}

Result<Done> CallStore::setCost(const QString &organizationId, const QString &id, qint64 nanoDollars)
{
    const auto set = m_connection.execute(u"UPDATE calls SET cost = ? WHERE organization_id = ? AND id = ?"_s,
                                          {nanoDollars, organizationId, id});
    return set ? Result<Done>(Done{}) : set.error();
}

Result<CallRow> CallStore::update(const CallRow &before, const CallChange &change)
{
    CallRow row = before;
    takeWords(row, change);
    row.updatedAt = m_now;
    const auto done = write(row);
    return done ? Result<CallRow>(row) : done.error();
}

Result<CallRow> CallStore::cancel(const CallRow &before, const QString &by)
{
    if (before.status != CallStatus::Queued)
        return Error{.code = ErrorCode::ResourceConflict,
                     .message = u"Only a queued call can be canceled; this one is %1."_s.arg(toWire(before.status))};
    CallRow row = before;
    row.status = CallStatus::Canceled;
    row.endedAt = m_now;
    row.updatedAt = m_now;
    QJsonObject canceled = event(u"canceled"_s, m_now);
    canceled.insert(u"by"_s, by);
    append(row, canceled);
    const auto done = write(row);
    return done ? Result<CallRow>(row) : done.error();
}

Result<Done> CallStore::insert(const CallRow &row)
{
    const auto made = m_connection.execute(
        u"INSERT INTO calls (id, organization_id, user_id, agent_id, external_id, carrier, direction, from_number, "
        "to_number, status, started_at, ended_at, began_at, duration_seconds, cost, outcome, notes, recording_url, "
        "transcript, timeline, call_meta, search_text, created_at, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {row.id,
         row.organizationId,
         row.userId,
         row.agentId,
         nullable(row.externalId),
         row.carrier,
         QString(toWire(row.direction)),
         row.fromNumber,
         row.toNumber,
         QString(toWire(row.status)),
         nullable(row.startedAt),
         nullable(row.endedAt),
         row.startedAt.value_or(row.createdAt),
         row.durationSeconds,
         nullable(row.cost),
         row.outcome,
         row.notes,
         row.recordingUrl,
         QString::fromUtf8(row.transcript),
         QString::fromUtf8(row.timeline),
         QString::fromUtf8(row.callMeta),
         searchText(row),
         row.createdAt,
         row.updatedAt});
    return made ? Result<Done>(Done{}) : made.error();
}

Result<Done> CallStore::write(const CallRow &row)
{
    const auto changed = m_connection.execute(
        u"UPDATE calls SET agent_id = ?, carrier = ?, direction = ?, from_number = ?, to_number = ?, status = ?, "
        "started_at = ?, ended_at = ?, began_at = ?, duration_seconds = ?, cost = ?, outcome = ?, notes = ?, "
        "recording_url = ?, transcript = ?, timeline = ?, call_meta = ?, search_text = ?, updated_at = ?, "
        "revision = revision + 1 WHERE organization_id = ? AND id = ?"_s,
        {row.agentId,
         row.carrier,
         QString(toWire(row.direction)),
         row.fromNumber,
         row.toNumber,
         QString(toWire(row.status)),
         nullable(row.startedAt),
         nullable(row.endedAt),
         row.startedAt.value_or(row.createdAt),
         row.durationSeconds,
         nullable(row.cost),
         row.outcome,
         row.notes,
         row.recordingUrl,
         QString::fromUtf8(row.transcript),
         QString::fromUtf8(row.timeline),
         QString::fromUtf8(row.callMeta),
         searchText(row),
         row.updatedAt,
         row.organizationId,
         row.id});
    return changed ? Result<Done>(Done{}) : changed.error();
}
}

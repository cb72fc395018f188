// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demotrail.h"

#include "server/api/isotime.h"
#include "server/audit/chain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo
{
namespace
{
constexpr qint64 MinuteMs = 60'000;
const QString Attacker = u"203.0.113.77"_s; // of a range kept for documentation (RFC 5737)

audit::Change ofUser(const QString &action, const QString &id, const QString &email, const QString &organizationId)
{
    return {.action = action,
            .targetType = u"user"_s,
            .targetId = id,
            .targetLabel = email,
            .organizationId = organizationId};
}

QJsonValue orNull(const store::Rows &rows, int column)
{
    return rows.isNull(column) ? QJsonValue() : QJsonValue(rows.integer(column));
}

Result<Done> ended(const store::Rows &rows)
{
    return rows.failed() ? Result<Done>(ErrorCode::ServiceUnavailable) : Result<Done>(Done{});
}
}

DemoTrail::DemoTrail(store::Connection &connection, DemoRandom &random, DemoWorld &world, const DemoTimeline &timeline,
                     const DemoCast &cast)
    : m_connection(connection)
    , m_random(random)
    , m_world(world)
    , m_timeline(timeline)
    , m_cast(cast)
    , m_firstMs(std::max(timeline.firstMs(), timeline.nowMs() - Days * DayMs))
{
}

Result<Done> DemoTrail::write()
{
    for (const DemoMember &member : m_cast.members)
        signIns(member);
    guessing();
    keys();
    const QString disabledUsers = u"SELECT id, email, organization_id, created_at FROM users WHERE is_active = 0 AND "
                                  "limit_notes = '' ORDER BY seq LIMIT 12"_s;
    const QString disabledOrganizations
        = u"SELECT id, name, id, created_at FROM organizations WHERE is_active = 0 ORDER BY seq LIMIT 4"_s;
    for (const auto &done : {changedLimits(), deactivated(u"user"_s, disabledUsers),
                             deactivated(u"organization"_s, disabledOrganizations), agents()}) {
        if (!done)
            return done;
    }
    std::ranges::stable_sort(m_events, {}, &Event::at);
    audit::Backfill log(m_connection);
    for (const Event &event : std::as_const(m_events)) {
        if (const auto added = log.add(event.actor, event.change, event.at, m_world.newId("audit"_L1, event.at));
            !added)
            return added;
    }
    return log.finish();
}

void DemoTrail::tell(qint64 at, const audit::Actor &actor, const audit::Change &change)
{
    if (at >= m_firstMs && at <= m_timeline.nowMs())
        m_events.append({at, actor, change});
}

qint64 DemoTrail::moment(qint64 notBefore) { return m_timeline.moment(m_random, std::max(notBefore, m_firstMs)); }

audit::Actor DemoTrail::actorOf(const DemoMember &member, qint64 at)
{
    audit::Actor actor;
    actor.userId = member.userId;
    actor.email = member.email;
    actor.organizationId = member.organizationId;
    actor.address = member.address;
    actor.userAgent = member.program;
    const double moved = double(at - m_timeline.firstMs()) / double(m_timeline.nowMs() - m_timeline.firstMs() + 1);
    actor.version = member.program.startsWith("voxdesk"_L1) || m_random.chance(moved) ? u"v2"_s : u"v1"_s;
    actor.requestId = u"req_"_s + QString::number(m_random.bits(), 16).rightJustified(16, u'0');
    const auto sessions = m_sessions.constFind(member.userId);
    if (sessions == m_sessions.constEnd())
        return actor;
    if (const auto after = sessions->upperBound(at); after != sessions->constBegin())
        actor.sessionId = *std::prev(after);
    return actor;
}

/// From the last one, which the user's row tells, back.
void DemoTrail::signIns(const DemoMember &member)
{
    const QString device = m_world.newId("dev"_L1, member.since);
    const int most = member.known ? 24 : 7;
    qint64 at = member.lastLogin;
    for (int i = 0; i < most && at >= std::max(member.since, m_firstMs); ++i) {
        const QString session = m_world.newId("sess"_L1, at);
        m_sessions[member.userId].insert(at, session);
        audit::Actor actor = actorOf(member, at);
        actor.deviceId = device;
        audit::Change change{.action = u"session.created"_s,
                             .targetType = u"session"_s,
                             .targetId = session,
                             .targetLabel = member.email,
                             .organizationId = member.organizationId,
                             .after
                             = {{u"device_id"_s, device}, {u"new_device"_s, false}, {u"second_factor"_s, false}}};
        tell(at, actor, change);
        if (i > 0 && m_random.chance(0.3)) {
            change.action = u"session.ended"_s;
            change.after = QJsonObject();
            actor.requestId = u"req_"_s + QString::number(m_random.bits(), 16).rightJustified(16, u'0');
            tell(at + 20 * MinuteMs + m_random.below(6 * HourMs), actor, change);
        }
        if (m_random.chance(0.06))
            failedSignIn(member, at - 15'000 - m_random.below(MinuteMs), actor,
                         {{u"reason"_s, u"invalid_credentials"_s}});
        at -= DayMs / 2 + qint64(m_random.exponential() * 3.5 * double(DayMs));
    }
    if (m_random.chance(0.04)) {
        const qint64 changed = moment(member.since);
        audit::Change change = ofUser(u"password.changed"_s, member.userId, member.email, member.organizationId);
        change.after = {{u"password"_s, u"changed"_s}, {u"sessions_ended"_s, m_random.below(3)}};
        tell(changed, actorOf(member, changed), change);
    }
}

void DemoTrail::failedSignIn(const DemoMember &member, qint64 at, const audit::Actor &from, const QJsonObject &how)
{
    audit::Actor actor = from.as({}, member.email, {}); // whoever tried is not known to be them
    actor.sessionId.clear();
    actor.deviceId.clear();
    audit::Change change = ofUser(u"session.failed"_s, member.userId, member.email, member.organizationId);
    change.after = how;
    change.outcome = audit::Outcome::Failure;
    tell(at, actor, change);
}

/// A night in which somebody tried passwords, as audit/bursts.h would have written it down.
void DemoTrail::guessing()
{
    audit::Actor actor;
    actor.address = Attacker;
    const qint64 minute = (m_timeline.nowMs() / DayMs * DayMs - 3 * DayMs + 3 * HourMs + 17 * MinuteMs) / MinuteMs;
    for (const DemoMember &member : m_cast.members.first(std::min<qsizetype>(4, m_cast.members.size()))) {
        audit::Actor tries = actor;
        tries.userAgent = u"python-requests/2.32.3"_s;
        tries.version = u"v1"_s;
        for (int i = 0; i < 5; ++i)
            failedSignIn(member, minute * MinuteMs + 1100 * i + m_random.below(1000), tries,
                         {{u"reason"_s, i < 4 ? u"invalid_credentials"_s : u"account_locked"_s}});
        failedSignIn(member, (minute + 1) * MinuteMs + 2000, actor,
                     {{u"reason"_s, u"summed_up"_s},
                      {u"attempts"_s, 40 + m_random.below(200)},
                      {u"minute"_s, QString::fromLatin1(api::isoTime(minute * MinuteMs))}});
    }
}

void DemoTrail::keys()
{
    for (const DemoKey &key : m_cast.keys) {
        const DemoMember &creator = m_cast.members[key.creator];
        const auto happened = [&](const QString &what, qint64 at, const QJsonObject &before, const QJsonObject &after) {
            tell(at, actorOf(creator, at),
                 {.action = u"access_key."_s + what,
                  .targetType = u"access_key"_s,
                  .targetId = key.id,
                  .targetLabel = key.name,
                  .organizationId = creator.organizationId,
                  .before = before,
                  .after = after});
        };
        const QJsonObject fields{{u"name"_s, key.name},
                                 {u"permissions"_s, key.permission},
                                 {u"rate_limit_per_hour"_s, QJsonValue()},
                                 {u"expires_at"_s, QJsonValue()}};
        happened(u"created"_s, key.createdAt, {}, fields);
        if (key.rotatedAt > 0)
            happened(u"rotated"_s, key.rotatedAt, {}, {{u"secret"_s, u"changed"_s}, {u"overlap_seconds"_s, 86'400}});
        if (key.revokedAt > 0)
            happened(u"revoked"_s, key.revokedAt, fields, {});
    }
}

Result<Done> DemoTrail::changedLimits()
{
    auto rows = m_connection.query(u"SELECT id, email, organization_id, created_at, max_agents, monthly_token_quota, "
                                   "requests_per_hour, limit_notes FROM users WHERE limit_notes <> '' "
                                   "ORDER BY seq LIMIT 40"_s);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const qint64 at = moment(rows->integer(3));
        audit::Change change = ofUser(u"limits.updated"_s, rows->text(0), rows->text(1), rows->text(2));
        int column = 4;
        for (const QString &name : {u"max_agents"_s, u"monthly_token_quota"_s, u"requests_per_hour"_s}) {
            change.before.insert(name, QJsonValue());
            change.after.insert(name, orNull(*rows, column++));
        }
        change.before.insert(u"notes"_s, QString());
        change.after.insert(u"notes"_s, rows->text(column));
        tell(at, actorOf(m_cast.members.first(), at), change);
    }
    return ended(*rows);
}

/// `sql`: id, name, organisation, when it was made.
Result<Done> DemoTrail::deactivated(const QString &kind, const QString &sql)
{
    auto rows = m_connection.query(sql);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const qint64 at = moment(rows->integer(3));
        tell(at, actorOf(m_cast.members.first(), at),
             {.action = kind + u".updated"_s,
              .targetType = kind,
              .targetId = rows->text(0),
              .targetLabel = rows->text(1),
              .organizationId = rows->text(2),
              .before = {{u"is_active"_s, true}},
              .after = {{u"is_active"_s, false}}});
    }
    return ended(*rows);
}

Result<Done> DemoTrail::agents()
{
    QMap<QString, const DemoMember *> members;
    for (const DemoMember &member : m_cast.members)
        members.insert(member.userId, &member);
    auto rows = m_connection.query(u"SELECT id, name, user_id, created_at, status, llm_provider, phone_number FROM "
                                   "agents WHERE created_at >= ? ORDER BY seq LIMIT 400"_s,
                                   {m_firstMs});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const DemoMember *member = members.value(rows->text(2));
        if (!member)
            continue;
        const bool active = rows->text(4) == "active"_L1;
        audit::Change change{.action = u"agent.created"_s,
                             .targetType = u"agent"_s,
                             .targetId = rows->text(0),
                             .targetLabel = rows->text(1),
                             .organizationId = member->organizationId,
                             .after = {{u"name"_s, rows->text(1)},
                                       {u"status"_s, u"active"_s},
                                       {u"llm_provider"_s, rows->text(5)},
                                       {u"phone_number"_s, rows->text(6)}}};
        tell(rows->integer(3), actorOf(*member, rows->integer(3)), change);
        if (active)
            continue;
        const qint64 at = moment(rows->integer(3));
        change.action = u"agent.updated"_s;
        change.before = {{u"status"_s, u"active"_s}};
        change.after = {{u"status"_s, u"inactive"_s}};
        tell(at, actorOf(*member, at), change);
    }
    return ended(*rows);
}
}

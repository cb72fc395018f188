// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacy/legacyexamination.h"

#include "server/api/schemalibrary.h"
#include "server/calls/callinput.h"
#include "server/calls/callsroutes.h"
#include "server/identity/identityroutes.h"
#include "server/identity/useranswers.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace legacy
{
const QString InvalidValue = u"INVALID_VALUE"_s;
const QString UnknownOwner = u"UNKNOWN_OWNER"_s;
const QString UnknownAgent = u"UNKNOWN_AGENT"_s;
const QString ExternalIdNotTaken = u"EXTERNAL_ID_NOT_TAKEN"_s;

namespace
{
constexpr qint64 LongestSeconds = 7LL * 24 * 3600; // of a call

/// What is read of a row, and what means nothing here.
const QSet<QString> UserFields{u"id"_s,
                               u"email"_s,
                               u"password"_s, // told of as such
                               u"password_hash"_s,
                               u"organization_name"_s,
                               u"first_name"_s,
                               u"firstName"_s,
                               u"last_name"_s,
                               u"lastName"_s,
                               u"name"_s,
                               u"phone"_s,
                               u"timezone"_s,
                               u"language"_s,
                               u"role"_s,
                               u"subscription_tier"_s,
                               u"is_active"_s,
                               u"status"_s,
                               u"max_agents"_s,
                               u"monthly_token_quota"_s,
                               u"requests_per_hour"_s,
                               u"created_at"_s,
                               u"updated_at"_s};
const QSet<QString> AgentFields{u"id"_s,     u"user_id"_s,   u"owner_id"_s,   u"created_by"_s,
                                u"prompt"_s, u"is_active"_s, u"created_at"_s, u"updated_at"_s};
const QSet<QString> CallFields{
    u"id"_s,           u"user_id"_s,     u"owner_id"_s,   u"created_by"_s, u"agent_id"_s,
    u"assistant_id"_s, u"external_id"_s, u"call_sid"_s,   u"carrier"_s,    u"provider"_s,
    u"direction"_s,    u"from_number"_s, u"from"_s,       u"to_number"_s,  u"to"_s,
    u"phone_number"_s, u"status"_s,      u"started_at"_s, u"ended_at"_s,   u"duration_seconds"_s,
    u"duration"_s,     u"cost"_s,        u"outcome"_s,    u"notes"_s,      u"recording_url"_s,
    u"transcript"_s,   u"call_meta"_s,   u"metadata"_s,   u"created_at"_s, u"updated_at"_s};

bool isTime(const QJsonObject &row, QLatin1StringView name)
{
    return !row.contains(name) || row[name].isNull() || timeIn(row, name);
}

/// Collects what is wrong with one list's rows.
class Examiner
{
public:
    Examiner(QList<Issue> &issues, const api::CompiledSchema &user, const api::CompiledSchema &call,
             const AgentCheck &checkAgent)
        : m_issues(issues)
        , m_user(user)
        , m_call(call)
        , m_checkAgent(checkAgent)
    {
    }

    void users(const QJsonArray &rows);
    void agents(const QJsonArray &rows);
    void campaigns(const QJsonArray &rows);
    void calls(const QJsonArray &rows);

private:
    /// False where nothing more can be said about the row.
    bool begin(const QString &list, qsizetype i, const QJsonValue &row, QSet<QString> &ids);
    void email(const QString &email, QSet<QString> &seen);
    void standing(const QJsonObject &user);
    void call(const QJsonObject &row);
    void times(const QJsonObject &row);
    void words(const QJsonObject &row);
    void made(const QJsonObject &row);
    void dropped(const QJsonObject &row, const QSet<QString> &read);
    void complain(const QMap<QString, QString> &complaints);
    void say(Severity severity, const QString &code, const QString &message, const QString &misses = {})
    {
        m_issues << Issue{m_row, m_id, severity, code, message, misses};
    }

    QList<Issue> &m_issues;
    const api::CompiledSchema &m_user;
    const api::CompiledSchema &m_call;
    const AgentCheck &m_checkAgent;
    QSet<QString> m_users;
    QSet<QString> m_agents;
    QString m_row;
    QString m_id;
};

bool Examiner::begin(const QString &list, qsizetype i, const QJsonValue &row, QSet<QString> &ids)
{
    m_row = u"%1[%2]"_s.arg(list).arg(i);
    m_id = idOf(row);
    if (!row.isObject()) {
        say(Severity::Error, u"NOT_AN_OBJECT"_s, u"The row is not an object."_s);
        return false;
    }
    if (m_id.isEmpty()) {
        say(Severity::Error, u"NO_ID"_s,
            u"The row has no id, a text or a whole number; it could not be told from a new one next time."_s);
        return false;
    }
    if (ids.contains(m_id)) {
        say(Severity::Error, u"DUPLICATE_ID"_s, u"Another row before it has the same id."_s);
        return false;
    }
    ids.insert(m_id);
    return true;
}

void Examiner::complain(const QMap<QString, QString> &complaints)
{
    for (auto it = complaints.cbegin(); it != complaints.cend(); ++it)
        say(Severity::Error, InvalidValue, u"%1: %2."_s.arg(it.key(), it.value()));
}

void Examiner::made(const QJsonObject &row)
{
    if (!isTime(row, "created_at"_L1))
        say(Severity::Warning, u"INVALID_TIME"_s, u"created_at is no time; the row is dated to the import."_s);
}

void Examiner::dropped(const QJsonObject &row, const QSet<QString> &read)
{
    QStringList names;
    for (auto it = row.begin(); it != row.end(); ++it) {
        if (!it.value().isNull() && !read.contains(it.key()))
            names << it.key();
    }
    if (!names.isEmpty())
        say(Severity::Info, u"FIELDS_NOT_TAKEN"_s, u"Not taken over: %1."_s.arg(names.join(", "_L1)));
}

void Examiner::email(const QString &email, QSet<QString> &seen)
{
    if (!identity::isEmail(email))
        say(Severity::Error, u"INVALID_EMAIL"_s, u"The user has no valid e-mail address."_s);
    else if (seen.contains(email))
        say(Severity::Error, u"DUPLICATE_EMAIL"_s, u"Another user before it has the same e-mail address."_s);
    else if (!identity::isReachable(email))
        say(Severity::Warning, u"UNREACHABLE_EMAIL"_s, identity::Unreachable + u'.');
    seen.insert(email);
}

/// Whether a user may sign in, and as what.
void Examiner::standing(const QJsonObject &user)
{
    const auto role = roleFromWire(user["role"_L1].toString());
    if (const QString text = user["role"_L1].toString();
        !text.isEmpty() && role != Role::User && role != Role::Enterprise)
        say(Severity::Warning, u"ROLE_NOT_TAKEN"_s,
            u"The role %1 is not taken over; an administrator has to give it again."_s.arg(text));
    if (const QString tier = user["subscription_tier"_L1].toString();
        !tier.isEmpty() && !tierFromWire(tier) && role != Role::Enterprise)
        say(Severity::Warning, u"UNKNOWN_TIER"_s, u"The tier %1 is not known; the user gets the free one."_s.arg(tier));
    if (!isActive(user))
        say(Severity::Warning, u"USER_DISABLED"_s,
            u"The user is not active there and is imported disabled; an administrator may enable the account."_s);
}

void Examiner::users(const QJsonArray &rows)
{
    QSet<QString> emails;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonValue value = rows[i];
        if (!begin(u"users"_s, i, value, m_users))
            continue;
        const QJsonObject row = value.toObject();
        email(identity::normalizedEmail(row["email"_L1].toString()), emails);
        standing(row);
        QJsonObject fields = profileFrom(row);
        for (const QString &name : {u"role"_s, u"subscription_tier"_s, u"status"_s, u"is_active"_s, u"max_agents"_s,
                                    u"monthly_token_quota"_s, u"requests_per_hour"_s}) {
            if (row.contains(name) && !row[name].isNull())
                fields.insert(name, row[name]);
        }
        complain(m_user.check(api::JsonDocument::fromObject(fields)));
        made(row);
        if (!hasKnownHash(row))
            say(Severity::Info, u"PASSWORD_NOT_TAKEN"_s,
                u"The password cannot be taken over; the user needs a new one (voxdeskd user password)."_s);
        dropped(row, UserFields);
    }
}

void Examiner::agents(const QJsonArray &rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonValue value = rows[i];
        if (!begin(u"agents"_s, i, value, m_agents))
            continue;
        const QJsonObject row = value.toObject();
        const QJsonObject body = agentBodyFrom(row);
        auto complaints = m_checkAgent(body);
        if (body["name"_L1].toString().simplified().isEmpty()) {
            say(Severity::Error, u"NO_NAME"_s, u"The agent has no name."_s);
            complaints.remove(u"name"_s);
        }
        if (const QJsonValue on = row["is_active"_L1];
            !on.isUndefined() && !on.isNull() && !on.isBool() && on != QJsonValue(0) && on != QJsonValue(1))
            complaints.insert(u"is_active"_s, u"is neither true nor false"_s);
        complain(complaints);
        const QString owner = ownerOf(row);
        if (owner.isEmpty())
            say(Severity::Warning, u"OWNERLESS_AGENT"_s,
                u"The agent belongs to nobody; it goes to the administrator."_s);
        else if (!m_users.contains(owner))
            say(Severity::Warning, UnknownOwner,
                u"The agent's user %1 is not in the export; it goes to the administrator."_s.arg(owner), owner);
        const QString status = row["status"_L1].toVariant().toString().toLower();
        if (!status.isEmpty() && status != "active"_L1 && status != "inactive"_L1)
            say(Severity::Warning, u"STATUS_NOT_TAKEN"_s,
                u"The status %1 is none of an agent here; the agent is imported inactive."_s.arg(status));
        made(row);
        const QStringList taken = body.keys();
        dropped(row, AgentFields + QSet<QString>(taken.begin(), taken.end()));
    }
}

void Examiner::campaigns(const QJsonArray &rows)
{
    QSet<QString> ids;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (begin(u"campaigns"_s, i, rows[i], ids))
            say(Severity::Info, u"CAMPAIGN_KEPT"_s,
                u"Campaigns are not imported yet; the row stays untouched in the export."_s);
    }
}

void Examiner::calls(const QJsonArray &rows)
{
    QSet<QString> ids;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonValue value = rows[i];
        if (begin(u"calls"_s, i, value, ids))
            call(value.toObject());
    }
}

void Examiner::call(const QJsonObject &row)
{
    if (!statusOf(row))
        say(Severity::Error, u"UNKNOWN_STATUS"_s, u"The status %1 is not known."_s.arg(row["status"_L1].toString()));
    times(row);
    words(row);
    if (const QString agent = agentOf(row); !agent.isEmpty() && !m_agents.contains(agent))
        say(Severity::Warning, UnknownAgent,
            u"The call's agent %1 is not in the export; the call is imported without one."_s.arg(agent), agent);
    dropped(row, CallFields);
}

void Examiner::times(const QJsonObject &row)
{
    for (const auto name : {"started_at"_L1, "ended_at"_L1, "created_at"_L1}) {
        if (!isTime(row, name))
            say(Severity::Error, u"INVALID_TIME"_s, u"%1 is no time."_s.arg(name));
    }
    const auto from = timeIn(row, "started_at"_L1);
    const auto until = timeIn(row, "ended_at"_L1);
    if (from && until && (*until < *from || *until - *from > LongestSeconds * 1000))
        say(Severity::Error, u"INVALID_TIME"_s, u"The call ends before it starts, or lasts over seven days."_s);
    const QJsonValue duration = durationOf(row);
    const double seconds = duration.toDouble(-1);
    if (!duration.isUndefined() && !(seconds >= 0 && seconds <= double(LongestSeconds)))
        complain({{u"duration"_s, u"is no number of seconds up to seven days"_s}});
}

/// What the API would not take is an error: a call is imported once, and what it lost could not be added to it.
void Examiner::words(const QJsonObject &row)
{
    const QJsonObject body = callBodyFrom(row);
    auto complaints = m_call.check(api::JsonDocument::fromObject(body));
    if (complaints.isEmpty()) {
        if (const auto report = calls::reportFrom(body); !report)
            complaints = report.error().details;
    }
    complain(complaints);
    const QString direction = row["direction"_L1].toVariant().toString().trimmed();
    if (!direction.isEmpty() && !directionOf(row))
        say(Severity::Warning, u"DIRECTION_NOT_TAKEN"_s,
            u"The direction %1 is not known; the call is imported as outbound."_s.arg(direction));
    if (treeIn(row, "transcript"_L1).isString())
        say(Severity::Info, u"TRANSCRIPT_SPLIT"_s, u"The transcript is a text; each of its lines becomes a turn."_s);
    if (body.contains("call_meta"_L1) && !treeIn(row, "metadata"_L1).isUndefined())
        say(Severity::Warning, u"METADATA_AND_CALL_META"_s, u"call_meta is taken; metadata is left out."_s);
    else if (body["metadata"_L1].isObject())
        say(Severity::Info, u"METADATA_RENAMED"_s, u"metadata becomes call_meta."_s);
}

void addWhatIsGone(QList<Issue> &issues)
{
    const auto gone = [&issues](const QString &route, const QString &message) {
        issues << Issue{route, {}, Severity::Info, u"GONE_ON_PURPOSE"_s, message};
    };
    gone(u"GET /api/agents"_s, u"It no longer answers every user's agents, only the caller's own."_s);
    gone(u"POST /api/agents"_s, u"Every agent belongs to its maker, within the maker's agent limit."_s);
    gone(u"GET /api/campaigns"_s, u"It no longer answers every user's campaigns."_s);
    gone(
        u"{error, status}"_s,
        u"Errors are {success, message, error: {code, details}, request_id, timestamp} now; clients read error.code."_s);
    gone(u"calls without a credential"_s, u"Every call, assistant and agent route needs a credential now."_s);
}

/// As the routes that set these take them; what else a role, a tier and a status may be is told of in other ways.
api::Schema userSchema()
{
    return R"({"type":"object","properties":{"role":{"type":"string"},"subscription_tier":{"type":"string"},
        "status":{"type":"string"},"is_active":{"enum":[true,false,0,1]},)"
        + identity::ProfileProperties + ',' + identity::LimitProperties + "}}";
}
}

QLatin1StringView toWire(Severity severity)
{
    return severity == Severity::Error ? "error"_L1 : severity == Severity::Warning ? "warning"_L1 : "info"_L1;
}

Result<QList<Issue>> examine(const Export &exported, const AgentCheck &checkAgent)
{
    api::SchemaLibrary schemas;
    if (const auto known = schemas.add(identity::identityComponents() + calls::callComponents()); !known)
        return known.error();
    const auto user = schemas.compile(userSchema());
    if (!user)
        return user.error();
    const auto call = schemas.compile(calls::reportBody());
    if (!call)
        return call.error();
    QList<Issue> issues;
    Examiner examiner(issues, **user, **call, checkAgent);
    examiner.users(exported.users);
    examiner.agents(exported.agents);
    examiner.campaigns(exported.campaigns);
    examiner.calls(exported.calls);
    addWhatIsGone(issues);
    return issues;
}

Issue externalIdIssue(const QJsonObject &call, qsizetype i)
{
    return {u"calls[%1]"_s.arg(i), idOf(call), Severity::Warning, ExternalIdNotTaken,
            u"Another call of the organization has the external id %1; this one is imported without it."_s.arg(
                externalIdOf(call))};
}

bool isImportable(const QList<Issue> &issues)
{
    return std::ranges::none_of(issues, [](const Issue &issue) { return issue.severity == Severity::Error; });
}
}

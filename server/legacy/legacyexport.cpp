// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacy/legacyexport.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace legacy
{
namespace
{
/// Collects what is wrong with one list's rows.
class Examiner
{
public:
    explicit Examiner(QList<Issue> &issues)
        : m_issues(issues)
    {
    }

    void users(const QJsonArray &rows);
    void agents(const QJsonArray &rows);
    void campaigns(const QJsonArray &rows);
    void calls(const QJsonArray &rows);

private:
    /// False where nothing more can be said about the row.
    bool begin(const QString &list, qsizetype i, const QJsonValue &row, QSet<QString> &ids);
    void say(Severity severity, const QString &code, const QString &message)
    {
        m_issues << Issue{m_row, m_id, severity, code, message};
    }

    QList<Issue> &m_issues;
    QSet<QString> m_users;
    QSet<QString> m_agents;
    QString m_row;
    QString m_id;
};

std::optional<calls::CallStatus> statusIn(const QJsonValue &row)
{
    QString text = row["status"_L1].toString(u"completed"_s).toLower();
    text.replace(u'-', u'_').replace(u' ', u'_');
    if (text == "cancelled"_L1)
        return calls::CallStatus::Canceled;
    if (text == "ringing"_L1 || text == "initiated"_L1)
        return calls::CallStatus::Dialing;
    return calls::callStatusFromWire(text);
}

bool isTime(const QJsonObject &row, QLatin1StringView name)
{
    return !row.contains(name) || row[name].isNull() || timeIn(row, name);
}

bool isArgon2(const QJsonValue &row) { return row["password_hash"_L1].toString().startsWith("$argon2id$"_L1); }

bool Examiner::begin(const QString &list, qsizetype i, const QJsonValue &row, QSet<QString> &ids)
{
    m_row = u"%1[%2]"_s.arg(list).arg(i);
    m_id = idOf(row);
    if (!row.isObject()) {
        say(Severity::Error, u"NOT_AN_OBJECT"_s, u"The row is not an object."_s);
        return false;
    }
    if (m_id.isEmpty()) {
        say(Severity::Error, u"NO_ID"_s, u"The row has no id; it could not be told from a new one next time."_s);
        return false;
    }
    if (ids.contains(m_id)) {
        say(Severity::Error, u"DUPLICATE_ID"_s, u"Another row before it has the same id."_s);
        return false;
    }
    ids.insert(m_id);
    return true;
}

void Examiner::users(const QJsonArray &rows)
{
    QSet<QString> emails;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonValue row = rows[i];
        if (!begin(u"users"_s, i, row, m_users))
            continue;
        const QString email = identity::normalizedEmail(row["email"_L1].toString());
        if (!identity::isEmail(email))
            say(Severity::Error, u"INVALID_EMAIL"_s, u"The user has no valid e-mail address."_s);
        else if (emails.contains(email))
            say(Severity::Error, u"DUPLICATE_EMAIL"_s, u"Another user before it has the same e-mail address."_s);
        emails.insert(email);
        const QString role = row["role"_L1].toString();
        if (role == "admin"_L1 || role == "support"_L1)
            say(Severity::Warning, u"ROLE_NOT_TAKEN"_s,
                u"The role %1 is not taken over; an administrator has to give it again."_s.arg(role));
        if (!isArgon2(row))
            say(Severity::Info, u"PASSWORD_NOT_TAKEN"_s,
                u"The password cannot be taken over; the user needs a new one (voxdeskd user password)."_s);
    }
}

void Examiner::agents(const QJsonArray &rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonValue row = rows[i];
        if (!begin(u"agents"_s, i, row, m_agents))
            continue;
        if (row["name"_L1].toString().simplified().isEmpty())
            say(Severity::Error, u"NO_NAME"_s, u"The agent has no name."_s);
        const QString owner = ownerOf(row);
        if (owner.isEmpty())
            say(Severity::Warning, u"OWNERLESS_AGENT"_s,
                u"The agent belongs to nobody; it goes to the administrator."_s);
        else if (!m_users.contains(owner))
            say(Severity::Warning, u"UNKNOWN_OWNER"_s,
                u"The agent's user %1 is not in the export; it goes to the administrator."_s.arg(owner));
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
        if (!begin(u"calls"_s, i, value, ids))
            continue;
        const QJsonObject row = value.toObject();
        if (!statusIn(row))
            say(Severity::Error, u"UNKNOWN_STATUS"_s,
                u"The status %1 is not known."_s.arg(row["status"_L1].toString()));
        for (const auto name : {"started_at"_L1, "ended_at"_L1, "created_at"_L1}) {
            if (!isTime(row, name))
                say(Severity::Error, u"INVALID_TIME"_s, u"%1 is no time."_s.arg(name));
        }
        const auto from = timeIn(row, "started_at"_L1);
        const auto until = timeIn(row, "ended_at"_L1);
        constexpr qint64 LongestMs = 7LL * 24 * 3600 * 1000;
        if (from && until && (*until < *from || *until - *from > LongestMs))
            say(Severity::Error, u"INVALID_TIME"_s, u"The call ends before it starts, or lasts over seven days."_s);
        if (const QString agent = agentOf(row); !agent.isEmpty() && !m_agents.contains(agent))
            say(Severity::Warning, u"UNKNOWN_AGENT"_s,
                u"The call's agent %1 is not in the export; the call is imported without one."_s.arg(agent));
        if (row.contains("metadata"_L1) && row.contains("call_meta"_L1))
            say(Severity::Warning, u"METADATA_AND_CALL_META"_s, u"call_meta is taken; metadata is left out."_s);
        else if (row.contains("metadata"_L1))
            say(Severity::Info, u"METADATA_RENAMED"_s, u"metadata becomes call_meta."_s);
    }
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

std::optional<QString> textIn(const QJsonObject &row, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (row[name].isString())
            return row[name].toString().trimmed();
    }
    return {};
}

QByteArray json(const QJsonValue &tree)
{
    return (tree.isArray() ? QJsonDocument(tree.toArray()) : QJsonDocument(tree.toObject()))
        .toJson(QJsonDocument::Compact);
}
}

QLatin1StringView toWire(Severity severity)
{
    return severity == Severity::Error ? "error"_L1 : severity == Severity::Warning ? "warning"_L1 : "info"_L1;
}

Export Export::from(const QJsonObject &exported)
{
    return {exported["users"_L1].toArray(), exported["agents"_L1].toArray(), exported["campaigns"_L1].toArray(),
            exported["calls"_L1].toArray()};
}

QList<Issue> examine(const Export &exported)
{
    QList<Issue> issues;
    Examiner examiner(issues);
    examiner.users(exported.users);
    examiner.agents(exported.agents);
    examiner.campaigns(exported.campaigns);
    examiner.calls(exported.calls);
    addWhatIsGone(issues);
    return issues;
}

bool isImportable(const QList<Issue> &issues)
{
    return std::ranges::none_of(issues, [](const Issue &issue) { return issue.severity == Severity::Error; });
}

QString idOf(const QJsonValue &row)
{
    const QJsonValue id = row["id"_L1];
    return id.isDouble() ? QString::number(id.toInteger()) : id.toString();
}

QString ownerOf(const QJsonValue &agent)
{
    for (const auto name : {"user_id"_L1, "owner_id"_L1, "created_by"_L1}) {
        const QString owner = idOf(QJsonObject{{u"id"_s, agent[name]}});
        if (!owner.isEmpty())
            return owner;
    }
    return {};
}

QString agentOf(const QJsonValue &call)
{
    const QString agent = idOf(QJsonObject{{u"id"_s, call["agent_id"_L1]}});
    return agent.isEmpty() ? idOf(QJsonObject{{u"id"_s, call["assistant_id"_L1]}}) : agent;
}

identity::NewUser userFrom(const QJsonObject &row)
{
    const auto tier = tierFromWire(row["subscription_tier"_L1].toString()).value_or(Tier::Free);
    return {.email = identity::normalizedEmail(row["email"_L1].toString()),
            .passwordHash = isArgon2(row) ? row["password_hash"_L1].toString() : QString(),
            .organizationName = textIn(row, {"organization_name"_L1}).value_or(QString()),
            .firstName = textIn(row, {"first_name"_L1, "firstName"_L1}).value_or(QString()),
            .lastName = textIn(row, {"last_name"_L1, "lastName"_L1}).value_or(QString()),
            .phone = textIn(row, {"phone"_L1}).value_or(QString()),
            .tier = tier};
}

QJsonObject agentBodyFrom(const QJsonObject &row)
{
    QJsonObject body;
    for (const QString &name :
         {u"name"_s, u"description"_s, u"phone_number"_s, u"llm_provider"_s, u"llm_provider_config"_s,
          u"system_prompt"_s, u"first_message"_s, u"idle_message"_s, u"end_call_message"_s, u"status"_s}) {
        if (row.contains(name) && !row[name].isNull())
            body.insert(name, row[name]);
    }
    if (!body.contains("system_prompt"_L1) && row["prompt"_L1].isString())
        body.insert(u"system_prompt"_s, row["prompt"_L1]);
    return body;
}

calls::CallReport callFrom(const QJsonObject &row)
{
    calls::CallReport report{.externalId = textIn(row, {"external_id"_L1, "call_sid"_L1}).value_or(QString()),
                             .direction = calls::directionFromWire(row["direction"_L1].toString()),
                             .fromNumber = textIn(row, {"from_number"_L1, "from"_L1}),
                             .toNumber = textIn(row, {"to_number"_L1, "to"_L1, "phone_number"_L1}),
                             .status = statusIn(row),
                             .startedAt = timeIn(row, "started_at"_L1),
                             .endedAt = timeIn(row, "ended_at"_L1),
                             .outcome = textIn(row, {"outcome"_L1}),
                             .notes = textIn(row, {"notes"_L1}),
                             .recordingUrl = textIn(row, {"recording_url"_L1})};
    for (const auto name : {"duration_seconds"_L1, "duration"_L1}) {
        if (row[name].isDouble() && !report.durationSeconds)
            report.durationSeconds = std::max<qint64>(0, qRound64(row[name].toDouble()));
    }
    if (row["transcript"_L1].isArray())
        report.transcript = json(row["transcript"_L1]);
    const QJsonValue meta = row.contains("call_meta"_L1) ? row["call_meta"_L1] : row["metadata"_L1];
    if (meta.isObject())
        report.callMeta = json(meta);
    return report;
}

std::optional<qint64> timeIn(const QJsonObject &row, QLatin1StringView name)
{
    const QString text = row[name].toString();
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime) // no zone: legacy times are UTC
        time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacy/legacyexport.h"

#include "server/api/isotime.h"
#include "server/api/jsondocument.h"
#include "server/calls/callinput.h"
#include "server/identity/passwordhasher.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace legacy
{
namespace
{
using Names = std::initializer_list<QLatin1StringView>;

bool isSent(const QJsonValue &value) { return !value.isUndefined() && !value.isNull(); }

/// The first that says anything, which an empty text does not; texts without blanks around.
QJsonValue firstOf(const QJsonObject &row, Names names)
{
    for (const QLatin1StringView name : names) {
        const QJsonValue value = row[name];
        if (const QString text = value.toString().trimmed(); !text.isEmpty())
            return text;
        if (isSent(value) && !value.isString())
            return value;
    }
    return QJsonValue(QJsonValue::Undefined);
}

std::optional<qint64> numberIn(const QJsonObject &row, QLatin1StringView name)
{
    return row[name].isDouble() ? std::optional(row[name].toInteger()) : std::nullopt;
}

void put(QJsonObject &body, const QString &name, const QJsonValue &value)
{
    if (isSent(value) && value != QJsonValue(QString()))
        body.insert(name, value);
}

/// A turn as the API has them. What it knows besides stays with it.
QJsonValue turnFrom(const QJsonValue &turn)
{
    if (turn.isString())
        return QJsonObject{{u"text"_s, turn}};
    if (!turn.isObject())
        return turn;
    QJsonObject said = turn.toObject();
    for (const auto name : {"role"_L1, "text"_L1, "at"_L1}) {
        if (said[name].isNull())
            said.remove(name);
    }
    if (!isSent(firstOf(said, {"text"_L1})))
        put(said, u"text"_s, firstOf(said, {"content"_L1, "message"_L1}));
    if (const auto at = timeIn(said, "at"_L1))
        said.insert(u"at"_s, QString::fromLatin1(api::isoTime(*at)));
    return said;
}

QJsonValue transcriptFrom(const QJsonObject &call)
{
    const QJsonValue transcript = treeIn(call, "transcript"_L1);
    QJsonArray turns;
    if (transcript.isString()) {
        const QStringList lines = transcript.toString().split(u'\n');
        for (const QString &line : lines) {
            if (const QString text = line.trimmed(); !text.isEmpty())
                turns.append(turnFrom(text));
        }
        return turns;
    }
    if (!transcript.isArray())
        return transcript;
    const QJsonArray sent = transcript.toArray();
    for (const QJsonValue turn : sent)
        turns.append(turnFrom(turn));
    return turns;
}
}

Export Export::from(const QJsonObject &exported)
{
    return {exported["users"_L1].toArray(), exported["agents"_L1].toArray(), exported["campaigns"_L1].toArray(),
            exported["calls"_L1].toArray()};
}

QString idOf(const QJsonValue &row)
{
    const QJsonValue id = row["id"_L1];
    if (!id.isDouble())
        return id.toString();
    const bool isWhole = id.toInteger(0) == id.toInteger(1);
    return isWhole ? QString::number(id.toInteger()) : QString();
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

bool isActive(const QJsonObject &row)
{
    const QJsonValue on = row["is_active"_L1];
    const QJsonValue status = row["status"_L1];
    return (!isSent(on) || on.toBool() || on.toInt() == 1)
        && (!isSent(status) || status.toString().compare("active"_L1, Qt::CaseInsensitive) == 0);
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

std::optional<calls::CallStatus> statusOf(const QJsonValue &call)
{
    QString text = call["status"_L1].toString(u"completed"_s).toLower();
    text.replace(u'-', u'_').replace(u' ', u'_');
    if (text == "cancelled"_L1)
        return calls::CallStatus::Canceled;
    if (text == "ringing"_L1 || text == "initiated"_L1)
        return calls::CallStatus::Dialing;
    return calls::callStatusFromWire(text);
}

QJsonValue durationOf(const QJsonObject &call) { return firstOf(call, {"duration_seconds"_L1, "duration"_L1}); }

std::optional<calls::Direction> directionOf(const QJsonObject &call)
{
    const QString text = call["direction"_L1].toString().trimmed().toLower();
    if (text == "in"_L1 || text == "incoming"_L1)
        return calls::Direction::Inbound;
    if (text == "out"_L1 || text == "outgoing"_L1 || text.startsWith("outbound-"_L1)) // Twilio's outbound-api
        return calls::Direction::Outbound;
    return calls::directionFromWire(text);
}

QJsonValue treeIn(const QJsonObject &row, QLatin1StringView name)
{
    QJsonValue tree = row[name];
    if (tree.isString()) {
        const auto written = api::JsonDocument::parse(tree.toString().toUtf8());
        if (const QJsonValue said = written ? written->toValue() : tree;
            said.isObject() || said.isArray() || said.isNull())
            tree = said;
    }
    // An empty list may be an empty object as well: PHP writes both as [].
    const bool isEmpty = tree.isString() ? tree.toString().trimmed().isEmpty()
                                         : tree == QJsonValue(QJsonArray()) || tree == QJsonValue(QJsonObject());
    return isSent(tree) && !isEmpty ? tree : QJsonValue(QJsonValue::Undefined);
}

bool hasKnownHash(const QJsonValue &user)
{
    return identity::PasswordHasher::isKnown(user["password_hash"_L1].toString());
}

QJsonObject profileFrom(const QJsonObject &user)
{
    QJsonObject profile;
    put(profile, u"organization_name"_s, firstOf(user, {"organization_name"_L1}));
    put(profile, u"first_name"_s, firstOf(user, {"first_name"_L1, "firstName"_L1}));
    put(profile, u"last_name"_s, firstOf(user, {"last_name"_L1, "lastName"_L1}));
    put(profile, u"phone"_s, firstOf(user, {"phone"_L1}));
    put(profile, u"timezone"_s, firstOf(user, {"timezone"_L1}));
    put(profile, u"language"_s, firstOf(user, {"language"_L1}));
    if (const QJsonValue whole = firstOf(user, {"name"_L1});
        !profile.contains("first_name"_L1) && !profile.contains("last_name"_L1)) {
        const qsizetype blank = whole.toString().lastIndexOf(u' ');
        put(profile, u"first_name"_s, blank < 0 ? whole : QJsonValue(whole.toString().left(blank).trimmed()));
        put(profile, u"last_name"_s, whole.toString().mid(blank < 0 ? whole.toString().size() : blank + 1));
    }
    return profile;
}

identity::NewUser userFrom(const QJsonObject &row)
{
    const bool isEnterprise = roleFromWire(row["role"_L1].toString()) == Role::Enterprise; // that is its tier here
    const Tier tier = tierFromWire(row["subscription_tier"_L1].toString()).value_or(Tier::Free);
    const QJsonObject profile = profileFrom(row);
    return {.email = identity::normalizedEmail(row["email"_L1].toString()),
            .passwordHash = hasKnownHash(row) ? row["password_hash"_L1].toString() : QString(),
            .organizationName = profile["organization_name"_L1].toString(),
            .firstName = profile["first_name"_L1].toString(),
            .lastName = profile["last_name"_L1].toString(),
            .phone = profile["phone"_L1].toString(),
            .timezone = profile["timezone"_L1].toString(),
            .language = profile["language"_L1].toString(),
            .tier = isEnterprise ? Tier::Enterprise : tier};
}

identity::OwnLimits limitsFrom(const QJsonObject &user)
{
    return {.maxAgents = numberIn(user, "max_agents"_L1),
            .monthlyTokenQuota = numberIn(user, "monthly_token_quota"_L1),
            .requestsPerHour = numberIn(user, "requests_per_hour"_L1),
            .notes = {}};
}

QJsonObject agentBodyFrom(const QJsonObject &row)
{
    QJsonObject body;
    for (const QString &name :
         {u"name"_s, u"description"_s, u"phone_number"_s, u"llm_provider"_s, u"llm_provider_config"_s,
          u"system_prompt"_s, u"first_message"_s, u"idle_message"_s, u"end_call_message"_s}) {
        if (isSent(row[name]))
            body.insert(name, row[name]);
    }
    if (!isSent(firstOf(row, {"system_prompt"_L1})) && isSent(firstOf(row, {"prompt"_L1})))
        body.insert(u"system_prompt"_s, row["prompt"_L1]);
    body.insert(u"status"_s, isActive(row) ? u"active"_s : u"inactive"_s);
    return body;
}

QString externalIdOf(const QJsonObject &call) { return firstOf(call, {"external_id"_L1, "call_sid"_L1}).toString(); }

QJsonObject callBodyFrom(const QJsonObject &row)
{
    const calls::Direction direction = directionOf(row).value_or(calls::Direction::Outbound);
    QJsonObject body{{u"direction"_s, QString(calls::toWire(direction))}};
    put(body, u"external_id"_s, firstOf(row, {"external_id"_L1, "call_sid"_L1})); // also where it is no text
    put(body, u"carrier"_s, firstOf(row, {"carrier"_L1, "provider"_L1}));
    put(body, u"from_number"_s, firstOf(row, {"from_number"_L1, "from"_L1}));
    put(body, u"to_number"_s, firstOf(row, {"to_number"_L1, "to"_L1, "phone_number"_L1}));
    put(body, u"cost"_s, firstOf(row, {"cost"_L1}));
    put(body, u"outcome"_s, firstOf(row, {"outcome"_L1}));
    put(body, u"notes"_s, firstOf(row, {"notes"_L1}));
    put(body, u"recording_url"_s, firstOf(row, {"recording_url"_L1}));
    put(body, u"transcript"_s, transcriptFrom(row));
    const QJsonValue meta = treeIn(row, "call_meta"_L1);
    put(body, u"call_meta"_s, meta);
    if (!isSent(meta)) // two names of one thing: the API takes one
        put(body, u"metadata"_s, treeIn(row, "metadata"_L1));
    return body;
}

Result<calls::CallReport> callFrom(const QJsonObject &row)
{
    auto report = calls::reportFrom(callBodyFrom(row));
    if (!report)
        return report;
    report->status = statusOf(row);
    report->startedAt = timeIn(row, "started_at"_L1);
    report->endedAt = timeIn(row, "ended_at"_L1);
    if (const QJsonValue duration = durationOf(row); duration.isDouble())
        report->durationSeconds = qRound64(duration.toDouble());
    return report;
}
}

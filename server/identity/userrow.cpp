// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/userrow.h"

#include "server/mail/outbox.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;

namespace identity
{
const QString UserColumns
    = u"u.id, u.organization_id, u.organization_role, u.organization_name, u.email, u.first_name, u.last_name, "
      u"u.phone, "
      "u.timezone, u.language, u.role, u.tier, u.is_active, u.email_verified, u.phone_verified, u.max_agents, "
      "u.monthly_token_quota, u.requests_per_hour, u.limit_notes, u.agent_count, u.usage_month, u.used_tokens, "
      "u.used_calls, "
      "u.created_at, u.updated_at, u.last_login_at, u.revision, u.preferences, u.metadata"_s;

namespace
{
std::optional<qint64> numberOrNone(const store::Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.integer(column));
}

QJsonObject objectIn(const QString &json)
{
    return json == "{}"_L1 ? QJsonObject() : QJsonDocument::fromJson(json.toUtf8()).object();
}
}

qint64 UserRow::requestsPerHour(const IdentitySettings &settings) const
{
    const Tier tier = isStaff(user.role) ? Tier::Enterprise : user.tier;
    return ownRequestsPerHour.value_or(settings.limitsOf(tier).requestsPerHour);
}

UserRow readUser(const store::Rows &rows, const IdentitySettings &settings, int month, int first)
{
    int at = first;
    UserRow row;
    User &user = row.user;
    user.id = rows.text(at++);
    user.organizationId = rows.text(at++);
    user.organizationRole = organizationRoleFromWire(rows.text(at++)).value_or(OrganizationRole::Member);
    user.organizationName = rows.text(at++);
    user.email = rows.text(at++);
    user.firstName = rows.text(at++);
    user.lastName = rows.text(at++);
    user.phone = rows.text(at++);
    user.timezone = rows.text(at++);
    user.language = rows.text(at++);
    user.role = roleFromWire(rows.text(at++)).value_or(Role::User);
    user.tier = tierFromWire(rows.text(at++)).value_or(Tier::Free);
    user.active = rows.flag(at++);
    user.emailVerified = rows.flag(at++);
    user.phoneVerified = rows.flag(at++);
    row.ownMaxAgents = numberOrNone(rows, at++);
    row.ownTokenQuota = numberOrNone(rows, at++);
    row.ownRequestsPerHour = numberOrNone(rows, at++);
    user.limitNotes = rows.text(at++);
    user.agentCount = rows.integer(at++);
    const bool current = rows.integer(at++) == month;
    user.usedTokens = current ? rows.integer(at) : 0;
    user.usedCalls = current ? rows.integer(at + 1) : 0;
    at += 2;
    user.createdAt = rows.time(at++);
    user.updatedAt = rows.time(at++);
    if (rows.integer(at) != 0)
        user.lastLoginAt = rows.time(at);
    ++at;
    row.revision = rows.integer(at++);
    row.preferences = objectIn(rows.text(at++));
    row.metadata = objectIn(rows.text(at++));
    user.limits.maxAgents = int(row.ownMaxAgents.value_or(settings.limitsOf(user.tier).maxAgents));
    user.limits.monthlyTokenQuota = row.ownTokenQuota.value_or(settings.limitsOf(user.tier).monthlyTokenQuota);
    user.limits.requestsPerHour = int(row.requestsPerHour(settings));
    return row;
}

int usageMonth(qint64 nowMs)
{
    using namespace std::chrono;
    const year_month_day day(floor<days>(sys_time<milliseconds>(milliseconds(nowMs))));
    return int(day.year()) * 100 + int(unsigned(day.month()));
}

QString folded(const QString &text) { return text.normalized(QString::NormalizationForm_C).simplified().toLower(); }

QString normalizedEmail(const QString &email) { return email.trimmed().toLower(); }

bool isEmail(const QString &normalized)
{
    static const QRegularExpression shape(u"^[^\\s@\\p{Cc}]+@[^\\s@.\\p{Cc}]+(\\.[^\\s@.\\p{Cc}]+)+$"_s);
    return normalized.size() <= 254 && shape.match(normalized).hasMatch();
}

bool isReachable(const QString &normalized)
{
    return isEmail(normalized) && mail::isDeliverable(mail::onTheWire(normalized));
}

const QString Unreachable = u"Mail goes only to addresses whose part before the @ is of ASCII characters"_s;
}

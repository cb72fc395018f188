// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/decode.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
QString text(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    return decode::member(object, names).toString();
}

bool flag(const QJsonObject &object, std::initializer_list<QLatin1StringView> names, bool otherwise)
{
    return decode::member(object, names).toBool(otherwise);
}

qint64 whole(const QJsonObject &object, std::initializer_list<QLatin1StringView> names, qint64 otherwise = 0)
{
    return decode::member(object, names).toInteger(otherwise);
}

Error notA(const char *what)
{
    return {.code = ErrorCode::InvalidAnswer, .log = u"not a %1"_s.arg(QLatin1StringView(what))};
}

Limits limits(const QJsonObject &object, Tier tier)
{
    const Limits usual = defaultLimits(tier);
    return {int(whole(object, {"max_agents"_L1}, usual.maxAgents)),
            whole(object, {"monthly_token_quota"_L1}, usual.monthlyTokenQuota),
            int(whole(object, {"requests_per_hour"_L1}, usual.requestsPerHour))};
}
}

namespace decode
{
QDateTime time(const QJsonValue &value) { return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC(); }

std::optional<Money> money(const QJsonValue &value)
{
    // The shortest decimal that means this double is the one that was sent.
    if (value.isDouble())
        return Money::parse(QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest));
    return value.isString() ? Money::parse(value.toString().toLatin1()) : std::nullopt;
}

QJsonValue member(const QJsonObject &object, std::initializer_list<QLatin1StringView> names)
{
    for (const auto name : names) {
        const QJsonValue value = object.value(name);
        if (!value.isUndefined() && !value.isNull())
            return value;
    }
    return {};
}

QJsonObject data(const ApiAnswer &answer)
{
    const QJsonValue value = answer.json.value("data"_L1);
    return value.isObject() ? value.toObject() : answer.json;
}

QJsonObject pagination(const ApiAnswer &answer)
{
    for (const QJsonObject &holder : {answer.json, answer.json.value("meta"_L1).toObject(), data(answer)}) {
        if (holder.value("pagination"_L1).isObject())
            return holder.value("pagination"_L1).toObject();
    }
    return {};
}

Result<User> user(const QJsonObject &object)
{
    User user;
    user.id = text(object, {"id"_L1});
    user.email = text(object, {"email"_L1});
    if (user.id.isEmpty() || user.email.isEmpty())
        return notA("user");
    user.firstName = text(object, {"first_name"_L1, "firstName"_L1});
    user.lastName = text(object, {"last_name"_L1, "lastName"_L1});
    user.phone = text(object, {"phone"_L1});
    user.timezone = text(object, {"timezone"_L1});
    user.language = text(object, {"language"_L1});
    user.role = roleFromWire(text(object, {"role"_L1})).value_or(Role::User);
    user.tier = tierFromWire(text(object, {"subscription_tier"_L1, "tier"_L1})).value_or(Tier::Free);
    user.organizationId = text(object, {"organization_id"_L1, "organizationId"_L1});
    user.organizationName = text(object, {"organization_name"_L1, "organizationName"_L1});
    user.organizationRole = organizationRoleFromWire(text(object, {"organization_role"_L1, "organizationRole"_L1}))
                                .value_or(OrganizationRole::Member);
    user.limits = limits(object, user.tier);
    user.limitNotes = text(object, {"limit_notes"_L1, "notes"_L1});
    user.active = flag(object, {"is_active"_L1, "isActive"_L1}, true);
    user.emailVerified = flag(object, {"email_verified"_L1, "is_email_verified"_L1, "isEmailVerified"_L1}, false);
    user.phoneVerified = flag(object, {"phone_verified"_L1, "is_phone_verified"_L1, "isPhoneVerified"_L1}, false);
    user.agentCount = whole(object, {"agent_count"_L1});
    const QJsonObject usage = object.value("current_usage"_L1).toObject();
    user.usedTokens = whole(usage, {"tokens"_L1});
    user.usedCalls = whole(usage, {"calls"_L1});
    user.createdAt = time(member(object, {"created_at"_L1, "createdAt"_L1}));
    user.updatedAt = time(member(object, {"updated_at"_L1, "updatedAt"_L1}));
    user.lastLoginAt = time(member(object, {"last_login_at"_L1, "lastLoginAt"_L1}));
    return user;
}

Result<Organization> organization(const QJsonObject &object)
{
    Organization organization;
    organization.id = text(object, {"id"_L1});
    if (organization.id.isEmpty())
        return notA("organization");
    organization.name = text(object, {"name"_L1});
    organization.tier = tierFromWire(text(object, {"subscription_tier"_L1, "tier"_L1})).value_or(Tier::Free);
    organization.ownerEmail = text(object, {"owner_email"_L1});
    organization.memberCount = whole(object, {"member_count"_L1});
    organization.active = flag(object, {"is_active"_L1}, true);
    organization.createdAt = time(object.value("created_at"_L1));
    return organization;
}
}

QMap<QString, QString> toParameters(const PageQuery &query)
{
    QMap<QString, QString> parameters;
    for (auto it = query.filters.begin(); it != query.filters.end(); ++it) {
        if (!it.value().isEmpty())
            parameters.insert(it.key(), it.value());
    }
    if (!query.sort.isEmpty())
        parameters.insert(u"sort"_s, query.sort);
    if (!query.cursor.isEmpty())
        parameters.insert(u"cursor"_s, query.cursor);
    parameters.insert(u"limit"_s, QString::number(std::clamp(query.limit, 1, 100)));
    return parameters;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/useranswers.h"

using namespace Qt::StringLiterals;

namespace identity
{
void writeAdminUser(api::JsonWriter &json, const UserRow &row)
{
    const User &user = row.user;
    json.beginObject()
        .member("id"_L1, user.id)
        .member("email"_L1, user.email)
        .member("first_name"_L1, user.firstName)
        .member("last_name"_L1, user.lastName)
        .member("phone"_L1, user.phone)
        .member("timezone"_L1, user.timezone)
        .member("language"_L1, user.language)
        .member("role"_L1, toWire(user.role))
        .member("subscription_tier"_L1, toWire(user.tier))
        .member("organization_id"_L1, user.organizationId)
        .member("organization_name"_L1, user.organizationName)
        .member("organization_role"_L1, toWire(user.organizationRole))
        .member("max_agents"_L1, user.limits.maxAgents)
        .member("monthly_token_quota"_L1, user.limits.monthlyTokenQuota)
        .member("requests_per_hour"_L1, user.limits.requestsPerHour)
        .member("limit_notes"_L1, user.limitNotes)
        .member("is_active"_L1, user.active)
        .member("email_verified"_L1, user.emailVerified)
        .member("phone_verified"_L1, user.phoneVerified)
        .member("agent_count"_L1, user.agentCount);
    json.key("current_usage"_L1)
        .beginObject()
        .member("tokens"_L1, user.usedTokens)
        .member("calls"_L1, user.usedCalls)
        .endObject();
    json.member("created_at"_L1, user.createdAt)
        .member("updated_at"_L1, user.updatedAt)
        .member("last_login_at"_L1, user.lastLoginAt)
        .endObject();
}

void writeListedUser(api::JsonWriter &json, const UserRow &row)
{
    const User &user = row.user;
    json.beginObject()
        .member("id"_L1, user.id)
        .member("email"_L1, user.email)
        .member("firstName"_L1, user.firstName)
        .member("lastName"_L1, user.lastName)
        .member("role"_L1, toWire(user.role))
        .member("isActive"_L1, user.active)
        .member("createdAt"_L1, user.createdAt)
        .endObject();
}

void writeOrganization(api::JsonWriter &json, const Organization &organization)
{
    json.beginObject()
        .member("id"_L1, organization.id)
        .member("name"_L1, organization.name)
        .member("subscription_tier"_L1, toWire(organization.tier))
        .member("owner_email"_L1, organization.ownerEmail)
        .member("member_count"_L1, organization.memberCount)
        .member("is_active"_L1, organization.active)
        .member("created_at"_L1, organization.createdAt)
        .endObject();
}

void writeSession(api::JsonWriter &json, const SessionRow &session, const QString &currentId)
{
    json.beginObject()
        .member("id"_L1, session.id)
        .member("device"_L1, session.device)
        .member("address"_L1, session.address)
        .member("created_at"_L1, session.createdAt)
        .member("last_used_at"_L1, session.refreshedAt)
        .member("expires_at"_L1, session.expiresAt)
        .member("current"_L1, session.id == currentId)
        .endObject();
}

QByteArray adminUserJson(const UserRow &row)
{
    api::JsonWriter json;
    writeAdminUser(json, row);
    return json.take();
}

QByteArray accountJson(const UserRow &row)
{
    const User &user = row.user;
    api::JsonWriter json;
    json.beginObject()
        .member("id"_L1, user.id)
        .member("email"_L1, user.email)
        .member("role"_L1, toWire(user.role))
        .member("organization_id"_L1, user.organizationId)
        .member("organization_name"_L1, user.organizationName)
        .member("organization_role"_L1, toWire(user.organizationRole))
        .member("subscription_tier"_L1, toWire(user.tier))
        .member("max_agents"_L1, user.limits.maxAgents)
        .member("monthly_token_quota"_L1, user.limits.monthlyTokenQuota)
        .member("requests_per_hour"_L1, user.limits.requestsPerHour)
        .member("agent_count"_L1, user.agentCount)
        .member("is_active"_L1, user.active)
        .member("first_name"_L1, user.firstName)
        .member("last_name"_L1, user.lastName)
        .member("phone"_L1, user.phone)
        .member("timezone"_L1, user.timezone)
        .member("language"_L1, user.language)
        .member("email_verified"_L1, user.emailVerified)
        .member("phone_verified"_L1, user.phoneVerified)
        .member("created_at"_L1, user.createdAt)
        .member("last_login_at"_L1, user.lastLoginAt)
        .endObject();
    return json.take();
}

QByteArray profileJson(const UserRow &row)
{
    const User &user = row.user;
    api::JsonWriter json;
    json.beginObject()
        .member("id"_L1, user.id)
        .member("email"_L1, user.email)
        .member("firstName"_L1, user.firstName)
        .member("lastName"_L1, user.lastName)
        .member("phone"_L1, user.phone)
        .member("role"_L1, toWire(user.role))
        .member("createdAt"_L1, user.createdAt)
        .member("lastLoginAt"_L1, user.lastLoginAt)
        .endObject();
    return json.take();
}

QByteArray organizationJson(const Organization &organization)
{
    api::JsonWriter json;
    writeOrganization(json, organization);
    return json.take();
}

api::Schema reference(const QByteArray &component) { return R"({"$ref":"#/components/schemas/)" + component + R"("})"; }

api::Schema listOf(const QByteArray &component) { return R"({"type":"array","items":)" + reference(component) + '}'; }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/useranswers.h"

namespace identity
{
const QByteArray ProfileProperties
    = R"("organization_name":{"type":"string","minLength":1,"maxLength":200,"pattern":"\\S"},
    "first_name":{"type":"string","maxLength":100},"last_name":{"type":"string","maxLength":100},
    "phone":{"$ref":"#/components/schemas/Phone"},"timezone":{"type":"string","maxLength":64},
    "language":{"type":"string","maxLength":35})";
const QByteArray LimitProperties = R"("max_agents":{"type":"integer","minimum":0,"maximum":1000000},
    "monthly_token_quota":{"type":"integer","minimum":0,"maximum":1000000000000},
    "requests_per_hour":{"type":"integer","minimum":1,"maximum":100000000})";

QList<api::Component> userComponents()
{
    return {
        {"Role", R"({"type":"string","enum":["user","enterprise","support","admin"]})"},
        {"OrganizationRole", R"({"type":"string","enum":["owner","member"]})"},
        {"SubscriptionTier", R"({"type":"string","enum":["free","pro","enterprise"]})"},
        {"Timestamp", R"({"type":"string","format":"date-time"})"},
        {"TimestampOrNull", R"({"type":["string","null"],"format":"date-time"})"},
        {"AdminUser",
         R"({"type":"object","required":["id","email","first_name","last_name","phone","timezone","language","role",
            "subscription_tier","organization_id","organization_name","organization_role","max_agents","monthly_token_quota",
            "requests_per_hour","limit_notes","is_active","email_verified","phone_verified","agent_count","current_usage",
            "created_at","updated_at","last_login_at"],"additionalProperties":false,"properties":{
            "id":{"type":"string"},"email":{"type":"string"},"first_name":{"type":"string"},"last_name":{"type":"string"},
            "phone":{"type":"string"},"timezone":{"type":"string"},"language":{"type":"string"},
            "role":{"$ref":"#/components/schemas/Role"},"subscription_tier":{"$ref":"#/components/schemas/SubscriptionTier"},
            "organization_id":{"type":"string"},"organization_name":{"type":"string"},
            "organization_role":{"$ref":"#/components/schemas/OrganizationRole"},"max_agents":{"type":"integer"},
            "monthly_token_quota":{"type":"integer"},"requests_per_hour":{"type":"integer"},"limit_notes":{"type":"string"},
            "is_active":{"type":"boolean"},"email_verified":{"type":"boolean"},"phone_verified":{"type":"boolean"},
            "agent_count":{"type":"integer"},"current_usage":{"type":"object","required":["tokens","calls"],
            "description":"This calendar month, UTC","properties":{"tokens":{"type":"integer"},"calls":{"type":"integer"}}},
            "created_at":{"$ref":"#/components/schemas/Timestamp"},"updated_at":{"$ref":"#/components/schemas/Timestamp"},
            "last_login_at":{"$ref":"#/components/schemas/TimestampOrNull"}}})"},
        {"ListedUser",
         R"({"type":"object","required":["id","email","firstName","lastName","role","isActive","createdAt"],
            "additionalProperties":false,"properties":{"id":{"type":"string"},"email":{"type":"string"},
            "firstName":{"type":"string"},"lastName":{"type":"string"},"role":{"$ref":"#/components/schemas/Role"},
            "isActive":{"type":"boolean"},"createdAt":{"$ref":"#/components/schemas/Timestamp"}}})"},
        {"Account",
         R"({"type":"object","required":["id","email","role","organization_id","organization_name","organization_role",
            "subscription_tier","max_agents","monthly_token_quota","requests_per_hour","agent_count","is_active","first_name",
            "last_name","phone","timezone","language","email_verified","phone_verified","created_at","last_login_at"],
            "additionalProperties":false,"properties":{"id":{"type":"string"},"email":{"type":"string"},
            "role":{"$ref":"#/components/schemas/Role"},"organization_id":{"type":"string"},
            "organization_name":{"type":"string"},"organization_role":{"$ref":"#/components/schemas/OrganizationRole"},
            "subscription_tier":{"$ref":"#/components/schemas/SubscriptionTier"},"max_agents":{"type":"integer"},
            "monthly_token_quota":{"type":"integer"},"requests_per_hour":{"type":"integer"},"agent_count":{"type":"integer"},
            "is_active":{"type":"boolean"},"first_name":{"type":"string"},"last_name":{"type":"string"},
            "phone":{"type":"string"},"timezone":{"type":"string"},"language":{"type":"string"},
            "email_verified":{"type":"boolean"},"phone_verified":{"type":"boolean"},
            "created_at":{"$ref":"#/components/schemas/Timestamp"},
            "last_login_at":{"$ref":"#/components/schemas/TimestampOrNull"}}})"},
        {"Profile",
         R"({"type":"object","required":["id","email","firstName","lastName","phone","role","createdAt","lastLoginAt"],
            "additionalProperties":false,"properties":{"id":{"type":"string"},"email":{"type":"string"},
            "firstName":{"type":"string"},"lastName":{"type":"string"},"phone":{"type":"string"},
            "role":{"$ref":"#/components/schemas/Role"},"createdAt":{"$ref":"#/components/schemas/Timestamp"},
            "lastLoginAt":{"$ref":"#/components/schemas/TimestampOrNull"}}})"},
        {"Organization",
         R"({"type":"object","required":["id","name","subscription_tier","owner_email","member_count","is_active",
            "created_at"],"additionalProperties":false,"properties":{"id":{"type":"string"},"name":{"type":"string"},
            "subscription_tier":{"$ref":"#/components/schemas/SubscriptionTier"},"owner_email":{"type":"string"},
            "member_count":{"type":"integer"},"is_active":{"type":"boolean"},
            "created_at":{"$ref":"#/components/schemas/Timestamp"}}})"},
        {"UserSession",
         R"({"type":"object","required":["id","device","address","created_at","last_used_at","expires_at","current"],
            "additionalProperties":false,"properties":{"id":{"type":"string"},"device":{"type":"string"},
            "address":{"type":"string"},"created_at":{"$ref":"#/components/schemas/Timestamp"},
            "last_used_at":{"$ref":"#/components/schemas/Timestamp"},"expires_at":{"$ref":"#/components/schemas/Timestamp"},
            "current":{"type":"boolean","description":"The session that asks"}}})"},
    };
}
}

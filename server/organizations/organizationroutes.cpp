// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/organizations/organizationroutes.h"

namespace organizations
{
QList<api::Route> organizationRoutes(identity::IdentityContext &context)
{
    return ownOrganizationRoutes(context) + memberRoutes(context) + invitationRoutes(context);
}

QList<api::Component> organizationComponents()
{
    return {
        {"Member",
         R"({"type":"object","required":["id","email","first_name","last_name","organization_role","is_active",
            "created_at","last_login_at"],"additionalProperties":false,"properties":{"id":{"type":"string"},
            "email":{"type":"string"},"first_name":{"type":"string"},"last_name":{"type":"string"},
            "organization_role":{"$ref":"#/components/schemas/OrganizationRole"},"is_active":{"type":"boolean"},
            "created_at":{"$ref":"#/components/schemas/Timestamp"},
            "last_login_at":{"$ref":"#/components/schemas/TimestampOrNull"}}})"},
        {"Invitation", R"({"type":"object","required":["id","email","organization_role","status","invited_by",
            "expires_at","accepted_at","created_at"],"additionalProperties":false,"properties":{"id":{"type":"string"},
            "email":{"type":"string"},"organization_role":{"$ref":"#/components/schemas/OrganizationRole"},
            "status":{"type":"string","enum":["pending","accepted","revoked","expired"]},
            "invited_by":{"type":"string","description":"An e-mail address, or the id of a user who is gone"},
            "expires_at":{"$ref":"#/components/schemas/Timestamp"},
            "accepted_at":{"$ref":"#/components/schemas/TimestampOrNull"},
            "created_at":{"$ref":"#/components/schemas/Timestamp"},
            "token":{"type":"string","description":"Only when just made: what the invited person registers with"}}})"},
        {"OwnOrganization", R"({"type":"object","required":["id","name","subscription_tier","owner_email","is_active",
            "member_count","assistant_count","limits","current_usage","created_at"],"additionalProperties":false,
            "properties":{"id":{"type":"string"},"name":{"type":"string"},
            "subscription_tier":{"$ref":"#/components/schemas/SubscriptionTier"},"owner_email":{"type":"string"},
            "is_active":{"type":"boolean"},"member_count":{"type":"integer"},"assistant_count":{"type":"integer"},
            "limits":{"type":"object","description":"The caller's","additionalProperties":false,
            "required":["max_agents","monthly_token_quota","requests_per_hour"],"properties":{
            "max_agents":{"type":"integer"},"monthly_token_quota":{"type":"integer"},
            "requests_per_hour":{"type":"integer"}}},
            "current_usage":{"type":"object","description":"All members', this calendar month, UTC",
            "required":["tokens","calls"],"additionalProperties":false,"properties":{"tokens":{"type":"integer"},
            "calls":{"type":"integer"}}},"created_at":{"$ref":"#/components/schemas/Timestamp"}}})"},
    };
}
}

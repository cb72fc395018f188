// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/day.h"
#include "server/audit/audit.h"
#include "server/identity/invitationstore.h"
#include "server/identity/later.h"
#include "server/identity/useranswers.h"
#include "server/organizations/organizationroutes.h"

using namespace Qt::StringLiterals;

namespace organizations
{
namespace
{
using api::Access;
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Outcome;
using api::Route;
using http::Method;
using identity::FreshInvitation;
using identity::Invitation;
using identity::InvitationStore;

constexpr int UsualDays = 7;

/// What the handlers of one worker share.
struct Invitations {
    explicit Invitations(identity::IdentityContext &c)
        : context(c)
    {
    }
    identity::IdentityContext &context;
    QObject scope; // what waits for futures dies with it
};
using InvitationsPtr = std::shared_ptr<Invitations>;

void writeInvitation(api::JsonWriter &json, const Invitation &invitation, const QString &token = {})
{
    json.beginObject()
        .member("id"_L1, invitation.id)
        .member("email"_L1, invitation.email)
        .member("organization_role"_L1, toWire(invitation.role))
        .member("status"_L1, identity::toText(invitation.status))
        .member("invited_by"_L1, invitation.inviterEmail.isEmpty() ? invitation.invitedBy : invitation.inviterEmail)
        .member("expires_at"_L1, invitation.expiresAt)
        .member("accepted_at"_L1, invitation.acceptedAt)
        .member("created_at"_L1, invitation.createdAt);
    if (!token.isEmpty())
        json.member("token"_L1, token);
    json.endObject();
}

Result<Done> record(store::Connection &connection, const api::Call &call, const QString &action,
                    const Invitation &invitation, qint64 now)
{
    return audit::record(connection, audit::Actor::of(call),
                         {.action = action,
                          .targetType = u"invitation"_s,
                          .targetId = invitation.id,
                          .targetLabel = invitation.email,
                          .organizationId = invitation.organizationId,
                          .after = {{u"email"_s, invitation.email},
                                    {u"organization_role"_s, QString(toWire(invitation.role))},
                                    {u"status"_s, QString(identity::toText(invitation.status))}}},
                         now);
}

HandlerResult list(const InvitationsPtr &invitations, const CallPtr &call)
{
    const identity::IdentityContext &context = invitations->context;
    const QString sort = identity::KeysetList::sortOr(identity::invitationTable(), call->query["sort"_L1].toString());
    const auto page = api::pageFrom(call->query, sort, 2);
    if (!page)
        return Outcome(page.error());
    const auto found = InvitationStore(context.reads, context.now())
                           .list(call->principal->organizationId, call->query["search"_L1].toString(), sort, *page);
    if (!found)
        return Outcome(found.error());
    api::JsonWriter json;
    json.beginArray();
    for (const Invitation &invitation : found->rows)
        writeInvitation(json, invitation);
    return Outcome(Answer{.json = json.endArray().take(), .pagination = found->pagination});
}

HandlerResult create(const InvitationsPtr &invitations, const CallPtr &call)
{
    const identity::IdentityContext &context = invitations->context;
    const qint64 now = context.now();
    const identity::NewInvitation invitation{
        .email = identity::normalizedEmail(call->body["email"_L1].toString()),
        .role
        = organizationRoleFromWire(call->body["organization_role"_L1].toString()).value_or(OrganizationRole::Member),
        .invitedBy = call->principal->userId,
        .expiresAt = now + call->body["expires_in_days"_L1].toInt(UsualDays) * DayMs};
    if (!identity::isEmail(invitation.email))
        return Outcome(Error{.code = ErrorCode::ValidationError, .details = {{u"email"_s, u"Invalid email format"_s}}});
    if (!identity::isReachable(invitation.email))
        return Outcome(Error{.code = ErrorCode::ValidationError, .details = {{u"email"_s, identity::Unreachable}}});
    const auto work = [invitation, now, call](store::Connection &c) -> Result<FreshInvitation> {
        auto made = InvitationStore(c, now).insert(call->principal->organizationId, invitation);
        if (!made)
            return made;
        const auto told = record(c, *call, u"invitation.created"_s, made->invitation, now);
        return told ? made : Result<FreshInvitation>(told.error());
    };
    return identity::later<Outcome>(context.writer.submit<FreshInvitation>(work), &invitations->scope,
                                    [](const Result<FreshInvitation> &made) -> Outcome {
                                        if (!made)
                                            return made.error();
                                        api::JsonWriter json;
                                        writeInvitation(json, made->invitation, made->token);
                                        return Answer{.status = 201, .json = json.take()};
                                    });
}

HandlerResult revoke(const InvitationsPtr &invitations, const CallPtr &call)
{
    const identity::IdentityContext &context = invitations->context;
    const auto work = [now = context.now(), call](store::Connection &c) -> Result<Invitation> {
        const QString &organization = call->principal->organizationId;
        const QString id = call->param("id"_L1);
        InvitationStore store(c, now);
        const auto before = store.byId(organization, id);
        auto revoked = store.revoke(organization, id);
        if (!revoked || !before || before->revokedAt.isValid())
            return revoked;
        const auto told = record(c, *call, u"invitation.revoked"_s, *revoked, now);
        return told ? revoked : Result<Invitation>(told.error());
    };
    return identity::later<Outcome>(context.writer.submit<Invitation>(work), &invitations->scope,
                                    [](const Result<Invitation> &revoked) -> Outcome {
                                        if (!revoked)
                                            return revoked.error();
                                        api::JsonWriter json;
                                        writeInvitation(json, *revoked);
                                        return Answer{.json = json.take()};
                                    });
}

constexpr char AddressSearch[] = R"("search":{"type":"string","maxLength":200,"description":"In the e-mail address"},)";
constexpr char Body[] = R"({"type":"object","required":["email"],"additionalProperties":false,"properties":{
    "email":{"type":"string","format":"email","maxLength":254},
    "organization_role":{"$ref":"#/components/schemas/OrganizationRole"},
    "expires_in_days":{"type":"integer","minimum":1,"maximum":30,"default":7}}})";
}

QList<Route> invitationRoutes(identity::IdentityContext &context)
{
    const auto invitations = std::make_shared<Invitations>(context);
    const auto with = api::handlersOver(invitations);
    return {
        {.method = Method::Get,
         .path = "/organization/invitations",
         .access = Access::User,
         .summary = "Who was invited; without the tokens.",
         .handle = with(list),
         .keys = api::Keys::Allowed,
         .query = api::pagedQuery(AddressSearch + identity::KeysetList::sortParameter(identity::invitationTable())),
         .answer = identity::listOf("Invitation")},
        {.method = Method::Post,
         .path = "/organization/invitations",
         .access = Access::Owner,
         .summary
         = "Invites an e-mail address. The answer alone holds the token to register with; an earlier invitation "
           "of the address is void.",
         .handle = with(create),
         .keys = api::Keys::Allowed,
         .secret = true,
         .body = Body,
         .answer = identity::reference("Invitation"),
         .status = 201,
         .errors = {ErrorCode::ResourceConflict}},
        {.method = Method::Delete,
         .path = "/organization/invitations/:id",
         .access = Access::Owner,
         .summary = "Takes an invitation back.",
         .handle = with(revoke),
         .keys = api::Keys::Allowed,
         .answer = identity::reference("Invitation"),
         .errors = {ErrorCode::ResourceNotFound, ErrorCode::ResourceConflict}},
    };
}
}

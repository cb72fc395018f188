// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/entitytag.h"
#include "server/identity/accountchanges.h"
#include "server/identity/later.h"
#include "server/identity/organizationstore.h"
#include "server/identity/useranswers.h"
#include "server/organizations/organizationroutes.h"
#include "server/store/rowlock.h"

#include <QRegularExpression>

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

/// What the handlers of one worker share.
struct Own {
    explicit Own(identity::IdentityContext &c)
        : context(c)
        , changes(c)
    {
    }
    identity::IdentityContext &context;
    identity::AccountChanges changes;
    QObject scope; // what waits for futures dies with it
};
using OwnPtr = std::shared_ptr<Own>;

QByteArray json(const Organization &organization, const identity::OrganizationFigures &figures, const Limits &limits)
{
    api::JsonWriter json;
    json.beginObject()
        .member("id"_L1, organization.id)
        .member("name"_L1, organization.name)
        .member("subscription_tier"_L1, toWire(organization.tier))
        .member("owner_email"_L1, organization.ownerEmail)
        .member("is_active"_L1, organization.active)
        .member("member_count"_L1, organization.memberCount)
        .member("assistant_count"_L1, figures.agents);
    json.key("limits"_L1)
        .beginObject()
        .member("max_agents"_L1, limits.maxAgents)
        .member("monthly_token_quota"_L1, limits.monthlyTokenQuota)
        .member("requests_per_hour"_L1, limits.requestsPerHour)
        .endObject();
    json.key("current_usage"_L1)
        .beginObject()
        .member("tokens"_L1, figures.usedTokens)
        .member("calls"_L1, figures.usedCalls)
        .endObject();
    return json.member("created_at"_L1, organization.createdAt).endObject().take();
}

/// With two halves: the first is of what only people change, the second of everything, so that a rename goes through
/// though somebody called, and If-None-Match still tells new figures.
QByteArray tag(Organization organization, const identity::OrganizationFigures &figures, const Limits &limits)
{
    const QByteArray all = api::entityTag(json(organization, figures, limits));
    organization.memberCount = 0;
    return api::entityTag(json(organization, {}, limits)).chopped(1) + '.' + all.sliced(1);
}

QByteArray firstHalves(const QByteArray &tags)
{
    static const QRegularExpression second(uR"(\.[^",]*")"_s);
    return QString::fromLatin1(tags).replace(second, u"\""_s).toLatin1();
}

Result<Answer> show(store::Connection &c, const identity::IdentitySettings &settings, const api::Principal &caller,
                    qint64 now)
{
    const auto organization = identity::organizationById(c, caller.organizationId);
    if (!organization)
        return organization.error();
    const auto figures = identity::organizationFigures(c, caller.organizationId, now);
    if (!figures)
        return figures.error();
    const auto user = identity::UserStore(c, settings, now).byId(caller.userId);
    if (!user)
        return user.error();
    Answer answer{.json = json(*organization, *figures, user->user.limits)};
    answer.headers.add("ETag", tag(*organization, *figures, user->user.limits));
    return answer;
}

HandlerResult read(const OwnPtr &own, const CallPtr &call)
{
    const auto shown = show(own->context.reads, *own->context.settings, *call->principal, own->context.now());
    return shown ? Outcome(*shown) : Outcome(shown.error());
}

/// Another owner, at another server, may be renaming it.
identity::Precondition unchangedSince(const OwnPtr &own, const CallPtr &call)
{
    return [call, settings = own->context.settings,
            now = own->context.now()](store::Connection &c, const identity::UserRow &row) -> Result<Done> {
        if (const auto held = store::lockRow(c, "organizations"_L1, row.user.organizationId); !held)
            return held;
        const auto shown = show(c, *settings, *call->principal, now);
        if (!shown)
            return shown.error();
        const QByteArray wanted = call->request.headers.value("If-Match");
        const bool same
            = wanted.isNull() || api::namesTag(firstHalves(wanted), firstHalves(shown->headers.value("ETag")), false);
        return same ? Result<Done>(Done{}) : Result<Done>(ErrorCode::PreconditionFailed);
    };
}

HandlerResult patch(const OwnPtr &own, const CallPtr &call)
{
    const QString name = call->body["name"_L1].toString().simplified();
    if (name.isEmpty())
        return Outcome(Error{.code = ErrorCode::ValidationError, .details = {{u"name"_s, u"A name is needed"_s}}});
    const auto changed = own->changes.update(audit::Actor::of(*call), call->principal->userId,
                                             {.organizationName = name}, unchangedSince(own, call));
    return identity::later<Outcome>(changed, &own->scope, [own, call](const Result<identity::UserRow> &row) -> Outcome {
        if (!row)
            return row.error();
        const auto shown = show(own->context.reads, *own->context.settings, *call->principal, own->context.now());
        return shown ? Outcome(*shown) : Outcome(shown.error());
    });
}
}

QList<Route> ownOrganizationRoutes(identity::IdentityContext &context)
{
    const auto own = std::make_shared<Own>(context);
    const auto with = api::handlersOver(own);
    const Route shown{.method = Method::Get,
                      .path = "/organization",
                      .access = Access::User,
                      .summary = "The caller's organization, its counts and the caller's limits.",
                      .handle = with(read),
                      .keys = api::Keys::Allowed,
                      .answer = identity::reference("OwnOrganization")};
    Route diwaar = shown;
    diwaar.path = "/assistants/me/organization";
    return {
        shown,
        diwaar,
        {.method = Method::Patch,
         .path = "/organization",
         .access = Access::Owner,
         .summary = "Renames the organization.",
         .handle = with(patch),
         .keys = api::Keys::Allowed,
         .changes = api::Tags(api::Tag::Users) | api::Tag::Organizations,
         .body = R"({"type":"object","required":["name"],"additionalProperties":false,"properties":{
             "name":{"type":"string","minLength":1,"maxLength":200}}})",
         .answer = identity::reference("OwnOrganization"),
         .errors = {ErrorCode::PreconditionFailed}},
    };
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/entitytag.h"
#include "server/identity/accountchanges.h"
#include "server/identity/identityroutes.h"
#include "server/identity/later.h"
#include "server/identity/useranswers.h"

using namespace Qt::StringLiterals;

namespace identity
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

using Encode = QByteArray (*)(const UserRow &);

/// What the handlers of one worker share.
struct Profiles {
    explicit Profiles(IdentityContext &c)
        : context(c)
        , changes(c)
    {
    }
    IdentityContext &context;
    AccountChanges changes;
    QObject scope; // what waits for futures dies with it
};
using ProfilesPtr = std::shared_ptr<Profiles>;

HandlerResult read(const ProfilesPtr &profiles, const CallPtr &call, Encode encode)
{
    const IdentityContext &context = profiles->context;
    const auto row = UserStore(context.reads, *context.settings, context.now()).byId(call->principal->userId);
    return row ? Outcome(Answer{.json = encode(*row)}) : Outcome(row.error());
}

HandlerResult write(const ProfilesPtr &profiles, const CallPtr &call, const AccountChange &change, Encode encode)
{
    const auto check
        = [call, encode](store::Connection &, const UserRow &row) { return api::requireMatch(*call, encode(row)); };
    return later<Outcome>(profiles->changes.update(audit::Actor::of(*call), call->principal->userId, change, check),
                          &profiles->scope, [encode](const Result<UserRow> &row) -> Outcome {
                              if (!row)
                                  return row.error();
                              Answer answer{.json = encode(*row)};
                              answer.headers.add("ETag", api::entityTag(answer.json));
                              return answer;
                          });
}

AccountChange accountChange(const QJsonObject &body)
{
    return {.firstName = sentText(body, "first_name"_L1),
            .lastName = sentText(body, "last_name"_L1),
            .phone = sentText(body, "phone"_L1),
            .timezone = sentText(body, "timezone"_L1),
            .language = sentText(body, "language"_L1),
            .organizationName = sentText(body, "organization_name"_L1)};
}

AccountChange profileChange(const QJsonObject &body)
{
    return {.firstName = sentText(body, "firstName"_L1),
            .lastName = sentText(body, "lastName"_L1),
            .phone = sentText(body, "phone"_L1)};
}

constexpr char ProfileBody[] = R"({"type":"object","additionalProperties":false,"properties":{
    "firstName":{"type":"string","maxLength":100},"lastName":{"type":"string","maxLength":100},
    "phone":{"$ref":"#/components/schemas/Phone"}}})";
}

QList<Route> profileRoutes(IdentityContext &context)
{
    // Not in the response cache: §5 keeps everything under /auth out of it, and /users/profile is the same row.
    const auto profiles = std::make_shared<Profiles>(context);
    const api::Tags people = api::Tags(api::Tag::Users) | api::Tag::Organizations;
    return {
        {.method = Method::Get,
         .path = "/auth/profile",
         .access = Access::User,
         .summary = "The user who asks.",
         .handle = [profiles](const CallPtr &call) { return read(profiles, call, accountJson); },
         .answer = reference("Account"),
         .tag = "auth"},
        {.method = Method::Put,
         .path = "/auth/profile",
         .access = Access::User,
         .summary = "Changes what is sent of the user who asks; only an owner renames the organisation.",
         .handle
         = [profiles](const CallPtr &call) { return write(profiles, call, accountChange(call->body), accountJson); },
         .changes = people,
         .body = R"({"type":"object","additionalProperties":false,"properties":{)" + ProfileProperties + "}}",
         .answer = reference("Account"),
         .errors = {ErrorCode::Forbidden, ErrorCode::PreconditionFailed},
         .tag = "auth"},
        {.method = Method::Get,
         .path = "/users/profile",
         .access = Access::User,
         .summary = "The user who asks.",
         .handle = [profiles](const CallPtr &call) { return read(profiles, call, profileJson); },
         .answer = reference("Profile"),
         .tag = "users"},
        {.method = Method::Put,
         .path = "/users/profile",
         .access = Access::User,
         .summary = "Changes what is sent of the user who asks.",
         .handle
         = [profiles](const CallPtr &call) { return write(profiles, call, profileChange(call->body), profileJson); },
         .changes = people,
         .body = ProfileBody,
         .answer = reference("Profile"),
         .errors = {ErrorCode::PreconditionFailed},
         .tag = "users"},
    };
}
}

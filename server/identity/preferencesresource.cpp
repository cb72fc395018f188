// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/entitytag.h"
#include "server/api/jsonwriter.h"
#include "server/audit/audit.h"
#include "server/identity/accountstore.h"
#include "server/identity/identityroutes.h"
#include "server/identity/later.h"
#include "server/identity/useranswers.h"
#include "server/store/rowlock.h"

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
using api::Version;
using http::Method;

/// What the handlers of one worker share.
struct Preferences {
    explicit Preferences(IdentityContext &c)
        : context(c)
    {
    }
    IdentityContext &context;
    QObject scope; // what waits for futures dies with it
};
using PreferencesPtr = std::shared_ptr<Preferences>;

/// What registration knows, with what holds for who never said.
QJsonObject withDefaults(const QJsonObject &stored)
{
    QJsonObject all{{u"marketing"_s, false}, {u"notifications"_s, true}, {u"twoFactorAuth"_s, false}};
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (stored[it.key()].isBool())
            it.value() = stored[it.key()];
    }
    return all;
}

QByteArray preferencesJson(const QJsonObject &stored)
{
    api::JsonWriter json;
    json.value(QJsonValue(withDefaults(stored)));
    return json.take();
}

Outcome changedPreferences(const Result<QJsonObject> &stored)
{
    if (!stored)
        return stored.error();
    Answer answer{.json = preferencesJson(*stored)};
    answer.headers.add("ETag", api::entityTag(answer.json));
    return answer;
}

HandlerResult read(const PreferencesPtr &preferences, const CallPtr &call)
{
    const IdentityContext &context = preferences->context;
    const auto stored = AccountStore(context.reads, context.now()).preferences(call->principal->userId);
    return stored ? Outcome(Answer{.json = preferencesJson(*stored)}) : Outcome(stored.error());
}

HandlerResult patch(const PreferencesPtr &preferences, const CallPtr &call)
{
    const IdentityContext &context = preferences->context;
    const auto work
        = [call, actor = audit::Actor::of(*call), now = context.now()](store::Connection &c) -> Result<QJsonObject> {
        if (const auto locked = store::lockRow(c, "users"_L1, actor.userId); !locked)
            return locked.error();
        AccountStore account(c, now);
        const auto stored = account.preferences(actor.userId);
        if (!stored)
            return stored;
        if (const auto same = api::requireMatch(*call, preferencesJson(*stored)); !same)
            return same.error();
        QJsonObject changed = *stored;
        for (auto it = call->body.constBegin(); it != call->body.constEnd(); ++it)
            changed.insert(it.key(), it.value());
        if (auto kept = account.setPreferences(actor.userId, changed); !kept)
            return kept.error();
        audit::Change change{.action = u"preferences.updated"_s,
                             .targetType = u"user"_s,
                             .targetId = actor.userId,
                             .targetLabel = actor.email,
                             .organizationId = actor.organizationId,
                             .before = withDefaults(*stored),
                             .after = withDefaults(changed)};
        audit::keepDifferences(change.before, change.after);
        if (change.after.isEmpty())
            return changed;
        const auto told = audit::record(c, actor, change, now);
        return told ? Result<QJsonObject>(changed) : Result<QJsonObject>(told.error());
    };
    return later<Outcome>(context.writer.submit<QJsonObject>(work), &preferences->scope, changedPreferences);
}

constexpr char Body[] = R"({"type":"object","additionalProperties":false,"minProperties":1,"properties":{
    "marketing":{"type":"boolean"},"notifications":{"type":"boolean"},"twoFactorAuth":{"type":"boolean",
    "description":"That the user wants a second factor; /auth/2fa says whether there is one, and sets it up"}}})";
}

QList<Route> preferenceRoutes(IdentityContext &context)
{
    const auto preferences = std::make_shared<Preferences>(context);
    return {
        {.method = Method::Get,
         .path = "/auth/preferences",
         .access = Access::User,
         .summary = "What the user who asks prefers.",
         .handle = [preferences](const CallPtr &call) { return read(preferences, call); },
         .versions = {Version::V2},
         .answer = reference("Preferences"),
         .tag = "auth"},
        {.method = Method::Patch,
         .path = "/auth/preferences",
         .access = Access::User,
         .summary = "Changes what is sent of what the user who asks prefers.",
         .handle = [preferences](const CallPtr &call) { return patch(preferences, call); },
         .versions = {Version::V2},
         .changes = api::Tag::Users,
         .body = Body,
         .answer = reference("Preferences"),
         .errors = {ErrorCode::PreconditionFailed},
         .tag = "auth"},
    };
}

QList<api::Component> preferenceComponents()
{
    return {{"Preferences", R"({"type":"object","required":["marketing","notifications","twoFactorAuth"],
        "additionalProperties":false,"properties":{"marketing":{"type":"boolean"},"notifications":{"type":"boolean"},
        "twoFactorAuth":{"type":"boolean","description":"That the user wants a second factor"}}})"}};
}
}

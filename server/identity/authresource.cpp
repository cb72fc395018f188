// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/authanswers.h"
#include "server/identity/identityroutes.h"
#include "server/identity/later.h"
#include "server/identity/passwords.h"
#include "server/identity/refreshtoken.h"
#include "server/identity/registration.h"
#include "server/identity/signin.h"
#include "server/identity/useranswers.h"

#include <QJsonDocument>

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
struct Auth {
    explicit Auth(IdentityContext &c)
        : signIn(c)
        , registration(c)
        , passwords(c)
        , refreshKey(c.keys->refreshSecret())
    {
    }
    SignIn signIn;
    Registration registration;
    Passwords passwords;
    Hmac refreshKey;
    QObject scope; // what waits for futures dies with it
};
using AuthPtr = std::shared_ptr<Auth>;

Surface surfaceOf(const api::Call &call)
{
    if (call.surface == api::Surface::AuthAlias)
        return Surface::Alias;
    return call.version == Version::V2 ? Surface::V2 : Surface::V1;
}

api::Wrap wrapOf(Surface surface) { return surface == Surface::Alias ? api::Wrap::Envelope : api::Wrap::Members; }

QString text(const QJsonObject &object, QLatin1StringView name) { return object[name].toString(); }

DeviceInfo deviceIn(const api::Call &call)
{
    const QJsonObject info = call.body["deviceInfo"_L1].toObject();
    const QString id = text(call.body, "deviceId"_L1);
    const QString agent = QString::fromUtf8(call.request.headers.value("User-Agent")).left(1000);
    return {.clientId = id.isEmpty() ? text(info, "deviceId"_L1) : id,
            .name = text(info, "deviceName"_L1),
            .kind = text(info, "deviceType"_L1),
            .userAgent = info.contains("userAgent"_L1) ? text(info, "userAgent"_L1) : agent};
}

/// The union of the four documents; a nested field of Zoptal v2 wins over a flat one.
NewUser newUserIn(const QJsonObject &body)
{
    const QJsonObject profile = body["profile"_L1].toObject();
    const auto either = [&](QLatin1StringView name) {
        return (profile.contains(name) ? text(profile, name) : text(body, name)).simplified();
    };
    return {.email = normalizedEmail(text(body, "email"_L1)),
            .passwordHash = {},
            .organizationName = text(body, "organization_name"_L1).simplified(),
            .firstName = either("firstName"_L1),
            .lastName = either("lastName"_L1),
            .phone = either("phone"_L1),
            .timezone = either("timezone"_L1),
            .language = either("language"_L1),
            .tier = tierFromWire(text(body, "subscription_tier"_L1)).value_or(Tier::Free),
            .preferences = body["preferences"_L1].toObject(),
            .metadata = body["metadata"_L1].toObject()};
}

HandlerResult answerSignedIn(const AuthPtr &auth, const QFuture<Result<SignedIn>> &future, Surface surface)
{
    return later<Outcome>(future, &auth->scope, [surface](const Result<SignedIn> &in) -> Outcome {
        if (!in)
            return in.error();
        return Answer{.json = signedInJson(surface, *in), .wrap = wrapOf(surface)};
    });
}

HandlerResult answerRegistered(const AuthPtr &auth, const QFuture<Result<UserRow>> &future, Surface surface)
{
    return later<Outcome>(future, &auth->scope, [surface](const Result<UserRow> &row) -> Outcome {
        if (!row)
            return row.error();
        return Answer{.status = 201, .json = registeredJson(surface, *row), .wrap = wrapOf(surface)};
    });
}

HandlerResult registerUser(const AuthPtr &auth, const CallPtr &call)
{
    const auto made = auth->registration.signUp(newUserIn(call->body), text(call->body, "password"_L1),
                                                text(call->body, "invitation_token"_L1), audit::Actor::of(*call));
    return answerRegistered(auth, made, surfaceOf(*call));
}

HandlerResult setUp(const AuthPtr &auth, const CallPtr &call)
{
    const auto made = auth->registration.setUp(text(call->body, "token"_L1), newUserIn(call->body),
                                               text(call->body, "password"_L1), audit::Actor::of(*call));
    return answerRegistered(auth, made, surfaceOf(*call));
}

HandlerResult needsSetup(const AuthPtr &auth)
{
    const auto needed = auth->registration.needsSetup();
    if (!needed)
        return Outcome(needed.error());
    return Outcome(Answer{.json = *needed ? R"({"required":true})" : R"({"required":false})"});
}

HandlerResult logIn(const AuthPtr &auth, const CallPtr &call)
{
    const Surface surface = surfaceOf(*call);
    const auto in = auth->signIn.signIn({.email = normalizedEmail(text(call->body, "email"_L1)),
                                         .password = text(call->body, "password"_L1),
                                         .device = deviceIn(*call),
                                         .surface = surface,
                                         .address = call->request.client,
                                         .actor = audit::Actor::of(*call)});
    // The engine has Zoptal's message for v2; the field is named so that v2's details have their `field` and `reason`.
    return later<Outcome>(in, &auth->scope, [surface](const Result<SignedIn> &result) -> Outcome {
        if (result)
            return Answer{.json = signedInJson(surface, *result), .wrap = wrapOf(surface)};
        Error error = result.error();
        if (error.code == ErrorCode::InvalidCredentials && surface == Surface::V2)
            error.details.insert(u"password"_s, u"The e-mail address or the password is wrong"_s);
        return error;
    });
}

HandlerResult refresh(const AuthPtr &auth, const CallPtr &call)
{
    const Surface surface = surfaceOf(*call);
    return answerSignedIn(
        auth, auth->signIn.refresh(text(call->body, "refreshToken"_L1).toUtf8(), surface, audit::Actor::of(*call)),
        surface);
}

/// Of a refresh token that this server wrote, whether it is still good or not. Many consoles behind one address renew
/// theirs without using up what that address may do.
QString refreshedSession(const AuthPtr &auth, const http::Request &request)
{
    constexpr qsizetype Longest = 4096; // bytes: a good one is far below, and nobody is limited yet
    if (request.body.size() > Longest)
        return {};
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const auto token = RefreshToken::read(text(body, "refreshToken"_L1).toUtf8(), auth->refreshKey);
    return token ? token->sessionId : QString();
}

HandlerResult logOut(const AuthPtr &auth, const CallPtr &call)
{
    return later<Outcome>(auth->signIn.signOut(audit::Actor::of(*call)), &auth->scope,
                          [](const Result<Done> &done) -> Outcome {
                              return done ? Outcome(Answer{.json = R"({"signed_out":true})"}) : Outcome(done.error());
                          });
}

HandlerResult changePassword(const AuthPtr &auth, const CallPtr &call)
{
    const auto changed
        = auth->passwords.change(text(call->body, "currentPassword"_L1), text(call->body, "newPassword"_L1),
                                 call->request.client, audit::Actor::of(*call));
    return later<Outcome>(changed, &auth->scope, [](const Result<qint64> &ended) -> Outcome {
        if (ended)
            return Answer{.json = R"({"changed":true,"sessions_ended":)" + QByteArray::number(*ended) + '}'};
        Error error = ended.error();
        if (error.code == ErrorCode::InvalidCredentials) {
            error.message = u"The current password is wrong"_s;
            error.details.insert(u"currentPassword"_s, error.message);
        }
        return error;
    });
}

/// The three ways a route of this kind is reached, with the body each answers.
QList<Route> onEverySurface(const Route &route, const QByteArray &answer)
{
    QList<Route> rows;
    for (const auto version : {Version::V1, Version::V2}) {
        Route row = route;
        row.versions = {version};
        row.wrap = api::Wrap::Members;
        row.answer = reference(answer + (version == Version::V1 ? "V1" : "V2"));
        rows << row;
    }
    Route alias = route;
    alias.surface = api::Surface::AuthAlias;
    alias.versions = {Version::V1};
    alias.answer = reference(answer + "Alias");
    rows << alias;
    return rows;
}

constexpr char SetupSchema[] = R"({"type":"object","required":["token","email","password"],"additionalProperties":false,
    "properties":{"token":{"type":"string","minLength":1,"maxLength":200},
    "email":{"type":"string","format":"email","maxLength":254},"password":{"type":"string","minLength":8,"maxLength":1024},
    "organization_name":{"type":"string","maxLength":200},"firstName":{"type":"string","maxLength":100},
    "lastName":{"type":"string","maxLength":100}}})";
constexpr char PasswordSchema[]
    = R"({"type":"object","required":["currentPassword","newPassword"],"additionalProperties":false,
    "properties":{"currentPassword":{"type":"string","minLength":1,"maxLength":1024},
    "newPassword":{"type":"string","minLength":8,"maxLength":1024}}})";
}

QList<Route> authRoutes(IdentityContext &context)
{
    const auto auth = std::make_shared<Auth>(context);
    const auto with = api::handlersOver(auth);
    const api::Tags people = api::Tags(api::Tag::Users) | api::Tag::Organizations;
    QList<Route> rows;
    rows += onEverySurface({.method = Method::Post,
                            .path = "/auth/register",
                            .access = Access::Public,
                            .summary = "Makes a user and its organisation. Accepts the bodies of all four documents.",
                            .handle = with(registerUser),
                            .changes = people,
                            .secret = true,
                            .repeat = api::Repeat::Answers,
                            .body = reference("Registration"),
                            .status = 201,
                            .errors = {ErrorCode::ResourceConflict, ErrorCode::ServiceUnavailable},
                            .tag = "auth"},
                           "Registered");
    rows += onEverySurface({.method = Method::Post,
                            .path = "/auth/login",
                            .access = Access::Public,
                            .summary
                            = "Signs a user in. Who has a second factor gets a challenge for it in v2, and is refused "
                              "elsewhere.",
                            .handle = with(logIn),
                            .changes = api::Tag::Users,
                            .secret = true,
                            .alwaysServed = {Version::V2}, // who has a second factor signs in nowhere else
                            .body = reference("Login"),
                            .errors = {ErrorCode::InvalidCredentials, ErrorCode::Forbidden, ErrorCode::AccountDisabled,
                                       ErrorCode::AccountLocked, ErrorCode::ServiceUnavailable},
                            .tag = "auth"},
                           "SignedIn");
    rows += onEverySurface(
        {.method = Method::Post,
         .path = "/auth/refresh",
         .access = Access::Public,
         .summary = "Exchanges a refresh token, which is used up, for a new pair. A used one that comes again "
                    "ends its session.",
         .handle = with(refresh),
         .provenSession = [auth](const http::Request &request) { return refreshedSession(auth, request); },
         .secret = true,
         .alwaysServed = {Version::V2},
         .body = reference("Refresh"),
         .errors = {ErrorCode::AuthInvalid, ErrorCode::AuthExpired},
         .tag = "auth"},
        "SignedIn");
    rows << Route{.method = Method::Post,
                  .path = "/auth/logout",
                  .access = Access::User,
                  .summary = "Ends the session that asks, at once.",
                  .handle = with(logOut),
                  .changes = api::Tag::Users,
                  .secret = true,
                  .repeat = api::Repeat::Runs,
                  .answer = R"({"type":"object","required":["signed_out"],"properties":{"signed_out":{"const":true}}})",
                  .tag = "auth"};
    rows << Route{.method = Method::Post,
                  .path = "/auth/password",
                  .access = Access::User,
                  .summary = "Changes the password and ends the user's other sessions.",
                  .handle = with(changePassword),
                  .changes = api::Tag::Users,
                  .secret = true,
                  .repeat = api::Repeat::Answers,
                  .body = PasswordSchema,
                  .answer
                  = R"({"type":"object","required":["changed","sessions_ended"],"properties":{"changed":{"const":true},
                      "sessions_ended":{"type":"integer"}}})",
                  .errors = {ErrorCode::InvalidCredentials, ErrorCode::AccountLocked},
                  .tag = "auth"};
    for (Route &row : onEverySurface({.method = Method::Post,
                      .path = "/auth/setup",
                      .access = Access::Public,
                      .summary = "Makes the first administrator with the one-time token that the server printed.",
                      .handle = with(setUp),
                      .changes = people,
                      .secret = true,
                      .repeat = api::Repeat::Answers,
                      .body = SetupSchema,
                      .status = 201,
                      .errors = {ErrorCode::Forbidden, ErrorCode::ResourceConflict},
                      .tag = "auth"},
                                     "Registered")) {
        if (row.surface == api::Surface::Api)
            rows << row;
    }
    rows << Route{.method = Method::Get,
                  .path = "/auth/setup",
                  .access = Access::Public,
                  .summary = "Whether this server still needs its first administrator.",
                  .handle = [auth](const CallPtr &) { return needsSetup(auth); },
                  .secret = true,
                  .answer = R"({"type":"object","required":["required"],"properties":{"required":{"type":"boolean"}}})",
                  .tag = "auth"};
    return rows;
}
}

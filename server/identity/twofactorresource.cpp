// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/gate.h"
#include "server/api/isotime.h"
#include "server/identity/authanswers.h"
#include "server/identity/identityroutes.h"
#include "server/identity/later.h"
#include "server/identity/passwords.h"
#include "server/identity/secondfactor.h"
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
using api::Version;
using http::Method;

/// What the handlers of one worker share.
struct Factors {
    explicit Factors(IdentityContext &c)
        : context(c)
        , signIn(c)
        , second(c)
        , passwords(c)
    {
    }
    IdentityContext &context;
    SignIn signIn;
    SecondFactor second;
    Passwords passwords;
    QObject scope; // what waits for futures dies with it
};
using FactorsPtr = std::shared_ptr<Factors>;

QString codeIn(const api::Call &call) { return call.body["code"_L1].toString(); }

HandlerResult state(const FactorsPtr &factors, const CallPtr &call)
{
    const auto state = factors->second.state(call->principal->userId);
    if (!state)
        return Outcome(state.error());
    api::JsonWriter json;
    json.beginObject()
        .member("enabled"_L1, state->enabled)
        .member("enabledAt"_L1, state->enabledAt)
        .member("recoveryCodesLeft"_L1, state->recoveryCodesLeft)
        .endObject();
    return Outcome(Answer{.json = json.take()});
}

HandlerResult enroll(const FactorsPtr &factors, const CallPtr &call)
{
    return later<Outcome>(factors->second.enroll(audit::Actor::of(*call)), &factors->scope,
                          [](const Result<Enrollment> &made) -> Outcome {
                              if (!made)
                                  return made.error();
                              api::JsonWriter json;
                              json.beginObject().member("secret"_L1, made->secret).member("uri"_L1, made->uri);
                              return Answer{.json = json.endObject().take()};
                          });
}

HandlerResult answerCodes(const FactorsPtr &factors, const QFuture<Result<QStringList>> &made)
{
    return later<Outcome>(made, &factors->scope, [](const Result<QStringList> &codes) -> Outcome {
        if (!codes)
            return codes.error();
        api::JsonWriter json;
        json.beginObject().key("recoveryCodes"_L1).beginArray();
        for (const QString &code : *codes)
            json.value(code);
        return Answer{.json = json.endArray().endObject().take()};
    });
}

HandlerResult confirm(const FactorsPtr &factors, const CallPtr &call)
{
    return answerCodes(factors, factors->second.confirm(codeIn(*call), audit::Actor::of(*call)));
}

HandlerResult renew(const FactorsPtr &factors, const CallPtr &call)
{
    return answerCodes(factors, factors->second.renewRecoveryCodes(codeIn(*call), audit::Actor::of(*call)));
}

HandlerResult disable(const FactorsPtr &factors, const CallPtr &call)
{
    return later<Outcome>(factors->second.disable(codeIn(*call), audit::Actor::of(*call)), &factors->scope,
                          [](const Result<Done> &done) -> Outcome {
                              return done ? Outcome(Answer{.json = R"({"enabled":false})"}) : Outcome(done.error());
                          });
}

HandlerResult verify(const FactorsPtr &factors, const CallPtr &call)
{
    const auto in = factors->signIn.verify({.challenge = call->body["challenge"_L1].toString().toUtf8(),
                                            .code = codeIn(*call),
                                            .address = call->request.client,
                                            .actor = audit::Actor::of(*call)});
    return later<Outcome>(in, &factors->scope, [](const Result<SignedIn> &result) -> Outcome {
        if (!result)
            return result.error();
        return Answer{.json = signedInJson(Surface::V2, *result), .wrap = api::Wrap::Members};
    });
}

Outcome steppedUp(const Result<qint64> &until)
{
    if (!until)
        return until.error();
    return Answer{.json = R"({"validUntil":")" + api::isoTime(*until) + R"("})"};
}

Error wants(QLatin1StringView field, const QString &why)
{
    return {.code = ErrorCode::ValidationError, .details = {{QString(field), why}}};
}

/// An account with a second factor gives that; one without is not asked, and may prove its password all the same.
HandlerResult stepUp(const FactorsPtr &factors, const CallPtr &call)
{
    const audit::Actor actor = audit::Actor::of(*call);
    const bool byCode = call->body.contains("code"_L1);
    if (byCode && !call->principal->hasTwoFactor)
        return Outcome(wants("code"_L1, u"This account has no second factor"_s));
    if (!byCode && call->principal->hasTwoFactor)
        return Outcome(wants("code"_L1, u"This account has a second factor: a code of it is needed"_s));
    if (byCode)
        return later<Outcome>(factors->second.stepUp(codeIn(*call), actor), &factors->scope, steppedUp);
    const auto confirmed
        = factors->passwords.confirm(call->body["password"_L1].toString(), call->request.client, actor);
    return later<Outcome>(confirmed, &factors->scope,
                          [until = factors->context.now() + api::StepUpMs](const Result<Done> &done) -> Outcome {
                              if (done)
                                  return steppedUp(until);
                              Error error = done.error();
                              if (error.code == ErrorCode::InvalidCredentials)
                                  error.details.insert(u"password"_s, u"The password is wrong"_s);
                              return error;
                          });
}

HandlerResult resetOf(const FactorsPtr &factors, const CallPtr &call)
{
    const QString id = call->param("id"_L1);
    return later<Outcome>(
        factors->second.reset(id, audit::Actor::of(*call)), &factors->scope,
        [id](const Result<qint64> &ended) -> Outcome {
            if (!ended)
                return ended.error();
            api::JsonWriter json;
            json.beginObject().member("id"_L1, id).member("enabled"_L1, false).member("sessions_ended"_L1, *ended);
            return Answer{.json = json.endObject().take()};
        });
}

constexpr char CodeBody[] = R"({"type":"object","required":["code"],"additionalProperties":false,"properties":{
    "code":{"type":"string","minLength":6,"maxLength":40,
    "description":"Six digits of the authenticator, or a recovery code"}}})";
constexpr char VerifyBody[] = R"({"type":"object","required":["challenge","code"],"additionalProperties":false,
    "properties":{"challenge":{"type":"string","minLength":1,"maxLength":200},
    "code":{"type":"string","minLength":6,"maxLength":40,
    "description":"Six digits of the authenticator, or a recovery code"}}})";
constexpr char StepUpBody[] = R"({"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,
    "properties":{"code":{"type":"string","minLength":6,"maxLength":40},
    "password":{"type":"string","minLength":1,"maxLength":1024,
    "description":"Only of an account without a second factor"}}})";
constexpr char StateAnswer[] = R"({"type":"object","required":["enabled","enabledAt","recoveryCodesLeft"],
    "additionalProperties":false,"properties":{"enabled":{"type":"boolean"},
    "enabledAt":{"$ref":"#/components/schemas/TimestampOrNull"},"recoveryCodesLeft":{"type":"integer"}}})";
constexpr char EnrollAnswer[] = R"({"type":"object","required":["secret","uri"],"additionalProperties":false,
    "properties":{"secret":{"type":"string","description":"Base32, to be typed in"},
    "uri":{"type":"string","description":"otpauth://, to be shown as a QR code"}}})";
constexpr char CodesAnswer[] = R"({"type":"object","required":["recoveryCodes"],"additionalProperties":false,
    "properties":{"recoveryCodes":{"type":"array","minItems":10,"maxItems":10,"items":{"type":"string"},
    "description":"Each lets in once who lost the authenticator. Told this once"}}})";
constexpr char StepUpAnswer[] = R"({"type":"object","required":["validUntil"],"additionalProperties":false,
    "properties":{"validUntil":{"$ref":"#/components/schemas/Timestamp"}}})";
constexpr char ResetAnswer[] = R"({"type":"object","required":["id","enabled","sessions_ended"],
    "additionalProperties":false,"properties":{"id":{"type":"string"},"enabled":{"const":false},
    "sessions_ended":{"type":"integer"}}})";
}

QList<Route> twoFactorRoutes(IdentityContext &context)
{
    const auto factors = std::make_shared<Factors>(context);
    const auto with = api::handlersOver(factors);
    const QList<ErrorCode> codeErrors{ErrorCode::InvalidCredentials, ErrorCode::AccountLocked,
                                      ErrorCode::ResourceConflict, ErrorCode::ServiceUnavailable};
    const auto post = [&](const QByteArray &path, const QByteArray &summary,
                          HandlerResult (*handler)(const FactorsPtr &, const CallPtr &)) {
        return Route{.method = Method::Post,
                     .path = path,
                     .access = Access::User,
                     .summary = summary,
                     .handle = with(handler),
                     .versions = {Version::V2},
                     .secret = true,
                     .body = CodeBody,
                     .errors = codeErrors,
                     .tag = "auth"};
    };
    Route enrolled
        = post("/auth/2fa/enroll", "Makes the secret of a second factor, which is not asked for yet.", enroll);
    enrolled.body = {};
    enrolled.answer = EnrollAnswer;
    enrolled.errors = {ErrorCode::ResourceConflict, ErrorCode::ServiceUnavailable};
    Route confirmed = post("/auth/2fa/confirm", "Turns the second factor on with a code of it.", confirm);
    confirmed.answer = CodesAnswer;
    Route renewed = post("/auth/2fa/recovery-codes", "Makes ten new recovery codes; the old ones are void.", renew);
    renewed.answer = CodesAnswer;
    Route disabled = post("/auth/2fa/disable", "Turns the second factor off.", disable);
    disabled.repeat = api::Repeat::Answers;
    disabled.answer = R"({"type":"object","required":["enabled"],"properties":{"enabled":{"const":false}}})";
    Route verified = post("/auth/2fa/verify", "The second half of a login that answered a challenge.", verify);
    verified.access = Access::Public;
    verified.changes = api::Tag::Users;
    verified.alwaysServed = {Version::V2}; // no other version has it
    verified.body = VerifyBody;
    verified.answer = reference("SignedInV2");
    verified.errors = {ErrorCode::AuthInvalid,   ErrorCode::AuthExpired,     ErrorCode::InvalidCredentials,
                       ErrorCode::AccountLocked, ErrorCode::AccountDisabled, ErrorCode::ServiceUnavailable};
    verified.wrap = api::Wrap::Members;
    Route stepped
        = post("/auth/step-up", "Gives the second factor again, for what asks for it (STEP_UP_REQUIRED).", stepUp);
    stepped.repeat = api::Repeat::Runs;
    stepped.alwaysServed = {Version::V2};
    stepped.body = StepUpBody;
    stepped.answer = StepUpAnswer;
    return {
        {.method = Method::Get,
         .path = "/auth/2fa",
         .access = Access::User,
         .summary = "Whether the account has a second factor.",
         .handle = with(state),
         .versions = {Version::V2},
         .secret = true,
         .answer = StateAnswer,
         .tag = "auth"},
        enrolled,
        confirmed,
        renewed,
        disabled,
        verified,
        stepped,
        {.method = Method::Delete,
         .path = "/admin/users/:id/two-factor",
         .access = Access::Support,
         .summary = "Removes the second factor of a user who lost it, and ends the user's sessions.",
         .handle = with(resetOf),
         .changes = api::Tag::Users,
         .stepUp = true,
         .answer = ResetAnswer},
    };
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Routes of those who cannot sign in: what they may do comes to their mailbox.
#include "server/identity/identityroutes.h"
#include "server/identity/later.h"
#include "server/identity/passwords.h"
#include "server/identity/userrow.h"

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
struct Mailbox {
    explicit Mailbox(IdentityContext &c)
        : passwords(c)
    {
    }
    Passwords passwords;
    QObject scope; // what waits for futures dies with it
};
using MailboxPtr = std::shared_ptr<Mailbox>;

QString emailIn(const api::Call &call) { return normalizedEmail(call.body["email"_L1].toString()); }

/// The same for everybody, and before anything was looked for.
Outcome accepted() { return Answer{.status = 202, .json = R"({"accepted":true})"}; }

HandlerResult forgot(const MailboxPtr &mailbox, const CallPtr &call)
{
    mailbox->passwords.forgot(emailIn(*call));
    return accepted();
}

HandlerResult resend(const MailboxPtr &mailbox, const CallPtr &call)
{
    mailbox->passwords.resendVerification(emailIn(*call));
    return accepted();
}

HandlerResult reset(const MailboxPtr &mailbox, const CallPtr &call)
{
    const auto done
        = mailbox->passwords.reset(call->body["token"_L1].toString(), call->body["newPassword"_L1].toString(),
                                   call->request.client, audit::Actor::of(*call));
    return later<Outcome>(done, &mailbox->scope, [](const Result<qint64> &ended) -> Outcome {
        if (!ended)
            return ended.error();
        return Answer{.json = R"({"reset":true,"sessionsEnded":)" + QByteArray::number(*ended) + '}'};
    });
}

HandlerResult verify(const MailboxPtr &mailbox, const CallPtr &call)
{
    const auto done = mailbox->passwords.verifyEmail(call->body["token"_L1].toString(), audit::Actor::of(*call));
    return later<Outcome>(done, &mailbox->scope, [](const Result<Done> &verified) -> Outcome {
        return verified ? Outcome(Answer{.json = R"({"verified":true})"}) : Outcome(verified.error());
    });
}

constexpr char EmailBody[] = R"({"type":"object","required":["email"],"additionalProperties":false,"properties":{
    "email":{"type":"string","format":"email","maxLength":254}}})";
constexpr char TokenBody[] = R"({"type":"object","required":["token"],"additionalProperties":false,"properties":{
    "token":{"type":"string","minLength":1,"maxLength":200}}})";
constexpr char ResetBody[] = R"({"type":"object","required":["token","newPassword"],"additionalProperties":false,
    "properties":{"token":{"type":"string","minLength":1,"maxLength":200},
    "newPassword":{"type":"string","minLength":8,"maxLength":1024}}})";
constexpr char AcceptedAnswer[]
    = R"({"type":"object","required":["accepted"],"properties":{"accepted":{"const":true}}})";
}

QList<Route> mailboxRoutes(IdentityContext &context)
{
    const auto mailbox = std::make_shared<Mailbox>(context);
    const api::Tags people = api::Tags(api::Tag::Users) | api::Tag::Organizations;
    const auto post = [&](const QByteArray &path, const QByteArray &summary,
                          HandlerResult (*handler)(const MailboxPtr &, const CallPtr &)) {
        return Route{.method = Method::Post,
                     .path = path,
                     .access = Access::Public,
                     .summary = summary,
                     .handle = [mailbox, handler](const CallPtr &call) { return handler(mailbox, call); },
                     .versions = {Version::V2},
                     .secret = true,
                     .repeat = api::Repeat::Answers,
                     .tag = "auth"};
    };
    Route verified
        = post("/auth/email/verify", "Confirms an e-mail address with the code that was mailed to it.", verify);
    verified.changes = people;
    verified.body = TokenBody;
    verified.answer = R"({"type":"object","required":["verified"],"properties":{"verified":{"const":true}}})";
    Route resent
        = post("/auth/email/resend",
               "Mails the code once more, at most once a minute; the same answer whoever has the address.", resend);
    resent.body = EmailBody;
    resent.answer = AcceptedAnswer;
    resent.status = 202;
    Route forgotten = post(
        "/auth/password/forgot",
        "Mails a code to reset the password, at most once a minute; the same answer whoever has the address.", forgot);
    forgotten.body = EmailBody;
    forgotten.answer = AcceptedAnswer;
    forgotten.status = 202;
    Route changed
        = post("/auth/password/reset", "Sets a new password with a code that was mailed; ends every session.", reset);
    changed.changes = people;
    changed.body = ResetBody;
    changed.answer = R"({"type":"object","required":["reset","sessionsEnded"],"properties":{"reset":{"const":true},
        "sessionsEnded":{"type":"integer"}}})";
    changed.errors = {ErrorCode::ServiceUnavailable};
    return {verified, resent, forgotten, changed};
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/words.h"

#include <QCoreApplication>

namespace
{
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString todoFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::AuthRequired:
    case ErrorCode::AuthInvalid:
    case ErrorCode::AuthExpired:
        return Words::tr("Sign in again.");
    case ErrorCode::InvalidCredentials:
        return Words::tr("Check the e-mail address and the password.");
    case ErrorCode::Forbidden:
    case ErrorCode::AccountDisabled:
        return Words::tr("Ask an administrator.");
    case ErrorCode::ResourceNotFound:
        return Words::tr("It may have been deleted meanwhile. Refresh the list.");
    case ErrorCode::ResourceConflict:
        return Words::tr("Choose another value.");
    case ErrorCode::PreconditionFailed:
        return Words::tr("Compare both versions and decide which one stays.");
    case ErrorCode::ValidationError:
    case ErrorCode::BadRequest:
        return Words::tr("Correct the marked fields.");
    case ErrorCode::RateLimited:
    case ErrorCode::RateLimitExceeded:
    case ErrorCode::AccountLocked:
        return error.retryAfterSeconds > 0 ? Words::tr("Try again in %n second(s).", nullptr, error.retryAfterSeconds)
                                           : Words::tr("Wait a minute and try again.");
    case ErrorCode::Unreachable:
        return Words::tr("Check the network and the address of the server. The console tries again by itself.");
    case ErrorCode::TimedOut:
    case ErrorCode::ServiceUnavailable:
        return Words::tr("Try again in a moment.");
    case ErrorCode::InvalidAnswer:
        return Words::tr("Check the address of the server: something else answers there.");
    case ErrorCode::UnsupportedApiVersion:
    case ErrorCode::RouteNotFoundForVersion:
    case ErrorCode::ApiVersionSunset:
        return Words::tr("Update the console or the server.");
    default:
        return Words::tr("Try again. If it happens again, give the request id to whoever runs the server.");
    }
}

QString happenedFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::AuthRequired:
    case ErrorCode::AuthInvalid:
        return Words::tr("The server does not accept this sign-in.");
    case ErrorCode::AuthExpired:
        return Words::tr("The sign-in has run out.");
    case ErrorCode::InvalidCredentials:
        return Words::tr("The e-mail address or the password is wrong.");
    case ErrorCode::Forbidden:
        return Words::tr("You are not allowed to do this.");
    case ErrorCode::AccountDisabled:
        return Words::tr("This account is deactivated.");
    case ErrorCode::AccountLocked:
        return Words::tr("Too many failed sign-ins: this account is locked for a while.");
    case ErrorCode::ResourceNotFound:
        return Words::tr("The server does not have this (any more).");
    case ErrorCode::ResourceConflict:
        return Words::tr("This clashes with something that exists already.");
    case ErrorCode::PreconditionFailed:
        return Words::tr("Somebody else changed this meanwhile.");
    case ErrorCode::ValidationError:
    case ErrorCode::BadRequest:
        return Words::tr("The server does not accept these values.");
    case ErrorCode::RateLimited:
    case ErrorCode::RateLimitExceeded:
        return Words::tr("Too many requests in a short time.");
    case ErrorCode::InternalError:
        return Words::tr("The server met an error.");
    case ErrorCode::ServiceUnavailable:
        return Words::tr("The server is not ready right now.");
    case ErrorCode::Unreachable:
        return Words::tr("The server cannot be reached.");
    case ErrorCode::TimedOut:
        return Words::tr("The server took too long to answer.");
    case ErrorCode::Canceled:
        return Words::tr("Canceled.");
    case ErrorCode::InvalidAnswer:
        return Words::tr("The answer is not one of a Voxdesk server.");
    default:
        return error.message;
    }
}
}

ErrorWords inWords(const Error &error) { return {happenedFor(error), todoFor(error)}; }

QString inWords(Role role)
{
    switch (role) {
    case Role::User:
        return Words::tr("User", "role");
    case Role::Enterprise:
        return Words::tr("Enterprise", "role");
    case Role::Support:
        return Words::tr("Support", "role");
    case Role::Admin:
        return Words::tr("Administrator", "role");
    }
    return {};
}

QString inWords(Tier tier)
{
    switch (tier) {
    case Tier::Free:
        return Words::tr("Free", "tier");
    case Tier::Pro:
        return Words::tr("Pro", "tier");
    case Tier::Enterprise:
        return Words::tr("Enterprise", "tier");
    }
    return {};
}

QString inWords(OrganizationRole role)
{
    return role == OrganizationRole::Owner ? Words::tr("Owner", "organisation role")
                                           : Words::tr("Member", "organisation role");
}

TagValue tagOf(Role role) { return {inWords(role), role == Role::Admin ? Tone::Accent : Tone::Neutral}; }

TagValue tagOf(Tier tier) { return {inWords(tier), tier == Tier::Enterprise ? Tone::Accent : Tone::Neutral}; }

TagValue activeTag(bool active)
{
    return active ? TagValue{Words::tr("Active"), Tone::Good} : TagValue{Words::tr("Inactive"), Tone::Neutral};
}

QString yesOrNo(bool yes) { return yes ? Words::tr("Yes") : Words::tr("No"); }

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

using namespace Qt::StringLiterals;

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
    case ErrorCode::StepUpRequired:
        return Words::tr("Do it again and type the code of your authenticator when you are asked.");
    case ErrorCode::CodeRequired:
        return Words::tr("Type the code of your authenticator.");
    case ErrorCode::AgentLimitExceeded:
        return Words::tr("Delete an agent, or have the limit raised under Users.");
    case ErrorCode::QuotaExceeded:
        return Words::tr("Wait for the next month, or have the quota raised under Users.");
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
    case ErrorCode::StepUpRequired:
        return Words::tr("This needs your second factor again; nothing was changed.");
    case ErrorCode::CodeRequired:
        return Words::tr("A code of the second factor is needed.");
    case ErrorCode::AccountLocked:
        return Words::tr("Too many failed sign-ins: this account is locked for a while.");
    case ErrorCode::AgentLimitExceeded:
        return Words::tr("The limit of agents is reached.");
    case ErrorCode::QuotaExceeded:
        return Words::tr("The month's tokens are used up.");
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
    case ErrorCode::InternalError: // of this computer where no request was made, such as a file that cannot be written
        return error.requestId.isEmpty() && error.message != info(error.code).message
            ? error.message
            : Words::tr("The server met an error.");
    case ErrorCode::ServiceUnavailable:
        return Words::tr("The server is not ready right now.");
    case ErrorCode::Unreachable:
        return Words::tr("The server cannot be reached.");
    case ErrorCode::TimedOut:
        return Words::tr("The server took too long to answer.");
    case ErrorCode::Canceled:
        return Words::tr("Cancelled.");
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

QString inWords(KeyPermission permission)
{
    switch (permission) {
    case KeyPermission::Read:
        return Words::tr("Read", "permission");
    case KeyPermission::Write:
        return Words::tr("Read and write", "permission");
    case KeyPermission::Admin:
        return Words::tr("Administer", "permission");
    }
    return {};
}

QString inWords(CallStatus status)
{
    switch (status) {
    case CallStatus::Queued:
        return Words::tr("Queued", "call");
    case CallStatus::Dialing:
        return Words::tr("Dialling", "call");
    case CallStatus::InProgress:
        return Words::tr("In progress", "call");
    case CallStatus::Completed:
        return Words::tr("Completed", "call");
    case CallStatus::Failed:
        return Words::tr("Failed", "call");
    case CallStatus::NoAnswer:
        return Words::tr("No answer", "call");
    case CallStatus::Busy:
        return Words::tr("Busy", "call");
    case CallStatus::Canceled:
        return Words::tr("Cancelled", "call");
    }
    return {};
}

QString inWords(CallDirection direction)
{
    return direction == CallDirection::Inbound ? Words::tr("Inbound") : Words::tr("Outbound");
}

QString inWords(VersionStatus status)
{
    switch (status) {
    case VersionStatus::Supported:
        return Words::tr("Supported", "API version");
    case VersionStatus::Deprecated:
        return Words::tr("Deprecated", "API version");
    case VersionStatus::Sunset:
        return Words::tr("Ended", "API version");
    }
    return {};
}

TagValue tagOf(VersionStatus status)
{
    return {inWords(status),
            status == VersionStatus::Supported        ? Tone::Good
                : status == VersionStatus::Deprecated ? Tone::Warning
                                                      : Tone::Bad};
}

TagValue tagOf(KeyPermission permission)
{
    return {inWords(permission), permission == KeyPermission::Admin ? Tone::Accent : Tone::Neutral};
}

TagValue tagOf(CallStatus status)
{
    switch (status) {
    case CallStatus::Completed:
        return {inWords(status), Tone::Good};
    case CallStatus::Failed:
        return {inWords(status), Tone::Bad};
    case CallStatus::NoAnswer:
    case CallStatus::Busy:
        return {inWords(status), Tone::Warning};
    case CallStatus::Dialing:
    case CallStatus::InProgress:
        return {inWords(status), Tone::Accent};
    case CallStatus::Queued:
    case CallStatus::Canceled:
        break;
    }
    return {inWords(status), Tone::Neutral};
}

TagValue tagOf(const ProviderKey &key)
{
    if (!key.configured)
        return {};
    if (key.lastTest && !key.lastTest->ok)
        return {Words::tr("Test failed", "provider key"), Tone::Bad};
    if (!key.active)
        return {Words::tr("Off", "provider key"), Tone::Neutral};
    return key.lastTest ? TagValue{Words::tr("Works", "provider key"), Tone::Good}
                        : TagValue{Words::tr("Set", "provider key"), Tone::Accent};
}

TagValue tagOf(const AccessKey &key, const QDateTime &now)
{
    switch (stateOf(key, now)) {
    case KeyState::Revoked:
        return {Words::tr("Revoked", "access key"), Tone::Neutral};
    case KeyState::Expired:
        return {Words::tr("Expired", "access key"), Tone::Bad};
    case KeyState::ExpiresSoon: {
        const int days = int(now.daysTo(key.expiresAt));
        return {days == 0 ? Words::tr("Expires today") : Words::tr("Expires in %n day(s)", nullptr, days),
                Tone::Warning};
    }
    case KeyState::Good:
        break;
    }
    return {Words::tr("Valid", "access key"), Tone::Good};
}

TagValue tagOf(Role role) { return {inWords(role), role == Role::Admin ? Tone::Accent : Tone::Neutral}; }

TagValue tagOf(Tier tier) { return {inWords(tier), tier == Tier::Enterprise ? Tone::Accent : Tone::Neutral}; }

TagValue activeTag(bool active)
{
    return active ? TagValue{Words::tr("Active"), Tone::Good} : TagValue{Words::tr("Inactive"), Tone::Neutral};
}

QString yesOrNo(bool yes) { return yes ? Words::tr("Yes") : Words::tr("No"); }

QString languageName(const QString &code)
{
    static const QMap<QString, QString> own{{u"en"_s, u"English"_s}, {u"es"_s, u"Español"_s}}; // Qt adds a country
    const QLocale locale(code);
    QString name = own.value(code, locale.nativeLanguageName());
    if (locale.language() == QLocale::C || name.isEmpty())
        return code;
    return name.replace(0, 1, name.at(0).toUpper());
}

QString asLabel(const QString &name)
{
    QString label = name;
    return label.replace(u'&', u"&&"_s);
}

QString asSentence(const QString &text)
{
    QString sentence = text.trimmed();
    if (sentence.isEmpty())
        return sentence;
    sentence.replace(0, 1, sentence.at(0).toUpper());
    return sentence.back().isLetterOrNumber() ? QString(sentence + u'.') : sentence;
}

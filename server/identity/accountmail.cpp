// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accountmail.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
QString inWords(qint64 ms)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), u"d MMMM yyyy, hh:mm 'UTC'"_s);
}

struct Words {
    QString subject;
    QString happened;
    QString otherwise; ///< if it was not the owner
};

Words wordsOf(Notice notice)
{
    const QString reset = u"If it was not you, reset your password now and tell your administrator."_s;
    switch (notice) {
    case Notice::PasswordChanged:
        return {u"Your Voxdesk password was changed"_s,
                u"The password of your Voxdesk account was changed. Your other sessions have ended."_s, reset};
    case Notice::PasswordReset:
        return {
            u"Your Voxdesk password was reset"_s,
            u"The password of your Voxdesk account was reset with a code that was sent to this address. All sessions "
            "have ended."_s,
            u"If it was not you, somebody reads your mail: secure your mailbox, then reset your password again."_s};
    case Notice::TwoFactorOn:
        return {
            u"Your Voxdesk account has a second factor"_s,
            u"Signing in to your Voxdesk account now asks for a code of your authenticator. Keep the recovery codes "
            "in a safe place."_s,
            reset};
    case Notice::TwoFactorOff:
        return {u"The second factor of your Voxdesk account is off"_s,
                u"Signing in to your Voxdesk account no longer asks for a code of your authenticator."_s, reset};
    case Notice::TwoFactorReset:
        return {u"The second factor of your Voxdesk account was removed"_s,
                u"An administrator removed the second factor of your Voxdesk account. All sessions have ended. Sign in "
                "and set it up again."_s,
                u"If you did not ask for it, tell your administrator."_s};
    case Notice::CodesRenewed:
        return {u"Your Voxdesk recovery codes are new"_s,
                u"The recovery codes of your Voxdesk account were made anew. The old ones are worth nothing now."_s,
                reset};
    case Notice::CodesGuessed:
        return {u"Somebody is guessing codes of your Voxdesk account"_s,
                u"Too many wrong codes were given for the second factor of your Voxdesk account. For some minutes only "
                "your recovery codes are accepted."_s,
                u"If it was not you, somebody knows your password: change it."_s};
    case Notice::EmailChanged:
        return {u"Your Voxdesk account has another e-mail address"_s,
                u"The e-mail address of your Voxdesk account was changed. This one is no longer good for signing in, "
                "and no more mail about the account comes here."_s,
                u"If you did not ask for it, tell your administrator."_s};
    }
    return {};
}
}

mail::Message verificationMail(const QString &email, const QString &token, qint64 expiresAt)
{
    return {.to = email,
            .subject = u"Confirm your e-mail address for Voxdesk"_s,
            .text
            = u"Somebody registered a Voxdesk account with this e-mail address. To confirm that it is yours, enter "
              "this code:\n\n    %1\n\nIt is good until %2. If it was not you, do nothing.\n"_s.arg(token,
                                                                                                    inWords(expiresAt)),
            .expiresAt = expiresAt};
}

mail::Message passwordResetMail(const QString &email, const QString &token, qint64 expiresAt)
{
    return {.to = email,
            .subject = u"Reset your Voxdesk password"_s,
            .text
            = u"Somebody asked to reset the password of the Voxdesk account with this e-mail address. To choose a "
              "new one, enter this code:\n\n    %1\n\nIt is good once, until %2. If it was not you, do nothing: "
              "your password stays as it is.\n"_s.arg(token, inWords(expiresAt)),
            .expiresAt = expiresAt};
}

mail::Message noticeMail(Notice notice, const QString &email, qint64 nowMs)
{
    const Words words = wordsOf(notice);
    return {.to = email,
            .subject = words.subject,
            .text = u"%1\n\nThis was on %2.\n\n%3\n"_s.arg(words.happened, inWords(nowMs), words.otherwise)};
}

Result<Done> mailToken(store::Connection &connection, TokenKind kind, const TokenOwner &owner, qint64 nowMs)
{
    OneTimeTokens tokens(connection, kind, nowMs);
    const auto token = tokens.issue(owner);
    if (!token)
        return token.error();
    if (!*token)
        return Done{};
    const qint64 until = nowMs + tokens.lifetimeMs();
    return mail::enqueue(connection,
                         kind == TokenKind::VerifyEmail ? verificationMail(owner.email, **token, until)
                                                        : passwordResetMail(owner.email, **token, until),
                         nowMs);
}

Result<Done> mailNewAddress(store::Connection &connection, const User &before, const User &after, qint64 nowMs)
{
    if (after.email == before.email)
        return Done{};
    if (auto asked = mailToken(connection, TokenKind::VerifyEmail, {after.id, after.email}, nowMs); !asked)
        return asked;
    return mail::enqueue(connection, noticeMail(Notice::EmailChanged, before.email, nowMs), nowMs);
}
}

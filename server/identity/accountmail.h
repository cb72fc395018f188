// SPDX-License-Identifier: GPL-3.0-or-later
// What users are written, in plain words. Nothing that somebody else typed stands in a mail.
#pragma once

#include "models/domain/user.h"
#include "server/identity/onetimetokens.h"
#include "server/mail/outbox.h"

namespace identity
{
mail::Message verificationMail(const QString &email, const QString &token, qint64 expiresAt);
mail::Message passwordResetMail(const QString &email, const QString &token, qint64 expiresAt);

/// What was done to an account, told to its owner, who may not have done it.
enum class Notice {
    PasswordChanged,
    PasswordReset,
    TwoFactorOn,
    TwoFactorOff,
    TwoFactorReset,
    CodesRenewed,
    CodesGuessed,
    EmailChanged ///< told to the old address
};
mail::Message noticeMail(Notice notice, const QString &email, qint64 nowMs);

/// Issues a token and puts its mail into the outbox, unless there were too many lately. Inside the writer's
/// transaction.
Result<Done> mailToken(store::Connection &connection, TokenKind kind, const TokenOwner &owner, qint64 nowMs);

/// When an account has another address: asks the new one to be confirmed, and tells the old one. Inside the writer's
/// transaction.
Result<Done> mailNewAddress(store::Connection &connection, const User &before, const User &after, qint64 nowMs);
}

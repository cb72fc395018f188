// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QString>

/// What a person wants of the service.
struct Preferences {
    bool marketing = false; ///< news of the product by e-mail
    bool notifications = true; ///< notices about the account by e-mail
    bool twoFactorAuth = false; ///< wants a second factor; whether there is one says TwoFactor

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// Where mails for an account go.
struct EmailAddress {
    QString address;
    bool confirmed = false; ///< its owner entered a code that was mailed to it
};

/// What the signed-in person may say about themselves. Implemented by services/api and by the tests. GUI thread.
class OwnAccount
{
public:
    virtual ~OwnAccount() = default;
    virtual QFuture<Result<EmailAddress>> emailAddress() = 0;
    /// Asks for a mail with a code. The same answer whoever has the address; one mail a minute at most.
    virtual QFuture<Result<Done>> mailCode(const QString &address) = 0;
    /// ValidationError of "token": it is not a code that was mailed, or it was used, or its time is over.
    virtual QFuture<Result<Done>> confirmEmail(const QString &code) = 0;
    virtual QFuture<Result<Preferences>> preferences() = 0;
    /// Changes what differs from `before`; answers all of them as they are then.
    virtual QFuture<Result<Preferences>> savePreferences(const Preferences &before, const Preferences &after) = 0;
};

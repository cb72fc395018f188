// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/auditentry.h"

#include <QDateTime>
#include <QStringList>

// Characters, as the server checks them.
inline constexpr int ShortestPassword = 8;
inline constexpr int LongestPassword = 1024;

/// The second factor of an account.
struct TwoFactor {
    bool enabled = false;
    QDateTime enabledAt = {}; ///< UTC; null: not on
    int recoveryCodesLeft = 0;
};

/// What an authenticator needs, until a code of it confirms that it has it.
struct TwoFactorEnrolment {
    QString secret; ///< base32
    QString uri; ///< otpauth://…, for a QR code
};

/// A device from which somebody signed in to an account.
struct Device {
    QString id;
    QString name = {};
    QString type = {}; ///< "desktop", "web", …
    QString userAgent = {};
    QString address = {}; ///< the last one
    QDateTime firstSeenAt = {}; ///< UTC
    QDateTime lastSeenAt = {}; ///< UTC
    bool current = false; ///< the one that asks
    int activeSessions = 0;
};

/// How the signed-in account is protected. Implemented by services/api and by the tests. GUI thread.
/// A wrong code or password is InvalidCredentials or a ValidationError of "code"; too many of them AccountLocked.
class AccountSecurity
{
public:
    virtual ~AccountSecurity() = default;
    virtual QFuture<Result<TwoFactor>> twoFactor() = 0;
    virtual QFuture<Result<TwoFactorEnrolment>> enrol() = 0;
    /// Turns the second factor on. The recovery codes are never answered again.
    virtual QFuture<Result<QStringList>> confirm(const QString &code) = 0;
    virtual QFuture<Result<QStringList>> newRecoveryCodes(const QString &code) = 0;
    virtual QFuture<Result<Done>> disable(const QString &code) = 0;
    virtual QFuture<Result<QList<Device>>> devices() = 0;
    virtual QFuture<Result<Done>> renameDevice(const QString &id, const QString &name) = 0;
    virtual QFuture<Result<Done>> revokeDevice(const QString &id) = 0; ///< ends its sessions
    /// Answers how many other sessions this ended.
    virtual QFuture<Result<qint64>> changePassword(const QString &current, const QString &next) = 0;
    /// Gives the second factor again, for what asks for it (StepUpRequired).
    virtual QFuture<Result<Done>> stepUp(const QString &code) = 0;
    virtual PageSource<AuditEntry> &activity() = 0; ///< the account's own entries, newest first
};

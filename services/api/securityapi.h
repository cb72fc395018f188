// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accountsecurity.h"
#include "services/api/auditapi.h"

/// The own account under /api/v2/auth. `client` outlives it.
class SecurityApi : public AccountSecurity
{
public:
    explicit SecurityApi(ApiClient &client)
        : m_client(client)
        , m_activity(client)
    {
    }

    QFuture<Result<TwoFactor>> twoFactor() override;
    QFuture<Result<TwoFactorEnrolment>> enrol() override;
    QFuture<Result<QStringList>> confirm(const QString &code) override;
    QFuture<Result<QStringList>> newRecoveryCodes(const QString &code) override;
    QFuture<Result<Done>> disable(const QString &code) override;
    QFuture<Result<QList<Device>>> devices() override;
    QFuture<Result<Done>> renameDevice(const QString &id, const QString &name) override;
    QFuture<Result<Done>> revokeDevice(const QString &id) override;
    QFuture<Result<qint64>> changePassword(const QString &current, const QString &next) override;
    QFuture<Result<Done>> stepUp(const QString &code) override;
    PageSource<AuditEntry> &activity() override { return m_activity; }

    /// Without being signed in: asks for a mail with a token. Answers the same for an unknown address.
    QFuture<Result<Done>> forgotPassword(const QString &email);
    /// Sets a new password with the token of that mail; ends every session. AuthInvalid, AuthExpired, ValidationError.
    QFuture<Result<Done>> resetPassword(const QString &token, const QString &password);

private:
    ApiClient &m_client;
    OwnAuditApi m_activity;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ownaccount.h"

class ApiClient;

/// What the signed-in person says about themselves, under /api/v2/auth. `client` outlives it.
class AccountApi : public OwnAccount
{
public:
    explicit AccountApi(ApiClient &client)
        : m_client(client)
    {
    }

    QFuture<Result<EmailAddress>> emailAddress() override;
    /// These two also without being signed in: a server may let nobody in before the address is confirmed.
    QFuture<Result<Done>> mailCode(const QString &address) override;
    QFuture<Result<Done>> confirmEmail(const QString &code) override;
    QFuture<Result<Preferences>> preferences() override;
    QFuture<Result<Preferences>> savePreferences(const Preferences &before, const Preferences &after) override;

private:
    ApiClient &m_client;
};

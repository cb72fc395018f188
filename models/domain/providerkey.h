// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/page.h"

#include <QDateTime>

/// What came of asking a provider whether it takes a key.
struct KeyTest {
    bool ok = false;
    QDateTime at = {}; ///< UTC
    QString message = {}; ///< the provider's or the server's words
};

/// A tenant's key for one provider; never the key itself.
struct ProviderKey {
    bool configured = false;
    bool active = false;
    QString lastFour = {};
    QString fingerprint = {};
    QDateTime lastUsedAt = {}; ///< UTC; null: never
    QDateTime updatedAt = {}; ///< UTC
    std::optional<KeyTest> lastTest = {};
};

/// The providers in the order the documents name them.
const QStringList &keyProviders();
/// What a provider calls itself.
QString providerName(const QString &id);

/// The keys of one tenant.
struct ProviderKeyRow {
    QString organizationId;
    QString organizationName;
    QMap<QString, ProviderKey> keys = {}; ///< provider → its key; a provider that is missing has none
};

/// The provider keys of every tenant to see, of the own one to change. Implemented by services/api and by the tests.
/// Filters: "search", "organization_id". Errors of a change: ValidationError ("provider", "api_key"), Forbidden.
class ProviderKeyVault : public PageSource<ProviderKeyRow>
{
public:
    virtual QFuture<Result<Done>> save(const QString &provider, const QString &secret, bool active) = 0;
    virtual QFuture<Result<Done>> remove(const QString &provider) = 0;
    /// Asks the provider now. Its refusal is a result, not an error.
    virtual QFuture<Result<KeyTest>> test(const QString &provider) = 0;
};

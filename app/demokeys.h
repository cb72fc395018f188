// SPDX-License-Identifier: GPL-3.0-or-later
// Invented keys, the same in every run, for screenshots. There are no secrets in them.
#pragma once

#include "models/domain/accesskey.h"
#include "models/domain/providerkey.h"

/// One of the access keys of the organisation of who looks: 0 to 6.
AccessKey demoAccessKey(int i);

class DemoProviderKeys : public ProviderKeyVault
{
public:
    QFuture<Result<Page<ProviderKeyRow>>> fetch(const PageQuery &query) override;
    QFuture<Result<Done>> save(const QString &provider, const QString &secret, bool active) override;
    QFuture<Result<Done>> remove(const QString &provider) override;
    QFuture<Result<KeyTest>> test(const QString &provider) override;
};

class DemoAccessKeys : public AccessKeyRing
{
public:
    QFuture<Result<Page<AccessKey>>> fetch(const PageQuery &query) override;
    QFuture<Result<FreshAccessKey>> create(const AccessKeyDraft &draft) override;
    QFuture<Result<AccessKey>> update(const QString &id, const AccessKeyChange &change) override;
    QFuture<Result<FreshAccessKey>> rotate(const QString &id, qint64 overlapSeconds) override;
    QFuture<Result<Done>> revoke(const QString &id) override;
};

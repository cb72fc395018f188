// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demokeys.h"

#include "app/demodata.h"
#include "models/domain/async.h"

using namespace Qt::StringLiterals;

namespace
{
constexpr int Shown = 12;

ProviderKey makeKey(int i, int provider)
{
    ProviderKey key;
    key.configured = (i * 5 + provider * 3) % 7 < 4;
    if (!key.configured)
        return key;
    key.active = (i + provider) % 9 != 4;
    key.lastFour = QString::number(40961 + i * 977 + provider * 131, 16).right(4);
    key.fingerprint = u"5e1f9a20"_s;
    key.updatedAt = demoNow().addDays(-3 - i * 2 - provider);
    if ((i + provider) % 4 != 3)
        key.lastUsedAt = demoNow().addSecs(-420LL * (i * 7 + provider + 1));
    if ((i + provider) % 5 == 0)
        key.lastTest = KeyTest{false, demoNow().addDays(-1), u"The provider refused the key (401)."_s};
    else if ((i + provider) % 3 != 2)
        key.lastTest = KeyTest{true, demoNow().addDays(-1), {}};
    return key;
}

AccessKey makeAccessKey(int i)
{
    const QStringList names{u"Website call button"_s, u"Nightly export"_s, u"CRM sync"_s,      u"Zapier"_s,
                            u"Staging tests"_s,       u"Old mobile app"_s, u"Data warehouse"_s};
    AccessKey key;
    key.id = u"key_01j%1"_s.arg(i, 10, 32, QChar(u'0'));
    key.name = names.at(i);
    key.permission = i == 0 ? KeyPermission::Write : i == 6 ? KeyPermission::Admin : KeyPermission::Read;
    if (i % 3 == 1)
        key.requestsPerHour = 500 * (i + 1);
    key.createdAt = demoNow().addDays(-11 * (i + 1));
    key.createdBy = demoUser(0).email;
    if (i != 3)
        key.lastUsedAt = demoNow().addSecs(-3600LL * i * i * 3 - 240);
    const QDateTime now = demoNow();
    if (i == 1)
        key.expiresAt = now.addDays(5).addSecs(600);
    if (i == 2 || i == 6)
        key.expiresAt = now.addDays(80 + i * 20);
    if (i == 4)
        key.expiresAt = now.addDays(-3);
    if (i == 5)
        key.revokedAt = demoNow().addDays(-30);
    if (i == 2)
        key.oldSecretUntil = now.addSecs(3600 * 20);
    return key;
}
}

QFuture<Result<Page<ProviderKeyRow>>> DemoProviderKeys::fetch(const PageQuery &query)
{
    Page<ProviderKeyRow> page;
    for (int i = 0; i < Shown; ++i) {
        ProviderKeyRow row{demoOrganizationId(i), demoOrganizationName(i)};
        for (int provider = 0; provider < keyProviders().size(); ++provider)
            row.keys.insert(keyProviders().at(provider), makeKey(i, provider));
        const QString wanted = query.filters.value(u"organization_id"_s);
        if (wanted.isEmpty() || wanted == row.organizationId)
            page.items << row;
    }
    page.total = page.items.size();
    return readyFuture(Result<Page<ProviderKeyRow>>(page));
}

QFuture<Result<Done>> DemoProviderKeys::save(const QString &, const QString &, bool)
{
    return readyFuture(Result<Done>(Done{}));
}

QFuture<Result<Done>> DemoProviderKeys::remove(const QString &) { return readyFuture(Result<Done>(Done{})); }

QFuture<Result<KeyTest>> DemoProviderKeys::test(const QString &)
{
    return readyFuture(Result<KeyTest>(KeyTest{true, demoNow(), {}}));
}

QFuture<Result<Page<AccessKey>>> DemoAccessKeys::fetch(const PageQuery &)
{
    Page<AccessKey> page;
    for (int i = 0; i < 7; ++i)
        page.items << makeAccessKey(i);
    page.total = page.items.size();
    return readyFuture(Result<Page<AccessKey>>(page));
}

QFuture<Result<FreshAccessKey>> DemoAccessKeys::create(const AccessKeyDraft &)
{
    return readyFuture(Result<FreshAccessKey>(
        FreshAccessKey{makeAccessKey(0), u"vxd_key_01j0000000000_demonstration-only-not-a-real-key"_s}));
}

QFuture<Result<AccessKey>> DemoAccessKeys::update(const QString &, const AccessKeyDraft &)
{
    return readyFuture(Result<AccessKey>(makeAccessKey(0)));
}

QFuture<Result<FreshAccessKey>> DemoAccessKeys::rotate(const QString &, qint64) { return create({}); }

QFuture<Result<Done>> DemoAccessKeys::revoke(const QString &) { return readyFuture(Result<Done>(Done{})); }

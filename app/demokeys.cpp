// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demokeys.h"

#include "app/demodata.h"
#include "models/domain/async.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
constexpr int Shown = 12;
constexpr int AccessKeys = 7;

ProviderKey makeKey(int i, int provider)
{
    ProviderKey key;
    const bool own = i == 0; // what its usage is drawn with is all there; only xAI's key does not work
    const bool gemini = keyProviders().at(provider) == "gemini"_L1;
    const bool xai = keyProviders().at(provider) == "xai"_L1;
    key.configured = own ? !gemini : (i * 5 + provider * 3) % 7 < 4;
    if (!key.configured)
        return key;
    key.active = (i + provider) % 9 != 4;
    key.lastFour = QString::number(40961 + i * 977 + provider * 131, 16).right(4);
    key.fingerprint = u"5e1f9a20"_s;
    key.updatedAt = demoNow().addDays(-3 - i * 2 - provider);
    if (own ? !xai : (i + provider) % 4 != 3)
        key.lastUsedAt = demoNow().addSecs(-420LL * (i * 7 + provider + 1));
    if (own ? xai : (i + provider) % 5 == 0)
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
    const QDateTime now = demoNow();
    if (i == 2) // as the callers of the versions have it
        key.lastUsedAt = now.addSecs(-17'040);
    else if (i == 6) // as the audit log has it
        key.lastUsedAt = now.addSecs(-1724);
    else if (i != 3)
        key.lastUsedAt = now.addSecs(-3600LL * i * i * 3 - 240);
    if (i == 1)
        key.expiresAt = now.addDays(5).addSecs(600);
    if (i == 2 || i == 6)
        key.expiresAt = now.addDays(80 + i * 20);
    if (i == 4)
        key.expiresAt = now.addDays(-3);
    if (i == 5)
        key.revokedAt = now.addDays(-30);
    if (i == 2)
        key.oldSecretUntil = now.addSecs(3600 * 20);
    for (const QDateTime &end : {key.expiresAt, key.revokedAt}) { // nobody uses it after that
        if (end.isValid() && end <= now && key.lastUsedAt.isValid())
            key.lastUsedAt = std::min(key.lastUsedAt, end.addSecs(-3600));
    }
    return key;
}

AccessKey accessKeyOf(const QString &id)
{
    for (int i = 0; i < AccessKeys; ++i) {
        if (AccessKey key = makeAccessKey(i); key.id == id)
            return key;
    }
    return makeAccessKey(0);
}

FreshAccessKey withSecret(const AccessKey &key)
{
    return {key, u"vxd_%1_demonstration-only-not-a-real-key"_s.arg(key.id)};
}
}

AccessKey demoAccessKey(int i) { return makeAccessKey(i); }

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
    for (int i = 0; i < AccessKeys; ++i)
        page.items << makeAccessKey(i);
    page.total = page.items.size();
    return readyFuture(Result<Page<AccessKey>>(page));
}

QFuture<Result<FreshAccessKey>> DemoAccessKeys::create(const AccessKeyDraft &)
{
    return readyFuture(Result<FreshAccessKey>(withSecret(makeAccessKey(0))));
}

QFuture<Result<AccessKey>> DemoAccessKeys::update(const QString &id, const AccessKeyChange &change)
{
    AccessKey key = accessKeyOf(id);
    key.name = change.name.value_or(key.name);
    key.permission = change.permission.value_or(key.permission);
    key.requestsPerHour = change.requestsPerHour.value_or(key.requestsPerHour);
    key.expiresAt = change.expiresAt.value_or(key.expiresAt);
    return readyFuture(Result<AccessKey>(key));
}

QFuture<Result<FreshAccessKey>> DemoAccessKeys::rotate(const QString &id, qint64 overlapSeconds)
{
    AccessKey key = accessKeyOf(id);
    key.oldSecretUntil = overlapSeconds > 0 ? demoNow().addSecs(overlapSeconds) : QDateTime();
    return readyFuture(Result<FreshAccessKey>(withSecret(key)));
}

QFuture<Result<Done>> DemoAccessKeys::revoke(const QString &) { return readyFuture(Result<Done>(Done{})); }

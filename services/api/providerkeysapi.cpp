// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/providerkeysapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
const QString Path = u"/api/v2/api-keys"_s;

KeyTest testFrom(const QJsonObject &object)
{
    return {.ok = decode::member(object, {"ok"_L1, "valid"_L1}).toBool(),
            .at = decode::time(decode::member(object, {"at"_L1, "tested_at"_L1})),
            .message = object.value("message"_L1).toString()};
}

ProviderKey keyFrom(const QJsonObject &object)
{
    ProviderKey key{.configured = object.value("configured"_L1).toBool(),
                    .active = object.value("is_active"_L1).toBool(),
                    .lastFour = object.value("last4"_L1).toString(),
                    .fingerprint = object.value("fingerprint"_L1).toString(),
                    .lastUsedAt = decode::time(object.value("last_used"_L1)),
                    .updatedAt = decode::time(object.value("updated_at"_L1))};
    if (object.value("last_test"_L1).isObject())
        key.lastTest = testFrom(object.value("last_test"_L1).toObject());
    return key;
}

Result<ProviderKeyRow> rowFrom(const QJsonObject &object)
{
    ProviderKeyRow row{object.value("organization_id"_L1).toString(), object.value("organization_name"_L1).toString()};
    if (row.organizationId.isEmpty())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not a tenant's keys"_s};
    const QJsonObject providers = object.value("providers"_L1).toObject();
    for (auto it = providers.begin(); it != providers.end(); ++it)
        row.keys.insert(it.key(), keyFrom(it.value().toObject()));
    return row;
}

Result<Page<ProviderKeyRow>> decodePage(const ApiAnswer &answer)
{
    return decode::page<ProviderKeyRow>(answer.json.value("data"_L1).toArray(), decode::pagination(answer), rowFrom);
}

Result<Done> done(const ApiAnswer &) { return Done{}; }
}

ApiRequest ProviderKeysApi::listRequest(const PageQuery &query)
{
    return {.path = u"/api/v2/admin/api-keys/status"_s, .query = toParameters(query)};
}

QFuture<Result<Page<ProviderKeyRow>>> ProviderKeysApi::fetch(const PageQuery &query)
{
    return m_client.fetch(listRequest(query), decodePage);
}

QFuture<Result<Done>> ProviderKeysApi::save(const QString &provider, const QString &secret, bool active)
{
    const QJsonObject body{{u"provider"_s, provider}, {u"api_key"_s, secret}, {u"is_active"_s, active}};
    return m_client.fetch({.method = ApiRequest::Method::Post, .path = Path, .body = body, .sensitive = true}, done);
}

QFuture<Result<Done>> ProviderKeysApi::remove(const QString &provider)
{
    return m_client.fetch({.method = ApiRequest::Method::Delete, .path = Path + u'/' + pathSegment(provider)}, done);
}

QFuture<Result<KeyTest>> ProviderKeysApi::test(const QString &provider)
{
    return m_client.fetch(
        {.method = ApiRequest::Method::Post, .path = Path + u'/' + pathSegment(provider) + u"/test"_s},
        [](const ApiAnswer &answer) { return Result<KeyTest>(testFrom(decode::data(answer))); });
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/accesskeysapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
const QString Path = u"/api/v2/access-keys"_s;

QString pathOf(const QString &id) { return Path + u'/' + pathSegment(id); }

Result<AccessKey> keyFrom(const QJsonObject &object)
{
    AccessKey key{.id = object.value("id"_L1).toString(), .name = object.value("name"_L1).toString()};
    if (key.id.isEmpty())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not an access key"_s};
    key.permission = keyPermissionFromWire(object.value("permissions"_L1).toString()).value_or(KeyPermission::Read);
    if (object.value("rate_limit_per_hour"_L1).isDouble())
        key.requestsPerHour = object.value("rate_limit_per_hour"_L1).toInt();
    key.expiresAt = decode::time(object.value("expires_at"_L1));
    key.lastUsedAt = decode::time(object.value("last_used_at"_L1));
    key.createdAt = decode::time(object.value("created_at"_L1));
    key.createdBy = decode::member(object, {"created_by_email"_L1, "created_by"_L1}).toString();
    key.revokedAt = decode::time(object.value("revoked_at"_L1));
    key.oldSecretUntil = decode::time(object.value("previous_until"_L1));
    key.lastFour = object.value("last4"_L1).toString();
    return key;
}

Result<Page<AccessKey>> decodePage(const ApiAnswer &answer)
{
    return decode::page<AccessKey>(answer.json.value("data"_L1).toArray(), decode::pagination(answer), keyFrom);
}

Result<AccessKey> decodeOne(const ApiAnswer &answer) { return keyFrom(decode::data(answer)); }

Result<FreshAccessKey> decodeFresh(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    const Result<AccessKey> key = keyFrom(object);
    if (!key)
        return key.error();
    const QString secret = object.value("key"_L1).toString();
    if (secret.isEmpty())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"an access key without its secret"_s};
    return FreshAccessKey{*key, secret};
}

/// What is taken away from a key is Null.
QJsonObject toJson(const AccessKeyChange &change)
{
    QJsonObject object;
    if (change.name)
        object.insert(u"name"_s, *change.name);
    if (change.permission)
        object.insert(u"permissions"_s, toWire(*change.permission));
    if (change.requestsPerHour) {
        const std::optional<int> limit = *change.requestsPerHour;
        object.insert(u"rate_limit_per_hour"_s, limit ? QJsonValue(*limit) : QJsonValue::Null);
    }
    if (change.expiresAt)
        object.insert(u"expires_at"_s,
                      change.expiresAt->isValid() ? QJsonValue(change.expiresAt->toUTC().toString(Qt::ISODateWithMs))
                                                  : QJsonValue::Null);
    return object;
}

QJsonObject toJson(const AccessKeyDraft &draft)
{
    AccessKeyChange set{.name = draft.name, .permission = draft.permission};
    if (draft.requestsPerHour)
        set.requestsPerHour = draft.requestsPerHour;
    if (draft.expiresAt.isValid())
        set.expiresAt = draft.expiresAt;
    return toJson(set);
}
}

ApiRequest AccessKeysApi::listRequest(const PageQuery &query) const
{
    ApiRequest request{.path = Path, .query = toParameters(query)};
    QString organization = request.query.take(u"organization_id"_s);
    if (organization.isEmpty() && m_ownOrganization)
        organization = m_ownOrganization();
    if (!organization.isEmpty())
        request.path = u"/api/v2/admin/organizations/"_s + pathSegment(organization) + u"/access-keys"_s;
    return request;
}

QFuture<Result<Page<AccessKey>>> AccessKeysApi::fetch(const PageQuery &query)
{
    return m_client.fetch(listRequest(query), decodePage);
}

QFuture<Result<FreshAccessKey>> AccessKeysApi::create(const AccessKeyDraft &draft)
{
    return m_client.fetch({.method = ApiRequest::Method::Post, .path = Path, .body = toJson(draft)}, decodeFresh);
}

QFuture<Result<AccessKey>> AccessKeysApi::update(const QString &id, const AccessKeyChange &change)
{
    return m_client.fetch({.method = ApiRequest::Method::Patch, .path = pathOf(id), .body = toJson(change)}, decodeOne);
}

QFuture<Result<FreshAccessKey>> AccessKeysApi::rotate(const QString &id, qint64 overlapSeconds)
{
    const QJsonObject body{{u"overlap_seconds"_s, overlapSeconds}};
    return m_client.fetch({.method = ApiRequest::Method::Post, .path = pathOf(id) + u"/rotate"_s, .body = body},
                          decodeFresh);
}

QFuture<Result<Done>> AccessKeysApi::revoke(const QString &id)
{
    return m_client.fetch({.method = ApiRequest::Method::Delete, .path = pathOf(id)},
                          [](const ApiAnswer &) { return Result<Done>(Done{}); });
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/usersapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
const QString Path = u"/api/v2/admin/users"_s;

QString pathOf(const QString &id) { return Path + u'/' + pathSegment(id); }

Result<Tagged<User>> decodeTagged(const ApiAnswer &answer)
{
    const Result<User> user = decode::user(decode::data(answer));
    if (!user)
        return user.error();
    return Tagged<User>{*user, answer.etag};
}

Result<Page<User>> decodePage(const ApiAnswer &answer)
{
    return decode::page<User>(answer.json.value("data"_L1).toArray(), decode::pagination(answer), decode::user);
}

Result<QList<UserSession>> decodeSessions(const ApiAnswer &answer)
{
    QList<UserSession> sessions;
    const QJsonValue data = answer.json.value("data"_L1);
    const QJsonArray rows = data.isArray() ? data.toArray() : data.toObject().value("sessions"_L1).toArray();
    for (const auto &row : rows) {
        const QJsonObject object = row.toObject();
        sessions.append({.id = object.value("id"_L1).toString(),
                         .device = decode::member(object, {"device"_L1, "device_name"_L1, "user_agent"_L1}).toString(),
                         .address = decode::member(object, {"address"_L1, "ip_address"_L1}).toString(),
                         .createdAt = decode::time(object.value("created_at"_L1)),
                         .lastUsedAt = decode::time(object.value("last_used_at"_L1)),
                         .expiresAt = decode::time(object.value("expires_at"_L1)),
                         .current = object.value("current"_L1).toBool()});
    }
    return sessions;
}

QMap<QString, Error> failuresIn(const QJsonArray &results)
{
    QMap<QString, Error> failures;
    for (const auto &value : results) {
        const QJsonObject result = value.toObject();
        if (result.value("ok"_L1).toBool())
            continue;
        const QJsonObject error = result.value("error"_L1).toObject();
        const ErrorCode code = errorCodeFrom(error.value("code"_L1).toString().toLatin1(), 400);
        failures.insert(result.value("id"_L1).toString(),
                        {.code = code, .message = error.value("message"_L1).toString(info(code).message)});
    }
    return failures;
}

QJsonObject toJson(const UserChange &change)
{
    QJsonObject body;
    const auto put = [&body](QLatin1StringView name, const std::optional<QString> &value) {
        if (value)
            body.insert(name, *value);
    };
    put("email"_L1, change.email);
    put("first_name"_L1, change.firstName);
    put("last_name"_L1, change.lastName);
    put("phone"_L1, change.phone);
    if (change.role)
        body.insert("role"_L1, toWire(*change.role));
    if (change.tier)
        body.insert("subscription_tier"_L1, toWire(*change.tier));
    if (change.active)
        body.insert("is_active"_L1, *change.active);
    return body;
}
}

ApiRequest UsersApi::listRequest(const PageQuery &query) { return {.path = Path, .query = toParameters(query)}; }

ApiRequest UsersApi::getRequest(const QString &id) { return {.path = pathOf(id)}; }

QFuture<Result<Page<User>>> UsersApi::fetch(const PageQuery &query)
{
    return m_client.fetch(listRequest(query), decodePage);
}

QFuture<Result<Tagged<User>>> UsersApi::get(const QString &id) { return m_client.fetch(getRequest(id), decodeTagged); }

QFuture<Result<Tagged<User>>> UsersApi::update(const QString &id, const UserChange &change, const QByteArray &etag)
{
    return m_client.fetch(
        {.method = ApiRequest::Method::Patch, .path = pathOf(id), .body = toJson(change), .ifMatch = etag},
        decodeTagged);
}

QFuture<Result<Tagged<User>>> UsersApi::updateLimits(const QString &id, const Limits &limits, const QString &notes,
                                                     const QByteArray &etag)
{
    const QJsonObject body{{u"max_agents"_s, limits.maxAgents},
                           {u"monthly_token_quota"_s, limits.monthlyTokenQuota},
                           {u"requests_per_hour"_s, limits.requestsPerHour},
                           {u"notes"_s, notes}};
    return m_client.fetch(
        {.method = ApiRequest::Method::Put, .path = pathOf(id) + u"/limits"_s, .body = body, .ifMatch = etag},
        decodeTagged);
}

QFuture<Result<Tagged<User>>> UsersApi::setActive(const QString &id, bool active)
{
    return update(id, {.active = active}, {});
}

QFuture<Result<Done>> UsersApi::remove(const QString &id)
{
    return m_client.fetch({.method = ApiRequest::Method::Delete, .path = pathOf(id)},
                          [](const ApiAnswer &) { return Result<Done>(Done{}); });
}

QFuture<Result<QMap<QString, Error>>> UsersApi::setManyActive(const QStringList &ids, bool active)
{
    const QJsonObject body{{u"ids"_s, QJsonArray::fromStringList(ids)}, {u"is_active"_s, active}};
    return m_client.fetch(
        {.method = ApiRequest::Method::Post, .path = Path + u"/bulk"_s, .body = body}, [](const ApiAnswer &answer) {
            return Result<QMap<QString, Error>>(failuresIn(decode::data(answer).value("results"_L1).toArray()));
        });
}

QFuture<Result<QList<UserSession>>> UsersApi::sessions(const QString &id)
{
    return m_client.fetch({.path = pathOf(id) + u"/sessions"_s}, decodeSessions);
}

QFuture<Result<Done>> UsersApi::signOutEverywhere(const QString &id)
{
    return m_client.fetch({.method = ApiRequest::Method::Delete, .path = pathOf(id) + u"/sessions"_s},
                          [](const ApiAnswer &) { return Result<Done>(Done{}); });
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/securityapi.h"

#include "services/api/apiclient.h"
#include "services/api/decode.h"

using namespace Qt::StringLiterals;

namespace
{
const QString Auth = u"/api/v2/auth"_s;

/// Nothing of the own account is kept as a cURL line: its bodies hold codes, passwords and tokens.
ApiRequest post(const QString &path, const QJsonObject &body)
{
    return {.method = ApiRequest::Method::Post, .path = Auth + path, .body = body, .sensitive = true};
}

Result<Done> done(const ApiAnswer &) { return Done{}; }

Result<TwoFactor> decodeTwoFactor(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    if (!object.value("enabled"_L1).isBool())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not a second factor"_s};
    return TwoFactor{.enabled = object.value("enabled"_L1).toBool(),
                     .enabledAt = decode::time(object.value("enabledAt"_L1)),
                     .recoveryCodesLeft = object.value("recoveryCodesLeft"_L1).toInt()};
}

Result<TwoFactorEnrolment> decodeEnrolment(const ApiAnswer &answer)
{
    const QJsonObject object = decode::data(answer);
    TwoFactorEnrolment enrolment{object.value("secret"_L1).toString(), object.value("uri"_L1).toString()};
    if (enrolment.secret.isEmpty() || !enrolment.uri.startsWith("otpauth://"_L1))
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"not an enrolment"_s};
    return enrolment;
}

Result<QStringList> decodeCodes(const ApiAnswer &answer)
{
    QStringList codes;
    for (const auto &code : decode::data(answer).value("recoveryCodes"_L1).toArray())
        codes << code.toString();
    if (codes.isEmpty())
        return Error{.code = ErrorCode::InvalidAnswer, .log = u"no recovery codes"_s};
    return codes;
}

Device deviceFrom(const QJsonObject &object)
{
    return {.id = object.value("id"_L1).toString(),
            .name = object.value("deviceName"_L1).toString(),
            .type = object.value("deviceType"_L1).toString(),
            .userAgent = object.value("userAgent"_L1).toString(),
            .address = object.value("ipAddress"_L1).toString(),
            .firstSeenAt = decode::time(object.value("firstSeenAt"_L1)),
            .lastSeenAt = decode::time(object.value("lastSeenAt"_L1)),
            .current = object.value("isCurrent"_L1).toBool(),
            .activeSessions = object.value("activeSessions"_L1).toInt()};
}

Result<QList<Device>> decodeDevices(const ApiAnswer &answer)
{
    const QJsonValue data = answer.json.value("data"_L1);
    const QJsonArray rows = data.isArray() ? data.toArray() : data.toObject().value("devices"_L1).toArray();
    QList<Device> devices;
    for (const auto &row : rows) {
        Device device = deviceFrom(row.toObject());
        if (device.id.isEmpty())
            return Error{.code = ErrorCode::InvalidAnswer, .log = u"not a device"_s};
        devices.append(std::move(device));
    }
    return devices;
}
}

QFuture<Result<TwoFactor>> SecurityApi::twoFactor()
{
    return m_client.fetch({.path = Auth + u"/2fa"_s, .fresh = true}, decodeTwoFactor);
}

QFuture<Result<TwoFactorEnrolment>> SecurityApi::enrol()
{
    ApiRequest request = post(u"/2fa/enroll"_s, {});
    request.body.reset();
    return m_client.fetch(request, decodeEnrolment);
}

QFuture<Result<QStringList>> SecurityApi::confirm(const QString &code)
{
    return m_client.fetch(post(u"/2fa/confirm"_s, {{u"code"_s, code}}), decodeCodes);
}

QFuture<Result<QStringList>> SecurityApi::newRecoveryCodes(const QString &code)
{
    return m_client.fetch(post(u"/2fa/recovery-codes"_s, {{u"code"_s, code}}), decodeCodes);
}

QFuture<Result<Done>> SecurityApi::disable(const QString &code)
{
    return m_client.fetch(post(u"/2fa/disable"_s, {{u"code"_s, code}}), done);
}

QFuture<Result<QList<Device>>> SecurityApi::devices()
{
    return m_client.fetch({.path = Auth + u"/devices"_s, .fresh = true}, decodeDevices);
}

QFuture<Result<Done>> SecurityApi::renameDevice(const QString &id, const QString &name)
{
    return m_client.fetch({.method = ApiRequest::Method::Patch,
                           .path = Auth + u"/devices/"_s + pathSegment(id),
                           .body = QJsonObject{{u"deviceName"_s, name}}},
                          done);
}

QFuture<Result<Done>> SecurityApi::revokeDevice(const QString &id)
{
    return m_client.fetch({.method = ApiRequest::Method::Delete, .path = Auth + u"/devices/"_s + pathSegment(id)},
                          done);
}

QFuture<Result<qint64>> SecurityApi::changePassword(const QString &current, const QString &next)
{
    return m_client.fetch(post(u"/password"_s, {{u"currentPassword"_s, current}, {u"newPassword"_s, next}}),
                          [](const ApiAnswer &answer) {
                              return Result<qint64>(decode::data(answer).value("sessions_ended"_L1).toInteger());
                          });
}

QFuture<Result<Done>> SecurityApi::stepUp(const QString &code)
{
    return m_client.fetch(post(u"/step-up"_s, {{u"code"_s, code}}), done);
}

QFuture<Result<Done>> SecurityApi::forgotPassword(const QString &email)
{
    ApiRequest request = post(u"/password/forgot"_s, {{u"email"_s, email.trimmed()}});
    request.credentials = false;
    return m_client.fetch(request, done);
}

QFuture<Result<Done>> SecurityApi::resetPassword(const QString &token, const QString &password)
{
    ApiRequest request = post(u"/password/reset"_s, {{u"token"_s, token.trimmed()}, {u"newPassword"_s, password}});
    request.credentials = false;
    return m_client.fetch(request, done);
}

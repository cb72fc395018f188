// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/wireerror.h"

#include "services/api/apiclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace
{
QString plainText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray()) {
        QStringList parts;
        for (const auto &part : value.toArray())
            parts.append(plainText(part));
        return parts.join(u' ');
    }
    if (value.isBool() || value.isDouble())
        return value.toVariant().toString();
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

QMap<QString, QString> detailsFrom(const QJsonObject &object)
{
    QMap<QString, QString> details;
    for (auto it = object.begin(); it != object.end(); ++it)
        details.insert(it.key(), plainText(it.value()));
    // v2 repeats the first wrong field as {"field": …, "reason": …} beside the map.
    if (details.contains(u"field"_s) && details.contains(u"reason"_s)) {
        const QString field = details.take(u"field"_s);
        const QString reason = details.take(u"reason"_s);
        if (!details.contains(field))
            details.insert(field, reason);
    }
    return details;
}

bool looksLikeCode(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

Error errorFromForeignBody(int status)
{
    const bool gateway = status == 502 || status == 503 || status == 504;
    // Not 401 and 403: a captive portal or a proxy says nothing about the session.
    const bool telling = status == 413 || status == 429;
    const ErrorCode code = gateway ? ErrorCode::ServiceUnavailable
        : telling                  ? errorCodeFrom({}, status)
                                   : ErrorCode::InvalidAnswer;
    return {.code = code, .log = u"HTTP %1 without an error of the API"_s.arg(status)};
}
}

Error errorFromBody(int status, const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue value = object.value("error"_L1);
    if (!value.isString() && !value.isObject())
        return errorFromForeignBody(status);

    const QJsonObject nested = value.toObject();
    QString code = value.isString() ? value.toString() : nested.value("code"_L1).toString();
    QString message = object.value("message"_L1).toString(nested.value("message"_L1).toString());
    if (value.isString() && !looksLikeCode(code)) {
        message = message.isEmpty() ? code : message; // the beta rendering: {"error": "sentence"}
        code.clear();
    }
    Error error{.code = errorCodeFrom(code.toLatin1(), status)};
    error.message = message.isEmpty() ? QString(info(error.code).message) : message;
    const QJsonValue details = nested.contains("details"_L1) ? nested.value("details"_L1) : object.value("details"_L1);
    error.details = detailsFrom(details.toObject());
    if (details.isString())
        error.log = details.toString();
    error.requestId
        = object.value("request_id"_L1).toString(object.value("meta"_L1).toObject().value("requestId"_L1).toString());
    return error;
}

Error errorFromNetwork(const QNetworkReply &reply)
{
    const QString host = reply.url().host();
    Error error{.code = ErrorCode::Unreachable, .log = reply.errorString()};
    switch (reply.error()) {
    case QNetworkReply::OperationCanceledError: // what Qt's transfer timeout ends with
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        error.code = ErrorCode::TimedOut;
        error.message = ApiClient::tr("%1 took too long to answer.").arg(host);
        break;
    case QNetworkReply::HostNotFoundError:
        error.message
            = ApiClient::tr("There is no server named %1, or this computer is not connected to a network.").arg(host);
        break;
    case QNetworkReply::ConnectionRefusedError:
        error.message = ApiClient::tr("%1 does not accept connections on port %2.")
                            .arg(host, QString::number(reply.url().port(reply.url().scheme() == u"https" ? 443 : 80)));
        break;
    case QNetworkReply::SslHandshakeFailedError:
        error.message = ApiClient::tr("No safe connection to %1: %2").arg(host, reply.errorString());
        break;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        error.code = ErrorCode::InvalidAnswer;
        error.message = ApiClient::tr("What answers at %1 is not a Voxdesk server.").arg(host);
        break;
    default:
        error.message = ApiClient::tr("The connection to %1 broke: %2").arg(host, reply.errorString());
    }
    return error;
}

int retryAfterSeconds(const QByteArray &value, const QDateTime &now)
{
    bool number = false;
    const int seconds = value.trimmed().toInt(&number);
    if (number)
        return std::max(seconds, 0);
    const QDateTime date = httpDate(value);
    return date.isValid() ? int(std::max<qint64>(now.secsTo(date), 0)) : 0;
}

QDateTime httpDate(const QByteArray &value)
{
    QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

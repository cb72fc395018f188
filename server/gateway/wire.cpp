// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway
{
const Wire *Wire::of(QStringView provider)
{
    static const auto openAi = openAiWire(u"/v1/chat/completions"_s); // xAI's has the same path
    static const auto groq = openAiWire(u"/openai/v1/chat/completions"_s);
    static const auto anthropic = anthropicWire();
    static const auto gemini = geminiWire();
    if (provider == "openai"_L1 || provider == "xai"_L1)
        return openAi.get();
    return provider == "groq"_L1     ? groq.get()
        : provider == "anthropic"_L1 ? anthropic.get()
        : provider == "gemini"_L1    ? gemini.get()
                                     : nullptr;
}

QString providerMessage(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    // Gemini wraps an error of a stream in an array.
    const QJsonObject object = document.isArray() ? document.array().first().toObject() : document.object();
    const QJsonValue error = object["error"_L1];
    const QString message = error.isObject() ? error["message"_L1].toString()
        : error.isString()                   ? error.toString()
                                             : object["message"_L1].toString();
    return message.simplified().left(500);
}

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

Result<QJsonObject> objectIn(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? Result<QJsonObject>(document.object()) : notUnderstood();
}

std::optional<qint64> countIn(const QJsonObject &object, QLatin1StringView name)
{
    const qint64 count = object[name].toInteger(-1);
    return count >= 0 ? std::optional(count) : std::nullopt;
}

Error notUnderstood()
{
    return {.code = ErrorCode::ServiceUnavailable, .message = u"The provider's answer is not understood."_s};
}

Error saidByProvider(const QString &message)
{
    return {.code = ErrorCode::ServiceUnavailable,
            .message = u"The provider answered with an error."_s,
            .details = {{u"provider_message"_s, message}}};
}
}

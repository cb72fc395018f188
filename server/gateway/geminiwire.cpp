// SPDX-License-Identifier: GPL-3.0-or-later
// Source: https://ai.google.dev/api/generate-content.
#include "server/gateway/wire.h"
#include "server/providers/outgoing.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gateway
{
namespace
{
QString geminiFinish(const QString &reason)
{
    return reason.isEmpty()         ? QString()
        : reason == "STOP"_L1       ? u"stop"_s
        : reason == "MAX_TOKENS"_L1 ? u"length"_s
                                    : u"content_filter"_s; // SAFETY, RECITATION, BLOCKLIST and their kind
}

/// A whole answer and each piece of a streamed one have the same form.
void read(const QJsonObject &answer, ChatReply &reply, QString &text)
{
    const QJsonObject candidate = answer["candidates"_L1][0].toObject();
    for (const QJsonValue part : candidate["content"_L1]["parts"_L1].toArray()) {
        if (!part["thought"_L1].toBool())
            text += part["text"_L1].toString();
    }
    if (const QString finish = geminiFinish(candidate["finishReason"_L1].toString()); !finish.isEmpty())
        reply.finish = finish;
    if (!answer["promptFeedback"_L1]["blockReason"_L1].toString().isEmpty())
        reply.finish = u"content_filter"_s;
    if (const QString model = answer["modelVersion"_L1].toString(); !model.isEmpty())
        reply.model = model;
    const QJsonObject usage = answer["usageMetadata"_L1].toObject();
    if (const auto input = countIn(usage, "promptTokenCount"_L1))
        reply.usage.inputTokens = input;
    const auto spoken = countIn(usage, "candidatesTokenCount"_L1);
    const auto thought = countIn(usage, "thoughtsTokenCount"_L1); // paid for like the answer
    if (spoken || thought)
        reply.usage.outputTokens = spoken.value_or(0) + thought.value_or(0);
}

class GeminiStream : public WireStream
{
public:
    Result<QString> take(const SseEvent &event) override
    {
        const auto answer = objectIn(event.data);
        if (!answer)
            return answer.error();
        if (answer->contains("error"_L1))
            return saidByProvider(providerMessage(event.data));
        QString text;
        read(*answer, m_reply, text);
        m_complete = !m_reply.finish.isEmpty(); // it has no word for the end
        return text;
    }
};

class GeminiWire : public Wire
{
public:
    WireRequest encode(const QUrl &base, QByteArrayView key, const ChatRequest &request) const override
    {
        const auto parts = [](const QString &text) { return QJsonArray{QJsonObject{{u"text"_s, text}}}; };
        QJsonArray contents;
        for (const ChatMessage &message : request.messages) {
            const QString role = message.role == "assistant"_L1 ? u"model"_s : u"user"_s;
            contents.append(QJsonObject{{u"role"_s, role}, {u"parts"_s, parts(message.text)}});
        }
        QJsonObject config;
        if (request.temperature)
            config.insert(u"temperature"_s, *request.temperature);
        if (request.topP)
            config.insert(u"topP"_s, *request.topP);
        if (request.topK)
            config.insert(u"topK"_s, *request.topK);
        if (request.maxTokens)
            config.insert(u"maxOutputTokens"_s, *request.maxTokens);
        if (!request.stop.isEmpty())
            config.insert(u"stopSequences"_s, QJsonArray::fromStringList(request.stop));
        QJsonObject body{{u"contents"_s, contents}};
        if (!request.system.isEmpty())
            body.insert(u"systemInstruction"_s, QJsonObject{{u"parts"_s, parts(request.system)}});
        if (!config.isEmpty())
            body.insert(u"generationConfig"_s, config);
        const QString model = QString::fromLatin1(QUrl::toPercentEncoding(request.model));
        const QString how = request.stream ? u"streamGenerateContent?alt=sse"_s : u"generateContent"_s;
        return {.url = providers::endpoint(base, u"/v1beta/models/%1:%2"_s.arg(model, how)),
                .headers = {{"x-goog-api-key", key.toByteArray()}},
                .body = compact(body)};
    }

    Result<ChatReply> decode(const QByteArray &body) const override
    {
        const auto answer = objectIn(body);
        if (!answer)
            return answer.error();
        if (!answer->contains("candidates"_L1) && !answer->contains("promptFeedback"_L1))
            return notUnderstood();
        ChatReply reply;
        read(*answer, reply, reply.text);
        return reply;
    }

    std::unique_ptr<WireStream> stream() const override { return std::make_unique<GeminiStream>(); }
};
}

std::unique_ptr<Wire> geminiWire() { return std::make_unique<GeminiWire>(); }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Source: https://docs.anthropic.com/en/api/messages and /messages-streaming.
#include "server/gateway/wire.h"
#include "server/providers/outgoing.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gateway
{
namespace
{
std::optional<qint64> inputIn(const QJsonObject &usage)
{
    const auto fresh = countIn(usage, "input_tokens"_L1);
    if (!fresh)
        return {};
    return *fresh + countIn(usage, "cache_creation_input_tokens"_L1).value_or(0)
        + countIn(usage, "cache_read_input_tokens"_L1).value_or(0);
}

QString anthropicFinish(const QString &reason)
{
    return reason.isEmpty()         ? QString()
        : reason == "max_tokens"_L1 ? u"length"_s
        : reason == "refusal"_L1    ? u"content_filter"_s
                                    : u"stop"_s;
}

class AnthropicStream : public WireStream
{
public:
    Result<QString> take(const SseEvent &event) override
    {
        const auto said = objectIn(event.data);
        if (!said)
            return said.error();
        const QString type = (*said)["type"_L1].toString();
        if (type == "error"_L1)
            return saidByProvider(providerMessage(event.data));
        if (type == "message_start"_L1) {
            const QJsonObject message = (*said)["message"_L1].toObject();
            m_reply.model = message["model"_L1].toString();
            m_reply.usage.inputTokens = inputIn(message["usage"_L1].toObject());
        } else if (type == "content_block_delta"_L1) {
            return (*said)["delta"_L1]["text"_L1].toString();
        } else if (type == "message_delta"_L1) {
            m_reply.finish = anthropicFinish((*said)["delta"_L1]["stop_reason"_L1].toString());
            // The count so far, not what is new.
            if (const auto output = countIn((*said)["usage"_L1].toObject(), "output_tokens"_L1))
                m_reply.usage.outputTokens = output;
        } else if (type == "message_stop"_L1) {
            m_complete = true;
        }
        return QString();
    }
};

class AnthropicWire : public Wire
{
public:
    WireRequest encode(const QUrl &base, QByteArrayView key, const ChatRequest &request) const override
    {
        QJsonArray messages;
        for (const ChatMessage &message : request.messages)
            messages.append(QJsonObject{{u"role"_s, message.role}, {u"content"_s, message.text}});
        QJsonObject body{{u"model"_s, request.model},
                         {u"messages"_s, messages},
                         {u"max_tokens"_s, request.maxTokens.value_or(AnswerTokens)}}; // the API wants a bound
        if (!request.system.isEmpty())
            body.insert(u"system"_s, request.system);
        if (request.temperature)
            body.insert(u"temperature"_s, *request.temperature);
        if (request.topP)
            body.insert(u"top_p"_s, *request.topP);
        if (request.topK)
            body.insert(u"top_k"_s, *request.topK);
        if (!request.stop.isEmpty())
            body.insert(u"stop_sequences"_s, QJsonArray::fromStringList(request.stop));
        if (request.stream)
            body.insert(u"stream"_s, true);
        return {.url = providers::endpoint(base, u"/v1/messages"_s),
                .headers = {{"x-api-key", key.toByteArray()}, {"anthropic-version", "2023-06-01"}},
                .body = compact(body)};
    }

    Result<ChatReply> decode(const QByteArray &body) const override
    {
        const auto answer = objectIn(body);
        if (!answer)
            return answer.error();
        if (!(*answer)["content"_L1].isArray())
            return notUnderstood();
        QString text;
        for (const QJsonValue part : (*answer)["content"_L1].toArray()) {
            if (part["type"_L1].toString() == "text"_L1)
                text += part["text"_L1].toString();
        }
        const QJsonObject usage = (*answer)["usage"_L1].toObject();
        return ChatReply{.text = text,
                         .finish = anthropicFinish((*answer)["stop_reason"_L1].toString()),
                         .model = (*answer)["model"_L1].toString(),
                         .usage = {inputIn(usage), countIn(usage, "output_tokens"_L1)}};
    }

    std::unique_ptr<WireStream> stream() const override { return std::make_unique<AnthropicStream>(); }
};
}

std::unique_ptr<Wire> anthropicWire() { return std::make_unique<AnthropicWire>(); }
}

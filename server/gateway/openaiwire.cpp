// SPDX-License-Identifier: GPL-3.0-or-later
// Source: https://platform.openai.com/docs/api-reference/chat; Groq and xAI follow it.
#include "server/gateway/wire.h"
#include "server/providers/outgoing.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway
{
namespace
{
/// xAI counts what a model reasons, and bills it as output, in the total only.
ChatUsage usageIn(const QJsonObject &usage)
{
    ChatUsage used{countIn(usage, "prompt_tokens"_L1), countIn(usage, "completion_tokens"_L1)};
    const auto total = countIn(usage, "total_tokens"_L1);
    if (used.inputTokens && used.outputTokens && total)
        used.outputTokens = std::max(*used.outputTokens, *total - *used.inputTokens);
    return used;
}

QString openAiFinish(const QString &reason)
{
    return reason == "stop"_L1 || reason == "length"_L1 || reason == "content_filter"_L1 ? reason
        : reason.isEmpty()                                                               ? QString()
                                                                                         : u"stop"_s;
}

class OpenAiStream : public WireStream
{
public:
    Result<QString> take(const SseEvent &event) override
    {
        if (event.data == "[DONE]") {
            m_complete = true;
            return QString();
        }
        const auto chunk = objectIn(event.data);
        if (!chunk)
            return chunk.error();
        if (chunk->contains("error"_L1))
            return saidByProvider(providerMessage(event.data));
        if (m_reply.model.isEmpty())
            m_reply.model = (*chunk)["model"_L1].toString();
        // Groq has the usage of a stream under a name of its own.
        for (const QJsonObject &usage :
             {(*chunk)["usage"_L1].toObject(), (*chunk)["x_groq"_L1]["usage"_L1].toObject()}) {
            if (const ChatUsage said = usageIn(usage); said.isReported())
                m_reply.usage = said;
        }
        const QJsonObject choice = (*chunk)["choices"_L1][0].toObject();
        if (const QString finish = openAiFinish(choice["finish_reason"_L1].toString()); !finish.isEmpty())
            m_reply.finish = finish;
        return choice["delta"_L1]["content"_L1].toString();
    }
};

class OpenAiWire : public Wire
{
public:
    explicit OpenAiWire(QString path)
        : m_path(std::move(path))
    {
    }

    WireRequest encode(const QUrl &base, QByteArrayView key, const ChatRequest &request) const override
    {
        QJsonArray messages;
        if (!request.system.isEmpty())
            messages.append(QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, request.system}});
        for (const ChatMessage &message : request.messages)
            messages.append(QJsonObject{{u"role"_s, message.role}, {u"content"_s, message.text}});
        QJsonObject body{{u"model"_s, request.model}, {u"messages"_s, messages}};
        if (request.temperature)
            body.insert(u"temperature"_s, *request.temperature);
        if (request.topP)
            body.insert(u"top_p"_s, *request.topP);
        // Models that reason refuse even the 0 that changes nothing.
        if (const double penalty = request.frequencyPenalty.value_or(0); penalty != 0)
            body.insert(u"frequency_penalty"_s, penalty);
        if (const double penalty = request.presencePenalty.value_or(0); penalty != 0)
            body.insert(u"presence_penalty"_s, penalty);
        if (request.maxTokens)
            body.insert(u"max_completion_tokens"_s, *request.maxTokens);
        if (!request.stop.isEmpty())
            body.insert(u"stop"_s, QJsonArray::fromStringList(request.stop));
        if (request.seed)
            body.insert(u"seed"_s, *request.seed);
        if (request.stream) {
            body.insert(u"stream"_s, true);
            body.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
        }
        return {.url = providers::endpoint(base, m_path),
                .headers = {{"Authorization", QByteArray("Bearer ") + key.toByteArray()}},
                .body = compact(body)};
    }

    Result<ChatReply> decode(const QByteArray &body) const override
    {
        const auto answer = objectIn(body);
        if (!answer)
            return answer.error();
        const QJsonObject choice = (*answer)["choices"_L1][0].toObject();
        if (!choice["message"_L1].isObject())
            return notUnderstood();
        return ChatReply{.text = choice["message"_L1]["content"_L1].toString(),
                         .finish = openAiFinish(choice["finish_reason"_L1].toString()),
                         .model = (*answer)["model"_L1].toString(),
                         .usage = usageIn((*answer)["usage"_L1].toObject())};
    }

    std::unique_ptr<WireStream> stream() const override { return std::make_unique<OpenAiStream>(); }

private:
    const QString m_path;
};
}

std::unique_ptr<Wire> openAiWire(const QString &path) { return std::make_unique<OpenAiWire>(path); }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/chatforms.h"

#include "server/api/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace gateway
{
namespace
{
std::optional<QString> orNull(const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); }

void writeUsage(api::JsonWriter &json, const ChatUsage &usage)
{
    json.key("usage"_L1)
        .beginObject()
        .member("status"_L1, usage.isReported() ? "reported"_L1 : "unreported"_L1)
        .member("input_tokens"_L1, usage.inputTokens)
        .member("output_tokens"_L1, usage.outputTokens)
        .member("total_tokens"_L1, usage.isReported() ? std::optional(usage.total()) : std::nullopt)
        .endObject();
}

/// Our own form.
class AgentForm : public ChatForm
{
public:
    api::Answer whole(const ChatOutcome &outcome) const override { return {.json = json(outcome, true)}; }
    QByteArray opening(const ChatOutcome &) const override { return {}; }
    QByteArray piece(const ChatOutcome &, const QString &text) const override
    {
        api::JsonWriter json;
        json.beginObject().member("text"_L1, text).endObject();
        return sseEvent("delta", json.take());
    }
    QByteArray closing(const ChatOutcome &outcome) const override { return sseEvent("done", json(outcome, false)); }
    QByteArray broken(const Error &error) const override
    {
        api::JsonWriter json;
        json.beginObject().member("code"_L1, info(error.code).name).member("message"_L1, error.message).endObject();
        return sseEvent("error", json.take());
    }

private:
    static QByteArray json(const ChatOutcome &outcome, bool withText)
    {
        api::JsonWriter json;
        json.beginObject()
            .member("id"_L1, outcome.order.id)
            .member("agent_id"_L1, outcome.order.agentId)
            .member("provider"_L1, outcome.order.provider)
            .member("model"_L1, outcome.model());
        if (withText) {
            json.key("message"_L1)
                .beginObject()
                .member("role"_L1, "assistant"_L1)
                .member("content"_L1, outcome.reply.text)
                .endObject();
        }
        json.member("finish_reason"_L1, orNull(outcome.reply.finish));
        writeUsage(json, outcome.reply.usage);
        json.key("cost"_L1);
        if (outcome.cost)
            json.raw(outcome.cost->toDecimal());
        else
            json.null();
        return json.member("latency_ms"_L1, outcome.latencyMs).endObject().take();
    }
};

/// Source: https://platform.openai.com/docs/api-reference/chat/object and /chat/streaming.
class CompletionForm : public ChatForm
{
public:
    api::Answer whole(const ChatOutcome &outcome) const override
    {
        api::JsonWriter json;
        head(json, outcome, "chat.completion"_L1);
        json.key("choices"_L1).beginArray().beginObject().member("index"_L1, 0).key("message"_L1).beginObject();
        json.member("role"_L1, "assistant"_L1).member("content"_L1, outcome.reply.text).endObject();
        json.member("finish_reason"_L1, finish(outcome)).endObject().endArray();
        usage(json, outcome);
        return {.json = json.endObject().take(), .wrap = api::Wrap::Bare};
    }
    QByteArray opening(const ChatOutcome &soFar) const override
    {
        return chunk(soFar, R"({"role":"assistant","content":""})", false);
    }
    QByteArray piece(const ChatOutcome &soFar, const QString &text) const override
    {
        api::JsonWriter delta;
        delta.beginObject().member("content"_L1, text).endObject();
        return chunk(soFar, delta.take(), false);
    }
    QByteArray closing(const ChatOutcome &outcome) const override
    {
        return chunk(outcome, "{}", true) + sseEvent({}, "[DONE]");
    }
    QByteArray broken(const Error &error) const override
    {
        api::JsonWriter json;
        json.beginObject().key("error"_L1).beginObject();
        json.member("code"_L1, info(error.code).name).member("message"_L1, error.message).endObject().endObject();
        return sseEvent({}, json.take());
    }

private:
    static void head(api::JsonWriter &json, const ChatOutcome &outcome, QLatin1StringView object)
    {
        json.beginObject()
            .member("id"_L1, outcome.order.id)
            .member("object"_L1, object)
            .member("created"_L1, outcome.createdMs / 1000)
            .member("model"_L1, outcome.model());
    }
    static QString finish(const ChatOutcome &outcome)
    {
        return outcome.reply.finish.isEmpty() ? u"stop"_s : outcome.reply.finish;
    }
    /// null where the provider did not say.
    static void usage(api::JsonWriter &json, const ChatOutcome &outcome)
    {
        const ChatUsage &used = outcome.reply.usage;
        json.key("usage"_L1);
        if (!used.isReported()) {
            json.null();
            return;
        }
        json.beginObject()
            .member("prompt_tokens"_L1, used.inputTokens.value_or(0))
            .member("completion_tokens"_L1, used.outputTokens.value_or(0))
            .member("total_tokens"_L1, used.total())
            .endObject();
    }
    static QByteArray chunk(const ChatOutcome &outcome, const QByteArray &delta, bool isLast)
    {
        api::JsonWriter json;
        head(json, outcome, "chat.completion.chunk"_L1);
        json.key("choices"_L1).beginArray().beginObject().member("index"_L1, 0).key("delta"_L1).raw(delta);
        json.member("finish_reason"_L1, isLast ? std::optional(finish(outcome)) : std::nullopt).endObject().endArray();
        if (isLast)
            usage(json, outcome);
        return sseEvent({}, json.endObject().take());
    }
};
}

const ChatForm &agentForm()
{
    static const AgentForm form;
    return form;
}

const ChatForm &completionForm()
{
    static const CompletionForm form;
    return form;
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What providers answer, whole and streamed, as their references show it, shortened.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTest>

inline constexpr char OpenAiWhole[]
    = R"({"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"gpt-4o-mini-2024",
    "choices":[{"index":0,"message":{"role":"assistant","content":"Guten Tag"},"finish_reason":"stop"}],
    "usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29}})";
inline constexpr char AnthropicWhole[]
    = R"({"id":"msg_1","type":"message","role":"assistant","model":"claude-haiku-4-5",
    "content":[{"type":"text","text":"Guten "},{"type":"text","text":"Tag"}],"stop_reason":"max_tokens",
    "usage":{"input_tokens":12,"cache_read_input_tokens":5,"output_tokens":6}})";
inline constexpr char GeminiWhole[]
    = R"({"candidates":[{"content":{"role":"model","parts":[{"text":"hm","thought":true},
    {"text":"Guten Tag"}]},"finishReason":"STOP"}],"modelVersion":"gemini-2.5-flash",
    "usageMetadata":{"promptTokenCount":4,"candidatesTokenCount":7,"thoughtsTokenCount":20,"totalTokenCount":31}})";

inline QList<QByteArray> openAiStream()
{
    return {
        R"(data: {"id":"c","object":"chat.completion.chunk","model":"m-1","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]})"
        "\n\n",
        R"(data: {"id":"c","choices":[{"index":0,"delta":{"content":"Guten "},"finish_reason":null}]})"
        "\n\n",
        R"(data: {"id":"c","choices":[{"index":0,"delta":{"content":"Tag"},"finish_reason":null}]})"
        "\n\n",
        R"(data: {"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})"
        "\n\n",
        R"(data: {"id":"c","choices":[],"usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29}})"
        "\n\n",
        "data: [DONE]\n\n"};
}

inline QList<QByteArray> anthropicStream()
{
    return {
        "event: message_start\ndata: "
        R"({"type":"message_start","message":{"model":"claude-haiku-4-5","usage":{"input_tokens":17,"output_tokens":1}}})"
        "\n\n",
        "event: content_block_start\ndata: "
        R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})"
        "\n\n",
        "event: ping\ndata: {\"type\": \"ping\"}\n\n",
        "event: content_block_delta\ndata: "
        R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Guten "}})"
        "\n\n",
        "event: content_block_delta\ndata: "
        R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Tag"}})"
        "\n\n",
        "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n",
        "event: message_delta\ndata: "
        R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":12}})"
        "\n\n",
        "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"};
}

inline QList<QByteArray> geminiStream()
{
    return {
        R"(data: {"candidates":[{"content":{"parts":[{"text":"Guten "}],"role":"model"}}],"usageMetadata":{"promptTokenCount":17,"totalTokenCount":17}})"
        "\r\n\r\n",
        R"(data: {"candidates":[{"content":{"parts":[{"text":"Tag"}],"role":"model"},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":17,"candidatesTokenCount":12}})"
        "\r\n\r\n"};
}

inline QList<QByteArray> streamOf(const QString &provider)
{
    return provider == QLatin1StringView("anthropic") ? anthropicStream()
        : provider == QLatin1StringView("gemini")     ? geminiStream()
                                                      : openAiStream();
}

inline QByteArray wholeOf(const QString &provider)
{
    return provider == QLatin1StringView("anthropic") ? QByteArray(AnthropicWhole)
        : provider == QLatin1StringView("gemini")     ? QByteArray(GeminiWhole)
                                                      : QByteArray(OpenAiWhole);
}

inline QByteArray joined(const QList<QByteArray> &parts)
{
    QByteArray all;
    for (const QByteArray &part : parts)
        all += part;
    return all;
}

/// A row for each provider that is spoken to.
inline void eachProvider()
{
    QTest::addColumn<QString>("provider");
    for (const char *name : {"openai", "groq", "xai", "anthropic", "gemini"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

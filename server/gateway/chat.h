// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation with a language model, whichever provider runs it.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gateway
{
struct ChatMessage {
    QString role; ///< "user" or "assistant"
    QString text;
};

struct ChatRequest {
    QString model; ///< as the provider calls it
    QString system = {}; ///< empty: none
    QList<ChatMessage> messages = {};
    std::optional<double> temperature = {};
    std::optional<double> topP = {};
    std::optional<int> topK = {};
    std::optional<int> maxTokens = {}; ///< of the answer
    QStringList stop = {};
    std::optional<qint64> seed = {}; ///< passed on where the wire is OpenAI's, else ignored
    bool stream = false;
};

/// What the provider says was used. A provider may say neither.
struct ChatUsage {
    std::optional<qint64> inputTokens = {};
    std::optional<qint64> outputTokens = {};

    bool isReported() const { return inputTokens || outputTokens; }
    qint64 total() const { return inputTokens.value_or(0) + outputTokens.value_or(0); }
};

struct ChatReply {
    QString text; ///< empty of a streamed one: its pieces have been passed on
    QString finish; ///< "stop", "length" or "content_filter"; empty: not said
    QString model; ///< that answered, as the provider says; empty: not said
    ChatUsage usage = {};
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation with a language model, whichever provider runs it.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gateway
{
constexpr int AnswerTokens = 4096; ///< of an answer at most, where nobody set a bound and one is needed

/// About so many, where nobody counted: four characters count as one.
constexpr qint64 tokensIn(qsizetype characters) { return (characters + 3) / 4; }

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
    std::optional<double> frequencyPenalty = {}; ///< this and the next where the wire is OpenAI's, else ignored
    std::optional<double> presencePenalty = {};
    std::optional<int> maxTokens = {}; ///< of the answer
    QStringList stop = {};
    std::optional<qint64> seed = {}; ///< passed on where the wire is OpenAI's, else ignored
    bool stream = false;

    /// About so many tokens it asks the provider to read.
    qint64 promptTokens() const
    {
        qsizetype characters = system.size();
        for (const ChatMessage &message : messages)
            characters += message.text.size();
        return tokensIn(characters);
    }
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/registrywords.h"

#include <QCoreApplication>

namespace
{
// The texts of the provider registry in the server's English; only here so that they can be translated.
[[maybe_unused]] constexpr const char *Known[] = {
    QT_TRANSLATE_NOOP("ProviderRegistry", "Model"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Which of the provider's models answers"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Temperature"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Higher varies the wording more"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Longest answer"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Tokens of one answer at most"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Top P"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Share of the likeliest words that are considered"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Frequency penalty"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Higher repeats itself less"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Presence penalty"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Higher turns to new subjects sooner"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Top K"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "How many of the likeliest words are considered"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Own key"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Used for this agent instead of the organisation's key; shown masked"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Which of the provider's models listens"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Language"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "BCP 47, such as en or pt-BR; multi where the model tells languages apart"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Punctuation"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Adds full stops and commas"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Smart formatting"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Writes numbers, dates and amounts as figures"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "End of speech"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Milliseconds of silence that end a sentence"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Vocabulary"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Names and words the model should expect"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Which of the provider's models speaks"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Voice"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Who speaks"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Speed"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "1 is the voice's own pace"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Manner"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "How it should sound, in words"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Sample rate"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Hertz; telephone lines carry 8000"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Language model"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Speech-to-text"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Interruptions"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "May be interrupted"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "The agent stops speaking when the caller does"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Words"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "So many words count as an interruption"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Duration"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Seconds of speech that count as an interruption"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Pause afterwards"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Seconds of silence before the agent speaks again"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Sensitivity"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "How easily background noise counts as speech"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "low"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "medium"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "high"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Conversation"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Instructions"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Who the agent is and what it is to do"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "First message"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Said when the call begins; empty waits for the caller"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Idle message"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Said when the caller is silent for long"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Idle after"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Seconds of silence before the idle message"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Idle messages"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "So often the idle message is said before the call ends"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Last message"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Said before the agent hangs up"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Longest call"),
    QT_TRANSLATE_NOOP("ProviderRegistry", "Seconds after which the call ends"),
};
}

QString registryText(const QString &text)
{
    return QCoreApplication::translate("ProviderRegistry", text.toUtf8().constData());
}

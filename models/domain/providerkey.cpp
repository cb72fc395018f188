// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/providerkey.h"

using namespace Qt::StringLiterals;

const QStringList &keyProviders()
{
    static const QStringList providers{u"openai"_s, u"anthropic"_s, u"gemini"_s, u"groq"_s,
                                       u"xai"_s,    u"deepgram"_s,  u"twilio"_s};
    return providers;
}

QString providerName(const QString &id)
{
    static const QMap<QString, QString> names{{u"openai"_s, u"OpenAI"_s}, {u"anthropic"_s, u"Anthropic"_s},
                                              {u"gemini"_s, u"Gemini"_s}, {u"groq"_s, u"Groq"_s},
                                              {u"xai"_s, u"xAI"_s},       {u"deepgram"_s, u"Deepgram"_s},
                                              {u"twilio"_s, u"Twilio"_s}, {u"elevenlabs"_s, u"ElevenLabs"_s}};
    return names.value(id, id);
}

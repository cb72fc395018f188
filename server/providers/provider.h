// SPDX-License-Identifier: GPL-3.0-or-later
// What the registry knows of a provider, as values.
#pragma once

#include "models/domain/money.h"

#include <QDate>
#include <QJsonValue>
#include <QList>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace providers
{
enum class Kind { Llm, Stt, Tts, Telephony };
QLatin1StringView toWire(Kind kind); ///< "llm"
std::optional<Kind> kindFromWire(QStringView text);

/// What a price is for.
enum class Unit { MillionInputTokens, MillionOutputTokens, Minute, Hour, ThousandCharacters };
QLatin1StringView toWire(Unit unit); ///< "per_million_input_tokens"
std::optional<Unit> unitFromWire(QStringView text);

struct Price {
    Unit unit = Unit::Minute;
    Money amount; ///< for one unit
    QString decimal = {}; ///< as the registry writes it: "0.15"
};

struct Model {
    QString name; ///< as the provider's API calls it
    QString label;
    int contextWindow = 0; ///< tokens; 0: means nothing here, or not said
    int maxOutput = 0; ///< tokens; 0: not said
    bool deprecated = false; ///< still accepted and priced, not offered
    QList<Price> prices = {};

    const Price *price(Unit unit) const; ///< null: free of that
};

struct Voice {
    QString name;
    QString label;
    QString language; ///< BCP 47, or "multi"
    QStringList models = {}; ///< empty: all of its provider
};

enum class FieldType { Text, Integer, Number, Boolean };
QLatin1StringView toWire(FieldType type); ///< "text"

/// One value of a settings group.
struct Field {
    enum class Source { None, Models, Voices };

    QString name;
    QString label;
    QString help;
    FieldType type = FieldType::Text;
    std::optional<double> min = {};
    std::optional<double> max = {};
    std::optional<double> step = {};
    int maxLength = 0; ///< characters of a text; 0: 1000
    std::optional<QRegularExpression> pattern = {};
    QList<QJsonValue> choices = {};
    Source choicesFrom = Source::None; ///< `choices` are names of the provider's models or voices
    QJsonValue standard = QJsonValue::Undefined; ///< what holds when nothing is set
    bool required = false; ///< the standard is written into the settings when nothing is set
    bool secret = false;
    bool multiline = false;

    int longest() const { return maxLength > 0 ? maxLength : 1000; }
};

/// A provider's offer of one kind.
struct Section {
    Kind kind = Kind::Llm;
    QString defaultModel;
    QString defaultVoice = {};
    QList<Model> models = {};
    QList<Voice> voices = {};
    QList<Field> fields = {};

    const Model *model(QStringView name) const;
    const Voice *voice(QStringView name) const;
};

/// The cheapest request that a provider answers only to a good key. GET.
struct KeyCheck {
    enum class Auth {
        Bearer, ///< Authorization: Bearer KEY
        Token, ///< Authorization: Token KEY
        Basic, ///< the key is "user:password"; {user} in the path is its first half
        Header, ///< `header`: KEY
    };
    QString path; ///< with its query
    Auth auth = Auth::Bearer;
    QByteArray header = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< sent besides
};

struct Provider {
    QString name; ///< "openai"
    QString label; ///< "OpenAI"
    QUrl baseUrl; ///< without the API's path
    QString documentation;
    QString keyLabel;
    QString keyExample;
    QString keyHelp;
    KeyCheck check;
    QDate pricesAsOf;
    QList<Section> sections = {};

    const Section *section(Kind kind) const; ///< null: it does not do that
};

/// Settings of an agent that belong together.
struct Group {
    QString name; ///< "llm_provider_config"; "agent" are members of the agent itself
    QString label;
    std::optional<Kind> kind = {}; ///< its fields are those of the provider's section; else `fields`
    QString providerField = {}; ///< where in the agent the provider stands, dotted; with `kind` only
    QList<Field> fields = {};

    QString path() const; ///< the agent's member that holds the settings; empty: the agent itself
};
}

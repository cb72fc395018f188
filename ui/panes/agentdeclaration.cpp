// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/agentdeclaration.h"

#include "models/domain/providerkey.h"
#include "ui/support/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(AgentsPane)
};

const QStringList LlmProviders{u"openai"_s, u"anthropic"_s, u"gemini"_s, u"groq"_s, u"xai"_s};

QString providerOf(const Agent &agent, const QString &path)
{
    const QString id = valueAt(agent.members, path).toString();
    return id.isEmpty() ? QString() : providerName(id);
}

DetailSection wordsOf(const Agent &agent)
{
    DetailSection section{Text::tr("What it says"), {}};
    const auto add = [&](const QString &label, QLatin1StringView member) {
        const QString text = agent.members.value(member).toString();
        if (!text.isEmpty())
            section.fields.append({label, text.size() > 400 ? QString(text.left(400) + u'…') : text});
    };
    add(Text::tr("Instructions"), "system_prompt"_L1);
    add(Text::tr("First message"), "first_message"_L1);
    add(Text::tr("Last message"), "end_call_message"_L1);
    return section;
}

Details details(const Agent &agent, const CurlFunction &curl)
{
    using F = CellFormat;
    Details shown{
        .id = agent.id,
        .title = agent.name,
        .subtitle = agent.description,
        .state = activeTag(agent.active),
        .sections = {{Text::tr("Configuration"),
                      {{Text::tr("Language model"), providerName(agent.llmProvider), F::Text},
                       {Text::tr("Model"), agent.model, F::Text},
                       {Text::tr("Voice"), providerOf(agent, u"tts_settings.provider"_s), F::Text},
                       {Text::tr("Speech-to-text"), providerOf(agent, u"stt_settings.provider"_s), F::Text},
                       {Text::tr("Phone number"), agent.phoneNumber, F::Text}}},
                     {Text::tr("Belongs to"),
                      {{Text::tr("Organisation"), agent.organizationName, F::Text},
                       {Text::tr("Created by"), agent.userEmail, F::Text}}}},
        .curl = curl ? curl(agent.id) : QString(),
        .kind = u"agent"_s,
    };
    if (const DetailSection words = wordsOf(agent); !words.fields.isEmpty())
        shown.sections.append(words);
    shown.sections.append(
        {Text::tr("History"),
         {{Text::tr("Changed"), agent.updatedAt, F::Timestamp}, {Text::tr("Created"), agent.createdAt, F::Timestamp}}});
    shown.sections.append({Text::tr("Id"), {{Text::tr("Agent"), agent.id, F::Identifier}}});
    return shown;
}

QList<FilterSpec> filters()
{
    QList<QPair<QString, QString>> providers;
    for (const QString &id : LlmProviders)
        providers.append({id, providerName(id)});
    return {
        {u"llm_provider"_s, Text::tr("Provider"), providers},
        {u"status"_s, Text::tr("State"), {{u"active"_s, activeTag(true).text}, {u"inactive"_s, activeTag(false).text}}},
        {u"organization_id"_s, Text::tr("Organisation")},
        {u"user_id"_s, Text::tr("Created by")}};
}
}

QString idOf(const Agent &agent) { return agent.id; }

QList<Column<Agent>> agentColumns()
{
    using F = CellFormat;
    using A = Agent;
    return {
        {{u"name"_s, Text::tr("Name"), u"name"_s, F::Text, 24}, [](const A &a) { return a.name; }},
        {{u"organization"_s, Text::tr("Organisation"), {}, F::Text, 19}, [](const A &a) { return a.organizationName; }},
        {{u"provider"_s, Text::tr("Provider"), {}, F::Text, 11},
         [](const A &a) { return providerName(a.llmProvider); }},
        {{u"model"_s, Text::tr("Model"), {}, F::Text, 18}, [](const A &a) { return a.model; }},
        {{u"state"_s, Text::tr("State"), {}, F::Tag, 10},
         [](const A &a) { return QVariant::fromValue(activeTag(a.active)); }},
        {{u"phone"_s, Text::tr("Phone number"), {}, F::Text, 15}, [](const A &a) { return a.phoneNumber; }},
        {{u"updated"_s, Text::tr("Changed"), u"updated_at"_s, F::Timestamp, 15},
         [](const A &a) { return a.updatedAt; }},
        {{u"owner"_s, Text::tr("Created by"), {}, F::Text, 26}, [](const A &a) { return a.userEmail; }},
        {{u"created"_s, Text::tr("Created"), u"created_at"_s, F::Timestamp, 15, false},
         [](const A &a) { return a.createdAt; }},
        {{u"description"_s, Text::tr("Description"), {}, F::Text, 24, false}, [](const A &a) { return a.description; }},
        {{u"voice"_s, Text::tr("Voice"), {}, F::Text, 11, false},
         [](const A &a) { return providerOf(a, u"tts_settings.provider"_s); }},
        {{u"listening"_s, Text::tr("Speech-to-text"), {}, F::Text, 11, false},
         [](const A &a) { return providerOf(a, u"stt_settings.provider"_s); }},
        {{u"id"_s, Text::tr("Id"), {}, F::Identifier, 28, false}, [](const A &a) { return a.id; }},
    };
}

TableDeclaration declareAgents(const PagedTableModel<Agent> &model, CurlFunction curl, QList<RowAction> actions)
{
    return {
        .id = u"agents"_s,
        .title = Text::tr("Agents"),
        .icon = u"bot"_s,
        .searchPlaceholder = Text::tr("Name, phone number or description"),
        .defaultSort = u"-created_at"_s,
        .filters = filters(),
        .actions = std::move(actions),
        .countInWords = [](qint64 n) { return Text::tr("%Ln agent(s)", nullptr, int(n)); },
        .emptyTitle = Text::tr("No agents yet"),
        .emptyHint = Text::tr("An agent answers and makes calls. Create the first one with “New agent…”."),
        .pinnedColumn = u"name"_s,
        .details =
            [&model, curl = std::move(curl)](int row) {
                const Agent *agent = model.rowAt(row);
                return agent ? details(*agent, curl) : Details{};
            },
    };
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/callspane.h"

#include "models/domain/async.h"
#include "models/domain/providerkey.h"
#include "ui/support/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

const QString CallsPane::Id = u"calls"_s;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(CallsPane)
};

QString otherNumber(const Call &call) { return call.direction == CallDirection::Inbound ? call.from : call.to; }

QString eventInWords(const CallEvent &event)
{
    const auto status = callStatusFromWire(event.what);
    QString text = status ? inWords(*status) : event.what;
    if (!event.detail.isEmpty())
        text += u" – "_s + event.detail;
    return text;
}

QString speakerInWords(const QString &speaker)
{
    if (speaker == "assistant"_L1 || speaker == "agent"_L1)
        return Text::tr("Agent");
    if (speaker == "user"_L1 || speaker == "caller"_L1 || speaker == "customer"_L1)
        return Text::tr("Caller");
    return speaker.isEmpty() ? Text::tr("Somebody") : speaker;
}

QString metaText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

QVariant costOf(const Call &call) { return call.cost ? QVariant::fromValue(*call.cost) : QVariant(); }

QList<DetailSection> facts(const Call &call)
{
    using F = CellFormat;
    QList<DetailSection> sections{
        {Text::tr("Call"),
         {{Text::tr("From"), call.from, F::Text},
          {Text::tr("To"), call.to, F::Text},
          {Text::tr("Began"), call.startedAt, F::Timestamp},
          {Text::tr("Duration"), call.durationSeconds, F::Duration},
          {Text::tr("Cost"), costOf(call), F::Money},
          {Text::tr("Outcome"), call.outcome, F::Text}}},
        {Text::tr("By"),
         {{Text::tr("Agent"), call.agentName, F::Text},
          {Text::tr("Organisation"), call.organizationName, F::Text},
          {Text::tr("Carrier"),
           call.sandbox ? Text::tr("Sandbox: simulated, nobody was rung") : providerName(call.carrier), F::Text}}}};
    if (!call.notes.isEmpty())
        sections.first().fields.append({Text::tr("Notes"), call.notes, F::Text});
    if (!call.recordingUrl.isEmpty())
        sections.first().fields.append({Text::tr("Recording"), call.recordingUrl, F::Text});
    return sections;
}

QList<DetailSection> storyOf(const Call &call, const DisplayFormat &format)
{
    DetailSection timeline{Text::tr("Timeline"), {}};
    for (const CallEvent &event : call.timeline)
        timeline.fields.append({format.time(event.at), eventInWords(event)});
    DetailSection transcript{Text::tr("Transcript"), {}};
    for (const CallTurn &turn : call.transcript)
        transcript.fields.append({speakerInWords(turn.speaker), turn.text});
    if (transcript.fields.isEmpty())
        transcript.fields.append({Text::tr("Nothing was written down."), {}});
    QList<DetailSection> sections;
    if (!timeline.fields.isEmpty())
        sections << timeline;
    return sections << transcript;
}

DetailSection metaOf(const Call &call)
{
    DetailSection section{Text::tr("Call data"), {}};
    for (auto it = call.meta.begin(); it != call.meta.end(); ++it)
        section.fields.append({it.key(), metaText(it.value())});
    return section;
}

QList<FilterSpec> filters()
{
    QList<QPair<QString, QString>> statuses;
    for (int i = 0; i <= int(CallStatus::Canceled); ++i)
        statuses.append({QString(toWire(CallStatus(i))), inWords(CallStatus(i))});
    return {{u"status"_s, Text::tr("State"), statuses},
            {u"direction"_s,
             Text::tr("Direction"),
             {{u"inbound"_s, inWords(CallDirection::Inbound)}, {u"outbound"_s, inWords(CallDirection::Outbound)}}},
            {u"period"_s,
             Text::tr("Began"),
             {{u"today"_s, Text::tr("Today (UTC)")},
              {u"7d"_s, Text::tr("Last 7 days")},
              {u"30d"_s, Text::tr("Last 30 days")},
              {u"month"_s, Text::tr("This month")}}},
            {u"start_date"_s, Text::tr("From day"), {}, FilterInput::Date},
            {u"end_date"_s, Text::tr("To day"), {}, FilterInput::Date},
            {u"phone_number"_s, Text::tr("Number"), {}, FilterInput::Text},
            {u"assistant_id"_s, Text::tr("Agent")},
            {u"organization_id"_s, Text::tr("Organisation")}};
}

TableDeclaration declare(std::function<Details(int row)> details, QList<RowAction> actions)
{
    return {
        .id = u"calls"_s,
        .title = Text::tr("Calls"),
        .icon = u"phone"_s,
        .searchPlaceholder = Text::tr("Number, outcome, notes or outside id"),
        .defaultSort = u"-started_at"_s,
        .filters = filters(),
        .actions = std::move(actions),
        .countInWords = [](qint64 n) { return Text::tr("%Ln call(s)", nullptr, int(n)); },
        .emptyTitle = Text::tr("No calls yet"),
        .emptyHint
        = Text::tr("Calls appear here as soon as an agent takes or makes one, or a telephone system reports one."),
        .pinnedColumn = u"number"_s,
        .details = std::move(details),
    };
}
}

QString idOf(const Call &call) { return call.id; }

QList<Column<Call>> callColumns()
{
    using F = CellFormat;
    using C = Call;
    return {
        {{u"number"_s, Text::tr("Number"), {}, F::Text, 16, true, Text::tr("The number outside")},
         [](const C &c) { return otherNumber(c); }},
        {{u"direction"_s, Text::tr("Direction"), {}, F::Text, 10}, [](const C &c) { return inWords(c.direction); }},
        {{u"state"_s, Text::tr("State"), {}, F::Tag, 12},
         [](const C &c) { return QVariant::fromValue(tagOf(c.status)); }},
        {{u"began"_s, Text::tr("Began"), u"started_at"_s, F::Timestamp, 15},
         [](const C &c) { return c.startedAt.isValid() ? c.startedAt : c.createdAt; }},
        {{u"duration"_s, Text::tr("Duration"), {}, F::Duration, 8},
         [](const C &c) { return c.durationSeconds > 0 ? QVariant(c.durationSeconds) : QVariant(); }},
        {{u"cost"_s, Text::tr("Cost"), {}, F::Money, 9}, [](const C &c) { return costOf(c); }},
        {{u"agent"_s, Text::tr("Agent"), {}, F::Text, 20}, [](const C &c) { return c.agentName; }},
        {{u"organization"_s, Text::tr("Organisation"), {}, F::Text, 18}, [](const C &c) { return c.organizationName; }},
        {{u"outcome"_s, Text::tr("Outcome"), {}, F::Text, 14}, [](const C &c) { return c.outcome; }},
        {{u"from"_s, Text::tr("From"), {}, F::Text, 16, false}, [](const C &c) { return c.from; }},
        {{u"to"_s, Text::tr("To"), {}, F::Text, 16, false}, [](const C &c) { return c.to; }},
        {{u"created"_s, Text::tr("Created"), u"created_at"_s, F::Timestamp, 15, false},
         [](const C &c) { return c.createdAt; }},
        {{u"ended"_s, Text::tr("Ended"), {}, F::Timestamp, 15, false}, [](const C &c) { return c.endedAt; }},
        {{u"carrier"_s, Text::tr("Carrier"), {}, F::Text, 10, false},
         [](const C &c) { return providerName(c.carrier); }},
        {{u"notes"_s, Text::tr("Notes"), {}, F::Text, 20, false}, [](const C &c) { return c.notes; }},
        {{u"externalId"_s, Text::tr("Outside id"), {}, F::Identifier, 20, false},
         [](const C &c) { return c.externalId; }},
        {{u"id"_s, Text::tr("Id"), {}, F::Identifier, 28, false}, [](const C &c) { return c.id; }},
    };
}

CallsPane::CallsPane(const Context &context, CallLog &calls, PagedTableModel<Call> &model, RowExport *rowExport,
                     CurlFunction curl, QWidget *parent)
    : TablePane(context, model, declare([this](int row) { return detailsOf(row); }, actionsOf(this)), rowExport, parent)
    , m_calls(calls)
    , m_rows(model)
    , m_curl(std::move(curl))
{
}

void CallsPane::refresh()
{
    m_failed.clear();
    TablePane::refresh();
}

QList<RowAction> CallsPane::actionsOf(CallsPane *pane)
{
    return {{.id = u"onlyAgentAction"_s,
             .text = tr("Only this agent"),
             .icon = u"bot"_s,
             .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_A,
             .explanation = tr("Show only the calls of this agent (Ctrl+Shift+A)"),
             .changes = false,
             .whyNot =
                 [pane](const QStringList &ids) {
                     const Call *one = pane->call(ids);
                     return one && one->agentId.isEmpty() ? tr("No agent took this call.") : QString();
                 },
             .run = [pane](const QStringList &ids) { pane->onlyAgent(ids); }},
            {.id = u"onlyNumberAction"_s,
             .text = tr("Only this number"),
             .icon = u"phone"_s,
             .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_N,
             .explanation = tr("Show only the calls from and to this number (Ctrl+Shift+N)"),
             .changes = false,
             .whyNot =
                 [pane](const QStringList &ids) {
                     const Call *one = pane->call(ids);
                     return one && otherNumber(*one).isEmpty() ? tr("The number is not known.") : QString();
                 },
             .run = [pane](const QStringList &ids) { pane->onlyNumber(ids); }}};
}

const Call *CallsPane::call(const QStringList &ids) const
{
    return ids.size() == 1 ? m_rows.rowById(ids.first()) : nullptr;
}

Details CallsPane::detailsOf(int row)
{
    const Call *call = m_rows.rowAt(row);
    if (!call)
        return {};
    if (!m_failed.isEmpty() && m_failed != call->id) {
        m_failed.clear(); // whoever comes back to that one wants it again
        clearReadError();
    }
    const QString number = otherNumber(*call);
    Details shown{.id = call->id,
                  .title = number.isEmpty() ? tr("Unknown number") : number,
                  .subtitle = inWords(call->direction),
                  .state = tagOf(call->status),
                  .sections = facts(*call),
                  .curl = m_curl ? m_curl(call->id) : QString(),
                  .kind = u"call"_s};
    const bool read = m_story.id == call->id;
    if (read)
        shown.sections += storyOf(m_story, context().format);
    else
        shown.sections.append(
            {tr("Transcript"), {{m_failed == call->id ? tr("Could not be read.") : tr("Loading…"), QVariant()}}});
    if (const DetailSection meta = metaOf(*call); !meta.fields.isEmpty())
        shown.sections.append(meta);
    DetailSection ids{tr("Id"), {{tr("Call"), call->id, CellFormat::Identifier}}};
    if (!call->externalId.isEmpty())
        ids.fields.append({tr("Outside"), call->externalId, CellFormat::Identifier});
    shown.sections.append(ids);
    if (!read || m_story.updatedAt != call->updatedAt)
        readStory(*call);
    return shown;
}

void CallsPane::readStory(const Call &call)
{
    if (m_reading == call.id || m_failed == call.id)
        return;
    m_reading = call.id;
    whenDone(m_calls.get(call.id), this, [this, id = call.id, updatedAt = call.updatedAt](const Result<Call> &answer) {
        if (m_reading != id) // another row was selected meanwhile
            return;
        m_reading.clear();
        if (answer) {
            m_story = *answer;
            m_story.updatedAt = updatedAt; // of the row it was read for: a later change of the row reads it again
        } else {
            m_failed = id;
            showReadError(answer.error());
        }
        rowEdited();
    });
}

void CallsPane::onlyAgent(const QStringList &ids)
{
    if (const Call *one = call(ids))
        showFiltered({{u"assistant_id"_s, one->agentId}}, {{u"assistant_id"_s, one->agentName}});
}

void CallsPane::onlyNumber(const QStringList &ids)
{
    if (const Call *one = call(ids))
        showFiltered({{u"phone_number"_s, otherNumber(*one)}}, {});
}

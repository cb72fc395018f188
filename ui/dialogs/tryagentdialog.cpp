// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tryagentdialog.h"

#include "models/domain/async.h"
#include "ui/support/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/themedlabel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
constexpr int WidestBubble = Space::S4 * 26;
}

TryAgentDialog::TryAgentDialog(const Context &context, AgentDirectory &agents, const Agent &agent, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_agents(agents)
    , m_id(agent.id)
    , m_scroll(new QScrollArea)
    , m_bubbles(new QVBoxLayout)
    , m_totals(new ThemedLabel(context.theme, TextStyle::Small, &Colours::muted))
    , m_edit(new QLineEdit)
    , m_send(new QPushButton(tr("Send")))
{
    setObjectName(u"tryAgentDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Try %1").arg(agent.name));
    setBackgroundRole(QPalette::Base);
    resize(Space::S4 * 38, Space::S4 * 36);
    auto *inner = new QWidget;
    inner->setBackgroundRole(QPalette::Base);
    auto *place = new QVBoxLayout(inner);
    place->setContentsMargins(0, 0, Space::S3, 0);
    m_bubbles->setSpacing(Space::S3);
    place->addLayout(m_bubbles);
    place->addStretch();
    m_scroll->setObjectName(u"chatScroll"_s);
    m_scroll->setAccessibleName(tr("Conversation"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(inner);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, m_scroll,
            [this](int, int end) { m_scroll->verticalScrollBar()->setValue(end); });
    m_totals->setObjectName(u"chatTotalsLabel"_s);
    m_edit->setObjectName(u"chatEdit"_s);
    m_edit->setAccessibleName(tr("Your message"));
    m_edit->setPlaceholderText(tr("Write what a caller would say"));
    m_edit->setToolTip(tr("Return sends it"));
    m_edit->setMaxLength(4000);
    m_send->setObjectName(u"sendChatButton"_s);
    m_send->setProperty("rank", u"primary"_s);
    m_send->setToolTip(tr("Send to the agent (Return)"));
    m_send->setDefault(true);
    m_send->setEnabled(false);

    auto *line = new QHBoxLayout;
    line->setSpacing(Space::S2);
    line->addWidget(m_edit, 1);
    line->addWidget(m_send);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"closeChatButton"_s);
    close->setToolTip(tr("Close this window (Esc)"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    line->addWidget(close);
    auto *under = new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted,
                                  tr("Answers cost what they cost in a call: tokens count for your organisation."));
    under->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::S6, Space::S5, Space::S6, Space::S5);
    column->setSpacing(Space::S3);
    column->addWidget(new ThemedLabel(context.theme, TextStyle::Title, &Colours::text, windowTitle()));
    column->addWidget(under);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_totals);
    column->addLayout(line);
    const QString first = agent.members.value("first_message"_L1).toString();
    if (!first.isEmpty()) {
        addBubble(first, true, tr("First message"));
        m_turns.append({true, first});
    }
    connect(m_edit, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_send->setEnabled(!text.trimmed().isEmpty() && m_edit->isEnabled()); });
    connect(m_send, &QPushButton::clicked, this, &TryAgentDialog::send);
    showTotals();
    m_edit->setFocus();
}

QWidget *TryAgentDialog::addBubble(const QString &text, bool fromAgent, const QString &note)
{
    auto *card = new Card(m_context.theme);
    card->setFill(fromAgent ? &Colours::sunken : &Colours::accentSoft, nullptr);
    card->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Space::S3, Space::S2, Space::S3, Space::S2);
    const auto add = [&](TextStyle style, QColor Colours::*ink, const QString &words, const QString &name) {
        auto *label = new ThemedLabel(m_context.theme, style, ink, words);
        label->setObjectName(name);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const QFontMetrics metrics(m_context.theme.font(style)); // as wide as its text, or it wraps where it need not
        const int width = metrics.boundingRect(QRect(0, 0, WidestBubble, 0), Qt::TextWordWrap, words).width();
        label->setMinimumWidth(std::min(width + 1, WidestBubble));
        inside->addWidget(label);
    };
    add(TextStyle::Body, &Colours::text, text, fromAgent ? u"agentSaidLabel"_s : u"personSaidLabel"_s);
    if (!note.isEmpty())
        add(TextStyle::Small, &Colours::muted, note, u"answerCostLabel"_s);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    if (!fromAgent)
        row->addStretch();
    row->addWidget(card);
    if (fromAgent)
        row->addStretch();
    m_bubbles->addWidget(line);
    return line;
}

void TryAgentDialog::addNote(const QString &text, const QString &explanation)
{
    auto *words = new ThemedLabel(m_context.theme, TextStyle::Body, &Colours::bad, text);
    words->setObjectName(u"chatErrorLabel"_s);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setToolTip(explanation);
    m_bubbles->addWidget(words);
    m_failure = words;
}

void TryAgentDialog::send()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty() || !m_edit->isEnabled())
        return;
    delete m_failure;
    m_turns.append({false, text});
    m_asked = addBubble(text, false, {});
    m_edit->setEnabled(false);
    m_send->setEnabled(false);
    m_totals->setText(tr("The agent is thinking…"));
    whenDone(m_agents.say(m_id, m_turns), this, [this](const Result<ChatReply> &answer) { answered(answer); });
}

void TryAgentDialog::answered(const Result<ChatReply> &answer)
{
    m_edit->setEnabled(true);
    if (!answer) {
        failed(answer.error());
    } else {
        m_edit->clear();
        ++m_answers;
        m_turns.append({true, answer->text});
        m_tokens += answer->inputTokens.value_or(0) + answer->outputTokens.value_or(0);
        if (answer->cost)
            m_cost = m_cost.value_or(Money()) + *answer->cost;
        addBubble(answer->text, true, noteOf(*answer));
    }
    showTotals();
    m_send->setEnabled(m_edit->isEnabled() && !m_edit->text().trimmed().isEmpty());
    m_edit->setFocus();
}

void TryAgentDialog::failed(const Error &error)
{
    m_turns.removeLast(); // it was not answered; what was typed is still in the line to send again
    delete m_asked;
    const bool missing = error == ErrorCode::ResourceNotFound || error == ErrorCode::RouteNotFoundForVersion;
    if (missing && m_answers == 0) {
        addNote(tr("This server cannot try agents. Update it."), {});
        m_edit->setEnabled(false);
        emit unavailable();
        return;
    }
    const ErrorWords words = inWords(error);
    const QString said = error.message.isEmpty() || error.message == words.happened
        ? words.happened
        : words.happened + u' ' + error.message;
    addNote(said + u' ' + words.todo, QString(info(error.code).name));
}

QString TryAgentDialog::noteOf(const ChatReply &reply) const
{
    const DisplayFormat &format = m_context.format;
    QStringList parts;
    if (reply.inputTokens && reply.outputTokens)
        parts << tr("%1 + %2 tokens", "in and out")
                     .arg(format.integer(*reply.inputTokens), format.integer(*reply.outputTokens));
    if (reply.cost)
        parts << format.money(*reply.cost);
    if (reply.latencyMs)
        parts << tr("%1 ms", "milliseconds").arg(format.integer(*reply.latencyMs));
    if (!reply.model.isEmpty())
        parts << reply.model;
    return parts.join(u" · "_s);
}

void TryAgentDialog::showTotals()
{
    if (m_answers == 0)
        return m_totals->setText(tr("Nothing spent yet."));
    QString text
        = tr("%n answer(s)", nullptr, m_answers) + u" · "_s + tr("%1 tokens").arg(m_context.format.integer(m_tokens));
    if (m_cost)
        text += u" · "_s + m_context.format.money(*m_cost);
    m_totals->setText(text);
}

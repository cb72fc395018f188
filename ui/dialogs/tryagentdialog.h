// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/agentdirectory.h"
#include "ui/support/context.h"

#include <QDialog>
#include <QPointer>

class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;
class ThemedLabel;

/// A small conversation with an agent, and what each answer took: tokens, cost, time. `agents` outlives it.
class TryAgentDialog : public QDialog
{
    Q_OBJECT
public:
    TryAgentDialog(const Context &context, AgentDirectory &agents, const Agent &agent, QWidget *parent = nullptr);

signals:
    void unavailable(); ///< the server has no way to try agents

private:
    void send();
    void answered(const Result<ChatReply> &answer);
    void failed(const Error &error);
    QWidget *addBubble(const QString &text, bool fromAgent, const QString &note);
    void addNote(const QString &text, const QString &explanation);
    void showTotals();
    QString noteOf(const ChatReply &reply) const;

    Context m_context;
    AgentDirectory &m_agents;
    QString m_id;
    QList<ChatTurn> m_turns;
    QPointer<QWidget> m_asked; ///< the bubble of what is not answered yet
    QPointer<QWidget> m_failure; ///< says why it was not
    qint64 m_tokens = 0;
    std::optional<Money> m_cost;
    int m_answers = 0;
    QScrollArea *m_scroll;
    QVBoxLayout *m_bubbles;
    ThemedLabel *m_totals;
    QLineEdit *m_edit;
    QPushButton *m_send;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/context.h"
#include "ui/support/declaration.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QToolButton;
class QVBoxLayout;
class TagLabel;
class ThemedLabel;

/// The selected row in full, beside the list: previous and next, what can be done with it, its history, its id and a
/// cURL line to copy.
class DetailsDrawer : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsDrawer(const Context &context, QWidget *parent = nullptr);

    /// What is there already stays as it is, with what is selected in it: panes say it again after each poll.
    void show(const Details &details, const QList<QAction *> &actions);
    void setHasHistory(bool has) { m_hasHistory = has; } ///< whether there is a pane that can show it

signals:
    void stepRequested(int by);
    void closeRequested();
    void copied(const QString &what);
    void historyRequested(const Details &details);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillHead();
    void fitHead();
    void fillBody();
    QToolButton *addButton(const QString &name, const QString &icon, const QString &explanation);
    void addSection(const DetailSection &section);
    int longestWord(const DetailField &field) const; ///< in pixels; 0 where the value can be broken anywhere
    QWidget *makeValue(const DetailField &field);
    void copyId();
    void copyCurl();

    Context m_context;
    Details m_details;
    QList<QPointer<QAction>> m_actions; ///< null: its pane is gone
    ThemedLabel *m_title;
    ThemedLabel *m_subtitle;
    TagLabel *m_state;
    QToolButton *m_curl = nullptr;
    QToolButton *m_history = nullptr;
    bool m_hasHistory = false;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_bodyPlace;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/pane.h"

#include <QPointer>

class QPushButton;
class QTimer;
class QToolButton;
class ThemedLabel;

/// A notice over the lower edge of its parent for some seconds, longer when it can be undone; stays while the pointer
/// or the focus is on it.
class Toast : public Card
{
    Q_OBJECT
public:
    explicit Toast(const Theme &theme, QWidget *parent);

    void setPlace(QWidget &over) { m_over = &over; } ///< the middle of it, while it is seen; else of the parent
    void show(const Notice &notice);
    void drop(); ///< with what it offered to do
    void place(); ///< again, after the parent has changed its size

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    ThemedLabel *m_icon;
    ThemedLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer *m_timer;
    std::function<void()> m_run;
    QPointer<QWidget> m_over;
};

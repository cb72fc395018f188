// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/widgets/themedlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Toast::Toast(const Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_icon(new ThemedLabel(theme, TextStyle::Body, &Colours::muted))
    , m_text(new ThemedLabel(theme, TextStyle::Body, &Colours::text))
    , m_action(new QPushButton)
    , m_close(new QToolButton)
    , m_timer(new QTimer(this))
{
    setObjectName(u"toast"_s);
    setFill(&Colours::raised, &Colours::borderStrong);
    m_text->setObjectName(u"toastLabel"_s);
    m_action->setObjectName(u"toastActionButton"_s);
    m_close->setObjectName(u"closeToastButton"_s);
    m_close->setIcon(theme.icon(u"x"_s));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::S4, Space::S2, Space::S2, Space::S2);
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addSpacing(Space::S2);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (m_action->hasFocus() || m_close->hasFocus())
            m_timer->start();
        else
            setVisible(false);
    });
    connect(m_close, &QToolButton::clicked, this, [this] { setVisible(false); });
    connect(m_action, &QPushButton::clicked, this, [this] {
        setVisible(false);
        if (const auto run = std::exchange(m_run, {}))
            run();
    });
    setVisible(false);
}

void Toast::show(const Notice &notice)
{
    m_run = notice.run;
    m_text->setText(notice.text);
    m_icon->setInk(notice.tone == Tone::Good      ? &Colours::good
                       : notice.tone == Tone::Bad ? &Colours::bad
                                                  : &Colours::muted);
    m_icon->setIcon(notice.tone == Tone::Good      ? u"circle-check"_s
                        : notice.tone == Tone::Bad ? u"circle-alert"_s
                                                   : u"info"_s);
    m_action->setText(notice.action);
    m_action->setToolTip(notice.action);
    m_action->setVisible(!notice.action.isEmpty());
    setAccessibleName(notice.text);
    setVisible(true);
    place();
    raise();
    m_timer->start(notice.action.isEmpty() ? 5s : 12s);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::drop()
{
    setVisible(false);
    m_timer->stop();
    m_run = {};
}

void Toast::place()
{
    m_text->setWordWrap(false);
    adjustSize();
    const bool inside = m_over && m_over->isVisible();
    const QRect over = inside ? QRect(m_over->mapTo(parentWidget(), QPoint()), m_over->size()) : parentWidget()->rect();
    const int widest = over.width() - 2 * Space::S6;
    if (width() > widest) {
        m_text->setWordWrap(true);
        resize(widest, heightForWidth(widest));
    }
    move(over.left() + (over.width() - width()) / 2, parentWidget()->height() - height() - Space::S12);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer->stop();
    Card::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer->start(3s);
    Card::leaveEvent(event);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pagescroll.h"

#include "ui/theme/style.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace
{
// Spacers, since the margins of a layout are not mirrored.
QHBoxLayout *between(int before, QLayout *inside, int after)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addSpacing(before);
    row->addLayout(inside, 1);
    row->addSpacing(after);
    return row;
}

QLayout *alone(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(widget);
    return row;
}
}

void fillPageScroll(QScrollArea &scroll, QWidget *page, const QString &name, const QString &accessibleName, int margin)
{
    auto *holder = new QWidget;
    holder->setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);
    holder->setLayout(between(margin, alone(page), std::max(0, margin - Style::ScrollBarWidth)));
    scroll.setObjectName(name);
    scroll.setAccessibleName(accessibleName);
    scroll.setFrameShape(QFrame::NoFrame);
    scroll.setWidgetResizable(true);
    scroll.setWidget(holder);
    scroll.setBackgroundRole(QPalette::Base);
    keepScrollBar(scroll);
}

QHBoxLayout *overMargin(QLayout *inside) { return between(Space::S6, inside, Space::S6 - Style::ScrollBarWidth); }

QHBoxLayout *overMargin(QWidget *inside) { return overMargin(alone(inside)); }

QHBoxLayout *besideScrollBar(QLayout *inside) { return between(0, inside, Style::ScrollBarWidth); }

void keepScrollBar(QAbstractScrollArea &area) { area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); }

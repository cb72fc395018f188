// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/changelabel.h"

#include "ui/widgets/card.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace
{
constexpr int LongestShown = 600;

/// With places to break: a long id or address would make the drawer wider.
QString breakable(const QString &text)
{
    const QString shown = text.size() > LongestShown ? QString(text.left(LongestShown) + u'…') : text;
    QString broken;
    int run = 0;
    for (const QChar ch : shown) {
        broken += ch;
        const bool isJoint = ch == u'.' || ch == u'_'; // of a path's parts
        run = ch.isSpace() || isJoint ? 0 : run + 1;
        if (isJoint || (run > 0 && run % 12 == 0))
            broken += QChar(0x200b);
    }
    return broken;
}
}

ChangeLabel::ChangeLabel(const Theme &theme, const QString &name, const ChangeValue &change, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, Space::S1);
    column->setSpacing(Space::Half);
    using Kind = ChangeValue::Kind;
    const QString kind = change.kind == Kind::Added ? tr("added")
        : change.kind == Kind::Removed              ? tr("removed")
                                                    : tr("changed");
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::S2);
    auto *label = new ThemedLabel(theme, TextStyle::Strong, &Colours::text, breakable(name));
    label->setWordWrap(true);
    head->addWidget(label, 1);
    head->addWidget(new ThemedLabel(theme, TextStyle::Small, &Colours::muted, kind));
    column->addLayout(head);
    if (change.kind != Kind::Added)
        addLine(*column, u"−"_s, change.before, &Colours::badSoft, &Colours::bad);
    if (change.kind != Kind::Removed)
        addLine(*column, u"+"_s, change.after, &Colours::goodSoft, &Colours::good);
    const QString words = change.kind == Kind::Added ? tr("%1 added: %2").arg(name, change.after)
        : change.kind == Kind::Removed               ? tr("%1 removed: %2").arg(name, change.before)
                                                     : tr("%1 was %2, is %3").arg(name, change.before, change.after);
    setAccessibleName(words);
}

void ChangeLabel::addLine(QVBoxLayout &column, const QString &mark, const QString &text, QColor Colours::*fill,
                          QColor Colours::*ink)
{
    auto *card = new Card(m_theme);
    card->setFill(fill, nullptr);
    card->setRadius(Radius::Small);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(Space::S2, Space::S1, Space::S2, Space::S1);
    row->setSpacing(Space::S2);
    auto *sign = new ThemedLabel(m_theme, TextStyle::Strong, ink, mark);
    row->addWidget(sign, 0, Qt::AlignTop);
    auto *value = new ThemedLabel(m_theme, TextStyle::Body, text.isEmpty() ? &Colours::muted : &Colours::text,
                                  text.isEmpty() ? tr("empty") : breakable(text));
    value->setWordWrap(true);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(value, 1);
    column.addWidget(card);
}

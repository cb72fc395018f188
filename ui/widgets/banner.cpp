// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/themedlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

Banner::Banner(const Theme &theme, Tone tone, const QString &icon, QWidget *parent)
    : Card(theme, parent)
    , m_words(new ThemedLabel(theme, TextStyle::Body, &Colours::text))
    , m_action(new QPushButton)
{
    setFill(tone == Tone::Warning   ? &Colours::warningSoft
                : tone == Tone::Bad ? &Colours::badSoft
                                    : &Colours::sunken,
            nullptr);
    setRadius(0);
    auto *mark = new ThemedLabel(theme, TextStyle::Body,
                                 tone == Tone::Warning   ? &Colours::warning
                                     : tone == Tone::Bad ? &Colours::bad
                                                         : &Colours::muted);
    mark->setIcon(icon);
    m_words->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::S6, Space::S1, Space::S6, Space::S1);
    row->setSpacing(Space::S3);
    row->addWidget(mark);
    row->addWidget(m_words, 1);
    row->addWidget(m_action);
    setMinimumHeight(Space::S8 + Space::S2);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    setVisible(false);
}

void Banner::say(const QString &sentence, const QString &action)
{
    m_words->setText(sentence);
    m_action->setText(action);
    m_action->setToolTip(action);
    m_action->setObjectName(objectName() + u"Button"_s);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

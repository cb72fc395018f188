// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/titledcard.h"

#include "ui/widgets/card.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

QVBoxLayout *addTitledCard(QVBoxLayout &column, const Theme &theme, const QString &title, const QString &words,
                           QWidget *tag)
{
    auto *card = new Card(theme);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Space::S5, Space::S4, Space::S5, Space::S4);
    inside->setSpacing(Space::S2);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::S3);
    head->addWidget(new ThemedLabel(theme, TextStyle::Heading, &Colours::text, title));
    if (tag)
        head->addWidget(tag);
    head->addStretch();
    inside->addLayout(head);
    if (!words.isEmpty()) {
        auto *text = new ThemedLabel(theme, TextStyle::Body, &Colours::muted, words);
        text->setWordWrap(true);
        inside->addWidget(text);
    }
    column.addWidget(card);
    return inside;
}

QPushButton *addActionButton(QLayout &row, QAction *action)
{
    auto *button = new QPushButton(action->icon(), action->text());
    button->setObjectName(QString(action->objectName()).replace(u"Action"_s, u"Button"_s));
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
    row.addWidget(button);
    return button;
}

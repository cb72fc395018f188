// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pane.h"

#include "ui/theme/paint.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QHBoxLayout>

Pane::Pane(const QString &id, const QString &title, const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_title(title)
    , m_icon(icon)
{
    setObjectName(id);
    setAccessibleName(title);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

QHBoxLayout *Pane::makeHead(const Theme &theme) const
{
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::S3);
    head->addStrut(controlHeight(QFontMetrics(theme.font(TextStyle::Body))));
    head->addWidget(new ThemedLabel(theme, TextStyle::Title, &Colours::text, title()), 0, Qt::AlignBaseline);
    return head;
}

QAction *Pane::addCommand(const QString &name, const QString &text, const QIcon &icon)
{
    auto *action = new QAction(icon, text, this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_commands.append(action);
    return action;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pane.h"

#include <QAction>

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

QAction *Pane::addCommand(const QString &name, const QString &text, const QIcon &icon)
{
    auto *action = new QAction(icon, text, this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_commands.append(action);
    return action;
}

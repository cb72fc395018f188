// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QMap>
#include <QWidget>

class NavigationItem;
class QVBoxLayout;

/// The panes, grouped, at the leading edge of the window.
class Navigation : public QWidget
{
    Q_OBJECT
public:
    explicit Navigation(const Theme &theme, QWidget *parent = nullptr);

    void add(const QString &group, const QString &id, const QString &title, const QString &icon,
             const QString &shortcut);
    void setCurrent(const QString &id);
    void clear();

signals:
    void chosen(const QString &id);

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
    QMap<QString, NavigationItem *> m_items;
    QString m_lastGroup;
};

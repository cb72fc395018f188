// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;
class ThemedLabel;

/// What a list shows instead of nothing: what is missing, and the next thing to do.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const Theme &theme, QWidget *parent = nullptr);

    void set(const QString &icon, const QString &title, const QString &hint, const QString &action = {});

signals:
    void actionTriggered();

private:
    ThemedLabel *m_icon;
    ThemedLabel *m_title;
    ThemedLabel *m_hint;
    QPushButton *m_action;
};

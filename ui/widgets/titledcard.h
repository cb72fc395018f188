// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

class QAction;
class QLayout;
class QPushButton;
class QVBoxLayout;
class QWidget;

/// Appends a card with a heading, a tag beside it and a sentence; answers where what it is about goes.
QVBoxLayout *addTitledCard(QVBoxLayout &column, const Theme &theme, const QString &title, const QString &words = {},
                           QWidget *tag = nullptr);

/// A button for an action, which says why it cannot be pressed as the action does.
QPushButton *addActionButton(QLayout &row, QAction *action);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QPushButton;
class ThemedLabel;

/// A sentence across the pane with one thing to do about it: no connection, read-only profile, waiting for the rate
/// limit.
class Banner : public Card
{
    Q_OBJECT
public:
    Banner(const Theme &theme, Tone tone, const QString &icon, QWidget *parent = nullptr);

    void say(const QString &sentence, const QString &action = {}); ///< empty sentence: hidden

signals:
    void actionTriggered();

private:
    ThemedLabel *m_words;
    QPushButton *m_action;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

/// A label with a place in the type scale and an ink of the palette; follows the theme.
class ThemedLabel : public QLabel
{
    Q_OBJECT
public:
    ThemedLabel(const Theme &theme, TextStyle style, QColor Colours::*ink, const QString &text = {},
                QWidget *parent = nullptr);

    void setInk(QColor Colours::*ink);
    /// Shows an icon of the same ink instead of text.
    void setIcon(const QString &name, int side = 16);

private:
    void restyle();

    const Theme &m_theme;
    TextStyle m_style;
    QColor Colours::*m_ink;
    QString m_icon;
    int m_side = 0;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

/// A rounded surface of the palette.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const Theme &theme, QWidget *parent = nullptr);

    void setFill(QColor Colours::*fill, QColor Colours::*edge); ///< null edge: none
    void setRadius(qreal radius) { m_radius = radius; }

protected:
    void paintEvent(QPaintEvent *event) override;
    const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
    QColor Colours::*m_fill = &Colours::surface;
    QColor Colours::*m_edge = &Colours::border;
    qreal m_radius = Radius::Large;
};

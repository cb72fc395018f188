// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class DisplayFormat;

/// Used against allowed as a bar, with a mark at 80 % and the figures beside it in words.
class UsageBar : public QWidget
{
    Q_OBJECT
public:
    UsageBar(const Theme &theme, const DisplayFormat &format, QWidget *parent = nullptr);

    void setValue(const UsageValue &value);
    QSize sizeHint() const override;

    static void paint(QPainter &painter, const QRect &rect, const UsageValue &value, const Colours &colours,
                      Qt::LayoutDirection direction);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const DisplayFormat &m_format;
    UsageValue m_value;
};

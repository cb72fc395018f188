// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

class DisplayFormat;

/// A part of a whole as a labelled bar that opens the rows behind it.
class ShareBar : public QAbstractButton
{
    Q_OBJECT
public:
    /// `series`: which colour of the charts.
    ShareBar(const Theme &theme, const DisplayFormat &format, const QString &label, qint64 part, qint64 whole,
             int series, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_figure;
    double m_share;
    int m_series;
};

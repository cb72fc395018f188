// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

/// One figure with its name; a button where there are rows behind it.
class StatTile : public QAbstractButton
{
    Q_OBJECT
public:
    StatTile(const Theme &theme, const QString &label, QWidget *parent = nullptr);

    void setFigure(const QString &figure, const QString &note = {}, Tone tone = Tone::Neutral);
    void setOpens(bool opens, const QString &explanation = {});
    QString figure() const { return m_figure; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_figure;
    QString m_note;
    Tone m_tone = Tone::Neutral;
    bool m_opens = false;
};

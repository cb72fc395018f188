// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

/// A figure from 0 to 100 as an arc, with its name and its meaning in words.
class Gauge : public QWidget
{
    Q_OBJECT
public:
    Gauge(const Theme &theme, const QString &label, QWidget *parent = nullptr);

    /// `figure`: what stands in the arc. Nothing: not known, an empty arc.
    void setValue(std::optional<double> value, const QString &figure, const QString &note, Tone tone);
    QString figure() const { return m_figure; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_label;
    std::optional<double> m_value;
    QString m_figure;
    QString m_note;
    Tone m_tone = Tone::Neutral;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/context.h"

#include <QWidget>

#include <optional>

/// How long answers take, a bar each: solid to the median, tinted to the 95th of a hundred, a whisker to the 99th. The
/// figures stand beside.
class LatencyBars : public QWidget
{
    Q_OBJECT
public:
    struct Bar {
        QString name;
        int series = 0; ///< which colour of the charts
        std::optional<double> p50 = {}; ///< milliseconds
        std::optional<double> p95 = {};
        std::optional<double> p99 = {};
    };

    explicit LatencyBars(const Context &context, QWidget *parent = nullptr);

    void setBars(const QList<Bar> &bars);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {Space::S4 * 16, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString figuresOf(const Bar &bar) const;

    Context m_context;
    QList<Bar> m_bars;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/overview.h"
#include "ui/charts/serieschart.h"
#include "ui/support/context.h"

/// One number a day as a quiet line over a tinted area; follows the theme. Has no box, and gridlines only across.
class DayChart : public SeriesChart
{
    Q_OBJECT
public:
    DayChart(const Context &context, const QString &title, QWidget *parent = nullptr);

    void setDays(const QList<DayCount> &days); ///< oldest first

private:
    Context m_context;
    QString m_title;
};

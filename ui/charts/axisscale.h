// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>

/// From 0 to the first round number at or above `most`, in three to five equal steps. `whole`: no fractions.
QList<double> roundTicks(double most, bool whole);

/// A number for an axis: "950", "1.5k", "2M"; by locale.
QString briefNumber(const QLocale &locale, double value);

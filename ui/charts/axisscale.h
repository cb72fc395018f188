// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>

/// From 0 in three to five equal round steps, as little above `most` as those allow. `whole`: no fractions, and fewer
/// steps below three.
QList<double> roundTicks(double most, bool whole);

/// A number for an axis: "950", "1.5k", "2M"; by locale.
QString briefNumber(const QLocale &locale, double value);

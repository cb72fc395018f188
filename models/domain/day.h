// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

inline constexpr qint64 DayMs = 86'400'000;

/// Days since 1970-01-01, UTC; negative before it.
inline qint64 dayNumber(QDate date) { return QDate(1970, 1, 1).daysTo(date); }

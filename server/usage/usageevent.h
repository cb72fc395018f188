// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <QString>

#include <optional>

namespace usage
{
constexpr int MinuteDigits = 6; ///< minutes are kept in millionths

/// What one event consumed. None is negative.
struct Amounts {
    qint64 tokens = 0;
    qint64 microMinutes = 0;
    qint64 calls = 0;
};

/// Millionths of a minute in so many milliseconds, rounded down.
constexpr qint64 microMinutesOf(qint64 milliseconds) { return milliseconds * 50 / 3; }

struct Event {
    QString id; ///< the reporter's own, unique within the organisation; 1 to 128 characters
    QString provider; ///< as the registry names it
    QString model = {}; ///< empty: not said
    QString agentId = {}; ///< of the same organisation; empty: none
    qint64 occurredAt = 0; ///< ms UTC, never later than now
    Amounts amounts = {};
    std::optional<Money> cost = {}; ///< unset: by the price table
};

/// Where prices come from. Any thread.
class Prices
{
public:
    virtual ~Prices() = default;
    virtual bool knows(const QString &provider) const = 0;
    /// Zero where nothing is known.
    virtual Money cost(const QString &provider, const QString &model, const Amounts &amounts) const = 0;
};
}

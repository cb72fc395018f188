// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

/// Decimal fixed point: what Money and minutes are read from and written as, without a binary fraction in between.
namespace decimal
{
/// The number times ten to the `digits`, as JSON writes numbers ("12.5", "-1e-3"); digits beyond are rounded, half to
/// even. Nothing: not a JSON number, or beyond 64 bits.
std::optional<qint64> parse(QByteArrayView text, int digits);

/// The inverse: `scaled` divided by ten to the `digits`, exact, without trailing zeros.
QByteArray toText(qint64 scaled, int digits);
}

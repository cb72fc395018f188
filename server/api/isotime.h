// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <string_view>

namespace api
{
/// Milliseconds since the epoch as "2024-01-01T00:00:00.000Z". Years 0 to 9999. Any thread.
QByteArray isoTime(qint64 msSinceEpoch);
/// The same without the fraction: "2024-01-01T00:00:00Z".
QByteArray isoTimeSeconds(qint64 msSinceEpoch);
/// The inverse of both: "2024-01-01T00:00:00Z", with up to three digits of a fraction. Nothing: anything else, which
/// may all the same be a time.
std::optional<qint64> msOfIsoTime(std::string_view text);
/// RFC 9110 §5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT".
QByteArray httpDate(qint64 msSinceEpoch);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Time-based one-time passwords: RFC 6238 over RFC 4226, with what every authenticator app knows: SHA-1, 30 seconds,
// six digits.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace identity
{
constexpr qint64 TotpPeriodMs = 30'000;
constexpr int TotpDigits = 6;
constexpr int TotpDrift = 1; ///< steps that a clock may be off, either way (RFC 6238, 5.2)

QByteArray newTotpSecret(); ///< 160 bits, as RFC 4226 recommends
QString base32(QByteArrayView bytes); ///< RFC 4648 without padding: what people type

/// The time step of a moment, ms UTC.
inline qint64 totpStep(qint64 nowMs) { return nowMs / TotpPeriodMs; }
/// Of any step and at most eight digits.
QString totpCode(const QByteArray &secret, qint64 step, int digits = TotpDigits);

/// The step whose code this is: of those around now, and newer than `lastStep`, since a code is good once. Compares in
/// a time that says nothing.
std::optional<qint64> matchingStep(const QByteArray &secret, const QString &code, qint64 nowMs, qint64 lastStep);

/// "otpauth://totp/…", what a QR code holds. Source: https://github.com/google/google-authenticator/wiki/Key-Uri-Format
QString otpauthUri(const QByteArray &secret, const QString &email);
}

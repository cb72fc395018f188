// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"

#include "models/domain/decimal.h"

#include <limits>

namespace
{
constexpr qint64 Most = std::numeric_limits<qint64>::max();
constexpr qint64 Least = std::numeric_limits<qint64>::min();

quint64 magnitude(qint64 number) { return number < 0 ? quint64(0) - quint64(number) : quint64(number); }

/// 128 bits, since a standard integer of that size is not everywhere.
struct Wide {
    quint64 high = 0;
    quint64 low = 0;
};

Wide product(quint64 a, quint64 b)
{
    constexpr quint64 Mask = 0xffffffff;
    const quint64 low = (a & Mask) * (b & Mask);
    const quint64 middle = (a >> 32) * (b & Mask) + (low >> 32);
    const quint64 other = (a & Mask) * (b >> 32) + (middle & Mask);
    return {(a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32), (other << 32) | (low & Mask)};
}

struct Quotient {
    quint64 whole = 0;
    quint64 rest = 0;
    bool fits = true;
};

/// Long division, a bit at a time; `divisor` below 2^63, so that the rest can be doubled.
Quotient divide(const Wide &number, quint64 divisor)
{
    if (number.high == 0)
        return {number.low / divisor, number.low % divisor, true};
    if (number.high >= divisor)
        return {0, 0, false};
    Quotient result{0, number.high, true};
    for (int bit = 63; bit >= 0; --bit) {
        result.rest = (result.rest << 1) | ((number.low >> bit) & 1);
        result.whole <<= 1;
        if (result.rest >= divisor) {
            result.rest -= divisor;
            result.whole |= 1;
        }
    }
    return result;
}
}

std::optional<Money> Money::parse(QByteArrayView decimal)
{
    const auto nanos = decimal::parse(decimal, Digits);
    return nanos ? std::optional(fromNanos(*nanos)) : std::nullopt;
}

QByteArray Money::toDecimal() const { return decimal::toText(m_nanos, Digits); }

Money Money::times(qint64 numerator, qint64 denominator) const
{
    Q_ASSERT(denominator > 0);
    const bool negative = (m_nanos < 0) != (numerator < 0);
    const quint64 divisor = quint64(denominator);
    Quotient result = divide(product(magnitude(m_nanos), magnitude(numerator)), divisor);
    const quint64 doubled = result.rest * 2;
    if (result.fits && (doubled > divisor || (doubled == divisor && result.whole % 2 == 1)))
        ++result.whole;
    if (!result.fits || result.whole > quint64(Most))
        return fromNanos(negative ? Least : Most);
    return fromNanos(negative ? -qint64(result.whole) : qint64(result.whole));
}

Money &Money::operator+=(Money other)
{
    if (other.m_nanos > 0 && m_nanos > Most - other.m_nanos)
        m_nanos = Most;
    else if (other.m_nanos < 0 && m_nanos < Least - other.m_nanos)
        m_nanos = Least;
    else
        m_nanos += other.m_nanos;
    return *this;
}

Money &Money::operator-=(Money other)
{
    if (other.m_nanos < 0 && m_nanos > Most + other.m_nanos)
        m_nanos = Most;
    else if (other.m_nanos > 0 && m_nanos < Least + other.m_nanos)
        m_nanos = Least;
    else
        m_nanos -= other.m_nanos;
    return *this;
}

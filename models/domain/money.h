// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <compare>
#include <optional>

/// An exact amount of US dollars in whole nano-dollars: what a token costs fits, and so do nine billion dollars. Never
/// a binary fraction. What would not fit stops at the largest or smallest amount instead of wrapping round. Any thread.
class Money
{
public:
    static constexpr int Digits = 9; ///< after the decimal point
    static constexpr qint64 PerDollar = 1'000'000'000;

    constexpr Money() = default;
    static constexpr Money fromNanos(qint64 nanos)
    {
        Money made;
        made.m_nanos = nanos;
        return made;
    }
    /// From a decimal as JSON writes numbers: "12.5", "-0.000001", "1.25e-7". A tenth digit after the point and what
    /// follows is rounded, half to even. Nothing: not such a number, or too large.
    static std::optional<Money> parse(QByteArrayView decimal);

    constexpr qint64 nanos() const { return m_nanos; }
    /// Exact and as short as it can be: "12.5", "0.000000079", "-3", "0".
    QByteArray toDecimal() const;
    double toDouble() const { return double(m_nanos) / double(PerDollar); } ///< for drawing only

    /// This times numerator / denominator, rounded once, half to even; the product in between has all its bits.
    /// A denominator of 0 or less is a programming error.
    Money times(qint64 numerator, qint64 denominator = 1) const;

    Money &operator+=(Money other);
    Money &operator-=(Money other);
    friend Money operator+(Money a, Money b) { return a += b; }
    friend Money operator-(Money a, Money b) { return a -= b; }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    qint64 m_nanos = 0;
};

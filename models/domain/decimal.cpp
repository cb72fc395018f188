// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/decimal.h"

#include <algorithm>
#include <limits>

namespace decimal
{
namespace
{
constexpr int LargestExponent = 400; // a JSON number beyond a double's range is nobody's amount

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A number taken apart: digits without the point, and where the point stands.
struct Parts {
    bool negative = false;
    QByteArray digits;
    qsizetype point = 0; ///< so many digits stand before it; may be negative or beyond the last
};

/// JSON's grammar (RFC 8259, section 6).
std::optional<Parts> takeApart(QByteArrayView text)
{
    Parts parts;
    qsizetype at = 0;
    const auto digits = [&] {
        const qsizetype from = at;
        while (at < text.size() && isDigit(text[at]))
            parts.digits += text[at++];
        return at - from;
    };
    if (text.startsWith('-')) {
        parts.negative = true;
        ++at;
    }
    const bool leadingZero = at < text.size() && text[at] == '0';
    const qsizetype whole = digits();
    if (whole == 0 || (leadingZero && whole > 1))
        return {};
    parts.point = whole;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0)
            return {};
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        const bool negative = at < text.size() && text[at] == '-';
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        if (at == text.size())
            return {};
        int exponent = 0;
        for (; at < text.size() && isDigit(text[at]); ++at)
            exponent = std::min(exponent * 10 + (text[at] - '0'), LargestExponent);
        parts.point += negative ? -exponent : exponent;
    }
    return at == text.size() ? std::optional(parts) : std::nullopt;
}

/// Whether what was cut off rounds the digits before it up, half to even.
bool roundsUp(QByteArrayView cut, bool lastIsOdd)
{
    if (cut.isEmpty() || cut.front() < '5')
        return false;
    const bool exactHalf
        = cut.front() == '5' && std::all_of(cut.begin() + 1, cut.end(), [](char c) { return c == '0'; });
    return !exactHalf || lastIsOdd;
}
}

std::optional<qint64> parse(QByteArrayView text, int digits)
{
    const auto parts = takeApart(text);
    if (!parts)
        return {};
    constexpr quint64 Most = quint64(std::numeric_limits<qint64>::max());
    const qsizetype kept = parts->point + digits; // digits of the scaled number
    quint64 scaled = 0;
    for (qsizetype i = 0; i < kept; ++i) {
        const quint64 digit = i < parts->digits.size() ? quint64(parts->digits[i] - '0') : 0;
        if (scaled > (Most - digit) / 10)
            return {};
        scaled = scaled * 10 + digit;
    }
    if (kept >= 0 && kept < parts->digits.size()
        && roundsUp(QByteArrayView(parts->digits).sliced(kept), scaled % 2 == 1)) {
        if (scaled == Most)
            return {};
        ++scaled;
    }
    return parts->negative ? -qint64(scaled) : qint64(scaled);
}

QByteArray toText(qint64 scaled, int digits)
{
    const quint64 size = scaled < 0 ? quint64(0) - quint64(scaled) : quint64(scaled);
    QByteArray text = QByteArray::number(size).rightJustified(digits + 1, '0');
    text.insert(text.size() - digits, '.');
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    if (scaled < 0)
        text.prepend('-');
    return text;
}
}

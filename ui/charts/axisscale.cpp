// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axisscale.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace
{
constexpr int LeastSteps = 3;
constexpr int MostSteps = 5;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AxisScale)
};
}

QList<double> roundTicks(double most, bool whole)
{
    if (!(most > 0))
        most = 1;
    const double scale = std::pow(10.0, std::floor(std::log10(most / 5)));
    double step = 1; // whole numbers below three have fewer steps
    double top = std::numeric_limits<double>::infinity();
    for (const double factor : {1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 10.0, 20.0}) {
        const double size = factor * scale;
        const double steps = std::ceil(most / size * (1 - 1e-9));
        if (steps < LeastSteps || steps > MostSteps || (whole && size != std::floor(size)))
            continue;
        if (steps * size <= top * (1 + 1e-9)) { // of two that are as close, the larger steps
            step = size;
            top = steps * size;
        }
    }
    QList<double> ticks{0};
    while (ticks.constLast() < most * (1 - 1e-9))
        ticks.append(step * double(ticks.size()));
    return ticks;
}

QString briefNumber(const QLocale &locale, double value)
{
    struct Unit {
        double size;
        QString text;
    };
    const std::array units{Unit{1e9, Text::tr("%1bn", "thousand millions")}, Unit{1e6, Text::tr("%1M", "millions")},
                           Unit{1e3, Text::tr("%1k", "thousands")}};
    const auto plain = [&](double number) {
        const int decimals = number >= 100 || number == std::floor(number) ? 0
            : number >= 1                                                  ? 1
            : number >= 0.1                                                ? 2
                                                                           : 4;
        QString text = locale.toString(number, 'f', decimals);
        if (decimals > 0) { // trailing zeros say nothing
            while (text.endsWith(locale.zeroDigit()))
                text.chop(1);
            if (text.endsWith(locale.decimalPoint()))
                text.chop(1);
        }
        return text;
    };
    for (const Unit &unit : units) {
        if (value >= unit.size)
            return unit.text.arg(plain(value / unit.size));
    }
    return plain(value);
}

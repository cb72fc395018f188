// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/latencybars.h"

#include "ui/charts/axisscale.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
constexpr int LatencyBarHeight = 14;
}

LatencyBars::LatencyBars(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Time to answer"));
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LatencyBars::setBars(const QList<Bar> &bars)
{
    m_bars = bars;
    QStringList words;
    for (const Bar &bar : bars)
        words << tr("%1: %2.", "version: figures").arg(bar.name, figuresOf(bar));
    setAccessibleDescription(words.join(u' '));
    setToolTip(words.join(u'\n'));
    updateGeometry();
    update();
}

QString LatencyBars::figuresOf(const Bar &bar) const
{
    const QLocale &locale = m_context.format.locale();
    const auto ms = [&](std::optional<double> value) {
        return value ? tr("%1 ms").arg(locale.toString(*value, 'f', *value < 10 ? 1 : 0)) : tr("not known");
    };
    return tr("median %1, 95 of 100 within %2, 99 of 100 within %3").arg(ms(bar.p50), ms(bar.p95), ms(bar.p99));
}

QSize LatencyBars::sizeHint() const
{
    const QFontMetrics text(m_context.theme.font(TextStyle::Small));
    const int row = text.height() + Space::S1 + LatencyBarHeight + Space::S4;
    return {Space::S4 * 30, std::max(1, int(m_bars.size())) * row + text.height() + Space::S1};
}

void LatencyBars::paintEvent(QPaintEvent *)
{
    double most = 0;
    for (const Bar &bar : std::as_const(m_bars))
        most = std::max({most, bar.p50.value_or(0), bar.p95.value_or(0), bar.p99.value_or(0)});
    const QList<double> ticks = roundTicks(most, false);
    const Colours &c = m_context.theme.colours();
    QPainter painter(this);
    painter.setFont(m_context.theme.font(TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    const double span = width() - metrics.horizontalAdvance(u"0000"_s);
    const auto xOf = [&](double ms) { return ms / ticks.constLast() * span; };
    const int row = metrics.height() + Space::S1 + LatencyBarHeight + Space::S4;
    const int bottom = int(m_bars.size()) * row;
    for (const double tick : ticks) {
        painter.setPen(c.border);
        painter.drawLine(QPointF(xOf(tick), 0), QPointF(xOf(tick), bottom));
        painter.setPen(c.muted);
        painter.drawText(QPointF(xOf(tick), bottom + metrics.ascent() + Space::S1),
                         briefNumber(m_context.format.locale(), tick));
    }
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar &bar = m_bars.at(i);
        const double top = i * row;
        painter.setPen(c.text);
        const QString words = metrics.elidedText(tr("%1: %2", "version: figures").arg(bar.name, figuresOf(bar)),
                                                 Qt::ElideRight, width());
        const QRectF line(0, top, metrics.horizontalAdvance(words) + Space::S1, metrics.height());
        painter.fillRect(line, c.surface); // the grid stays behind the words
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words);
        const double y = top + metrics.height() + Space::S1;
        const QColor ink = c.series.at(std::size_t(bar.series) % c.series.size());
        QColor tint = ink;
        tint.setAlphaF(0.35F);
        const double median = xOf(bar.p50.value_or(0));
        const double most95 = std::max(median, xOf(bar.p95.value_or(0)));
        const double most99 = std::max(most95, xOf(bar.p99.value_or(0)));
        painter.fillRect(QRectF(median, y, most95 - median, LatencyBarHeight), tint);
        painter.fillRect(QRectF(0, y, median, LatencyBarHeight), ink);
        if (!bar.p99)
            continue;
        painter.setPen(QPen(ink, 2));
        painter.drawLine(QPointF(most95, y + LatencyBarHeight / 2.0), QPointF(most99, y + LatencyBarHeight / 2.0));
        painter.drawLine(QPointF(most99, y + 2), QPointF(most99, y + LatencyBarHeight - 2));
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartlegend.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace
{
constexpr int Swatch = 12;
constexpr int LongestName = 280; // pixels
}

ChartLegend::ChartLegend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChartLegend::setData(const ChartData &chart)
{
    m_entries.clear();
    m_style = chart.style;
    for (const ChartSeries &series : chart.series) {
        if (!series.name.isEmpty())
            m_entries.append({series.name, series.ink});
    }
    if (!chart.sumName.isEmpty())
        m_entries.append({chart.sumName, {}, Entry::Kind::Sum});
    if (!chart.before.isEmpty())
        m_entries.append({chart.beforeName, {}, Entry::Kind::Before});
    setFixedHeight(heightForWidth(width()));
    update();
}

QString ChartLegend::shown(const Entry &entry) const
{
    return QFontMetrics(m_theme.font(TextStyle::Small)).elidedText(entry.name, Qt::ElideRight, LongestName);
}

int ChartLegend::arrange(int width, QList<QRect> *places) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Small));
    const int height = metrics.height() + Space::S1;
    int x = 0;
    int y = 0;
    for (const Entry &entry : m_entries) {
        const int length = Swatch + Space::S2 + metrics.horizontalAdvance(shown(entry)) + 1;
        if (x > 0 && x + length > width) {
            x = 0;
            y += height;
        }
        if (places)
            places->append(QStyle::visualRect(layoutDirection(), {0, 0, width, height}, {x, y, length, height}));
        x += length + Space::S4;
    }
    return m_entries.isEmpty() ? 0 : y + height;
}

int ChartLegend::heightForWidth(int width) const { return arrange(width, nullptr); }

QSize ChartLegend::sizeHint() const { return {Space::S4 * 20, heightForWidth(std::max(width(), Space::S4 * 20))}; }

void ChartLegend::resizeEvent(QResizeEvent *) { setFixedHeight(heightForWidth(width())); }

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_theme.font(TextStyle::Small));
    const Colours &c = m_theme.colours();
    QList<QRect> places;
    arrange(width(), &places);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        const auto place = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), places.at(i), r); };
        QRect mark(places.at(i).left(), 0, Swatch, Swatch);
        mark.moveTop(places.at(i).center().y() - Swatch / 2);
        mark = place(mark);
        if (entry.kind != Entry::Kind::Series || m_style == ChartStyle::Lines) {
            painter.setPen(entry.kind == Entry::Kind::Before    ? QPen(c.muted, 1.5, Qt::DashLine)
                               : entry.kind == Entry::Kind::Sum ? QPen(c.muted, 2)
                                                                : entry.ink.pen(c, 3));
            painter.drawLine(mark.left(), mark.center().y(), mark.right(), mark.center().y());
        } else {
            entry.ink.swatch(painter, mark, c);
        }
        painter.setPen(c.text);
        painter.drawText(place(places.at(i).adjusted(Swatch + Space::S2, 0, 0, 0)),
                         int(Qt::AlignVCenter | Qt::AlignLeading), shown(entry));
    }
}

bool ChartLegend::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QList<QRect> places;
    arrange(width(), &places);
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (places.at(i).contains(help->pos()) && shown(m_entries.at(i)) != m_entries.at(i).name) {
            QToolTip::showText(help->globalPos(), m_entries.at(i).name, this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

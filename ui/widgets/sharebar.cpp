// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sharebar.h"

#include "models/items/displayformat.h"
#include "ui/theme/paint.h"

ShareBar::ShareBar(const Theme &theme, const DisplayFormat &format, const QString &label, qint64 part, qint64 whole,
                   int series, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_share(whole > 0 ? double(part) / double(whole) : 0)
    , m_series(series)
{
    m_figure = tr("%1 · %2", "count, share").arg(format.integer(part), format.percent(m_share));
    setText(label);
    setAccessibleName(tr("%1: %2", "label: figure").arg(label, m_figure));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ShareBar::sizeHint() const { return {Space::S4 * 12, fontMetrics().height() + Space::S4}; }

void ShareBar::paintEvent(QPaintEvent *)
{
    const Colours &c = m_theme.colours();
    QPainter painter(this);
    if (underMouse() || hasFocus())
        fillRound(painter, rect(), Radius::Small, c.hover, {});
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const QRect words(0, 0, width(), fontMetrics().height() + Space::S1);
    painter.setPen(c.text);
    painter.drawText(words, int(Qt::AlignVCenter | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft)), text());
    painter.setPen(c.muted);
    painter.drawText(words, int(Qt::AlignVCenter | (rightToLeft ? Qt::AlignLeft : Qt::AlignRight)), m_figure);
    const QRectF groove(0, words.bottom() + Space::S1, width(), 6);
    fillRound(painter, groove, 3, c.border, {});
    QRectF part = groove;
    part.setWidth(std::max<qreal>(6, groove.width() * m_share));
    if (rightToLeft)
        part.moveRight(groove.right());
    fillRound(painter, part, 3, c.series.at(std::size_t(m_series) % c.series.size()), {});
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/usagebar.h"

#include "models/items/displayformat.h"
#include "ui/theme/paint.h"

UsageBar::UsageBar(const Theme &theme, const DisplayFormat &format, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_format(format)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void UsageBar::setValue(const UsageValue &value)
{
    m_value = value;
    const QString words
        = tr("%1 of %2 tokens used this month (%3)")
              .arg(m_format.integer(value.used), m_format.integer(value.limit), m_format.percent(value.share()));
    setToolTip(words);
    setAccessibleName(words);
    update();
}

QSize UsageBar::sizeHint() const { return {30 * Space::S1, Space::S2}; }

void UsageBar::paint(QPainter &painter, const QRect &rect, const UsageValue &value, const Colours &colours,
                     Qt::LayoutDirection direction)
{
    QRectF groove(rect);
    groove.setHeight(6);
    groove.moveCenter(QRectF(rect).center());
    fillRound(painter, groove, 3, colours.border, {});
    QRectF used = groove;
    used.setWidth(groove.width() * std::min(1.0, value.share()));
    const bool rightToLeft = direction == Qt::RightToLeft;
    if (rightToLeft)
        used.moveRight(groove.right());
    if (used.width() > 0) {
        used.setWidth(std::max<qreal>(used.width(), 6));
        const Tone tone = value.tone();
        fillRound(painter, used, 3, tone == Tone::Accent ? colours.accent : colours.of(tone), {});
    }
    const qreal mark = rightToLeft ? groove.right() - groove.width() * 0.8 : groove.left() + groove.width() * 0.8;
    painter.fillRect(QRectF(mark, groove.top() - 2, 1, groove.height() + 4), colours.borderStrong);
}

void UsageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_value, m_theme.colours(), layoutDirection());
}

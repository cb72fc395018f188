// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taglabel.h"

#include "ui/widgets/celldelegate.h"

#include <QPainter>

TagLabel::TagLabel(const Theme &theme, const TagValue &tag, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setTag(tag);
}

void TagLabel::setTag(const TagValue &tag)
{
    m_tag = tag;
    setAccessibleName(tag.text);
    updateGeometry();
    update();
}

QSize TagLabel::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption));
    const bool dotted = m_tag.tone != Tone::Accent && m_tag.tone != Tone::Neutral;
    return {metrics.horizontalAdvance(m_tag.text) + 2 * Space::S2 + (dotted ? Space::S3 : 0) + 1,
            metrics.height() + Space::S2};
}

void TagLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_tag.text.isEmpty())
        CellDelegate::paintTag(painter, rect(), m_tag, m_theme, layoutDirection());
}

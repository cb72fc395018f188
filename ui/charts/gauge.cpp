// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/gauge.h"

#include <QPainter>

#include <algorithm>

namespace
{
constexpr int Diameter = 108;
constexpr int Width = 9;
constexpr int Start = 225; // degrees; the arc runs clockwise over Sweep
constexpr int Sweep = 270;
}

Gauge::Gauge(const Theme &theme, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(label)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setValue({}, tr("not known"), {}, Tone::Neutral);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Gauge::setValue(std::optional<double> value, const QString &figure, const QString &note, Tone tone)
{
    m_value = value;
    m_figure = value ? figure : tr("not known");
    m_note = note;
    m_tone = tone;
    setAccessibleName(tr("%1: %2", "name of a figure: figure").arg(m_label, m_figure));
    setAccessibleDescription(note);
    setToolTip(note.isEmpty() ? accessibleName() : note);
    updateGeometry();
    update();
}

QSize Gauge::sizeHint() const
{
    const QFontMetrics label(m_theme.font(TextStyle::Body));
    const QFontMetrics note(m_theme.font(TextStyle::Small));
    return {std::max({Diameter, label.horizontalAdvance(m_label), note.horizontalAdvance(m_note)}) + Space::S2,
            Diameter + label.height() + note.height()};
}

void Gauge::paintEvent(QPaintEvent *)
{
    const Colours &c = m_theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF arc((width() - Diameter) / 2.0 + Width, Width, Diameter - 2 * Width, Diameter - 2 * Width);
    painter.setPen(QPen(c.border, Width, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(arc, Start * 16, -Sweep * 16);
    if (m_value && *m_value > 0) {
        painter.setPen(QPen(m_tone == Tone::Neutral || m_tone == Tone::Accent ? c.accent : c.of(m_tone), Width,
                            Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(arc, Start * 16, int(-Sweep * 16 * std::clamp(*m_value, 0.0, 100.0) / 100));
    }
    painter.setPen(m_value ? c.text : c.muted);
    painter.setFont(m_theme.font(m_value ? TextStyle::Title : TextStyle::Small));
    painter.drawText(arc, Qt::AlignCenter, m_figure);
    const auto line = [&](TextStyle style, const QColor &ink, int y, const QString &text) {
        painter.setFont(m_theme.font(style));
        painter.setPen(ink);
        const QFontMetrics metrics(painter.font());
        painter.drawText(QRect(0, y, width(), metrics.height()), Qt::AlignHCenter | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, width()));
        return y + metrics.height();
    };
    const int y = line(TextStyle::Body, c.text, Diameter - Space::S2, m_label);
    line(TextStyle::Small, m_tone == Tone::Warning || m_tone == Tone::Bad ? c.of(m_tone) : c.muted, y, m_note);
}

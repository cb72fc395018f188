// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stattile.h"

#include "ui/theme/paint.h"

using namespace Qt::StringLiterals;

StatTile::StatTile(const Theme &theme, const QString &label, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_figure(u"–"_s)
{
    setText(label);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setOpens(false);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StatTile::setFigure(const QString &figure, const QString &note, Tone tone)
{
    m_figure = figure;
    m_note = note;
    m_tone = tone;
    setAccessibleName(tr("%1: %2", "name of a figure: figure").arg(text(), figure));
    setAccessibleDescription(note);
    update();
}

void StatTile::setOpens(bool opens, const QString &explanation)
{
    m_opens = opens;
    setFocusPolicy(opens ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(explanation);
}

QSize StatTile::sizeHint() const
{
    const QFontMetrics label(m_theme.font(TextStyle::Body));
    const QFontMetrics figure(m_theme.font(TextStyle::Figure));
    const QFontMetrics note(m_theme.font(TextStyle::Small));
    const int text = std::max({label.horizontalAdvance(this->text()) + Space::S6, figure.horizontalAdvance(m_figure),
                               note.horizontalAdvance(m_note)});
    return {text + 2 * Space::S4, label.height() + figure.height() + note.height() + 2 * Space::S4};
}

QSize StatTile::minimumSizeHint() const { return {std::min(sizeHint().width(), Space::S4 * 12), sizeHint().height()}; }

void StatTile::paintEvent(QPaintEvent *)
{
    const Colours &c = m_theme.colours();
    QPainter painter(this);
    const bool hot = m_opens && underMouse();
    fillRound(painter, rect(), Radius::Large, hot ? c.hover : c.window, {});
    if (hasFocus())
        strokeRound(painter, rect(), Radius::Large, c.accent, 1.5);
    const QRect r = rect().adjusted(Space::S4, Space::S3, -Space::S4, -Space::S3);
    const int start = int(layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    const auto line = [&](TextStyle style, const QColor &ink, int y, const QString &words) {
        painter.setFont(m_theme.font(style));
        painter.setPen(ink);
        const QFontMetrics metrics(painter.font());
        painter.drawText(QRect(r.left(), y, r.width(), metrics.height()), start,
                         metrics.elidedText(words, Qt::ElideRight, r.width()));
        return y + metrics.height();
    };
    int y = line(TextStyle::Body, c.muted, r.top(), text());
    y = line(TextStyle::Figure, m_figure == QChar(0x2013) ? c.faint : c.text, y + Space::Half, m_figure);
    line(TextStyle::Small, m_tone == Tone::Neutral ? c.muted : c.of(m_tone), y, m_note);
    if (!m_opens)
        return;
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const QRect mark(rightToLeft ? r.left() : r.right() - 14, r.top(), 16, 16);
    m_theme.icon(rightToLeft ? u"chevron-left"_s : u"chevron-right"_s, &Colours::faint).paint(&painter, mark);
}

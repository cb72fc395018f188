// SPDX-License-Identifier: GPL-3.0-or-later
// How Style draws single controls; which control is drawn by whom is decided in style.cpp.
#include "ui/theme/iconengine.h"
#include "ui/theme/paint.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QSvgRenderer>
#include <QToolButton>

using namespace Qt::StringLiterals;

void Style::drawGlyph(QPainter &painter, const QRect &rect, const QString &icon, const QColor &ink) const
{
    const auto colours = std::make_shared<Colours>(m_theme.colours());
    colours->muted = ink;
    const int side = std::min({rect.width(), rect.height(), 16});
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    IconEngine(icon, colours, &Colours::muted).paint(&painter, square, QIcon::Normal, QIcon::Off);
}

void Style::drawButtonPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool hovered = enabled && option.state.testFlag(State_MouseOver);
    const bool down = option.state.testFlag(State_Sunken) || option.state.testFlag(State_On);
    const QString rank = widget ? widget->property("rank").toString() : QString();
    const bool quiet = rank == "quiet"_L1 || (rank.isEmpty() && qobject_cast<const QToolButton *>(widget));
    QColor fill = c.surface;
    QColor edge = c.borderStrong;
    if (rank == "primary"_L1) {
        fill = hovered || down ? c.accentHover : c.accent;
        edge = fill;
    } else if (rank == "danger"_L1) {
        fill = hovered || down ? c.bad.darker(110) : c.bad;
        edge = fill;
    } else if (quiet) {
        fill = down ? c.accentSoft : hovered ? c.hover : QColor(Qt::transparent);
        edge = QColor();
    } else if (hovered || down) {
        fill = c.hover;
    }
    if (!enabled && !quiet) {
        fill = c.sunken;
        edge = c.border;
    }
    fillRound(painter, option.rect, Radius::Medium, fill, edge);
    if (enabled && option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange))
        strokeRound(painter, QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), Radius::Small,
                    rank == "primary"_L1 || rank == "danger"_L1 ? c.onAccent : c.accent, 1.5);
}

void Style::drawLabel(QPainter &painter, const QRect &rect, const QIcon &icon, const QString &text, const QColor &ink,
                      const QStyleOption &option) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const QRect words = option.fontMetrics.boundingRect(rect, int(Qt::AlignCenter | Qt::TextShowMnemonic), text);
    const int gap = icon.isNull() ? 0 : 16 + (text.isEmpty() ? 0 : Space::S2);
    const int advance = text.isEmpty() ? 0 : words.width();
    QRect all(0, 0, std::min(rect.width(), advance + gap), rect.height());
    all.moveCenter(rect.center());
    if (!icon.isNull()) {
        const QRect mark = visualRect(option.direction, all, {all.left(), all.center().y() - 7, 16, 16});
        icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    if (text.isEmpty())
        return;
    painter.setPen(enabled ? ink : m_theme.colours().faint);
    const QRect place = visualRect(option.direction, all, all.adjusted(gap, 0, 0, 0));
    painter.drawText(
        place, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine | Qt::TextDontClip),
        text);
}

void Style::drawButtonLabel(const QStyleOption *option, QPainter &painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return;
    const Colours &c = m_theme.colours();
    const QString rank = widget ? widget->property("rank").toString() : QString();
    const QColor ink = rank == "primary"_L1 ? c.onAccent : rank == "danger"_L1 ? c.onBad : c.text;
    drawLabel(painter, button->rect, button->icon, button->text, ink, *option);
}

void Style::drawToolButton(const QStyleOptionComplex *option, QPainter &painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (!button)
        return;
    drawButtonPanel(*option, painter, widget);
    const bool words = button->toolButtonStyle != Qt::ToolButtonIconOnly || button->icon.isNull();
    drawLabel(painter, button->rect, button->icon, words ? button->text : QString(), m_theme.colours().text, *option);
}

void Style::drawField(const QStyleOption &option, QPainter &painter, bool wrong) const
{
    const Colours &c = m_theme.colours();
    const bool focus = option.state.testFlag(State_HasFocus);
    const bool enabled = option.state.testFlag(State_Enabled);
    fillRound(painter, option.rect, Radius::Medium, enabled ? c.surface : c.sunken,
              enabled ? c.borderStrong : c.border);
    if (wrong || focus)
        strokeRound(painter, option.rect, Radius::Medium, wrong ? c.bad : c.accent, focus ? 1.5 : 1);
}

void Style::drawCheck(const QStyleOption &option, QPainter &painter) const
{
    const Colours &c = m_theme.colours();
    const bool on = option.state.testFlag(State_On);
    const bool some = option.state.testFlag(State_NoChange);
    const bool enabled = option.state.testFlag(State_Enabled);
    const QColor fill = !enabled ? c.sunken : on || some ? c.accent : c.surface;
    const bool focus = option.state.testFlag(State_HasFocus);
    fillRound(painter, option.rect, Radius::Small, fill,
              enabled && (on || some) && !focus ? c.accent
                  : focus                       ? c.text
                  : enabled                     ? c.faint // its edge is all there is to see of it
                                                : c.borderStrong);
    if (on || some)
        drawGlyph(painter, option.rect.adjusted(2, 2, -2, -2), some ? u"minus"_s : u"check"_s,
                  enabled ? c.onAccent : c.faint);
}

void Style::drawRadio(const QStyleOption &option, QPainter &painter) const
{
    const Colours &c = m_theme.colours();
    const bool on = option.state.testFlag(State_On);
    const qreal radius = option.rect.width() / 2.0;
    fillRound(painter, option.rect, radius, on ? c.accent : c.surface, on ? c.accent : c.faint);
    if (on)
        fillRound(painter, QRectF(option.rect).adjusted(5, 5, -5, -5), radius, c.onAccent, {});
    if (option.state.testFlag(State_HasFocus))
        strokeRound(painter, option.rect, radius, c.text, 1);
}

void Style::drawHeader(const QStyleOption *option, QPainter &painter, const QWidget *) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    const Colours &c = m_theme.colours();
    QRect text = option->rect;
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    // The arrow stands behind the word, not at the far edge.
    const int arrow = sorted ? Space::S4 : 0;
    painter.setFont(m_theme.font(TextStyle::Caption));
    const QFontMetrics metrics(painter.font());
    const bool trailing = header->textAlignment & Qt::AlignRight;
    QRect words = text.adjusted(0, 0, -arrow, 0);
    const QString shown = metrics.elidedText(header->text, Qt::ElideRight, words.width());
    painter.setPen(sorted ? c.text : c.muted);
    painter.drawText(words, int(Qt::AlignVCenter | (trailing ? Qt::AlignRight : Qt::AlignLeft)), shown);
    if (!sorted)
        return;
    const bool rightToLeft = option->direction == Qt::RightToLeft;
    const int x = trailing ? words.right() + Space::Half
        : rightToLeft      ? words.right() + Space::Half
                           : words.left() + metrics.horizontalAdvance(shown) + Space::S1;
    // Qt's "SortUp" is what an ascending order shows in most styles: the arrow points to the larger value.
    drawGlyph(painter, {x, text.center().y() - 6, 12, 12},
              header->sortIndicator == QStyleOptionHeader::SortDown ? u"arrow-up"_s : u"arrow-down"_s, c.text);
}

void Style::drawTab(const QStyleOption *option, QPainter &painter) const
{
    const Colours &c = m_theme.colours();
    painter.fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.border);
    if (option->state.testFlag(State_Selected))
        painter.fillRect(
            QRect(option->rect.left() + Space::S2, option->rect.bottom() - 1, option->rect.width() - Space::S4, 2),
            c.accent);
    if (option->state.testFlag(State_HasFocus))
        strokeRound(painter, option->rect.adjusted(2, 2, -2, -3), Radius::Small, c.accent, 1.5);
}

void Style::drawMenuItem(const QStyleOption *option, QPainter &painter, const QWidget *) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Colours &c = m_theme.colours();
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(item->rect.left(), item->rect.center().y(), item->rect.width(), 1), c.border);
        return;
    }
    const bool enabled = item->state.testFlag(State_Enabled);
    if (item->state.testFlag(State_Selected) && enabled)
        fillRound(painter, item->rect, Radius::Small, c.hover, {});
    const auto place = [item](const QRect &r) { return visualRect(item->direction, item->rect, r); };
    const QRect r = item->rect.adjusted(Space::S2, 0, -Space::S2, 0);
    const QRect mark = place({r.left(), r.top(), 16, r.height()});
    if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item->checked)
            drawGlyph(painter, mark, u"check"_s, c.accentText);
    } else if (!item->icon.isNull()) {
        QRect square(0, 0, 16, 16);
        square.moveCenter(mark.center());
        item->icon.paint(&painter, square, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter.setFont(item->font);
    painter.setPen(enabled ? c.text : c.faint);
    const QRect words = place({r.left() + Space::S6, r.top(), r.width() - Space::S6, r.height()});
    const int flags = int(Qt::AlignVCenter | Qt::TextHideMnemonic | Qt::TextSingleLine);
    const bool rightToLeft = item->direction == Qt::RightToLeft;
    painter.drawText(words, flags | int(rightToLeft ? Qt::AlignRight : Qt::AlignLeft), item->text.section(u'\t', 0, 0));
    painter.setPen(enabled ? c.muted : c.faint);
    if (item->text.contains(u'\t'))
        painter.drawText(words, flags | int(rightToLeft ? Qt::AlignLeft : Qt::AlignRight),
                         item->text.section(u'\t', 1));
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        drawGlyph(painter, place({r.right() - 14, r.top(), 14, r.height()}),
                  rightToLeft ? u"chevron-left"_s : u"chevron-right"_s, c.muted);
}

void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter &painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    const Colours &c = m_theme.colours();
    const QRectF slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool active = option->state.testFlag(State_MouseOver) || option->state.testFlag(State_Sunken);
    const QRectF thumb
        = bar->orientation == Qt::Horizontal ? slider.adjusted(2, 4, -2, -2) : slider.adjusted(4, 2, -2, -2);
    fillRound(painter, thumb, std::min(thumb.width(), thumb.height()) / 2, active ? c.faint : c.borderStrong, {});
}

void Style::drawComboBox(const QStyleOptionComplex *option, QPainter &painter, const QWidget *widget) const
{
    drawField(*option, painter, widget && widget->property("wrong").toBool());
    drawGlyph(painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), u"chevron-down"_s,
              option->state.testFlag(State_Enabled) ? m_theme.colours().muted : m_theme.colours().faint);
}

void Style::drawSpinBox(const QStyleOptionComplex *option, QPainter &painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    const Colours &c = m_theme.colours();
    drawField(*option, painter, widget && widget->property("wrong").toBool());
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const bool up = spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled);
    const bool down = spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled);
    drawGlyph(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget).adjusted(0, 2, 0, 0), u"chevron-up"_s,
              up ? c.muted : c.faint);
    drawGlyph(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget).adjusted(0, 0, 0, -2),
              u"chevron-down"_s, down ? c.muted : c.faint);
}

void Style::drawProgress(const QStyleOption *option, QPainter &painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    const Colours &c = m_theme.colours();
    QRectF groove = bar->rect;
    groove.setHeight(std::min<qreal>(groove.height(), 6));
    groove.moveCenter(QRectF(bar->rect).center());
    fillRound(painter, groove, 3, c.border, {});
    const bool unknown = bar->maximum <= bar->minimum;
    const qreal share = unknown ? 0.35 : qreal(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
    QRectF done = groove;
    done.setWidth(groove.width() * std::clamp<qreal>(share, 0, 1));
    if (option->direction == Qt::RightToLeft)
        done.moveRight(groove.right());
    fillRound(painter, done, 3, c.accent, {});
}

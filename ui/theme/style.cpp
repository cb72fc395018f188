// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace
{
bool isField(const QWidget *widget)
{
    return widget && (widget->inherits("QLineEdit") || widget->inherits("QAbstractSpinBox"));
}

/// A list in a box of its own, not one in a popup or a table.
bool isBoxedList(const QWidget *widget)
{
    const auto *list = qobject_cast<const QListView *>(widget);
    return list && list->frameShape() == QFrame::StyledPanel && !list->inherits("QComboBoxListView");
}

// Field edge to text, for all fields. A line edit adds two pixels to what it is given.
constexpr int FieldInset = Space::S3;
constexpr int SpinEditInset = Space::S1; // of the line edit inside a spin box or a date edit

QRect withinMargin(const QStyleOption &option, const QRect &line, const QWidget *widget)
{
    const int over = widget ? widget->property("overMargin").toInt() : 0;
    return QStyle::visualRect(option.direction, line, line.adjusted(0, 0, -over, 0));
}

/// What takes another value when the wheel turns over it.
bool isTurnedByWheel(const QWidget *widget)
{
    return qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QSlider *>(widget);
}

bool isWrong(const QWidget *widget) { return widget && widget->property("wrong").toBool(); }
}

Style::Style(const Theme &theme)
    : QProxyStyle(u"Fusion"_s)
    , m_theme(theme)
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QHeaderView *>(widget) || qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // Tool tips and message boxes guess, and what strangers wrote into a name would be run: HTML reads files.
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    if (qobject_cast<QDialog *>(widget)) {
        widget->setBackgroundRole(QPalette::Base);
        widget->setAutoFillBackground(true);
    }
    if (auto *text = qobject_cast<QPlainTextEdit *>(widget)) { // or its square corners lie over the round frame
        text->viewport()->setAutoFillBackground(false);
        text->document()->setDocumentMargin(FieldInset - 1);
    }
    if (isBoxedList(widget)) {
        auto *list = static_cast<QListView *>(widget);
        list->viewport()->setAutoFillBackground(false);
        list->setFrameStyle(list->frameStyle()); // takes the metric again, which it asked for before it was a list
    }
    if (qobject_cast<QMenu *>(widget)) { // the corners of its rounded frame
        widget->setWindowFlag(Qt::FramelessWindowHint);
        widget->setWindowFlag(Qt::NoDropShadowWindowHint);
        widget->setAttribute(Qt::WA_TranslucentBackground);
    }
    if (isTurnedByWheel(widget)) {
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus); // the wheel alone does not give it the focus
        widget->installEventFilter(this);
    }
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore(); // it is for what scrolls around the field
        return true;
    }
    return QProxyStyle::eventFilter(watched, event);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return ScrollBarWidth;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return Space::S2;
    case PM_HeaderMargin:
        return Space::S2;
    case PM_FocusFrameHMargin:
        return Space::S2 - 1; // views add one: cells then stand below their headers
    case PM_HeaderMarkSize:
        return 12;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? Space::S6 : Space::S3;
    case PM_LayoutHorizontalSpacing:
        return Space::S3;
    case PM_LayoutVerticalSpacing:
        return Space::S2;
    case PM_SplitterWidth:
        return 1;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return Space::S1;
    case PM_ToolTipLabelFrameWidth:
        return Space::S2;
    case PM_DefaultFrameWidth:
        return isField(widget) ? Space::Half : isBoxedList(widget) ? 1 + Space::S1 : 1;
    case PM_ProgressBarChunkWidth:
        return 1;
    case PM_TabBarTabHSpace:
        return Space::S6;
    case PM_TabBarTabVSpace:
        return Space::S4;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    return which == SP_LineEditClearButton ? m_theme.icon(u"x"_s, &Colours::muted)
                                           : QProxyStyle::standardIcon(which, option, widget);
}

QPixmap Style::generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap, const QStyleOption *option) const
{
    return mode == QIcon::Selected ? pixmap : QProxyStyle::generatedIconPixmap(mode, pixmap, option);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Table_GridLineColor:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Header_ArrowAlignment:
        return hint == SH_Header_ArrowAlignment ? int(Qt::AlignRight | Qt::AlignVCenter) : 1;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_UnderlineShortcut:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    // One height for all controls of a row, in steps of the grid and with the text's size.
    const int control = controlHeight(option ? option->fontMetrics : QFontMetrics(QApplication::font()));
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        int width = size.width() + 2 * Space::S3 + (button && !button->icon.isNull() ? Space::S2 : 0);
        if (button && button->features.testFlag(QStyleOptionButton::HasMenu))
            width += Space::S2;
        return {width, control};
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (button && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty())
            return {option->fontMetrics.horizontalAdvance(button->text) + 2 * Space::S2
                        + (button->icon.isNull() ? 0 : 16 + Space::S2),
                    control};
        return {control, control};
    }
    case CT_LineEdit:
        return {size.width(), control};
    case CT_ComboBox: // what stands beside the edit field; see subControlRect()
        return {size.width() + Space::S3 + Space::S8 + Space::S1, control};
    case CT_SpinBox:
        return {size.width() + Space::S6 + Space::S3, control};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), 2 * Space::S1 + 1};
        const int tab = item ? item->reservedShortcutWidth : 0;
        const int text = item ? item->fontMetrics.horizontalAdvance(item->text.section(u'\t', 0, 0)) : size.width();
        return {text + tab + Space::S12 + Space::S8 + Space::S6, option->fontMetrics.height() + Space::S3};
    }
    case CT_HeaderSection: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->orientation == Qt::Horizontal)
            return {header->fontMetrics.horizontalAdvance(header->text) + 2 * Space::S2
                        + (header->sortIndicator == QStyleOptionHeader::None ? Space::Half : SortMarkRoom),
                    control};
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
    case CT_TabBarTab:
        return {size.width() + Space::S2, control + Space::S1};
    case CT_ItemViewItem: { // delegates leave the size open: the text decides
        const QSize natural = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {natural.width(), std::max(natural.height(), option->fontMetrics.height() + Space::S3)};
    }
    case CT_ProgressBar:
        return {size.width(), Space::S1 + Space::Half};
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const bool inside = widget && widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox");
        const int inset = FieldInset - Space::Half - (inside ? SpinEditInset : 0);
        return inside ? visualRect(option->direction, option->rect, option->rect.adjusted(inset, 0, 0, 0))
                      : option->rect.adjusted(inset, 1, -inset, -1);
    }
    case SE_HeaderLabel:
        return option->rect.adjusted(Space::S2, 0, -Space::S2, 0);
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto mirrored = [option](const QRect &r) { return visualRect(option->direction, option->rect, r); };
    const QRect r = option->rect;
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) { // a date edit with a calendar asks for it, too
        const bool edit = widget && widget->inherits("QAbstractSpinBox");
        return mirrored(r.adjusted(edit ? SpinEditInset : FieldInset - 1, 1, -Space::S8, -1));
    }
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return mirrored({r.right() - Space::S6 - Space::Half, r.top(), Space::S6, r.height()});
    if (control == CC_SpinBox) {
        const int width = Space::S6;
        if (part == SC_SpinBoxEditField)
            return mirrored(r.adjusted(SpinEditInset, 1, -width, -1));
        if (part == SC_SpinBoxUp)
            return mirrored({r.right() - width, r.top() + 1, width, r.height() / 2 - 1});
        if (part == SC_SpinBoxDown)
            return mirrored({r.right() - width, r.center().y() + 1, width, r.height() / 2 - 1});
    }
    if (control == CC_ScrollBar) { // no arrows: the groove is all of it
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine))
            return {};
        if (bar && part == SC_ScrollBarGroove)
            return r;
        if (bar && (part == SC_ScrollBarSlider || part == SC_ScrollBarAddPage || part == SC_ScrollBarSubPage))
            return scrollBarPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        return drawButtonPanel(*option, *painter, widget);
    case PE_PanelLineEdit:
        if (widget && widget->parentWidget()
            && (widget->parentWidget()->inherits("QAbstractSpinBox") || widget->parentWidget()->inherits("QComboBox")))
            return;
        return drawField(*option, *painter, isWrong(widget));
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_IndicatorTabClose:
    case PE_FrameStatusBarItem:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheck(*option, *painter);
    case PE_IndicatorRadioButton:
        return drawRadio(*option, *painter);
    case PE_FrameFocusRect: {
        if (qobject_cast<const QAbstractItemView *>(widget)) // the row is marked as a whole
            return;
        return strokeRound(*painter, option->rect, Radius::Small, c.accent, 1.5);
    }
    case PE_IndicatorHeaderArrow: // drawHeader() puts it behind the word
        return;
    case PE_IndicatorArrowDown:
        return drawGlyph(*painter, option->rect, u"chevron-down"_s, c.muted);
    case PE_IndicatorArrowUp:
        return drawGlyph(*painter, option->rect, u"chevron-up"_s, c.muted);
    case PE_IndicatorArrowRight:
        return drawGlyph(*painter, option->rect, u"chevron-right"_s, c.muted);
    case PE_IndicatorArrowLeft:
        return drawGlyph(*painter, option->rect, u"chevron-left"_s, c.muted);
    case PE_PanelMenu:
        return fillRound(*painter, option->rect, Radius::Medium, c.raised, c.border);
    case PE_FrameMenu:
    case PE_PanelStatusBar:
    case PE_PanelMenuBar:
        return;
    case PE_FrameTabBarBase: // the line goes on behind the last tab
        if (qobject_cast<const QTabBar *>(widget))
            painter->fillRect(withinMargin(*option, QRect(0, widget->height() - 1, widget->width(), 1), widget),
                              c.border);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, c.raised);
        painter->setPen(c.borderStrong);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
        if (widget && qobject_cast<const QAbstractScrollArea *>(widget)
            && qobject_cast<const QAbstractScrollArea *>(widget)->frameShape() == QFrame::NoFrame)
            return;
        if (qobject_cast<const QPlainTextEdit *>(widget))
            return drawField(*option, *painter, isWrong(widget));
        return strokeRound(*painter, option->rect, Radius::Medium,
                           isWrong(widget)                              ? c.bad
                               : option->state.testFlag(State_HasFocus) ? c.accent
                                                                        : c.borderStrong,
                           1);
    case PE_PanelItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        const bool selected = option->state.testFlag(State_Selected);
        const bool under = option->state.testFlag(State_MouseOver);
        if (selected || under)
            painter->fillRect(option->rect, selected ? c.accentSoft : c.hover);
        else if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        return;
    }
    case PE_PanelItemViewRow:
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, c.surface);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    switch (element) {
    case CE_PushButtonLabel:
        return drawButtonLabel(option, *painter, widget);
    case CE_ItemViewItem: {
        auto item = *qstyleoption_cast<const QStyleOptionViewItem *>(option);
        item.palette.setColor(QPalette::HighlightedText, c.text); // the selection is a soft tint
        return QProxyStyle::drawControl(element, &item, painter, widget);
    }
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, c.surface);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.border);
        return;
    case CE_HeaderLabel:
        return drawHeader(option, *painter, widget);
    case CE_MenuItem:
        return drawMenuItem(option, *painter, widget);
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, c.window);
        return;
    case CE_MenuBarItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        painter->fillRect(option->rect, c.window);
        if (option->state.testFlag(State_Selected))
            fillRound(*painter, option->rect.adjusted(1, 1, -1, -1), Radius::Small, c.hover, {});
        drawItemText(painter, option->rect, Qt::AlignCenter | Qt::TextHideMnemonic, option->palette,
                     option->state.testFlag(State_Enabled), item ? item->text : QString(), QPalette::WindowText);
        return;
    }
    case CE_TabBarTabShape:
        return drawTab(option, *painter);
    case CE_ProgressBar:
        return drawProgress(option, *painter);
    case CE_Splitter:
        painter->fillRect(withinMargin(*option, option->rect, widget), c.border);
        return;
    case CE_ShapedFrame:
        return QProxyStyle::drawControl(element, option, painter, widget);
    case CE_ScrollBarSlider:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        return drawScrollBar(option, *painter, widget);
    case CC_ComboBox:
        return drawComboBox(option, *painter, widget);
    case CC_SpinBox:
        return drawSpinBox(option, *painter, widget);
    case CC_ToolButton:
        return drawToolButton(option, *painter, widget);
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

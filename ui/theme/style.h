// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class Theme;

/// How controls look: Fusion's behaviour and metrics, drawn flat from the theme. Buttons say their rank by the dynamic
/// property "rank": "primary", "danger", "quiet"; what reaches over the page's margin, so that scroll bars stand there,
/// says by how many pixels in "overMargin": its lines end at the margin. The wheel changes a field only while that has
/// the focus, or scrolling a form would.
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    static constexpr int ScrollBarWidth = 12;
    static constexpr int SortMarkRoom = 20; ///< what the header of a sortable column wants beside its words

    explicit Style(const Theme &theme);

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    QPixmap generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap, const QStyleOption *option) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
    bool uses(const Theme &theme) const { return &m_theme == &theme; }

private:
    void drawButtonPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawField(const QStyleOption &option, QPainter &painter, bool wrong) const;
    void drawButtonLabel(const QStyleOption *option, QPainter &painter, const QWidget *widget) const;
    void drawToolButton(const QStyleOptionComplex *option, QPainter &painter, const QWidget *widget) const;
    void drawLabel(QPainter &painter, const QRect &rect, const QIcon &icon, const QString &text, const QColor &ink,
                   const QStyleOption &option) const;
    void drawCheck(const QStyleOption &option, QPainter &painter) const;
    void drawRadio(const QStyleOption &option, QPainter &painter) const;
    void drawHeader(const QStyleOption *option, QPainter &painter, const QWidget *widget) const;
    void drawTab(const QStyleOption *option, QPainter &painter) const;
    void drawMenuItem(const QStyleOption *option, QPainter &painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter &painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComplex *option, QPainter &painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionComplex *option, QPainter &painter, const QWidget *widget) const;
    void drawProgress(const QStyleOption *option, QPainter &painter) const;
    void drawGlyph(QPainter &painter, const QRect &rect, const QString &icon, const QColor &ink) const;

    const Theme &m_theme;
};

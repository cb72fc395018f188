// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/themedlabel.h"

ThemedLabel::ThemedLabel(const Theme &theme, TextStyle style, QColor Colours::*ink, const QString &text,
                         QWidget *parent)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_style(style)
    , m_ink(ink)
{
    setForegroundRole(QPalette::WindowText); // whatever it stands on
    setTextFormat(Qt::PlainText); // names come from the server
    connect(&theme, &Theme::changed, this, &ThemedLabel::restyle);
    restyle();
}

void ThemedLabel::setInk(QColor Colours::*ink)
{
    m_ink = ink;
    restyle();
}

void ThemedLabel::setIcon(const QString &name, int side)
{
    m_icon = name;
    m_side = side;
    restyle();
}

void ThemedLabel::restyle()
{
    setFont(m_theme.font(m_style));
    QPalette own;
    own.setColor(QPalette::WindowText, m_theme.colours().*m_ink);
    setPalette(own);
    if (!m_icon.isEmpty())
        setPixmap(m_theme.icon(m_icon, m_ink).pixmap(QSize(m_side, m_side), devicePixelRatioF()));
}

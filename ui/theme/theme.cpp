// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/iconengine.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace
{
Colours light()
{
    Colours c;
    c.window = 0xf6f6f8;
    c.surface = 0xffffff;
    c.sunken = 0xf1f1f4;
    c.raised = 0xffffff;
    c.border = 0xe5e5ea;
    c.borderStrong = 0xcfcfd8;
    c.text = 0x18181d;
    c.muted = 0x5c5c68;
    c.faint = 0x8f8f9b;
    c.accent = 0x4f46e5;
    c.accentHover = 0x4338ca;
    c.accentSoft = 0xececfd;
    c.accentText = 0x4338ca;
    c.onAccent = 0xffffff;
    c.hover = 0xededf1;
    c.good = 0x157a3c;
    c.goodSoft = 0xe5f5ea;
    c.warning = 0x9a5b06;
    c.warningSoft = 0xfcf1dd;
    c.bad = 0xc2261c;
    c.badSoft = 0xfdeae8;
    c.onBad = 0xffffff;
    c.production = 0xd0281e;
    c.skeleton = 0xebebef;
    c.shadow = QColor(20, 20, 40, 26);
    c.series
        = {QColor(0x4f46e5), QColor(0x0d9488), QColor(0xd97706), QColor(0xdb2777), QColor(0x0284c7), QColor(0x65a30d)};
    return c;
}

Colours dark()
{
    Colours c;
    c.window = 0x111215;
    c.surface = 0x18191d;
    c.sunken = 0x131417;
    c.raised = 0x222329;
    c.border = 0x2a2b31;
    c.borderStrong = 0x41424b;
    c.text = 0xededf2;
    c.muted = 0xa5a6b2;
    c.faint = 0x73747f;
    c.accent = 0x6a62ee;
    c.accentHover = 0x7d76f5;
    c.accentSoft = 0x2a2852;
    c.accentText = 0xaaa5ff;
    c.onAccent = 0xffffff;
    c.hover = 0x24252b;
    c.good = 0x5fce8b;
    c.goodSoft = 0x163323;
    c.warning = 0xe9b45e;
    c.warningSoft = 0x3a2c12;
    c.bad = 0xff8a80;
    c.badSoft = 0x41201e;
    c.onBad = 0x2a0705;
    c.production = 0xe5484d;
    c.skeleton = 0x25262c;
    c.shadow = QColor(0, 0, 0, 110);
    c.series
        = {QColor(0x8b85ff), QColor(0x2dd4bf), QColor(0xfbbf24), QColor(0xf472b6), QColor(0x38bdf8), QColor(0xa3e635)};
    return c;
}

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}
}

QColor Colours::of(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return muted;
    case Tone::Accent:
        return accentText;
    case Tone::Good:
        return good;
    case Tone::Warning:
        return warning;
    case Tone::Bad:
        return bad;
    }
    return text;
}

QColor Colours::softOf(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return hover;
    case Tone::Accent:
        return accentSoft;
    case Tone::Good:
        return goodSoft;
    case Tone::Warning:
        return warningSoft;
    case Tone::Bad:
        return badSoft;
    }
    return hover;
}

Theme::Theme(const QFont &base, QObject *parent)
    : QObject(parent)
    , m_base(base)
    , m_systemDark(isDarkPalette(QGuiApplication::palette()))
    , m_colours(std::make_shared<Colours>(m_systemDark ? dark() : light()))
{
    if (QFontDatabase::families().contains(u"Inter"_s))
        m_base.setFamilies({u"Inter"_s, base.family()});
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_systemDark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        m_systemDark = scheme == Qt::ColorScheme::Dark;
        update();
    });
#endif
}

Theme::~Theme()
{
    const auto *style = qApp ? dynamic_cast<const Style *>(QApplication::style()) : nullptr;
    if (style && style->uses(*this)) // it would go on asking for colours
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
}

void Theme::install(QApplication &application)
{
    m_application = &application;
    application.setStyle(new Style(*this)); // the application owns it
    application.setFont(font(TextStyle::Body));
    update();
}

void Theme::setMode(Mode mode)
{
    if (std::exchange(m_mode, mode) != mode)
        update();
}

const std::array<QColor, 6> &Theme::choices()
{
    static const std::array<QColor, 6> chosen = light().series;
    return chosen;
}

bool Theme::isDark() const { return m_mode == Mode::Dark || (m_mode == Mode::System && m_systemDark); }

QString Theme::toWord(Mode mode)
{
    return mode == Mode::Light ? u"light"_s : mode == Mode::Dark ? u"dark"_s : u"system"_s;
}

Theme::Mode Theme::fromWord(const QString &word)
{
    return word == "light"_L1 ? Mode::Light : word == "dark"_L1 ? Mode::Dark : Mode::System;
}

void Theme::update()
{
    *m_colours = isDark() ? dark() : light();
    if (m_application)
        m_application->setPalette(palette());
    emit changed();
}

QFont Theme::font(TextStyle style) const
{
    QFont font = m_base;
    const qreal size = m_base.pointSizeF();
    switch (style) {
    case TextStyle::Hero:
        font.setPointSizeF(size * 1.9);
        font.setWeight(QFont::DemiBold);
        font.setLetterSpacing(QFont::PercentageSpacing, 98);
        break;
    case TextStyle::Title:
        font.setPointSizeF(size * 1.4);
        font.setWeight(QFont::DemiBold);
        font.setLetterSpacing(QFont::PercentageSpacing, 99);
        break;
    case TextStyle::Heading:
        font.setPointSizeF(size * 1.1);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Body:
        break;
    case TextStyle::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Small:
        font.setPointSizeF(size * 0.92);
        break;
    case TextStyle::Caption:
        font.setPointSizeF(size * 0.86);
        font.setWeight(QFont::Medium);
        break;
    case TextStyle::Figure:
        font.setPointSizeF(size * 1.9);
        font.setWeight(QFont::DemiBold);
        font.setLetterSpacing(QFont::PercentageSpacing, 98);
        break;
    case TextStyle::Code:
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(size * 0.95);
        break;
    }
    return font;
}

QPalette Theme::palette() const
{
    const Colours &c = *m_colours;
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.sunken);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.bad);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accentText);
    p.setColor(QPalette::LinkVisited, c.accentText);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Light, c.raised);
    p.setColor(QPalette::Midlight, c.border);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.borderStrong);
    p.setColor(QPalette::Shadow, c.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.faint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, c.faint);
    return p;
}

QIcon Theme::icon(const QString &name) const { return icon(name, &Colours::muted); }

QIcon Theme::icon(const QString &name, QColor Colours::*ink) const
{
    return QIcon(new IconEngine(name, m_colours, ink)); // the icon owns it
}

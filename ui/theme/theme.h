// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/cellvalue.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

#include <array>
#include <memory>

class QApplication;

/// Every colour of the program, once for light and once for dark.
struct Colours {
    QColor window; ///< behind everything
    QColor surface; ///< panes, tables, cards
    QColor sunken; ///< navigation, headers, wells
    QColor raised; ///< menus, toasts
    QColor border;
    QColor borderStrong; ///< of controls
    QColor text;
    QColor muted; ///< second-rank text; 4.5:1 or better on every background above
    QColor faint; ///< disabled text and placeholders
    QColor accent;
    QColor accentHover;
    QColor accentSoft; ///< selection
    QColor accentText; ///< accent-coloured text on surface
    QColor onAccent;
    QColor hover; ///< under the pointer
    QColor good, goodSoft, warning, warningSoft, bad, badSoft;
    QColor onBad;
    QColor production; ///< the frame around the window
    QColor skeleton;
    QColor shadow;
    std::array<QColor, 6> series; ///< charts

    QColor of(Tone tone) const;
    QColor softOf(Tone tone) const;
};

/// Distances, on a grid of 4 device-independent pixels.
namespace Space
{
inline constexpr int Half = 2;
inline constexpr int S1 = 4;
inline constexpr int S2 = 8;
inline constexpr int S3 = 12;
inline constexpr int S4 = 16;
inline constexpr int S5 = 20;
inline constexpr int S6 = 24;
inline constexpr int S8 = 32;
inline constexpr int S12 = 48;
}

namespace Radius
{
inline constexpr qreal Small = 4;
inline constexpr qreal Medium = 6;
inline constexpr qreal Large = 10;
}

enum class TextStyle { Hero, Title, Heading, Body, Strong, Small, Caption, Figure, Code };

/// Palette, type scale and icons for both themes, switched live. GUI thread; outlives every widget and style.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    /// `base`: the body font. The palette at this moment says whether the system is dark.
    explicit Theme(const QFont &base, QObject *parent = nullptr);
    ~Theme() override;

    void install(QApplication &application); ///< style, palette and font, now and at each change

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const;
    static QString toWord(Mode mode); ///< "system", "light", "dark": for settings
    static Mode fromWord(const QString &word);

    const Colours &colours() const { return *m_colours; }
    /// Colours that people choose for things of their own. They are kept, so they do not change with the theme.
    static const std::array<QColor, 6> &choices();
    QFont font(TextStyle style) const;
    QPalette palette() const;

    /// A bundled icon by its Lucide name. Follows the theme by itself, is drawn from the SVG at every size and scale.
    QIcon icon(const QString &name) const;
    QIcon icon(const QString &name, QColor Colours::*ink) const;

signals:
    void changed();

private:
    void update();

    QFont m_base;
    Mode m_mode = Mode::System;
    bool m_systemDark = false;
    std::shared_ptr<Colours> m_colours; // shared with the icon engines
    QApplication *m_application = nullptr;
};

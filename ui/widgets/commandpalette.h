// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <QPointer>

#include <functional>

class QLineEdit;
class QListWidget;

/// One thing the palette can do.
struct PaletteEntry {
    QString title;
    QString group; ///< "Pane", "Action", a pane's title for its rows
    QString icon;
    QString shortcut = {};
    QString whyNot = {}; ///< not empty: shown, but cannot be chosen
    std::function<void()> run;
};

/// Ctrl+K: panes, actions and rows by a few letters.
class CommandPalette : public Card
{
    Q_OBJECT
public:
    using Find = std::function<QList<PaletteEntry>(const QString &text)>;

    CommandPalette(const Theme &theme, Find find, QWidget *parent);

    void open(const QString &text = {});
    void close();
    void forget(); ///< closes, and lets go of what it found

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update(const QString &text);
    void choose();

    const Theme &m_theme;
    Find m_find;
    QLineEdit *m_edit;
    QListWidget *m_list;
    QList<PaletteEntry> m_entries;
    QPointer<QWidget> m_before; // had the focus
};

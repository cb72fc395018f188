// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/context.h"
#include "ui/support/declaration.h"

#include <QWidget>

class QAction;
class QHBoxLayout;

/// Something to tell the person in passing, with one thing to do about it at most (such as undoing it).
struct Notice {
    QString text;
    Tone tone = Tone::Neutral;
    QString action = {}; ///< translated; empty: none
    std::function<void()> run = {};
};

/// A row that the palette can jump to.
struct RowHit {
    QString id;
    QString title;
    QString subtitle;
};

/// One page of the main window. Loads when it is opened first, not before.
class Pane : public QWidget
{
    Q_OBJECT
public:
    Pane(const QString &id, const QString &title, const QString &icon, QWidget *parent = nullptr);

    const QString &id() const { return m_id; }
    const QString &title() const { return m_title; }
    const QString &icon() const { return m_icon; }
    const QList<QAction *> &commands() const { return m_commands; } ///< for menu and palette

    virtual QList<QAction *> rowCommands() const { return {}; } ///< those that are about the selected row

    virtual void activate() = 0; ///< it becomes the current one; loads what it lacks
    virtual void refresh() = 0; ///< what it shows, anew
    virtual QDateTime loadedAt() const = 0; ///< UTC; null: not yet
    virtual bool focusSearch() { return false; }
    virtual bool canSearch() const { return false; } ///< on the server
    virtual void search(const QString &) { }
    virtual void stepRow(int) { } ///< selects the row so many further down
    virtual void clearSelection() { }
    virtual QList<RowHit> rowsLike(const QString &, int) const { return {}; } ///< among the rows held
    virtual void revealRow(const QString &) { }
    /// What another pane asks to see; replaces the filters in force.
    virtual void showFiltered(const QMap<QString, QString> &, const QMap<QString, QString> &) { }

signals:
    void loaded();
    void detailsChanged(const Details &details);
    void noticed(const Notice &notice);
    void openPaneRequested(const QString &pane, const QMap<QString, QString> &filters,
                           const QMap<QString, QString> &filterNames);

protected:
    QAction *addCommand(const QString &name, const QString &text, const QIcon &icon = {});
    /// A row that begins with the title, as high with buttons as without, so that nothing moves from pane to pane.
    QHBoxLayout *makeHead(const Theme &theme) const;

private:
    QString m_id;
    QString m_title;
    QString m_icon;
    QList<QAction *> m_commands;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QTimer;
class QToolButton;

/// Search and the buttons that say what a table shows and how.
class TableToolbar : public QWidget
{
    Q_OBJECT
public:
    TableToolbar(const Theme &theme, const QString &searchPlaceholder, QWidget *parent = nullptr);

    QString searchText() const;
    void setSearchText(const QString &text); ///< without searchChanged()
    void focusSearch();
    QMenu &filterMenu() { return *m_filterMenu; }
    QMenu &viewsMenu() { return *m_viewsMenu; }
    QMenu &columnsMenu() { return *m_columnsMenu; }
    void setCompact(bool compact);
    void setCutColumns(const QStringList &titles); ///< chosen, but there is no room for them
    void setFiltersOffered(bool offered);
    void setExportOffered(bool offered);
    void setExportPossible(bool possible); ///< false: there are no rows

signals:
    void searchChanged(const QString &text); ///< after a pause in typing, or at once by Return
    void compactToggled(bool compact);
    void exportRequested();

private:
    QToolButton *addButton(const QString &name, const QString &icon, const QString &text, const QString &explanation);

    const Theme &m_theme;
    QLineEdit *m_search;
    QTimer *m_pause;
    QHBoxLayout *m_row;
    QToolButton *m_filter;
    QToolButton *m_views;
    QToolButton *m_columns;
    QToolButton *m_density;
    QToolButton *m_export;
    QMenu *m_filterMenu;
    QMenu *m_viewsMenu;
    QMenu *m_columnsMenu;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/pagedtablemodelbase.h"
#include "ui/theme/theme.h"

#include <QJsonArray>
#include <QMap>
#include <QSet>
#include <QTableView>

class CellDelegate;
class DisplayFormat;

/// The table of every list: rows are selected by their id, so the selection outlives a reload; columns fill the width
/// until the person sets one, and those for which there is no room wait until there is, or the person asks for them.
class RowTable : public QTableView
{
    Q_OBJECT
public:
    RowTable(const Theme &theme, const DisplayFormat &format, PagedTableModelBase &model, QWidget *parent = nullptr);

    QStringList selectedIds() const; ///< in the order of the rows, as far as they are held
    QString currentId() const { return m_currentId; }
    void forgetSelection();
    bool selectId(const QString &id); ///< false: not among the rows held
    void step(int rows);

    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    void setPinned(const QString &columnId) { m_pinned = columnId; }
    void setColumnVisible(int column, bool visible);
    bool isPinned(int column) const;
    bool wantsColumn(int column) const { return m_wanted.value(column); } ///< though there may be no room for it
    void resetColumns(); ///< as declared

    QJsonArray columnsState() const; ///< in visual order: {"id", "visible", "width"}; width only if set by hand
    void restoreColumns(const QJsonArray &state); ///< unknown columns are ignored, new ones stay as declared

signals:
    void selectedIdsChanged();
    void layoutEdited(); ///< order, widths or visibility, by the person
    void cutColumnsChanged(const QStringList &titles); ///< wanted, but there is no room for them
    void columnsMenuRequested(const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void setUpHeader();
    void fitColumns();
    void measureTags(int first, int last);
    int declaredWidth(int column) const;
    int preferredWidth(int column) const; ///< as declared, or as its tags want
    void showSort();
    void takeSort(int column, Qt::SortOrder order);
    void applyRowHeight();
    void hoverOver(int row);
    void followRows();
    void shiftRows(int from, int by);
    void takeChanged(int first, int last);
    void restoreSelection(int first, int last);

    PagedTableModelBase &m_model;
    CellDelegate *m_delegate;
    int m_hoveredRow = -1;
    QMap<int, QString> m_idOfRow; ///< of the selected rows
    QSet<QString> m_lost; ///< selected before their rows went, not seen again yet
    bool m_following = false; ///< the selection changes because rows did, not by the person
    bool m_followed = false; ///< since the last answer
    QList<bool> m_wanted; ///< columns to show
    bool m_chosen = false; ///< by the person: then they are all shown, if need be by scrolling
    QHash<int, int> m_handWidths; ///< logical column → pixels
    QHash<int, int> m_tagWidths; ///< of the widest tag seen in a column
    QString m_currentId;
    QString m_pinned;
    QStringList m_cut; ///< titles
    bool m_compact = false;
    bool m_fitting = false;
};

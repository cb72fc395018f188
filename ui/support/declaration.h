// SPDX-License-Identifier: GPL-3.0-or-later
// A table pane in one declaration: what TablePane needs besides its model.
#pragma once

#include "models/items/cellvalue.h"
#include "models/items/column.h"

#include <QKeySequence>
#include <QList>
#include <QPair>
#include <QStringList>

#include <functional>

/// How a person gives a filter's value besides its choices.
enum class FilterInput {
    None, ///< only by a choice, or by other panes
    Text, ///< typed
    Date, ///< a day; the value is ISO 8601
};

/// A filter the server understands, offered as a menu and shown as a chip.
struct FilterSpec {
    QString key; ///< API parameter
    QString label; ///< translated
    /// API value → translated label. Empty, without input: the value is set by other panes only and shown as it was
    /// named there.
    QList<QPair<QString, QString>> choices = {};
    FilterInput input = FilterInput::None;
};

/// Something to do with the selected rows: toolbar, context menu, menu bar, palette and shortcut come from this row.
struct RowAction {
    QString id; ///< object name of its QAction
    QString text; ///< translated
    QString icon = {}; ///< Lucide name
    QKeySequence shortcut = {};
    QString explanation = {}; ///< tool tip, translated
    bool changes = true; ///< needs the right to change things
    bool many = false; ///< works on several rows at once
    bool destructive = false;
    bool general = false; ///< about the list, not its rows: a button beside the title, needs no selection
    /// Why it cannot be done with these rows; empty: it can. Asked when there is a selection.
    std::function<QString(const QStringList &ids)> whyNot = {};
    std::function<void(const QStringList &ids)> run = {};
};

struct DetailField {
    QString label; ///< translated
    QVariant value;
    CellFormat format = CellFormat::Text;

    friend bool operator==(const DetailField &, const DetailField &) = default;
};

struct DetailSection {
    QString title; ///< translated; empty: none
    QList<DetailField> fields;

    friend bool operator==(const DetailSection &, const DetailSection &) = default;
};

/// What the drawer shows of one row.
struct Details {
    QString id; ///< empty: no row
    QString title;
    QString subtitle;
    TagValue state = {};
    QList<DetailSection> sections;
    QString curl; ///< a shell line that reads this row; holds no secret
    QString kind = {}; ///< the audit log's word for such a row, "user"; empty: it has no history there

    friend bool operator==(const Details &, const Details &) = default;
};

struct TableDeclaration {
    QString id; ///< stable name: object names, saved state
    QString title; ///< translated
    QString icon; ///< Lucide name
    QString searchPlaceholder;
    QString defaultSort; ///< API column, '-' prefix for descending
    QList<FilterSpec> filters = {};
    QList<RowAction> actions = {};
    std::function<QString(qint64 rows)> countInWords; ///< "1 user", translated
    QString emptyTitle; ///< when there is nothing at all
    QString emptyHint; ///< what to do about it
    QString pinnedColumn = {}; ///< cannot be hidden
    std::function<Details(int row)> details;
};

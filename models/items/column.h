// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <functional>

/// How a cell's value becomes text and how a view draws it.
enum class CellFormat {
    Text,
    Identifier, ///< drawn in the fixed-width face
    Integer,
    Money, ///< Money; an invalid variant is an unknown amount
    Duration, ///< seconds, shown as minutes and seconds
    Timestamp, ///< QDateTime in UTC; shown in the zone of DisplayFormat
    Tag, ///< TagValue
    Usage, ///< UsageValue
    Change, ///< ChangeValue
};

/// Whether such values are compared by their digits and stand right-aligned.
constexpr bool isFigure(CellFormat format)
{
    return format == CellFormat::Integer || format == CellFormat::Money || format == CellFormat::Duration;
}

/// What a view needs to know of a column, whatever the rows are.
struct ColumnInfo {
    QString id; ///< stable name, for saved views and CSV
    QString title; ///< translated
    QString sortKey = {}; ///< the API's column name; empty: the server cannot sort by it
    CellFormat format = CellFormat::Text;
    int width = 16; ///< in average characters
    bool visible = true; ///< before the user chooses columns
    QString explanation = {}; ///< tool tip of the header, translated
};

/// One column over rows of a type: the declaration a pane writes.
template<typename Row>
struct Column : ColumnInfo {
    std::function<QVariant(const Row &)> value = {};
};

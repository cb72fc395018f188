// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/page.h"

#include <QStringList>

#include <optional>

/// Writes every row that a query matches to a CSV file. Implemented by app/. GUI thread.
class RowExport
{
public:
    virtual ~RowExport() = default;
    /// The number of rows written. Progress counts rows; its maximum is 0 while the total is unknown. Cancelling the
    /// future ends it and leaves no file behind. `columns` are column ids in the order to write.
    /// The server writes the file and nobody counts its rows: run() gives bytes, and its progress is in KiB.
    virtual bool countsBytes() const { return false; }
    /// Whether files begin with a byte order mark, by which Excel knows their text as UTF-8; the choice is remembered.
    /// No value: there is none to make.
    virtual std::optional<bool> marksEncoding() const { return {}; }
    virtual void setMarksEncoding(bool) { }
    virtual QFuture<Result<qint64>> run(const PageQuery &query, const QStringList &columns, const QString &path) = 0;
};

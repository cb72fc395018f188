// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/async.h"
#include "models/domain/page.h"
#include "services/export/csvwriter.h"

#include <QObject>
#include <QPointer>
#include <QSaveFile>

#include <functional>
#include <memory>

struct CsvOptions {
    bool byteOrderMark = false;
    int pageSize = 100; ///< rows a request
};

/// Writes every row that a query matches to a file, page by page, so that no more than one page is in memory. The file
/// appears (or replaces the old one) when all of it is written; a cancelled or failed export leaves nothing behind. GUI
/// thread.
class CsvExporter : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The number of rows written. The future's progress counts rows, its maximum is 0 while the total is unknown;
    /// cancelling it ends the export. `source` outlives the export or the exporter dies first. `query.cursor` is
    /// ignored.
    template<typename T>
    QFuture<Result<qint64>> run(PageSource<T> &source, PageQuery query, const QStringList &header,
                                std::function<QStringList(const T &)> fields, const QString &path,
                                CsvOptions options = {});
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/page.h"
#include "services/api/whenover.h"
#include "services/export/csvwriter.h"

#include <QObject>
#include <QPromise>
#include <QSaveFile>

#include <functional>
#include <memory>

struct CsvOptions {
    bool byteOrderMark = false; ///< for spreadsheets that guess the encoding
    int pageSize = 100; ///< rows a request, 1 to 100
};

/// The file of one running export, with its count. Not for use outside CsvExporter.
class CsvFile
{
public:
    CsvFile(const QString &path, const QStringList &header, const CsvOptions &options);

    std::optional<Error> open(); ///< writes the header
    std::optional<Error> write(const QStringList &fields);
    Result<qint64> commit(); ///< the number of rows
    qint64 rows() const { return m_rows; }

private:
    Error failure() const;

    QSaveFile m_file;
    CsvWriter m_writer;
    QStringList m_header;
    qint64 m_rows = 0;
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
    /// cancelling it ends the export, as does the exporter's death. `source` outlives the exporter. `query.cursor` is
    /// ignored.
    template<typename T>
    QFuture<Result<qint64>> run(PageSource<T> &source, const PageQuery &query, const QStringList &header,
                                std::function<QStringList(const T &)> fields, const QString &path,
                                const CsvOptions &options = {})
    {
        auto run = std::make_shared<Run<T>>(source, query, std::move(fields), path, header, options);
        run->promise.start();
        const auto future = run->promise.future();
        if (const auto error = run->file.open()) {
            run->end(*error);
            return future;
        }
        auto *watcher = new QFutureWatcher<Result<qint64>>(this);
        connect(watcher, &QFutureWatcherBase::canceled, this, [run] { run->page.cancel(); });
        connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(future);
        next<T>(run);
        return future;
    }

private:
    template<typename T>
    struct Run {
        Run(PageSource<T> &s, const PageQuery &q, std::function<QStringList(const T &)> f, const QString &path,
            const QStringList &header, const CsvOptions &options)
            : source(s)
            , query(q)
            , fields(std::move(f))
            , file(path, header, options)
        {
            query.cursor.clear();
            query.limit = options.pageSize;
        }
        void end(const Result<qint64> &result)
        {
            promise.addResult(result);
            promise.finish();
        }
        /// True when another page has to come.
        bool take(const Page<T> &rows);

        PageSource<T> &source;
        PageQuery query;
        std::function<QStringList(const T &)> fields;
        CsvFile file;
        QPromise<Result<qint64>> promise;
        QFuture<Result<Page<T>>> page;
    };

    template<typename T>
    void next(const std::shared_ptr<Run<T>> &run)
    {
        run->page = run->source.fetch(run->query);
        whenOver(run->page, this, [this, run](const Result<Page<T>> &page) {
            if (!page)
                run->end(page.error());
            else if (run->promise.isCanceled())
                run->end(ErrorCode::Canceled);
            else if (run->take(*page))
                next<T>(run);
        });
    }
};

template<typename T>
bool CsvExporter::Run<T>::take(const Page<T> &rows)
{
    for (const T &row : rows.items) {
        if (const auto error = file.write(fields(row))) {
            end(*error);
            return false;
        }
    }
    promise.setProgressRange(0, int(rows.total.value_or(0)));
    promise.setProgressValue(int(file.rows()));
    if (rows.next.isEmpty()) {
        end(file.commit());
        return false;
    }
    if (rows.next == query.cursor) { // a server that sends the same page for ever
        end(ErrorCode::InvalidAnswer);
        return false;
    }
    query.cursor = rows.next;
    return true;
}

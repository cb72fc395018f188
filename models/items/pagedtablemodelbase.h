// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/page.h"
#include "models/items/column.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QTimer>

#include <optional>

class DisplayFormat;

/// A server-side list as a table: pages by cursor on demand, and the server sorts and filters.
///
/// Memory is bounded: the rows of the `ResidentPages` pages used last are held, of every other page only its cursor, so
/// that scrolling back fetches it again. While a page is away its cells are empty and `LoadingRole` is true.
/// One request at a time. An error stops all fetching until retry(), refresh() or reload(). GUI thread.
class PagedTableModelBase : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, ValueRole, LoadingRole };
    static constexpr int PageSize = 100;
    static constexpr int ResidentPages = 40;

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    bool canFetchMore(const QModelIndex &parent) const final;
    void fetchMore(const QModelIndex &parent) final;
    void sort(int column, Qt::SortOrder order) final; ///< on the server; ignored for a column it cannot sort by

    const QList<ColumnInfo> &columns() const { return m_columns; }
    int columnOf(const QString &id) const; ///< -1: none

    const QMap<QString, QString> &filters() const { return m_query.filters; }
    void setFilters(const QMap<QString, QString> &filters); ///< API parameter → value; empty values are left out
    const QString &sortOrder() const { return m_query.sort; }
    void setQuery(const QMap<QString, QString> &filters, const QString &sort); ///< both with one reload
    void prepareQuery(const QMap<QString, QString> &filters, const QString &sort); ///< for the load that comes
    PageQuery query() const { return m_query; } ///< of the first page

    void reload(); ///< from the first page, forgetting everything
    void refresh(); ///< the same rows again: what a view shows is fetched anew, in place
    void retry(); ///< after an error

    bool isLoading() const { return m_fetching >= 0; }
    bool hasLoaded() const { return m_loadedAt.isValid(); }
    const std::optional<Error> &error() const { return m_error; }
    std::optional<qint64> total() const { return m_total; } ///< rows that match, where the server says so
    bool isAtEnd() const { return m_atEnd; } ///< rowCount() is the whole list
    const QDateTime &loadedAt() const { return m_loadedAt; } ///< UTC, of the newest answer

    QString rowId(int row) const; ///< empty while the row is away
    int rowOf(const QString &id) const; ///< among the rows held; -1: none
    int residentRows() const;

signals:
    void loadingChanged(bool loading);
    void loadFailed(const Error &error);
    void loaded(); ///< an answer is in

protected:
    PagedTableModelBase(QList<ColumnInfo> columns, const DisplayFormat &format, QObject *parent);

    struct Arrived {
        int count = 0;
        QString lastId;
        QString next;
        std::optional<qint64> total;
    };

    /// Asks the source for a page; the answer comes back through arrive() or fail() with the same generation.
    virtual void startFetch(int page, const PageQuery &query, int generation) = 0;
    virtual QVariant value(int page, int offset, int column) const = 0;
    virtual QString idAt(int page, int offset) const = 0;
    virtual void drop(int page) = 0; ///< frees the page's rows
    virtual void dropAll() = 0;

    bool isCurrent(int generation) const { return generation == m_generation; }
    /// `store` puts the page's rows in place; it runs at the right moment between the model's signals.
    void arrive(int page, const Arrived &arrived, const std::function<void()> &store);
    void fail(const Error &error);
    int pageOf(int row) const;
    int offsetInPage(int row) const;
    bool isResident(int page) const { return m_resident.contains(page); }
    void rowChanged(int row);

private:
    struct PageSlot {
        QString cursor;
        QString lastId;
        int firstRow = 0;
        int count = 0;
    };

    void touch(int page) const;
    void pump();
    void setFetching(int page);
    void append(const Arrived &arrived, const std::function<void()> &store);
    void replace(int page, const Arrived &arrived, const std::function<void()> &store);
    void resize(int page, int count);
    void cutAfter(int page);
    void hold(int page);

    QList<ColumnInfo> m_columns;
    const DisplayFormat &m_format;
    PageQuery m_query;
    QList<PageSlot> m_pages;
    QString m_nextCursor;
    mutable QList<int> m_resident; ///< the page used last is last
    mutable QList<int> m_wanted; ///< pages a view shows that are away or stale, the latest last
    mutable QTimer m_wish; ///< gathers the wishes of one paint
    QList<int> m_stale;
    std::optional<Error> m_error;
    std::optional<qint64> m_total;
    QDateTime m_loadedAt;
    int m_generation = 0;
    int m_fetching = -1;
    bool m_asked = false; ///< reload() was called
    bool m_moreWanted = false;
    bool m_atEnd = false;
};

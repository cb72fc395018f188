// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/async.h"
#include "models/domain/page.h"
#include "models/items/column.h"
#include "models/items/pagedtablemodelbase.h"

#include <QHash>

/// PagedTableModelBase over rows of one type, declared by a column list. `source` outlives the model.
template<typename Row>
class PagedTableModel final : public PagedTableModelBase
{
public:
    PagedTableModel(PageSource<Row> &source, QList<Column<Row>> columns, std::function<QString(const Row &)> id,
                    const DisplayFormat &format, QObject *parent = nullptr)
        : PagedTableModelBase(QList<ColumnInfo>(columns.cbegin(), columns.cend()), format, parent)
        , m_source(source)
        , m_columns(std::move(columns))
        , m_id(std::move(id))
    {
    }

    /// The row, or null while it is away. Valid until control returns to the event loop.
    const Row *rowAt(int row) const
    {
        if (row < 0 || row >= rowCount())
            return nullptr;
        const auto page = m_rows.constFind(pageOf(row));
        return page == m_rows.cend() ? nullptr : &page->at(offsetInPage(row));
    }

    const Row *rowById(const QString &id) const { return rowAt(rowOf(id)); }

    /// Shows a row as the server answered it after a change; nothing happens when it is not held.
    void replaceRow(const Row &row)
    {
        const int at = rowOf(m_id(row));
        if (at < 0)
            return;
        m_rows[pageOf(at)][offsetInPage(at)] = row;
        rowChanged(at);
    }

private:
    void startFetch(int page, const PageQuery &query, int generation) override
    {
        whenDone(m_source.fetch(query), this, [this, page, generation](const Result<Page<Row>> &answer) {
            if (!isCurrent(generation)) // a newer query has made this answer worthless
                return;
            if (!answer)
                return fail(answer.error());
            const QList<Row> &items = answer->items;
            arrive(page,
                   {int(items.size()), items.isEmpty() ? QString() : m_id(items.last()), answer->next, answer->total},
                   [this, page, items] { m_rows.insert(page, items); });
        });
    }
    QVariant value(int page, int offset, int column) const override
    {
        const auto rows = m_rows.constFind(page);
        return rows == m_rows.cend() ? QVariant() : m_columns.at(column).value(rows->at(offset));
    }
    QString idAt(int page, int offset) const override
    {
        const auto rows = m_rows.constFind(page);
        return rows == m_rows.cend() ? QString() : m_id(rows->at(offset));
    }
    void drop(int page) override { m_rows.remove(page); }
    void dropAll() override { m_rows.clear(); }

    PageSource<Row> &m_source;
    QList<Column<Row>> m_columns;
    std::function<QString(const Row &)> m_id;
    QHash<int, QList<Row>> m_rows;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/page.h"
#include "models/items/column.h"

#include <QPromise>
#include <QTimer>

#include <memory>

struct FakeRow {
    qint64 number = 0;
};

inline QString idOf(const FakeRow &row) { return u'r' + QString::number(row.number); }

inline QList<Column<FakeRow>> fakeColumns()
{
    using namespace Qt::StringLiterals;
    return {
        {{u"number"_s, u"Number"_s, u"number"_s, CellFormat::Integer}, [](const FakeRow &row) { return row.number; }},
        {{u"id"_s, u"Id"_s, {}, CellFormat::Identifier}, [](const FakeRow &row) { return idOf(row); }}};
}

/// Hands out the numbers from `first` below `end` without `gone`, each answer after a turn of the event loop.
class FakeRows : public PageSource<FakeRow>
{
public:
    qint64 first = 0;
    qint64 end = 0;
    QList<qint64> gone;
    bool failing = false;
    bool circling = false; ///< every page names itself as the next
    QList<PageQuery> asked;

    QFuture<Result<Page<FakeRow>>> fetch(const PageQuery &query) override
    {
        asked << query;
        auto promise = std::make_shared<QPromise<Result<Page<FakeRow>>>>();
        promise->start();
        QTimer::singleShot(0, &m_alive, [this, query, promise] {
            promise->addResult(answer(query));
            promise->finish();
        });
        return promise->future();
    }

private:
    Result<Page<FakeRow>> answer(const PageQuery &query) const
    {
        if (failing)
            return Error{.code = ErrorCode::Unreachable, .requestId = QStringLiteral("req_1")};
        Page<FakeRow> page;
        qint64 next = query.cursor.isEmpty() ? first : query.cursor.toLongLong();
        for (; next < end && page.items.size() < query.limit; ++next) {
            if (!gone.contains(next))
                page.items.append(FakeRow{next});
        }
        if (next < end)
            page.next = QString::number(next);
        if (circling)
            page.next = query.cursor.isEmpty() ? QStringLiteral("0") : query.cursor;
        return page;
    }

    QObject m_alive; // a pending answer dies with the fake
};

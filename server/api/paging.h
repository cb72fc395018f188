// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/call.h"
#include "server/api/route.h"

#include <QJsonArray>

namespace api
{
/// Where a list goes on: the sort key of the last row seen. Clients get it as opaque text. It says nothing of who may
/// see what: a store filters by tenant all the same.
struct Cursor {
    QString sort; ///< what the list was sorted by when the cursor was made
    bool backward = false;
    QJsonArray key; ///< the row's values of the sort columns, the unique one last

    QString encode() const; ///< base64url, at most a few hundred characters for ordinary keys
    /// BadRequest for anything that encode() did not make, or that was made for another sort or number of columns.
    static Result<Cursor> decode(const QString &text, const QString &sort, qsizetype columns);
};

/// What is told to who made a cursor up.
Error badCursor();

/// The query schema of a list: page, limit and cursor, and `properties` ("\"role\":{…},\"search\":{…}").
Schema pagedQuery(const QByteArray &properties = {});

struct PageRequest {
    int page = 1; ///< 0: by cursor
    int limit = 50; ///< 1 to 100
    std::optional<Cursor> cursor;

    qint64 offset() const { return page > 1 ? qint64(page - 1) * limit : 0; }
    /// How many rows to ask for: one more tells whether there is a next page.
    int fetch() const { return limit + 1; }
};

/// From a query that fits pagedQuery(). BadRequest: a bad cursor, or page and cursor at once.
/// `sort` and `columns` are of the list as it will be sorted now.
Result<PageRequest> pageFrom(const QJsonObject &query, const QString &sort, qsizetype columns);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

/// One page of a server-side list.
template<typename T>
struct Page {
    QList<T> items;
    QString next; ///< opaque cursor of the next page; empty at the end
    std::optional<qint64> total = {}; ///< rows that match in all, where the server said so
};

struct PageQuery {
    QMap<QString, QString> filters = {}; ///< API parameter → value, e.g. "role" → "admin", "search" → "ada"
    QString sort = {}; ///< API column name, '-' prefix for descending; empty: the server's default
    QString cursor = {}; ///< from Page::next
    int limit = 100; ///< 1 to 100
};

/// Where a list model gets its rows. Implemented by services/api (HTTP) and by the tests (fakes). GUI thread.
template<typename T>
class PageSource
{
public:
    virtual ~PageSource() = default;
    virtual QFuture<Result<Page<T>>> fetch(const PageQuery &query) = 0;
};

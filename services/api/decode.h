// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/organization.h"
#include "models/domain/page.h"
#include "services/api/apirequest.h"

#include <QJsonArray>

#include <functional>

/// Reads the API's JSON. Unknown members are ignored, so that a newer server is understood; a missing one gives the
/// member's default. The documents spell some members in two ways (first_name, firstName): both are read.
namespace decode
{
/// ISO 8601 → UTC; anything else → null.
QDateTime time(const QJsonValue &value);

/// US dollars, as a JSON number or a decimal string; anything else → nothing. Exact up to 15 digits.
std::optional<Money> money(const QJsonValue &value);

/// The first of `names` that is there and not null.
QJsonValue member(const QJsonObject &object, std::initializer_list<QLatin1StringView> names);

/// `data` of an answer; the answer itself where a document shows no envelope.
QJsonObject data(const ApiAnswer &answer);

/// `pagination` of an answer, in whichever place its version keeps it.
QJsonObject pagination(const ApiAnswer &answer);

/// Fields that identify the thing are required: InvalidAnswer without "id".
Result<User> user(const QJsonObject &object);
Result<Organization> organization(const QJsonObject &object);

/// `rows` decoded one by one, with the cursor and total of `pagination`.
template<typename T>
Result<Page<T>> page(const QJsonArray &rows, const QJsonObject &pagination, Result<T> (*row)(const QJsonObject &))
{
    Page<T> page;
    page.items.reserve(rows.size());
    for (const auto &value : rows) {
        Result<T> item = row(value.toObject());
        if (!item)
            return item.error();
        page.items.append(*std::move(item));
    }
    page.next = pagination.value(QLatin1StringView("nextCursor")).toString();
    const QJsonValue total = pagination.value(QLatin1StringView("total"));
    if (total.isDouble())
        page.total = total.toInteger();
    return page;
}
}

/// Filters, sort, cursor and limit as query parameters. Empty filters are left out.
QMap<QString, QString> toParameters(const PageQuery &query);

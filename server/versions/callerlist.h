// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/keysetlist.h"
#include "server/usage/period.h"

#include <QDateTime>

namespace versions
{
struct CallerRow {
    qint64 seq = 0;
    QString kind; ///< "user", "access_key", "other"
    QString id;
    QString label; ///< e-mail address, name of the key; the id of who is gone
    QString organizationId; ///< empty: of several
    QString organizationName; ///< empty: it is gone
    qint64 requests = 0; ///< in the period, as is the next
    qint64 errors = 0;
    QDateTime lastSeenAt; ///< UTC; ever
    QString userAgent; ///< of a recent call
};

struct CallerFilter {
    QString version;
    usage::Period period;
    QString method = {}; ///< with `route`; empty: any
    QString route = {}; ///< who called this one in the period; empty: any
};

struct CallerPage {
    QList<CallerRow> rows;
    api::Pagination pagination;
};

const identity::ListTable &callerTable();

/// Who called a version in a period, by when they were last seen. On the connection's thread.
Result<CallerPage> listCallers(store::Connection &connection, const CallerFilter &filter, const QString &sort,
                               const api::PageRequest &page);

/// E-mail addresses of the owners of the organisations that called the version in the period; each once. Only active
/// owners of active organisations who did not turn notices off in their preferences.
Result<QStringList> ownersOfCallers(store::Connection &connection, const QString &version, const usage::Period &period);
}

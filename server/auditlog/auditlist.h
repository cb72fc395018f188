// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/entry.h"
#include "server/identity/keysetlist.h"

#include <QJsonObject>

namespace auditlog
{
/// Empty: all.
struct EntryFilter {
    QString search = {}; ///< in action, actor, address, target, key and request id, as far as they are shown
    QString action = {};
    QString outcome = {}; ///< "success", "failure"
    QString actorId = {};
    QString organizationId = {};
    QString targetType = {};
    QString targetId = {};
    QString address = {};
    std::optional<qint64> fromMs = {}; ///< included
    std::optional<qint64> untilMs = {}; ///< not included
    QString ownOf = {}; ///< users.id: what this user did, and what was done to the account

    bool isEmpty() const; ///< everything is shown
};

struct EntryPage {
    QList<audit::Entry> rows;
    api::Pagination pagination;
};

/// Newest first is "-at".
const identity::ListTable &entryTable();

/// Properties of a query that filterIn() reads, for api::pagedQuery() or an object schema of its own.
extern const QByteArray OwnFilterParameters;
extern const QByteArray FilterParameters;
/// BadRequest: a date that is none, or an end before its start. Dates are whole UTC days, the last one included.
Result<EntryFilter> filterIn(const QJsonObject &query);

/// On the connection's thread, as the next.
Result<EntryPage> listEntries(store::Connection &connection, const EntryFilter &filter, const QString &sort,
                              const api::PageRequest &page);
Result<audit::Entry> entryById(store::Connection &connection, const QString &id); ///< ResourceNotFound
}

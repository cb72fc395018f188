// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"

namespace audit
{
/// A row of `audit_entries`: text as it is stored and hashed, '' for none.
struct Entry {
    qint64 sequence = 0; ///< its place in the chain: from 1, without gaps
    QString id = {};
    qint64 at = 0; ///< ms UTC
    QString action = {};
    QString outcome = {}; ///< "success", "failure"
    QString organizationId = {};
    QString actorType = {}; ///< "user", "access_key", "system"
    QString actorId = {};
    QString actorEmail = {};
    QString keyId = {};
    QString sessionId = {};
    QString deviceId = {};
    QString address = {};
    QString userAgent = {};
    QString version = {};
    QString requestId = {};
    QString targetType = {};
    QString targetId = {};
    QString targetLabel = {};
    QString before = {}; ///< compact JSON of an object
    QString after = {};
    QString reverts = {};
    QString previousHash = {}; ///< SHA-256, hex; of the first entry ''
    QString hash = {};
    QString searchText = {};
    QString organizationName = {}; ///< where it was asked for

    QJsonObject beforeObject() const;
    QJsonObject afterObject() const;
};

/// The columns that readEntry() expects, of `audit_entries` under the alias `u`; `EntryColumnCount` of them.
extern const QString EntryColumns;
constexpr int EntryColumnCount = 25;

Entry readEntry(const store::Rows &rows);

/// What an entry's hash is: SHA-256, in hex, of "voxdesk audit 1\n", the previous hash and "\n", and then of each field
/// in the order of Entry, from sequence to reverts, "<name>:<bytes>:<UTF-8 text>\n". The names are those of the columns
/// (`seq`, `id`, `at`, …); numbers are decimal. The length before each text leaves one reading only.
QByteArray hashOf(const Entry &entry, const QString &previousHash);

/// A member of `before` and `after` that were too long to be kept whole.
inline const QString ShortenedMark = QStringLiteral("(shortened)");
bool isShortened(const Entry &entry);

/// What a search finds an entry by: folded, a line each.
QString searchTextOf(const Entry &entry);
}

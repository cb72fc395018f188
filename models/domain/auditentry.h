// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/page.h"

#include <QDateTime>
#include <QJsonObject>

/// Who did what is in an audit entry.
struct AuditActor {
    QString type = {}; ///< "user", "access_key", "system"
    QString id = {};
    QString email = {}; ///< or what the system says of itself
};

struct AuditTarget {
    QString type = {}; ///< "user", "agent", "version", …
    QString id = {};
    QString label = {}; ///< as it was called then
};

/// One change or sign-in, as the server wrote it down. Secrets are never in it.
struct AuditEntry {
    QString id;
    qint64 sequence = 0; ///< its place in the chain, from 1
    QDateTime at = {}; ///< UTC
    QString action = {}; ///< "user.updated"
    bool succeeded = true;
    QString organizationId = {};
    QString organizationName = {};
    AuditActor actor = {};
    QString keyId = {};
    QString sessionId = {};
    QString deviceId = {};
    QString address = {};
    QString userAgent = {};
    QString version = {}; ///< of the API; empty: not through the API
    QString requestId = {};
    AuditTarget target = {};
    QJsonObject before = {}; ///< only the members that changed
    QJsonObject after = {};
    QString hash = {};
    QString previousHash = {};
    bool revertible = false;
};

/// What became of one member.
struct FieldChange {
    enum class Kind { Added, Removed, Changed };

    QString path; ///< dotted
    Kind kind = Kind::Changed;
    QJsonValue before = QJsonValue::Undefined;
    QJsonValue after = QJsonValue::Undefined;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// Members of objects one by one, lists as a whole; in the order of their paths. Null counts as not there.
QList<FieldChange> changesBetween(const QJsonObject &before, const QJsonObject &after);

/// What checking the chain of hashes found.
struct AuditCheck {
    bool intact = false;
    qint64 checked = 0; ///< entries
    qint64 headSequence = 0; ///< of the newest; 0: there is none
    QString headHash = {};
    QString brokenId = {}; ///< the first entry that is not as it was written; empty: none
    qint64 brokenSequence = 0;
    QString reason = {}; ///< as the server says it
};

/// The audit log of the platform, newest first. Implemented by services/api and by the tests. GUI thread.
/// Filters: "search", "action", "outcome" ("success", "failure"), "actor_id", "organization_id", "target_type",
/// "target_id", "address", "start_date", "end_date" (days, UTC, inclusive).
class AuditLog : public PageSource<AuditEntry>
{
public:
    virtual QFuture<Result<AuditCheck>> verify() = 0;
    /// Puts back what the entry changed; answers the entry that this makes. ResourceConflict: it has changed since;
    /// ValidationError: it cannot be put back.
    virtual QFuture<Result<AuditEntry>> revert(const QString &id) = 0;
    /// Streams what the query matches as CSV into a file that appears when all of it is there. Gives its bytes; the
    /// progress is in KiB. Cancelling leaves nothing behind.
    virtual QFuture<Result<qint64>> exportTo(const PageQuery &query, const QString &path) = 0;
};

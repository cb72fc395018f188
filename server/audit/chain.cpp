// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/chain.h"

#include "server/identity/ids.h"
#include "server/store/bulkload.h"
#include "server/store/rowlock.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace audit
{
namespace
{
constexpr qsizetype LongestText = 500; // characters; what lists show
constexpr qsizetype LongestJson = 64 * 1024;

const QStringList Columns{
    u"seq"_s,          u"id"_s,          u"at"_s,          u"action"_s,     u"outcome"_s,       u"organization_id"_s,
    u"actor_type"_s,   u"actor_id"_s,    u"actor_email"_s, u"key_id"_s,     u"session_id"_s,    u"device_id"_s,
    u"address"_s,      u"user_agent"_s,  u"version"_s,     u"request_id"_s, u"target_type"_s,   u"target_id"_s,
    u"target_label"_s, u"before_json"_s, u"after_json"_s,  u"reverts"_s,    u"previous_hash"_s, u"hash"_s,
    u"search_text"_s};

QVariantList valuesOf(const Entry &e)
{
    return {e.sequence, e.id,           e.at,         e.action,    e.outcome,     e.organizationId, e.actorType,
            e.actorId,  e.actorEmail,   e.keyId,      e.sessionId, e.deviceId,    e.address,        e.userAgent,
            e.version,  e.requestId,    e.targetType, e.targetId,  e.targetLabel, e.before,         e.after,
            e.reverts,  e.previousHash, e.hash,       e.searchText};
}

/// What comes back from both engines as it went in.
QString stable(const QString &text, qsizetype most)
{
    QString kept = QString::fromUtf8(text.left(most).toUtf8());
    return kept.replace(QChar(0), QChar(QChar::ReplacementCharacter));
}

QJsonValue shortened(const QJsonValue &value)
{
    if (value.isString() && value.toString().size() > LongestText)
        return QString(value.toString().left(LongestText) % u"… ("_s % QString::number(value.toString().size())
                       % u" characters)"_s);
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = shortened(it.value());
        return object;
    }
    return value.isArray() ? QJsonValue(u"…"_s) : value;
}

QString jsonOf(const QJsonObject &object)
{
    if (object.isEmpty())
        return u""_s;
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (json.size() > LongestJson) {
        QJsonObject kept = shortened(object).toObject();
        kept.insert(ShortenedMark, true);
        json = QJsonDocument(kept).toJson(QJsonDocument::Compact);
    }
    return stable(QString::fromUtf8(json), json.size());
}

QString toStored(Actor::Type type)
{
    return type == Actor::Type::User ? u"user"_s : type == Actor::Type::AccessKey ? u"access_key"_s : u"system"_s;
}

void place(Entry &entry, const Link &after)
{
    entry.sequence = after.sequence + 1;
    entry.previousHash = after.hash;
    entry.hash = QString::fromLatin1(hashOf(entry, entry.previousHash));
}
}

Result<Link> end(store::Connection &connection, End which)
{
    auto rows = connection.query(u"SELECT seq, hash FROM audit_chain WHERE name = ?"_s,
                                 {which == End::Head ? u"head"_s : u"anchor"_s});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
    return Link{rows->integer(0), rows->text(1)};
}

Entry entryOf(const Actor &actor, const Change &change, qint64 nowMs)
{
    const auto text = [](const QString &value) { return stable(value, LongestText); };
    Entry entry{.id = identity::newId("audit"_L1, nowMs),
                .at = nowMs,
                .action = text(change.action),
                .outcome = change.outcome == Outcome::Success ? u"success"_s : u"failure"_s,
                .organizationId = text(change.organizationId),
                .actorType = toStored(actor.type),
                .actorId = text(actor.userId),
                .actorEmail = text(actor.email),
                .keyId = text(actor.keyId),
                .sessionId = text(actor.sessionId),
                .deviceId = text(actor.deviceId),
                .address = text(actor.address),
                .userAgent = text(actor.userAgent),
                .version = text(actor.version),
                .requestId = text(actor.requestId),
                .targetType = text(change.targetType),
                .targetId = text(change.targetId),
                .targetLabel = text(change.targetLabel),
                .before = jsonOf(change.before),
                .after = jsonOf(change.after),
                .reverts = text(change.reverts),
                .previousHash = {},
                .hash = {},
                .searchText = {}};
    entry.searchText = searchTextOf(entry);
    return entry;
}

Result<Link> lockedHead(store::Connection &connection)
{
    auto rows = connection.query(u"SELECT seq, hash FROM audit_chain WHERE name = 'head'"_s
                                 + store::forUpdate(connection));
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{.code = ErrorCode::InternalError, .log = u"the audit log has lost its head"_s};
    return Link{rows->integer(0), rows->text(1)};
}

Result<Done> append(store::Connection &connection, Entry entry)
{
    const auto head = lockedHead(connection);
    if (!head)
        return head.error();
    place(entry, *head);
    static const QString sql = u"INSERT INTO audit_entries ("_s % Columns.join(u", "_s) % u") VALUES ("_s
        % QStringList(Columns.size(), u"?"_s).join(u", "_s) % u')';
    const auto added = connection.execute(sql, valuesOf(entry)); // a trigger moves the head
    return added ? Result<Done>(Done{}) : added.error();
}

struct Backfill::Private {
    store::Connection &connection;
    store::BulkInsert rows;
    std::optional<Link> head = {};
};

Backfill::Backfill(store::Connection &connection)
    : d(new Private{connection, store::BulkInsert(connection, u"audit_entries"_s, Columns)})
{
}

Backfill::~Backfill() = default;

Result<Done> Backfill::add(const Actor &actor, const Change &change, qint64 atMs, const QString &id)
{
    if (!d->head) {
        const auto head = lockedHead(d->connection);
        if (!head)
            return head.error();
        d->head = *head;
    }
    Entry entry = entryOf(actor, change, atMs);
    if (!id.isEmpty())
        entry.id = id;
    place(entry, *d->head);
    d->head = Link{entry.sequence, entry.hash};
    return d->rows.add(valuesOf(entry));
}

Result<Done> Backfill::finish()
{
    if (const auto written = d->rows.flush(); !written)
        return written;
    if (!d->head)
        return Done{};
    const auto moved = d->connection.execute(u"UPDATE audit_chain SET seq = ?, hash = ? WHERE name = 'head'"_s,
                                             {d->head->sequence, d->head->hash});
    return moved ? Result<Done>(Done{}) : moved.error();
}
}

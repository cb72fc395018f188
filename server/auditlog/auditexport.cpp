// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auditlog/auditexport.h"

#include "models/domain/csv.h"
#include "server/api/isotime.h"

using namespace Qt::StringLiterals;

namespace auditlog
{
namespace
{
constexpr int PieceRows = 500;
constexpr qsizetype CursorColumns = 2;

const QStringList Header{u"sequence"_s,     u"at"_s,          u"action"_s,    u"outcome"_s,       u"organization_id"_s,
                         u"organization"_s, u"actor_type"_s,  u"actor_id"_s,  u"actor_email"_s,   u"key_id"_s,
                         u"session_id"_s,   u"device_id"_s,   u"address"_s,   u"user_agent"_s,    u"version"_s,
                         u"request_id"_s,   u"target_type"_s, u"target_id"_s, u"target_label"_s,  u"before"_s,
                         u"after"_s,        u"reverts"_s,     u"id"_s,        u"previous_hash"_s, u"hash"_s};

QByteArray recordOf(const audit::Entry &e)
{
    return csv::record({QString::number(e.sequence),
                        QString::fromLatin1(api::isoTime(e.at)),
                        e.action,
                        e.outcome,
                        e.organizationId,
                        e.organizationName,
                        e.actorType,
                        e.actorId,
                        e.actorEmail,
                        e.keyId,
                        e.sessionId,
                        e.deviceId,
                        e.address,
                        e.userAgent,
                        e.version,
                        e.requestId,
                        e.targetType,
                        e.targetId,
                        e.targetLabel,
                        e.before,
                        e.after,
                        e.reverts,
                        e.id,
                        e.previousHash,
                        e.hash});
}

/// Where the export stands; lives in the stream.
struct Reader {
    store::Connection &connection;
    EntryFilter filter;
    std::optional<api::Cursor> cursor = {};
    bool ended = false;

    Result<QByteArray> operator()()
    {
        if (ended)
            return QByteArray();
        const QString sort = u"-at"_s;
        const auto page
            = listEntries(connection, filter, sort, {.page = cursor ? 0 : 1, .limit = PieceRows, .cursor = cursor});
        if (!page)
            return page.error();
        QByteArray piece;
        for (const audit::Entry &entry : page->rows)
            piece += recordOf(entry);
        ended = page->pagination.nextCursor.isEmpty();
        if (!ended) {
            const auto next = api::Cursor::decode(page->pagination.nextCursor, sort, CursorColumns);
            if (!next)
                return next.error();
            cursor = *next;
        }
        return piece;
    }
};
}

std::shared_ptr<usage::CsvStream> exportEntries(store::Connection &connection, const EntryFilter &filter)
{
    return std::make_shared<usage::CsvStream>(Header, Reader{.connection = connection, .filter = filter});
}
}

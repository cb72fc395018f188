// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/eventexport.h"

#include "models/domain/csv.h"
#include "models/domain/day.h"
#include "models/domain/decimal.h"
#include "server/api/isotime.h"
#include "server/usage/usageevent.h"

using namespace Qt::StringLiterals;

namespace usage
{
namespace
{
constexpr int PieceRows = 500;

QString decimalText(qint64 scaled, int digits) { return QString::fromLatin1(decimal::toText(scaled, digits)); }

/// Where the export stands; lives in the stream.
struct ExportReader {
    store::Connection &connection;
    QString organizationId;
    QString userId;
    UsageFilter filter;
    qint64 at; ///< the next row is after this occurred_at
    qint64 seq; ///< … and, of the same time, after this one
    qint64 until; ///< before this occurred_at

    Result<QByteArray> operator()()
    {
        QString sql
            = u"SELECT occurred_at, seq, event_id, provider, model, agent_id, tokens, minutes, calls, cost, flagged "
              "FROM usage_events WHERE organization_id = ? AND user_id = ? AND (occurred_at, seq) > (?, ?) "
              "AND occurred_at < ?"_s;
        QVariantList bindings{organizationId, userId, at, seq, until};
        if (!filter.provider.isEmpty()) {
            sql += u" AND provider = ?"_s;
            bindings << filter.provider;
        }
        if (!filter.agentId.isEmpty()) {
            sql += u" AND agent_id = ?"_s;
            bindings << filter.agentId;
        }
        sql += u" ORDER BY occurred_at, seq LIMIT %1"_s.arg(PieceRows);
        auto rows = connection.query(sql, bindings);
        if (!rows)
            return rows.error();
        QByteArray piece;
        while (rows->next()) {
            at = rows->integer(0);
            seq = rows->integer(1);
            piece
                += csv::record({QString::fromLatin1(api::isoTime(at)), rows->text(2), rows->text(3), rows->text(4),
                                rows->text(5), QString::number(rows->integer(6)),
                                decimalText(rows->integer(7), MinuteDigits), QString::number(rows->integer(8)),
                                decimalText(rows->integer(9), Money::Digits), rows->flag(10) ? u"true"_s : u"false"_s});
        }
        return rows->failed() ? Result<QByteArray>(ErrorCode::ServiceUnavailable) : Result<QByteArray>(piece);
    }
};
}

std::shared_ptr<CsvStream> exportEvents(store::Connection &connection, const QString &organizationId,
                                        const QString &userId, const Period &period, const UsageFilter &filter)
{
    const QStringList header{u"occurred_at"_s, u"event_id"_s, u"provider"_s, u"model"_s, u"agent_id"_s,
                             u"tokens"_s,      u"minutes"_s,  u"calls"_s,    u"cost"_s,  u"flagged"_s};
    return std::make_shared<CsvStream>(header,
                                       ExportReader{.connection = connection,
                                                    .organizationId = organizationId,
                                                    .userId = userId,
                                                    .filter = filter,
                                                    .at = dayOf(period.first) * DayMs - 1,
                                                    .seq = std::numeric_limits<qint64>::max(),
                                                    .until = (dayOf(period.last) + 1) * DayMs});
}
}

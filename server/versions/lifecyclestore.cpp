// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/versions/lifecyclestore.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace versions
{
namespace
{
QVariant orNull(const QDateTime &time) { return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(); }

QString brownoutsText(const QList<api::Brownout> &brownouts)
{
    QJsonArray rows;
    for (const api::Brownout &one : brownouts)
        rows << QJsonArray{one.from.toMSecsSinceEpoch(), one.to.toMSecsSinceEpoch()};
    return QString::fromLatin1(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

QList<api::Brownout> brownoutsIn(const QString &text)
{
    const auto at = [](const QJsonValue &row, int i) {
        return QDateTime::fromMSecsSinceEpoch(row.toArray().at(i).toInteger(), Qt::UTC);
    };
    QList<api::Brownout> brownouts;
    for (const QJsonValue row : QJsonDocument::fromJson(text.toLatin1()).array())
        brownouts << api::Brownout{at(row, 0), at(row, 1)};
    return brownouts;
}

api::VersionInfo versionIn(const store::Rows &row)
{
    return {.name = row.text(0).toLatin1(),
            .status = api::versionStatusFromWire(row.text(1)).value_or(api::VersionStatus::Supported),
            .deprecatedAt = row.time(2),
            .sunsetAt = row.time(3),
            .serveAfterSunset = row.flag(4),
            .successor = row.text(5).toLatin1(),
            .brownouts = brownoutsIn(row.text(6))};
}
}

Result<Lifecycles> LifecycleStore::read()
{
    // One statement, so that rows and revision are of one moment.
    auto rows = m_connection.query(
        u"SELECT version, status, deprecated_at, sunset_at, serve_after_sunset, successor, brownouts, "
        "(SELECT CAST(value AS BIGINT) FROM settings WHERE name = 'versions.revision') FROM version_lifecycles"_s);
    if (!rows)
        return rows.error();
    Lifecycles found{.versions = api::VersionRegistry().versions()};
    while (rows->next()) {
        found.revision = rows->integer(7);
        const api::VersionInfo version = versionIn(*rows);
        const auto shipped = std::ranges::find(found.versions, version.name, &api::VersionInfo::name);
        if (shipped != found.versions.end())
            *shipped = version;
    }
    return rows->failed() ? Result<Lifecycles>(ErrorCode::ServiceUnavailable) : found;
}

Result<qint64> LifecycleStore::beginChange()
{
    auto rows = m_connection.query(
        u"INSERT INTO settings (name, value, updated_at) VALUES ('versions.revision', '1', ?) "
        "ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(settings.value AS BIGINT) + 1 AS TEXT), "
        "updated_at = excluded.updated_at RETURNING CAST(value AS BIGINT)"_s,
        {m_now});
    if (!rows)
        return rows.error();
    return rows->next() ? Result<qint64>(rows->integer(0)) : Result<qint64>(ErrorCode::ServiceUnavailable);
}

Result<Done> LifecycleStore::write(const QList<api::VersionInfo> &versions)
{
    for (const api::VersionInfo &version : versions) {
        auto written = m_connection.execute(
            u"INSERT INTO version_lifecycles (version, status, deprecated_at, sunset_at, serve_after_sunset, "
            u"successor, "
            "brownouts, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (version) DO UPDATE SET "
            "status = excluded.status, deprecated_at = excluded.deprecated_at, sunset_at = excluded.sunset_at, "
            "serve_after_sunset = excluded.serve_after_sunset, successor = excluded.successor, "
            "brownouts = excluded.brownouts, updated_at = excluded.updated_at"_s,
            {QString::fromLatin1(version.name), QString(api::toWire(version.status)), orNull(version.deprecatedAt),
             orNull(version.sunsetAt), version.serveAfterSunset, QString::fromLatin1(version.successor),
             brownoutsText(version.brownouts), m_now});
        if (!written)
            return written.error();
    }
    return Done{};
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Lifecycles as /admin/versions shows and takes them.
#pragma once

#include "models/domain/result.h"
#include "server/api/jsonwriter.h"
#include "server/api/versions.h"

#include <QJsonObject>

namespace versions
{
/// Of one version.
constexpr int MostBrownouts = 100;
constexpr int LongestBrownoutHours = 24;

/// {version, status, deprecated_at, sunset_at, serve_after_sunset, successor, brownouts}; the same in both.
QJsonObject lifecycleObject(const api::VersionInfo &version);
/// {"versions":[…]}
QByteArray lifecyclesJson(const QList<api::VersionInfo> &versions);

/// What a PUT makes of the lifecycles that hold now. `body` fits the schema of the route; successor and brownouts that
/// are not sent stay. ValidationError with every wrong field ("versions.1.sunset_at"): each version is named once; a
/// supported one has no dates; a deprecated one has a first day, a sunset one a last, and the last comes after the
/// first; brown-outs are of a deprecated version, short, in order and before its sunset; a successor is newer; and one
/// version of /api stays that is served for ever and while any other is in a brown-out, or nobody could undo it.
Result<QList<api::VersionInfo>> changedLifecycles(const QList<api::VersionInfo> &now, const QJsonObject &body);

/// One version as an object of lifecycleObject()'s members says it; what is not in there stays.
api::VersionInfo withMembers(api::VersionInfo version, const QJsonObject &members);
/// What is wrong with lifecycles, as changedLifecycles() says it; empty: nothing.
QMap<QString, QString> complaints(const QList<api::VersionInfo> &versions);
}

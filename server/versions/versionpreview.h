// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/versions.h"
#include "server/versions/versionreport.h"

namespace versions
{
/// What callers would get if these lifecycles held: {versions:[{version, today, after_sunset, during_brownout, callers,
/// requests_last_30_days}]}. `traffic`: of the last 30 days.
QByteArray previewJson(const QList<api::VersionInfo> &versions, const QMap<QString, Traffic> &traffic, qint64 nowMs);
}

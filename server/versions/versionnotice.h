// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/versions.h"
#include "server/store/connection.h"
#include "server/usage/period.h"

namespace versions
{
/// The days whose callers are told: the last 30.
usage::Period noticePeriod(qint64 nowMs);

/// Puts a mail about the version into the outbox for each owner of an organisation that called it in noticePeriod(), in
/// the caller's transaction: `message`, and below it what the lifecycle says. Answers how many.
Result<qint64> enqueueNotices(store::Connection &connection, const api::VersionInfo &version, const QString &message,
                              qint64 nowMs);

/// What the lifecycle says, in sentences; lines end with '\n'.
QString noticeText(const api::VersionInfo &version, const QString &message, qint64 nowMs);
}

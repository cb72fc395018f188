// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/connection.h"

#include <QSet>

namespace usage
{
/// Which of these agents the organisation has; reads nothing of `agents` but its ids. On the connection's thread.
Result<QSet<QString>> agentsOf(store::Connection &connection, const QString &organizationId, const QStringList &ids);
}

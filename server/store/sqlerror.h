// SPDX-License-Identifier: GPL-3.0-or-later
// Inside server/store only: what a driver's error means to us.
#pragma once

#include "models/domain/result.h"
#include "server/store/database.h"

class QSqlError;

namespace store
{
struct SqlFailure {
    Error error;
    bool lost = false; ///< the connection is gone
    bool poisons = false; ///< the transaction around it can only be rolled back
    bool yielded = false; ///< it gave way to another transaction, and may succeed when it is run again
};

/// `values`: the driver's text may quote bound values (a failed run, not a failed preparation); it is logged only where
/// that kind of error is known not to.
SqlFailure failureOf(Engine engine, const QSqlError &error, const QString &sql, bool values);
/// What somebody is told whose work met a database that cannot be opened: its address and its user, which `opening`
/// names, are for the log.
Error unreachable(const Error &opening);
}

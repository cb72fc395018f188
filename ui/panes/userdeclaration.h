// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/user.h"
#include "models/items/pagedtablemodel.h"
#include "ui/support/declaration.h"

using CurlFunction = std::function<QString(const QString &id)>; ///< a shell line that reads one row

QList<Column<User>> userColumns(); ///< also of the CSV export
QString idOf(const User &user);

/// The declaration of the Users pane. `model` outlives it.
TableDeclaration declareUsers(const PagedTableModel<User> &model, CurlFunction curl, QList<RowAction> actions);

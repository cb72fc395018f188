// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/agent.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/support/declaration.h"

QList<Column<Agent>> agentColumns(); ///< also of the CSV export
QString idOf(const Agent &agent);

/// The declaration of the Agents pane. `model` outlives it.
TableDeclaration declareAgents(const PagedTableModel<Agent> &model, CurlFunction curl, QList<RowAction> actions);

// SPDX-License-Identifier: GPL-3.0-or-later
// A short table that is filled at once, in the looks of the long ones.
#pragma once

#include <QString>
#include <QStringList>

class QTableWidget;

/// One row at a time can be selected, nothing can be edited, Tab leaves it. `figures`: from which column on values
/// stand right-aligned; those before are texts.
QTableWidget *makePlainTable(const QString &name, const QString &accessibleName, const QStringList &columns,
                             int figures);

/// A row of cells; those of figures are aligned as their heading.
void setPlainRow(QTableWidget &table, int row, const QStringList &cells);

/// After the rows of one made here were set: every column as wide as what it holds, and the table filled.
void fitPlainColumns(QTableWidget &table);

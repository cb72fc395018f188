// SPDX-License-Identifier: GPL-3.0-or-later
// A short table that is filled at once, in the looks of the long ones.
#pragma once

#include <QString>
#include <QStringList>

class QTableWidget;

/// One row at a time can be selected, nothing can be edited, Tab leaves it. The first column takes the room that is
/// left; `figures`: from which column on values stand right-aligned.
QTableWidget *makePlainTable(const QString &name, const QString &accessibleName, const QStringList &columns,
                             int figures);

/// A row of cells; those of figures are aligned as their heading.
void setPlainRow(QTableWidget &table, int row, const QStringList &cells);

/// After the rows were set: every column as wide as what it holds.
void fitPlainColumns(QTableWidget &table);

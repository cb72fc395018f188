// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/declaration.h"
#include "ui/theme/theme.h"

#include <QDialog>

/// One value of a filter: a text, or a day from a calendar.
class AskValueDialog : public QDialog
{
    Q_OBJECT
public:
    /// `value` as FilterSpec says; empty: none yet.
    AskValueDialog(const Theme &theme, const FilterSpec &filter, const QString &value, QWidget *parent = nullptr);

signals:
    void chosen(const QString &value); ///< never empty
};

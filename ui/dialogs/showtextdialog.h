// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/context.h"

#include <QDialog>

/// A sentence and lines of two columns to read, and a button to close. A line without a second column is a heading.
class ShowTextDialog : public QDialog
{
    Q_OBJECT
public:
    ShowTextDialog(const Context &context, const QString &title, const QString &text,
                   const QList<QPair<QString, QString>> &lines, QWidget *parent = nullptr);
};

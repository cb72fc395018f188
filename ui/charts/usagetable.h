// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTableView>

class UsageTableModel;

/// The figures beneath a usage chart; each row carries the ink of its series, so that it is the chart's legend as well.
class UsageTable : public QTableView
{
    Q_OBJECT
public:
    UsageTable(const Theme &theme, UsageTableModel &model, QWidget *parent = nullptr);

    void fitColumns(); ///< after the model's columns changed their meaning

signals:
    void rowActivated(int row); ///< by Return or a double click

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    UsageTableModel &m_model;
};

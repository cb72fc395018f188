// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "ui/support/context.h"

#include <QDialog>
#include <QFuture>

#include <functional>

class QProgressBar;
class QPushButton;
class QTableWidget;
class ThemedLabel;

/// One action over several rows, one after the other, with the result of each.
class RunBulkDialog : public QDialog
{
    Q_OBJECT
public:
    struct Row {
        QString id;
        QString name;
    };
    using Run = std::function<QFuture<Result<Done>>(const QString &id)>;

    RunBulkDialog(const Context &context, const QString &title, QList<Row> rows, Run run, QWidget *parent = nullptr);

    void start();

signals:
    void done(int succeeded, int failed);

private:
    void next();
    void mark(int row, const QString &text, bool good);

    Context m_context;
    QList<Row> m_rows;
    Run m_run;
    QTableWidget *m_table;
    QProgressBar *m_bar;
    ThemedLabel *m_summary;
    QPushButton *m_stop;
    int m_next = 0;
    int m_succeeded = 0;
    int m_failed = 0;
    bool m_stopped = false;
};

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

/// One action over several rows, some at once, with the result of each.
class RunBulkDialog : public QDialog
{
    Q_OBJECT
public:
    struct Row {
        QString id;
        QString name;
    };
    /// Several rows in one request; answers those that failed, each with its reason.
    using Run = std::function<QFuture<Result<QMap<QString, Error>>>(const QStringList &ids)>;

    using RunOne = std::function<QFuture<Result<Done>>(const QString &id)>;

    RunBulkDialog(const Context &context, const QString &title, QList<Row> rows, const RunOne &run,
                  QWidget *parent = nullptr);
    /// `atOnce`: rows in one request.
    RunBulkDialog(const Context &context, const QString &title, QList<Row> rows, Run run, int atOnce,
                  QWidget *parent = nullptr);

    void start();

signals:
    void ranAll(int succeeded, int failed);

protected:
    void reject() override; ///< Esc and the window's own button: as Stop while rows are under way

private:
    void stopOrClose();
    void next();
    void taken(int first, const Result<QMap<QString, Error>> &answer);
    void mark(int row, const QString &text, bool good);

    Context m_context;
    QList<Row> m_rows;
    Run m_run;
    QTableWidget *m_table;
    QProgressBar *m_bar;
    ThemedLabel *m_summary;
    QPushButton *m_stop;
    int m_atOnce;
    int m_next = 0;
    int m_succeeded = 0;
    int m_failed = 0;
    bool m_running = false; ///< an answer is awaited
    bool m_stopped = false;
};

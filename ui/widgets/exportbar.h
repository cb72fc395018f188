// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/rowexport.h"
#include "ui/widgets/card.h"

#include <QFutureWatcher>

class DisplayFormat;
class QProgressBar;
class QPushButton;
class ThemedLabel;

/// How far an export is, and the way to stop it. Hidden while none runs.
class ExportBar : public Card
{
    Q_OBJECT
public:
    ExportBar(const Theme &theme, const DisplayFormat &format, QWidget *parent = nullptr);
    ~ExportBar() override; ///< cancels what runs

    void watch(const QFuture<Result<qint64>> &run, const QString &path);
    bool isRunning() const { return m_watcher.isRunning(); }

signals:
    void finished(qint64 rows, const QString &path);
    void failed(const Error &error);
    void canceled();

private:
    void showProgress();

    const DisplayFormat &m_format;
    QFutureWatcher<Result<qint64>> m_watcher;
    ThemedLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QString m_path;
};

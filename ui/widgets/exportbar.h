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

    enum class Unit { Rows, Kibibytes }; ///< of the future's progress
    void watch(const QFuture<Result<qint64>> &run, const QString &path, Unit unit = Unit::Rows);
    bool isRunning() const { return m_watcher.isRunning(); }

signals:
    void finished(qint64 written, const QString &path); ///< what the future gave: rows, or bytes
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
    Unit m_unit = Unit::Rows;
};

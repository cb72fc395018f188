// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// SIGTERM, SIGINT and SIGHUP (on Windows: Ctrl+C, close and shutdown events) as Qt signals on the main thread.
/// One a process, made after the application object.
class ProcessSignals : public QObject
{
    Q_OBJECT
public:
    explicit ProcessSignals(QObject *parent = nullptr);
    ~ProcessSignals() override;

signals:
    void stopRequested();
    void reloadRequested();

private:
    void dispatch(int number);
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// SIGTERM, SIGINT and SIGHUP end the event loop, so that a server that the console started ends with it. On Unix; who
/// ends a session elsewhere closes the window. One a process, made after the application object.
class QuitSignals : public QObject
{
public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;
};

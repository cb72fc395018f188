// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commandline.h"

/// serve, user create, user password, demo, doctor, openapi.
const QList<Command> &commands();

/// Runs the server until it is told to stop; answers the exit status. Main thread.
int runServe(const Config &config, const QHash<QString, QString> &options);

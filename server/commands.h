// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commandline.h"
#include "server/store/connection.h"

#include <memory>

/// serve, user create, user password, user reset-2fa, demo, migrate-legacy, vault rotate, audit verify, doctor, openapi.
const QList<Command> &commands();

/// Runs the server until it is told to stop; answers the exit status. Main thread.
int runServe(const Config &config, const QHash<QString, QString> &options);

/// voxdeskd migrate-legacy FILE [--check]; answers the exit status.
int runMigrateLegacy(const Config &config, const QHash<QString, QString> &options);

/// voxdeskd audit verify [--expect SEQUENCE:HASH]; 1 and the entry's name when the log was changed.
int runAuditVerify(const Config &config, const QHash<QString, QString> &options);

/// For commands: the database, its schema brought up to date.
Result<std::unique_ptr<store::Connection>> openMigrated(const Config &config);

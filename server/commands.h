// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commandline.h"

const QList<Command> &commands();

// Each answers the exit status: 0; 1 when it could not be done, 2 for options that are wrong, with one sentence on
// standard error.

/// Until it is told to stop. Main thread.
int runServe(const Config &config, const QHash<QString, QString> &options);
int runUserCreate(const Config &config, const QHash<QString, QString> &options);
int runUserPassword(const Config &config, const QHash<QString, QString> &options);
/// For somebody who lost the second factor and the recovery codes.
int runUserResetTwoFactor(const Config &config, const QHash<QString, QString> &options);
int runDemo(const Config &config, const QHash<QString, QString> &options);
int runMigrateLegacy(const Config &config, const QHash<QString, QString> &options);
int runBackup(const Config &config, const QHash<QString, QString> &options);
/// 1 and the entry's name when the log was changed.
int runAuditVerify(const Config &config, const QHash<QString, QString> &options);

/// The first line of standard input; a password never stands on a command line, where others can read it.
QString readPassword();

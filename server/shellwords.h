// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that an operator is told to run, whole.
#pragma once

#include "server/config.h"

/// As a POSIX shell takes it for one word.
QString shellWord(const QString &text);
/// What makes an administrator of this server.
QString makeAdministrator(const Config &config);
/// What copies its database, but for the new file's name at the end.
QString makeBackup(const Config &config);

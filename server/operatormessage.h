// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

/// An error as one line for whoever started the program: the message, or the log's words where the message says nothing
/// of its own, and every detail. Ends with a full stop.
QString operatorMessage(const Error &error);

/// Says it on standard error; the program's exit status.
int refuse(const Error &error);

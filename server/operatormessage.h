// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

/// An error as one line for whoever started the program: the message, or the log's words where the message says nothing
/// of its own, and every detail. Ends with a full stop or a question mark.
QString operatorMessage(const Error &error);

/// Says it on standard error; the exit status of a program that could not do it.
int refuse(const Error &error);
int refuse(const QString &sentence);
/// The same for options that are wrong; `help`: the command whose help is named, none where it is empty.
int refuseUse(const QString &sentence, const QString &help = {});

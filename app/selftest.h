// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QApplication;

/// Checks what a package most often lacks, prints a line for each. A missing
/// keychain or server program is said, but is no failure: the console runs without.
/// The exit code: 0 or 1. Runs the event loop.
int runSelfTest(QApplication &application);

/// The languages the program carries besides English, e.g. "de".
QStringList bundledLanguages();

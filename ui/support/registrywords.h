// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A label or help of the server's provider registry in the person's language; as it is where the console does not know
/// it.
QString registryText(const QString &text);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QSslConfiguration>
#include <QString>

namespace http
{
/// A server's configuration for TLS 1.2 and later. Refused: unreadable or empty files, a key that is not the
/// certificate's.
Result<QSslConfiguration> loadTls(const QString &certificateFile, const QString &keyFile);
}

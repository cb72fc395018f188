// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QJsonObject>

/// The largest legacy export that is read, in bytes.
inline constexpr qint64 MostLegacyBytes = 32 * 1024 * 1024;

/// Reads a legacy export on a thread of the pool. The errors are the file's and name the line and column where JSON
/// ends to make sense: PayloadTooLarge, BadRequest.
QFuture<Result<QJsonObject>> readLegacyFile(const QString &path);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "services/api/apirequest.h"

#include <QFuture>

class ApiClient;

/// Streams the body of an answer into a file, which appears (or replaces the old one) when all of it is there: a
/// cancelled or failed download leaves nothing behind. Gives the number of bytes; progress is in KiB, its maximum 0
/// while the length is unknown. GUI thread.
QFuture<Result<qint64>> downloadTo(ApiClient &client, const ApiRequest &request, const QString &path);

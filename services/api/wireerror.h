// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

class QNetworkReply;

/// The error of an answer with a status outside 2xx, in whichever of the API's renderings its body is.
/// A body that is none of them (a proxy's page, another program's) gives what the status says, or InvalidAnswer.
Error errorFromBody(int status, const QByteArray &body);

/// The error of a reply that broke before there was an answer. `reply` has not been aborted by us.
Error errorFromNetwork(const QNetworkReply &reply);

/// Retry-After as seconds or as an HTTP date; 0: neither.
int retryAfterSeconds(const QByteArray &value, const QDateTime &now);

/// An HTTP date (RFC 9110 §5.6.7, the preferred form); null: it is none.
QDateTime httpDate(const QByteArray &value);

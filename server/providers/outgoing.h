// SPDX-License-Identifier: GPL-3.0-or-later
// How any provider is asked over HTTP, whoever asks. Pure functions; any thread.
#pragma once

#include "models/domain/result.h"

#include <QList>
#include <QNetworkRequest>
#include <QUrl>

namespace providers
{
/// Where `path` ("/v1/models?limit=1", percent-encoded) is below `base`. What the base ends with and the path begins
/// with stands there once: some write the API's version at the end of the base, too.
QUrl endpoint(const QUrl &base, const QString &path);

/// A request that follows no redirect and shares no session. ResourceConflict: a value would end its header, or begin
/// another request; Qt writes whatever it is given.
Result<QNetworkRequest> outgoing(const QUrl &url, const QList<std::pair<QByteArray, QByteArray>> &headers);

/// Whether a provider's key can be of this form: visible ASCII and nothing else.
bool isKey(QStringView text);
}

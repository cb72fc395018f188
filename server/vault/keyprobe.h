// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/provider.h"
#include "server/vault/secret.h"

#include <QFuture>
#include <QNetworkAccessManager>

#include <chrono>

namespace vault
{
struct ProbeResult {
    enum class Verdict { Ok, Refused, Unreachable };
    Verdict verdict = Verdict::Unreachable;
    QString message; ///< a sentence for people; holds nothing that the provider wrote
    qint64 elapsedMs = 0;
};

/// Asks providers whether they take a key, by the cheapest request that tells. One a worker, on its thread, which needs
/// an event loop.
class KeyProbe : public QObject
{
    Q_OBJECT
public:
    explicit KeyProbe(std::chrono::milliseconds timeout = std::chrono::seconds(10));

    /// `base`: where the provider's API is. The key is not kept.
    QFuture<ProbeResult> ask(const providers::Provider &provider, const QUrl &base, const Secret &key);

private:
    QNetworkAccessManager m_network;
    const std::chrono::milliseconds m_timeout;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/gzip.h"
#include "server/http/requestparser.h"

#include <QTemporaryFile>

#include <memory>

namespace http
{
struct BodyRules {
    BodyPolicy policy;
    qint64 inflatedBytes = 0; ///< what a gzip body may become
    bool gzip = false;
    QString spoolDirectory; ///< empty: the system's temporary folder
};

/// Collects one request's body as it was sent, in memory, then in a temporary file. It is inflated once it is whole:
/// nobody makes the server hold more than was sent for as long as the last octet is kept back.
class RequestBody final : public BodySink
{
public:
    RequestBody(BodyRules rules, qint64 expected);

    int take(QByteArrayView octets) override; ///< 0, 413 too long, 500 the file cannot be written
    bool isDamaged() const { return m_damaged; } ///< a 400 was because of the gzip data
    int finish(Request &request); ///< puts the body into the request; 0, 400 not gzip, 413 inflates too far, or 500

private:
    struct Octets {
        QByteArray memory;
        std::shared_ptr<QTemporaryFile> file; ///< instead of `memory`
        qint64 size = 0;
    };
    int store(QByteArrayView octets, Octets &to) const;
    int inflate();

    BodyRules m_rules;
    Octets m_octets;
    bool m_damaged = false;
};

/// What a refusal or a log line may want to know once the request itself is with the handler.
Request withoutBody(const Request &request);
}

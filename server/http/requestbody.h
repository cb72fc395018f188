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

/// Collects one request's body in memory, then in a temporary file; inflates it on the way.
class RequestBody final : public BodySink
{
public:
    RequestBody(BodyRules rules, qint64 expected);

    int take(QByteArrayView octets) override; ///< 0, 400 not gzip, 413 too long, 500 the file cannot be written
    bool isDamaged() const { return m_damaged; } ///< a 400 was because of the gzip data
    int finish(Request &request); ///< puts the body into the request; 0, 400 or 500

private:
    int store(QByteArrayView octets);

    BodyRules m_rules;
    std::unique_ptr<Inflater> m_inflater;
    QByteArray m_memory;
    std::shared_ptr<QTemporaryFile> m_file;
    qint64 m_received = 0; ///< octets as sent
    bool m_damaged = false;
    qint64 m_stored = 0; ///< octets after inflating
};
}

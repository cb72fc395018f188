// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/callcounter.h"
#include "server/api/exchange.h"
#include "server/api/shared.h"

namespace api
{
/// Turns errors into responses, and puts on every response what every response carries: version, rate, security and
/// CORS headers, request id and time; then counts and logs it. The only place that writes them. One a worker.
class Responder
{
public:
    Responder(const Settings &settings, std::shared_ptr<Shared> shared);

    /// Before the first answer: what counts them. Null: nobody does.
    void setCounter(std::shared_ptr<CallCounter> counter) { m_counter = std::move(counter); }

    /// Reads the version registry again when it was swapped, and once a second.
    void refresh(qint64 nowMs);
    const VersionRegistry &versions() const { return *m_versions; }
    const QByteArrayList &supported() const { return m_supported; }

    ErrorContext errorContext(const Exchange &exchange, const Error *error = nullptr) const;
    http::Response failure(const Exchange &exchange, const Error &error, int status = 0) const;
    /// The answer to OPTIONS at a known path.
    http::Response options(const Exchange &exchange) const;

    /// The last step of every response.
    void finish(const Exchange &exchange, http::Response &response) const;

private:
    void addVersionHeaders(const Exchange &exchange, http::Headers &headers) const;
    QByteArray link(const Exchange &exchange) const;
    void addCorsHeaders(const Exchange &exchange, http::Headers &headers) const;
    bool isAllowedOrigin(QByteArrayView origin) const;
    void record(const Exchange &exchange, const http::Response &response, qint64 micros) const;

    bool m_development;
    QByteArrayList m_corsOrigins;
    std::shared_ptr<Shared> m_shared;
    std::shared_ptr<const VersionRegistry> m_versions;
    quint64 m_revision = 0;
    qint64 m_refreshAtMs = 0;
    QByteArrayList m_supported;
    QByteArray m_supportedHeader;
    std::array<http::Headers, 2> m_lifecycle; ///< by Version: what their lifecycles add to each answer now
    std::shared_ptr<CallCounter> m_counter;
    Metrics::Series m_unmatched;
};
}

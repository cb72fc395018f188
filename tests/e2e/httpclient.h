// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/wireconnection.h"

struct Ask {
    QByteArray method;
    QByteArray target;
    WireHeaders headers = {}; ///< Host and Content-Length come by themselves
    QByteArray body = {};

    QByteArray bytes(const QByteArray &host) const; ///< as it goes over the wire
};

WireHeaders bearer(const QByteArray &token);
QByteArray compact(const QJsonObject &object);

/// Sends one request after another over one kept connection, and over a new one when that has ended.
class HttpClient
{
    Q_DISABLE_COPY_MOVE(HttpClient)
public:
    explicit HttpClient(QUrl server);
    virtual ~HttpClient();

    /// Status 0 when no answer came.
    virtual WireAnswer send(const Ask &ask);

    WireAnswer get(const QByteArray &target, const WireHeaders &headers = {});
    WireAnswer post(const QByteArray &target, const QJsonObject &body, const WireHeaders &headers = {});
    WireAnswer put(const QByteArray &target, const QJsonObject &body, const WireHeaders &headers = {});
    WireAnswer patch(const QByteArray &target, const QJsonObject &body, const WireHeaders &headers = {});
    WireAnswer drop(const QByteArray &target, const WireHeaders &headers = {}); ///< DELETE

    const QUrl &server() const { return m_server; }
    QByteArray host() const;

private:
    WireAnswer sendJson(const QByteArray &method, const QByteArray &target, const QJsonObject &body,
                        WireHeaders headers);

    const QUrl m_server;
    std::unique_ptr<WireConnection> m_connection;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/addressledger.h"
#include "server/http/gzip.h"
#include "server/http/readiness.h"
#include "server/http/requestparser.h"
#include "server/http/responsehead.h"
#include "server/http/server.h"

#include <QSslConfiguration>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace http
{
class Channel;
class Connection;

/// What the workers of one server share. Any thread.
struct Shared {
    std::atomic<qint64> open = 0;
    std::atomic<qint64> accepted = 0;
    std::atomic<qint64> refused = 0;
    AddressLedger addresses;
};

/// One thread's share of the server: its handler, its connections, and what they use by turns so that an idle
/// connection holds next to nothing. Made, used and destroyed on that thread, except where said otherwise.
class Worker : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype readSize = 64 * 1024;

    Worker(const ServerConfig &config, std::unique_ptr<Handler> handler, Shared &shared,
           std::optional<QSslConfiguration> tls);
    ~Worker() override;

    /// Serves an accepted socket; `refused`: its first request is answered 503.
    void adopt(qintptr descriptor, bool refused);
    void setTls(QSslConfiguration tls) { m_tls = std::move(tls); }
    void drain(); ///< emptied() follows
    void abortAll();

    /// Any thread.
    int load() const { return m_load.load(std::memory_order_relaxed); }
    void addLoad(int n) { m_load.fetch_add(n, std::memory_order_relaxed); }
    qint64 requests() const { return m_requests.load(std::memory_order_relaxed); }

    // For the connections.
    const ServerConfig &config() const { return m_config; }
    bool isTls() const { return m_tls.has_value(); }
    bool isDraining() const { return m_draining; }
    Reply answer(Request request, const Request &partial);
    Response resultOf(QFuture<Response> future, const Request &partial);
    Response refusal(int status, const Request &partial) const;
    std::optional<BodyPolicy> bodyPolicy(const Request &head) const; ///< empty: the handler threw
    QByteArrayView dateLine() { return m_date.now(); }
    Deflater &deflater();
    char *readBuffer() { return m_readBuffer.data(); }
    QByteArray takeBuffer();
    void giveBack(QByteArray buffer);
    std::unique_ptr<RequestParser> takeParser();
    void giveBack(std::unique_ptr<RequestParser> parser);
    void markDirty(Connection *connection) { m_dirty.push_back(connection); }
    void forgetDirty(Connection *connection);
    void retire(Connection *connection);

signals:
    void emptied(); ///< once: draining, and the last connection is gone

private:
    std::unique_ptr<Channel> channelOf(qintptr descriptor, Connection &connection);
    void flushDirty();
    void sweep();
    void sayIfEmptied();
    std::chrono::milliseconds sweepInterval() const;

    const ServerConfig m_config;
    const std::unique_ptr<Handler> m_handler;
    Shared &m_shared;
    std::optional<QSslConfiguration> m_tls;
    Readiness m_readiness;
    std::atomic<int> m_load = 0;
    std::atomic<qint64> m_requests = 0;
    std::vector<Connection *> m_connections;
    std::vector<Connection *> m_dirty; ///< have output that is not with the socket yet
    std::vector<std::unique_ptr<RequestParser>> m_parsers;
    std::vector<QByteArray> m_buffers;
    std::vector<char> m_readBuffer;
    std::unique_ptr<Deflater> m_deflater;
    DateLine m_date;
    QTimer m_sweep;
    bool m_draining = false;
    bool m_saidEmpty = false;
};
}

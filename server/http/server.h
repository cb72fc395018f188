// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/http/message.h"

#include <QHostAddress>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace http
{
struct ServerLimits {
    qsizetype headerBytes = 16 * 1024; ///< request line and headers; more: 431, a longer line: 414
    qint64 inflatedBytes = 16 * 1024 * 1024; ///< what a gzip body may become; more: 413
    int connections = 10'000;
    int connectionsPerAddress = 200; ///< trusted proxies are exempt, and loopback unless counted
    bool countLoopback = false;
    int pipelined = 100; ///< requests queued on one connection; more wait unread in the kernel
    std::chrono::milliseconds headerTime{10'000};
    std::chrono::milliseconds bodyStallTime{30'000}; ///< without progress in a body
    std::chrono::milliseconds idleTime{75'000}; ///< between requests
    std::chrono::milliseconds totalTime{
        300'000}; ///< from a request's first byte to its answer's last; of a stream, without progress
    qsizetype compressAbove = 1024; ///< bytes of a body from which gzip is offered
};

struct ServerConfig {
    QHostAddress host{QHostAddress::LocalHost};
    quint16 port = 8080; ///< 0: any free one
    int workers = 1; ///< 1 to 64
    ServerLimits limits;
    QString tlsCertificate; ///< PEM file; empty: plain HTTP
    QString tlsKey;
    QList<std::pair<QHostAddress, int>> trustedProxies; ///< subnets whose X-Forwarded-For and -Proto count
    QString spoolDirectory; ///< for large bodies; empty: the system's temporary folder
};

/// Counters since the start. Any thread.
struct ServerStats {
    qint64 connectionsOpen = 0;
    qint64 connectionsAccepted = 0;
    qint64 connectionsRefused = 0;
    qint64 requests = 0;
};

/// HTTP/1.1 on Qt Network: one acceptor, N workers, each with an event loop, its connections and its own Handler.
class Server : public QObject
{
    Q_OBJECT
public:
    /// Called once a worker, on the worker's thread.
    using HandlerFactory = std::function<std::unique_ptr<Handler>(int worker)>;

    Server(ServerConfig config, HandlerFactory factory, QObject *parent = nullptr);
    ~Server() override; ///< stops at once

    /// Answers the port it listens on. ResourceConflict: another program has it.
    Result<quint16> listen();
    bool isListening() const;
    quint16 port() const;
    ServerStats stats() const;

    /// Reads the certificate files again; what is open keeps the old one.
    Result<Done> reloadTls();
    /// Stops accepting, lets running requests finish for at most `grace`, closes idle connections, then emits
    /// drained(). Once.
    void drain(std::chrono::milliseconds grace);

signals:
    void drained();

private:
    struct Private;
    std::unique_ptr<Private> d;
};
}

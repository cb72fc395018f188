// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.h"

#include "server/http/acceptor.h"
#include "server/http/descriptor.h"
#include "server/http/tls.h"
#include "server/http/workerthread.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace http
{
namespace
{
// Sockets above the cap that are told so; a flood beyond them is closed without a word.
constexpr int politelyRefused = 256;

/// An accepted socket on its way to a worker; closed when it never arrives.
struct Parcel {
    explicit Parcel(qintptr accepted)
        : descriptor(accepted)
    {
    }
    ~Parcel()
    {
        if (descriptor >= 0)
            closeSocket(descriptor);
    }
    Q_DISABLE_COPY_MOVE(Parcel)
    qintptr take() { return std::exchange(descriptor, -1); }

    qintptr descriptor;
};
}

struct Server::Private {
    Server *q;
    ServerConfig config;
    HandlerFactory factory;
    Shared shared;
    std::unique_ptr<Acceptor> acceptor;
    std::vector<std::unique_ptr<WorkerThread>> threads;
    int busyWorkers = 0; ///< while draining
    bool draining = false;

    Result<Done> startWorkers(const std::optional<QSslConfiguration> &tls);
    void handOver(qintptr descriptor);
    void onWorkerEmptied();
};

Server::Server(ServerConfig config, HandlerFactory factory, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->config = std::move(config);
    d->factory = std::move(factory);
}

Server::~Server()
{
    d->acceptor.reset();
    for (const auto &thread : d->threads)
        thread->quit();
    d->threads.clear();
}

Result<quint16> Server::listen()
{
    std::optional<QSslConfiguration> tls;
    if (!d->config.tlsCertificate.isEmpty()) {
        auto loaded = loadTls(d->config.tlsCertificate, d->config.tlsKey);
        if (!loaded)
            return loaded.error();
        tls = *std::move(loaded);
    }
    d->acceptor = std::make_unique<Acceptor>([this](qintptr descriptor) { d->handOver(descriptor); });
    if (!d->acceptor->listen(d->config.host, d->config.port)) {
        const bool taken = d->acceptor->serverError() == QAbstractSocket::AddressInUseError;
        const QString why = u"cannot listen on %1 port %2: %3"_s.arg(d->config.host.toString())
                                .arg(d->config.port)
                                .arg(d->acceptor->errorString());
        d->acceptor.reset();
        return Error{.code = taken ? ErrorCode::ResourceConflict : ErrorCode::ServiceUnavailable, .log = why};
    }
    const auto started = d->startWorkers(tls);
    if (!started) {
        d->acceptor.reset();
        d->threads.clear();
        return started.error();
    }
    return d->acceptor->serverPort();
}

Result<Done> Server::Private::startWorkers(const std::optional<QSslConfiguration> &tls)
{
    const int count = std::clamp(config.workers, 1, 64);
    for (int i = 0; i < count; ++i) {
        threads.push_back(std::make_unique<WorkerThread>(
            config, [this, i] { return factory(i); }, shared, tls));
        threads.back()->setObjectName(u"http-%1"_s.arg(i));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->waitUntilReady();
    for (const auto &thread : threads) {
        if (!thread->worker())
            return Error{.code = ErrorCode::ServiceUnavailable, .log = u"a worker's handler cannot be made"_s};
        QObject::connect(thread->worker(), &Worker::emptied, q, [this] { onWorkerEmptied(); });
    }
    return Done{};
}

void Server::Private::handOver(qintptr descriptor)
{
    shared.accepted.fetch_add(1, std::memory_order_relaxed);
    const qint64 open = shared.open.load(std::memory_order_relaxed);
    if (open >= config.limits.connections + politelyRefused || threads.empty()) {
        shared.refused.fetch_add(1, std::memory_order_relaxed);
        return closeSocket(descriptor);
    }
    shared.open.fetch_add(1, std::memory_order_relaxed);
    const auto least = std::min_element(threads.begin(), threads.end(), [](const auto &a, const auto &b) {
        return a->worker()->load() < b->worker()->load();
    });
    Worker *worker = (*least)->worker();
    worker->addLoad(1);
    QMetaObject::invokeMethod(
        worker,
        [worker, parcel = std::make_shared<Parcel>(descriptor), refused = open >= config.limits.connections] {
            worker->adopt(parcel->take(), refused);
        },
        Qt::QueuedConnection);
}

bool Server::isListening() const { return d->acceptor && d->acceptor->isListening(); }

quint16 Server::port() const { return d->acceptor ? d->acceptor->serverPort() : quint16(0); }

ServerStats Server::stats() const
{
    ServerStats stats;
    stats.connectionsOpen = d->shared.open.load(std::memory_order_relaxed);
    stats.connectionsAccepted = d->shared.accepted.load(std::memory_order_relaxed);
    stats.connectionsRefused = d->shared.refused.load(std::memory_order_relaxed);
    for (const auto &thread : d->threads)
        stats.requests += thread->worker() ? thread->worker()->requests() : 0;
    return stats;
}

Result<Done> Server::reloadTls()
{
    if (d->config.tlsCertificate.isEmpty())
        return Done{};
    const auto tls = loadTls(d->config.tlsCertificate, d->config.tlsKey);
    if (!tls)
        return tls.error();
    for (const auto &thread : d->threads) {
        QMetaObject::invokeMethod(
            thread->worker(), [worker = thread->worker(), loaded = *tls] { worker->setTls(loaded); },
            Qt::QueuedConnection);
    }
    return Done{};
}

void Server::drain(std::chrono::milliseconds grace)
{
    if (d->draining)
        return;
    d->draining = true;
    if (d->acceptor)
        d->acceptor->close();
    d->busyWorkers = int(d->threads.size());
    if (d->threads.empty()) {
        QMetaObject::invokeMethod(this, &Server::drained, Qt::QueuedConnection);
        return;
    }
    for (const auto &thread : d->threads)
        QMetaObject::invokeMethod(thread->worker(), &Worker::drain, Qt::QueuedConnection);
    QTimer::singleShot(grace, this, [this] {
        for (const auto &thread : d->threads)
            QMetaObject::invokeMethod(thread->worker(), &Worker::abortAll, Qt::QueuedConnection);
    });
}

void Server::Private::onWorkerEmptied()
{
    if (--busyWorkers == 0)
        emit q->drained();
}
}

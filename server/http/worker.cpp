// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/worker.h"

#include "server/http/clientaddress.h"
#include "server/http/connection.h"
#include "server/http/plainchannel.h"
#include "server/http/tlschannel.h"

#include <QAbstractEventDispatcher>
#include <QLoggingCategory>
#include <QThread>

#include <algorithm>
#include <exception>
#include <utility>

namespace http
{
namespace
{
Q_LOGGING_CATEGORY(log, "voxdesk.http")

constexpr std::size_t keptBuffers = 64;
constexpr qsizetype keptCapacity = 64 * 1024;

// The query stays out of the log: it may carry a key.
void logFailure(const char *what, const Request &request)
{
    qCCritical(log, "%s %s: the handler failed: %s", request.methodName.constData(), request.path.constData(), what);
}
}

Worker::Worker(const ServerConfig &config, std::unique_ptr<Handler> handler, Shared &shared,
               std::optional<QSslConfiguration> tls)
    : m_config(config)
    , m_handler(std::move(handler))
    , m_shared(shared)
    , m_tls(std::move(tls))
    , m_readBuffer(std::size_t(readSize))
{
    m_sweep.setInterval(sweepInterval());
    connect(&m_sweep, &QTimer::timeout, this, &Worker::sweep);
    // One flush for all that was read together: a flush after each answer costs a third of the throughput.
    connect(QThread::currentThread()->eventDispatcher(), &QAbstractEventDispatcher::aboutToBlock, this,
            &Worker::flushDirty);
}

Worker::~Worker()
{
    abortAll();
    for (QObject *child : QObjectList(children())) {
        if (qobject_cast<Connection *>(child))
            delete child; // those retired a moment ago; they need this worker whole
    }
}

std::unique_ptr<Channel> Worker::channelOf(qintptr descriptor, Connection &connection)
{
    if (isTls())
        return std::make_unique<TlsChannel>(connection, descriptor, *m_tls, readSize);
    return std::make_unique<PlainChannel>(connection, m_readiness, descriptor);
}

void Worker::adopt(qintptr descriptor, bool refused)
{
    auto *connection = new Connection(*this);
    std::unique_ptr<Channel> channel = channelOf(descriptor, *connection);
    Connection::Peer peer{.address = normalized(channel->peer())};
    const ServerLimits &limits = m_config.limits;
    peer.trusted = isIn(peer.address, m_config.trustedProxies);
    const bool counted
        = !peer.address.isNull() && !peer.trusted && (limits.countLoopback || !peer.address.isLoopback());
    peer.entered = counted && !refused && m_shared.addresses.enter(peer.address, limits.connectionsPerAddress);
    peer.refused = refused || (counted && !peer.entered);
    if (peer.refused)
        m_shared.refused.fetch_add(1, std::memory_order_relaxed);
    connection->setSlot(m_connections.size());
    m_connections.push_back(connection);
    if (!m_sweep.isActive())
        m_sweep.start();
    const bool isThere = !peer.address.isNull(); // else gone before it was served
    if (!connection->start(std::move(channel), peer) || !isThere)
        connection->abort();
}

void Worker::retire(Connection *connection)
{
    const std::size_t slot = connection->slot();
    m_connections[slot] = m_connections.back();
    m_connections[slot]->setSlot(slot);
    m_connections.pop_back();
    if (connection->peer().entered)
        m_shared.addresses.leave(connection->peer().address);
    m_shared.open.fetch_sub(1, std::memory_order_relaxed);
    addLoad(-1);
    connection->deleteLater();
    if (m_connections.empty()) {
        m_sweep.stop();
        sayIfEmptied();
    }
}

void Worker::forgetDirty(Connection *connection)
{
    std::replace(m_dirty.begin(), m_dirty.end(), connection, static_cast<Connection *>(nullptr));
}

void Worker::drain()
{
    m_draining = true;
    for (Connection *connection : std::vector<Connection *>(m_connections))
        connection->drain();
    sayIfEmptied();
}

void Worker::sayIfEmptied()
{
    // Once: the server counts workers, and one that counted twice would end it while another still answers.
    if (m_draining && m_connections.empty() && !std::exchange(m_saidEmpty, true))
        emit emptied();
}

void Worker::abortAll()
{
    while (!m_connections.empty())
        m_connections.back()->abort();
}

void Worker::flushDirty()
{
    // Flushing may end a connection; it stands in the list until it is destroyed.
    for (std::size_t i = 0; i < m_dirty.size(); ++i) {
        if (Connection *connection = m_dirty[i])
            connection->flush();
    }
    m_dirty.clear();
}

void Worker::sweep()
{
    const auto now = Clock::now();
    for (std::size_t i = m_connections.size(); i-- > 0;) {
        if (i < m_connections.size())
            m_connections[i]->sweep(now);
    }
}

std::chrono::milliseconds Worker::sweepInterval() const
{
    using std::chrono::milliseconds;
    const ServerLimits &limits = m_config.limits;
    const auto shortest = std::min({limits.headerTime, limits.bodyStallTime, limits.idleTime, limits.totalTime});
    return std::clamp(shortest / 4, milliseconds(10), milliseconds(500));
}

Reply Worker::answer(Request request, const Request &partial)
{
    m_requests.store(m_requests.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    try {
        return m_handler->handle(std::move(request));
    } catch (const std::exception &exception) {
        logFailure(exception.what(), partial);
    } catch (...) {
        logFailure("unknown exception", partial);
    }
    return refusal(500, partial);
}

Response Worker::resultOf(QFuture<Response> future, const Request &partial)
{
    try {
        future.waitForFinished(); // finished already: this only throws what the producer threw
        if (future.resultCount() > 0)
            return future.result();
        logFailure("the answer was given up", partial);
    } catch (const std::exception &exception) {
        logFailure(exception.what(), partial);
    } catch (...) {
        logFailure("unknown exception", partial);
    }
    return refusal(500, partial);
}

Response Worker::refusal(int status, const Request &partial) const
{
    try {
        return m_handler->refuse(status, partial);
    } catch (...) {
        logFailure("exception in a refusal", partial);
    }
    Response bare;
    bare.status = status;
    return bare;
}

std::optional<BodyPolicy> Worker::bodyPolicy(const Request &head) const
{
    try {
        return m_handler->bodyPolicy(head);
    } catch (...) {
        logFailure("exception in a body policy", head);
    }
    return std::nullopt;
}

Deflater &Worker::deflater()
{
    if (!m_deflater)
        m_deflater = std::make_unique<Deflater>();
    return *m_deflater;
}

QByteArray Worker::takeBuffer()
{
    if (m_buffers.empty()) {
        QByteArray fresh;
        fresh.reserve(1024);
        return fresh;
    }
    QByteArray buffer = std::move(m_buffers.back());
    m_buffers.pop_back();
    return buffer;
}

void Worker::giveBack(QByteArray buffer)
{
    if (m_buffers.size() >= keptBuffers || buffer.capacity() > keptCapacity)
        return;
    buffer.resize(0); // keeps its capacity, unlike clear()
    m_buffers.push_back(std::move(buffer));
}

std::unique_ptr<RequestParser> Worker::takeParser()
{
    if (m_parsers.empty())
        return std::make_unique<RequestParser>(m_config.limits.headerBytes);
    auto parser = std::move(m_parsers.back());
    m_parsers.pop_back();
    return parser;
}

void Worker::giveBack(std::unique_ptr<RequestParser> parser)
{
    parser->restart();
    if (m_parsers.size() < keptBuffers)
        m_parsers.push_back(std::move(parser));
}
}

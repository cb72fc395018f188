// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/answers.h"

#include "server/http/worker.h"

#include <QBuffer>
#include <QFutureWatcher>

#include <algorithm>
#include <utility>

namespace http
{
namespace
{
constexpr qsizetype piece = 32 * 1024; // of a stream, read at a time
constexpr qsizetype longBody = 8 * 1024; // not worth a copy

bool isBodyless(int status) { return status == 204 || status == 304 || status < 200; }
}

Answers::Answers(Worker &worker, QObject &context, Owner &owner)
    : m_worker(worker)
    , m_context(context)
    , m_owner(owner)
{
}

void Answers::deliver(Reply reply, Request partial, const ExchangeTraits &traits, Clock::time_point received)
{
    if (const auto *future = std::get_if<QFuture<Response>>(&reply)) {
        if (!future->isFinished())
            return await(*future, std::move(partial), traits, received);
        reply = m_worker.resultOf(*future, partial);
    }
    auto &response = std::get<Response>(reply);
    if (isIdle())
        return write(response, traits, received);
    m_unsafe += traits.safe ? 0 : 1;
    m_queue.push_back({m_nextId++, traits, received, std::move(response)});
}

void Answers::await(const QFuture<Response> &future, Request partial, const ExchangeTraits &traits,
                    Clock::time_point received)
{
    const quint64 id = m_nextId++;
    m_unsafe += traits.safe ? 0 : 1;
    m_queue.push_back({id, traits, received, std::nullopt});
    // The watcher is the connection's child: when the client leaves, nobody is told.
    auto *watcher = new QFutureWatcher<Response>(&m_context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, &m_context,
                     [this, watcher, id, partial = std::move(partial)] {
                         watcher->deleteLater();
                         complete(id, m_worker.resultOf(watcher->future(), partial));
                     });
    watcher->setFuture(future);
}

void Answers::complete(quint64 id, Response response)
{
    const auto found
        = std::find_if(m_queue.begin(), m_queue.end(), [id](const Exchange &exchange) { return exchange.id == id; });
    if (found == m_queue.end())
        return; // given up meanwhile
    found->response = std::move(response);
    advance();
    m_owner.onAnswersMoved();
}

void Answers::advance()
{
    while (!m_stream && !m_last && !m_queue.empty() && m_queue.front().response) {
        Exchange exchange = std::move(m_queue.front());
        m_queue.pop_front();
        m_unsafe -= exchange.traits.safe ? 0 : 1;
        write(*exchange.response, exchange.traits, exchange.received);
    }
    if (m_last)
        m_queue.clear();
}

void Answers::endWith(Response last, const ExchangeTraits &traits)
{
    m_queue.clear();
    m_unsafe = 0;
    last.close = true;
    write(last, traits, m_received);
}

void Answers::giveUp()
{
    m_queue.clear();
    m_unsafe = 0;
    m_stream.reset();
}

void Answers::sendContinue()
{
    out().append("HTTP/1.1 100 Continue\r\n\r\n");
    m_owner.onOutput();
}

void Answers::write(Response &response, ExchangeTraits traits, Clock::time_point received)
{
    m_received = received;
    if (response.close || m_worker.isDraining())
        traits.keepAlive = false;
    if (isBodyless(response.status)) {
        appendHead(out(), response, traits, Framing::None, 0, m_worker.dateLine());
        m_last = m_last || !traits.keepAlive;
    } else if (response.stream) {
        auto device = std::move(response.stream);
        writeStream(std::move(device), response, traits, -1);
    } else {
        writeBody(response.body, response, traits);
    }
    m_owner.onOutput();
}

void Answers::writeBody(const QByteArray &body, Response &response, const ExchangeTraits &traits)
{
    const qsizetype above = m_worker.config().limits.compressAbove;
    const bool varies = body.size() >= above && isWorthCompressing(response, body.size(), above);
    if (body.size() > highWater && !traits.head) {
        // Too long to stand in memory twice: it goes the way of the streams.
        auto device = std::make_shared<QBuffer>();
        device->setData(body);
        device->open(QIODevice::ReadOnly);
        return writeStream(std::move(device), response, traits, body.size());
    }
    if (varies)
        response.headers.add("Vary", "Accept-Encoding");
    const QByteArray *sent = &body;
    QByteArray packed;
    if (varies && traits.acceptsGzip) {
        m_worker.deflater().restart();
        m_worker.deflater().append(body, Deflater::Mode::Finish, packed);
        response.headers.add("Content-Encoding", "gzip");
        sent = &packed;
    }
    appendHead(out(), response, traits, Framing::Length, sent->size(), m_worker.dateLine());
    if (!traits.head && sent->size() >= longBody)
        m_tail = *sent;
    else if (!traits.head)
        m_out.append(*sent);
    m_last = m_last || !traits.keepAlive;
}

void Answers::writeStream(std::shared_ptr<QIODevice> device, Response &response, ExchangeTraits traits, qint64 length)
{
    const bool varies = isWorthCompressing(response, length, m_worker.config().limits.compressAbove);
    const bool gzip = varies && traits.acceptsGzip;
    if (varies)
        response.headers.add("Vary", "Accept-Encoding");
    if (gzip)
        response.headers.add("Content-Encoding", "gzip");
    Framing framing = Framing::Chunked;
    if (length >= 0 && !gzip) {
        framing = Framing::Length;
    } else if (traits.http10) {
        framing = Framing::UntilClose;
        traits.keepAlive = false;
    }
    appendHead(out(), response, traits, framing, length, m_worker.dateLine());
    if (traits.head) {
        m_last = m_last || !traits.keepAlive;
        return;
    }
    m_lastAfterStream = !traits.keepAlive;
    m_stream = std::make_unique<ResponseStream>(std::move(device), framing, gzip, nullptr);
    QObject::connect(m_stream.get(), &ResponseStream::readable, &m_context, [this] { pumpLater(); });
    pumpLater();
}

void Answers::pumpLater()
{
    if (m_pumpScheduled)
        return;
    m_pumpScheduled = true;
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            m_pumpScheduled = false;
            pump();
        },
        Qt::QueuedConnection);
}

void Answers::pump()
{
    while (m_stream && unsent() < highWater) {
        const auto state = m_stream->fill(out(), piece);
        if (state == ResponseStream::State::More) {
            m_received = Clock::now(); // there was room, so the client reads: it is not late
            continue;
        }
        if (state == ResponseStream::State::Failed) {
            m_stream.reset();
            return m_owner.onBroken();
        }
        if (state == ResponseStream::State::Done) {
            m_stream.reset();
            m_last = m_lastAfterStream || m_worker.isDraining();
            advance();
            m_owner.onOutput();
            return m_owner.onAnswersMoved();
        }
        break;
    }
    if (!m_out.isEmpty())
        m_owner.onOutput();
}

/// Where the next octets go. A tail that waits keeps its place.
QByteArray &Answers::out()
{
    if (m_out.isNull())
        m_out = m_worker.takeBuffer();
    if (!m_tail.isEmpty())
        m_out.append(std::exchange(m_tail, {}));
    return m_out;
}

bool Answers::flush()
{
    if (!m_out.isEmpty()) {
        // TLS says within write() that there is room, and a stream then goes on writing.
        QByteArray out = std::exchange(m_out, {});
        const QByteArray tail = std::exchange(m_tail, {});
        const bool sent = m_channel->write(out, tail);
        m_worker.giveBack(std::move(out));
        if (!sent)
            return false;
    }
    if (m_stream && unsent() < highWater / 2)
        pumpLater();
    return true;
}

void Answers::onRoom()
{
    if (unsent() > highWater / 2)
        return;
    if (m_stream)
        pump();
    m_owner.onAnswersMoved();
}

qint64 Answers::unsent() const { return m_out.size() + m_tail.size() + m_channel->unsent(); }
}

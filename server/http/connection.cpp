// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include "server/http/clientaddress.h"
#include "server/http/contentcoding.h"
#include "server/http/worker.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace http
{
namespace
{
constexpr auto lingerTime = 2s;
constexpr int turnsPerEvent = 4; // reads before others get their turn
}

Connection::Connection(Worker &worker)
    : QObject(&worker)
    , m_worker(worker)
    , m_answers(worker, *this, *this)
    , m_progress(Clock::now())
    , m_began(m_progress)
{
}

Connection::~Connection()
{
    if (m_dirty)
        m_worker.forgetDirty(this);
}

bool Connection::start(std::unique_ptr<Channel> channel, const Peer &peer)
{
    m_peer = peer;
    m_channel = std::move(channel);
    m_answers.setChannel(*m_channel);
    m_phase = m_worker.isTls() ? Phase::Handshake : Phase::Open;
    if (!m_channel->start())
        return false;
    if (m_phase == Phase::Open)
        readSome();
    return true;
}

void Connection::onEncrypted()
{
    m_phase = Phase::Open;
    m_progress = Clock::now();
    readLater();
}

bool Connection::isPaused() const
{
    return m_phase != Phase::Open || m_held || m_answers.waiting() >= m_worker.config().limits.pipelined
        || m_answers.unsent() > Answers::highWater;
}

bool Connection::isQuiet() const { return !m_parser && !m_held && m_answers.isIdle() && m_answers.unsent() == 0; }

void Connection::readSome()
{
    if (m_busy)
        return;
    m_busy = true;
    bool drained = false;
    for (int turn = 0; turn < turnsPerEvent && !drained && (m_phase == Phase::Lingering || !isPaused()); ++turn) {
        const qint64 n = m_channel->read(m_worker.readBuffer(), Worker::readSize);
        if (n < 0) {
            m_busy = false;
            return n == NoMoreComes ? onPeerDone() : abort();
        }
        if (n > 0 && m_phase == Phase::Open)
            consume({m_worker.readBuffer(), qsizetype(n)});
        drained = !m_channel->mayHaveMore();
    }
    m_busy = false;
    m_starved = !drained;
    if (!drained && (m_phase == Phase::Lingering || !isPaused()))
        readLater();
}

/// The peer may have ended its half only and still listen: what it has asked for is answered.
void Connection::onPeerDone()
{
    if (m_phase == Phase::Lingering)
        return abort();
    if (!m_input.isEmpty())
        consume({});
    if (m_phase != Phase::Open)
        return; // the last answer is known already
    if (isPaused()) {
        m_starved = true; // the end is read once more when there is room for what came before it
        return;
    }
    dropInput();
    if (isQuiet())
        return abort();
    m_phase = Phase::Finishing;
    if (!m_answers.isStreaming()) // a stream learns of a peer that is gone by writing
        m_presence.reset();
}

void Connection::readLater()
{
    if (m_readScheduled || m_phase == Phase::Closed)
        return;
    m_readScheduled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_readScheduled = false;
            if (!m_input.isEmpty() && !isPaused())
                consume({});
            readSome();
        },
        Qt::QueuedConnection);
}

void Connection::consume(QByteArrayView octets)
{
    m_progress = Clock::now();
    if (m_input.isEmpty()) {
        const qsizetype used = parse(octets);
        if (used < octets.size() && m_phase == Phase::Open)
            m_input = octets.sliced(used).toByteArray();
    } else {
        m_input.append(octets);
        const qsizetype used = parse(m_input);
        if (used == m_input.size() || m_phase != Phase::Open)
            m_input = {};
        else
            m_input.remove(0, used);
    }
}

qsizetype Connection::parse(QByteArrayView octets)
{
    qsizetype at = 0;
    while (!isPaused() && (at < octets.size() || (m_parser && m_parser->headDone() && !m_continueDue))) {
        if (!m_parser) {
            m_parser = m_worker.takeParser();
            m_began = m_progress;
        }
        qsizetype taken = 0;
        const auto step = m_parser->feed(octets.sliced(at), taken);
        at += taken;
        if (step == RequestParser::Step::NeedMore)
            break;
        if (step == RequestParser::Step::Failed)
            refuse(m_parser->failure());
        else if (step == RequestParser::Step::Complete)
            onMessage();
        else if (onHead(at < octets.size()))
            continue;
    }
    if (m_phase != Phase::Open && at < octets.size())
        m_unread = true;
    m_resumable = isPaused();
    return at;
}

bool Connection::onHead(bool moreIsHere)
{
    Request &request = m_parser->request();
    request.client = m_peer.address;
    request.secure = m_worker.isTls();
    request.received = m_began;
    if (m_peer.trusted)
        applyForwarded(request, m_worker.config().trustedProxies);
    if (m_peer.refused) {
        refuse(503);
        return false;
    }
    return !m_parser->hasBody() || acceptBody(moreIsHere);
}

bool Connection::acceptBody(bool moreIsHere)
{
    const Request &request = m_parser->request();
    const auto policy = m_worker.bodyPolicy(request);
    const Coding coding = request.headers.count("Content-Encoding") > 1
        ? Coding::Unknown
        : codingOf(request.headers.value("Content-Encoding"));
    const quint64 expected = m_parser->contentLength().value_or(0);
    int status = 0;
    if (!policy)
        status = 500;
    else if (coding == Coding::Unknown)
        status = 415;
    else if (expected > quint64(policy->maxBytes))
        status = 413;
    if (status) {
        refuse(status);
        return false;
    }
    const ServerConfig &config = m_worker.config();
    m_body = std::make_unique<RequestBody>(
        BodyRules{*policy, config.limits.inflatedBytes, coding == Coding::Gzip, config.spoolDirectory},
        qint64(expected));
    m_parser->setSink(m_body.get());
    m_continueDue = m_parser->expectsContinue() && !moreIsHere;
    if (m_continueDue && m_answers.isIdle()) {
        m_continueDue = false;
        m_answers.sendContinue();
    }
    return true;
}

ExchangeTraits Connection::traits() const
{
    ExchangeTraits traits;
    const Method method = m_parser->request().method;
    traits.head = method == Method::Head;
    traits.safe = traits.head || method == Method::Get || method == Method::Options;
    traits.http10 = m_parser->http10();
    traits.keepAlive = m_parser->headDone() && m_parser->keepAlive();
    traits.acceptsGzip = m_parser->acceptsGzip();
    traits.hsts = m_worker.isTls();
    return traits;
}

void Connection::onMessage()
{
    if (m_body) {
        if (const int status = m_body->finish(m_parser->request()))
            return refuse(status);
        m_body.reset();
    }
    const ExchangeTraits exchange = traits();
    Request request = std::move(m_parser->request());
    if (!m_presence)
        m_presence = std::make_unique<QObject>();
    request.connection = m_presence.get();
    m_worker.giveBack(std::move(m_parser));
    if (m_answers.mayRunBeside(exchange.safe))
        dispatch(std::move(request), exchange);
    else
        m_held = std::make_unique<Held>(Held{std::move(request), exchange});
}

void Connection::dispatch(Request request, const ExchangeTraits &exchange)
{
    Request partial = withoutBody(request);
    const auto received = request.received;
    Reply reply = m_worker.answer(std::move(request), partial);
    if (!exchange.keepAlive)
        m_phase = Phase::Finishing;
    m_answers.deliver(std::move(reply), std::move(partial), exchange, received);
    if (m_answers.isLast())
        m_phase = Phase::Finishing;
}

void Connection::refuse(int status)
{
    Request &request = m_parser->request();
    request.client = request.client.isNull() ? m_peer.address : request.client;
    request.secure = request.secure || m_worker.isTls();
    request.received = m_began;
    request.damaged = m_body && m_body->isDamaged();
    ExchangeTraits exchange = traits();
    exchange.keepAlive = false;
    const Request partial = withoutBody(request);
    dropInput();
    m_unread = true;
    m_phase = Phase::Finishing;
    m_answers.deliver(m_worker.refusal(status, partial), partial, exchange, m_began);
}

void Connection::dropInput()
{
    if (m_parser)
        m_worker.giveBack(std::move(m_parser));
    m_body.reset();
    m_input = {};
    m_continueDue = false;
}

void Connection::onOutput()
{
    if (m_dirty || m_phase == Phase::Closed)
        return;
    m_dirty = true;
    m_worker.markDirty(this);
}

void Connection::flush()
{
    m_dirty = false;
    if (m_phase == Phase::Closed)
        return;
    if (!m_answers.flush())
        return abort();
    settle();
    if (!m_busy)
        resume();
}

void Connection::onAnswersMoved()
{
    if (m_phase == Phase::Closed)
        return;
    if (m_answers.isLast()) {
        m_held.reset();
        m_phase = Phase::Finishing;
    }
    if (m_held && m_answers.mayRunBeside(m_held->traits.safe)) {
        const auto held = std::move(m_held);
        dispatch(std::move(held->request), held->traits);
    }
    if (m_continueDue && m_answers.isIdle()) {
        m_continueDue = false;
        m_answers.sendContinue();
    }
    settle();
    resume();
}

void Connection::resume()
{
    if (m_phase == Phase::Open && (m_starved || m_resumable) && !isPaused()) {
        m_resumable = false;
        readLater();
    }
}

void Connection::settle()
{
    if (m_answers.unsent() > 0 || !m_answers.isIdle())
        return;
    if (m_phase == Phase::Finishing)
        m_unread && !m_worker.isDraining() ? linger() : close();
    else if (m_phase == Phase::Open && m_worker.isDraining() && isQuiet())
        close();
}

void Connection::linger()
{
    m_phase = Phase::Lingering;
    m_progress = Clock::now();
    m_input = {};
    m_channel->closeForWriting();
    readLater();
}

void Connection::close()
{
    m_phase = Phase::Closing;
    m_progress = Clock::now();
    m_channel->close(); // onGone() follows
}

void Connection::abort()
{
    if (m_phase == Phase::Closed)
        return;
    m_channel->abort();
    retire();
}

void Connection::retire()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_answers.giveUp();
    m_worker.retire(this);
}

void Connection::drain()
{
    readSome();
    if (m_phase == Phase::Open && isQuiet())
        close();
}

void Connection::sweep(Clock::time_point now)
{
    const ServerLimits &limits = m_worker.config().limits;
    const auto quietFor = now - m_progress;
    if (m_phase == Phase::Lingering || m_phase == Phase::Closing) {
        if (quietFor > lingerTime)
            abort();
    } else if (m_phase == Phase::Handshake) {
        if (quietFor > limits.headerTime)
            abort();
    } else if (!m_answers.isIdle() || m_answers.unsent() > 0) {
        if (now - m_answers.oldest() <= limits.totalTime)
            return;
        if (m_answers.isIdle() || m_answers.isStreaming() || m_answers.unsent() > 0)
            return abort();
        m_held.reset();
        m_unread = true;
        m_phase = Phase::Finishing;
        ExchangeTraits last;
        last.keepAlive = false;
        last.hsts = m_worker.isTls();
        m_answers.endWith(m_worker.refusal(503, {}), last);
    } else if (m_parser) {
        const bool late = m_parser->headDone() ? quietFor > limits.bodyStallTime : now - m_began > limits.headerTime;
        if (late || now - m_began > limits.totalTime)
            refuse(408);
    } else if (quietFor > limits.idleTime || m_worker.isDraining()) {
        close();
    }
}
}

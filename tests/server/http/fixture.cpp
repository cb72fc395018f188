// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/fixture.h"

#include <QMutexLocker>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace
{
http::Response text(const QByteArray &body)
{
    http::Response response;
    response.headers.add("Content-Type", "text/plain");
    response.body = body;
    return response;
}

class PathHandler : public http::Handler
{
public:
    explicit PathHandler(std::shared_ptr<Backstage> backstage)
        : m_backstage(std::move(backstage))
    {
    }

    http::BodyPolicy bodyPolicy(const http::Request &) const override
    {
        ++m_backstage->policiesAsked;
        return m_backstage->policy;
    }

    http::Reply handle(http::Request request) override
    {
        ++m_backstage->handled;
        if (request.path.startsWith("/later/"))
            return m_backstage->wait(request.path.mid(7));
        if (request.path == "/throw")
            throw std::runtime_error("on purpose");
        if (request.path == "/throw-int")
            throw 5;
        if (request.path == "/custom")
            return m_backstage->custom(request);
        if (request.path == "/echo")
            return text(request.spooled ? request.spooled->readAll() : request.body);
        if (request.path == "/spooled")
            return text(request.spooled ? "file" : "memory");
        if (request.path == "/client")
            return text(request.client.toString().toLatin1() + (request.secure ? " secure" : " plain"));
        return text(request.methodName + ' ' + request.path + ' ' + request.query);
    }

    http::Response refuse(int status, const http::Request &partial) const override
    {
        http::Response response
            = text("refused " + QByteArray::number(status) + ' ' + partial.path + (partial.damaged ? " damaged" : ""));
        response.status = status;
        return response;
    }

private:
    std::shared_ptr<Backstage> m_backstage;
};
}

QFuture<http::Response> Backstage::wait(const QByteArray &name)
{
    auto promise = std::make_shared<QPromise<http::Response>>();
    promise->start();
    const QMutexLocker lock(&m_mutex);
    m_waiting[name] = promise;
    return promise->future();
}

bool Backstage::isWaitedFor(const QByteArray &name)
{
    const QMutexLocker lock(&m_mutex);
    return m_waiting.contains(name);
}

std::shared_ptr<QPromise<http::Response>> Backstage::take(const QByteArray &name)
{
    const QMutexLocker lock(&m_mutex);
    auto node = m_waiting.extract(name);
    return node.empty() ? nullptr : node.mapped();
}

void Backstage::finish(const QByteArray &name)
{
    const auto promise = take(name);
    promise->addResult(text(name));
    promise->finish();
}

void Backstage::fail(const QByteArray &name)
{
    const auto promise = take(name);
    promise->setException(std::make_exception_ptr(std::runtime_error("on purpose")));
    promise->finish();
}

void Backstage::abandon(const QByteArray &name) { take(name).reset(); }

Served::Served(http::ServerConfig config, std::shared_ptr<Backstage> shared)
    : backstage(std::move(shared))
{
    config.port = 0;
    server = std::make_unique<http::Server>(config,
                                            [stage = backstage](int) { return std::make_unique<PathHandler>(stage); });
    const auto listening = server->listen();
    if (listening)
        port = *listening;
    else
        qWarning("%s", qPrintable(listening.error().log));
}

Client::Client(quint16 port, QTcpSocket *own)
    : socket(own ? own : new QTcpSocket)
{
    QObject::connect(socket.get(), &QTcpSocket::readyRead, socket.get(), [this] { input += socket->readAll(); });
    if (!own) {
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        socket->waitForConnected(); // the kernel's work alone: flush() breaks a socket that still connects
    }
}

bool Client::waitFor(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 10'000); }

Answer Client::answer(bool head)
{
    Answer answer;
    if (!waitFor([this] { return input.contains("\r\n\r\n"); }))
        return answer;
    const qsizetype end = input.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = input.first(end).split('\n');
    input.remove(0, end + 4);
    answer.status = lines.value(0).split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1))
        answer.headers.add(line.left(line.indexOf(':')), line.mid(line.indexOf(':') + 1).trimmed());
    if (head || answer.status < 200 || answer.status == 204 || answer.status == 304)
        return answer;
    if (answer.headers.value("Transfer-Encoding") == "chunked") {
        for (;;) {
            waitFor([this] { return input.contains("\r\n"); });
            const qsizetype size = input.left(input.indexOf("\r\n")).toLongLong(nullptr, 16);
            const qsizetype from = input.indexOf("\r\n") + 2;
            if (!waitFor([this, from, size] { return input.size() >= from + size + 2; }))
                return {};
            answer.body += input.mid(from, size);
            input.remove(0, from + size + 2);
            if (size == 0)
                return answer;
        }
    }
    if (answer.headers.contains("Content-Length")) {
        const qsizetype size = answer.headers.value("Content-Length").toLongLong();
        if (!waitFor([this, size] { return input.size() >= size; }))
            return {};
        answer.body = input.first(size);
        input.remove(0, size);
        return answer;
    }
    closes();
    answer.body = std::exchange(input, {});
    return answer;
}

bool Client::closes(std::chrono::milliseconds within)
{
    return QTest::qWaitFor([this] { return socket->state() == QAbstractSocket::UnconnectedState; },
                           int(within.count()));
}

bool Client::saysNothingMore()
{
    QTest::qWait(20);
    return input.isEmpty();
}

QByteArray get(const QByteArray &target, const QByteArray &fields)
{
    return "GET " + target + " HTTP/1.1\r\nHost: test\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &fields)
{
    return "POST " + target + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
        + fields + "\r\n" + body;
}

Answer ask(quint16 port, const QByteArray &octets)
{
    Client client(port);
    client.send(octets);
    return client.answer();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A server whose handler does what a request's path names, and a client that sees every byte.
#pragma once

#include "server/http/server.h"

#include <QMutex>
#include <QPromise>
#include <QTcpSocket>
#include <QTest>

#include <functional>
#include <map>
#include <memory>

using namespace std::chrono_literals;

/// What a test and the handlers share. Any thread.
class Backstage
{
public:
    QFuture<http::Response> wait(const QByteArray &name);
    bool isWaitedFor(const QByteArray &name);
    /// Answers /later/NAME with its name.
    void finish(const QByteArray &name);
    void fail(const QByteArray &name); ///< by an exception
    void abandon(const QByteArray &name); ///< the promise goes without an answer

    std::function<http::Response(const http::Request &)> custom; ///< answers /custom; set before the server starts
    http::BodyPolicy policy;
    std::atomic<int> handled = 0;
    std::atomic<int> policiesAsked = 0;

private:
    std::shared_ptr<QPromise<http::Response>> take(const QByteArray &name);
    QMutex m_mutex;
    std::map<QByteArray, std::shared_ptr<QPromise<http::Response>>> m_waiting;
};

struct Served {
    explicit Served(http::ServerConfig config = {}, std::shared_ptr<Backstage> shared = std::make_shared<Backstage>());

    std::shared_ptr<Backstage> backstage;
    std::unique_ptr<http::Server> server;
    quint16 port = 0;
};

struct Answer {
    int status = 0; ///< 0: none came
    http::Headers headers;
    QByteArray body;
};

class Client
{
public:
    explicit Client(quint16 port, QTcpSocket *own = nullptr);

    void send(const QByteArray &octets) { socket->write(octets); }
    /// Waits for the next answer; `head`: it answers a HEAD.
    Answer answer(bool head = false);
    bool closes(std::chrono::milliseconds within = 5s); ///< whether the server ends the connection
    bool saysNothingMore(); ///< nothing unread is here

    std::unique_ptr<QTcpSocket> socket;
    QByteArray input;

private:
    bool waitFor(const std::function<bool()> &condition);
};

/// GET with a Host.
QByteArray get(const QByteArray &target, const QByteArray &fields = {});
QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &fields = {});
/// One request on a connection of its own.
Answer ask(quint16 port, const QByteArray &octets);

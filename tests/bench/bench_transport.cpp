// SPDX-License-Identifier: GPL-3.0-or-later
// Serves constant answers until it is ended, for wrk on another core:
//   QT_NO_GLIB=1 taskset -c 0 bench_transport 8090 & taskset -c 1 wrk -t1 -c32 -d3 http://127.0.0.1:8090/healthz
// Without a port: starts, prints what an idle connection costs in memory, and ends.
#include "server/http/server.h"

#include <QCoreApplication>
#include <QFile>
#include <QTcpSocket>
#include <QThread>

#include <cstdio>
#include <cstdlib>
#include <vector>

namespace
{
class ConstantHandler : public http::Handler
{
public:
    http::BodyPolicy bodyPolicy(const http::Request &) const override { return {}; }
    http::Reply handle(http::Request request) override
    {
        http::Response response;
        response.headers.reserve(1);
        response.headers.add(QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json"));
        response.body = request.path == "/healthz" ? QByteArrayLiteral("{\"status\":\"ok\"}") : m_body;
        return response;
    }
    http::Response refuse(int status, const http::Request &) const override
    {
        http::Response response;
        response.status = status;
        return response;
    }

private:
    const QByteArray m_body = QByteArray("{\"data\":\"") + QByteArray(280, 'x') + "\"}";
};

qint64 residentKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').value(0).toLongLong();
    }
    return 0;
}

/// Opens `count` connections that each had one answer, and prints the growth. The clients live in a child process.
int measureIdle(QCoreApplication &app, http::Server &server, quint16 port, int count)
{
    const qint64 before = residentKiB();
    const QByteArray client = "exec python3 -c \"import socket,sys,time\nk=[]\nfor i in range("
        + QByteArray::number(count) + "):\n s=socket.create_connection(('127.0.0.1'," + QByteArray::number(port)
        + "));s.sendall(b'GET /healthz HTTP/1.1\\r\\nHost: "
          "a\\r\\n\\r\\n');s.recv(4096);k.append(s)\nprint('ready',flush=True)\nsys.stdin.read()\"";
    FILE *child = popen(client.constData(), "w");
    if (!child)
        return EXIT_FAILURE;
    while (server.stats().requests < count)
        app.processEvents(QEventLoop::WaitForMoreEvents, 50);
    const qint64 after = residentKiB();
    std::printf("%d idle connections: %.2f KiB each\n", count, double(after - before) / count);
    pclose(child);
    return EXIT_SUCCESS;
}
}

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    http::ServerConfig config;
    config.port = quint16(argc > 1 ? std::atoi(argv[1]) : 0);
    config.workers = argc > 2 ? std::atoi(argv[2]) : 1;
    http::Server server(config, [](int) { return std::make_unique<ConstantHandler>(); });
    const auto port = server.listen();
    if (!port) {
        std::fprintf(stderr, "%s\n", qPrintable(port.error().log));
        return EXIT_FAILURE;
    }
    return argc > 1 ? app.exec() : measureIdle(app, server, *port, 1000);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakehttpserver.h"

#include <algorithm>

FakeHttpServer::FakeHttpServer(Handler h, QObject *parent)
    : QObject(parent)
    , handler(std::move(h))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
    });
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
}

FakeHttpServer::~FakeHttpServer()
{
    stop(); // while what its sockets still say is heard by a whole object
}

QUrl FakeHttpServer::url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }

void FakeHttpServer::stop()
{
    m_server.close();
    const auto sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

bool FakeHttpServer::listenAgain() { return m_server.listen(QHostAddress::LocalHost, m_port); }

int FakeHttpServer::count(const QString &path) const
{
    return int(std::ranges::count_if(asked, [&](const FakeRequest &r) { return r.path == path; }));
}

void FakeHttpServer::read(QTcpSocket *socket)
{
    QByteArray &bytes = m_received[socket];
    bytes += socket->readAll();
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    FakeRequest request;
    const QList<QByteArray> lines = bytes.first(headEnd).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> words = lines.first().split(' ');
    const QUrl url = QUrl::fromEncoded(words.value(1));
    request.method = words.value(0);
    request.path = url.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(url.query(QUrl::FullyEncoded));
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (bytes.size() < headEnd + 4 + length)
        return;
    request.body = bytes.mid(headEnd + 4, length);
    bytes.remove(0, headEnd + 4 + length);
    asked.append(request);
    write(socket, handler(request));
}

void FakeHttpServer::write(QTcpSocket *socket, const FakeAnswer &answer)
{
    if (answer.hang)
        return;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n";
    if (!answer.drop) {
        socket->write(head + answer.body);
        return;
    }
    socket->write(head + answer.body.first(answer.body.size() / 2));
    socket->flush();
    socket->disconnectFromHost();
}

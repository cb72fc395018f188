// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

/// A provider on a port of its own: keeps every request and answers each with what the script says, byte by byte.
class FakeProvider : public QTcpServer
{
public:
    struct Seen {
        QByteArray line; ///< "POST /v1/messages HTTP/1.1"
        QByteArray head; ///< lower case names
        QJsonObject body;
    };
    /// What to do with the n-th request (from 0) on its socket.
    using Script = std::function<void(int n, QTcpSocket &socket)>;

    explicit FakeProvider(Script script)
        : m_script(std::move(script))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &FakeProvider::accept);
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    QList<Seen> seen;
    int left = 0; ///< connections that the other side closed

    static QByteArray answer(int status, const QByteArray &body, const QByteArray &more = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: application/json\r\n" + more
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    /// The head of a streamed answer; the connection's end is its end.
    static QByteArray streamHead()
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++left; });
        }
    }
    void read(QTcpSocket &socket)
    {
        QByteArray bytes = socket.property("bytes").toByteArray() + socket.readAll();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        const qsizetype at = bytes.toLower().indexOf("content-length:");
        const qsizetype length = at < 0 ? 0 : bytes.mid(at + 15, bytes.indexOf("\r\n", at) - at - 15).trimmed().toInt();
        if (end < 0 || bytes.size() < end + 4 + length) {
            socket.setProperty("bytes", bytes);
            return;
        }
        socket.setProperty("bytes", QByteArray());
        const QByteArray line = bytes.left(bytes.indexOf("\r\n"));
        seen.append({line, bytes.left(end).toLower(), QJsonDocument::fromJson(bytes.mid(end + 4)).object()});
        m_script(int(seen.size()) - 1, socket);
    }

    Script m_script;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

struct FakeRequest {
    QByteArray method;
    QString path; ///< decoded, without the query
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

struct FakeAnswer {
    int status = 200;
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    bool hang = false; ///< never answered
    bool drop = false; ///< half of the body, then the connection breaks

    static FakeAnswer json(const QJsonObject &object, int status = 200)
    {
        return {.status = status,
                .body = QJsonDocument(object).toJson(QJsonDocument::Compact),
                .headers = {{"Content-Type", "application/json"}}};
    }
};

/// A small HTTP server in the test's own thread. Everything asked is kept in `asked`.
class FakeHttpServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<FakeAnswer(const FakeRequest &)>;

    explicit FakeHttpServer(Handler handler, QObject *parent = nullptr);
    ~FakeHttpServer() override;

    QUrl url() const;
    void stop(); ///< closes the port and every connection
    bool listenAgain(); ///< on the same port

    int count(const QString &path) const;

    Handler handler;
    QList<FakeRequest> asked;

private:
    void read(QTcpSocket *socket);
    static void write(QTcpSocket *socket, const FakeAnswer &answer);

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QTcpSocket *, QByteArray> m_received;
};

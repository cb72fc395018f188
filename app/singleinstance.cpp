// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace
{
constexpr int AnswerMs = 2000;
constexpr qint64 LongestMessage = 64 * 1024;

QString scoped(const QString &name)
{
    const QString scope = qEnvironmentVariable("XDG_SESSION_ID") + u'/' + QDir::homePath();
    const QByteArray hash = QCryptographicHash::hash(scope.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return name + u'-' + QString::fromLatin1(hash);
}
}

SingleInstance::SingleInstance(const QString &name, QObject *parent)
    : QObject(parent)
    , m_name(scoped(name))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                if (socket->bytesAvailable() > LongestMessage)
                    return socket->abort();
                QDataStream stream(socket);
                QStringList arguments;
                stream.startTransaction();
                stream >> arguments;
                if (!stream.commitTransaction())
                    return;
                socket->write("ok");
                socket->disconnectFromServer();
                emit calledAgain(arguments);
            });
        }
    });
}

bool SingleInstance::claim()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::TempLocation);
    m_lock = std::make_unique<QLockFile>(folder + u'/' + m_name + u".lock"_s);
    m_lock->setStaleLockTime(0); // only a dead process makes it stale
    if (!m_lock->tryLock(0))
        return false;
    QLocalServer::removeServer(m_name); // the socket file of a crashed one
    m_server.listen(m_name);
    return true;
}

bool SingleInstance::handOver(const QStringList &arguments)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(AnswerMs))
        return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << arguments;
    socket.write(message);
    return socket.waitForBytesWritten(AnswerMs) && socket.waitForReadyRead(AnswerMs);
}

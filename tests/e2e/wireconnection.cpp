// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/wireconnection.h"

#include <QJsonDocument>
#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

QByteArray WireAnswer::header(QByteArrayView name) const { return all(name).value(0); }

QByteArrayList WireAnswer::all(QByteArrayView name) const
{
    QByteArrayList values;
    for (const auto &[key, value] : headers) {
        if (QByteArrayView(key).compare(name, Qt::CaseInsensitive) == 0)
            values << value;
    }
    return values;
}

QJsonObject WireAnswer::json() const { return QJsonDocument::fromJson(body).object(); }

WireConnection::WireConnection(const QUrl &server)
{
    constexpr int Patience = 30'000;
    const auto port = quint16(server.port());
    if (server.scheme() == u"https") {
        auto secure = std::make_unique<QSslSocket>();
        secure->setPeerVerifyMode(QSslSocket::VerifyNone);
        secure->connectToHostEncrypted(server.host(), port);
        secure->waitForEncrypted(Patience);
        m_socket = std::move(secure);
    } else {
        m_socket = std::make_unique<QTcpSocket>();
        m_socket->connectToHost(server.host(), port);
        m_socket->waitForConnected(Patience);
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

WireConnection::~WireConnection() { m_socket->abort(); }

bool WireConnection::isOpen() const { return m_socket->state() == QAbstractSocket::ConnectedState; }

bool WireConnection::write(const QByteArray &bytes, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    m_socket->write(bytes);
    while (isOpen() && m_socket->bytesToWrite() > 0 && !deadline.hasExpired())
        m_socket->waitForBytesWritten(int(deadline.remainingTime()));
    return isOpen() && m_socket->bytesToWrite() == 0;
}

bool WireConnection::more(int milliseconds)
{
    if (m_socket->bytesAvailable() == 0)
        m_socket->waitForReadyRead(std::max(0, milliseconds));
    const QByteArray bytes = m_socket->readAll();
    m_buffer += bytes;
    return !bytes.isEmpty();
}

bool WireConnection::fill(qsizetype bytes, const QDeadlineTimer &deadline)
{
    while (m_buffer.size() - m_taken < bytes) {
        if (!more(int(deadline.remainingTime())) && (!isOpen() || deadline.hasExpired()))
            return false;
    }
    return true;
}

QByteArray WireConnection::take(qsizetype bytes)
{
    constexpr qsizetype WorthMoving = 256 * 1024; // thousands of small answers wait in the buffer at once
    const QByteArray taken = m_buffer.mid(m_taken, bytes);
    m_taken += bytes;
    if (m_taken == m_buffer.size() || m_taken > WorthMoving) {
        m_buffer.remove(0, m_taken);
        m_taken = 0;
    }
    return taken;
}

std::optional<QByteArray> WireConnection::readLine(const QDeadlineTimer &deadline)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n", m_taken)) < 0) {
        if (!fill(m_buffer.size() - m_taken + 1, deadline))
            return {};
    }
    const QByteArray line = take(end - m_taken);
    take(2);
    return line;
}

std::optional<WireAnswer> WireConnection::readHead(const QDeadlineTimer &deadline)
{
    auto line = readLine(deadline);
    if (!line || !line->startsWith("HTTP/1."))
        return {};
    WireAnswer answer;
    answer.version = line->left(8);
    answer.status = line->mid(9, 3).toInt();
    while ((line = readLine(deadline)) && !line->isEmpty()) {
        const qsizetype colon = line->indexOf(':');
        if (colon <= 0)
            return {};
        answer.headers.emplace_back(line->left(colon), line->mid(colon + 1).trimmed());
    }
    return line ? std::optional(answer) : std::nullopt;
}

bool WireConnection::readChunks(QByteArray &body, const QDeadlineTimer &deadline)
{
    while (const auto line = readLine(deadline)) {
        bool ok = false;
        const qsizetype size = line->split(';').constFirst().trimmed().toLongLong(&ok, 16);
        if (!ok || !fill(size + 2, deadline))
            return false;
        body += take(size);
        take(2);
        if (size == 0)
            return true;
    }
    return false;
}

bool WireConnection::readBody(WireAnswer &answer, const QDeadlineTimer &deadline)
{
    if (answer.header("Transfer-Encoding").toLower() == "chunked")
        return readChunks(answer.body, deadline);
    if (answer.has("Content-Length")) {
        const qsizetype length = answer.header("Content-Length").toLongLong();
        if (!fill(length, deadline))
            return false;
        answer.body = take(length);
        return true;
    }
    while (isOpen() && !deadline.hasExpired())
        more(int(deadline.remainingTime()));
    answer.body = take(m_buffer.size() - m_taken);
    return true;
}

std::optional<WireAnswer> WireConnection::read(bool head, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    auto answer = readHead(deadline);
    while (answer && answer->status < 200)
        answer = readHead(deadline);
    if (!answer || head || answer->status == 204 || answer->status == 304)
        return answer;
    return readBody(*answer, deadline) ? answer : std::nullopt;
}

bool WireConnection::waitClosed(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (isOpen() && !deadline.hasExpired()) {
        more(int(deadline.remainingTime()));
        take(m_buffer.size() - m_taken);
    }
    return !isOpen();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSocket>
#include <QDeadlineTimer>
#include <QJsonObject>
#include <QUrl>

#include <memory>
#include <optional>

using WireHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// A response exactly as it came: header order, case and duplicates are kept.
struct WireAnswer {
    int status = 0; ///< 0: no answer, the connection ended first
    QByteArray version; ///< "HTTP/1.1"
    WireHeaders headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const; ///< the first of that name, without regard to case; null: none
    QByteArrayList all(QByteArrayView name) const;
    bool has(QByteArrayView name) const { return !all(name).isEmpty(); }
    QJsonObject json() const; ///< empty when the body is no JSON object
};

/// One connection to a server, used with blocking calls that all have a deadline. TLS for https URLs, unverified.
class WireConnection
{
    Q_DISABLE_COPY_MOVE(WireConnection)
public:
    explicit WireConnection(const QUrl &server);
    ~WireConnection();

    QAbstractSocket &socket() { return *m_socket; }
    bool isOpen() const;
    /// Hands the bytes to the kernel; false when the connection broke before all of them were taken.
    bool write(const QByteArray &bytes, int milliseconds = 30'000);
    /// The next response, interim ones left out. `head`: it has no body whatever its headers say.
    std::optional<WireAnswer> read(bool head = false, int milliseconds = 60'000);
    /// Reads and drops what still comes; true when the server closes within the time.
    bool waitClosed(int milliseconds);

private:
    bool more(int milliseconds);
    std::optional<WireAnswer> readHead(const QDeadlineTimer &deadline);
    bool readBody(WireAnswer &answer, const QDeadlineTimer &deadline);
    bool readChunks(QByteArray &body, const QDeadlineTimer &deadline);
    std::optional<QByteArray> readLine(const QDeadlineTimer &deadline);
    bool fill(qsizetype bytes, const QDeadlineTimer &deadline);
    QByteArray take(qsizetype bytes);

    std::unique_ptr<QAbstractSocket> m_socket;
    QByteArray m_buffer;
    qsizetype m_taken = 0; ///< of the buffer, from its start
};

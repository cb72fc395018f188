// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

#include <optional>

struct ReceivedMail {
    QByteArray from;
    QByteArrayList to;
    QByteArray data; ///< dots unstuffed, without the end
    QByteArray user; ///< signed in as
    bool encrypted = false;
};

/// A small SMTP server (RFC 5321) that keeps what it is given. On the test's thread.
class SmtpServer : public QTcpServer
{
public:
    SmtpServer();

    QString url(const QString &credentials = {}) const;

    QList<ReceivedMail> received;
    int connections = 0;
    QByteArray greeting = "220 test ready";
    QByteArray refuseSender; ///< what MAIL is answered; empty: taken
    QByteArray refuseRecipients; ///< what RCPT is answered, "550 no such user"; empty: taken
    QByteArray refuseData; ///< what a whole mail is answered; empty: taken
    bool silent = false; ///< answers nothing any more
    bool dropsAfterData = false; ///< takes the mail, and the line breaks before that is said
    QByteArray password; ///< asks for it; empty: nobody signs in
    std::optional<QSslConfiguration> tls; ///< offers STARTTLS

protected:
    void incomingConnection(qintptr descriptor) override;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/mail/smtpserver.h"

#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace
{
/// One client.
class Dialogue : public QObject
{
public:
    Dialogue(SmtpServer &server, qintptr descriptor)
        : QObject(&server)
        , m_server(server)
    {
        m_socket.setSocketDescriptor(descriptor);
        connect(&m_socket, &QIODevice::readyRead, this, &Dialogue::read);
        connect(&m_socket, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
        say(m_server.greeting);
    }

private:
    void say(const QByteArray &line)
    {
        if (!m_server.silent)
            m_socket.write(line + "\r\n");
    }

    void read()
    {
        while (m_socket.canReadLine()) {
            const QByteArray line = m_socket.readLine();
            if (m_inData)
                take(line);
            else
                obey(line.trimmed());
        }
    }

    void take(const QByteArray &line)
    {
        if (line != ".\r\n") {
            m_mail.data += line.startsWith("..") ? line.mid(1) : line;
            return;
        }
        m_inData = false;
        if (m_server.refuseData.isEmpty())
            m_server.received << m_mail;
        if (m_server.dropsAfterData)
            m_socket.abort();
        else
            say(m_server.refuseData.isEmpty() ? "250 taken" : m_server.refuseData);
        m_mail.data.clear();
        m_mail.to.clear();
    }

    void obey(const QByteArray &line)
    {
        const QByteArray verb = line.left(4).toUpper();
        if (m_inAuth)
            signIn(line);
        else if (verb == "EHLO")
            greet();
        else if (line.toUpper() == "STARTTLS" && m_server.tls)
            encrypt();
        else if (line == "AUTH PLAIN") {
            m_inAuth = true;
            say("334 ");
        } else if (verb == "MAIL")
            begin(line.mid(10));
        else if (verb == "RCPT")
            address(line.mid(8));
        else if (verb == "DATA") {
            m_inData = true;
            say("354 go on");
        } else if (verb == "QUIT") {
            say("221 bye");
            m_socket.disconnectFromHost();
        } else {
            say(verb == "RSET" || verb == "NOOP" ? "250 fine" : "502 not here");
        }
    }

    void greet()
    {
        QByteArray out = "250-test\r\n";
        if (m_server.tls && !m_socket.isEncrypted())
            out += "250-STARTTLS\r\n";
        if (!m_server.password.isEmpty())
            out += "250-AUTH PLAIN\r\n";
        say(out + "250 8BITMIME");
    }

    void encrypt()
    {
        m_socket.setSslConfiguration(*m_server.tls);
        say("220 go ahead");
        m_socket.startServerEncryption();
    }

    /// RFC 4616, with the credentials in a line of their own.
    void signIn(const QByteArray &line)
    {
        m_inAuth = false;
        const QByteArrayList parts = QByteArray::fromBase64(line).split('\0');
        m_mail.user = parts.value(1);
        say(parts.value(2) == m_server.password ? "235 welcome" : "535 who are you");
    }

    void begin(const QByteArray &from)
    {
        m_mail.from = from;
        m_mail.encrypted = m_socket.isEncrypted();
        say(m_server.refuseSender.isEmpty() ? "250 fine" : m_server.refuseSender);
    }

    void address(const QByteArray &to)
    {
        if (m_server.refuseRecipients.isEmpty())
            m_mail.to << to;
        say(m_server.refuseRecipients.isEmpty() ? "250 fine" : m_server.refuseRecipients);
    }

    SmtpServer &m_server;
    QSslSocket m_socket;
    ReceivedMail m_mail;
    bool m_inData = false;
    bool m_inAuth = false;
};
}

SmtpServer::SmtpServer()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port for a mail server");
}

QString SmtpServer::url(const QString &credentials) const
{
    return u"smtp://"_s + credentials + u"127.0.0.1:"_s + QString::number(serverPort());
}

void SmtpServer::incomingConnection(qintptr descriptor)
{
    ++connections;
    new Dialogue(*this, descriptor);
}

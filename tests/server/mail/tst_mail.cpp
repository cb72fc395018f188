// SPDX-License-Identifier: GPL-3.0-or-later
// From the outbox to the recipient: by SMTP and into files, once, whatever goes wrong on the way.
#include "server/mail/outbox.h"
#include "server/mail/sender.h"
#include "tests/server/mail/smtpserver.h"
#include "tests/server/store/testdatabase.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QString From = u"voxdesk@platform.example"_s;
constexpr qint64 Start = 1'700'000'000'000;

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().log));
    return *std::move(result);
}

QByteArrayList headerNames(const QByteArray &mail)
{
    QByteArrayList names;
    const QByteArray head = mail.left(mail.indexOf("\r\n\r\n"));
    for (const QByteArray &line : head.split('\n')) {
        if (!line.startsWith(' ') && !line.startsWith('\t'))
            names << line.left(line.indexOf(':'));
    }
    return names;
}

QByteArray header(const QByteArray &mail, const QByteArray &name)
{
    const QRegularExpression field(u"(?:^|\r\n)%1: ((?:[^\r]|\r\n )*)\r\n"_s.arg(QString::fromLatin1(name)));
    return field.match(QString::fromLatin1(mail)).captured(1).toLatin1();
}

QString decodedWords(const QByteArray &text)
{
    static const QRegularExpression word(u"=\\?utf-8\\?B\\?([^?]*)\\?="_s);
    QByteArray out;
    for (auto m = word.globalMatch(QString::fromLatin1(text)); m.hasNext();)
        out += QByteArray::fromBase64(m.next().captured(1).toLatin1());
    return QString::fromUtf8(out);
}

QString decodedBody(const QByteArray &mail)
{
    QByteArray body = mail.mid(mail.indexOf("\r\n\r\n") + 4);
    body.replace("=\r\n", "");
    QByteArray out;
    for (qsizetype i = 0; i < body.size(); ++i) {
        if (body[i] == '=') {
            out += QByteArray::fromHex(body.mid(i + 1, 2));
            i += 2;
        } else {
            out += body[i];
        }
    }
    out.replace("\r\n", "\n");
    return QString::fromUtf8(out);
}

/// Answers what it is told to, at once.
class Scripted : public mail::Transport
{
public:
    explicit Scripted(std::shared_ptr<std::atomic<int>> tries)
        : m_tries(std::move(tries))
    {
    }
    mail::Delivery deliver(const mail::Outgoing &) override
    {
        ++*m_tries;
        return {mail::Delivery::State::TryAgain, u"not now"_s};
    }

private:
    std::shared_ptr<std::atomic<int>> m_tries;
};
}

class TestMail : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_databases = std::make_unique<TestDatabases>();
        m_engine = qgetenv("VOXDESK_TEST_ENGINE") == "postgresql" ? store::Engine::PostgreSql : store::Engine::Sqlite;
        if (!m_databases->has(m_engine))
            QSKIP("This machine has no PostgreSQL.");
    }
    void init();
    void cleanup();

    void isAMailAsTheStandardsHaveIt();
    void userTextMakesNoHeaders_data();
    void userTextMakesNoHeaders();
    void longAndForeignTextArrivesAsItWas_data();
    void longAndForeignTextArrivesAsItWas();
    void addressesAreChecked();
    void hostNamesAreWrittenInAscii();
    void urlsAreChecked_data();
    void urlsAreChecked();

    void goesOutBySmtpOnce();
    void signsInOnlyOverTls();
    void startsTls();
    void neverInTheClearWhereTlsIsNeeded();
    void waitsForAServerThatIsAway();
    void givesUpWhatIsRefusedForEver_data();
    void givesUpWhatIsRefusedForEver();
    void keepsMailWhileWeAreRefused_data();
    void keepsMailWhileWeAreRefused();
    void triesLaterWhatIsRefusedForNow();
    void pausesGrow();
    void whatIsOverIsNotSent();
    void aDeadServersMailGoesOnUnderTheSameName();
    void goesIntoFiles();
    void filesGoAfterAMonth();
    void rollsBackWithItsChange();

private:
    void enqueue(const mail::Message &message)
    {
        must(
            m_writer->submit<Done>([=, this](store::Connection &c) { return mail::enqueue(c, message, m_now->load()); })
                .result());
    }
    void startSender(std::unique_ptr<mail::Transport> transport)
    {
        m_sender = must(mail::Sender::start(m_database, *m_writer, std::move(transport),
                                            [now = m_now] { return now->load(); }, {.look = 10ms}));
    }
    void sendBySmtp(const QString &url, const QString &caFile = {})
    {
        auto settings = must(mail::SmtpSettings::parse(url));
        settings.caFile = caFile;
        startSender(mail::smtpTransport(settings, From));
    }
    qint64 number(const QString &sql)
    {
        auto rows = must(m_connection->query(sql));
        return rows.next() ? rows.integer(0) : -1;
    }
    QString text(const QString &sql)
    {
        auto rows = must(m_connection->query(sql));
        return rows.next() ? rows.text(0) : QString();
    }
    qint64 sent() { return number(u"SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NOT NULL"_s); }
    qint64 failed() { return number(u"SELECT COUNT(*) FROM mail_outbox WHERE failed_at IS NOT NULL"_s); }
    qint64 tried() { return number(u"SELECT COALESCE(MAX(attempts), 0) FROM mail_outbox WHERE instance = ''"_s); }
    void pass(std::chrono::milliseconds time)
    {
        *m_now += time.count();
        m_sender->wake();
    }
    bool makeCertificate(); ///< false where there is no openssl program

    std::unique_ptr<TestDatabases> m_databases;
    store::Engine m_engine = store::Engine::Sqlite;
    store::Database m_database;
    std::shared_ptr<std::atomic<qint64>> m_now;
    std::unique_ptr<store::Connection> m_connection;
    std::unique_ptr<store::Writer> m_writer;
    std::unique_ptr<mail::Sender> m_sender;
    QTemporaryDir m_folder;
    QSslConfiguration m_tls;
};

void TestMail::init()
{
    m_database = m_databases->createMigrated(m_engine);
    m_now = std::make_shared<std::atomic<qint64>>(Start);
    m_connection = must(store::Connection::open(m_database));
    m_writer = must(store::Writer::start(m_database));
}

void TestMail::cleanup()
{
    m_sender.reset();
    m_writer.reset();
    m_connection.reset();
}

void TestMail::isAMailAsTheStandardsHaveIt()
{
    const QByteArray mail = mail::rendered({.id = u"mail_1"_s,
                                            .to = u"ada@example.com"_s,
                                            .subject = u"Confirm your address"_s,
                                            .text = u"Hello.\n.\nA code: a=b\n"_s,
                                            .createdAt = Start},
                                           From);
    QCOMPARE(headerNames(mail),
             (QByteArrayList{"From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version",
                             "Content-Type", "Content-Transfer-Encoding"}));
    QCOMPARE(header(mail, "From"), "Voxdesk <voxdesk@platform.example>");
    QCOMPARE(header(mail, "To"), "<ada@example.com>");
    QCOMPARE(header(mail, "Subject"), "Confirm your address");
    QCOMPARE(header(mail, "Date"), "Tue, 14 Nov 2023 22:13:20 +0000");
    QCOMPARE(header(mail, "Message-ID"), "<mail_1@platform.example>");
    QVERIFY(mail.contains("\r\nA code: a=3Db\r\n"));
    QCOMPARE(decodedBody(mail), u"Hello.\n.\nA code: a=b\n\n"_s);
    QVERIFY(!QByteArray(mail).replace("\r\n", "").contains('\n'));
}

void TestMail::userTextMakesNoHeaders_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("line break") << u"Hi\r\nBcc: everybody@example.com"_s;
    QTest::newRow("bare line feed") << u"Hi\nBcc: everybody@example.com"_s;
    QTest::newRow("bare return") << u"Hi\rBcc: everybody@example.com"_s;
    QTest::newRow("an end of headers") << u"Hi\r\n\r\nanother body"_s;
    QTest::newRow("folded") << u"Hi\r\n Bcc: everybody@example.com"_s;
    QTest::newRow("line separator") << u"Hi\u2028Bcc: everybody@example.com\u2029\u0085x"_s;
    QTest::newRow("NUL and bell") << u"Hi"_s + QChar(0) + QChar(7) + u"Bcc: x@example.com"_s;
    QTest::newRow("an encoded word of its own") << u"=?utf-8?Q?=0D=0ABcc:_x@example.com?="_s;
    QTest::newRow("boundaries") << u"\n.\r\n.\r\nMAIL FROM:<x@example.com>\r\n"_s;
}

void TestMail::userTextMakesNoHeaders()
{
    QFETCH(QString, text);
    const QByteArray mail = mail::rendered(
        {.id = u"mail_1"_s, .to = u"ada@example.com"_s, .subject = text, .text = text, .createdAt = Start}, From);
    QCOMPARE(headerNames(mail).size(), 9);
    QVERIFY(!headerNames(mail).contains("Bcc"));
    const QByteArray subject = header(mail, "Subject");
    QVERIFY(!decodedWords(subject).contains(u'\n') && !decodedWords(subject).contains(u'\r'));
    if (text.contains("=?"_L1))
        QCOMPARE(decodedWords(subject), text); // shown, not obeyed
    for (const char c : mail)
        QVERIFY((c >= ' ' && c < 0x7f) || c == '\r' || c == '\n');
}

void TestMail::longAndForeignTextArrivesAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << u"Hello"_s;
    QTest::newRow("long") << u"word "_s.repeated(60).trimmed();
    QTest::newRow("no place to break") << QString(2000, u'x');
    QTest::newRow("umlauts") << u"Bestätigen Sie Ihre Adresse für Grüße aus Köln, Łódź und Ørsted, bitte sehr"_s;
    QTest::newRow("chinese") << u"请确认您的电子邮件地址"_s.repeated(9);
    QTest::newRow("outside the first plane") << u"👩‍💻🎧"_s.repeated(40);
    QTest::newRow("blanks at the end") << u"a\u00a0"_s;
}

void TestMail::longAndForeignTextArrivesAsItWas()
{
    QFETCH(QString, text);
    const QByteArray mail = mail::rendered({.id = u"mail_1"_s,
                                            .to = u"ada@example.com"_s,
                                            .subject = text,
                                            .text = QString(text + u" \t\n"_s + text),
                                            .createdAt = Start},
                                           From);
    for (const QByteArray &line : mail.split('\n'))
        QVERIFY2(line.size() <= 79, line); // 78 and the '\r'
    const QByteArray subject = header(mail, "Subject");
    QCOMPARE(subject.startsWith("=?") ? decodedWords(subject) : QString::fromLatin1(subject), text.simplified());
    QCOMPARE(decodedBody(mail), QString(text + u" \t\n"_s + text + u'\n'));
}

void TestMail::addressesAreChecked()
{
    for (const QString &good :
         {u"ada@example.com"_s, u"a.b+c@x-y.example"_s, u"root@localhost"_s, u"o'neil@x.example"_s})
        QVERIFY2(mail::isDeliverable(good), qPrintable(good));
    for (const QString &bad :
         {u""_s, u"ada"_s, u"@x.example"_s, u"ada@"_s, u"a@b@c"_s, u"a b@x.example"_s, u"a>@x.example"_s,
          u"ada@x.example\r\nBcc: eve@x.example"_s, u"ada@x.example\n"_s, u"ada@x.example,eve@x.example"_s,
          u"\"a b\"@x.example"_s, u"ädä@x.example"_s, u"a..b@x.example"_s, u"ada@x..example"_s,
          QString(65, u'a') + u"@x.example"_s, u"a@"_s + QString(260, u'x')})
        QVERIFY2(!mail::isDeliverable(bad), qPrintable(bad));
    enqueue({.to = u"ada@x.example\r\nBcc: eve@x.example"_s, .subject = u"x"_s, .text = u"a secret"_s});
    QCOMPARE(failed(), 1);
    QCOMPARE(text(u"SELECT body FROM mail_outbox"_s), QString());
}

void TestMail::hostNamesAreWrittenInAscii()
{
    QCOMPARE(mail::onTheWire(u"info@müller.example"_s), u"info@xn--mller-kva.example"_s);
    QCOMPARE(mail::onTheWire(u"ada@my_host.example"_s), u"ada@my_host.example"_s); // as it was
    SmtpServer server;
    enqueue({.to = u"info@müller.example"_s, .subject = u"x"_s, .text = u"x"_s});
    enqueue({.to = u"jürgen@müller.example"_s, .subject = u"x"_s, .text = u"x"_s}); // there is no way to write that
    sendBySmtp(server.url());
    QTRY_COMPARE(sent(), 1);
    QCOMPARE(failed(), 1);
    QCOMPARE(server.received[0].to, QByteArrayList{"<info@xn--mller-kva.example>"});
    QCOMPARE(header(server.received[0].data, "To"), QByteArray("<info@xn--mller-kva.example>"));
}

void TestMail::urlsAreChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("good");
    QTest::newRow("submission") << u"smtp://u:p@mail.example.com:587"_s << true;
    QTest::newRow("implicit TLS") << u"smtps://u:p@mail.example.com"_s << true;
    QTest::newRow("this machine") << u"smtp://u:p@127.0.0.1:25?starttls=off"_s << true;
    QTest::newRow("a relay without TLS") << u"smtp://relay.example.com?starttls=off"_s << true;
    QTest::newRow("a password in the clear") << u"smtp://u:p@mail.example.com?starttls=off"_s << false;
    QTest::newRow("a password perhaps in the clear") << u"smtp://u:p@mail.example.com?starttls=optional"_s << false;
    QTest::newRow("http") << u"http://mail.example.com"_s << false;
    QTest::newRow("no host") << u"smtp://"_s << false;
    QTest::newRow("a path") << u"smtp://mail.example.com/x"_s << false;
    QTest::newRow("unknown option") << u"smtp://mail.example.com?tls=1"_s << false;
    QTest::newRow("nonsense") << u"mail.example.com"_s << false;
}

void TestMail::urlsAreChecked()
{
    QFETCH(QString, url);
    QFETCH(bool, good);
    const auto parsed = mail::SmtpSettings::parse(url);
    QCOMPARE(bool(parsed), good);
    if (!parsed)
        QCOMPARE(parsed.error().code, ErrorCode::ValidationError);
    else
        QVERIFY(!parsed->url.toString().contains(u'@')); // what is logged
}

void TestMail::goesOutBySmtpOnce()
{
    SmtpServer server;
    enqueue({.to = u"ada@example.com"_s, .subject = u"One"_s, .text = u"A code\n.\n..dots\n"_s});
    enqueue({.to = u"eve@example.com"_s, .subject = u"Zwei – für dich"_s, .text = u"Grüße\n"_s});
    sendBySmtp(server.url());
    QTRY_COMPARE(sent(), 2);
    QCOMPARE(server.received.size(), 2);
    const ReceivedMail &first = server.received[0];
    QVERIFY(first.from.startsWith("<voxdesk@platform.example>"));
    QCOMPARE(first.to, QByteArrayList{"<ada@example.com>"});
    QCOMPARE(decodedBody(first.data), u"A code\n.\n..dots\n\n"_s);
    QCOMPARE(decodedWords(header(server.received[1].data, "Subject")), u"Zwei – für dich"_s);
    QVERIFY(header(first.data, "Message-ID") != header(server.received[1].data, "Message-ID"));
    QCOMPARE(number(u"SELECT COUNT(*) FROM mail_outbox WHERE body <> ''"_s), 0); // nothing to steal is left
    pass(24h);
    enqueue({.to = u"ada@example.com"_s, .subject = u"Three"_s, .text = u"x"_s});
    QTRY_COMPARE(sent(), 3);
    QCOMPARE(server.received.size(), 3);
}

void TestMail::signsInOnlyOverTls()
{
    SmtpServer server;
    server.password = "s3cret";
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"x"_s});
    sendBySmtp(server.url(u"u:s3cret@"_s)); // this machine: no TLS needed
    QTRY_COMPARE(sent(), 1);
    QCOMPARE(server.received[0].user, "u");
    m_sender.reset();
    server.password = "changed";
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"x"_s});
    sendBySmtp(server.url(u"u:s3cret@"_s));
    QTRY_COMPARE(number(u"SELECT COUNT(*) FROM mail_outbox WHERE last_error <> ''"_s), 1);
    QCOMPARE(failed(), 0); // our settings are wrong, not the mail
    QVERIFY(!text(u"SELECT last_error FROM mail_outbox WHERE last_error <> ''"_s).contains("s3cret"_L1));
}

bool TestMail::makeCertificate()
{
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s,
                   m_folder.filePath(u"key.pem"_s), u"-out"_s, m_folder.filePath(u"cert.pem"_s)});
    if (!openssl.waitForFinished(60'000) || openssl.exitCode() != 0)
        return false;
    QFile key(m_folder.filePath(u"key.pem"_s));
    if (!key.open(QIODevice::ReadOnly))
        return false;
    m_tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    m_tls.setLocalCertificate(QSslCertificate::fromPath(m_folder.filePath(u"cert.pem"_s)).value(0));
    return !m_tls.privateKey().isNull() && !m_tls.localCertificate().isNull();
}

void TestMail::startsTls()
{
    if (!makeCertificate())
        QSKIP("There is no openssl program to make a certificate with.");
    SmtpServer server;
    server.tls = m_tls;
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"x"_s});
    // Nobody vouches for the certificate: nothing goes out.
    sendBySmtp(server.url() + u"?starttls=required"_s);
    QTRY_COMPARE(number(u"SELECT COUNT(*) FROM mail_outbox WHERE last_error <> ''"_s), 1);
    QCOMPARE(server.received.size(), 0);
    m_sender.reset();
    sendBySmtp(server.url() + u"?starttls=required"_s, m_folder.filePath(u"cert.pem"_s));
    pass(1min);
    QTRY_COMPARE(sent(), 1);
    QVERIFY(server.received[0].encrypted);
}

void TestMail::neverInTheClearWhereTlsIsNeeded()
{
    SmtpServer server; // offers none
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"x"_s});
    sendBySmtp(server.url() + u"?starttls=required"_s);
    QTRY_COMPARE(number(u"SELECT COUNT(*) FROM mail_outbox WHERE last_error <> ''"_s), 1);
    QCOMPARE(server.received.size(), 0);
    QCOMPARE(failed(), 0);
}

void TestMail::waitsForAServerThatIsAway()
{
    auto server = std::make_unique<SmtpServer>();
    const quint16 port = server->serverPort();
    const QString url = server->url();
    server.reset();
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"x"_s});
    sendBySmtp(url);
    QTRY_COMPARE(tried(), 1);
    SmtpServer back;
    back.close();
    QVERIFY(back.listen(QHostAddress::LocalHost, port));
    pass(29s); // not before its time
    enqueue({.to = u"eve@example.com"_s, .subject = u"y"_s, .text = u"y"_s});
    QTRY_COMPARE(sent(), 1);
    QCOMPARE(back.received.size(), 1);
    QCOMPARE(back.received[0].to, QByteArrayList{"<eve@example.com>"}); // others are not held up
    pass(1s);
    QTRY_COMPARE(sent(), 2);
    QCOMPARE(back.received.size(), 2);
}

void TestMail::givesUpWhatIsRefusedForEver_data()
{
    QTest::addColumn<QByteArray>("recipient");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("the recipient") << QByteArray("550 no such user") << QByteArray();
    QTest::newRow("in many words") << QByteArray("550-no such user\r\n550 as we said") << QByteArray();
    QTest::newRow("the whole mail") << QByteArray() << QByteArray("550 looks like nonsense");
}

void TestMail::givesUpWhatIsRefusedForEver()
{
    QFETCH(QByteArray, recipient);
    QFETCH(QByteArray, data);
    SmtpServer server;
    server.refuseRecipients = recipient;
    server.refuseData = data;
    enqueue({.to = u"gone@example.com"_s, .subject = u"x"_s, .text = u"a secret"_s});
    sendBySmtp(server.url());
    QTRY_COMPARE(failed(), 1);
    QCOMPARE(text(u"SELECT body FROM mail_outbox"_s), QString());
    QVERIFY(text(u"SELECT last_error FROM mail_outbox"_s).contains("550"_L1));
    server.refuseRecipients.clear();
    server.refuseData.clear();
    pass(48h);
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"x"_s});
    QTRY_COMPARE(sent(), 1);
    QCOMPARE(server.received.size(), 1);
}

void TestMail::keepsMailWhileWeAreRefused_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<QByteArray>("sender");
    QTest::newRow("our address") << QByteArray("554 you are on a list") << QByteArray();
    QTest::newRow("our sender") << QByteArray("220 test ready") << QByteArray("550 not from you");
}

/// It says nothing of the mail that waits, nor of those behind it.
void TestMail::keepsMailWhileWeAreRefused()
{
    QFETCH(QByteArray, greeting);
    QFETCH(QByteArray, sender);
    SmtpServer server;
    server.greeting = greeting;
    server.refuseSender = sender;
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"x"_s});
    sendBySmtp(server.url());
    QTRY_COMPARE(tried(), 1);
    QCOMPARE(failed(), 0);
    server.greeting = "220 test ready";
    server.refuseSender.clear();
    pass(30s);
    QTRY_COMPARE(sent(), 1);
    QCOMPARE(server.received.size(), 1);
}

void TestMail::triesLaterWhatIsRefusedForNow()
{
    SmtpServer server;
    server.refuseData = "451 later, please";
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"x"_s});
    sendBySmtp(server.url());
    QTRY_COMPARE(tried(), 1);
    server.refuseData.clear();
    pass(30s);
    QTRY_COMPARE(sent(), 1);
    QCOMPARE(server.received.size(), 1);
    QCOMPARE(number(u"SELECT attempts FROM mail_outbox"_s), 2);
}

void TestMail::pausesGrow()
{
    const auto tries = std::make_shared<std::atomic<int>>(0);
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"x"_s});
    startSender(std::make_unique<Scripted>(tries));
    qint64 longest = 0;
    qint64 before = 0;
    for (int attempt = 1; failed() == 0; ++attempt) {
        QVERIFY(attempt < 60);
        QTRY_VERIFY(tried() == attempt || failed() == 1);
        if (failed() == 1)
            break;
        const qint64 pause = number(u"SELECT next_attempt_at FROM mail_outbox"_s) - m_now->load();
        QVERIFY(pause >= before);
        longest = std::max(longest, pause);
        before = pause;
        pass(std::chrono::milliseconds(pause));
        QTRY_VERIFY(tries->load() > attempt);
    }
    QCOMPARE(longest, qint64(3'600'000));
    QVERIFY(m_now->load() - Start > 22 * 3'600'000 && m_now->load() - Start <= 24 * 3'600'000);
    QVERIFY(tries->load() > 20);
}

void TestMail::whatIsOverIsNotSent()
{
    SmtpServer server;
    server.refuseData = "451 later, please";
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"a token"_s, .expiresAt = Start + 20'000});
    sendBySmtp(server.url());
    QTRY_COMPARE(tried(), 1);
    server.refuseData.clear();
    pass(30s);
    QTRY_COMPARE(failed(), 1);
    QCOMPARE(text(u"SELECT body FROM mail_outbox"_s), QString());
    QCOMPARE(server.received.size(), 0);
}

void TestMail::aDeadServersMailGoesOnUnderTheSameName()
{
    SmtpServer server;
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"x"_s});
    // What a server leaves that was killed while it was sending: taken, and nothing said of it.
    must(m_writer
             ->submit<qint64>([](store::Connection &c) {
                 return c.execute(u"UPDATE mail_outbox SET attempts = 1, instance = 'dead', next_attempt_at = ?"_s,
                                  {Start + 120'000});
             })
             .result());
    const QByteArray id = text(u"SELECT id FROM mail_outbox"_s).toLatin1();
    sendBySmtp(server.url());
    if (m_engine == store::Engine::PostgreSql) { // it may be another server's that lives
        enqueue({.to = u"eve@example.com"_s, .subject = u"y"_s, .text = u"y"_s});
        QTRY_COMPARE(sent(), 1);
        QCOMPARE(server.received[0].to, QByteArrayList{"<eve@example.com>"});
        pass(2min);
        QTRY_COMPARE(sent(), 2);
    }
    QTRY_VERIFY(sent() > 0);
    QCOMPARE(header(server.received.last().data, "Message-ID"), QByteArray('<' + id + "@platform.example>"));
    // A line that breaks after the mail was taken, before that was said: once more, and known by its name.
    m_sender.reset();
    server.received.clear();
    server.dropsAfterData = true;
    enqueue({.to = u"eve@example.com"_s, .subject = u"y"_s, .text = u"y"_s});
    sendBySmtp(server.url());
    QTRY_COMPARE(server.received.size(), 1);
    QTRY_COMPARE(number(u"SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NULL AND instance = '' AND attempts = 1"_s),
                 1);
    server.dropsAfterData = false;
    pass(30s);
    QTRY_COMPARE(number(u"SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NULL"_s), 0);
    QCOMPARE(server.received.size(), 2);
    QCOMPARE(header(server.received[0].data, "Message-ID"), header(server.received[1].data, "Message-ID"));
}

void TestMail::goesIntoFiles()
{
    const QString folder = m_folder.filePath(u"spool/mail"_s);
    startSender(mail::spoolTransport(folder, From));
    enqueue({.to = u"ada@example.com"_s, .subject = u"x"_s, .text = u"A code\n"_s});
    enqueue({.to = u"eve@example.com"_s, .subject = u"y"_s, .text = u"y"_s});
    QTRY_COMPARE(sent(), 2);
    const auto files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    QCOMPARE(files.size(), 2);
    const QString name = text(u"SELECT id FROM mail_outbox WHERE recipient = 'ada@example.com'"_s) + u".eml"_s;
    QFile first(QDir(folder).filePath(name));
    QVERIFY(first.open(QIODevice::ReadOnly));
    QCOMPARE(decodedBody(first.readAll()), u"A code\n\n"_s);
#ifdef Q_OS_UNIX
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(files[0].permissions() & Others, QFile::Permissions());
    QCOMPARE(QFileInfo(folder).permissions() & Others, QFile::Permissions());
#endif
}

void TestMail::filesGoAfterAMonth()
{
    const QDir folder(m_folder.filePath(u"spool/old"_s));
    QVERIFY(QDir().mkpath(folder.path()));
    const auto put = [&](const QString &name, std::chrono::milliseconds age) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto written = QDateTime::fromMSecsSinceEpoch(m_now->load() - age.count());
        QVERIFY(file.setFileTime(written, QFileDevice::FileModificationTime));
    };
    put(u"mail_old.eml"_s, 30 * 24h + 1min);
    put(u"mail_young.eml"_s, 30 * 24h - 1min);
    put(u"notes.txt"_s, 400 * 24h); // not ours
    startSender(mail::spoolTransport(folder.path(), From));
    QTRY_COMPARE(folder.entryList(QDir::Files, QDir::Name), (QStringList{u"mail_young.eml"_s, u"notes.txt"_s}));
    pass(2h);
    QTRY_COMPARE(folder.entryList(QDir::Files, QDir::Name), QStringList{u"notes.txt"_s});
}

void TestMail::rollsBackWithItsChange()
{
    const auto undone = m_writer
                            ->submit<Done>([](store::Connection &c) -> Result<Done> {
                                must(mail::enqueue(c, {.to = u"a@x.example"_s, .subject = u"x"_s, .text = u"x"_s}, 1));
                                return ErrorCode::ResourceConflict;
                            })
                            .result();
    QVERIFY(!undone);
    QCOMPARE(number(u"SELECT COUNT(*) FROM mail_outbox"_s), 0);
}

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Everything secret that a server is given or makes up, looked for in everything that it leaves behind: database,
// write-ahead log, key files, logs, cores and the answers that have no business with it. A backup is a copy of that
// folder.
#include "server/identity/totp.h"
#include "tests/e2e/httpclient.h"
#include "tests/e2e/serverprocess.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace
{
const QByteArray AdminPassword = "Adm1n-pass-uGh4Wq9z";
const QByteArray OwnerPassword = "0wner-pass-Jk2rTv7x";
const QByteArray NewPassword = "0wner-later-Pq8sLm3c";
const QByteArray WrongPassword = "wr0ng-guess-Zx5nBv1d";
const QByteArray ProviderKey = "sk-live-Rt6yHn2mQw8eDc4v";
const QByteArray SecondProviderKey = "sk-live-Yu7jMk3lIo9pFg5b";
const QByteArray AgentKey = "sk-agent-As1dFz6xCv0bNm2q";
const QByteArray MetricsToken = "metrics-Lp0oKi9uJh7yGt5r";
const QByteArray QueryKey = "vxd_01hx_Er3tYu4iOp5aSd6f";
const QByteArray SmtpPassword = "smtp-pass-Bn4mKj7hGf2dSa9q";
const QString Owner = u"owner@e2e.example"_s;
constexpr int Patience = 30'000; // ms

QString text(const QByteArray &secret) { return QString::fromLatin1(secret); }

QByteArray unbase32(const QByteArray &text)
{
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const char c : text) {
        bits = bits << 5 | quint32(QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(c));
        count += 5;
        if (count >= 8)
            bytes += char(bits >> (count -= 8));
    }
    return bytes;
}

/// The forms in which careless code would keep it.
QList<QByteArray> formsOf(const QByteArray &secret) { return {secret, secret.toHex(), secret.toBase64()}; }

}

class TestSecretsAtRest : public QObject
{
    Q_OBJECT

private slots:
    void nothingKeepsThem()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(u"admin@e2e.example"_s, AdminPassword));
        const QString accessLog = server.data() + u"/access.log"_s;
        QVERIFY2(server.start({u"--access-log"_s, accessLog}, {u"VOXDESK_METRICS_TOKEN="_s + text(MetricsToken)}),
                 server.errors());
        HttpClient client(server.url());
        m_mailFolder = server.data() + u"/mail"_s;
        useSecrets(client);
        QVERIFY(!QTest::currentTestFailed());
        askForThem(client);
        QVERIFY(!QTest::currentTestFailed());
        look(server, "while it serves");
        server.kill();
        look(server, "after kill -9");
        // A mail server that is not there, whose password the server knows.
        QVERIFY2(server.start({u"--access-log"_s, accessLog},
                              {u"VOXDESK_SMTP_URL=smtp://mailer:"_s + text(SmtpPassword) + u"@127.0.0.1:1"_s}),
                 server.errors());
        HttpClient later(server.url());
        QCOMPARE(later.post("/api/v2/auth/password/forgot", {{u"email"_s, u"admin@e2e.example"_s}}).status, 202);
        QTRY_VERIFY_WITH_TIMEOUT(server.log().contains("waits:"), Patience); // it was tried
        look(server, "while mail waits");
        QCOMPARE(server.terminate(), 0);
        m_isStopped = true; // nothing lies in the write-ahead log any more
        look(server, "after a clean stop");
        QVERIFY(QFile::exists(accessLog));
        QVERIFY(QFileInfo(accessLog).size() > 0);
    }

    /// A core would hold whatever the server's memory holds.
    void aCrashLeavesNoCore()
    {
#ifndef Q_OS_LINUX
        QSKIP("Limits are read as on Linux.");
#else
        ServerProcess server;
        server.process().setWorkingDirectory(server.data()); // where the kernel puts it by default
        server.process().setChildProcessModifier([] {
            rlimit limit{};
            ::getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            ::setrlimit(RLIMIT_CORE, &limit);
        });
        QVERIFY2(server.start(), server.errors());
        QFile limits(u"/proc/%1/limits"_s.arg(server.process().processId()));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        const QByteArrayList lines = limits.readAll().split('\n');
        QVERIFY(std::ranges::any_of(lines, [](const QByteArray &line) {
            return line.startsWith("Max core file size") && line.simplified().startsWith("Max core file size 0 ");
        }));
        ::kill(pid_t(server.process().processId()), SIGABRT);
        QVERIFY(server.process().waitForFinished(Patience));
        QCOMPARE(QDir(server.data()).entryList({u"core*"_s}, QDir::Files), QStringList());
#endif
    }

private:
    /// What the server makes up itself and shows once.
    void keep(const WireAnswer &answer, std::initializer_list<const char *> path)
    {
        QJsonValue value = answer.json();
        for (const char *name : path)
            value = value.toObject().value(QLatin1StringView(name));
        const QByteArray secret = value.toString().toLatin1();
        QVERIFY2(secret.size() >= 20, answer.body);
        m_secrets << secret;
    }
    WireHeaders signIn(HttpClient &client, const QString &email, const QByteArray &password)
    {
        const WireAnswer answer
            = client.post("/api/v1/auth/login", {{u"email"_s, email}, {u"password"_s, text(password)}});
        keep(answer, {"accessToken"});
        keep(answer, {"refreshToken"});
        return bearer(answer.json().value("accessToken"_L1).toString().toLatin1());
    }

    void useSecrets(HttpClient &client)
    {
        m_secrets = {AdminPassword, OwnerPassword, NewPassword, WrongPassword,     ProviderKey,
                     AgentKey,      MetricsToken,  QueryKey,    SecondProviderKey, SmtpPassword};
        const QString email = Owner;
        QCOMPARE(
            client.post("/api/v1/auth/register", {{u"email"_s, email}, {u"password"_s, text(OwnerPassword)}}).status,
            201);
        QCOMPARE(client.post("/api/v1/auth/login", {{u"email"_s, email}, {u"password"_s, text(WrongPassword)}}).status,
                 401);
        m_owner = signIn(client, email, OwnerPassword);
        m_admin = signIn(client, u"admin@e2e.example"_s, AdminPassword);
        const QJsonObject change{{u"currentPassword"_s, text(OwnerPassword)}, {u"newPassword"_s, text(NewPassword)}};
        QVERIFY(client.post("/api/v1/auth/password", change, m_owner).status < 300);
        m_owner = signIn(client, email, NewPassword);
        useKeys(client);
        useMail(client);
        useSecondFactor(client);
        beCareless(client);
    }
    /// Waits for the mail with this subject in the spool folder and keeps the code in it.
    void keepMailed(const QString &folder, const QByteArray &subject)
    {
        static const QRegularExpression line(u"^    ([A-Za-z0-9_-]{24,})\\r?$"_s, QRegularExpression::MultilineOption);
        QByteArray token;
        const auto arrived = [&] {
            for (const QFileInfo &info : QDir(folder).entryInfoList({u"*.eml"_s}, QDir::Files)) {
                QFile file(info.filePath());
                const QByteArray mail = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
                if (mail.contains("Subject: " + subject))
                    token = line.match(QString::fromLatin1(mail)).captured(1).toLatin1();
            }
            return !token.isEmpty();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(arrived(), subject, Patience);
        m_mailed << token;
    }
    void useMail(HttpClient &client)
    {
        keepMailed(m_mailFolder, "Confirm");
        QVERIFY(!QTest::currentTestFailed());
        QCOMPARE(client.post("/api/v2/auth/password/forgot", {{u"email"_s, Owner}}).status, 202);
        keepMailed(m_mailFolder, "Reset");
        QVERIFY(!QTest::currentTestFailed());
        QCOMPARE(client.post("/api/v2/auth/email/verify", {{u"token"_s, text(m_mailed[0])}}).status, 200);
        client.post("/api/v2/auth/email/verify", {{u"token"_s, text(m_mailed[1])}}); // as people mistake them
    }
    void useSecondFactor(HttpClient &client)
    {
        const WireAnswer enrolled = client.post("/api/v2/auth/2fa/enroll", {}, m_owner);
        keep(enrolled, {"data", "secret"});
        QVERIFY(!QTest::currentTestFailed());
        const QByteArray secret = unbase32(m_secrets.last());
        m_secrets << secret;
        const QString code = identity::totpCode(secret, identity::totpStep(QDateTime::currentMSecsSinceEpoch()));
        const WireAnswer confirmed = client.post("/api/v2/auth/2fa/confirm", {{u"code"_s, code}}, m_owner);
        const QJsonArray codes = confirmed.json().value("data"_L1)["recoveryCodes"_L1].toArray();
        QVERIFY2(codes.size() > 2, confirmed.body);
        for (const QJsonValue one : codes)
            m_secrets << one.toString().toLatin1() << one.toString().remove(u'-').toLatin1();
        const QJsonObject who{{u"email"_s, Owner}, {u"password"_s, text(NewPassword)}};
        const WireAnswer half = client.post("/api/v2/auth/login", who);
        keep(half, {"data", "security", "challenge"});
        QVERIFY(!QTest::currentTestFailed());
        const QString challenge = text(m_secrets.last());
        client.post("/api/v2/auth/2fa/verify", {{u"challenge"_s, challenge}, {u"code"_s, text(m_secrets.last())}});
        const WireAnswer whole
            = client.post("/api/v2/auth/2fa/verify", {{u"challenge"_s, challenge}, {u"code"_s, codes[0]}});
        QCOMPARE(whole.status, 200);
        keep(whole, {"data", "tokens", "accessToken"});
        keep(whole, {"data", "tokens", "refreshToken"});
        m_owner = bearer(whole.json().value("data"_L1)["tokens"_L1]["accessToken"_L1].toString().toLatin1());
        QVERIFY(client.post("/api/v2/auth/step-up", {{u"code"_s, codes[1]}}, m_owner).status < 300);
        const WireAnswer renewed = client.post("/api/v2/auth/2fa/recovery-codes", {{u"code"_s, codes[2]}}, m_owner);
        for (const QJsonValue one : renewed.json().value("data"_L1)["recoveryCodes"_L1].toArray())
            m_secrets << one.toString().toLatin1() << one.toString().remove(u'-').toLatin1();
    }
    void useKeys(HttpClient &client)
    {
        for (const QByteArray &key : {ProviderKey, SecondProviderKey}) { // the second takes the first one's place
            const QJsonObject body{{u"provider"_s, u"openai"_s}, {u"api_key"_s, text(key)}, {u"is_active"_s, true}};
            QVERIFY(client.post("/api/v1/api-keys", body, m_owner).status < 300);
        }
        const QJsonObject config{{u"model"_s, u"gpt-4o-mini"_s}, {u"api_key"_s, text(AgentKey)}};
        const WireAnswer agent = client.post(
            "/api/v1/agents",
            {{u"name"_s, u"Reception"_s}, {u"llm_provider"_s, u"openai"_s}, {u"llm_provider_config"_s, config}},
            m_owner);
        QCOMPARE(agent.status, 201);
        m_agent = agent.json().value("data"_L1)["id"_L1].toString().toLatin1();
        const WireAnswer key = client.post("/api/v1/access-keys",
                                           {{u"name"_s, u"Telephony"_s}, {u"permissions"_s, u"write"_s}}, m_owner);
        keep(key, {"data", "key"});
        const QByteArray id = key.json().value("data"_L1)["id"_L1].toString().toLatin1();
        keep(client.post("/api/v1/access-keys/" + id + "/rotate", {}, m_owner), {"data", "key"});
    }
    /// Secrets where they do not belong, as people put them.
    void beCareless(HttpClient &client)
    {
        client.get("/api/v1/agents?api_key=" + QueryKey, m_owner);
        client.get("/api/v1/agents?access_token=" + QueryKey + "&password=" + WrongPassword, m_owner);
        client.get("/api/v1/agents", {{"X-API-Key", QueryKey}});
        client.send({"POST",
                     "/api/v1/auth/login",
                     {{"Content-Type", "application/json"}},
                     compact({{u"email"_s, u"owner@e2e.example"_s}, {u"password"_s, text(WrongPassword)}}).chopped(1)});
        client.post("/api/v1/api-keys", {{u"provider"_s, u"nobody"_s}, {u"api_key"_s, text(ProviderKey)}}, m_owner);
        client.post("/api/v1/auth/register",
                    {{u"email"_s, u"x"_s}, {u"password"_s, text(WrongPassword)}, {u"no"_s, 1}});
        client.send({"GET", "/metrics", bearer(MetricsToken), {}});
    }

    /// Everything that tells about these rows; none may tell the secret.
    void askForThem(HttpClient &client)
    {
        QByteArrayList told;
        for (const QByteArray &path :
             {QByteArray("/api-keys/status"), QByteArray("/access-keys"), QByteArray("/agents"), "/agents/" + m_agent,
              "/assistants/" + m_agent, QByteArray("/auth/profile"), QByteArray("/users/profile")})
            told << read(client, path, m_owner);
        for (const char *path :
             {"/admin/users", "/admin/agents", "/admin/api-keys/status", "/admin/overview", "/performance/metrics"})
            told << read(client, path, m_admin);
        for (const char *path : {"/auth/2fa", "/auth/devices", "/auth/audit", "/auth/preferences"})
            told << read(client, path, m_owner, "/api/v2");
        for (const char *path : {"/admin/audit?limit=100", "/admin/audit/export", "/admin/metrics/versions",
                                 "/admin/metrics/versions/callers?version=v2"})
            told << read(client, path, m_admin);
        for (const QByteArray &body : told) {
            for (const QByteArray &secret : m_secrets + m_mailed)
                QVERIFY2(!body.contains(secret), body);
        }
    }
    static QByteArray read(HttpClient &client, const QByteArray &path, const WireHeaders &headers,
                           const QByteArray &version = "/api/v1")
    {
        const WireAnswer answer = client.get(version + path, headers);
        if (answer.status != 200)
            QTest::qFail(path + ": " + QByteArray::number(answer.status) + ' ' + answer.body, __FILE__, __LINE__);
        return answer.body;
    }

    void look(const ServerProcess &server, const char *when)
    {
        QHash<QString, QByteArray> left{{u"standard error"_s, server.log()}};
        QDirIterator files(server.data(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            left.insert(file.fileName(), file.readAll());
        }
        const auto holdsAddress = [](const QByteArray &bytes) { return bytes.contains("owner@e2e.example"); };
        QVERIFY2(std::ranges::any_of(left, holdsAddress), "it looks in the wrong place");
        for (const auto &[name, bytes] : std::as_const(left).asKeyValueRange()) {
            for (const QByteArray &secret : isMail(name) ? m_secrets : m_secrets + m_mailed) {
                for (const QByteArray &form : formsOf(secret))
                    QVERIFY2(!bytes.contains(form),
                             qPrintable(u"%1, %2: %3"_s.arg(name, QLatin1StringView(when), text(secret))));
            }
        }
    }

    /// Where a mailed code lies in the clear by nature: the mail itself, and, until SQLite writes over it, the
    /// write-ahead log through which the mail went to the outbox and out of it.
    bool isMail(const QString &file) const
    {
        return file.startsWith(m_mailFolder + u'/') || (!m_isStopped && file.endsWith(u"-wal"_s));
    }

    QByteArrayList m_secrets;
    QByteArrayList m_mailed; ///< codes that were mailed
    QString m_mailFolder;
    bool m_isStopped = false;
    QByteArray m_agent;
    WireHeaders m_owner;
    WireHeaders m_admin;
};

QTEST_GUILESS_MAIN(TestSecretsAtRest)
#include "tst_secretsatrest.moc"

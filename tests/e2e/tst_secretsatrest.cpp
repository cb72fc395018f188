// SPDX-License-Identifier: GPL-3.0-or-later
// Everything secret that a server is given, looked for in everything that it leaves behind: database, write-ahead log,
// key files, logs and the answers that have no business with it.
#include "tests/e2e/httpclient.h"
#include "tests/e2e/serverprocess.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

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

QString text(const QByteArray &secret) { return QString::fromLatin1(secret); }

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
        useSecrets(client);
        QVERIFY(!QTest::currentTestFailed());
        askForThem(client);
        QVERIFY(!QTest::currentTestFailed());
        look(server, "while it serves");
        server.kill();
        look(server, "after kill -9");
        QVERIFY2(server.start({u"--access-log"_s, accessLog}), server.errors());
        QCOMPARE(server.terminate(), 0);
        look(server, "after a clean stop");
        QVERIFY(QFile::exists(accessLog));
        QVERIFY(QFileInfo(accessLog).size() > 0);
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
        m_secrets = {AdminPassword, OwnerPassword, NewPassword, WrongPassword,    ProviderKey,
                     AgentKey,      MetricsToken,  QueryKey,    SecondProviderKey};
        const QString email = u"owner@e2e.example"_s;
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
        beCareless(client);
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
        for (const QByteArray &body : told) {
            for (const QByteArray &secret : m_secrets)
                QVERIFY2(!body.contains(secret), body);
        }
    }
    static QByteArray read(HttpClient &client, const QByteArray &path, const WireHeaders &headers)
    {
        const WireAnswer answer = client.get("/api/v1" + path, headers);
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
            for (const QByteArray &secret : std::as_const(m_secrets)) {
                for (const QByteArray &form : formsOf(secret))
                    QVERIFY2(!bytes.contains(form),
                             qPrintable(u"%1, %2: %3"_s.arg(name, QLatin1StringView(when), text(secret))));
            }
        }
    }

    QByteArrayList m_secrets;
    QByteArray m_agent;
    WireHeaders m_owner;
    WireHeaders m_admin;
};

QTEST_GUILESS_MAIN(TestSecretsAtRest)
#include "tst_secretsatrest.moc"

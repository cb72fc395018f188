// SPDX-License-Identifier: GPL-3.0-or-later
// VoxFlow's agents and provider keys and Diwaar's assistants, as the documents show them, against a live server.
#include "tests/contract/livecontract.h"
#include "tests/contract/shape.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestAgentsDocuments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Nobody listens there: what a test of a key says of that is in words.
        QVERIFY2(m_live.start({u"--master-key-file"_s, m_keyFile, u"--provider-groq-url"_s, u"http://127.0.0.1:9"_s}),
                 m_live.server().errors());
    }
    void cleanup() { QCOMPARE(m_live.client().takeComplaints().join(u'\n'), QString()); }

    void agentsAreMadeUpToTheLimit()
    {
        ContractClient &client = m_live.client();
        const Account user = m_live.newUser();
        const int most = client.get("/api/auth/profile", user.auth()).json()["data"_L1]["max_agents"_L1].toInt();
        QVERIFY(most > 0);
        for (int i = 0; i < most; ++i) {
            const auto made = client.post("/api/agents", {{u"name"_s, u"Test Agent %1"_s.arg(i)}}, user.auth());
            QCOMPARE(made.status, 201);
            QCOMPARE(made.json()["success"_L1], QJsonValue(true));
        }
        const auto refused = client.post("/api/agents", {{u"name"_s, u"Limit Exceeded Agent"_s}}, user.auth());
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.json()["success"_L1], QJsonValue(false));
        QCOMPARE(refused.json()["error"_L1]["code"_L1].toString(), u"AGENT_LIMIT_EXCEEDED"_s);
        QVERIFY(refused.json()["message"_L1].toString().contains(u"limit"_s));
        QCOMPARE(client.get("/api/agents", user.auth()).json()["data"_L1].toArray().size(), most);
        QCOMPARE(client.get("/api/agents", m_live.newUser().auth()).json()["data"_L1].toArray().size(), 0);
    }

    void anAssistantIsMade()
    {
        ContractClient &client = m_live.client();
        const Account user = m_live.newUser();
        const QJsonObject body = example(u"diwaar-assistant.request"_s);
        const auto made = client.post("/api/v1/assistants/", body, user.auth());
        QCOMPARE(made.status, 201);
        const QJsonObject data = made.json()["data"_L1].toObject();
        for (const QString &field : {u"name"_s, u"phone_number"_s, u"llm_provider"_s})
            QCOMPARE(data[field], body[field]);
        QCOMPARE(data["llm_provider_config"_L1]["model"_L1].toString(), u"gpt-4o-mini"_s);
        QVERIFY(!made.body.contains("your_openai_key"));
        const QByteArray id = data["id"_L1].toString().toUtf8();
        const auto off
            = client.patch("/api/v1/assistants/" + id + "/status", {{u"status"_s, u"inactive"_s}}, user.auth());
        QCOMPARE(off.json()["data"_L1]["status"_L1].toString(), u"inactive"_s);
        QCOMPARE(client.get("/api/v1/assistants/count", user.auth()).json()["data"_L1]["count"_L1].toInt(), 1);
        QCOMPARE(client.get("/api/v1/assistants/providers", user.auth()).status, 200);
        QCOMPARE(client.get("/api/v1/assistants/" + id, m_live.newUser().auth()).status, 404);
        for (const char *version : {"/api/v1", "/api/v2"}) {
            const QByteArray path = QByteArray(version) + "/admin/agents";
            QCOMPARE(client.get(path + "?search=assistant", m_live.support().auth()).status, 200);
            QCOMPARE(client.get(path + '/' + id, m_live.support().auth()).status, 200);
            QCOMPARE(client.drop(path + '/' + id, m_live.support().auth()).status, 403);
        }
        QCOMPARE(client.drop("/api/v1/assistants/" + id, user.auth()).status, 200);
    }

    void keysAreSavedAndShown()
    {
        ContractClient &client = m_live.client();
        const Account user = m_live.newUser();
        const QJsonObject body = example(u"voxflow-api-keys.request"_s);
        const auto saved = client.post("/api/api-keys", body, user.auth());
        QCOMPARE(saved.status, 200);
        QCOMPARE(saved.json()["success"_L1], QJsonValue(true));
        const QJsonObject status = client.get("/api/api-keys/status", user.auth()).json();
        QJsonObject sample = example(u"voxflow-api-keys-status.response"_s);
        QJsonObject data = sample["data"_L1].toObject();
        // Never used, and nothing for Twilio: as the document shows Deepgram.
        for (const QString &provider : {u"groq"_s, u"twilio"_s}) {
            QJsonObject one = data[provider].toObject();
            one.insert(u"last_used"_s, QJsonValue());
            data.insert(provider, one);
        }
        sample.insert(u"data"_s, data);
        QCOMPARE(differences(status, sample, true).join(u'\n'), QString());
        QCOMPARE(status["data"_L1]["groq"_L1]["configured"_L1], QJsonValue(true));
        QCOMPARE(status["data"_L1]["deepgram"_L1]["configured"_L1], QJsonValue(false));
        const auto tested = client.post("/api/v1/api-keys/groq/test", {}, user.auth());
        QCOMPARE(tested.status, 200);
        QCOMPARE(tested.json()["data"_L1]["result"_L1].toString(), u"unreachable"_s);
        QCOMPARE(client.get("/api/v1/admin/api-keys/status", m_live.support().auth()).status, 200);
        QCOMPARE(client.drop("/api/v1/api-keys/groq", user.auth()).status, 200);
    }

    void aRunningServerSurvivesARotation()
    {
        ContractClient &client = m_live.client();
        const Account user = m_live.newUser();
        const QJsonObject body = example(u"voxflow-api-keys.request"_s);
        QCOMPARE(client.post("/api/v1/api-keys", body, user.auth()).status, 200);
        const QByteArray before = keyFile();
        QCOMPARE(m_live.server().run({u"vault"_s, u"rotate"_s, u"--master-key-file"_s, m_keyFile}), 0);
        QVERIFY2(m_live.server().output().contains("resealed"), m_live.server().output());
        QVERIFY(keyFile() != before);
        // It opens what was resealed and seals anew.
        QCOMPARE(client.post("/api/v1/api-keys/groq/test", {}, user.auth()).status, 200);
        QCOMPARE(client.post("/api/v1/api-keys", body, user.auth()).status, 200);
        QCOMPARE(client.post("/api/v1/api-keys/groq/test", {}, user.auth()).status, 200);
    }

    void aStartWithoutTheKeyIsRefused()
    {
        m_live.server().terminate();
        QVERIFY(QFile::rename(m_keyFile, m_keyFile + u".away"_s));
        QVERIFY(!m_live.server().start({u"--master-key-file"_s, m_keyFile}));
        QVERIFY2(m_live.server().errors().contains("Restore it"), m_live.server().errors());
        QVERIFY(QFile::rename(m_keyFile + u".away"_s, m_keyFile));
        QVERIFY2(m_live.server().start({u"--master-key-file"_s, m_keyFile}), m_live.server().errors());
    }

private:
    QByteArray keyFile() const
    {
        QFile file(m_keyFile);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    QString m_keyFile = m_folder.filePath(u"master.key"_s);
    LiveContract m_live;
};

QTEST_GUILESS_MAIN(TestAgentsDocuments)
#include "tst_agents_documents.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// VoxFlow's examples of usage, field by field, against a live server, by user and by access key.
#include "tests/contract/livecontract.h"
#include "tests/contract/shape.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestUsageDocuments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_live.start(), m_live.server().errors());
        m_user = m_live.newUser({{u"subscription_tier"_s, u"pro"_s}});
        QVERIFY(!m_user.id.isEmpty());
    }
    void cleanup() { QCOMPARE(m_live.client().takeComplaints(), QStringList()); }

    void theDocumentsExamples()
    {
        ContractClient &client = m_live.client();
        const auto key = client.post("/api/v1/access-keys",
                                     {{u"name"_s, u"telephony"_s}, {u"permissions"_s, u"write"_s}}, m_user.auth());
        const QByteArray text = key.json().value(u"data"_s).toObject().value(u"key"_s).toString().toUtf8();
        const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
        const QJsonArray events{QJsonObject{{u"event_id"_s, u"a"_s},
                                            {u"provider"_s, u"groq"_s},
                                            {u"occurred_at"_s, now},
                                            {u"tokens"_s, 12'000},
                                            {u"calls"_s, 150},
                                            {u"cost"_s, 10}},
                                QJsonObject{{u"event_id"_s, u"b"_s},
                                            {u"provider"_s, u"deepgram"_s},
                                            {u"occurred_at"_s, now},
                                            {u"minutes"_s, 45},
                                            {u"cost"_s, 2.5}}};
        const auto reported = client.post("/api/v1/usage/events", {{u"events"_s, events}}, {{"X-API-Key", text}});
        QCOMPARE(reported.json().value(u"data"_s).toObject(),
                 (QJsonObject{{u"accepted"_s, 2}, {u"duplicates"_s, 0}, {u"flagged"_s, 0}}));

        const QByteArray day = now.left(10).toLatin1();
        for (const WireHeaders &who : {m_user.auth(), bearer(text)}) {
            const auto current = client.get("/api/usage/current", who);
            const QJsonObject sample = example(u"voxflow-usage-current.response"_s);
            QVERIFY(!sample.isEmpty());
            QCOMPARE(differences(current.json(), sample).join(u'\n'), QString());
            const QJsonObject data = current.json().value(u"data"_s).toObject();
            QCOMPARE(data.value(u"usage_by_provider"_s),
                     sample.value(u"data"_s).toObject().value(u"usage_by_provider"_s));
            QCOMPARE(data.value(u"limits"_s), sample.value(u"data"_s).toObject().value(u"limits"_s));
            QCOMPARE(data.value(u"current_period"_s).toObject().value(u"api_costs"_s), 12.5);
            const auto history = client.get("/api/v1/usage/history?start_date=" + day + "&end_date=" + day, who);
            QCOMPARE(differences(history.json(), example(u"voxflow-usage-history.response"_s)).join(u'\n'), QString());
        }
    }

    void anExportOfManyRowsComesWhole()
    {
        const Account user = m_live.newUser();
        ContractClient &client = m_live.client();
        const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
        for (int batch = 0; batch < 3; ++batch) {
            QJsonArray events;
            for (int i = 0; i < 1000; ++i)
                events << QJsonObject{{u"event_id"_s, QString::number(batch * 1000 + i)},
                                      {u"provider"_s, u"groq"_s},
                                      {u"occurred_at"_s, now},
                                      {u"tokens"_s, 1}};
            QCOMPARE(client.post("/api/v1/usage/events", {{u"events"_s, events}}, user.auth()).status, 200);
        }
        const QByteArray day = now.left(10).toLatin1();
        const auto rows = client.get("/api/v1/usage/export?start_date=" + day + "&end_date=" + day, user.auth());
        QCOMPARE(rows.status, 200);
        QCOMPARE(rows.body.count("\r\n"), 3001);
    }

private:
    LiveContract m_live;
    Account m_user;
};

QTEST_GUILESS_MAIN(TestUsageDocuments)
#include "tst_usage_documents.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What v1 answered once, it answers still: recorded traffic (tests/contract/recorded) is sent again, and every body
// must be the same but for ids, times, tokens and measured figures. To record anew, after adding an exchange or where a
// change is meant:
//   VOXDESK_RECORD=1 build/dev/bin/tst_recorded && git diff tests/contract/recorded
#include "tests/contract/livecontract.h"
#include "tests/contract/localprovider.h"
#include "tests/contract/recordedtraffic.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRecorded : public QObject
{
    Q_OBJECT

private slots:
    void changedBodiesAreFound();
    void masksHideOnlyWhatDiffers();
    void v1IsAsItWas_data();
    void v1IsAsItWas();
    void everyRouteThatIsRecordedIsThere();

private:
    struct Session {
        LocalProvider provider;
        LiveContract live;
        QHash<QString, QString> kept;
        QHash<QString, QByteArray> tokens;
    };
    static bool begin(Session &session, const QString &name);
    static WireAnswer send(Session &session, const RecordedExchange &exchange);
};

bool TestRecorded::begin(Session &session, const QString &name)
{
    const QStringList options{u"--provider-openai-url"_s, session.provider.url().toString()};
    if (name == u"setup") { // of the first administrator: nobody is there yet
        const bool started = session.live.startUnclaimed(options);
        session.kept = {{u"setup.token"_s, session.live.setupToken()}};
        return started;
    }
    if (!session.live.start(options))
        return false;
    Account user{name + u"@recorded.example"_s, u"correct horse battery"_s, {}, {}, {}};
    const QJsonObject body{{u"email"_s, user.email},
                           {u"password"_s, user.password},
                           {u"firstName"_s, u"Rae"_s},
                           {u"lastName"_s, u"Corder"_s},
                           {u"subscription_tier"_s, u"pro"_s}};
    if (session.live.client().post("/api/v1/auth/register", body).status != 201 || !session.live.signIn(user))
        return false;
    session.kept = {{u"user.id"_s, user.id},
                    {u"user.email"_s, user.email},
                    {u"user.password"_s, user.password},
                    {u"user.refresh"_s, QString::fromUtf8(user.refresh)}};
    session.tokens = {{u"user"_s, user.token},
                      {u"admin"_s, session.live.admin().token},
                      {u"support"_s, session.live.support().token}};
    return true;
}

WireAnswer TestRecorded::send(Session &session, const RecordedExchange &exchange)
{
    Ask ask{exchange.method, filled(exchange.target, session.kept).toUtf8()};
    ask.headers = {{"X-Request-Id", "recorded"}, {"User-Agent", "recorder/1"}};
    if (exchange.as != u"nobody")
        ask.headers += bearer(session.tokens.value(exchange.as, session.kept.value(exchange.as).toUtf8()));
    if (!exchange.body.isUndefined()) {
        ask.headers.emplace_back("Content-Type", "application/json");
        ask.body = compact(filled(exchange.body, session.kept).toObject());
    }
    const WireAnswer answer = session.live.client().send(ask);
    for (auto it = exchange.keep.begin(); it != exchange.keep.end(); ++it)
        session.kept.insert(it.key(), valueAt(answer.json(), it.value().toString()).toString());
    return answer;
}

void TestRecorded::changedBodiesAreFound()
{
    const QJsonObject was{{u"a"_s, 1}, {u"b"_s, QJsonArray{QJsonObject{{u"c"_s, u"x"_s}}}}};
    QVERIFY(changes(was, was).isEmpty());
    QJsonObject now = was;
    now.insert(u"d"_s, QJsonValue());
    QCOMPARE(changes(now, was), QStringList{u"$.d is null, was nothing"_s});
    now = was;
    now.remove(u"a"_s);
    QCOMPARE(changes(now, was), QStringList{u"$.a is nothing, was 1"_s});
    now = was;
    now.insert(u"b"_s, QJsonArray{QJsonObject{{u"c"_s, 7}}});
    QCOMPARE(changes(now, was), QStringList{u"$.b[0].c is 7, was \"x\""_s});
}

void TestRecorded::masksHideOnlyWhatDiffers()
{
    const QJsonObject shown = masked(R"({"id":"user_01j8zq6h3kabcdefghjkmnpqrs","at":"2024-01-02T03:04:05.678Z",
        "seconds":"2024-01-02T03:04:05Z","accessToken":"eyJhbGci.eyJz_dWI.c2-ln","expiresAt":17,"uptime":null,
        "name":"user_7","count":3,"refreshToken":"","day":"2024-01-02"})")
                                  .toObject();
    QCOMPARE(shown,
             (QJsonObject{{u"id"_s, u"<user id>"_s},
                          {u"at"_s, u"<time>"_s},
                          {u"seconds"_s, u"<time in seconds>"_s},
                          {u"accessToken"_s, u"<jwt>"_s},
                          {u"expiresAt"_s, u"<number>"_s},
                          {u"uptime"_s, QJsonValue()},
                          {u"name"_s, u"user_7"_s},
                          {u"count"_s, 3},
                          {u"refreshToken"_s, QString()},
                          {u"day"_s, u"<date>"_s}}));
}

void TestRecorded::v1IsAsItWas_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : recordings())
        QTest::addRow("%s", qPrintable(name)) << name;
}

void TestRecorded::v1IsAsItWas()
{
    QFETCH(QString, name);
    QList<RecordedExchange> exchanges = readRecording(name);
    QVERIFY(!exchanges.isEmpty());
    Session session;
    QVERIFY2(begin(session, name), session.live.server().errors());
    const bool record = qEnvironmentVariableIsSet("VOXDESK_RECORD");
    QStringList wrong;
    for (RecordedExchange &exchange : exchanges) {
        const WireAnswer answer = send(session, exchange);
        const QString where = QString::fromLatin1(exchange.method) + u' ' + exchange.target + u": "_s;
        const QJsonValue body = masked(answer.body);
        if (record) {
            exchange.status = answer.status;
            exchange.answer = body;
            continue;
        }
        if (answer.status != exchange.status)
            wrong << where + u"status %1, was %2"_s.arg(answer.status).arg(exchange.status);
        for (const QString &change : changes(body, exchange.answer))
            wrong << where + change;
    }
    if (record)
        QVERIFY(writeRecording(name, exchanges));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QCOMPARE(session.live.client().takeComplaints().join(u'\n'), QString());
}

/// A route that is gone is no longer in the document, and its 404 might have been recorded.
void TestRecorded::everyRouteThatIsRecordedIsThere()
{
    LiveContract live;
    QVERIFY2(live.start(), live.server().errors());
    const OpenApiDocument &document = live.client().document();
    QSet<QString> recorded;
    for (const QString &name : recordings()) {
        const auto exchanges = readRecording(name);
        for (const RecordedExchange &exchange : exchanges) {
            QString path = exchange.target.section(u'?', 0, 0);
            path.replace(QRegularExpression(u"\\{[^}]*\\}"_s), u"x"_s);
            const QString known = document.templateOf(path);
            QVERIFY2(!document.operation(known, exchange.method).isEmpty(), qPrintable(exchange.target));
            if (exchange.status / 100 == 2)
                recorded << QString::fromLatin1(exchange.method.toLower()) + u' ' + known;
        }
    }
    const QJsonObject paths = document.json().value(u"paths"_s).toObject();
    QStringList missing;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const QString &method : path.value().toObject().keys()) {
            const QString name = method + u' ' + path.key();
            const bool isOperation = path.value()[method].toObject().contains(u"responses"_s);
            if (isOperation && path.key().startsWith(u"/api/v1/"_s) && !recorded.contains(name))
                missing << name;
        }
    }
    if (!missing.isEmpty())
        qInfo("not recorded yet:\n%s", qPrintable(missing.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestRecorded)
#include "tst_recorded.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Which bodies and queries are taken, and what is said of those that are not.
#include "tests/server/api/enginefixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace api;

class ApiValidationTest : public QObject
{
    Q_OBJECT
private slots:
    void validatesBodies();
    void boundsWhatIsSaidOfBodies();
    void acceptsBodies();
    void refusesBadJson_data();
    void refusesBadJson();
    void contentTypes();
    void checksQueries_data();
    void checksQueries();
    void readsQueries();
};

void ApiValidationTest::validatesBodies()
{
    EngineFixture engine;
    const QByteArray body
        = R"({"email":"ada@","firstName":"A","phone":"12","web":"x","kind":"HUGE","count":1.5,"at":"yesterday","day":"2024-02-30",)"
          R"("site":"nowhere","tags":["a",""],"inner":{"inner":{"mail":"x"}},"other":1})";
    const auto response = engine.send({.method = "POST",
                                       .target = "/api/v1/things",
                                       .token = "ada",
                                       .body = body,
                                       .headers = {{"Content-Type", "application/json"}}});
    QCOMPARE(response.status, 422);
    QCOMPARE(codeOf(response), u"VALIDATION_ERROR"_s);
    const QJsonObject expected{{u"name"_s, u"Name is required"_s},
                               {u"email"_s, u"Invalid email format"_s},
                               {u"firstName"_s, u"First name must have at least 2 characters"_s},
                               {u"phone"_s, u"Phone number has an invalid format"_s},
                               {u"web"_s, u"Web must be a web address like https://example.com"_s},
                               {u"kind"_s, u"Kind must be one of BIG, SMALL"_s},
                               {u"count"_s, u"Count must be a whole number"_s},
                               {u"at"_s, u"At must be a date and time like 2024-01-31T15:30:00Z"_s},
                               {u"day"_s, u"Day must be a date like 2024-01-31"_s},
                               {u"site"_s, u"Invalid URL format"_s},
                               {u"tags.1"_s, u"Entry 2 must not be empty"_s},
                               {u"inner.inner.mail"_s, u"Invalid email format"_s},
                               {u"other"_s, u"Unknown field"_s}};
    QCOMPARE(json(response).value("error"_L1).toObject().value("details"_L1).toObject(), expected);
    QCOMPARE(engine.created, 0);
}

void ApiValidationTest::boundsWhatIsSaidOfBodies()
{
    EngineFixture engine;
    const auto details = [&engine](const QByteArray &body) {
        const auto response = engine.send({.method = "POST", .target = "/api/v1/things", .token = "ada", .body = body});
        return response.status == 422 ? json(response).value("error"_L1).toObject().value("details"_L1).toObject()
                                      : QJsonObject();
    };
    const QByteArray tags = R"({"tags":[)" + QByteArray("0,").repeated(999'999) + "0]}";
    const QJsonObject size{{u"name"_s, u"Name is required"_s},
                           {u"email"_s, u"Email is required"_s},
                           {u"tags"_s, u"Tags must have at most 3 entries"_s}};
    QCOMPARE(details(tags), size);
    QByteArrayList unknown;
    for (int i = 0; i < 200'000; ++i)
        unknown << "\"n" + QByteArray::number(i) + "\":0";
    const QJsonObject fields{{u"body"_s, u"The body has more than 100 unknown fields"_s}};
    QCOMPARE(details('{' + unknown.join(',') + '}'), fields);
}

void ApiValidationTest::acceptsBodies()
{
    EngineFixture engine;
    const QByteArray body
        = R"({"name":"n","email":"ada.b+c@mail.example.com","count":9007199254740991,"at":"2024-01-31T15:30:00.123+02:00",)"
          R"("day":"2024-02-29","site":"https://a.example/x?y","tags":["a","b"],"kind":"BIG","phone":"+4912345"})";
    QCOMPARE(engine.send({.method = "POST", .target = "/api/v1/things", .token = "ada", .body = body}).status, 201);
    const QByteArray whole = R"({"name":"n","email":"a@b.co","count":5.0})";
    QCOMPARE(engine.send({.method = "POST", .target = "/api/v1/things", .token = "ada", .body = whole}).status, 201);
}

void ApiValidationTest::refusesBadJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    QTest::newRow("cut") << QByteArray("{\"name\":") << u"(byte 8)"_s;
    QTest::newRow("trailing") << QByteArray("{} x") << u"(byte 3)"_s;
    QTest::newRow("duplicate") << QByteArray(R"({"name":"a","name":"b"})") << u"given twice"_s;
    QByteArrayList names;
    for (int i = 0; i < 40; ++i)
        names << "\"n" + QByteArray::number(i % 39) + "\":1";
    QTest::newRow("duplicate among many") << QByteArray("{" + names.join(',') + "}") << u"given twice"_s;
    QTest::newRow("duplicate after inner") << QByteArray(R"({"a":{"b":{"a":1},"c":1},"b":[{"a":1}],"a":1})")
                                           << u"given twice"_s;
    QTest::newRow("deep") << QByteArray("[").repeated(100000) << u"deeper"_s;
    QTest::newRow("not UTF-8") << QByteArray("{\"name\":\"\xff\"}") << u"(byte"_s;
    QTest::newRow("lone surrogate") << QByteArray(R"({"name":"\ud800"})") << u"(byte"_s;
    QTest::newRow("NUL escape") << QByteArray(R"({"name":"\u0000"})") << u"U+0000"_s;
    QTest::newRow("NUL byte") << QByteArray("{}\0{}", 5) << u"NUL"_s;
    QTest::newRow("huge number") << QByteArray(R"({"count":1e999})") << u"(byte"_s;
    QTest::newRow("comment") << QByteArray("{/**/}") << u"(byte"_s;
}

void ApiValidationTest::refusesBadJson()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, said);
    EngineFixture engine;
    const auto response = engine.send({.method = "POST", .target = "/api/v1/things", .token = "ada", .body = body});
    QCOMPARE(response.status, 400);
    QCOMPARE(codeOf(response), u"BAD_REQUEST"_s);
    const QString message = json(response).value("message"_L1).toString();
    QVERIFY2(message.contains(said) && message.contains("(byte "_L1), qUtf8Printable(message));
}

void ApiValidationTest::contentTypes()
{
    EngineFixture engine;
    const auto status = [&](const QByteArray &type) {
        return engine
            .send({.method = "POST",
                   .target = "/api/v1/things",
                   .token = "ada",
                   .body = GoodThing,
                   .headers = {{"Content-Type", type}}})
            .status;
    };
    QCOMPARE(status("application/json"), 201);
    QCOMPARE(status("Application/JSON; charset=UTF-8"), 201);
    QCOMPARE(status("application/x-www-form-urlencoded"), 415);
    QCOMPARE(status("application/json; charset=latin1"), 415);
    QCOMPARE(status("text/plain"), 415);
}

void ApiValidationTest::checksQueries_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("field");
    QTest::newRow("zero") << QByteArray("limit=0") << u"limit"_s;
    QTest::newRow("many") << QByteArray("limit=101") << u"limit"_s;
    QTest::newRow("word") << QByteArray("limit=abc") << u"limit"_s;
    QTest::newRow("empty") << QByteArray("limit=") << u"limit"_s;
    QTest::newRow("fraction") << QByteArray("limit=1.5") << u"limit"_s;
    QTest::newRow("overflow") << QByteArray("page=99999999999999999999") << u"page"_s;
    QTest::newRow("negative") << QByteArray("page=-1") << u"page"_s;
    QTest::newRow("sort") << QByteArray("sort=colour") << u"sort"_s;
    QTest::newRow("flag") << QByteArray("open=maybe") << u"open"_s;
    QTest::newRow("list") << QByteArray("ids=1,x") << u"ids"_s;
    QTest::newRow("twice") << QByteArray("limit=1&limit=2") << u"limit"_s;
    QTest::newRow("cursor") << QByteArray("cursor=garbage") << u"cursor"_s;
    QTest::newRow("misspelt") << QByteArray("limit=2&serach=ada") << u"serach"_s;
    QTest::newRow("endless") << QByteArray(5000, 'x') << QString(64, u'x');
}

void ApiValidationTest::checksQueries()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, field);
    EngineFixture engine;
    const auto response = engine.get("/api/v1/things?" + query, "ada");
    QCOMPARE(response.status, 400);
    QCOMPARE(codeOf(response), u"BAD_REQUEST"_s);
    const QJsonObject details = json(response).value("error"_L1).toObject().value("details"_L1).toObject();
    QCOMPARE(details.keys(), QStringList{field});
    QCOMPARE(engine.listed, 0);
}

void ApiValidationTest::readsQueries()
{
    QJsonObject seen;
    const auto echo = [&seen](const CallPtr &call) -> HandlerResult {
        seen = call->query;
        return Outcome(Answer{.json = "{}"});
    };
    Route route{http::Method::Get, "/echo", Access::Public, "Echoes", echo};
    route.query = R"({"type":"object","properties":{"n":{"type":"integer"},"open":{"type":"boolean"},
"ids":{"type":"array","items":{"type":"integer"}},"search":{"type":"string"}}})";
    EngineFixture engine({}, {route});
    QCOMPARE(engine.get("/api/v1/echo?n=-3&open=true&ids=1,2&ids=3&search=a+b%26c&version=v1").status, 200);
    const QJsonObject expected{
        {u"n"_s, -3}, {u"open"_s, true}, {u"ids"_s, QJsonArray{1, 2, 3}}, {u"search"_s, u"a b&c"_s}};
    QCOMPARE(seen, expected);
    QCOMPARE(engine.get("/api/v1/echo?search=%e").status, 400);
}

QTEST_GUILESS_MAIN(ApiValidationTest)
#include "tst_api_validation.moc"

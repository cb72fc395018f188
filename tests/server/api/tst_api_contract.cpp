// SPDX-License-Identifier: GPL-3.0-or-later
// Errors, envelopes, methods, paths and refusals, as the API documents show them.
#include "tests/server/api/enginefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace api;

class ApiContractTest : public QObject
{
    Q_OBJECT
private slots:
    void errorRenderings();
    void rateLimitNames();
    void debugOnlyInDevelopment();
    void envelopes();
    void methods();
    void paths_data();
    void paths();
    void refusals();
    void bodyPolicies();
    void unknownRoutesAreNamed();
};

void ApiContractTest::errorRenderings()
{
    EngineFixture engine;
    const auto login = [&](const QByteArray &path) {
        auto body = json(engine.send({.method = "POST", .target = path, .headers = {{"X-Request-Id", "req-123"}}}));
        return body;
    };
    const QString time = u"2024-01-01T00:00:00.000Z"_s;
    const QJsonObject auth{{u"success"_s, false},
                           {u"error"_s, u"INVALID_CREDENTIALS"_s},
                           {u"message"_s, u"Invalid email or password"_s},
                           {u"details"_s, QJsonObject()},
                           {u"request_id"_s, u"req-123"_s},
                           {u"timestamp"_s, time}};
    QCOMPARE(login("/api/v1/auth/login"), auth);
    QCOMPARE(login("/api/auth/login"), auth);
    const QJsonObject v2{
        {u"success"_s, false},
        {u"error"_s,
         QJsonObject{{u"code"_s, u"INVALID_CREDENTIALS"_s},
                     {u"message"_s, u"Authentication failed"_s},
                     {u"details"_s, QJsonObject()}}},
        {u"meta"_s, QJsonObject{{u"version"_s, u"v2"_s}, {u"timestamp"_s, time}, {u"requestId"_s, u"req-123"_s}}}};
    QCOMPARE(login("/api/v2/auth/login"), v2);
    QCOMPARE(login("/api/auth/login?version=v2"), v2);
    const QJsonObject platform{{u"success"_s, false},
                               {u"message"_s, u"Invalid email or password"_s},
                               {u"error"_s,
                                QJsonObject{{u"code"_s, u"INVALID_CREDENTIALS"_s},
                                            {u"message"_s, u"Invalid email or password"_s},
                                            {u"details"_s, QJsonObject()}}},
                               {u"request_id"_s, u"req-123"_s},
                               {u"timestamp"_s, time}};
    QCOMPARE(login("/auth/login"), platform);

    const auto thing = engine.send({.method = "POST", .target = "/api/v2/things", .token = "ada", .body = "{}"});
    const QJsonObject details = json(thing).value("error"_L1).toObject().value("details"_L1).toObject();
    QCOMPARE(details.value("field"_L1).toString(), u"email"_s);
    QCOMPARE(details.value("reason"_L1).toString(), u"Email is required"_s);

    const auto crashed = engine.get("/api/v1/crash");
    QCOMPARE(crashed.status, 500);
    QVERIFY(!crashed.body.contains("secret table"));
    const auto anonymous = engine.get("/api/v1/things");
    QCOMPARE(codeOf(anonymous), u"AUTH_REQUIRED"_s);
    QCOMPARE(header(anonymous, "WWW-Authenticate"), QByteArray("Bearer"));
    QCOMPARE(codeOf(engine.get("/api/v1/things", "old")), u"AUTH_EXPIRED"_s);
    QCOMPARE(codeOf(engine.get("/api/v1/things", "forged")), u"AUTH_INVALID"_s);
}

void ApiContractTest::rateLimitNames()
{
    EngineFixture engine({.anonymousPerHour = 0});
    const auto limited = engine.get("/api/v1/open");
    QCOMPARE(limited.status, 429);
    QCOMPARE(codeOf(limited), u"RATE_LIMITED"_s);
    QCOMPARE(json(limited).value("message"_L1).toString(), u"Rate limit exceeded. Try again later."_s);
    QCOMPARE(header(limited, "Retry-After"), QByteArray("3600"));
    QCOMPARE(codeOf(engine.get("/api/v2/open")), u"RATE_LIMITED"_s);
    QCOMPARE(codeOf(engine.get("/api/open?version=v2")), u"RATE_LIMIT_EXCEEDED"_s);
    QCOMPARE(codeOf(engine.send({.method = "POST", .target = "/auth/login"})), u"RATE_LIMIT_EXCEEDED"_s);
}

void ApiContractTest::debugOnlyInDevelopment()
{
    const QList<std::pair<QByteArray, QByteArray>> asked{{"X-Debug", "true"}};
    EngineFixture production;
    QVERIFY(!json(production.get("/api/v1/crash", {}, asked)).contains("debug"_L1));
    EngineFixture development({.development = true});
    QVERIFY(!json(development.get("/api/v1/crash")).contains("debug"_L1));
    const QJsonObject debug = json(development.get("/api/v1/crash", {}, asked)).value("debug"_L1).toObject();
    QVERIFY(debug.value("log"_L1).toString().contains("secret table"_L1));
}

void ApiContractTest::envelopes()
{
    EngineFixture engine;
    QCOMPARE(engine.get("/api/v1/things/7", "ada").body,
             QByteArray(R"({"success":true,"data":{"id":"7","name":"One"}})"));
    const QJsonObject second = json(engine.get("/api/v2/things/7", "ada"));
    QCOMPARE(second.keys(), QStringList({u"data"_s, u"meta"_s, u"success"_s}));
    QCOMPARE(second.value("meta"_L1).toObject().value("timestamp"_L1).toString(), u"2024-01-01T00:00:00.000Z"_s);
    const QJsonObject pagination{{u"page"_s, 2},
                                 {u"limit"_s, 50},
                                 {u"total"_s, 150},
                                 {u"totalPages"_s, 3},
                                 {u"hasNext"_s, true},
                                 {u"hasPrev"_s, false},
                                 {u"nextCursor"_s, QJsonValue::Null}};
    const QJsonObject list = json(engine.get("/api/v1/things?page=2", "ada"));
    QCOMPARE(list.value("pagination"_L1).toObject(), pagination);
    QVERIFY(list.value("data"_L1).isArray());
    const QJsonObject listV2 = json(engine.get("/api/v2/things?page=2", "ada"));
    QCOMPARE(listV2.value("meta"_L1).toObject().value("pagination"_L1).toObject(), pagination);
    QVERIFY(!listV2.contains("pagination"_L1));
    QCOMPARE(engine.get("/api/v1/auth/me").body, QByteArray(R"({"success":true,"user":{"id":"7"},"token":"t"})"));
    QVERIFY(json(engine.get("/api/v2/auth/me")).value("data"_L1).toObject().contains("user"_L1));
    QCOMPARE(engine.get("/healthz").body, QByteArray(R"({"status":"ok"})"));
}

void ApiContractTest::methods()
{
    EngineFixture engine;
    const auto wrong = engine.send({.method = "DELETE", .target = "/api/v1/things/7"});
    QCOMPARE(wrong.status, 405);
    QCOMPARE(header(wrong, "Allow"), QByteArray("GET, HEAD, PUT, OPTIONS"));
    QCOMPARE(engine.send({.method = "BREW", .target = "/api/v1/things/7"}).status, 405);
    QCOMPARE(engine.send({.method = "PUT", .target = "/healthz"}).status, 405);
    const auto head = engine.send({.method = "HEAD", .target = "/api/v1/things/7", .token = "ada"});
    QCOMPARE(head.status, 200);
    QCOMPARE(header(head, "ETag"), header(engine.get("/api/v1/things/7", "ada"), "ETag"));
    const auto options
        = engine.send({.method = "OPTIONS",
                       .target = "/api/v1/things",
                       .headers = {{"Origin", "https://a.example"}, {"Access-Control-Request-Method", "POST"}}});
    QCOMPARE(options.status, 204);
    QCOMPARE(header(options, "Allow"), QByteArray("GET, HEAD, POST, OPTIONS"));
    QVERIFY(!options.headers.contains("Access-Control-Allow-Origin"));

    EngineFixture open({.corsOrigins = {"https://a.example"}});
    const RequestParts preflight{.method = "OPTIONS",
                                 .target = "/api/v1/things",
                                 .headers
                                 = {{"Origin", "https://a.example"}, {"Access-Control-Request-Method", "POST"}}};
    QCOMPARE(header(open.send(preflight), "Access-Control-Allow-Origin"), QByteArray("https://a.example"));
    const auto foreign = open.get("/api/v1/open", {}, {{"Origin", "https://b.example"}});
    QVERIFY(!foreign.headers.contains("Access-Control-Allow-Origin"));
}

void ApiContractTest::paths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << QByteArray("/api/v1/things/7") << 200 << u"7"_s;
    QTest::newRow("slash at the end") << QByteArray("/api/v1/things/7/") << 200 << u"7"_s;
    QTest::newRow("escaped slash") << QByteArray("/api/v1/things/a%2Fb") << 200 << u"a/b"_s;
    QTest::newRow("escaped dots") << QByteArray("/api/v1/things/%2e%2e") << 200 << u".."_s;
    QTest::newRow("escaped literal") << QByteArray("/api/v1/thing%73/7") << 200 << u"7"_s;
    QTest::newRow("umlaut") << QByteArray("/api/v1/things/%C3%BC") << 200 << u"ü"_s;
    QTest::newRow("bad escape") << QByteArray("/api/v1/things/%zz") << 400 << QString();
    QTest::newRow("cut escape") << QByteArray("/api/v1/things/%4") << 400 << QString();
    QTest::newRow("not UTF-8") << QByteArray("/api/v1/things/%ff") << 400 << QString();
    QTest::newRow("NUL") << QByteArray("/api/v1/things/%00") << 400 << QString();
    QTest::newRow("double slash") << QByteArray("/api/v1//things/7") << 404 << QString();
    QTest::newRow("too deep") << QByteArray("/api/v1" + QByteArray("/x").repeated(500)) << 404 << QString();
    QTest::newRow("root") << QByteArray("/api/v1") << 404 << QString();
    QTest::newRow("prefix alone") << QByteArray("/apiary/v1/things") << 404 << QString();
}

void ApiContractTest::paths()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QString, id);
    EngineFixture engine;
    const auto response = engine.get(path, "ada");
    QCOMPARE(response.status, status);
    if (status == 200)
        QCOMPARE(json(response).value("data"_L1).toObject().value("id"_L1).toString(), id);
}

void ApiContractTest::refusals()
{
    EngineFixture engine;
    for (const int status : {400, 408, 413, 414, 431, 500, 501, 503, 505}) {
        const auto response = engine.worker->refuse(status, EngineFixture::request({.target = "/api/v2/things"}));
        QCOMPARE(response.status, status);
        QVERIFY(!codeOf(response).isEmpty());
        QVERIFY(json(response).contains("meta"_L1));
        QCOMPARE(response.headers.count("X-Request-Id"), 1);
    }
    const auto refused = [&](int status, bool isDamaged) {
        http::Request partial = EngineFixture::request({.method = "POST", .target = "/api/v1/things"});
        partial.damaged = isDamaged;
        return engine.worker->refuse(status, partial);
    };
    const auto message = [](const http::Response &response) { return json(response).value("message"_L1).toString(); };
    QCOMPARE(message(refused(400, false)), u"The request is not valid HTTP."_s);
    QCOMPARE(message(refused(400, true)), u"The gzip data of the body is damaged or cut off."_s);
    const auto unknown = refused(415, false);
    QCOMPARE(codeOf(unknown), u"UNSUPPORTED_MEDIA_TYPE"_s);
    QCOMPARE(message(unknown), u"Content-Encoding must be gzip or identity"_s);
    QCOMPARE(header(unknown, "Accept-Encoding"), "gzip");
}

void ApiContractTest::bodyPolicies()
{
    const auto route = [](const QByteArray &path) {
        Route row{http::Method::Post, path, Access::Public, "Takes much",
                  [](const CallPtr &) { return Outcome(Answer{.json = "{}"}); }};
        row.body = R"({"type":"object"})";
        row.maxBody = 5'000'000;
        return row;
    };
    EngineFixture engine({}, {route("/much"), route("/auth/much")});
    const auto policy = [&](const QByteArray &target) {
        return engine.worker->bodyPolicy(EngineFixture::request({.method = "POST", .target = target}));
    };
    // In whatever coding a body of JSON comes: it is held in memory as a whole.
    QCOMPARE(policy("/api/things").maxBytes, engine.settings.maxBody);
    QCOMPARE(policy("/api/things").maxInflated, engine.settings.maxBody);
    QCOMPARE(policy("/api/v1/much").maxBytes, 5'000'000);
    QCOMPARE(policy("/api/v1/much").maxInflated, 5'000'000);
    QCOMPARE(policy("/api/v2/auth/much").maxBytes, 2 * 1024 * 1024);
    QCOMPARE(policy("/api/v2/auth/much").maxInflated, 2 * 1024 * 1024);
}

void ApiContractTest::unknownRoutesAreNamed()
{
    EngineFixture engine;
    const auto message
        = [&](const QByteArray &target) { return json(engine.get(target, "ada")).value("message"_L1).toString(); };
    QCOMPARE(message("/api/v1/nope?key=secret"), u"There is no route GET /api/v1/nope; see /docs"_s);
    QCOMPARE(message("/" + QByteArray(5000, 'x')).size(), QString(u"There is no route GET ; see /docs"_s).size() + 200);
    QCOMPARE(message("/api/v1/auth/nope"), u"There is no route GET /api/v1/auth/nope; see /docs"_s);
}

QTEST_GUILESS_MAIN(ApiContractTest)
#include "tst_api_contract.moc"

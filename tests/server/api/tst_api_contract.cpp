// SPDX-License-Identifier: GPL-3.0-or-later
// Versions, errors, envelopes, validation and the OpenAPI document, as the API documents show them.
#include "server/api/answerchecker.h"
#include "server/api/openapi.h"
#include "tests/server/api/enginefixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace api;

class ApiContractTest : public QObject
{
    Q_OBJECT
private slots:
    void choosesVersion_data();
    void choosesVersion();
    void refusesUnknownVersions_data();
    void refusesUnknownVersions();
    void routeOfAnotherVersion();
    void versionHeaders();
    void deprecation();
    void sunset();
    void routeDeprecation();
    void discovery();
    void errorRenderings();
    void rateLimitNames();
    void debugOnlyInDevelopment();
    void envelopes();
    void methods();
    void paths_data();
    void paths();
    void validatesBodies();
    void boundsWhatIsSaidOfBodies();
    void acceptsBodies();
    void refusesBadJson_data();
    void refusesBadJson();
    void contentTypes();
    void checksQueries_data();
    void checksQueries();
    void readsQueries();
    void refusals();
    void bodyPolicies();
    void unknownRoutesAreNamed();
    void openApi();
    void openApiHeaders();
    void docsPage();
    void checkerFindsMismatch();
    void everyAnswerFits();
};

namespace
{
QByteArray header(const http::Response &response, const char *name) { return response.headers.value(name); }

const QByteArray GoodThing = R"({"name":"n","email":"ada@example.com"})";
}

void ApiContractTest::choosesVersion_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("custom");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray none;
    QTest::newRow("default") << QByteArray("/api/open") << none << none << QByteArray("v1");
    QTest::newRow("path") << QByteArray("/api/v2/open") << none << none << QByteArray("v2");
    QTest::newRow("path before header") << QByteArray("/api/v1/open") << QByteArray("v2") << none << QByteArray("v1");
    QTest::newRow("Accept-Version") << QByteArray("/api/open") << QByteArray("v2") << none << QByteArray("v2");
    QTest::newRow("Accept-Version first")
        << QByteArray("/api/open") << QByteArray("v2") << QByteArray("v1") << QByteArray("v2");
    QTest::newRow("X-API-Version") << QByteArray("/api/open?version=v1") << none << QByteArray("v2")
                                   << QByteArray("v2");
    QTest::newRow("query") << QByteArray("/api/open?a=b&version=v2") << none << none << QByteArray("v2");
    QTest::newRow("trailing slash") << QByteArray("/api/v2/open/") << none << none << QByteArray("v2");
}

void ApiContractTest::choosesVersion()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, accept);
    QFETCH(QByteArray, custom);
    QFETCH(QByteArray, expected);
    EngineFixture engine;
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!accept.isNull())
        headers << std::pair(QByteArray("accept-version"), accept);
    if (!custom.isNull())
        headers << std::pair(QByteArray("X-Api-Version"), custom);
    const auto response = engine.get(target, {}, headers);
    QCOMPARE(response.status, 200);
    QCOMPARE(header(response, "X-API-Version"), expected);
    QCOMPARE(json(response).contains("meta"_L1), expected == "v2");
}

void ApiContractTest::refusesUnknownVersions_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QString>("named");
    QTest::newRow("path") << QByteArray("/api/v3/open") << QByteArray() << u"v3"_s;
    QTest::newRow("v0") << QByteArray("/api/v0/open") << QByteArray() << u"v0"_s;
    QTest::newRow("capital") << QByteArray("/api/V1/open") << QByteArray() << u"V1"_s;
    QTest::newRow("minor") << QByteArray("/api/v1.0/open") << QByteArray() << u"v1.0"_s;
    QTest::newRow("header") << QByteArray("/api/open") << QByteArray("v3") << u"v3"_s;
    QTest::newRow("header beside a good path") << QByteArray("/api/v1/open") << QByteArray("2") << u"2"_s;
    QTest::newRow("query beside a good path") << QByteArray("/api/v1/open?version=v9") << QByteArray() << u"v9"_s;
    QTest::newRow("empty query") << QByteArray("/api/open?version=") << QByteArray() << QString();
    QTest::newRow("no such route") << QByteArray("/api/v3/nothing") << QByteArray() << u"v3"_s;
}

void ApiContractTest::refusesUnknownVersions()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, accept);
    QFETCH(QString, named);
    EngineFixture engine;
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!accept.isNull())
        headers << std::pair(QByteArray("Accept-Version"), accept);
    const auto response = engine.get(target, {}, headers);
    QCOMPARE(response.status, 400);
    QJsonObject body = json(response);
    QCOMPARE(body.take("request_id"_L1).toString().toUtf8(), header(response, "X-Request-Id"));
    const QJsonObject expected{{u"success"_s, false},
                               {u"error"_s, u"UNSUPPORTED_API_VERSION"_s},
                               {u"message"_s, QString(u"API version %1 is not supported"_s.arg(named))},
                               {u"supportedVersions"_s, QJsonArray{u"v1"_s, u"v2"_s}},
                               {u"timestamp"_s, u"2024-01-01T00:00:00.000Z"_s}};
    QCOMPARE(body, expected);
    QCOMPARE(header(response, "X-API-Supported-Versions"), QByteArray("v1, v2"));
}

void ApiContractTest::routeOfAnotherVersion()
{
    EngineFixture engine;
    const auto response = engine.get("/api/v1/auth/devices");
    QCOMPARE(response.status, 404);
    const QJsonObject body = json(response);
    QCOMPARE(body.value("error"_L1).toString(), u"ROUTE_NOT_FOUND_FOR_VERSION"_s);
    QCOMPARE(body.value("message"_L1).toString(), u"This endpoint is not available in API version v1"_s);
    QCOMPARE(body.value("availableVersions"_L1).toArray(), QJsonArray{u"v2"_s});
    QCOMPARE(body.value("success"_L1), QJsonValue(false));
    QVERIFY(body.contains("request_id"_L1) && body.contains("timestamp"_L1));
    QCOMPARE(header(response, "Link"), QByteArray("</api/v2/auth/devices>; rel=\"version-v2\""));
    QCOMPARE(engine.get("/api/v2/auth/devices").status, 401);
}

void ApiContractTest::versionHeaders()
{
    EngineFixture engine;
    const auto login = engine.send({.method = "POST", .target = "/api/v2/auth/login"});
    QCOMPARE(header(login, "X-API-Version"), QByteArray("v2"));
    QCOMPARE(header(login, "X-API-Supported-Versions"), QByteArray("v1, v2"));
    QCOMPARE(header(login, "Link"),
             QByteArray("</api/v1/auth/login>; rel=\"version-v1\", </api/v2/auth/login>; rel=\"version-v2\""));
    QVERIFY(!login.headers.contains("X-API-Deprecation"));
    const auto missing = engine.get("/api/v1/nothing");
    QCOMPARE(missing.status, 404);
    QCOMPARE(header(missing, "X-API-Version"), QByteArray("v1"));
    QVERIFY(!engine.get("/healthz").headers.contains("X-API-Version"));
    // What a client wrote into the path cannot break out of the header.
    const auto odd = engine.get("/api/things/a%0d%0ab>\"c", "ada");
    QVERIFY(!header(odd, "Link").contains('\n'));
    QCOMPARE(header(odd, "Link").count('>'), 2);
}

void ApiContractTest::deprecation()
{
    EngineFixture engine;
    const auto day = [](int month) { return QDateTime(QDate(2024, month, 1), QTime(0, 0), Qt::UTC); };
    engine.shared->setVersions(VersionRegistry({{"v1", VersionStatus::Deprecated, day(6), day(12)}, {"v2"}}));
    const auto response = engine.get("/api/v1/open");
    QCOMPARE(response.status, 200);
    QCOMPARE(header(response, "X-API-Deprecation"), QByteArray("true"));
    QCOMPARE(header(response, "X-API-Deprecation-Date"), QByteArray("2024-06-01T00:00:00Z"));
    QCOMPARE(header(response, "X-API-Sunset-Date"), QByteArray("2024-12-01T00:00:00Z"));
    QCOMPARE(header(response, "Deprecation"), QByteArray("@1717200000"));
    QCOMPARE(header(response, "Sunset"), QByteArray("Sun, 01 Dec 2024 00:00:00 GMT"));
    QVERIFY(header(response, "Link").endsWith("</api/v2/open>; rel=\"successor-version\""));
    QCOMPARE(header(response, "X-API-Supported-Versions"), QByteArray("v1, v2"));
    QVERIFY(engine.get("/api/v1/nothing").headers.contains("X-API-Deprecation"));
    QVERIFY(!engine.get("/api/v2/open").headers.contains("X-API-Deprecation"));
    QCOMPARE(json(engine.get("/api/versions")).value("deprecated"_L1).toArray(), QJsonArray{u"v1"_s});
}

void ApiContractTest::sunset()
{
    EngineFixture engine;
    const QDateTime at(QDate(2024, 1, 2), QTime(0, 0), Qt::UTC);
    VersionInfo v1{"v1", VersionStatus::Deprecated, at.addDays(-1), at};
    engine.shared->setVersions(VersionRegistry({v1, {"v2"}}));
    engine.nowMs = at.toMSecsSinceEpoch() - 1;
    QCOMPARE(engine.get("/api/v1/open").status, 200);
    engine.nowMs += 1;
    const auto gone = engine.get("/api/v1/open");
    QCOMPARE(gone.status, 410);
    QCOMPARE(codeOf(gone), u"API_VERSION_SUNSET"_s);
    engine.nowMs += 1000;
    QCOMPARE(header(engine.get("/api/v2/open"), "X-API-Supported-Versions"), QByteArray("v2"));
    v1.serveAfterSunset = true;
    engine.shared->setVersions(VersionRegistry({v1, {"v2"}}));
    const auto served = engine.get("/api/v1/open");
    QCOMPARE(served.status, 200);
    QCOMPARE(header(served, "X-API-Deprecation"), QByteArray("true"));
    QCOMPARE(header(served, "X-API-Supported-Versions"), QByteArray("v1, v2"));
}

void ApiContractTest::routeDeprecation()
{
    EngineFixture engine;
    const auto response = engine.get("/api/v2/old");
    QCOMPARE(header(response, "X-API-Deprecation"), QByteArray("true"));
    QCOMPARE(header(response, "Deprecation"), QByteArray("@1672531200"));
    QCOMPARE(response.headers.count("Link"), 1);
    QVERIFY(header(response, "Link").contains("</api/v2/open>; rel=\"successor-version\""));
}

void ApiContractTest::discovery()
{
    EngineFixture engine;
    const auto response = engine.get("/api/versions");
    QCOMPARE(response.body,
             QByteArray(R"({"current":"v1","default":"v1","supported":["v1","v2"],"deprecated":[],)"
                        R"("migrations":["v1->v2"]})"));
    QCOMPARE(header(response, "X-API-Version"), QByteArray("v1"));
    QCOMPARE(engine.get("/api/versions?version=v7").status, 400);
}

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

void ApiContractTest::validatesBodies()
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

void ApiContractTest::boundsWhatIsSaidOfBodies()
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

void ApiContractTest::acceptsBodies()
{
    EngineFixture engine;
    const QByteArray body
        = R"({"name":"n","email":"ada.b+c@mail.example.com","count":9007199254740991,"at":"2024-01-31T15:30:00.123+02:00",)"
          R"("day":"2024-02-29","site":"https://a.example/x?y","tags":["a","b"],"kind":"BIG","phone":"+4912345"})";
    QCOMPARE(engine.send({.method = "POST", .target = "/api/v1/things", .token = "ada", .body = body}).status, 201);
    const QByteArray whole = R"({"name":"n","email":"a@b.co","count":5.0})";
    QCOMPARE(engine.send({.method = "POST", .target = "/api/v1/things", .token = "ada", .body = whole}).status, 201);
}

void ApiContractTest::refusesBadJson_data()
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

void ApiContractTest::refusesBadJson()
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

void ApiContractTest::contentTypes()
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

void ApiContractTest::checksQueries_data()
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

void ApiContractTest::checksQueries()
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

void ApiContractTest::readsQueries()
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

void ApiContractTest::openApi()
{
    EngineFixture engine;
    const QJsonObject document = json(engine.get("/api/openapi.json"));
    QCOMPARE(document.value("openapi"_L1).toString(), u"3.1.0"_s);
    const QJsonObject paths = document.value("paths"_L1).toObject();
    QVERIFY(paths.contains("/api/v1/things/{id}"_L1) && paths.contains("/api/v2/things/{id}"_L1));
    QVERIFY(paths.contains("/auth/login"_L1) && paths.contains("/api/versions"_L1));
    QVERIFY(!paths.contains("/api/v1/auth/devices"_L1) && paths.contains("/api/v2/auth/devices"_L1));
    const QJsonObject post = paths.value("/api/v1/things"_L1).toObject().value("post"_L1).toObject();
    const QStringList statuses = post.value("responses"_L1).toObject().keys();
    for (const QString &status : {u"201"_s, u"400"_s, u"401"_s, u"403"_s, u"415"_s, u"422"_s, u"429"_s, u"500"_s})
        QVERIFY2(statuses.contains(status), qUtf8Printable(status));
    // Every reference leads somewhere.
    const QByteArray text = engine.get("/api/openapi.json").body;
    const QJsonObject components = document.value("components"_L1).toObject();
    for (qsizetype at = text.indexOf("#/components/"); at >= 0; at = text.indexOf("#/components/", at + 1)) {
        const QByteArrayList parts = text.mid(at, text.indexOf('"', at) - at).split('/');
        QVERIFY2(components.value(QString::fromUtf8(parts[2])).toObject().contains(QString::fromUtf8(parts[3])),
                 parts[3].constData());
    }
}

void ApiContractTest::openApiHeaders()
{
    Route some{http::Method::Get, "/some", Access::Public, "For some", {}};
    some.errors = {ErrorCode::AuthRequired};
    Route file{http::Method::Get, "/file", Access::User, "A file", {}};
    file.contentType = "text/csv";
    file.reads = Tag::Users;
    Route chat{http::Method::Post, "/chat", Access::User, "Talks", {}};
    chat.answer = R"({"type":"object"})";
    chat.streams = true;
    EngineFixture engine({}, {some, file, chat});
    const QJsonObject document = json(engine.get("/api/openapi.json"));
    const auto operation = [&](const QString &path, const QString &method = u"get"_s) {
        return document.value("paths"_L1).toObject().value(path).toObject().value(method).toObject();
    };
    const auto response = [&](const QJsonObject &of, int status) {
        const QJsonObject own = of.value("responses"_L1).toObject().value(QString::number(status)).toObject();
        const QString shared = own.value("$ref"_L1).toString().section(u'/', -1);
        const QJsonObject all = document.value("components"_L1).toObject().value("responses"_L1).toObject();
        return shared.isEmpty() ? own : all.value(shared).toObject();
    };
    const auto carries = [&](const QJsonObject &of, int status, const QString &name) {
        return response(of, status).value("headers"_L1).toObject().contains(name);
    };
    const QJsonObject create = operation(u"/api/v1/things"_s, u"post"_s);
    QCOMPARE(create.value("requestBody"_L1).toObject().value("required"_L1), QJsonValue(true));
    QVERIFY(carries(create, 401, u"WWW-Authenticate"_s) && !carries(create, 403, u"WWW-Authenticate"_s));
    QVERIFY(carries(create, 429, u"Retry-After"_s) && carries(create, 429, u"X-RateLimit-Reset"_s));
    QVERIFY(carries(create, 410, u"Retry-After"_s) && carries(create, 415, u"Accept-Encoding"_s));
    QVERIFY(carries(create, 201, u"Idempotency-Replayed"_s) && !carries(create, 429, u"Idempotency-Replayed"_s));
    for (const QString &name : {u"Deprecation"_s, u"Sunset"_s, u"X-API-Deprecation"_s, u"X-API-Brownout"_s, u"Link"_s})
        QVERIFY2(carries(create, 201, name) && carries(create, 400, name), qPrintable(name));
    QVERIFY(carries(operation(u"/api/v1/file"_s), 200, u"Content-Disposition"_s));

    // What is said of entity tags is what is done.
    for (const QByteArray &path : QByteArrayList{"/healthz", "/api/versions", "/api/openapi.json", "/api/v1/things"}) {
        const QJsonObject described = operation(QString::fromUtf8(path));
        const bool tagged = engine.get(path, "ada").headers.count("ETag") == 1;
        QVERIFY2(carries(described, 200, u"ETag"_s) == tagged, path);
        QVERIFY2(response(described, 304).isEmpty() != tagged, path);
        QVERIFY2(tagged != (path == "/healthz" || path == "/api/versions"), path);
    }
    const QByteArray tag = header(engine.get("/api/openapi.json"), "ETag");
    QCOMPARE(engine.get("/api/openapi.json", {}, {{"If-None-Match", tag}}).status, 304);
    QVERIFY(response(operation(u"/api/v1/file"_s), 304).isEmpty());

    const QJsonArray either{QJsonObject(), QJsonObject{{u"bearer"_s, QJsonArray()}}};
    QCOMPARE(operation(u"/api/v1/some"_s).value("security"_L1).toArray(), either);
    QCOMPARE(operation(u"/api/v1/open"_s).value("security"_L1).toArray(), QJsonArray());
    const QStringList kinds
        = response(operation(u"/api/v1/chat"_s, u"post"_s), 200).value("content"_L1).toObject().keys();
    QCOMPARE(kinds, QStringList({u"application/json"_s, u"text/event-stream"_s}));

    // Nothing is declared that nothing refers to.
    const QByteArray text = engine.get("/api/openapi.json").body;
    const QJsonObject components = document.value("components"_L1).toObject();
    for (const QString &kind : {u"schemas"_s, u"responses"_s, u"headers"_s, u"parameters"_s}) {
        const QStringList names = components.value(kind).toObject().keys();
        for (const QString &name : names)
            QVERIFY2(text.contains("#/components/" + kind.toUtf8() + '/' + name.toUtf8() + '"'), qPrintable(name));
    }
}

void ApiContractTest::docsPage()
{
    EngineFixture engine;
    const auto page = engine.get("/docs/");
    QCOMPARE(page.status, 200);
    QVERIFY(header(page, "Content-Security-Policy").contains("script-src 'self'"));
    QVERIFY(!page.body.contains("<script>"));
    QVERIFY(!page.body.contains("http"));
    const auto script = engine.get("/docs/swagger-ui-bundle.js");
    QCOMPARE(script.status, 200);
    QVERIFY(script.body.size() > 100'000);
    QCOMPARE(engine.get("/docs/swagger-ui-bundle.js", {}, {{"If-None-Match", header(script, "ETag")}}).status, 304);
    QCOMPARE(engine.get("/docs/start.js").status, 200);
    QCOMPARE(engine.get("/docs/LICENSE").status, 200);
    QCOMPARE(engine.get("/docs/../engine.h").status, 404);
}

void ApiContractTest::checkerFindsMismatch()
{
    EngineFixture engine;
    auto checker = AnswerChecker::make(engine.routes, engine.components);
    QVERIFY(checker);
    const auto request = EngineFixture::request({.target = "/api/v1/things/7", .token = "ada"});
    auto response = std::get<http::Response>(engine.worker->handle(request));
    QCOMPARE((*checker)->check(request, response), QStringList());
    response.body.replace("\"name\"", "\"nome\"");
    QCOMPARE((*checker)->check(request, response),
             QStringList({u"data.name: Name is required"_s, u"data.nome: Unknown field"_s}));
    response.status = 201;
    QCOMPARE((*checker)->check(request, response).size(), 3);
}

void ApiContractTest::everyAnswerFits()
{
    EngineFixture engine;
    auto checker = AnswerChecker::make(engine.routes, engine.components);
    QVERIFY(checker);
    const QList<RequestParts> all{
        {.target = "/api/v1/things", .token = "ada"},
        {.target = "/api/v2/things", .token = "ada"},
        {.target = "/api/things?limit=0", .token = "ada"},
        {.target = "/api/v2/things?limit=0", .token = "ada"},
        {.method = "POST", .target = "/api/v1/things", .token = "ada", .body = GoodThing},
        {.method = "POST", .target = "/api/v2/things", .token = "ada", .body = GoodThing},
        {.method = "POST", .target = "/api/v2/things", .token = "ada", .body = "{}"},
        {.method = "POST", .target = "/api/v1/auth/login"},
        {.method = "POST", .target = "/api/v2/auth/login"},
        {.method = "POST", .target = "/auth/login"},
        {.method = "DELETE", .target = "/api/v1/auth/login"},
        {.target = "/api/v1/auth/me"},
        {.target = "/api/v2/auth/me"},
        {.target = "/api/v1/nothing"},
        {.target = "/api/v3/things"},
        {.target = "/api/v1/auth/devices"},
        {.target = "/api/v1/things"},
        {.target = "/api/v1/crash"},
        {.target = "/api/versions"},
        {.target = "/api/openapi.json"},
        {.target = "/docs"},
    };
    for (const RequestParts &parts : all) {
        const auto request = EngineFixture::request(parts);
        const auto response = std::get<http::Response>(engine.worker->handle(request));
        const QStringList wrong = (*checker)->check(request, response);
        const QByteArray said = parts.target + ": " + wrong.join("; "_L1).toUtf8();
        QVERIFY2(wrong.isEmpty(), said.constData());
    }
}

QTEST_GUILESS_MAIN(ApiContractTest)
#include "tst_api_contract.moc"

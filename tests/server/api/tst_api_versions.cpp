// SPDX-License-Identifier: GPL-3.0-or-later
// Which version answers, what is said of those that are old or ended, and which there are.
#include "server/api/versions.h"
#include "tests/server/api/enginefixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace api;

class ApiVersionsTest : public QObject
{
    Q_OBJECT
private slots:
    void choosesVersion_data();
    void choosesVersion();
    void refusesUnknownVersions_data();
    void refusesUnknownVersions();
    void refusedVersionsAreToldOthers();
    void routeOfAnotherVersion();
    void versionHeaders();
    void deprecation();
    void sunset();
    void routeDeprecation();
    void discovery();
};

void ApiVersionsTest::choosesVersion_data()
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

void ApiVersionsTest::choosesVersion()
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

void ApiVersionsTest::refusesUnknownVersions_data()
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
    QTest::newRow("alias, header") << QByteArray("/auth/login") << QByteArray("v9") << u"v9"_s;
    QTest::newRow("alias, query") << QByteArray("/auth/login?a=b&version=v9") << QByteArray() << u"v9"_s;
    QTest::newRow("alias, good header") << QByteArray("/auth/login?version=") << QByteArray("v2") << QString();
    QTest::newRow("alias, no such route") << QByteArray("/auth/nothing") << QByteArray("v3") << u"v3"_s;
    QTest::newRow("no such route") << QByteArray("/api/v3/nothing") << QByteArray() << u"v3"_s;
}

void ApiVersionsTest::refusesUnknownVersions()
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
    const bool isAlias = target.startsWith("/auth/");
    QCOMPARE(header(response, "X-API-Supported-Versions"), isAlias ? QByteArray() : QByteArray("v1, v2"));
}

/// An unknown version of a path that there is: Link names the versions that have it.
void ApiVersionsTest::refusedVersionsAreToldOthers()
{
    EngineFixture engine;
    const QByteArray both = "</api/v1/open>; rel=\"version-v1\", </api/v2/open>; rel=\"version-v2\"";
    QCOMPARE(header(engine.get("/api/v9/open"), "Link"), both);
    QVERIFY(!engine.get("/api/v9/open").headers.contains("Vary"));
    QCOMPARE(header(engine.get("/api/open?version=v9"), "Link"), both);
    QVERIFY(header(engine.get("/api/open", {}, {{"Accept-Version", "v9"}}), "Vary").contains("Accept-Version"));
    QCOMPARE(header(engine.get("/api/v9/auth/devices"), "Link"),
             QByteArray("</api/v2/auth/devices>; rel=\"version-v2\""));
    for (const char *target : {"/api/v9/nothing", "/api/v9/%zz", "/api/versions?version=v9", "/api/v9"})
        QVERIFY2(!engine.get(target).headers.contains("Link"), target);
    // Nothing that is said of v1 is said of a version that is none.
    const QDateTime past(QDate(2023, 6, 1), QTime(0, 0), Qt::UTC);
    engine.shared->setVersions(VersionRegistry({{"v1", VersionStatus::Deprecated, past}, {"v2"}}));
    const auto refused = engine.get("/api/v9/open");
    QCOMPARE(header(refused, "Link"), both);
    QVERIFY(!refused.headers.contains("X-API-Deprecation"));
    QVERIFY(!engine.shared->metrics().text().contains("status=\"4xx\",version=\"v1\""));
}

void ApiVersionsTest::routeOfAnotherVersion()
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

void ApiVersionsTest::versionHeaders()
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

void ApiVersionsTest::deprecation()
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

void ApiVersionsTest::sunset()
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

void ApiVersionsTest::routeDeprecation()
{
    EngineFixture engine;
    const auto response = engine.get("/api/v2/old");
    QCOMPARE(header(response, "X-API-Deprecation"), QByteArray("true"));
    QCOMPARE(header(response, "Deprecation"), QByteArray("@1672531200"));
    QCOMPARE(response.headers.count("Link"), 1);
    QVERIFY(header(response, "Link").contains("</api/v2/open>; rel=\"successor-version\""));
}

void ApiVersionsTest::discovery()
{
    EngineFixture engine;
    const auto response = engine.get("/api/versions");
    QCOMPARE(response.body,
             QByteArray(R"({"current":"v1","default":"v1","supported":["v1","v2"],"deprecated":[],)"
                        R"("migrations":["v1->v2"]})"));
    QCOMPARE(header(response, "X-API-Version"), QByteArray("v1"));
    QCOMPARE(engine.get("/api/versions?version=v7").status, 400);
    // What has ended is not current, and nothing leads there.
    engine.shared->setVersions(VersionRegistry({{"v1", VersionStatus::Sunset}, {"v2"}}));
    QCOMPARE(engine.get("/api/versions").body,
             QByteArray(R"({"current":"v2","default":"v1","supported":["v2"],"deprecated":["v1"],)"
                        R"("migrations":["v1->v2"]})"));
    engine.shared->setVersions(VersionRegistry({{"v1"}, {"v2", VersionStatus::Sunset}}));
    QCOMPARE(engine.get("/api/versions").body,
             QByteArray(R"({"current":"v1","default":"v1","supported":["v1"],"deprecated":["v2"],)"
                        R"("migrations":[]})"));
}

QTEST_GUILESS_MAIN(ApiVersionsTest)
#include "tst_api_versions.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// How a request names its version, and what every answer says about versions.
#include "tests/contract/livecontract.h"
#include "tests/contract/shape.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
/// Zoptal's example with what the platform adds to every error.
QJsonObject versionError(const QString &name)
{
    QJsonObject sample = example(name);
    sample.insert(u"success"_s, false);
    sample.insert(u"request_id"_s, u"req_1"_s);
    sample.insert(u"timestamp"_s, u"2024-01-10T15:30:00Z"_s);
    return sample;
}
}

class TestVersions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_live.start(), m_live.server().errors());
        m_user = m_live.newUser();
        QVERIFY(!m_user.id.isEmpty());
    }
    void cleanup() { QCOMPARE(m_live.client().takeComplaints().join(u'\n'), QString()); }

    void firstNameWins_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<WireHeaders>("headers");
        QTest::addColumn<QByteArray>("version");
        const auto row = [](const char *name, const char *target, const WireHeaders &headers, const char *version) {
            QTest::newRow(name) << QByteArray(target) << headers << QByteArray(version);
        };
        const QByteArray accept = "Accept-Version", custom = "X-API-Version";
        row("default", "/api/users/profile", {}, "v1");
        row("path v1", "/api/v1/users/profile", {}, "v1");
        row("path v2", "/api/v2/users/profile", {}, "v2");
        row("Accept-Version", "/api/users/profile", {{accept, "v2"}}, "v2");
        row("header name in another case", "/api/users/profile", {{"accept-version", "v2"}}, "v2");
        row("X-API-Version", "/api/users/profile", {{custom, "v2"}}, "v2");
        row("query", "/api/users/profile?version=v2", {}, "v2");
        row("path before Accept-Version", "/api/v1/users/profile", {{accept, "v2"}}, "v1");
        row("path before query", "/api/v2/users/profile?version=v1", {}, "v2");
        row("path before all", "/api/v1/users/profile?version=v2", {{accept, "v2"}, {custom, "v2"}}, "v1");
        row("Accept-Version before X-API-Version", "/api/users/profile", {{accept, "v2"}, {custom, "v1"}}, "v2");
        row("Accept-Version before query", "/api/users/profile?version=v1", {{accept, "v2"}}, "v2");
        row("X-API-Version before query", "/api/users/profile?version=v1", {{custom, "v2"}}, "v2");
        row("order of headers does not matter", "/api/users/profile", {{custom, "v1"}, {accept, "v2"}}, "v2");
        row("trailing slash", "/api/v2/users/profile/", {}, "v2");
        row("trailing slash and query", "/api/users/profile/?version=v2", {}, "v2");
    }
    void firstNameWins()
    {
        QFETCH(QByteArray, target);
        QFETCH(WireHeaders, headers);
        QFETCH(QByteArray, version);
        const auto answer = m_live.client().get(target, headers + m_user.auth());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("X-API-Version"), version);
        QCOMPARE(answer.json().contains(u"meta"_s), version == "v2");
        if (version == "v2")
            QCOMPARE(answer.json().value(u"meta"_s).toObject().value(u"version"_s), u"v2"_s);
    }
    void unknownVersionsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<WireHeaders>("headers");
        QTest::addColumn<QString>("named");
        const auto row = [](const QByteArray &target, const WireHeaders &headers, const QString &named) {
            const QByteArray header = headers.isEmpty() ? QByteArray() : headers[0].first + '=' + headers[0].second;
            QTest::addRow("%s %s", target.constData(), header.constData()) << target << headers << named;
        };
        row("/api/v3/users/profile", {}, u"v3"_s);
        row("/api/v0/users/profile", {}, u"v0"_s);
        row("/api/v10/users/profile", {}, u"v10"_s);
        row("/api/v3/nothing/here", {}, u"v3"_s);
        for (const char *wrong : {"v3", "v0", "V2", "2", "v2.0", "v1,v2", "latest", "*"}) {
            row("/api/users/profile", {{"Accept-Version", wrong}}, QString::fromLatin1(wrong));
            row("/api/users/profile", {{"X-API-Version", wrong}}, QString::fromLatin1(wrong));
            row("/api/users/profile?version=" + QByteArray(wrong), {}, QString::fromLatin1(wrong));
        }
        row("/api/v1/users/profile", {{"Accept-Version", "v3"}}, u"v3"_s);
        row("/api/v2/users/profile", {{"X-API-Version", "v9"}}, u"v9"_s);
        row("/api/v1/users/profile?version=v3", {}, u"v3"_s);
        row("/api/users/profile?version=v7", {{"Accept-Version", "v2"}}, u"v7"_s);
        row("/api/auth/login", {{"Accept-Version", "v3"}}, u"v3"_s);
    }
    void unknownVersionsAreRefused()
    {
        QFETCH(QByteArray, target);
        QFETCH(WireHeaders, headers);
        QFETCH(QString, named);
        const auto answer = m_live.client().get(target, headers + m_user.auth());
        QCOMPARE(answer.status, 400);
        const QJsonObject body = answer.json();
        QCOMPARE(differences(body, versionError(u"zoptal-unsupported-version"_s)).join(u'\n'), QString());
        QCOMPARE(body.value(u"success"_s), QJsonValue(false));
        QCOMPARE(body.value(u"error"_s), u"UNSUPPORTED_API_VERSION"_s);
        QCOMPARE(body.value(u"message"_s), u"API version %1 is not supported"_s.arg(named));
        QCOMPARE(body.value(u"supportedVersions"_s).toArray(), QJsonArray({u"v1"_s, u"v2"_s}));
        QCOMPARE(body.value(u"request_id"_s).toString().toUtf8(), answer.header("X-Request-Id"));
        QCOMPARE(answer.header("X-API-Supported-Versions"), "v1, v2");
    }
    void theAliasRefusesThemAsWell_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<WireHeaders>("headers");
        QTest::newRow("Accept-Version") << QByteArray("/auth/login") << WireHeaders{{"Accept-Version", "v9"}};
        QTest::newRow("X-API-Version") << QByteArray("/auth/register") << WireHeaders{{"X-API-Version", "v9"}};
        QTest::newRow("query") << QByteArray("/auth/refresh?version=v9") << WireHeaders{};
    }
    void theAliasRefusesThemAsWell()
    {
        QFETCH(QByteArray, target);
        QFETCH(WireHeaders, headers);
        const auto answer = m_live.client().post(target, {}, headers);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json().value(u"error"_s), u"UNSUPPORTED_API_VERSION"_s);
        QCOMPARE(answer.json().value(u"message"_s), u"API version v9 is not supported"_s);
        const WireHeaders good{{"Accept-Version", "v2"}};
        QCOMPARE(m_live.client().post(target.split('?')[0], {}, good).status, 422);
    }
    void capitalsInThePathNameNoVersion()
    {
        const auto answer = m_live.client().get("/api/V2/users/profile", m_user.auth());
        QVERIFY2(answer.status == 400 || answer.status == 404, answer.body);
    }
    void everyAnswerNamesTheVersions_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("version");
        const auto row = [](const char *target, int status, const char *version) {
            QTest::addRow("%s", target) << QByteArray(target) << status << QByteArray(version);
        };
        row("/api/v1/monitoring/health", 200, "v1");
        row("/api/v2/monitoring/health", 200, "v2");
        row("/api/monitoring/health", 200, "v1");
        row("/api/v1/users/profile", 401, "v1");
        row("/api/v2/auth/profile", 401, "v2");
        row("/api/v1/auth/login", 405, "v1");
        row("/api/v2/nothing", 404, "v2");
        row("/api/versions", 200, "v1");
        row("/api/openapi.json", 200, "v1");
    }
    void everyAnswerNamesTheVersions()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        QFETCH(QByteArray, version);
        const auto answer = m_live.client().get(target);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.all("X-API-Version"), QByteArrayList{version});
        QCOMPARE(answer.all("X-API-Supported-Versions"), QByteArrayList{"v1, v2"});
        QVERIFY(!answer.has("X-API-Deprecation"));
        QVERIFY(!answer.has("Sunset"));
    }
    void linksNameTheOtherVersions()
    {
        ContractClient &client = m_live.client();
        const QByteArray login = "</api/v1/auth/login>; rel=\"version-v1\", </api/v2/auth/login>; rel=\"version-v2\"";
        for (const char *target : {"/api/v1/auth/login", "/api/v2/auth/login", "/api/auth/login"})
            QCOMPARE(client.post(target, {}).header("Link"), login);
        QCOMPARE(client.get("/api/v2/users/profile", m_user.auth()).header("Link"),
                 "</api/v1/users/profile>; rel=\"version-v1\", </api/v2/users/profile>; rel=\"version-v2\"");
        const QByteArray one = "/admin/users/" + m_user.id.toUtf8();
        QCOMPARE(client.get("/api/v1" + one, m_live.admin().auth()).header("Link"),
                 "</api/v1" + one + ">; rel=\"version-v1\", </api/v2" + one + ">; rel=\"version-v2\"");
        QVERIFY(!client.get("/api/v1/nothing").has("Link"));
    }
    void linksNeverNameAnAttackersPath()
    {
        // A path that is echoed must not break out of <…> nor smuggle a relation in.
        const auto answer
            = m_live.client().get("/api/v1/admin/users/x%3E;%20rel=%22next%22%0d%0aA:b", m_live.admin().auth());
        QVERIFY(answer.status == 404 || answer.status == 400);
        QVERIFY(!answer.has("A"));
        QVERIFY(!answer.header("Link").contains("rel=\"next\""));
    }
    void routesOfOneVersion()
    {
        const QJsonObject paths = m_live.client().document().json().value(u"paths"_s).toObject();
        int found = 0;
        for (auto it = paths.begin(); it != paths.end(); ++it) {
            const bool v2 = it.key().startsWith(u"/api/v2/");
            const QString twin = (v2 ? u"/api/v1/"_s : u"/api/v2/"_s) + it.key().mid(8);
            if ((!v2 && !it.key().startsWith(u"/api/v1/")) || paths.contains(twin))
                continue;
            ++found;
            const QByteArray method = it.value().toObject().contains(u"get"_s) ? "GET" : "POST";
            QByteArray target = twin.toUtf8();
            target.replace('{', "").replace('}', "");
            const auto answer = m_live.client().send({method, target, m_user.auth()});
            QVERIFY2(answer.status == 404, target);
            QCOMPARE(differences(answer.json(), versionError(u"zoptal-route-not-in-version"_s)).join(u'\n'), QString());
            QCOMPARE(answer.json().value(u"error"_s), u"ROUTE_NOT_FOUND_FOR_VERSION"_s);
            QCOMPARE(answer.json().value(u"message"_s),
                     u"This endpoint is not available in API version %1"_s.arg(v2 ? u"v1"_s : u"v2"_s));
            const QString available = v2 ? u"v2"_s : u"v1"_s;
            QCOMPARE(answer.json().value(u"availableVersions"_s).toArray(), QJsonArray({available}));
            QVERIFY(!answer.header("Link").contains(v2 ? "/api/v1/" : "/api/v2/"));
        }
        QVERIFY(found > 0);
    }
    void trailingSlashesNeverMatter_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target : {"/api/v1/users/profile", "/api/versions", "/healthz", "/api/openapi.json", "/docs",
                                   "/api/v1/monitoring/health", "/api/v2/auth/profile"})
            QTest::addRow("%s", target) << QByteArray(target);
    }
    void trailingSlashesNeverMatter()
    {
        QFETCH(QByteArray, target);
        const int plain = m_live.client().get(target, m_user.auth()).status;
        QCOMPARE(plain, 200);
        QCOMPARE(m_live.client().get(target + '/', m_user.auth()).status, plain);
        QCOMPARE(m_live.client().get(target + "/?a=b", m_user.auth()).status,
                 m_live.client().get(target + "?a=b", m_user.auth()).status);
    }

private:
    LiveContract m_live;
    Account m_user;
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Zoptal's headers and errors in every way to name a version and in conflict of the ways; and what an administrator
// makes of the versions.
#include "tests/contract/livecontract.h"
#include "tests/contract/shape.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
/// A way to name a version, alone or against another one.
struct Way {
    QByteArray name;
    QByteArray version; ///< that wins
    QByteArray prefix; ///< "/api/v2"
    QByteArray query = {};
    WireHeaders headers = {};
};

QList<Way> waysToName(const QByteArray &version)
{
    const QByteArray other = version == "v1" ? "v2" : "v1";
    const auto accept = [](const QByteArray &v) { return WireHeaders{{"Accept-Version", v}}; };
    const auto custom = [](const QByteArray &v) { return WireHeaders{{"X-API-Version", v}}; };
    const auto query = [](const QByteArray &v) -> QByteArray { return "?version=" + v; };
    const QByteArray path = "/api/" + version, plain = "/api";
    QList<Way> ways{{"path", version, path},
                    {"Accept-Version", version, plain, {}, accept(version)},
                    {"X-API-Version", version, plain, {}, custom(version)},
                    {"query", version, plain, query(version)},
                    {"path against Accept-Version", version, path, {}, accept(other)},
                    {"path against X-API-Version", version, path, {}, custom(other)},
                    {"path against query", version, path, query(other)},
                    {"path against all", version, path, query(other), accept(other) + custom(other)},
                    {"Accept-Version against X-API-Version", version, plain, {}, custom(other) + accept(version)},
                    {"Accept-Version against query", version, plain, query(other), accept(version)},
                    {"X-API-Version against query", version, plain, query(other), custom(version)}};
    if (version == "v1")
        ways << Way{"default", version, plain};
    return ways;
}

QJsonArray withV1(QJsonArray versions, const QJsonObject &members)
{
    for (QJsonValueRef version : versions) {
        QJsonObject changed = version.toObject();
        if (changed.value(u"version"_s) != u"v1"_s)
            continue;
        for (auto it = members.begin(); it != members.end(); ++it)
            changed.insert(it.key(), it.value());
        version = changed;
    }
    return versions;
}
}

class TestVersionWays : public QObject
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

    void errorsInEveryWay_data() { ways(); }
    void errorsInEveryWay()
    {
        const Way way = fetched();
        ContractClient &client = m_live.client();
        const bool v2 = way.version == "v2";
        const QByteArray login = way.prefix + "/auth/login" + way.query;
        // Known or not, the answer is the same; each row has an address of its own, or they would be locked out.
        const auto refused = client.post(
            login, {{u"email"_s, m_live.freshEmail()}, {u"password"_s, u"not the password"_s}}, way.headers);
        QCOMPARE(refused.status, 401);
        checkHeaders(refused, way);
        const QJsonObject sample = example(v2 ? u"zoptal-error-v2"_s : u"zoptal-error-v1"_s);
        const QJsonObject body = refused.json();
        if (v2) {
            const QJsonObject error = body.value(u"error"_s).toObject();
            QCOMPARE(error.value(u"code"_s), sample.value(u"error"_s)[u"code"_s]);
            QCOMPARE(error.value(u"message"_s), sample.value(u"error"_s)[u"message"_s]);
            QCOMPARE(differences(body.value(u"meta"_s), sample.value(u"meta"_s)).join(u'\n'), QString());
        } else {
            for (auto it = sample.begin(); it != sample.end(); ++it)
                QCOMPARE(body.value(it.key()), it.value());
        }
        // A field that is wrong, as the document shows it in v2.
        const auto invalid = client.post(way.prefix + "/auth/register" + way.query,
                                         {{u"email"_s, m_live.freshEmail()}, {u"password"_s, u"short"_s}}, way.headers);
        QCOMPARE(invalid.status, 422);
        const QJsonObject details
            = (v2 ? invalid.json().value(u"error"_s)[u"details"_s] : invalid.json().value(u"details"_s)).toObject();
        QVERIFY2(v2 ? details.value(u"field"_s) == u"password"_s : details.contains(u"password"_s), invalid.body);
        if (v2)
            QCOMPARE(differences(invalid.json(), sample, true).join(u'\n'), QString());
    }
    void oneVersionsRoutesInEveryWay_data() { ways(); }
    void oneVersionsRoutesInEveryWay()
    {
        const Way way = fetched();
        const auto answer = m_live.client().get(way.prefix + "/auth/devices" + way.query, way.headers + m_user.auth());
        if (way.version == "v2") {
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("Link"), "</api/v2/auth/devices>; rel=\"version-v2\"");
            return;
        }
        QCOMPARE(answer.status, 404);
        QJsonObject body = answer.json();
        const QJsonObject sample = example(u"zoptal-route-not-in-version"_s);
        for (auto it = sample.begin(); it != sample.end(); ++it)
            QCOMPARE(body.value(it.key()), it.value());
        QCOMPARE(answer.header("Link"), "</api/v2/auth/devices>; rel=\"version-v2\"");
    }
    void editedLifecyclesShowAtOnce()
    {
        ContractClient &client = m_live.client();
        const WireHeaders admin = m_live.admin().auth();
        const QJsonObject before = client.get("/api/v1/admin/versions", admin).json().value(u"data"_s).toObject();
        const QJsonArray versions = withV1(before.value(u"versions"_s).toArray(),
                                           {{u"status"_s, u"deprecated"_s},
                                            {u"deprecated_at"_s, u"2024-06-01T00:00:00Z"_s},
                                            {u"sunset_at"_s, u"2124-12-01T00:00:00Z"_s}});
        QCOMPARE(client.put("/api/v1/admin/versions", {{u"versions"_s, versions}}, admin).status, 200);
        for (const Way &way : waysToName("v1") + waysToName("v2")) {
            const auto answer = client.get(way.prefix + "/users/profile" + way.query, way.headers + m_user.auth());
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("X-API-Supported-Versions"), "v1, v2");
            if (way.version == "v2") {
                QVERIFY2(!answer.has("X-API-Deprecation") && !answer.has("Deprecation"), way.name);
                continue;
            }
            QCOMPARE(answer.header("X-API-Deprecation"), "true");
            QCOMPARE(answer.header("X-API-Deprecation-Date"), "2024-06-01T00:00:00Z");
            QCOMPARE(answer.header("X-API-Sunset-Date"), "2124-12-01T00:00:00Z");
            QCOMPARE(answer.header("Deprecation"), "@1717200000");
            QCOMPARE(answer.header("Sunset"), "Fri, 01 Dec 2124 00:00:00 GMT");
            QVERIFY(answer.all("Link").join(", ").contains("</api/v2/users/profile>; rel=\"successor-version\""));
        }
        QCOMPARE(client.get("/api/versions").json().value(u"deprecated"_s).toArray(), QJsonArray{u"v1"_s});
        QCOMPARE(client.put("/api/v1/admin/versions", before, admin).status, 200);
        QVERIFY(!client.get("/api/v1/users/profile", m_user.auth()).has("X-API-Deprecation"));
    }
    void sunsetVersionsAndBrownoutsAreRefused()
    {
        ContractClient &client = m_live.client();
        const WireHeaders admin = m_live.admin().auth();
        const QJsonObject before = client.get("/api/v2/admin/versions", admin).json().value(u"data"_s).toObject();
        const auto set = [&](const QJsonObject &members) {
            const QJsonArray versions = withV1(before.value(u"versions"_s).toArray(), members);
            return client.put("/api/v2/admin/versions", {{u"versions"_s, versions}}, admin).status;
        };
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto at = [&](int seconds) { return now.addSecs(seconds).toString(Qt::ISODate); };
        QJsonObject v1{{u"status"_s, u"deprecated"_s}, {u"deprecated_at"_s, at(-9000)}, {u"sunset_at"_s, at(90'000)}};
        v1.insert(u"brownouts"_s, QJsonArray{QJsonObject{{u"from"_s, at(-600)}, {u"to"_s, at(600)}}});
        QCOMPARE(set(v1), 200);
        for (const Way &way : waysToName("v1") + waysToName("v2")) {
            const auto answer = client.get(way.prefix + "/users/profile" + way.query, way.headers + m_user.auth());
            QCOMPARE(answer.status, way.version == "v1" ? 410 : 200);
            if (way.version == "v2")
                continue;
            QCOMPARE(answer.json().value(u"error"_s)[u"code"_s], u"API_VERSION_SUNSET"_s);
            QVERIFY2(answer.json().value(u"message"_s).toString().contains(u"brown-out until "_s + at(600)),
                     answer.body);
            const int wait = answer.header("Retry-After").toInt();
            QVERIFY(wait > 0 && wait <= 600);
            QCOMPARE(answer.header("X-API-Brownout"), (at(-600) + u'/' + at(600)).toLatin1());
        }
        v1.insert(u"brownouts"_s, QJsonArray());
        v1.insert(u"sunset_at"_s, at(-60));
        QCOMPARE(set(v1), 200);
        const auto gone = client.get("/api/v1/users/profile", m_user.auth());
        QCOMPARE(gone.status, 410);
        QVERIFY(!gone.has("Retry-After"));
        QCOMPARE(gone.header("X-API-Supported-Versions"), "v2");
        QCOMPARE(client.put("/api/v2/admin/versions", before, admin).status, 200);
        QCOMPARE(client.get("/api/v1/users/profile", m_user.auth()).status, 200);
    }
    void theDocumentsMetrics()
    {
        ContractClient &client = m_live.client();
        QCOMPARE(client.get("/api/admin/metrics/versions").status, 401);
        QCOMPARE(client.get("/api/admin/metrics/versions", m_user.auth()).status, 403);
        const auto ask = [&] { return client.get("/api/admin/metrics/versions", m_live.admin().auth()); };
        const auto allAreCounted = [&] { // counts are written some seconds after the calls
            const QJsonArray versions = ask().json().value(u"data"_s)[u"versions"_s].toArray();
            return std::all_of(versions.begin(), versions.end(),
                               [](const QJsonValue &v) { return v[u"callers"_s].toInt() >= 2; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(allAreCounted(), 30'000);
        const auto answer = ask();
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.has("X-Cache"));
        const QJsonArray versions = answer.json().value(u"data"_s)[u"versions"_s].toArray();
        QCOMPARE(versions.size(), 2);
        for (const QJsonValue version : versions) {
            QVERIFY(version[u"requests"_s].toInt() > 10);
            QVERIFY(version[u"errors"_s].toInt() > 0);
            QVERIFY(version[u"latency_ms"_s][u"p95"_s].toDouble() >= version[u"latency_ms"_s][u"p50"_s].toDouble());
        }
        const double rate = answer.json().value(u"data"_s)[u"migration_rate"_s].toDouble(-1);
        QVERIFY(rate > 0 && rate <= 1);
        const auto callers = client.get("/api/admin/metrics/versions/callers?version=v2", m_live.support().auth());
        QCOMPARE(callers.status, 200);
        QVERIFY(callers.body.contains(m_user.email.toUtf8()));
    }

private:
    static void ways()
    {
        QTest::addColumn<QByteArray>("named");
        QTest::addColumn<int>("at");
        for (const QByteArray &version : {QByteArray("v1"), QByteArray("v2")}) {
            const QList<Way> all = waysToName(version);
            for (int i = 0; i < all.size(); ++i)
                QTest::addRow("%s by %s", version.constData(), all[i].name.constData()) << version << i;
        }
    }
    static Way fetched()
    {
        QFETCH(QByteArray, named);
        QFETCH(int, at);
        return waysToName(named).at(at);
    }
    /// The document's three, of its own example.
    static void checkHeaders(const WireAnswer &answer, const Way &way)
    {
        QCOMPARE(answer.all("X-API-Version"), QByteArrayList{way.version});
        QCOMPARE(answer.all("X-API-Supported-Versions"), QByteArrayList{"v1, v2"});
        QCOMPARE(answer.all("Link"),
                 QByteArrayList{"</api/v1/auth/login>; rel=\"version-v1\", "
                                "</api/v2/auth/login>; rel=\"version-v2\""});
        QVERIFY(!answer.has("X-API-Deprecation") && !answer.has("Deprecation") && !answer.has("Sunset"));
    }

    LiveContract m_live;
    Account m_user;
};

QTEST_GUILESS_MAIN(TestVersionWays)
#include "tst_versionways.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the headers: rate limits, request ids, compression, the response cache, ETags, idempotency, pages.
#include "tests/contract/gzipbytes.h"
#include "tests/contract/livecontract.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestHeaders : public QObject
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

    void rateHeadersCount()
    {
        const auto first = m_live.client().get("/api/v1/users/profile", m_user.auth());
        const auto second = m_live.client().get("/api/v1/users/profile", m_user.auth());
        QCOMPARE(first.header("X-RateLimit-Limit"), "1000"); // the free tier's
        QCOMPARE(second.header("X-RateLimit-Remaining").toInt(), first.header("X-RateLimit-Remaining").toInt() - 1);
        const qint64 reset = first.header("X-RateLimit-Reset").toLongLong();
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        QVERIFY(reset >= now && reset <= now + 3601);
        const auto pro = m_live.newUser({{u"subscription_tier"_s, u"pro"_s}});
        QCOMPARE(m_live.client().get("/api/v1/users/profile", pro.auth()).header("X-RateLimit-Limit"), "5000");
        QCOMPARE(m_live.client().get("/api/v1/users", m_live.admin().auth()).header("X-RateLimit-Limit"), "20000");
        for (const char *target :
             {"/api/v1/nothing", "/api/v2/users/profile", "/auth/login", "/api/v9/users", "/api/users?version=v9",
              "/api/versions", "/api/openapi.json", "/docs", "/docs/swagger-ui.css"}) {
            const auto answer = m_live.client().get(target);
            for (const char *name : {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"})
                QVERIFY2(answer.all(name).size() == 1, target);
        }
    }
    void limitsOfOneUserApplyAtOnce()
    {
        ContractClient &client = m_live.client();
        const Account user = m_live.newUser();
        QCOMPARE(client
                     .put("/api/v1/admin/users/" + user.id.toUtf8() + "/limits", {{u"requests_per_hour"_s, 1}},
                          m_live.admin().auth())
                     .status,
                 200);
        client.get("/api/v1/users/profile", user.auth());
        checkLimited(client.get("/api/v1/users/profile", user.auth()), u"RATE_LIMITED"_s, "1");
        checkLimited(client.get("/api/users/profile", user.auth()), u"RATE_LIMIT_EXCEEDED"_s, "1");
        QCOMPARE(client.get("/api/v1/users/profile", m_user.auth()).status, 200);
    }
    void anonymousRequestsAreLimited()
    {
        LiveContract live;
        QVERIFY2(live.start({u"--rate-anonymous-per-hour"_s, u"20"_s}), live.server().errors());
        HttpClient &client = live.client();
        WireAnswer answer;
        for (int i = 0; i < 25 && answer.status != 429; ++i)
            answer = client.get("/api/v1/users/profile");
        checkLimited(answer, u"RATE_LIMITED"_s, "20");
        checkLimited(client.get("/api/users/profile"), u"RATE_LIMIT_EXCEEDED"_s, "20");
        checkLimited(client.get("/api/v2/users/profile"), u"RATE_LIMITED"_s, "20");
        // Signing in has a budget of its own, so that strangers' requests do not lock an operator out; it ends as well.
        WireAnswer login;
        for (int i = 0; i < 25 && login.status != 429; ++i)
            login = client.post("/api/auth/login",
                                {{u"email"_s, u"a%1@b.example"_s.arg(i)}, {u"password"_s, u"12345678"_s}});
        QCOMPARE(login.status, 429);
        QCOMPARE(login.json().value(u"error"_s), u"RATE_LIMIT_EXCEEDED"_s);
        // Pretending to be somebody else does not help, and who has a credential is not locked out.
        QCOMPARE(client.get("/api/v1/users/profile", {{"X-Forwarded-For", "203.0.113.9"}}).status, 429);
        QCOMPARE(client.get("/api/v1/users/profile", live.admin().auth()).status, 200);
        for (const char *target : {"/healthz", "/readyz", "/metrics", "/api/v1/monitoring/health"})
            QCOMPARE(client.get(target).status, 200);
    }
    void requestIdsAreKeptWhenSane()
    {
        const auto id = [this](const QByteArray &sent) {
            return m_live.client().get("/api/v1/nothing", {{"X-Request-Id", sent}}).header("X-Request-Id");
        };
        QCOMPARE(id("req-123_4.a"), "req-123_4.a");
        QCOMPARE(id("f47ac10b-58cc-4372-a567-0e02b2c3d479"), "f47ac10b-58cc-4372-a567-0e02b2c3d479");
        const QByteArrayList insane{"a b", "<script>", QByteArray(500, 'x'), "\xff\xfe", "", "a\"b", "x;y=z"};
        for (const QByteArray &sent : insane) {
            const QByteArray kept = id(sent);
            QVERIFY2(!kept.isEmpty() && kept != sent && kept.size() < 200, sent);
        }
        const QByteArray one = m_live.client().get("/healthz").header("X-Request-Id");
        QVERIFY(!one.isEmpty() && one != m_live.client().get("/healthz").header("X-Request-Id"));
    }
    void everyAnswerTellsItsTime()
    {
        static const QRegularExpression time(u"^\\d+(\\.\\d+)?ms$"_s);
        for (const char *target : {"/healthz", "/api/versions", "/api/v1/users/profile", "/api/v2/nothing", "/docs"}) {
            const auto answer = m_live.client().get(target);
            const QString text = QString::fromUtf8(answer.header("X-Response-Time"));
            QVERIFY2(time.match(text).hasMatch(), qPrintable(QString::fromUtf8(target) + u' ' + text));
        }
    }
    void securityHeadersStandOnEverything()
    {
        for (const char *target : {"/healthz", "/api/versions", "/api/v1/users/profile", "/docs"}) {
            const auto answer = m_live.client().get(target);
            QCOMPARE(answer.header("X-Content-Type-Options"), "nosniff");
            QVERIFY2(answer.has("Referrer-Policy"), target);
            QVERIFY2(!answer.has("Server") && !answer.has("X-Powered-By"), target);
        }
    }
    void largeAnswersAreCompressed()
    {
        ContractClient &client = m_live.client();
        const auto plain = client.get("/api/openapi.json");
        const auto packed = client.get("/api/openapi.json", {{"Accept-Encoding", "gzip, br"}});
        QVERIFY(!plain.has("Content-Encoding"));
        QCOMPARE(packed.header("Content-Encoding"), "gzip");
        QVERIFY(packed.header("Vary").toLower().contains("accept-encoding"));
        QVERIFY(packed.body.size() < plain.body.size());
        QCOMPARE(gunzip(packed.body), plain.body);
        QVERIFY(!client.get("/api/openapi.json", {{"Accept-Encoding", "gzip;q=0"}}).has("Content-Encoding"));
        const auto script = client.get("/docs/swagger-ui-bundle.js", {{"Accept-Encoding", "gzip"}});
        QCOMPARE(script.all("Content-Encoding"), QByteArrayList{"gzip"});
        QCOMPARE(script.header("Content-Length"), QByteArray::number(script.body.size()));
        QCOMPARE(gunzip(script.body), client.get("/docs/swagger-ui-bundle.js").body);
        QVERIFY(!client.get("/api/versions", {{"Accept-Encoding", "gzip"}}).has("Content-Encoding")); // under 1 KB
    }
    void compressedRequestsAreRead()
    {
        const WireHeaders headers{{"Content-Type", "application/json"}, {"Content-Encoding", "gzip"}};
        const QByteArray body = compact({{u"email"_s, m_user.email}, {u"password"_s, m_user.password}});
        QCOMPARE(m_live.client().send({"POST", "/api/v1/auth/login", headers, gzip(body)}).status, 200);
        const QByteArray bomb = gzip(QByteArray(64 * 1024 * 1024, ' '));
        QVERIFY(bomb.size() < 100'000);
        QCOMPARE(m_live.client().send({"POST", "/api/v1/auth/login", headers, bomb}).status, 413);
        QCOMPARE(m_live.client().send({"POST", "/api/v1/auth/login", headers, gzip(body).chopped(9)}).status, 400);
        const WireHeaders unknown{{"Content-Type", "application/json"}, {"Content-Encoding", "br"}};
        const int status = m_live.client().send({"POST", "/api/v1/auth/login", unknown, body}).status;
        QCOMPARE(status, 415);
        // What a body becomes is bounded like one that was not packed.
        const QByteArray large = gzip(R"({"email":")" + QByteArray(3 * 1024 * 1024, 'a') + R"("})");
        QCOMPARE(m_live.client().send({"POST", "/api/v1/auth/login", headers, large}).status, 413);
    }
    void listsAreCachedUntilSomethingChanges()
    {
        ContractClient &client = m_live.client();
        const WireHeaders admin = m_live.admin().auth();
        for (const QByteArray &target :
             {QByteArray("/api/v1/users?limit=7"), QByteArray("/api/v1/admin/users?limit=7")}) {
            QCOMPARE(client.get(target, admin).header("X-Cache"), "MISS");
            const auto hit = client.get(target, admin);
            QCOMPARE(hit.header("X-Cache"), "HIT");
            QVERIFY(client.get(target, admin + WireHeaders{{"Cache-Control", "no-cache"}}).header("X-Cache") != "HIT");
            QVERIFY(!m_live.newUser().id.isEmpty());
            const auto after = client.get(target, admin);
            QCOMPARE(after.header("X-Cache"), "MISS");
            QVERIFY(after.body != hit.body);
        }
        // What one caller's answer left behind never answers another.
        QCOMPARE(client.get("/api/v1/users?limit=7", m_user.auth()).status, 403);
        QVERIFY(!client.get("/api/v1/users?limit=7").has("X-Cache"));
        QVERIFY(!client.get("/api/v1/auth/profile", m_user.auth()).has("X-Cache"));
        QVERIFY(!client.get("/api/v1/monitoring/health").has("X-Cache"));
    }
    void everyChangeDropsTheList()
    {
        ContractClient &client = m_live.client();
        const WireHeaders admin = m_live.admin().auth();
        const Account user = m_live.newUser();
        const QByteArray list = "/api/v1/users?search=" + user.email.toUtf8().toPercentEncoding();
        const auto shown = [&] {
            const QJsonArray rows = client.get(list, admin).json().value(u"data"_s).toArray();
            return rows.first().toObject();
        };
        QCOMPARE(shown().value(u"firstName"_s), u""_s);
        QCOMPARE(client.put("/api/v1/users/profile", {{u"firstName"_s, u"Zoë"_s}}, user.auth()).status, 200);
        QCOMPARE(shown().value(u"firstName"_s), u"Zoë"_s);
        QCOMPARE(client.patch("/api/v1/admin/users/" + user.id.toUtf8(), {{u"is_active"_s, false}}, admin).status, 200);
        QCOMPARE(shown().value(u"isActive"_s), QJsonValue(false));
        QCOMPARE(client.get("/api/v1/users/profile", user.auth()).status / 100, 4); // disabling ends sessions at once
        QCOMPARE(client.drop("/api/v1/admin/users/" + user.id.toUtf8(), admin).status / 100, 2);
        QVERIFY(shown().isEmpty());
    }
    void entityTagsSaveTheBodyAndGuardChanges()
    {
        ContractClient &client = m_live.client();
        const WireHeaders admin = m_live.admin().auth();
        const QByteArray one = "/api/v1/admin/users/" + m_user.id.toUtf8();
        const QByteArray tag = client.get(one, admin).header("ETag");
        QVERIFY(tag.size() > 2 && tag.endsWith('"'));
        const auto same = client.get(one, admin + WireHeaders{{"If-None-Match", tag}});
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.isEmpty());
        QCOMPARE(same.header("ETag"), tag);
        QCOMPARE(client.get(one, admin + WireHeaders{{"If-None-Match", "\"other\", " + tag}}).status, 304);
        QCOMPARE(client.get(one, admin + WireHeaders{{"If-None-Match", "\"other\""}}).status, 200);
        const QJsonObject change{{u"max_agents"_s, 7}};
        QCOMPARE(client.put(one + "/limits", change, admin + WireHeaders{{"If-Match", tag}}).status, 200);
        const auto stale = client.put(one + "/limits", {{u"max_agents"_s, 9}}, admin + WireHeaders{{"If-Match", tag}});
        QCOMPARE(stale.status, 412);
        QCOMPARE(stale.json().value(u"error"_s).toObject().value(u"code"_s), u"PRECONDITION_FAILED"_s);
        const auto now = client.get(one, admin + WireHeaders{{"If-None-Match", tag}});
        QCOMPARE(now.status, 200);
        QVERIFY(now.header("ETag") != tag);
    }
    void idempotencyKeysAnswerTheFirstResponseAgain()
    {
        ContractClient &client = m_live.client();
        const QJsonObject body{{u"ids"_s, QJsonArray{m_user.id, u"user_nobody"_s}}, {u"is_active"_s, true}};
        const WireHeaders key
            = m_live.admin().auth() + WireHeaders{{"Idempotency-Key", "0b4a3e4e-7f53-4d0c-8f4e-4d7b6f7c1a11"}};
        const auto first = client.post("/api/v1/admin/users/bulk", body, key);
        const auto again = client.post("/api/v1/admin/users/bulk", body, key);
        QCOMPARE(first.status, 200);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.header("Idempotency-Replayed"), "true");
        QCOMPARE(again.json().value(u"data"_s), first.json().value(u"data"_s));
        QJsonObject other = body;
        other.insert(u"is_active"_s, false);
        QCOMPARE(client.post("/api/v1/admin/users/bulk", other, key).status, 409);
    }
    void aRegistrationThatIsSentTwiceIsOne()
    {
        ContractClient &client = m_live.client();
        const QJsonObject body{{u"email"_s, u"twice@headers.example"_s}, {u"password"_s, u"correct horse"_s}};
        const WireHeaders key{{"Idempotency-Key", "register-1"}};
        const auto first = client.post("/api/v2/auth/register", body, key);
        QCOMPARE(first.status, 201);
        const auto again = client.post("/api/v2/auth/register", body, key);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.header("Idempotency-Replayed"), "true");
        QCOMPARE(again.json().value(u"data"_s), first.json().value(u"data"_s));
        QCOMPARE(client.post("/api/v2/auth/register", body).status, 409); // the address is taken
        QJsonObject other = body;
        other.insert(u"password"_s, u"correct horsf"_s);
        QCOMPARE(client.post("/api/v2/auth/register", other, key).status, 409);
    }
    void aSecretIsMadeOnceAndNotToldAgain()
    {
        ContractClient &client = m_live.client();
        const QJsonObject body{{u"name"_s, u"made once"_s}, {u"permissions"_s, u"read"_s}};
        const WireHeaders key = m_user.auth() + WireHeaders{{"Idempotency-Key", "key-1"}};
        const auto first = client.post("/api/v2/access-keys", body, key);
        QCOMPARE(first.status, 201);
        const auto again = client.post("/api/v2/access-keys", body, key);
        QCOMPARE(again.status, 409);
        const QJsonObject error = again.json().value(u"error"_s).toObject();
        QCOMPARE(error.value(u"code"_s), u"RESOURCE_CONFLICT"_s);
        QVERIFY(error.value(u"message"_s).toString().contains(u"succeeded"_s));
        QVERIFY(!again.body.contains("vxd_"));
        QCOMPARE(client.get("/api/v1/access-keys?search=made%20once", m_user.auth())
                     .json()
                     .value(u"data"_s)
                     .toArray()
                     .size(),
                 1);
    }
    void theDocumentationPageNeedsNothingElse()
    {
        ContractClient &client = m_live.client();
        const auto page = client.get("/docs");
        QCOMPARE(page.status, 200);
        QVERIFY(page.header("Content-Type").startsWith("text/html"));
        const QByteArray policy = page.header("Content-Security-Policy");
        QVERIFY(policy.contains("default-src") || policy.contains("script-src"));
        const qsizetype scripts = policy.indexOf("script-src");
        QVERIFY(!policy.mid(std::max<qsizetype>(scripts, 0)).split(';')[0].contains("unsafe"));
        const QString html = QString::fromUtf8(page.body);
        static const QRegularExpression inlineScript(u"<script(?![^>]*\\ssrc=)|\\son\\w+\\s*=|javascript:"_s,
                                                     QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(!inlineScript.match(html).hasMatch(), page.body);
        static const QRegularExpression link(u"(?:src|href)\\s*=\\s*[\"']([^\"'#]+)[\"']"_s);
        int loaded = 0;
        for (auto it = link.globalMatch(html); it.hasNext();) {
            const QUrl target = client.server().resolved(QUrl(u"/docs"_s)).resolved(QUrl(it.next().captured(1)));
            QCOMPARE(target.authority(), client.server().authority());
            QVERIFY2(client.get(target.path().toUtf8()).status == 200, qPrintable(target.toString()));
            ++loaded;
        }
        QVERIFY(loaded >= 2);
        const QJsonObject document = client.document().json();
        QVERIFY(document.value(u"openapi"_s).toString().startsWith(u"3.1"));
        QVERIFY(document.value(u"paths"_s).toObject().size() > 20);
    }

private:
    static void checkLimited(const WireAnswer &answer, const QString &code, const QByteArray &limit)
    {
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.json().value(u"error"_s).toObject().value(u"code"_s), code);
        QCOMPARE(answer.json().value(u"error"_s).toObject().value(u"message"_s),
                 u"Rate limit exceeded. Try again later."_s);
        QVERIFY(answer.header("Retry-After").toInt() >= 1 && answer.header("Retry-After").toInt() <= 3601);
        QCOMPARE(answer.header("X-RateLimit-Limit"), limit);
        QCOMPARE(answer.header("X-RateLimit-Remaining"), "0");
    }

    LiveContract m_live;
    Account m_user;
};

QTEST_GUILESS_MAIN(TestHeaders)
#include "tst_headers.moc"

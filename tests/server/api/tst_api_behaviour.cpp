// SPDX-License-Identifier: GPL-3.0-or-later
// Permissions, budgets, the response cache, entity tags, headers and logs.
#include "tests/server/api/enginefixture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace api;

namespace
{
RequestParts creation(const QByteArray &token = "ada")
{
    return {.method = "POST", .target = "/api/v1/things", .token = token, .body = GoodThing};
}

class Collector : public AccessSink
{
public:
    void record(const AccessEntry &entry) override { entries.push_back(entry); }
    std::vector<AccessEntry> entries;
};
}

class ApiBehaviourTest : public QObject
{
    Q_OBJECT
private slots:
    void permissions_data();
    void permissions();
    void budgets();
    void waitsAreAtMostTheWindow();
    void keyBudgets();
    void addressBudgets();
    void refusedVersionsCount();
    void signInBudgetIsApart();
    void bulkBudget();
    void failedCredentialsCount();
    void whatRanOutIsNoGuess();
    void provenSessionsHaveTheirOwnBudget();
    void cacheHits();
    void cacheKeepsCallersApart();
    void cacheForgetsAfterChanges();
    void cacheDropsWhatWasReadBefore();
    void cacheAcrossWorkers();
    void cachePassedBy();
    void entityTags();
    void ifMatch();
    void changesAreAnsweredWhole();
    void laterAnswers();
    void engineDiesWhilePending();
    void securityHeaders();
    void requestIds();
    void accessLog();
    void metrics();
};

void ApiBehaviourTest::permissions_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *method, const char *target, const char *token, int status) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(token) << status;
    };
    row("user reads", "GET", "/api/v1/things/1", "ada", 200);
    row("user at admin", "GET", "/api/v1/admin/things", "ada", 403);
    row("support reads admin", "GET", "/api/v1/admin/things", "help", 200);
    row("support changes admin", "PUT", "/api/v1/admin/things", "help", 403);
    row("admin changes", "PUT", "/api/v1/admin/things", "root", 200);
    row("member at owner's", "PATCH", "/api/v1/things/1/status", "member", 403);
    row("owner", "PATCH", "/api/v1/things/1/status", "ada", 200);
    row("read key reads", "GET", "/api/v1/things", "key-read", 200);
    row("read key writes", "POST", "/api/v1/things", "key-read", 403);
    row("write key writes", "POST", "/api/v1/things", "key-write", 201);
    row("read key where reading is enough", "POST", "/api/v1/things/find", "key-read", 200);
    row("write key at owner's", "DELETE", "/api/v1/shelf", "key-write", 403);
    row("admin key at owner's", "DELETE", "/api/v1/shelf", "key-admin", 200);
    row("admin key of a former owner", "DELETE", "/api/v1/shelf", "key-demoted", 403);
    row("key where none may", "GET", "/api/v1/things/1", "key-write", 403);
    row("key at admin", "GET", "/api/v1/admin/things", "key-write", 403);
    row("nobody", "GET", "/api/v1/things/1", "", 401);
    row("public with a bad token", "GET", "/api/v1/open", "forged", 200);
}

void ApiBehaviourTest::permissions()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, token);
    QFETCH(int, status);
    EngineFixture engine;
    const QByteArray body = method == "POST" ? GoodThing : QByteArray();
    QCOMPARE(engine.send({.method = method, .target = target, .token = token, .body = body}).status, status);
}

void ApiBehaviourTest::budgets()
{
    EngineFixture engine;
    engine.authenticator.callers["ada"].requestsPerHour = 3;
    for (int left = 2; left >= 0; --left) {
        const auto response = engine.get("/api/v1/things/1", "ada");
        QCOMPARE(response.status, 200);
        QCOMPARE(header(response, "X-RateLimit-Limit"), QByteArray("3"));
        QCOMPARE(header(response, "X-RateLimit-Remaining"), QByteArray::number(left));
        QCOMPARE(header(response, "X-RateLimit-Reset"), QByteArray("1704070800"));
    }
    engine.nowMs += 600'000;
    const auto limited = engine.get("/api/v1/things/1", "ada");
    QCOMPARE(limited.status, 429);
    QCOMPARE(header(limited, "Retry-After"), QByteArray("3000"));
    QCOMPARE(header(limited, "X-RateLimit-Remaining"), QByteArray("0"));
    QCOMPARE(engine.get("/api/v1/things/1", "bob").status, 200);
    QCOMPARE(engine.get("/healthz").status, 200);
    QVERIFY(!engine.get("/healthz").headers.contains("X-RateLimit-Limit"));
    engine.nowMs += 3'000'000;
    QCOMPARE(engine.get("/api/v1/things/1", "ada").status, 200);
}

/// Nobody is told to wait for longer than a window is.
void ApiBehaviourTest::waitsAreAtMostTheWindow()
{
    EngineFixture engine({.bulkPerMinute = 1});
    engine.authenticator.callers["ada"].requestsPerHour = 1;
    engine.nowMs += 500; // not on a second
    QCOMPARE(engine.get("/api/v1/things/1", "ada").status, 200);
    const auto limited = engine.get("/api/v1/things/1", "ada");
    QCOMPARE(limited.status, 429);
    QCOMPARE(header(limited, "Retry-After"), QByteArray("3600"));
    engine.nowMs += 3'599'001;
    QCOMPARE(header(engine.get("/api/v1/things/1", "ada"), "Retry-After"), QByteArray("1"));
    engine.nowMs += 999;
    QCOMPARE(engine.get("/api/v1/things/1", "ada").status, 200);
}

void ApiBehaviourTest::keyBudgets()
{
    EngineFixture engine;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(engine.get("/api/v1/things", "key-read").status, 200);
    QCOMPARE(engine.get("/api/v1/things", "key-read").status, 429);
    QCOMPARE(engine.get("/api/v1/things", "key-write").status, 200);
    QCOMPARE(engine.get("/api/v1/things", "ada").status, 200);
}

void ApiBehaviourTest::addressBudgets()
{
    EngineFixture engine({.anonymousPerHour = 2});
    const auto from = [&](const QByteArray &client, const QByteArray &token = {}) {
        return engine.send({.target = "/api/v1/open", .token = token, .client = client}).status;
    };
    QCOMPARE(from("192.0.2.1"), 200);
    QCOMPARE(from("::ffff:192.0.2.1"), 200);
    QCOMPARE(from("192.0.2.1"), 429);
    QCOMPARE(from("192.0.2.1", "ada"), 200); // a recognised caller has a budget of its own
    QCOMPARE(from("192.0.2.2"), 200);
    QCOMPARE(from("2001:db8:1:2::1"), 200);
    QCOMPARE(from("2001:db8:1:2:ffff::9"), 200);
    QCOMPARE(from("2001:db8:1:2::7"), 429);
    QCOMPARE(from("2001:db8:1:3::1"), 200);
}

/// Whatever is asked for, but for the few routes that are never limited.
void ApiBehaviourTest::refusedVersionsCount()
{
    for (const QByteArray target : {"/api/v9/open", "/api/open?version=v9", "/api/versions?version=v9", "/api/versions",
                                    "/api/openapi.json", "/docs", "/auth/login?version=v9"}) {
        EngineFixture engine({.anonymousPerHour = 2});
        for (int left = 1; left >= 0; --left) {
            const auto answer = engine.get(target);
            QVERIFY2(answer.status != 429, target);
            QVERIFY2(header(answer, "X-RateLimit-Remaining") == QByteArray::number(left), target);
        }
        QVERIFY2(engine.get(target).status == 429, target);
        QCOMPARE(engine.get("/healthz").status, 200);
    }
}

void ApiBehaviourTest::signInBudgetIsApart()
{
    EngineFixture engine({.anonymousPerHour = 2});
    for (int i = 0; i < 3; ++i)
        (void)engine.send({.target = "/api/v1/open", .client = "127.0.0.1"});
    const auto signIn
        = [&] { return engine.send({.method = "POST", .target = "/api/v1/auth/login", .client = "127.0.0.1"}).status; };
    QCOMPARE(signIn(), 401); // answered, not limited
    QCOMPARE(signIn(), 401);
    QCOMPARE(signIn(), 429);
}

void ApiBehaviourTest::bulkBudget()
{
    EngineFixture engine({.bulkPerMinute = 2});
    const RequestParts bulk{.method = "POST", .target = "/api/v1/bulk", .token = "ada"};
    QCOMPARE(header(engine.send(bulk), "X-RateLimit-Limit"), QByteArray("2"));
    QVERIFY(engine.send(bulk).status != 429);
    QCOMPARE(engine.send(bulk).status, 429);
    engine.nowMs += 60'000;
    QVERIFY(engine.send(bulk).status != 429);
}

void ApiBehaviourTest::failedCredentialsCount()
{
    EngineFixture engine({.anonymousPerHour = 2});
    QCOMPARE(engine.get("/api/v1/things", "guess1").status, 401);
    QCOMPARE(engine.get("/api/v1/things", "guess2").status, 401);
    QCOMPARE(engine.get("/api/v1/things", "guess3").status, 429);
    QCOMPARE(engine.get("/api/v1/things", "ada").status, 200);
}

/// Behind a busy address a client must hear that its token is to be renewed, not that others asked too often.
void ApiBehaviourTest::whatRanOutIsNoGuess()
{
    EngineFixture engine({.anonymousPerHour = 2});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(codeOf(engine.get("/api/v1/things", "old")), u"AUTH_EXPIRED"_s);
    QCOMPARE(engine.get("/api/v1/things", "guess1").status, 401);
    QCOMPARE(header(engine.get("/api/v1/things", "old"), "X-RateLimit-Remaining"), QByteArray("1"));
    QCOMPARE(engine.get("/api/v1/things", "guess2").status, 401);
    QCOMPARE(engine.get("/api/v1/things", "guess3").status, 429);
    QCOMPARE(codeOf(engine.get("/api/v1/things", "old")), u"AUTH_EXPIRED"_s);
}

void ApiBehaviourTest::provenSessionsHaveTheirOwnBudget()
{
    const auto prove = [](const http::Request &request) {
        return request.body.startsWith("{\"proof") ? QString::fromLatin1(request.body) : QString();
    };
    EngineFixture engine({.anonymousPerHour = 2},
                         {{.method = http::Method::Post,
                           .path = "/auth/renew",
                           .access = Access::Public,
                           .summary = "Renews",
                           .handle = [](const CallPtr &) { return Outcome(Answer{.json = "{}"}); },
                           .provenSession = prove,
                           .body = R"({"type":"object"})"}});
    const auto renew = [&](const QByteArray &body) {
        return engine.send({.method = "POST", .target = "/api/v1/auth/renew", .body = body}).status;
    };
    for (const QByteArray body : {R"({"proof":1})", R"({"proof":2})", R"({"guess":1})"}) {
        QCOMPARE(renew(body), 200);
        QCOMPARE(renew(body), 200);
        QCOMPARE(renew(body), 429);
    }
    QCOMPARE(renew(R"({"proof":3})"), 200);
}

void ApiBehaviourTest::cacheHits()
{
    EngineFixture engine;
    QCOMPARE(header(engine.get("/api/v1/things?limit=2&page=1", "ada"), "X-Cache"), QByteArray("MISS"));
    const auto hit = engine.get("/api/v1/things?page=1&limit=2", "ada");
    QCOMPARE(header(hit, "X-Cache"), QByteArray("HIT"));
    QVERIFY(json(hit).contains("pagination"_L1));
    QVERIFY(hit.headers.contains("X-RateLimit-Remaining"));
    QCOMPARE(header(engine.get("/api/things/?limit=2&page=1", "ada"), "X-Cache"), QByteArray("HIT"));
    QCOMPARE(engine.listed, 1);
    QCOMPARE(header(engine.get("/api/v2/things?page=1&limit=2", "ada"), "X-Cache"), QByteArray("MISS"));
    QCOMPARE(header(engine.get("/api/v1/things?page=2&limit=2", "ada"), "X-Cache"), QByteArray("MISS"));
    const auto first = json(engine.get("/api/v2/things?page=1&limit=2", "ada")).value("meta"_L1).toObject();
    const auto second = json(engine.get("/api/v2/things?page=1&limit=2", "ada")).value("meta"_L1).toObject();
    QVERIFY(first.value("requestId"_L1) != second.value("requestId"_L1));
    engine.nowMs += 300'000;
    QCOMPARE(header(engine.get("/api/v1/things?limit=2&page=1", "ada"), "X-Cache"), QByteArray("MISS"));
    QVERIFY(!engine.get("/api/v1/things/1", "ada").headers.contains("X-Cache"));
    QCOMPARE(engine.get("/api/v1/things?limit=0", "ada").status, 400);
    QCOMPARE(engine.get("/api/v1/things?limit=0", "ada").status, 400);
}

void ApiBehaviourTest::cacheKeepsCallersApart()
{
    EngineFixture engine;
    (void)engine.get("/api/v1/things", "ada");
    for (const char *other : {"bob", "member", "root", "help", "key-read"})
        QCOMPARE(header(engine.get("/api/v1/things", other), "X-Cache"), QByteArray("MISS"));
    QCOMPARE(engine.get("/api/v1/things").status, 401);
    engine.authenticator.callers["ada"].role = Role::Enterprise;
    QCOMPARE(header(engine.get("/api/v1/things", "ada"), "X-Cache"), QByteArray("MISS"));
}

void ApiBehaviourTest::cacheForgetsAfterChanges()
{
    EngineFixture engine;
    (void)engine.get("/api/v1/things", "ada");
    QCOMPARE(engine.send(creation("bob")).status, 201);
    const auto fresh = engine.get("/api/v1/things", "ada");
    QCOMPARE(header(fresh, "X-Cache"), QByteArray("MISS"));
    QVERIFY(fresh.body.contains(R"("name":"1")"));
}

void ApiBehaviourTest::cacheDropsWhatWasReadBefore()
{
    EngineFixture engine;
    // A change comes in while the list is being read: what was read must not be kept.
    engine.whileListing = [&] {
        engine.whileListing = {};
        QCOMPARE(engine.send(creation()).status, 201);
    };
    (void)engine.get("/api/v1/things", "ada");
    QCOMPARE(header(engine.get("/api/v1/things", "ada"), "X-Cache"), QByteArray("MISS"));
}

void ApiBehaviourTest::cacheAcrossWorkers()
{
    EngineFixture engine;
    const auto second = engine.engine();
    (void)engine.get("/api/v1/things", "ada");
    const auto request = EngineFixture::request({.target = "/api/v1/things", .token = "ada"});
    QCOMPARE(header(std::get<http::Response>(second->handle(request)), "X-Cache"), QByteArray("HIT"));
    (void)second->handle(EngineFixture::request(creation()));
    QCOMPARE(header(engine.get("/api/v1/things", "ada"), "X-Cache"), QByteArray("MISS"));
}

void ApiBehaviourTest::cachePassedBy()
{
    EngineFixture engine;
    (void)engine.get("/api/v1/things", "ada");
    const auto fresh = engine.get("/api/v1/things", "ada", {{"Cache-Control", "no-cache"}});
    QCOMPARE(header(fresh, "X-Cache"), QByteArray("MISS"));
    QCOMPARE(engine.listed, 2);
    EngineFixture small({.cacheBytes = 16'000});
    for (int i = 1; i <= 100; ++i)
        (void)small.get("/api/v1/things?page=" + QByteArray::number(i), "ada");
    QVERIFY(small.shared->cache().bytes() <= 16'000);
}

void ApiBehaviourTest::entityTags()
{
    EngineFixture engine;
    for (const QByteArray target : {"/api/v1/things/1", "/api/v1/things", "/api/v2/things/1"}) {
        const QByteArray tag = header(engine.get(target, "ada"), "ETag");
        QVERIFY(tag.startsWith('"') && tag.endsWith('"'));
        const auto same = engine.get(target, "ada", {{"If-None-Match", "\"x\", W/" + tag}});
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.isEmpty());
        QCOMPARE(header(same, "ETag"), tag);
        QCOMPARE(engine.get(target, "ada", {{"If-None-Match", "\"x\""}}).status, 200);
    }
    QVERIFY(header(engine.get("/api/v1/things/1", "ada"), "ETag")
            != header(engine.get("/api/v1/things/2", "ada"), "ETag"));
}

void ApiBehaviourTest::ifMatch()
{
    EngineFixture engine;
    const QByteArray tag = header(engine.get("/api/v2/things/1", "ada"), "ETag");
    const auto put = [&](const QByteArray &match) {
        return engine
            .send({.method = "PUT", .target = "/api/v1/things/1", .token = "ada", .headers = {{"If-Match", match}}})
            .status;
    };
    QCOMPARE(put(tag), 200);
    QCOMPARE(put("*"), 200);
    QCOMPARE(put("\"stale\""), 412);
    QCOMPARE(put("W/" + tag), 412);
}

/// If-None-Match is of reads: a change that was made is not told away.
void ApiBehaviourTest::changesAreAnsweredWhole()
{
    const auto tagged = [](const CallPtr &) {
        Answer answer{.json = R"({"id":"1"})"};
        answer.headers.add("ETag", "\"t\"");
        return Outcome(answer);
    };
    EngineFixture engine({},
                         {{.method = http::Method::Put,
                           .path = "/tagged",
                           .access = Access::User,
                           .summary = "Changes it",
                           .handle = tagged}});
    const auto answered = engine.send(
        {.method = "PUT", .target = "/api/v1/tagged", .token = "ada", .headers = {{"If-None-Match", "\"t\""}}});
    QCOMPARE(answered.status, 200);
    QVERIFY(!answered.body.isEmpty());
}

void ApiBehaviourTest::laterAnswers()
{
    EngineFixture engine;
    const auto reply
        = engine.worker->handle(EngineFixture::request({.method = "POST", .target = "/api/v2/slow", .token = "ada"}));
    const auto future = std::get<QFuture<http::Response>>(reply);
    QVERIFY(!future.isFinished());
    engine.pending->addResult(Outcome(ErrorCode::ResourceConflict));
    engine.pending->finish();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().status, 409);
    QVERIFY(future.result().headers.contains("X-Request-Id"));
}

void ApiBehaviourTest::engineDiesWhilePending()
{
    EngineFixture engine;
    const auto reply
        = engine.worker->handle(EngineFixture::request({.method = "POST", .target = "/api/v1/slow", .token = "ada"}));
    engine.worker.reset();
    engine.pending->addResult(Outcome(Answer{.json = "{}"}));
    engine.pending->finish();
    QCoreApplication::processEvents();
    const auto future = std::get<QFuture<http::Response>>(reply);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 0);
}

void ApiBehaviourTest::securityHeaders()
{
    EngineFixture engine;
    for (const QByteArray target : {"/api/v1/open", "/healthz", "/docs", "/nowhere", "/api/v9/x"}) {
        const auto response = engine.get(target);
        QCOMPARE(header(response, "X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(header(response, "Referrer-Policy"), QByteArray("no-referrer"));
        QVERIFY(header(response, "X-Response-Time").endsWith("ms"));
        QVERIFY(!response.headers.contains("Access-Control-Allow-Origin"));
    }
    const auto secret = engine.send({.method = "POST", .target = "/api/v1/secret", .token = "ada"});
    QCOMPARE(header(secret, "Cache-Control"), QByteArray("no-store"));
    QCOMPARE(header(engine.get("/api/v1/things/1", "ada"), "Cache-Control"), QByteArray("private, no-cache"));
    QCOMPARE(header(engine.get("/docs"), "X-Frame-Options"), QByteArray("DENY"));
}

void ApiBehaviourTest::requestIds()
{
    EngineFixture engine;
    const auto id = [&](const QByteArray &sent) {
        return header(engine.get("/api/v1/open", {}, {{"X-Request-Id", sent}}), "X-Request-Id");
    };
    QCOMPARE(id("req-123_A.b"), QByteArray("req-123_A.b"));
    for (const QByteArray &bad : {QByteArray(), QByteArray("a b"), QByteArray("a\"b"), QByteArray(129, 'a')}) {
        const QByteArray made = id(bad);
        QVERIFY(made.startsWith("req_") && made.size() == 20);
    }
    QVERIFY(id("") != id(""));
}

void ApiBehaviourTest::accessLog()
{
    EngineFixture engine;
    const auto collector = std::make_shared<Collector>();
    engine.shared->addSink(collector);
    (void)engine.get("/api/v2/things?search=x&api_key=hush&refresh%5Ftoken=hush&Password=hush", "ada");
    (void)engine.get("/healthz");
    QCOMPARE(collector->entries.size(), std::size_t(1));
    auto buffer = std::make_unique<QBuffer>();
    QByteArray bytes;
    buffer->setBuffer(&bytes);
    QVERIFY(buffer->open(QIODevice::WriteOnly));
    {
        AccessLog log(std::move(buffer));
        log.record(collector->entries.front());
        log.record(collector->entries.front());
    }
    QCOMPARE(bytes.count('\n'), 2);
    QVERIFY(!bytes.contains("hush"));
    const QJsonObject line = QJsonDocument::fromJson(bytes.first(bytes.indexOf('\n'))).object();
    QCOMPARE(line.value("query"_L1).toString(), u"search=x&api_key=***&refresh%5Ftoken=***&Password=***"_s);
    QCOMPARE(line.value("route"_L1).toString(), u"/things"_s);
    QCOMPARE(line.value("status"_L1).toInt(), 400); // two parameters that nobody declared
    QCOMPARE(line.value("version"_L1).toString(), u"v2"_s);
    QCOMPARE(line.value("user_id"_L1).toString(), u"ada"_s);
    QCOMPARE(line.value("organization_id"_L1).toString(), u"A"_s);
    QCOMPARE(line.value("client"_L1).toString(), u"192.0.2.1"_s);
}

void ApiBehaviourTest::metrics()
{
    EngineFixture engine;
    (void)engine.get("/api/v1/things/1", "ada");
    (void)engine.get("/api/v1/things/2", "ada");
    (void)engine.get("/api/v1/whatever/" + QByteArray(50, 'x'));
    engine.shared->metrics().add([] { return QByteArray("own_figure 7\n"); });
    const QByteArray text = engine.shared->metrics().text();
    QVERIFY(text.contains(
        "voxdesk_http_requests_total{method=\"GET\",route=\"/things/:id\",status=\"2xx\",version=\"v1\"} 2"));
    QVERIFY(text.contains("route=\"(none)\",status=\"4xx\",version=\"v1\"} 1"));
    QVERIFY(text.contains("voxdesk_http_request_seconds_bucket"));
    QVERIFY(!text.contains("whatever"));
    QVERIFY(text.endsWith("own_figure 7\n"));
}

QTEST_GUILESS_MAIN(ApiBehaviourTest)
#include "tst_api_behaviour.moc"

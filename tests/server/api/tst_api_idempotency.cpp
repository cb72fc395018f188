// SPDX-License-Identifier: GPL-3.0-or-later
// What a request is answered that comes again with its Idempotency-Key.
#include "server/api/fingerprint.h"
#include "tests/server/api/enginefixture.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace api;

namespace
{
RequestParts creation(const QByteArray &token = "ada", const QByteArray &key = {}, const QByteArray &body = GoodThing)
{
    RequestParts parts{.method = "POST", .target = "/api/v1/things", .token = token, .body = body};
    if (!key.isNull())
        parts.headers << std::pair(QByteArray("Idempotency-Key"), key);
    return parts;
}
}

class ApiIdempotencyTest : public QObject
{
    Q_OBJECT
private slots:
    void idempotency();
    void idempotencyOutlivesRoles();
    void idempotencyWithoutACredential();
    void fingerprintsNeedTheSecret();
    void idempotencyConflicts();
    void idempotencyKeepsWhatLasts();
    void idempotencyForgets();
    void idempotencyWhileRunning();
    void streamsRunOnce();
};

void ApiIdempotencyTest::idempotency()
{
    EngineFixture engine;
    const auto first = engine.send(creation("ada", "k"));
    QCOMPARE(first.status, 201);
    QVERIFY(!first.headers.contains("Idempotency-Replayed"));
    const auto again = engine.send(creation("ada", "k"));
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    QCOMPARE(header(again, "Idempotency-Replayed"), QByteArray("true"));
    QCOMPARE(engine.created, 1);
    QCOMPARE(engine.send(creation("bob", "k")).status, 201); // another's key is another key
    QCOMPARE(engine.created, 2);
    QCOMPARE(engine.send(creation("ada")).status, 201);
    QCOMPARE(engine.created, 3);
    RequestParts secret{.method = "POST", .target = "/api/v1/secret", .token = "ada"};
    secret.headers << std::pair(QByteArray("Idempotency-Key"), QByteArray("s"));
    const auto told = engine.send(secret);
    QCOMPARE(told.status, 201);
    const auto untold = engine.send(secret);
    QCOMPARE(untold.status, 409);
    QCOMPARE(codeOf(untold), u"RESOURCE_CONFLICT"_s);
    QVERIFY2(untold.body.contains("succeeded") && untold.body.contains("not kept"), untold.body);
    QCOMPARE(engine.created, 4);
    secret.body = "{}";
    QCOMPARE(engine.send(secret).status, 409);
    QCOMPARE(engine.created, 4);
}

/// A tier that changed between an attempt and its repetition does not make two of it.
void ApiIdempotencyTest::idempotencyOutlivesRoles()
{
    EngineFixture engine;
    QCOMPARE(engine.send(creation("ada", "k")).status, 201);
    Principal &ada = engine.authenticator.callers["ada"];
    ada.tier = Tier::Enterprise;
    ada.role = Role::Enterprise;
    ada.organizationRole = OrganizationRole::Member;
    QCOMPARE(header(engine.send(creation("ada", "k")), "Idempotency-Replayed"), QByteArray("true"));
    QCOMPARE(engine.created, 1);
}

void ApiIdempotencyTest::idempotencyWithoutACredential()
{
    EngineFixture engine;
    const auto send = [&](const QByteArray &target, const QByteArray &client, const QByteArray &body = "{}") {
        return engine.send({.method = "POST",
                            .target = target,
                            .body = body,
                            .headers = {{"Idempotency-Key", "k"}, {"Content-Type", "application/json"}},
                            .client = client});
    };
    const auto first = send("/api/v1/sign-up", "192.0.2.1");
    QCOMPARE(first.status, 201);
    const auto again = send("/api/v1/sign-up", "192.0.2.1");
    QCOMPARE(again.body, first.body);
    QCOMPARE(header(again, "Idempotency-Replayed"), QByteArray("true"));
    QCOMPARE(engine.created, 1);
    QCOMPARE(send("/api/v1/sign-up", "192.0.2.1", "{\"a\":1}").status, 409);
    QCOMPARE(send("/api/v1/sign-up", "192.0.2.2").status, 201); // another's key is another key
    QCOMPARE(engine.created, 2);
    for (int i = 0; i < 2; ++i) // what is no creation runs as often as it is asked for
        QVERIFY(!send("/api/v1/sign-in", "192.0.2.1").headers.contains("Idempotency-Replayed"));
    QCOMPARE(engine.created, 4);
}

void ApiIdempotencyTest::fingerprintsNeedTheSecret()
{
    Call call;
    call.request.methodName = "POST";
    call.request.path = "/api/v1/auth/register";
    call.request.body = R"({"password":"correct horse"})";
    QCOMPARE(fingerprintOf(call, "one"), fingerprintOf(call, "one"));
    QVERIFY(fingerprintOf(call, "one") != fingerprintOf(call, "two"));
    QCOMPARE(fingerprintOf(call, "one").size(), 32);
    EngineFixture one;
    EngineFixture two;
    QVERIFY(one.shared->fingerprintSecret() != two.shared->fingerprintSecret());
}

void ApiIdempotencyTest::idempotencyConflicts()
{
    EngineFixture engine;
    (void)engine.send(creation("ada", "k"));
    const auto other = engine.send(creation("ada", "k", R"({"name":"m","email":"ada@example.com"})"));
    QCOMPARE(other.status, 409);
    QCOMPARE(codeOf(other), u"RESOURCE_CONFLICT"_s);
    QCOMPARE(engine.created, 1);
    QCOMPARE(engine.send(creation("ada", "")).status, 400);
    QCOMPARE(engine.send(creation("ada", QByteArray(256, 'k'))).status, 400);
    // What never ran is not remembered, and neither is the server's own failure.
    QCOMPARE(engine.send(creation("ada", "v", "{}")).status, 422);
    QCOMPARE(engine.send(creation("ada", "v")).status, 201);
    const QByteArray failing = R"({"name":"fail","email":"ada@example.com"})";
    QCOMPARE(engine.send(creation("ada", "f", failing)).status, 503);
    const int before = engine.created;
    QCOMPARE(engine.send(creation("ada", "f", failing)).status, 503);
    QCOMPARE(engine.created, before + 1);
}

void ApiIdempotencyTest::idempotencyKeepsWhatLasts()
{
    EngineFixture engine;
    const std::pair<Error, bool> errors[]{{{ErrorCode::RateLimited}, false},
                                          {{ErrorCode::AccountLocked}, false},
                                          {{ErrorCode::StepUpRequired}, false},
                                          {{.code = ErrorCode::ResourceConflict, .retryAfterSeconds = 5}, false},
                                          {{ErrorCode::ServiceUnavailable}, false},
                                          {{ErrorCode::ResourceConflict}, true},
                                          {{ErrorCode::Forbidden}, true}};
    for (int i = 0; const auto &[error, isKept] : errors) {
        const QByteArray key = "k" + QByteArray::number(++i);
        engine.refusals = {{u"n"_s, error}};
        const int status = info(error.code).status;
        QCOMPARE(engine.send(creation("ada", key)).status, status);
        engine.refusals.clear(); // by itself, or as the client has done something about it
        QVERIFY2(engine.send(creation("ada", key)).status == (isKept ? status : 201), info(error.code).name.data());
    }
}

void ApiIdempotencyTest::idempotencyForgets()
{
    EngineFixture engine;
    (void)engine.send(creation("ada", "k"));
    engine.nowMs += 24 * 3'600'000LL;
    QVERIFY(!engine.send(creation("ada", "k")).headers.contains("Idempotency-Replayed"));
    QCOMPARE(engine.created, 2);
}

void ApiIdempotencyTest::idempotencyWhileRunning()
{
    EngineFixture engine;
    RequestParts slow{.method = "POST", .target = "/api/v1/slow", .token = "ada"};
    slow.headers << std::pair(QByteArray("Idempotency-Key"), QByteArray("k"));
    http::Reply first = engine.worker->handle(EngineFixture::request(slow));
    QVERIFY(std::holds_alternative<QFuture<http::Response>>(first));
    const auto second = engine.send(slow);
    QCOMPARE(second.status, 409);
    QCOMPARE(header(second, "Retry-After"), QByteArray("1"));
    engine.pending->addResult(Outcome(Answer{.json = "{\"done\":1}"}));
    engine.pending->finish();
    const auto future = std::get<QFuture<http::Response>>(first);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().status, 200);
    const auto third = engine.send(slow);
    QCOMPARE(third.body, future.result().body);
}

/// A stream is not kept, and what made it is not run and billed a second time.
void ApiIdempotencyTest::streamsRunOnce()
{
    int runs = 0;
    const auto tell = [&runs](const CallPtr &) {
        ++runs;
        auto device = std::make_shared<QBuffer>();
        device->setData("data: 1\n\n");
        device->open(QIODevice::ReadOnly);
        return Outcome(Answer{.json = {}, .wrap = Wrap::Bare, .contentType = "text/event-stream", .stream = device});
    };
    EngineFixture engine({},
                         {{.method = http::Method::Post,
                           .path = "/tell",
                           .access = Access::User,
                           .summary = "Streams",
                           .handle = tell,
                           .streams = true}});
    const auto ask = [&](const QByteArray &key) {
        return engine.send(
            {.method = "POST", .target = "/api/v1/tell", .token = "ada", .headers = {{"Idempotency-Key", key}}});
    };
    QVERIFY(ask("k").stream);
    const auto again = ask("k");
    QCOMPARE(again.status, 409);
    QCOMPARE(codeOf(again), u"RESOURCE_CONFLICT"_s);
    QVERIFY2(again.body.contains("streamed") && again.body.contains("not kept"), again.body);
    QVERIFY(!again.headers.contains("Retry-After"));
    QCOMPARE(runs, 1);
    QVERIFY(ask("other").stream);
    QCOMPARE(runs, 2);
}

QTEST_GUILESS_MAIN(ApiIdempotencyTest)
#include "tst_api_idempotency.moc"

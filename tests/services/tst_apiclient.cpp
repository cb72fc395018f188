// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/apiclient.h"
#include "services/api/healthapi.h"
#include "services/api/organizationsapi.h"
#include "services/api/overviewapi.h"
#include "services/api/usersapi.h"
#include "tests/support/fakehttpserver.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr ApiTiming Quick{.retryAfterUnit = 1ms, .probeFirst = 5ms, .probeMax = 20ms};

QJsonObject platformError(const QString &code, const QString &message)
{
    return {{u"success"_s, false},
            {u"message"_s, message},
            {u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, message}, {u"details"_s, QJsonObject()}}},
            {u"request_id"_s, u"req_server"_s}};
}

/// Renews when the test says so.
class FakeTokens : public TokenSource
{
public:
    QByteArray accessToken() const override { return token; }
    bool isExpiring() const override { return expiring; }
    QFuture<Result<Done>> renew() override
    {
        ++renewals;
        promise = std::make_shared<QPromise<Result<Done>>>();
        promise->start();
        return promise->future();
    }
    void settle(const Result<Done> &result)
    {
        promise->addResult(result);
        promise->finish();
    }

    QByteArray token = "old";
    bool expiring = false;
    int renewals = 0;
    std::shared_ptr<QPromise<Result<Done>>> promise;
};

struct Setup {
    explicit Setup(FakeHttpServer::Handler handler)
        : server(std::move(handler))
        , client(network, nullptr, Quick)
    {
        client.setBaseUrl(server.url());
    }
    FakeHttpServer server;
    QNetworkAccessManager network;
    ApiClient client;
};

FakeAnswer ok(const FakeRequest &)
{
    return FakeAnswer::json({{u"success"_s, true}, {u"data"_s, QJsonObject{{u"n"_s, 1}}}});
}

FakeAnswer onlyForNew(const FakeRequest &request)
{
    if (request.headers.value("authorization") == "Bearer new")
        return ok(request);
    return FakeAnswer::json(platformError(u"AUTH_EXPIRED"_s, u"Token expired"_s), 401);
}
}

class TestApiClient : public QObject
{
    Q_OBJECT

private slots:
    void requestCarriesWhatTheContractAsks()
    {
        Setup s(ok);
        FakeTokens tokens;
        s.client.setTokenSource(&tokens);
        s.client.setLanguage(u"de"_s);
        auto answer = s.client.send({.method = ApiRequest::Method::Patch,
                                     .path = u"/api/v1/admin/users/"_s + pathSegment(u"a/b c"_s),
                                     .query = {{u"search"_s, u"a+b & c"_s}},
                                     .body = QJsonObject{{u"first_name"_s, u"Ada"_s}},
                                     .ifMatch = "\"7\"",
                                     .fresh = true});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(bool(answer.result()));
        QCOMPARE(answer.result()->json.value("data"_L1).toObject().value("n"_L1).toInt(), 1);
        const FakeRequest got = s.server.asked.first();
        QCOMPARE(got.method, "PATCH");
        QCOMPARE(got.path, u"/api/v1/admin/users/a/b c"_s);
        QCOMPARE(got.query.queryItemValue(u"search"_s, QUrl::FullyDecoded), u"a+b & c"_s);
        QCOMPARE(got.headers.value("authorization"), "Bearer old");
        QCOMPARE(got.headers.value("accept-language"), "de");
        QCOMPARE(got.headers.value("if-match"), "\"7\"");
        QCOMPARE(got.headers.value("cache-control"), "no-cache");
        QCOMPARE(got.headers.value("content-type"), "application/json");
        QVERIFY(got.headers.value("accept-encoding").contains("gzip"));
        QVERIFY(got.headers.value("x-request-id").startsWith("req_"));
        QCOMPARE(got.json(), QJsonObject({{u"first_name"_s, u"Ada"_s}}));
    }

    void aPlusInTheQueryIsEncoded()
    {
        const QUrl url = requestUrl(QUrl(u"https://h/base/"_s), {.path = u"/x"_s, .query = {{u"q"_s, u"a+b"_s}}});
        QCOMPARE(url.toEncoded(), "https://h/base/x?q=a%2Bb");
    }

    void everyErrorRenderingIsUnderstood_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("emailDetail");
        QTest::newRow("platform") << 422
                                  << QByteArray(R"({"success":false,"message":"Request validation failed","error":{
            "code":"VALIDATION_ERROR","message":"Request validation failed","details":{"email":"Invalid email format"}},
            "request_id":"req_1","timestamp":"2024-01-01T00:00:00.000Z"})")
                                  << int(ErrorCode::ValidationError) << u"Request validation failed"_s
                                  << u"Invalid email format"_s;
        QTest::newRow("auth v1") << 401 << QByteArray(R"({"success":false,"error":"INVALID_CREDENTIALS",
            "message":"Invalid email or password","details":{},"request_id":"req_1"})")
                                 << int(ErrorCode::InvalidCredentials) << u"Invalid email or password"_s << QString();
        QTest::newRow("v2") << 422 << QByteArray(R"({"success":false,"error":{"code":"VALIDATION_ERROR",
            "message":"No","details":{"field":"email","reason":"taken"}},"meta":{"requestId":"req_1"}})")
                            << int(ErrorCode::ValidationError) << u"No"_s << u"taken"_s;
        QTest::newRow("beta") << 403 << QByteArray(R"({"error":"Invalid API key"})") << int(ErrorCode::Forbidden)
                              << u"Invalid API key"_s << QString();
        QTest::newRow("a code of a newer server") << 409 << QByteArray(R"({"success":false,"error":{"code":"NEW_CODE",
            "message":"Newer"}})") << int(ErrorCode::ResourceConflict)
                                                  << u"Newer"_s << QString();
        QTest::newRow("a 400, which Qt calls a protocol error")
            << 400 << QByteArray(R"({"success":false,"error":{"code":"BAD_REQUEST","message":"limit"}})")
            << int(ErrorCode::BadRequest) << u"limit"_s << QString();
        QTest::newRow("a proxy's page") << 502 << QByteArray("<html>Bad gateway</html>")
                                        << int(ErrorCode::ServiceUnavailable)
                                        << QString(info(ErrorCode::ServiceUnavailable).message) << QString();
        QTest::newRow("another program") << 404 << QByteArray("<html>nginx</html>") << int(ErrorCode::InvalidAnswer)
                                         << QString(info(ErrorCode::InvalidAnswer).message) << QString();
        QTest::newRow("success that is no JSON")
            << 200 << QByteArray("<html>hotel wifi</html>") << int(ErrorCode::InvalidAnswer)
            << QString(info(ErrorCode::InvalidAnswer).message) << QString();
    }
    void everyErrorRenderingIsUnderstood()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        QFETCH(QString, message);
        QFETCH(QString, emailDetail);
        Setup s([&](const FakeRequest &) {
            return FakeAnswer{.status = status, .body = body, .headers = {{"X-Request-Id", "req_1"}}};
        });
        auto answer = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_VERIFY(answer.isFinished());
        const Result<ApiAnswer> result = answer.result();
        QVERIFY(!result);
        QCOMPARE(int(result.error().code), code);
        QCOMPARE(result.error().message, message);
        QCOMPARE(result.error().details.value(u"email"_s), emailDetail);
        QVERIFY(!result.error().details.contains(u"field"_s));
        QCOMPARE(result.error().requestId, u"req_1"_s);
        QCOMPARE(s.client.connection(), ConnectionState::Online); // it did answer
    }

    void redirectsAreNotFollowed()
    {
        FakeHttpServer elsewhere(ok);
        Setup s([&](const FakeRequest &) {
            return FakeAnswer{.status = 301, .headers = {{"Location", elsewhere.url().toEncoded() + "/api/v1/x"}}};
        });
        auto answer = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().error() == ErrorCode::InvalidAnswer);
        QVERIFY(answer.result().error().message.contains(elsewhere.url().toString()));
        QCOMPARE(elsewhere.asked.size(), 0);
    }

    void rateLimitIsWaitedForAndShown()
    {
        int left = 2;
        Setup s([&](const FakeRequest &request) {
            if (left-- > 0)
                return FakeAnswer{.status = 429,
                                  .body = QJsonDocument(platformError(u"RATE_LIMITED"_s, u"Later"_s)).toJson(),
                                  .headers = {{"Retry-After", "7"}}};
            return ok(request);
        });
        QSignalSpy waits(&s.client, &ApiClient::rateLimited);
        QSignalSpy over(&s.client, &ApiClient::rateLimitOver);
        auto answer = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(bool(answer.result()));
        QCOMPARE(s.server.asked.size(), 3);
        QCOMPARE(waits.size(), 2);
        QCOMPARE(waits.at(0), QVariantList({7, 2}));
        QCOMPARE(waits.at(1), QVariantList({7, 3}));
        QCOMPARE(over.size(), 2);
    }

    void rateLimitEndsAfterThreeTries()
    {
        Setup s([](const FakeRequest &) {
            auto answer = FakeAnswer::json(platformError(u"RATE_LIMITED"_s, u"Later"_s), 429);
            answer.headers.emplaceBack("Retry-After", "2");
            return answer;
        });
        auto answer = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().error() == ErrorCode::RateLimited);
        QCOMPARE(answer.result().error().retryAfterSeconds, 2);
        QCOMPARE(s.server.asked.size(), 3);
    }

    void aLockedAccountIsNotTriedAgain()
    {
        Setup s([](const FakeRequest &) {
            auto answer = FakeAnswer::json(
                {{u"success"_s, false}, {u"error"_s, u"ACCOUNT_LOCKED"_s}, {u"message"_s, u"Wait"_s}}, 429);
            answer.headers.emplaceBack("Retry-After", "900");
            return answer;
        });
        auto answer = s.client.send({.path = u"/api/v1/auth/login"_s, .credentials = false});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().error() == ErrorCode::AccountLocked);
        QCOMPARE(answer.result().error().retryAfterSeconds, 900);
        QCOMPARE(s.server.asked.size(), 1);
    }

    void aRateLimitWaitCanBeCancelled()
    {
        Setup s([](const FakeRequest &) {
            auto answer = FakeAnswer::json(platformError(u"RATE_LIMITED"_s, u"Later"_s), 429);
            answer.headers.emplaceBack("Retry-After", "299");
            return answer;
        });
        QSignalSpy waits(&s.client, &ApiClient::rateLimited);
        QSignalSpy over(&s.client, &ApiClient::rateLimitOver);
        auto answer = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_COMPARE(waits.size(), 1);
        answer.cancel();
        QTRY_COMPARE(over.size(), 1);
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.isCanceled());
        QCOMPARE(s.server.asked.size(), 1);
    }

    void fewRequestsLeftIsSaid()
    {
        int remaining = 10;
        Setup s([&](const FakeRequest &request) {
            FakeAnswer answer = ok(request);
            answer.headers.emplaceBack("X-RateLimit-Remaining", QByteArray::number(remaining--));
            answer.headers.emplaceBack("X-RateLimit-Reset", "1640995200");
            return answer;
        });
        QSignalSpy low(&s.client, &ApiClient::rateLimitLow);
        auto first = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_VERIFY(first.isFinished());
        QCOMPARE(low.size(), 0);
        auto second = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(low.size(), 1);
        QCOMPARE(low.first().at(0).toInt(), 9);
        QCOMPARE(low.first().at(1).toDateTime().toSecsSinceEpoch(), 1640995200);
    }

    void oneRenewalServesAllThatMetAnExpiredToken()
    {
        Setup s(onlyForNew);
        FakeTokens tokens;
        s.client.setTokenSource(&tokens);
        QList<QFuture<Result<ApiAnswer>>> answers;
        for (int i = 0; i < 4; ++i)
            answers.append(s.client.send({.path = u"/api/v1/x"_s}));
        QTRY_COMPARE(s.server.asked.size(), 4);
        QTRY_COMPARE(tokens.renewals, 1);
        auto late = s.client.send({.path = u"/api/v1/late"_s}); // waits for the renewal from the start
        tokens.token = "new";
        tokens.settle(Done{});
        for (auto &answer : answers)
            QTRY_VERIFY(answer.isFinished() && answer.result());
        QTRY_VERIFY(late.isFinished() && late.result());
        QCOMPARE(tokens.renewals, 1);
        QCOMPARE(s.server.count(u"/api/v1/x"_s), 8);
        QCOMPARE(s.server.count(u"/api/v1/late"_s), 1);
    }

    void anExpiringTokenIsRenewedBeforeItIsSent()
    {
        Setup s(onlyForNew);
        FakeTokens tokens;
        tokens.expiring = true;
        s.client.setTokenSource(&tokens);
        auto answer = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_COMPARE(tokens.renewals, 1);
        QCOMPARE(s.server.asked.size(), 0);
        tokens.token = "new";
        tokens.expiring = false;
        tokens.settle(Done{});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(bool(answer.result()));
        QCOMPARE(s.server.asked.size(), 1);
    }

    void aSecondRefusalIsNotRenewedAgain()
    {
        Setup s(onlyForNew);
        FakeTokens tokens;
        s.client.setTokenSource(&tokens);
        auto answer = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_COMPARE(tokens.renewals, 1);
        tokens.token = "also old";
        tokens.settle(Done{});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().error() == ErrorCode::AuthExpired);
        QCOMPARE(tokens.renewals, 1);
        QCOMPARE(s.server.asked.size(), 2);
    }

    void aFailedOrDroppedRenewalReachesTheWaiting()
    {
        Setup s(onlyForNew);
        FakeTokens tokens;
        s.client.setTokenSource(&tokens);
        auto first = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_COMPARE(tokens.renewals, 1);
        tokens.settle(Error{.code = ErrorCode::AuthInvalid});
        QTRY_VERIFY(first.isFinished());
        QVERIFY(first.result().error() == ErrorCode::AuthInvalid);
        auto second = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_COMPARE(tokens.renewals, 2);
        tokens.promise.reset();
        QTRY_VERIFY(second.isFinished());
        QVERIFY(second.result().error() == ErrorCode::Canceled);
    }

    void cancellingAbortsTheRequest()
    {
        Setup s([](const FakeRequest &) { return FakeAnswer{.hang = true}; });
        auto answer = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_COMPARE(s.server.asked.size(), 1);
        answer.cancel();
        QTRY_VERIFY(answer.isFinished());
        QTRY_VERIFY(s.client.findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly).size() <= 1); // its timer
    }

    void deathWhileLoadingCancels()
    {
        FakeHttpServer server([](const FakeRequest &) { return FakeAnswer{.hang = true}; });
        QNetworkAccessManager network;
        auto client = std::make_unique<ApiClient>(network, nullptr, Quick);
        client->setBaseUrl(server.url());
        auto answer = client->send({.path = u"/api/v1/x"_s});
        QTRY_COMPARE(server.asked.size(), 1);
        client.reset();
        QVERIFY(answer.isFinished());
        QVERIFY(answer.isCanceled());
    }

    void aSlowServerTimesOut()
    {
        Setup s([](const FakeRequest &request) {
            return request.path == u"/healthz" ? ok(request) : FakeAnswer{.hang = true};
        });
        auto answer = s.client.send({.path = u"/api/v1/x"_s, .timeout = 50ms});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().error() == ErrorCode::TimedOut);
        QTRY_COMPARE(s.server.count(u"/healthz"_s), 1); // is it gone, or only slow?
        QTRY_COMPARE(s.client.connection(), ConnectionState::Online);
    }

    void aLostServerIsFoundAgain()
    {
        Setup s(ok);
        QSignalSpy changes(&s.client, &ApiClient::connectionChanged);
        auto first = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_VERIFY(first.isFinished());
        QCOMPARE(s.client.connection(), ConnectionState::Online);
        s.server.stop();
        auto second = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_VERIFY(second.isFinished());
        QVERIFY(second.result().error() == ErrorCode::Unreachable);
        QCOMPARE(s.client.connection(), ConnectionState::Offline);
        QVERIFY(!changes.last().at(1).toString().isEmpty());
        QVERIFY(s.server.listenAgain());
        QTRY_COMPARE(s.client.connection(), ConnectionState::Online);
        QVERIFY(s.server.count(u"/healthz"_s) >= 1);
    }

    void aBrokenAnswerIsNotAnAnswer()
    {
        Setup s([](const FakeRequest &request) {
            FakeAnswer answer = ok(request);
            answer.drop = true;
            return answer;
        });
        auto answer = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().error() == ErrorCode::Unreachable);
    }

    void whatQtSendsAgainIsKnownToTheServer()
    {
        FakeHttpServer *server = nullptr;
        int broken = 1;
        Setup s([&](const FakeRequest &request) {
            if (request.method != "POST" || broken-- <= 0)
                return ok(request);
            QTimer::singleShot(0, server, [&] { // it has read the request, and goes without a word
                server->stop();
                server->listenAgain();
            });
            return FakeAnswer{.hang = true};
        });
        server = &s.server;
        auto before = s.client.send({.path = u"/api/v2/agents"_s}); // its connection is kept
        QTRY_VERIFY(before.isFinished());
        const ApiRequest make{.method = ApiRequest::Method::Post, .path = u"/api/v2/agents"_s, .body = QJsonObject()};
        auto made = s.client.send(make);
        QTRY_VERIFY(made.isFinished());
        if (s.server.asked.size() == 2)
            QSKIP("This Qt does not send a POST again by itself.");
        QCOMPARE(s.server.asked.size(), 3);
        QVERIFY(bool(made.result()));
        const QByteArray key = s.server.asked.at(1).headers.value("idempotency-key");
        QVERIFY(!QUuid::fromString(QString::fromLatin1(key)).isNull());
        QCOMPARE(s.server.asked.at(2).headers.value("idempotency-key"), key);
        auto another = s.client.send(make);
        QTRY_VERIFY(another.isFinished());
        QVERIFY(s.server.asked.at(3).headers.value("idempotency-key") != key); // the person asked once more
    }

    void aKeyIsMadeWhereWorkIsDone_data()
    {
        using Method = ApiRequest::Method;
        QTest::addColumn<ApiRequest>("request");
        QTest::addColumn<bool>("hasKey");
        const auto post = [](const QString &path) { return ApiRequest{.method = Method::Post, .path = path}; };
        QTest::newRow("work") << post(u"/api/v2/access-keys"_s) << true;
        QTest::newRow("a notice") << post(u"/api/v2/admin/versions/v1/notify"_s) << true;
        QTest::newRow("a conversation") << post(u"/api/v2/agents/a/messages"_s) << false;
        QTest::newRow("a preview") << post(u"/api/v2/admin/versions/preview"_s) << false;
        QTest::newRow("a check") << post(u"/api/v2/admin/migrations/check"_s) << false;
        QTest::newRow("nobody") << ApiRequest{.method = Method::Post, .path = u"/x"_s, .credentials = false} << false;
        QTest::newRow("no POST") << ApiRequest{.method = Method::Put, .path = u"/api/v2/agents/a"_s} << false;
    }
    void aKeyIsMadeWhereWorkIsDone()
    {
        QFETCH(ApiRequest, request);
        QFETCH(bool, hasKey);
        Setup s(ok);
        auto answer = s.client.send(request);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(s.server.asked.first().headers.contains("idempotency-key"), hasKey);
        request.idempotencyKey = "its-own";
        auto named = s.client.send(request);
        QTRY_VERIFY(named.isFinished());
        QCOMPARE(s.server.asked.last().headers.value("idempotency-key"), "its-own");
    }

    void aReadOnlyProfileSendsNoChanges()
    {
        Setup s(ok);
        s.client.setReadOnly(true);
        auto change = s.client.send({.method = ApiRequest::Method::Delete, .path = u"/api/v1/admin/users/u"_s});
        auto read = s.client.send({.path = u"/api/v1/admin/users"_s});
        auto signIn = s.client.send({.method = ApiRequest::Method::Post, .path = u"/api/v1/auth/refresh"_s});
        QTRY_VERIFY(change.isFinished() && read.isFinished() && signIn.isFinished());
        QVERIFY(change.result().error() == ErrorCode::Forbidden);
        QVERIFY(bool(read.result()));
        QVERIFY(bool(signIn.result()));
        QCOMPARE(s.server.count(u"/api/v1/admin/users/u"_s), 0);
    }

    void downloadStreamsIntoTheTarget()
    {
        const QByteArray big(3'000'000, 'x');
        Setup s([&](const FakeRequest &) { return FakeAnswer{.body = big}; });
        QBuffer target;
        target.open(QIODevice::WriteOnly);
        auto future = s.client.download({.path = u"/api/v1/usage/export"_s}, &target);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(*future.result(), qint64(big.size()));
        QCOMPARE(target.data(), big);
        QCOMPARE(future.progressValue(), int(big.size() / 1024));
    }

    void downloadFailsWithTheServersError()
    {
        Setup s([](const FakeRequest &) { return FakeAnswer::json(platformError(u"FORBIDDEN"_s, u"Not you"_s), 403); });
        QBuffer target;
        target.open(QIODevice::WriteOnly);
        auto future = s.client.download({.path = u"/api/v1/usage/export"_s}, &target);
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result().error() == ErrorCode::Forbidden);
        QVERIFY(target.data().isEmpty());
    }

    void downloadToAFullDiskFails()
    {
        Setup s([](const FakeRequest &) { return FakeAnswer{.body = QByteArray(100'000, 'x')}; });
        QFile full(u"/dev/full"_s);
        if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            QSKIP("This system has no /dev/full.");
        auto future = s.client.download({.path = u"/api/v1/usage/export"_s}, &full);
        QTRY_VERIFY(future.isFinished());
        QVERIFY(!future.result());
    }

    void curlLineHidesSecretsAndQuotes()
    {
        Setup s(ok);
        s.client.setBaseUrl(QUrl(u"https://h"_s));
        const QString line = s.client.asCurl(
            {.method = ApiRequest::Method::Post,
             .path = u"/api/v1/x"_s,
             .body = QJsonObject{{u"note"_s, u"it's"_s}, {u"password"_s, u"hunter2"_s}, {u"api_key"_s, u"gsk_1"_s}}});
        QVERIFY2(line.contains(uR"('\''s)"_s), qPrintable(line));
        QVERIFY(line.contains(u"Bearer $VOXDESK_TOKEN"_s));
        QVERIFY(line.contains(u"-X POST 'https://h/api/v1/x'"_s));
        QVERIFY(!line.contains(u"hunter2"_s));
        QVERIFY(!line.contains(u"gsk_1"_s));
    }

    void usersArePagedByCursor()
    {
        Setup s([](const FakeRequest &request) {
            const QString cursor = request.query.queryItemValue(u"cursor"_s);
            const QJsonObject user{{u"id"_s, cursor.isEmpty() ? u"user_1"_s : u"user_2"_s},
                                   {u"email"_s, u"a@x"_s},
                                   {u"role"_s, u"support"_s},
                                   {u"organization_name"_s, u"Company"_s},
                                   {u"subscription_tier"_s, u"pro"_s},
                                   {u"is_active"_s, false},
                                   {u"agent_count"_s, 5},
                                   {u"current_usage"_s, QJsonObject{{u"tokens"_s, 15000}, {u"calls"_s, 150}}}};
            const QJsonObject pagination{{u"total"_s, 2},
                                         {u"nextCursor"_s, cursor.isEmpty() ? QJsonValue(u"c2"_s) : QJsonValue()}};
            return FakeAnswer::json({{u"success"_s, true},
                                     {u"data"_s, QJsonArray{user}},
                                     {u"meta"_s, QJsonObject{{u"version"_s, u"v2"_s}, {u"pagination"_s, pagination}}}});
        });
        UsersApi users(s.client);
        PageQuery query{.filters = {{u"role"_s, u"support"_s}, {u"search"_s, QString()}}, .sort = u"-created_at"_s};
        auto first = users.fetch(query);
        QTRY_VERIFY(first.isFinished());
        const Page<User> page = *first.result();
        QCOMPARE(page.total, 2);
        QCOMPARE(page.next, u"c2"_s);
        const User user = page.items.first();
        QCOMPARE(user.role, Role::Support);
        QCOMPARE(user.tier, Tier::Pro);
        QCOMPARE(user.organizationName, u"Company"_s);
        QCOMPARE(user.usedTokens, 15000);
        QCOMPARE(user.agentCount, 5);
        QVERIFY(!user.active);
        const QUrlQuery asked = s.server.asked.first().query;
        QCOMPARE(asked.queryItemValue(u"sort"_s), u"-created_at"_s);
        QCOMPARE(asked.queryItemValue(u"role"_s), u"support"_s);
        QVERIFY(!asked.hasQueryItem(u"search"_s));
        query.cursor = page.next;
        auto second = users.fetch(query);
        QTRY_VERIFY(second.isFinished());
        QVERIFY(second.result()->next.isEmpty());
        QCOMPARE(second.result()->items.first().id, u"user_2"_s);
    }

    void manyUsersAreSwitchedWithAReasonForEachFailure()
    {
        Setup s([](const FakeRequest &) {
            const QJsonObject failed{
                {u"id"_s, u"b"_s},
                {u"ok"_s, false},
                {u"error"_s, QJsonObject{{u"code"_s, u"RESOURCE_CONFLICT"_s}, {u"message"_s, u"last admin"_s}}}};
            const QJsonArray results{QJsonObject{{u"id"_s, u"a"_s}, {u"ok"_s, true}}, failed};
            return FakeAnswer::json({{u"success"_s, true}, {u"data"_s, QJsonObject{{u"results"_s, results}}}});
        });
        UsersApi users(s.client);
        auto future = users.setManyActive({u"a"_s, u"b"_s}, false);
        QTRY_VERIFY(future.isFinished());
        const auto failures = *future.result();
        QCOMPARE(failures.keys(), QStringList{u"b"_s});
        QVERIFY(failures.first() == ErrorCode::ResourceConflict);
        QCOMPARE(failures.first().message, u"last admin"_s);
        QCOMPARE(s.server.asked.first().path, u"/api/v2/admin/users/bulk"_s);
        QCOMPARE(s.server.asked.first().json(),
                 QJsonObject({{u"ids"_s, QJsonArray{u"a"_s, u"b"_s}}, {u"is_active"_s, false}}));
    }

    void theOverviewTellsUnknownFromZero()
    {
        Setup s([](const FakeRequest &) {
            const QJsonObject data{
                {u"users"_s, 7},
                {u"requests_today"_s, 90},
                {u"errors_today"_s, 0},
                {u"tokens_today"_s, QJsonValue()},
                {u"users_by_tier"_s, QJsonObject{{u"pro"_s, 3}, {u"newer"_s, 1}}},
                {u"sign_ups_by_day"_s, QJsonArray{QJsonObject{{u"day"_s, u"2024-01-31"_s}, {u"count"_s, 2}}}},
                {u"at"_s, u"2024-02-01T00:00:00.000Z"_s}};
            return FakeAnswer::json({{u"success"_s, true}, {u"data"_s, data}});
        });
        OverviewApi api(s.client);
        auto future = api.fetch();
        QTRY_VERIFY(future.isFinished());
        const Overview overview = *future.result();
        QCOMPARE(overview.users, 7);
        QCOMPARE(overview.requestsToday, 90);
        QCOMPARE(overview.errorsToday, 0);
        QVERIFY(!overview.tokensToday);
        QVERIFY(!overview.activeUsers);
        QCOMPARE(overview.usersByTier, (QMap<Tier, qint64>{{Tier::Pro, 3}}));
        QCOMPARE(overview.signUpsByDay.first().day, QDate(2024, 1, 31));
        QCOMPARE(overview.signUpsByDay.first().count, 2);
        QCOMPARE(overview.at, QDateTime(QDate(2024, 2, 1), QTime(0, 0), Qt::UTC));
    }

    void healthNeedsNoSignIn()
    {
        Setup s([](const FakeRequest &) {
            return FakeAnswer::json(
                {{u"status"_s, u"healthy"_s},
                 {u"timestamp"_s, u"2024-01-01T00:00:00Z"_s},
                 {u"services"_s, QJsonObject{{u"database"_s, u"healthy"_s}, {u"redis"_s, u"not_configured"_s}}},
                 {u"metrics"_s,
                  QJsonObject{{u"uptime"_s, 12.5}, {u"memoryUsage"_s, 40}, {u"cpuUsage"_s, QJsonValue()}}}});
        });
        FakeTokens tokens;
        s.client.setTokenSource(&tokens);
        HealthApi api(s.client);
        auto future = api.fetch();
        QTRY_VERIFY(future.isFinished());
        const Health health = *future.result();
        QCOMPARE(health.status, u"healthy"_s);
        QCOMPARE(health.services.value(u"redis"_s), u"not_configured"_s);
        QCOMPARE(health.uptimeSeconds, 12.5);
        QCOMPARE(health.memoryPercent, 40.0);
        QVERIFY(!health.cpuPercent);
        QVERIFY(!s.server.asked.first().headers.contains("authorization"));
    }

    void organizationsArePaged()
    {
        Setup s([](const FakeRequest &) {
            const QJsonObject organization{{u"id"_s, u"org_1"_s},
                                           {u"name"_s, u"Acme"_s},
                                           {u"subscription_tier"_s, u"enterprise"_s},
                                           {u"owner_email"_s, u"o@x"_s},
                                           {u"member_count"_s, 12},
                                           {u"is_active"_s, true},
                                           {u"created_at"_s, u"2024-01-01T00:00:00Z"_s}};
            return FakeAnswer::json(
                {{u"success"_s, true},
                 {u"data"_s, QJsonArray{organization}},
                 {u"meta"_s,
                  QJsonObject{{u"pagination"_s, QJsonObject{{u"total"_s, QJsonValue()}, {u"nextCursor"_s, u"c"_s}}}}}});
        });
        OrganizationsApi api(s.client);
        auto future = api.fetch({});
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result()->next, u"c"_s);
        QVERIFY(!future.result()->total);
        const Organization organization = future.result()->items.first();
        QCOMPARE(organization.name, u"Acme"_s);
        QCOMPARE(organization.tier, Tier::Enterprise);
        QCOMPARE(organization.memberCount, 12);
        QCOMPARE(organization.ownerEmail, u"o@x"_s);
    }

    void aUserIsChangedOnlyAsItWasRead()
    {
        Setup s([](const FakeRequest &request) {
            if (request.method == "PATCH" && request.headers.value("if-match") != "\"1\"")
                return FakeAnswer::json(platformError(u"PRECONDITION_FAILED"_s, u"Changed"_s), 412);
            auto answer = FakeAnswer::json(
                {{u"success"_s, true}, {u"data"_s, QJsonObject{{u"id"_s, u"u"_s}, {u"email"_s, u"a@x"_s}}}});
            answer.headers.emplaceBack("ETag", request.method == "PATCH" ? "\"2\"" : "\"1\"");
            return answer;
        });
        UsersApi users(s.client);
        auto read = users.get(u"u"_s);
        QTRY_VERIFY(read.isFinished());
        QCOMPARE(read.result()->etag, "\"1\"");
        auto changed = users.update(u"u"_s, {.firstName = u"Ada"_s, .tier = Tier::Pro}, read.result()->etag);
        QTRY_VERIFY(changed.isFinished());
        QCOMPARE(changed.result()->etag, "\"2\"");
        QCOMPARE(s.server.asked.last().json(),
                 QJsonObject({{u"first_name"_s, u"Ada"_s}, {u"subscription_tier"_s, u"pro"_s}}));
        auto stale = users.update(u"u"_s, {.active = false}, "\"0\"");
        QTRY_VERIFY(stale.isFinished());
        QVERIFY(stale.result().error() == ErrorCode::PreconditionFailed);
    }
};

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"

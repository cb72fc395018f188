// SPDX-License-Identifier: GPL-3.0-or-later
// What the client waits for, tries again or gives up: rate limits, tokens that expire, slow and lost servers.
#include "services/api/apiclient.h"
#include "tests/services/apisetup.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUuid>

namespace
{
FakeAnswer onlyForNew(const FakeRequest &request)
{
    if (request.headers.value("authorization") == "Bearer new")
        return ok(request);
    return FakeAnswer::json(platformError(u"AUTH_EXPIRED"_s, u"Token expired"_s), 401);
}
}

class TestApiRetries : public QObject
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestApiRetries)
#include "tst_apiretries.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// One request and its answer: what is sent, how errors are read, what is never sent, and downloads.
#include "services/api/apiclient.h"
#include "tests/services/apisetup.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

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
};

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"

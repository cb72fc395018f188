// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/api/apiclient.h"
#include "services/auth/savedsignin.h"
#include "services/auth/session.h"
#include "services/secrets/memorysecretstore.h"
#include "tests/support/fakehttpserver.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QString Server = u"https://voice.example.com"_s;
const QString Key = SecretStore::key(u"p1"_s, u"refresh-token"_s);

FakeAnswer authError(const QString &code, int status)
{
    return FakeAnswer::json({{u"success"_s, false},
                             {u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, code}}},
                             {u"meta"_s, QJsonObject{{u"version"_s, u"v2"_s}, {u"requestId"_s, u"req_1"_s}}}},
                            status);
}

/// Speaks the v2 bodies; hands out access1, access2, … and refresh1, refresh2, …
struct FakeAuth {
    qint64 lifetime = 3'600'000; // ms
    qint64 clockAhead = 0; // of the server, ms
    int issued = 0;
    QString refreshError;
    QString profileError;
    bool twoFactor = false; ///< the code is 123456, the challenge "ch1"
    bool challengeOver = false;

    FakeAnswer operator()(const FakeRequest &request)
    {
        if (request.path == u"/api/v2/auth/login") {
            if (request.json().value("password"_L1) != u"right"_s)
                return authError(u"INVALID_CREDENTIALS"_s, 401);
            return twoFactor ? challenge() : tokens();
        }
        if (request.path == u"/api/v2/auth/2fa/verify") {
            if (challengeOver || request.json().value("challenge"_L1) != u"ch1"_s)
                return authError(u"AUTH_EXPIRED"_s, 401);
            return request.json().value("code"_L1) == u"123456"_s ? tokens() : authError(u"INVALID_CREDENTIALS"_s, 401);
        }
        if (request.path == u"/api/v2/auth/setup" && request.method == "GET")
            return FakeAnswer::json({{u"success"_s, true}, {u"data"_s, QJsonObject{{u"required"_s, true}}}});
        if (request.path == u"/api/v2/auth/setup")
            return request.json().value("token"_L1) == u"tok"_s ? FakeAnswer::json({{u"success"_s, true}}, 201)
                                                                : authError(u"FORBIDDEN"_s, 403);
        if (request.path == u"/api/v2/auth/refresh") {
            if (!refreshError.isEmpty())
                return authError(refreshError, refreshError == u"SERVICE_UNAVAILABLE" ? 503 : 401);
            const bool newest = request.json().value("refreshToken"_L1) == u"refresh%1"_s.arg(issued);
            return newest ? tokens() : authError(u"AUTH_INVALID"_s, 401);
        }
        if (request.headers.value("authorization") != "Bearer access" + QByteArray::number(issued))
            return authError(u"AUTH_INVALID"_s, 401);
        if (request.path == u"/api/v2/auth/profile" && !profileError.isEmpty())
            return authError(profileError, 403);
        return FakeAnswer::json(
            {{u"success"_s, true},
             {u"data"_s, QJsonObject{{u"id"_s, u"user_1"_s}, {u"email"_s, u"ada@x"_s}, {u"role"_s, u"support"_s}}}});
    }

    FakeAnswer tokens()
    {
        ++issued;
        const QDateTime now = QDateTime::currentDateTimeUtc().addMSecs(clockAhead);
        const QJsonObject pair{{u"accessToken"_s, u"access%1"_s.arg(issued)},
                               {u"refreshToken"_s, u"refresh%1"_s.arg(issued)},
                               {u"tokenType"_s, u"Bearer"_s},
                               {u"expiresAt"_s, now.toMSecsSinceEpoch() + lifetime},
                               {u"expiresIn"_s, lifetime / 1000}};
        const QJsonObject security{
            {u"requiresTwoFactor"_s, false}, {u"isNewDevice"_s, false}, {u"riskLevel"_s, u"low"_s}};
        auto answer = FakeAnswer::json(
            {{u"success"_s, true},
             {u"data"_s,
              QJsonObject{
                  {u"user"_s, QJsonObject{{u"id"_s, u"user_1"_s}}}, {u"tokens"_s, pair}, {u"security"_s, security}}}});
        answer.headers.append({"Date", QLocale::c().toString(now, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1()});
        return answer;
    }

    static FakeAnswer challenge()
    {
        const QJsonObject security{{u"requiresTwoFactor"_s, true},
                                   {u"isNewDevice"_s, true},
                                   {u"riskLevel"_s, u"medium"_s},
                                   {u"challenge"_s, u"ch1"_s},
                                   {u"challengeExpiresAt"_s, u"2026-01-01T00:05:00.000Z"_s}};
        return FakeAnswer::json({{u"success"_s, true},
                                 {u"data"_s,
                                  QJsonObject{{u"user"_s, QJsonObject{{u"id"_s, u"user_1"_s}}},
                                              {u"tokens"_s, QJsonValue::Null},
                                              {u"security"_s, security}}}});
    }
};

struct Setup {
    explicit Setup(SessionTiming timing = {})
        : server([this](const FakeRequest &request) { return auth(request); })
        , client(network, nullptr, {.retryAfterUnit = 1ms, .probeFirst = 5ms, .probeMax = 20ms})
        , session(client, secrets, u"p1"_s, Server, nullptr, timing)
    {
        client.setBaseUrl(server.url());
    }
    QByteArray saved()
    {
        const Result<QByteArray> secret = secrets.read(Key).result();
        const auto kept = secret ? SavedSignIn::fromBytes(*secret) : std::nullopt;
        return kept ? kept->refreshToken : QByteArray();
    }
    void save(const QByteArray &refreshToken, const QString &of = Server, const QString &userId = u"user_1"_s)
    {
        secrets.write(Key, SavedSignIn{of, userId, refreshToken}.toBytes());
    }

    FakeAuth auth;
    FakeHttpServer server;
    QNetworkAccessManager network;
    ApiClient client;
    MemorySecretStore secrets;
    Session session;
};
}

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void signingInLearnsTheRoleAndKeepsTheRefreshTokenOnly()
    {
        Setup s;
        QSignalSpy states(&s.session, &Session::stateChanged);
        auto user = s.session.signIn(u" ada@x "_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished());
        QCOMPARE(user.result()->role, Role::Support);
        QCOMPARE(s.session.state(), SessionState::SignedIn);
        QCOMPARE(s.session.user().email, u"ada@x"_s);
        QCOMPARE(states.size(), 1);
        QCOMPARE(s.saved(), "refresh1");
        QCOMPARE(s.server.asked.first().json().value("email"_L1).toString(), u"ada@x"_s);
        QVERIFY(!s.server.asked.first().headers.contains("authorization"));
    }

    void theSecondFactorIsAskedForAndKept()
    {
        Setup s;
        s.auth.twoFactor = true;
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished());
        QVERIFY(user.result().error() == ErrorCode::CodeRequired);
        QCOMPARE(s.session.state(), SessionState::SignedOut);
        QVERIFY(s.session.accessToken().isEmpty());
        auto wrong = s.session.giveCode(u"000000"_s);
        QTRY_VERIFY(wrong.isFinished());
        QVERIFY(wrong.result().error() == ErrorCode::InvalidCredentials);
        auto right = s.session.giveCode(u" 123456 "_s); // the same challenge
        QTRY_VERIFY(right.isFinished());
        QVERIFY(bool(right.result()));
        QCOMPARE(s.session.state(), SessionState::SignedIn);
        QCOMPARE(s.saved(), "refresh1");
    }

    void aCodeWithoutAPasswordIsWorthNothing()
    {
        Setup s;
        s.auth.twoFactor = true;
        auto early = s.session.giveCode(u"123456"_s);
        QVERIFY(early.isFinished() && early.result().error() == ErrorCode::AuthExpired);
        QVERIFY(s.server.asked.isEmpty());
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished());
        s.auth.challengeOver = true;
        auto late = s.session.giveCode(u"123456"_s);
        QTRY_VERIFY(late.isFinished());
        QVERIFY(late.result().error() == ErrorCode::AuthExpired);
        QCOMPARE(s.session.state(), SessionState::SignedOut);
    }

    void theDeviceIsTheSameAtTheNextSignIn()
    {
        Setup s;
        const auto deviceAt = [&](int i) { return s.server.asked.at(i).json().value("deviceInfo"_L1).toObject(); };
        auto first = s.session.signIn(u"ada@x"_s, u"right"_s, false);
        QTRY_VERIFY(first.isFinished());
        const QString id = deviceAt(0).value("deviceId"_L1).toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(deviceAt(0).value("deviceName"_L1).toString(), QSysInfo::machineHostName());
        QCOMPARE(deviceAt(0).value("deviceType"_L1).toString(), u"desktop"_s);
        const int before = int(s.server.asked.size());
        Session other(s.client, s.secrets, u"p1"_s, Server);
        auto second = other.signIn(u"ada@x"_s, u"right"_s, false);
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(deviceAt(before).value("deviceId"_L1).toString(), id);
        Session elsewhere(s.client, s.secrets, u"p2"_s,
                          Server); // another server need not know that it is the same device
        const int then = int(s.server.asked.size());
        auto third = elsewhere.signIn(u"ada@x"_s, u"right"_s, false);
        QTRY_VERIFY(third.isFinished());
        QVERIFY(deviceAt(then).value("deviceId"_L1).toString() != id);
    }

    void notRememberedMeansNotStored()
    {
        Setup s;
        s.save("an older one");
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, false);
        QTRY_VERIFY(user.isFinished() && user.result());
        QCOMPARE(s.saved(), QByteArray());
    }

    void aWrongPasswordIsAnError()
    {
        Setup s;
        auto user = s.session.signIn(u"ada@x"_s, u"wrong"_s, true);
        QTRY_VERIFY(user.isFinished());
        QVERIFY(user.result().error() == ErrorCode::InvalidCredentials);
        QCOMPARE(s.session.state(), SessionState::SignedOut);
        QVERIFY(s.session.accessToken().isEmpty());
    }

    void aSignInWithoutAProfileIsNone()
    {
        Setup s;
        s.auth.profileError = u"FORBIDDEN"_s;
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished());
        QVERIFY(user.result().error() == ErrorCode::Forbidden);
        QCOMPARE(s.session.state(), SessionState::SignedOut);
        QVERIFY(s.session.accessToken().isEmpty());
        QCOMPARE(s.saved(), QByteArray());
    }

    void aSavedSessionIsRestoredAndRotated()
    {
        Setup s;
        s.auth.issued = 4;
        s.save("refresh4");
        QSignalSpy states(&s.session, &Session::stateChanged);
        auto user = s.session.restore();
        QTRY_VERIFY(user.isFinished());
        QVERIFY(bool(user.result()));
        QCOMPARE(states.size(), 2);
        QCOMPARE(states.at(0).first().value<SessionState>(), SessionState::Restoring);
        QCOMPARE(states.at(1).first().value<SessionState>(), SessionState::SignedIn);
        QCOMPARE(s.saved(), "refresh5");
    }

    void whatAnotherServerGaveIsNotSent()
    {
        Setup s;
        s.save("refresh0", u"https://test.lan:8443"_s);
        auto user = s.session.restore();
        QTRY_VERIFY(user.isFinished());
        QVERIFY(user.result().error() == ErrorCode::ResourceNotFound);
        QCOMPARE(s.session.state(), SessionState::SignedOut);
        QVERIFY(s.server.asked.isEmpty());
        s.secrets.write(Key, "refresh0"); // nor what cannot be told whose it is
        auto again = s.session.restore();
        QTRY_VERIFY(again.isFinished());
        QVERIFY(!again.result());
        QVERIFY(s.server.asked.isEmpty());
    }

    void twoConsolesShareASavedSignIn()
    {
        Setup s;
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished() && user.result());
        s.auth.issued = 7; // another console of the profile renewed: our token is used up
        s.save("refresh7");
        auto renewal = s.session.renew();
        QTRY_VERIFY(renewal.isFinished());
        QVERIFY(bool(renewal.result()));
        QCOMPARE(s.session.state(), SessionState::SignedIn);
        QCOMPARE(s.saved(), "refresh8");
        s.save("refresh9", Server, u"user_2"_s); // and somebody else's is not ours
        auto own = s.session.renew();
        QTRY_VERIFY(own.isFinished());
        QVERIFY(bool(own.result()));
        QCOMPARE(s.server.asked.last().json().value("refreshToken"_L1).toString(), u"refresh8"_s);
    }

    void aNewerSavedSignInIsNotRemoved()
    {
        Setup s;
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished() && user.result());
        s.save("somebody's", Server, u"user_2"_s);
        s.auth.refreshError = u"AUTH_INVALID"_s;
        auto renewal = s.session.renew();
        QTRY_VERIFY(renewal.isFinished() && !renewal.result());
        QCOMPARE(s.session.state(), SessionState::SignedOut);
        QCoreApplication::processEvents();
        QCOMPARE(s.saved(), "somebody's");
    }

    void aProxysRefusalEndsNothing()
    {
        Setup s;
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished() && user.result());
        s.server.handler = [](const FakeRequest &) {
            FakeAnswer portal;
            portal.status = 403;
            portal.body = "<html>Sign in to the network</html>";
            return portal;
        };
        auto renewal = s.session.renew();
        QTRY_VERIFY(renewal.isFinished() && !renewal.result());
        QCOMPARE(s.session.state(), SessionState::SignedIn);
        QCOMPARE(s.saved(), "refresh1");
    }

    void removingAProfileForgetsItsSignIn()
    {
        Setup s;
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished() && user.result());
        Session::forgetSaved(s.secrets, u"p1"_s);
        QTRY_COMPARE(s.saved(), QByteArray());
        QVERIFY(!s.secrets.read(SecretStore::key(u"p1"_s, u"device-id"_s)).result());
    }

    void nothingSavedIsNoError()
    {
        Setup s;
        auto user = s.session.restore();
        QTRY_VERIFY(user.isFinished());
        QVERIFY(user.result().error() == ErrorCode::ResourceNotFound);
        QCOMPARE(s.session.state(), SessionState::SignedOut);
        QVERIFY(s.session.reason().isEmpty());
    }

    void aServerThatIsAwayDoesNotCostTheSavedSession()
    {
        Setup s;
        s.save("refresh0");
        s.server.stop();
        auto user = s.session.restore();
        QTRY_VERIFY(user.isFinished());
        QVERIFY(user.result().error() == ErrorCode::Unreachable);
        QCOMPARE(s.session.state(), SessionState::SignedOut);
        QCOMPARE(s.saved(), "refresh0");
        QVERIFY(s.server.listenAgain());
        auto again = s.session.restore();
        QTRY_VERIFY(again.isFinished());
        QVERIFY(bool(again.result()));
    }

    void aRefusedSavedSessionIsForgotten()
    {
        Setup s;
        s.save("stolen and used");
        auto user = s.session.restore();
        QTRY_VERIFY(user.isFinished());
        QCOMPARE(s.session.state(), SessionState::SignedOut);
        QVERIFY(!s.session.reason().isEmpty());
        QTRY_COMPARE(s.saved(), QByteArray());
    }

    void tokensAreRenewedBeforeTheyRunOut()
    {
        Setup s({.renewBefore = 60s, .retry = 5ms});
        s.auth.lifetime = 4000; // half of it, less the second that the Date header rounds away
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished() && user.result());
        QTRY_VERIFY_WITH_TIMEOUT(s.auth.issued >= 2, 10000);
        QTRY_COMPARE(s.saved(), "refresh" + QByteArray::number(s.auth.issued));
        QCOMPARE(s.session.state(), SessionState::SignedIn);
    }

    void aWrongClockHereDoesNotMatter()
    {
        Setup s;
        s.auth.clockAhead = -7'200'000; // by our clock every token has run out
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished() && user.result());
        QVERIFY(!s.session.isExpiring());
        const qint64 left = QDateTime::currentDateTimeUtc().secsTo(s.session.accessExpiresAt());
        QVERIFY2(left > 3500 && left <= 3602, qPrintable(QString::number(left)));
    }

    void aPassingFailureIsTriedAgain()
    {
        Setup s({.renewBefore = 60s, .retry = 5ms});
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished() && user.result());
        s.auth.refreshError = u"SERVICE_UNAVAILABLE"_s;
        auto renewal = s.session.renew();
        QTRY_VERIFY(renewal.isFinished());
        QCOMPARE(s.session.state(), SessionState::SignedIn);
        QTRY_VERIFY(s.server.count(u"/api/v2/auth/refresh"_s) >= 3);
        s.auth.refreshError.clear();
        QTRY_COMPARE(s.auth.issued, 2);
        QCOMPARE(s.session.state(), SessionState::SignedIn);
    }

    void renewalsAtTheSameTimeAreOne()
    {
        Setup s;
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished() && user.result());
        auto first = s.session.renew();
        auto second = s.session.renew();
        QTRY_VERIFY(first.isFinished() && second.isFinished());
        QVERIFY(first.result() && second.result());
        QCOMPARE(s.server.count(u"/api/v2/auth/refresh"_s), 1);
    }

    void revocationSignsOutWithAReason_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<SessionState>("state");
        QTest::newRow("revoked") << u"AUTH_INVALID"_s << SessionState::SignedOut;
        QTest::newRow("ran out") << u"AUTH_EXPIRED"_s << SessionState::Expired;
        QTest::newRow("disabled") << u"ACCOUNT_DISABLED"_s << SessionState::SignedOut;
    }
    void revocationSignsOutWithAReason()
    {
        QFETCH(QString, code);
        QFETCH(SessionState, state);
        Setup s;
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished() && user.result());
        s.auth.issued = 99; // the server knows our tokens no more
        s.auth.refreshError = code;
        auto answer = s.client.send({.path = u"/api/v1/admin/users"_s});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(!answer.result());
        QCOMPARE(s.session.state(), state);
        QVERIFY(!s.session.reason().isEmpty());
        QVERIFY(s.session.accessToken().isEmpty());
        QTRY_COMPARE(s.saved(), QByteArray());
        QCOMPARE(s.session.user().id, u"user_1"_s); // so that a form can ask the same person again
    }

    void signingOutTellsTheServerAndForgets()
    {
        Setup s;
        auto user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished() && user.result());
        auto out = s.session.signOut();
        QCOMPARE(s.session.state(), SessionState::SignedOut); // at once
        QVERIFY(s.session.accessToken().isEmpty());
        QTRY_VERIFY(out.isFinished());
        QVERIFY(bool(out.result()));
        QCOMPARE(s.server.asked.last().path, u"/api/v2/auth/logout"_s);
        QCOMPARE(s.server.asked.last().headers.value("authorization"), "Bearer access1");
        QCOMPARE(s.saved(), QByteArray());
    }

    void aSignInThatIsGivenUpLeavesNobodySignedIn()
    {
        Setup s;
        QFuture<Result<User>> user;
        s.server.handler = [&](const FakeRequest &request) {
            if (request.path == u"/api/v2/auth/login")
                user.cancel(); // while the answer is on its way
            return s.auth(request);
        };
        user = s.session.signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_COMPARE(s.server.count(u"/api/v2/auth/profile"_s), 1);
        QTRY_VERIFY(s.session.accessToken().isEmpty());
        QCOMPARE(s.session.state(), SessionState::SignedOut);
    }

    void theFirstAdministratorIsMadeAndSignedIn()
    {
        Setup s;
        auto needed = s.session.needsSetup();
        QTRY_VERIFY(needed.isFinished());
        QVERIFY(*needed.result());
        auto refused = s.session.setup(u"wrong"_s, u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(refused.isFinished());
        QVERIFY(refused.result().error() == ErrorCode::Forbidden);
        auto user = s.session.setup(u"tok"_s, u"ada@x"_s, u"right"_s, true);
        QTRY_VERIFY(user.isFinished());
        QVERIFY(bool(user.result()));
        QCOMPARE(s.session.state(), SessionState::SignedIn);
    }

    void deathWhileSigningIn()
    {
        FakeHttpServer server([](const FakeRequest &) { return FakeAnswer{.hang = true}; });
        QNetworkAccessManager network;
        ApiClient client(network);
        client.setBaseUrl(server.url());
        MemorySecretStore secrets;
        auto session = std::make_unique<Session>(client, secrets, u"p1"_s, Server);
        auto user = session->signIn(u"ada@x"_s, u"right"_s, true);
        QTRY_COMPARE(server.asked.size(), 1);
        session.reset();
        QTRY_VERIFY(user.isFinished());
        QVERIFY(user.isCanceled());
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"

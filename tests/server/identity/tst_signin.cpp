// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accesstoken.h"
#include "server/identity/loginfailures.h"
#include "server/identity/registration.h"
#include "server/identity/sessionstore.h"
#include "tests/server/identity/identityworld.h"
#include "tests/server/identity/otherserver.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
const QString Password = u"correct horse"_s;
const QByteArray Login = "/api/v1/auth/login";

QJsonObject credentials(const QString &email, const QString &password = Password)
{
    return {{u"email"_s, email}, {u"password"_s, password}};
}

QStringList fields(const QJsonObject &object) { return object.keys(); }

QJsonObject claimsOf(const QByteArray &token)
{
    const auto json = QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(json).object();
}

QByteArray encoded(const QByteArray &text)
{
    return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// A token with this header and these claims, signed as HS256 with `secret`.
QByteArray forged(const QByteArray &header, const QJsonObject &claims, const QByteArray &secret)
{
    const QByteArray text = encoded(header) + '.' + encoded(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    return text + '.' + encoded(identity::Hmac(secret).sign(text));
}
}

class TestSignIn : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasEngine())
            QSKIP("This machine has no PostgreSQL.");
    }
    void init()
    {
        identity::IdentitySettings settings;
        settings.refreshGrace = std::chrono::seconds(10);
        m_world = std::make_unique<IdentityWorld>(settings);
    }
    void cleanup()
    {
        if (m_world)
            QCOMPARE(m_world->misfits, QStringList());
        m_world.reset();
    }

    void registersWithEveryDocumentsBody_data();
    void registersWithEveryDocumentsBody();
    void registrationSaysEverythingThatIsWrong();
    void metadataStaysSmall();
    void registrationRefusesRolesAndTakenAddresses();
    void registrationTiersCanBeRestricted();
    void hundredAtOnceMakeOne();
    void loginAnswersAsItsDocument();
    void claimsAreVoxFlows();
    void unknownAddressLooksLikeAWrongPassword();
    void disabledIsToldOnlyToWhoKnowsThePassword();
    void tenFailuresLockThatPairOnly();
    void parallelGuessesDoNotSlipPastTheLock();
    void manyAddressesSlowButNeverLock();
    void riskFollowsDevicesAndFailures();
    void refreshRotatesAndAnswersAsItsLogin();
    void repeatedRefreshWithinGraceGetsTheSameSuccessor();
    void reuseEndsTheSession();
    void twoServersUseATokenOnce();
    void refreshingCountsForItsSession();
    void refreshExpires();
    void logoutHoldsOnEveryWorkerAtOnce();
    void passwordChangeEndsOtherSessions();
    void roleChangeAndDisablingHoldAtOnce();
    void forgedTokensAreRefused_data();
    void forgedTokensAreRefused();
    void expiredAndForeignTokens();
    void weakHashesAreMadeAnew();
    void hashesOfOthersAreUnderstood();
    void setupTokenMakesTheFirstAdministrator();
    void createUserChecksAndCreates();
    void signingKeysStayPrivateAndRotate();

private:
    Reply refresh(const QString &token, const QByteArray &path = "/api/v1/auth/refresh")
    {
        return m_world->post(path, {{u"refreshToken"_s, token}});
    }
    Reply logIn(const QString &email, const QString &password, const QString &from)
    {
        return m_world->send({.method = http::Method::Post,
                              .path = Login,
                              .body = credentials(email, password),
                              .client = QHostAddress(from)});
    }
    int profileStatus(const QByteArray &token, int worker = 0)
    {
        return m_world->send({.path = "/api/v1/auth/profile", .token = token}, worker).status;
    }

    std::unique_ptr<IdentityWorld> m_world;
};

void TestSignIn::registersWithEveryDocumentsBody_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("VoxFlow") << QByteArray("/api/auth/register")
                             << QByteArray(R"({"email":"user@example.com","password":"securePassword123",
                                 "organization_name":"My Company","subscription_tier":"pro"})");
    QTest::newRow("Zoptal v1") << QByteArray("/api/v1/auth/register")
                               << QByteArray(R"({"email":"user@example.com","password":"password123","firstName":"John",
                                   "lastName":"Doe","phone":"+1234567890"})");
    QTest::newRow("Zoptal v2") << QByteArray("/api/v2/auth/register")
                               << QByteArray(R"({"email":"user@example.com","password":"password123","profile":{
                                   "firstName":"John","lastName":"Doe","phone":"+1234567890","timezone":"America/New_York",
                                   "language":"en"},"preferences":{"marketing":false,"notifications":true,
                                   "twoFactorAuth":false},"metadata":{"source":"web","campaign":"signup-2024"}})");
    QTest::newRow("Omnivox") << QByteArray("/auth/register")
                             << QByteArray(R"({"email":"user@example.com","password":"secure_password"})");
}

void TestSignIn::registersWithEveryDocumentsBody()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const QJsonObject sent = QJsonDocument::fromJson(body).object();
    const Reply made = m_world->post(path, sent);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.json["success"_L1], true);
    const bool inData = path.startsWith("/auth") || path.contains("v2");
    const QJsonObject user = (inData ? made.data() : made.json)["user"_L1].toObject();
    QCOMPARE(user["email"_L1], u"user@example.com"_s);
    QVERIFY(user["id"_L1].toString().startsWith("user_"_L1));
    QVERIFY(!made.body.contains("assword"));
    QVERIFY(!made.body.contains("oken"));

    const QByteArray token = m_world->tokenOf(u"user@example.com"_s, sent["password"_L1].toString());
    const QJsonObject profile = m_world->get("/api/auth/profile", token).data();
    QCOMPARE(profile["organization_name"_L1].toString(),
             sent.contains("organization_name"_L1) ? u"My Company"_s
                 : sent.size() == 2                ? u"user"_s
                                                   : u"John Doe"_s);
    QCOMPARE(profile["subscription_tier"_L1].toString(), sent["subscription_tier"_L1].toString(u"free"_s));
    QCOMPARE(profile["organization_role"_L1], u"owner"_s);
    QCOMPARE(profile["phone"_L1].toString(),
             sent.size() > 3 && sent.contains("organization_name"_L1) ? u""_s
                 : sent.size() == 2                                   ? u""_s
                                                                      : u"+1234567890"_s);
    if (path.contains("v2")) {
        const QJsonObject shown
            = m_world->post("/api/v2/auth/login", credentials(u"user@example.com"_s, u"password123"_s))
                  .data()["user"_L1]
                  .toObject();
        QCOMPARE(shown["preferences"_L1], sent["preferences"_L1]);
        QCOMPARE(shown["metadata"_L1], sent["metadata"_L1]);
        QCOMPARE(profile["timezone"_L1], u"America/New_York"_s);
    }
}

void TestSignIn::registrationSaysEverythingThatIsWrong()
{
    const Reply refused = m_world->post(
        "/api/v1/auth/register",
        {{u"email"_s, u"nobody"_s}, {u"password"_s, u"short"_s}, {u"phone"_s, u"12"_s}, {u"role"_s, u"admin"_s}});
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.code(), u"VALIDATION_ERROR"_s);
    QCOMPARE(fields(refused.json["details"_L1].toObject()),
             (QStringList{u"email"_s, u"password"_s, u"phone"_s, u"role"_s}));
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users"_s), 0);
}

void TestSignIn::metadataStaysSmall()
{
    QJsonObject body = credentials(u"ada@example.com"_s);
    body.insert(u"metadata"_s, QJsonObject{{u"source"_s, QString(8200, u'x')}});
    const Reply refused = m_world->post("/api/v1/auth/register", body);
    QCOMPARE(refused.status, 422);
    QCOMPARE(fields(refused.json["details"_L1].toObject()), QStringList{u"metadata"_s});
    body.insert(u"metadata"_s, QJsonObject{{u"source"_s, QString(8000, u'x')}});
    QCOMPARE(m_world->post("/api/v1/auth/register", body).status, 201);
}

void TestSignIn::registrationRefusesRolesAndTakenAddresses()
{
    QCOMPARE(m_world->post("/auth/register", credentials(u"ada@example.com"_s)).status, 201);
    const Reply again = m_world->post("/api/v2/auth/register", credentials(u" ADA@Example.com "_s.trimmed()));
    QCOMPARE(again.status, 409);
    QCOMPARE(again.code(), u"RESOURCE_CONFLICT"_s);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM organizations"_s), 1);
}

void TestSignIn::registrationTiersCanBeRestricted()
{
    identity::IdentitySettings settings;
    settings.registrationTiers = {Tier::Free};
    m_world = std::make_unique<IdentityWorld>(settings);
    QJsonObject body = credentials(u"ada@example.com"_s);
    body.insert(u"subscription_tier"_s, u"pro"_s);
    const Reply refused = m_world->post("/api/v1/auth/register", body);
    QCOMPARE(refused.status, 422);
    QCOMPARE(fields(refused.json["details"_L1].toObject()), QStringList{u"subscription_tier"_s});
    body.insert(u"subscription_tier"_s, u"free"_s);
    QCOMPARE(m_world->post("/api/v1/auth/register", body).status, 201);
}

void TestSignIn::hundredAtOnceMakeOne()
{
    m_world->addWorker();
    const Ask ask{
        .method = http::Method::Post, .path = "/api/v1/auth/register", .body = credentials(u"ada@example.com"_s)};
    const auto replies = m_world->sendAll(QList<Ask>(100, ask));
    int made = 0;
    for (const Reply &reply : replies) {
        made += reply.status == 201 ? 1 : 0;
        QVERIFY2(reply.status == 201 || reply.status == 409, reply.body.constData());
    }
    QCOMPARE(made, 1);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users"_s), 1);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM organizations"_s), 1);
}

void TestSignIn::loginAnswersAsItsDocument()
{
    m_world->makeUser(u"ada@example.com"_s);
    const qint64 hour = m_world->now() + 3'600'000;
    for (const QByteArray path : {"/api/v1/auth/login", "/api/auth/login"}) {
        QJsonObject body = credentials(u"Ada@Example.com"_s);
        body.insert(u"deviceId"_s, u"optional-device-id"_s);
        body.insert(u"rememberMe"_s, false);
        const Reply in = m_world->post(path, body);
        QCOMPARE(in.status, 200);
        QCOMPARE(
            fields(in.json),
            (QStringList{u"accessToken"_s, u"expiresAt"_s, u"refreshToken"_s, u"success"_s, u"token"_s, u"user"_s}));
        QCOMPARE(fields(in.json["user"_L1].toObject()),
                 (QStringList{u"email"_s, u"firstName"_s, u"id"_s, u"isEmailVerified"_s, u"lastName"_s, u"status"_s}));
        QCOMPARE(in.json["expiresAt"_L1].toInteger(), hour);
        QCOMPARE(in.json["token"_L1], in.json["accessToken"_L1]);
        QCOMPARE(in.headers.value("Cache-Control"), QByteArray("no-store"));
    }
    QJsonObject body = credentials(u"ada@example.com"_s);
    body.insert(u"deviceInfo"_s,
                QJsonObject{{u"deviceId"_s, u"device-uuid"_s},
                            {u"deviceName"_s, u"Chrome on MacOS"_s},
                            {u"deviceType"_s, u"web"_s},
                            {u"userAgent"_s, u"Mozilla/5.0..."_s},
                            {u"ipAddress"_s, u"192.168.1.1"_s}});
    body.insert(u"preferences"_s, QJsonObject{{u"rememberMe"_s, false}, {u"stayLoggedIn"_s, false}});
    const Reply v2 = m_world->post("/api/v2/auth/login", body);
    QCOMPARE(v2.status, 200);
    QCOMPARE(fields(v2.data()), (QStringList{u"security"_s, u"tokens"_s, u"user"_s}));
    QCOMPARE(
        fields(v2.data()["user"_L1].toObject()),
        (QStringList{u"email"_s, u"firstName"_s, u"id"_s, u"isEmailVerified"_s, u"isPhoneVerified"_s, u"lastLoginAt"_s,
                     u"lastName"_s, u"metadata"_s, u"phone"_s, u"preferences"_s, u"role"_s, u"status"_s}));
    const QJsonObject tokens = v2.data()["tokens"_L1].toObject();
    QCOMPARE(fields(tokens),
             (QStringList{u"accessToken"_s, u"expiresAt"_s, u"expiresIn"_s, u"refreshToken"_s, u"tokenType"_s}));
    QCOMPARE(tokens["expiresIn"_L1], 900);
    QCOMPARE(tokens["expiresAt"_L1].toInteger(), m_world->now() + 900'000);
    QCOMPARE(v2.json["meta"_L1]["version"_L1], u"v2"_s);

    const Reply alias = m_world->post("/auth/login", credentials(u"ada@example.com"_s));
    QCOMPARE(alias.status, 200);
    QCOMPARE(fields(alias.data()), (QStringList{u"accessToken"_s, u"expiresIn"_s, u"refreshToken"_s, u"user"_s}));
    QCOMPARE(alias.data()["expiresIn"_L1], 3600);
    QCOMPARE(fields(alias.data()["user"_L1].toObject()), (QStringList{u"email"_s, u"id"_s, u"role"_s}));
}

void TestSignIn::claimsAreVoxFlows()
{
    const QString id = m_world->makeUser(u"ada@example.com"_s);
    const QJsonObject claims = claimsOf(m_world->tokenOf(u"ada@example.com"_s));
    QCOMPARE(claims["id"_L1].toString(), id);
    QCOMPARE(claims["sub"_L1].toString(), id);
    QCOMPARE(claims["email"_L1], u"ada@example.com"_s);
    QCOMPARE(claims["role"_L1], u"user"_s);
    QCOMPARE(claims["subscription_tier"_L1], u"free"_s);
    QCOMPARE(claims["max_agents"_L1], 2);
    QCOMPARE(claims["monthly_token_quota"_L1], 10'000);
    QCOMPARE(claims["exp"_L1].toInteger() - claims["iat"_L1].toInteger(), 3600);
    for (const auto name : {"sid"_L1, "org"_L1, "jti"_L1, "iss"_L1})
        QVERIFY(!claims[name].toString().isEmpty());
}

void TestSignIn::unknownAddressLooksLikeAWrongPassword()
{
    m_world->makeUser(u"ada@example.com"_s);
    for (const QByteArray path : {"/api/v1/auth/login", "/api/v2/auth/login"}) {
        const auto before = m_world->hasher().runs();
        Reply wrong = m_world->post(path, credentials(u"ada@example.com"_s, u"not it"_s));
        const auto between = m_world->hasher().runs();
        Reply unknown = m_world->post(path, credentials(u"nobody@example.com"_s, u"not it"_s));
        QCOMPARE(between - before, 1U);
        QCOMPARE(m_world->hasher().runs() - between, 1U);
        QCOMPARE(wrong.status, 401);
        QCOMPARE(unknown.status, 401);
        QCOMPARE(wrong.code(), u"INVALID_CREDENTIALS"_s);
        for (Reply *reply : {&wrong, &unknown}) {
            reply->json.remove(u"request_id"_s);
            reply->json.remove(u"meta"_s);
        }
        QCOMPARE(wrong.json, unknown.json);
    }
    const Reply v1 = m_world->post(Login, credentials(u"nobody@example.com"_s));
    QCOMPARE(v1.text("message"_L1), u"Invalid email or password"_s);
    const Reply v2 = m_world->post("/api/v2/auth/login", credentials(u"nobody@example.com"_s));
    QCOMPARE(v2.json["error"_L1]["message"_L1], u"Authentication failed"_s);
    QCOMPARE(v2.json["error"_L1]["details"_L1]["field"_L1], u"password"_s);
}

void TestSignIn::disabledIsToldOnlyToWhoKnowsThePassword()
{
    const QString id = m_world->makeUser(u"ada@example.com"_s);
    m_world->execute(u"UPDATE users SET is_active = 0 WHERE id = ?"_s, {id});
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s, u"not it"_s)).code(), u"INVALID_CREDENTIALS"_s);
    const Reply refused = m_world->post(Login, credentials(u"ada@example.com"_s));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"ACCOUNT_DISABLED"_s);
}

void TestSignIn::tenFailuresLockThatPairOnly()
{
    m_world->makeUser(u"ada@example.com"_s);
    for (const QString &email : {u"ada@example.com"_s, u"nobody@example.com"_s}) {
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(logIn(email, u"not it"_s, u"198.51.100.7"_s).status, 401);
            m_world->pass(std::chrono::seconds(80));
        }
        const auto runs = m_world->hasher().runs();
        const Reply locked = logIn(email, Password, u"198.51.100.7"_s);
        QCOMPARE(locked.status, 429);
        QCOMPARE(locked.code(), u"ACCOUNT_LOCKED"_s);
        QCOMPARE(locked.headers.value("Retry-After"), QByteArray("820"));
        QCOMPARE(m_world->hasher().runs(), runs);
    }
    QCOMPARE(logIn(u"ada@example.com"_s, Password, u"203.0.113.9"_s).status, 200);
    QCOMPARE(logIn(u"ada@example.com"_s, Password, u"198.51.100.7"_s).status, 429);
    m_world->pass(std::chrono::minutes(15));
    QCOMPARE(logIn(u"ada@example.com"_s, Password, u"198.51.100.7"_s).status, 200);
    // A success forgives what was counted for that pair.
    QCOMPARE(logIn(u"ada@example.com"_s, u"not it"_s, u"198.51.100.7"_s).status, 401);
}

void TestSignIn::parallelGuessesDoNotSlipPastTheLock()
{
    m_world->addWorker();
    m_world->makeUser(u"ada@example.com"_s);
    const Ask guess{
        .method = http::Method::Post, .path = Login, .body = credentials(u"ada@example.com"_s, u"not it"_s)};
    int refused = 0;
    for (const Reply &reply : m_world->sendAll(QList<Ask>(40, guess))) {
        QVERIFY(reply.status == 401 || reply.status == 429);
        refused += reply.status == 401 ? 1 : 0;
    }
    QCOMPARE(refused, 10);
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s)).status, 429);
}

void TestSignIn::manyAddressesSlowButNeverLock()
{
    const QString email = u"ada@example.com"_s;
    for (int i = 0; i < 60; ++i)
        m_world->execute(u"INSERT INTO login_failures (email, address, at) VALUES (?, ?, ?)"_s,
                         {email, u"203.0.113.%1"_s.arg(i), m_world->now()});
    identity::LoginFailures failures(m_world->connection(), m_world->settings(), m_world->now());
    const auto owner = failures.standing(email, u"198.51.100.7"_s);
    QVERIFY(owner);
    QCOMPARE(owner->lockedSeconds, 0);
    QCOMPARE(owner->delay, m_world->settings().slowestSignIn);
    const auto other = failures.standing(u"grace@example.com"_s, u"198.51.100.7"_s);
    QCOMPARE(other->delay.count(), 0);
    // One caller's whole IPv6 network counts as one address.
    QCOMPARE(identity::addressKey(QHostAddress(u"2001:db8::1"_s)),
             identity::addressKey(QHostAddress(u"2001:db8::2:3"_s)));
    QVERIFY(identity::addressKey(QHostAddress(u"2001:db8:0:1::1"_s))
            != identity::addressKey(QHostAddress(u"2001:db8::1"_s)));
}

void TestSignIn::riskFollowsDevicesAndFailures()
{
    m_world->makeUser(u"ada@example.com"_s);
    const auto from = [&](const QString &device) {
        QJsonObject body = credentials(u"ada@example.com"_s);
        body.insert(u"deviceInfo"_s, QJsonObject{{u"deviceId"_s, device}});
        return m_world->post("/api/v2/auth/login", body).data()["security"_L1].toObject();
    };
    QCOMPARE(from(u"one"_s)["riskLevel"_L1], u"low"_s);
    QCOMPARE(from(u"one"_s)["isNewDevice"_L1], false);
    const QJsonObject second = from(u"two"_s);
    QCOMPARE(second["isNewDevice"_L1], true);
    QCOMPARE(second["riskLevel"_L1], u"medium"_s);
    for (int i = 0; i < 5; ++i)
        m_world->post(Login, credentials(u"ada@example.com"_s, u"not it"_s));
    QCOMPARE(from(u"three"_s)["riskLevel"_L1], u"high"_s);
}

void TestSignIn::refreshRotatesAndAnswersAsItsLogin()
{
    m_world->makeUser(u"ada@example.com"_s);
    const Reply in = m_world->post(Login, credentials(u"ada@example.com"_s));
    const Reply next = refresh(in.text("refreshToken"_L1));
    QCOMPARE(next.status, 200);
    QCOMPARE(fields(next.json), fields(in.json));
    QVERIFY(next.text("refreshToken"_L1) != in.text("refreshToken"_L1));
    QCOMPARE(profileStatus(next.text("token"_L1).toLatin1()), 200);
    const Reply v2 = refresh(next.text("refreshToken"_L1), "/api/v2/auth/refresh");
    QCOMPARE(v2.data()["tokens"_L1]["expiresIn"_L1], 900);
    const Reply alias = refresh(v2.data()["tokens"_L1]["refreshToken"_L1].toString(), "/auth/refresh");
    QCOMPARE(alias.data()["expiresIn"_L1], 3600);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM sessions"_s), 1);
    QCOMPARE(refresh(u"vxr_nonsense.1.x"_s).code(), u"AUTH_INVALID"_s);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM sessions WHERE revoked_at IS NULL"_s), 1);
}

void TestSignIn::repeatedRefreshWithinGraceGetsTheSameSuccessor()
{
    m_world->addWorker();
    m_world->makeUser(u"ada@example.com"_s);
    const QString first = m_world->post(Login, credentials(u"ada@example.com"_s)).text("refreshToken"_L1);
    const Ask ask{.method = http::Method::Post, .path = "/api/v1/auth/refresh", .body = {{u"refreshToken"_s, first}}};
    const auto replies = m_world->sendAll(QList<Ask>(20, ask));
    for (const Reply &reply : replies) {
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.text("refreshToken"_L1), replies.constFirst().text("refreshToken"_L1));
    }
    m_world->pass(std::chrono::seconds(9));
    QCOMPARE(refresh(first).status, 200);
    QCOMPARE(refresh(replies.constFirst().text("refreshToken"_L1)).status, 200);
}

void TestSignIn::reuseEndsTheSession()
{
    m_world->makeUser(u"ada@example.com"_s);
    const QString first = m_world->post(Login, credentials(u"ada@example.com"_s)).text("refreshToken"_L1);
    const Reply second = refresh(first);
    const QByteArray access = second.text("token"_L1).toLatin1();
    QCOMPARE(profileStatus(access), 200);
    m_world->pass(std::chrono::seconds(11));
    QCOMPARE(refresh(first).code(), u"AUTH_INVALID"_s);
    QCOMPARE(profileStatus(access), 401);
    QCOMPARE(refresh(second.text("refreshToken"_L1)).code(), u"AUTH_INVALID"_s);

    // Two generations back, the grace does not count.
    const QString old = m_world->post(Login, credentials(u"ada@example.com"_s)).text("refreshToken"_L1);
    const Reply newest = refresh(refresh(old).text("refreshToken"_L1));
    QCOMPARE(newest.status, 200);
    QCOMPARE(refresh(old).status, 401);
    QCOMPARE(refresh(newest.text("refreshToken"_L1)).status, 401);
}

/// One has gone on by two tokens while the other looks at the first.
void TestSignIn::twoServersUseATokenOnce()
{
    if (m_world->connection().engine() != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray first = m_world->post(Login, credentials(u"ada@example.com"_s)).text("refreshToken"_L1).toLatin1();
    const auto rotate = [&](store::Connection &c, const QByteArray &token) {
        identity::Hmac key(m_world->keys().refreshSecret());
        const auto turned
            = identity::SessionStore(c, m_world->settings(), m_world->now()).rotate(token, identity::Surface::V1, key);
        return turned ? *turned : identity::Rotation{.refusal = turned.error()};
    };
    store::Connection &here = m_world->connection();
    store::Transaction transaction(here);
    const auto second = rotate(here, first);
    QVERIFY(!second.refusal && !rotate(here, second.grant.refreshToken).refusal);
    OtherServer other(m_world->database(), [&](store::Connection &c) { return rotate(c, first).revoked; });
    const auto watch = store::Connection::open(m_world->database());
    QVERIFY(watch && other.waits(**watch));
    QVERIFY(transaction.commit());
    QVERIFY(other.hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM sessions WHERE revoked_at IS NULL"_s), 0);
}

/// Many consoles behind one address do not use up what it may do.
void TestSignIn::refreshingCountsForItsSession()
{
    m_world->makeUser(u"ada@example.com"_s);
    const auto left = [](const Reply &reply) { return reply.headers.value("X-RateLimit-Remaining").toInt(); };
    const QString ours = m_world->post(Login, credentials(u"ada@example.com"_s)).text("refreshToken"_L1);
    const Reply in = m_world->post(Login, credentials(u"ada@example.com"_s));
    const QString theirs = in.text("refreshToken"_L1);
    QCOMPARE(left(in), 999'998);
    const Reply next = refresh(ours);
    QCOMPARE(left(next), 999'999);
    QCOMPARE(left(refresh(next.text("refreshToken"_L1), "/auth/refresh")), 999'998);
    QCOMPARE(left(refresh(theirs, "/api/v2/auth/refresh")), 999'999);
    // What is made up or changed is a guess, of the address.
    QCOMPARE(left(refresh(u"vxr_nonsense.1.x"_s)), 999'997);
    QCOMPARE(left(refresh(theirs + u'x')), 999'996);
    QCOMPARE(left(refresh(QString(5000, u'x'))), 999'995);
}

void TestSignIn::refreshExpires()
{
    m_world->makeUser(u"ada@example.com"_s);
    const Reply in = m_world->post(Login, credentials(u"ada@example.com"_s));
    m_world->pass(std::chrono::hours(24 * 30) - std::chrono::seconds(1));
    const Reply next = refresh(in.text("refreshToken"_L1));
    QCOMPARE(next.status, 200);
    m_world->pass(std::chrono::hours(24 * 30) + std::chrono::seconds(1));
    QCOMPARE(refresh(next.text("refreshToken"_L1)).code(), u"AUTH_EXPIRED"_s);
}

void TestSignIn::logoutHoldsOnEveryWorkerAtOnce()
{
    const int other = m_world->addWorker();
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = m_world->tokenOf(u"ada@example.com"_s);
    const QByteArray second = m_world->tokenOf(u"ada@example.com"_s);
    QCOMPARE(profileStatus(token, 0), 200);
    QCOMPARE(profileStatus(token, other), 200);
    QCOMPARE(m_world->post("/api/v1/auth/logout", {}, token).status, 200);
    QCOMPARE(profileStatus(token, other), 401);
    QCOMPARE(profileStatus(second, other), 200);
    QCOMPARE(m_world->post("/api/v1/auth/logout", {}).code(), u"AUTH_REQUIRED"_s);
}

void TestSignIn::passwordChangeEndsOtherSessions()
{
    const int other = m_world->addWorker();
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray mine = m_world->tokenOf(u"ada@example.com"_s);
    const QByteArray stolen = m_world->tokenOf(u"ada@example.com"_s);
    QCOMPARE(profileStatus(stolen, other), 200);
    const QJsonObject wrong{{u"currentPassword"_s, u"not it"_s}, {u"newPassword"_s, u"another horse"_s}};
    QCOMPARE(m_world->post("/api/v1/auth/password", wrong, mine).code(), u"INVALID_CREDENTIALS"_s);
    const QJsonObject brief{{u"currentPassword"_s, Password}, {u"newPassword"_s, u"short"_s}};
    QCOMPARE(m_world->post("/api/v1/auth/password", brief, mine).status, 422);
    const QJsonObject right{{u"currentPassword"_s, Password}, {u"newPassword"_s, u"another horse"_s}};
    const Reply changed = m_world->post("/api/v1/auth/password", right, mine);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.data()["sessions_ended"_L1], 1);
    QCOMPARE(profileStatus(mine, other), 200);
    QCOMPARE(profileStatus(stolen, other), 401);
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s)).status, 401);
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s, u"another horse"_s)).status, 200);
}

void TestSignIn::roleChangeAndDisablingHoldAtOnce()
{
    const int other = m_world->addWorker();
    m_world->makeUser(u"root@example.com"_s, Role::Admin);
    const QByteArray id = m_world->makeUser(u"ada@example.com"_s).toLatin1();
    const QByteArray root = m_world->tokenOf(u"root@example.com"_s);
    const QByteArray token = m_world->tokenOf(u"ada@example.com"_s);
    const auto list = [&] { return m_world->send({.path = "/api/v1/admin/users", .token = token}, other).status; };
    const auto patch = [&](const QJsonObject &body) {
        return m_world
            ->send({.method = http::Method::Patch, .path = "/api/v1/admin/users/" + id, .body = body, .token = root})
            .status;
    };
    QCOMPARE(list(), 403);
    QCOMPARE(patch({{u"role"_s, u"support"_s}}), 200);
    QCOMPARE(list(), 200);
    QCOMPARE(patch({{u"role"_s, u"user"_s}}), 200);
    QCOMPARE(list(), 403);
    QCOMPARE(patch({{u"is_active"_s, false}}), 200);
    QCOMPARE(profileStatus(token, other), 401);
    QCOMPARE(patch({{u"is_active"_s, true}}), 200);
    QCOMPARE(profileStatus(token, other), 401);
}

void TestSignIn::forgedTokensAreRefused_data()
{
    QTest::addColumn<QByteArray>("attack");
    for (const char *attack :
         {"none", "none unsigned", "RS256", "other key", "own header", "trimmed", "padded", "payload", "future",
          "not before", "issuer", "float", "no session", "two dots", "empty", "long", "crit"})
        QTest::newRow(attack) << QByteArray(attack);
}

void TestSignIn::forgedTokensAreRefused()
{
    QFETCH(QByteArray, attack);
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray good = m_world->tokenOf(u"ada@example.com"_s);
    QCOMPARE(profileStatus(good), 200);
    const identity::SigningKey key = m_world->keys().current();
    const QByteArray header = QByteArray::fromBase64(good.split('.').first(), QByteArray::Base64UrlEncoding);
    QJsonObject claims = claimsOf(good);
    QCOMPARE(profileStatus(forged(header, claims, key.secret)), 200); // so that what follows fails for its own reason
    const QByteArray unsignedToken = encoded(R"({"alg":"none","typ":"JWT"})") + '.' + good.split('.')[1] + '.';
    QByteArray token;
    if (attack == "none")
        token = forged(R"({"alg":"none","typ":"JWT"})", claims, key.secret);
    else if (attack == "none unsigned")
        token = unsignedToken;
    else if (attack == "RS256")
        token = forged(QByteArray(header).replace("HS256", "RS256"), claims, key.secret);
    else if (attack == "other key")
        token = forged(header, claims, "somebody else's secret");
    else if (attack == "own header")
        token = forged(QByteArray(header).replace(key.id, "000000000000"), claims, key.secret);
    else if (attack == "trimmed")
        token = good.chopped(1);
    else if (attack == "padded")
        token = good + '=';
    else if (attack == "payload")
        token = good.left(good.indexOf('.') + 1) + 'A' + good.mid(good.indexOf('.') + 2);
    else if (attack == "two dots")
        token = "..";
    else if (attack == "empty")
        token = " ";
    else if (attack == "long")
        token = QByteArray(100'000, 'a');
    else if (attack == "crit")
        token = forged(QByteArray(header).replace("{", R"({"crit":["x"_L1],)"), claims, key.secret);
    else if (attack == "future")
        claims[u"iat"_s] = m_world->now() / 1000 + 3000;
    else if (attack == "not before")
        claims[u"nbf"_s] = m_world->now() / 1000 + 3000;
    else if (attack == "issuer")
        claims[u"iss"_s] = u"elsewhere"_s;
    else if (attack == "float")
        claims[u"exp"_s] = u"9999999999"_s;
    else if (attack == "no session")
        claims.remove(u"sid"_s);
    if (token.isEmpty())
        token = forged(header, claims, key.secret);
    const Reply refused = m_world->get("/api/v1/auth/profile", token);
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.code(), u"AUTH_INVALID"_s);
    QVERIFY(refused.headers.value("WWW-Authenticate").startsWith("Bearer"));
}

void TestSignIn::expiredAndForeignTokens()
{
    m_world->makeUser(u"ada@example.com"_s);
    m_world->makeUser(u"eve@example.com"_s);
    const QByteArray ada = m_world->tokenOf(u"ada@example.com"_s);
    const QByteArray eve = m_world->tokenOf(u"eve@example.com"_s);
    // A session of somebody else, named in a token that is signed well.
    QJsonObject mixed = claimsOf(eve);
    mixed[u"sid"_s] = claimsOf(ada)["sid"_L1];
    const QByteArray header = QByteArray::fromBase64(eve.split('.').first(), QByteArray::Base64UrlEncoding);
    QCOMPARE(profileStatus(forged(header, mixed, m_world->keys().current().secret)), 401);
    Ask twice{.path = "/api/v1/auth/profile", .token = ada};
    twice.headers.add("Authorization", "Bearer " + eve);
    QCOMPARE(m_world->send(twice).code(), u"AUTH_INVALID"_s);
    Ask bare{.path = "/api/v1/auth/profile"};
    bare.headers.add("Authorization", ada);
    QCOMPARE(m_world->send(bare).status, 401);
    QCOMPARE(m_world->get("/api/v1/auth/profile").code(), u"AUTH_REQUIRED"_s);
    m_world->pass(std::chrono::seconds(3600));
    QCOMPARE(m_world->get("/api/v1/auth/profile", ada).code(), u"AUTH_EXPIRED"_s);
}

/// The first is of the reference implementation's own tests.
void TestSignIn::hashesOfOthersAreUnderstood()
{
    identity::PasswordHasher hasher({.memoryKib = 64, .passes = 1}, 1);
    const auto matches = [&hasher](const QString &password, const QString &encoded) {
        const auto check = hasher.check(password, encoded).result();
        return check ? std::optional(check->matches) : std::nullopt;
    };
    const QString reference
        = u"$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"_s;
    QCOMPARE(matches(u"password"_s, reference), true);
    QCOMPARE(matches(u"passworD"_s, reference), false);
    const QString twoLanes // by argon2id_hash_encoded()
        = u"$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"_s;
    QCOMPARE(matches(u"password"_s, twoLanes), true);
    QCOMPARE(matches(u"password"_s, *hasher.hashNow(u"password"_s)), true);
    for (const QString &broken : {u"$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ"_s, u"$argon2id$v=19$m=64,t=1,p=1$$"_s,
                                  u"$argon2id$v=19$m=4,t=0,p=9$c29tZXNhbHQ$CTFhFdXPJO1aFaMa"_s, u"plain"_s})
        QCOMPARE(matches(u"password"_s, broken), std::nullopt);
    QCOMPARE(matches(u"password"_s, {}), false); // nobody's
}

void TestSignIn::weakHashesAreMadeAnew()
{
    identity::PasswordHasher weak({.memoryKib = 32, .passes = 1}, 1);
    const QString id = m_world->makeUser(u"ada@example.com"_s);
    const QString old = *weak.hashNow(Password);
    m_world->execute(u"UPDATE users SET password_hash = ? WHERE id = ?"_s, {old, id});
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s)).status, 200);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users WHERE password_hash LIKE '%m=64,%'"_s), 1);
    const auto runs = m_world->hasher().runs();
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s)).status, 200);
    QCOMPARE(m_world->hasher().runs() - runs, 1U);
}

void TestSignIn::setupTokenMakesTheFirstAdministrator()
{
    QCOMPARE(m_world->get("/api/v1/auth/setup").data()["required"_L1], true);
    const auto token = identity::issueSetupToken(m_world->connection(), m_world->settings(), m_world->now());
    QVERIFY(token && token->size() == 40);
    QJsonObject body = credentials(u"root@example.com"_s);
    body.insert(u"token"_s, u"guess"_s);
    QCOMPARE(m_world->post("/api/v1/auth/setup", body).status, 403);
    body.insert(u"token"_s, *token);
    QCOMPARE(m_world->post("/api/v1/auth/setup", body).status, 201);
    QCOMPARE(m_world->get("/api/v1/admin/users", m_world->tokenOf(u"root@example.com"_s)).status, 200);
    body.insert(u"email"_s, u"second@example.com"_s);
    QCOMPARE(m_world->post("/api/v1/auth/setup", body).status, 409);
    QCOMPARE(m_world->get("/api/v1/auth/setup").data()["required"_L1], false);
    const auto none = identity::issueSetupToken(m_world->connection(), m_world->settings(), m_world->now());
    QVERIFY(none && none->isEmpty());
}

void TestSignIn::createUserChecksAndCreates()
{
    const auto create = [&](const QString &email, const QString &password) {
        return identity::createUser(m_world->connection(), m_world->hasher(), m_world->settings(),
                                    {.email = email, .passwordHash = {}, .organizationName = {}, .role = Role::Admin},
                                    password, m_world->now());
    };
    const auto made = create(u" Root@Example.com"_s, Password);
    QVERIFY(made);
    QCOMPARE(made->email, u"root@example.com"_s);
    QCOMPARE(made->role, Role::Admin);
    QVERIFY(!m_world->tokenOf(u"root@example.com"_s).isEmpty());
    QCOMPARE(create(u"root@example.com"_s, Password).error().code, ErrorCode::ResourceConflict);
    QCOMPARE(create(u"root"_s, u"short"_s).error().details.size(), 2);
}

void TestSignIn::signingKeysStayPrivateAndRotate()
{
    const QTemporaryDir folder;
    auto keys = identity::SigningKeys::load(folder.path());
    QVERIFY(keys);
    const QString path = folder.filePath(u"keys/tokens.json"_s);
#ifndef Q_OS_WIN
    QVERIFY(!(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
#endif
    const auto write = [](const identity::SigningKeys &with) {
        return identity::AccessTokens(std::make_shared<identity::SigningKeys>(with))
            .write({.userId = u"u"_s,
                    .sessionId = u"s"_s,
                    .organizationId = {},
                    .tokenId = {},
                    .email = {},
                    .issuedAt = 100,
                    .expiresAt = 200});
    };
    const QByteArray before = write(*keys);
    keys->rotate(1000);
    QVERIFY(keys->save(folder.path()));
    const auto again = identity::SigningKeys::load(folder.path());
    QVERIFY(again);
    QCOMPARE(again->refreshSecret(), keys->refreshSecret());
    identity::AccessTokens reader(std::make_shared<identity::SigningKeys>(*again));
    QVERIFY(reader.read(before, 150));
    QVERIFY(reader.read(write(*again), 150));
    keys->rotate(1000 + qint64(25) * 3600 * 1000);
    QVERIFY(!identity::AccessTokens(std::make_shared<identity::SigningKeys>(*keys)).read(before, 150));
#ifndef Q_OS_WIN
    QFile::setPermissions(path, QFile::permissions(path) | QFileDevice::ReadOther);
    QCOMPARE(identity::SigningKeys::load(folder.path()).error().code, ErrorCode::ServiceUnavailable);
#endif
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"

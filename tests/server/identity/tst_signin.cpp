// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in by a password: the documents' answers, what is told to whom, and what guessing meets.
#include "server/identity/loginfailures.h"
#include "tests/server/identity/identitytest.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestSignIn : public IdentityTest
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<IdentityWorld>(); }

    void loginAnswersAsItsDocument();
    void claimsAreVoxFlows();
    void unknownAddressLooksLikeAWrongPassword();
    void disabledIsToldOnlyToWhoKnowsThePassword();
    void tenFailuresLockThatPairOnly();
    void parallelGuessesDoNotSlipPastTheLock();
    void guessesOfOnesOwnPasswordDoNotEither_data();
    void guessesOfOnesOwnPasswordDoNotEither();
    void manyAddressesSlowButNeverLock();
    void hashesOfOtherCostsAreMadeAnew_data();
    void hashesOfOtherCostsAreMadeAnew();
    void hashesOfOthersAreUnderstood();
    void unknownHashesAreWrongPasswords();

private:
    Reply logIn(const QString &email, const QString &password, const QString &from)
    {
        return m_world->send({.method = http::Method::Post,
                              .path = Login,
                              .body = credentials(email, password),
                              .client = QHostAddress(from)});
    }
};

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

void TestSignIn::guessesOfOnesOwnPasswordDoNotEither_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("change") << QByteArray("/api/v2/auth/password") << u"currentPassword"_s
                            << QJsonObject{{u"newPassword"_s, u"battery staple"_s}};
    QTest::newRow("step up") << QByteArray("/api/v2/auth/step-up") << u"password"_s << QJsonObject();
}

/// Of whoever has the session but not the password: the right guess comes too late.
void TestSignIn::guessesOfOnesOwnPasswordDoNotEither()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, field);
    QFETCH(QJsonObject, body);
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = m_world->tokenOf(u"ada@example.com"_s);
    const auto guess = [&](const QString &password) {
        body.insert(field, password);
        return Ask{.method = http::Method::Post, .path = path, .body = body, .token = token};
    };
    QList<Ask> asks(40, guess(u"not it"_s));
    asks << guess(Password);
    const QList<Reply> replies = m_world->sendAll(asks);
    QCOMPARE(std::ranges::count(replies, 401, &Reply::status), 10);
    QCOMPARE(replies.constLast().code(), u"ACCOUNT_LOCKED"_s);
    QCOMPARE(audited(u"password.changed"_s), 0);
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
        QCOMPARE(matches(u"password"_s, broken), false);
    QCOMPARE(matches(u"password"_s, {}), false); // nobody's
    QVERIFY(identity::PasswordHasher::isKnown(reference) && identity::PasswordHasher::isKnown(twoLanes));
    const QString withoutVersion = QString(reference).remove(u"v=19$"_s);
    for (const QString &unknown :
         {QString(), withoutVersion, QString(reference).replace(u"v=19"_s, u"v=16"_s), reference.chopped(23),
          reference.section(u'$', 0, 4), QString(reference).replace(u"m=65536"_s, u"m=262145"_s),
          QString(reference).replace(u"m=65536"_s, u"m=7"_s), QString(reference).replace(u"t=2"_s, u"t=11"_s),
          QString(reference).replace(u"t=2"_s, u"t=999999999"_s), QString(reference).replace(u"p=1"_s, u"p=9"_s),
          QString(reference).replace(u"c29tZXNhbHQ"_s, u"c29tZXNhbA"_s)})
        QVERIFY2(!identity::PasswordHasher::isKnown(unknown), qPrintable(unknown));
}

/// Imported ones: their owners are told what everybody is, after the same time.
void TestSignIn::unknownHashesAreWrongPasswords()
{
    const QString id = m_world->makeUser(u"ada@example.com"_s);
    m_world->execute(u"UPDATE users SET password_hash = '$argon2id$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5Q' "
                     "WHERE id = ?"_s,
                     {id});
    const auto runs = m_world->hasher().runs();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"stored password hash"_s));
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s)).code(), u"INVALID_CREDENTIALS"_s);
    QCOMPARE(m_world->hasher().runs() - runs, 1U);
}

void TestSignIn::hashesOfOtherCostsAreMadeAnew_data()
{
    QTest::addColumn<quint32>("memoryKib");
    QTest::addColumn<quint32>("passes");
    QTest::newRow("weaker") << 32U << 1U;
    QTest::newRow("more memory") << 128U << 1U;
    QTest::newRow("more passes") << 64U << 2U;
}

void TestSignIn::hashesOfOtherCostsAreMadeAnew()
{
    QFETCH(quint32, memoryKib);
    QFETCH(quint32, passes);
    identity::PasswordHasher other({.memoryKib = memoryKib, .passes = passes}, 1);
    const QString id = m_world->makeUser(u"ada@example.com"_s);
    const QString old = *other.hashNow(Password);
    m_world->execute(u"UPDATE users SET password_hash = ? WHERE id = ?"_s, {old, id});
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s)).status, 200);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users WHERE password_hash LIKE '%m=64,t=1,%'"_s), 1);
    const auto runs = m_world->hasher().runs();
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s)).status, 200);
    QCOMPARE(m_world->hasher().runs() - runs, 1U);
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions and their tokens: how they are refreshed, what ends them, and which tokens are refused.
#include "server/identity/accesstoken.h"
#include "server/identity/sessionstore.h"
#include "tests/server/identity/identitytest.h"
#include "tests/server/identity/otherserver.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;

namespace
{
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

class TestSessions : public IdentityTest
{
    Q_OBJECT

private slots:
    void init()
    {
        identity::IdentitySettings settings;
        settings.refreshGrace = std::chrono::seconds(10);
        m_world = std::make_unique<IdentityWorld>(settings);
    }

    void refreshRotatesAndAnswersAsItsLogin();
    void repeatedRefreshWithinGraceGetsTheSameSuccessor();
    void reuseEndsTheSession();
    void twoServersUseATokenOnce();
    void refreshingCountsForItsSession();
    void refreshExpires();
    void logoutHoldsOnEveryWorkerAtOnce();
    void passwordChangeEndsOtherSessions();
    void passwordChangesElsewhereAreWaitedFor();
    void roleChangeAndDisablingHoldAtOnce();
    void forgedTokensAreRefused_data();
    void forgedTokensAreRefused();
    void expiredAndForeignTokens();
    void signingKeysStayPrivateAndRotate();

private:
    Reply refresh(const QString &token, const QByteArray &path = "/api/v1/auth/refresh")
    {
        return m_world->post(path, {{u"refreshToken"_s, token}});
    }
    int profileStatus(const QByteArray &token, int worker = 0)
    {
        return m_world->send({.path = "/api/v1/auth/profile", .token = token}, worker).status;
    }
};

void TestSessions::refreshRotatesAndAnswersAsItsLogin()
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

void TestSessions::repeatedRefreshWithinGraceGetsTheSameSuccessor()
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

void TestSessions::reuseEndsTheSession()
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
    // Its owner sees it: it was done to the account, whoever it was.
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM audit_entries WHERE action = 'session.revoked' "
                             "AND target_type = 'user' AND target_id = (SELECT id FROM users) AND actor_id = '' "
                             "AND after_json LIKE '%session_id%'"_s),
             1);

    // Two generations back, the grace does not count.
    const QString old = m_world->post(Login, credentials(u"ada@example.com"_s)).text("refreshToken"_L1);
    const Reply newest = refresh(refresh(old).text("refreshToken"_L1));
    QCOMPARE(newest.status, 200);
    QCOMPARE(refresh(old).status, 401);
    QCOMPARE(refresh(newest.text("refreshToken"_L1)).status, 401);
}

/// One has gone on by two tokens while the other looks at the first.
void TestSessions::twoServersUseATokenOnce()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
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
void TestSessions::refreshingCountsForItsSession()
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

void TestSessions::refreshExpires()
{
    m_world->makeUser(u"ada@example.com"_s);
    const Reply in = m_world->post(Login, credentials(u"ada@example.com"_s));
    m_world->pass(std::chrono::hours(24 * 30) - std::chrono::seconds(1));
    const Reply next = refresh(in.text("refreshToken"_L1));
    QCOMPARE(next.status, 200);
    m_world->pass(std::chrono::hours(24 * 30) + std::chrono::seconds(1));
    QCOMPARE(refresh(next.text("refreshToken"_L1)).code(), u"AUTH_EXPIRED"_s);
}

void TestSessions::logoutHoldsOnEveryWorkerAtOnce()
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

void TestSessions::passwordChangeEndsOtherSessions()
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

/// Another server has set a new password, which this one does not see yet.
void TestSessions::passwordChangesElsewhereAreWaitedFor()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = m_world->tokenOf(u"ada@example.com"_s);
    std::atomic<bool> written = false;
    const auto meanwhile = [&](const QString &password) {
        written = false;
        return std::make_unique<OtherServer>(m_world->database(), [&, password](store::Connection &c) {
            const auto hash = m_world->hasher().hashNow(password);
            const bool set = hash && identity::UserStore(c, m_world->settings(), 1).setPassword(ada, *hash);
            written = true;
            return set && OtherServer::isAwaited(c);
        });
    };
    auto other = meanwhile(u"another horse"_s);
    QTRY_VERIFY(written);
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s)).code(), u"INVALID_CREDENTIALS"_s);
    QVERIFY(other->hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM sessions"_s), 1);
    other = meanwhile(u"battery staple"_s);
    QTRY_VERIFY(written);
    const QJsonObject late{{u"currentPassword"_s, u"another horse"_s}, {u"newPassword"_s, u"late and lost"_s}};
    QCOMPARE(m_world->post("/api/v1/auth/password", late, token).code(), u"RESOURCE_CONFLICT"_s);
    QVERIFY(other->hasWritten());
    QCOMPARE(m_world->post(Login, credentials(u"ada@example.com"_s, u"battery staple"_s)).status, 200);
}

void TestSessions::roleChangeAndDisablingHoldAtOnce()
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

void TestSessions::forgedTokensAreRefused_data()
{
    QTest::addColumn<QByteArray>("attack");
    for (const char *attack :
         {"none", "none unsigned", "RS256", "other key", "own header", "trimmed", "padded", "payload", "future",
          "not before", "issuer", "float", "no session", "two dots", "empty", "long", "crit"})
        QTest::newRow(attack) << QByteArray(attack);
}

void TestSessions::forgedTokensAreRefused()
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

void TestSessions::expiredAndForeignTokens()
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

void TestSessions::signingKeysStayPrivateAndRotate()
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

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"

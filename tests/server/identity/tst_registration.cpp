// SPDX-License-Identifier: GPL-3.0-or-later
// How accounts come to be: by every document's body, by the setup token and by the command line.
#include "server/identity/registration.h"
#include "tests/server/identity/identitytest.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRegistration : public IdentityTest
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<IdentityWorld>(); }

    void registersWithEveryDocumentsBody_data();
    void registersWithEveryDocumentsBody();
    void registrationSaysEverythingThatIsWrong();
    void addressesAreThoseThatMailReaches();
    void metadataStaysSmall();
    void registrationRefusesRolesAndTakenAddresses();
    void registrationTiersCanBeRestricted();
    void hundredAtOnceMakeOne();
    void setupTokenMakesTheFirstAdministrator();
    void createUserChecksAndCreates();
};

void TestRegistration::registersWithEveryDocumentsBody_data()
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

void TestRegistration::registersWithEveryDocumentsBody()
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

void TestRegistration::registrationSaysEverythingThatIsWrong()
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

void TestRegistration::addressesAreThoseThatMailReaches()
{
    const auto signUp = [&](const QString &email) {
        return m_world->post("/api/v1/auth/register", {{u"email"_s, email}, {u"password"_s, Password}});
    };
    const Reply refused = signUp(u"jürgen@example.com"_s);
    QCOMPARE(refused.status, 422);
    QCOMPARE(fields(refused.json["details"_L1].toObject()), QStringList{u"email"_s});
    QCOMPARE(signUp(u"info@müller.example"_s).status, 201);
    QVERIFY(lastMail(u"info@xn--mller-kva.example"_s).contains("enter this code"_L1));
}

void TestRegistration::metadataStaysSmall()
{
    QJsonObject body = credentials(u"ada@example.com"_s);
    body.insert(u"metadata"_s, QJsonObject{{u"source"_s, QString(8200, u'x')}});
    const Reply refused = m_world->post("/api/v1/auth/register", body);
    QCOMPARE(refused.status, 422);
    QCOMPARE(fields(refused.json["details"_L1].toObject()), QStringList{u"metadata"_s});
    body.insert(u"metadata"_s, QJsonObject{{u"source"_s, QString(8000, u'x')}});
    QCOMPARE(m_world->post("/api/v1/auth/register", body).status, 201);
}

void TestRegistration::registrationRefusesRolesAndTakenAddresses()
{
    QCOMPARE(m_world->post("/auth/register", credentials(u"ada@example.com"_s)).status, 201);
    const Reply again = m_world->post("/api/v2/auth/register", credentials(u" ADA@Example.com "_s.trimmed()));
    QCOMPARE(again.status, 409);
    QCOMPARE(again.code(), u"RESOURCE_CONFLICT"_s);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM organizations"_s), 1);
}

void TestRegistration::registrationTiersCanBeRestricted()
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

void TestRegistration::hundredAtOnceMakeOne()
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

void TestRegistration::setupTokenMakesTheFirstAdministrator()
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

void TestRegistration::createUserChecksAndCreates()
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

QTEST_GUILESS_MAIN(TestRegistration)
#include "tst_registration.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What users see and change of themselves.
#include "server/identity/accountstore.h"
#include "tests/server/identity/identitytest.h"
#include "tests/server/identity/otherserver.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;

class TestProfiles : public AdministratorTest
{
    Q_OBJECT

private slots:
    void profilesAreTheDocuments();
    void profilesChangeWhatIsSent();
    void onlyAnOwnerRenames();
    void preferencesChangeWhatIsSent();
    void twoServersChangePreferences();
};

void TestProfiles::profilesAreTheDocuments()
{
    for (const QByteArray path : {"/api/auth/profile", "/api/v1/auth/profile", "/api/v2/auth/profile"}) {
        const QJsonObject profile = get(path).data();
        for (const auto name : {"id"_L1, "email"_L1, "role"_L1, "organization_name"_L1, "subscription_tier"_L1,
                                "max_agents"_L1, "monthly_token_quota"_L1, "is_active"_L1, "created_at"_L1})
            QVERIFY2(profile.contains(name), name.data());
        QCOMPARE(profile["max_agents"_L1], 2);
        QCOMPARE(profile["monthly_token_quota"_L1], 10'000);
        QCOMPARE(profile["created_at"_L1], u"2023-11-14T22:13:20.000Z"_s);
    }
    const QJsonObject omnivox = get("/api/v1/users/profile").data();
    QCOMPARE(omnivox.keys(),
             (QStringList{u"createdAt"_s, u"email"_s, u"firstName"_s, u"id"_s, u"lastLoginAt"_s, u"lastName"_s,
                          u"phone"_s, u"role"_s}));
    QCOMPARE(omnivox["lastLoginAt"_L1], u"2023-11-14T22:13:20.000Z"_s);
    QCOMPARE(m_world->get("/api/v1/users/profile").status, 401);
}

void TestProfiles::profilesChangeWhatIsSent()
{
    const Reply changed
        = change(http::Method::Put, "/api/v1/users/profile",
                 {{u"firstName"_s, u"Ada"_s}, {u"lastName"_s, u"Lovelace"_s}, {u"phone"_s, u"+441234567890"_s}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.data()["lastName"_L1], u"Lovelace"_s);
    QCOMPARE(change(http::Method::Put, "/api/v1/users/profile", {{u"lastName"_s, u"King"_s}}).data()["firstName"_L1],
             u"Ada"_s);
    const Reply wrong = change(http::Method::Put, "/api/v1/users/profile",
                               {{u"phone"_s, u"12"_s}, {u"firstName"_s, 5}, {u"role"_s, u"admin"_s}});
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.json["error"_L1]["details"_L1].toObject().keys(),
             (QStringList{u"firstName"_s, u"phone"_s, u"role"_s}));
    // The name is found at once, also by who read the list before.
    QCOMPARE(usersIn(get(Users + "?search=ada%20king")).size(), 1);
}

void TestProfiles::onlyAnOwnerRenames()
{
    m_world->makeUser(u"ada@example.com"_s);
    const QString organization = get("/api/v1/auth/profile").data()["organization_id"_L1].toString();
    m_world->execute(
        u"UPDATE users SET organization_role = 'member', organization_id = ? WHERE email = 'ada@example.com'"_s,
        {organization});
    const QByteArray member = m_world->tokenOf(u"ada@example.com"_s);
    const QJsonObject body{{u"organization_name"_s, u"Analytical Engines"_s}};
    const Ask ask{.method = http::Method::Put, .path = "/api/v1/auth/profile", .body = body, .token = member};
    QCOMPARE(m_world->send(ask).status, 403);
    QCOMPARE(change(http::Method::Put, "/api/v1/auth/profile", body).data()["organization_name"_L1],
             u"Analytical Engines"_s);
    QCOMPARE(m_world->get("/api/v1/auth/profile", member).data()["organization_name"_L1], u"Analytical Engines"_s);
    QCOMPARE(usersIn(get(Users + "?search=cal%20engi")).size(), 2);
    QCOMPARE(get("/api/v1/admin/organizations?search=lytical").json["data"_L1].toArray().size(), 1);
}

void TestProfiles::preferencesChangeWhatIsSent()
{
    m_world->post("/api/v2/auth/register",
                  {{u"email"_s, u"ada@example.com"_s},
                   {u"password"_s, Password},
                   {u"preferences"_s, QJsonObject{{u"marketing"_s, true}}}});
    const QByteArray token = accessIn(logIn());
    const QByteArray path = "/api/v2/auth/preferences";
    QJsonObject expected{{u"marketing"_s, true}, {u"notifications"_s, true}, {u"twoFactorAuth"_s, false}};
    QCOMPARE(m_world->get(path, token).data(), expected);
    expected.insert(u"notifications"_s, false);
    QCOMPARE(send(http::Method::Patch, path, token, {{u"notifications"_s, false}}).data(), expected);
    QCOMPARE(m_world->get(path, token).data(), expected);
    Ask stale{.method = http::Method::Patch, .path = path, .body = {{u"marketing"_s, false}}, .token = token};
    stale.headers.add("If-Match", m_world->get(path, token).headers.value("ETag"));
    QCOMPARE(send(http::Method::Patch, path, token, {{u"notifications"_s, true}}).status, 200);
    QCOMPARE(m_world->send(stale).code(), u"PRECONDITION_FAILED"_s);
    const Reply back = send(http::Method::Patch, path, token, {{u"notifications"_s, false}});
    QCOMPARE(back.headers.value("ETag"), m_world->get(path, token).headers.value("ETag"));
    QCOMPARE(m_world->get(path, token).data(), expected);
    QCOMPARE(send(http::Method::Patch, path, token, {{u"notifications"_s, u"yes"_s}}).status, 422);
    QCOMPARE(send(http::Method::Patch, path, token, {{u"theme"_s, true}}).status, 422);
    QCOMPARE(send(http::Method::Patch, path, token).status, 422);
    QCOMPARE(m_world->get("/api/v1/auth/preferences", token).code(), u"ROUTE_NOT_FOUND_FOR_VERSION"_s);
    QCOMPARE(logIn().data()["user"_L1]["preferences"_L1]["notifications"_L1], false);
    QCOMPARE(audited(u"preferences.updated"_s), 3);
}

void TestProfiles::twoServersChangePreferences()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = accessIn(logIn());
    std::atomic<bool> written = false;
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        const auto set = identity::AccountStore(c, 1).setPreferences(ada, {{u"marketing"_s, true}});
        written = true;
        return set && OtherServer::isAwaited(c);
    });
    QTRY_VERIFY(written);
    const Reply changed = send(http::Method::Patch, "/api/v2/auth/preferences", token, {{u"notifications"_s, false}});
    QVERIFY(other.hasWritten());
    QCOMPARE(changed.data(),
             (QJsonObject{{u"marketing"_s, true}, {u"notifications"_s, false}, {u"twoFactorAuth"_s, false}}));
}

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"

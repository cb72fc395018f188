// SPDX-License-Identifier: GPL-3.0-or-later
// What administrators do with accounts and organisations, and what nobody may.
#include "server/identity/userstore.h"
#include "tests/server/identity/identitytest.h"
#include "tests/server/identity/otherserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAccounts : public AdministratorTest
{
    Q_OBJECT

private slots:
    void rolesDecide();
    void patchChangesWhatIsSent();
    void patchKnowsTagsAndConflicts();
    void tierFollowsRole();
    void limitsAreKept();
    void theLastAdministratorStays();
    void administratorsOfDisabledOrganizationsDoNotCount();
    void deletingIsSafeForOrganizations();
    void anotherOwnerTakesOver();
    void sessionsAreListedAndEnded();
    void twoServersKeepEachOthersChanges();
    void whatIsToldIsWhatWasOverwritten();
    void tenantsAreCheckedAsTheyAreOverwritten();
    void twoOwnersDoNotLeaveAtOnce();
    void bulkAnswersARow();
    void organizationsAreListed();
};

void TestAccounts::rolesDecide()
{
    const QByteArray id = m_world->makeUser(u"ada@example.com"_s).toLatin1();
    m_world->makeUser(u"help@example.com"_s, Role::Support);
    const QByteArray user = m_world->tokenOf(u"ada@example.com"_s);
    const QByteArray support = m_world->tokenOf(u"help@example.com"_s);
    const QString organization = m_world->get("/api/v1/auth/profile", user).data()["organization_id"_L1].toString();
    for (const QByteArray &path :
         QList<QByteArray>{Users, Users + '/' + id, Users + '/' + id + "/sessions", QByteArray("/api/v1/users"),
                           QByteArray("/api/v1/admin/organizations"), QByteArray("/api/v1/admin/overview"),
                           "/api/v1/admin/organizations/" + organization.toLatin1()}) {
        QCOMPARE(m_world->get(path).status, 401);
        QCOMPARE(m_world->get(path, user).status, 403);
        QCOMPARE(m_world->get(path, support).status, 200);
        QCOMPARE(get(path).status, 200);
    }
    const QList<Ask> changes{
        {.method = http::Method::Patch, .path = Users + '/' + id, .body = {{u"role"_s, u"admin"_s}}},
        {.method = http::Method::Patch, .path = Users + '/' + id, .body = {{u"organization_role"_s, u"owner"_s}}},
        {.method = http::Method::Delete, .path = Users + '/' + id},
        {.method = http::Method::Put, .path = Users + '/' + id + "/limits", .body = {{u"max_agents"_s, 9}}},
        {.method = http::Method::Delete, .path = Users + '/' + id + "/sessions"},
        {.method = http::Method::Post,
         .path = Users + "/bulk",
         .body = {{u"ids"_s, QJsonArray{QString::fromLatin1(id)}}, {u"is_active"_s, false}}},
    };
    for (Ask ask : changes) {
        for (const QByteArray &token : {user, support}) {
            ask.token = token;
            QCOMPARE(m_world->send(ask).status, 403);
        }
    }
    QCOMPARE(m_world->get("/api/v1/auth/profile", user).data()["role"_L1], u"user"_s);
}

void TestAccounts::patchChangesWhatIsSent()
{
    const QByteArray id = m_world->makeUser(u"ada@example.com"_s).toLatin1();
    const QByteArray path = Users + '/' + id;
    QCOMPARE(change(http::Method::Patch, path, {{u"first_name"_s, u"Ada"_s}}).data()["first_name"_L1], u"Ada"_s);
    const Reply changed
        = change(http::Method::Patch, path, {{u"email"_s, u"AL@example.com"_s}, {u"is_active"_s, false}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.data()["email"_L1], u"al@example.com"_s);
    QCOMPARE(changed.data()["first_name"_L1], u"Ada"_s);
    QCOMPARE(get(path).data(), changed.data());
    const Reply wrong
        = change(http::Method::Patch, path, {{u"id"_s, u"x"_s}, {u"email"_s, u"x"_s}, {u"role"_s, u"king"_s}});
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.json["error"_L1]["details"_L1].toObject().keys(), (QStringList{u"email"_s, u"id"_s, u"role"_s}));
    const Reply unreachable = change(http::Method::Patch, path, {{u"email"_s, u"jürgen@example.com"_s}});
    QCOMPARE(unreachable.status, 422);
    QCOMPARE(fields(unreachable.json["error"_L1]["details"_L1].toObject()), QStringList{u"email"_s});
    QCOMPARE(change(http::Method::Patch, Users + "/user_nobody", {{u"first_name"_s, u"Ada"_s}}).status, 404);
    QCOMPARE(get(Users + "/user_nobody").status, 404);
    QCOMPARE(change(http::Method::Put, path).status, 405);
}

void TestAccounts::patchKnowsTagsAndConflicts()
{
    const QByteArray path = Users + '/' + m_world->makeUser(u"ada@example.com"_s).toLatin1();
    const QByteArray tag = get(path).headers.value("ETag");
    QVERIFY(!tag.isEmpty());
    const Reply first = change(http::Method::Patch, path, {{u"first_name"_s, u"Ada"_s}}, tag);
    QCOMPARE(first.status, 200);
    const Reply stale = change(http::Method::Patch, path, {{u"first_name"_s, u"Eve"_s}}, tag);
    QCOMPARE(stale.status, 412);
    QCOMPARE(stale.code(), u"PRECONDITION_FAILED"_s);
    QCOMPARE(change(http::Method::Put, path + "/limits", {{u"max_agents"_s, 3}}, tag).status, 412);
    QCOMPARE(change(http::Method::Delete, path, {}, tag).status, 412);
    QCOMPARE(change(http::Method::Patch, path, {{u"last_name"_s, u"L"_s}}, first.headers.value("ETag")).status, 200);
    const Reply taken = change(http::Method::Patch, path, {{u"email"_s, u"root@example.com"_s}});
    QCOMPARE(taken.status, 409);
    QCOMPARE(get(path).data()["email"_L1], u"ada@example.com"_s);
}

void TestAccounts::tierFollowsRole()
{
    const QByteArray path = Users + '/' + m_world->makeUser(u"ada@example.com"_s).toLatin1();
    QCOMPARE(change(http::Method::Patch, path, {{u"role"_s, u"enterprise"_s}}).data()["subscription_tier"_L1],
             u"enterprise"_s);
    QCOMPARE(change(http::Method::Patch, path, {{u"subscription_tier"_s, u"pro"_s}}).data()["role"_L1], u"user"_s);
    QCOMPARE(change(http::Method::Patch, path, {{u"subscription_tier"_s, u"pro"_s}}).data()["max_agents"_L1], 10);
    const Reply torn
        = change(http::Method::Patch, path, {{u"subscription_tier"_s, u"free"_s}, {u"role"_s, u"enterprise"_s}});
    QCOMPARE(torn.status, 422);
    QCOMPARE(
        change(http::Method::Patch, path, {{u"subscription_tier"_s, u"enterprise"_s}, {u"role"_s, u"user"_s}}).status,
        422);
    QCOMPARE(get("/api/v1/admin/organizations?subscription_tier=pro").json["data"_L1].toArray().size(), 1);
    QCOMPARE(change(http::Method::Patch, path, {{u"role"_s, u"enterprise"_s}}).status, 200);
    const Reply unsaid = change(http::Method::Patch, path, {{u"role"_s, u"user"_s}}); // of which tier?
    QCOMPARE(unsaid.status, 422);
    QVERIFY(unsaid.json["error"_L1]["details"_L1].toObject().contains(u"subscription_tier"_s));
    QCOMPARE(change(http::Method::Patch, path, {{u"role"_s, u"user"_s}, {u"subscription_tier"_s, u"free"_s}}).status,
             200);
    QCOMPARE(change(http::Method::Patch, path, {{u"role"_s, u"support"_s}, {u"subscription_tier"_s, u"enterprise"_s}})
                 .status,
             200);
    const Reply demoted = change(http::Method::Patch, path, {{u"role"_s, u"user"_s}});
    QCOMPARE(demoted.status, 200);
    QCOMPARE(demoted.data()["subscription_tier"_L1], u"free"_s);
}

void TestAccounts::limitsAreKept()
{
    const QByteArray path = Users + '/' + m_world->makeUser(u"ada@example.com"_s).toLatin1();
    const QByteArray user = m_world->tokenOf(u"ada@example.com"_s);
    const Reply set = change(http::Method::Put, path + "/limits",
                             {{u"max_agents"_s, 15},
                              {u"monthly_token_quota"_s, 150000},
                              {u"notes"_s, u"Increased limits for enterprise trial"_s}});
    QCOMPARE(set.status, 200);
    QCOMPARE(set.data()["max_agents"_L1], 15);
    QCOMPARE(set.data()["monthly_token_quota"_L1], 150000);
    QCOMPARE(set.data()["limit_notes"_L1], u"Increased limits for enterprise trial"_s);
    QCOMPARE(set.data()["requests_per_hour"_L1], 1000);
    QCOMPARE(m_world->get("/api/v1/auth/profile", user).headers.value("X-RateLimit-Limit"), QByteArray("1000"));
    QCOMPARE(change(http::Method::Put, path + "/limits", {{u"requests_per_hour"_s, 7}}).data()["max_agents"_L1], 15);
    QCOMPARE(m_world->get("/api/v1/auth/profile", user).headers.value("X-RateLimit-Limit"), QByteArray("7"));
    // What was set by hand outlives a change of tier.
    QCOMPARE(change(http::Method::Patch, path, {{u"subscription_tier"_s, u"pro"_s}}).data()["max_agents"_L1], 15);
    QCOMPARE(change(http::Method::Put, path + "/limits", {{u"max_agents"_s, -1}}).status, 422);
    QCOMPARE(change(http::Method::Put, path + "/limits", {{u"agents"_s, 1}}).status, 422);
}

void TestAccounts::theLastAdministratorStays()
{
    const QByteArray path = Users + '/' + m_rootId;
    QCOMPARE(change(http::Method::Patch, path, {{u"role"_s, u"user"_s}}).status, 409);
    QCOMPARE(change(http::Method::Patch, path, {{u"is_active"_s, false}}).status, 409);
    QCOMPARE(change(http::Method::Delete, path).status, 409);
    QCOMPARE(get(path).data()["role"_L1], u"admin"_s);
    m_world->makeUser(u"second@example.com"_s, Role::Admin);
    QCOMPARE(change(http::Method::Patch, path, {{u"role"_s, u"support"_s}}).status, 200);
    QCOMPARE(change(http::Method::Patch, path, {{u"role"_s, u"admin"_s}}).status, 403);
}

void TestAccounts::administratorsOfDisabledOrganizationsDoNotCount()
{
    const QByteArray ada = Users + '/' + m_world->makeUser(u"ada@example.com"_s).toLatin1();
    const QByteArray organization
        = "/api/v1/admin/organizations/" + get(ada).data()["organization_id"_L1].toString().toLatin1();
    const auto patch = [&](const QJsonObject &body) { return change(http::Method::Patch, ada, body).status; };
    QCOMPARE(change(http::Method::Patch, organization, {{u"is_active"_s, false}}).status, 200);
    QCOMPARE(patch({{u"role"_s, u"admin"_s}}), 409);
    QCOMPARE(patch({{u"role"_s, u"admin"_s}, {u"is_active"_s, false}}), 200);
    QCOMPARE(patch({{u"is_active"_s, true}}), 409);
    QCOMPARE(change(http::Method::Patch, Users + '/' + m_rootId, {{u"role"_s, u"user"_s}}).status, 409);
    QCOMPARE(change(http::Method::Patch, organization, {{u"is_active"_s, true}}).status, 200);
    QCOMPARE(patch({{u"is_active"_s, true}}), 200);
    QCOMPARE(change(http::Method::Patch, Users + '/' + m_rootId, {{u"role"_s, u"user"_s}}).status, 200);
}

void TestAccounts::deletingIsSafeForOrganizations()
{
    const QString owner = m_world->makeUser(u"owner@example.com"_s);
    const QString member = m_world->makeUser(u"member@example.com"_s);
    m_world->execute(u"UPDATE users SET organization_role = 'member', organization_id = "
                     "(SELECT organization_id FROM users WHERE email = 'owner@example.com') WHERE id = ?"_s,
                     {member});
    QVERIFY(!m_world->tokenOf(u"member@example.com"_s).isEmpty());
    const auto remove
        = [&](const QString &id) { return change(http::Method::Delete, Users + '/' + id.toLatin1()).status; };
    QCOMPARE(remove(owner), 409);
    QCOMPARE(remove(member), 200);
    QCOMPARE(remove(member), 404);
    QCOMPARE(remove(owner), 200);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM sessions WHERE user_id <> ?"_s, {QString::fromLatin1(m_rootId)}),
             0);
    // The member's first organisation was left empty by hand; the owner's went with its last member.
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM organizations WHERE owner_id = ?"_s, {owner}), 0);
    QCOMPARE(m_world->number(u"SELECT SUM(n) FROM user_counts"_s), 1);
}

void TestAccounts::anotherOwnerTakesOver()
{
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    const QString bob = m_world->makeUser(u"bob@example.com"_s);
    m_world->execute(u"UPDATE users SET organization_role = 'member', organization_id = "
                     "(SELECT organization_id FROM users WHERE id = ?) WHERE id = ?"_s,
                     {ada, bob});
    const Reply alone = change(http::Method::Delete, Users + '/' + ada.toLatin1());
    QCOMPARE(alone.status, 409);
    QVERIFY(alone.body.contains("Make another member an owner first"));
    // She is gone, and nobody in there can make him one.
    QCOMPARE(change(http::Method::Patch, Users + '/' + ada.toLatin1(), {{u"is_active"_s, false}}).status, 200);
    const QByteArray his = Users + '/' + bob.toLatin1();
    const auto patch = [&](const QJsonObject &body, const QByteArray &tag = {}) {
        return change(http::Method::Patch, his, body, tag);
    };
    const QByteArray tag = get(his).headers.value("ETag");
    QCOMPARE(patch({{u"organization_role"_s, u"owner"_s}, {u"email"_s, u"root@example.com"_s}}).status, 409);
    QCOMPARE(get(his).headers.value("ETag"), tag); // all of it or nothing
    const Reply made = patch({{u"organization_role"_s, u"owner"_s}, {u"first_name"_s, u"Bob"_s}}, tag);
    QCOMPARE(made.status, 200);
    QCOMPARE(made.data()["organization_role"_L1], u"owner"_s);
    QCOMPARE(made.data()["first_name"_L1], u"Bob"_s);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM audit_entries WHERE target_id = ? AND after_json IN "
                             "('{\"organization_role\":\"owner\"}', '{\"first_name\":\"Bob\"}') "
                             "AND action IN ('member.updated', 'user.updated')"_s,
                             {bob}),
             2); // each is taken back by itself
    QCOMPARE(patch({{u"organization_role"_s, u"member"_s}}, tag).status, 412);
    QCOMPARE(change(http::Method::Delete, Users + '/' + ada.toLatin1()).status, 200);
    const Reply last = patch({{u"organization_role"_s, u"member"_s}});
    QCOMPARE(last.status, 409); // the last one stays an owner
    QCOMPARE(last.json["error"_L1]["details"_L1].toObject().keys(), QStringList{u"organization_role"_s});
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM organizations g JOIN users u ON u.organization_id = g.id "
                             "WHERE u.id = ? AND g.owner_id = u.id AND g.member_count = 1"_s,
                             {bob}),
             1);
    QCOMPARE(column(get("/api/v1/admin/organizations?search=bob%40exam").json["data"_L1].toArray(), "owner_email"_L1)
                 .count(u"bob@example.com"_s),
             2); // her organization, and the one of his own that was left empty by hand
    QCOMPARE(change(http::Method::Delete, Users + '/' + bob.toLatin1()).status, 200);
}

void TestAccounts::sessionsAreListedAndEnded()
{
    const QByteArray path = Users + '/' + m_world->makeUser(u"ada@example.com"_s).toLatin1() + "/sessions";
    const QByteArray user = m_world->tokenOf(u"ada@example.com"_s);
    m_world->pass(std::chrono::seconds(1));
    const Ask login{.method = http::Method::Post,
                    .path = "/api/v2/auth/login",
                    .body = {{u"email"_s, u"ada@example.com"_s},
                             {u"password"_s, u"correct horse"_s},
                             {u"deviceInfo"_s, QJsonObject{{u"deviceName"_s, u"Laptop"_s}}}},
                    .client = QHostAddress(u"203.0.113.5"_s)};
    QCOMPARE(m_world->send(login).status, 200);
    const QJsonArray sessions = get(path).json["data"_L1].toArray();
    QCOMPARE(sessions.size(), 2);
    QCOMPARE(sessions[0]["device"_L1], u"Laptop"_s);
    QCOMPARE(sessions[0]["address"_L1], u"203.0.113.5"_s);
    QCOMPARE(sessions[0]["current"_L1], false);
    QVERIFY(!get(path).body.contains("hash"));
    QCOMPARE(get(Users + '/' + m_rootId + "/sessions").json["data"_L1][0]["current"_L1], true);
    QCOMPARE(change(http::Method::Delete, path).data()["sessions_ended"_L1], 2);
    QCOMPARE(m_world->get("/api/v1/auth/profile", user).status, 401);
    QCOMPARE(get(path).json["data"_L1].toArray().size(), 0);
    QCOMPARE(get(Users + "/user_nobody/sessions").status, 404);
}

void TestAccounts::twoServersKeepEachOthersChanges()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    store::Connection &here = m_world->connection();
    store::Transaction transaction(here);
    identity::UserStore users(here, m_world->settings(), 1);
    QVERIFY(users.update(ada, {.firstName = u"Ada"_s, .active = false}));
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        return bool(identity::UserStore(c, m_world->settings(), 1).update(ada, {.lastName = u"Lovelace"_s}));
    });
    const auto watch = store::Connection::open(m_world->database());
    QVERIFY(watch && other.waits(**watch));
    QVERIFY(transaction.commit());
    QVERIFY(other.hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users WHERE id = ? AND is_active = 0 AND first_name = 'Ada' "
                             "AND last_name = 'Lovelace'"_s,
                             {ada}),
             1);
}

void TestAccounts::whatIsToldIsWhatWasOverwritten()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    const QByteArray path = Users + '/' + ada.toLatin1();
    std::atomic<bool> written = false;
    const auto meanwhile = [&](const identity::AccountChange &account, const identity::LimitChange &limits) {
        written = false;
        return std::make_unique<OtherServer>(m_world->database(), [&, account, limits](store::Connection &c) {
            identity::UserStore users(c, m_world->settings(), 1);
            const bool set = users.update(ada, account) && users.setLimits(ada, limits);
            written = true;
            return set && OtherServer::isAwaited(c);
        });
    };
    const auto told = [&](const QString &action) {
        auto rows = m_world->query(
            u"SELECT before_json FROM audit_entries WHERE action = ? ORDER BY seq DESC LIMIT 1"_s, {action});
        return rows && rows->next() ? rows->text(0) : QString();
    };
    auto other = meanwhile({.firstName = u"Bob"_s}, {});
    QTRY_VERIFY(written);
    QCOMPARE(send(http::Method::Patch, path, m_root, {{u"first_name"_s, u"Ada"_s}}).status, 200);
    QVERIFY(other->hasWritten());
    QCOMPARE(told(u"user.updated"_s), u"{\"first_name\":\"Bob\"}"_s);
    other = meanwhile({}, {.maxAgents = 7});
    QTRY_VERIFY(written);
    QCOMPARE(send(http::Method::Put, path + "/limits", m_root, {{u"max_agents"_s, 8}}).status, 200);
    QVERIFY(other->hasWritten());
    QCOMPARE(told(u"limits.updated"_s), u"{\"max_agents\":7}"_s);
}

void TestAccounts::tenantsAreCheckedAsTheyAreOverwritten()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QByteArray ada = Users + '/' + m_world->makeUser(u"ada@example.com"_s).toLatin1();
    const QString id = get(ada).data()["organization_id"_L1].toString();
    const QByteArray path = "/api/v1/admin/organizations/" + id.toLatin1();
    const QByteArray tag = get(path).headers.value("ETag");
    std::atomic<bool> written = false;
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        const auto set = c.execute(u"UPDATE organizations SET name = 'Theirs' WHERE id = ?"_s, {id});
        written = true;
        return set && OtherServer::isAwaited(c);
    });
    QTRY_VERIFY(written);
    QCOMPARE(change(http::Method::Patch, path, {{u"is_active"_s, false}}, tag).status, 412);
    QVERIFY(other.hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM organizations WHERE id = ? AND is_active = 1"_s, {id}), 1);
}

void TestAccounts::twoOwnersDoNotLeaveAtOnce()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    const QString bob = m_world->makeUser(u"bob@example.com"_s);
    m_world->execute(
        u"UPDATE users SET organization_id = (SELECT organization_id FROM users WHERE id = ?) WHERE id = ?"_s,
        {ada, bob});
    const auto leave = [&](store::Connection &c, const QString &id) {
        return bool(identity::UserStore(c, m_world->settings(), 1).setOrganizationRole(id, OrganizationRole::Member));
    };
    store::Transaction transaction(m_world->connection());
    QVERIFY(leave(m_world->connection(), ada));
    OtherServer other(m_world->database(), [&](store::Connection &c) { return leave(c, bob); });
    const auto watch = store::Connection::open(m_world->database());
    QVERIFY(watch && other.waits(**watch));
    QVERIFY(transaction.commit());
    QVERIFY(!other.hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users WHERE id = ? AND organization_role = 'owner'"_s, {bob}), 1);
}

void TestAccounts::bulkAnswersARow()
{
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    const QByteArray user = m_world->tokenOf(u"ada@example.com"_s);
    const QJsonObject body{{u"ids"_s, QJsonArray{ada, u"user_nobody"_s, QString::fromLatin1(m_rootId)}},
                           {u"is_active"_s, false}};
    const quint64 forgotten = m_world->userChanges();
    const Reply done = change(http::Method::Post, Users + "/bulk", body);
    QCOMPARE(done.status, 200);
    QCOMPARE(m_world->userChanges() - forgotten, 1U); // all sessions are walked through once
    const QJsonArray results = done.data()["results"_L1].toArray();
    QCOMPARE(results[0]["ok"_L1], true);
    QCOMPARE(results[1]["error"_L1]["code"_L1], u"RESOURCE_NOT_FOUND"_s);
    QCOMPARE(results[2]["error"_L1]["code"_L1], u"RESOURCE_CONFLICT"_s);
    QCOMPARE(m_world->get("/api/v1/auth/profile", user).status, 401);
    QCOMPARE(get("/api/v1/auth/profile").status, 200);
}

void TestAccounts::organizationsAreListed()
{
    m_world->makeUser(u"ada@example.com"_s);
    const Reply list = get("/api/v1/admin/organizations?sort=name");
    QCOMPARE(list.status, 200);
    QCOMPARE(column(list.json["data"_L1].toArray(), "name"_L1), (QStringList{u"ada"_s, u"root"_s}));
    QCOMPARE(list.json["pagination"_L1]["total"_L1], 2);
    const QJsonObject first = list.json["data"_L1][0].toObject();
    QCOMPARE(first["owner_email"_L1], u"ada@example.com"_s);
    QCOMPARE(first["member_count"_L1], 1);
    const Reply paged = get("/api/v1/admin/organizations?sort=-member_count&limit=1");
    const QByteArray next = paged.json["pagination"_L1]["nextCursor"_L1].toString().toLatin1();
    const Reply second = get("/api/v1/admin/organizations?sort=-member_count&limit=1&cursor=" + next);
    QVERIFY(column(second.json["data"_L1].toArray()) != column(paged.json["data"_L1].toArray()));
    QCOMPARE(second.json["pagination"_L1]["nextCursor"_L1], QJsonValue());
    QCOMPARE(get("/api/v2/admin/organizations/" + first["id"_L1].toString().toLatin1()).data(), first);
    QCOMPARE(get("/api/v1/admin/organizations/org_nobody").status, 404);
    QCOMPARE(get("/api/v1/admin/organizations?search=ada%40exam").json["data"_L1].toArray().size(), 1);
    QCOMPARE(get("/api/v1/admin/organizations?is_active=false").json["data"_L1].toArray().size(), 0);
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A tenant's own view of itself: who belongs to it, who may join, and that nobody else sees or changes it.
#include "server/identity/invitationstore.h"
#include "server/organizations/organizationroutes.h"
#include "tests/server/identity/identityworld.h"
#include "tests/server/identity/otherserver.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QByteArray Organization = "/api/v1/organization";
const QByteArray Members = "/api/v1/organization/members";
const QByteArray Invitations = "/api/v1/organization/invitations";

MoreRoutes organizationRoutes()
{
    return {.routes = [](const WorldParts &parts) { return organizations::organizationRoutes(parts.context); },
            .components = organizations::organizationComponents()};
}

QStringList emails(const Reply &reply)
{
    QStringList found;
    for (const QJsonValue row : reply.json["data"_L1].toArray())
        found << row["email"_L1].toString();
    found.sort();
    return found;
}
}

class TestOrganizations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasEngine())
            QSKIP("This machine has no PostgreSQL.");
    }
    void init();
    void cleanup()
    {
        if (m_world)
            QCOMPARE(m_world->misfits, QStringList());
        m_world.reset();
    }

    void everybodySeesTheirOwn();
    void invitedPeopleJoin();
    void invitationsAreForOneAddressOnce();
    void invitationsEnd();
    void anEarlierInvitationIsVoid();
    void invitationsEndWithTheirInviter();
    void twoRegistrationsTakeOneInvitation();
    void whatIsTakenBackElsewhereIsNotAccepted();
    void whatIsAcceptedElsewhereIsNotTakenBack();
    void changesKnowTags();
    void membersReadAndOwnersChange();
    void staffAreNobodysToChange();
    void anOwnerStays();
    void removedMembersAreOut();
    void strangersFindNothing();
    void renamingReachesEverybody();

private:
    Reply invite(const QString &email, const QString &role = u"member"_s)
    {
        return m_world->post(Invitations, {{u"email"_s, email}, {u"organization_role"_s, role}}, m_owner);
    }
    Reply registerWith(const QString &email, const QString &token)
    {
        return m_world->post(
            "/api/v1/auth/register",
            {{u"email"_s, email}, {u"password"_s, u"correct horse"_s}, {u"invitation_token"_s, token}});
    }
    /// Invites and registers; answers the id.
    QByteArray join(const QString &email, const QString &role = u"member"_s)
    {
        const Reply joined = registerWith(email, invite(email, role).data()["token"_L1].toString());
        return joined.json["user"_L1]["id"_L1].toString().toLatin1();
    }
    Reply change(http::Method method, const QByteArray &path, const QJsonObject &body = {})
    {
        return m_world->send({.method = method, .path = path, .body = body, .token = m_owner});
    }
    Reply setRole(const QByteArray &id, const QString &role)
    {
        return change(http::Method::Patch, Members + '/' + id, {{u"organization_role"_s, role}});
    }

    std::unique_ptr<IdentityWorld> m_world;
    QByteArray m_ownerId;
    QByteArray m_owner;
};

void TestOrganizations::init()
{
    m_world = std::make_unique<IdentityWorld>(identity::IdentitySettings(), organizationRoutes());
    m_ownerId = m_world->makeUser(u"ada@x.example"_s).toLatin1();
    m_owner = m_world->tokenOf(u"ada@x.example"_s);
}

void TestOrganizations::everybodySeesTheirOwn()
{
    join(u"bob@x.example"_s);
    for (const QByteArray &path : {Organization, QByteArray("/api/v1/assistants/me/organization"),
                                   QByteArray("/api/v2/assistants/me/organization")}) {
        const QJsonObject shown = m_world->get(path, m_world->tokenOf(u"bob@x.example"_s)).data();
        QCOMPARE(shown["owner_email"_L1], u"ada@x.example"_s);
        QCOMPARE(shown["member_count"_L1], 2);
        QCOMPARE(shown["assistant_count"_L1], 0);
        QCOMPARE(shown["limits"_L1]["max_agents"_L1], 2);
        QCOMPARE(shown["current_usage"_L1]["tokens"_L1], 0);
    }
    QCOMPARE(m_world->get(Organization).status, 401);
}

void TestOrganizations::invitedPeopleJoin()
{
    const Reply invited = invite(u" Bob@X.example "_s);
    QCOMPARE(invited.status, 422); // an address has no blanks
    QCOMPARE(invite(u"jürgen@x.example"_s).status, 422); // and is one that mail reaches
    const Reply good = invite(u"Bob@X.example"_s);
    QCOMPARE(good.status, 201);
    QCOMPARE(good.data()["status"_L1], u"pending"_s);
    QCOMPARE(good.data()["email"_L1], u"bob@x.example"_s);
    const QString token = good.data()["token"_L1].toString();
    QVERIFY(token.size() >= 40);
    QVERIFY(!m_world->get(Invitations, m_owner).body.contains(token.toLatin1()));
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM invitations WHERE token_hash = ?"_s, {token}), 0);

    const Reply joined = registerWith(u"bob@x.example"_s, token);
    QCOMPARE(joined.status, 201);
    QCOMPARE(emails(m_world->get(Members, m_owner)), (QStringList{u"ada@x.example"_s, u"bob@x.example"_s}));
    const Reply profile = m_world->get("/api/v1/auth/profile", m_world->tokenOf(u"bob@x.example"_s));
    QCOMPARE(profile.data()["organization_role"_L1], u"member"_s);
    QCOMPARE(profile.data()["organization_name"_L1],
             m_world->get("/api/v1/auth/profile", m_owner).data()["organization_name"_L1]);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM organizations"_s), 1);
    QCOMPARE(m_world->get(Invitations, m_owner).json["data"_L1][0]["status"_L1], u"accepted"_s);
}

void TestOrganizations::invitationsAreForOneAddressOnce()
{
    const QString token = invite(u"bob@x.example"_s).data()["token"_L1].toString();
    const Reply other = registerWith(u"eve@y.example"_s, token);
    QCOMPARE(other.status, 422);
    QVERIFY(other.json["details"_L1].toObject().contains(u"invitation_token"_s));
    QCOMPARE(registerWith(u"bob@x.example"_s, token + u'x').status, 422);
    QCOMPARE(registerWith(u"bob@x.example"_s, token).status, 201);
    QCOMPARE(registerWith(u"bob@x.example"_s, token).status, 422);
    QCOMPARE(invite(u"bob@x.example"_s).status, 409);
    const QByteArray id = m_world->get(Invitations, m_owner).json["data"_L1][0]["id"_L1].toString().toLatin1();
    QCOMPARE(change(http::Method::Delete, Invitations + '/' + id).status, 409);
}

void TestOrganizations::invitationsEnd()
{
    const QString late = invite(u"bob@x.example"_s).data()["token"_L1].toString();
    const QJsonObject taken = invite(u"cyd@x.example"_s).data();
    QCOMPARE(change(http::Method::Delete, Invitations + '/' + taken["id"_L1].toString().toLatin1()).status, 200);
    QCOMPARE(registerWith(u"cyd@x.example"_s, taken["token"_L1].toString()).status, 422);
    m_world->pass(7 * 24h);
    QCOMPARE(registerWith(u"bob@x.example"_s, late).status, 422);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users"_s), 1);
}

void TestOrganizations::anEarlierInvitationIsVoid()
{
    const QString first = invite(u"bob@x.example"_s).data()["token"_L1].toString();
    const QString second = invite(u"bob@x.example"_s, u"owner"_s).data()["token"_L1].toString();
    QCOMPARE(registerWith(u"bob@x.example"_s, first).status, 422);
    QCOMPARE(registerWith(u"bob@x.example"_s, second).status, 201);
    QCOMPARE(m_world->get("/api/v1/auth/profile", m_world->tokenOf(u"bob@x.example"_s)).data()["organization_role"_L1],
             u"owner"_s);
}

/// Who is no owner any more has no way back that was laid before.
void TestOrganizations::invitationsEndWithTheirInviter()
{
    const QByteArray bob = join(u"bob@x.example"_s, u"owner"_s);
    const Reply invited
        = m_world->post(Invitations, {{u"email"_s, u"cyd@x.example"_s}, {u"organization_role"_s, u"owner"_s}},
                        m_world->tokenOf(u"bob@x.example"_s));
    const QString token = invited.data()["token"_L1].toString();
    const auto shut = [&](int active) {
        m_world->execute(u"UPDATE users SET is_active = ? WHERE id = ?"_s, {active, QString::fromLatin1(bob)});
    };
    const auto status
        = [&] { return m_world->get(Invitations + "?sort=email", m_owner).json["data"_L1][1]["status"_L1]; };
    QCOMPARE(status(), u"pending"_s);
    shut(0);
    QCOMPARE(registerWith(u"cyd@x.example"_s, token).status, 422);
    QCOMPARE(status(), u"revoked"_s);
    shut(1);
    QCOMPARE(status(), u"pending"_s);
    QCOMPARE(setRole(bob, u"member"_s).status, 200);
    QCOMPARE(registerWith(u"cyd@x.example"_s, token).status, 422);
    QCOMPARE(change(http::Method::Delete, Members + '/' + bob).status, 200);
    QCOMPARE(registerWith(u"cyd@x.example"_s, token).status, 422);
    QCOMPARE(emails(m_world->get(Members, m_owner)), QStringList{u"ada@x.example"_s});
}

void TestOrganizations::twoRegistrationsTakeOneInvitation()
{
    m_world->addWorker();
    const QString token = invite(u"bob@x.example"_s).data()["token"_L1].toString();
    const Ask ask{
        .method = http::Method::Post,
        .path = "/api/v1/auth/register",
        .body
        = {{u"email"_s, u"bob@x.example"_s}, {u"password"_s, u"correct horse"_s}, {u"invitation_token"_s, token}}};
    int made = 0;
    for (const Reply &reply : m_world->sendAll({ask, ask, ask, ask}))
        made += reply.status == 201 ? 1 : 0;
    QCOMPARE(made, 1);
    QCOMPARE(m_world->number(u"SELECT member_count FROM organizations"_s), 2);
}

void TestOrganizations::whatIsTakenBackElsewhereIsNotAccepted()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QJsonObject invited = invite(u"bob@x.example"_s).data();
    const QString organization = m_world->get(Organization, m_owner).data()["id"_L1].toString();
    std::atomic<bool> written = false;
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        const bool revoked = bool(identity::InvitationStore(c, 1).revoke(organization, invited["id"_L1].toString()));
        written = true;
        return revoked && OtherServer::isAwaited(c);
    });
    QTRY_VERIFY(written);
    const Reply late = registerWith(u"bob@x.example"_s, invited["token"_L1].toString());
    QCOMPARE(late.status, 422);
    QVERIFY(late.json["details"_L1].toObject().contains(u"invitation_token"_s));
    QVERIFY(other.hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users"_s), 1);
}

void TestOrganizations::whatIsAcceptedElsewhereIsNotTakenBack()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QJsonObject invited = invite(u"bob@x.example"_s).data();
    std::atomic<bool> written = false;
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        identity::UserStore users(c, m_world->settings(), 1);
        identity::NewUser bob;
        bob.email = u"bob@x.example"_s;
        const bool joined = bool(identity::InvitationStore(c, 1).accept(invited["token"_L1].toString(), bob, users));
        written = true;
        return joined && OtherServer::isAwaited(c);
    });
    QTRY_VERIFY(written);
    QCOMPARE(change(http::Method::Delete, Invitations + '/' + invited["id"_L1].toString().toLatin1()).status, 409);
    QVERIFY(other.hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM invitations WHERE revoked_at IS NULL"_s), 1);
}

void TestOrganizations::changesKnowTags()
{
    const QByteArray bob = Members + '/' + join(u"bob@x.example"_s);
    const auto tagOf = [&](const QByteArray &path) { return m_world->get(path, m_owner).headers.value("ETag"); };
    const auto with = [&](const QByteArray &tag, http::Method method, const QByteArray &path, const QJsonObject &body) {
        Ask ask{.method = method, .path = path, .body = body, .token = m_owner};
        ask.headers.add("If-Match", tag);
        return m_world->send(ask);
    };
    const QByteArray named = tagOf(Organization);
    // What others do there meanwhile is no reason to refuse a name, but news to who asks.
    join(u"cyd@x.example"_s);
    m_world->execute(u"UPDATE users SET agent_count = 1 WHERE id = ?"_s, {QString::fromLatin1(m_ownerId)});
    Ask unchanged{.path = Organization, .token = m_owner};
    unchanged.headers.add("If-None-Match", named);
    QCOMPARE(m_world->send(unchanged).status, 200);
    unchanged.headers.set("If-None-Match", tagOf(Organization));
    QCOMPARE(m_world->send(unchanged).status, 304);
    const Reply renamed = with(named, http::Method::Patch, Organization, {{u"name"_s, u"First"_s}});
    QCOMPARE(renamed.status, 200);
    QCOMPARE(renamed.headers.value("ETag"), tagOf(Organization));
    const Reply stale = with(named, http::Method::Patch, Organization, {{u"name"_s, u"Second"_s}});
    QCOMPARE(stale.code(), u"PRECONDITION_FAILED"_s);
    QCOMPARE(m_world->get(Organization, m_owner).data()["name"_L1], u"First"_s);
    const QByteArray joined = tagOf(bob);
    const Reply made = with(joined, http::Method::Patch, bob, {{u"organization_role"_s, u"owner"_s}});
    QCOMPARE(made.status, 200);
    QCOMPARE(made.headers.value("ETag"), tagOf(bob));
    QCOMPARE(with(joined, http::Method::Patch, bob, {{u"organization_role"_s, u"member"_s}}).status, 412);
    QCOMPARE(with(tagOf(bob), http::Method::Patch, bob, {{u"organization_role"_s, u"member"_s}}).status, 200);
    QCOMPARE(with("\"another\"", http::Method::Delete, bob, {}).status, 412);
    QCOMPARE(with(tagOf(bob), http::Method::Delete, bob, {}).status, 200);
}

void TestOrganizations::membersReadAndOwnersChange()
{
    const QByteArray id = join(u"bob@x.example"_s);
    const QByteArray bob = m_world->tokenOf(u"bob@x.example"_s);
    for (const QByteArray &path : {Organization, Members, QByteArray(Members + '/' + m_ownerId), Invitations})
        QCOMPARE(m_world->get(path, bob).status, 200);
    const auto as = [&](http::Method method, const QByteArray &path, const QJsonObject &body) {
        return m_world->send({.method = method, .path = path, .body = body, .token = bob}).status;
    };
    QCOMPARE(as(http::Method::Patch, Organization, {{u"name"_s, u"Mine"_s}}), 403);
    QCOMPARE(as(http::Method::Patch, Members + '/' + id, {{u"organization_role"_s, u"owner"_s}}), 403);
    QCOMPARE(as(http::Method::Delete, Members + '/' + m_ownerId, {}), 403);
    QCOMPARE(as(http::Method::Post, Invitations, {{u"email"_s, u"z@x.example"_s}}), 403);
    QCOMPARE(setRole(id, u"owner"_s).data()["organization_role"_L1], u"owner"_s);
    QCOMPARE(as(http::Method::Post, Invitations, {{u"email"_s, u"z@x.example"_s}}), 201); // from the next request on
}

void TestOrganizations::staffAreNobodysToChange()
{
    const QByteArray bob = join(u"bob@x.example"_s);
    m_world->execute(u"UPDATE users SET role = 'support' WHERE id = ?"_s, {QString::fromLatin1(bob)});
    QCOMPARE(setRole(bob, u"owner"_s).status, 403);
    QCOMPARE(change(http::Method::Delete, Members + '/' + bob).status, 403);
}

void TestOrganizations::anOwnerStays()
{
    QCOMPARE(setRole(m_ownerId, u"member"_s).status, 409);
    QCOMPARE(change(http::Method::Delete, Members + '/' + m_ownerId).status, 409);
    const QByteArray bob = join(u"bob@x.example"_s, u"owner"_s);
    QCOMPARE(change(http::Method::Delete, Members + '/' + bob).status, 409); // an owner is demoted first
    QCOMPARE(setRole(m_ownerId, u"member"_s).status, 200);
    const Reply shown = m_world->get(Organization, m_world->tokenOf(u"bob@x.example"_s));
    QCOMPARE(shown.data()["owner_email"_L1], u"bob@x.example"_s);
    QCOMPARE(setRole(bob, u"member"_s).status, 403); // no owner any more
}

void TestOrganizations::removedMembersAreOut()
{
    const QByteArray id = join(u"bob@x.example"_s);
    const QByteArray bob = m_world->tokenOf(u"bob@x.example"_s);
    QCOMPARE(m_world->get(Organization, bob).status, 200);
    QCOMPARE(change(http::Method::Delete, Members + '/' + id).status, 200);
    QCOMPARE(m_world->get(Organization, bob).status, 401);
    QCOMPARE(m_world->get(Members + '/' + id, m_owner).status, 404);
    QCOMPARE(change(http::Method::Delete, Members + '/' + id).status, 404);
    QCOMPARE(invite(u"bob@x.example"_s).status, 201);
}

void TestOrganizations::strangersFindNothing()
{
    const QByteArray id = join(u"bob@x.example"_s);
    m_world->makeUser(u"eve@y.example"_s);
    const QByteArray eve = m_world->tokenOf(u"eve@y.example"_s);
    const QByteArray invitation = invite(u"cyd@x.example"_s).data()["id"_L1].toString().toLatin1();
    QCOMPARE(emails(m_world->get(Members, eve)), QStringList{u"eve@y.example"_s});
    QCOMPARE(emails(m_world->get(Members + "?search=bob", eve)), QStringList());
    QCOMPARE(emails(m_world->get(Invitations, eve)), QStringList());
    const auto as = [&](http::Method method, const QByteArray &path, const QJsonObject &body = {}) {
        return m_world->send({.method = method, .path = path, .body = body, .token = eve}).status;
    };
    QCOMPARE(as(http::Method::Get, Members + '/' + id), 404);
    QCOMPARE(as(http::Method::Patch, Members + '/' + id, {{u"organization_role"_s, u"owner"_s}}), 404);
    QCOMPARE(as(http::Method::Delete, Members + '/' + id), 404);
    QCOMPARE(as(http::Method::Delete, Invitations + '/' + invitation), 404);
    QCOMPARE(emails(m_world->get(Members, m_owner)), (QStringList{u"ada@x.example"_s, u"bob@x.example"_s}));
    QCOMPARE(m_world->get(Invitations + "?sort=email", m_owner).json["data"_L1][1]["status"_L1], u"pending"_s);
}

void TestOrganizations::renamingReachesEverybody()
{
    join(u"bob@x.example"_s, u"owner"_s);
    const Reply renamed = m_world->send({.method = http::Method::Patch,
                                         .path = "/api/v2/organization",
                                         .body = {{u"name"_s, u" Bob  & Co "_s}},
                                         .token = m_world->tokenOf(u"bob@x.example"_s)});
    QCOMPARE(renamed.data()["name"_L1], u"Bob & Co"_s);
    QCOMPARE(m_world->get("/api/v1/auth/profile", m_owner).data()["organization_name"_L1], u"Bob & Co"_s);
    m_world->makeUser(u"root@z.example"_s, Role::Admin);
    const QByteArray root = m_world->tokenOf(u"root@z.example"_s);
    for (const char *search : {"bob", "ada@x"}) // by its new name, and still by whom it belongs to
        QCOMPARE(m_world->get(QByteArray("/api/v1/admin/organizations?search=") + search, root)
                     .json["data"_L1]
                     .toArray()
                     .size(),
                 1);
    QCOMPARE(change(http::Method::Patch, Organization, {{u"name"_s, u"  "_s}}).status, 422);
}

QTEST_GUILESS_MAIN(TestOrganizations)
#include "tst_organizations.moc"

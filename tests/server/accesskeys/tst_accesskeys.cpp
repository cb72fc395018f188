// SPDX-License-Identifier: GPL-3.0-or-later
// Access keys: what they may do, when they die, and that nobody but their organisation's owners sees them.
#include "server/accesskeys/accesskeyroutes.h"
#include "server/accesskeys/keyauthenticator.h"
#include "server/organizations/organizationroutes.h"
#include "tests/server/identity/identityworld.h"
#include "tests/server/identity/otherserver.h"

#include <QJsonDocument>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QByteArray Keys = "/api/v1/access-keys";
const QByteArray Organization = "/api/v1/organization"; // reads with a key
const QByteArray Members = "/api/v1/organization/members";

/// The cache is one for all workers, as in the server.
MoreRoutes keyRoutes()
{
    auto cache = std::make_shared<std::unique_ptr<accesskeys::KeyCache>>();
    const auto shared = [cache](const WorldParts &parts) -> accesskeys::KeyCache & {
        if (!*cache)
            *cache = std::make_unique<accesskeys::KeyCache>(parts.context.cache);
        return **cache;
    };
    return {.routes =
                [shared](const WorldParts &parts) {
                    return accesskeys::accessKeyRoutes(parts.context, shared(parts))
                        + organizations::organizationRoutes(parts.context);
                },
            .components = accesskeys::accessKeyComponents() + organizations::organizationComponents(),
            .authenticator = [shared](const WorldParts &parts) -> std::unique_ptr<api::Authenticator> {
                return std::make_unique<accesskeys::KeyAuthenticator>(parts.context, shared(parts), parts.sessions);
            }};
}
}

class TestAccessKeys : public QObject
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

    void aKeyIsShownOnce();
    void bothHeadersAreTaken();
    void forgeriesAreRefused();
    void permissionsDecide();
    void aKeyIsNoPlatformAdministrator();
    void expiredKeysSaySo();
    void rotationOverlaps();
    void anOverlapIsKept();
    void revokedAtOnceOnEveryWorker();
    void keysDieWithTheirCreator();
    void ownersOnly();
    void changesAreValidated();
    void whatAnotherServerChangesIsTold();
    void rateLimitIsItsOwn();
    void rateLimitIsAtMostItsCreators();
    void lastUsedIsWrittenOnceAMinute();
    void listsFilterAndPage();

private:
    Reply make(const QJsonObject &body, const QByteArray &token) { return m_world->post(Keys, body, token); }
    QJsonObject key(const QString &permissions, const QJsonObject &more = {})
    {
        QJsonObject body{{u"name"_s, u"CI"_s}, {u"permissions"_s, permissions}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return make(body, m_owner).data();
    }
    static QByteArray textOf(const QJsonObject &key) { return key["key"_L1].toString().toLatin1(); }
    static QByteArray pathOf(const QJsonObject &key) { return Keys + '/' + key["id"_L1].toString().toLatin1(); }
    Reply change(http::Method method, const QByteArray &path, const QJsonObject &body = {})
    {
        return m_world->send({.method = method, .path = path, .body = body, .token = m_owner});
    }
    int status(const QByteArray &path, const QByteArray &key, int worker = 0)
    {
        return m_world->send({.path = path, .token = key}, worker).status;
    }
    QString join(const QString &email, const QString &role = u"member"_s);

    std::unique_ptr<IdentityWorld> m_world;
    QString m_ownerId;
    QByteArray m_owner;
};

void TestAccessKeys::init()
{
    m_world = std::make_unique<IdentityWorld>(identity::IdentitySettings(), keyRoutes());
    m_ownerId = m_world->makeUser(u"ada@x.example"_s);
    m_owner = m_world->tokenOf(u"ada@x.example"_s);
}

/// Invites and registers; answers the user's id.
QString TestAccessKeys::join(const QString &email, const QString &role)
{
    const Reply invited
        = m_world->post(Organization + "/invitations", {{u"email"_s, email}, {u"organization_role"_s, role}}, m_owner);
    const Reply joined = m_world->post("/api/v1/auth/register",
                                       {{u"email"_s, email},
                                        {u"password"_s, u"correct horse"_s},
                                        {u"invitation_token"_s, invited.data()["token"_L1].toString()}});
    return joined.json["user"_L1].toObject()["id"_L1].toString();
}

void TestAccessKeys::aKeyIsShownOnce()
{
    const Reply made = make({{u"name"_s, u" Telephony "_s}, {u"permissions"_s, u"write"_s}}, m_owner);
    QCOMPARE(made.status, 201);
    QCOMPARE(made.headers.value("Cache-Control"), "no-store");
    const QJsonObject key = made.data();
    QCOMPARE(key["name"_L1], u"Telephony"_s);
    const QString text = key["key"_L1].toString();
    QVERIFY(text.startsWith(u"vxd_"_s + key["id"_L1].toString() + u'_'));
    QVERIFY(text.endsWith(key["last4"_L1].toString()));
    const QString secret = text.section(u'_', -1);
    QCOMPARE(secret.size(), 64);
    for (const QByteArray &path : {Keys, QByteArray(Keys + "?search=tele"), QByteArray("/api/v2/access-keys")}) {
        const Reply listed = m_world->get(path, m_owner);
        QCOMPARE(listed.json["data"_L1].toArray().size(), 1);
        QVERIFY(!listed.body.contains(secret.toLatin1()));
    }
    for (const QString &column : {u"secret_hash"_s, u"previous_hash"_s, u"name"_s, u"search_text"_s})
        QCOMPARE(m_world->number(QString(u"SELECT COUNT(*) FROM access_keys WHERE "_s + column + u" = ?"_s), {secret}),
                 0);
}

void TestAccessKeys::bothHeadersAreTaken()
{
    const QByteArray text = textOf(key(u"read"_s));
    QCOMPARE(status(Organization, text), 200);
    Ask ask{.path = Organization};
    ask.headers.add("X-API-Key", text);
    QCOMPARE(m_world->send(ask).status, 200);
    ask.token = m_owner; // two credentials
    QCOMPARE(m_world->send(ask).status, 401);
    QCOMPARE(status(Organization, m_owner), 200);
    Ask session{.path = Organization};
    session.headers.add("X-API-Key", m_owner);
    QCOMPARE(m_world->send(session).status, 401);
}

void TestAccessKeys::forgeriesAreRefused()
{
    const QByteArray text = textOf(key(u"admin"_s));
    const QByteArray other = textOf(key(u"admin"_s));
    const QByteArray id = text.first(text.lastIndexOf('_'));
    const QByteArray otherSecret = other.sliced(other.lastIndexOf('_'));
    for (const QByteArray &forged :
         {QByteArray(id + otherSecret), text.chopped(1), QByteArray(text + '0'), QByteArray(id + '_'), id,
          QByteArray("vxd_"), QByteArray("vxd__"), QByteArray("vxd_key_x_y"), QByteArray(text.toUpper()),
          QByteArray("vxd_" + QByteArray(300, 'a') + "_b")}) {
        const Reply refused = m_world->send({.path = Organization, .token = forged});
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.code(), u"AUTH_INVALID"_s);
        QVERIFY(refused.headers.value("WWW-Authenticate").startsWith("Bearer"));
    }
}

void TestAccessKeys::permissionsDecide()
{
    const QByteArray read = textOf(key(u"read"_s));
    const QByteArray write = textOf(key(u"write"_s));
    const QByteArray admin = textOf(key(u"admin"_s));
    const auto rename = [this](const QByteArray &token) {
        return m_world
            ->send({.method = http::Method::Patch,
                    .path = Organization,
                    .body = {{u"name"_s, u"Renamed"_s}},
                    .token = token})
            .status;
    };
    for (const QByteArray &any : {read, write, admin})
        QCOMPARE(status(Organization, any), 200);
    QCOMPARE(rename(read), 403);
    QCOMPARE(rename(write), 403);
    QCOMPARE(rename(admin), 200);
    for (const QByteArray &any : {read, write, admin}) {
        QCOMPARE(status(Keys, any), 403); // people look after keys
        QCOMPARE(status("/api/v1/auth/profile", any), 403);
    }
    // An owner's admin key is worth no more than what its creator has become.
    const QString second = join(u"bob@x.example"_s, u"owner"_s);
    const QByteArray bob = m_world->tokenOf(u"bob@x.example"_s);
    const QByteArray bobs = textOf(make({{u"name"_s, u"B"_s}, {u"permissions"_s, u"admin"_s}}, bob).data());
    QCOMPARE(rename(bobs), 200);
    QCOMPARE(
        change(http::Method::Patch, Members + '/' + second.toLatin1(), {{u"organization_role"_s, u"member"_s}}).status,
        200);
    QCOMPARE(rename(bobs), 403);
    QCOMPARE(status(Organization, bobs), 200);
}

void TestAccessKeys::aKeyIsNoPlatformAdministrator()
{
    m_world->makeUser(u"root@x.example"_s, Role::Admin);
    const QByteArray root = m_world->tokenOf(u"root@x.example"_s);
    const QByteArray roots = textOf(make({{u"name"_s, u"R"_s}, {u"permissions"_s, u"admin"_s}}, root).data());
    QCOMPARE(status(Organization, roots), 200);
    for (const char *path : {"/api/v1/admin/users", "/api/v1/users", "/api/v1/admin/organizations"})
        QCOMPARE(status(path, roots), 403);
    QCOMPARE(status("/metrics", roots), 401);
    // Staff see a tenant's keys, without secrets.
    const QByteArray organization
        = m_world->get("/api/v1/auth/profile", m_owner).data()["organization_id"_L1].toString().toLatin1();
    const QJsonObject made = key(u"read"_s);
    const Reply listed = m_world->get("/api/v1/admin/organizations/" + organization + "/access-keys", root);
    QCOMPARE(listed.json["data"_L1][0]["id"_L1], made["id"_L1]);
    QVERIFY(!listed.body.contains(textOf(made).sliced(textOf(made).lastIndexOf('_'))));
    QCOMPARE(m_world->get("/api/v1/admin/organizations/org_none/access-keys", root).status, 404);
    QCOMPARE(m_world->get("/api/v1/admin/organizations/" + organization + "/access-keys", m_owner).status, 403);
}

void TestAccessKeys::expiredKeysSaySo()
{
    const QString soon = QDateTime::fromMSecsSinceEpoch(m_world->now() + 60'000, Qt::UTC).toString(Qt::ISODateWithMs);
    const QJsonObject made = key(u"read"_s, {{u"expires_at"_s, soon}});
    QCOMPARE(status(Organization, textOf(made)), 200);
    m_world->pass(61s);
    const Reply over = m_world->send({.path = Organization, .token = textOf(made)});
    QCOMPARE(over.status, 401);
    QCOMPARE(over.code(), u"AUTH_EXPIRED"_s);
    QCOMPARE(m_world->send({.path = Organization, .token = textOf(made).chopped(1)}).code(), u"AUTH_INVALID"_s);
    // A new secret would be as useless as the old one.
    const Reply rotated = change(http::Method::Post, pathOf(made) + "/rotate");
    QCOMPARE(rotated.status, 409);
    QVERIFY(rotated.json["message"_L1].toString().contains(u"expires_at"));
    QCOMPARE(change(http::Method::Patch, pathOf(made), {{u"expires_at"_s, QJsonValue::Null}}).status, 200);
    QCOMPARE(status(Organization, textOf(made)), 200);
}

void TestAccessKeys::rotationOverlaps()
{
    const QJsonObject made = key(u"read"_s);
    QCOMPARE(status(Organization, textOf(made)), 200);
    const Reply rotated = change(http::Method::Post, pathOf(made) + "/rotate", {{u"overlap_seconds"_s, 120}});
    QCOMPARE(rotated.status, 200);
    const QByteArray fresh = textOf(rotated.data());
    QVERIFY(fresh != textOf(made));
    QCOMPARE(rotated.data()["id"_L1], made["id"_L1]);
    QCOMPARE(status(Organization, fresh), 200);
    QCOMPARE(status(Organization, textOf(made)), 200);
    m_world->pass(121s);
    QCOMPARE(status(Organization, textOf(made)), 401);
    QCOMPARE(status(Organization, fresh), 200);
    const Reply again = change(http::Method::Post, pathOf(made) + "/rotate");
    QCOMPARE(status(Organization, fresh), 401); // no overlap asked for
    QCOMPARE(status(Organization, textOf(again.data())), 200);
}

void TestAccessKeys::anOverlapIsKept()
{
    const QJsonObject made = key(u"read"_s);
    const auto rotate = [&](int overlap) {
        return change(http::Method::Post, pathOf(made) + "/rotate", {{u"overlap_seconds"_s, overlap}});
    };
    const QByteArray second = textOf(rotate(120).data());
    const Reply early = rotate(60);
    QCOMPARE(early.status, 409);
    QCOMPARE(early.code(), u"RESOURCE_CONFLICT"_s);
    QCOMPARE(status(Organization, textOf(made)), 200); // as promised
    QCOMPARE(status(Organization, second), 200);
    m_world->pass(121s);
    const QByteArray third = textOf(rotate(60).data());
    QCOMPARE(status(Organization, third), 200);
    // A leak cannot wait: without an overlap all that was before ends.
    const QByteArray fourth = textOf(rotate(0).data());
    QCOMPARE(status(Organization, second), 401);
    QCOMPARE(status(Organization, third), 401);
    QCOMPARE(status(Organization, fourth), 200);
}

void TestAccessKeys::revokedAtOnceOnEveryWorker()
{
    const int second = m_world->addWorker();
    const QJsonObject made = key(u"read"_s);
    QCOMPARE(status(Organization, textOf(made)), 200);
    QCOMPARE(status(Organization, textOf(made), second), 200);
    const Reply revoked = change(http::Method::Delete, pathOf(made));
    QCOMPARE(revoked.status, 200);
    QVERIFY(revoked.data()["revoked_at"_L1].isString());
    QCOMPARE(status(Organization, textOf(made)), 401);
    QCOMPARE(status(Organization, textOf(made), second), 401);
    QCOMPARE(change(http::Method::Delete, pathOf(made)).status, 200);
    QCOMPARE(change(http::Method::Patch, pathOf(made), {{u"name"_s, u"x"_s}}).status, 409);
    QCOMPARE(change(http::Method::Post, pathOf(made) + "/rotate").status, 409);
}

void TestAccessKeys::keysDieWithTheirCreator()
{
    m_world->makeUser(u"root@x.example"_s, Role::Admin);
    const QByteArray root = m_world->tokenOf(u"root@x.example"_s);
    const auto setActive = [&](const QString &id, bool active) {
        return m_world
            ->send({.method = http::Method::Patch,
                    .path = "/api/v1/admin/users/" + id.toLatin1(),
                    .body = {{u"is_active"_s, active}},
                    .token = root})
            .status;
    };
    const QString bob = join(u"bob@x.example"_s, u"owner"_s);
    const QByteArray bobToken = m_world->tokenOf(u"bob@x.example"_s);
    const QByteArray bobs = textOf(make({{u"name"_s, u"B"_s}, {u"permissions"_s, u"read"_s}}, bobToken).data());
    QCOMPARE(status(Organization, bobs), 200);
    QCOMPARE(setActive(bob, false), 200);
    QCOMPARE(status(Organization, bobs), 401);
    QCOMPARE(setActive(bob, true), 200);
    QCOMPARE(status(Organization, bobs), 200);
    // Disabling a user, whoever that is in the organisation, shuts out that user and what the user made, nobody else.
    const QByteArray bobAgain = m_world->tokenOf(u"bob@x.example"_s);
    const QByteArray owners = textOf(key(u"read"_s));
    QCOMPARE(setActive(m_ownerId, false), 200);
    QCOMPARE(status(Organization, owners), 401);
    QCOMPARE(status(Organization, bobs), 200);
    QCOMPARE(status(Organization, bobAgain), 200);
    QCOMPARE(setActive(m_ownerId, true), 200);
    QCOMPARE(status(Organization, owners), 200);
    // Disabling the organisation shuts out everybody, on every worker, and enabling it lets them in again.
    const int second = m_world->addWorker();
    const QString id = m_world->get(Organization, bobAgain).data()["id"_L1].toString();
    const auto setOrganization = [&](bool active) {
        return m_world
            ->send({.method = http::Method::Patch,
                    .path = "/api/v1/admin/organizations/" + id.toLatin1(),
                    .body = {{u"is_active"_s, active}},
                    .token = root})
            .status;
    };
    QCOMPARE(status(Organization, bobs, second), 200);
    QCOMPARE(status(Organization, bobAgain, second), 200);
    QCOMPARE(setOrganization(false), 200);
    for (const QByteArray &credential : {bobs, owners, bobAgain}) {
        QCOMPARE(status(Organization, credential), 401);
        QCOMPARE(status(Organization, credential, second), 401);
    }
    const auto signIn = [&] {
        return m_world->post("/api/v1/auth/login",
                             {{u"email"_s, u"bob@x.example"_s}, {u"password"_s, u"correct horse"_s}});
    };
    QCOMPARE(signIn().code(), u"ACCOUNT_DISABLED"_s);
    QCOMPARE(setOrganization(true), 200);
    QCOMPARE(status(Organization, bobs), 200);
    QCOMPARE(status(Organization, bobAgain, second), 200);
    QCOMPARE(signIn().status, 200);
    const QString home = m_world->get("/api/v1/auth/profile", root).data()["organization_id"_L1].toString();
    QCOMPARE(m_world
                 ->send({.method = http::Method::Patch,
                         .path = "/api/v1/admin/organizations/" + home.toLatin1(),
                         .body = {{u"is_active"_s, false}},
                         .token = root})
                 .status,
             409); // an administrator would be shut out
    m_owner = m_world->tokenOf(u"ada@x.example"_s);
    QCOMPARE(
        change(http::Method::Patch, Members + '/' + bob.toLatin1(), {{u"organization_role"_s, u"member"_s}}).status,
        200);
    QCOMPARE(change(http::Method::Delete, Members + '/' + bob.toLatin1()).status, 200);
    QCOMPARE(status(Organization, bobs), 401);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM access_keys WHERE created_by = ?"_s, {bob}), 0);
}

void TestAccessKeys::ownersOnly()
{
    const QJsonObject made = key(u"read"_s);
    join(u"bob@x.example"_s);
    m_world->makeUser(u"eve@y.example"_s);
    const QByteArray member = m_world->tokenOf(u"bob@x.example"_s);
    const QByteArray foreign = m_world->tokenOf(u"eve@y.example"_s);
    const auto all = [&](const QByteArray &token) {
        QList<int> statuses;
        for (const auto &[method, path] :
             std::initializer_list<std::pair<http::Method, QByteArray>>{{http::Method::Patch, pathOf(made)},
                                                                        {http::Method::Post, pathOf(made) + "/rotate"},
                                                                        {http::Method::Delete, pathOf(made)}})
            statuses << m_world->send({.method = method, .path = path, .token = token}).status;
        return statuses;
    };
    QCOMPARE(all(member), (QList{403, 403, 403}));
    QCOMPARE(all(foreign), (QList{404, 404, 404}));
    QCOMPARE(status(Keys, member), 403);
    QCOMPARE(m_world->get(Keys, foreign).json["data"_L1].toArray().size(), 0);
    QCOMPARE(status(Organization, textOf(made)), 200);
}

void TestAccessKeys::changesAreValidated()
{
    const QString past = QDateTime::fromMSecsSinceEpoch(m_world->now() - 1, Qt::UTC).toString(Qt::ISODateWithMs);
    const QJsonObject good{{u"name"_s, u"x"_s}, {u"permissions"_s, u"read"_s}};
    for (const auto &[name, value] :
         std::initializer_list<std::pair<QString, QJsonValue>>{{u"name"_s, u"  "_s},
                                                               {u"permissions"_s, u"root"_s},
                                                               {u"rate_limit_per_hour"_s, 0},
                                                               {u"expires_at"_s, past},
                                                               {u"expires_at"_s, u"tomorrow"_s},
                                                               {u"organization_id"_s, u"org_x"_s},
                                                               {u"id"_s, u"key_mine"_s}}) {
        QJsonObject body = good;
        body.insert(name, value);
        const Reply refused = make(body, m_owner);
        QCOMPARE(refused.status, 422);
        QVERIFY2(refused.json["error"_L1]["details"_L1].toObject().contains(name), refused.body);
    }
    const QJsonObject made = key(u"read"_s);
    QCOMPARE(change(http::Method::Post, pathOf(made) + "/rotate", {{u"overlap_seconds"_s, -1}}).status, 422);
    Ask stale{.method = http::Method::Patch, .path = pathOf(made), .body = {{u"name"_s, u"new"_s}}, .token = m_owner};
    stale.headers.add("If-Match", "\"old\"");
    QCOMPARE(m_world->send(stale).status, 412);
    const Reply renamed = change(http::Method::Patch, pathOf(made), {{u"name"_s, u"new"_s}});
    QCOMPARE(renamed.data()["name"_L1], u"new"_s);
    QCOMPARE(renamed.data()["permissions"_L1], u"read"_s);
    QVERIFY(!renamed.headers.value("ETag").isEmpty());
}

void TestAccessKeys::whatAnotherServerChangesIsTold()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QJsonObject made = key(u"read"_s);
    // Asks while another server is about to commit `sql`.
    const auto meanwhile = [&](const QString &sql, http::Method method, const QJsonObject &body = {}) {
        std::atomic<bool> written = false;
        OtherServer other(m_world->database(), [&](store::Connection &c) {
            const auto set = c.execute(sql, {made["id"_L1].toString()});
            written = true;
            return set && OtherServer::isAwaited(c);
        });
        if (!QTest::qWaitFor([&written] { return written.load(); }))
            qFatal("another server does not write");
        const Reply reply = change(method, pathOf(made), body);
        return other.hasWritten() ? reply.status : 0;
    };
    const auto told = [&](const QString &action, const QString &name) {
        return m_world->number(u"SELECT COUNT(*) FROM audit_entries WHERE action = ? AND before_json LIKE ?"_s,
                               {action, QString(u"%\""_s + name + u"\"%"_s)});
    };
    const QString rename = u"UPDATE access_keys SET name = 'Theirs' WHERE id = ?"_s;
    QCOMPARE(meanwhile(rename, http::Method::Patch, {{u"name"_s, u"Ours"_s}}), 200);
    QCOMPARE(told(u"access_key.updated"_s, u"Theirs"_s), 1);
    QCOMPARE(meanwhile(u"UPDATE access_keys SET revoked_at = 1 WHERE id = ?"_s, http::Method::Delete), 200);
    QCOMPARE(told(u"access_key.revoked"_s, u"Ours"_s), 0); // it was theirs to tell
    m_world->execute(u"UPDATE access_keys SET revoked_at = NULL"_s);
    QCOMPARE(meanwhile(rename, http::Method::Delete), 200);
    QCOMPARE(told(u"access_key.revoked"_s, u"Theirs"_s), 1);
}

void TestAccessKeys::rateLimitIsItsOwn()
{
    const QJsonObject made = key(u"read"_s, {{u"rate_limit_per_hour"_s, 2}});
    const QByteArray other = textOf(key(u"read"_s));
    QCOMPARE(m_world->send({.path = Organization, .token = textOf(made)}).headers.value("X-RateLimit-Limit"), "2");
    QCOMPARE(status(Organization, textOf(made)), 200);
    const Reply limited = m_world->send({.path = Organization, .token = textOf(made)});
    QCOMPARE(limited.status, 429);
    QVERIFY(limited.headers.value("Retry-After").toInt() > 0);
    QCOMPARE(status(Organization, other), 200);
    QCOMPARE(status(Organization, m_owner), 200);
    m_world->pass(1h);
    QCOMPARE(status(Organization, textOf(made)), 200);
}

void TestAccessKeys::rateLimitIsAtMostItsCreators()
{
    const QJsonObject made = key(u"read"_s, {{u"rate_limit_per_hour"_s, 100'000'000}});
    QCOMPARE(made["rate_limit_per_hour"_L1], 100'000'000); // as it was set
    const auto limit = [&] {
        return m_world->send({.path = Organization, .token = textOf(made)}).headers.value("X-RateLimit-Limit").toInt();
    };
    QCOMPARE(limit(), 1000);
    m_world->makeUser(u"root@x.example"_s, Role::Admin);
    const Ask raise{.method = http::Method::Put,
                    .path = "/api/v1/admin/users/" + m_ownerId.toLatin1() + "/limits",
                    .body = {{u"requests_per_hour"_s, 7000}},
                    .token = m_world->tokenOf(u"root@x.example"_s)};
    QCOMPARE(m_world->send(raise).status, 200);
    QCOMPARE(limit(), 7000);
}

void TestAccessKeys::lastUsedIsWrittenOnceAMinute()
{
    const QJsonObject made = key(u"read"_s);
    const auto lastUsed = [this] { return m_world->number(u"SELECT last_used_at FROM access_keys"_s); };
    const qint64 first = m_world->now();
    QCOMPARE(status(Organization, textOf(made)), 200);
    QTRY_COMPARE(lastUsed(), first);
    m_world->pass(30s);
    QCOMPARE(status(Organization, textOf(made)), 200);
    m_world->execute(u"UPDATE settings SET value = value"_s); // what was queued before is done now
    QCOMPARE(lastUsed(), first);
    m_world->pass(31s);
    QCOMPARE(status(Organization, textOf(made)), 200);
    QTRY_COMPARE(lastUsed(), m_world->now());
}

void TestAccessKeys::listsFilterAndPage()
{
    QStringList names;
    for (int i = 0; i < 7; ++i) {
        m_world->pass(1s);
        names << u"Key %1"_s.arg(i);
        key(u"read"_s, {{u"name"_s, names.last()}});
    }
    const QJsonObject gone = key(u"read"_s, {{u"name"_s, u"Gone"_s}});
    change(http::Method::Delete, pathOf(gone));
    QStringList seen;
    QByteArray query = "?status=active&sort=name&limit=3";
    for (int page = 0; page < 3; ++page) {
        const Reply reply = m_world->get(Keys + query, m_owner);
        for (const QJsonValue row : reply.json["data"_L1].toArray())
            seen << row["name"_L1].toString();
        query = "?status=active&sort=name&limit=3&cursor="
            + reply.json["pagination"_L1]["nextCursor"_L1].toString().toLatin1();
    }
    QCOMPARE(seen, names);
    const Reply revoked = m_world->get(Keys + "?status=revoked", m_owner);
    QCOMPARE(revoked.json["pagination"_L1]["total"_L1], 1);
    QCOMPARE(m_world->get(Keys + "?search=key%203", m_owner).json["data"_L1].toArray().size(), 1);
    for (const char *bad : {"?sort=secret_hash", "?limit=0", "?limit=101", "?status=x", "?cursor=x"})
        QCOMPARE(m_world->get(Keys + bad, m_owner).status, 400);
}

QTEST_GUILESS_MAIN(TestAccessKeys)
#include "tst_accesskeys.moc"

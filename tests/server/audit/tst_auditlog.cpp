// SPDX-License-Identifier: GPL-3.0-or-later
// What the audit log tells, to whom, and what it takes back.
#include "server/accesskeys/accesskeyrecord.h"
#include "server/accesskeys/accesskeyroutes.h"
#include "server/accesskeys/keyauthenticator.h"
#include "server/agents/agentrecord.h"
#include "server/agents/agentstore.h"
#include "server/auditlog/auditanswers.h"
#include "server/auditlog/auditlogroutes.h"
#include "server/identity/userrecord.h"
#include "server/organizations/organizationroutes.h"
#include "tests/server/identity/otherserver.h"
#include "tests/server/vault/voiceworld.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using http::Method;

namespace
{
const QString Secret = u"sk-very-secret-0123456789"_s;

/// What every capability that can take something back needs, made with the first worker.
struct Parts {
    std::shared_ptr<MemoryKeySource> source = std::make_shared<MemoryKeySource>();
    std::shared_ptr<const providers::Registry> registry;
    std::shared_ptr<vault::Vault> vault;
    std::shared_ptr<vault::KeyUsage> usage;
    std::unique_ptr<accesskeys::KeyCache> keys;
    std::shared_ptr<audit::Reverters> reverters;
    store::ReadPool *pool = nullptr;
    std::shared_ptr<auditlog::ChainCheck> check;
    std::list<agents::AgentContext> agents;
    std::list<vault::VaultContext> vaults;
    std::list<auditlog::AuditLogContext> logs;

    void open(const WorldParts &world)
    {
        registry = *providers::Registry::builtIn();
        vault = *vault::Vault::open(world.reads, source, world.clock());
        usage = std::make_shared<vault::KeyUsage>(world.writer, vault);
        keys = std::make_unique<accesskeys::KeyCache>(world.context.cache);
        reverters = std::make_shared<audit::Reverters>();
        for (audit::Reverter &reverter : identity::userReverters(world.settings, world.context.cache))
            reverters->add(std::move(reverter));
        reverters->add(agents::agentReverter(vault, registry));
        reverters->add(accesskeys::accessKeyReverter(*keys));
        pool = &world.longReads;
        check = std::make_shared<auditlog::ChainCheck>(world.longReads);
    }

    QList<api::Route> routes(const WorldParts &world)
    {
        if (!vault)
            open(world);
        agents.push_back({world.reads, world.writer, vault, registry, world.settings, world.clock});
        vaults.push_back({.reads = world.reads,
                          .writer = world.writer,
                          .vault = vault,
                          .usage = usage,
                          .registry = registry,
                          .providerUrls = {},
                          .clock = world.clock});
        logs.push_back({world.reads, world.writer, reverters, check, world.clock});
        return agents::agentRoutes(agents.back()) + vault::vaultRoutes(vaults.back())
            + accesskeys::accessKeyRoutes(world.context, *keys) + organizations::organizationRoutes(world.context)
            + auditlog::auditLogRoutes(logs.back());
    }
};
}

class AuditLogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasEngine())
            QSKIP("This machine has no PostgreSQL.");
    }
    void init();
    void cleanup();

    void aChangeSaysWhoAndFromWhere();
    void keysAreToldFromPeople();
    void signInsAreTold();
    void nothingDifferentIsNothingTold();
    void noSecretIsEverTold();
    void listsAreFiltered_data();
    void listsAreFiltered();
    void listsArePagedByCursor();
    void datesAreChecked();
    void onlyStaffReadsTheLog();
    void oneReadsWhatConcernsOneself();
    void oneFindsNothingThatIsHidden();
    void theChainIsVerified();
    void oneCheckServesAllWhoAsk();
    void exportsAreSafeCsv();
    void usersAreTakenBack();
    void addressesTakenBackAreConfirmedAnew();
    void limitsGoBackToTheTiers();
    void namesAndRolesAreTakenBack();
    void tenantsAreLetInAgain();
    void agentsAreTakenBackButNotTheirSecrets();
    void accessKeysAreTakenBack();
    void whatChangedSinceStays();
    void whatAnotherServerChangesStays();
    void whatAnotherServerNamesStays_data();
    void whatAnotherServerNamesStays();
    void onlyAdministratorsTakeBack();

private:
    Reply send(Method method, const QByteArray &path, const QJsonObject &body = {}, const QByteArray &token = {})
    {
        return m_world->send({.method = method, .path = path, .body = body, .token = token.isEmpty() ? m_root : token});
    }
    QJsonArray listed(const QByteArray &query = {})
    {
        const Reply reply = m_world->get("/api/v1/admin/audit?" + query, m_root);
        return reply.status == 200 ? reply.json["data"_L1].toArray() : QJsonArray();
    }
    QJsonObject newest(const QString &action)
    {
        return listed("limit=1&action=" + action.toLatin1()).first().toObject();
    }
    Reply revert(const QJsonObject &entry)
    {
        return send(Method::Post, "/api/v1/admin/audit/" + entry["id"_L1].toString().toLatin1() + "/revert");
    }
    QByteArray userPath() const { return "/api/v1/admin/users/" + m_ada.toLatin1(); }

    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<IdentityWorld> m_world;
    QString m_ada;
    QByteArray m_token; ///< Ada's
    QByteArray m_root;
};

void AuditLogTest::init()
{
    m_parts = std::make_unique<Parts>();
    MoreRoutes more;
    more.components = agents::agentComponents() + vault::vaultComponents() + accesskeys::accessKeyComponents()
        + organizations::organizationComponents() + auditlog::auditLogComponents();
    more.routes = [this](const WorldParts &world) { return m_parts->routes(world); };
    more.authenticator = [this](const WorldParts &world) -> std::unique_ptr<api::Authenticator> {
        return std::make_unique<accesskeys::KeyAuthenticator>(world.context, *m_parts->keys, world.sessions);
    };
    m_world = std::make_unique<IdentityWorld>(identity::IdentitySettings(), more);
    m_ada = m_world->makeUser(u"ada@x.example"_s);
    m_world->makeUser(u"root@x.example"_s, Role::Admin);
    m_root = m_world->tokenOf(u"root@x.example"_s);
    m_token = m_world->tokenOf(u"ada@x.example"_s);
}

void AuditLogTest::cleanup()
{
    if (!m_world)
        return;
    QCOMPARE(m_world->misfits, QStringList());
    const Reply verdict = m_world->get("/api/v1/admin/audit/verify", m_root);
    QCOMPARE(verdict.data()["broken"_L1], QJsonValue());
    m_parts->usage->flush(); // while there is a writer
    m_world.reset();
}

void AuditLogTest::aChangeSaysWhoAndFromWhere()
{
    http::Headers headers;
    headers.add("User-Agent", "console/1");
    headers.add("X-Request-Id", "req-17");
    const Reply changed = m_world->send({.method = Method::Patch,
                                         .path = "/api/v2/admin/users/" + m_ada.toLatin1(),
                                         .body = {{u"first_name"_s, u"Ada"_s}, {u"subscription_tier"_s, u"pro"_s}},
                                         .token = m_root,
                                         .headers = headers});
    QCOMPARE(changed.status, 200);
    const QJsonObject entry = newest(u"user.updated"_s);
    QCOMPARE(entry["actor"_L1]["email"_L1], u"root@x.example"_s);
    QCOMPARE(entry["actor"_L1]["type"_L1], u"user"_s);
    QVERIFY(entry["session_id"_L1].toString().startsWith(u"sess_"_s));
    QVERIFY(entry["device_id"_L1].toString().startsWith(u"dev_"_s));
    QCOMPARE(entry["address"_L1], u"198.51.100.7"_s);
    QCOMPARE(entry["user_agent"_L1], u"console/1"_s);
    QCOMPARE(entry["version"_L1], u"v2"_s);
    QCOMPARE(entry["request_id"_L1], u"req-17"_s);
    QCOMPARE(entry["target"_L1],
             (QJsonObject{{u"type"_s, u"user"_s}, {u"id"_s, m_ada}, {u"label"_s, u"ada@x.example"_s}}));
    QVERIFY(!entry["organization_name"_L1].toString().isEmpty());
    QCOMPARE(entry["before"_L1], (QJsonObject{{u"first_name"_s, u""_s}, {u"subscription_tier"_s, u"free"_s}}));
    QCOMPARE(entry["after"_L1], (QJsonObject{{u"first_name"_s, u"Ada"_s}, {u"subscription_tier"_s, u"pro"_s}}));
    QCOMPARE(entry["outcome"_L1], u"success"_s);
    QCOMPARE(entry["revertible"_L1], true);
    const Reply one = send(Method::Get, "/api/v1/admin/audit/" + entry["id"_L1].toString().toLatin1());
    QCOMPARE(one.data(), entry);
    QCOMPARE(send(Method::Get, "/api/v1/admin/audit/audit_none").status, 404);
}

void AuditLogTest::keysAreToldFromPeople()
{
    const Reply key
        = send(Method::Post, "/api/v1/access-keys", {{u"name"_s, u"k"_s}, {u"permissions"_s, u"write"_s}}, m_token);
    const QByteArray text = key.data()["key"_L1].toString().toLatin1();
    QCOMPARE(send(Method::Post, "/api/v1/agents", {{u"name"_s, u"By a machine"_s}}, text).status, 201);
    const QJsonObject entry = newest(u"agent.created"_s);
    QCOMPARE(entry["actor"_L1],
             (QJsonObject{{u"type"_s, u"access_key"_s}, {u"id"_s, m_ada}, {u"email"_s, u"ada@x.example"_s}}));
    QCOMPARE(entry["key_id"_L1], key.data()["id"_L1]);
    QCOMPARE(entry["session_id"_L1], u""_s);
}

void AuditLogTest::signInsAreTold()
{
    const QJsonObject in = newest(u"session.created"_s);
    QCOMPARE(in["actor"_L1]["email"_L1], u"ada@x.example"_s);
    QCOMPARE(in["actor"_L1]["id"_L1], m_ada);
    QCOMPARE(in["session_id"_L1], in["target"_L1]["id"_L1]);
    QCOMPARE(in["version"_L1], u"v1"_s);
    QCOMPARE(in["revertible"_L1], false);

    const auto fail = [this](const QString &email) {
        return m_world->post("/api/v1/auth/login", {{u"email"_s, email}, {u"password"_s, u"a wrong password"_s}})
            .status;
    };
    QCOMPARE(fail(u"ada@x.example"_s), 401);
    const QJsonObject known = newest(u"session.failed"_s);
    QCOMPARE(known["outcome"_L1], u"failure"_s);
    QCOMPARE(known["target"_L1]["id"_L1], m_ada);
    QCOMPARE(known["actor"_L1]["id"_L1], u""_s);
    QCOMPARE(fail(u"nobody@x.example"_s), 401);
    const QJsonObject unknown = newest(u"session.failed"_s);
    QCOMPARE(unknown["target"_L1]["id"_L1], u""_s);
    QCOMPARE(unknown["target"_L1]["label"_L1], u"nobody@x.example"_s);

    QCOMPARE(m_world->post("/api/v1/auth/logout", {}, m_token).status, 200);
    QCOMPARE(newest(u"session.ended"_s)["target"_L1]["id"_L1], in["target"_L1]["id"_L1]);
}

void AuditLogTest::nothingDifferentIsNothingTold()
{
    const qint64 before = m_world->number(u"SELECT seq FROM audit_chain WHERE name = 'head'"_s);
    QCOMPARE(send(Method::Patch, userPath(), {{u"email"_s, u"ada@x.example"_s}}).status, 200);
    QCOMPARE(send(Method::Patch, userPath(), {{u"first_name"_s, u"x"_s}, {u"role"_s, u"admin"_s}}, m_token).status,
             403);
    QCOMPARE(send(Method::Patch, "/api/v1/admin/users/user_none", {{u"first_name"_s, u"x"_s}}).status, 404);
    QCOMPARE(m_world->number(u"SELECT seq FROM audit_chain WHERE name = 'head'"_s), before);
}

void AuditLogTest::noSecretIsEverTold()
{
    const auto agent = send(Method::Post, "/api/v1/agents",
                            {{u"name"_s, u"Front desk"_s},
                             {u"llm_provider"_s, u"openai"_s},
                             {u"llm_provider_config"_s, QJsonObject{{u"api_key"_s, Secret}}}},
                            m_token);
    QCOMPARE(agent.status, 201);
    const QByteArray path = "/api/v1/agents/" + agent.data()["id"_L1].toString().toLatin1();
    const QJsonObject created = newest(u"agent.created"_s);
    QCOMPARE(created["after"_L1]["llm_provider_config"_L1]["api_key"_L1], u"set"_s);
    const QString other = u"another-secret-9876543210"_s;
    QCOMPARE(
        send(Method::Patch, path, {{u"llm_provider_config"_s, QJsonObject{{u"api_key"_s, other}}}}, m_token).status,
        200);
    const QJsonObject changed = newest(u"agent.updated"_s);
    QCOMPARE(changed["before"_L1]["llm_provider_config"_L1]["api_key"_L1], u"set"_s);
    QCOMPARE(changed["after"_L1]["llm_provider_config"_L1]["api_key"_L1], u"changed"_s);
    QCOMPARE(changed["revertible"_L1], false);
    QCOMPARE(revert(changed).status, 422);

    QCOMPARE(
        send(Method::Post, "/api/v1/api-keys", {{u"provider"_s, u"groq"_s}, {u"api_key"_s, Secret}}, m_token).status,
        200);
    QCOMPARE(newest(u"provider_key.created"_s)["after"_L1]["api_key"_L1], u"set"_s);
    QCOMPARE(
        send(Method::Post, "/api/v1/api-keys", {{u"provider"_s, u"groq"_s}, {u"api_key"_s, other}}, m_token).status,
        200);
    QCOMPARE(newest(u"provider_key.replaced"_s)["after"_L1]["api_key"_L1], u"changed"_s);
    const Reply key
        = send(Method::Post, "/api/v1/access-keys", {{u"name"_s, u"k"_s}, {u"permissions"_s, u"read"_s}}, m_token);
    const QString text = key.data()["key"_L1].toString();
    QVERIFY(!text.isEmpty());
    const Reply rotated = send(
        Method::Post, "/api/v1/access-keys/" + key.data()["id"_L1].toString().toLatin1() + "/rotate", {}, m_token);
    QCOMPARE(rotated.status, 200);
    const Reply invited
        = send(Method::Post, "/api/v1/organization/invitations", {{u"email"_s, u"eve@x.example"_s}}, m_token);
    const QString invitation = invited.data()["token"_L1].toString();
    QVERIFY(!invitation.isEmpty());
    const QString password = u"a password nobody guesses"_s;
    QCOMPARE(m_world
                 ->post("/api/v1/auth/password",
                        {{u"currentPassword"_s, u"correct horse"_s}, {u"newPassword"_s, password}}, m_token)
                 .status,
             200);
    QCOMPARE(newest(u"password.changed"_s)["target"_L1]["id"_L1], m_ada);

    auto rows = m_world->query(
        u"SELECT before_json || after_json || target_label || actor_email || user_agent || search_text "
        "FROM audit_entries"_s);
    QVERIFY(rows);
    QString all;
    while (rows->next())
        all += rows->text(0);
    for (const QString &hidden : {Secret, other, text.section(u'_', -1), invitation, password, u"correct horse"_s,
                                  rotated.data()["key"_L1].toString().section(u'_', -1), u"$argon2"_s})
        QVERIFY2(!all.contains(hidden), qPrintable(hidden));
}

void AuditLogTest::listsAreFiltered_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("count");
    QTest::newRow("action") << QByteArray("action=user.updated") << 2;
    QTest::newRow("actor") << QByteArray("action=user.updated&actor_id=ROOT") << 1;
    QTest::newRow("outcome") << QByteArray("outcome=failure") << 1;
    QTest::newRow("target") << QByteArray("action=user.updated&target_type=user&target_id=ADA") << 2;
    QTest::newRow("other target") << QByteArray("target_id=user_none") << 0;
    QTest::newRow("organization") << QByteArray("action=user.updated&organization_id=ORG") << 2;
    QTest::newRow("address") << QByteArray("address=203.0.113.9") << 1;
    QTest::newRow("search") << QByteArray("search=ADA%40x&action=user.updated") << 2;
    QTest::newRow("short search") << QByteArray("search=us&limit=100") << 2;
    QTest::newRow("search by address") << QByteArray("search=203.0.113") << 1;
    QTest::newRow("day") << QByteArray("action=user.updated&start_date=2023-11-14&end_date=2023-11-14") << 2;
    QTest::newRow("day before") << QByteArray("end_date=2023-11-13") << 0;
    QTest::newRow("day after") << QByteArray("start_date=2023-11-15") << 0;
}

void AuditLogTest::listsAreFiltered()
{
    QFETCH(QByteArray, query);
    QFETCH(int, count);
    QCOMPARE(send(Method::Patch, userPath(), {{u"first_name"_s, u"A"_s}}).status, 200);
    QCOMPARE(send(Method::Put, "/api/v1/users/profile", {{u"lastName"_s, u"B"_s}}, m_token).status, 200);
    const Reply failed = m_world->send({.method = Method::Post,
                                        .path = "/api/v1/auth/login",
                                        .body = {{u"email"_s, u"no@x.example"_s}, {u"password"_s, u"wrong one"_s}},
                                        .client = QHostAddress(u"203.0.113.9"_s)});
    QCOMPARE(failed.status, 401);
    const auto id = [this](const QString &sql) {
        auto rows = m_world->query(sql);
        return rows && rows->next() ? rows->text(0).toLatin1() : QByteArray();
    };
    query.replace("ROOT", id(u"SELECT id FROM users WHERE email = 'root@x.example'"_s));
    query.replace("ORG", id(u"SELECT organization_id FROM users WHERE email = 'ada@x.example'"_s));
    if (!query.contains("search"))
        query.replace("ADA", m_ada.toLatin1());
    const Reply reply = m_world->get("/api/v1/admin/audit?" + query, m_root);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json["data"_L1].toArray().size(), count);
}

void AuditLogTest::listsArePagedByCursor()
{
    for (int i = 0; i < 7; ++i)
        QCOMPARE(send(Method::Patch, userPath(), {{u"first_name"_s, u"name %1"_s.arg(i)}}).status, 200);
    const qint64 all = m_world->number(u"SELECT COUNT(*) FROM audit_entries"_s);
    QList<qint64> seen;
    QByteArray next;
    do {
        const Reply page = m_world->get("/api/v2/admin/audit?limit=3" + next, m_root);
        QCOMPARE(page.status, 200);
        const QJsonObject pagination = page.json["meta"_L1]["pagination"_L1].toObject();
        QCOMPARE(pagination["total"_L1].toInteger(), all);
        for (const QJsonValue entry : page.json["data"_L1].toArray())
            seen << entry["sequence"_L1].toInteger();
        const QString cursor = pagination["nextCursor"_L1].toString();
        next = cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor.toLatin1();
    } while (!next.isEmpty());
    QCOMPARE(seen.size(), all);
    for (qint64 i = 0; i < all; ++i)
        QCOMPARE(seen[i], all - i); // newest first, none twice
    QCOMPARE(m_world->get("/api/v1/admin/audit?page=2&limit=3", m_root).json["data"_L1].toArray().size(), 3);
}

void AuditLogTest::datesAreChecked()
{
    for (const QByteArray query : {"start_date=yesterday", "end_date=2023-02-30", "outcome=maybe", "sort=action",
                                   "start_date=2023-11-14&end_date=2023-11-13", "limit=0"})
        QCOMPARE(m_world->get("/api/v1/admin/audit?" + query, m_root).status, 400);
    QCOMPARE(m_world->get("/api/v1/admin/audit?start_date=2023-11-14&end_date=2023-11-13", m_root).json["message"_L1],
             u"A query parameter is wrong: end_date must not be before start_date"_s);
}

void AuditLogTest::onlyStaffReadsTheLog()
{
    m_world->makeUser(u"help@x.example"_s, Role::Support);
    const QByteArray support = m_world->tokenOf(u"help@x.example"_s);
    for (const QByteArray path : {"", "/verify", "/export", "/audit_1"}) {
        QCOMPARE(m_world->get("/api/v1/admin/audit" + path, m_token).status, 403);
        QCOMPARE(m_world->get("/api/v1/admin/audit" + path).status, 401);
        QVERIFY(m_world->get("/api/v1/admin/audit" + path, support).status != 403);
    }
}

void AuditLogTest::oneReadsWhatConcernsOneself()
{
    QCOMPARE(send(Method::Put, userPath() + "/limits", {{u"max_agents"_s, 5}, {u"notes"_s, u"pays late"_s}}).status,
             200);
    m_world->makeUser(u"eve@x.example"_s);
    m_world->tokenOf(u"eve@x.example"_s);
    m_world->post("/api/v1/auth/login", {{u"email"_s, u"ada@x.example"_s}, {u"password"_s, u"a wrong password"_s}});
    const Reply own = m_world->get("/api/v2/auth/audit", m_token);
    QCOMPARE(own.status, 200);
    const QJsonArray entries = own.json["data"_L1].toArray();
    QCOMPARE(entries.size(), 3);
    const QJsonObject failed = entries[0].toObject();
    QCOMPARE(failed["action"_L1], u"session.failed"_s);
    QCOMPARE(failed["address"_L1], u"198.51.100.7"_s);
    const QJsonObject limits = entries[1].toObject();
    QCOMPARE(limits["action"_L1], u"limits.updated"_s);
    QCOMPARE(limits["address"_L1], u""_s); // an administrator's whereabouts are not the user's business
    QCOMPARE(limits["after"_L1], (QJsonObject{{u"max_agents"_s, 5}}));
    QVERIFY(!limits.contains("organization_id"_L1));
    QCOMPARE(entries[2]["action"_L1], u"session.created"_s);
    QCOMPARE(m_world->get("/api/v1/auth/audit", m_token).status, 404);
    QCOMPARE(m_world->get("/api/v2/auth/audit?outcome=failure", m_token).json["data"_L1].toArray().size(), 1);
}

void AuditLogTest::oneFindsNothingThatIsHidden()
{
    const Reply done = m_world->send({.method = Method::Put,
                                      .path = userPath() + "/limits",
                                      .body = {{u"max_agents"_s, 5}},
                                      .token = m_root,
                                      .client = QHostAddress(u"203.0.113.77"_s)});
    QCOMPARE(done.status, 200);
    const auto found = [&](const QByteArray &search) {
        const Reply reply = m_world->get("/api/v2/auth/audit?search=" + search, m_token);
        QStringList actions;
        for (const QJsonValue entry : reply.json["data"_L1].toArray())
            actions << entry["action"_L1].toString();
        return actions;
    };
    QCOMPARE(found("203.0.113"), QStringList()); // where an administrator sits
    QCOMPARE(found("20"), QStringList());
    QCOMPARE(found(done.headers.value("X-Request-Id")), QStringList());
    QCOMPARE(found("198.51.100.7"), QStringList{u"session.created"_s}); // where one sits oneself
    const QStringList limits{u"limits.updated"_s};
    QCOMPARE(found("limits"), limits);
    QCOMPARE(found("li"), limits);
    QCOMPARE(found("ROOT%40x"), limits);
    QCOMPARE(found("ada%40x"), (QStringList{u"limits.updated"_s, u"session.created"_s}));
}

void AuditLogTest::theChainIsVerified()
{
    const QJsonObject fine = m_world->get("/api/v1/admin/audit/verify", m_root).data();
    QCOMPARE(fine["ok"_L1], true);
    QCOMPARE(fine["checked"_L1].toInteger(), m_world->number(u"SELECT COUNT(*) FROM audit_entries"_s));

    m_world->execute(u"UPDATE audit_entries SET actor_email = 'x' || actor_email WHERE seq = 1"_s);
    const QJsonObject broken = m_world->get("/api/v1/admin/audit/verify", m_root).data();
    QCOMPARE(broken["ok"_L1], false);
    QCOMPARE(broken["broken"_L1]["sequence"_L1], 1);
    QCOMPARE(broken["broken"_L1]["reason"_L1], u"changed"_s);
    QVERIFY(broken["broken"_L1]["id"_L1].toString().startsWith(u"audit_"_s));
    m_world->execute(u"UPDATE audit_entries SET actor_email = substr(actor_email, 2) WHERE seq = 1"_s);
}

void AuditLogTest::oneCheckServesAllWhoAsk()
{
    // Both threads are busy: the check waits, and with it everybody who asks.
    QSemaphore open;
    QList<QFuture<Result<Done>>> busy;
    for (int i = 0; i < 2; ++i)
        busy << m_parts->pool->submit<Done>([&open](store::Connection &) -> Result<Done> {
            open.acquire();
            return Done{};
        });
    m_world->addWorker();
    QTimer::singleShot(0, qApp, [&open] { open.release(2); });
    const Ask ask{.path = "/api/v1/admin/audit/verify", .token = m_root};
    const QList<Reply> replies = m_world->sendAll({ask, ask, ask, ask, ask});
    for (const Reply &reply : replies) {
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.data(), replies[0].data());
    }
    QCOMPARE(m_parts->check->runs(), 1U);
    QCOMPARE(m_world->get(ask.path, m_root).status, 200); // a new one
    QCOMPARE(m_parts->check->runs(), 2U);
    for (const auto &one : busy)
        QVERIFY(one.result());
}

void AuditLogTest::exportsAreSafeCsv()
{
    QCOMPARE(
        send(Method::Patch, userPath(), {{u"first_name"_s, u"=cmd()"_s}, {u"last_name"_s, u"a \"b\", c"_s}}).status,
        200);
    http::Headers formula;
    formula.add("User-Agent", "=HYPERLINK(\"http://x.example\")");
    QCOMPARE(m_world
                 ->send({.method = Method::Patch,
                         .path = userPath(),
                         .body = {{u"phone"_s, u"+4930123456"_s}},
                         .token = m_root,
                         .headers = formula})
                 .status,
             200);
    const Reply file = m_world->get("/api/v1/admin/audit/export?action=user.updated", m_root);
    QCOMPARE(file.status, 200);
    QVERIFY(file.headers.value("Content-Type").startsWith("text/csv"));
    QVERIFY(file.headers.value("Content-Disposition").contains("audit-2023-11-14.csv"));
    const QByteArrayList lines = file.body.split('\n');
    QCOMPARE(lines.size(), 4); // head, two entries, the end
    QVERIFY(lines[0].startsWith("sequence,at,action,"));
    QVERIFY(lines[1].contains(",\"'=HYPERLINK(\"\"http://x.example\"\")\","));
    QVERIFY(lines[2].contains("\"\"=cmd()\"\""));
    QCOMPARE(m_world->get("/api/v1/admin/audit/export?start_date=x", m_root).status, 400);
}

void AuditLogTest::usersAreTakenBack()
{
    QCOMPARE(send(Method::Patch, userPath(), {{u"role"_s, u"support"_s}, {u"first_name"_s, u"Ada"_s}}).status, 200);
    QCOMPARE(m_world->get("/api/v1/admin/users", m_token).status, 200);
    const QJsonObject entry = newest(u"user.updated"_s);
    const Reply back = revert(entry);
    QCOMPARE(back.status, 200);
    QCOMPARE(back.data()["reverts"_L1], entry["id"_L1]);
    QCOMPARE(back.data()["action"_L1], u"user.updated"_s);
    QCOMPARE(back.data()["before"_L1], entry["after"_L1]);
    QCOMPARE(back.data()["after"_L1], entry["before"_L1]);
    QCOMPARE(back.data()["actor"_L1]["email"_L1], u"root@x.example"_s);
    QCOMPARE(m_world->get("/api/v1/admin/users", m_token).status, 403); // at once
    QCOMPARE(revert(entry).status, 409);
    QCOMPARE(revert(back.data()).status, 200); // a change like any other
    QCOMPARE(m_world->get("/api/v1/admin/users", m_token).status, 200);

    QCOMPARE(
        send(Method::Post, "/api/v1/admin/users/bulk", {{u"ids"_s, QJsonArray{m_ada}}, {u"is_active"_s, false}}).status,
        200);
    const QJsonObject disabled = newest(u"user.updated"_s);
    QCOMPARE(disabled["after"_L1], (QJsonObject{{u"is_active"_s, false}}));
    QCOMPARE(revert(disabled).status, 200);
    QVERIFY(!m_world->tokenOf(u"ada@x.example"_s).isEmpty());
    QCOMPARE(revert(newest(u"session.created"_s)).status, 422);
}

void AuditLogTest::addressesTakenBackAreConfirmedAnew()
{
    QCOMPARE(send(Method::Patch, userPath(), {{u"email"_s, u"ada@elsewhere.example"_s}}).status, 200);
    QCOMPARE(revert(newest(u"user.updated"_s)).status, 200);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users WHERE email = 'ada@x.example' AND email_verified = 0"_s), 1);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM mail_outbox WHERE recipient = 'ada@x.example' "
                             "AND subject LIKE 'Confirm%'"_s),
             1);
    for (const QString &left : {u"ada@x.example"_s, u"ada@elsewhere.example"_s})
        QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM mail_outbox WHERE recipient = ? "
                                 "AND subject LIKE '%another e-mail address'"_s,
                                 {left}),
                 1);
}

void AuditLogTest::limitsGoBackToTheTiers()
{
    QCOMPARE(send(Method::Put, userPath() + "/limits", {{u"max_agents"_s, 7}, {u"notes"_s, u"asked for"_s}}).status,
             200);
    const QJsonObject entry = newest(u"limits.updated"_s);
    QCOMPARE(entry["before"_L1]["max_agents"_L1], QJsonValue());
    QCOMPARE(revert(entry).status, 200);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users WHERE id = ? AND max_agents IS NULL AND limit_notes = ''"_s,
                             {m_ada}),
             1);
    QCOMPARE(send(Method::Put, userPath() + "/limits", {{u"max_agents"_s, 8}}).status, 200);
    QCOMPARE(revert(entry).status, 409);
}

void AuditLogTest::namesAndRolesAreTakenBack()
{
    const QString was = send(Method::Get, "/api/v1/organization", {}, m_token).data()["name"_L1].toString();
    QCOMPARE(send(Method::Patch, "/api/v1/organization", {{u"name"_s, u"New name"_s}}, m_token).status, 200);
    const QJsonObject renamed = newest(u"organization.updated"_s);
    QCOMPARE(renamed["target"_L1]["type"_L1], u"organization"_s);
    QCOMPARE(revert(renamed).status, 200);
    QCOMPARE(send(Method::Get, "/api/v1/organization", {}, m_token).data()["name"_L1], was);

    const QString eve = m_world->makeUser(u"eve@x.example"_s);
    m_world->execute(u"UPDATE users SET organization_role = 'member', organization_id = "
                     "(SELECT w.organization_id FROM users w WHERE w.id = ?) WHERE id = ?"_s,
                     {m_ada, eve});
    const QByteArray path = "/api/v1/organization/members/" + eve.toLatin1();
    QCOMPARE(send(Method::Patch, path, {{u"organization_role"_s, u"owner"_s}}, m_token).status, 200);
    QCOMPARE(revert(newest(u"member.updated"_s)).status, 200);
    QCOMPARE(send(Method::Get, path, {}, m_token).data()["organization_role"_L1], u"member"_s);
    QCOMPARE(send(Method::Delete, path, {}, m_token).status, 200);
    const QJsonObject removed = newest(u"member.removed"_s);
    QCOMPARE(removed["before"_L1]["email"_L1], u"eve@x.example"_s);
    QCOMPARE(revert(removed).status, 422);
    QCOMPARE(send(Method::Delete, userPath()).status, 200);
    QCOMPARE(newest(u"user.deleted"_s)["target"_L1]["id"_L1], m_ada);
    QCOMPARE(newest(u"organization.deleted"_s)["target"_L1]["label"_L1], was);
    QCOMPARE(revert(renamed).status, 409);
}

void AuditLogTest::tenantsAreLetInAgain()
{
    const Reply own = send(Method::Get, "/api/v1/organization", {}, m_token);
    const QByteArray path = "/api/v1/admin/organizations/" + own.data()["id"_L1].toString().toLatin1();
    QCOMPARE(send(Method::Patch, path, {{u"is_active"_s, false}}).status, 200);
    QCOMPARE(send(Method::Get, "/api/v1/organization", {}, m_token).status, 401);
    const QJsonObject entry = newest(u"organization.updated"_s);
    QCOMPARE(entry["after"_L1], (QJsonObject{{u"is_active"_s, false}}));
    QCOMPARE(revert(entry).status, 200);
    QCOMPARE(send(Method::Get, "/api/v1/organization", {}, m_token).status, 200);
    QCOMPARE(revert(entry).status, 409);
}

void AuditLogTest::agentsAreTakenBackButNotTheirSecrets()
{
    const Reply made = send(Method::Post, "/api/v1/agents",
                            {{u"name"_s, u"Front desk"_s},
                             {u"llm_provider"_s, u"openai"_s},
                             {u"llm_provider_config"_s, QJsonObject{{u"api_key"_s, Secret}}}},
                            m_token);
    QCOMPARE(made.status, 201);
    const QByteArray path = "/api/v1/agents/" + made.data()["id"_L1].toString().toLatin1();
    const QJsonObject before = send(Method::Get, path, {}, m_token).data();
    QCOMPARE(send(Method::Patch, path,
                  {{u"name"_s, u"Back office"_s},
                   {u"status"_s, u"inactive"_s},
                   {u"idle_timeout"_s, 25},
                   {u"llm_provider_config"_s, QJsonObject{{u"temperature"_s, 0.1}}}},
                  m_token)
                 .status,
             200);
    const QJsonObject entry = newest(u"agent.updated"_s);
    QCOMPARE(entry["after"_L1].toObject().size(), 4);
    QCOMPARE(entry["revertible"_L1], true);
    QCOMPARE(revert(entry).status, 200);
    QJsonObject after = send(Method::Get, path, {}, m_token).data();
    after.insert(u"updated_at"_s, before["updated_at"_L1]);
    QCOMPARE(after, before);
    const auto secret = agents::AgentStore(m_world->connection(), *m_parts->vault)
                            .secret(before["organization_id"_L1].toString(), before["id"_L1].toString(),
                                    u"llm_provider_config.api_key"_s);
    QVERIFY(secret);
    QCOMPARE(secret->view().toByteArray(), Secret.toUtf8()); // it stays what it is
    QCOMPARE(send(Method::Delete, path, {}, m_token).status, 200);
    QCOMPARE(newest(u"agent.deleted"_s)["before"_L1]["name"_L1], u"Front desk"_s);
    QCOMPARE(revert(entry).status, 409);
}

void AuditLogTest::accessKeysAreTakenBack()
{
    const Reply made
        = send(Method::Post, "/api/v1/access-keys",
               {{u"name"_s, u"k"_s}, {u"permissions"_s, u"write"_s}, {u"rate_limit_per_hour"_s, 10}}, m_token);
    const QByteArray path = "/api/v1/access-keys/" + made.data()["id"_L1].toString().toLatin1();
    QCOMPARE(send(Method::Patch, path,
                  {{u"permissions"_s, u"admin"_s},
                   {u"rate_limit_per_hour"_s, QJsonValue()},
                   {u"expires_at"_s, u"2030-01-01T00:00:00.000Z"_s}},
                  m_token)
                 .status,
             200);
    const QJsonObject entry = newest(u"access_key.updated"_s);
    QCOMPARE(
        entry["before"_L1],
        (QJsonObject{{u"permissions"_s, u"write"_s}, {u"rate_limit_per_hour"_s, 10}, {u"expires_at"_s, QJsonValue()}}));
    QCOMPARE(revert(entry).status, 200);
    const Reply keys = send(Method::Get, "/api/v1/access-keys", {}, m_token);
    const QJsonObject key = keys.json["data"_L1].toArray().first().toObject();
    QCOMPARE(key["permissions"_L1], u"write"_s);
    QCOMPARE(key["rate_limit_per_hour"_L1], 10);
    QCOMPARE(key["expires_at"_L1], QJsonValue());
    QCOMPARE(send(Method::Delete, path, {}, m_token).status, 200);
    QCOMPARE(newest(u"access_key.revoked"_s)["before"_L1]["name"_L1], u"k"_s);
}

void AuditLogTest::whatChangedSinceStays()
{
    QCOMPARE(send(Method::Patch, userPath(), {{u"first_name"_s, u"A"_s}}).status, 200);
    const QJsonObject entry = newest(u"user.updated"_s);
    QCOMPARE(send(Method::Patch, userPath(), {{u"last_name"_s, u"L"_s}}).status, 200); // another field
    QCOMPARE(send(Method::Patch, userPath(), {{u"first_name"_s, u"B"_s}}).status, 200);
    const Reply refused = revert(entry);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), u"RESOURCE_CONFLICT"_s);
    QCOMPARE(revert(newest(u"user.updated"_s)).status, 200);
    QCOMPARE(revert(entry).status, 200);
    const QJsonObject user = send(Method::Get, userPath()).data();
    QCOMPARE(user["first_name"_L1], u""_s);
    QCOMPARE(user["last_name"_L1], u"L"_s);
}

void AuditLogTest::whatAnotherServerChangesStays()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    QCOMPARE(send(Method::Patch, userPath(), {{u"first_name"_s, u"A"_s}}).status, 200);
    const QJsonObject entry = newest(u"user.updated"_s);
    std::atomic<bool> written = false;
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        const auto set = identity::UserStore(c, m_world->settings(), 1).update(m_ada, {.firstName = u"B"_s});
        written = true;
        return set && OtherServer::isAwaited(c);
    });
    QTRY_VERIFY(written);
    QCOMPARE(revert(entry).status, 409);
    QVERIFY(other.hasWritten());
    QCOMPARE(send(Method::Get, userPath()).data()["first_name"_L1], u"B"_s);
}

void AuditLogTest::whatAnotherServerNamesStays_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QJsonObject>("first");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("table");
    QTest::newRow("agent") << QByteArray("/api/v1/agents") << QJsonObject{{u"name"_s, u"A"_s}} << u"agent.updated"_s
                           << u"agents"_s;
    QTest::newRow("access key") << QByteArray("/api/v1/access-keys")
                                << QJsonObject{{u"name"_s, u"A"_s}, {u"permissions"_s, u"read"_s}}
                                << u"access_key.updated"_s << u"access_keys"_s;
    QTest::newRow("organization") << QByteArray("/api/v1/organization") << QJsonObject() << u"organization.updated"_s
                                  << u"organizations"_s; // is there already
}

void AuditLogTest::whatAnotherServerNamesStays()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    QFETCH(QByteArray, path);
    QFETCH(QJsonObject, first);
    QFETCH(QString, action);
    QFETCH(QString, table);
    if (!first.isEmpty())
        path += '/' + send(Method::Post, path, first, m_token).data()["id"_L1].toString().toLatin1();
    const Reply named = send(Method::Patch, path, {{u"name"_s, u"B"_s}}, m_token);
    QCOMPARE(named.status, 200);
    const QJsonObject entry = newest(action);
    std::atomic<bool> written = false;
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        const auto set = c.execute(u"UPDATE %1 SET name = 'C', revision = revision + 1 WHERE id = ?"_s.arg(table),
                                   {named.data()["id"_L1].toString()});
        written = true;
        return set && OtherServer::isAwaited(c);
    });
    QTRY_VERIFY(written);
    QCOMPARE(revert(entry).status, 409);
    QVERIFY(other.hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM %1 WHERE name = 'C'"_s.arg(table)), 1);
}

void AuditLogTest::onlyAdministratorsTakeBack()
{
    QCOMPARE(send(Method::Patch, userPath(), {{u"first_name"_s, u"A"_s}}).status, 200);
    const QJsonObject entry = newest(u"user.updated"_s);
    const QByteArray path = "/api/v1/admin/audit/" + entry["id"_L1].toString().toLatin1() + "/revert";
    m_world->makeUser(u"help@x.example"_s, Role::Support);
    QCOMPARE(send(Method::Post, path, {}, m_world->tokenOf(u"help@x.example"_s)).status, 403);
    QCOMPARE(send(Method::Post, path, {}, m_token).status, 403);
    QCOMPARE(send(Method::Post, "/api/v1/admin/audit/audit_none/revert").status, 404);
}

QTEST_GUILESS_MAIN(AuditLogTest)
#include "tst_auditlog.moc"

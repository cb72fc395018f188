// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/paging.h"
#include "server/identity/userlist.h"
#include "server/identity/userstore.h"
#include "tests/server/identity/identityworld.h"
#include "tests/server/identity/otherserver.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace
{
const QByteArray Users = "/api/v1/admin/users";

QStringList column(const QJsonArray &rows, QLatin1StringView name = "id"_L1)
{
    QStringList values;
    for (const QJsonValue row : rows)
        values << row[name].toString();
    return values;
}

QJsonArray usersIn(const Reply &reply) { return reply.data()["users"_L1].toArray(); }
}

class TestAccounts : public QObject
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

    void profilesAreTheDocuments();
    void profilesChangeWhatIsSent();
    void onlyAnOwnerRenames();
    void listsAreTheDocuments();
    void rolesDecide();
    void filtersCountAndNarrow();
    void badListQueriesAreRefused_data();
    void badListQueriesAreRefused();
    void madeUpCursorsAreRefused();
    void cursorsSurviveInserts_data();
    void cursorsSurviveInserts();
    void searchFindsWhatARecountFinds();
    void searchWalksWhenHitsAreMany();
    void patchChangesWhatIsSent();
    void patchKnowsTagsAndConflicts();
    void tierFollowsRole();
    void limitsAreKept();
    void theLastAdministratorStays();
    void administratorsOfDisabledOrganizationsDoNotCount();
    void deletingIsSafeForOrganizations();
    void sessionsAreListedAndEnded();
    void whoIsSignedInIsNeverRemembered();
    void twoServersKeepEachOthersChanges();
    void twoOwnersDoNotLeaveAtOnce();
    void bulkAnswersARow();
    void organizationsAreListed();
    void monitoringTellsTheTruth();
    void metricsAreNotForEverybody();

private:
    Reply change(http::Method method, const QByteArray &path, const QJsonObject &body = {}, const QByteArray &tag = {})
    {
        Ask ask{.method = method, .path = path, .body = body, .token = m_root};
        if (!tag.isEmpty())
            ask.headers.add("If-Match", tag);
        return m_world->send(ask);
    }
    Reply get(const QByteArray &path) { return m_world->get(path, m_root); }
    void addMany(int count);
    QStringList walk(const QByteArray &path, const std::function<void(int)> &between = {});

    std::unique_ptr<IdentityWorld> m_world;
    QByteArray m_root;
    QByteArray m_rootId;
};

void TestAccounts::init()
{
    m_world = std::make_unique<IdentityWorld>();
    m_rootId = m_world->makeUser(u"root@example.com"_s, Role::Admin).toLatin1();
    m_root = m_world->tokenOf(u"root@example.com"_s);
}

/// Users with names of few letters, so that searches hit some of them, not all.
void TestAccounts::addMany(int count)
{
    for (int i = 0; i < 7; ++i) {
        m_world->execute(u"INSERT INTO organizations (id, name, sort_name, search_text, created_at, updated_at) "
                         "VALUES (?, 'o', 'o', 'o', 0, 0)"_s,
                         {u"org_%1"_s.arg(i)});
    }
    QRandomGenerator random(7);
    const auto word = [&] {
        QString text;
        for (int i = 0; i < 6; ++i)
            text += QChar(u"abcdöß"[random.bounded(6)]);
        return text;
    };
    for (int i = 0; i < count; ++i) {
        const QString name = word();
        const QString email = word().replace(u'ö', u'o').replace(u'ß', u's') + QString::number(i) + u"@mail.example"_s;
        const QString organization = u"org_%1"_s.arg(i % 7);
        m_world->execute(
            u"INSERT INTO users (id, organization_id, organization_role, organization_name, sort_organization, "
            "email, first_name, sort_name, role, tier, is_active, search_text, created_at, updated_at, "
            "last_login_at) VALUES (?, ?, 'member', ?, ?, ?, ?, ?, 'user', ?, ?, ?, ?, 0, ?)"_s,
            {u"user_%1"_s.arg(i, 6, 10, QChar(u'0')), organization, organization, organization, email, name, name,
             i % 3 == 0 ? u"pro"_s : u"free"_s, i % 50 == 0 ? 0 : 1,
             QString(email + u'\n' + name + u'\n' + organization), 1000 + i / 5, i % 4});
    }
}

QStringList TestAccounts::walk(const QByteArray &path, const std::function<void(int)> &between)
{
    QStringList ids;
    QByteArray next;
    for (int page = 0; page < 1000; ++page) {
        const Reply reply = get(path + (next.isEmpty() ? QByteArray() : "&cursor=" + next));
        if (reply.status != 200) {
            qWarning("%s", reply.body.constData());
            return {};
        }
        ids << column(usersIn(reply));
        next = reply.data()["pagination"_L1]["nextCursor"_L1].toString().toLatin1();
        if (next.isEmpty())
            return ids;
        if (between)
            between(page);
    }
    return {};
}

void TestAccounts::profilesAreTheDocuments()
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

void TestAccounts::profilesChangeWhatIsSent()
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

void TestAccounts::onlyAnOwnerRenames()
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

void TestAccounts::listsAreTheDocuments()
{
    m_world->makeUser(u"ada@example.com"_s);
    const QJsonObject page = get("/api/admin/users?page=1&limit=20").data();
    QCOMPARE(page["pagination"_L1]["page"_L1], 1);
    QCOMPARE(page["pagination"_L1]["limit"_L1], 20);
    QCOMPARE(page["pagination"_L1]["total"_L1], 2);
    QCOMPARE(page["pagination"_L1]["pages"_L1], 1);
    const QJsonObject row = page["users"_L1][0].toObject();
    for (const auto name :
         {"id"_L1, "email"_L1, "organization_name"_L1, "subscription_tier"_L1, "is_active"_L1, "agent_count"_L1})
        QVERIFY2(row.contains(name), name.data());
    QCOMPARE(row["current_usage"_L1].toObject(), (QJsonObject{{u"tokens"_s, 0}, {u"calls"_s, 0}}));

    const Reply v2 = get("/api/v2/admin/users?limit=1");
    QCOMPARE(v2.json["data"_L1].toArray().size(), 1);
    QCOMPARE(v2.json["meta"_L1]["pagination"_L1]["total"_L1], 2);

    const Reply omnivox = get("/api/v1/users?page=1&limit=1&role=user");
    QCOMPARE(
        omnivox.json["data"_L1][0].toObject().keys(),
        (QStringList{u"createdAt"_s, u"email"_s, u"firstName"_s, u"id"_s, u"isActive"_s, u"lastName"_s, u"role"_s}));
    const QJsonObject pagination = omnivox.json["pagination"_L1].toObject();
    QCOMPARE(pagination["total"_L1], 1);
    QCOMPARE(pagination["totalPages"_L1], 1);
    QCOMPARE(pagination["hasNext"_L1], false);
    QCOMPARE(pagination["hasPrev"_L1], false);
    // This month's usage counts; last month's does not.
    m_world->execute(u"UPDATE users SET usage_month = 202311, used_tokens = 15, used_calls = 3 WHERE id = ?"_s,
                     {QString::fromLatin1(m_rootId)});
    QCOMPARE(get(Users + '/' + m_rootId).headers.value("X-Cache"), QByteArray("MISS"));
    const Ask fresh{.path = "/api/v2/admin/users/" + m_rootId, .token = m_root};
    QCOMPARE(m_world->send(fresh).data()["current_usage"_L1]["tokens"_L1], 15);
    m_world->execute(u"UPDATE users SET usage_month = 202310 WHERE id = ?"_s, {QString::fromLatin1(m_rootId)});
    QCOMPARE(usersIn(get(Users + "?role=admin"))[0]["current_usage"_L1]["tokens"_L1], 0);
}

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

void TestAccounts::filtersCountAndNarrow()
{
    addMany(60);
    const auto total = [&](const QByteArray &query) {
        const Reply reply = get(Users + '?' + query);
        const qint64 counted = reply.data()["pagination"_L1]["total"_L1].toInteger(-1);
        return counted == usersIn(reply).size() ? counted : -2;
    };
    QCOMPARE(total("limit=100"), 61);
    QCOMPARE(total("limit=100&subscription_tier=pro"), 20);
    QCOMPARE(total("is_active=false"), 2);
    QCOMPARE(total("is_active=false&subscription_tier=pro"), 1);
    QCOMPARE(total("role=admin"), 1);
    QCOMPARE(total("role=support"), 0);
    QCOMPARE(total("organization_id=org_3"), 9);
    QCOMPARE(total("organization_id=org_3&subscription_tier=pro"),
             m_world->number(u"SELECT COUNT(*) FROM users WHERE organization_id = 'org_3' AND tier = 'pro'"_s));
    QCOMPARE(total("organization_id=nobody"), 0);

    QCOMPARE(total("signed_in=true"), 1); // the administrator who asks
    QCOMPARE(total("signed_in=true&role=user"), 0);
    const QString month = QDateTime::fromMSecsSinceEpoch(m_world->now(), Qt::UTC).toString(u"yyyyMM"_s);
    m_world->execute(u"INSERT INTO quota_events (organization_id, user_id, month, threshold, used_tokens, token_quota, "
                     "created_at) SELECT organization_id, id, "_s
                     + month
                     + u", t.threshold, 90, 100, 0 FROM users CROSS JOIN (SELECT 80 AS threshold UNION SELECT 100) t "
                       "WHERE organization_id = 'org_3'"_s);
    const auto setUsed = [&](int tokens) {
        m_world->execute(u"UPDATE users SET usage_month = %1, monthly_token_quota = 100, used_tokens = %2 "
                         "WHERE organization_id = 'org_3'"_s.arg(month).arg(tokens));
    };
    setUsed(79); // the quota was raised since
    QCOMPARE(total("quota_at_risk=true&page=1"), 0); // another question: answers are kept for a while
    setUsed(80);
    QCOMPARE(total("quota_at_risk=true"), 9);
    QCOMPARE(total("quota_at_risk=true&organization_id=org_4"), 0);
    QCOMPARE(total("quota_at_risk=true&subscription_tier=pro"),
             m_world->number(u"SELECT COUNT(*) FROM users WHERE organization_id = 'org_3' AND tier = 'pro'"_s));
    QCOMPARE(total("quota_at_risk=true&signed_in=true"), 0);
    QCOMPARE(total("limit=100&quota_at_risk=false"), 61);

    const Reply paged = get(Users + "?limit=10&page=3&sort=email");
    QCOMPARE(usersIn(paged).size(), 10);
    QStringList emails = column(usersIn(get(Users + "?limit=100&sort=email")), "email"_L1);
    QCOMPARE(column(usersIn(paged), "email"_L1), emails.sliced(20, 10));
    std::sort(emails.begin(), emails.end());
    QCOMPARE(column(usersIn(get(Users + "?limit=100&sort=email")), "email"_L1), emails);
}

void TestAccounts::badListQueriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"sort=password_hash", "sort=-", "limit=0", "limit=101", "limit=abc", "page=-1", "page=0",
                              "role=king", "is_active=maybe", "cursor=AAAA", "cursor=%00", "page=1&cursor=x", "serach=ada"})
        QTest::newRow(query) << QByteArray(query);
}

void TestAccounts::badListQueriesAreRefused()
{
    QFETCH(QByteArray, query);
    for (const QByteArray path : {"/api/v1/admin/users?", "/api/v1/users?"}) {
        const Reply refused = get(path + query);
        QVERIFY2(refused.status == 400 || refused.status == 422, refused.body.constData());
    }
}

void TestAccounts::madeUpCursorsAreRefused()
{
    const auto with = [](const QString &sort, const QJsonArray &key) {
        const api::Cursor cursor{.sort = sort, .key = key};
        return Users + "?sort=" + sort.toLatin1() + "&cursor=" + cursor.encode().toLatin1();
    };
    QCOMPARE(get(with(u"-created_at"_s, {0, 1})).status, 200);
    QCOMPARE(get(with(u"-created_at"_s, {u"abc"_s, 1})).status, 400);
    QCOMPARE(get(with(u"-created_at"_s, {0, u"1"_s})).status, 400);
    QCOMPARE(get(with(u"email"_s, {7, 1})).status, 400);
    QCOMPARE(get(with(u"email"_s, {QJsonValue(), 1})).status, 400);
}

void TestAccounts::cursorsSurviveInserts_data()
{
    QTest::addColumn<QByteArray>("sort");
    for (const char *sort : {"created_at", "-created_at", "email", "-email", "name", "-name", "last_login_at",
                             "-last_login_at", "organization", "-organization_name"})
        QTest::newRow(sort) << QByteArray(sort);
}

void TestAccounts::cursorsSurviveInserts()
{
    QFETCH(QByteArray, sort);
    addMany(73);
    QStringList before = walk(Users + "?limit=100&sort=" + sort);
    QCOMPARE(before.size(), 74);
    const QStringList walked = walk(Users + "?limit=10&sort=" + sort,
                                    [&](int page) { m_world->makeUser(u"new%1@example.com"_s.arg(page)); });
    QStringList old;
    for (const QString &id : walked) {
        if (before.contains(id))
            old << id;
    }
    QCOMPARE(old, before);
    QCOMPARE(QSet<QString>(walked.begin(), walked.end()).size(), walked.size());
}

void TestAccounts::searchFindsWhatARecountFinds()
{
    addMany(400);
    m_world->execute(
        u"UPDATE users SET first_name = 'x', sort_name = '50%_\"q''x', search_text = email || '50%_\"q''x' WHERE id = 'user_000009'"_s);
    // Holds every trigram of "xyzxy", and not the word: only looking at the row tells.
    m_world->execute(u"UPDATE users SET sort_name = 'yzxyz', search_text = 'yzxyz' WHERE id = 'user_000011'"_s);
    QStringList needles{u"xyzxy"_s, u"yzxyz"_s, u"example"_s,      u"ABC"_s, u"öß"_s,   u"dcb"_s,
                        u"aböc"_s,  u"org_3"_s, u"mail.example"_s, u"50%"_s, u"%_\""_s, u"\"q'x"_s,
                        u"zzz"_s,   u"cab1"_s,  u"ac"_s,           u"b"_s,   u"ß"_s};
    for (const QString &needle : needles) {
        QStringList expected;
        auto rows = m_world->connection().query(u"SELECT id, search_text, email, sort_name FROM users"_s);
        QVERIFY(rows);
        const QString folded = needle.toLower();
        while (rows->next()) {
            const bool hit = folded.size() < 3 ? rows->text(2).startsWith(folded) || rows->text(3).startsWith(folded)
                                               : rows->text(1).contains(folded);
            if (hit)
                expected << rows->text(0);
        }
        QStringList found = walk(Users + "?limit=30&sort=name&search=" + QUrl::toPercentEncoding(needle));
        const qint64 total = get(Users + "?search=" + QUrl::toPercentEncoding(needle))
                                 .data()["pagination"_L1]["total"_L1]
                                 .toInteger(-1);
        std::sort(found.begin(), found.end());
        std::sort(expected.begin(), expected.end());
        QCOMPARE(found, expected);
        QCOMPARE(total, expected.size());
    }
    // Deleted and changed rows leave the index, too.
    m_world->execute(u"DELETE FROM users WHERE id = 'user_000009'"_s);
    QCOMPARE(usersIn(get(Users + "?search=50%25_&sort=-email")).size(), 0);
}

void TestAccounts::searchWalksWhenHitsAreMany()
{
    addMany(400);
    const auto found = [&](const QString &needle, int fewHits, std::optional<qint64> &total) {
        QStringList ids;
        api::PageRequest page{.page = 1, .limit = 100, .cursor = {}};
        for (int n = 0; n < 10; ++n) {
            identity::KeysetList list(m_world->connection(), identity::userTable(), fewHits);
            const auto at
                = list.read({.search = needle}, u"-name"_s, page, [&](const store::Rows &row) { ids << row.text(0); });
            if (!at)
                return QStringList{at.error().log};
            total = n == 0 ? at->total : total;
            if (at->nextCursor.isEmpty())
                return ids;
            page.page = 0;
            page.cursor = *api::Cursor::decode(at->nextCursor, u"-name"_s, 2);
        }
        return QStringList{u"no end"_s};
    };
    for (const QString &needle : {u"mail.example"_s, u"abc"_s, u"org_3"_s, u"b"_s, u"ß"_s}) {
        std::optional<qint64> fetchedTotal;
        std::optional<qint64> walkedTotal;
        const QStringList fetched = found(needle, identity::KeysetList::FewHits, fetchedTotal);
        QVERIFY(fetched.size() > 1);
        QCOMPARE(found(needle, 0, walkedTotal), fetched);
        QCOMPARE(fetchedTotal.value_or(-1), fetched.size());
        QVERIFY(!walkedTotal); // not counted row by row, and not guessed
    }
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

void TestAccounts::whoIsSignedInIsNeverRemembered()
{
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    m_world->tokenOf(u"ada@example.com"_s);
    const QByteArray list = Users + "?signed_in=true&search=ada";
    QCOMPARE(usersIn(get(list)).size(), 1);
    QCOMPARE(change(http::Method::Delete, Users + '/' + ada.toLatin1() + "/sessions").status, 200);
    QCOMPARE(usersIn(get(list)).size(), 0);
    m_world->tokenOf(u"ada@example.com"_s);
    QCOMPARE(usersIn(get(list)).size(), 1);
    m_world->pass(std::chrono::hours(24)); // no request changes anything
    m_root = m_world->tokenOf(u"root@example.com"_s);
    QCOMPARE(usersIn(get(list)).size(), 0);
}

void TestAccounts::twoServersKeepEachOthersChanges()
{
    if (m_world->connection().engine() != store::Engine::PostgreSql)
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

void TestAccounts::twoOwnersDoNotLeaveAtOnce()
{
    if (m_world->connection().engine() != store::Engine::PostgreSql)
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
    const Reply done = change(http::Method::Post, Users + "/bulk", body);
    QCOMPARE(done.status, 200);
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

void TestAccounts::monitoringTellsTheTruth()
{
    QCOMPARE(m_world->get("/healthz").body, QByteArray(R"({"status":"ok"})"));
    QCOMPARE(m_world->get("/readyz").status, 200);
    for (const QByteArray path : {"/api/v1/monitoring/health", "/api/v2/monitoring/health", "/api/monitoring/health"}) {
        const Reply health = m_world->get(path);
        QCOMPARE(health.status, 200);
        QCOMPARE(health.json.keys(), (QStringList{u"metrics"_s, u"services"_s, u"status"_s, u"timestamp"_s}));
        QCOMPARE(health.json["status"_L1], u"healthy"_s);
        QCOMPARE(health.json["services"_L1].toObject(),
                 (QJsonObject{{u"database"_s, u"healthy"_s},
                              {u"redis"_s, u"not_configured"_s},
                              {u"twilio"_s, u"not_configured"_s}}));
        QCOMPARE(health.json["metrics"_L1]["uptime"_L1].toDouble(), 5.0);
    }
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    m_world->post("/api/v1/auth/login", {{u"email"_s, u"ada@example.com"_s}, {u"password"_s, u"not it"_s}});
    const qint64 today = m_world->now() / 86'400'000;
    m_world->execute(
        u"INSERT INTO usage_totals (scope, provider, span, day, name, tokens, minutes, calls, cost, events, "
        "flagged) VALUES ('platform', '', 1, ?, '', 1500, 0, 3, 12500000, 3, 0)"_s,
        {today});
    m_world->execute(
        u"INSERT INTO quota_events (organization_id, user_id, month, threshold, used_tokens, token_quota, "
        "created_at) VALUES ('org_1', ?, 202311, 80, 8100, 10000, 0), "
        "('org_1', ?, 202310, 80, 8100, 10000, 0), ('org_1', ?, 202311, 100, 10001, 10000, 0)"_s,
        {ada, ada, ada});
    m_world->execute(u"UPDATE users SET usage_month = 202311, used_tokens = 10001, monthly_token_quota = 10000 "
                     "WHERE id = ?"_s,
                     {ada});
    const QString counted
        = u"INSERT INTO version_daily VALUES (?, ?, ?, ?, "_s % QStringList(21, u"0"_s).join(u", "_s) % u')';
    m_world->execute(counted, {today, u"v1"_s, 40, 5});
    m_world->execute(counted, {today, u"v2"_s, 2, 0});
    m_world->execute(counted, {today - 1, u"v1"_s, 100, 100});
    const QJsonObject overview = get("/api/v1/admin/overview").data();
    QCOMPARE(overview["users"_L1], 2);
    QCOMPARE(overview["active_users"_L1], 2);
    QCOMPARE(overview["organizations"_L1], 2);
    QCOMPARE(overview["sessions"_L1], 1);
    QCOMPARE(overview["new_users_today"_L1], 2);
    QCOMPARE(overview["sign_ins_today"_L1], 1);
    QCOMPARE(overview["failed_sign_ins_today"_L1], 1);
    QCOMPARE(overview["agents"_L1], 0);
    QCOMPARE(overview["tokens_today"_L1], 1500);
    QCOMPARE(overview["calls_today"_L1], 3);
    QCOMPARE(overview["cost_today"_L1], 0.0125);
    QCOMPARE(overview["users_at_quota_risk"_L1], 1);
    QVERIFY(!overview.contains("errors_today"_L1)); // v1 answers what it always did
    QCOMPARE(overview["users_by_role"_L1]["admin"_L1], 1);
    QCOMPARE(overview["sign_ups_by_day"_L1].toArray().size(), 30);
    QCOMPARE(overview["sign_ups_by_day"_L1][29].toObject(),
             (QJsonObject{{u"day"_s, u"2023-11-14"_s}, {u"count"_s, 2}}));
    QVERIFY(overview["database"_L1]["size_bytes"_L1].toInteger() > 10'000);
    const QJsonObject newer = get("/api/v2/admin/overview").data();
    QCOMPARE(newer["requests_today"_L1], 42);
    QCOMPARE(newer["errors_today"_L1], 5);

    QVERIFY(m_world->connection().executeOnce(u"DROP TABLE user_counts"_s)); // PostgreSQL prepares no DDL
    QCOMPARE(m_world->get("/readyz").status, 503);
    QCOMPARE(m_world->get("/healthz").status, 200);
    const Reply sick = m_world->get("/api/v1/monitoring/health");
    QCOMPARE(sick.status, 503);
    QCOMPARE(sick.json["services"_L1]["database"_L1], u"unhealthy"_s);
}

void TestAccounts::metricsAreNotForEverybody()
{
    m_world->makeUser(u"ada@example.com"_s);
    QCOMPARE(m_world->get("/metrics").status, 401);
    QCOMPARE(m_world->get("/metrics", m_world->tokenOf(u"ada@example.com"_s)).status, 403);
    QCOMPARE(m_world->get("/metrics", "scrape it").status, 401);
    const Reply scraped = m_world->get("/metrics", "scrape me");
    QCOMPARE(scraped.status, 200);
    QVERIFY(scraped.headers.value("Content-Type").startsWith("text/plain"));
    QVERIFY(scraped.body.contains("\nvoxdesk_uptime_seconds 5.000\n"));
    QCOMPARE(get("/metrics").status, 200);
    QCOMPARE(m_world->send({.path = "/metrics", .client = QHostAddress(QHostAddress::LocalHost)}).status, 200);
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"

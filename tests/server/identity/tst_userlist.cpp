// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of users: what they hold, filters, searches, and cursors that stay true while users come and go.
#include "server/api/paging.h"
#include "server/identity/userlist.h"
#include "tests/server/identity/identitytest.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

class TestUserList : public AdministratorTest
{
    Q_OBJECT

private slots:
    void listsAreTheDocuments();
    void filtersCountAndNarrow();
    void badListQueriesAreRefused_data();
    void badListQueriesAreRefused();
    void madeUpCursorsAreRefused();
    void cursorsSurviveInserts_data();
    void cursorsSurviveInserts();
    void searchFindsWhatARecountFinds();
    void searchWalksWhenHitsAreMany();
    void whoIsSignedInIsNeverRemembered();

private:
    void addMany(int count);
    QStringList walk(const QByteArray &path, const std::function<void(int)> &between = {});
};

/// Users with names of few letters, so that searches hit some of them, not all.
void TestUserList::addMany(int count)
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

QStringList TestUserList::walk(const QByteArray &path, const std::function<void(int)> &between)
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

void TestUserList::listsAreTheDocuments()
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

void TestUserList::filtersCountAndNarrow()
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

void TestUserList::badListQueriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"sort=password_hash", "sort=-", "limit=0", "limit=101", "limit=abc", "page=-1", "page=0",
                              "role=king", "is_active=maybe", "cursor=AAAA", "cursor=%00", "page=1&cursor=x", "serach=ada"})
        QTest::newRow(query) << QByteArray(query);
}

void TestUserList::badListQueriesAreRefused()
{
    QFETCH(QByteArray, query);
    for (const QByteArray path : {"/api/v1/admin/users?", "/api/v1/users?"}) {
        const Reply refused = get(path + query);
        QVERIFY2(refused.status == 400 || refused.status == 422, refused.body.constData());
    }
}

void TestUserList::madeUpCursorsAreRefused()
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

void TestUserList::cursorsSurviveInserts_data()
{
    QTest::addColumn<QByteArray>("sort");
    for (const char *sort : {"created_at", "-created_at", "email", "-email", "name", "-name", "last_login_at",
                             "-last_login_at", "organization", "-organization_name"})
        QTest::newRow(sort) << QByteArray(sort);
}

void TestUserList::cursorsSurviveInserts()
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

void TestUserList::searchFindsWhatARecountFinds()
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
        auto rows = m_world->query(u"SELECT id, search_text, email, sort_name FROM users"_s);
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

void TestUserList::searchWalksWhenHitsAreMany()
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

void TestUserList::whoIsSignedInIsNeverRemembered()
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

QTEST_GUILESS_MAIN(TestUserList)
#include "tst_userlist.moc"

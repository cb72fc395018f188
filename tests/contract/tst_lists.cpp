// SPDX-License-Identifier: GPL-3.0-or-later
// Paging, filters and sorting of the lists: Omnivox's /users and VoxFlow's /admin/users, in v1 and v2.
#include "tests/contract/livecontract.h"
#include "tests/contract/shape.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLists : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_live.start(), m_live.server().errors());
        for (int i = 0; i < Users; ++i)
            QVERIFY(
                !m_live.newUser({{u"firstName"_s, u"Person %1"_s.arg(i)}, {u"lastName"_s, u"Žižek"_s}}).id.isEmpty());
    }
    void cleanup() { QCOMPARE(m_live.client().takeComplaints().join(u'\n'), QString()); }

    void pagesCover_data() { lists(); }
    void pagesCover()
    {
        QFETCH(QByteArray, target);
        QSet<QString> ids;
        const int pages = (Everybody + 3) / 4;
        for (int page = 1; page <= pages; ++page) {
            const Page p = read(target + "?limit=4&page=" + QByteArray::number(page));
            QCOMPARE(p.rows.size(), page < pages ? 4 : Everybody - 4 * (pages - 1));
            QCOMPARE(p.pagination.value(u"page"_s), page);
            QCOMPARE(p.pagination.value(u"limit"_s), 4);
            QCOMPARE(p.pagination.value(u"total"_s), Everybody);
            if (p.voxflow) {
                QCOMPARE(p.pagination.value(u"pages"_s), pages);
            } else {
                QCOMPARE(p.pagination.value(u"totalPages"_s), pages);
                QCOMPARE(p.pagination.value(u"hasNext"_s), QJsonValue(page < pages));
                QCOMPARE(p.pagination.value(u"hasPrev"_s), QJsonValue(page > 1));
            }
            collect(p, ids);
        }
        QCOMPARE(ids.size(), Everybody);
        const Page beyond = read(target + "?limit=4&page=1000");
        QVERIFY(beyond.rows.isEmpty());
    }
    void cursorsCover_data() { lists(); }
    void cursorsCover()
    {
        QFETCH(QByteArray, target);
        QSet<QString> ids;
        QByteArray cursor;
        for (int step = 0; step < Everybody && (step == 0 || !cursor.isEmpty()); ++step) {
            QByteArray query = "?limit=3";
            if (!cursor.isEmpty())
                query += "&cursor=" + cursor.toPercentEncoding();
            const Page p = read(target + query);
            QVERIFY(!p.rows.isEmpty());
            collect(p, ids);
            cursor = p.pagination.value(u"nextCursor"_s).toString().toUtf8();
        }
        QVERIFY(cursor.isEmpty());
        QCOMPARE(ids.size(), Everybody);
    }
    void defaultsAreTheDocuments()
    {
        const Page users = read("/api/v1/users");
        QCOMPARE(users.pagination.value(u"page"_s), 1);
        QCOMPARE(users.pagination.value(u"limit"_s), 50);
        QCOMPARE(users.rows.size(), Everybody);
        QCOMPARE(read("/api/v1/users?limit=100").status, 200);
    }
    void badValuesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *list : {"/api/v1/users", "/api/v2/users", "/api/v1/admin/users", "/api/admin/users"}) {
            for (const char *query : {"limit=0",
                                      "limit=-1",
                                      "limit=101",
                                      "limit=abc",
                                      "limit=1.5",
                                      "limit=",
                                      "limit=1e1",
                                      "limit=0x10",
                                      "limit=99999999999999999999",

                                      "page=0",
                                      "page=-1",
                                      "page=abc",
                                      "page=1.5",
                                      "page=",
                                      "page=99999999999999999999",
                                      "sort=nonsense",
                                      "sort=password_hash",
                                      "sort=id;drop%20table%20users",
                                      "cursor=nonsense",

                                      "cursor=%00%ff",
                                      "role=emperor"})
                QTest::addRow("%s?%s", list, query) << QByteArray(list) + '?' + query;
        }
        QTest::newRow("is_active") << QByteArray("/api/v1/admin/users?is_active=perhaps");
        QTest::newRow("subscription_tier") << QByteArray("/api/v1/admin/users?subscription_tier=gold");
    }
    void badValuesAreRefused()
    {
        QFETCH(QByteArray, target);
        const auto answer = m_live.client().get(target, m_live.admin().auth());
        QVERIFY2(answer.status == 400 || answer.status == 422, answer.body);
        const QString code = answer.json().value(u"error"_s).toObject().value(u"code"_s).toString();
        QVERIFY2(code == u"BAD_REQUEST" || code == u"VALIDATION_ERROR", answer.body);
    }
    void foreignCursorsAreRefused()
    {
        const QByteArray cursor = read("/api/v1/users?limit=2").pagination.value(u"nextCursor"_s).toString().toUtf8();
        QVERIFY(!cursor.isEmpty());
        for (qsizetype i = 0; i < cursor.size(); i += std::max<qsizetype>(1, cursor.size() / 8)) {
            QByteArray bent = cursor;
            bent[i] = bent[i] == 'A' ? 'B' : 'A';
            const auto answer
                = m_live.client().get("/api/v1/users?cursor=" + bent.toPercentEncoding(), m_live.admin().auth());
            QVERIFY2(answer.status == 200 || answer.status == 400 || answer.status == 422, bent);
        }
    }
    void filtersNarrow()
    {
        QCOMPARE(read("/api/v1/users?role=admin").rows.size(), 1);
        QCOMPARE(read("/api/v1/users?role=user").rows.size(), Users);
        QCOMPARE(read("/api/v1/users?search=support%40contract").rows.size(), 1);
        QCOMPARE(read("/api/v1/users?search=PERSON%201").rows.size(), 1 + Users - 10); // 1, 10, 11 …
        QCOMPARE(read("/api/v1/users?search=%C5%BEI%C5%BDek").rows.size(), Users); // case folds beyond ASCII
        QCOMPARE(read("/api/v1/users?search=%25").rows.size(), 0); // a wildcard of SQL is a letter here
        QCOMPARE(read("/api/v1/users?search=_____").rows.size(), 0);
        QCOMPARE(read("/api/v1/users?search=' OR '1'='1").rows.size(), 0);
        QCOMPARE(read("/api/v1/users?search=%22user1%22").rows.size(), 0);
        QCOMPARE(read("/api/v1/admin/users?role=support").rows.size(), 1);
        QCOMPARE(read("/api/v1/admin/users?subscription_tier=pro").rows.size(), 0);
        QCOMPARE(read("/api/v1/admin/users?search=person%2010").rows.size(), 1);
    }
    void wrapsPerVersion()
    {
        const QJsonObject v2 = m_live.client().get("/api/v2/users?limit=2", m_live.admin().auth()).json();
        QCOMPARE(v2.keys(), (QStringList{u"data"_s, u"meta"_s, u"success"_s}));
        QCOMPARE(v2.value(u"data"_s).toArray().size(), 2);
        QCOMPARE(v2.value(u"meta"_s).toObject().keys(),
                 (QStringList{u"pagination"_s, u"requestId"_s, u"timestamp"_s, u"version"_s}));
        const QJsonObject admin2 = m_live.client().get("/api/v2/admin/users?limit=2", m_live.admin().auth()).json();
        QCOMPARE(admin2.value(u"data"_s).toArray().size(), 2);
        QVERIFY(admin2.value(u"meta"_s).toObject().contains(u"pagination"_s));
        const QJsonObject v1 = m_live.client().get("/api/users?limit=2", m_live.admin().auth()).json();
        QCOMPARE(v1.keys(), (QStringList{u"data"_s, u"pagination"_s, u"success"_s}));
    }

private:
    static constexpr int Users = 13;
    static constexpr int Everybody = Users + 2; // the administrator and the supporter

    struct Page {
        int status = 0;
        bool voxflow = false;
        QJsonArray rows;
        QJsonObject pagination;
    };

    static void lists()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target :
             {"/api/v1/users", "/api/v2/users", "/api/v1/admin/users", "/api/v2/admin/users", "/api/admin/users"})
            QTest::addRow("%s", target) << QByteArray(target);
    }

    Page read(QByteArray target)
    {
        const auto answer = m_live.client().get(target.replace(' ', "%20"), m_live.admin().auth());
        const QJsonObject body = answer.json();
        Page page;
        page.status = answer.status;
        page.voxflow = body.value(u"data"_s).isObject();
        if (page.voxflow) {
            page.rows = body.value(u"data"_s).toObject().value(u"users"_s).toArray();
            page.pagination = body.value(u"data"_s).toObject().value(u"pagination"_s).toObject();
        } else {
            page.rows = body.value(u"data"_s).toArray();
            page.pagination = (body.contains(u"meta"_s) ? body.value(u"meta"_s).toObject() : body)
                                  .value(u"pagination"_s)
                                  .toObject();
        }
        return page;
    }

    static void collect(const Page &page, QSet<QString> &ids)
    {
        for (const QJsonValue &row : page.rows)
            ids.insert(row.toObject().value(u"id"_s).toString());
    }

    LiveContract m_live;
};

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"

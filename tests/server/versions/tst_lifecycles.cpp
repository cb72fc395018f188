// SPDX-License-Identifier: GPL-3.0-or-later
// The lifecycle of versions as data: who may edit it, what is refused, and that it holds at once and everywhere.
#include "server/versions/versionnotice.h"
#include "tests/server/versions/versionworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QByteArray Versions = "/api/v2/admin/versions";
constexpr qint64 Hour = 3'600'000;
constexpr qint64 Day = 24 * Hour;
const QByteArray Health = "/monitoring/health"; // needs nobody

/// Every header but those of one request.
QMap<QByteArray, QByteArray> lifecycleHeadersOf(const Reply &reply)
{
    QMap<QByteArray, QByteArray> found;
    for (const auto &[name, value] : reply.headers) {
        if (name.startsWith("X-API-") || name == "Deprecation" || name == "Sunset" || name == "Retry-After")
            found.insert(name, value);
    }
    return found;
}

QMap<QByteArray, QByteArray> headersIn(const QJsonValue &shown)
{
    QMap<QByteArray, QByteArray> found;
    const QJsonObject headers = shown["headers"_L1].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (it.key() != u"Link")
            found.insert(it.key().toLatin1(), it.value().toString().toLatin1());
    }
    return found;
}
}

class TestLifecycles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasEngine())
            QSKIP("This machine has no PostgreSQL.");
    }
    void init() { m_made = std::make_unique<VersionWorld>(); }
    void cleanup()
    {
        if (m_made)
            QCOMPARE(world().misfits, QStringList());
        m_made.reset();
    }

    void asShipped();
    void onlyAdministratorsChangeThem();
    void aChangeHoldsAtOnceOnEveryWorker();
    void whatIsNotSentStays();
    void wrongChangesAreRefused_data();
    void wrongChangesAreRefused();
    void staleChangesAreRefused();
    void sunsetVersionsAreGone();
    void theWayBackInStaysOpen();
    void brownoutsAreAnnouncedAndShort();
    void anotherServerFollows();
    void previewsTellWhatThenHappens();
    void changesAreAudited();
    void changesAreTakenBack();
    void callersAreToldByMail();

private:
    IdentityWorld &world() { return m_made->world(); }
    qint64 now() { return world().now(); }
    QJsonObject deprecated(qint64 since, qint64 until)
    {
        return {{u"status"_s, u"deprecated"_s},
                {u"deprecated_at"_s, wireTime(now() + since)},
                {u"sunset_at"_s, wireTime(now() + until)}};
    }
    static QJsonObject brownout(qint64 from, qint64 to)
    {
        return {{u"from"_s, wireTime(from)}, {u"to"_s, wireTime(to)}};
    }
    Reply anybody(const QByteArray &path, int worker = 0) { return world().send({.path = path}, worker); }
    qint64 entries()
    {
        return world().number(u"SELECT COUNT(*) FROM audit_entries WHERE action = 'version.updated'"_s);
    }

    std::unique_ptr<VersionWorld> m_made;
};

void TestLifecycles::asShipped()
{
    const Reply shown = m_made->get("/api/v1/admin/versions");
    QCOMPARE(shown.status, 200);
    const QJsonArray versions = shown.data()["versions"_L1].toArray();
    QCOMPARE(versions.size(), 3);
    QCOMPARE(versions[0].toObject(),
             (QJsonObject{{u"version"_s, u"v0"_s},
                          {u"status"_s, u"deprecated"_s},
                          {u"deprecated_at"_s, u"2025-01-01T00:00:00.000Z"_s},
                          {u"sunset_at"_s, u"2025-06-01T00:00:00.000Z"_s},
                          {u"serve_after_sunset"_s, true},
                          {u"successor"_s, u"v1"_s},
                          {u"brownouts"_s, QJsonArray()}}));
    for (const int i : {1, 2}) {
        QCOMPARE(versions[i]["status"_L1], u"supported"_s);
        QVERIFY(versions[i]["deprecated_at"_L1].isNull() && versions[i]["sunset_at"_L1].isNull());
    }
}

void TestLifecycles::onlyAdministratorsChangeThem()
{
    world().makeUser(u"help@x.example"_s, Role::Support);
    world().makeUser(u"ada@x.example"_s);
    const QByteArray support = world().tokenOf(u"help@x.example"_s);
    const QByteArray user = world().tokenOf(u"ada@x.example"_s);
    const auto put = [&](const QByteArray &token) {
        return world()
            .send({.method = http::Method::Put, .path = Versions, .body = m_made->with(u"v1"_s, {}), .token = token})
            .status;
    };
    QCOMPARE(world().get(Versions, support).status, 200);
    QCOMPARE(world().get(Versions, user).status, 403);
    QCOMPARE(world().get(Versions).status, 401);
    QCOMPARE(put(support), 403);
    QCOMPARE(put(user), 403);
    QCOMPARE(world().post(Versions + "/v1/notify", {{u"message"_s, u"x"_s}}, support).status, 403);
}

void TestLifecycles::aChangeHoldsAtOnceOnEveryWorker()
{
    const int second = world().addWorker();
    QVERIFY(!anybody("/api/v1" + Health, second).headers.contains("X-API-Deprecation"));
    const Reply changed = m_made->put(m_made->with(u"v1"_s, deprecated(-Day, Day)));
    QVERIFY2(changed.status == 200, changed.body);
    QCOMPARE(changed.data(), m_made->get(Versions).data());
    for (const int worker : {0, second}) {
        const Reply warned = anybody("/api/v1" + Health, worker);
        QCOMPARE(warned.status, 200);
        QCOMPARE(warned.headers.value("X-API-Deprecation"), "true");
        QCOMPARE(warned.headers.value("Deprecation"), "@" + QByteArray::number((now() - Day) / 1000));
        QVERIFY(warned.headers.value("Link").contains("</api/v2/monitoring/health>; rel=\"successor-version\""));
        QVERIFY(!anybody("/api/v2" + Health, worker).headers.contains("X-API-Deprecation"));
    }
    QVERIFY(m_made->shared()->versions()->discovery(now()).contains(R"("deprecated":["v1"])"));
}

void TestLifecycles::whatIsNotSentStays()
{
    QJsonObject v1 = deprecated(-Day, 9 * Day);
    v1[u"brownouts"_s] = QJsonArray{brownout(now() + Day, now() + Day + Hour)};
    QCOMPARE(m_made->put(m_made->with(u"v1"_s, v1)).status, 200);
    // The contract's five members, without the two that came later.
    QJsonObject body = m_made->with(u"v1"_s, {{u"serve_after_sunset"_s, true}});
    QJsonArray versions = body["versions"_L1].toArray();
    for (QJsonValueRef row : versions) {
        QJsonObject five = row.toObject();
        five.remove("brownouts"_L1);
        five.remove("successor"_L1);
        row = five;
    }
    const Reply changed = m_made->put({{u"versions"_s, versions}});
    QCOMPARE(changed.status, 200);
    const QJsonObject kept = changed.data()["versions"_L1][1].toObject();
    QCOMPARE(kept["serve_after_sunset"_L1], true);
    QCOMPARE(kept["brownouts"_L1].toArray().size(), 1);
    QCOMPARE(kept["successor"_L1], u"v2"_s);
}

void TestLifecycles::wrongChangesAreRefused_data()
{
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QJsonObject &members, const QString &field) {
        QTest::newRow(name) << members << field;
    };
    row("no such status", {{u"status"_s, u"retired"_s}}, u"versions.1.status"_s);
    row("no time", {{u"deprecated_at"_s, u"2024-06-31T00:00:00Z"_s}}, u"versions.1.deprecated_at"_s);
    row("unknown member", {{u"removed_at"_s, u"2024-06-01T00:00:00Z"_s}}, u"versions.1.removed_at"_s);
    row("deprecated since when", {{u"status"_s, u"deprecated"_s}}, u"versions.1.deprecated_at"_s); // one of the rules
}

void TestLifecycles::wrongChangesAreRefused()
{
    QFETCH(QJsonObject, members);
    QFETCH(QString, field);
    const QJsonObject before = m_made->get(Versions).data();
    const QJsonObject body = m_made->with(u"v1"_s, members);
    for (const auto &[method, path] :
         {std::pair(http::Method::Put, Versions), std::pair(http::Method::Post, QByteArray(Versions + "/preview"))}) {
        const Reply refused = m_made->send(method, path, body);
        QVERIFY2(refused.status == 422, refused.body);
        QVERIFY2(refused.json["error"_L1]["details"_L1].toObject().contains(field), refused.body);
    }
    QCOMPARE(m_made->get(Versions).data(), before);
    QCOMPARE(entries(), 0);
}

void TestLifecycles::staleChangesAreRefused()
{
    const Reply shown = m_made->get(Versions);
    const QByteArray tag = shown.headers.value("ETag");
    QVERIFY(!tag.isEmpty());
    http::Headers match;
    match.add("If-Match", tag);
    const QJsonObject body = m_made->with(u"v1"_s, deprecated(-Day, Day));
    QCOMPARE(m_made->send(http::Method::Put, Versions, body, match).status, 200);
    const Reply stale = m_made->send(http::Method::Put, Versions, m_made->with(u"v1"_s, {}), match);
    QCOMPARE(stale.status, 412);
    QCOMPARE(stale.code(), u"PRECONDITION_FAILED"_s);
}

void TestLifecycles::sunsetVersionsAreGone()
{
    QCOMPARE(m_made->put(m_made->with(u"v1"_s, deprecated(-Day, Hour / 2))).status, 200);
    QCOMPARE(anybody("/api/v1" + Health).status, 200);
    world().pass(30min);
    const Reply gone = anybody("/api/v1" + Health);
    QCOMPARE(gone.status, 410);
    QCOMPARE(gone.code(), u"API_VERSION_SUNSET"_s);
    const QString told = gone.json["message"_L1].toString();
    QVERIFY2(told.contains(u"v1 is no longer served; it ended at "_s) && told.endsWith(u"Use v2."_s), qPrintable(told));
    QVERIFY(!gone.headers.contains("Retry-After"));
    QCOMPARE(gone.headers.value("X-API-Supported-Versions"), "v2");
    QCOMPARE(anybody("/api" + Health).status, 410);
    QCOMPARE(anybody("/api/v2" + Health).status, 200);
    QCOMPARE(m_made->put(m_made->with(u"v1"_s, {{u"serve_after_sunset"_s, true}})).status, 200);
    const Reply served = anybody("/api/v1" + Health);
    QCOMPARE(served.status, 200);
    QCOMPARE(served.headers.value("X-API-Deprecation"), "true");
}

/// Whoever has a second factor signs in through v2 only, and may be who must take its end back.
void TestLifecycles::theWayBackInStaysOpen()
{
    world().makeUser(u"ada@x.example"_s);
    const QJsonObject credentials{{u"email"_s, u"ada@x.example"_s}, {u"password"_s, u"correct horse"_s}};
    QCOMPARE(m_made->put(m_made->with(u"v2"_s, deprecated(-2 * Day, -Day))).status, 200);
    QCOMPARE(anybody("/api/v2" + Health).status, 410);
    QCOMPARE(world().post("/api/v2/auth/login", credentials).status, 200);
    QCOMPARE(world().post("/api/v2/auth/2fa/verify", {{u"challenge"_s, u"x"_s}, {u"code"_s, u"123456"_s}}).status, 401);
    QCOMPARE(world().post("/api/v2/auth/register", credentials).status, 410);
    // And nobody is sent to what is gone.
    QVERIFY(!anybody("/api/v1" + Health).headers.value("Link").contains("/api/v2/"));
}

void TestLifecycles::brownoutsAreAnnouncedAndShort()
{
    QJsonObject v1 = deprecated(-Day, 30 * Day);
    v1[u"brownouts"_s] = QJsonArray{brownout(now() + 9 * Hour, now() + 10 * Hour),
                                    brownout(now() + Hour, now() + 2 * Hour)}; // in any order
    QCOMPARE(m_made->put(m_made->with(u"v1"_s, v1)).status, 200);
    const Reply before = anybody("/api/v1" + Health);
    QCOMPARE(before.status, 200);
    const QString announced
        = wireTime(now() + Hour).replace(u".000Z"_s, u"Z/"_s) + wireTime(now() + 2 * Hour).replace(u".000Z"_s, u"Z"_s);
    QCOMPARE(QString::fromLatin1(before.headers.value("X-API-Brownout")), announced);

    world().pass(1h + 10min);
    for (const QByteArray &path : {QByteArray("/api/v1" + Health), QByteArray("/api/v1/auth/login"),
                                   QByteArray("/api" + Health), QByteArray("/api/v1/nothing/such")}) {
        const Reply refused = anybody(path);
        if (path.endsWith("such")) { // no place of any version
            QCOMPARE(refused.status, 404);
            continue;
        }
        QVERIFY2(refused.status == 410, path);
        QCOMPARE(refused.code(), u"API_VERSION_SUNSET"_s);
        QCOMPARE(refused.headers.value("Retry-After"), QByteArray::number(50 * 60));
        const QString said = refused.json["message"_L1].toString();
        QVERIFY2(said.contains(u"brown-out until 2023-"_s) && said.contains(u"Use v2"_s), qPrintable(said));
        QCOMPARE(refused.headers.value("X-API-Deprecation"), "true");
    }
    QCOMPARE(anybody("/api/v2" + Health).status, 200);
    QCOMPARE(m_made->shared()->versions()->supported(now()), (QByteArrayList{"v1", "v2"}));
    world().pass(50min);
    const Reply after = anybody("/api/v1" + Health);
    QCOMPARE(after.status, 200);
    QVERIFY(after.headers.value("X-API-Brownout").startsWith(wireTime(now() + 7 * Hour).left(19).toLatin1()));
}

void TestLifecycles::anotherServerFollows()
{
    const auto other = std::make_shared<api::Shared>(api::Settings(), [this] { return now(); });
    versions::VersionKeeper follower(m_made->writer(), other, 10ms, 10ms);
    QVERIFY(!other->versions()->isDeprecated(api::Version::V1));
    QCOMPARE(m_made->put(m_made->with(u"v1"_s, deprecated(-Day, Day))).status, 200);
    QTRY_VERIFY(other->versions()->isDeprecated(api::Version::V1));
    const auto old = other->versions();
    follower.apply({.revision = 1, .versions = api::VersionRegistry().versions()}); // one that comes late
    QCOMPARE(other->versions(), old);
    // A server that starts now reads them before its first request.
    const auto third = std::make_shared<api::Shared>(api::Settings(), [this] { return now(); });
    versions::VersionKeeper starting(m_made->writer(), third, 1h, 1h);
    QVERIFY(starting.load(world().connection()));
    QCOMPARE(third->versions()->versions(), old->versions());
}

void TestLifecycles::previewsTellWhatThenHappens()
{
    anybody("/api/v1" + Health);
    QJsonObject v1 = deprecated(-Day, 30 * Day);
    v1[u"brownouts"_s] = QJsonArray{brownout(now() + Hour, now() + 2 * Hour)};
    const QJsonObject body = m_made->with(u"v1"_s, v1);
    const Reply preview = m_made->send(http::Method::Post, Versions + "/preview", body);
    QVERIFY2(preview.status == 200, preview.body);
    QVERIFY(!anybody("/api/v1" + Health).headers.contains("X-API-Deprecation")); // nothing changed
    const QJsonObject shown = preview.data()["versions"_L1][1].toObject();
    QVERIFY(shown["requests_last_30_days"_L1].toInteger() >= 2);
    QVERIFY(shown["during_brownout"_L1].isObject());
    QVERIFY(preview.data()["versions"_L1][2]["during_brownout"_L1].isNull());

    QCOMPARE(m_made->put(body).status, 200);
    const auto same = [&](const QJsonValue &told) {
        const Reply real = anybody("/api/v1" + Health);
        QCOMPARE(told["status"_L1].toInt(), real.status);
        QCOMPARE(headersIn(told), lifecycleHeadersOf(real));
    };
    same(shown["today"_L1]);
    world().pass(1h);
    same(shown["during_brownout"_L1]);
    world().pass(30 * 24h - 1h);
    same(shown["after_sunset"_L1]);
}

void TestLifecycles::changesAreAudited()
{
    QCOMPARE(m_made->put(m_made->with(u"v1"_s, {})).status, 200);
    QCOMPARE(entries(), 0); // nothing changed
    QCOMPARE(m_made
                 ->put(m_made->with(u"v1"_s,
                                    {{u"status"_s, u"deprecated"_s}, {u"deprecated_at"_s, u"2023-01-01T00:00:00Z"_s}}))
                 .status,
             200);
    QCOMPARE(entries(), 1);
    auto rows = world().query(
        u"SELECT target_type, target_id, before_json, after_json, actor_email FROM audit_entries WHERE action = 'version.updated'"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->text(0), u"api_version"_s);
    QCOMPARE(rows->text(1), u"v1"_s);
    QCOMPARE(rows->text(2), u"{\"deprecated_at\":null,\"status\":\"supported\"}"_s);
    QCOMPARE(rows->text(3), u"{\"deprecated_at\":\"2023-01-01T00:00:00.000Z\",\"status\":\"deprecated\"}"_s);
}

void TestLifecycles::changesAreTakenBack()
{
    QCOMPARE(m_made->put(m_made->with(u"v1"_s, deprecated(-Day, Day))).status, 200);
    const audit::Reverter reverter = versions::lifecycleReverter(m_made->keeper());
    const auto entry = [&] {
        auto rows = world().query(u"SELECT "_s + audit::EntryColumns
                                  + u" FROM audit_entries u WHERE u.action = 'version.updated'"_s);
        return rows && rows->next() ? audit::readEntry(*rows) : audit::Entry();
    }();
    QVERIFY(reverter.handles(entry));
    const auto revert = [&] {
        return m_made->writer()
            .submit<audit::Change>([&](store::Connection &c) { return reverter.revert(c, entry, now()); })
            .result();
    };
    const auto change = revert();
    QVERIFY2(change, qPrintable(change ? QString() : change.error().message));
    QCOMPARE(change->after["status"_L1], u"supported"_s);
    reverter.forget(entry);
    QVERIFY(!anybody("/api/v1" + Health).headers.contains("X-API-Deprecation"));
    const auto again = revert();
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::ResourceConflict);
}

void TestLifecycles::callersAreToldByMail()
{
    for (const QString &name : {u"ada"_s, u"bob"_s, u"cyd"_s}) // each the owner of an organisation
        world().makeUser(name + u"@x.example"_s);
    const QByteArray profile = "/users/profile";
    const QByteArray ada = world().tokenOf(u"ada@x.example"_s);
    const QByteArray bob = world().tokenOf(u"bob@x.example"_s);
    QCOMPARE(world().get("/api/v1" + profile, ada).status, 200);
    QCOMPARE(world().get("/api/v1" + profile, ada).status, 200);
    QCOMPARE(world().get("/api/v2" + profile, bob).status, 200);
    const QByteArray cyd = world().tokenOf(u"cyd@x.example"_s); // calls it, and wants no notices
    QCOMPARE(world().get("/api/v1" + profile, cyd).status, 200);
    QCOMPARE(world()
                 .send({.method = http::Method::Patch,
                        .path = "/api/v2/auth/preferences",
                        .body = {{u"notifications"_s, false}},
                        .token = cyd})
                 .status,
             200);
    QCOMPARE(m_made->put(m_made->with(u"v1"_s, deprecated(Day, 30 * Day))).status, 200);
    const Reply told = m_made->send(http::Method::Post, Versions + "/v1/notify", {{u"message"_s, u"Please move."_s}});
    QVERIFY2(told.status == 200, told.body);
    QCOMPARE(told.data()["recipients"_L1], 1);
    QCOMPARE(world().number(u"SELECT COUNT(*) FROM mail_outbox"_s), 1);
    QCOMPARE(m_made->send(http::Method::Post, Versions + "/v9/notify", {{u"message"_s, u"x"_s}}).status, 404);
    QCOMPARE(m_made->send(http::Method::Post, Versions + "/v1/notify", {{u"message"_s, u"  "_s}}).status, 422);
    world().pass(40 * 24h); // nobody called since, and the administrator's session is over
    QCOMPARE(world().number(u"SELECT COUNT(*) FROM audit_entries WHERE action = 'version.notified'"_s), 1);
    const QString text = versions::noticeText(m_made->shared()->versions()->info(api::Version::V1), u"Please move."_s,
                                              now() - 40 * Day);
    QVERIFY(text.startsWith(u"Please move.\n"_s));
    QVERIFY(text.contains(u"410 API_VERSION_SUNSET"_s) && text.contains(u"Use v2 instead"_s));
}

QTEST_GUILESS_MAIN(TestLifecycles)
#include "tst_lifecycles.moc"

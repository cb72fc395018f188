// SPDX-License-Identifier: GPL-3.0-or-later
// Users, organisations, the overview and the health as they cross the wire.
#include "services/api/healthapi.h"
#include "services/api/organizationsapi.h"
#include "services/api/overviewapi.h"
#include "services/api/usersapi.h"
#include "tests/services/apisetup.h"

#include <QJsonArray>
#include <QTest>

class TestUserApis : public QObject
{
    Q_OBJECT

private slots:
    void usersArePagedByCursor()
    {
        Setup s([](const FakeRequest &request) {
            const QString cursor = request.query.queryItemValue(u"cursor"_s);
            const QJsonObject user{{u"id"_s, cursor.isEmpty() ? u"user_1"_s : u"user_2"_s},
                                   {u"email"_s, u"a@x"_s},
                                   {u"role"_s, u"support"_s},
                                   {u"organization_name"_s, u"Company"_s},
                                   {u"subscription_tier"_s, u"pro"_s},
                                   {u"is_active"_s, false},
                                   {u"agent_count"_s, 5},
                                   {u"current_usage"_s, QJsonObject{{u"tokens"_s, 15000}, {u"calls"_s, 150}}}};
            const QJsonObject pagination{{u"total"_s, 2},
                                         {u"nextCursor"_s, cursor.isEmpty() ? QJsonValue(u"c2"_s) : QJsonValue()}};
            return FakeAnswer::json({{u"success"_s, true},
                                     {u"data"_s, QJsonArray{user}},
                                     {u"meta"_s, QJsonObject{{u"version"_s, u"v2"_s}, {u"pagination"_s, pagination}}}});
        });
        UsersApi users(s.client);
        PageQuery query{.filters = {{u"role"_s, u"support"_s}, {u"search"_s, QString()}}, .sort = u"-created_at"_s};
        auto first = users.fetch(query);
        QTRY_VERIFY(first.isFinished());
        const Page<User> page = *first.result();
        QCOMPARE(page.total, 2);
        QCOMPARE(page.next, u"c2"_s);
        const User user = page.items.first();
        QCOMPARE(user.role, Role::Support);
        QCOMPARE(user.tier, Tier::Pro);
        QCOMPARE(user.organizationName, u"Company"_s);
        QCOMPARE(user.usedTokens, 15000);
        QCOMPARE(user.agentCount, 5);
        QVERIFY(!user.active);
        const QUrlQuery asked = s.server.asked.first().query;
        QCOMPARE(asked.queryItemValue(u"sort"_s), u"-created_at"_s);
        QCOMPARE(asked.queryItemValue(u"role"_s), u"support"_s);
        QVERIFY(!asked.hasQueryItem(u"search"_s));
        query.cursor = page.next;
        auto second = users.fetch(query);
        QTRY_VERIFY(second.isFinished());
        QVERIFY(second.result()->next.isEmpty());
        QCOMPARE(second.result()->items.first().id, u"user_2"_s);
    }

    void manyUsersAreSwitchedWithAReasonForEachFailure()
    {
        Setup s([](const FakeRequest &) {
            const QJsonObject failed{
                {u"id"_s, u"b"_s},
                {u"ok"_s, false},
                {u"error"_s, QJsonObject{{u"code"_s, u"RESOURCE_CONFLICT"_s}, {u"message"_s, u"last admin"_s}}}};
            const QJsonArray results{QJsonObject{{u"id"_s, u"a"_s}, {u"ok"_s, true}}, failed};
            return FakeAnswer::json({{u"success"_s, true}, {u"data"_s, QJsonObject{{u"results"_s, results}}}});
        });
        UsersApi users(s.client);
        auto future = users.setManyActive({u"a"_s, u"b"_s}, false);
        QTRY_VERIFY(future.isFinished());
        const auto failures = *future.result();
        QCOMPARE(failures.keys(), QStringList{u"b"_s});
        QVERIFY(failures.first() == ErrorCode::ResourceConflict);
        QCOMPARE(failures.first().message, u"last admin"_s);
        QCOMPARE(s.server.asked.first().path, u"/api/v2/admin/users/bulk"_s);
        QCOMPARE(s.server.asked.first().json(),
                 QJsonObject({{u"ids"_s, QJsonArray{u"a"_s, u"b"_s}}, {u"is_active"_s, false}}));
    }

    void theOverviewTellsUnknownFromZero()
    {
        Setup s([](const FakeRequest &) {
            const QJsonObject data{
                {u"users"_s, 7},
                {u"requests_today"_s, 90},
                {u"errors_today"_s, 0},
                {u"tokens_today"_s, QJsonValue()},
                {u"users_by_tier"_s, QJsonObject{{u"pro"_s, 3}, {u"newer"_s, 1}}},
                {u"sign_ups_by_day"_s, QJsonArray{QJsonObject{{u"day"_s, u"2024-01-31"_s}, {u"count"_s, 2}}}},
                {u"at"_s, u"2024-02-01T00:00:00.000Z"_s}};
            return FakeAnswer::json({{u"success"_s, true}, {u"data"_s, data}});
        });
        OverviewApi api(s.client);
        auto future = api.fetch();
        QTRY_VERIFY(future.isFinished());
        const Overview overview = *future.result();
        QCOMPARE(overview.users, 7);
        QCOMPARE(overview.requestsToday, 90);
        QCOMPARE(overview.errorsToday, 0);
        QVERIFY(!overview.tokensToday);
        QVERIFY(!overview.activeUsers);
        QCOMPARE(overview.usersByTier, (QMap<Tier, qint64>{{Tier::Pro, 3}}));
        QCOMPARE(overview.signUpsByDay.first().day, QDate(2024, 1, 31));
        QCOMPARE(overview.signUpsByDay.first().count, 2);
        QCOMPARE(overview.at, QDateTime(QDate(2024, 2, 1), QTime(0, 0), Qt::UTC));
    }

    void healthNeedsNoSignIn()
    {
        Setup s([](const FakeRequest &) {
            return FakeAnswer::json(
                {{u"status"_s, u"healthy"_s},
                 {u"timestamp"_s, u"2024-01-01T00:00:00Z"_s},
                 {u"services"_s, QJsonObject{{u"database"_s, u"healthy"_s}, {u"redis"_s, u"not_configured"_s}}},
                 {u"metrics"_s,
                  QJsonObject{{u"uptime"_s, 12.5}, {u"memoryUsage"_s, 40}, {u"cpuUsage"_s, QJsonValue()}}}});
        });
        FakeTokens tokens;
        s.client.setTokenSource(&tokens);
        HealthApi api(s.client);
        auto future = api.fetch();
        QTRY_VERIFY(future.isFinished());
        const Health health = *future.result();
        QCOMPARE(health.status, u"healthy"_s);
        QCOMPARE(health.services.value(u"redis"_s), u"not_configured"_s);
        QCOMPARE(health.uptimeSeconds, 12.5);
        QCOMPARE(health.memoryPercent, 40.0);
        QVERIFY(!health.cpuPercent);
        QVERIFY(!s.server.asked.first().headers.contains("authorization"));
    }

    void organizationsArePaged()
    {
        Setup s([](const FakeRequest &) {
            const QJsonObject organization{{u"id"_s, u"org_1"_s},
                                           {u"name"_s, u"Acme"_s},
                                           {u"subscription_tier"_s, u"enterprise"_s},
                                           {u"owner_email"_s, u"o@x"_s},
                                           {u"member_count"_s, 12},
                                           {u"is_active"_s, true},
                                           {u"created_at"_s, u"2024-01-01T00:00:00Z"_s}};
            return FakeAnswer::json(
                {{u"success"_s, true},
                 {u"data"_s, QJsonArray{organization}},
                 {u"meta"_s,
                  QJsonObject{{u"pagination"_s, QJsonObject{{u"total"_s, QJsonValue()}, {u"nextCursor"_s, u"c"_s}}}}}});
        });
        OrganizationsApi api(s.client);
        auto future = api.fetch({});
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result()->next, u"c"_s);
        QVERIFY(!future.result()->total);
        const Organization organization = future.result()->items.first();
        QCOMPARE(organization.name, u"Acme"_s);
        QCOMPARE(organization.tier, Tier::Enterprise);
        QCOMPARE(organization.memberCount, 12);
        QCOMPARE(organization.ownerEmail, u"o@x"_s);
    }

    void aUserIsChangedOnlyAsItWasRead()
    {
        Setup s([](const FakeRequest &request) {
            if (request.method == "PATCH" && request.headers.value("if-match") != "\"1\"")
                return FakeAnswer::json(platformError(u"PRECONDITION_FAILED"_s, u"Changed"_s), 412);
            auto answer = FakeAnswer::json(
                {{u"success"_s, true}, {u"data"_s, QJsonObject{{u"id"_s, u"u"_s}, {u"email"_s, u"a@x"_s}}}});
            answer.headers.emplaceBack("ETag", request.method == "PATCH" ? "\"2\"" : "\"1\"");
            return answer;
        });
        UsersApi users(s.client);
        auto read = users.get(u"u"_s);
        QTRY_VERIFY(read.isFinished());
        QCOMPARE(read.result()->etag, "\"1\"");
        auto changed = users.update(u"u"_s, {.firstName = u"Ada"_s, .tier = Tier::Pro}, read.result()->etag);
        QTRY_VERIFY(changed.isFinished());
        QCOMPARE(changed.result()->etag, "\"2\"");
        QCOMPARE(s.server.asked.last().json(),
                 QJsonObject({{u"first_name"_s, u"Ada"_s}, {u"subscription_tier"_s, u"pro"_s}}));
        auto stale = users.update(u"u"_s, {.active = false}, "\"0\"");
        QTRY_VERIFY(stale.isFinished());
        QVERIFY(stale.result().error() == ErrorCode::PreconditionFailed);
    }
};

QTEST_GUILESS_MAIN(TestUserApis)
#include "tst_userapis.moc"

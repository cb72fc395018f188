// SPDX-License-Identifier: GPL-3.0-or-later
// Versions, the audit log and the own account as they cross the wire; the second factor that the server wants again.
#include "services/api/accountapi.h"
#include "services/api/auditapi.h"
#include "services/api/securityapi.h"
#include "services/api/stepupprompt.h"
#include "services/api/versionsapi.h"
#include "tests/services/apisetup.h"

#include <QTemporaryDir>

namespace
{
FakeAnswer success(const QByteArray &data)
{
    return FakeAnswer::json({{u"success"_s, true},
                             {u"data"_s, parsed(data)},
                             {u"meta"_s, QJsonObject{{u"version"_s, u"v2"_s}, {u"requestId"_s, u"req_1"_s}}}});
}

FakeAnswer refusal(const QString &code, int status)
{
    return FakeAnswer::json({{u"success"_s, false}, {u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, code}}}},
                            status);
}

/// A person who answers when the test says so.
struct FakePerson : StepUpPrompt {
    std::shared_ptr<QPromise<Result<Done>>> question;
    int asked = 0;

    QFuture<Result<Done>> prove() override
    {
        ++asked;
        question = std::make_shared<QPromise<Result<Done>>>();
        question->start();
        return question->future();
    }
    void answer(const Result<Done> &proof)
    {
        question->addResult(proof);
        question->finish();
    }
};

constexpr char EntryJson[] = R"({"id":"audit_1","sequence":77,"at":"2026-02-03T04:05:06.789Z","action":"user.updated",
    "outcome":"failure","organization_id":"org_1","organization_name":"Northwind",
    "actor":{"type":"access_key","id":"user_1","email":"ada@example.com"},"key_id":"key_1","session_id":null,
    "device_id":null,"address":"192.0.2.1","user_agent":"crm/2","version":"v1","request_id":"req_7",
    "target":{"type":"user","id":"user_2","label":"bob@example.com"},
    "before":{"role":"user","limits":{"max_agents":2}},"after":{"role":"support"},"hash":"aa","previous_hash":"bb",
    "revertible":true})";

constexpr char VersionsJson[] = R"({"versions":[
    {"version":"v1","status":"deprecated","deprecated_at":"2026-07-01T00:00:00.000Z",
     "sunset_at":"2027-01-01T00:00:00.000Z","serve_after_sunset":true,"successor":"v2",
     "brownouts":[{"from":"2026-10-06T10:00:00.000Z","to":"2026-10-06T12:00:00.000Z"}]},
    {"version":"v2","status":"supported","deprecated_at":null,"sunset_at":null,"serve_after_sunset":false,
     "successor":null,"brownouts":[]}]})";
}

class TestPlatformApis : public QObject
{
    Q_OBJECT

private slots:
    void auditEntriesArePagedAndFiltered()
    {
        Setup s([](const FakeRequest &) { return list(QByteArray('[' + QByteArray(EntryJson) + ']')); });
        AuditApi audit(s.client);
        const auto page = s.wait(audit.fetch(
            {.filters = {{u"action"_s, u"user.updated"_s}, {u"start_date"_s, u"2026-02-01"_s}, {u"search"_s, {}}},
             .cursor = u"c"_s}));
        QVERIFY(bool(page));
        QCOMPARE(s.last().path, u"/api/v2/admin/audit"_s);
        QCOMPARE(s.last().query.queryItemValue(u"action"_s), u"user.updated"_s);
        QCOMPARE(s.last().query.queryItemValue(u"cursor"_s), u"c"_s);
        QVERIFY(!s.last().query.hasQueryItem(u"search"_s));
        QCOMPARE(page->total, std::optional<qint64>(41));
        QCOMPARE(page->next, u"next"_s);
        const AuditEntry &e = page->items.first();
        QCOMPARE(e.sequence, 77);
        QCOMPARE(e.at, QDateTime({2026, 2, 3}, {4, 5, 6, 789}, Qt::UTC));
        QVERIFY(!e.succeeded && e.revertible);
        QCOMPARE(e.actor.type, u"access_key"_s);
        QCOMPARE(e.actor.email, u"ada@example.com"_s);
        QCOMPARE(e.keyId, u"key_1"_s);
        QVERIFY(e.sessionId.isEmpty());
        QCOMPARE(e.target.label, u"bob@example.com"_s);
        QCOMPARE(e.version, u"v1"_s);
        QCOMPARE(e.previousHash, u"bb"_s);
        const QList<FieldChange> changes = changesBetween(e.before, e.after);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.first().path, u"limits.max_agents"_s);
        QCOMPARE(int(changes.first().kind), int(FieldChange::Kind::Removed));
        QCOMPARE(int(changes.last().kind), int(FieldChange::Kind::Changed));
    }
    void anEntryWithoutWhatIdentifiesItIsNone()
    {
        Setup s([](const FakeRequest &) { return list(R"([{"id":"audit_1"}])"); });
        AuditApi audit(s.client);
        QVERIFY(s.wait(audit.fetch({})).error() == ErrorCode::InvalidAnswer);
    }
    void verifyingTellsWhereTheChainIsBroken()
    {
        QByteArray data = R"({"ok":true,"checked":90,"head":{"sequence":90,"hash":"ff"},"broken":null})";
        Setup s([&](const FakeRequest &) { return success(data); });
        AuditApi audit(s.client);
        auto check = s.wait(audit.verify());
        QVERIFY(check && check->intact);
        QCOMPARE(s.last().path, u"/api/v2/admin/audit/verify"_s);
        QCOMPARE(check->headSequence, 90);
        QCOMPARE(check->headHash, u"ff"_s);
        QVERIFY(check->brokenId.isEmpty());
        data = R"({"ok":false,"checked":12,"head":null,"broken":{"id":"audit_9","sequence":13,"reason":"changed"}})";
        check = s.wait(audit.verify());
        QVERIFY(check && !check->intact);
        QCOMPARE(check->brokenId, u"audit_9"_s);
        QCOMPARE(check->brokenSequence, 13);
        QCOMPARE(check->reason, u"changed"_s);
        data = R"({"checked":1})"; // an answer that does not say so is not "intact"
        QVERIFY(s.wait(audit.verify()).error() == ErrorCode::InvalidAnswer);
    }
    void revertingAnswersTheNewEntry()
    {
        Setup s([](const FakeRequest &) { return success(EntryJson); });
        AuditApi audit(s.client);
        const auto entry = s.wait(audit.revert(u"audit/7"_s));
        QVERIFY(entry && entry->id == u"audit_1");
        QCOMPARE(s.last().method, "POST");
        QCOMPARE(s.last().path, u"/api/v2/admin/audit/audit/7/revert"_s); // decoded: it was one segment
    }
    void theExportIsTheFilteredSet()
    {
        const QByteArray csv("\"at\",\"action\"\r\n\"2026\",\"user.updated\"\r\n");
        Setup s([&](const FakeRequest &) {
            return FakeAnswer{.body = csv, .headers = {{"Content-Type", "text/csv"}}};
        });
        AuditApi audit(s.client);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"audit.csv"_s);
        const auto bytes = s.wait(audit.exportTo({.filters = {{u"outcome"_s, u"failure"_s}}, .cursor = u"c"_s}, path));
        QVERIFY(bytes && *bytes == csv.size());
        QCOMPARE(s.last().path, u"/api/v2/admin/audit/export"_s);
        QCOMPARE(s.last().query.queryItemValue(u"outcome"_s), u"failure"_s);
        QVERIFY(!s.last().query.hasQueryItem(u"limit"_s) && !s.last().query.hasQueryItem(u"cursor"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), csv);
    }

    void livesOfVersionsGoAndComeWhole()
    {
        Setup s([](const FakeRequest &) {
            FakeAnswer answer = success(VersionsJson);
            answer.headers.emplaceBack("ETag", "\"7\"");
            return answer;
        });
        VersionsApi versions(s.client);
        const auto read = s.wait(versions.versions());
        QVERIFY(bool(read));
        QCOMPARE(s.last().path, u"/api/v2/admin/versions"_s);
        QCOMPARE(read->etag, "\"7\"");
        const ApiVersion &v1 = read->value.first();
        QCOMPARE(int(v1.status), int(VersionStatus::Deprecated));
        QCOMPARE(v1.sunsetAt, QDateTime({2027, 1, 1}, {0, 0}, Qt::UTC));
        QVERIFY(v1.serveAfterSunset);
        QCOMPARE(v1.successor, u"v2"_s);
        QCOMPARE(v1.brownouts.first().to, QDateTime({2026, 10, 6}, {12, 0}, Qt::UTC));
        QVERIFY(!read->value.last().deprecatedAt.isValid());
        QVERIFY(bool(s.wait(versions.save(read->value, read->etag))));
        QCOMPARE(s.last().method, "PUT");
        QCOMPARE(s.last().headers.value("if-match"), "\"7\""); // nobody else's change is lost
        QCOMPARE(QJsonValue(s.last().json()), parsed(VersionsJson)); // what was read is sent, member by member
    }
    void aPreviewTellsEveryAnswer()
    {
        Setup s([](const FakeRequest &) {
            return success(R"({"versions":[{"version":"v1","today":{"status":200,"headers":{"Deprecation":"@1"}},
                "after_sunset":{"status":410,"headers":{}},"during_brownout":{"status":410,"headers":{}},
                "callers":12,"requests_last_30_days":3400},
                {"version":"v2","today":{"status":200,"headers":{}},"after_sunset":{"status":200,"headers":{}},
                "during_brownout":null,"callers":0,"requests_last_30_days":0}]})");
        });
        VersionsApi versions(s.client);
        const auto previews = s.wait(versions.preview({{.version = u"v1"_s}, {.version = u"v2"_s}}));
        QVERIFY(bool(previews));
        QCOMPARE(s.last().path, u"/api/v2/admin/versions/preview"_s);
        QCOMPARE(previews->first().today.headers.first(), std::pair(u"Deprecation"_s, u"@1"_s));
        QCOMPARE(previews->first().afterSunset.status, 410);
        QCOMPARE(previews->first().duringBrownout->status, 410);
        QCOMPARE(previews->first().callers, 12);
        QCOMPARE(previews->first().requestsLast30Days, 3400);
        QVERIFY(!previews->last().duringBrownout);
    }
    void figuresOfVersionsKeepWhatIsNotKnown()
    {
        Setup s([](const FakeRequest &) {
            return success(R"({"start_date":"2026-01-01","end_date":"2026-01-02","migration_rate":null,"versions":[
                {"version":"v1","requests":100,"callers":3,"errors":7,"latency_ms":{"p50":1.5,"p95":null,"p99":9},
                "days":[{"date":"2026-01-02","requests":100,"errors":7,"callers":3}],
                "routes":[{"method":"GET","route":"/calls","requests":60,"errors":1,"callers":2,
                "latency_ms":{"p50":1,"p95":2,"p99":3}}]}]})");
        });
        VersionsApi versions(s.client);
        const auto report = s.wait(versions.report({2026, 1, 1}, {2026, 1, 2}));
        QVERIFY(bool(report));
        QCOMPARE(s.last().path, u"/api/v2/admin/metrics/versions"_s);
        QCOMPARE(s.last().query.queryItemValue(u"start_date"_s), u"2026-01-01"_s);
        QVERIFY(!report->migrationShare);
        const VersionTraffic &v1 = report->versions.first();
        QCOMPARE(v1.latency.p50, std::optional(1.5));
        QVERIFY(!v1.latency.p95);
        QCOMPARE(v1.errorShare(), std::optional(0.07));
        QCOMPARE(v1.days.first().date, QDate(2026, 1, 2));
        QCOMPARE(v1.routes.first().route, u"/calls"_s);
        QVERIFY(!VersionTraffic{}.errorShare());
    }
    void callersAndNotices()
    {
        Setup s([](const FakeRequest &request) {
            if (request.method == "POST")
                return success(R"({"recipients":5})");
            return list(R"([{"caller":{"type":"access_key","id":"key_1","label":"CRM"},"organization_id":"org_1",
                "organization_name":"N","requests":9,"errors":2,"last_seen_at":"2026-01-02T03:04:05.000Z",
                "user_agent":"crm/2"}])");
        });
        VersionsApi versions(s.client);
        const auto page = s.wait(versions.callers().fetch({.filters = {{u"version"_s, u"v1"_s}}}));
        QVERIFY(page && page->items.first().label == u"CRM");
        QCOMPARE(page->items.first().lastSeenAt, QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC));
        QCOMPARE(page->next, u"next"_s);
        QCOMPARE(s.last().path, u"/api/v2/admin/metrics/versions/callers"_s);
        QCOMPARE(s.last().query.queryItemValue(u"version"_s), u"v1"_s);
        QCOMPARE(*s.wait(versions.notify(u"v1"_s, u"Please move"_s)), 5);
        QCOMPARE(s.last().path, u"/api/v2/admin/versions/v1/notify"_s);
        QCOMPARE(s.last().json().value("message"_L1).toString(), u"Please move"_s);
    }

    void theSecondFactorIsSetUp()
    {
        QByteArray data;
        Setup s([&](const FakeRequest &) { return success(data); });
        SecurityApi security(s.client);
        data = R"({"enabled":true,"enabledAt":"2026-01-02T03:04:05.000Z","recoveryCodesLeft":7})";
        const auto factor = s.wait(security.twoFactor());
        QVERIFY(factor && factor->enabled && factor->recoveryCodesLeft == 7);
        data = R"({"secret":"ABC234","uri":"otpauth://totp/V:a?secret=ABC234"})";
        QCOMPARE(s.wait(security.enrol())->secret, u"ABC234"_s);
        QCOMPARE(s.last().path, u"/api/v2/auth/2fa/enroll"_s);
        data = R"({"secret":"ABC234","uri":"https://elsewhere"})"; // would be a QR code that opens a page
        QVERIFY(s.wait(security.enrol()).error() == ErrorCode::InvalidAnswer);
        data = R"({"recoveryCodes":["a","b"]})";
        QCOMPARE(*s.wait(security.confirm(u"123456"_s)), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(s.last().json().value("code"_L1).toString(), u"123456"_s);
        QCOMPARE(*s.wait(security.newRecoveryCodes(u"123456"_s)), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(s.last().path, u"/api/v2/auth/2fa/recovery-codes"_s);
        data = R"({"enabled":false})";
        QVERIFY(bool(s.wait(security.disable(u"123456"_s))));
        QCOMPARE(s.last().path, u"/api/v2/auth/2fa/disable"_s);
        QVERIFY(s.client.lastRequestAsCurl().isEmpty()); // nothing of it can be copied
    }
    void devicesAreListedRenamedAndRevoked()
    {
        Setup s([](const FakeRequest &request) {
            if (request.method == "DELETE")
                return FakeAnswer{.status = 204};
            if (request.method == "PATCH")
                return success(R"({"id":"device_1"})");
            return success(R"([{"id":"device_1","deviceId":"d","deviceName":"Laptop","deviceType":"desktop",
                "userAgent":"voxdesk/1","ipAddress":"192.0.2.1","firstSeenAt":"2026-01-01T00:00:00.000Z",
                "lastSeenAt":"2026-01-02T00:00:00.000Z","isCurrent":true,"activeSessions":2}])");
        });
        SecurityApi security(s.client);
        const auto devices = s.wait(security.devices());
        QVERIFY(bool(devices));
        const Device &device = devices->first();
        QCOMPARE(device.name, u"Laptop"_s);
        QCOMPARE(device.address, u"192.0.2.1"_s);
        QVERIFY(device.current && device.activeSessions == 2);
        QVERIFY(bool(s.wait(security.renameDevice(u"device_1"_s, u"Desk"_s))));
        QCOMPARE(s.last().json(), (QJsonObject{{u"deviceName"_s, u"Desk"_s}}));
        QVERIFY(bool(s.wait(security.revokeDevice(u"device_1"_s))));
        QCOMPARE(s.last().path, u"/api/v2/auth/devices/device_1"_s);
    }
    void aForgottenPasswordNeedsNoSignIn()
    {
        Setup s([](const FakeRequest &) { return success("{}"); });
        SecurityApi security(s.client);
        QVERIFY(bool(s.wait(security.forgotPassword(u" ada@x "_s))));
        QCOMPARE(s.last().path, u"/api/v2/auth/password/forgot"_s);
        QCOMPARE(s.last().json().value("email"_L1).toString(), u"ada@x"_s);
        QVERIFY(!s.last().headers.contains("authorization"));
        QVERIFY(bool(s.wait(security.resetPassword(u" tok "_s, u" new pass "_s))));
        QCOMPARE(s.last().json(), (QJsonObject{{u"token"_s, u"tok"_s}, {u"newPassword"_s, u" new pass "_s}}));
    }
    void onlyPreferencesThatDifferAreSent()
    {
        Setup s([](const FakeRequest &) {
            return success(R"({"marketing":true,"notifications":true,"twoFactorAuth":false})");
        });
        AccountApi account(s.client);
        const auto before = s.wait(account.preferences());
        QVERIFY(bool(before));
        QCOMPARE(*before, (Preferences{.marketing = true}));
        QVERIFY(bool(s.wait(account.savePreferences(*before, {.marketing = true, .twoFactorAuth = true}))));
        QCOMPARE(s.last().method, QByteArray("PATCH"));
        QCOMPARE(s.last().path, u"/api/v2/auth/preferences"_s);
        QCOMPARE(s.last().json(), (QJsonObject{{u"twoFactorAuth"_s, true}}));
        QVERIFY(bool(s.wait(account.savePreferences(*before, *before))));
        QCOMPARE(s.last().method, QByteArray("GET")); // nothing to change: an empty body is refused
    }
    void preferencesThatAreNoneAreNotTakenForThem()
    {
        Setup s([](const FakeRequest &) { return success(R"({"marketing":true})"); });
        AccountApi account(s.client);
        QVERIFY(s.wait(account.preferences()).error() == ErrorCode::InvalidAnswer);
    }
    void anAddressIsConfirmedWithoutSigningIn()
    {
        Setup s([](const FakeRequest &request) {
            return request.path.endsWith("/profile"_L1)
                ? success(R"({"id":"user_1","email":"ada@example.com","email_verified":true})")
                : success("{}");
        });
        AccountApi account(s.client);
        QVERIFY(bool(s.wait(account.mailCode(u" ada@example.com "_s))));
        QCOMPARE(s.last().path, u"/api/v2/auth/email/resend"_s);
        QCOMPARE(s.last().json(), (QJsonObject{{u"email"_s, u"ada@example.com"_s}}));
        QVERIFY(!s.last().headers.contains("authorization"));
        QVERIFY(bool(s.wait(account.confirmEmail(u" tok "_s))));
        QCOMPARE(s.last().path, u"/api/v2/auth/email/verify"_s);
        QCOMPARE(s.last().json(), (QJsonObject{{u"token"_s, u"tok"_s}}));
        QVERIFY(!s.client.lastRequestAsCurl().contains(u"tok"_s));
        const auto address = s.wait(account.emailAddress());
        QVERIFY(address && address->confirmed);
        QCOMPARE(address->address, u"ada@example.com"_s);
    }
    void theOwnAccountMayBeKeptOnAReadOnlyServer()
    {
        Setup s([](const FakeRequest &) { return success(R"({"changed":true,"sessions_ended":3})"); });
        s.client.setReadOnly(true);
        SecurityApi security(s.client);
        QCOMPARE(*s.wait(security.changePassword(u"old"_s, u"new password"_s)), 3);
        VersionsApi versions(s.client);
        QVERIFY(s.wait(versions.notify(u"v1"_s, u"x"_s)).error() == ErrorCode::Forbidden);
    }

    void whatNeedsThePersonIsRepeatedOnce()
    {
        bool proven = false;
        Setup s([&](const FakeRequest &) { return proven ? success("{}") : refusal(u"STEP_UP_REQUIRED"_s, 403); });
        FakePerson person;
        s.client.setStepUpPrompt(&person);
        auto first = s.client.send({.method = ApiRequest::Method::Delete, .path = u"/api/v1/admin/users/a"_s});
        auto second = s.client.send({.method = ApiRequest::Method::Delete, .path = u"/api/v1/admin/users/b"_s});
        QTRY_COMPARE(s.server.asked.size(), 2);
        QTRY_COMPARE(person.asked, 1); // one question for both
        QVERIFY(!first.isFinished() && !second.isFinished());
        proven = true;
        person.answer(Done{});
        QTRY_VERIFY(first.isFinished() && second.isFinished());
        QVERIFY(first.result() && second.result());
        QCOMPARE(s.server.asked.size(), 4);
        QCOMPARE(person.asked, 1);
    }
    void aRefusalAfterTheProofIsAnError()
    {
        Setup s([](const FakeRequest &) { return refusal(u"STEP_UP_REQUIRED"_s, 403); });
        FakePerson person;
        s.client.setStepUpPrompt(&person);
        auto answer = s.client.send({.method = ApiRequest::Method::Delete, .path = u"/api/v1/x"_s});
        QTRY_COMPARE(person.asked, 1);
        person.answer(Done{});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().error() == ErrorCode::StepUpRequired);
        QCOMPARE(s.server.asked.size(), 2); // not for ever
        QCOMPARE(person.asked, 1);
    }
    void aPersonWhoDeclinesChangesNothing()
    {
        Setup s([](const FakeRequest &) { return refusal(u"STEP_UP_REQUIRED"_s, 403); });
        FakePerson person;
        s.client.setStepUpPrompt(&person);
        auto answer = s.client.send({.method = ApiRequest::Method::Delete, .path = u"/api/v1/x"_s});
        QTRY_COMPARE(person.asked, 1);
        person.answer(ErrorCode::Canceled);
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().error() == ErrorCode::StepUpRequired);
        QCOMPARE(s.server.asked.size(), 1);
        s.client.setStepUpPrompt(nullptr); // nobody to ask: an error like others
        auto alone = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_VERIFY(alone.isFinished());
        QVERIFY(alone.result().error() == ErrorCode::StepUpRequired);
    }
    void aQuestionThatNobodyWaitsForIsTakenBack()
    {
        bool proven = false;
        Setup s([&](const FakeRequest &) { return proven ? success("{}") : refusal(u"STEP_UP_REQUIRED"_s, 403); });
        FakePerson person;
        s.client.setStepUpPrompt(&person);
        auto answer = s.client.send({.path = u"/api/v1/x"_s});
        QTRY_COMPARE(person.asked, 1);
        const auto old = person.question;
        s.client.cancelAll(); // another server, signing out
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.isCanceled() && old->isCanceled());
        auto next = s.client.send({.path = u"/api/v1/y"_s});
        QTRY_COMPARE(person.asked, 2);
        old->finish(); // the answer to the old question settles nothing of the new one
        QCoreApplication::processEvents();
        QVERIFY(!next.isFinished());
        proven = true;
        person.answer(Done{});
        QTRY_VERIFY(next.isFinished());
        QVERIFY(bool(next.result()));
    }
};

QTEST_GUILESS_MAIN(TestPlatformApis)
#include "tst_platformapis.moc"

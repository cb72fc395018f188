// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in for the server behind the panes of versions, the audit log and the own account.
#pragma once

#include "models/domain/accountsecurity.h"
#include "models/domain/apiversion.h"
#include "models/domain/ownaccount.h"
#include "tests/ui/fakeagents.h"

/// v1 (deprecated) and v2 (supported), with two days of traffic and three callers of each.
class FakeVersions : public VersionRegistry, private Later
{
public:
    QList<ApiVersion> lives;
    QByteArray etag = "\"1\"";
    QList<ApiVersion> sent;
    QByteArray sentTag;
    QStringList asked; ///< in words
    std::optional<QList<ApiVersion>> conflicting; ///< what somebody else saved meanwhile
    std::optional<Error> failRead;
    std::optional<Error> failPreview;
    std::optional<Error> failSave;
    bool failReport = false;

    struct Callers : PageSource<VersionCaller>, private Later {
        QList<PageQuery> asked;
        bool none = false;

        QFuture<Result<Page<VersionCaller>>> fetch(const PageQuery &query) override
        {
            asked << query;
            return later<Page<VersionCaller>>([this]() -> Result<Page<VersionCaller>> {
                QList<VersionCaller> rows;
                for (int i = 0; i < 3 && !none; ++i)
                    rows.append({.type = i == 1 ? u"access_key"_s : u"user"_s,
                                 .id = QString::number(i),
                                 .label = u"caller%1@example.com"_s.arg(i),
                                 .organizationId = u"o1"_s,
                                 .organizationName = u"Northwind"_s,
                                 .requests = 100 - i,
                                 .errors = i});
                return wholePage(rows);
            });
        }
    } callerSource;

    FakeVersions()
    {
        ApiVersion v1{.version = u"v1"_s, .status = VersionStatus::Deprecated};
        v1.deprecatedAt = QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC);
        v1.sunsetAt = QDateTime({2026, 12, 1}, {0, 0}, Qt::UTC);
        v1.successor = u"v2"_s;
        v1.brownouts = {{QDateTime({2026, 10, 1}, {10, 0}, Qt::UTC), QDateTime({2026, 10, 1}, {11, 0}, Qt::UTC)}};
        lives = {v1, {.version = u"v2"_s}};
    }
    static QDateTime now() { return QDateTime({2026, 6, 15}, {12, 0}, Qt::UTC); }

    QFuture<Result<Tagged<QList<ApiVersion>>>> versions() override
    {
        asked << u"versions"_s;
        return later<Tagged<QList<ApiVersion>>>([this]() -> Result<Tagged<QList<ApiVersion>>> {
            if (failRead)
                return *failRead;
            return Tagged<QList<ApiVersion>>{lives, etag};
        });
    }
    QFuture<Result<QList<ApiVersion>>> save(const QList<ApiVersion> &versions, const QByteArray &tag) override
    {
        sent = versions;
        sentTag = tag;
        asked << u"save"_s;
        return later<QList<ApiVersion>>([this]() -> Result<QList<ApiVersion>> {
            if (failSave)
                return *failSave;
            if (conflicting) {
                lives = *std::exchange(conflicting, std::nullopt);
                etag = "\"2\"";
            }
            if (sentTag != etag)
                return ErrorCode::PreconditionFailed;
            return lives = sent;
        });
    }
    QFuture<Result<QList<VersionPreview>>> preview(const QList<ApiVersion> &versions) override
    {
        asked << u"preview"_s;
        return later<QList<VersionPreview>>([this, versions]() -> Result<QList<VersionPreview>> {
            if (failPreview)
                return *failPreview;
            QList<VersionPreview> previews;
            for (const ApiVersion &version : versions) {
                const bool over = version.sunsetAt.isValid() && version.sunsetAt <= now() && !version.serveAfterSunset;
                previews.append({.version = version.version,
                                 .today = {over ? 410 : 200, {{u"X-API-Version"_s, version.version}}},
                                 .afterSunset = {410, {}},
                                 .callers = 12,
                                 .requestsLast30Days = 345});
            }
            return previews;
        });
    }
    QFuture<Result<VersionReport>> report(const QDate &from, const QDate &to) override
    {
        asked << u"report %1 %2"_s.arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate));
        return later<VersionReport>([this, from, to]() -> Result<VersionReport> {
            if (failReport)
                return ErrorCode::ServiceUnavailable;
            VersionReport report{.from = from, .to = to, .migrationShare = 0.75};
            for (const QString &name : {u"v1"_s, u"v2"_s}) {
                VersionTraffic traffic{
                    .version = name, .requests = 300, .callers = 7, .errors = 6, .latency = {4, 20, 90}};
                traffic.days = {{to.addDays(-1), 100, 0, 5}, {to, 200, 6, 7}};
                traffic.routes = {{.method = u"GET"_s, .route = u"/calls"_s, .requests = 123}};
                report.versions << traffic;
            }
            return report;
        });
    }
    QFuture<Result<qint64>> notify(const QString &version, const QString &message) override
    {
        asked << u"notify %1: %2"_s.arg(version, message);
        return later<qint64>([]() -> Result<qint64> { return 5; });
    }
    PageSource<VersionCaller> &callers() override { return callerSource; }
};

/// Entries e0 (can be put back), e1 and e2 (a sign-in that failed).
class FakeAudit : public AuditLog, private Later
{
public:
    QList<AuditEntry> rows;
    QList<PageQuery> asked;
    QStringList reverted;
    std::optional<Error> failRevert;
    AuditCheck check{.intact = true, .checked = 3, .headSequence = 3, .headHash = u"abcdef"_s};

    FakeAudit()
    {
        for (int i = 0; i < 3; ++i) {
            AuditEntry e{.id = u"e%1"_s.arg(i), .sequence = 3 - i};
            e.at = QDateTime({2026, 6, 1}, {12, 0}, Qt::UTC).addSecs(-60 * i);
            e.action = i == 2 ? u"session.failed"_s : u"user.updated"_s;
            e.succeeded = i != 2;
            e.actor = {u"user"_s, u"u9"_s, u"ada@example.com"_s};
            e.target = {u"user"_s, u"u%1"_s.arg(i), u"bob%1@example.com"_s.arg(i)};
            e.before = {{u"role"_s, u"user"_s}, {u"notes"_s, u"old"_s}};
            e.after = {{u"role"_s, u"admin"_s}, {u"is_active"_s, true}};
            e.revertible = i == 0;
            rows << e;
        }
    }
    QFuture<Result<Page<AuditEntry>>> fetch(const PageQuery &query) override
    {
        asked << query;
        return later<Page<AuditEntry>>([this]() -> Result<Page<AuditEntry>> { return wholePage(rows); });
    }
    QFuture<Result<AuditCheck>> verify() override
    {
        return later<AuditCheck>([this]() -> Result<AuditCheck> { return check; });
    }
    QFuture<Result<AuditEntry>> revert(const QString &id) override
    {
        reverted << id;
        return later<AuditEntry>([this]() -> Result<AuditEntry> {
            if (failRevert)
                return *failRevert;
            return rows.first();
        });
    }
    QFuture<Result<qint64>> exportTo(const PageQuery &, const QString &) override
    {
        return readyFuture(Result<qint64>(qint64(2048)));
    }
};

/// The code is always 123456, the password "right password".
class FakeSecurity : public AccountSecurity, private Later
{
public:
    TwoFactor factor;
    QList<Device> rows{{.id = u"d0"_s, .name = u"Laptop"_s, .type = u"desktop"_s, .current = true, .activeSessions = 1},
                       {.id = u"d1"_s, .name = u"Old phone"_s, .type = u"mobile"_s}};
    QStringList asked; ///< in words
    FakeAudit audit;

    QFuture<Result<TwoFactor>> twoFactor() override
    {
        asked << u"factor"_s;
        return later<TwoFactor>([this]() -> Result<TwoFactor> { return factor; });
    }
    QFuture<Result<TwoFactorEnrolment>> enrol() override
    {
        return later<TwoFactorEnrolment>([]() -> Result<TwoFactorEnrolment> {
            return TwoFactorEnrolment{u"ABCDEFGH23"_s, u"otpauth://totp/V:a?secret=ABCDEFGH23"_s};
        });
    }
    QFuture<Result<QStringList>> confirm(const QString &code) override
    {
        return codes(code, [this] { factor = {true, FakeVersions::now(), 10}; });
    }
    QFuture<Result<QStringList>> newRecoveryCodes(const QString &code) override
    {
        return codes(code, [] {});
    }
    QFuture<Result<Done>> disable(const QString &code) override
    {
        return checked(code, [this] { factor = {}; });
    }
    QFuture<Result<QList<Device>>> devices() override
    {
        asked << u"devices"_s;
        return later<QList<Device>>([this]() -> Result<QList<Device>> { return rows; });
    }
    QFuture<Result<Done>> renameDevice(const QString &id, const QString &name) override
    {
        asked << u"rename %1 %2"_s.arg(id, name);
        return later<Done>([this, id, name]() -> Result<Done> {
            std::ranges::find(rows, id, &Device::id)->name = name;
            return Done{};
        });
    }
    QFuture<Result<Done>> revokeDevice(const QString &id) override
    {
        asked << u"revoke "_s + id;
        return later<Done>([this, id]() -> Result<Done> {
            rows.removeIf([&](const Device &device) { return device.id == id; });
            return Done{};
        });
    }
    QFuture<Result<qint64>> changePassword(const QString &current, const QString &) override
    {
        asked << u"password"_s;
        return later<qint64>([current]() -> Result<qint64> {
            if (current != "right password"_L1)
                return ErrorCode::InvalidCredentials;
            return qint64(2);
        });
    }
    QFuture<Result<Done>> stepUp(const QString &code) override
    {
        return checked(code, [] {});
    }
    PageSource<AuditEntry> &activity() override { return audit; }

private:
    QFuture<Result<Done>> checked(const QString &code, std::function<void()> right)
    {
        return later<Done>([code, right]() -> Result<Done> {
            if (code != "123456"_L1)
                return ErrorCode::InvalidCredentials;
            right();
            return Done{};
        });
    }
    QFuture<Result<QStringList>> codes(const QString &code, std::function<void()> right)
    {
        return later<QStringList>([code, right]() -> Result<QStringList> {
            if (code != "123456"_L1)
                return ErrorCode::InvalidCredentials;
            right();
            return QStringList{u"code-1"_s, u"code-2"_s, u"code-3"_s};
        });
    }
};

/// The code is always "good code".
class FakeAccount : public OwnAccount, private Later
{
public:
    EmailAddress email{u"ada@example.com"_s, false};
    Preferences kept;
    QStringList asked; ///< in words
    std::optional<Error> failSave;

    QFuture<Result<EmailAddress>> emailAddress() override
    {
        asked << u"address"_s;
        return later<EmailAddress>([this]() -> Result<EmailAddress> { return email; });
    }
    QFuture<Result<Done>> mailCode(const QString &address) override
    {
        asked << u"mail "_s + address;
        return later<Done>([]() -> Result<Done> { return Done{}; });
    }
    QFuture<Result<Done>> confirmEmail(const QString &code) override
    {
        return later<Done>([this, code]() -> Result<Done> {
            if (code != "good code"_L1)
                return Error{.code = ErrorCode::ValidationError, .details = {{u"token"_s, u"no code of ours"_s}}};
            email.confirmed = true;
            return Done{};
        });
    }
    QFuture<Result<Preferences>> preferences() override
    {
        asked << u"preferences"_s;
        return later<Preferences>([this]() -> Result<Preferences> { return kept; });
    }
    QFuture<Result<Preferences>> savePreferences(const Preferences &, const Preferences &after) override
    {
        return later<Preferences>([this, after]() -> Result<Preferences> {
            if (failSave)
                return *failSave;
            return kept = after;
        });
    }
};

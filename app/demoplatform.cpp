// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoplatform.h"

#include "app/demoagents.h"
#include "app/demodata.h"
#include "app/demokeys.h"
#include "models/domain/async.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
constexpr int PreviewDays = 30;

template<typename T>
QFuture<Result<T>> ready(T value)
{
    return readyFuture(Result<T>(std::move(value)));
}

qint64 callersOf(const QString &version) { return version == "v0"_L1 ? 4 : version == "v1"_L1 ? 91 : 134; }

/// This console, as it names itself to a server.
QString ownAgent() { return u"voxdesk/"_s + QCoreApplication::applicationVersion(); }

QDateTime day(int year, int month, int date, int hour = 0)
{
    return {QDate(year, month, date), QTime(hour, 0), Qt::UTC};
}

/// The session of who looks, at the time of an entry: it begins with each entry that says so.
QString sessionAt(int i) { return u"sess_01j%1"_s.arg(88 - (i + 6) / 8, 2, 10, QChar(u'0')); }

/// Of the entry so many before the newest: each is the previous one of the next.
QString hashAt(int i)
{
    const qint64 sequence = DemoCounts::AuditEntries - i;
    if (sequence < 1) // before the first
        return QString(64, u'0');
    const QByteArray text = "demo audit entry " + QByteArray::number(sequence);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

struct AuditSample {
    const char *action;
    const char *type;
    QString id;
    QString label;
    QString organizationId; ///< empty: of the platform
    QString organizationName;
    QJsonObject before;
    QJsonObject after;
    bool revertible;
};

AuditSample ofUser(const char *action, const User &user, const QJsonObject &before, const QJsonObject &after,
                   bool revertible)
{
    return {action, "user", user.id, user.email, user.organizationId, user.organizationName, before, after, revertible};
}

/// What happened to whom: in each round of eight to others, ending at what the panes show of them.
AuditSample sampleAt(int i)
{
    const int round = i / 8;
    const auto temperature = [](double value) { return QJsonObject{{u"temperature"_s, value}}; };
    const auto company = [round] { return round % 7; };
    switch (i % 8) {
    case 0: {
        const User raised = demoUser(4 + 9 * round);
        const Limits before = defaultLimits(raised.tier);
        return ofUser("limits.updated", raised,
                      {{u"max_agents"_s, before.maxAgents}, {u"monthly_token_quota"_s, before.monthlyTokenQuota}},
                      {{u"max_agents"_s, raised.limits.maxAgents},
                       {u"monthly_token_quota"_s, raised.limits.monthlyTokenQuota},
                       {u"notes"_s, raised.limitNotes}},
                      true);
    }
    case 1:
        return {"session.created",
                "session",
                sessionAt(i),
                u"Voxdesk on ada-laptop"_s,
                demoOrganizationId(0),
                demoOrganizationName(0),
                {},
                {{u"device"_s, u"ada-laptop"_s}},
                false};
    case 2: {
        const Agent agent = demoAgent(4 * round % 40); // these have a phone number
        return {"agent.updated",
                "agent",
                agent.id,
                agent.name,
                agent.organizationId,
                agent.organizationName,
                {{u"llm_provider_config"_s, temperature(0.7)}, {u"phone_number"_s, u"+4930123456"_s}},
                {{u"llm_provider_config"_s, temperature(0.4)}, {u"phone_number"_s, agent.phoneNumber}},
                true};
    }
    case 3:
        return ofUser("session.failed", demoUser(3 + round), {}, {{u"reason"_s, u"invalid_credentials"_s}}, false);
    case 4:
        return {"provider_key.replaced",
                "provider_key",
                u"provider_key_01j%1"_s.arg(company(), 8, 10, QChar(u'0')),
                u"openai"_s,
                demoOrganizationId(company()),
                demoOrganizationName(company()),
                {{u"key"_s, u"set"_s}},
                {{u"key"_s, u"changed"_s}},
                false};
    case 5:
        if (round > 0)
            return ofUser("user.updated", demoUser(3 * round + 1), {{u"language"_s, u"en"_s}},
                          {{u"language"_s, u"de"_s}}, true);
        return {"version.updated",
                "version",
                u"v1"_s,
                u"v1"_s,
                {},
                {},
                {{u"status"_s, u"supported"_s}},
                {{u"status"_s, u"deprecated"_s},
                 {u"deprecated_at"_s, u"2026-07-01T00:00:00.000Z"_s},
                 {u"sunset_at"_s, u"2027-01-01T00:00:00.000Z"_s}},
                true};
    case 6:
        if (round > 0)
            return ofUser("user.updated", demoUser(6 + 11 * round), {{u"is_active"_s, true}}, {{u"is_active"_s, false}},
                          true);
        return ofUser("user.updated", demoUser(61), {{u"role"_s, u"user"_s}, {u"is_active"_s, true}},
                      {{u"role"_s, u"support"_s}, {u"is_active"_s, false}}, true);
    default: {
        const std::array keys{1, 2, 0, 6, 3}; // that are neither expired nor revoked
        const AccessKey key = demoAccessKey(keys.at(std::size_t(round) % keys.size()));
        return {"access_key.rotated",
                "access_key",
                key.id,
                key.name,
                demoOrganizationId(0),
                demoOrganizationName(0),
                {},
                {{u"secret"_s, u"changed"_s}},
                false};
    }
    }
}

AuditEntry entryAt(int i)
{
    const AuditSample sample = sampleAt(i);
    AuditEntry e{.id = u"audit_01j%1"_s.arg(i, 10, 32, QChar(u'0')), .sequence = DemoCounts::AuditEntries - i};
    e.at = demoNow().addSecs(-431LL * i - 97 * (i % 4));
    e.action = QString::fromLatin1(sample.action);
    e.succeeded = !e.action.endsWith(u".failed"_s);
    e.organizationId = sample.organizationId;
    e.organizationName = sample.organizationName;
    const User admin = demoUser(0);
    const bool byKey = i % 7 == 4 && !e.action.startsWith(u"session."_s);
    if (byKey) {
        e.keyId = demoAccessKey(6).id; // the one that may administer
        e.actor = {u"access_key"_s, e.keyId, admin.email};
    } else if (e.succeeded) {
        e.actor = {u"user"_s, admin.id, admin.email};
        e.sessionId = sessionAt(i);
    } else {
        e.actor = {u"user"_s, {}, sample.label}; // nobody was signed in
    }
    e.address = i % 3 == 1 ? u"198.51.100.7"_s : u"192.0.2.44"_s;
    e.userAgent = byKey ? u"warehouse-sync/2.1"_s : ownAgent();
    e.version = byKey ? u"v1"_s : u"v2"_s;
    e.requestId = u"req_4f1c%1"_s.arg(i, 6, 16, QChar(u'0'));
    e.target = {QString::fromLatin1(sample.type), sample.id, sample.label};
    e.before = sample.before;
    e.after = sample.after;
    e.hash = hashAt(i);
    e.previousHash = hashAt(i + 1);
    e.revertible = sample.revertible;
    return e;
}

VersionAnswer answerOf(const ApiVersion &version)
{
    VersionAnswer answer{.status = 200, .headers = {{u"X-API-Version"_s, version.version}}};
    if (version.status != VersionStatus::Supported)
        answer.headers << std::pair(u"X-API-Deprecation"_s, u"true"_s)
                       << std::pair(u"X-API-Sunset-Date"_s, version.sunsetAt.toString(Qt::ISODate));
    return answer;
}
}

QList<ApiVersion> demoVersions()
{
    ApiVersion v0{.version = u"v0"_s, .status = VersionStatus::Sunset};
    v0.deprecatedAt = day(2025, 1, 1);
    v0.sunsetAt = day(2025, 6, 1);
    v0.serveAfterSunset = true;
    v0.successor = u"v1"_s;
    ApiVersion v1{.version = u"v1"_s, .status = VersionStatus::Deprecated};
    v1.deprecatedAt = day(2026, 7, 1);
    v1.sunsetAt = day(2027, 1, 1);
    v1.successor = u"v2"_s;
    v1.brownouts = {{day(2026, 10, 6, 10), day(2026, 10, 6, 12)}, {day(2026, 11, 3, 10), day(2026, 11, 3, 14)}};
    return {v0, v1, {.version = u"v2"_s}};
}

VersionTraffic demoTraffic(const QString &version, const QDate &from, const QDate &to)
{
    const int kind = version == "v0"_L1 ? 0 : version == "v1"_L1 ? 1 : 2;
    const std::array latencies{VersionLatency{21, 88, 240}, VersionLatency{14, 61, 173}, VersionLatency{9, 38, 96}};
    VersionTraffic traffic{.version = version, .latency = latencies.at(std::size_t(kind))};
    const qint64 length = from.daysTo(to) + 1;
    for (qint64 i = 0; i < length; ++i) {
        const QDate date = from.addDays(i);
        const qint64 ago = date.daysTo(demoNow().date());
        const double left = std::clamp(double(ago) / (PreviewDays - 1), 0.0, 1.0); // of the way to the new version
        const double week = date.dayOfWeek() > 5 ? 0.55 : 1.0;
        const double wave = 1 + 0.08 * std::sin(double(date.toJulianDay()) * 1.7 + kind);
        const double base = kind == 0 ? 260 : kind == 1 ? 9000 + 11000 * left : 17000 - 9000 * left;
        const double part = ago == 0 ? DemoCounts::PartOfToday : 1;
        const auto requests = qint64(base * week * wave * part);
        const double failing = kind == 1 ? 0.021 + (ago % 9 == 4 ? 0.02 : 0) : kind == 0 ? 0.05 : 0.006;
        const qint64 callers = kind == 0 ? 3
            : kind == 1                  ? qint64(40 + 48 * left * week)
                                         : qint64(96 - 44 * left * week);
        traffic.days.append({date, requests, qint64(double(requests) * failing), callers});
        traffic.requests += requests;
        traffic.errors += traffic.days.constLast().errors;
    }
    traffic.callers = callersOf(version);
    const std::array routes{std::pair{u"GET"_s, u"/calls"_s}, std::pair{u"GET"_s, u"/assistants"_s},
                            std::pair{u"POST"_s, u"/auth/login"_s}, std::pair{u"POST"_s, u"/calls/initiate"_s},
                            std::pair{u"POST"_s, u"/usage/events"_s}};
    const std::array percents{34, 25, 18, 13, 10};
    qint64 requestsLeft = traffic.requests;
    qint64 errorsLeft = traffic.errors;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const bool last = i + 1 == routes.size(); // takes the rest
        const qint64 requests = last ? requestsLeft : traffic.requests * percents.at(i) / 100;
        const qint64 errors = last ? errorsLeft : traffic.errors * percents.at(i) / 100;
        requestsLeft -= requests;
        errorsLeft -= errors;
        traffic.routes.append({routes.at(i).first,
                               routes.at(i).second,
                               requests,
                               errors,
                               traffic.callers / qint64(i + 1),
                               {double(6 + i * 5), double(22 + i * 17), double(70 + i * 44)}});
    }
    return traffic;
}

QFuture<Result<Page<VersionCaller>>> DemoVersionCallers::fetch(const PageQuery &query)
{
    const std::array names{u"nightly-export@northwind.example"_s,
                           u"CRM sync"_s,
                           u"integration@kestrel.example"_s,
                           u"Booking widget"_s,
                           u"reports@brightline.example"_s,
                           u"Patient reminders"_s,
                           u"ops@harbor.example"_s};
    const std::array companies{0, 0, 2, 6, 1, 5, 3};
    const std::array programs{u"python-requests/2.31"_s, u"crm-sync/2.1"_s, u"axios/0.21"_s, u"okhttp/3.12"_s};
    Page<VersionCaller> page;
    const QString version = query.filters.value(u"version"_s);
    const QDate today = demoNow().date();
    const VersionTraffic traffic = demoTraffic(version, today.addDays(1 - PreviewDays), today);
    const int count = int(traffic.callers);
    double sum = 0;
    for (int i = 0; i < count; ++i)
        sum += 1.0 / (i + 1);
    for (int i = 0; i < count; ++i) {
        const auto at = std::size_t(i);
        const bool named = at < names.size();
        const bool key = i == 1 || i == 3 || i == 5;
        const User user = demoUser(i); // after the named ones
        const double share = 1.0 / (i + 1) / sum; // of all that the version was asked for
        page.items.append({key ? u"access_key"_s : u"user"_s, u"caller_%1"_s.arg(i), named ? names.at(at) : user.email,
                           named ? demoOrganizationId(companies.at(at)) : user.organizationId,
                           named ? demoOrganizationName(companies.at(at)) : user.organizationName,
                           qint64(double(traffic.requests) * share), qint64(double(traffic.errors) * share),
                           demoNow().addSecs(-17'000LL * i - 40), programs.at(at % programs.size())});
    }
    page.total = count;
    return ready(page);
}

QFuture<Result<Tagged<QList<ApiVersion>>>> DemoVersions::versions()
{
    return ready(Tagged<QList<ApiVersion>>{demoVersions(), {}});
}

QFuture<Result<QList<ApiVersion>>> DemoVersions::save(const QList<ApiVersion> &versions, const QByteArray &)
{
    return ready(versions);
}

QFuture<Result<QList<VersionPreview>>> DemoVersions::preview(const QList<ApiVersion> &versions)
{
    QList<VersionPreview> previews;
    for (const ApiVersion &version : versions) {
        VersionPreview preview{
            .version = version.version, .today = answerOf(version), .afterSunset = answerOf(version)};
        if (version.sunsetAt.isValid() && !version.serveAfterSunset)
            preview.afterSunset = {410, {{u"Link"_s, u"</api/v2>; rel=\"successor-version\""_s}}};
        if (!version.brownouts.isEmpty())
            preview.duringBrownout = VersionAnswer{410, {{u"Retry-After"_s, u"7200"_s}}};
        const QDate today = demoNow().date();
        const VersionTraffic traffic = demoTraffic(version.version, today.addDays(1 - PreviewDays), today);
        preview.callers = traffic.callers;
        preview.requestsLast30Days = traffic.requests;
        previews << preview;
    }
    return ready(previews);
}

QFuture<Result<VersionReport>> DemoVersions::report(const QDate &from, const QDate &to)
{
    VersionReport report{.from = from, .to = to, .migrationShare = 0.62};
    for (const QString &version : {u"v0"_s, u"v1"_s, u"v2"_s})
        report.versions << demoTraffic(version, from, to);
    return ready(report);
}

QFuture<Result<qint64>> DemoVersions::notify(const QString &version, const QString &)
{
    return ready(callersOf(version));
}

QFuture<Result<Page<AuditEntry>>> DemoAudit::fetch(const PageQuery &query)
{
    Page<AuditEntry> page;
    QList<AuditEntry> rows;
    for (int i = 0; i < DemoCounts::AuditEntries; ++i) {
        const AuditEntry e = entryAt(i);
        const QString outcome = query.filters.value(u"outcome"_s);
        if (!m_actor.isEmpty() && e.actor.email != m_actor)
            continue;
        if (outcome.isEmpty() || (outcome == "success"_L1) == e.succeeded)
            rows << e;
    }
    const qsizetype first = query.cursor.toLongLong();
    page.items = rows.mid(first, query.limit);
    page.total = rows.size();
    if (first + page.items.size() < rows.size())
        page.next = QString::number(first + page.items.size());
    return ready(page);
}

QFuture<Result<AuditCheck>> DemoAudit::verify()
{
    return ready(AuditCheck{.intact = true,
                            .checked = DemoCounts::AuditEntries,
                            .headSequence = DemoCounts::AuditEntries,
                            .headHash = entryAt(0).hash});
}

QFuture<Result<AuditEntry>> DemoAudit::revert(const QString &) { return ready(entryAt(0)); }

QFuture<Result<qint64>> DemoAudit::exportTo(const PageQuery &, const QString &) { return {}; }

QFuture<Result<TwoFactor>> DemoSecurity::twoFactor()
{
    return ready(m_enabled ? TwoFactor{true, demoNow().addDays(-40), 8} : TwoFactor{});
}

QFuture<Result<TwoFactorEnrolment>> DemoSecurity::enrol()
{
    return ready(TwoFactorEnrolment{
        u"DEMONSTRATIONONLY234567"_s,
        u"otpauth://totp/Voxdesk:ada.okafor%40northwind.example?secret=DEMONSTRATIONONLY234567&issuer=Voxdesk"_s});
}

QFuture<Result<QStringList>> DemoSecurity::confirm(const QString &)
{
    m_enabled = true;
    QStringList codes;
    for (int i = 0; i < 10; ++i)
        codes << u"demo-%1-%2"_s.arg(1111 * (i % 9 + 1)).arg(4071 + i * 517);
    return ready(codes);
}

QFuture<Result<QStringList>> DemoSecurity::newRecoveryCodes(const QString &code) { return confirm(code); }

QFuture<Result<Done>> DemoSecurity::disable(const QString &)
{
    return readyFuture(Result<Done>(Error{.code = ErrorCode::InvalidCredentials}));
}

QFuture<Result<QList<Device>>> DemoSecurity::devices()
{
    const QDateTime now = demoNow();
    return ready(
        QList<Device>{{u"device_1"_s, u"ada-laptop"_s, u"desktop"_s, ownAgent(), u"192.0.2.44"_s, now.addDays(-90),
                       now.addSecs(-60), true, 1},
                      {u"device_2"_s, u"Firefox on Linux"_s, u"web"_s, u"Mozilla/5.0 (X11; Linux x86_64) Firefox/131"_s,
                       u"198.51.100.7"_s, now.addDays(-30), now.addDays(-2), false, 1},
                      {u"device_3"_s, u"Reception"_s, u"desktop"_s, ownAgent(), u"203.0.113.9"_s, now.addDays(-200),
                       now.addDays(-70), false, 0}});
}

QFuture<Result<Done>> DemoSecurity::renameDevice(const QString &, const QString &) { return ready(Done{}); }

QFuture<Result<Done>> DemoSecurity::revokeDevice(const QString &) { return ready(Done{}); }

QFuture<Result<qint64>> DemoSecurity::changePassword(const QString &, const QString &) { return ready(qint64(1)); }

QFuture<Result<Done>> DemoSecurity::stepUp(const QString &) { return ready(Done{}); }

QFuture<Result<EmailAddress>> DemoAccount::emailAddress()
{
    return ready(EmailAddress{u"ada.okafor@northwind.example"_s, false});
}

QFuture<Result<Done>> DemoAccount::mailCode(const QString &) { return ready(Done{}); }

QFuture<Result<Done>> DemoAccount::confirmEmail(const QString &)
{
    return readyFuture(
        Result<Done>(Error{.code = ErrorCode::ValidationError, .details = {{u"token"_s, u"no code"_s}}}));
}

QFuture<Result<Preferences>> DemoAccount::preferences() { return ready(m_preferences); }

QFuture<Result<Preferences>> DemoAccount::savePreferences(const Preferences &, const Preferences &after)
{
    m_preferences = after;
    return ready(after);
}

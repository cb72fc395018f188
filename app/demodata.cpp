// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demodata.h"

#include "app/demoplatform.h"
#include "app/demousage.h"
#include "models/domain/async.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace
{
template<typename T, std::size_t N>
T pick(const std::array<T, N> &from, int seed)
{
    return from.at(std::size_t(seed) % N);
}

const std::array FirstNames{u"Ada"_s,      u"Grace"_s,  u"Alan"_s,    u"Katherine"_s, u"Linus"_s,
                            u"Margaret"_s, u"Edsger"_s, u"Barbara"_s, u"Donald"_s,    u"Radia"_s,
                            u"Claude"_s,   u"Hedy"_s,   u"Niklaus"_s};
const std::array LastNames{u"Okafor"_s, u"Lindqvist"_s, u"Moreno"_s,   u"Schneider"_s, u"Tanaka"_s, u"Novak"_s,
                           u"Haddad"_s, u"Silva"_s,     u"Kowalski"_s, u"Dubois"_s,    u"Rossi"_s};
const std::array Companies{u"Northwind Telecom"_s, u"Brightline Care"_s, u"Kestrel Insurance"_s, u"Harbor Logistics"_s,
                           u"Bluepeak Energy"_s,   u"Orchard Clinics"_s, u"Meridian Travel"_s};
const std::array Domains{u"northwind.example"_s, u"brightline.example"_s, u"kestrel.example"_s, u"harbor.example"_s,
                         u"bluepeak.example"_s,  u"orchard.example"_s,    u"meridian.example"_s};
const std::array Kinds{u"Group"_s, u"& Partners"_s, u"Dental"_s, u"Media"_s, u"Transport"_s, u"Legal"_s};
const std::array Shares{12, 34, 3, 58, 83, 21, 47, 9, 66, 101, 5, 29, 72, 38, 91, 16};

constexpr int Large = 7; ///< organisations that have most of the users
constexpr int Small = DemoCounts::Organizations - Large;

/// Whose organisation a user is in: every third user is in a small one.
int organizationOf(int user) { return user < Large || user % 3 != 0 ? user % Large : Large + user / 3 % Small; }

/// The first user of an organisation.
int ownerOf(int organization)
{
    if (organization < Large)
        return organization;
    const int third = organization - Large;
    return 3 * (third * 3 < Large ? third + Small : third);
}

/// How many users each organisation has.
std::array<int, DemoCounts::Organizations> memberCounts()
{
    std::array<int, DemoCounts::Organizations> counts{};
    for (int i = 0; i < DemoCounts::Users; ++i)
        ++counts.at(std::size_t(organizationOf(i)));
    return counts;
}

QString domainOf(int organization)
{
    if (organization < int(Domains.size()))
        return Domains.at(std::size_t(organization));
    return demoOrganizationName(organization).toLower().remove(u"& "_s).replace(u' ', u'-') + u".example"_s;
}

bool matches(const User &u, const QMap<QString, QString> &filters)
{
    const auto says = [&](const QString &key, const QString &value) {
        return !filters.contains(key) || filters.value(key) == value;
    };
    const QString text = filters.value(u"search"_s);
    return says(u"role"_s, toWire(u.role)) && says(u"subscription_tier"_s, toWire(u.tier))
        && says(u"is_active"_s, u.active ? u"true"_s : u"false"_s) && says(u"organization_id"_s, u.organizationId)
        && (text.isEmpty() || u.email.contains(text, Qt::CaseInsensitive)
            || u.organizationName.contains(text, Qt::CaseInsensitive));
}

template<typename T>
Result<Page<T>> slice(const QList<T> &rows, const PageQuery &query)
{
    const qsizetype first = query.cursor.toLongLong();
    Page<T> page;
    page.items = rows.mid(first, query.limit);
    page.total = rows.size();
    if (first + page.items.size() < rows.size())
        page.next = QString::number(first + page.items.size());
    return page;
}
}

QDateTime demoNow() { return {QDate(2026, 9, 14), QTime(9, 41), Qt::UTC}; }

QString demoOrganizationId(int i) { return u"org_01j%1"_s.arg(i, 4, 10, QChar(u'0')); }

QString demoOrganizationName(int i)
{
    if (i < int(Companies.size()))
        return Companies.at(std::size_t(i));
    const int round = i / int(LastNames.size()); // each name once with each kind
    return u"%1 %2"_s.arg(pick(LastNames, i * 3), pick(Kinds, round));
}

User demoUser(int i)
{
    User u;
    u.id = u"user_01j%1"_s.arg(i, 10, 32, QChar(u'0'));
    u.firstName = pick(FirstNames, i * 7);
    u.lastName = pick(LastNames, i * 5 + i / 11);
    u.email = u"%1.%2@%3"_s.arg(u.firstName.toLower(), u.lastName.toLower(), domainOf(organizationOf(i)));
    if (i >= 77)
        u.email.replace(u'@', QString::number(i) + u'@');
    u.organizationName = demoOrganizationName(organizationOf(i));
    u.organizationId = demoOrganizationId(organizationOf(i));
    u.organizationRole = i == ownerOf(organizationOf(i)) ? OrganizationRole::Owner : OrganizationRole::Member;
    u.role = i == 0 ? Role::Admin : i % 29 == 3 ? Role::Support : i % 13 == 5 ? Role::Enterprise : Role::User;
    u.tier = i % 7 == 1 || u.role == Role::Enterprise ? Tier::Enterprise : i % 3 == 0 ? Tier::Pro : Tier::Free;
    u.limits = defaultLimits(u.tier);
    if (i % 9 == 4) {
        u.limits.maxAgents = u.limits.maxAgents * 5 / 2;
        u.limits.monthlyTokenQuota = u.limits.monthlyTokenQuota * 5 / 2;
        u.limitNotes = u"Raised for the autumn campaign."_s;
    }
    u.active = i % 11 != 6;
    u.emailVerified = i % 4 != 1;
    u.phone = u"+14155550%1"_s.arg(100 + i % 100);
    u.timezone = i % 3 ? u"Europe/Berlin"_s : u"America/New_York"_s;
    u.language = i % 3 ? u"de"_s : u"en"_s;
    u.agentCount = std::min<qint64>(u.limits.maxAgents, i == 0 ? 8 : (i * 3) % 9);
    const int share = i < 48 ? pick(Shares, i) : pick(Shares, i) * 3 / 5; // few come near their quota
    u.usedTokens = u.limits.monthlyTokenQuota * share / 100 + (i * 37) % 100;
    u.usedCalls = u.usedTokens / DemoCounts::TokensPerCall;
    u.createdAt = demoNow().addDays(-210).addSecs(-3600LL * 3 * i - 1800LL * (i % 5)); // after the organisation
    u.updatedAt = u.createdAt.addSecs(3600LL * (i % 200));
    if (i % 17 != 8)
        u.lastLoginAt = demoNow().addSecs(-61LL * (i * 37 % 9000));
    return u;
}

DemoUsers::DemoUsers()
{
    for (int i = 0; i < DemoCounts::Users; ++i)
        m_users << demoUser(i);
}

QFuture<Result<Page<User>>> DemoUsers::fetch(const PageQuery &query)
{
    QList<User> rows;
    for (const User &user : std::as_const(m_users)) {
        if (matches(user, query.filters))
            rows << user;
    }
    return readyFuture(slice(rows, query));
}

User *DemoUsers::find(const QString &id)
{
    const auto at = std::ranges::find(m_users, id, &User::id);
    return at == m_users.end() ? nullptr : &*at;
}

QFuture<Result<Tagged<User>>> DemoUsers::get(const QString &id)
{
    const User *user = find(id);
    return readyFuture(user ? Result<Tagged<User>>(Tagged<User>{*user, "\"1\""})
                            : Result<Tagged<User>>(ErrorCode::ResourceNotFound));
}

QFuture<Result<Tagged<User>>> DemoUsers::update(const QString &id, const UserChange &change, const QByteArray &)
{
    if (User *user = find(id)) {
        user->role = change.role.value_or(user->role);
        user->tier = change.tier.value_or(user->tier);
        user->active = change.active.value_or(user->active);
        user->firstName = change.firstName.value_or(user->firstName);
        user->lastName = change.lastName.value_or(user->lastName);
    }
    return get(id);
}

QFuture<Result<Tagged<User>>> DemoUsers::updateLimits(const QString &id, const Limits &limits, const QString &notes,
                                                      const QByteArray &)
{
    if (User *user = find(id)) {
        user->limits = limits;
        user->limitNotes = notes;
    }
    return get(id);
}

QFuture<Result<Tagged<User>>> DemoUsers::setActive(const QString &id, bool active)
{
    return update(id, {.active = active}, {});
}

QFuture<Result<Done>> DemoUsers::remove(const QString &id)
{
    m_users.removeIf([&](const User &user) { return user.id == id; });
    return readyFuture(Result<Done>(Done{}));
}

QFuture<Result<QList<UserSession>>> DemoUsers::sessions(const QString &id)
{
    const QDateTime now = demoNow();
    const bool own = id == first().id;
    return readyFuture(Result<QList<UserSession>>(QList<UserSession>{
        {u"sess_1"_s, u"Voxdesk on Windows"_s, u"192.0.2.44"_s, now.addDays(-3), now.addSecs(-240), now.addDays(27),
         own},
        {u"sess_2"_s, u"Firefox on Linux"_s, u"198.51.100.7"_s, now.addDays(-12), now.addDays(-1), now.addDays(18)},
        {u"sess_3"_s, {}, u"203.0.113.90"_s, now.addDays(-20), now.addDays(-6), now.addDays(10)}}));
}

QFuture<Result<Page<Organization>>> DemoOrganizations::fetch(const PageQuery &query)
{
    QList<Organization> rows;
    const auto members = memberCounts();
    for (int i = 0; i < DemoCounts::Organizations; ++i) {
        Organization o;
        o.id = demoOrganizationId(i);
        o.name = demoOrganizationName(i);
        o.ownerEmail = demoUser(ownerOf(i)).email;
        o.tier = i % 7 == 1 ? Tier::Enterprise : i % 3 == 0 ? Tier::Pro : Tier::Free;
        o.memberCount = members.at(std::size_t(i));
        o.active = i % 11 != 6;
        o.createdAt = demoNow().addDays(-420).addSecs(-3600LL * 51 * i - 2400LL * (i % 7));
        const QMap<QString, QString> &f = query.filters;
        const bool fits = (!f.contains(u"subscription_tier"_s) || f.value(u"subscription_tier"_s) == toWire(o.tier))
            && (!f.contains(u"is_active"_s) || (f.value(u"is_active"_s) == "true"_L1) == o.active)
            && o.name.contains(f.value(u"search"_s), Qt::CaseInsensitive);
        if (fits)
            rows << o;
    }
    return readyFuture(slice(rows, query));
}

QFuture<Result<Overview>> DemoOverview::fetch()
{
    Overview o;
    o.users = DemoCounts::Users;
    o.activeUsers = 0;
    o.usersAtQuotaRisk = 0;
    for (int i = 0; i < DemoCounts::Users; ++i) {
        const User user = demoUser(i);
        *o.activeUsers += user.active ? 1 : 0;
        *o.usersAtQuotaRisk += user.usedTokens * 5 >= user.limits.monthlyTokenQuota * 4 ? 1 : 0;
        ++o.usersByTier[user.tier];
    }
    o.organizations = DemoCounts::Organizations;
    o.agents = DemoCounts::Agents;
    o.sessions = DemoCounts::Sessions;
    const QDate today = demoNow().date();
    const UsageFigures usage = demoUsageOn(today);
    o.callsToday = usage.calls;
    o.tokensToday = usage.tokens;
    o.costToday = usage.cost;
    o.requestsToday = 0;
    o.errorsToday = 0;
    for (const ApiVersion &version : demoVersions()) {
        const VersionTraffic traffic = demoTraffic(version.version, today, today);
        *o.requestsToday += traffic.requests;
        *o.errorsToday += traffic.errors;
    }
    o.healthScore = DemoCounts::HealthScore;
    o.at = demoNow();
    for (int i = 0; i < 30; ++i) {
        const double wave = 22 + 9 * std::sin(i / 3.1) + i * 0.6 - ((i + 4) % 7 > 4 ? 13 : 0);
        o.signUpsByDay.append({demoNow().date().addDays(i - 29), qint64(wave)});
    }
    return readyFuture(Result<Overview>(o));
}

QFuture<Result<Health>> DemoHealth::fetch()
{
    Health h;
    h.status = u"healthy"_s;
    h.services = {{u"database"_s, u"healthy"_s}, {u"redis"_s, u"not_configured"_s}};
    h.uptimeSeconds = 19 * 86400.0;
    h.memoryPercent = DemoCounts::MemoryPercent;
    h.cpuPercent = DemoCounts::CpuPercent;
    h.at = demoNow();
    return readyFuture(Result<Health>(h));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demorows.h"

#include "models/domain/day.h"
#include "server/identity/userrow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo
{
namespace
{

const QStringList UserColumns{u"id"_s,
                              u"organization_id"_s,
                              u"organization_role"_s,
                              u"organization_name"_s,
                              u"sort_organization"_s,
                              u"email"_s,
                              u"first_name"_s,
                              u"last_name"_s,
                              u"sort_name"_s,
                              u"phone"_s,
                              u"timezone"_s,
                              u"language"_s,
                              u"role"_s,
                              u"tier"_s,
                              u"is_active"_s,
                              u"email_verified"_s,
                              u"phone_verified"_s,
                              u"search_text"_s,
                              u"created_at"_s,
                              u"updated_at"_s,
                              u"last_login_at"_s};

/// Where nobody is any more something may be counted all the same: sign-ins that failed, kinds that nobody is of.
QString besides(const QString &table, const QString &key)
{
    return u" ON CONFLICT (%2) DO UPDATE SET n = %1.n + excluded.n"_s.arg(table, key);
}
}

DemoRows::DemoRows(store::Connection &connection, DemoRandom &random, DemoWorld &world, const DemoTimeline &timeline,
                   QString passwordHash, DemoActivity &activity)
    : m_connection(connection)
    , m_random(random)
    , m_world(world)
    , m_timeline(timeline)
    , m_passwordHash(std::move(passwordHash))
    , m_activity(activity)
    , m_actingShare(std::min(0.7, 1.4 * double(activity.actors()) / double(world.arrivals().size())))
    , m_users(connection, u"users"_s, UserColumns)
{
}

Result<Done> DemoRows::writeOrganizations()
{
    store::BulkInsert rows(m_connection, u"organizations"_s,
                           {u"id"_s, u"name"_s, u"sort_name"_s, u"owner_id"_s, u"tier"_s, u"is_active"_s,
                            u"member_count"_s, u"search_text"_s, u"created_at"_s, u"updated_at"_s});
    for (const DemoOrganization &o : m_world.organizations()) {
        const auto added = rows.add({o.id, o.name, o.folded, o.ownerId, QString(toWire(o.tier)), o.active, o.size,
                                     QString(o.folded % u'\n' % o.ownerEmail), o.createdAt, o.createdAt});
        if (!added)
            return added;
        ++m_organizationKinds[{o.tier, o.active}];
    }
    return rows.flush();
}

DemoRows::UserTraits DemoRows::traits(const DemoArrival &arrival)
{
    const DemoOrganization &organization = m_world.organizations()[arrival.organization];
    UserTraits user;
    user.role = organization.tier == Tier::Enterprise ? Role::Enterprise : Role::User;
    if (arrival.number == 0) {
        user.id = organization.ownerId;
        user.email = organization.ownerEmail;
        user.person = organization.owner;
        user.active = organization.active;
        user.known = organization.staff || user.email == "owner@northgate.example"_L1;
        if (organization.staff)
            user.role = Role::Admin;
        return user;
    }
    user.id = m_world.newId("user"_L1, arrival.at);
    user.person = m_world.person(*organization.culture);
    user.active = organization.active ? m_random.chance(0.96) : false;
    if (organization.staff) {
        user.role = Role::Support;
        user.active = true;
        user.known = arrival.number == 1;
    }
    user.email = user.known ? u"support@voxdesk.example"_s : m_world.email(user.person, organization.domain);
    return user;
}

QString DemoRows::phone(const Culture &culture)
{
    if (culture.phone.isEmpty() || m_random.chance(0.3))
        return {};
    QString number = culture.phone;
    for (QChar &c : number) {
        if (c == u'#')
            c = QChar(u'0' + int(m_random.below(10)));
    }
    return number;
}

qint64 DemoRows::lastLogin(qint64 createdAt, bool active)
{
    if (m_random.chance(active ? 0.07 : 0.3))
        return 0; // never
    const double daysAgo = m_random.exponential() * (active ? 8.0 : 60.0);
    const qint64 at = m_timeline.nowMs() - qint64(daysAgo * double(DayMs));
    return at > createdAt ? at : createdAt + qint64(m_random.unit() * double(m_timeline.nowMs() - createdAt));
}

Result<Done> DemoRows::writeUser(const DemoArrival &arrival)
{
    const DemoOrganization &organization = m_world.organizations()[arrival.organization];
    const UserTraits user = traits(arrival);
    const Culture &culture = *user.person.culture;
    const QString sortName = identity::folded(user.person.first->shown % u' ' % user.person.last->shown);
    const QString number = phone(culture);
    const bool verified = user.known || m_random.chance(0.92);
    const qint64 login = user.known || verified ? lastLogin(arrival.at, user.active) : 0;
    const auto added = m_users.add({user.id,
                                    organization.id,
                                    arrival.number == 0 ? u"owner"_s : u"member"_s,
                                    organization.name,
                                    organization.folded,
                                    user.email,
                                    user.person.first->shown,
                                    user.person.last->shown,
                                    sortName,
                                    number,
                                    m_random.of(culture.zones),
                                    culture.language,
                                    QString(toWire(user.role)),
                                    QString(toWire(organization.tier)),
                                    user.active,
                                    verified,
                                    !number.isEmpty() && m_random.chance(0.6),
                                    QString(user.email % u'\n' % sortName % u'\n' % organization.folded),
                                    arrival.at,
                                    std::max(arrival.at, login),
                                    login});
    if (!added)
        return added;
    ++m_kinds[{user.role, organization.tier, user.active}];
    ++m_createdPerDay[arrival.at / DayMs];
    if (user.known || (user.active && login != 0 && m_random.chance(m_actingShare)))
        m_activity.consider({user.id, organization.id, user.person.culture, organization.tier, arrival.at, user.known});
    if (user.known)
        return setPassword(user, arrival.at);
    if (m_random.chance(0.02))
        changeLimits(user, organization.tier);
    return Done{};
}

Result<Done> DemoRows::setPassword(const UserTraits &user, qint64 at)
{
    if (const auto there = m_users.flush(); !there)
        return there;
    const auto set = m_connection.execute(u"UPDATE users SET password_hash = ?, password_changed_at = ? WHERE id = ?"_s,
                                          {m_passwordHash, at, user.id});
    return set ? Result<Done>(Done{}) : set.error();
}

void DemoRows::changeLimits(const UserTraits &user, Tier tier)
{
    const Limits usual = defaultLimits(tier);
    const double factor = m_random.chance(0.75) ? double(2 + m_random.below(4)) : 0.5;
    m_changedLimits.append({int(usual.maxAgents * factor), qint64(double(usual.monthlyTokenQuota) * factor),
                            int(usual.requestsPerHour * factor), m_random.of(limitNotes()), user.id});
}

Result<Done> DemoRows::writeLimits()
{
    for (const QVariantList &change : std::as_const(m_changedLimits)) {
        const auto set = m_connection.execute(u"UPDATE users SET max_agents = ?, monthly_token_quota = ?, "
                                              "requests_per_hour = ?, limit_notes = ?, revision = 2 WHERE id = ?"_s,
                                              change);
        if (!set)
            return set.error();
    }
    return Done{};
}

Result<Done> DemoRows::finish()
{
    if (const auto there = m_users.flush(); !there)
        return there;
    if (const auto limited = writeLimits(); !limited)
        return limited;
    if (const auto counted = writeCounts(); !counted)
        return counted;
    return writeDays();
}

Result<Done> DemoRows::writeCounts()
{
    store::BulkInsert users(m_connection, u"user_counts"_s, {u"role"_s, u"tier"_s, u"is_active"_s, u"n"_s},
                            besides(u"user_counts"_s, u"role, tier, is_active"_s));
    for (const auto &[kind, n] : m_kinds.asKeyValueRange()) {
        const auto &[role, tier, active] = kind;
        if (const auto added = users.add({QString(toWire(role)), QString(toWire(tier)), active, n}); !added)
            return added;
    }
    store::BulkInsert organizations(m_connection, u"organization_counts"_s, {u"tier"_s, u"is_active"_s, u"n"_s},
                                    besides(u"organization_counts"_s, u"tier, is_active"_s));
    for (const auto &[kind, n] : m_organizationKinds.asKeyValueRange()) {
        if (const auto added = organizations.add({QString(toWire(kind.first)), kind.second, n}); !added)
            return added;
    }
    if (const auto done = users.flush(); !done)
        return done;
    return organizations.flush();
}

/// Who was there already signs in on three days of five, more on workdays; one try in sixteen fails.
Result<Done> DemoRows::writeDays()
{
    store::BulkInsert days(m_connection, u"daily_counts"_s, {u"day"_s, u"what"_s, u"n"_s},
                           besides(u"daily_counts"_s, u"day, what"_s));
    qint64 users = 0;
    for (int i = 0; i < m_timeline.days(); ++i) {
        const qint64 day = m_timeline.firstMs() / DayMs + i;
        const qint64 created = m_createdPerDay.value(day);
        users += created;
        const double present = std::min(0.95, 0.6 * std::min(1.2, m_timeline.weight(i)));
        const qint64 logins = qint64(double(users) * present * m_timeline.passed(i));
        const QList<std::pair<QString, qint64>> counts{{u"user.created"_s, created},
                                                       {u"login.succeeded"_s, logins},
                                                       {u"login.failed"_s, logins / 16 + m_random.below(3)}};
        for (const auto &[what, n] : counts) {
            if (n == 0)
                continue;
            if (const auto added = days.add({day, what, n}); !added)
                return added;
        }
    }
    return days.flush();
}
}

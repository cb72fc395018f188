// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demoworld.h"

#include "server/identity/userrow.h"

#include <QHashFunctions>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace demo
{
namespace
{
constexpr int LargestOrganization = 2500;

void appendBase32(QString &text, quint64 value, int digits)
{
    static constexpr char Alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's, as in a ULID
    for (int shift = (digits - 1) * 5; shift >= 0; shift -= 5)
        text += QLatin1Char(Alphabet[(value >> shift) & 31]);
}
}

DemoWorld::DemoWorld(DemoRandom &random, const DemoTimeline &timeline, int users)
    : m_random(random)
    , m_timeline(timeline)
{
    for (const Culture &culture : cultures())
        m_cultures += QList<const Culture *>(culture.weight, &culture);
    m_emails.reserve(users);
    addKnown(users);
    addOthers(users);
    arrive();
}

QString DemoWorld::newId(QLatin1StringView prefix, qint64 atMs)
{
    QString id(prefix);
    id.reserve(prefix.size() + 27);
    id += u'_';
    appendBase32(id, quint64(atMs), 10);
    appendBase32(id, m_random.bits(), 8);
    appendBase32(id, m_random.bits(), 8);
    return id;
}

DemoPerson DemoWorld::person(const Culture &usual)
{
    const Culture &culture = m_random.chance(0.85) ? usual : *m_random.of(m_cultures);
    return {&culture, &m_random.of(culture.firstNames), &m_random.of(culture.lastNames)};
}

QString DemoWorld::email(const DemoPerson &person, const QString &domain)
{
    const QString &at = domain.isEmpty() ? m_random.of(mailProviders()) : domain;
    const QString local = person.first->ascii % u'.' % person.last->ascii;
    QString address = local % u'@' % at;
    for (int tries = 1;; ++tries) {
        const quint64 known = qHash(address, 1);
        if (!m_emails.contains(known)) {
            m_emails.insert(known);
            return address;
        }
        const qint64 range = domain.isEmpty() ? 1'000'000 : 100 * tries;
        address = local % QString::number(2 + m_random.below(range)) % u'@' % at;
    }
}

/// The accounts that somebody who looks at the demo signs in with: voxdesk.example and northgate.example.
void DemoWorld::addKnown(int users)
{
    const auto add = [&](const QString &name, const QString &domain, const QString &owner, int size, bool staff) {
        DemoOrganization made = organization(size, m_timeline.firstMs());
        made.name = name;
        made.folded = identity::folded(name);
        made.domain = domain;
        made.tier = staff ? Tier::Enterprise : Tier::Pro;
        made.staff = staff;
        made.active = true;
        made.culture = &cultures().first();
        made.owner = {made.culture, &made.culture->firstNames[staff ? 0 : 4], &made.culture->lastNames[staff ? 0 : 9]};
        made.ownerEmail = owner % u'@' % domain;
        m_emails.insert(qHash(made.ownerEmail, 1));
        m_domains.insert(domain);
        m_organizations << made;
    };
    add(u"Voxdesk"_s, u"voxdesk.example"_s, u"admin"_s, std::clamp(users / 20'000, 2, 40), true);
    add(u"Northgate Telecom"_s, u"northgate.example"_s, u"owner"_s, std::clamp(users / 20, 1, 12), false);
    m_emails.insert(qHash(u"support@voxdesk.example"_s, 1));
}

void DemoWorld::addOthers(int users)
{
    int left = users;
    for (const DemoOrganization &known : std::as_const(m_organizations))
        left -= known.size;
    while (left > 0) {
        m_organizations << organization(size(left), m_timeline.moment(m_random, m_timeline.firstMs()));
        left -= m_organizations.last().size;
    }
    std::ranges::stable_sort(m_organizations, {}, &DemoOrganization::createdAt);
}

/// Most are one person; the number of larger ones falls with a power of their size.
int DemoWorld::size(int left)
{
    if (m_random.chance(0.45))
        return 1;
    const double drawn = 2.0 * std::pow(1.0 - m_random.unit(), -1.0 / 1.25);
    return int(std::min({drawn, double(LargestOrganization), std::max(2.0, left / 8.0), double(left)}));
}

Tier DemoWorld::tier(int size)
{
    const double free = size == 1 ? 0.8 : size < 10 ? 0.42 : size < 50 ? 0.1 : 0.0;
    const double pro = size == 1 ? 0.19 : size < 10 ? 0.5 : size < 50 ? 0.62 : 0.35;
    const double drawn = m_random.unit();
    return drawn < free ? Tier::Free : drawn < free + pro ? Tier::Pro : Tier::Enterprise;
}

QString DemoWorld::freshDomain(const QString &root, const QString &trade)
{
    const QString word = QString(root % trade).toLower();
    QString domain = word % u".example"_s;
    for (int n = 2; m_domains.contains(domain); n += 1 + int(m_random.below(m_domains.size())))
        domain = word % QString::number(n) % u".example"_s;
    m_domains.insert(domain);
    return domain;
}

DemoOrganization DemoWorld::organization(int size, qint64 createdAt)
{
    DemoOrganization made;
    made.culture = m_random.of(m_cultures);
    made.size = size;
    made.tier = tier(size);
    made.active = m_random.chance(0.97);
    made.createdAt = createdAt;
    made.id = newId("org"_L1, createdAt);
    made.ownerId = newId("user"_L1, createdAt);
    made.owner = person(*made.culture);
    const Name &first = *made.owner.first;
    const Name &last = *made.owner.last;
    if (size == 1) {
        made.name = made.owner.culture->familyFirst ? QString(last.shown % first.shown)
                                                    : QString(first.shown % u' ' % last.shown);
    } else {
        const QString &root = m_random.of(organizationRoots());
        const QString &trade = m_random.of(organizationTrades());
        made.name = m_random.chance(0.15) ? QString(last.shown % u' ' % trade) : QString(root % u' ' % trade);
        made.name += u' ' % m_random.of(made.culture->legalForms);
        made.domain = freshDomain(root, trade);
    }
    made.folded = identity::folded(made.name);
    made.ownerEmail = email(made.owner, made.domain);
    return made;
}

void DemoWorld::arrive()
{
    for (int i = 0; i < m_organizations.size(); ++i) {
        const DemoOrganization &organization = m_organizations[i];
        m_arrivals.append({organization.createdAt, i, 0});
        for (int member = 1; member < organization.size; ++member)
            m_arrivals.append({m_timeline.moment(m_random, organization.createdAt), i, member});
    }
    std::ranges::sort(m_arrivals, [](const DemoArrival &a, const DemoArrival &b) {
        return std::tie(a.at, a.organization, a.number) < std::tie(b.at, b.organization, b.number);
    });
}
}

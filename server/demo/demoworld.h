// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/user.h"
#include "server/demo/demotimeline.h"
#include "server/demo/demowords.h"

#include <QList>
#include <QSet>

namespace demo
{
struct DemoPerson {
    const Culture *culture = nullptr;
    const Name *first = nullptr;
    const Name *last = nullptr;
};

struct DemoOrganization {
    QString id;
    QString name;
    QString folded;
    QString domain; ///< empty: its one person has an address elsewhere
    const Culture *culture = nullptr;
    Tier tier = Tier::Free;
    int size = 1;
    bool active = true;
    bool staff = false; ///< Voxdesk's own people
    qint64 createdAt = 0;
    QString ownerId;
    QString ownerEmail;
    DemoPerson owner;
};

/// A user who comes into being.
struct DemoArrival {
    qint64 at = 0;
    int organization = 0;
    int number = 0; ///< within the organisation; 0: its owner
};

/// The organisations of a demo and when whose members arrive. The same seed and time make the same world.
class DemoWorld
{
public:
    DemoWorld(DemoRandom &random, const DemoTimeline &timeline, int users);

    const QList<DemoOrganization> &organizations() const { return m_organizations; } ///< oldest first
    const QList<DemoArrival> &arrivals() const { return m_arrivals; } ///< earliest first; an owner before its members

    QString newId(QLatin1StringView prefix, qint64 atMs);
    DemoPerson person(const Culture &usual);
    /// An address nobody has yet.
    QString email(const DemoPerson &person, const QString &domain);

private:
    void addKnown(int users);
    void addOthers(int users);
    DemoOrganization organization(int size, qint64 createdAt);
    int size(int left);
    Tier tier(int size);
    QString freshDomain(const QString &root, const QString &trade);
    void arrive();

    DemoRandom &m_random;
    const DemoTimeline &m_timeline;
    QList<const Culture *> m_cultures; ///< each as often as it is common
    QList<DemoOrganization> m_organizations;
    QList<DemoArrival> m_arrivals;
    QSet<QString> m_domains;
    QSet<quint64> m_emails; ///< 64-bit hashes: a collision only makes an address longer
};
}

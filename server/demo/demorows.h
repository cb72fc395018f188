// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demoactivity.h"
#include "server/demo/demoworld.h"
#include "server/store/bulkload.h"

#include <QMap>

#include <tuple>

namespace demo
{
/// Writes a world into the tables of 0001_identity.sql, counts what their triggers would have counted, and tells the
/// activity who may do something.
class DemoRows
{
    Q_DISABLE_COPY_MOVE(DemoRows)
public:
    DemoRows(store::Connection &connection, DemoRandom &random, DemoWorld &world, const DemoTimeline &timeline,
             QString passwordHash, DemoActivity &activity);

    Result<Done> writeOrganizations();
    Result<Done> writeUser(const DemoArrival &arrival);
    Result<Done> finish(); ///< after the last user

private:
    struct UserTraits {
        QString id;
        QString email;
        DemoPerson person;
        Role role = Role::User;
        bool active = true;
        bool known = false; ///< signs in with the demo's password
    };
    UserTraits traits(const DemoArrival &arrival);
    QString phone(const Culture &culture);
    qint64 lastLogin(qint64 createdAt, bool active);
    Result<Done> setPassword(const UserTraits &user, qint64 at);
    void changeLimits(const UserTraits &user, Tier tier);
    Result<Done> writeLimits();
    Result<Done> writeCounts();
    Result<Done> writeDays();

    store::Connection &m_connection;
    DemoRandom &m_random;
    DemoWorld &m_world;
    const DemoTimeline &m_timeline;
    const QString m_passwordHash;
    DemoActivity &m_activity;
    const double m_actingShare; ///< of those who sign in, so that the last to come have their turn too
    store::BulkInsert m_users;
    QList<QVariantList> m_changedLimits; ///< written at the end, so that they do not cut the INSERTs short
    QMap<std::tuple<Role, Tier, bool>, qint64> m_kinds;
    QMap<qint64, qint64> m_createdPerDay;
    QMap<std::pair<Tier, bool>, qint64> m_organizationKinds;
};
}

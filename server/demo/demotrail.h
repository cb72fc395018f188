// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"
#include "server/demo/democast.h"

#include <QMap>

namespace demo
{
/// The audit log of a demo's last weeks: who signed in, who failed to, and changes that the rows still show, so that
/// they can be taken back.
class DemoTrail
{
    Q_DISABLE_COPY_MOVE(DemoTrail)
public:
    static constexpr int Days = 45;

    DemoTrail(store::Connection &connection, DemoRandom &random, DemoWorld &world, const DemoTimeline &timeline,
              const DemoCast &cast);

    Result<Done> write();

private:
    struct Event {
        qint64 at;
        audit::Actor actor;
        audit::Change change;
    };
    void tell(qint64 at, const audit::Actor &actor, const audit::Change &change);
    audit::Actor actorOf(const DemoMember &member, qint64 at);
    qint64 moment(qint64 notBefore); ///< within the log's days

    void signIns(const DemoMember &member);
    void failedSignIn(const DemoMember &member, qint64 at, const audit::Actor &from, const QJsonObject &how);
    void guessing();
    void keys();
    Result<Done> changedLimits();
    Result<Done> deactivated(const QString &kind, const QString &sql);
    Result<Done> agents();

    store::Connection &m_connection;
    DemoRandom &m_random;
    DemoWorld &m_world;
    const DemoTimeline &m_timeline;
    const DemoCast &m_cast;
    const qint64 m_firstMs;
    QMap<QString, QMap<qint64, QString>> m_sessions; ///< by user and when they began
    QList<Event> m_events;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/user.h"
#include "server/demo/demodialogue.h"
#include "server/demo/demotimeline.h"
#include "server/demo/demoworld.h"
#include "server/identity/identitysettings.h"
#include "server/store/bulkload.h"
#include "server/usage/usageevent.h"

#include <QJsonArray>
#include <QList>

namespace demo
{
/// What some of a demo's users do: agents they made, calls these had, and what the calls consumed. All that is consumed
/// comes from a call that is there, and is recorded as the server records it, so every sum is the sum of its rows.
class DemoActivity
{
    Q_DISABLE_COPY_MOVE(DemoActivity)
public:
    static constexpr qsizetype MaxCalls = 20'000;

    struct Actor {
        QString userId;
        QString organizationId;
        const Culture *culture = nullptr;
        Tier tier = Tier::Free;
        qint64 since = 0; ///< ms UTC
        bool known = false; ///< always busy, so that whoever signs in sees something
    };

    DemoActivity(store::Connection &connection, DemoRandom &random, DemoWorld &world, const DemoTimeline &timeline,
                 const usage::Prices &prices, int actors);

    int actors() const { return m_most; }
    void consider(const Actor &actor); ///< one who is active and signs in
    Result<Done> write(); ///< after all users are in their table
    qint64 agents() const { return m_agentCount; }
    qint64 calls() const { return m_callCount; }

private:
    struct Agent {
        QString id;
        QString provider;
        QString model;
        const Duty *duty = nullptr; ///< what its calls are about
    };
    struct Call {
        const Actor &actor;
        const Agent &agent;
        qint64 at;
        int tokens; ///< were it completed
    };
    Result<Done> act(const Actor &actor);
    Result<QList<Agent>> writeAgents(const Actor &actor);
    Result<Done> writeCall(const Call &call, QList<usage::Event> &events);
    QString number(const Culture &culture);

    store::Connection &m_connection;
    DemoRandom &m_random;
    DemoWorld &m_world;
    const DemoTimeline &m_timeline;
    const usage::Prices &m_prices;
    const int m_most; ///< actors
    const identity::IdentitySettings m_settings;
    QList<Actor> m_actors;
    store::BulkInsert m_agents;
    store::BulkInsert m_calls;
    qint64 m_agentCount = 0;
    qint64 m_callCount = 0;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"
#include "server/identity/identitysettings.h"
#include "server/legacy/legacyexamination.h"
#include "server/store/connection.h"

#include <QMap>

#include <functional>

namespace legacy
{
/// Makes an agent of a body that AgentCheck finds nothing wrong with, without regard to limits; answers its id.
/// ValidationError.
using AgentMaker = std::function<Result<QString>(store::Connection &connection, const QString &organizationId,
                                                 const QString &userId, const QJsonObject &body, qint64 nowMs)>;

/// What the import needs of agents, which it does not know. Any thread.
struct AgentWork {
    AgentCheck check;
    AgentMaker make; ///< for run() alone
};

struct CheckReport {
    QMap<QString, qint64> counts; ///< "users" → rows of the export
    QMap<QString, qint64> existing; ///< of these, imported before
    QList<Issue> issues;
    bool importable = false; ///< no issue is an error
};

struct RunReport {
    QMap<QString, qint64> imported; ///< "users" → new ones
    QMap<QString, qint64> existing; ///< imported before, or there already
    QList<Issue> issues; ///< warnings and what is to be known; no errors
};

/// Takes a legacy export over. Ids that were imported are remembered in legacy_rows, so that another run imports only
/// what is new. On the connection's thread.
class LegacyImport
{
public:
    LegacyImport(store::Connection &connection, const identity::IdentitySettings &settings, AgentWork agents,
                 qint64 nowMs)
        : m_connection(connection)
        , m_settings(settings)
        , m_agents(std::move(agents))
        , m_now(nowMs)
    {
    }

    Result<CheckReport> check(const Export &exported); ///< reads only

    /// Within the caller's transaction: an error leaves nothing behind only if the caller rolls back. What belongs to
    /// nobody goes to `adminId`, as does what belongs to an address that somebody has here without having confirmed it.
    /// ValidationError, whose details name the rows, when check() finds errors or an agent
    /// does not fit its provider; ResourceNotFound: no such administrator. The audit log has one entry for all of it.
    Result<RunReport> run(const Export &exported, const QString &adminId, const audit::Actor &actor);

    /// The administrator who has been there longest. ResourceConflict: there is none.
    static Result<QString> firstAdmin(store::Connection &connection);

private:
    struct Home {
        QString organizationId;
        QString userId;
    };
    struct Place {
        Home home;
        std::optional<QString> agentId = {};
    };
    Result<QString> known(const QString &kind, const QString &legacyId); ///< empty: not imported yet
    Result<Done> remember(const QString &kind, const QString &legacyId, const QString &id);
    Result<Home> homeOfUser(const QString &userId);
    Result<Home> homeOf(const QString &legacyUserId); ///< the administrator's where nobody is known
    Result<Place> placeOfCall(const QString &legacyAgentId, const QString &legacyUserId);
    Result<bool> isTaken(const Home &home, const QString &externalId);
    Result<Done> importUsers(const QJsonArray &rows);
    Result<Done> importAgents(const QJsonArray &rows);
    Result<Done> importCalls(const QJsonArray &rows);
    Result<Done> importUser(const QJsonObject &row);
    Result<identity::UserRow> insertUser(identity::UserStore &users, const QJsonObject &row);
    Result<Done> importAgent(const QJsonObject &row, qsizetype i);
    Result<Done> importCall(const QJsonObject &row, qsizetype i);
    Result<Done> addAccountIssues(const Export &exported, CheckReport &report);
    Result<Done> addExternalIdIssues(const Export &exported, CheckReport &report);
    Result<Done> countKnown(const Export &exported, CheckReport &report);
    Result<bool> isHere(const Issue &issue);
    Result<Done> dropWhatIsHere(CheckReport &report);

    store::Connection &m_connection;
    const identity::IdentitySettings &m_settings;
    const AgentWork m_agents;
    const qint64 m_now;
    Home m_admin;
    RunReport m_report;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/legacy/legacyimport.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace legacy
{
namespace
{
const QString UserKind = u"user"_s;
const QString AgentKind = u"agent"_s;
const QString CallKind = u"call"_s;

/// Anybody may register any address: only who has confirmed it is whom the legacy system knew by it.
bool isSurelyTheirs(const User &account) { return account.emailVerified; }

Issue accountIssue(const QString &row, const QString &id, const User &account)
{
    if (!isSurelyTheirs(account))
        return {row, id, Severity::Warning, u"ACCOUNT_UNCONFIRMED"_s,
                u"An account has this e-mail address already and nobody has confirmed the address, so the account gets "
                "nothing: the legacy user's agents and calls go to the administrator and stay there. For them to go to "
                "the user, have the address confirmed or the account deleted before they are imported."_s};
    const QString where = account.organizationRole == OrganizationRole::Owner
        ? QString()
        : u", a member of the organization %1"_s.arg(account.organizationName);
    return {row, id, Severity::Warning, u"ACCOUNT_EXISTS"_s,
            u"Somebody has this e-mail address already and keeps the account%1; what belongs to the legacy user goes "
            "there."_s.arg(where)};
}
}

Result<QString> LegacyImport::known(const QString &kind, const QString &legacyId)
{
    auto rows = m_connection.query(u"SELECT id FROM legacy_rows WHERE kind = ? AND legacy_id = ?"_s, {kind, legacyId});
    if (!rows)
        return rows.error();
    return rows->next() ? rows->text(0) : QString();
}

Result<Done> LegacyImport::remember(const QString &kind, const QString &legacyId, const QString &id)
{
    const auto made
        = m_connection.execute(u"INSERT INTO legacy_rows (kind, legacy_id, id, imported_at) VALUES (?, ?, ?, ?)"_s,
                               {kind, legacyId, id, m_now});
    return made ? Result<Done>(Done{}) : made.error();
}

Result<QString> LegacyImport::firstAdmin(store::Connection &connection)
{
    auto rows = connection.query(
        u"SELECT id FROM users WHERE role = 'admin' AND is_active = 1 ORDER BY created_at, seq LIMIT 1"_s);
    if (!rows)
        return rows.error();
    if (rows->next())
        return rows->text(0);
    return Error{.code = ErrorCode::ResourceConflict,
                 .message = u"There is no administrator yet, to whom ownerless agents could go."_s};
}

Result<LegacyImport::Home> LegacyImport::homeOfUser(const QString &userId)
{
    auto rows = m_connection.query(u"SELECT organization_id FROM users WHERE id = ?"_s, {userId});
    if (!rows)
        return rows.error();
    return rows->next() ? Result<Home>(Home{rows->text(0), userId}) : Result<Home>(ErrorCode::ResourceNotFound);
}

Result<LegacyImport::Home> LegacyImport::homeOf(const QString &legacyUserId)
{
    if (legacyUserId.isEmpty())
        return m_admin;
    const auto id = known(UserKind, legacyUserId);
    if (!id)
        return id.error();
    const auto home = homeOfUser(*id);
    // Unknown, or imported once and gone since.
    return !home && home.error() == ErrorCode::ResourceNotFound ? Result<Home>(m_admin) : home;
}

/// Where its agent is, else where its user is.
Result<LegacyImport::Place> LegacyImport::placeOfCall(const QString &legacyAgentId, const QString &legacyUserId)
{
    if (!legacyAgentId.isEmpty()) {
        const auto id = known(AgentKind, legacyAgentId);
        if (!id)
            return id.error();
        auto rows = m_connection.query(u"SELECT organization_id, user_id FROM agents WHERE id = ?"_s, {*id});
        if (!rows)
            return rows.error();
        if (rows->next()) // else it is gone since
            return Place{{rows->text(0), rows->text(1)}, *id};
    }
    const auto home = homeOf(legacyUserId);
    return home ? Result<Place>(Place{*home}) : home.error();
}

Result<bool> LegacyImport::isTaken(const Home &home, const QString &externalId)
{
    auto rows = m_connection.query(u"SELECT 1 FROM calls WHERE organization_id = ? AND external_id = ?"_s,
                                   {home.organizationId, externalId});
    return rows ? Result<bool>(rows->next()) : rows.error();
}

/// Two legs of a transfer share an id, and what was reported here may have it. Who is still to be imported has no
/// organization yet: one's own until then; run() tells what came of it.
Result<Done> LegacyImport::addExternalIdIssues(const Export &exported, CheckReport &report)
{
    QHash<QString, QString> owners;
    for (const QJsonValue agent : exported.agents)
        owners.insert(idOf(agent), ownerOf(agent));
    QSet<std::pair<QString, QString>> before;
    for (qsizetype i = 0; i < exported.calls.size(); ++i) {
        const QJsonObject row = exported.calls[i].toObject();
        const auto id = known(CallKind, idOf(row));
        if (!id)
            return id.error();
        const QString externalId = externalIdOf(row);
        if (externalId.isEmpty() || !id->isEmpty())
            continue;
        const QString owner = owners.value(agentOf(row), ownerOf(row));
        const auto place = placeOfCall(agentOf(row), owner);
        if (!place)
            return place.error();
        const auto taken = isTaken(place->home, externalId);
        if (!taken)
            return taken.error();
        const QString &organization = place->home.organizationId;
        const std::pair name(organization.isEmpty() ? owner : organization, externalId);
        if (*taken || before.contains(name))
            report.issues << externalIdIssue(row, i);
        before.insert(name);
    }
    return Done{};
}

Result<Done> LegacyImport::addAccountIssues(const Export &exported, CheckReport &report)
{
    identity::UserStore users(m_connection, m_settings, m_now);
    for (qsizetype i = 0; i < exported.users.size(); ++i) {
        const QJsonObject row = exported.users[i].toObject();
        const auto id = known(UserKind, idOf(row));
        if (!id)
            return id.error();
        const auto there = users.byEmail(identity::normalizedEmail(row["email"_L1].toString()));
        if (id->isEmpty() && there)
            report.issues << accountIssue(u"users[%1]"_s.arg(i), idOf(row), there->user);
    }
    return Done{};
}

/// What was imported before stays as it is: whatever its row says, it is not looked at again.
Result<Done> LegacyImport::countKnown(const Export &exported, CheckReport &report)
{
    QSet<QString> knownRows;
    const QList<std::tuple<QString, QString, const QJsonArray *>> lists{{u"users"_s, UserKind, &exported.users},
                                                                        {u"agents"_s, AgentKind, &exported.agents},
                                                                        {u"calls"_s, CallKind, &exported.calls}};
    for (const auto &[name, kind, rows] : lists) {
        qint64 &existing = report.existing[name];
        for (qsizetype i = 0; i < rows->size(); ++i) {
            const auto id = known(kind, idOf(rows->at(i)));
            if (!id)
                return id.error();
            if (id->isEmpty())
                continue;
            ++existing;
            knownRows.insert(u"%1[%2]"_s.arg(name).arg(i));
        }
    }
    report.issues.removeIf(
        [&](const Issue &issue) { return issue.code == InvalidValue && knownRows.contains(issue.row); });
    return Done{};
}

/// Whether a run finds what the row misses: it was imported before, and is not gone since.
Result<bool> LegacyImport::isHere(const Issue &issue)
{
    const bool isUser = issue.code == UnknownOwner;
    if (!isUser && issue.code != UnknownAgent)
        return false;
    auto rows = m_connection.query(
        isUser ? u"SELECT 1 FROM legacy_rows l JOIN users t ON t.id = l.id WHERE l.kind = ? AND l.legacy_id = ?"_s
               : u"SELECT 1 FROM legacy_rows l JOIN agents t ON t.id = l.id WHERE l.kind = ? AND l.legacy_id = ?"_s,
        {isUser ? UserKind : AgentKind, issue.misses});
    return rows ? Result<bool>(rows->next()) : rows.error();
}

Result<Done> LegacyImport::dropWhatIsHere(CheckReport &report)
{
    QList<Issue> left;
    for (const Issue &issue : std::as_const(report.issues)) {
        const auto here = isHere(issue);
        if (!here)
            return here.error();
        if (!*here)
            left << issue;
    }
    report.issues = left;
    return Done{};
}

Result<CheckReport> LegacyImport::check(const Export &exported)
{
    auto issues = examine(exported, m_agents.check);
    if (!issues)
        return issues.error();
    CheckReport report{.counts = {{u"users"_s, exported.users.size()},
                                  {u"agents"_s, exported.agents.size()},
                                  {u"campaigns"_s, exported.campaigns.size()},
                                  {u"calls"_s, exported.calls.size()}},
                       .existing = {},
                       .issues = *std::move(issues)};
    if (const auto counted = countKnown(exported, report); !counted)
        return counted.error();
    if (const auto dropped = dropWhatIsHere(report); !dropped)
        return dropped.error();
    if (const auto added = addAccountIssues(exported, report); !added)
        return added.error();
    if (const auto added = addExternalIdIssues(exported, report); !added)
        return added.error();
    report.importable = isImportable(report.issues);
    return report;
}

Result<RunReport> LegacyImport::run(const Export &exported, const QString &adminId, const audit::Actor &actor)
{
    const auto checked = check(exported);
    if (!checked)
        return checked.error();
    if (!checked->importable) {
        Error error{.code = ErrorCode::ValidationError, .message = u"The export has errors; nothing was imported."_s};
        for (const Issue &issue : checked->issues) {
            if (issue.severity == Severity::Error && error.details.size() < 100)
                error.details.insert(issue.row, issue.message);
        }
        return error;
    }
    const auto admin = homeOfUser(adminId);
    if (!admin)
        return admin.error();
    m_admin = *admin;
    m_report = {.imported = {{u"users"_s, 0}, {u"agents"_s, 0}, {u"calls"_s, 0}},
                .existing = {{u"users"_s, 0}, {u"agents"_s, 0}, {u"calls"_s, 0}},
                .issues = checked->issues};
    m_report.issues.removeIf([](const Issue &issue) { return issue.code == ExternalIdNotTaken; }); // told as it comes
    if (const auto done = importUsers(exported.users); !done)
        return done.error();
    if (const auto done = importAgents(exported.agents); !done)
        return done.error();
    if (const auto done = importCalls(exported.calls); !done)
        return done.error();
    audit::Change change{.action = u"legacy.imported"_s, .targetType = u"legacy_export"_s, .targetId = {}};
    for (auto it = m_report.imported.cbegin(); it != m_report.imported.cend(); ++it)
        change.after.insert(it.key(), it.value());
    if (const auto told = audit::record(m_connection, actor, change, m_now); !told)
        return told.error();
    return m_report;
}

Result<Done> LegacyImport::importUsers(const QJsonArray &rows)
{
    for (const QJsonValue row : rows) {
        if (const auto done = importUser(row.toObject()); !done)
            return done;
    }
    return Done{};
}

/// With what an administrator decided there: a limit of its own, and that it may not sign in.
Result<identity::UserRow> LegacyImport::insertUser(identity::UserStore &users, const QJsonObject &row)
{
    const identity::NewUser user = userFrom(row);
    auto made = users.insert(user);
    // A limit that is its tier's goes on with the tier.
    const auto &[maxAgents, monthlyTokenQuota, requestsPerHour] = m_settings.limitsOf(user.tier);
    const auto unlessUsual
        = [](const std::optional<qint64> &own, qint64 usual) { return own == usual ? std::optional<qint64>() : own; };
    const identity::OwnLimits said = limitsFrom(row);
    const identity::OwnLimits own{.maxAgents = unlessUsual(said.maxAgents, maxAgents),
                                  .monthlyTokenQuota = unlessUsual(said.monthlyTokenQuota, monthlyTokenQuota),
                                  .requestsPerHour = unlessUsual(said.requestsPerHour, requestsPerHour),
                                  .notes = {}};
    if (made && (own.maxAgents || own.monthlyTokenQuota || own.requestsPerHour))
        made = users.replaceLimits(made->user.id, own);
    if (made && !isActive(row))
        made = users.update(made->user.id, {.active = false});
    return made;
}

Result<Done> LegacyImport::importUser(const QJsonObject &row)
{
    const QString legacyId = idOf(row);
    const auto before = known(UserKind, legacyId);
    if (!before)
        return before.error();
    if (!before->isEmpty()) {
        ++m_report.existing[u"users"_s];
        return Done{};
    }
    identity::UserStore users(m_connection, m_settings, timeIn(row, "created_at"_L1).value_or(m_now));
    auto made = users.byEmail(userFrom(row).email);
    if (made && !isSurelyTheirs(made->user))
        return Done{}; // not remembered: a later run finds the user, once the address is confirmed or free
    if (made) {
        ++m_report.existing[u"users"_s];
    } else if (made.error() == ErrorCode::ResourceNotFound) {
        made = insertUser(users, row);
        if (!made)
            return made.error();
        ++m_report.imported[u"users"_s];
    } else {
        return made.error();
    }
    return remember(UserKind, legacyId, made->user.id);
}

Result<Done> LegacyImport::importAgents(const QJsonArray &rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (const auto done = importAgent(rows[i].toObject(), i); !done)
            return done;
    }
    return Done{};
}

Result<Done> LegacyImport::importAgent(const QJsonObject &row, qsizetype i)
{
    const QString legacyId = idOf(row);
    const auto before = known(AgentKind, legacyId);
    if (!before)
        return before.error();
    if (!before->isEmpty()) {
        ++m_report.existing[u"agents"_s];
        return Done{};
    }
    const auto home = homeOf(ownerOf(row));
    if (!home)
        return home.error();
    const auto id = m_agents.make(m_connection, home->organizationId, home->userId, agentBodyFrom(row),
                                  timeIn(row, "created_at"_L1).value_or(m_now));
    if (!id) {
        Error error = id.error();
        QMap<QString, QString> placed;
        for (auto it = error.details.cbegin(); it != error.details.cend(); ++it)
            placed.insert(u"agents[%1].%2"_s.arg(i).arg(it.key()), it.value());
        error.details = placed;
        return error;
    }
    ++m_report.imported[u"agents"_s];
    return remember(AgentKind, legacyId, *id);
}

Result<Done> LegacyImport::importCalls(const QJsonArray &rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (const auto done = importCall(rows[i].toObject(), i); !done)
            return done;
    }
    return Done{};
}

Result<Done> LegacyImport::importCall(const QJsonObject &row, qsizetype i)
{
    const QString legacyId = idOf(row);
    const auto before = known(CallKind, legacyId);
    if (!before)
        return before.error();
    if (!before->isEmpty()) {
        ++m_report.existing[u"calls"_s];
        return Done{};
    }
    auto report = callFrom(row);
    if (!report)
        return report.error();
    const auto place = placeOfCall(agentOf(row), ownerOf(row));
    if (!place)
        return place.error();
    report->agentId = place->agentId;
    // The call was made when the legacy system made it, and its usage was counted there.
    const qint64 createdAt = timeIn(row, "created_at"_L1).value_or(report->startedAt.value_or(m_now));
    if (!report->externalId.isEmpty()) {
        const auto taken = isTaken(place->home, report->externalId);
        if (!taken)
            return taken.error();
        if (*taken) { // two legs of a transfer share a name; each stays a call of its own
            m_report.issues << externalIdIssue(row, i);
            report->externalId.clear();
        }
    }
    const auto made
        = calls::CallStore(m_connection, createdAt).report(place->home.organizationId, place->home.userId, *report);
    if (!made)
        return made.error();
    ++m_report.imported[u"calls"_s];
    return remember(CallKind, legacyId, made->row.id);
}
}

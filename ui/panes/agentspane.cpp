// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/agentspane.h"

#include "models/domain/async.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/editagentdialog.h"
#include "ui/dialogs/runbulkdialog.h"
#include "ui/dialogs/tryagentdialog.h"

using namespace Qt::StringLiterals;

const QString AgentsPane::Id = u"agents"_s;

AgentsPane::AgentsPane(const Context &context, AgentDirectory &agents, PagedTableModel<Agent> &model,
                       RowExport *rowExport, CurlFunction curl, QWidget *parent)
    : TablePane(context, model, declareAgents(model, std::move(curl), actionsOf(this) + stateActionsOf(this)),
                rowExport, parent)
    , m_agents(agents)
    , m_rows(model)
{
}

// Runs before the base exists: the functions only keep the pointer for later.
QList<RowAction> AgentsPane::actionsOf(AgentsPane *pane)
{
    const auto bind = [pane](void (AgentsPane::*method)(const QStringList &)) {
        return [pane, method](const QStringList &ids) { (pane->*method)(ids); };
    };
    return {
        {.id = u"newAgentAction"_s,
         .text = tr("New agent…"),
         .icon = u"plus"_s,
         .shortcut = QKeySequence::New,
         .explanation = tr("Create an agent in your organisation (Ctrl+N)"),
         .general = true,
         .whyNot = [pane](const QStringList &) { return pane->whyNoMore(); },
         .run = [pane](const QStringList &) { pane->create(); }},
        {.id = u"editAgentAction"_s,
         .text = tr("Edit…"),
         .icon = u"pencil"_s,
         .shortcut = Qt::Key_F2,
         .explanation = tr("Change this agent's settings (F2)"),
         .run = bind(&AgentsPane::edit)},
        {.id = u"tryAgentAction"_s,
         .text = tr("Try agent…"),
         .icon = u"message-square-text"_s,
         .shortcut = Qt::CTRL | Qt::Key_T,
         .explanation = tr("Write with this agent and see what an answer takes (Ctrl+T)"),
         .whyNot = [pane](const QStringList &ids) { return pane->whyNotTry(ids); },
         .run = bind(&AgentsPane::tryOut)},
        {.id = u"showAgentCallsAction"_s,
         .text = tr("Show its calls"),
         .icon = u"phone"_s,
         .shortcut = Qt::Key_Return,
         .explanation = tr("Opens the calls of this agent (Return)"),
         .changes = false,
         .run = bind(&AgentsPane::showCalls)},
        {.id = u"onlyOrganizationAction"_s,
         .text = tr("Only this organisation"),
         .icon = u"list-filter"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_O,
         .explanation = tr("Show only the agents of this agent's organisation (Ctrl+Shift+O)"),
         .changes = false,
         .run = bind(&AgentsPane::showOrganization)},
    };
}

QList<RowAction> AgentsPane::stateActionsOf(AgentsPane *pane)
{
    const auto noneIs = [pane](bool active, const QString &reason) {
        return [pane, active, reason](const QStringList &ids) {
            for (const QString &id : ids) {
                const Agent *one = pane->m_rows.rowById(id);
                if (!one || one->active != active)
                    return QString();
            }
            return reason;
        };
    };
    return {
        {.id = u"activateAgentAction"_s,
         .text = tr("Activate"),
         .icon = u"circle-play"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_A,
         .explanation = tr("Let these agents take calls again (Ctrl+Shift+A)"),
         .many = true,
         .whyNot = noneIs(true, tr("Active already.")),
         .run = [pane](const QStringList &ids) { pane->setActive(ids, true); }},
        {.id = u"deactivateAgentAction"_s,
         .text = tr("Deactivate"),
         .icon = u"circle-pause"_s,
         .shortcut = Qt::CTRL | Qt::SHIFT | Qt::Key_D,
         .explanation = tr("Keep these agents from taking calls (Ctrl+Shift+D)"),
         .many = true,
         .destructive = true,
         .whyNot = noneIs(false, tr("Inactive already.")),
         .run = [pane](const QStringList &ids) { pane->askDeactivate(ids); }},
        {.id = u"deleteAgentAction"_s,
         .text = tr("Delete…"),
         .icon = u"trash-2"_s,
         .shortcut = QKeySequence::Delete,
         .explanation = tr("Delete this agent for good (Del)"),
         .destructive = true,
         .run = [pane](const QStringList &ids) { pane->askRemove(ids); }},
    };
}

const Agent *AgentsPane::agent(const QStringList &ids) const
{
    return ids.size() == 1 ? m_rows.rowById(ids.first()) : nullptr;
}

QString AgentsPane::nameOf(const QString &id) const
{
    const Agent *one = m_rows.rowById(id);
    return one ? one->name : id;
}

void AgentsPane::activate()
{
    TablePane::activate();
    if (!m_ownCount)
        readRoom();
}

void AgentsPane::readRoom()
{
    whenDone(m_agents.ownCount(), this, [this](const Result<qint64> &answer) {
        if (!answer) // the limit is the server's to keep; without the count it only shows later
            return;
        m_ownCount = *answer;
        rowEdited();
    });
}

std::optional<UsageValue> AgentsPane::room() const
{
    const int most = context().access.user().limits.maxAgents;
    return m_ownCount && most > 0 ? std::optional(UsageValue{*m_ownCount, most}) : std::nullopt;
}

QString AgentsPane::whyNoMore() const
{
    const auto now = room();
    if (!now || now->used < now->limit)
        return {};
    return tr("You have %1 of %2 agents. Delete one, or have the limit raised under Users.")
        .arg(context().format.integer(now->used), context().format.integer(now->limit));
}

QString AgentsPane::whyNotTry(const QStringList &ids) const
{
    const Agent *one = agent(ids);
    if (m_cannotTry)
        return tr("This server cannot try agents. Update it.");
    if (one && one->organizationId != context().access.user().organizationId)
        return tr("Only agents of your own organisation can be tried: its keys and its quota pay for it.");
    return {};
}

void AgentsPane::taken(Agent agent)
{
    // The answer to a change may leave out what only the list joins.
    if (const Agent *known = m_rows.rowById(agent.id)) {
        if (agent.organizationName.isEmpty())
            agent.organizationName = known->organizationName;
        if (agent.userEmail.isEmpty())
            agent.userEmail = known->userEmail;
    }
    m_rows.replaceRow(agent);
    rowEdited();
}

void AgentsPane::create()
{
    auto *dialog = new EditAgentDialog(context(), m_agents, room(), this);
    connect(dialog, &EditAgentDialog::saved, this, [this](const Agent &made) {
        readRoom();
        m_rows.reload();
        emit noticed({tr("%1 is created.").arg(made.name), Tone::Good});
    });
    dialog->open();
}

void AgentsPane::edit(const QStringList &ids)
{
    if (const Agent *one = agent(ids)) {
        auto *dialog = new EditAgentDialog(context(), m_agents, *one, this);
        connect(dialog, &EditAgentDialog::saved, this, [this](const Agent &saved) {
            taken(saved);
            emit noticed({tr("%1 saved.").arg(saved.name), Tone::Good});
        });
        dialog->open();
    }
}

void AgentsPane::tryOut(const QStringList &ids)
{
    if (const Agent *one = agent(ids)) {
        auto *dialog = new TryAgentDialog(context(), m_agents, *one, this);
        connect(dialog, &TryAgentDialog::unavailable, this, [this] {
            m_cannotTry = true;
            rowEdited();
        });
        dialog->open();
    }
}

void AgentsPane::askDeactivate(const QStringList &ids)
{
    // One agent can be undone from the notice; several, or anything on a production server, are asked for first.
    if (ids.size() == 1 && context().access.nameToType().isEmpty())
        return setActive(ids, false);
    auto *ask
        = new ConfirmDialog(context(),
                            ids.size() == 1 ? tr("Deactivate %1?").arg(nameOf(ids.first()))
                                            : tr("Deactivate %n agents?", nullptr, int(ids.size())),
                            tr("They take and make no calls until they are activated again."), tr("Deactivate"), this);
    connect(ask, &QDialog::accepted, this, [this, ids] { setActive(ids, false); });
    ask->open();
}

void AgentsPane::setActive(const QStringList &ids, bool active)
{
    if (ids.size() == 1)
        return setOneActive(ids.first(), active, false);
    setManyActive(ids, active);
}

void AgentsPane::setOneActive(const QString &id, bool active, bool undoing)
{
    whenDone(m_agents.setActive(id, active), this, [this, id, active, undoing](const Result<Tagged<Agent>> &answer) {
        if (!answer)
            return showError(answer.error());
        taken(answer->value);
        const QString text
            = active ? tr("%1 is active.").arg(answer->value.name) : tr("%1 is deactivated.").arg(answer->value.name);
        if (undoing)
            emit noticed({text, Tone::Good});
        else
            emit noticed({text, Tone::Good, tr("Undo"), [this, id, active] { setOneActive(id, !active, true); }});
    });
}

void AgentsPane::setManyActive(const QStringList &ids, bool active)
{
    QList<RunBulkDialog::Row> rows;
    for (const QString &id : ids)
        rows.append({id, nameOf(id)});
    const auto run = [this, active](const QString &id) {
        auto promise = std::make_shared<QPromise<Result<Done>>>();
        promise->start();
        whenDone(m_agents.setActive(id, active), this, [this, promise](const Result<Tagged<Agent>> &answer) {
            if (answer)
                taken(answer->value);
            promise->addResult(answer ? Result<Done>(Done{}) : Result<Done>(answer.error()));
            promise->finish();
        });
        return promise->future();
    };
    auto *dialog
        = new RunBulkDialog(context(), active ? tr("Activate agents") : tr("Deactivate agents"), rows, run, this);
    dialog->open();
    dialog->start();
}

void AgentsPane::askRemove(const QStringList &ids)
{
    const Agent *one = agent(ids);
    if (!one)
        return;
    auto *ask = new ConfirmDialog(
        context(), tr("Delete %1?").arg(one->name),
        tr("The agent is deleted for good; its calls stay. This cannot be undone; deactivating can."), tr("Delete"),
        this);
    connect(ask, &QDialog::accepted, this, [this, id = one->id, name = one->name] { remove(id, name); });
    ask->open();
}

void AgentsPane::remove(const QString &id, const QString &name)
{
    whenDone(m_agents.remove(id), this, [this, name](const Result<Done> &answer) {
        if (!answer)
            return showError(answer.error());
        clearSelection();
        readRoom();
        m_rows.reload();
        emit noticed({tr("%1 is deleted.").arg(name), Tone::Good});
    });
}

void AgentsPane::showOrganization(const QStringList &ids)
{
    if (const Agent *one = agent(ids))
        showFiltered({{u"organization_id"_s, one->organizationId}}, {{u"organization_id"_s, one->organizationName}});
}

void AgentsPane::showCalls(const QStringList &ids)
{
    if (const Agent *one = agent(ids))
        emit openPaneRequested(u"calls"_s, {{u"assistant_id"_s, one->id}}, {{u"assistant_id"_s, one->name}});
}

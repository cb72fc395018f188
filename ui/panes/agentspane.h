// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/agentdirectory.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/agentdeclaration.h"
#include "ui/widgets/tablepane.h"

/// Every agent of the platform: look up, make, edit, switch, try.
class AgentsPane : public TablePane
{
    Q_OBJECT
public:
    static const QString Id;

    /// All but `curl` outlive it.
    AgentsPane(const Context &context, AgentDirectory &agents, PagedTableModel<Agent> &model, RowExport *rowExport,
               CurlFunction curl, QWidget *parent = nullptr);

    void activate() override;

private:
    static QList<RowAction> actionsOf(AgentsPane *pane);
    static QList<RowAction> stateActionsOf(AgentsPane *pane);
    const Agent *agent(const QStringList &ids) const;
    QString nameOf(const QString &id) const;
    void readRoom();
    std::optional<UsageValue> room() const;
    QString whyNoMore() const;
    QString whyNotTry(const QStringList &ids) const;
    void create();
    void edit(const QStringList &ids);
    void tryOut(const QStringList &ids);
    void setActive(const QStringList &ids, bool active);
    void setOneActive(const QString &id, bool active, bool undoing);
    void setManyActive(const QStringList &ids, bool active);
    void askDeactivate(const QStringList &ids);
    void askRemove(const QStringList &ids);
    void remove(const QString &id, const QString &name);
    void showOrganization(const QStringList &ids);
    void showCalls(const QStringList &ids);
    void taken(Agent agent);

    AgentDirectory &m_agents;
    PagedTableModel<Agent> &m_rows;
    std::optional<qint64> m_ownCount;
    bool m_cannotTry = false; ///< the server has no such route
};

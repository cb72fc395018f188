// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/agentdirectory.h"
#include "models/items/cellvalue.h"
#include "ui/dialogs/formdialog.h"
#include "ui/dialogs/settingeditor.h"

class QComboBox;

/// A new agent, or one that exists: a tab for each group of settings the server's registry knows. Reads the agent with
/// its tag, sends only what was changed, and lets the person decide when somebody else was faster.
class EditAgentDialog : public FormDialog
{
    Q_OBJECT
public:
    /// A new one. `room`: the agents of who asks against the limit; nothing: not known.
    EditAgentDialog(const Context &context, AgentDirectory &agents, const std::optional<UsageValue> &room,
                    QWidget *parent = nullptr);
    EditAgentDialog(const Context &context, AgentDirectory &agents, const Agent &agent, QWidget *parent = nullptr);

signals:
    void saved(const Agent &agent);

private:
    struct Group {
        SettingGroup spec;
        QComboBox *provider = nullptr; ///< null: the group has none
        QVBoxLayout *place = nullptr; ///< of the fields below the provider
        QWidget *box = nullptr; ///< holds them
        QList<SettingEditor> editors = {};
    };

    EditAgentDialog(const Context &context, AgentDirectory &agents, const Agent &agent, const QString &title,
                    const QString &subtitle, const QString &submit, QWidget *parent);
    void load();
    void readAgent();
    void build(const SettingCatalog &catalog);
    void buildGeneral();
    void buildGroup(const SettingGroup &spec);
    void showFields(Group &group, const QJsonObject &members);
    void fill(const Agent &agent);
    QJsonObject members() const; ///< everything the form says, by API names
    QJsonObject changes() const;
    void save();
    QList<ConflictLine> rebase(const Tagged<Agent> &theirs);
    QList<ConflictLine> differences() const; ///< between m_agent and what the form says

    AgentDirectory &m_agents;
    Agent m_agent; ///< as it was read; without an id: a new one
    QByteArray m_etag; ///< of m_agent
    QJsonObject m_initial; ///< what the form said before the person touched it
    QList<SettingEditor> m_general;
    QList<Group> m_groups;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/editagentdialog.h"

#include "models/domain/async.h"
#include "ui/support/registrywords.h"

#include <QAction>
#include <QComboBox>
#include <QHash>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
QString pathIn(const SettingGroup &group, const SettingField &field)
{
    return group.key.isEmpty() ? field.key : QString(group.key + u'.' + field.key);
}

bool isUnset(const QJsonValue &value) { return value.isUndefined() || value.isNull(); }
}

EditAgentDialog::EditAgentDialog(const Context &context, AgentDirectory &agents, const std::optional<UsageValue> &room,
                                 QWidget *parent)
    : EditAgentDialog(context, agents, Agent(), tr("New agent"),
                      room ? tr("It belongs to your organisation. You have %1 of %2 agents; this one makes %3.")
                                 .arg(context.format.integer(room->used), context.format.integer(room->limit),
                                      context.format.integer(room->used + 1))
                           : tr("It belongs to your organisation."),
                      tr("Create"), parent)
{
}

EditAgentDialog::EditAgentDialog(const Context &context, AgentDirectory &agents, const Agent &agent, QWidget *parent)
    : EditAgentDialog(context, agents, agent, tr("Edit agent"),
                      agent.organizationName.isEmpty()
                          ? agent.name
                          : tr("%1 of %2", "agent of organisation").arg(agent.name, agent.organizationName),
                      tr("Save"), parent)
{
}

EditAgentDialog::EditAgentDialog(const Context &context, AgentDirectory &agents, const Agent &agent,
                                 const QString &title, const QString &subtitle, const QString &submit, QWidget *parent)
    : FormDialog(context, title, subtitle, submit, parent)
    , m_agents(agents)
    , m_agent(agent)
{
    setObjectName(u"editAgentDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(Space::S4 * 48, Space::S4 * 42);
    connect(this, &FormDialog::submitted, this, &EditAgentDialog::save);
    connect(this, &FormDialog::overwriteChosen, this, &EditAgentDialog::save);
    connect(this, &FormDialog::theirsChosen, this, [this] { fill(m_agent); });
    load();
}

void EditAgentDialog::load()
{
    setReading(true);
    whenRead(m_agents.catalog(), [this](const Result<SettingCatalog> &answer) {
        if (!answer) {
            setSubmittable(false);
            return fail(answer.error());
        }
        build(*answer);
        if (m_agent.id.isEmpty()) {
            setReading(false);
            return m_general.first().widget->setFocus();
        }
        readAgent();
    });
}

void EditAgentDialog::readAgent()
{
    whenRead(m_agents.get(m_agent.id), [this](const Result<Tagged<Agent>> &answer) {
        setReading(false);
        if (!answer) {
            setSubmittable(false);
            return fail(answer.error());
        }
        m_etag = answer->etag;
        fill(answer->value);
    });
}

void EditAgentDialog::build(const SettingCatalog &catalog)
{
    buildGeneral();
    m_groups.reserve(catalog.groups.size()); // their addresses are kept by the connections
    for (const SettingGroup &group : catalog.groups)
        buildGroup(group);
    setPlace(nullptr);
    fill(m_agent);
}

void EditAgentDialog::buildGeneral()
{
    beginPage(u"general"_s, tr("General"));
    using Kind = SettingField::Kind;
    const auto add = [this](SettingField field) {
        const SettingEditor editor = makeSettingEditor(field, field.key, context().theme);
        addField(field.key, field.label, editor.widget, field.help);
        m_general << editor;
    };
    add({.key = u"name"_s, .label = tr("Name"), .required = true, .maxLength = 200});
    add({.key = u"description"_s,
         .label = tr("Description"),
         .help = tr("For your colleagues; callers never hear it."),
         .kind = Kind::LongText,
         .maxLength = 1000});
    add({.key = u"phone_number"_s,
         .label = tr("Phone number"),
         .help = tr("With country code, such as +4930123456. Empty: it takes no calls."),
         .maxLength = 20});
}

void EditAgentDialog::buildGroup(const SettingGroup &spec)
{
    const QString title = registryText(spec.title);
    beginPage(spec.name, title);
    Group &group = m_groups.emplaceBack(Group{.spec = spec});
    if (!spec.providers.isEmpty()) {
        group.provider = new QComboBox;
        group.provider->setObjectName(spec.name + u"ProviderCombo"_s);
        for (const SettingProvider &provider : spec.providers)
            group.provider->addItem(provider.name, provider.id);
        addField(spec.providerKey, tr("Provider"), group.provider);
        connect(group.provider, &QComboBox::activated, this, [this, &group] {
            QJsonObject kept; // what both providers know; a model, a voice or a key of one is not the other's
            for (const SettingEditor &editor : std::as_const(group.editors)) {
                if (editor.field.kind != SettingField::Kind::Choice && editor.field.kind != SettingField::Kind::Secret)
                    setValueAt(kept, editor.path, settingIn(editor));
            }
            showFields(group, kept);
            updateSubmitButton();
        });
    }
    auto *holder = new QWidget;
    group.place = new QVBoxLayout(holder);
    group.place->setContentsMargins(0, 0, 0, 0);
    addWidget(holder);
}

void EditAgentDialog::showFields(Group &group, const QJsonObject &members)
{
    if (group.box) {
        dropFields(group.box);
        delete group.box;
    }
    group.editors.clear();
    group.box = new QWidget;
    auto *column = new QVBoxLayout(group.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::S1);
    group.place->addWidget(group.box);
    setPlace(column);
    QList<SettingField> fields = group.spec.fields;
    for (const SettingProvider &provider : std::as_const(group.spec.providers)) {
        if (group.provider && provider.id == group.provider->currentData().toString())
            fields = provider.fields + fields;
    }
    for (const SettingField &field : std::as_const(fields)) {
        const SettingEditor editor = makeSettingEditor(field, pathIn(group.spec, field), context().theme);
        addField(editor.path, registryText(field.label), editor.widget, registryText(field.help));
        showSetting(editor, valueAt(members, editor.path));
        group.editors << editor;
        for (const QAction *removal : editor.widget->findChildren<QAction *>()) // changes the field, not its text
            connect(removal, &QAction::toggled, this, &EditAgentDialog::updateSubmitButton);
    }
    setPlace(nullptr);
}

void EditAgentDialog::fill(const Agent &agent)
{
    m_agent = agent;
    for (const SettingEditor &editor : std::as_const(m_general))
        showSetting(editor, valueAt(agent.members, editor.path));
    for (Group &group : m_groups) {
        if (group.provider) {
            const QString chosen = valueAt(agent.members, group.spec.providerKey).toString(group.spec.standardProvider);
            const int at = group.provider->findData(chosen);
            if (at < 0) // a provider that this registry no longer has: what was chosen is shown all the same
                group.provider->addItem(chosen, chosen);
            group.provider->setCurrentIndex(at < 0 ? group.provider->count() - 1 : at);
        }
        showFields(group, agent.members);
    }
    m_initial = members();
    if (!agent.id.isEmpty())
        submitOnlyChanges([this] { return !changes().isEmpty(); });
}

QJsonObject EditAgentDialog::members() const
{
    QJsonObject all;
    for (const SettingEditor &editor : m_general)
        setValueAt(all, editor.path, settingIn(editor));
    for (const Group &group : m_groups) {
        if (group.provider)
            setValueAt(all, group.spec.providerKey, group.provider->currentData().toString());
        const bool sameProvider = !group.provider
            || group.provider->currentData().toString() == valueAt(m_agent.members, group.spec.providerKey).toString();
        for (const SettingEditor &editor : group.editors) {
            const QJsonValue before = valueAt(m_agent.members, editor.path);
            QJsonValue now = settingIn(editor);
            if (editor.field.kind == SettingField::Kind::Secret && now.isUndefined() && sameProvider)
                now = before; // its mask, which the server reads as "as it was"
            const bool removed = isUnset(now) && !isUnset(before) && sameProvider && !group.spec.key.isEmpty();
            if (removed)
                setValueAt(all, editor.path, QJsonValue::Null); // a change merges: what is not sent would stay
            const bool asStandard = now == editor.field.standard || (now.isString() && now.toString().isEmpty());
            if (!isUnset(now) && (!asStandard || !isUnset(before) || editor.field.required))
                setValueAt(all, editor.path, now);
        }
    }
    return all;
}

QJsonObject EditAgentDialog::changes() const
{
    const QJsonObject now = members();
    QJsonObject changed;
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (it.value() != m_initial.value(it.key()))
            changed.insert(it.key(), it.value());
    }
    for (auto it = m_initial.begin(); it != m_initial.end(); ++it) {
        if (!now.contains(it.key()) && it.value().isObject())
            changed.insert(it.key(), QJsonObject());
    }
    // A provider and its settings mean something only together.
    for (const Group &group : m_groups) {
        if (changed.contains(group.spec.providerKey) && now.contains(group.spec.key))
            changed.insert(group.spec.key, now.value(group.spec.key));
    }
    if (m_agent.id.isEmpty())
        changed.insert(u"name"_s, now.value("name"_L1));
    return changed;
}

void EditAgentDialog::save()
{
    const QJsonObject changed = changes();
    if (!m_agent.id.isEmpty() && changed.isEmpty()) { // somebody else made the same change
        emit saved(m_agent);
        return accept();
    }
    setBusy(true);
    const auto answered
        = m_agent.id.isEmpty() ? m_agents.create(changed) : m_agents.update(m_agent.id, changed, m_etag);
    whenDone(answered, this, [this](const Result<Tagged<Agent>> &answer) {
        if (answer) {
            setBusy(false);
            emit saved(answer->value);
            return accept();
        }
        const bool overtaken
            = answer.error() == ErrorCode::PreconditionFailed || answer.error() == ErrorCode::ResourceConflict;
        if (overtaken && !m_agent.id.isEmpty() && answer.error().details.isEmpty())
            return compareWith(m_agents.get(m_agent.id), answer.error(),
                               [this](const Tagged<Agent> &theirs) { return rebase(theirs); });
        fail(answer.error());
    });
}

/// Settings of one provider mean nothing to another: a group that was changed here keeps its provider with all of them.
QList<ConflictLine> EditAgentDialog::rebase(const Tagged<Agent> &theirs)
{
    const QJsonObject now = members();
    const auto isChanged = [&](const QString &path) { return valueAt(now, path) != valueAt(m_initial, path); };
    QHash<QString, QJsonValue> said; // of the fields that were changed here, by path
    QHash<QString, int> kept; // providers, by the group's name
    for (const SettingEditor &editor : std::as_const(m_general)) {
        if (isChanged(editor.path))
            said.insert(editor.path, settingIn(editor));
    }
    for (const Group &group : std::as_const(m_groups)) {
        const auto changed = [&](const SettingEditor &editor) { return isChanged(editor.path); };
        const QString &key = group.spec.providerKey;
        const bool keeps = group.provider
            && valueAt(theirs.value.members, key).toString(group.spec.standardProvider)
                != group.provider->currentData().toString()
            && (isChanged(key) || std::ranges::any_of(group.editors, changed));
        if (keeps)
            kept.insert(group.spec.name, group.provider->currentIndex());
        for (const SettingEditor &editor : group.editors) {
            if (keeps || changed(editor))
                said.insert(editor.path, settingIn(editor));
        }
    }
    m_etag = theirs.etag;
    fill(theirs.value);
    const auto putBack = [&](const SettingEditor &editor) {
        if (said.contains(editor.path))
            saySetting(editor, said.value(editor.path));
    };
    for (const SettingEditor &editor : std::as_const(m_general))
        putBack(editor);
    for (Group &group : m_groups) {
        if (kept.contains(group.spec.name)) {
            group.provider->setCurrentIndex(kept.value(group.spec.name));
            showFields(group, {});
        }
        for (const SettingEditor &editor : std::as_const(group.editors))
            putBack(editor);
    }
    return differences();
}

QList<ConflictLine> EditAgentDialog::differences() const
{
    const DisplayFormat &format = context().format;
    const QJsonObject now = members();
    QList<ConflictLine> lines;
    const auto compareOne = [&](const SettingEditor &editor) {
        if (valueAt(now, editor.path) == valueAt(m_initial, editor.path))
            return; // theirs stays
        const QJsonValue there = valueAt(m_agent.members, editor.path);
        const QJsonValue here = settingIn(editor);
        const bool bothEmpty = isUnset(there) && (isUnset(here) || (here.isString() && here.toString().isEmpty()));
        const bool untouchedSecret = editor.field.kind == SettingField::Kind::Secret && here.isUndefined();
        // Where nothing is set, the form shows what holds then.
        if (there == here || bothEmpty || untouchedSecret || (isUnset(there) && here == editor.field.standard))
            return;
        lines.append({registryText(editor.field.label), settingInWords(editor.field, there, format),
                      settingInWords(editor.field, here, format), editor.widget});
    };
    for (const SettingEditor &editor : m_general)
        compareOne(editor);
    for (const Group &group : m_groups) {
        const QString there = valueAt(m_agent.members, group.spec.providerKey).toString();
        if (group.provider && !there.isEmpty() && there != group.provider->currentData().toString())
            lines.append({tr("%1: provider", "group of settings").arg(registryText(group.spec.title)), there,
                          group.provider->currentText(), group.provider});
        for (const SettingEditor &editor : group.editors)
            compareOne(editor);
    }
    return lines;
}

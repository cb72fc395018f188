// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentdraft.h"

#include "server/providers/outgoing.h"

using namespace Qt::StringLiterals;

namespace agents
{
namespace
{
constexpr auto Mask = "****"_L1;
constexpr qsizetype ShortestShown = 12; ///< characters; of a shorter secret no part is shown

/// Makes one draft.
class Drafter
{
public:
    Drafter(const providers::Registry &registry, const AgentSettings &current, const QJsonObject &body, Method method)
        : m_registry(registry)
        , m_current(current)
        , m_body(body)
        , m_method(method)
    {
    }

    Result<AgentDraft> run()
    {
        AgentSettings &s = m_draft.settings;
        s = m_method == Method::Merge ? m_current : AgentSettings{.name = {}};
        plain();
        const QString llm = m_registry.defaultProvider(providers::Kind::Llm);
        s.llmProvider = m_body["llm_provider"_L1].toString(m_method == Method::Merge ? m_current.llmProvider : llm);
        s.llmConfig = group(u"llm_provider_config"_s, m_current.llmConfig, m_current.llmProvider, s.llmProvider);
        s.tts = withProvider(u"tts_settings"_s, m_current.tts, providers::Kind::Tts);
        s.stt = withProvider(u"stt_settings"_s, m_current.stt, providers::Kind::Stt);
        s.interruption = group(u"interruption_settings"_s, m_current.interruption, {}, {});
        if (!m_complaints.isEmpty())
            return Error{.code = ErrorCode::ValidationError, .details = m_complaints};
        return m_draft;
    }

private:
    void plain()
    {
        AgentSettings &s = m_draft.settings;
        text("name"_L1, s.name);
        s.name = s.name.simplified();
        text("description"_L1, s.description);
        text("phone_number"_L1, s.phoneNumber);
        if (m_body.contains("status"_L1))
            s.active = m_body["status"_L1].toString() != "inactive"_L1;
        text("system_prompt"_L1, s.systemPrompt);
        text("first_message"_L1, s.firstMessage);
        text("idle_message"_L1, s.idleMessage);
        text("end_call_message"_L1, s.endCallMessage);
        const AgentSettings standard{.name = {}};
        number("max_idle_messages"_L1, s.maxIdleMessages, standard.maxIdleMessages);
        number("idle_timeout"_L1, s.idleTimeout, standard.idleTimeout);
        number("max_call_duration"_L1, s.maxCallDuration, standard.maxCallDuration);
    }

    void text(QLatin1StringView name, QString &target) const
    {
        if (m_body.contains(name))
            target = m_body[name].toString(); // null: none
    }

    void number(QLatin1StringView name, int &target, int standard) const
    {
        if (m_body.contains(name))
            target = m_body[name].toInt(standard); // null: the default
    }

    QJsonObject withProvider(const QString &name, const QJsonObject &current, providers::Kind kind)
    {
        const QString had = current["provider"_L1].toString();
        const QString usual = m_registry.defaultProvider(kind);
        const QString kept = m_method == Method::Merge && !had.isEmpty() ? had : usual;
        const QString provider = m_body[name]["provider"_L1].toString(kept);
        QJsonObject settings = group(name, current, had, provider);
        settings.insert(u"provider"_s, provider);
        return settings;
    }

    /// Another provider's settings mean nothing to this one: they are dropped, its secrets with them.
    QJsonObject group(const QString &name, const QJsonObject &current, const QString &had, const QString &provider)
    {
        const providers::Group &known = *m_registry.group(name);
        const bool same = had == provider;
        const QJsonObject sent = m_body[name].toObject();
        const bool reset = m_body.contains(name) && m_body[name].isNull();
        QJsonObject settings = m_method == Method::Merge && same && !reset ? current : QJsonObject();
        for (auto it = sent.begin(); it != sent.end(); ++it) {
            if (it.value().isNull())
                settings.remove(it.key());
            else
                settings.insert(it.key(), it.value());
        }
        m_registry.check(known, provider, settings, name, m_complaints);
        const auto fields = m_registry.fields(known, provider);
        for (const providers::Field &field : fields) {
            if (field.secret)
                secret(QString(name % u'.' % field.name), field, same ? current : QJsonObject(), settings);
        }
        return m_registry.completed(known, provider, settings);
    }

    void secret(const QString &path, const providers::Field &field, const QJsonObject &current, QJsonObject &settings)
    {
        const QString value = settings[field.name].toString().trimmed();
        if (value.isEmpty()) {
            settings.remove(field.name);
        } else if (value == current[field.name].toString()) {
            m_draft.keptSecrets << path;
        } else if (value.startsWith(Mask)) {
            m_complaints.insert(path, field.label % u" is shown masked; send it whole"_s);
        } else if (!providers::isKey(value)) {
            m_complaints.insert(path, field.label % u" must be of visible ASCII characters without spaces"_s);
        } else {
            m_draft.freshSecrets.insert(path, value);
            settings.insert(field.name, masked(value));
        }
    }

    const providers::Registry &m_registry;
    const AgentSettings &m_current;
    const QJsonObject &m_body;
    const Method m_method;
    AgentDraft m_draft{.settings = {.name = {}}};
    providers::Complaints m_complaints;
};
}

Result<AgentDraft> draft(const providers::Registry &registry, const AgentSettings &current, const QJsonObject &body,
                         Method method)
{
    return Drafter(registry, current, body, method).run();
}

QString masked(const QString &secret)
{
    return secret.size() >= ShortestShown ? QString(Mask % secret.last(4)) : QString(Mask);
}
}

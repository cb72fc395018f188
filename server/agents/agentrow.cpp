// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/agents/agentrow.h"

#include "server/identity/userrow.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace agents
{
const QString AgentColumns
    = u"u.id, u.organization_id, u.user_id, u.name, u.description, u.phone_number, u.status, u.llm_provider, "
      "u.llm_provider_config, u.tts_settings, u.stt_settings, u.interruption_settings, u.system_prompt, "
      "u.first_message, u.idle_message, u.max_idle_messages, u.idle_timeout, u.end_call_message, u.max_call_duration, "
      "u.created_at, u.updated_at"_s;

namespace
{
QJsonObject objectIn(const QString &json)
{
    return json == "{}"_L1 ? QJsonObject() : QJsonDocument::fromJson(json.toUtf8()).object();
}
}

AgentRow readAgent(const store::Rows &rows)
{
    int at = 0;
    AgentRow row;
    row.id = rows.text(at++);
    row.organizationId = rows.text(at++);
    row.userId = rows.text(at++);
    AgentSettings &s = row.settings;
    s.name = rows.text(at++);
    s.description = rows.text(at++);
    s.phoneNumber = rows.text(at++);
    s.active = rows.text(at++) == "active"_L1;
    s.llmProvider = rows.text(at++);
    s.llmConfig = objectIn(rows.text(at++));
    s.tts = objectIn(rows.text(at++));
    s.stt = objectIn(rows.text(at++));
    s.interruption = objectIn(rows.text(at++));
    s.systemPrompt = rows.text(at++);
    s.firstMessage = rows.text(at++);
    s.idleMessage = rows.text(at++);
    s.maxIdleMessages = int(rows.integer(at++));
    s.idleTimeout = int(rows.integer(at++));
    s.endCallMessage = rows.text(at++);
    s.maxCallDuration = int(rows.integer(at++));
    row.createdAt = rows.time(at++);
    row.updatedAt = rows.time(at++);
    return row;
}

QString searchText(const AgentSettings &settings)
{
    return identity::folded(settings.name) % u'\n' % settings.phoneNumber % u'\n'
        % identity::folded(settings.description);
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
// From what a client sends to what is stored. Pure functions; any thread.
#pragma once

#include "models/domain/result.h"
#include "server/agents/agentrow.h"
#include "server/providers/registry.h"

namespace agents
{
enum class Method {
    Create,
    Replace, ///< what is not sent goes back to its default
    Merge, ///< what is not sent stays; null in a group removes a member
};

/// An agent as it is to be, and what becomes of its secrets. Paths are dotted: "llm_provider_config.api_key".
struct AgentDraft {
    AgentSettings settings; ///< with masks
    QMap<QString, QString> freshSecrets = {};
    QStringList keptSecrets = {}; ///< whose mask was sent back, or that a merge did not touch
};

/// `body` fits the route's schema. `current`: as it is stored; of Create, nothing. ValidationError names every setting
/// that the provider does not have or take.
Result<AgentDraft> draft(const providers::Registry &registry, const AgentSettings &current, const QJsonObject &body,
                         Method method);

/// What is shown of a secret: "****" and, of one that is long enough, its last four characters.
QString masked(const QString &secret);
}

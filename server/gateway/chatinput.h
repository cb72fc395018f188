// SPDX-License-Identifier: GPL-3.0-or-later
// What clients of the gateway send, and the schemas of it.
#pragma once

#include "server/api/route.h"
#include "server/gateway/chat.h"
#include "server/gateway/gatewayroutes.h"

#include <QJsonObject>

namespace gateway
{
api::Schema agentMessageBody(); ///< {message | messages, stream}
api::Schema completionBody(); ///< OpenAI's

/// Adds the conversation of a checked body to `request`. System messages join its system prompt. ValidationError: no
/// message, an empty one, or none of a user at the end.
Result<ChatRequest> withMessages(ChatRequest request, const QJsonObject &body);
/// What OpenAI's body says of how to answer, over what `request` says.
ChatRequest withParameters(ChatRequest request, const QJsonObject &body);
/// The request an agent makes of its provider.
ChatRequest requestOf(const AgentModel &agent, const providers::Provider &provider);

/// ValidationError: a completion's body asks for what this provider of language models is not passed here; a parameter
/// that changes nothing is taken.
Result<Done> neutralOnly(const QJsonObject &body, const providers::Section &section);

struct ModelChoice {
    QString provider;
    QString model;
};
/// "gpt-4o-mini" or "openai/gpt-4o-mini". ValidationError: nobody has that model.
Result<ModelChoice> modelNamed(const providers::Registry &registry, const QString &name);
}

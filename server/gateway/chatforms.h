// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/chatrun.h"

namespace gateway
{
const ChatForm &agentForm(); ///< component AgentReply; streamed: delta, then done or error
const ChatForm &completionForm(); ///< OpenAI's chat.completion and chat.completion.chunk
}

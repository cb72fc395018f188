// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/rows.h"

#include <QJsonObject>

namespace agents
{
/// What a user sets on an agent. A secret in a group shows as its mask.
struct AgentSettings {
    QString name;
    QString description = {};
    QString phoneNumber = {}; ///< E.164; empty: none
    bool active = true;
    QString llmProvider = {};
    QJsonObject llmConfig = {};
    QJsonObject tts = {}; ///< with "provider"
    QJsonObject stt = {}; ///< with "provider"
    QJsonObject interruption = {};
    QString systemPrompt = {};
    QString firstMessage = {};
    QString idleMessage = {};
    int maxIdleMessages = 3;
    int idleTimeout = 10; ///< seconds
    QString endCallMessage = {};
    int maxCallDuration = 1800; ///< seconds

    friend bool operator==(const AgentSettings &, const AgentSettings &) = default;
};

/// A row of `agents`.
struct AgentRow {
    QString id;
    QString organizationId;
    QString userId; ///< whose it is
    AgentSettings settings;
    QDateTime createdAt; ///< UTC
    QDateTime updatedAt; ///< UTC
    QString organizationName = {}; ///< where it was asked for
    QString userEmail = {}; ///< where it was asked for
};

/// The columns readAgent() expects, of `agents` under the alias `u`, comma separated; `AgentColumnCount` of them.
extern const QString AgentColumns;
constexpr int AgentColumnCount = 21;

AgentRow readAgent(const store::Rows &rows);

/// What a search finds an agent by.
QString searchText(const AgentSettings &settings);
/// How an object is stored.
QString compact(const QJsonObject &object);
}

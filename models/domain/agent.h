// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

/// A voice agent, which other documents call an assistant.
struct Agent {
    QString id;
    QString organizationId;
    QString organizationName; ///< empty where the server did not say
    QString userId; ///< who made it
    QString userEmail;
    QString name;
    QString description;
    QString phoneNumber; ///< E.164; empty: none
    QString llmProvider; ///< "openai", "groq", …
    QString model; ///< of the language model
    bool active = true;
    QDateTime createdAt; ///< UTC
    QDateTime updatedAt; ///< UTC
    /// Everything by its API name, as it was read: "llm_provider_config", "tts_settings", "first_message", …. Secrets
    /// in it are masked by the server.
    QJsonObject members = {};
};

/// The value at a dotted path of an object; Undefined where there is none.
QJsonValue valueAt(const QJsonObject &object, const QString &path);
/// Puts a value at a dotted path, making the objects on the way.
void setValueAt(QJsonObject &object, const QString &path, const QJsonValue &value);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/providers/provider.h"

#include <QJsonObject>

#include <memory>

namespace providers
{
/// What was used of a provider's service.
struct UsageAmounts {
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 tokens = 0; ///< where the caller does not tell the two apart
    qint64 microMinutes = 0; ///< millionths of a minute of audio or of a call
    qint64 characters = 0; ///< spoken
};

/// What is wrong: field (dotted path) → a sentence.
using Complaints = QMap<QString, QString>;

/// The providers, their models, voices, parameters and prices: resources/providers.json, the one source that settings
/// are validated with, forms are drawn from and usage is priced by. Immutable; any thread.
class Registry
{
public:
    /// The registry this program was built with.
    static Result<std::shared_ptr<const Registry>> builtIn();
    /// From the text of such a file. InternalError; the message names the first place that is wrong.
    static Result<std::shared_ptr<const Registry>> read(const QByteArray &json);

    const QList<Provider> &providers() const { return m_providers; }
    const Provider *provider(QStringView name) const; ///< null: unknown
    QStringList names() const;
    QStringList namesOf(Kind kind) const;
    const QList<Group> &groups() const { return m_groups; }
    const Group *group(QStringView name) const; ///< null: unknown
    QString defaultProvider(Kind kind) const { return m_defaults.value(kind); }
    const QString &currency() const { return m_currency; } ///< "USD"

    /// The fields of a group that hold for a provider; of a group without a kind, its own.
    QList<Field> fields(const Group &group, QStringView provider) const;

    /// Adds what is wrong with a group's settings, under `path` ("tts_settings"). `provider`: of a group with a kind;
    /// an unknown one is the caller's to complain of and nothing is checked.
    void check(const Group &group, QStringView provider, const QJsonObject &settings, const QString &path,
               Complaints &complaints) const;
    /// The settings with the required fields that are missing set to their standards.
    QJsonObject completed(const Group &group, QStringView provider, const QJsonObject &settings) const;

    /// In US dollars. Without a model, the provider's default one of each kind that the amounts are of; what a model
    /// has no price for is free. Tokens that are not told apart count as three of input to one of output. Each price is
    /// rounded once to a nano-dollar, half to even. Nothing: the provider or its model is not known.
    std::optional<Money> price(QStringView provider, QStringView model, const UsageAmounts &amounts) const;

private:
    friend class RegistryReader;
    Registry() = default;

    QString m_currency;
    QMap<Kind, QString> m_defaults;
    QList<Group> m_groups;
    QList<Provider> m_providers;
};
}

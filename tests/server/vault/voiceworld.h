// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/agents/agentroutes.h"
#include "server/vault/vaultroutes.h"
#include "tests/server/identity/identityworld.h"

#include <list>

/// Keys in memory; saving can be made to fail.
class MemoryKeySource : public vault::KeySource
{
public:
    Result<vault::Keyring> load() override { return vault::Keyring::parse(text); }
    Result<Done> save(const vault::Keyring &keys) override
    {
        if (isReadOnly)
            return ErrorCode::ServiceUnavailable;
        text = keys.toText().view().toByteArray();
        ++saves;
        return Done{};
    }
    QString description() const override { return QStringLiteral("memory"); }

    QByteArray text;
    bool isReadOnly = false;
    int saves = 0;
};

/// A world with the routes of agents and provider keys.
class VoiceWorld
{
public:
    /// `providerUrls`: where providers are asked, instead of at their own addresses.
    explicit VoiceWorld(identity::IdentitySettings settings = {}, const QHash<QString, QUrl> &providerUrls = {});
    ~VoiceWorld();

    IdentityWorld &operator*() { return *m_world; }
    IdentityWorld *operator->() { return m_world.get(); }

    /// Makes a user in the organisation of another one, as a member; before either signs in.
    QString makeMember(const QString &email, const QString &ownerEmail);
    Reply send(http::Method method, const QByteArray &path, const QByteArray &token, const QJsonObject &body = {},
               const http::Headers &headers = {});
    /// Every text and value that the database holds of agents, keys and kept answers, for looking for secrets.
    QByteArray everyValue();

    std::shared_ptr<MemoryKeySource> source = std::make_shared<MemoryKeySource>();
    std::shared_ptr<const providers::Registry> registry;
    std::shared_ptr<vault::Vault> vault;
    std::shared_ptr<vault::KeyUsage> usage;

private:
    std::list<agents::AgentContext> m_agents;
    std::list<vault::VaultContext> m_vaults;
    std::unique_ptr<IdentityWorld> m_world;
};

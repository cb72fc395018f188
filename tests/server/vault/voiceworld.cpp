// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/vault/voiceworld.h"

using namespace Qt::StringLiterals;

VoiceWorld::VoiceWorld(identity::IdentitySettings settings, const QHash<QString, QUrl> &providerUrls)
{
    const auto loaded = providers::Registry::builtIn();
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
    registry = *loaded;
    MoreRoutes more;
    more.components = agents::agentComponents() + vault::vaultComponents();
    more.routes = [this, providerUrls](const WorldParts &parts) {
        if (!vault) {
            auto opened = vault::Vault::open(parts.reads, source, parts.clock());
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            vault = *opened;
            usage = std::make_shared<vault::KeyUsage>(parts.writer, vault);
        }
        m_agents.push_back({parts.reads, parts.writer, vault, registry, parts.settings, parts.clock});
        m_vaults.push_back({.reads = parts.reads,
                            .writer = parts.writer,
                            .vault = vault,
                            .usage = usage,
                            .registry = registry,
                            .providerUrls = providerUrls,
                            .clock = parts.clock,
                            .probeTimeout = std::chrono::milliseconds(500)});
        return agents::agentRoutes(m_agents.back()) + vault::vaultRoutes(m_vaults.back());
    };
    m_world = std::make_unique<IdentityWorld>(std::move(settings), std::move(more));
}

VoiceWorld::~VoiceWorld()
{
    usage->flush(); // while there is a writer
    m_world.reset();
}

QString VoiceWorld::makeMember(const QString &email, const QString &ownerEmail)
{
    const QString id = m_world->makeUser(email);
    m_world->execute(u"UPDATE users SET organization_role = 'member', organization_id = "
                     "(SELECT w.organization_id FROM users w WHERE w.email = ?) WHERE id = ?"_s,
                     {ownerEmail, id});
    return id;
}

Reply VoiceWorld::send(http::Method method, const QByteArray &path, const QByteArray &token, const QJsonObject &body,
                       const http::Headers &headers)
{
    return m_world->send({.method = method, .path = path, .body = body, .token = token, .headers = headers});
}

QByteArray VoiceWorld::everyValue()
{
    QByteArray all;
    for (const QString &sql :
         {u"SELECT llm_provider_config || tts_settings || stt_settings || search_text FROM agents"_s,
          u"SELECT provider || fingerprint || last4 || test_message FROM provider_keys"_s,
          u"SELECT sealed FROM vault_secrets"_s, u"SELECT answer FROM idempotency_keys WHERE answer IS NOT NULL"_s}) {
        auto rows = m_world->query(sql);
        if (!rows)
            qFatal("%s", qPrintable(rows.error().log));
        while (rows->next())
            all += rows->bytes(0) + rows->text(0).toUtf8();
    }
    return all;
}

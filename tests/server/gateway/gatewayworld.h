// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/gatewayroutes.h"
#include "tests/server/gateway/fakeprovider.h"
#include "tests/server/identity/identityworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Nothing has a price but what the registry knows.
class NoPrices : public usage::Prices
{
public:
    bool knows(const QString &) const override { return false; }
    Money cost(const QString &, const QString &, const usage::Amounts &) const override { return {}; }
};

/// A world whose gateway asks a fake provider, with an agent of each provider: "agent_openai", ….
struct GatewayWorld {
    explicit GatewayWorld(FakeProvider::Script script)
        : provider(std::move(script))
        , registry(*providers::Registry::builtIn())
        , world({}, more())
    {
        ada = world.makeUser(u"ada@example.com"_s);
        token = world.tokenOf(u"ada@example.com"_s);
    }

    MoreRoutes more()
    {
        return {.routes =
                    [this](const WorldParts &parts) {
                        contexts.push_back(std::make_unique<gateway::GatewayContext>(gateway::GatewayContext{
                            .reads = parts.reads,
                            .writer = parts.writer,
                            .settings = parts.settings,
                            .registry = registry,
                            .prices = std::make_shared<NoPrices>(),
                            .agent = [this](const QString &, const QString &user,
                                            const QString &id) -> Result<gateway::AgentModel> {
                                if (user != ada || !id.startsWith(u"agent_"))
                                    return ErrorCode::ResourceNotFound;
                                return gateway::AgentModel{id.mid(6), config, u"Be brief."_s, active};
                            },
                            .key = [this](const QString &, const QString &,
                                          const QString &) -> Result<gateway::ProviderKey> {
                                if (key.isEmpty())
                                    return ErrorCode::ResourceNotFound;
                                return gateway::ProviderKey{key};
                            },
                            .keyUsed = [this](const QString &, const QString &) { ++keyUses; },
                            .providerUrls = urls(),
                            .clock = parts.clock,
                            .limits = {.connect = 5s, .idle = idle, .total = 20s, .pause = 1ms, .longestPause = 2s},
                            .unwritten = {.pause = 1ms},
                            .ledger = ledger}));
                        context = contexts.front().get();
                        return gateway::gatewayRoutes(*contexts.back());
                    },
                .components = gateway::gatewayComponents()};
    }
    QHash<QString, QUrl> urls() const
    {
        QHash<QString, QUrl> all;
        for (const auto &name : {u"openai"_s, u"groq"_s, u"xai"_s, u"anthropic"_s, u"gemini"_s})
            all.insert(name, provider.url());
        return all;
    }
    Reply say(const QString &agent, const QJsonObject &body = {{u"message"_s, u"Hallo"_s}})
    {
        return world.post("/api/v1/agents/agent_" + agent.toLatin1() + "/messages", body, token);
    }
    Reply complete(const QJsonObject &body) { return world.post("/v1/chat/completions", body, token); }
    /// While it is held, no usage can be written, and nobody waits for that.
    std::unique_ptr<store::Transaction> holdDatabase()
    {
        const bool sqlite = world.database().engine == store::Engine::Sqlite;
        const QString hasty = sqlite ? u"PRAGMA busy_timeout = 1"_s : u"SET lock_timeout = '1ms'"_s;
        const auto set
            = context->writer.submit<Done>([hasty](store::Connection &c) { return c.executeOnce(hasty); }).result();
        auto held = std::make_unique<store::Transaction>(world.connection());
        const auto locked
            = sqlite ? Done{} : world.connection().executeOnce(u"LOCK TABLE usage_events IN EXCLUSIVE MODE"_s);
        if (!set || !held->isOpen() || !locked)
            qFatal("the database cannot be held");
        return held;
    }
    qint64 recordedTokens() { return world.number(u"SELECT COALESCE(SUM(tokens), -1) FROM usage_events"_s); }

    FakeProvider provider;
    std::shared_ptr<const providers::Registry> registry;
    std::shared_ptr<usage::QuotaLedger> ledger = std::make_shared<usage::QuotaLedger>();
    std::vector<std::unique_ptr<gateway::GatewayContext>> contexts; // a worker's each; they outlive the world's engines
    gateway::GatewayContext *context = nullptr; // the first one's
    std::chrono::milliseconds idle{10s};
    QJsonObject config{{u"temperature"_s, 0.5}, {u"max_tokens"_s, 100}};
    QByteArray key = "sk-secret-secret";
    bool active = true;
    int keyUses = 0;
    IdentityWorld world;
    QString ada;
    QByteArray token;
};

inline FakeProvider::Script always(const QByteArray &bytes, bool close = false)
{
    return [bytes, close](int, QTcpSocket &socket) {
        socket.write(bytes);
        if (close)
            socket.disconnectFromHost();
    };
}

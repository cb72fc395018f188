// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/application.h"

#include "server/accesskeys/accesskeyroutes.h"
#include "server/accesskeys/keyauthenticator.h"
#include "server/agents/agentroutes.h"
#include "server/api/engine.h"
#include "server/api/openapi.h"
#include "server/api/shared.h"
#include "server/audit/upkeep.h"
#include "server/auditlog/auditlogroutes.h"
#include "server/auditparts.h"
#include "server/calls/callsroutes.h"
#include "server/datafolder.h"
#include "server/gatewayparts.h"
#include "server/idempotency/idempotencystore.h"
#include "server/identity/hmac.h"
#include "server/identity/identityroutes.h"
#include "server/identity/registration.h"
#include "server/identity/sessionauthenticator.h"
#include "server/identityparts.h"
#include "server/legacy/legacyroutes.h"
#include "server/legacyparts.h"
#include "server/listening.h"
#include "server/monitoring/monitoringroutes.h"
#include "server/organizations/organizationroutes.h"
#include "server/performance/healthscore.h"
#include "server/performance/performanceroutes.h"
#include "server/store/migrator.h"
#include "server/store/readpool.h"
#include "server/store/writer.h"
#include "server/usage/registryprices.h"
#include "server/usage/usageroutes.h"
#include "server/vault/vaultroutes.h"
#include "server/versions/versionroutes.h"

#include <QFile>
#include <QTimer>
#include <QUrl>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr std::chrono::milliseconds StopTime = 8s; ///< of the 10 s in which a stop must be over
constexpr auto OthersNotice = 5s; ///< how long what another server changed may still be remembered as it was

/// What all workers share. Made before the first worker, gone after the last.
struct SharedParts {
    Config config;
    store::Database database;
    api::Settings settings;
    std::shared_ptr<api::Shared> api; // this and the next before the writer, whose thread empties them
    identity::PrincipalCache principals;
    std::unique_ptr<store::Writer> writer;
    std::unique_ptr<store::ReadPool> longReads;
    std::shared_ptr<auditlog::ChainCheck> chainCheck; // after the pool, which it reads with
    qint64 startedMs = 0;
    accesskeys::KeyCache accessKeys{principals};
    identity::PasswordHasher hasher;
    std::shared_ptr<const identity::SigningKeys> keys;
    std::shared_ptr<const identity::IdentitySettings> identitySettings;
    std::shared_ptr<const providers::Registry> registry;
    std::shared_ptr<const usage::Prices> prices;
    std::shared_ptr<usage::QuotaLedger> quotaLedger = std::make_shared<usage::QuotaLedger>();
    std::shared_ptr<vault::Vault> vault;
    std::shared_ptr<const audit::Reverters> reverters = std::make_shared<audit::Reverters>();
    std::shared_ptr<vault::KeyUsage> keyUsage; // before the writer, which it writes with
    std::unique_ptr<versions::VersionKeeper> versions; // the same
    std::atomic<bool> stopping = false;

    void openReads()
    {
        longReads = std::make_unique<store::ReadPool>(database);
        chainCheck = std::make_shared<auditlog::ChainCheck>(*longReads);
    }

    /// Another server may share a PostgreSQL database, and end a session or revoke a key.
    void rememberBriefly()
    {
        principals.setLifetime(OthersNotice);
        accessKeys.setLifetime(OthersNotice);
    }

    /// A command, `voxdeskd user password` say, changed the database beside this server.
    void forgetAll()
    {
        principals.evictEverybody();
        api->cache().changed(api::AllTags);
    }

    void keepVersions()
    {
        versions = std::make_unique<versions::VersionKeeper>(*writer, api);
        api->setCallCounters([this](const QList<api::Route> &routes) { return versions->makeCounter(routes); });
    }
};

api::Settings engineSettings(const Config &config)
{
    api::Settings settings;
    settings.development = config.development;
    if (const auto database = config.database(); database && database->engine == store::Engine::PostgreSql)
        settings.cacheTime = OthersNotice;
    settings.anonymousPerHour = config.anonymousPerHour;
    settings.bulkPerMinute = config.bulkPerMinute;
    settings.maxBody = config.maxBody;
    for (const QString &origin : config.corsOrigins)
        settings.corsOrigins << origin.toUtf8();
    return settings;
}

std::shared_ptr<const identity::IdentitySettings> identitySettings(const Config &config)
{
    identity::IdentitySettings settings;
    settings.registrationTiers = config.registrationTiers;
    settings.tierLimits = config.tierLimits;
    settings.requireVerifiedEmail = config.requireVerifiedEmail;
    return std::make_shared<const identity::IdentitySettings>(settings);
}

/// The providers this program was built with, and what they cost.
Result<Done> loadProviders(SharedParts &shared)
{
    const auto registry = providers::Registry::builtIn();
    if (!registry)
        return registry.error();
    shared.registry = *registry;
    shared.prices = std::make_shared<const usage::RegistryPrices>(*registry);
    return Done{};
}

QList<api::Component> components()
{
    return identity::identityComponents() + monitoring::monitoringComponents() + accesskeys::accessKeyComponents()
        + organizations::organizationComponents() + agents::agentComponents() + vault::vaultComponents()
        + calls::callComponents() + performance::performanceComponents() + gateway::gatewayComponents()
        + legacy::legacyComponents() + auditlog::auditLogComponents() + versions::versionComponents();
}

/// One worker's own: its connection, the capabilities over it, and the engine that calls them.
class Worker : public http::Handler
{
public:
    /// Null, with the reason in the log, when the database cannot be opened.
    static std::unique_ptr<Worker> make(SharedParts &shared)
    {
        auto connection = store::Connection::open(shared.database);
        if (!connection) {
            qWarning("a worker cannot open the database: %s", qUtf8Printable(connection.error().message));
            return nullptr;
        }
        std::unique_ptr<Worker> worker(new Worker(shared, std::move(*connection)));
        QList<api::Route> routes = worker->routes();
        routes += api::openApiRoutes(shared.settings, shared.api, routes, components());
        auto engine = api::Engine::make(shared.settings, shared.api, routes, components(), &worker->m_authenticator);
        if (!engine)
            qFatal("a route is declared wrongly: %s", qUtf8Printable(engine.error().message));
        worker->m_engine = std::move(*engine);
        return worker;
    }

    http::BodyPolicy bodyPolicy(const http::Request &head) const override { return m_engine->bodyPolicy(head); }
    http::Reply handle(http::Request request) override { return m_engine->handle(std::move(request)); }
    http::Response refuse(int status, const http::Request &partial) const override
    {
        return m_engine->refuse(status, partial);
    }

    QList<api::Route> routes()
    {
        return identity::identityRoutes(m_identity) + monitoring::monitoringRoutes(m_monitoring)
            + accesskeys::accessKeyRoutes(m_identity, m_accessKeys) + organizations::organizationRoutes(m_identity)
            + usage::usageRoutes(m_usage) + agents::agentRoutes(m_agents) + vault::vaultRoutes(m_vault)
            + calls::callRoutes(m_calls) + performance::performanceRoutes(m_performance)
            + gateway::gatewayRoutes(m_gateway) + legacy::legacyRoutes(m_legacy) + auditlog::auditLogRoutes(m_auditLog)
            + versions::versionRoutes(m_versions);
    }

private:
    Worker(SharedParts &shared, std::unique_ptr<store::Connection> connection)
        : m_connection(std::move(connection))
        , m_identity{.reads = *m_connection,
                     .writer = *shared.writer,
                     .cache = shared.principals,
                     .hasher = shared.hasher,
                     .keys = shared.keys,
                     .settings = shared.identitySettings,
                     .clock = shared.api->clock(),
                     .secrets = twoFactorSecrets(shared.vault)}
        , m_accessKeys(shared.accessKeys)
        , m_sessions(m_identity)
        , m_authenticator(m_identity, m_accessKeys, m_sessions)
        , m_monitoring{*m_connection,           shared.api->metrics(), m_authenticator,
                       *shared.identitySettings, shared.api->clock(), shared.startedMs,
                       shared.config.metricsToken}
        , m_usage{*m_connection, *shared.writer, shared.identitySettings, shared.prices, shared.api->clock()}
        , m_agents{*m_connection,   *shared.writer,          shared.vault,
                   shared.registry, shared.identitySettings, shared.api->clock()}
        , m_vault{.reads = *m_connection,
                  .writer = *shared.writer,
                  .vault = shared.vault,
                  .usage = shared.keyUsage,
                  .registry = shared.registry,
                  .providerUrls = shared.config.providerUrls,
                  .clock = shared.api->clock()}
        , m_calls{*m_connection, *shared.writer, shared.identitySettings, shared.prices, shared.api->clock()}
        , m_performance{*m_connection, *shared.writer, &shared.api->metrics()}
        , m_gateway(withAgentsAndKeys({.reads = *m_connection,
                                       .writer = *shared.writer,
                                       .settings = shared.identitySettings,
                                       .registry = shared.registry,
                                       .prices = shared.prices,
                                       .agent = {},
                                       .key = {},
                                       .keyUsed = {},
                                       .providerUrls = shared.config.providerUrls,
                                       .cache = &shared.api->cache(),
                                       .clock = shared.api->clock(),
                                       .ledger = shared.quotaLedger},
                                      shared.vault, shared.keyUsage))
        , m_legacy{*shared.longReads, *shared.writer, shared.identitySettings,
                   legacyAgents(shared.vault, shared.registry), shared.api->clock()}
        , m_auditLog{*m_connection, *shared.writer, shared.reverters, shared.chainCheck, shared.api->clock()}
        , m_versions{*m_connection, *shared.writer, *shared.longReads, *shared.versions, shared.api->clock()}
    {
        m_monitoring.healthScore = [this]() -> std::optional<int> {
            const auto figures = performance::readFigures(m_performance.reads, m_performance.writer.queued(),
                                                          performance::Tables::Judged);
            return figures ? std::optional(performance::healthOf(*figures).score) : std::nullopt;
        };
        m_monitoring.isStopping = [&stopping = shared.stopping] { return stopping.load(std::memory_order_relaxed); };
    }

    std::unique_ptr<store::Connection> m_connection;
    identity::IdentityContext m_identity;
    accesskeys::KeyCache &m_accessKeys;
    identity::SessionAuthenticator m_sessions;
    accesskeys::KeyAuthenticator m_authenticator;
    monitoring::MonitoringContext m_monitoring;
    usage::UsageContext m_usage;
    agents::AgentContext m_agents;
    vault::VaultContext m_vault;
    calls::CallsContext m_calls;
    performance::PerformanceContext m_performance;
    gateway::GatewayContext m_gateway;
    legacy::LegacyContext m_legacy;
    auditlog::AuditLogContext m_auditLog;
    versions::VersionContext m_versions;
    std::unique_ptr<api::Engine> m_engine;
};

Result<std::shared_ptr<api::AccessSink>> openAccessLog(const QString &where)
{
    auto file = std::make_unique<QFile>();
    bool open = false;
    if (where == u"-") {
        open = file->open(stderr, QIODevice::WriteOnly);
    } else {
        file->setFileName(where);
        open = file->open(QIODevice::WriteOnly | QIODevice::Append);
    }
    if (!open)
        return Error{.code = ErrorCode::ServiceUnavailable,
                     .message = u"The access log %1 cannot be written: %2."_s.arg(where, file->errorString())};
    return std::shared_ptr<api::AccessSink>(std::make_shared<api::AccessLog>(std::move(file)));
}
}

struct Application::Private {
    std::unique_ptr<QLockFile> lock; // first: goes last
    std::unique_ptr<SharedParts> shared = std::make_unique<SharedParts>();
    std::unique_ptr<mail::Sender> mail;
    std::unique_ptr<audit::Upkeep> auditUpkeep;
    QString setupToken;
    std::unique_ptr<http::Server> server; // last: goes first, and its workers with it

    QString keyNotice; ///< told once the server runs: what cannot start says why, and nothing else
    QString keyWarning; ///< empty: none

    Result<Done> openDatabase();
    Result<Done> openVault(store::Connection &connection);
    Result<Done> openEngine();
    Result<Done> listen();
};

Result<Done> Application::Private::openDatabase()
{
    const auto database = shared->config.database();
    if (!database)
        return database.error();
    shared->database = *database;
    shared->database.counts = std::make_shared<store::ConnectionCounts>();
    if (database->engine == store::Engine::PostgreSql)
        shared->rememberBriefly();
    auto locked = lockDatabase(shared->database);
    if (!locked)
        return locked.error();
    lock = std::move(*locked);
    auto connection = store::Connection::open(shared->database);
    if (!connection)
        return connection.error();
    if (const auto migrated = store::Migrator(**connection).migrate(); !migrated)
        return migrated.error();
    auto writer = store::Writer::start(shared->database, [shared = shared.get()] { shared->forgetAll(); });
    if (!writer)
        return writer.error();
    shared->writer = std::move(*writer);
    shared->openReads();
    shared->keepVersions();
    if (const auto loaded = shared->versions->load(**connection); !loaded)
        return loaded;
    return openVault(**connection);
}

Result<Done> Application::Private::openVault(store::Connection &connection)
{
    const auto source = vault::openKeySource(shared->config.masterKeyFile, shared->config.data);
    if (!source)
        return source.error();
    auto vault = vault::Vault::open(connection, *source, shared->api->nowMs());
    if (!vault)
        return vault.error();
    shared->vault = *vault;
    shared->keyUsage = std::make_shared<vault::KeyUsage>(*shared->writer, shared->vault);
    shared->reverters = allReverters(shared->identitySettings, shared->vault, shared->registry, shared->principals,
                                     shared->accessKeys, *shared->versions);
    auditUpkeep
        = std::make_unique<audit::Upkeep>(*shared->writer, shared->config.auditRetentionDays, shared->api->clock());
    keyNotice = u"the master key is in "_s % (*source)->description();
    keyWarning = (*source)->warning();
    return Done{};
}

Result<Done> Application::Private::openEngine()
{
    shared->settings = engineSettings(shared->config);
    shared->identitySettings = identitySettings(shared->config);
    shared->api = std::make_shared<api::Shared>(shared->settings);
    shared->startedMs = shared->api->nowMs();
    if (const auto loaded = loadProviders(*shared); !loaded)
        return loaded;
    const auto keys = identity::SigningKeys::load(shared->config.data);
    if (!keys)
        return keys.error();
    shared->keys = std::make_shared<const identity::SigningKeys>(*keys);
    shared->api->setFingerprintSecret(identity::Hmac(keys->refreshSecret()).sign("voxdesk idempotency 1"));
    if (shared->config.accessLog != u"off") {
        auto log = openAccessLog(shared->config.accessLog);
        if (!log)
            return log.error();
        shared->api->addSink(*log);
    }
    return Done{};
}

Result<Done> Application::Private::listen()
{
    shared->api->setLedger(std::make_shared<idempotency::IdempotencyStore>(*shared->writer, shared->api->clock()));
    server = std::make_unique<http::Server>(shared->config.server,
                                            [parts = shared.get()](int) { return Worker::make(*parts); });
    if (const auto port = listenOn(*server); !port)
        return port.error();
    // Only now: a server that cannot start must not end the token of the one that runs.
    const auto issue = [parts = shared.get()](store::Connection &c) {
        return identity::issueSetupToken(c, *parts->identitySettings, parts->api->nowMs());
    };
    const auto token = shared->writer->submit<QString>(issue).result();
    if (!token)
        return token.error();
    setupToken = *token;
    // Last: what cannot start sends nothing.
    auto sender = mail::Sender::start(shared->database, *shared->writer, mailTransport(shared->config),
                                      shared->api->clock(), {});
    if (!sender)
        return sender.error();
    mail = std::move(*sender);
    return Done{};
}

Application::Application(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    connect(d->server.get(), &http::Server::drained, this, &Application::finished);
}

Application::~Application() = default;

Result<std::unique_ptr<Application>> Application::start(const Config &config)
{
    auto parts = std::make_unique<Private>();
    parts->shared->config = config;
    if (const auto made = makeDataFolder(config.data); !made)
        return made.error();
    if (const auto taken = takesKeys(config.data); !taken)
        return taken.error();
    for (const auto step : {&Private::openEngine, &Private::openDatabase, &Private::listen}) {
        if (const auto done = ((*parts).*step)(); !done)
            return done.error();
    }
    qInfo("%s", qUtf8Printable(parts->keyNotice));
    if (!parts->keyWarning.isEmpty())
        qWarning("%s", qUtf8Printable(parts->keyWarning));
    return std::unique_ptr<Application>(new Application(std::move(parts)));
}

QUrl Application::url() const
{
    const Config &config = d->shared->config;
    QUrl url;
    url.setScheme(config.server.tlsKey.isEmpty() ? u"http"_s : u"https"_s);
    url.setHost(config.server.host.toString());
    url.setPort(d->server->port());
    return url;
}

QString Application::setupToken() const { return d->setupToken; }

Result<Done> Application::reloadTls() { return d->server->reloadTls(); }

void Application::stop()
{
    const auto delay = d->shared->config.stopDelay;
    const auto drain = [this, delay] { d->server->drain(StopTime - delay); };
    const bool isAskedAgain = d->shared->stopping.exchange(true); // who asks twice does not want to wait
    if (isAskedAgain || delay.count() == 0)
        drain();
    else
        QTimer::singleShot(delay, this, drain);
}

Result<QByteArray> Application::openApi()
{
    // The declarations are asked for, nothing is run: an empty database in memory does.
    Private parts;
    SharedParts &shared = *parts.shared;
    shared.database = {.name = u":memory:"_s};
    shared.api = std::make_shared<api::Shared>(shared.settings);
    shared.identitySettings = identitySettings(shared.config);
    shared.keys = std::make_shared<const identity::SigningKeys>(identity::SigningKeys::generate());
    if (const auto loaded = loadProviders(shared); !loaded)
        return loaded.error();
    auto writer = store::Writer::start(shared.database);
    if (!writer)
        return writer.error();
    shared.writer = std::move(*writer);
    shared.openReads();
    shared.keepVersions();
    const auto worker = Worker::make(shared);
    if (!worker)
        return ErrorCode::ServiceUnavailable;
    http::Request request; // what a client would be given
    request.path = "/api/openapi.json";
    const http::Reply reply = worker->handle(std::move(request));
    const auto *response = std::get_if<http::Response>(&reply);
    if (!response || response->status != 200)
        return ErrorCode::InternalError;
    return response->body;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/identity/identityworld.h"

#include "server/api/jsondocument.h"
#include "server/identity/later.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
constexpr int Patience = 60'000; // ms; sanitizers on a busy machine

store::Engine wantedEngine()
{
    return qgetenv("VOXDESK_TEST_ENGINE") == "postgresql" ? store::Engine::PostgreSql : store::Engine::Sqlite;
}

/// One for all worlds. Its connections end with the application: Qt takes their drivers away before statics end.
TestDatabases &databases()
{
    static std::unique_ptr<TestDatabases> all;
    if (!all) {
        all = std::make_unique<TestDatabases>();
        qAddPostRoutine([] { all.reset(); });
    }
    return *all;
}

store::Database counted(store::Database database)
{
    database.counts = std::make_shared<store::ConnectionCounts>();
    return database;
}

http::Response awaited(http::Reply reply)
{
    if (auto *ready = std::get_if<http::Response>(&reply))
        return std::move(*ready);
    auto future = std::get<QFuture<http::Response>>(reply);
    return QTest::qWaitFor([&] { return future.isFinished(); }, Patience) && future.resultCount() > 0
        ? future.result()
        : http::Response{0, {}, {}, {}, false};
}

/// The body, also of an answer that is streamed from a device which never waits.
QByteArray bodyOf(const http::Response &response)
{
    QByteArray body = response.body;
    QByteArray piece(4096, Qt::Uninitialized);
    for (qint64 n = 0; response.stream && (n = response.stream->read(piece.data(), piece.size())) > 0;)
        body.append(piece.constData(), n);
    return body;
}

Reply parsed(const http::Response &response)
{
    const QByteArray body = bodyOf(response);
    return {.status = response.status,
            .json = QJsonDocument::fromJson(body).object(),
            .headers = response.headers,
            .body = body};
}

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().log));
    return *std::move(result);
}
}

QString Reply::code() const
{
    const QJsonValue error = json["error"_L1];
    return error.isString() ? error.toString() : error["code"_L1].toString();
}

struct IdentityWorld::Worker {
    std::unique_ptr<store::Connection> reads;
    std::unique_ptr<identity::IdentityContext> context;
    std::unique_ptr<identity::SessionAuthenticator> authenticator;
    std::unique_ptr<api::Authenticator> more;
    std::unique_ptr<monitoring::MonitoringContext> monitoring;
    QObject scope;
    std::unique_ptr<api::Engine> engine;
};

bool hasEngine() { return databases().has(wantedEngine()); }

IdentityWorld::IdentityWorld(identity::IdentitySettings settings, MoreRoutes more)
    : m_database(counted(databases().createMigrated(wantedEngine())))
    , m_more(std::move(more))
    , m_now(std::make_shared<std::atomic<qint64>>(1'700'000'000'000))
    , m_settings(std::make_shared<identity::IdentitySettings>(std::move(settings)))
    , m_keys(std::make_shared<identity::SigningKeys>(identity::SigningKeys::generate()))
{
    m_writer = must(store::Writer::start(m_database));
    m_longReads = std::make_unique<store::ReadPool>(m_database);
    // As cheap as argon2 goes: what it costs is not tested here.
    m_hasher = std::make_unique<identity::PasswordHasher>(identity::PasswordCost{.memoryKib = 64, .passes = 1}, 2);
    const api::Settings engine{.anonymousPerHour = 1'000'000, .bulkPerMinute = 1'000'000};
    m_shared = std::make_shared<api::Shared>(engine, [now = m_now] { return now->load(); });
    addWorker();
}

IdentityWorld::~IdentityWorld() = default;

int IdentityWorld::addWorker()
{
    auto worker = std::make_unique<Worker>();
    worker->reads = must(store::Connection::open(m_database));
    worker->context
        = std::make_unique<identity::IdentityContext>(identity::IdentityContext{.reads = *worker->reads,
                                                                                .writer = *m_writer,
                                                                                .cache = m_cache,
                                                                                .hasher = *m_hasher,
                                                                                .keys = m_keys,
                                                                                .settings = m_settings,
                                                                                .clock = m_shared->clock()});
    worker->authenticator = std::make_unique<identity::SessionAuthenticator>(*worker->context);
    worker->monitoring = std::make_unique<monitoring::MonitoringContext>(
        monitoring::MonitoringContext{.reads = *worker->reads,
                                      .metrics = m_shared->metrics(),
                                      .authenticator = *worker->authenticator,
                                      .settings = *m_settings,
                                      .clock = m_shared->clock(),
                                      .startedMs = now() - 5000,
                                      .metricsToken = "scrape me"});
    m_workers.push_back(std::move(worker));
    Worker &made = *m_workers.back();
    QList<api::Route> routes;
    auto declared = identity::identityRoutes(*made.context) + monitoring::monitoringRoutes(*made.monitoring);
    const WorldParts parts{*made.reads,       *m_writer,     *m_longReads,        m_settings,
                           m_shared->clock(), *made.context, *made.authenticator, m_shared};
    if (m_more.routes)
        declared += m_more.routes(parts);
    if (m_more.authenticator)
        made.more = m_more.authenticator(parts);
    for (const api::Route &route : std::as_const(declared))
        routes << checked(route);
    const auto components = identity::identityComponents() + monitoring::monitoringComponents() + m_more.components;
    const api::Settings engine{.anonymousPerHour = 1'000'000, .bulkPerMinute = 1'000'000};
    api::Authenticator *authenticator = made.more ? made.more.get() : made.authenticator.get();
    made.engine = must(api::Engine::make(engine, m_shared, routes, components, authenticator));
    return int(m_workers.size()) - 1;
}

api::Route IdentityWorld::checked(api::Route route)
{
    if (route.answer.isEmpty())
        return route;
    const api::Route declared = route;
    QObject *scope = &m_workers.back()->scope;
    route.handle = [this, declared, scope](const api::CallPtr &call) -> api::HandlerResult {
        auto result = declared.handle(call);
        if (auto *outcome = std::get_if<api::Outcome>(&result)) {
            check(declared, *outcome);
            return std::move(*outcome);
        }
        return identity::later<api::Outcome>(std::get<QFuture<api::Outcome>>(result), scope,
                                             [this, declared](const api::Outcome &outcome) {
                                                 check(declared, outcome);
                                                 return outcome;
                                             });
    };
    return route;
}

void IdentityWorld::check(const api::Route &route, const api::Outcome &outcome)
{
    if (!outcome || outcome->stream) // a stream is not of the schema
        return;
    const auto schema = must(m_shared->schemas().compile(route.answer));
    const auto document = must(api::JsonDocument::parse(outcome->json));
    const auto complaints = schema->check(document);
    for (auto it = complaints.begin(); it != complaints.end(); ++it)
        misfits << QString::fromLatin1(route.path) + u' ' + it.key() + u": "_s + it.value();
}

http::Reply IdentityWorld::begin(const Ask &ask, int worker)
{
    http::Request request;
    request.method = ask.method;
    request.methodName = http::toText(ask.method).toByteArray();
    const qsizetype question = ask.path.indexOf('?');
    request.path = question < 0 ? ask.path : ask.path.first(question);
    request.query = question < 0 ? QByteArray() : ask.path.mid(question + 1);
    request.headers = ask.headers;
    request.client = ask.client;
    request.received = std::chrono::steady_clock::now();
    request.connection = ask.connection;
    if (!ask.token.isEmpty())
        request.headers.add("Authorization", "Bearer " + ask.token);
    if (ask.method != http::Method::Get && ask.method != http::Method::Delete) {
        request.headers.add("Content-Type", "application/json");
        request.body = QJsonDocument(ask.body).toJson(QJsonDocument::Compact);
    }
    return m_workers.at(std::size_t(worker))->engine->handle(std::move(request));
}

Reply IdentityWorld::send(const Ask &ask, int worker) { return parsed(awaited(begin(ask, worker))); }

QList<Reply> IdentityWorld::sendAll(const QList<Ask> &asks)
{
    std::vector<http::Reply> begun;
    int worker = 0;
    for (const Ask &ask : asks)
        begun.push_back(begin(ask, worker++ % int(m_workers.size())));
    QList<Reply> replies;
    for (http::Reply &reply : begun)
        replies << parsed(awaited(std::move(reply)));
    return replies;
}

Reply IdentityWorld::post(const QByteArray &path, const QJsonObject &body, const QByteArray &token)
{
    return send({.method = http::Method::Post, .path = path, .body = body, .token = token});
}

Reply IdentityWorld::get(const QByteArray &path, const QByteArray &token)
{
    return send({.path = path, .token = token});
}

std::shared_ptr<QIODevice> IdentityWorld::stream(const Ask &ask) { return awaited(begin(ask, 0)).stream; }

std::shared_ptr<QIODevice> IdentityWorld::stream(const QByteArray &path, const QJsonObject &body,
                                                 const QByteArray &token, QObject *connection)
{
    Ask ask{.method = http::Method::Post, .path = path, .body = body, .token = token};
    ask.connection = connection;
    return stream(ask);
}

QByteArray IdentityWorld::streamed(const QByteArray &path, const QJsonObject &body, const QByteArray &token)
{
    const auto device = stream(path, body, token);
    return device ? read(*device) : QByteArray();
}

QByteArray IdentityWorld::read(QIODevice &device)
{
    QByteArray all;
    // As the transport reads: nothing just now is 0, the end is -1.
    const auto ended = [&] {
        char piece[4096];
        qint64 n = 0;
        while ((n = device.read(piece, sizeof piece)) > 0)
            all.append(piece, n);
        return n < 0;
    };
    return QTest::qWaitFor(ended, Patience) ? all : QByteArray();
}

QString IdentityWorld::makeUser(const QString &email, Role role, const QString &password)
{
    const QString hash = must(m_hasher->hashNow(password));
    const identity::NewUser user{.email = email, .passwordHash = hash, .organizationName = {}, .role = role};
    const auto made = m_writer->submit<identity::UserRow>(
        [this, user](store::Connection &c) { return identity::UserStore(c, *m_settings, now()).insert(user); });
    return must(made.result()).user.id;
}

QByteArray IdentityWorld::tokenOf(const QString &email, const QString &password)
{
    const Reply in = post("/api/v1/auth/login", {{u"email"_s, email}, {u"password"_s, password}});
    return in.text("token"_L1).toLatin1();
}

store::Connection &IdentityWorld::connection()
{
    if (!m_connection)
        m_connection = must(store::Connection::open(m_database));
    return *m_connection;
}

Result<store::Rows> IdentityWorld::query(const QString &sql, const QVariantList &bindings)
{
    return m_workers.front()->reads->query(sql, bindings);
}

qint64 IdentityWorld::number(const QString &sql, const QVariantList &bindings)
{
    auto rows = must(query(sql, bindings));
    return rows.next() ? rows.integer(0) : -1;
}

void IdentityWorld::execute(const QString &sql, const QVariantList &bindings)
{
    must(m_writer->submit<qint64>([sql, bindings](store::Connection &c) { return c.execute(sql, bindings); }).result());
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What versions cost a request: finding out which one is meant, and counting the call, beside an authenticated
// GET /api/v1/users/profile through the whole engine (without a socket). Prints one line of JSON: nanoseconds here, and
// instructions as callgrind counts them where valgrind is installed. What counting adds is told by instructions where
// they are known, else by time. An -O0 build overstates both shares, since the libraries below are optimised all the
// same.
#include "server/api/engine.h"
#include "server/identity/identityroutes.h"
#include "server/identity/sessionauthenticator.h"
#include "server/store/migrator.h"
#include "server/versions/workercounts.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{
template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().log));
    return *std::move(result);
}

http::Request requestOf(http::Method method, const QByteArray &path, const QByteArray &token = {})
{
    http::Request request;
    request.method = method;
    request.methodName = http::toText(method).toByteArray();
    request.path = path;
    request.client = QHostAddress(QHostAddress::LocalHost);
    request.received = std::chrono::steady_clock::now();
    request.headers.add("Host", "voxdesk.example");
    request.headers.add("User-Agent", "acme-sync/1.4 (linux)");
    request.headers.add("Accept", "application/json");
    request.headers.add("Accept-Encoding", "gzip");
    request.headers.add("Accept-Version", "v1");
    if (!token.isEmpty())
        request.headers.add("Authorization", "Bearer " + token);
    return request;
}

/// A server without sockets and one user who is signed in.
class World
{
public:
    explicit World(bool counted)
        : m_database{.name = m_folder.filePath(u"bench.db"_s)}
        , m_connection(must(store::Connection::open(m_database)))
    {
        must(store::Migrator(*m_connection).migrate());
        m_writer = must(store::Writer::start(m_database));
        m_shared = std::make_shared<api::Shared>(api::Settings{.anonymousPerHour = 1'000'000});
        if (counted)
            m_shared->setCallCounters([this](const QList<api::Route> &routes) {
                m_counts = std::make_shared<versions::WorkerCounts>(routes);
                return m_counts;
            });
        m_context = std::make_unique<identity::IdentityContext>(identity::IdentityContext{
            .reads = *m_connection,
            .writer = *m_writer,
            .cache = m_cache,
            .hasher = m_hasher,
            .keys = std::make_shared<identity::SigningKeys>(identity::SigningKeys::generate()),
            .settings = std::make_shared<identity::IdentitySettings>(),
            .clock = m_shared->clock()});
        m_authenticator = std::make_unique<identity::SessionAuthenticator>(*m_context);
        m_engine
            = must(api::Engine::make({.anonymousPerHour = 1'000'000}, m_shared, identity::identityRoutes(*m_context),
                                     identity::identityComponents(), m_authenticator.get()));
        const QJsonObject who{{u"email"_s, u"bench@voxdesk.example"_s}, {u"password"_s, u"correct horse"_s}};
        post("/api/v1/auth/register", who);
        m_token = post("/api/v1/auth/login", who)["accessToken"_L1].toString().toLatin1();
    }

    void profile(int times)
    {
        for (int i = 0; i < times; ++i) {
            const auto reply = m_engine->handle(requestOf(http::Method::Get, "/api/v1/users/profile", m_token));
            if (std::get<http::Response>(reply).status != 200)
                qFatal("the profile was not answered");
        }
    }

private:
    QJsonObject post(const QByteArray &path, const QJsonObject &body)
    {
        http::Request request = requestOf(http::Method::Post, path);
        request.headers.add("Content-Type", "application/json");
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        http::Reply reply = m_engine->handle(std::move(request));
        if (auto *future = std::get_if<QFuture<http::Response>>(&reply)) {
            while (!future->isFinished())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            return QJsonDocument::fromJson(future->result().body).object();
        }
        return QJsonDocument::fromJson(std::get<http::Response>(reply).body).object();
    }

    QTemporaryDir m_folder;
    store::Database m_database;
    std::unique_ptr<store::Connection> m_connection;
    std::unique_ptr<store::Writer> m_writer;
    std::shared_ptr<api::Shared> m_shared;
    std::shared_ptr<versions::WorkerCounts> m_counts;
    identity::PrincipalCache m_cache;
    identity::PasswordHasher m_hasher{identity::PasswordCost{.memoryKib = 64, .passes = 1}, 1};
    std::unique_ptr<identity::IdentityContext> m_context;
    std::unique_ptr<identity::SessionAuthenticator> m_authenticator;
    std::unique_ptr<api::Engine> m_engine;
    QByteArray m_token;
};

volatile int g_sink = 0; // so that nothing is optimised away

void detect(int times)
{
    const http::Request request = requestOf(http::Method::Get, "/api/v1/users/profile", QByteArray(300, 'x'));
    for (int i = 0; i < times; ++i) {
        const api::RequestFacts facts(request.headers);
        g_sink = g_sink + int(api::chooseVersion(request.path, "page=2&version=v2", facts).version);
    }
}

void count(int times)
{
    versions::WorkerCounts counts(
        QList<api::Route>(100, {http::Method::Get, "/users/profile", api::Access::User, {}, {}}));
    api::Principal caller;
    caller.userId = u"user_01hzy3v5t1bcdefghjkmnpqrst"_s;
    caller.organizationId = u"org_01hzy3v5t1bcdefghjkmnpqrst"_s;
    const http::Request request = requestOf(http::Method::Get, "/api/v1/users/profile");
    for (int i = 0; i < times; ++i)
        counts.count({api::Version::V1, 40, 200, 1'700'000'000'000 + i, 180, &caller, request.headers});
}

void run(const QByteArray &what, int times)
{
    if (what == "detect")
        detect(times);
    else if (what == "count")
        count(times);
    else
        World(what == "profile").profile(times);
}

double nanoseconds(void (*work)(int), int times)
{
    work(times / 10);
    QElapsedTimer timer;
    timer.start();
    work(times);
    return double(timer.nsecsElapsed()) / times;
}

/// Of one request, in a world that was warmed up; a user may ask a thousand times an hour.
double profileNanoseconds()
{
    World world(true);
    world.profile(100);
    constexpr int Times = 800;
    QElapsedTimer timer;
    timer.start();
    world.profile(Times);
    return double(timer.nsecsElapsed()) / Times;
}

/// Instructions of one, as the difference of two runs. Empty: callgrind is not there.
std::optional<double> instructions(const QString &what)
{
    const auto collected = [&](int times) -> std::optional<double> {
        QProcess valgrind;
        valgrind.start(u"valgrind"_s,
                       {u"--tool=callgrind"_s, u"--callgrind-out-file=/dev/null"_s,
                        QCoreApplication::applicationFilePath(), what, QString::number(times)});
        if (!valgrind.waitForFinished(600'000) || valgrind.exitCode() != 0)
            return {};
        static const QRegularExpression line(u"Collected : (\\d+)"_s);
        const auto match = line.match(QString::fromUtf8(valgrind.readAllStandardError()));
        return match.hasMatch() ? std::optional(match.captured(1).toDouble()) : std::nullopt;
    };
    constexpr int Few = 100, Many = 900; // a user may ask a thousand times an hour
    const auto few = collected(Few);
    const auto many = few ? collected(Many) : std::nullopt;
    return many ? std::optional((*many - *few) / (Many - Few)) : std::nullopt;
}

QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(std::round(*value * 100) / 100) : QJsonValue();
}
}

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    if (argc == 3) {
        run(argv[1], std::atoi(argv[2]));
        return 0;
    }
    const double countNs = nanoseconds(count, 1'000'000);
    const double profileNs = profileNanoseconds();
    const auto counted = instructions(u"count"_s);
    const auto profile = instructions(u"profile"_s);
    const auto uncounted = instructions(u"uncounted"_s);
    const QJsonObject line{
        {u"bench"_s, u"versions"_s},
        {u"detection_ns"_s, orNull(nanoseconds(detect, 1'000'000))},
        {u"detection_instructions"_s, orNull(instructions(u"detect"_s))},
        {u"count_ns"_s, orNull(countNs)},
        {u"count_instructions"_s, orNull(counted)},
        {u"profile_ns"_s, orNull(profileNs)},
        {u"profile_instructions"_s, orNull(profile)},
        {u"uncounted_instructions"_s, orNull(uncounted)},
        {u"count_percent"_s, orNull((profile && uncounted ? *profile / *uncounted - 1 : countNs / profileNs) * 100)}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    return 0;
}

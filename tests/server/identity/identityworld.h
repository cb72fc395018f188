// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/engine.h"
#include "server/identity/identityroutes.h"
#include "server/identity/sessionauthenticator.h"
#include "server/identity/userstore.h"
#include "server/monitoring/monitoringroutes.h"
#include "server/store/readpool.h"
#include "tests/server/store/testdatabase.h"

#include <QJsonArray>
#include <QJsonObject>

#include <atomic>
#include <functional>

struct Reply {
    int status = 0;
    QJsonObject json;
    http::Headers headers;
    QByteArray body;

    QString code() const; ///< of the error, in whichever style
    QJsonObject data() const { return json.value(QLatin1StringView("data")).toObject(); }
    QString text(QLatin1StringView name) const { return json.value(name).toString(); }
};

struct Ask {
    http::Method method = http::Method::Get;
    QByteArray path = {}; ///< with its query
    QJsonObject body = {};
    QByteArray token = {};
    QHostAddress client = QHostAddress(QStringLiteral("198.51.100.7"));
    http::Headers headers = {};
    QPointer<QObject> connection = {}; ///< what is destroyed when the client leaves
};

/// What a capability beyond identity and monitoring gets of the world, one a worker.
struct WorldParts {
    store::Connection &reads;
    store::Writer &writer;
    store::ReadPool &longReads;
    std::shared_ptr<const identity::IdentitySettings> settings;
    api::Clock clock;
    identity::IdentityContext &context;
    api::Authenticator &sessions; ///< what recognises users
    std::shared_ptr<api::Shared> shared; ///< of all workers
};

/// More routes for a world. What they need besides is the function's to keep.
struct MoreRoutes {
    std::function<QList<api::Route>(const WorldParts &)> routes = {};
    QList<api::Component> components = {};
    /// What recognises callers instead of `sessions` alone.
    std::function<std::unique_ptr<api::Authenticator>(const WorldParts &)> authenticator = {};
};

/// A server without sockets: a real database, the real engine, one worker or more. Every answer of a handler is checked
/// against its route's schema; what does not fit is in `misfits`. The clock stands still unless moved.
class IdentityWorld
{
public:
    explicit IdentityWorld(identity::IdentitySettings settings = {}, MoreRoutes more = {});
    ~IdentityWorld();

    /// One more worker, with its own connection and engine; answers its number.
    int addWorker();
    Reply send(const Ask &ask, int worker = 0);
    /// All under way at once, round robin over the workers.
    QList<Reply> sendAll(const QList<Ask> &asks);

    Reply post(const QByteArray &path, const QJsonObject &body, const QByteArray &token = {});
    Reply get(const QByteArray &path, const QByteArray &token = {});
    /// The device of a streamed answer; null: it is not streamed. Dropping it is the client's leaving.
    std::shared_ptr<QIODevice> stream(const Ask &ask);
    std::shared_ptr<QIODevice> stream(const QByteArray &path, const QJsonObject &body, const QByteArray &token,
                                      QObject *connection = nullptr);
    /// What is left of it to its end; empty: it did not end.
    QByteArray read(QIODevice &device);
    /// All of a streamed answer.
    QByteArray streamed(const QByteArray &path, const QJsonObject &body, const QByteArray &token);

    QString makeUser(const QString &email, Role role = Role::User,
                     const QString &password = QStringLiteral("correct horse"));
    QByteArray tokenOf(const QString &email, const QString &password = QStringLiteral("correct horse"));
    void pass(std::chrono::milliseconds time) { *m_now += time.count(); }
    qint64 now() const { return *m_now; }
    Result<store::Rows> query(const QString &sql, const QVariantList &bindings = {});
    qint64 number(const QString &sql, const QVariantList &bindings = {});
    void execute(const QString &sql, const QVariantList &bindings = {});

    identity::PasswordHasher &hasher() { return *m_hasher; }
    identity::SigningKeys keys() const { return *m_keys; }
    /// One of the test's own, apart from the server's, opened when it is first asked for.
    store::Connection &connection();
    quint64 userChanges() const { return m_cache.userChanges(); } ///< how often workers were told to forget
    const store::Database &database() const { return m_database; }
    const identity::IdentitySettings &settings() const { return *m_settings; }
    QStringList misfits;

private:
    struct Worker;
    api::Route checked(api::Route route);
    void check(const api::Route &route, const api::Outcome &outcome);
    http::Reply begin(const Ask &ask, int worker);

    store::Database m_database;
    const MoreRoutes m_more;
    std::shared_ptr<std::atomic<qint64>> m_now;
    std::shared_ptr<const identity::IdentitySettings> m_settings;
    std::shared_ptr<const identity::SigningKeys> m_keys;
    std::unique_ptr<store::Connection> m_connection; ///< null until asked for
    std::unique_ptr<store::Writer> m_writer;
    std::unique_ptr<store::ReadPool> m_longReads;
    std::unique_ptr<identity::PasswordHasher> m_hasher;
    identity::PrincipalCache m_cache;
    std::shared_ptr<api::Shared> m_shared;
    std::vector<std::unique_ptr<Worker>> m_workers;
};

/// False where VOXDESK_TEST_ENGINE asks for an engine that this machine does not have.
bool hasEngine();

// SPDX-License-Identifier: GPL-3.0-or-later
// An engine over made-up routes, without a socket.
#pragma once

#include "server/api/engine.h"
#include "server/api/memoryledger.h"

#include <QHash>
#include <QJsonObject>

/// Knows callers by token: "Bearer ada" (user of org A), "bob" (user of org B), "root" (admin), "help" (support),
/// "member" (not an owner), "key-read" and "key-write" (access keys), "old" (expired).
class FakeAuthenticator : public api::Authenticator
{
public:
    FakeAuthenticator();
    Result<api::Principal> authenticate(const http::Request &request) override;
    QHash<QByteArray, api::Principal> callers;
};

struct RequestParts {
    QByteArray method = "GET";
    QByteArray target;
    QByteArray token = {};
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray client = "192.0.2.1";
};

/// Routes cover every kind of declaration; `things` counts how often their handlers ran.
class EngineFixture
{
public:
    explicit EngineFixture(api::Settings settings = {}, const QList<api::Route> &more = {});

    http::Response send(const RequestParts &parts);
    /// GET as `token`.
    http::Response get(const QByteArray &target, const QByteArray &token = {},
                       const QList<std::pair<QByteArray, QByteArray>> &headers = {});
    static http::Request request(const RequestParts &parts);
    std::unique_ptr<api::Engine> engine();

    api::Settings settings;
    qint64 nowMs = 1'704'067'200'000; ///< 2024-01-01T00:00:00Z
    QList<api::Route> routes;
    QList<api::Component> components;
    FakeAuthenticator authenticator;
    std::shared_ptr<api::Shared> shared;
    std::unique_ptr<api::Engine> worker;
    int listed = 0; ///< runs of GET /things
    int created = 0; ///< runs of POST /things
    QHash<QString, std::optional<Error>> refusals; ///< what POST /things answers to a name
    std::function<void()> whileListing; ///< runs inside GET /things, before it answers
    std::shared_ptr<QPromise<api::Outcome>> pending; ///< of POST /slow

private:
    void declareRoutes();
};

inline const QByteArray GoodThing = R"({"name":"n","email":"ada@example.com"})"; ///< a body that POST /things takes

QByteArray header(const http::Response &response, const char *name);
QJsonObject json(const http::Response &response);
/// The code of an error in any rendering.
QString codeOf(const http::Response &response);

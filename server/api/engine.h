// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/gate.h"
#include "server/api/responder.h"

#include <QObject>

namespace api
{
/// The contract engine: routes a request to its declaration, and does everything the declaration says before and after
/// the handler. One a worker; made, used and destroyed on that worker's thread, which needs an event loop when handlers
/// answer with futures. For HEAD the response has the body that GET would have: the transport leaves it out.
///
/// In this order: version and route (400, 404, 405, 410), caller and budget (401, 429), permission (403), response
/// cache, query (400), body (400, 413, 415, 422), idempotency (409), handler.
class Engine : public http::Handler
{
    Q_DISABLE_COPY_MOVE(Engine)
public:
    /// Error: a route or component that is declared wrongly. `authenticator` must outlive the engine; it may be null
    /// when every route is public.
    static Result<std::unique_ptr<Engine>> make(const Settings &settings, std::shared_ptr<Shared> shared,
                                                const QList<Route> &routes, const QList<Component> &components,
                                                Authenticator *authenticator);
    ~Engine() override;

    http::BodyPolicy bodyPolicy(const http::Request &head) const override;
    http::Reply handle(http::Request request) override;
    http::Response refuse(int status, const http::Request &partial) const override;

private:
    Engine(const Settings &settings, std::shared_ptr<Shared> shared, Authenticator *authenticator);
    Result<Done> addRoutes(const QList<Route> &routes);

    // The stages. One that answers a response ends the request.
    using Early = std::optional<http::Response>;
    ExchangePtr open(http::Request request) const;
    Early route(Exchange &exchange) const;
    Early place(Exchange &exchange, const Router &router, QByteArrayView path) const;
    Early refusedVersion(Exchange &exchange) const;
    Early cached(Exchange &exchange) const;
    Early read(Exchange &exchange) const;

    http::Reply runOnce(const ExchangePtr &exchange);
    http::Reply run(const ExchangePtr &exchange);
    http::Reply claimed(const ExchangePtr &exchange, const Result<IdempotencyClaim> &claim);
    http::Reply settle(const ExchangePtr &exchange, Outcome outcome);
    http::Response complete(Exchange &exchange, const Outcome &outcome) const;
    http::Response success(Exchange &exchange, const Answer &answer) const;
    http::Response render(const Exchange &exchange, const Answer &answer, const QByteArray &pagination,
                          const QByteArray &tag) const;
    http::Response failed(const Exchange &exchange, const Error &error) const;

    template<typename T, typename Next>
    http::Reply after(const QFuture<T> &future, Next next);

    Settings m_settings;
    std::shared_ptr<Shared> m_shared;
    Gate m_gate;
    Responder m_responder;
    Router m_api; ///< below /api
    Router m_plain; ///< everything else, and what stands under /api without a version
    mutable quint64 m_requests; ///< random at the start; makes request ids
    std::unique_ptr<QObject> m_context; ///< what waits for futures dies with the engine
};
}

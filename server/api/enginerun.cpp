// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of Engine: from the handler to the response.
#include "models/domain/async.h"
#include "server/api/engine.h"
#include "server/api/entitytag.h"
#include "server/api/envelope.h"
#include "server/api/fingerprint.h"
#include "server/api/storedanswer.h"
#include "server/http/contentcoding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
/// What a repetition of a request gets whose answer held a secret.
Error secretNotKept()
{
    return {
        ErrorCode::ResourceConflict,
        u"The first request with this Idempotency-Key succeeded. Its answer held a secret, which is not kept. If it "
        "did not reach you, remove or replace what was made, with a new Idempotency-Key."_s};
}

/// What a repetition of a request gets that was answered by a stream: to run it once more would be billed once more.
Error streamNotKept()
{
    return {ErrorCode::ResourceConflict,
            u"The first request with this Idempotency-Key ran and was streamed; its answer is not kept. To run it once "
            "more, use a new Idempotency-Key."_s};
}

/// What is remembered of an answer.
api::Outcome keptOf(const api::Outcome &outcome, const api::Route &route)
{
    if (outcome && outcome->stream)
        return streamNotKept();
    if (outcome && repeatOf(route) == api::Repeat::Refused)
        return secretNotKept();
    return outcome;
}

/// Whether the same request would be answered so again: not what passes by itself or when the person has proved that
/// they are there.
bool isLasting(const api::Outcome &outcome)
{
    if (outcome)
        return true;
    const Error &error = outcome.error();
    const int status = info(error.code).status;
    return status < 500 && status != 429 && error.retryAfterSeconds <= 0 && error.code != ErrorCode::StepUpRequired;
}

bool takesGzip(const http::Headers &headers)
{
    return std::ranges::any_of(headers, [](const auto &field) {
        return field.first.compare("Accept-Encoding", Qt::CaseInsensitive) == 0 && http::acceptsGzip(field.second);
    });
}
}

namespace api
{
/// What `next` makes of the future's result: at once when it is there already, else once it is.
template<typename T, typename Next>
http::Reply Engine::after(const QFuture<T> &future, Next next)
{
    if (future.isFinished() && future.resultCount() > 0)
        return next(future.result());
    auto promise = std::make_shared<QPromise<http::Response>>();
    promise->start();
    const auto deliver = [promise](const http::Response &response) {
        promise->addResult(response);
        promise->finish();
    };
    whenDone(future, m_context.get(), [this, deliver, next](const T &result) {
        http::Reply reply = next(result);
        if (auto *response = std::get_if<http::Response>(&reply))
            deliver(*response);
        else
            whenDone(std::get<QFuture<http::Response>>(reply), m_context.get(), deliver);
    });
    return promise->future();
}

http::Reply Engine::runOnce(const ExchangePtr &exchange)
{
    const Route &route = exchange->endpoint->route;
    const QByteArrayView key = exchange->facts.idempotencyKey;
    if (key.isNull() || repeatOf(route) == Repeat::Runs || !m_shared->ledger())
        return run(exchange);
    if (!isSaneIdempotencyKey(key)) {
        http::Response response = failed(
            *exchange, {ErrorCode::BadRequest, u"Idempotency-Key must be 1 to 255 visible ASCII characters."_s});
        m_responder.finish(*exchange, response);
        return response;
    }
    const QByteArray scope = exchange->caller ? idOf(*exchange->caller) : scopeOf(exchange->request().client);
    exchange->idempotencyKey = key.toByteArray();
    const auto claim = m_shared->ledger()->begin(scope, exchange->idempotencyKey,
                                                 fingerprintOf(*exchange->call, m_shared->fingerprintSecret()));
    return after(claim, [this, exchange, scope](const Result<IdempotencyClaim> &result) {
        if (result && result->state == IdempotencyClaim::State::Fresh)
            exchange->idempotencyScope = scope;
        return claimed(exchange, result);
    });
}

http::Reply Engine::claimed(const ExchangePtr &exchange, const Result<IdempotencyClaim> &claim)
{
    using State = IdempotencyClaim::State;
    if (claim && claim->state == State::Fresh)
        return run(exchange);
    http::Response response;
    if (!claim) {
        response = failed(*exchange, claim.error());
    } else if (claim->state == State::Done) {
        const auto first = outcomeFromBytes(claim->answer);
        const Outcome outcome = first.value_or(Error{ErrorCode::InternalError});
        response = outcome ? render(*exchange, *outcome, {}, {}) : failed(*exchange, outcome.error());
        response.headers.add("Idempotency-Replayed"_ba, "true"_ba);
    } else {
        Error error{ErrorCode::ResourceConflict};
        error.message = u"This Idempotency-Key was used for another request."_s;
        if (claim->state == State::Running) {
            error.message = u"A request with this Idempotency-Key is still running."_s;
            error.retryAfterSeconds = 1;
        }
        response = failed(*exchange, error);
    }
    m_responder.finish(*exchange, response);
    return response;
}

http::Reply Engine::run(const ExchangePtr &exchange)
{
    HandlerResult result{Outcome(ErrorCode::InternalError)};
    try {
        result = exchange->endpoint->route.handle(exchange->call);
    } catch (const std::exception &thrown) {
        Error error{ErrorCode::InternalError};
        error.log = u"A handler threw: "_s + QString::fromUtf8(thrown.what());
        result = Outcome(error);
    }
    if (auto *outcome = std::get_if<Outcome>(&result))
        return settle(exchange, std::move(*outcome));
    return after(std::get<QFuture<Outcome>>(result),
                 [this, exchange](const Outcome &outcome) { return settle(exchange, outcome); });
}

http::Reply Engine::settle(const ExchangePtr &exchange, Outcome outcome)
{
    // Before anything leaves, and whatever the outcome: a failure, too, may have changed something.
    if (exchange->endpoint->route.changes)
        m_shared->cache().changed(exchange->endpoint->route.changes);
    const auto reply = [this, exchange](const Outcome &final) {
        http::Response response = complete(*exchange, final);
        m_responder.finish(*exchange, response);
        return response;
    };
    if (exchange->idempotencyScope.isEmpty())
        return reply(outcome);
    IdempotencyLedger &ledger = *m_shared->ledger();
    if (!isLasting(outcome)) {
        ledger.abandon(exchange->idempotencyScope, exchange->idempotencyKey);
        return reply(outcome);
    }
    const auto kept = ledger.finish(exchange->idempotencyScope, exchange->idempotencyKey,
                                    toBytes(keptOf(outcome, exchange->endpoint->route)));
    // The work is done: when only its memory could not be kept, the client still gets the answer.
    return after(kept, [reply, outcome](const Result<Done> &) { return http::Reply(reply(outcome)); });
}

http::Response Engine::complete(Exchange &exchange, const Outcome &outcome) const
{
    http::Response response = outcome ? success(exchange, *outcome) : failed(exchange, outcome.error());
    if (exchange.endpoint->cacheable)
        response.headers.add("X-Cache"_ba, "MISS"_ba);
    return response;
}

http::Response Engine::success(Exchange &exchange, const Answer &answer) const
{
    const Endpoint &endpoint = *exchange.endpoint;
    const QByteArray pagination = answer.pagination ? toJson(*answer.pagination) : QByteArray();
    QByteArray tag;
    const bool hasTag
        = isTagged(endpoint.route) && answer.status == 200 && answer.contentType.isEmpty() && !answer.stream;
    if (hasTag) {
        tag = answer.headers.value("ETag"); // a handler's own
        if (tag.isEmpty())
            tag = entityTag(answer.json, pagination);
    }
    http::Response response = render(exchange, answer, pagination, tag);
    if (!hasTag || exchange.cacheKey.isEmpty() || !answer.mayBeCached)
        return response;
    CachedAnswer kept{answer, pagination, tag, exchange.generation};
    if (exchange.call->version == Version::V1 && response.status == 200) {
        kept.answer.json = response.body;
        kept.answer.wrap = Wrap::Bare;
        kept.pagination.clear();
    }
    m_shared->cache().store(exchange.cacheKey, endpoint.route.reads, std::move(kept), exchange.nowMs);
    return response;
}

http::Response Engine::render(const Exchange &exchange, const Answer &answer, const QByteArray &pagination,
                              const QByteArray &tag) const
{
    http::Response response;
    response.status = answer.status;
    response.headers = answer.headers;
    if (!tag.isEmpty()) {
        response.headers.set("ETag"_ba, tag);
        response.headers.add("Cache-Control"_ba, "private, no-cache"_ba);
    }
    const QByteArray own = tag.isEmpty() ? answer.headers.value("ETag") : tag;
    if (isRead(exchange.request().method) && !own.isEmpty() && !exchange.facts.ifNoneMatch.isNull()
        && namesTag(exchange.facts.ifNoneMatch, own, true)) {
        response.status = 304;
        return response;
    }
    if (answer.status == 204)
        return response;
    if (!answer.contentType.isEmpty()) {
        response.headers.add("Content-Type"_ba, answer.contentType);
        response.stream = answer.stream;
        const bool isPacked = !answer.gzip.isEmpty() && takesGzip(exchange.request().headers);
        response.body = isPacked ? answer.gzip : answer.json;
        if (isPacked) {
            response.headers.add("Content-Encoding"_ba, "gzip"_ba);
            response.headers.add("Vary"_ba, "Accept-Encoding"_ba);
        }
        return response;
    }
    response.headers.add("Content-Type"_ba, "application/json"_ba);
    response.stream = answer.stream;
    if (!answer.stream)
        response.body
            = wrapped(answer.json, answer.wrap, pagination,
                      {exchange.call->surface, exchange.call->version, exchange.call->requestId, exchange.nowMs});
    return response;
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/chatrun.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace gateway
{
namespace
{
Q_LOGGING_CATEGORY(lcGateway, "voxdesk.gateway")
}

QFuture<api::Outcome> ChatRun::start(const GatewayContext &context, Meter &meter, ChatOrder order, const ChatForm &form,
                                     QObject *parent)
{
    const ProviderKey key = std::exchange(order.key, {});
    auto hold = std::exchange(order.hold, {}); // outcomes are copied; this is let go in time
    auto *run = new ChatRun(context, meter, std::move(order), form, parent);
    run->m_hold = std::move(hold);
    QFuture<api::Outcome> future = run->m_promise->future();
    run->run(key);
    return future;
}

ChatRun::ChatRun(const GatewayContext &context, Meter &meter, ChatOrder order, const ChatForm &form, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_meter(meter)
    , m_form(form)
    , m_outcome{.order = std::move(order), .createdMs = context.clock()}
    , m_promise(std::make_unique<QPromise<api::Outcome>>())
    , m_startedMs(context.clock())
{
    m_promise->start();
}

void ChatRun::run(const ProviderKey &key)
{
    const ChatOrder &order = m_outcome.order;
    const providers::Provider *provider = m_context.registry->provider(order.provider);
    const Wire *wire = Wire::of(order.provider);
    if (!provider || !wire) {
        answer(Error{.code = ErrorCode::InternalError, .log = u"no wire format for "_s % order.provider});
        return deleteLater();
    }
    m_network = m_context.networks->withRoom();
    m_call = new UpstreamCall(*m_network, m_context.limits, this);
    connect(m_call, &UpstreamCall::opened, this, &ChatRun::onOpened);
    connect(m_call, &UpstreamCall::piece, this, [this](const QString &text) {
        m_said += text.size();
        if (m_device)
            m_device->add(m_form.piece(m_outcome, text));
    });
    connect(m_call, &UpstreamCall::finished, this, &ChatRun::onFinished);
    if (order.client)
        connect(order.client, &QObject::destroyed, this, &ChatRun::onClientGone);
    m_call->start(*wire, wire->encode(m_context.baseUrl(*provider), key.value, order.request), order.request.stream);
    if (key.ofOrganization && !m_over)
        m_context.keyUsed(order.organizationId, order.provider);
}

void ChatRun::onOpened()
{
    auto device = std::make_shared<EventDevice>();
    m_device = device.get();
    connect(device.get(), &QObject::destroyed, this, &ChatRun::onClientGone);
    connect(device.get(), &EventDevice::crowded, m_call, [call = m_call] { call->setPaused(true); });
    connect(device.get(), &EventDevice::roomy, m_call, [call = m_call] { call->setPaused(false); });
    device->add(m_form.opening(m_outcome));
    api::Answer streamed{
        .json = {}, .wrap = api::Wrap::Bare, .contentType = "text/event-stream; charset=utf-8", .stream = device};
    streamed.headers.add("Cache-Control", "no-store");
    streamed.headers.add("X-Accel-Buffering", "no"); // a proxy that collects it would spoil it
    answer(streamed);
}

void ChatRun::onFinished(const Result<ChatReply> &reply)
{
    if (std::exchange(m_over, true))
        return;
    m_outcome.latencyMs = m_context.clock() - m_startedMs;
    m_outcome.reply = reply ? *reply : m_call->soFar();
    m_said += m_outcome.reply.text.size();
    if (!reply && m_promise && !m_call->isServed()) { // nothing was used
        answer(reply.error());
        return deleteLater();
    }
    if (!reply && !m_promise) {
        qCWarning(lcGateway).noquote() << "an answer of" << m_outcome.order.provider << "broke off";
        if (m_device) {
            m_device->add(m_form.broken(reply.error()));
            m_device->finish();
        }
    }
    meter([this, error = reply ? std::nullopt : std::optional(reply.error())] {
        if (m_promise) {
            answer(error ? api::Outcome(*error) : api::Outcome(m_form.whole(m_outcome)));
        } else if (m_device && !error) {
            m_device->add(m_form.closing(m_outcome));
            m_device->finish();
        }
        deleteLater();
    });
}

void ChatRun::onClientGone()
{
    if (std::exchange(m_over, true))
        return;
    m_outcome.latencyMs = m_context.clock() - m_startedMs;
    m_outcome.reply = m_call->soFar();
    const bool served = m_call->isServed() || !m_promise;
    delete std::exchange(m_call, nullptr); // gives the request up
    const Error left{.code = ErrorCode::ServiceUnavailable, .message = u"The client left."_s};
    if (m_promise) { // nobody reads it, but an Idempotency-Key is free again
        answer(left);
    } else if (m_device) { // it may have ended its half only
        m_device->add(m_form.broken(left));
        m_device->finish();
    }
    if (served)
        meter([this] { deleteLater(); });
    else
        deleteLater();
}

/// What is held against the quota. A provider that does not come to say what was used, because it or the client broke
/// off, say, has worked all the same.
qint64 ChatRun::tokensUsed() const
{
    const ChatUsage &used = m_outcome.reply.usage;
    return used.inputTokens.value_or(m_outcome.order.request.promptTokens())
        + used.outputTokens.value_or(tokensIn(m_said));
}

void ChatRun::meter(std::function<void()> then)
{
    const ChatOrder &order = m_outcome.order;
    const ChatUsage &used = m_outcome.reply.usage;
    usage::Event event{.id = u"gateway:"_s % order.id,
                       .provider = order.provider,
                       .model = order.request.model,
                       .agentId = order.agentId,
                       .occurredAt = m_context.clock(),
                       .amounts = {.tokens = tokensUsed()},
                       .cost = Money()};
    if (used.inputTokens && used.outputTokens) {
        m_outcome.cost
            = m_context.registry->price(order.provider, order.request.model,
                                        {.inputTokens = *used.inputTokens, .outputTokens = *used.outputTokens});
        event.cost = m_outcome.cost.value_or(Money()); // shown as unknown, so it must not be guessed
    }
    m_meter.write({order.organizationId, order.userId, event, std::exchange(m_hold, {})}, this, std::move(then));
}

void ChatRun::answer(const api::Outcome &outcome)
{
    m_promise->addResult(outcome);
    m_promise->finish();
    m_promise.reset(); // with its copy of the device: the transport's is the only one
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/eventdevice.h"
#include "server/gateway/meter.h"

#include <QPointer>
#include <QPromise>

namespace gateway
{
/// Who asks whom for what.
struct ChatOrder {
    QString id; ///< of this request, for the usage event
    QString organizationId;
    QString userId;
    QString agentId; ///< empty: none
    QString provider;
    ProviderKey key;
    ChatRequest request;
    QPointer<QObject> client = {}; ///< destroyed when who asks leaves; null: nobody tells
    std::shared_ptr<void> hold = {}; ///< of the user's quota, until what was used is written
};

/// How a request ended.
struct ChatOutcome {
    ChatOrder order; ///< without the key and the hold
    ChatReply reply = {};
    std::optional<Money> cost = {}; ///< empty: the provider did not say what was used, or nobody knows the price
    qint64 createdMs = 0; ///< UTC
    qint64 latencyMs = 0; ///< until the answer was whole

    QString model() const { return reply.model.isEmpty() ? order.request.model : reply.model; }
};

/// How an answer is written for a client.
class ChatForm
{
public:
    virtual ~ChatForm() = default;
    virtual api::Answer whole(const ChatOutcome &outcome) const = 0;
    // Of a streamed one, as server-sent events.
    virtual QByteArray opening(const ChatOutcome &soFar) const = 0;
    virtual QByteArray piece(const ChatOutcome &soFar, const QString &text) const = 0;
    virtual QByteArray closing(const ChatOutcome &outcome) const = 0;
    virtual QByteArray broken(const Error &error) const = 0;
};

/// One request on its way through the gateway: asked upstream, metered by what the provider reports and, where it does
/// not, by an estimate, answered. Deletes itself. On the worker's thread.
class ChatRun : public QObject
{
    Q_OBJECT
public:
    /// `form` lives as long as the program, `meter` longer than this. The answer is ready once it is whole and metered,
    /// or, streamed, once the provider has begun.
    static QFuture<api::Outcome> start(const GatewayContext &context, Meter &meter, ChatOrder order,
                                       const ChatForm &form, QObject *parent);

private:
    ChatRun(const GatewayContext &context, Meter &meter, ChatOrder order, const ChatForm &form, QObject *parent);
    void run(const ProviderKey &key);
    void onOpened();
    void onFinished(const Result<ChatReply> &reply);
    void onClientGone();
    qint64 tokensUsed() const;
    void meter(std::function<void()> then);
    void answer(const api::Outcome &outcome);

    const GatewayContext &m_context;
    Meter &m_meter;
    const ChatForm &m_form;
    ChatOutcome m_outcome;
    std::unique_ptr<QPromise<api::Outcome>> m_promise; ///< until it is kept
    std::shared_ptr<QNetworkAccessManager> m_network; ///< held: counts as one of its requests
    UpstreamCall *m_call = nullptr;
    std::shared_ptr<void> m_hold; ///< of the user's quota
    qsizetype m_said = 0; ///< characters that the provider was heard to say
    QPointer<EventDevice> m_device; ///< the transport's
    qint64 m_startedMs = 0;
    bool m_over = false;
};
}

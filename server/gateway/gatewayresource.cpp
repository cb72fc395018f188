// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/jsonwriter.h"
#include "server/gateway/chatforms.h"
#include "server/gateway/chatinput.h"
#include "server/gateway/gatewayroutes.h"
#include "server/identity/ids.h"
#include "server/identity/useranswers.h"
#include "server/usage/quota.h"

using namespace Qt::StringLiterals;

namespace gateway
{
namespace
{
using api::Access;
using api::Answer;
using api::CallPtr;
using api::HandlerResult;
using api::Keys;
using api::Outcome;
using api::Route;
using http::Method;

/// What the handlers of one worker share.
struct Gateway {
    explicit Gateway(GatewayContext &c)
        : context(c)
        , meter(c)
    {
    }
    GatewayContext &context;
    Meter meter; // outlives the requests
    QObject scope; // requests that are under way die with it
};
using GatewayPtr = std::shared_ptr<Gateway>;

Error noKey(const QString &provider)
{
    return {.code = ErrorCode::ResourceConflict,
            .message = u"There is no active key for %1. Save one under /api-keys."_s.arg(provider),
            .details = {{u"provider"_s, u"has no active key"_s}}};
}

/// Quota and key, then on its way.
HandlerResult asked(const GatewayPtr &gateway, ChatOrder order, const ChatForm &form)
{
    const GatewayContext &context = gateway->context;
    const qint64 atMost = order.request.promptTokens() + order.request.maxTokens.value_or(AnswerTokens);
    auto hold = context.ledger->hold(order.userId, atMost); // before the quota is read
    order.hold = std::move(hold.kept);
    const auto quota = usage::requireQuota(context.reads, *context.settings, order.organizationId, order.userId,
                                           context.clock(), hold.before);
    if (!quota)
        return Outcome(quota.error());
    auto key = context.key(order.organizationId, order.agentId, order.provider);
    if (!key && key.error() == ErrorCode::ResourceNotFound)
        return Outcome(noKey(order.provider));
    if (!key)
        return Outcome(key.error());
    order.key = *std::move(key);
    return ChatRun::start(context, gateway->meter, std::move(order), form, &gateway->scope);
}

ChatOrder orderOf(const GatewayPtr &gateway, const CallPtr &call, QLatin1StringView prefix)
{
    return {.id = identity::newId(prefix, gateway->context.clock()),
            .organizationId = call->principal->organizationId,
            .userId = call->principal->userId,
            .agentId = {},
            .provider = {},
            .key = {},
            .request = {},
            .client = call->request.connection};
}

/// Lets an agent's settings decide.
Result<Done> follow(const GatewayPtr &gateway, const QString &agentId, ChatOrder &order)
{
    const GatewayContext &context = gateway->context;
    const auto agent = context.agent(order.organizationId, order.userId, agentId);
    if (!agent)
        return agent.error();
    if (!agent->active)
        return Error{.code = ErrorCode::ResourceConflict, .message = u"This agent is inactive."_s};
    const providers::Provider *provider = context.registry->provider(agent->provider);
    if (!provider || !Wire::of(agent->provider))
        return Error{.code = ErrorCode::ResourceConflict,
                     .message = u"This agent's provider runs no language models."_s};
    order.agentId = agentId;
    order.provider = agent->provider;
    order.request = requestOf(*agent, *provider);
    return Done{};
}

HandlerResult message(const GatewayPtr &gateway, const CallPtr &call)
{
    ChatOrder order = orderOf(gateway, call, "msg"_L1);
    if (const auto done = follow(gateway, call->param("id"_L1), order); !done)
        return Outcome(done.error());
    const auto request = withMessages(order.request, call->body);
    if (!request)
        return Outcome(request.error());
    order.request = *request;
    return asked(gateway, std::move(order), agentForm());
}

HandlerResult complete(const GatewayPtr &gateway, const CallPtr &call)
{
    ChatOrder order = orderOf(gateway, call, "chatcmpl"_L1);
    const QString model = call->body["model"_L1].toString();
    if (model.startsWith("agent_"_L1)) {
        if (const auto done = follow(gateway, model, order); !done)
            return Outcome(done.error());
    } else {
        const auto choice = modelNamed(*gateway->context.registry, model);
        if (!choice)
            return Outcome(choice.error());
        order.provider = choice->provider;
        order.request.model = choice->model;
    }
    const providers::Provider *provider = gateway->context.registry->provider(order.provider);
    const providers::Section *section = provider ? provider->section(providers::Kind::Llm) : nullptr;
    if (!section)
        return Outcome(Error{.code = ErrorCode::InternalError, .log = u"no language models of "_s % order.provider});
    if (const auto fits = neutralOnly(call->body, *section); !fits)
        return Outcome(fits.error());
    const auto request = withMessages(withParameters(order.request, call->body), call->body);
    if (!request)
        return Outcome(request.error());
    order.request = *request;
    return asked(gateway, std::move(order), completionForm());
}

HandlerResult models(const GatewayPtr &gateway, const CallPtr &call)
{
    const GatewayContext &context = gateway->context;
    api::JsonWriter json;
    json.beginObject().member("object"_L1, "list"_L1).key("data"_L1).beginArray();
    for (const providers::Provider &provider : context.registry->providers()) {
        const providers::Section *section = provider.section(providers::Kind::Llm);
        if (!section || !Wire::of(provider.name) || !context.key(call->principal->organizationId, {}, provider.name))
            continue;
        for (const providers::Model &model : section->models) {
            if (model.deprecated)
                continue;
            json.beginObject()
                .member("id"_L1, model.name)
                .member("object"_L1, "model"_L1)
                .member("created"_L1, provider.pricesAsOf.startOfDay(Qt::UTC).toSecsSinceEpoch())
                .member("owned_by"_L1, provider.name)
                .endObject();
        }
    }
    return Outcome(Answer{.json = json.endArray().endObject().take(), .wrap = api::Wrap::Bare});
}

constexpr char ModelList[] = R"({"type":"object","required":["object","data"],"properties":{"object":{"const":"list"},
    "data":{"type":"array","items":{"type":"object","required":["id","object","created","owned_by"],"properties":{
    "id":{"type":"string"},"object":{"const":"model"},"created":{"type":"integer"},"owned_by":{"type":"string"}}}}}})";

/// The same rows for OpenAI's own paths and for those below /api.
QList<Route> openAiRoutes(const GatewayPtr &gateway, api::Surface surface, const QByteArray &prefix)
{
    return {{.method = Method::Post,
             .path = prefix + "/chat/completions",
             .access = Access::User,
             .summary
             = "OpenAI's chat completions, by whichever provider has the model. Streamed by server-sent events "
               "when asked to.",
             .handle = [gateway](const CallPtr &call) { return complete(gateway, call); },
             .surface = surface,
             .keys = Keys::Allowed,
             .changes = api::Tags(api::Tag::Usage) | api::Tag::Users,
             .body = completionBody(),
             .answer = identity::reference("ChatCompletion"),
             .errors = {ErrorCode::QuotaExceeded, ErrorCode::ResourceNotFound, ErrorCode::ResourceConflict,
                        ErrorCode::ServiceUnavailable},
             .tag = "gateway",
             .wrap = api::Wrap::Bare,
             .streams = true},
            {.method = Method::Get,
             .path = prefix + "/models",
             .access = Access::User,
             .summary = "The models of the providers that the organization has an active key for.",
             .handle = [gateway](const CallPtr &call) { return models(gateway, call); },
             .surface = surface,
             .keys = Keys::Allowed,
             .answer = ModelList,
             .tag = "gateway",
             .wrap = api::Wrap::Bare}};
}
}

QList<Route> gatewayRoutes(GatewayContext &context)
{
    const auto gateway = std::make_shared<Gateway>(context);
    return openAiRoutes(gateway, api::Surface::Plain, "/v1") + openAiRoutes(gateway, api::Surface::Api, {})
        + QList<Route>{{.method = Method::Post,
                        .path = "/agents/:id/messages",
                        .access = Access::User,
                        .summary = "Talks to an agent's language model; streamed by server-sent events when asked to: "
                                   "delta, then done or error.",
                        .handle = [gateway](const CallPtr &call) { return message(gateway, call); },
                        .keys = Keys::Allowed,
                        .changes = api::Tags(api::Tag::Usage) | api::Tag::Users,
                        .body = agentMessageBody(),
                        .answer = identity::reference("AgentReply"),
                        .errors = {ErrorCode::QuotaExceeded, ErrorCode::ResourceNotFound, ErrorCode::ResourceConflict,
                                   ErrorCode::ServiceUnavailable},
                        .streams = true}};
}

QList<api::Component> gatewayComponents()
{
    return {
        {"AgentReply",
         R"({"type":"object","required":["id","agent_id","provider","model","message","finish_reason","usage","cost",
            "latency_ms"],"additionalProperties":false,"properties":{"id":{"type":"string"},"agent_id":{"type":"string"},
            "provider":{"type":"string"},"model":{"type":"string"},"message":{"type":"object",
            "required":["role","content"],"properties":{"role":{"const":"assistant"},"content":{"type":"string"}}},
            "finish_reason":{"type":["string","null"]},"usage":{"type":"object","required":["status","input_tokens",
            "output_tokens","total_tokens"],"properties":{"status":{"type":"string","enum":["reported","unreported"],
            "description":"Whether the provider said what was used"},"input_tokens":{"type":["integer","null"]},
            "output_tokens":{"type":["integer","null"]},"total_tokens":{"type":["integer","null"]}}},
            "cost":{"type":["number","null"],"description":"US dollars by the price table; null: not known"},
            "latency_ms":{"type":"integer","description":"Until the answer was whole"}}})"},
        {"ChatCompletion",
         R"({"type":"object","required":["id","object","created","model","choices","usage"],"properties":{
            "id":{"type":"string"},"object":{"const":"chat.completion"},"created":{"type":"integer"},
            "model":{"type":"string"},"choices":{"type":"array","items":{"type":"object","required":["index","message",
            "finish_reason"],"properties":{"index":{"type":"integer"},"message":{"type":"object",
            "required":["role","content"],"properties":{"role":{"const":"assistant"},"content":{"type":"string"}}},
            "finish_reason":{"type":"string"}}}},"usage":{"type":["object","null"],
            "description":"null: the provider did not say"}}})"},
    };
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
// A route is one declaration: routing, 405, versions, authentication, validation, rate limits, caching and OpenAPI come
// from it.
#pragma once

#include "server/api/call.h"

#include <QDateTime>

#include <functional>

namespace api
{
enum class Access {
    Public,
    User, ///< any session
    Owner, ///< the organisation's owner
    Support, ///< platform admin; support may read
};
enum class Keys { No, Allowed }; ///< may an access key call it
enum class RateClass {
    None, ///< never limited
    Standard,
    Bulk, ///< Standard, and so many a minute besides
};

/// What a POST does that comes again with its Idempotency-Key.
enum class Repeat {
    Answers, ///< answers as the first one did
    Refused, ///< runs once as well; but a success held a secret, which is not kept: a repetition is told so
    Runs, ///< the key is ignored
};

/// What a route reads or changes, for the response cache. A bit a kind of row.
enum class Tag : quint32 {
    None = 0,
    Users = 1,
    Organizations = 2,
    Agents = 4,
    ProviderKeys = 8,
    AccessKeys = 16,
    Usage = 32,
    Calls = 64,
};
Q_DECLARE_FLAGS(Tags, Tag)
Q_DECLARE_OPERATORS_FOR_FLAGS(Tags)

constexpr Tags AllTags = Tags::fromInt(~0u);

/// A JSON Schema 2020-12 as text; "{"$ref":"#/components/schemas/User"}" names one of Component. Empty: nothing
/// expected.
using Schema = QByteArray;

struct Component {
    QByteArray name; ///< "User"
    Schema schema;
};

/// A route that is on its way out, apart from its version.
struct Deprecation {
    QDateTime deprecatedAt; ///< UTC
    QDateTime sunsetAt = {}; ///< UTC; invalid: not said. From then on the route answers 410
    QByteArray successor = {}; ///< URL path of what to use instead; empty: not said
};

using RouteHandler = std::function<HandlerResult(const CallPtr &)>;

struct Route {
    http::Method method;
    QByteArray path; ///< without prefix and version: "/users/:id"; for Plain and AuthAlias the whole path
    Access access;
    QByteArray summary; ///< one sentence for OpenAPI
    RouteHandler handle;

    Surface surface = Surface::Api;
    QList<Version> versions = {Version::V1, Version::V2};
    Keys keys = Keys::No;
    /// What an access key must have at least. Unset: read for a GET, write for a change, admin where only owners may.
    std::optional<KeyPermission> keyNeeds = {};
    RateClass rate = RateClass::Standard;
    /// Of a public route: the session that a request proves to come from by something in its body that nobody can make
    /// up, which is counted instead of the address; empty: none. Before anything is checked or limited, so it looks
    /// nothing up. Unset: the address.
    std::function<QString(const http::Request &)> provenSession = {};
    Tags reads = Tag::None; ///< set on a GET: its answers are cached for these rows
    Tags changes = Tag::None; ///< dropped from the cache before the answer leaves
    /// Too grave for a session that may have been left open: an account with a second factor must have given it in the
    /// last StepUpMs, else STEP_UP_REQUIRED. Accounts without one are never asked.
    bool stepUp = false;
    bool secret = false; ///< answers hold credentials: never stored anywhere, Cache-Control: no-store
    /// Unset, of a POST: Runs where anybody may call, Refused where answers are secret, else Answers.
    std::optional<Repeat> repeat = {};
    /// Versions in which it answers even once they are gone or dark: the way back in for whoever can undo that.
    QList<Version> alwaysServed = {};
    Schema query = {}; ///< an object schema; values are turned into its types first
    Schema body = {}; ///< an object schema
    bool readsInPlace = false; ///< of large bodies: the handler is given call->document instead of call->body
    Schema answer = {}; ///< of the resource, before the version wraps it
    int status = 200; ///< of success
    int otherStatus = 0; ///< of a success that made nothing new, with the same body; 0: there is none
    QList<ErrorCode> errors = {}; ///< beyond the ones that every such route has
    qint64 maxBody = 0; ///< bytes; 0: the transport's default
    QByteArray tag = {}; ///< OpenAPI group; empty: the path's first segment
    std::optional<Deprecation> deprecated = {};
    QByteArray contentType = {}; ///< of a success, for OpenAPI; empty: application/json
    Wrap wrap = Wrap::Envelope; ///< of a success, for OpenAPI; the same as its answers say
    bool streams = false; ///< answers by server-sent events instead when it is asked to, for OpenAPI
    /// Whether answers carry an ETag, so that If-None-Match may be told 304. Unset: a GET below /api of JSON that holds
    /// no secret.
    std::optional<bool> tagged = {};
};

Repeat repeatOf(const Route &route); ///< Runs for anything but a POST
bool isTagged(const Route &route);

/// Makes route handlers of functions that work with `state`, which lives as long as they do.
template<typename State>
auto handlersOver(std::shared_ptr<State> state)
{
    return [state = std::move(state)](HandlerResult (*handler)(const std::shared_ptr<State> &, const CallPtr &)) {
        return RouteHandler([state, handler](const CallPtr &call) { return handler(state, call); });
    };
}
}

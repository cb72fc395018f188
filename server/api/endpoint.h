// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/metrics.h"
#include "server/api/queryparameters.h"
#include "server/api/route.h"
#include "server/api/schemalibrary.h"

namespace api
{
/// A route with everything that can be worked out before a request comes.
struct Endpoint {
    Route route;
    QList<QString> params; ///< names of the ":x" segments, in order
    std::shared_ptr<const CompiledSchema> body; ///< null: none expected
    std::optional<QueryParameters> query;
    http::Headers deprecation; ///< of the route itself
    Metrics::Series series;
    int index = -1; ///< in the list of routes the engine was made of
    bool signIn = false; ///< counts against its address's sign-in budget
    bool cacheable = false;
};

/// Error: a schema that does not compile; the message names the route.
Result<std::unique_ptr<Endpoint>> makeEndpoint(const Route &route, SchemaLibrary &schemas, Metrics &metrics);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/shared.h"

namespace api
{
/// OpenAPI 3.1 of the routes, as JSON: every version's paths, answers as each version wraps them, every error in its
/// rendering, headers, security schemes and components.
QByteArray openApiDocument(const Settings &settings, const QList<Route> &routes, const QList<Component> &components);

/// `/api/openapi.json` and `/api/versions`, and `/docs` with the bundled viewer. `routes`: all others; they are
/// described, and so are these. The document is made at the first request for it.
QList<Route> openApiRoutes(const Settings &settings, std::shared_ptr<Shared> shared, const QList<Route> &routes,
                           const QList<Component> &components);
}

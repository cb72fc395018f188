// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas of what versions put around a resource, as OpenAPI publishes them and AnswerChecker checks them.
#pragma once

#include "server/api/errorbody.h"
#include "server/api/route.h"

namespace api
{
/// PlatformError, AuthError, V2Error, UnsupportedVersionError, RouteVersionError, Pagination, Meta, PagedMeta.
QList<Component> contractComponents();

/// The component that errors of this style have.
QByteArray errorComponent(ErrorStyle style);
ErrorStyle errorStyleOf(const Route &route, Version version);

/// The schema that a declaration spells out.
QJsonObject schemaObject(const QByteArray &schema);

/// Whether the route answers a list with `pagination`: an array whose query takes a cursor.
bool isPaged(const Route &route, const QJsonObject &components);

/// The schema of a whole success body in a version; empty when the route declares no JSON answer.
QJsonObject successSchema(const Route &route, Version version, const QJsonObject &components);
}

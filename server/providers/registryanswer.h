// SPDX-License-Identifier: GPL-3.0-or-later
// How the registry looks in answers, and the schemas that say so.
#pragma once

#include "server/api/route.h"
#include "server/providers/registry.h"

namespace providers
{
/// {currency, providers, groups}: component ProviderCatalog. Everything a form needs; no secrets are in it.
QByteArray catalogJson(const Registry &registry);
QList<api::Component> registryComponents();

/// A JSON Schema of a group's settings that every provider's settings fit: the widest ranges, all names. What one
/// provider alone refuses is Registry::check()'s to say.
api::Schema groupSchema(const Registry &registry, const Group &group);
/// "\"name\":{…},…" of a group's own fields, for the properties of an object schema.
QByteArray fieldProperties(const Group &group);
/// "\"openai\",\"groq\",…"
QByteArray quotedNames(const QStringList &names);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accesskeys/keycache.h"
#include "server/api/route.h"
#include "server/identity/identitycontext.h"

namespace accesskeys
{
/// The organisation's access keys, for its owners, and without changes for administrators. `context` and `cache`
/// outlive the routes' use.
QList<api::Route> accessKeyRoutes(identity::IdentityContext &context, KeyCache &cache);
QList<api::Component> accessKeyComponents();
}

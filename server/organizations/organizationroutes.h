// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"
#include "server/identity/identitycontext.h"

namespace organizations
{
/// The caller's own organisation: its figures, its members, who is invited. Owners change it, members read.
/// `context` outlives the routes' use.
QList<api::Route> organizationRoutes(identity::IdentityContext &context);
QList<api::Component> organizationComponents();

// The parts of it, each in its own file.
QList<api::Route> ownOrganizationRoutes(identity::IdentityContext &context);
QList<api::Route> memberRoutes(identity::IdentityContext &context);
QList<api::Route> invitationRoutes(identity::IdentityContext &context);
}

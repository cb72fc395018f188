// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"
#include "server/identity/identitycontext.h"

namespace identity
{
/// Registration, sign-in with a second factor, devices, profiles, what comes by mail, and the administration of users
/// and organisations. `context` outlives the routes' use.
QList<api::Route> identityRoutes(IdentityContext &context);
QList<api::Component> identityComponents();

// The parts of it, each in its own file.
QList<api::Route> authRoutes(IdentityContext &context);
QList<api::Route> profileRoutes(IdentityContext &context);
QList<api::Route> adminUserRoutes(IdentityContext &context);
QList<api::Route> organizationRoutes(IdentityContext &context);
QList<api::Route> twoFactorRoutes(IdentityContext &context);
QList<api::Route> deviceRoutes(IdentityContext &context);
QList<api::Component> deviceComponents();
QList<api::Route> mailboxRoutes(IdentityContext &context);
QList<api::Route> preferenceRoutes(IdentityContext &context);
QList<api::Component> preferenceComponents();
}

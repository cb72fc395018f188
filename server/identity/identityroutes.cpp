// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/identityroutes.h"

#include "server/identity/authanswers.h"
#include "server/identity/useranswers.h"

namespace identity
{
QList<api::Route> identityRoutes(IdentityContext &context)
{
    return authRoutes(context) + twoFactorRoutes(context) + deviceRoutes(context) + mailboxRoutes(context)
        + preferenceRoutes(context) + profileRoutes(context) + adminUserRoutes(context) + organizationRoutes(context);
}

QList<api::Component> identityComponents()
{
    return userComponents() + authComponents() + deviceComponents() + preferenceComponents();
}
}

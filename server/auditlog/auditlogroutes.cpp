// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auditlog/auditlogroutes.h"

#include "server/auditlog/auditanswers.h"

namespace auditlog
{
QList<api::Route> auditLogRoutes(AuditLogContext &context)
{
    return adminAuditRoutes(context) + ownAuditRoutes(context);
}

QList<api::Component> auditLogComponents() { return entryComponents(); }
}

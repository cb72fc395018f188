// SPDX-License-Identifier: GPL-3.0-or-later
// How entries look in answers, and the schemas that say so.
#pragma once

#include "server/api/jsonwriter.h"
#include "server/api/route.h"
#include "server/audit/reverter.h"
#include "server/audit/verification.h"

namespace auditlog
{
/// Component AuditEntry.
void writeEntry(api::JsonWriter &json, const audit::Entry &entry, const audit::Reverters &reverters);
/// Component OwnAuditEntry, for the user with this id: without organisations, and of others no more than who they are.
void writeOwnEntry(api::JsonWriter &json, const audit::Entry &entry, const QString &userId);
QByteArray verdictJson(const audit::Verdict &verdict); ///< component AuditVerdict

QList<api::Component> entryComponents();
}

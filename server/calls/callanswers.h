// SPDX-License-Identifier: GPL-3.0-or-later
// How calls look in answers, and the schemas that say so.
#pragma once

#include "server/api/jsonwriter.h"
#include "server/calls/calllist.h"

namespace calls
{
void writeListedCall(api::JsonWriter &json, const CallRow &row); ///< component Call
void writeAdminCall(api::JsonWriter &json, const CallRow &row); ///< component AdminCall: and whose it is
/// Component CallDetails: with transcript and timeline. `warnings`: of what was sent and is on its way out.
QByteArray callJson(const CallRow &row, const QStringList &warnings = {});
QByteArray adminCallJson(const CallRow &row); ///< component AdminCallDetails
QByteArray statsJson(const CallStats &stats); ///< component CallStats
}

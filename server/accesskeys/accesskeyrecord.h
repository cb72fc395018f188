// SPDX-License-Identifier: GPL-3.0-or-later
// How access keys stand in the audit log: never with their secrets.
#pragma once

#include "server/accesskeys/accesskey.h"
#include "server/accesskeys/keycache.h"
#include "server/audit/reverter.h"

namespace accesskeys
{
/// What an owner sets, by its name in answers.
QJsonObject auditedFields(const AccessKey &key);
/// A change to `key` without its fields.
audit::Change changeOf(const QString &action, const AccessKey &key);

/// Takes back access_key.updated. `cache` outlives it.
audit::Reverter accessKeyReverter(KeyCache &cache);
}

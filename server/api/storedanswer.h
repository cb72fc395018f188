// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/call.h"

namespace api
{
/// An outcome as bytes for an idempotency ledger, and back. Lists and streams are not kept: POSTs do not page.
QByteArray toBytes(const Outcome &outcome);
std::optional<Outcome> outcomeFromBytes(const QByteArray &bytes);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/jsonview.h"
#include "server/api/route.h"
#include "server/usage/usagecontext.h"

namespace usage
{
extern const api::Schema EventsBody;

/// The events of a body that fits EventsBody. ValidationError names every wrong one ("events.3.provider"): a provider
/// that the price table does not know, a time that has not come, an agent of somebody else, a cost that is no amount.
/// A clock that is up to five minutes ahead is forgiven. On the context's thread.
Result<QList<Event>> eventsIn(const api::JsonView &body, const QString &organizationId, const UsageContext &context);
}

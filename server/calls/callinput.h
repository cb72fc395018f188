// SPDX-License-Identifier: GPL-3.0-or-later
// From what clients send to what the stores take, and the schemas of what they may send.
#pragma once

#include "server/api/route.h"
#include "server/calls/calllist.h"
#include "server/calls/callstore.h"

#include <QJsonObject>

namespace calls
{
/// Properties of the query that CallFilter is made of, for api::pagedQuery() or an object schema of its own.
QByteArray filterParameters();
/// BadRequest: a date that is none, or an end before its start. Dates are whole UTC days, the last one included.
Result<CallFilter> filterFrom(const QJsonObject &query);

api::Schema reportBody();
api::Schema changeBody();

/// What is to be told about names that still work but are on their way out.
QStringList warningsFor(const QJsonObject &body);
/// ValidationError: fields that contradict each other, a cost that is no amount.
Result<CallReport> reportFrom(const QJsonObject &body);
Result<CallChange> changeFrom(const QJsonObject &body);
}

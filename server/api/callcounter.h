// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/route.h"

namespace api
{
/// One answered request below /api, as version metrics count it. What it points to lives as long as the call of
/// count().
struct CountedCall {
    Version version; ///< that it was answered in
    int route; ///< its place in the list of routes the engine was made of; -1: no route answered
    int status;
    qint64 timeMs; ///< when it came, since the epoch
    qint64 micros; ///< from the request's first byte to its answer
    const Principal *caller; ///< null: nobody was recognised
    const http::Headers &headers; ///< of the request
};

/// Counts every answer below /api. One a worker, called on its thread for each request: it must cost next to nothing.
class CallCounter
{
public:
    virtual ~CallCounter() = default;
    virtual void count(const CountedCall &call) = 0;
};

/// Makes a worker's counter for the routes of its engine.
using CallCounterMaker = std::function<std::shared_ptr<CallCounter>(const QList<Route> &routes)>;
}

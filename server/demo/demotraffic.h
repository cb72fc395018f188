// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/democast.h"

namespace demo
{
/// Writes what programs and people called in which version of the API: most move from v1 to v2, some are left behind.
/// Of the last DemoTrafficDays days at most.
constexpr int DemoTrafficDays = 90;
Result<Done> writeTraffic(store::Connection &connection, DemoRandom &random, const DemoTimeline &timeline,
                          const DemoCast &cast);
}

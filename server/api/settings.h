// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

#include <chrono>

namespace api
{
/// What an operator decides about the contract engine. Read once at the start.
struct Settings {
    bool development = false; ///< `X-Debug: true` then adds what the log knows to error bodies
    int anonymousPerHour = 100; ///< requests without a credential, an IPv4 address or an IPv6 /64
    int bulkPerMinute = 50; ///< requests to bulk routes, a user or a key
    QByteArrayList corsOrigins = {}; ///< "https://app.example.com", or "*"; empty: no CORS
    qint64 maxBody = 2 * 1024 * 1024; ///< bytes, where a route does not say its own
    qint64 cacheBytes = 8 * 1024 * 1024; ///< of the response cache, all workers together: some 400 pages of 50 users
    std::chrono::seconds cacheTime{300};
    qsizetype rateWindows = 200'000; ///< callers whose budgets are remembered at once
    QByteArray instance = {}; ///< base URL for the OpenAPI document's `servers`; empty: relative
};
}

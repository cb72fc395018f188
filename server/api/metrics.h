// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/call.h"

namespace api
{
/// Counts answered requests for Prometheus: by route, version and status class, and how long they took. Labels come
/// from declared routes only, so their number is bounded. Any thread.
class Metrics
{
    Q_DISABLE_COPY_MOVE(Metrics)
public:
    /// What one route counts into; resolved once, so that counting costs a few atomic additions.
    class Series
    {
    public:
        void count(std::optional<Version> version, int status, double seconds) const;

    private:
        friend class Metrics;
        struct Private;
        std::shared_ptr<const Private> d;
    };

    Metrics();
    ~Metrics();

    Series series(QByteArrayView method, const QByteArray &route);
    void countCache(bool hit);
    /// What was answered since the server started. Percentiles are read between the histogram's boundaries; empty
    /// before the first request.
    struct Summary {
        qint64 requests = 0;
        qint64 errors = 0; ///< status 5xx
        std::optional<double> p50 = {}; ///< seconds, as are the next two
        std::optional<double> p95 = {};
        std::optional<double> p99 = {};
        std::optional<double> cacheHitPercent = {}; ///< of the response cache; empty: it was never asked
    };
    Summary summary() const;
    /// Prometheus's text format 0.0.4, also of what add() brought.
    QByteArray text() const;
    /// More figures at the end of text(): whole lines in the same format, asked for at each scrape, on the scraper's
    /// thread.
    void add(std::function<QByteArray()> source);

private:
    struct Private;
    std::unique_ptr<Private> d;
};
}

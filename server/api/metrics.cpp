// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace
{
constexpr std::array Classes{"1xx", "2xx", "3xx", "4xx", "5xx"};
constexpr std::array Versions{"v1", "v2", "none"};
// Seconds; the alert of slow answers stands at 1.
const prometheus::Histogram::BucketBoundaries Buckets{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                      0.1,    0.25,  0.5,    1,     2.5,  10};
constexpr std::size_t BucketCount = 14; // with the last, which has no end

/// As Prometheus's histogram_quantile(): evenly spread within a bucket; beyond the last boundary, that boundary.
std::optional<double> percentile(const std::array<double, BucketCount> &cumulative, double share)
{
    const double all = cumulative.back();
    if (all <= 0)
        return std::nullopt;
    const double rank = share * all;
    const auto found = std::ranges::lower_bound(cumulative, rank);
    const auto i = std::size_t(found - cumulative.begin());
    if (i >= Buckets.size())
        return Buckets.back();
    const double below = i == 0 ? 0.0 : cumulative[i - 1];
    const double from = i == 0 ? 0.0 : Buckets[i - 1];
    return from + (Buckets[i] - from) * (rank - below) / (cumulative[i] - below);
}
}

namespace api
{
struct Metrics::Series::Private {
    // Made at the first request each, so that a scrape lists only what happened.
    using Slot = std::atomic<prometheus::Counter *>;
    mutable std::array<std::array<Slot, Classes.size()>, Versions.size()> counters{};
    mutable std::atomic<prometheus::Histogram *> seconds = nullptr;
    prometheus::Labels labels;
    prometheus::Family<prometheus::Counter> *requestFamily = nullptr;
    prometheus::Family<prometheus::Histogram> *secondsFamily = nullptr;

    prometheus::Counter &counter(std::size_t row, std::size_t column) const
    {
        Slot &slot = counters[row][column];
        if (prometheus::Counter *known = slot.load(std::memory_order_acquire))
            return *known;
        prometheus::Labels all = labels;
        all.emplace("version", Versions[row]);
        all.emplace("status", Classes[column]);
        prometheus::Counter &made = requestFamily->Add(all); // the same one for two threads at once
        slot.store(&made, std::memory_order_release);
        return made;
    }

    prometheus::Histogram &histogram() const
    {
        if (prometheus::Histogram *known = seconds.load(std::memory_order_acquire))
            return *known;
        prometheus::Histogram &made = secondsFamily->Add(labels, Buckets);
        seconds.store(&made, std::memory_order_release);
        return made;
    }
};

struct Metrics::Private {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter> &requests
        = prometheus::BuildCounter().Name("voxdesk_http_requests_total").Help("Answered requests.").Register(registry);
    prometheus::Family<prometheus::Histogram> &seconds = prometheus::BuildHistogram()
                                                             .Name("voxdesk_http_request_seconds")
                                                             .Help("Time from a request's first byte to its answer.")
                                                             .Register(registry);
    prometheus::Family<prometheus::Counter> &cache = prometheus::BuildCounter()
                                                         .Name("voxdesk_cache_lookups_total")
                                                         .Help("Lookups in the response cache.")
                                                         .Register(registry);
    prometheus::Counter &hits = cache.Add({{"result", "hit"}});
    prometheus::Counter &misses = cache.Add({{"result", "miss"}});
    std::mutex mutex;
    std::vector<std::function<QByteArray()>> sources;
    QHash<QByteArray, std::shared_ptr<const Series::Private>> series;
};

void Metrics::Series::count(std::optional<Version> version, int status, double seconds) const
{
    const std::size_t row = version ? std::size_t(*version) : Versions.size() - 1;
    const std::size_t column = std::size_t(std::clamp(status / 100, 1, 5) - 1);
    d->counter(row, column).Increment();
    d->histogram().Observe(seconds);
}

Metrics::Metrics()
    : d(std::make_unique<Private>())
{
}

Metrics::~Metrics() = default;

Metrics::Series Metrics::series(QByteArrayView method, const QByteArray &route)
{
    const std::scoped_lock lock(d->mutex);
    const QByteArray id = method.toByteArray() + " " + route;
    std::shared_ptr<const Series::Private> &held = d->series[id];
    if (!held) {
        auto made = std::make_shared<Series::Private>();
        made->labels = {{"method", method.toByteArray().toStdString()}, {"route", route.toStdString()}};
        made->requestFamily = &d->requests;
        made->secondsFamily = &d->seconds;
        held = made;
    }
    Series series;
    series.d = held;
    return series;
}

void Metrics::countCache(bool hit) { (hit ? d->hits : d->misses).Increment(); }

Metrics::Summary Metrics::summary() const
{
    Summary summary;
    std::array<double, BucketCount> counts{};
    for (const prometheus::MetricFamily &family : d->seconds.Collect()) {
        for (const prometheus::ClientMetric &metric : family.metric) {
            for (std::size_t i = 0; i < std::min(counts.size(), metric.histogram.bucket.size()); ++i)
                counts[i] += double(metric.histogram.bucket[i].cumulative_count);
        }
    }
    for (const prometheus::MetricFamily &family : d->requests.Collect()) {
        for (const prometheus::ClientMetric &metric : family.metric) {
            const auto count = qint64(metric.counter.value);
            summary.requests += count;
            const auto isError = [](const auto &label) { return label.name == "status" && label.value == "5xx"; };
            summary.errors += std::ranges::any_of(metric.label, isError) ? count : 0;
        }
    }
    summary.p50 = percentile(counts, 0.5);
    summary.p95 = percentile(counts, 0.95);
    summary.p99 = percentile(counts, 0.99);
    const double asked = d->hits.Value() + d->misses.Value();
    if (asked > 0)
        summary.cacheHitPercent = 100.0 * d->hits.Value() / asked;
    return summary;
}

QByteArray Metrics::text() const
{
    const prometheus::TextSerializer serializer;
    QByteArray out = QByteArray::fromStdString(serializer.Serialize(d->registry.Collect()));
    const std::scoped_lock lock(d->mutex);
    for (const auto &source : d->sources)
        out += source();
    return out;
}

void Metrics::add(std::function<QByteArray()> source)
{
    const std::scoped_lock lock(d->mutex);
    d->sources.push_back(std::move(source));
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demogenerator.h"

#include "server/demo/demoactivity.h"
#include "server/demo/demorows.h"
#include "server/demo/demotraffic.h"
#include "server/demo/demotrail.h"

using namespace Qt::StringLiterals;

namespace demo
{
namespace
{
Error outOfRange(const QString &option, const QString &range)
{
    return {.code = ErrorCode::ValidationError,
            .message = option % u" must be "_s % range % u'.',
            .details = {{option, range}}};
}

Result<bool> hasRows(store::Connection &connection, const QString &table)
{
    auto rows = connection.query(u"SELECT 1 FROM %1 LIMIT 1"_s.arg(table));
    if (!rows)
        return rows.error();
    return rows->next();
}
}

Result<Done> checkOptions(const DemoOptions &options)
{
    if (options.users < 20 || options.users > 5'000'000)
        return outOfRange(u"users"_s, u"20 to 5000000"_s);
    if (options.days < 1 || options.days > 3650)
        return outOfRange(u"days"_s, u"1 to 3650"_s);
    return Done{};
}

DemoGenerator::DemoGenerator(store::Connection &connection, const usage::Prices &prices, Hash hash, Progress progress)
    : m_connection(connection)
    , m_prices(prices)
    , m_hash(std::move(hash))
    , m_progress(std::move(progress))
{
}

Result<Done> DemoGenerator::refuseUnlessEmpty()
{
    for (const QString &table : {u"users"_s, u"organizations"_s}) {
        const auto found = hasRows(m_connection, table);
        if (!found)
            return found.error();
        if (*found) {
            return Error{ErrorCode::ResourceConflict,
                         u"The database already holds accounts; demo data only goes into an empty one."_s};
        }
    }
    return Done{};
}

Result<DemoSummary> DemoGenerator::generate(const DemoOptions &options)
{
    if (const auto checked = checkOptions(options); !checked)
        return checked.error();
    if (const auto empty = refuseUnlessEmpty(); !empty)
        return empty.error();
    const auto hash = m_hash(options.password);
    if (!hash)
        return hash.error();
    DemoRandom random(options.seed);
    const DemoTimeline timeline(options.nowMs, options.days, random);
    DemoWorld world(random, timeline, options.users);

    auto load = store::BulkLoad::begin(m_connection, {u"organizations"_s, u"users"_s});
    if (!load)
        return load.error();
    if (const auto still = refuseUnlessEmpty(); !still) // nobody can write any more from here on
        return still.error();
    DemoActivity activity(m_connection, random, world, timeline, m_prices, options.actors);
    DemoRows rows(m_connection, random, world, timeline, *hash, activity);
    if (const auto written = rows.writeOrganizations(); !written)
        return written.error();
    DemoSummary summary{.users = 0, .organizations = world.organizations().size()};
    for (const DemoArrival &arrival : world.arrivals()) {
        if (const auto written = rows.writeUser(arrival); !written)
            return written.error();
        if (++summary.users % 10'000 == 0 && m_progress)
            m_progress(summary.users, options.users);
    }
    if (const auto finished = rows.finish(); !finished)
        return finished.error();
    if (const auto acted = activity.write(); !acted)
        return acted.error();
    const auto cast = pickCast(m_connection, random, world, timeline);
    if (!cast)
        return cast.error();
    if (const auto told = DemoTrail(m_connection, random, world, timeline, *cast).write(); !told)
        return told.error();
    if (const auto counted = writeTraffic(m_connection, random, timeline, *cast); !counted)
        return counted.error();
    summary.agents = activity.agents();
    summary.calls = activity.calls();
    if (const auto searchable = buildSearch(); !searchable)
        return searchable.error();
    if (const auto committed = (*load)->commit(); !committed)
        return committed.error();
    return summary;
}

/// PostgreSQL's trigram indexes are indexes and come back with the others.
Result<Done> DemoGenerator::buildSearch()
{
    if (m_connection.engine() == store::Engine::PostgreSql)
        return Done{};
    // Held back in memory until there is much to write: few large runs instead of thousands that are merged again and
    // again.
    constexpr qint64 LargeRuns = 256LL << 20;
    constexpr qint64 UsualRuns = 1LL << 20; // FTS5's own default
    for (const QString &table : {u"organizations"_s, u"users"_s}) {
        const QString sized = u"INSERT INTO %1_search (%1_search, rank) VALUES ('hashsize', ?)"_s.arg(table);
        const QString filled
            = u"INSERT INTO %1_search (rowid, search_text) SELECT seq, search_text FROM %1"_s.arg(table);
        for (const auto &[sql, bindings] :
             {std::pair(sized, QVariantList{LargeRuns}), std::pair(filled, QVariantList{}),
              std::pair(sized, QVariantList{UsualRuns})}) {
            if (const auto done = m_connection.execute(sql, bindings); !done)
                return done.error();
        }
    }
    return Done{};
}
}

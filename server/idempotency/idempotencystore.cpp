// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/idempotency/idempotencystore.h"

#include "server/store/rowlock.h"

#include <QHash>
#include <QUuid>

#include <mutex>

using namespace Qt::StringLiterals;
using api::IdempotencyClaim;
using store::Connection;

namespace idempotency
{
namespace
{
constexpr quint32 PurgeEvery = 64; ///< claims
constexpr int PurgeLimit = 256; ///< rows; more than PurgeEvery, so that a backlog shrinks
constexpr qsizetype MostReleased = 4096; ///< keys, of 200 bytes or so

struct Key {
    QString scope;
    QString name;
};

struct Claimant {
    QByteArray fingerprint;
    QString instance;
    qint64 now;
    bool released = false; ///< an unfinished claim of this instance is nobody's any more
    bool claimed = false; ///< this time; whether that is on disk is not known yet
};

/// Scopes are any bytes, which PostgreSQL would not take as text.
Key toKey(const QByteArray &scope, const QByteArray &key)
{
    return {QString::fromLatin1(scope.toBase64()), QString::fromLatin1(key)};
}

Result<bool> insertClaim(Connection &c, const Key &key, const Claimant &by)
{
    const auto inserted = c.execute(u"INSERT INTO idempotency_keys (scope, name, fingerprint, instance, began_at) "
                                    "VALUES (?, ?, ?, ?, ?) ON CONFLICT (scope, name) DO NOTHING"_s,
                                    {key.scope, key.name, by.fingerprint, by.instance, by.now});
    if (!inserted)
        return inserted.error();
    return *inserted > 0;
}

Result<IdempotencyClaim> takeOver(Connection &c, const Key &key, const Claimant &by)
{
    const auto taken
        = c.execute(u"UPDATE idempotency_keys SET fingerprint = ?, answer = NULL, instance = ?, began_at = ? "
                    "WHERE scope = ? AND name = ?"_s,
                    {by.fingerprint, by.instance, by.now, key.scope, key.name});
    if (!taken)
        return taken.error();
    return IdempotencyClaim{};
}

Result<IdempotencyClaim> claim(Connection &c, const Key &key, const Claimant &by)
{
    using State = IdempotencyClaim::State;
    const auto fresh = insertClaim(c, key, by);
    if (!fresh)
        return fresh.error();
    if (*fresh)
        return IdempotencyClaim{};
    // PostgreSQL may be shared: the row's lock makes two servers take a dead one's claim over one after the other.
    auto rows = c.query(u"SELECT fingerprint, answer, instance, began_at FROM idempotency_keys "
                        "WHERE scope = ? AND name = ?"_s
                            + store::forUpdate(c),
                        {key.scope, key.name});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{.code = ErrorCode::ServiceUnavailable, .retryAfterSeconds = 1, .log = u"the key vanished"_s};
    const bool running = rows->isNull(1);
    const qint64 age = by.now - rows->integer(3);
    // An SQLite database has one server at a time, so another's unfinished claim is a dead one's.
    const bool own = rows->text(2) == by.instance;
    const bool dead = running
        && (age >= IdempotencyStore::LongestRunMs || (own ? by.released : c.engine() == store::Engine::Sqlite));
    if (age >= IdempotencyStore::KeptMs || dead)
        return takeOver(c, key, by);
    if (rows->bytes(0) != by.fingerprint)
        return IdempotencyClaim{State::Mismatch, {}};
    return running ? IdempotencyClaim{State::Running, {}} : IdempotencyClaim{State::Done, rows->bytes(1)};
}
}

/// Keys that this server freed while the database could not be told. Who tries again is to find them free, and not
/// still running until LongestRunMs is over. Any thread.
class IdempotencyStore::ReleasedKeys
{
public:
    void add(const Key &key, qint64 now)
    {
        const std::lock_guard lock(m_mutex);
        if (m_keys.size() >= MostReleased)
            m_keys.removeIf([now](const auto &kept) { return now - kept.value() >= LongestRunMs; });
        if (m_keys.size() < MostReleased)
            m_keys.insert({key.scope, key.name}, now);
    }
    bool take(const Key &key)
    {
        const std::lock_guard lock(m_mutex);
        return m_keys.remove({key.scope, key.name});
    }

private:
    std::mutex m_mutex;
    QHash<std::pair<QString, QString>, qint64> m_keys; ///< since when
};

IdempotencyStore::IdempotencyStore(store::Writer &writer, api::Clock clock)
    : m_writer(writer)
    , m_clock(std::move(clock))
    , m_instance(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_released(std::make_shared<ReleasedKeys>())
{
}

QFuture<Result<IdempotencyClaim>> IdempotencyStore::begin(const QByteArray &scope, const QByteArray &key,
                                                          const QByteArray &fingerprint)
{
    if (++m_begun % PurgeEvery == 0)
        static_cast<void>(purge(PurgeLimit));
    // On the writer's thread, where one claim comes after the other: only the first that asks gets a released key.
    const auto by = std::make_shared<Claimant>(Claimant{fingerprint, m_instance, m_clock()});
    return m_writer.submit<IdempotencyClaim>(
        [key = toKey(scope, key), by, released = m_released](Connection &c) {
            by->released = by->released || released->take(key); // also when it is run again
            auto claimed = claim(c, key, *by);
            by->claimed = claimed && claimed->state == IdempotencyClaim::State::Fresh;
            return claimed;
        },
        [key = toKey(scope, key), by, released = m_released](const Result<IdempotencyClaim> &claimed) {
            if (!claimed && (by->released || by->claimed)) // a lost commit may be on disk, and nobody runs
                released->add(key, by->now);
        });
}

QFuture<Result<Done>> IdempotencyStore::finish(const QByteArray &scope, const QByteArray &key, const QByteArray &answer)
{
    return m_writer.submit<Done>([key = toKey(scope, key), answer, mine = m_instance](Connection &c) -> Result<Done> {
        const auto kept = c.execute(u"UPDATE idempotency_keys SET answer = ? "
                                    "WHERE scope = ? AND name = ? AND instance = ? AND answer IS NULL"_s,
                                    {answer, key.scope, key.name, mine});
        if (!kept)
            return kept.error();
        return Done{};
    });
}

void IdempotencyStore::abandon(const QByteArray &scope, const QByteArray &key)
{
    const auto release = [key = toKey(scope, key), mine = m_instance](Connection &c) {
        return c.execute(
            u"DELETE FROM idempotency_keys WHERE scope = ? AND name = ? AND instance = ? AND answer IS NULL"_s,
            {key.scope, key.name, mine});
    };
    static_cast<void>(m_writer.submit<qint64>(
        release, [key = toKey(scope, key), released = m_released, now = m_clock()](const Result<qint64> &done) {
            if (!done)
                released->add(key, now);
        }));
}

QFuture<Result<qint64>> IdempotencyStore::purge(int limit)
{
    return m_writer.submit<qint64>([limit, before = m_clock() - KeptMs](Connection &c) {
        return c.execute(u"DELETE FROM idempotency_keys WHERE (scope, name) IN "
                         "(SELECT scope, name FROM idempotency_keys WHERE began_at <= ? ORDER BY began_at LIMIT ?)"_s,
                         {before, limit});
    });
}
}

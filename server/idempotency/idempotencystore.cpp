// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/idempotency/idempotencystore.h"

#include "server/store/rowlock.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using api::IdempotencyClaim;
using store::Connection;

namespace idempotency
{
namespace
{
constexpr quint32 PurgeEvery = 64; ///< claims
constexpr int PurgeLimit = 256; ///< rows; more than PurgeEvery, so that a backlog shrinks

struct Key {
    QString scope;
    QString name;
};

struct Claimant {
    QByteArray fingerprint;
    QString instance;
    qint64 now;
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
    const bool dead = running
        && (age >= IdempotencyStore::LongestRunMs
            || (c.engine() == store::Engine::Sqlite && rows->text(2) != by.instance));
    if (age >= IdempotencyStore::KeptMs || dead)
        return takeOver(c, key, by);
    if (rows->bytes(0) != by.fingerprint)
        return IdempotencyClaim{State::Mismatch, {}};
    return running ? IdempotencyClaim{State::Running, {}} : IdempotencyClaim{State::Done, rows->bytes(1)};
}
}

IdempotencyStore::IdempotencyStore(store::Writer &writer, api::Clock clock)
    : m_writer(writer)
    , m_clock(std::move(clock))
    , m_instance(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

QFuture<Result<IdempotencyClaim>> IdempotencyStore::begin(const QByteArray &scope, const QByteArray &key,
                                                          const QByteArray &fingerprint)
{
    if (++m_begun % PurgeEvery == 0)
        static_cast<void>(purge(PurgeLimit));
    return m_writer.submit<IdempotencyClaim>(
        [key = toKey(scope, key), by = Claimant{fingerprint, m_instance, m_clock()}](Connection &c) {
            return claim(c, key, by);
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
    static_cast<void>(m_writer.submit<qint64>([key = toKey(scope, key), mine = m_instance](Connection &c) {
        return c.execute(
            u"DELETE FROM idempotency_keys WHERE scope = ? AND name = ? AND instance = ? AND answer IS NULL"_s,
            {key.scope, key.name, mine});
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

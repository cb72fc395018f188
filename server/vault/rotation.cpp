// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/rotation.h"

#include "server/audit/audit.h"
#include "server/store/rowlock.h"
#include "server/vault/cipher.h"

using namespace Qt::StringLiterals;

namespace vault
{
namespace
{
struct SealedRow {
    Place place;
    QByteArray value;
};

/// A key that is registered and does not seal any more; empty: none.
Result<QString> retiredId(store::Connection &connection)
{
    auto rows = connection.query(u"SELECT id FROM vault_keys WHERE is_current = 0 ORDER BY created_at LIMIT 1"_s);
    if (!rows)
        return rows.error();
    if (rows->next())
        return rows->text(0);
    return rows->failed() ? Result<QString>(ErrorCode::ServiceUnavailable) : QString();
}

Result<QList<SealedRow>> rowsOf(store::Connection &connection, const QString &keyId, int limit)
{
    // Whoever writes a row meanwhile waits, or has written it with the new key already.
    auto rows = connection.query(
        u"SELECT organization_id, owner, row_id, sealed FROM vault_secrets WHERE key_id = ? LIMIT ?"_s
            + store::forUpdate(connection),
        {keyId, limit});
    if (!rows)
        return rows.error();
    QList<SealedRow> found;
    while (rows->next())
        found << SealedRow{{rows->text(0), rows->text(1), rows->text(2)}, rows->bytes(3)};
    return rows->failed() ? Result<QList<SealedRow>>(ErrorCode::ServiceUnavailable) : found;
}

/// Told in the transaction of what it tells, however often a rotation is interrupted.
Result<Done> tell(store::Connection &connection, const audit::Change &change, qint64 nowMs)
{
    return audit::record(connection, audit::Actor::system(u"voxdeskd vault rotate"_s), change, nowMs);
}

Error lostKey(const QString &id, const KeySource &source)
{
    return {.code = ErrorCode::ServiceUnavailable,
            .message = u"The master key %1 is not in %2. Restore it before rotating."_s.arg(id, source.description())};
}
}

Result<bool> Rotation::step()
{
    store::Transaction transaction(m_connection);
    if (!transaction.isOpen())
        return transaction.error();
    if (const auto locked = lockKeys(m_connection); !locked)
        return locked.error();
    const qint64 before = m_resealed;
    const auto more = next();
    if (!more)
        return more;
    if (const auto kept = transaction.commit(); !kept) {
        m_resealed = before;
        return kept.error();
    }
    return more;
}

Result<bool> Rotation::next()
{
    const auto current = currentKeyId(m_connection);
    if (!current)
        return current.error();
    const auto retired = retiredId(m_connection);
    if (!retired)
        return retired.error();
    auto keys = m_source.load();
    if (!keys)
        return keys.error();
    if (current->isEmpty() || !keys->find(*current))
        return lostKey(*current, m_source);
    if (m_state == State::Fresh) {
        m_state = retired->isEmpty() && keys->size() == 1 ? State::Started : State::Resumed;
        if (m_state == State::Started) {
            keys->prepend(MasterKey::generate());
            if (const auto saved = m_source.save(*keys); !saved)
                return saved.error();
            return true;
        }
    }
    if (!retired->isEmpty())
        return keys->find(*retired) ? resealSome(*keys, *current, *retired) : lostKey(*retired, m_source);
    if (keys->newest().id() != *current)
        return makeCurrent(*current, keys->newest());
    return keepOnly(*std::move(keys), *current);
}

Result<bool> Rotation::makeCurrent(const QString &old, const MasterKey &key)
{
    auto done = m_connection.execute(u"UPDATE vault_keys SET is_current = 0 WHERE is_current = 1"_s);
    if (done)
        done = m_connection.execute(u"INSERT INTO vault_keys (id, is_current, created_at) VALUES (?, 1, ?)"_s,
                                    {key.id(), m_now});
    if (!done)
        return done.error();
    const audit::Change change{.action = u"vault.rotated"_s,
                               .targetType = u"vault"_s,
                               .targetId = {},
                               .before = {{u"key"_s, old}},
                               .after = {{u"key"_s, key.id()}}};
    if (const auto told = tell(m_connection, change, m_now); !told)
        return told.error();
    return true;
}

Result<bool> Rotation::resealSome(const Keyring &keys, const QString &current, const QString &old)
{
    const auto rows = rowsOf(m_connection, old, m_batch);
    if (!rows)
        return rows.error();
    if (rows->isEmpty()) {
        if (const auto forgotten = forget(old); !forgotten)
            return forgotten.error();
    }
    for (const SealedRow &row : *rows) {
        const QByteArray associated = row.place.associated();
        const auto plain = unsealed(*keys.find(old), associated, row.value);
        if (!plain)
            return Error{.code = ErrorCode::InternalError,
                         .message = u"The secret of %1 %2 was tampered with; remove it and rotate again."_s.arg(
                             row.place.owner, row.place.rowId)};
        const auto done = m_connection.execute(
            u"UPDATE vault_secrets SET key_id = ?, sealed = ? WHERE organization_id = ? AND owner = ? AND row_id = ?"_s,
            {current, sealed(*keys.find(current), associated, plain->view()), row.place.organizationId, row.place.owner,
             row.place.rowId});
        if (!done)
            return done.error();
    }
    m_resealed += rows->size();
    return true;
}

Result<Done> Rotation::forget(const QString &old)
{
    const auto done
        = m_connection.execute(u"DELETE FROM vault_keys WHERE id = ? AND is_current = 0 "
                               "AND NOT EXISTS (SELECT 1 FROM vault_secrets s WHERE s.key_id = vault_keys.id)"_s,
                               {old});
    if (!done)
        return done.error();
    if (*done == 0) // a server that does not know yet sealed one more with it
        return Done{};
    return tell(m_connection,
                {.action = u"vault.resealed"_s,
                 .targetType = u"vault"_s,
                 .targetId = {},
                 .after = {{u"resealed"_s, m_resealed}, {u"key_removed"_s, old}}},
                m_now);
}

Result<bool> Rotation::keepOnly(Keyring keys, const QString &current)
{
    if (keys.size() == 1)
        return false;
    keys.keepOnly(current);
    if (const auto saved = m_source.save(keys); !saved)
        return Error{.code = saved.error().code,
                     .message
                     = u"Everything is sealed with the new key. Remove the other keys from %1 yourself: %2"_s.arg(
                         m_source.description(), saved.error().message)};
    return false;
}
}

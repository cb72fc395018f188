// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/vault.h"

#include "server/vault/cipher.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vault
{
namespace
{
constexpr auto LookAgain = 2s; ///< a missing key is not looked for more often

Error missingKey(const KeySource &source, const QString &id)
{
    return {.code = ErrorCode::ServiceUnavailable,
            .message
            = u"The database's secrets are sealed with the master key %1, which is not in %2. Restore it."_s.arg(
                id, source.description())};
}

/// Told to a tenant whose secret needs the source: where that is, and what is wrong with it, is the operator's.
Error forTheLog(const Error &error) { return {.code = error.code, .log = error.message}; }

Result<QStringList> registeredIds(store::Connection &connection)
{
    auto rows = connection.query(u"SELECT id FROM vault_keys ORDER BY id"_s);
    if (!rows)
        return rows.error();
    QStringList ids;
    while (rows->next())
        ids << rows->text(0);
    return rows->failed() ? Result<QStringList>(ErrorCode::ServiceUnavailable) : ids;
}
}

QByteArray Place::associated() const
{
    // None of the three can hold a line break that would make two places look alike: ids and table names have none, and
    // their lengths stand first.
    const QByteArray organization = organizationId.toUtf8();
    const QByteArray table = owner.toUtf8();
    return QByteArray::number(organization.size()) + '.' + QByteArray::number(table.size()) + '\n' + organization + '\n'
        + table + '\n' + rowId.toUtf8();
}

Result<Done> lockKeys(store::Connection &connection)
{
    if (connection.engine() == store::Engine::Sqlite) // the one who writes holds it all
        return Done{};
    return connection.executeOnce(u"LOCK TABLE vault_keys IN SHARE ROW EXCLUSIVE MODE"_s);
}

Result<QString> currentKeyId(store::Connection &connection)
{
    // PostgreSQL may run a rotation next to us: the row's lock makes it wait for what is being sealed. Who waits for
    // the rotation instead is shown the old row, which is current no more, and finds the new one at the second look.
    const bool isShared = connection.engine() == store::Engine::PostgreSql;
    const QString sql = u"SELECT id FROM vault_keys WHERE is_current = 1"_s + (isShared ? u" FOR SHARE"_s : QString());
    for (int look = 0; look < (isShared ? 2 : 1); ++look) {
        auto rows = connection.query(sql);
        if (!rows)
            return rows.error();
        if (rows->next())
            return rows->text(0);
        if (rows->failed())
            return ErrorCode::ServiceUnavailable;
    }
    return QString();
}

Result<std::shared_ptr<Vault>> Vault::open(store::Connection &connection, std::shared_ptr<KeySource> source,
                                           qint64 nowMs)
{
    std::shared_ptr<Vault> vault(new Vault(std::move(source)));
    store::Transaction transaction(connection);
    if (!transaction.isOpen())
        return transaction.error();
    if (const auto locked = lockKeys(connection); !locked)
        return locked.error();
    const auto ids = registeredIds(connection);
    if (!ids)
        return ids.error();
    auto keys = vault->m_source->load();
    if (!keys)
        return keys.error();
    for (const QString &id : *ids) {
        if (!keys->find(id))
            return missingKey(*vault->m_source, id);
    }
    if (keys->isEmpty()) {
        keys->prepend(MasterKey::generate());
        if (const auto saved = vault->m_source->save(*keys); !saved)
            return saved.error();
    }
    if (ids->isEmpty()) {
        const auto made = connection.execute(u"INSERT INTO vault_keys (id, is_current, created_at) VALUES (?, 1, ?)"_s,
                                             {keys->newest().id(), nowMs});
        if (!made)
            return made.error();
    }
    if (const auto kept = transaction.commit(); !kept)
        return kept.error();
    vault->m_keys = std::make_shared<const Keyring>(*std::move(keys));
    return vault;
}

Result<std::shared_ptr<const Keyring>> Vault::keyringWith(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    if (m_keys->find(id))
        return m_keys;
    const auto now = std::chrono::steady_clock::now();
    if (m_lookedAt == std::chrono::steady_clock::time_point{} || now - m_lookedAt > LookAgain) {
        m_lookedAt = now;
        auto keys = m_source->load();
        if (!keys)
            return forTheLog(keys.error());
        const bool isThere = keys->find(id) != nullptr;
        // It may hold what is asked for next. A ring without the newest that is known is rather a wrong one.
        if (isThere || keys->find(m_keys->newest().id()))
            m_keys = std::make_shared<const Keyring>(*std::move(keys));
        if (isThere) {
            m_lookedAt = {};
            return m_keys;
        }
    }
    return forTheLog(missingKey(*m_source, id));
}

Result<Done> Vault::put(store::Connection &connection, const Place &place, QByteArrayView secret)
{
    const auto id = currentKeyId(connection);
    if (!id)
        return id.error();
    const auto keys = keyringWith(*id);
    if (!keys)
        return keys.error();
    const QByteArray value = sealed(*(*keys)->find(*id), place.associated(), secret);
    const auto kept = connection.execute(
        u"INSERT INTO vault_secrets (organization_id, owner, row_id, key_id, sealed) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (organization_id, owner, row_id) DO UPDATE SET key_id = excluded.key_id, "
        "sealed = excluded.sealed"_s,
        {place.organizationId, place.owner, place.rowId, *id, value});
    if (!kept)
        return kept.error();
    return Done{};
}

Result<Done> Vault::remove(store::Connection &connection, const Place &place)
{
    const auto gone
        = connection.execute(u"DELETE FROM vault_secrets WHERE organization_id = ? AND owner = ? AND row_id = ?"_s,
                             {place.organizationId, place.owner, place.rowId});
    if (!gone)
        return gone.error();
    return Done{};
}

Result<Secret> Vault::get(store::Connection &connection, const Place &place)
{
    QByteArray value;
    {
        auto rows = connection.query(
            u"SELECT sealed FROM vault_secrets WHERE organization_id = ? AND owner = ? AND row_id = ?"_s,
            {place.organizationId, place.owner, place.rowId});
        if (!rows)
            return rows.error();
        if (!rows->next())
            return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
        value = rows->bytes(0);
    }
    const QString id = keyIdOf(value);
    if (id.isEmpty())
        return Error{.code = ErrorCode::InternalError, .log = u"a sealed value is damaged"_s};
    const auto keys = keyringWith(id);
    if (!keys)
        return keys.error();
    return unsealed(*(*keys)->find(id), place.associated(), value);
}
}

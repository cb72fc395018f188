// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/accesskeys/accesskey.h"
#include "server/identity/identitysettings.h"
#include "server/identity/keysetlist.h"

#include <functional>

namespace accesskeys
{
struct NewKey {
    QString createdBy; ///< users.id
    QString name;
    api::KeyPermission permission = api::KeyPermission::Read;
    std::optional<qint64> requestsPerHour = {};
    std::optional<qint64> expiresAt = {}; ///< ms UTC
};

/// Only what is set is changed; the inner optional empty: no limit of its own, no end.
struct KeyChange {
    std::optional<QString> name = {};
    std::optional<api::KeyPermission> permission = {};
    std::optional<std::optional<qint64>> requestsPerHour = {};
    std::optional<std::optional<qint64>> expiresAt = {};
};

/// What a credential is checked with.
struct KnownKey {
    QByteArray secretHash; ///< hex
    QByteArray previousHash; ///< hex; empty: none
    qint64 previousUntil = 0; ///< ms UTC
    std::optional<qint64> expiresAt; ///< ms UTC
    api::Principal principal;
};

/// The row just made or rotated, with the whole key: it is told this once.
struct FreshKey {
    AccessKey key;
    QString text; ///< "vxd_…"
};

enum class KeyStatus { Active, Expired, Revoked };

struct KeyFilter {
    std::optional<KeyStatus> status = {};
    QString search = {};
};

struct KeyPage {
    QList<AccessKey> rows;
    api::Pagination pagination;
};

const identity::ListTable &keyTable();

/// Looks at the row as it is before a change; an Error stops the change.
using KeyPrecondition = std::function<Result<Done>(const AccessKey &)>;

/// The rows of `access_keys`. On the connection's thread; changes belong on the writer's connection.
class AccessKeyStore
{
public:
    static constexpr qint64 MostActive = 1000; ///< of an organisation

    AccessKeyStore(store::Connection &connection, qint64 nowMs)
        : m_connection(connection)
        , m_now(nowMs)
    {
    }

    Result<KeyPage> list(const QString &organizationId, const KeyFilter &filter, const QString &sort,
                         const api::PageRequest &page);
    Result<AccessKey> byId(const QString &organizationId, const QString &id); ///< ResourceNotFound
    /// As byId(), for who will change the row: nobody else does until the transaction ends. Also what `check` says.
    Result<AccessKey> forChange(const QString &organizationId, const QString &id, const KeyPrecondition &check = {});

    /// ResourceConflict: the organisation has MostActive already.
    Result<FreshKey> insert(const QString &organizationId, const NewKey &key);
    // Of a row for change:
    Result<AccessKey> update(const AccessKey &before, const KeyChange &change); ///< ResourceConflict: it was revoked
    /// A new secret; the old one stays good for so long. ResourceConflict: it was revoked, its time is over, or the
    /// secret before is still promised to somebody, which only an overlap of 0 may break.
    Result<FreshKey> rotate(const AccessKey &before, qint64 overlapMs);
    Result<AccessKey> revoke(const AccessKey &before); ///< again changes nothing

    /// Whose a key is, for the check of a credential, which names no organisation. AuthInvalid: unknown, revoked, or
    /// its creator or organisation is disabled.
    Result<KnownKey> known(const QString &id, const identity::IdentitySettings &settings);
    Result<Done> touch(const QString &id); ///< used now

private:
    store::Connection &m_connection;
    qint64 m_now;
};
}

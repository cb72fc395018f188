// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/providerkeystore.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace vault
{
namespace
{
constexpr qsizetype ShortestShown = 12; ///< characters; of a shorter key no part is shown
const QString Columns
    = u"organization_id, provider, is_active, fingerprint, last4, updated_at, last_used_at, tested_at, "
      "test_ok, test_message"_s;

ProviderKeyRow readRow(const store::Rows &rows)
{
    ProviderKeyRow row{.provider = rows.text(1),
                       .active = rows.flag(2),
                       .fingerprint = rows.text(3),
                       .last4 = rows.text(4),
                       .updatedMs = rows.integer(5),
                       .lastUsedMs = rows.integer(6),
                       .lastTest = {}};
    if (rows.integer(7) != 0)
        row.lastTest = KeyTest{.ok = rows.flag(8), .atMs = rows.integer(7), .message = rows.text(9)};
    return row;
}

Place placeOf(const QString &organizationId, const QString &provider)
{
    return {.organizationId = organizationId, .owner = u"provider_keys"_s, .rowId = provider};
}

QString fingerprintOf(QByteArrayView secret)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(secret);
    return QString::fromLatin1(hash.result().first(6).toHex());
}
}

Result<QMap<QString, QList<ProviderKeyRow>>> ProviderKeyStore::ofAll(const QStringList &organizationIds)
{
    QMap<QString, QList<ProviderKeyRow>> found;
    if (organizationIds.isEmpty())
        return found;
    QVariantList bindings(organizationIds.begin(), organizationIds.end());
    const QString marks = QStringList(organizationIds.size(), u"?"_s).join(u", "_s);
    auto rows = m_connection.query(
        u"SELECT "_s % Columns % u" FROM provider_keys WHERE organization_id IN ("_s % marks % u")"_s, bindings);
    if (!rows)
        return rows.error();
    while (rows->next())
        found[rows->text(0)] << readRow(*rows);
    if (rows->failed())
        return ErrorCode::ServiceUnavailable;
    return found;
}

Result<QList<ProviderKeyRow>> ProviderKeyStore::of(const QString &organizationId)
{
    const auto found = ofAll({organizationId});
    return found ? Result<QList<ProviderKeyRow>>(found->value(organizationId)) : found.error();
}

Result<ProviderKeyRow> ProviderKeyStore::one(const QString &organizationId, const QString &provider)
{
    auto rows = m_connection.query(u"SELECT "_s % Columns
                                       % u" FROM provider_keys WHERE organization_id = ? AND provider = ?"_s,
                                   {organizationId, provider});
    if (!rows)
        return rows.error();
    if (rows->next())
        return readRow(*rows);
    return rows->failed() ? ErrorCode::ServiceUnavailable : ErrorCode::ResourceNotFound;
}

Result<ProviderKeyRow> ProviderKeyStore::save(const QString &organizationId, const NewProviderKey &key,
                                              QByteArrayView secret, qint64 nowMs)
{
    const QString last4 = secret.size() >= ShortestShown ? QString::fromUtf8(secret.last(4).toByteArray()) : QString();
    const auto before = one(organizationId, key.provider);
    if (!before && before.error().code != ErrorCode::ResourceNotFound)
        return before.error();
    const bool active = key.active.value_or(before ? before->active : true);
    const auto kept = m_connection.execute(
        u"INSERT INTO provider_keys (organization_id, provider, is_active, fingerprint, last4, created_by, created_at, "
        "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organization_id, provider) DO UPDATE SET "
        "is_active = excluded.is_active, fingerprint = excluded.fingerprint, last4 = excluded.last4, "
        "created_by = excluded.created_by, updated_at = excluded.updated_at, last_used_at = 0, tested_at = 0, "
        "test_ok = 0, test_message = ''"_s,
        {organizationId, key.provider, active, fingerprintOf(secret), last4, key.createdBy, nowMs, nowMs});
    if (!kept)
        return kept.error();
    if (const auto sealed = m_vault.put(m_connection, placeOf(organizationId, key.provider), secret); !sealed)
        return sealed.error();
    return one(organizationId, key.provider);
}

Result<Done> ProviderKeyStore::remove(const QString &organizationId, const QString &provider)
{
    // A trigger removes the sealed value.
    const auto gone = m_connection.execute(u"DELETE FROM provider_keys WHERE organization_id = ? AND provider = ?"_s,
                                           {organizationId, provider});
    if (!gone)
        return gone.error();
    return *gone == 1 ? Result<Done>(Done{}) : Result<Done>(ErrorCode::ResourceNotFound);
}

Result<Done> ProviderKeyStore::setTest(const QString &organizationId, const QString &provider,
                                       const QString &fingerprint, const KeyTest &test)
{
    const auto kept = m_connection.execute(u"UPDATE provider_keys SET tested_at = ?, test_ok = ?, test_message = ? "
                                           "WHERE organization_id = ? AND provider = ? AND fingerprint = ?"_s,
                                           {test.atMs, test.ok, test.message, organizationId, provider, fingerprint});
    if (!kept)
        return kept.error();
    return Done{};
}

Result<Done> ProviderKeyStore::setUsed(const QString &organizationId, const QString &provider, qint64 atMs)
{
    const auto kept = m_connection.execute(
        u"UPDATE provider_keys SET last_used_at = ? WHERE organization_id = ? AND provider = ? AND last_used_at < ? "
        "AND updated_at <= ?"_s,
        {atMs, organizationId, provider, atMs, atMs});
    if (!kept)
        return kept.error();
    return Done{};
}

Result<Secret> ProviderKeyStore::secret(const QString &organizationId, const QString &provider)
{
    return m_vault.get(m_connection, placeOf(organizationId, provider));
}
}

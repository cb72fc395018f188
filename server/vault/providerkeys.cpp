// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/providerkeys.h"

using namespace Qt::StringLiterals;

namespace vault
{
Result<Secret> ProviderKeys::secretFor(const QString &organizationId, const QString &provider)
{
    ProviderKeyStore store(m_reads, *m_vault);
    const auto row = store.one(organizationId, provider);
    if (!row && row.error().code != ErrorCode::ResourceNotFound)
        return row.error();
    if (!row || !row->active)
        return Error{.code = ErrorCode::ResourceNotFound,
                     .message = row ? u"The organisation's key for %1 is not active"_s.arg(provider)
                                    : u"The organisation has no key for %1"_s.arg(provider)};
    return store.secret(organizationId, provider);
}

void ProviderKeys::markUsed(const QString &organizationId, const QString &provider, qint64 nowMs)
{
    m_usage->mark(organizationId, provider, nowMs);
}
}

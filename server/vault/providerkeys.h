// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/vault/keyusage.h"

namespace vault
{
/// What capabilities that call providers need of the vault. One a worker, on its thread.
class ProviderKeys
{
public:
    ProviderKeys(store::Connection &reads, std::shared_ptr<Vault> vault, std::shared_ptr<KeyUsage> usage)
        : m_reads(reads)
        , m_vault(std::move(vault))
        , m_usage(std::move(usage))
    {
    }

    /// The organisation's active key. ResourceNotFound, with a sentence for people, when there is none or it is not
    /// active. Keep it no longer than the request that carries it.
    Result<Secret> secretFor(const QString &organizationId, const QString &provider);
    /// To be called when a request with that key was sent; costs no write.
    void markUsed(const QString &organizationId, const QString &provider, qint64 nowMs);

private:
    store::Connection &m_reads;
    const std::shared_ptr<Vault> m_vault;
    const std::shared_ptr<KeyUsage> m_usage;
};
}

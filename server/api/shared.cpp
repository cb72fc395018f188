// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/shared.h"

#include <QRandomGenerator>

namespace api
{
Shared::Shared(const Settings &settings, Clock clock)
    : m_clock(std::move(clock))
    , m_versions(std::make_shared<VersionRegistry>())
    , m_rates(settings.rateWindows)
    , m_cache(settings.cacheBytes, settings.cacheTime)
    , m_fingerprintSecret(32, Qt::Uninitialized)
{
    QRandomGenerator::system()->generate(m_fingerprintSecret.begin(), m_fingerprintSecret.end());
}

std::shared_ptr<const VersionRegistry> Shared::versions() const
{
    const std::scoped_lock lock(m_mutex);
    return m_versions;
}

void Shared::setVersions(VersionRegistry versions)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_versions = std::make_shared<VersionRegistry>(std::move(versions));
    }
    m_versionsRevision.fetch_add(1, std::memory_order_acq_rel);
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/quotaledger.h"

namespace usage
{
QuotaLedger::Hold QuotaLedger::hold(const QString &userId, qint64 tokens)
{
    const std::lock_guard lock(m_mutex);
    const qint64 before = m_held.value(userId);
    m_held.insert(userId, before + tokens);
    return {before, std::shared_ptr<void>(nullptr, [self = shared_from_this(), userId, tokens](void *) {
                self->release(userId, tokens);
            })};
}

qint64 QuotaLedger::held(const QString &userId) const
{
    const std::lock_guard lock(m_mutex);
    return m_held.value(userId);
}

void QuotaLedger::release(const QString &userId, qint64 tokens)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_held.find(userId);
    if (found != m_held.end() && (*found -= tokens) <= 0)
        m_held.erase(found);
}
}

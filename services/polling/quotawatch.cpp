// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/polling/quotawatch.h"

void QuotaWatch::forget()
{
    m_said = 0;
    m_month = {};
}

void QuotaWatch::take(const QuotaUse &use, QDate today)
{
    const QDate month(today.year(), today.month(), 1);
    if (std::exchange(m_month, month) != month)
        m_said = 0;
    const double share = use.quota > 0 ? double(use.used) / double(use.quota) : 0;
    const int level = share >= 1.0 ? 100 : share >= 0.8 ? 80 : 0;
    if (level > m_said)
        emit reached(level, use);
    m_said = level; // a raised quota may be reached again
}

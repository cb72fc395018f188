// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/quotarisk.h"

#include "server/identity/userrow.h"

using namespace Qt::StringLiterals;

namespace identity
{
UserIdQuery usersAtQuotaRisk(const IdentitySettings &settings, qint64 nowMs)
{
    QString ofTier;
    for (const Tier tier : {Tier::Free, Tier::Pro, Tier::Enterprise})
        ofTier += u" WHEN '%1' THEN %2"_s.arg(toWire(tier)).arg(settings.limitsOf(tier).monthlyTokenQuota);
    return {u"SELECT e.user_id FROM quota_events e JOIN users q ON q.id = e.user_id WHERE e.month = ? "
            "AND e.threshold = 80 AND q.usage_month = e.month AND q.used_tokens >= "
            "0.8 * COALESCE(q.monthly_token_quota, CASE q.tier%1 END)"_s.arg(ofTier),
            {usageMonth(nowMs)}};
}
}

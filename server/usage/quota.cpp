// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/quota.h"

#include "server/identity/userstore.h"

using namespace Qt::StringLiterals;

namespace usage
{
Result<QuotaState> quotaOf(store::Connection &connection, const identity::IdentitySettings &settings,
                           const QString &organizationId, const QString &userId, qint64 nowMs)
{
    const auto user = identity::UserStore(connection, settings, nowMs).byId(userId);
    if (!user)
        return user.error();
    if (user->user.organizationId != organizationId)
        return ErrorCode::ResourceNotFound;
    auto rows = connection.query(
        u"SELECT tokens FROM usage_monthly WHERE organization_id = ? AND user_id = ? AND month = ?"_s,
        {organizationId, userId, identity::usageMonth(nowMs)});
    if (!rows)
        return rows.error();
    const qint64 used = rows->next() ? rows->integer(0) : 0;
    if (rows->failed())
        return ErrorCode::ServiceUnavailable;
    return QuotaState{.used = used, .quota = user->user.limits.monthlyTokenQuota};
}

Result<QuotaState> requireQuota(store::Connection &connection, const identity::IdentitySettings &settings,
                                const QString &organizationId, const QString &userId, qint64 nowMs, qint64 held)
{
    auto state = quotaOf(connection, settings, organizationId, userId, nowMs);
    if (!state || held < state->remaining())
        return state;
    Error error{.code = ErrorCode::QuotaExceeded,
                .message = u"The monthly token quota is used up"_s,
                .details = {{u"monthly_token_quota"_s, QString::number(state->quota)},
                            {u"used_tokens"_s, QString::number(state->used)}}};
    if (!state->exceeded()) {
        error.message = u"Requests that are under way may use up the monthly token quota"_s;
        error.details.insert(u"held_tokens"_s, QString::number(held));
        error.retryAfterSeconds = 1; // it passes: no Idempotency-Key keeps it
    }
    return error;
}
}

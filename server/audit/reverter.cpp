// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/reverter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace audit
{
const Reverter *Reverters::find(const Entry &entry) const
{
    if (entry.outcome != "success"_L1 || entry.before.isEmpty() || entry.targetId.isEmpty())
        return nullptr;
    if (isShortened(entry)) // what it was is not all there
        return nullptr;
    const auto found
        = std::ranges::find_if(m_reverters, [&](const Reverter &r) { return r.targetType == entry.targetType; });
    return found != m_reverters.end() && found->handles(entry) ? &*found : nullptr;
}

bool isStill(const QJsonObject &now, const QJsonObject &after)
{
    for (auto it = after.begin(); it != after.end(); ++it) {
        const QJsonValue has = now.value(it.key());
        const bool absent = has.isUndefined() || has.isNull();
        if (it.value().isObject() && has.isObject() ? !isStill(has.toObject(), it.value().toObject())
                                                    : !(has == it.value() || (absent && it.value().isNull())))
            return false;
    }
    return true;
}

Error changedSince()
{
    return {.code = ErrorCode::ResourceConflict,
            .message = u"This has changed since; taking the old change back would undo the new one."_s};
}
}

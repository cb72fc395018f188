// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace usage
{
/// Cuts `count` rows into statements of 64, 8 and 1, so that many rows take few statements and a kept connection sees
/// few texts. Stops at the first Error. `run(first, size)` answers a Result<Done>.
template<typename Run>
Result<Done> inChunks(qsizetype count, Run run)
{
    for (qsizetype first = 0; first < count;) {
        const qsizetype left = count - first;
        const qsizetype size = left >= 64 ? 64 : left >= 8 ? 8 : 1;
        if (auto done = run(first, size); !done)
            return done;
        first += size;
    }
    return Done{};
}

/// "(?, ?), (?, ?)"
inline QString placeholders(qsizetype rows, int columns)
{
    const QString row = u'(' % QStringLiteral("?, ").repeated(columns).chopped(2) % u')';
    return QString(row % u", ").repeated(rows).chopped(2);
}
}

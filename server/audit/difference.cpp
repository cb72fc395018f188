// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/audit.h"

namespace audit
{
void keepDifferences(QJsonObject &before, QJsonObject &after)
{
    const QStringList names = before.keys();
    for (const QString &name : names) {
        if (!after.contains(name))
            continue;
        const QJsonValue had = before.value(name);
        const QJsonValue has = after.value(name);
        if (had == has) {
            before.remove(name);
            after.remove(name);
        } else if (had.isObject() && has.isObject()) {
            QJsonObject inner = had.toObject();
            QJsonObject outer = has.toObject();
            keepDifferences(inner, outer);
            before.insert(name, inner);
            after.insert(name, outer);
        }
    }
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/auditentry.h"

namespace
{
void flatten(const QJsonObject &object, const QString &prefix, QMap<QString, QJsonValue> &into)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString path = prefix.isEmpty() ? it.key() : QString(prefix + u'.' + it.key());
        if (it.value().isObject() && !it.value().toObject().isEmpty())
            flatten(it.value().toObject(), path, into);
        else if (!it.value().isNull())
            into.insert(path, it.value());
    }
}
}

QList<FieldChange> changesBetween(const QJsonObject &before, const QJsonObject &after)
{
    QMap<QString, QJsonValue> old;
    QMap<QString, QJsonValue> fresh;
    flatten(before, {}, old);
    flatten(after, {}, fresh);
    QMap<QString, QJsonValue> paths = old; // a set in order
    paths.insert(fresh);
    QList<FieldChange> changes;
    for (auto it = paths.cbegin(); it != paths.cend(); ++it) {
        const QString &path = it.key();
        if (!old.contains(path))
            changes.append({path, FieldChange::Kind::Added, QJsonValue::Undefined, fresh.value(path)});
        else if (!fresh.contains(path))
            changes.append({path, FieldChange::Kind::Removed, old.value(path), QJsonValue::Undefined});
        else if (old.value(path) != fresh.value(path))
            changes.append({path, FieldChange::Kind::Changed, old.value(path), fresh.value(path)});
    }
    return changes;
}

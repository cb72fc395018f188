// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/agent.h"

QJsonValue valueAt(const QJsonObject &object, const QString &path)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return object.value(path);
    return valueAt(object.value(QStringView(path).left(dot)).toObject(), path.mid(dot + 1));
}

void setValueAt(QJsonObject &object, const QString &path, const QJsonValue &value)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        object.insert(path, value);
        return;
    }
    const QString first = path.left(dot);
    QJsonObject inner = object.value(first).toObject();
    setValueAt(inner, path.mid(dot + 1), value);
    object.insert(first, inner);
}

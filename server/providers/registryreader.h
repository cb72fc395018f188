// SPDX-License-Identifier: GPL-3.0-or-later
// Inside server/providers only: the registry's text becomes values, or an error that names the place.
#pragma once

#include "server/providers/registry.h"

namespace providers
{
class RegistryReader
{
public:
    Result<std::shared_ptr<const Registry>> read(const QByteArray &json);

private:
    // Each reads what is at `path`; the first thing that is wrong is kept and the rest does not matter any more.
    void readParameters(const QJsonObject &kinds);
    void readGroups(const QJsonValue &groups);
    void readProviders(const QJsonValue &providers);
    Provider readProvider(const QJsonObject &object, const QString &path);
    KeyCheck readCheck(const QJsonObject &object, const QString &path);
    Section readSection(Kind kind, const QJsonObject &object, const QString &path);
    Model readModel(const QJsonObject &object, const QString &path);
    Voice readVoice(const QJsonObject &object, const QString &path);
    QList<Field> readFields(const Section &section, const QJsonValue &list, const QString &path);
    Field readField(const QJsonObject &object, const QString &path);
    void checkDefaults(const QJsonObject &defaults);

    QString text(const QJsonObject &object, QLatin1StringView name, const QString &path);
    QList<QJsonObject> objects(const QJsonValue &list, const QString &path);
    void onlyKnows(const QJsonObject &object, const QStringList &names, const QString &path);
    void fail(const QString &path, const QString &what);

    QString m_problem;
    QMap<Kind, QList<QJsonObject>> m_parameters;
    std::shared_ptr<Registry> m_registry;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

using namespace Qt::StringLiterals;

namespace
{
const QString Prefix = u"VOXDESK_"_s;
const QString FileVariable = u"VOXDESK_CONFIG"_s;

QString environmentName(QLatin1StringView name) { return Prefix + QString(name).toUpper().replace(u'-', u'_'); }

Error wrong(const QString &source, const QString &reason)
{
    return {.code = ErrorCode::BadRequest,
            .message = source + u": "_s + reason + (reason.endsWith(u'.') ? QString() : u"."_s)};
}

QString tomlText(const toml::node &node)
{
    if (const auto *list = node.as_array()) {
        QStringList parts;
        for (const toml::node &element : *list)
            parts << tomlText(element);
        return parts.join(u',');
    }
    if (const auto text = node.value<std::string>())
        return QString::fromStdString(*text);
    std::ostringstream out;
    node.visit([&out](const auto &n) { out << n; });
    return QString::fromStdString(out.str());
}

/// One setting as a source has it.
struct Value {
    QString text;
    QString label; ///< the source and the name as it is written there
};
using Values = QHash<QString, Value>; ///< by ConfigOption name

Result<Values> readFile(const QString &file)
{
    if (QFile readable(file); !readable.open(QIODevice::ReadOnly))
        return wrong(file, u"it cannot be read: "_s + readable.errorString());
    Values found;
    try {
        const toml::table table = toml::parse_file(file.toStdString());
        for (const auto &[key, node] : table) {
            const QString written = QString::fromUtf8(key.data(), qsizetype(key.length()));
            const QString name = QString(written).replace(u'_', u'-');
            const bool known
                = std::ranges::any_of(configOptions(), [&](const ConfigOption &o) { return name == o.name; });
            if (!known)
                return wrong(file, u"'%1' is not a setting; see voxdeskd serve --help"_s.arg(written));
            found.insert(name, {tomlText(node), file + u", "_s + written});
        }
    } catch (const toml::parse_error &error) {
        return wrong(u"%1, line %2"_s.arg(file).arg(error.source().begin.line),
                     QString::fromUtf8(error.description().data(), qsizetype(error.description().size())));
    }
    return found;
}

Result<Done> apply(Config &config, const Values &values)
{
    for (const ConfigOption &option : configOptions()) {
        const auto it = values.constFind(QString(option.name));
        if (it == values.cend())
            continue;
        if (const QString reason = option.set(config, it->text); !reason.isEmpty())
            return wrong(it->label, reason);
    }
    return Done{};
}

Values valuesOf(const QProcessEnvironment &environment)
{
    Values found;
    for (const ConfigOption &option : configOptions()) {
        if (const QString name = environmentName(option.name); environment.contains(name))
            found.insert(QString(option.name), {environment.value(name), name});
    }
    return found;
}

/// The file that is read although nobody named one; empty: none.
QString usualFile(const QString &data)
{
    const QString usual = data.isEmpty() ? QString() : QDir(data).filePath(u"voxdeskd.toml"_s);
    return QFileInfo::exists(usual) ? usual : QString();
}
}

Result<store::Database> Config::database() const
{
    return store::Database::parse(databaseUrl.isEmpty() ? QDir(data).filePath(u"voxdesk.db"_s) : databaseUrl);
}

Result<Config> readConfig(const QHash<QString, QString> &arguments, const QProcessEnvironment &environment,
                          QString file)
{
    const Values fromEnvironment = valuesOf(environment);
    Values fromArguments;
    for (auto it = arguments.cbegin(); it != arguments.cend(); ++it)
        fromArguments.insert(it.key(), {*it, u"--"_s + it.key()});

    Config config;
    config.server.workers = std::max(1, QThread::idealThreadCount());
    config.data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/voxdeskd"_s;
    if (file.isEmpty() && environment.contains(FileVariable)) {
        file = environment.value(FileVariable);
        if (file.isEmpty())
            return wrong(FileVariable, u"it is empty; name a file"_s);
    }
    if (file.isEmpty())
        file = usualFile(
            fromArguments.value(u"data"_s, fromEnvironment.value(u"data"_s, {config.data, QString()})).text);
    if (!file.isEmpty()) {
        const auto fromFile = readFile(file);
        if (!fromFile)
            return fromFile.error();
        if (const auto done = apply(config, *fromFile); !done)
            return done.error();
    }
    for (const Values &values : {fromEnvironment, fromArguments}) {
        if (const auto done = apply(config, values); !done)
            return done.error();
    }
    if (config.server.tlsCertificate.isEmpty() != config.server.tlsKey.isEmpty())
        return wrong(u"TLS"_s, u"--tls-certificate and --tls-key go together; only one of them is set"_s);
    return config;
}

QStringList unknownVariables(const QProcessEnvironment &environment)
{
    // The console's own, which a server that it starts inherits.
    QStringList known{FileVariable, u"VOXDESK_INSTANCE"_s, u"VOXDESK_LANGUAGE"_s};
    for (const ConfigOption &option : configOptions())
        known << environmentName(option.name);
    QStringList sentences;
    for (const QString &name : environment.keys()) {
        if (name.startsWith(Prefix) && !known.contains(name))
            sentences << u"%1 is not a setting and does nothing; voxdeskd serve --help lists them."_s.arg(name);
    }
    sentences.sort();
    return sentences;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/jsondocument.h"
#include "server/commands.h"
#include "server/legacy/legacyimport.h"
#include "server/legacyparts.h"
#include "server/opendatabase.h"
#include "server/operatormessage.h"

#include <QDateTime>
#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace
{
int refuseExport(const Error &error)
{
    QTextStream err(stderr);
    err << "voxdeskd: " << operatorMessage(error) << '\n';
    for (auto it = error.details.cbegin(); it != error.details.cend(); ++it)
        err << "  " << it.key() << ": " << it.value() << '\n';
    return 1;
}

Result<legacy::Export> readExport(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::BadRequest,
                     .message = u"The file %1 cannot be read: %2."_s.arg(name, file.errorString())};
    const auto document = api::JsonDocument::parse(file.readAll());
    if (!document)
        return document.error();
    if (!document->isObject())
        return Error{.code = ErrorCode::BadRequest,
                     .message = u"The file %1 is no export: {users, agents, campaigns, calls}."_s.arg(name)};
    return legacy::Export::from(document->toObject());
}

void print(QTextStream &out, const QList<legacy::Issue> &issues)
{
    for (const legacy::Issue &issue : issues) {
        out << QString(legacy::toWire(issue.severity)).leftJustified(8) << issue.row;
        if (!issue.id.isEmpty())
            out << " (" << issue.id << ')';
        out << ": " << issue.message << '\n';
    }
}

QString inWords(const QMap<QString, qint64> &counts)
{
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts << u"%1 %2"_s.arg(it.value()).arg(it.key());
    return parts.join(u", "_s);
}

int check(legacy::LegacyImport &import, const legacy::Export &exported)
{
    const auto report = import.check(exported);
    if (!report)
        return refuseExport(report.error());
    QTextStream out(stdout);
    print(out, report->issues);
    out << "The export has " << inWords(report->counts) << "; imported before: " << inWords(report->existing) << ".\n"
        << (report->importable ? "It can be imported.\n" : "It cannot be imported before its errors are gone.\n");
    return report->importable ? 0 : 1;
}

int run(store::Connection &connection, legacy::LegacyImport &import, const legacy::Export &exported)
{
    const auto admin = legacy::LegacyImport::firstAdmin(connection);
    if (!admin)
        return refuseExport(admin.error());
    store::Transaction all(connection);
    if (!all.isOpen())
        return refuseExport(all.error());
    const auto report = import.run(exported, *admin, audit::Actor::system(u"voxdeskd migrate-legacy"_s));
    if (!report)
        return refuseExport(report.error());
    if (const auto kept = all.commit(); !kept)
        return refuseExport(kept.error());
    QTextStream out(stdout);
    print(out, report->issues);
    out << "Imported " << inWords(report->imported) << "; there already: " << inWords(report->existing) << ".\n";
    return 0;
}
}

int runMigrateLegacy(const Config &config, const QHash<QString, QString> &options)
{
    const auto exported = readExport(options.value(u"FILE"_s));
    if (!exported)
        return refuseExport(exported.error());
    identity::IdentitySettings settings;
    settings.tierLimits = config.tierLimits;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool only = options.contains(u"check"_s);
    auto connection = openExisting(config, only ? Existing::Current : Existing::Migrated);
    if (!connection)
        return refuseExport(connection.error());
    const auto registry = providers::Registry::builtIn();
    if (!registry)
        return refuseExport(registry.error());
    if (only) { // makes no agents, and so needs no keys
        const legacy::AgentWork agents{.check = legacyAgentCheck(*registry), .make = {}};
        legacy::LegacyImport import(**connection, settings, agents, now);
        return check(import, *exported);
    }
    const auto source = vault::openKeySource(config.masterKeyFile, config.data);
    if (!source)
        return refuseExport(source.error());
    const auto vault = vault::Vault::open(**connection, *source, now);
    if (!vault)
        return refuseExport(vault.error());
    legacy::LegacyImport import(**connection, settings, legacyAgents(*vault, *registry), now);
    return run(**connection, import, *exported);
}

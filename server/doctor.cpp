// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor.h"

#include "server/identityparts.h"
#include "server/operatormessage.h"
#include "server/store/migrator.h"
#include "server/vault/keysource.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace
{
using Level = Finding::Level;

constexpr qint64 LowSpace = 512LL * 1024 * 1024;

Finding dataFolder(const Config &config)
{
    const QString what = u"data folder"_s;
    const QFileInfo folder(config.data);
    if (!folder.exists())
        return {Level::Notice, what, u"%1 does not exist yet; serve makes it."_s.arg(config.data)};
    if (!folder.isDir())
        return {Level::Problem, what, u"%1 is not a folder. Name another with --data."_s.arg(config.data)};
    QTemporaryFile probe(config.data + u"/probe-XXXXXX"_s);
    if (!probe.open())
        return {Level::Problem, what,
                u"%1 cannot be written (%2). Give this user the right to, or name another folder with --data."_s.arg(
                    config.data, probe.errorString())};
    return {Level::Fine, what, config.data};
}

Finding space(const Config &config)
{
    const QStorageInfo storage(config.data);
    const QString free = QLocale::c().formattedDataSize(storage.bytesAvailable());
    if (storage.isValid() && storage.bytesAvailable() < LowSpace)
        return {Level::Problem, u"disk space"_s,
                u"Only %1 are free. Make room before the database fills the disk."_s.arg(free)};
    return {Level::Fine, u"disk space"_s, u"%1 free"_s.arg(free)};
}

Finding schema(store::Connection &connection)
{
    const QString what = u"schema"_s;
    store::Migrator migrator(connection);
    const auto installed = migrator.installedVersion();
    if (!installed)
        return {Level::Problem, what, installed.error().message};
    if (*installed > migrator.newestVersion())
        return {Level::Problem, what,
                u"The database has schema %1, this program knows %2. Install the newer voxdeskd."_s.arg(*installed)
                    .arg(migrator.newestVersion())};
    if (*installed < migrator.newestVersion())
        return {Level::Notice, what,
                u"Schema %1; serve brings it to %2. Back up the data folder first."_s.arg(*installed)
                    .arg(migrator.newestVersion())};
    return {Level::Fine, what, u"version %1"_s.arg(*installed)};
}

Finding integrity(store::Connection &connection)
{
    const QString what = u"integrity"_s;
    QStringList complaints;
    {
        auto rows = connection.query(u"PRAGMA integrity_check(5)"_s);
        if (!rows)
            return {Level::Problem, what, rows.error().message};
        while (rows->next())
            complaints << rows->text(0);
    }
    auto orphans = connection.query(u"PRAGMA foreign_key_check"_s);
    if (orphans && orphans->next())
        complaints << u"a row of %1 refers to a row that is gone"_s.arg(orphans->text(0));
    if (complaints == QStringList{u"ok"_s})
        return {Level::Fine, what, u"every page and every reference is sound"_s};
    complaints.removeAll(u"ok"_s);
    return {Level::Problem, what, u"The database is damaged: %1. Restore a backup."_s.arg(complaints.join(u"; "_s))};
}

Finding administrator(store::Connection &connection)
{
    const QString what = u"administrator"_s;
    auto rows = connection.query(u"SELECT COUNT(*) FROM users WHERE role = 'admin' AND is_active = 1"_s);
    if (!rows || !rows->next())
        return {Level::Notice, what, u"There are no users yet."_s};
    if (rows->integer(0) == 0)
        return {Level::Notice, what, u"There is none. Make one with voxdeskd user create --role admin."_s};
    return {Level::Fine, what, u"%1 active"_s.arg(rows->integer(0))};
}

QList<Finding> database(const Config &config)
{
    const QString what = u"database"_s;
    auto where = config.database();
    if (!where)
        return {{Level::Problem, what, where.error().message}};
    if (where->engine == store::Engine::Sqlite && !QFileInfo::exists(where->name))
        return {{Level::Notice, what, u"%1 does not exist yet; serve makes it."_s.arg(where->name)}};
    where->readOnly = true;
    const auto connection = store::Connection::open(*where);
    if (!connection)
        return {{Level::Problem, what, operatorMessage(connection.error())}};
    QList<Finding> findings{{Level::Fine, what, where->display()}, schema(**connection)};
    if (where->engine == store::Engine::Sqlite)
        findings << integrity(**connection);
    if (findings[1].level == Level::Fine)
        findings << administrator(**connection);
    return findings;
}

Finding masterKey(const Config &config)
{
    const QString what = u"master key"_s;
    const auto found = vault::describeKeySource(config.masterKeyFile, config.data);
    if (!found)
        return {Level::Problem, what, found.error().message};
    return {found->isWarning ? Level::Notice : Level::Fine, what, found->sentence};
}

Finding mailFinding(const Config &config)
{
    const QString what = u"mail"_s;
    const QString route = u"goes "_s + mailRoute(config);
    if (config.smtp && route.endsWith("@localhost"_L1))
        return {Level::Notice, what,
                route + u". Few mail servers take it from there: name an address of yours with --mail-from."_s};
    return {Level::Fine, what, route};
}

Finding listener(const Config &config)
{
    const QString what = u"listening"_s;
    class Nobody : public http::Handler
    {
        static http::Response answer(int status)
        {
            http::Response response;
            response.status = status;
            return response;
        }
        http::BodyPolicy bodyPolicy(const http::Request &) const override { return {}; }
        http::Reply handle(http::Request) override { return answer(503); }
        http::Response refuse(int status, const http::Request &) const override { return answer(status); }
    };
    http::ServerConfig probe = config.server;
    probe.workers = 1;
    http::Server server(probe, [](int) { return std::make_unique<Nobody>(); });
    if (const auto port = server.listen(); !port)
        return {Level::Problem, what, operatorMessage(port.error())};
    return {Level::Fine, what,
            u"%1, port %2%3"_s.arg(config.server.host.toString())
                .arg(config.server.port)
                .arg(config.server.tlsKey.isEmpty() ? QString() : u", TLS"_s)};
}
}

QList<Finding> examine(const Config &config)
{
    QList<Finding> findings{dataFolder(config)};
    if (QFileInfo::exists(config.data))
        findings << space(config);
    findings << database(config) << masterKey(config) << mailFinding(config) << listener(config);
    return findings;
}

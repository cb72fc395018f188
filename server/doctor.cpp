// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor.h"

#include "server/datafolder.h"
#include "server/http/tls.h"
#include "server/identity/signingkeys.h"
#include "server/identityparts.h"
#include "server/listening.h"
#include "server/operatormessage.h"
#include "server/shellwords.h"
#include "server/store/migrator.h"
#include "server/vault/keysource.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSslCertificate>
#include <QStorageInfo>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace
{
using Level = Finding::Level;

constexpr int FewDays = 14;
constexpr qint64 LowSpace = 512LL * 1024 * 1024;

/// What keeps this user from making files there; empty: nothing. An empty file is made, and goes again.
QString whyUnwritable(const QString &folder)
{
    QTemporaryFile probe(folder + u"/probe-XXXXXX"_s);
    return probe.open() ? QString() : probe.errorString();
}

Finding dataFolder(const Config &config)
{
    const QString what = u"data folder"_s;
    const QString there = nearestExisting(config.data);
    if (!QFileInfo(there).isDir())
        return {Level::Problem, what, u"%1 is not a folder. Name another with --data."_s.arg(there)};
    if (const QString why = whyUnwritable(there); !why.isEmpty())
        return {Level::Problem, what,
                u"%1 cannot be written (%2). Give this user the right to, or name another folder with --data."_s.arg(
                    there, why)};
    if (there != config.data)
        return {Level::Notice, what, u"%1 does not exist yet; serve makes it."_s.arg(config.data)};
    const QString open = opennessOf(config.data);
    return open.isEmpty() ? Finding{Level::Fine, what, config.data} : Finding{Level::Notice, what, open};
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

bool hasKeys(const Config &config)
{
    const QDir keys(QDir(config.data).filePath(u"keys"_s));
    return keys.exists() && !keys.isEmpty();
}

Finding schema(store::Connection &connection, const Config &config)
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
    if (*installed == 0 && connection.engine() == store::Engine::Sqlite && hasKeys(config))
        return {Level::Problem, what,
                u"The database is empty, but there are keys of one. If it was copied while a server ran, its -wal file "
                "is missing: restore what voxdeskd backup wrote."_s};
    if (*installed < migrator.newestVersion())
        return {Level::Notice, what,
                u"Schema %1; serve brings it to %2. Back it up first: %3 FILE"_s.arg(*installed)
                    .arg(migrator.newestVersion())
                    .arg(makeBackup(config))};
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

Finding administrator(store::Connection &connection, const Config &config)
{
    const QString what = u"administrator"_s;
    auto rows = connection.query(u"SELECT COUNT(*) FROM users WHERE role = 'admin' AND is_active = 1"_s);
    if (!rows || !rows->next())
        return {Level::Notice, what, u"There are no users yet."_s};
    if (rows->integer(0) == 0)
        return {Level::Notice, what, u"There is none. Make one: "_s + makeAdministrator(config)};
    return {Level::Fine, what, u"%1 active"_s.arg(rows->integer(0))};
}

QString opennessOfFile(const store::Database &database)
{
#ifndef Q_OS_WIN
    if (database.engine == store::Engine::Sqlite
        && QFile::permissions(database.name) & (QFile::ReadGroup | QFile::ReadOther))
        return u"Others can read %1; run chmod 600 on it."_s.arg(database.name);
#else
    Q_UNUSED(database)
#endif
    return {};
}

QList<Finding> database(const Config &config)
{
    const QString what = u"database"_s;
    auto where = config.database();
    if (!where)
        return {{Level::Problem, what, where.error().message}};
    if (where->engine == store::Engine::Sqlite && !QFileInfo::exists(where->name))
        return {
            {Level::Notice, what,
             u"%1 does not exist yet; serve makes it.%2"_s.arg(
                 where->name, hasKeys(config) ? u" There are keys of one that is gone or elsewhere."_s : QString())}};
    where->readOnly = true;
    const auto connection = store::Connection::open(*where);
    if (!connection)
        return {{Level::Problem, what, operatorMessage(connection.error())}};
    QList<Finding> findings{{Level::Fine, what, where->display()}, schema(**connection, config)};
    if (const QString open = opennessOfFile(*where); !open.isEmpty())
        findings[0] = {Level::Notice, what, open};
    if (where->engine == store::Engine::Sqlite)
        findings << integrity(**connection);
    if (findings[1].level == Level::Fine)
        findings << administrator(**connection, config);
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

Finding signingKeys(const Config &config)
{
    const QString what = u"sign-in keys"_s;
    const QString file = QDir(config.data).filePath(u"keys/tokens.json"_s);
    if (!QFileInfo::exists(file))
        return {Level::Notice, what, u"There are none yet; serve makes %1."_s.arg(file)};
    const auto keys = identity::SigningKeys::load(config.data);
    return keys ? Finding{Level::Fine, what, u"in "_s + file} : Finding{Level::Problem, what, keys.error().message};
}

Finding accessLog(const Config &config)
{
    const QString what = u"access log"_s;
    if (config.accessLog == u"-" || config.accessLog == u"off")
        return {Level::Fine, what, config.accessLog == u"-" ? u"on standard error"_s : u"none is kept"_s};
    const QFileInfo file(config.accessLog);
    const QString why = file.isDir() ? u"it is a folder"_s
        : file.exists()              ? QString()
                                     : whyUnwritable(file.absolutePath());
    if (!why.isEmpty() || (file.exists() && !file.isWritable()))
        return {Level::Problem, what,
                u"%1 cannot be written%2. Name another with --access-log."_s.arg(
                    config.accessLog, why.isEmpty() ? QString() : u" (%1)"_s.arg(why))};
    return {Level::Fine, what, config.accessLog};
}

Finding certificate(const Config &config)
{
    const QString what = u"certificate"_s;
    const auto tls = http::loadTls(config.server.tlsCertificate, config.server.tlsKey);
    if (!tls)
        return {Level::Problem, what, operatorMessage(tls.error())};
    const QSslCertificate own = tls->localCertificate();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString until = own.expiryDate().toUTC().toString(u"yyyy-MM-dd"_s);
    if (own.expiryDate() < now)
        return {Level::Problem, what,
                u"It expired on %1. Renew it; SIGHUP makes the server read it again."_s.arg(until)};
    if (own.effectiveDate() > now)
        return {Level::Problem, what,
                u"It is not valid before %1."_s.arg(own.effectiveDate().toUTC().toString(u"yyyy-MM-dd"_s))};
    if (own.expiryDate() < now.addDays(FewDays))
        return {Level::Notice, what, u"It expires on %1. Renew it soon."_s.arg(until)};
    return {Level::Fine, what, u"until "_s + until};
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
    if (const auto port = listenOn(server); !port) {
        if (port.error() == ErrorCode::ResourceConflict && isServedAlready(config.server))
            return {Level::Fine, what,
                    u"a server is running at %1, port %2"_s.arg(config.server.host.toString()).arg(config.server.port)};
        return {Level::Problem, what, operatorMessage(port.error())};
    }
    return {Level::Fine, what,
            u"%1, port %2%3"_s.arg(config.server.host.toString())
                .arg(config.server.port)
                .arg(config.server.tlsKey.isEmpty() ? QString() : u", TLS"_s)};
}
}

QList<Finding> examine(const Config &config)
{
    QList<Finding> findings;
    for (const QString &sentence : unknownVariables(QProcessEnvironment::systemEnvironment()))
        findings << Finding{Level::Notice, u"environment"_s, sentence};
    findings << dataFolder(config);
    if (QFileInfo::exists(config.data))
        findings << space(config);
    findings << database(config) << masterKey(config) << signingKeys(config) << mailFinding(config)
             << accessLog(config);
    if (!config.server.tlsCertificate.isEmpty())
        findings << certificate(config);
    return findings << listener(config);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands.h"

#include "server/application.h"
#include "server/audit/audit.h"
#include "server/demo/demogenerator.h"
#include "server/doctor.h"
#include "server/identity/registration.h"
#include "server/identity/secondfactor.h"
#include "server/operatormessage.h"
#include "server/store/migrator.h"
#include "server/usage/registryprices.h"
#include "server/vault/rotation.h"

#include <QDateTime>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace
{
int refuse(const QString &message) { return refuse(Error{.code = ErrorCode::BadRequest, .message = message}); }

/// The first line of standard input; a password never stands on a command line, where others can read it.
QString readPassword()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QByteArray line = input.readLine(8192);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

identity::IdentitySettings settingsOf(const Config &config)
{
    identity::IdentitySettings settings;
    settings.tierLimits = config.tierLimits;
    return settings;
}

int runUserCreate(const Config &config, const QHash<QString, QString> &options)
{
    if (!options.contains(u"email"_s) || !options.contains(u"password-stdin"_s))
        return refuse(u"--email and --password-stdin are needed. See voxdeskd user create --help."_s);
    const QString roleName = options.value(u"role"_s, u"user"_s);
    const auto role = roleFromWire(roleName);
    if (!role)
        return refuse(u"--role: '%1' is none of user, enterprise, support, admin."_s.arg(roleName));
    auto connection = openMigrated(config);
    if (!connection)
        return refuse(connection.error());
    identity::NewUser user;
    user.email = options.value(u"email"_s);
    user.role = *role;
    user.tier = *role == Role::Enterprise ? Tier::Enterprise : Tier::Free;
    user.organizationName = options.value(u"organization"_s);
    identity::PasswordHasher hasher;
    const auto made = identity::createUser(**connection, hasher, settingsOf(config), user, readPassword(),
                                           QDateTime::currentMSecsSinceEpoch());
    if (!made)
        return refuse(made.error());
    QTextStream(stdout) << "Made " << toWire(made->role) << ' ' << made->email << " (" << made->id << ").\n";
    return 0;
}

int runUserPassword(const Config &config, const QHash<QString, QString> &options)
{
    if (!options.contains(u"email"_s) || !options.contains(u"password-stdin"_s))
        return refuse(u"--email and --password-stdin are needed. See voxdeskd user password --help."_s);
    auto connection = openMigrated(config);
    if (!connection)
        return refuse(connection.error());
    identity::PasswordHasher hasher;
    const QString email = options.value(u"email"_s);
    const auto done = identity::resetPassword(**connection, hasher, settingsOf(config), email, readPassword(),
                                              QDateTime::currentMSecsSinceEpoch());
    if (!done && done.error() == ErrorCode::ResourceNotFound)
        return refuse(u"Nobody has the address %1."_s.arg(email));
    if (!done)
        return refuse(done.error());
    QTextStream(stdout) << "The password is changed and all sessions have ended.\n";
    return 0;
}

/// For an administrator who lost the second factor and the recovery codes.
int runUserResetTwoFactor(const Config &config, const QHash<QString, QString> &options)
{
    if (!options.contains(u"email"_s))
        return refuse(u"--email is needed. See voxdeskd user reset-2fa --help."_s);
    auto connection = openMigrated(config);
    if (!connection)
        return refuse(connection.error());
    const QString email = options.value(u"email"_s);
    const auto ended = identity::resetTwoFactor(**connection, settingsOf(config), email,
                                                audit::Actor::system(u"voxdeskd user reset-2fa"_s),
                                                QDateTime::currentMSecsSinceEpoch());
    if (!ended && ended.error() == ErrorCode::ResourceNotFound)
        return refuse(u"Nobody has the address %1."_s.arg(email));
    if (!ended)
        return refuse(ended.error());
    if (!*ended)
        return refuse(u"The account of %1 has no second factor."_s.arg(email));
    QTextStream(stdout) << "The second factor is removed and all sessions have ended.\n";
    return 0;
}

int runDemo(const Config &config, const QHash<QString, QString> &options)
{
    if (!options.contains(u"password-stdin"_s))
        return refuse(u"--password-stdin is needed: the password of the demo's accounts comes from standard input."_s);
    demo::DemoOptions wanted;
    wanted.nowMs = QDateTime::currentMSecsSinceEpoch();
    const auto number = [&options](const QString &name, auto &target) {
        bool ok = true;
        if (options.contains(name))
            target = std::decay_t<decltype(target)>(options.value(name).toLongLong(&ok));
        return ok;
    };
    for (const auto &[name, ok] :
         {std::pair{u"users"_s, number(u"users"_s, wanted.users)}, std::pair{u"days"_s, number(u"days"_s, wanted.days)},
          std::pair{u"seed"_s, number(u"seed"_s, wanted.seed)}}) {
        if (!ok)
            return refuse(u"--%1: '%2' is not a whole number."_s.arg(name, options.value(name)));
    }
    wanted.password = readPassword();
    auto connection = openMigrated(config);
    if (!connection)
        return refuse(connection.error());
    identity::PasswordHasher hasher;
    const auto registry = providers::Registry::builtIn();
    if (!registry)
        return refuse(registry.error());
    const usage::RegistryPrices prices(*registry);
    demo::DemoGenerator generator(**connection, prices,
                                  [&hasher](const QString &password) { return hasher.hashNow(password); });
    const auto made = generator.generate(wanted);
    if (!made)
        return refuse(made.error());
    QTextStream(stdout) << "Made " << made->users << " users in " << made->organizations << " organisations, with "
                        << made->agents << " agents and " << made->calls
                        << " calls. Sign in as admin@voxdesk.example, support@voxdesk.example or "
                           "owner@northgate.example.\n";
    return 0;
}

int runVaultRotate(const Config &config, const QHash<QString, QString> &)
{
    auto connection = openMigrated(config);
    if (!connection)
        return refuse(connection.error());
    const auto source = vault::openKeySource(config.masterKeyFile, config.data);
    if (!source)
        return refuse(source.error());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (const auto vault = vault::Vault::open(**connection, *source, now); !vault)
        return refuse(vault.error());
    vault::Rotation rotation(**connection, **source, now);
    for (bool more = true; more;) {
        const auto step = rotation.step();
        if (!step)
            return refuse(step.error());
        more = *step;
    }
    QTextStream(stdout) << (rotation.wasResumed() ? "Finished the rotation that was interrupted. "
                                                  : "The master key is new. ")
                        << rotation.resealed() << " secrets were resealed. It is in " << (*source)->description()
                        << ".\n";
    return 0;
}

int runDoctor(const Config &config, const QHash<QString, QString> &)
{
    QTextStream out(stdout);
    bool healthy = true;
    for (const Finding &finding : examine(config)) {
        const char *mark = finding.level == Finding::Level::Fine ? "ok      "
            : finding.level == Finding::Level::Notice            ? "notice  "
                                                                 : "PROBLEM ";
        out << mark << finding.what << ": " << finding.sentence << '\n';
        healthy = healthy && finding.level != Finding::Level::Problem;
    }
    return healthy ? 0 : 1;
}

int runOpenApi(const Config &, const QHash<QString, QString> &)
{
    const auto document = Application::openApi();
    if (!document)
        return refuse(document.error());
    QTextStream(stdout) << QString::fromUtf8(*document) << '\n';
    return 0;
}

using S = QLatin1StringView;
const QList<Command> Commands{
    {.name = S("serve"), .summary = "Answer requests until told to stop", .takesSettings = true, .run = runServe},
    {.name = S("user create"),
     .summary = "Make a user; the password is read from standard input",
     .takesSettings = true,
     .options = {{S("email"), S("ADDRESS"), "E-mail address to sign in with"},
                 {S("role"), S("ROLE"), "user, enterprise, support or admin (default: user)"},
                 {S("organization"), S("NAME"), "Name of the organisation that is made with the user"},
                 {S("password-stdin"), S(""), "Read the password from standard input"}},
     .run = runUserCreate},
    {.name = S("user password"),
     .summary = "Give a user a new password, read from standard input; ends the user's sessions",
     .takesSettings = true,
     .options = {{S("email"), S("ADDRESS"), "Whose password"},
                 {S("password-stdin"), S(""), "Read the password from standard input"}},
     .run = runUserPassword},
    {.name = S("user reset-2fa"),
     .summary = "Remove the second factor of a user who lost it; ends the user's sessions",
     .takesSettings = true,
     .options = {{S("email"), S("ADDRESS"), "Whose second factor"}},
     .run = runUserResetTwoFactor},
    {.name = S("demo"),
     .summary = "Fill an empty database with people that do not exist",
     .takesSettings = true,
     .options = {{S("users"), S("N"), "How many users (default: 1000)"},
                 {S("days"), S("N"), "Days of history (default: 90)"},
                 {S("seed"), S("N"), "The same seed makes the same data (default: 1)"},
                 {S("password-stdin"), S(""), "Read the demo accounts' password from standard input"}},
     .run = runDemo},
    {.name = S("migrate-legacy"),
     .summary = "Import a legacy system's export in one transaction, once however often it is run",
     .takesSettings = true,
     .options = {{S("check"), S(""), "Only tell what there is to know; change nothing"}},
     .argument = S("FILE"),
     .run = runMigrateLegacy},
    {.name = S("vault rotate"),
     .summary = "Make a new master key and seal every stored secret with it; goes on where it was interrupted",
     .takesSettings = true,
     .run = runVaultRotate},
    {.name = S("audit verify"),
     .summary = "Check the chain of the audit log; names the first entry that was changed, removed or inserted",
     .takesSettings = true,
     .options = {{S("expect"), S("SEQUENCE:HASH"), "What an earlier run printed: the log still holds that entry"}},
     .run = runAuditVerify},
    {.name = S("doctor"),
     .summary = "Check settings, folder, database and port",
     .takesSettings = true,
     .run = runDoctor},
    {.name = S("openapi"), .summary = "Print the API's OpenAPI 3.1 document", .takesSettings = true, .run = runOpenApi},
};
}

Result<std::unique_ptr<store::Connection>> openMigrated(const Config &config)
{
    const auto database = config.database();
    if (!database)
        return database.error();
    if (!QDir().mkpath(config.data))
        return Error{.code = ErrorCode::ServiceUnavailable,
                     .message = u"The data folder %1 cannot be made. Name another with --data."_s.arg(config.data)};
    auto connection = store::Connection::open(*database);
    if (!connection)
        return connection.error();
    if (const auto migrated = store::Migrator(**connection).migrate(); !migrated)
        return migrated.error();
    return connection;
}

const QList<Command> &commands() { return Commands; }

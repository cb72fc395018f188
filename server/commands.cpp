// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands.h"

#include "server/application.h"
#include "server/doctor.h"
#include "server/opendatabase.h"
#include "server/operatormessage.h"
#include "server/vault/rotation.h"

#include <QDateTime>
#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace
{
int runVaultRotate(const Config &config, const QHash<QString, QString> &)
{
    auto connection = openExisting(config, Existing::Migrated);
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
    {.name = S("backup"),
     .summary = "Copy the database into a new file, also while a server runs; copy keys/ apart from it",
     .takesSettings = true,
     .argument = S("FILE"),
     .run = runBackup},
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

const QList<Command> &commands() { return Commands; }

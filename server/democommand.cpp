// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands.h"
#include "server/demo/demogenerator.h"
#include "server/identity/registration.h"
#include "server/opendatabase.h"
#include "server/operatormessage.h"
#include "server/usage/registryprices.h"

#include <QDateTime>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace
{
const QString KnownAccount = u"admin@voxdesk.example"_s;

/// Empty: they are good. Else what is wrong, for the operator.
QString readOptions(const QHash<QString, QString> &options, demo::DemoOptions &wanted)
{
    const auto number = [&options](const QString &name, auto &target) {
        bool ok = true;
        if (options.contains(name)) {
            if constexpr (sizeof(target) == sizeof(int))
                target = options.value(name).toInt(&ok);
            else
                target = options.value(name).toULongLong(&ok);
        }
        return ok;
    };
    for (const auto &[name, ok] :
         {std::pair{u"users"_s, number(u"users"_s, wanted.users)}, std::pair{u"days"_s, number(u"days"_s, wanted.days)},
          std::pair{u"seed"_s, number(u"seed"_s, wanted.seed)}}) {
        if (!ok)
            return u"--%1: '%2' is not a whole number for it."_s.arg(name, options.value(name));
    }
    const auto good = demo::checkOptions(wanted);
    return good ? QString() : u"--"_s + good.error().message;
}
}

int runDemo(const Config &config, const QHash<QString, QString> &options)
{
    if (!options.contains(u"password-stdin"_s))
        return refuseUse(u"--password-stdin is needed: the password of the demo's accounts comes from standard "
                         "input."_s);
    demo::DemoOptions wanted;
    wanted.nowMs = QDateTime::currentMSecsSinceEpoch();
    if (const QString wrong = readOptions(options, wanted); !wrong.isEmpty())
        return refuseUse(wrong, u"demo"_s);
    wanted.password = readPassword();
    identity::NewUser known;
    known.email = KnownAccount;
    if (const auto good = identity::checkNewUser(known, wanted.password); !good)
        return refuse(good.error());
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
                        << made->agents << " agents and " << made->calls << " calls. Sign in as " << KnownAccount
                        << ", support@voxdesk.example or owner@northgate.example.\n";
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/audit.h"
#include "server/commands.h"
#include "server/identity/registration.h"
#include "server/identity/secondfactor.h"
#include "server/opendatabase.h"
#include "server/operatormessage.h"

#include <QDateTime>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype LongestOrganizationName = 200; ///< as a registration's

identity::IdentitySettings settingsOf(const Config &config)
{
    identity::IdentitySettings settings;
    settings.tierLimits = config.tierLimits;
    return settings;
}
}

int runUserCreate(const Config &config, const QHash<QString, QString> &options)
{
    const QString help = u"user create"_s;
    if (!options.contains(u"email"_s) || !options.contains(u"password-stdin"_s))
        return refuseUse(u"--email and --password-stdin are needed."_s, help);
    const QString roleName = options.value(u"role"_s, u"user"_s);
    const auto role = roleFromWire(roleName);
    if (!role)
        return refuseUse(u"--role: '%1' is none of user, enterprise, support, admin."_s.arg(roleName));
    identity::NewUser user;
    user.email = identity::normalizedEmail(options.value(u"email"_s));
    user.role = *role;
    user.tier = identity::tierOf(*role);
    user.organizationName = options.value(u"organization"_s).simplified();
    if (user.organizationName.size() > LongestOrganizationName)
        return refuseUse(u"--organization has more than %1 characters."_s.arg(LongestOrganizationName));
    const QString password = readPassword();
    if (const auto good = identity::checkNewUser(user, password); !good)
        return good.error().details.contains(u"email"_s)
            ? refuseUse(u"--email: '%1' is not an e-mail address."_s.arg(user.email))
            : refuse(good.error());
    auto connection = openMigrated(config);
    if (!connection)
        return refuse(connection.error());
    identity::PasswordHasher hasher;
    const auto made = identity::createUser(**connection, hasher, settingsOf(config), user, password,
                                           QDateTime::currentMSecsSinceEpoch());
    if (!made)
        return refuse(made.error());
    QTextStream(stdout) << "Made " << toWire(made->role) << ' ' << made->email << " (" << made->id << ").\n";
    return 0;
}

int runUserPassword(const Config &config, const QHash<QString, QString> &options)
{
    if (!options.contains(u"email"_s) || !options.contains(u"password-stdin"_s))
        return refuseUse(u"--email and --password-stdin are needed."_s, u"user password"_s);
    auto connection = openExisting(config, Existing::Migrated);
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

int runUserResetTwoFactor(const Config &config, const QHash<QString, QString> &options)
{
    if (!options.contains(u"email"_s))
        return refuseUse(u"--email is needed."_s, u"user reset-2fa"_s);
    auto connection = openExisting(config, Existing::Migrated);
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

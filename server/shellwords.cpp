// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shellwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{
QString commandFor(const Config &config, const QString &name)
{
    QString command = u"voxdeskd %1 --data "_s.arg(name) + shellWord(config.data);
    if (const auto database = config.database(); database && !config.databaseUrl.isEmpty())
        command += u" --database "_s + shellWord(database->address());
    return command;
}
}

QString shellWord(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:@%+=,-]+$"_s);
    return plain.match(text).hasMatch() ? text : u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString makeAdministrator(const Config &config)
{
    return u"echo PASSWORD | "_s + commandFor(config, u"user create"_s)
        + u" --email you@example.com --role admin --password-stdin"_s;
}

QString makeBackup(const Config &config) { return commandFor(config, u"backup"_s); }

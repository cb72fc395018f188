// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shellwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QString shellWord(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:@%+=,-]+$"_s);
    return plain.match(text).hasMatch() ? text : u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString makeAdministrator(const Config &config)
{
    QString command = u"echo PASSWORD | voxdeskd user create --data "_s + shellWord(config.data);
    if (const auto database = config.database(); database && !config.databaseUrl.isEmpty())
        command += u" --database "_s + shellWord(database->display());
    return command + u" --email you@example.com --role admin --password-stdin"_s;
}

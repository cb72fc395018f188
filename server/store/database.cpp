// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/database.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace store
{
namespace
{
const QString BadScheme = u"it must begin with sqlite:// or postgresql://, or be a file's path."_s;

Error badUrl(const QString &why)
{
    return {ErrorCode::ValidationError, u"The database address is not usable: "_s % why};
}

Result<Database> parsePostgreSql(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return badUrl(u"it is not a URL."_s);
    Database database{.engine = Engine::PostgreSql,
                      .name = url.path(QUrl::FullyDecoded).mid(1),
                      .host = url.host(),
                      .port = url.port(0),
                      .user = url.userName(QUrl::FullyDecoded),
                      .password = url.password(QUrl::FullyDecoded)};
    QStringList options;
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (key == "host"_L1)
            database.host = value;
        else if (key == "password"_L1)
            database.password = value;
        else if (value.contains(u';') || value.contains(u' ') || value.contains(u'\''))
            return badUrl(u"the option "_s % key % u" holds a character that is not allowed."_s);
        else
            options << key % u'=' % value;
    }
    database.options = options.join(u';');
    if (database.name.isEmpty())
        return badUrl(u"it names no database."_s);
    return database;
}

Result<Database> parseSqlite(const QString &text)
{
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]+:"_s); // one letter is a drive's
    QString path = text;
    if (text.startsWith("sqlite:"_L1)) {
        QUrl url(text);
        if (!url.host().isEmpty())
            return badUrl(u"a path follows sqlite:// and begins with a slash of its own, as in sqlite:///path."_s);
        url.setScheme(u"file"_s); // toLocalFile() knows about drive letters
        path = url.toLocalFile();
    } else if (scheme.match(text).hasMatch()) {
        return badUrl(BadScheme);
    }
    if (path.isEmpty())
        return badUrl(u"it names no file."_s);
    return Database{.engine = Engine::Sqlite, .name = path};
}

/// Of libpq's options; also those of newer ones than this was built with.
bool isSecret(const QString &option)
{
    return option == "sslpassword"_L1 || option == "oauth_client_secret"_L1 || option == "scram_client_key"_L1
        || option == "scram_server_key"_L1;
}

QString encoded(const QString &text, const QByteArray &kept = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, kept));
}
}

Result<Database> Database::parse(const QString &url)
{
    if (url.startsWith("postgresql://"_L1) || url.startsWith("postgres://"_L1))
        return parsePostgreSql(url);
    if (url.contains("://"_L1) && !url.startsWith("sqlite://"_L1))
        return badUrl(BadScheme);
    return parseSqlite(url);
}

QString Database::display() const
{
    if (engine == Engine::Sqlite)
        return u"sqlite://"_s % name;
    return u"postgresql://"_s % (user.isEmpty() ? QString() : QString(user % u'@')) % host
        % (port > 0 ? QString(u':' % QString::number(port)) : QString()) % u'/' % name;
}

QString Database::address() const
{
    if (engine == Engine::Sqlite) {
        QUrl url = QUrl::fromLocalFile(QFileInfo(name).absoluteFilePath());
        url.setScheme(u"sqlite"_s);
        return url.toString(QUrl::FullyEncoded);
    }
    const bool isFolder = host.startsWith(u'/');
    QStringList query;
    if (isFolder)
        query << u"host="_s % encoded(host, "/");
    for (const QString &option : options.split(u';', Qt::SkipEmptyParts)) {
        if (const QString key = option.section(u'=', 0, 0); !isSecret(key))
            query << encoded(key) % u'=' % encoded(option.section(u'=', 1));
    }
    QString text = u"postgresql://"_s;
    if (!user.isEmpty())
        text += encoded(user) % u'@';
    if (!isFolder)
        text += host.contains(u':') ? QString(u'[' % host % u']') : host; // IPv6
    if (port > 0)
        text += u':' % QString::number(port);
    text += u'/' % encoded(name);
    return query.isEmpty() ? text : QString(text % u'?' % query.join(u'&'));
}
}

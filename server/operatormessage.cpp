// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operatormessage.h"

#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
/// The words of logs and drivers begin in lower case. A file's or an option's name stays what it is.
bool beginsWithWord(QStringView text)
{
    const auto end = text.indexOf(u' ');
    const QStringView first = end < 0 ? text : text.first(end);
    return std::ranges::all_of(first, [](QChar c) { return c.isLetter() || c == u':' || c == u','; });
}
}

QString operatorMessage(const Error &error)
{
    const bool saysNothing = error.message == info(error.code).message;
    QString text = saysNothing && !error.log.isEmpty() ? error.log : error.message;
    for (auto it = error.details.cbegin(); it != error.details.cend(); ++it) {
        if (!text.contains(*it))
            text += u" ("_s + it.key() + u": "_s + *it + u')';
    }
    text = text.simplified(); // a database driver's words may hold line breaks
    if (!text.isEmpty() && beginsWithWord(text))
        text[0] = text[0].toUpper();
    return text.endsWith(u'.') || text.endsWith(u'?') ? text : text + u'.';
}

int refuse(const Error &error)
{
    QTextStream(stderr) << "voxdeskd: " << operatorMessage(error) << '\n';
    return 1;
}

int refuse(const QString &sentence) { return refuse(Error{.code = ErrorCode::BadRequest, .message = sentence}); }

int refuseUse(const QString &sentence, const QString &help)
{
    QTextStream(stderr) << "voxdeskd: " << sentence
                        << (help.isEmpty() ? QString() : u" See voxdeskd %1 --help."_s.arg(help)) << '\n';
    return 2;
}

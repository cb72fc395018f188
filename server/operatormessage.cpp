// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operatormessage.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

QString operatorMessage(const Error &error)
{
    const bool saysNothing = error.message == info(error.code).message;
    QString text = saysNothing && !error.log.isEmpty() ? error.log : error.message;
    for (auto it = error.details.cbegin(); it != error.details.cend(); ++it) {
        if (!text.contains(*it))
            text += u" ("_s + it.key() + u": "_s + *it + u')';
    }
    text = text.simplified(); // a database driver's words may hold line breaks
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text.endsWith(u'.') ? text : text + u'.';
}

int refuse(const Error &error)
{
    QTextStream(stderr) << "voxdeskd: " << operatorMessage(error) << '\n';
    return 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/csv.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace csv
{
namespace
{
/// A cell or a row, for some spreadsheet.
bool endsCell(QChar c) { return c == u';' || c == u'\t' || c == u'\r' || c == u'\n'; }

bool isQuotedFor(QChar c) { return c == u'"' || c == u',' || endsCell(c); }

/// What Excel, LibreOffice and Google Sheets take for the start of a formula, leading blanks included: they trim them.
/// U+FF1D and its kin are the full-width forms, which some spreadsheets take as well.
bool startsWithSign(QStringView cell)
{
    const QStringView trimmed = cell.trimmed();
    return !trimmed.isEmpty() && u"=+-@|%\uFF1D\uFF0B\uFF0D\uFF20"_s.contains(trimmed.front());
}

bool isNumber(QStringView text)
{
    static const QRegularExpression number(u"^[+-]?\\d+([.,]\\d+)*([eE][+-]?\\d+)?$"_s);
    return number.match(text.trimmed().toString()).hasMatch();
}

QStringView behindApostrophes(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    return text;
}

/// Also before what has one already: whoever reads it takes one away.
bool needsApostrophe(QStringView cell, QStringView number)
{
    return startsWithSign(behindApostrophes(cell)) && !isNumber(number);
}

QString disarmed(const QString &text)
{
    QString safe = text;
    qsizetype end = text.size();
    for (qsizetype i = end - 1; i >= 0; --i) { // from behind: what comes next stays where it is
        if (!endsCell(text[i]))
            continue;
        const QStringView cell = QStringView(text).sliced(i + 1, end - i - 1);
        if (needsApostrophe(cell, cell))
            safe.insert(i + 1, u'\'');
        end = i;
    }
    const QStringView start = behindApostrophes(text);
    const bool startsWithBreak = !start.isEmpty() && start[0] != u';' && endsCell(start[0]);
    if (startsWithBreak || needsApostrophe(QStringView(text).first(end), text))
        safe.prepend(u'\'');
    return safe;
}
}

QString field(const QString &text)
{
    QString safe = disarmed(text);
    const bool blanks = safe.startsWith(u' ') || safe.endsWith(u' ');
    if (!blanks && std::none_of(safe.cbegin(), safe.cend(), isQuotedFor))
        return safe;
    return u'"' + safe.replace(u'"', u"\"\""_s) + u'"';
}

QByteArray record(const QStringList &fields)
{
    QStringList encoded;
    encoded.reserve(fields.size());
    for (const QString &text : fields)
        encoded << field(text);
    return encoded.join(u',').toUtf8() + "\r\n";
}
}

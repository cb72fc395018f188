// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/export/csvwriter.h"

#include <QIODevice>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{
// What Excel, LibreOffice and Google Sheets take for the start of a formula, leading blanks included: they trim them.
bool startsFormula(const QString &field)
{
    static const QRegularExpression number(u"^[+-]?\\d+([.,]\\d+)*([eE][+-]?\\d+)?$"_s);
    const QString trimmed = field.trimmed();
    const bool sign = trimmed.startsWith(u'+') || trimmed.startsWith(u'-');
    if (sign)
        return !number.match(trimmed).hasMatch();
    if (field.startsWith(u'\t') || field.startsWith(u'\r') || field.startsWith(u'\n'))
        return true;
    // U+FF1D and its kin are the full-width forms, which some spreadsheets take as well.
    return !trimmed.isEmpty() && u"=@|%\uFF1D\uFF0B\uFF0D\uFF20"_s.contains(trimmed.front());
}
}

CsvWriter::CsvWriter(QIODevice &device, bool byteOrderMark)
    : m_device(device)
    , m_byteOrderMark(byteOrderMark)
{
}

QString CsvWriter::encode(const QString &field)
{
    QString text = startsFormula(field) ? u'\'' + field : field;
    static const QRegularExpression special(u"[\",;\\r\\n\\t]"_s);
    const bool blanks = text.startsWith(u' ') || text.endsWith(u' ');
    if (!blanks && !text.contains(special))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

bool CsvWriter::writeRow(const QStringList &fields)
{
    QStringList encoded;
    encoded.reserve(fields.size());
    for (const QString &field : fields)
        encoded.append(encode(field));
    QByteArray line = (encoded.join(u',') + u"\r\n"_s).toUtf8();
    if (std::exchange(m_byteOrderMark, false))
        line.prepend("\xEF\xBB\xBF");
    return m_device.write(line) == line.size();
}

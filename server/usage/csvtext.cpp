// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/csvtext.h"

#include <QByteArrayList>
#include <QVariant>

#include <algorithm>

namespace usage
{
namespace
{
bool looksLikeFormula(const QByteArray &text)
{
    return !text.isEmpty() && QByteArrayView("=+-@\t\r").contains(text.front());
}

bool isNumber(const QByteArray &text)
{
    bool ok = false;
    text.toDouble(&ok);
    return ok;
}

QByteArray field(const QString &value)
{
    QByteArray text = value.toUtf8();
    if (looksLikeFormula(text) && !isNumber(text))
        text.prepend('\'');
    const bool quoted = std::any_of(text.cbegin(), text.cend(),
                                    [](char c) { return c == '"' || c == ',' || c == '\n' || c == '\r'; });
    if (!quoted)
        return text;
    text.replace("\"", "\"\"");
    return '"' + text + '"';
}
}

QByteArray csvRecord(const QStringList &fields)
{
    QByteArrayList cells;
    for (const QString &value : fields)
        cells << field(value);
    return cells.join(',') + "\r\n";
}

CsvStream::CsvStream(const QStringList &header, Next next)
    : m_next(std::move(next))
    , m_piece(csvRecord(header))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 CsvStream::readData(char *data, qint64 room)
{
    while (m_sent == m_piece.size() && !m_ended) {
        auto piece = m_next();
        if (!piece)
            setProperty("failed", true);
        m_ended = !piece || piece->isEmpty();
        m_piece = m_ended ? QByteArray() : *std::move(piece);
        m_sent = 0;
    }
    const qsizetype size = std::min<qsizetype>(room, m_piece.size() - m_sent);
    if (size == 0)
        return m_ended ? -1 : 0;
    std::copy_n(m_piece.constData() + m_sent, size, data);
    m_sent += size;
    return size;
}

api::Answer csvAnswer(std::shared_ptr<CsvStream> stream, const QByteArray &what, const Period &period)
{
    const QByteArray days
        = period.first.toString(Qt::ISODate).toLatin1() + '-' + period.last.toString(Qt::ISODate).toLatin1();
    api::Answer answer;
    answer.wrap = api::Wrap::Bare;
    answer.contentType = "text/csv; charset=utf-8";
    answer.stream = std::move(stream);
    answer.headers.add("Content-Disposition", "attachment; filename=\"" + what + '-' + days + ".csv\"");
    answer.headers.add("Cache-Control", "private, no-store");
    return answer;
}
}

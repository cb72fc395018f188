// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/usage/csvtext.h"

#include "models/domain/csv.h"

#include <QVariant>

#include <algorithm>

namespace usage
{
CsvStream::CsvStream(const QStringList &header, Next next)
    : m_next(std::move(next))
    , m_piece(csv::record(header))
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

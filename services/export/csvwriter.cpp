// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/export/csvwriter.h"

#include "models/domain/csv.h"

#include <QIODevice>

#include <utility>

CsvWriter::CsvWriter(QIODevice &device, bool byteOrderMark)
    : m_device(device)
    , m_byteOrderMark(byteOrderMark)
{
}

bool CsvWriter::writeRow(const QStringList &fields)
{
    QByteArray line = csv::record(fields);
    if (std::exchange(m_byteOrderMark, false))
        line.prepend("\xEF\xBB\xBF");
    return m_device.write(line) == line.size();
}

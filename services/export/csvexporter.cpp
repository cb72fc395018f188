// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/export/csvexporter.h"

CsvFile::CsvFile(const QString &path, const QStringList &header, const CsvOptions &options)
    : m_file(path)
    , m_writer(m_file, options.byteOrderMark)
    , m_header(header)
{
}

std::optional<Error> CsvFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly) || !m_writer.writeRow(m_header))
        return failure();
    return {};
}

std::optional<Error> CsvFile::write(const QStringList &fields)
{
    if (!m_writer.writeRow(fields))
        return failure();
    ++m_rows;
    return {};
}

Result<qint64> CsvFile::commit()
{
    if (!m_file.commit())
        return failure();
    return m_rows;
}

Error CsvFile::failure() const
{
    return {.code = ErrorCode::InternalError,
            .message = CsvExporter::tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString())};
}

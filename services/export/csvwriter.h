// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QIODevice;

/// RFC 4180 rows in UTF-8. A field that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV
/// injection); plain numbers, also negative ones, stay as they are.
class CsvWriter
{
public:
    explicit CsvWriter(QIODevice &device, bool byteOrderMark = false);

    bool writeRow(const QStringList &fields); ///< false: the device failed, errorString() of the device says why

    static QString encode(const QString &field);

private:
    QIODevice &m_device;
    bool m_byteOrderMark;
};

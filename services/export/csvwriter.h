// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QIODevice;

/// Rows as models/domain/csv.h has them, into a device.
class CsvWriter
{
public:
    explicit CsvWriter(QIODevice &device, bool byteOrderMark = false);

    bool writeRow(const QStringList &fields); ///< false: the device failed, errorString() of the device says why

private:
    QIODevice &m_device;
    bool m_byteOrderMark;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/call.h"
#include "server/usage/period.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringList>

#include <functional>

namespace usage
{
/// A body that is made piece by piece while it is sent, so that no more than one piece is in memory. Used on one
/// thread. An Error, or the device's death, ends it: the transport then breaks the answer off.
class CsvStream : public QIODevice
{
    Q_OBJECT
public:
    /// The next records; empty: that was all.
    using Next = std::function<Result<QByteArray>()>;

    CsvStream(const QStringList &header, Next next);

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 room) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    Next m_next;
    QByteArray m_piece;
    qsizetype m_sent = 0;
    bool m_ended = false;
};

/// A download named "<what>-<first day>-<last day>.csv".
api::Answer csvAnswer(std::shared_ptr<CsvStream> stream, const QByteArray &what, const Period &period);
}

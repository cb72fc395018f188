// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/channel.h"
#include "server/http/readiness.h"

#include <QByteArray>

namespace http
{
/// A socket without anything between it and the kernel: a QTcpSocket asks how much there is before each read, copies
/// what it reads and writes through buffers of its own, and keeps those as long as the connection lives.
class PlainChannel final : public Channel, private Readiness::Watcher
{
public:
    /// Takes the descriptor over.
    PlainChannel(Owner &owner, Readiness &readiness, qintptr descriptor);
    ~PlainChannel() override;

    QHostAddress peer() const override;
    bool start() override;
    qint64 read(char *to, qint64 size) override;
    bool mayHaveMore() const override { return m_mayHaveMore; }
    bool write(QByteArrayView first, QByteArrayView second) override;
    qint64 unsent() const override { return m_kept.size() - m_sent; }
    void closeForWriting() override;
    void close() override;
    void abort() override;

private:
    void onReady(bool readable, bool writable, bool gone) override;
    bool sendKept();
    void shut();

    Owner &m_owner;
    Readiness &m_readiness;
    qintptr m_descriptor;
    QByteArray m_kept; ///< what the kernel did not take
    qsizetype m_sent = 0; ///< of that, taken since
    bool m_peerDone = false;
    bool m_ended = false; ///< the peer's end has been read
    bool m_mayHaveMore = true;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/descriptor.h"

#include <QByteArrayView>
#include <QHostAddress>

namespace http
{
/// The bytes between a client and its connection, in the clear or encrypted. Never waits. Lives on its worker's thread.
class Channel
{
public:
    class Owner
    {
    public:
        /// There may be something to read; told again only once read() has found nothing more.
        virtual void onReadable() = 0;
        /// Less is unsent than before.
        virtual void onRoom() = 0;
        /// Closed, by either side. The last that is told.
        virtual void onGone() = 0;
        virtual void onEncrypted() = 0; ///< the handshake is done; with TLS only

    protected:
        ~Owner() = default;
    };

    virtual ~Channel() = default;

    virtual QHostAddress peer() const = 0; ///< null when it is gone already
    /// Begins to tell the owner. False: it cannot be served.
    virtual bool start() = 0;
    /// How many octets came; 0: none just now; NoMoreComes; ConnectionBroken.
    virtual qint64 read(char *to, qint64 size) = 0;
    /// Whether another read() may find something without being told.
    virtual bool mayHaveMore() const = 0;
    /// Sends one after the other; what the system does not take at once is kept. False: the peer is gone.
    virtual bool write(QByteArrayView first, QByteArrayView second) = 0;
    virtual qint64 unsent() const = 0; ///< octets that write() kept
    /// The peer learns that nothing follows, and may still send.
    virtual void closeForWriting() = 0;
    /// In good order; onGone() follows, perhaps at once.
    virtual void close() = 0;
    /// At once, and nothing is told any more.
    virtual void abort() = 0;
};
}

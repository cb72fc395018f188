// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/gzip.h"
#include "server/http/responsehead.h"

#include <QObject>

#include <memory>

namespace http
{
/// One answer's body on its way from a device to a connection, in its framing. Lives on the connection's thread.
class ResponseStream : public QObject
{
    Q_OBJECT
public:
    ResponseStream(std::shared_ptr<QIODevice> device, Framing framing, bool gzip, QObject *parent);
    ~ResponseStream() override;

    enum class State {
        More, ///< call again when there is room
        Dry, ///< nothing just now; readable() follows
        Done, ///< the body is complete in `out`
        Failed, ///< the body can never be completed
    };
    /// Appends at most about `room` octets of the body to `out`.
    State fill(QByteArray &out, qsizetype room);

signals:
    void readable();

private:
    void append(QByteArrayView octets, Deflater::Mode mode, QByteArray &out);
    void finish(QByteArray &out);

    std::shared_ptr<QIODevice> m_device;
    std::unique_ptr<Deflater> m_deflater;
    Framing m_framing;
    bool m_ended = false; ///< the device said that nothing follows
};
}

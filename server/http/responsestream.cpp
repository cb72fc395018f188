// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/responsestream.h"

#include <QFileDevice>
#include <QVariant>

namespace http
{
ResponseStream::ResponseStream(std::shared_ptr<QIODevice> device, Framing framing, bool gzip, QObject *parent)
    : QObject(parent)
    , m_device(std::move(device))
    , m_framing(framing)
{
    if (gzip)
        m_deflater = std::make_unique<Deflater>();
    connect(m_device.get(), &QIODevice::readyRead, this, &ResponseStream::readable);
    const auto ended = [this] {
        m_ended = true;
        emit readable();
    };
    connect(m_device.get(), &QIODevice::readChannelFinished, this, ended);
    connect(m_device.get(), &QIODevice::aboutToClose, this, ended);
}

ResponseStream::~ResponseStream() { m_device->disconnect(this); }

ResponseStream::State ResponseStream::fill(QByteArray &out, qsizetype room)
{
    QByteArray octets(room, Qt::Uninitialized);
    const qint64 n = m_device->isOpen() ? m_device->read(octets.data(), room) : -1;
    if (n > 0) {
        append({octets.data(), qsizetype(n)}, Deflater::Mode::More, out);
        return State::More;
    }
    const bool atEnd = n < 0 || m_ended || (!m_device->isSequential() && m_device->atEnd());
    if (!atEnd) {
        if (m_deflater)
            append({}, Deflater::Mode::Flush, out); // what is known so far must not wait for what comes
        return State::Dry;
    }
    const auto *file = qobject_cast<QFileDevice *>(m_device.get());
    if ((file && file->error() != QFileDevice::NoError) || m_device->property("failed").toBool())
        return State::Failed;
    finish(out);
    return State::Done;
}

void ResponseStream::append(QByteArrayView octets, Deflater::Mode mode, QByteArray &out)
{
    QByteArray packed;
    if (m_deflater) {
        m_deflater->append(octets, mode, packed);
        octets = packed;
    }
    if (octets.isEmpty())
        return; // an empty chunk would end the body
    if (m_framing == Framing::Chunked)
        out.append(QByteArray::number(octets.size(), 16)).append("\r\n").append(octets).append("\r\n");
    else
        out.append(octets);
}

void ResponseStream::finish(QByteArray &out)
{
    if (m_deflater)
        append({}, Deflater::Mode::Finish, out);
    if (m_framing == Framing::Chunked)
        out.append("0\r\n\r\n");
}
}

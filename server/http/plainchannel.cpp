// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/plainchannel.h"

#include "server/http/descriptor.h"

namespace http
{
PlainChannel::PlainChannel(Owner &owner, Readiness &readiness, qintptr descriptor)
    : m_owner(owner)
    , m_readiness(readiness)
    , m_descriptor(descriptor)
{
}

PlainChannel::~PlainChannel() { shut(); }

QHostAddress PlainChannel::peer() const { return peerOf(m_descriptor); }

bool PlainChannel::start() { return prepareSocket(m_descriptor) && m_readiness.watch(*this, m_descriptor); }

qint64 PlainChannel::read(char *to, qint64 size)
{
    if (m_descriptor == NoDescriptor)
        return ConnectionBroken;
    const qint64 n = receiveNow(m_descriptor, to, size);
    m_ended = n == NoMoreComes;
    if (m_ended && isBroken(m_descriptor))
        return ConnectionBroken;
    // Less than asked for: it is empty now, and what comes later is told. Only the end is not told twice.
    m_mayHaveMore = n == size || (n > 0 && m_peerDone);
    if (n >= 0 && !m_mayHaveMore)
        Readiness::awaitRead(*this);
    return n;
}

bool PlainChannel::write(QByteArrayView first, QByteArrayView second)
{
    if (m_descriptor == NoDescriptor)
        return false;
    qint64 sent = 0;
    if (m_kept.isEmpty()) {
        sent = sendNow(m_descriptor, first, second);
        if (sent < 0)
            return false;
    }
    if (sent == first.size() + second.size())
        return true;
    const qsizetype ofFirst = std::min<qsizetype>(sent, first.size());
    m_kept.append(first.sliced(ofFirst)).append(second.sliced(sent - ofFirst));
    Readiness::awaitWrite(*this);
    return true;
}

/// False: the peer is gone.
bool PlainChannel::sendKept()
{
    const qint64 n = sendNow(m_descriptor, QByteArrayView(m_kept).sliced(m_sent), {});
    if (n < 0)
        return false;
    m_sent += n;
    if (m_sent < m_kept.size()) {
        Readiness::awaitWrite(*this);
    } else {
        m_kept = {};
        m_sent = 0;
    }
    return true;
}

void PlainChannel::onReady(bool readable, bool writable, bool gone)
{
    m_peerDone = m_peerDone || gone;
    if (m_ended && isBroken(m_descriptor)) { // reading would not tell: it ended before
        shut();
        return m_owner.onGone();
    }
    if (writable && !m_kept.isEmpty()) {
        if (!sendKept()) {
            shut();
            return m_owner.onGone();
        }
        m_owner.onRoom();
    }
    if (readable && m_descriptor != NoDescriptor) {
        m_mayHaveMore = true;
        m_owner.onReadable();
    }
}

void PlainChannel::closeForWriting()
{
    if (m_descriptor != NoDescriptor)
        http::closeForWriting(m_descriptor);
}

void PlainChannel::close()
{
    shut();
    m_owner.onGone();
}

void PlainChannel::abort() { shut(); }

void PlainChannel::shut()
{
    if (m_descriptor == NoDescriptor)
        return;
    m_readiness.forget(*this);
    closeSocket(m_descriptor);
    m_descriptor = NoDescriptor;
    m_kept = {};
    m_sent = 0;
}
}

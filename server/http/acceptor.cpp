// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/acceptor.h"

#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace http
{
Acceptor::Acceptor(HandOver handOver, QObject *parent)
    : QTcpServer(parent)
    , m_handOver(std::move(handOver))
{
    setListenBacklogSize(4096);
    // Without this a server that once ran out of descriptors accepts nobody ever again.
    connect(this, &QTcpServer::acceptError, this,
            [this] { QTimer::singleShot(250ms, this, [this] { resumeAccepting(); }); });
}
}

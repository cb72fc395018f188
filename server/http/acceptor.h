// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

#include <functional>

namespace http
{
/// Listens, and hands each accepted socket on. Recovers from running out of descriptors.
class Acceptor : public QTcpServer
{
    Q_OBJECT
public:
    using HandOver = std::function<void(qintptr descriptor)>;
    explicit Acceptor(HandOver handOver, QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override { m_handOver(descriptor); }

private:
    HandOver m_handOver;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/worker.h"

#include <QSemaphore>
#include <QThread>

namespace http
{
/// A thread with one Worker on it. start(), then waitUntilReady() before anything else.
class WorkerThread : public QThread
{
    Q_OBJECT
public:
    using MakeHandler = std::function<std::unique_ptr<Handler>()>;
    WorkerThread(const ServerConfig &config, MakeHandler makeHandler, Shared &shared,
                 std::optional<QSslConfiguration> tls);
    ~WorkerThread() override; ///< stops at once

    void waitUntilReady() { m_ready.acquire(); }
    /// Null when no handler could be made; valid until the thread is stopped.
    Worker *worker() const { return m_worker; }

protected:
    void run() override;

private:
    const ServerConfig &m_config;
    MakeHandler m_makeHandler;
    Shared &m_shared;
    const std::optional<QSslConfiguration> m_tls;
    QSemaphore m_ready;
    Worker *m_worker = nullptr;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/workerthread.h"

#include <QLoggingCategory>

#include <exception>

namespace http
{
namespace
{
Q_LOGGING_CATEGORY(threadLog, "voxdesk.http")

std::unique_ptr<Handler> made(const WorkerThread::MakeHandler &makeHandler)
{
    try {
        return makeHandler();
    } catch (const std::exception &exception) {
        qCCritical(threadLog, "a worker's handler cannot be made: %s", exception.what());
    } catch (...) {
        qCCritical(threadLog, "a worker's handler cannot be made");
    }
    return nullptr;
}
}

WorkerThread::WorkerThread(const ServerConfig &config, MakeHandler makeHandler, Shared &shared,
                           std::optional<QSslConfiguration> tls)
    : m_config(config)
    , m_makeHandler(std::move(makeHandler))
    , m_shared(shared)
    , m_tls(std::move(tls))
{
}

WorkerThread::~WorkerThread()
{
    quit();
    wait();
}

void WorkerThread::run()
{
    auto handler = made(m_makeHandler);
    if (!handler) {
        m_ready.release();
        return;
    }
    Worker worker(m_config, std::move(handler), m_shared, m_tls);
    m_worker = &worker;
    m_ready.release();
    exec();
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/readpool.h"

#include "server/store/databasethread.h"
#include "server/store/sqlerror.h"

using namespace Qt::StringLiterals;

namespace store
{
namespace
{
Error notRead(const QString &why)
{
    return {.code = ErrorCode::ServiceUnavailable, .retryAfterSeconds = 1, .log = why};
}

Database readable(Database database)
{
    database.readOnly = true;
    return database;
}
}

ReadPool::ReadPool(Database database, int threads)
    : m_database(readable(std::move(database)))
{
    for (int i = 0; i < threads; ++i) {
        m_threads.push_back(makeDatabaseThread(u"reader"_s, [this] { loop(); }));
        m_threads.back()->start();
    }
}

ReadPool::~ReadPool()
{
    std::deque<std::unique_ptr<Job>> left;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        left.swap(m_queue);
    }
    m_changed.notify_all();
    for (const auto &job : left)
        job->fail(notRead(u"the server stops"_s));
    for (const auto &thread : m_threads)
        thread->wait();
}

void ReadPool::enqueue(std::unique_ptr<Job> job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_queue.size() < QueueLimit && !m_stopping)
            m_queue.push_back(std::move(job));
    }
    if (job)
        job->fail(notRead(u"too many long reads are waiting"_s));
    else
        m_changed.notify_one();
}

std::unique_ptr<Job> ReadPool::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
    if (m_queue.empty())
        return nullptr;
    auto job = std::move(m_queue.front());
    m_queue.pop_front();
    return job;
}

void ReadPool::loop()
{
    std::unique_ptr<Connection> connection;
    while (auto job = take()) {
        if (!connection) {
            auto opened = Connection::open(m_database);
            if (!opened) {
                job->fail(unreachable(opened.error()));
                continue;
            }
            connection = *std::move(opened);
        }
        run(*job, *connection);
    }
}

void ReadPool::run(Job &job, Connection &connection)
{
    try {
        job.run(connection);
    } catch (const std::exception &e) {
        job.fail({.code = ErrorCode::InternalError, .log = QString::fromUtf8(e.what())});
        return;
    } catch (...) {
        job.fail({.code = ErrorCode::InternalError, .log = u"a long read threw"_s});
        return;
    }
    job.finish();
}
}

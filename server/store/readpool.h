// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/connection.h"
#include "server/store/job.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace store
{
/// Reads that take too long for a worker, which others wait for: a few threads, each with a connection of its own that
/// cannot write and is opened when it is first needed.
class ReadPool
{
    Q_DISABLE_COPY_MOVE(ReadPool)
public:
    static constexpr std::size_t QueueLimit = 64; ///< beyond it submit() answers ServiceUnavailable at once

    explicit ReadPool(Database database, int threads = 2);
    ~ReadPool(); ///< waits for what runs; what waits for its turn answers ServiceUnavailable

    /// Any thread. What `work` throws is caught: InternalError. Continuations of the future run on the pool's threads
    /// unless they name a context.
    template<typename T>
    QFuture<Result<T>> submit(std::function<Result<T>(Connection &)> work)
    {
        auto [job, future] = makeJob<T>(std::move(work));
        enqueue(std::move(job));
        return future;
    }

private:
    void enqueue(std::unique_ptr<Job> job);
    std::unique_ptr<Job> take(); ///< null: stop
    void loop();
    static void run(Job &job, Connection &connection);

    const Database m_database;
    std::mutex m_mutex; ///< of the next three
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<Job>> m_queue;
    bool m_stopping = false;
    std::vector<std::unique_ptr<QThread>> m_threads;
};
}

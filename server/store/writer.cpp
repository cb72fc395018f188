// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/writer.h"

#include "server/store/databasethread.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace store
{
namespace
{
Q_LOGGING_CATEGORY(lcWriter, "voxdesk.store.writer")

constexpr std::size_t GroupLimit = 1024; ///< pieces
constexpr int MostTimes = 4; ///< that a group is run which has to give way to another server's
constexpr std::chrono::milliseconds LookEvery = 1s;
constexpr int GroupMilliseconds
    = 20; ///< after which a group takes nobody in any more: the first one waits for the last

/// Each piece runs in a savepoint and each statement of several rows in one of SQLite's own: what they need to undo is
/// held in memory, not in a file. The log may grow to 16 MiB before its pages are copied into the database, so that
/// what every group changes is copied once for many of them.
Result<Done> prepareToWrite(Connection &connection)
{
    if (connection.engine() == Engine::PostgreSql)
        return Done{};
    if (const auto set = connection.executeOnce(u"PRAGMA temp_store = MEMORY"_s); !set)
        return set;
    return connection.executeOnce(u"PRAGMA wal_autocheckpoint = 4096"_s);
}
}

struct Writer::Private {
    /// One piece that ran; `error` is set when the database, not the piece itself, refused it.
    struct Ran {
        std::unique_ptr<Job> job;
        std::optional<Error> error;
    };

    std::unique_ptr<Job> take();
    std::unique_ptr<Job> wait(); ///< until it is time to look for others, at most
    std::optional<Error> runOne(Connection &connection, Job &job);
    std::optional<Error> runTogether(Connection &connection, std::vector<Ran> &ran, int time);
    void runGroup(Connection &connection, std::unique_ptr<Job> first);
    void loop(const Database &database, std::promise<Result<Done>> &started);
    void lookForOthers(Connection &connection);

    std::function<void()> changedElsewhere; ///< may be empty
    qint64 seenVersion = 0; ///< SQLite's data_version; this and the next: the writer's thread only
    QDeadlineTimer nextLook; ///< the first at once
    bool isDone() const ///< told to stop, and nothing is left
    {
        const std::lock_guard lock(mutex);
        return stopping && queue.empty();
    }

    mutable std::mutex mutex; ///< of `queue` and `stopping`
    std::condition_variable changed;
    std::deque<std::unique_ptr<Job>> queue;
    bool stopping = false;
    std::unique_ptr<QThread> thread;
};

Writer::Writer()
    : d(std::make_unique<Private>())
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(d->mutex);
        d->stopping = true;
    }
    d->changed.notify_one();
    if (d->thread)
        d->thread->wait();
}

Result<std::unique_ptr<Writer>> Writer::start(const Database &database, std::function<void()> changedElsewhere)
{
    std::unique_ptr<Writer> writer(new Writer);
    if (database.engine == Engine::Sqlite)
        writer->d->changedElsewhere = std::move(changedElsewhere);
    std::promise<Result<Done>> started;
    auto opened = started.get_future();
    writer->d->thread
        = makeDatabaseThread(u"writer"_s, [d = writer->d.get(), database, &started] { d->loop(database, started); });
    writer->d->thread->start();
    if (const auto done = opened.get(); !done)
        return done.error();
    return writer;
}

int Writer::queued() const
{
    const std::lock_guard lock(d->mutex);
    return int(d->queue.size());
}

void Writer::enqueue(std::unique_ptr<Job> job)
{
    {
        const std::lock_guard lock(d->mutex);
        if (d->queue.size() < QueueLimit && !d->stopping)
            d->queue.push_back(std::move(job));
    }
    if (!job) {
        d->changed.notify_one();
        return;
    }
    job->fail(
        {.code = ErrorCode::ServiceUnavailable, .retryAfterSeconds = 1, .log = u"too many changes are waiting"_s});
}

std::unique_ptr<Job> Writer::Private::take()
{
    const std::lock_guard lock(mutex);
    if (queue.empty())
        return nullptr;
    auto job = std::move(queue.front());
    queue.pop_front();
    return job;
}

std::unique_ptr<Job> Writer::Private::wait()
{
    {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, std::chrono::milliseconds(nextLook.remainingTime()),
                         [this] { return stopping || !queue.empty(); });
    }
    return take();
}

/// SQLite counts what other connections committed. In this process only the writer's writes, once it runs.
void Writer::Private::lookForOthers(Connection &connection)
{
    if (!nextLook.hasExpired())
        return;
    nextLook = QDeadlineTimer(LookEvery, Qt::PreciseTimer);
    if (!changedElsewhere)
        return;
    auto rows = connection.query(u"PRAGMA data_version"_s);
    if (!rows || !rows->next())
        return; // what asks the database next will say what is wrong
    const qint64 version = rows->integer(0);
    if (seenVersion != 0 && version != seenVersion)
        changedElsewhere();
    seenVersion = version;
}

void Writer::Private::loop(const Database &database, std::promise<Result<Done>> &started)
{
    const auto opened = Connection::open(database);
    if (!opened) {
        started.set_value(opened.error());
        return;
    }
    if (const auto prepared = prepareToWrite(**opened); !prepared) {
        started.set_value(prepared.error());
        return;
    }
    lookForOthers(**opened);
    started.set_value(Done{}); // `started` is gone from here on
    while (!isDone()) {
        if (auto job = wait())
            runGroup(**opened, std::move(job));
        lookForOthers(**opened);
    }
}

void Writer::Private::runGroup(Connection &connection, std::unique_ptr<Job> first)
{
    std::vector<Ran> ran;
    ran.push_back({std::move(first), {}});
    std::optional<Error> broken = runTogether(connection, ran, 1);
    // Rolled back, the group holds no lock that the other one could wait for: that one comes to its end.
    for (int time = 2; connection.takeYielded() && time <= MostTimes; ++time)
        broken = runTogether(connection, ran, time);
    if (broken)
        qCWarning(lcWriter).noquote() << "a group of" << ran.size() << "changes was not written:" << broken->log;
    for (const Ran &piece : ran) {
        if (broken || piece.error)
            piece.job->fail(broken ? *broken : *piece.error);
        else
            piece.job->finish();
    }
}

/// All of `ran` in one transaction; the first time, others join while they come quickly. Answers why nothing was
/// written. Until the last time, that a piece had to give way is a reason; then it fails alone.
std::optional<Error> Writer::Private::runTogether(Connection &connection, std::vector<Ran> &ran, int time)
{
    Transaction transaction(connection);
    const QDeadlineTimer closing(GroupMilliseconds);
    for (std::size_t i = 0; i < ran.size(); ++i) {
        if (transaction.isOpen())
            ran[i].error = runOne(connection, *ran[i].job);
        if (connection.hasYielded() && time < MostTimes)
            return Error{.code = ErrorCode::ServiceUnavailable, .retryAfterSeconds = 1, .log = u"gave way"_s};
        if (time > 1 || i + 1 < ran.size() || ran.size() >= GroupLimit || closing.hasExpired())
            continue;
        if (auto job = take())
            ran.push_back({std::move(job), {}});
    }
    const auto committed = transaction.commit(); // or why it never was open
    return committed ? std::nullopt : std::optional(committed.error());
}

/// Answers why the database, not the piece itself, refused it.
std::optional<Error> Writer::Private::runOne(Connection &connection, Job &job)
{
    Transaction piece(connection); // a savepoint
    if (!piece.isOpen())
        return piece.error();
    try {
        if (!job.run(connection))
            return {}; // undone; the job holds its own error
    } catch (const std::exception &e) {
        return Error{.code = ErrorCode::InternalError, .log = QString::fromUtf8(e.what())};
    } catch (...) {
        return Error{.code = ErrorCode::InternalError, .log = u"a change threw"_s};
    }
    const auto kept = piece.commit();
    return kept ? std::nullopt : std::optional(kept.error());
}
}

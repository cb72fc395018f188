// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mail/sender.h"

#include "server/store/databasethread.h"

#include <QLoggingCategory>
#include <QThread>
#include <QUuid>

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>

using namespace Qt::StringLiterals;
using store::Connection;

namespace mail
{
namespace
{
Q_LOGGING_CATEGORY(lcMail, "voxdesk.mail")

constexpr qint64 HourMs = 3'600'000;
constexpr int PurgeLimit = 1000;
constexpr auto Waiting = "sent_at IS NULL AND failed_at IS NULL"_L1;

/// SQLite has one server at a time: what another was sending when it died is free at once.
Result<qint64> releaseTheDead(Connection &c, qint64 now)
{
    if (c.engine() != store::Engine::Sqlite)
        return 0;
    return c.execute(u"UPDATE mail_outbox SET next_attempt_at = ?, instance = '' WHERE instance <> '' AND "_s % Waiting,
                     {now});
}

Result<bool> isAnyDue(Connection &c, qint64 now)
{
    auto rows
        = c.query(u"SELECT 1 FROM mail_outbox WHERE next_attempt_at <= ? AND "_s % Waiting % u" LIMIT 1"_s, {now});
    if (!rows)
        return rows.error();
    return rows->next();
}

Result<qint64> dropTheExpired(Connection &c, qint64 now)
{
    return c.execute(
        u"UPDATE mail_outbox SET failed_at = ?, body = '', instance = '', "
        "last_error = 'it was over before it could be sent' WHERE next_attempt_at <= ? AND expires_at <= ? "
        "AND "_s
            % Waiting,
        {now, now, now});
}

/// The next mail that is due, taken until `until`; none: nothing is.
Result<std::optional<Outgoing>> take(Connection &c, qint64 now, qint64 until, const QString &instance)
{
    if (const auto dropped = dropTheExpired(c, now); !dropped)
        return dropped.error();
    std::optional<Outgoing> mail;
    {
        // PostgreSQL may be shared: another server takes the next one.
        const QString lock = c.engine() == store::Engine::PostgreSql ? u" FOR UPDATE SKIP LOCKED"_s : QString();
        auto rows = c.query(u"SELECT id, recipient, subject, body, created_at, attempts FROM mail_outbox "
                            "WHERE next_attempt_at <= ? AND "_s
                                % Waiting
                                % u" ORDER BY CASE WHEN expires_at IS NULL THEN 1 ELSE 0 END, next_attempt_at, seq "
                                  "LIMIT 1"_s
                                % lock,
                            {now});
        if (!rows)
            return rows.error();
        if (rows->next())
            mail = Outgoing{.id = rows->text(0),
                            .to = rows->text(1),
                            .subject = rows->text(2),
                            .text = rows->text(3),
                            .createdAt = rows->integer(4),
                            .attempts = int(rows->integer(5)) + 1};
    }
    if (!mail)
        return mail;
    const auto taken
        = c.execute(u"UPDATE mail_outbox SET attempts = ?, next_attempt_at = ?, instance = ? WHERE id = ?"_s,
                    {mail->attempts, until, instance, mail->id});
    if (!taken)
        return taken.error();
    return mail;
}

Result<qint64> noteSent(Connection &c, const QString &id, qint64 now)
{
    return c.execute(u"UPDATE mail_outbox SET sent_at = ?, body = '', instance = '', last_error = '' WHERE id = ?"_s,
                     {now, id});
}

Result<qint64> noteFailed(Connection &c, const QString &id, const QString &reason, qint64 now)
{
    return c.execute(u"UPDATE mail_outbox SET failed_at = ?, body = '', instance = '', last_error = ? WHERE id = ?"_s,
                     {now, reason, id});
}

Result<qint64> noteLater(Connection &c, const QString &id, const QString &reason, qint64 next)
{
    return c.execute(u"UPDATE mail_outbox SET next_attempt_at = ?, instance = '', last_error = ? WHERE id = ?"_s,
                     {next, reason, id});
}

Result<qint64> purge(Connection &c, qint64 before)
{
    return c.execute(u"DELETE FROM mail_outbox WHERE seq IN (SELECT seq FROM mail_outbox WHERE created_at < ? "
                     "AND (sent_at IS NOT NULL OR failed_at IS NOT NULL) ORDER BY created_at LIMIT ?)"_s,
                     {before, PurgeLimit});
}
}

struct Sender::Private {
    store::Database database;
    store::Writer &writer;
    std::unique_ptr<Transport> transport;
    Clock clock;
    Pace pace;
    const QString instance = QUuid::createUuid().toString(QUuid::WithoutBraces);
    qint64 purgedMs = 0;

    std::mutex mutex{}; // of the next two
    std::condition_variable changed{};
    bool stopping = false;
    bool woken = false;
    std::unique_ptr<QThread> thread{};

    void run(std::promise<Result<Done>> &started);
    void sendWhatIsDue(Connection &reads);
    bool sendOne();
    void settle(const Outgoing &mail, const Delivery &delivery);
    bool isStopping();
    /// Waits for the writer, whose thread is another.
    template<typename T>
    Result<T> write(std::function<Result<T>(Connection &)> work)
    {
        return writer.submit<T>(std::move(work)).result();
    }
};

bool Sender::Private::isStopping()
{
    const std::lock_guard lock(mutex);
    return stopping;
}

void Sender::Private::run(std::promise<Result<Done>> &started)
{
    const auto reads = Connection::open(database);
    if (!reads) {
        started.set_value(reads.error());
        return;
    }
    started.set_value(Done{}); // `started` is gone from here on
    const auto freed = write<qint64>([now = clock()](Connection &c) { return releaseTheDead(c, now); });
    if (!freed)
        qCWarning(lcMail).noquote() << "the outbox cannot be read:" << freed.error().log;
    while (!isStopping()) {
        sendWhatIsDue(**reads);
        std::unique_lock lock(mutex);
        changed.wait_for(lock, pace.look, [this] { return stopping || woken; });
        woken = false;
    }
}

void Sender::Private::sendWhatIsDue(Connection &reads)
{
    const qint64 now = clock();
    if (now - purgedMs > HourMs) {
        purgedMs = now;
        static_cast<void>(
            write<qint64>([before = now - pace.kept.count()](Connection &c) { return purge(c, before); }));
        transport->forget(now - pace.kept.count());
    }
    const auto due = isAnyDue(reads, now);
    if (!due || !*due)
        return;
    while (!isStopping() && sendOne()) { }
}

bool Sender::Private::sendOne()
{
    const qint64 now = clock();
    const auto mail = write<std::optional<Outgoing>>(
        [now, until = now + pace.lease.count(), by = instance](Connection &c) { return take(c, now, until, by); });
    if (!mail) {
        qCWarning(lcMail).noquote() << "the outbox cannot be read:" << mail.error().log;
        return false;
    }
    if (!*mail)
        return false;
    settle(**mail, transport->deliver(**mail));
    return true;
}

void Sender::Private::settle(const Outgoing &mail, const Delivery &delivery)
{
    const qint64 now = clock();
    const auto doubled = pace.firstPause * (1LL << std::min(mail.attempts - 1, 20));
    const qint64 next = now + std::min<std::chrono::milliseconds>(doubled, pace.longestPause).count();
    const bool over = delivery.state == Delivery::State::Refused || next - mail.createdAt > pace.giveUpAfter.count();
    const auto noted = write<qint64>([id = mail.id, delivery, over, now, next](Connection &c) {
        if (delivery.state == Delivery::State::Sent)
            return noteSent(c, id, now);
        return over ? noteFailed(c, id, delivery.reason, now) : noteLater(c, id, delivery.reason, next);
    });
    if (!noted)
        qCWarning(lcMail).noquote() << mail.id << "was handled and could not be noted:" << noted.error().log;
    else if (delivery.state != Delivery::State::Sent)
        qCWarning(lcMail).noquote() << mail.id << (over ? "is given up:" : "waits:") << delivery.reason;
}

Sender::Sender(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Result<std::unique_ptr<Sender>> Sender::start(const store::Database &database, store::Writer &writer,
                                              std::unique_ptr<Transport> transport, Clock clock, const Pace &pace)
{
    std::unique_ptr<Sender> sender(new Sender(std::unique_ptr<Private>(new Private{.database = database,
                                                                                   .writer = writer,
                                                                                   .transport = std::move(transport),
                                                                                   .clock = std::move(clock),
                                                                                   .pace = pace})));
    std::promise<Result<Done>> started;
    auto opened = started.get_future();
    sender->d->thread
        = store::makeDatabaseThread(u"mail"_s, [parts = sender->d.get(), &started] { parts->run(started); });
    sender->d->thread->start();
    if (const auto done = opened.get(); !done)
        return done.error();
    return sender;
}

Sender::~Sender()
{
    {
        const std::lock_guard lock(d->mutex);
        d->stopping = true;
    }
    d->transport->stop();
    d->changed.notify_one();
    if (d->thread)
        d->thread->wait();
}

void Sender::wake()
{
    {
        const std::lock_guard lock(d->mutex);
        d->woken = true;
    }
    d->changed.notify_one();
}
}

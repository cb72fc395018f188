// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>

/// The one clock behind every live pane. Only active sources are polled, one request each at a time; nothing is polled
/// while paused (window hidden or minimised, or offline), and what fell due meanwhile is polled once at the end of the
/// pause. GUI thread.
class PollingSchedule : public QObject
{
    Q_OBJECT
public:
    using Poll = std::function<QFuture<Result<Done>>()>;

    static constexpr std::chrono::milliseconds Live{30'000};
    static constexpr std::chrono::milliseconds Usage{300'000};

    explicit PollingSchedule(QObject *parent = nullptr);

    /// `poll` is called while `context` lives. The source starts inactive. Adding a name again replaces it.
    void add(const QString &source, std::chrono::milliseconds interval, QObject *context, Poll poll);
    void remove(const QString &source);
    /// The pane shows or hides. A source that is due, or was never read, is polled at once.
    void setActive(const QString &source, bool active);
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    /// Polls the source now, or every active one; also while paused.
    void refreshNow(const QString &source = {});

    QDateTime freshAt(const QString &source) const; ///< UTC, of the last success; null: never
    bool isBusy(const QString &source) const;

signals:
    void started(const QString &source);
    void refreshed(const QString &source, const QDateTime &at);
    void failed(const QString &source, const Error &error);

private:
    struct Entry {
        std::chrono::milliseconds interval = {};
        QPointer<QObject> context = {};
        Poll poll = {};
        QDateTime freshAt = {};
        qint64 dueAt = 0; // of the monotonic clock, ms
        int running = 0; // generation of the poll under way; 0: none
        bool active = false;
    };

    void pollDue();
    void poll(const QString &source);
    void arm();

    QHash<QString, Entry> m_entries;
    QTimer m_timer;
    int m_generation = 0;
    bool m_paused = false;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <vector>

class QSocketNotifier;

namespace http
{
/// Tells when sockets can be read or written. On Linux one epoll set, so that idle connections cost nothing: Qt's own
/// dispatcher asks for every one of them at each turn. Elsewhere Qt's notifiers. Made, used and destroyed on one
/// thread.
class Readiness
{
public:
    /// A socket somebody waits for.
    class Watcher
    {
    public:
        /// Told once; again only after awaitRead() or awaitWrite(), and at times without need. `gone`: the peer sends
        /// nothing more.
        virtual void onReady(bool readable, bool writable, bool gone) = 0;

    protected:
        Watcher();
        virtual ~Watcher();

    private:
        friend class Readiness;
        Readiness *m_readiness = nullptr;
        std::unique_ptr<QSocketNotifier> m_read;
        std::unique_ptr<QSocketNotifier> m_write;
    };

    Readiness();
    ~Readiness();
    Q_DISABLE_COPY_MOVE(Readiness)

    /// Reading is awaited from now on. False: the system refused.
    bool watch(Watcher &watcher, qintptr descriptor);
    /// Before the descriptor is closed.
    void forget(Watcher &watcher);
    /// There was no more to read.
    static void awaitRead(Watcher &watcher);
    /// There was no room to write.
    static void awaitWrite(Watcher &watcher);

private:
    void tell();

    QObject m_context;
    qintptr m_set = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<Watcher *> m_telling; ///< those of one round; who is forgotten meanwhile becomes null
};
}

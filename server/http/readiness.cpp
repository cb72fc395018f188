// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/readiness.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>

#ifdef VOXDESK_EPOLL
#include <sys/epoll.h>
#include <unistd.h>
#endif

namespace http
{
Readiness::Watcher::Watcher() = default;

Readiness::Watcher::~Watcher()
{
    if (m_readiness)
        m_readiness->forget(*this);
}

#ifdef VOXDESK_EPOLL
Readiness::Readiness()
    : m_set(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_set < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_set, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &m_context, [this] { tell(); });
}

Readiness::~Readiness()
{
    m_notifier.reset();
    if (m_set >= 0)
        ::close(int(m_set));
}

// Edges, both ways, so that one call serves a connection's whole life.
bool Readiness::watch(Watcher &watcher, qintptr descriptor)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = &watcher;
    if (::epoll_ctl(int(m_set), EPOLL_CTL_ADD, int(descriptor), &event) != 0)
        return false;
    watcher.m_readiness = this;
    return true;
}

void Readiness::forget(Watcher &watcher)
{
    watcher.m_readiness = nullptr; // closing the descriptor takes it out of the set
    std::replace(m_telling.begin(), m_telling.end(), &watcher, static_cast<Watcher *>(nullptr));
}

void Readiness::awaitRead(Watcher &) { }

void Readiness::awaitWrite(Watcher &) { }

void Readiness::tell()
{
    std::array<epoll_event, 256> events; // NOLINT(cppcoreguidelines-pro-type-member-init): the kernel fills it
    const int count = ::epoll_wait(int(m_set), events.data(), int(events.size()), 0);
    m_telling.clear();
    for (int i = 0; i < count; ++i)
        m_telling.push_back(static_cast<Watcher *>(events[std::size_t(i)].data.ptr));
    for (std::size_t i = 0; i < m_telling.size(); ++i) {
        if (Watcher *watcher = m_telling[i]) {
            const quint32 what = events[i].events;
            watcher->onReady(what & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR), what & EPOLLOUT,
                             what & (EPOLLRDHUP | EPOLLHUP | EPOLLERR));
        }
    }
    m_telling.clear();
}
#else
Readiness::Readiness() = default;

Readiness::~Readiness() = default;

bool Readiness::watch(Watcher &watcher, qintptr descriptor)
{
    watcher.m_readiness = this;
    watcher.m_read = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    watcher.m_write = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Write);
    watcher.m_write->setEnabled(false);
    QObject::connect(watcher.m_read.get(), &QSocketNotifier::activated, &m_context, [&watcher] {
        watcher.m_read->setEnabled(false);
        watcher.onReady(true, false, false);
    });
    QObject::connect(watcher.m_write.get(), &QSocketNotifier::activated, &m_context, [&watcher] {
        watcher.m_write->setEnabled(false);
        watcher.onReady(false, true, false);
    });
    return true;
}

void Readiness::forget(Watcher &watcher)
{
    watcher.m_readiness = nullptr;
    for (auto *notifier : {&watcher.m_read, &watcher.m_write}) {
        if (!*notifier)
            continue;
        (*notifier)->setEnabled(false);
        notifier->release()->deleteLater(); // one of them may be telling just now
    }
}

void Readiness::awaitRead(Watcher &watcher)
{
    if (watcher.m_read)
        watcher.m_read->setEnabled(true);
}

void Readiness::awaitWrite(Watcher &watcher)
{
    if (watcher.m_write)
        watcher.m_write->setEnabled(true);
}

void Readiness::tell() { }
#endif
}

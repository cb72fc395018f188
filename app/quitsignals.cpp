// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quitsignals.h"

#ifdef Q_OS_UNIX
#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace
{
constexpr int QuitSignalNumbers[] = {SIGTERM, SIGINT, SIGHUP};

// A signal handler may do little more than write a byte; the event loop reads it.
int quitPipe[2] = {-1, -1};

void onQuitSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(quitPipe[1], &byte, 1);
}
}

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe(quitPipe) != 0)
        return; // the signals do what they always did
    for (const int end : quitPipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(quitPipe[0], QSocketNotifier::Read, this);
    // Not quit(): it asks the windows first, and a form that waits for the server would say no.
    connect(notifier, &QSocketNotifier::activated, this, [notifier] {
        notifier->setEnabled(false);
        QCoreApplication::exit(0);
    });
    struct sigaction action = {};
    action.sa_handler = onQuitSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : QuitSignalNumbers) {
        struct sigaction before = {};
        ::sigaction(number, nullptr, &before);
        if (before.sa_handler != SIG_IGN) // as nohup wants it
            ::sigaction(number, &action, nullptr);
    }
}

QuitSignals::~QuitSignals()
{
    if (quitPipe[0] < 0)
        return;
    for (const int number : QuitSignalNumbers) {
        struct sigaction now = {};
        ::sigaction(number, nullptr, &now);
        if (now.sa_handler == onQuitSignal)
            ::signal(number, SIG_DFL);
    }
    ::close(quitPipe[0]);
    ::close(quitPipe[1]);
}
#else
QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
}

QuitSignals::~QuitSignals() = default;
#endif

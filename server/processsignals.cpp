// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/processsignals.h"

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace
{
// A signal handler may do little more than write a byte; the event loop reads it.
int pipeEnds[2] = {-1, -1};

void onSignal(int number)
{
    const char byte = char(number);
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
}
}

ProcessSignals::ProcessSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe(pipeEnds) != 0)
        qFatal("no pipe for signals");
    for (const int end : pipeEnds) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(pipeEnds[0], &byte, 1) == 1)
            dispatch(byte);
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(number, &action, nullptr);
    ::signal(SIGPIPE, SIG_IGN); // a client that leaves is no reason to die
}

ProcessSignals::~ProcessSignals()
{
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        ::signal(number, SIG_DFL);
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

void ProcessSignals::dispatch(int number)
{
    if (number == SIGHUP)
        emit reloadRequested();
    else
        emit stopRequested();
}
#else
#include <QCoreApplication>
#include <QMetaObject>

#include <windows.h>

namespace
{
ProcessSignals *receiver = nullptr;

// Windows calls this on a thread of its own.
BOOL WINAPI onControl(DWORD)
{
    if (receiver)
        QMetaObject::invokeMethod(receiver, &ProcessSignals::stopRequested, Qt::QueuedConnection);
    return TRUE;
}
}

ProcessSignals::ProcessSignals(QObject *parent)
    : QObject(parent)
{
    receiver = this;
    SetConsoleCtrlHandler(onControl, TRUE);
}

ProcessSignals::~ProcessSignals()
{
    SetConsoleCtrlHandler(onControl, FALSE);
    receiver = nullptr;
}

void ProcessSignals::dispatch(int) { }
#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/databasethread.h"

#include <QThread>

#include <openssl/crypto.h>

namespace store
{
std::unique_ptr<QThread> makeDatabaseThread(const QString &name, std::function<void()> work)
{
    std::unique_ptr<QThread> thread(QThread::create([work = std::move(work)] {
        work();
        OPENSSL_thread_stop();
    }));
    thread->setObjectName(name);
    return thread;
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <memory>

class QThread;

namespace store
{
/// A thread that is not started yet and ends with `work`. It leaves nothing of OpenSSL behind: QThread::wait() returns
/// before the system's thread is gone, and what that one would free then, the program's end may be freeing.
std::unique_ptr<QThread> makeDatabaseThread(const QString &name, std::function<void()> work);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitoring/processfigures.h"

#ifdef Q_OS_WIN
// clang-format off
#include <windows.h>
#include <psapi.h>
// clang-format on
#else
#include <sys/resource.h>
#include <sys/time.h>
#endif
#ifdef Q_OS_MACOS
#include <mach/mach.h>
#endif
#ifdef Q_OS_LINUX
#include <QFile>

#include <unistd.h>
#endif

namespace monitoring
{
namespace
{
#ifdef Q_OS_WIN
double seconds(const FILETIME &time) { return double((quint64(time.dwHighDateTime) << 32) | time.dwLowDateTime) / 1e7; }

void readSystem(ProcessFigures &figures)
{
    PROCESS_MEMORY_COUNTERS memory{};
    if (GetProcessMemoryInfo(GetCurrentProcess(), &memory, sizeof memory))
        figures.residentBytes = qint64(memory.WorkingSetSize);
    MEMORYSTATUSEX machine{};
    machine.dwLength = sizeof machine;
    if (GlobalMemoryStatusEx(&machine))
        figures.machineMemoryPercent = double(machine.dwMemoryLoad);
    FILETIME created, exited, kernel, user;
    if (GetProcessTimes(GetCurrentProcess(), &created, &exited, &kernel, &user))
        figures.cpuSeconds = seconds(kernel) + seconds(user);
}
#else
void readCpu(ProcessFigures &figures)
{
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return;
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    figures.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
}
#endif

#ifdef Q_OS_LINUX
std::optional<qint64> kilobytes(const QByteArray &file, const QByteArray &name)
{
    const qsizetype at = file.indexOf(QByteArray(name + ':'));
    if (at < 0)
        return {};
    const qsizetype from = at + name.size() + 1;
    return file.sliced(from, file.indexOf("kB", from) - from).trimmed().toLongLong();
}

QByteArray contents(const char *path)
{
    QFile file{QString::fromLatin1(path)};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void readSystem(ProcessFigures &figures)
{
    readCpu(figures);
    if (const auto resident = kilobytes(contents("/proc/self/status"), "VmRSS"))
        figures.residentBytes = *resident * 1024;
    const QByteArray machine = contents("/proc/meminfo");
    const auto total = kilobytes(machine, "MemTotal");
    const auto available = kilobytes(machine, "MemAvailable");
    if (total && available && *total > 0)
        figures.machineMemoryPercent = 100.0 * double(*total - *available) / double(*total);
}
#elif defined(Q_OS_MACOS)
void readSystem(ProcessFigures &figures)
{
    readCpu(figures);
    mach_task_basic_info task{};
    mach_msg_type_number_t count = MACH_TASK_BASIC_INFO_COUNT;
    if (task_info(mach_task_self(), MACH_TASK_BASIC_INFO, reinterpret_cast<task_info_t>(&task), &count) == KERN_SUCCESS)
        figures.residentBytes = qint64(task.resident_size);
    vm_statistics64 memory{};
    count = HOST_VM_INFO64_COUNT;
    if (host_statistics64(mach_host_self(), HOST_VM_INFO64, reinterpret_cast<host_info64_t>(&memory), &count)
        != KERN_SUCCESS)
        return;
    const double used = double(memory.active_count) + double(memory.wire_count) + double(memory.compressor_page_count);
    const double all = used + double(memory.free_count) + double(memory.inactive_count);
    if (all > 0)
        figures.machineMemoryPercent = 100.0 * used / all;
}
#elif !defined(Q_OS_WIN)
void readSystem(ProcessFigures &figures) { readCpu(figures); }
#endif
}

ProcessFigures readProcessFigures()
{
    ProcessFigures figures;
    readSystem(figures);
    return figures;
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commandline.h"
#include "server/commands.h"
#include "server/operatormessage.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argc, char *argv[])
{
#ifdef Q_OS_UNIX
    ::umask(077); // databases, keys, logs and backups are their owner's alone, whichever command makes them
#endif
    // Qt's glib dispatcher costs four times as much as its own once a thousand connections are open.
    qputenv("QT_NO_GLIB", "1");
#ifdef __GLIBC__
    // Else whatever a request needs 128 KiB and more for is mapped and given back each time, and a list costs twice.
    mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 8 * 1024 * 1024);
#endif
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("voxdeskd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VOXDESK_VERSION));

    const auto invocation = parseCommandLine(QCoreApplication::arguments().mid(1), commands());
    if (!invocation)
        return refuseUse(invocation.error().message);
    if (!invocation->print.isEmpty()) {
        std::fputs(qUtf8Printable(invocation->print), stdout);
        return 0;
    }
    const auto config
        = readConfig(invocation->settings, QProcessEnvironment::systemEnvironment(), invocation->configFile);
    if (!config)
        return refuseUse(config.error().message);
    return invocation->command->run(*config, invocation->options);
}

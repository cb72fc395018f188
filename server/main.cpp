// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commandline.h"
#include "server/commands.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace
{
int refuse(const Error &error, int status)
{
    std::fprintf(stderr, "voxdeskd: %s\n", qUtf8Printable(error.message));
    return status;
}
}

int main(int argc, char *argv[])
{
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
        return refuse(invocation.error(), 2);
    if (!invocation->print.isEmpty()) {
        std::fputs(qUtf8Printable(invocation->print), stdout);
        return 0;
    }
    const auto config
        = readConfig(invocation->settings, QProcessEnvironment::systemEnvironment(), invocation->configFile);
    if (!config)
        return refuse(config.error(), 2);
    return invocation->command->run(*config, invocation->options);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/application.h"
#include "server/commands.h"
#include "server/datafolder.h"
#include "server/operatormessage.h"
#include "server/processsignals.h"
#include "server/shellwords.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QUrl>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace
{
void say(FILE *stream, const QString &text)
{
    QTextStream(stream) << text << Qt::endl; // flushed: whoever started us waits for this line
}

/// A core would lay every secret that is in memory on the disk.
void leaveNoCore()
{
#ifdef Q_OS_UNIX
    const rlimit none{};
    ::setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_DUMPABLE, 0); // a limit does not keep the kernel from piping one into a collector
#endif
}
}

int runServe(const Config &config, const QHash<QString, QString> &)
{
    if (!config.development)
        leaveNoCore();
    ProcessSignals signalled;
    auto application = Application::start(config);
    if (!application) {
        say(stderr, u"voxdeskd: "_s + operatorMessage(application.error()));
        return 1;
    }
    Application &server = **application;
    QObject::connect(&signalled, &ProcessSignals::stopRequested, &server, &Application::stop);
    QObject::connect(&signalled, &ProcessSignals::reloadRequested, &server, [&server] {
        if (const auto done = server.reloadTls(); !done)
            say(stderr, u"voxdeskd: the certificate was not reloaded: "_s + operatorMessage(done.error()));
    });
    QObject::connect(&server, &Application::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    if (const QString token = server.setupToken(); !token.isEmpty())
        say(stderr,
            u"voxdeskd setup token: "_s + token
                + u"\nThere is no administrator yet: open the console and enter this token, or run: "_s
                + makeAdministrator(config));
    QStringList notices = unknownVariables(QProcessEnvironment::systemEnvironment());
    if (const QString open = opennessOf(config.data); !open.isEmpty())
        notices << open;
    for (const QString &notice : std::as_const(notices))
        say(stderr, u"voxdeskd: "_s + notice);
    say(stdout, u"voxdeskd listening on "_s + server.url().toString());
    return QCoreApplication::exec();
}

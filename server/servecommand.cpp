// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/application.h"
#include "server/commands.h"
#include "server/operatormessage.h"
#include "server/processsignals.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace
{
void say(FILE *stream, const QString &text)
{
    QTextStream(stream) << text << Qt::endl; // flushed: whoever started us waits for this line
}
}

int runServe(const Config &config, const QHash<QString, QString> &)
{
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
                + u"\nThere is no administrator yet: open the console and enter "
                  "this token, or run voxdeskd user create --role admin."_s);
    say(stdout, u"voxdeskd listening on "_s + server.url().toString());
    return QCoreApplication::exec();
}

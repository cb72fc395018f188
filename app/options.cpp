// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "models/domain/serverprofile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Options)
};

/// What Qt takes out of the arguments when the application is made, with one dash or two.
void addQtOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const QString &name, const QString &value) {
        QCommandLineOption option(name, {}, value);
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    };
    for (const QString &name :
         {u"platform"_s, u"platformpluginpath"_s, u"platformtheme"_s, u"plugin"_s, u"qmljsdebugger"_s,
          u"qwindowgeometry"_s, u"geometry"_s, u"qwindowicon"_s, u"icon"_s, u"qwindowtitle"_s, u"title"_s, u"display"_s,
          u"session"_s, u"style"_s, u"stylesheet"_s, u"fontengine"_s, u"dialogs"_s, u"name"_s})
        add(name, name);
    for (const QString &name : {u"reverse"_s, u"widgetcount"_s, u"nograb"_s, u"dograb"_s, u"testability"_s})
        add(name, {});
}

/// Which server is opened is said once, and what is only for --try goes with it.
QString complaint(const QCommandLineParser &parser)
{
    QStringList servers;
    for (const QString &name : {u"try"_s, u"server"_s, u"profile"_s}) {
        if (parser.isSet(name))
            servers << u"--"_s + name;
    }
    if (servers.size() > 1)
        return Text::tr("%1 and %2 name two servers; one of them is enough.").arg(servers.at(0), servers.at(1));
    for (const QString &name : {u"no-demo"_s, u"port"_s, u"data"_s}) {
        if (parser.isSet(name) && !parser.isSet(u"try"_s))
            return Text::tr("%1 goes with --try only.").arg(QString(u"--"_s + name));
    }
    return {};
}
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Text::tr("The desktop console of Voxdesk."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"server"_s, Text::tr("Connect to the server at <url> for this run."), u"url"_s},
        {u"profile"_s, Text::tr("Open the saved server called <name>."), u"name"_s},
        {u"try"_s, Text::tr("Open on a private server on this computer, with demo data.")},
        {u"no-demo"_s, Text::tr("With --try: start with an empty database.")},
        {u"port"_s, Text::tr("With --try: the server's port is <n> (default: any free one)."), u"n"_s},
        {u"data"_s, Text::tr("With --try: the server's data is in <folder>."), u"folder"_s},
        {u"screenshots"_s, Text::tr("Draw every pane in both themes with demo data into <folder> and end."),
         u"folder"_s},
        {u"self-test"_s, Text::tr("Check that everything the console needs is there, say so and end.")},
        {u"new-instance"_s, Text::tr("Start beside a console that runs already.")},
    });
}

Options readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions); // Qt's own have one dash
    addOptions(parser);
    addQtOptions(parser);
    Options options;
    if (!parser.parse(arguments)) {
        options.error = parser.errorText();
        return options;
    }
    options.screenshots = parser.value(u"screenshots"_s);
    options.profile = parser.value(u"profile"_s);
    options.tryLocally = parser.isSet(u"try"_s);
    options.withDemoData = !parser.isSet(u"no-demo"_s);
    if (parser.isSet(u"data"_s))
        options.localFolder = QDir::current().absoluteFilePath(parser.value(u"data"_s));
    if (parser.isSet(u"port"_s)) {
        bool ok = false;
        options.localPort = parser.value(u"port"_s).toUShort(&ok);
        if (!ok)
            options.error = Text::tr("“%1” is not a port from 0 to 65535.").arg(parser.value(u"port"_s));
    }
    options.selfTest = parser.isSet(u"self-test"_s);
    options.newInstance = parser.isSet(u"new-instance"_s);
    if (parser.isSet(u"screenshots"_s) && options.screenshots.isEmpty())
        options.error = Text::tr("--screenshots needs a folder.");
    if (parser.isSet(u"server"_s)) {
        options.server = serverUrlFromInput(parser.value(u"server"_s));
        const bool web = options.server.scheme() == u"http" || options.server.scheme() == u"https";
        if (!options.server.isValid() || options.server.host().isEmpty() || !web)
            options.error = Text::tr("“%1” is not the address of a server.").arg(parser.value(u"server"_s));
    }
    if (const QString wrong = complaint(parser); !wrong.isEmpty())
        options.error = wrong;
    if (!parser.positionalArguments().isEmpty())
        options.error = Text::tr("Unknown argument: %1").arg(parser.positionalArguments().join(u' '));
    return options;
}

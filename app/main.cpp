// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/options.h"
#include "app/quitsignals.h"
#include "app/screenshots.h"
#include "app/selftest.h"
#include "app/singleinstance.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QTextStream>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace
{
constexpr qreal BodyPoints = 10;

void nameProgram()
{
    QCoreApplication::setOrganizationName(u"Voxdesk"_s);
    QCoreApplication::setApplicationName(u"voxdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VOXDESK_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Voxdesk"_s);
    QGuiApplication::setDesktopFileName(u"org.voxdesk.Voxdesk"_s);
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

bool asksAboutProgram(const QStringList &arguments)
{
    return std::ranges::any_of(arguments, [](const QString &argument) {
        return argument == u"-h" || argument == u"--help" || argument == u"--help-all" || argument == u"-v"
            || argument == u"--version";
    });
}

/// Help and version need neither a display nor a font.
int tell(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    nameProgram();
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application); // prints and ends
    return 0;
}

int refuse(const QString &why)
{
    QTextStream(stderr) << u"voxdesk: "_s << why << Qt::endl;
    return 2;
}

constexpr auto NoDisplay
    = "voxdesk: There is no display for its windows. Start it in a desktop session, or set DISPLAY or "
      "WAYLAND_DISPLAY.\n";

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
bool hasDisplay() { return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"); }
#else
bool hasDisplay() { return true; }
#endif

/// While the application is made: Qt aborts, after many words, when it finds no display.
void sayNoDisplay(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type != QtFatalMsg)
        return;
    std::fputs(NoDisplay, stderr);
    std::_Exit(1);
}

/// The person's language, or the system's; English where there is no translation.
QString install(const QString &wanted, QTranslator &own, QTranslator &qt, QApplication &application)
{
    QLocale locale = wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English); // "C" has neither plurals nor currencies
    if (locale != QLocale::system())
        QLocale::setDefault(locale);
    if (own.load(locale, u"voxdesk"_s, u"_"_s, u":/i18n"_s) || own.load(u":/i18n/voxdesk_en.qm"_s))
        application.installTranslator(&own);
    if (qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(&qt);
    application.setLayoutDirection(locale.textDirection());
    return locale.bcp47Name();
}

QFont bodyFont(bool fixed)
{
    QFont font = QApplication::font();
    if (fixed || font.pointSizeF() < 8 || font.pointSizeF() > 20)
        font.setPointSizeF(BodyPoints);
    return font;
}
}

int main(int argc, char **argv)
{
    const QStringList words = argumentsOf(argc, argv);
    if (asksAboutProgram(words))
        return tell(argc, argv);
    const Options asked = readOptions(words); // before a display is needed: what is wrong is wrong without one, too
    if (!asked.error.isEmpty())
        return refuse(asked.error);
    const bool drawing = !asked.screenshots.isEmpty();
    const bool unseen = drawing || (asked.selfTest && !hasDisplay());
    if (unseen && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QtMessageHandler usual = qInstallMessageHandler(sayNoDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    nameProgram();
    const Options options = readOptions(QCoreApplication::arguments()); // Windows gives them whole only here
    if (options.selfTest)
        return runSelfTest(application);

    QTranslator own;
    QTranslator qt;
    Theme theme(bodyFont(drawing));
    if (drawing) {
        install(qEnvironmentVariable("VOXDESK_LANGUAGE", u"en"_s), own, qt, application);
        theme.install(application);
        Screenshots screenshots(theme, options.screenshots);
        return screenshots.run(application);
    }
    SingleInstance instance(u"voxdesk"_s);
    if (!options.newInstance && !instance.claim() && instance.handOver(QCoreApplication::arguments()))
        return 0;
    Settings settings;
    const QString language = install(settings.value(Settings::Key::Language).toString(), own, qt, application);
    theme.setMode(Theme::fromWord(settings.value(Settings::Key::Theme).toString()));
    theme.install(application);
    const QuitSignals quitSignals;
    Application console(theme, settings, language);
    QObject::connect(&instance, &SingleInstance::calledAgain, &console, &Application::calledAgain);
    console.start(options);
    return QApplication::exec();
}

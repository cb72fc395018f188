// SPDX-License-Identifier: GPL-3.0-or-later
// The whole console without a display against a running server: how long until a person sees something, and what it
// weighs. Usage: VOXDESK_BENCH_PASSWORD=… bench_console URL EMAIL [SEARCH…]; prints one JSON line. Made for a server
// over `voxdeskd demo --users 1000000`.
#include "app/application.h"
#include "models/items/pagedtablemodelbase.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/tablepane.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace
{
constexpr int Frames = 1000;
constexpr int Patience = 60'000; ///< ms

double residentMib()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0; // not this system
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// Milliseconds until `done`; ends the program when that takes too long.
double until(const char *what, const std::function<bool()> &done)
{
    QElapsedTimer clock;
    clock.start();
    while (!done()) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        if (clock.elapsed() > Patience)
            qFatal("%s: not within %d s", what, Patience / 1000);
    }
    return double(clock.nsecsElapsed()) / 1e6;
}

template<typename T>
T *child(QWidget &in, const QString &name)
{
    T *found = in.findChild<T *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

/// Sees the window's first paint.
class FirstPaint : public QObject
{
public:
    using QObject::QObject;
    bool seen = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        seen |= event->type() == QEvent::Paint;
        return false;
    }
};

struct Run {
    explicit Run(const QString &folder)
        : settings(folder)
        , application(theme, settings, u"en"_s)
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<MainWindow *>(widget))
                window = found;
        }
    }
    PagedTableModelBase *rows(const QString &pane)
    {
        return qobject_cast<PagedTableModelBase *>(child<QTableView>(*window, pane + u"Table"_s)->model());
    }
    bool hasRows(const QString &pane) { return rows(pane)->hasLoaded() && !rows(pane)->isLoading(); }

    Theme theme{QApplication::font()};
    Settings settings;
    Application application;
    MainWindow *window = nullptr;
};

/// Down the list as far as the rows come, a screen a frame, and back.
QJsonObject scrolled(QTableView &table)
{
    QList<double> frames;
    QScrollBar *bar = table.verticalScrollBar();
    for (int i = 0; i < Frames; ++i) {
        if (i < Frames / 2)
            until("more rows", [&] { return bar->value() < bar->maximum(); });
        QElapsedTimer one;
        one.start();
        bar->setValue(bar->value() + (i < Frames / 2 ? 1 : -1) * bar->pageStep());
        QApplication::processEvents(); // the paint is among them
        frames << double(one.nsecsElapsed()) / 1e6;
    }
    std::ranges::sort(frames);
    return {{u"frame_ms_p50"_s, frames.at(Frames / 2)},
            {u"frame_ms_p99"_s, frames.at(Frames * 99 / 100)},
            {u"rows_reached"_s, table.model()->rowCount()}};
}
}

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain of whoever measures
    QApplication qt(argc, argv);
    QCoreApplication::setApplicationName(u"voxdesk-bench"_s);
    if (argc < 3)
        qFatal("usage: VOXDESK_BENCH_PASSWORD=... bench_console URL EMAIL [SEARCH...]");

    QTemporaryDir folder;
    Run run(folder.path());
    FirstPaint paint;
    run.window->installEventFilter(&paint);
    Options options;
    options.server = QUrl(QString::fromLocal8Bit(argv[1]));
    run.application.start(options);
    until("a first frame", [&] { return paint.seen; });
    QJsonObject line{{u"bench"_s, u"console"_s}, {u"first_frame_ms"_s, double(sinceStart.nsecsElapsed()) / 1e6}};

    auto *email = child<QLineEdit>(*run.window, u"emailEdit"_s);
    until("the sign-in page", [&] { return email->isVisible() && email->isEnabled(); });
    line.insert(u"sign_in_page_ms"_s, double(sinceStart.nsecsElapsed()) / 1e6);
    email->setText(QString::fromLocal8Bit(argv[2]));
    child<QLineEdit>(*run.window, u"passwordEdit"_s)->setText(qEnvironmentVariable("VOXDESK_BENCH_PASSWORD"));
    child<QPushButton>(*run.window, u"signInButton"_s)->click();
    line.insert(u"sign_in_ms"_s, until("the panes", [&] { return run.window->showsPanes(); }));

    run.window->openPane(u"users"_s);
    line.insert(u"users_first_rows_ms"_s, until("users", [&] { return run.hasRows(u"users"_s); }));
    for (int i = 3; i < argc; ++i) {
        const QString search = QString::fromLocal8Bit(argv[i]);
        child<QLineEdit>(*run.window->currentPane(), u"searchEdit"_s)->setText(search);
        until("a search begins", [&] { return run.rows(u"users"_s)->isLoading(); });
        line.insert(u"search_ms "_s + search, until("a search", [&] { return run.hasRows(u"users"_s); }));
    }
    child<QLineEdit>(*run.window->currentPane(), u"searchEdit"_s)->clear();
    until("the whole list begins", [&] { return run.rows(u"users"_s)->isLoading(); });
    until("the whole list", [&] { return run.hasRows(u"users"_s); });
    line.insert(u"scroll"_s, scrolled(*child<QTableView>(*run.window, u"usersTable"_s)));
    line.insert(u"users_memory_mib"_s, residentMib());

    QJsonObject panes;
    for (Pane *pane : run.window->panes()) {
        run.window->openPane(pane->id());
        if (pane->id() == u"legacy") // waits for a file
            continue;
        panes.insert(pane->id(), until("a pane", [&] { return pane->loadedAt().isValid(); }));
    }
    line.insert(u"panes_first_rows_ms"_s, panes);
    line.insert(u"all_panes_memory_mib"_s, residentMib());
    QTextStream(stdout) << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}

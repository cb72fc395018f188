// SPDX-License-Identifier: GPL-3.0-or-later
// A whole console, driven as a person would, in front of a real server.
#pragma once

#include "app/application.h"
#include "models/items/pagedtablemodelbase.h"
#include "tests/e2e/httpclient.h"
#include "tests/e2e/serverprocess.h"
#include "ui/widgets/errorbanner.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

inline const QString Email = u"admin@voxdesk.example"_s;
inline const QString Password = u"correct horse battery"_s;

/// For initTestCase(): settings and keychain of whoever runs the tests are left alone.
inline void keepToOurselves()
{
    QCoreApplication::setApplicationName(u"voxdesk-test"_s);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

template<typename T>
T *child(QWidget &in, const QString &name)
{
    T *found = in.findChild<T *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

/// One run of the console with settings of its own; what it keeps stays with `folder`.
struct Console {
    explicit Console(const QString &folder)
        : settings(folder)
        , application(theme, settings, u"en"_s)
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<MainWindow *>(widget))
                window = found;
        }
    }

    void open(const QUrl &server)
    {
        Options options;
        options.server = server;
        application.start(options);
    }
    void signIn(const QString &password, const QString &email = Email)
    {
        auto *button = child<QPushButton>(*window, u"signInButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(child<QLineEdit>(*window, u"emailEdit"_s)->isVisible()
                                     && child<QLineEdit>(*window, u"emailEdit"_s)->isEnabled(),
                                 20'000);
        child<QLineEdit>(*window, u"emailEdit"_s)->setText(email);
        child<QLineEdit>(*window, u"passwordEdit"_s)->setText(password);
        QTRY_VERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    PagedTableModelBase *rows(const QString &pane)
    {
        return qobject_cast<PagedTableModelBase *>(child<QTableView>(*window, pane + u"Table"_s)->model());
    }
    bool hasSettled(const QString &pane)
    {
        return QTest::qWaitFor([this, pane] { return rows(pane)->hasLoaded() && !rows(pane)->isLoading(); }, 20'000);
    }
    QString bannerText(const QString &name)
    {
        auto *banner = child<QWidget>(*window, name);
        QString words;
        for (const QLabel *label : banner->findChildren<QLabel *>())
            words += label->text();
        return banner->isVisible() ? words : QString();
    }

    QAction *action(const QString &name) { return child<QAction>(*window, name); }
    void trigger(const QString &name)
    {
        QAction *found = action(name);
        if (!QTest::qWaitFor([found] { return found->isEnabled(); }, 20'000))
            qFatal("%s is disabled: %s", qPrintable(name), qPrintable(found->toolTip()));
        found->trigger();
    }
    QDialog *dialog(const QString &name) ///< null: it is not open
    {
        for (auto *found : window->findChildren<QDialog *>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    QDialog &opened(const QString &name)
    {
        if (!QTest::qWaitFor([&] { return dialog(name) != nullptr; }, 20'000))
            qFatal("no %s", qPrintable(name));
        return *dialog(name);
    }
    template<typename T>
    T *in(const QString &dialogName, const QString &name)
    {
        return child<T>(opened(dialogName), name);
    }
    void submit(const QString &dialogName)
    {
        auto *button = in<QPushButton>(dialogName, u"submitButton"_s);
        if (!QTest::qWaitFor([button] { return button->isEnabled(); }, 20'000))
            qFatal("%s cannot be submitted", qPrintable(dialogName));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString toast()
    {
        auto *shown = child<QWidget>(*window, u"toast"_s);
        return shown->isVisible() ? child<QLabel>(*shown, u"toastLabel"_s)->text() : QString();
    }

    Theme theme{QApplication::font()};
    Settings settings;
    Application application;
    MainWindow *window = nullptr;
};

/// What an error banner in it says; empty: there is none.
inline QString errorOf(Pane &pane)
{
    for (const auto *banner : pane.findChildren<ErrorBanner *>()) {
        if (banner->isVisible()) {
            QString words;
            for (const QLabel *label : banner->findChildren<QLabel *>())
                words += label->text() + u' ';
            return words;
        }
    }
    return {};
}

/// A console that is signed in to a server with demo data.
struct SignedIn {
    SignedIn()
    {
        if (server.run({u"demo"_s, u"--users"_s, u"300"_s, u"--days"_s, u"30"_s, u"--password-stdin"_s},
                       Password.toUtf8() + '\n')
            != 0)
            qFatal("no demo data: %s", server.errors().constData());
        if (!server.start())
            qFatal("no server: %s", server.errors().constData());
        console = std::make_unique<Console>(folder.path());
        console->open(server.url());
        console->signIn(Password);
        if (!QTest::qWaitFor([this] { return console->window->showsPanes(); }, 20'000))
            qFatal("not signed in");
    }
    QByteArray token()
    {
        HttpClient client(server.url());
        return client.post("/api/v1/auth/login", {{u"email"_s, Email}, {u"password"_s, Password}})
            .json()
            .value("accessToken"_L1)
            .toString()
            .toUtf8();
    }
    QString selectUser(const QString &search)
    {
        console->window->openPane(u"users"_s);
        if (!console->hasSettled(u"users"_s))
            qFatal("users did not load");
        child<QLineEdit>(*console->window->currentPane(), u"searchEdit"_s)->setText(search);
        if (!QTest::qWaitFor([this] { return console->rows(u"users"_s)->rowCount() == 1; }, 20'000)
            || !console->hasSettled(u"users"_s))
            qFatal("not exactly one user is like it");
        child<QTableView>(*console->window, u"usersTable"_s)->selectRow(0);
        return console->rows(u"users"_s)->rowId(0);
    }

    QTemporaryDir folder;
    ServerProcess server;
    std::unique_ptr<Console> console;
};

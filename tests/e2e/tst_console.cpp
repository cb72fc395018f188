// SPDX-License-Identifier: GPL-3.0-or-later
// The whole console against a real server: what the person types, what the window then shows, what the server then has.
#include "tests/e2e/consoledesk.h"
#include "ui/widgets/tablepane.h"

#include <QPlainTextEdit>
#include <QProcess>
#include <QSpinBox>

#include <algorithm>
#include <csignal>

/// Opens a server that is saved under `name`, as a second start would; answers its id.
static QString openSaved(Console &console, const QString &name, const QUrl &url)
{
    Options options;
    options.profile = name;
    ServerProfile profile{.id = newProfileId(), .name = name, .url = url};
    for (const ServerProfile &known : console.settings.profiles()) {
        if (known.name == name)
            profile = known;
    }
    if (!console.settings.saveProfile(profile))
        qFatal("not saved");
    console.application.start(options);
    return profile.id;
}

#ifdef Q_OS_LINUX
/// Kills the server that this process started, as a crash would.
static bool killOwnServer()
{
    QProcess find;
    find.start(u"pgrep"_s, {u"-P"_s, QString::number(QCoreApplication::applicationPid()), u"voxdeskd"_s});
    const bool found = find.waitForFinished();
    const auto server = pid_t(find.readAllStandardOutput().trimmed().toLongLong());
    return found && server > 0 && ::kill(server, SIGKILL) == 0;
}
#endif

class TestConsole : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { keepToOurselves(); }

    void aWrongPasswordKeepsTheFormAndSaysWhy()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(Email, Password.toUtf8()));
        QVERIFY(server.start());
        QTemporaryDir folder;
        Console console(folder.path());
        console.open(server.url());
        console.signIn(u"not this one"_s);
        const auto says = [&console] {
            for (const QLabel *label : console.window->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(u"password"_s, Qt::CaseInsensitive)
                    && label->text().contains(u"e-mail"_s, Qt::CaseInsensitive))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(says());
        QVERIFY(!console.window->showsPanes());
        QVERIFY(!child<QPushButton>(*console.window, u"setupLink"_s)->isVisible()); // there is an administrator
        QCOMPARE(child<QLineEdit>(*console.window, u"emailEdit"_s)->text(), Email);
        console.signIn(Password);
        QTRY_VERIFY(console.window->showsPanes());
    }

    void aServerWithoutAnAdministratorOffersToMakeOne()
    {
        ServerProcess server;
        QVERIFY(server.start());
        QTemporaryDir folder;
        Console console(folder.path());
        console.open(server.url());
        QTRY_VERIFY(child<QPushButton>(*console.window, u"setupLink"_s)->isVisible());
        child<QPushButton>(*console.window, u"setupLink"_s)->click();
        auto *page = child<QWidget>(*console.window, u"setupPage"_s);
        QTRY_VERIFY(page->isVisible());
        child<QLineEdit>(*page, u"setupTokenEdit"_s)->setText(u"not the token"_s);
        child<QLineEdit>(*page, u"setupEmailEdit"_s)->setText(Email);
        child<QLineEdit>(*page, u"setupPasswordEdit"_s)->setText(Password);
        child<QLineEdit>(*page, u"setupRepeatEdit"_s)->setText(Password);
        child<QPushButton>(*page, u"setupButton"_s)->click();
        const auto says = [page] {
            const QList<QLabel *> labels = page->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return label->isVisible() && label->text().startsWith(u"This is not the server's token"_s);
            });
        };
        QTRY_VERIFY(says());
        QVERIFY(!console.window->showsPanes());
    }

    /// Every pane reads the real server; what a column says it can be sorted by and what a filter offers is what the
    /// server takes.
    void everyPaneReadsTheServer()
    {
        SignedIn desk;
        MainWindow &window = *desk.console->window;
        QVERIFY(window.panes().size() >= 10);
        QStringList empty;
        for (Pane *pane : window.panes()) {
            window.openPane(pane->id());
            QTRY_COMPARE(window.currentPane(), pane);
            if (pane->id() != "legacy"_L1) // waits for a file
                QTRY_VERIFY2_WITH_TIMEOUT(pane->loadedAt().isValid(), qPrintable(pane->id()), 20'000);
            QVERIFY2(errorOf(*pane).isEmpty(), qPrintable(QString(pane->id() + u": "_s + errorOf(*pane))));
            if (!qobject_cast<TablePane *>(pane))
                continue;
            QVERIFY(desk.console->hasSettled(pane->id()));
            PagedTableModelBase *rows = desk.console->rows(pane->id());
            const int all = rows->rowCount();
            if (all == 0)
                empty << pane->id();
            for (int column = 0; column < rows->columnCount(); ++column) {
                if (rows->columns()[column].sortKey.isEmpty())
                    continue;
                for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                    rows->sort(column, order);
                    QVERIFY(desk.console->hasSettled(pane->id()));
                    QVERIFY2(!rows->error(), qPrintable(QString(pane->id() + u' ' + rows->columns()[column].sortKey)));
                    QCOMPARE(rows->rowCount(), all);
                }
            }
        }
        QCOMPARE(empty, QStringList()); // a demo has something to look at everywhere
        PagedTableModelBase *users = desk.console->rows(u"users"_s);
        window.openPane(u"users"_s);
        QVERIFY(desk.console->hasSettled(u"users"_s));
        const int all = users->rowCount();
        users->setFilters({{u"is_active"_s, u"false"_s}, {u"subscription_tier"_s, u"pro"_s}});
        QVERIFY(desk.console->hasSettled(u"users"_s));
        QVERIFY(!users->error());
        QVERIFY(users->rowCount() < all);
    }

    void limitsTypedHereAreTheServersLimits()
    {
        SignedIn desk;
        const QString id = desk.selectUser(u"owner@northgate.example"_s);
        child<QAction>(*desk.console->window, u"editLimitsAction"_s)->trigger();
        const QPointer<QDialog> dialog = child<QDialog>(*desk.console->window, u"editLimitsDialog"_s);
        QTRY_VERIFY(child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->isEnabled());
        child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->setValue(77);
        child<QPlainTextEdit>(*dialog, u"limitNotesEdit"_s)->setPlainText(u"Agreed by phone"_s);
        QTest::mouseClick(child<QPushButton>(*dialog, u"submitButton"_s), Qt::LeftButton);
        HttpClient client(desk.server.url());
        const QByteArray token = desk.token();
        const auto limits = [&] {
            return client.get("/api/v1/admin/users/" + id.toUtf8(), bearer(token)).json().value("data"_L1).toObject();
        };
        QTRY_COMPARE_WITH_TIMEOUT(limits().value("max_agents"_L1).toInt(), 77, 20'000);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
    }

    void aLostServerIsSaidAndFoundAgain()
    {
        SignedIn desk;
        desk.console->window->openPane(u"users"_s);
        QVERIFY(desk.console->hasSettled(u"users"_s));
        const int rows = desk.console->rows(u"users"_s)->rowCount();
        const QString port = QString::number(desk.server.url().port());
        desk.server.kill();
        desk.console->window->currentPane()->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.console->bannerText(u"offlineBanner"_s).isEmpty(), 20'000);
        QCOMPARE(desk.console->rows(u"users"_s)->rowCount(), rows); // what was read stays readable
        QVERIFY(desk.server.start({u"--port"_s, port}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.console->bannerText(u"offlineBanner"_s).isEmpty(), 60'000);
        QVERIFY(desk.console->window->showsPanes()); // and the sign-in is still good
    }

    void aSavedSignInIsTriedAgainWhenTheServerIsBack()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(Email, Password.toUtf8()));
        QVERIFY(server.start());
        const QString port = QString::number(server.url().port());
        QTemporaryDir folder;
        Console console(folder.path());
        openSaved(console, u"Ours"_s, server.url());
        console.signIn(Password);
        QTRY_VERIFY_WITH_TIMEOUT(console.window->showsPanes(), 20'000);
        server.kill();
        openSaved(console, u"Another"_s, QUrl(u"http://127.0.0.1:9"_s)); // nobody is there
        QTRY_VERIFY(child<QWidget>(*console.window, u"signInPage"_s)->isVisible());
        openSaved(console, u"Ours"_s, server.url());
        QTRY_VERIFY_WITH_TIMEOUT(child<QLineEdit>(*console.window, u"emailEdit"_s)->isEnabled(), 20'000);
        QVERIFY(!console.window->showsPanes());
        QVERIFY(server.start({u"--port"_s, port}));
        QTRY_VERIFY_WITH_TIMEOUT(console.window->showsPanes(), 60'000); // nothing was typed
    }

    void removingTheOpenServerSignsOutThere()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(Email, Password.toUtf8()));
        QVERIFY(server.start());
        QTemporaryDir folder;
        Console console(folder.path());
        const QString id = openSaved(console, u"Ours"_s, server.url());
        console.signIn(Password);
        QTRY_VERIFY_WITH_TIMEOUT(console.window->showsPanes(), 20'000);
        HttpClient client(server.url());
        const auto login = client.post("/api/v1/auth/login", {{u"email"_s, Email}, {u"password"_s, Password}});
        const auto own = bearer(login.json().value("accessToken"_L1).toString().toUtf8());
        const QJsonObject me = client.get("/api/v1/users/profile", own).json().value("data"_L1).toObject();
        const QByteArray list = "/api/v2/admin/users/" + me.value("id"_L1).toString().toUtf8() + "/sessions";
        const auto sessions = [&] { return client.get(list, own).json().value("data"_L1).toArray().size(); };
        QCOMPARE(sessions(), 2); // the console's and this one
        console.settings.removeProfile(id);
        QTRY_VERIFY(child<QWidget>(*console.window, u"firstRunPage"_s)->isVisible());
        QVERIFY(!console.window->showsPanes());
        QCOMPARE(sessions(), 1);
    }

    void endingTheSessionElsewhereLeadsBackToSignIn()
    {
        SignedIn desk;
        HttpClient client(desk.server.url());
        const QByteArray token = desk.token();
        const QString me = client.get("/api/v1/users/profile", bearer(token))
                               .json()
                               .value("data"_L1)
                               .toObject()
                               .value("id"_L1)
                               .toString();
        QCOMPARE(client.drop("/api/v1/admin/users/" + me.toUtf8() + "/sessions", bearer(token)).status, 200);
        desk.console->window->openPane(u"organizations"_s);
        desk.console->window->currentPane()->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>(*desk.console->window, u"signInPage"_s)->isVisible(), 20'000);
    }

    /// The setup token comes by another pipe than the address, and may be the later one.
    void aSetupTokenThatComesLateOpensItsPage()
    {
        QTemporaryDir folder;
        Console console(folder.path());
        Options options;
        options.tryLocally = true;
        options.withDemoData = false;
        options.localFolder = folder.filePath(u"local"_s);
        console.application.start(options);
        auto *page = child<QWidget>(*console.window, u"setupPage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), 60'000);
        auto *edit = child<QLineEdit>(*page, u"setupTokenEdit"_s);
        const QString token = edit->text();
        QVERIFY(!token.isEmpty());
        edit->clear();
        child<QPushButton>(*page, u"setupBackLink"_s)->click(); // where the window is when only the address is known
        QTRY_VERIFY(child<QWidget>(*console.window, u"signInPage"_s)->isVisible());
        emit console.application.findChild<LocalServer *>()->setupNeeded(token);
        QVERIFY(page->isVisible());
        QCOMPARE(edit->text(), token);
        child<QLineEdit>(*page, u"setupEmailEdit"_s)->setText(Email);
        child<QLineEdit>(*page, u"setupPasswordEdit"_s)->setText(Password);
        child<QLineEdit>(*page, u"setupRepeatEdit"_s)->setText(Password);
        child<QPushButton>(*page, u"setupButton"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(console.window->showsPanes(), 20'000);
    }

    /// "Try it on this computer": server, demo data and sign-in by themselves, a new server when that one crashes,
    /// and the same data when the window opens again.
    void theLocalServerSurvivesItsCrash()
    {
#ifndef Q_OS_LINUX
        QSKIP("The server is found and killed as on Linux.");
#else
        QTemporaryDir folder;
        auto console = std::make_unique<Console>(folder.path());
        Options options;
        options.tryLocally = true;
        options.localFolder = folder.filePath(u"local"_s);
        console->application.start(options);
        QTRY_VERIFY_WITH_TIMEOUT(console->window->showsPanes(), 120'000);
        console->window->openPane(u"users"_s);
        QVERIFY(console->hasSettled(u"users"_s));
        const int rows = console->rows(u"users"_s)->rowCount();
        QVERIFY(rows > 0);
        QVERIFY(killOwnServer());
        QTRY_VERIFY_WITH_TIMEOUT(!console->bannerText(u"offlineBanner"_s).isEmpty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(console->bannerText(u"offlineBanner"_s).isEmpty(), 60'000);
        QVERIFY(console->window->showsPanes());
        console->window->currentPane()->refresh();
        QVERIFY(console->hasSettled(u"users"_s));
        QVERIFY(!console->rows(u"users"_s)->error());
        QCOMPARE(console->rows(u"users"_s)->rowCount(), rows);

        console->trigger(
            u"signOutAction"_s); // nobody is signed in when it crashes: the next sign-in is a new session's
        QTRY_VERIFY(!console->window->showsPanes());
        QVERIFY(killOwnServer());
        QTRY_VERIFY_WITH_TIMEOUT(console->window->showsPanes(), 60'000);
        QVERIFY(console->hasSettled(u"users"_s));
        QCOMPARE(console->rows(u"users"_s)->rowCount(), rows);

        console.reset();
        console = std::make_unique<Console>(folder.path());
        console->application.start(options);
        QTRY_VERIFY_WITH_TIMEOUT(console->window->showsPanes(), 120'000);
        QTRY_COMPARE(child<QLabel>(*console->window, u"statusLabel"_s)->text(), u"Connected to This computer"_s);
#endif
    }
};

QTEST_MAIN(TestConsole)
#include "tst_console.moc"

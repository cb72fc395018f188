// SPDX-License-Identifier: GPL-3.0-or-later
// The main window, the pages in front of the panes, and the servers dialog.
#include "tests/ui/fakes.h"
#include "ui/dialogs/askcodedialog.h"
#include "ui/dialogs/manageprofilesdialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/firstrunpage.h"
#include "ui/pages/setuppage.h"
#include "ui/pages/signinpage.h"
#include "ui/panes/organizationspane.h"
#include "ui/panes/overviewpane.h"
#include "ui/panes/userspane.h"
#include "ui/support/growtofit.h"
#include "ui/support/words.h"

#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>

namespace
{
struct WindowDesk : Desk {
    WindowDesk()
        : users(5)
        , userModel(
              users, userColumns(), [](const User &u) { return u.id; }, format)
        , organizationModel(
              organizations, organizationColumns(), [](const Organization &o) { return o.id; }, format)
        , window(context)
    {
        window.resize(1280, 800);
        window.addPane(u"Overview"_s, new OverviewPane(context, overview, health));
        window.addPane(u"Tenants"_s,
                       new UsersPane(context, users, userModel, nullptr, [](const QString &) { return u"curl x"_s; }));
        window.addPane(u"Tenants"_s, new OrganizationsPane(context, organizationModel, nullptr, {}));
        window.setUser(access.user());
        window.setProfiles({access.profile()}, access.profile());
        window.show();
        window.activateWindow();
        window.openPane(u"overview"_s);
    }
    ~WindowDesk() { window.removePanes(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
    void openUsers()
    {
        window.openPane(u"users"_s);
        if (!QTest::qWaitFor([this] { return userModel.rowCount() == 5; }))
            qFatal("no rows");
    }

    FakeUsers users;
    FakeOrganizations organizations;
    FakeValue<Overview> overview;
    FakeValue<Health> health;
    PagedTableModel<User> userModel;
    PagedTableModel<Organization> organizationModel;
    MainWindow window;
};
}

class TestWindows : public QObject
{
    Q_OBJECT

private slots:
    void digitsOpenPanes()
    {
        WindowDesk desk;
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        desk.key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(desk.window.currentPane()->id(), u"users"_s);
        desk.key(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(desk.window.currentPane()->id(), u"organizations"_s);
        QTest::mouseClick(child<QWidget>(desk.window, u"navigation_overview"_s), Qt::LeftButton);
        QCOMPARE(desk.window.currentPane()->id(), u"overview"_s);
    }
    void searchRefreshAndEscape()
    {
        WindowDesk desk;
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        desk.openUsers();
        desk.key(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"searchEdit"_s);
        desk.users.asked.clear();
        desk.key(Qt::Key_F5);
        QTRY_VERIFY(!desk.users.asked.isEmpty());
        auto *drawer = child<QWidget>(desk.window, u"detailsDrawer"_s);
        QVERIFY(!drawer->isVisible());
        desk.window.currentPane()->revealRow(u"u1"_s);
        QVERIFY(drawer->isVisible());
        QCOMPARE(child<QLabel>(*drawer, u"drawerTitleLabel"_s)->text(), u"First1 Last"_s);
        desk.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(child<QLabel>(*drawer, u"drawerTitleLabel"_s)->text(), u"First2 Last"_s);
        desk.key(Qt::Key_Escape);
        QVERIFY(!drawer->isVisible());
    }
    void theDrawerCopiesIdAndCurl()
    {
        WindowDesk desk;
        desk.openUsers();
        desk.window.currentPane()->revealRow(u"u1"_s);
        child<QToolButton>(desk.window, u"copyIdButton"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"u1"_s);
        child<QToolButton>(desk.window, u"copyCurlButton"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"curl x"_s);
        QVERIFY(child<QWidget>(desk.window, u"toast"_s)->isVisible());
    }
    void aPollLeavesTheDrawerAsItIs()
    {
        WindowDesk desk;
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        desk.window.resize(1280, 480);
        desk.openUsers();
        desk.window.currentPane()->revealRow(u"u1"_s);
        auto *drawer = child<QWidget>(desk.window, u"detailsDrawer"_s);
        auto *bar = child<QScrollArea>(*drawer, u"drawerScroll"_s)->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 20);
        const int place = bar->maximum() - 10;
        bar->setValue(place);
        const auto button = [drawer] { return child<QPushButton>(*drawer, u"editLimitsActionButton"_s); };
        const QPointer<QPushButton> first = button();
        first->setFocus();
        QSignalSpy loaded(&desk.userModel, &PagedTableModelBase::loaded);
        desk.window.currentPane()->refresh();
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(first); // and with it what is selected in the texts
        QVERIFY(first->hasFocus());

        desk.users.rows[1].lastName = u"Other"_s;
        desk.window.currentPane()->refresh();
        QTRY_COMPARE(child<QLabel>(*drawer, u"drawerTitleLabel"_s)->text(), u"First1 Other"_s);
        QVERIFY(!first);
        QVERIFY(button()->hasFocus());
        QCoreApplication::sendPostedEvents(); // it is laid out
        QCOMPARE(bar->value(), place);
        const QPointer<QPushButton> second = button();
        desk.format.setUtc(true); // what it shows of times
        QVERIFY(!second);
        QVERIFY(button()->hasFocus());
    }
    void thePaletteFindsPanesActionsAndRows()
    {
        WindowDesk desk;
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        desk.openUsers();
        desk.key(Qt::Key_K, Qt::ControlModifier);
        auto *edit = child<QLineEdit>(desk.window, u"paletteEdit"_s);
        auto *list = child<QListWidget>(desk.window, u"paletteList"_s);
        QCOMPARE(QApplication::focusWidget(), edit);
        QTest::keyClicks(edit, u"organ"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(desk.window.currentPane()->id(), u"organizations"_s);
        desk.window.openPalette();
        QTest::keyClicks(edit, u"user3@"_s);
        QVERIFY(list->count() >= 2); // the row, and the search on the server
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(desk.window.currentPane()->id(), u"users"_s);
        QCOMPARE(static_cast<TablePane *>(desk.window.currentPane())->selectedIds(), QStringList{u"u3"_s});
        desk.window.openPalette(u"Deactivate"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(desk.users.changed, QStringList{u"deactivate u3"_s});
        desk.window.openPalette();
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
    }
    void whatPanesOfferedGoesWithThem()
    {
        WindowDesk desk;
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        desk.openUsers();
        desk.window.currentPane()->revealRow(u"u1"_s);
        child<QAction>(desk.window, u"deactivateAction"_s)->trigger();
        auto *toast = child<QWidget>(desk.window, u"toast"_s);
        QTRY_VERIFY(toast->isVisible());
        auto *undo = child<QPushButton>(*toast, u"toastActionButton"_s);
        QCOMPARE(undo->text(), u"Undo"_s);
        desk.window.openPalette(u"Edit"_s);
        auto *edit = child<QLineEdit>(desk.window, u"paletteEdit"_s);
        QVERIFY(edit->isVisible());
        desk.window.removePanes(); // the session was revoked
        QVERIFY(!toast->isVisible());
        QVERIFY(!edit->isVisible());
        undo->click();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(desk.users.changed, QStringList{u"deactivate u1"_s});
    }
    void aPageClosesThePalette()
    {
        WindowDesk desk;
        desk.openUsers();
        auto *page = new QWidget;
        desk.window.addPage(page);
        desk.window.openPalette();
        desk.window.showPage(page);
        QVERIFY(!child<QWidget>(desk.window, u"commandPalette"_s)->isVisible());
    }
    void thePaletteEndsWithAWholeRow()
    {
        WindowDesk desk;
        desk.openUsers();
        for (const int height : {900, 480}) {
            desk.window.resize(1000, height);
            desk.window.openPalette();
            const auto *list = child<QListWidget>(desk.window, u"paletteList"_s);
            QCoreApplication::sendPostedEvents();
            QVERIFY(list->count() > 12); // more than there is room for
            QCOMPARE(list->viewport()->height() % list->sizeHintForRow(0), 0);
            const QModelIndex first = list->model()->index(0, 0);
            QVERIFY(!first.data().toString().contains(u'·')); // the group and the shortcut stand apart
            QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(u"Pane"_s));
        }
    }
    void theShortcutsStandUnderTheirMenus()
    {
        WindowDesk desk;
        desk.openUsers();
        child<QAction>(desk.window, u"shortcutsAction"_s)->trigger();
        QStringList texts;
        for (const auto *label : child<QDialog>(desk.window, u"shortcutsDialog"_s)->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.indexOf(u"File"_s) >= 0);
        QVERIFY(texts.indexOf(u"File"_s) < texts.indexOf(u"Quit"_s));
        QVERIFY(texts.indexOf(u"Quit"_s) < texts.indexOf(u"View"_s));
    }
    void aFormIsAsHighAsItsTextsNeed()
    {
        Desk desk;
        QWidget window;
        window.resize(1000, 200);
        window.show();
        AskCodeDialog form(desk.context, u"Turn it off?"_s,
                           u"A sentence that goes on until it needs a second line, or "_s, u"Go"_s, &window);
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        form.show();
        QCOMPARE(form.height(), form.layout()->totalHeightForWidth(form.width())); // no gap above the buttons
        const int before = form.height();
        form.refuse({.code = ErrorCode::InvalidCredentials});
        QVERIFY(form.height() > before); // what it says takes nothing from the field
        QDialog tall(&window);
        (new QVBoxLayout(&tall))->addWidget(new QTextEdit); // would like 192 pixels, can do with less
        tall.adjustSize();
        growToFit(tall);
        QCOMPARE(tall.height(), 180);
    }
    void whatServersSayIsShownInWords()
    {
        QCOMPARE(asSentence(u"must not be empty"_s), u"Must not be empty."_s);
        QCOMPARE(asSentence(u"Is it?"_s), u"Is it?"_s);
        QCOMPARE(languageName(u"de"_s), u"Deutsch"_s);
        QCOMPARE(languageName(u"en"_s), u"English"_s);
        QCOMPARE(languageName(u"tlh"_s), u"tlh"_s);
        QCOMPARE(languageName({}), QString());
    }
    void everyCommandIsInTheMenusWithAToolTip()
    {
        WindowDesk desk;
        desk.openUsers();
        QSet<QString> inMenus;
        QMap<QKeySequence, QString> shortcuts;
        for (const auto *menu : desk.window.findChildren<QMenu *>()) {
            for (const auto *action : menu->actions()) {
                if (action->isSeparator() || action->menu() || action->objectName().isEmpty())
                    continue;
                inMenus << action->objectName();
                QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
                if (action->shortcut().isEmpty())
                    continue;
                QVERIFY2(shortcuts.value(action->shortcut(), action->objectName()) == action->objectName(),
                         qPrintable(action->shortcut().toString()));
                shortcuts.insert(action->shortcut(), action->objectName());
            }
        }
        for (const auto *command : desk.window.currentPane()->commands()) {
            QVERIFY2(inMenus.contains(command->objectName()), qPrintable(command->objectName()));
            QVERIFY2(!command->shortcut().isEmpty(), qPrintable(command->objectName()));
        }
    }
    void theThemeSwitchesLive()
    {
        WindowDesk desk;
        desk.theme.install(*qApp);
        connect(&desk.window, &MainWindow::themeChosen, &desk.theme, &Theme::setMode);
        const auto *button = child<QToolButton>(desk.window, u"themeButton"_s);
        QVERIFY(button->isVisible());
        for (const auto *name : {"darkThemeAction", "lightThemeAction"}) {
            child<QAction>(desk.window, QString::fromLatin1(name))->trigger();
            QCOMPARE(desk.theme.isDark(), QByteArray(name).startsWith("dark"));
            QTRY_COMPARE(desk.window.palette().color(QPalette::Base), desk.theme.colours().surface);
            const QImage drawn = desk.window.grab().toImage();
            QCOMPARE(drawn.pixelColor(drawn.width() - 20, drawn.height() / 2), desk.theme.colours().surface);
        }
    }
    void namesAreShownWithTheirAmpersands()
    {
        WindowDesk desk;
        ServerProfile live = desk.access.profile();
        live.name = u"R&D live"_s;
        live.folder = u"Q&A"_s;
        desk.window.setProfiles({live}, live);
        User me = desk.access.user();
        me.firstName = u"A&B"_s;
        desk.window.setUser(me);
        const auto *servers = child<QToolButton>(desk.window, u"profileButton"_s);
        QCOMPARE(servers->text(), u"R&&D live"_s); // as buttons and menus show one
        QCOMPARE(servers->menu()->actions().first()->text(), u"Q&&A"_s);
        QCOMPARE(servers->menu()->actions().first()->menu()->actions().first()->text(), u"R&&D live"_s);
        QCOMPARE(child<QToolButton>(desk.window, u"userButton"_s)->text(), u"A&&B"_s);
    }
    void aTileOpensTheFilteredPane()
    {
        WindowDesk desk;
        child<QAbstractButton>(desk.window, u"activeUsersTile"_s)->click();
        QCOMPARE(desk.window.currentPane()->id(), u"users"_s);
        QTRY_VERIFY(!desk.users.asked.isEmpty());
        QCOMPARE(desk.users.asked.last().filters.value(u"is_active"_s), u"true"_s);
        QVERIFY(child<QWidget>(desk.window, u"filterChip_is_active"_s)->isVisible());
    }
    void aLostConnectionKeepsTheRows()
    {
        WindowDesk desk;
        desk.openUsers();
        auto *banner = child<QWidget>(desk.window, u"offlineBanner"_s);
        desk.window.setConnection(ConnectionState::Offline, u"Refused."_s);
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(u"Refused."_s));
        QCOMPARE(desk.userModel.rowCount(), 5);
        QSignalSpy retry(&desk.window, &MainWindow::retryConnectionRequested);
        child<QPushButton>(*banner, u"offlineBannerButton"_s)->click();
        QCOMPARE(retry.size(), 1);
        desk.window.setConnection(ConnectionState::Online, {});
        QVERIFY(!banner->isVisible());
    }
    void offlineIsNotGreen()
    {
        Desk desk;
        MainWindow window(desk.context);
        window.resize(1280, 800);
        window.setProfiles({desk.access.profile()}, desk.access.profile());
        window.show();
        const auto mark = [&window] {
            return child<QToolButton>(window, u"profileButton"_s)->icon().pixmap(16, 16).toImage().pixelColor(8, 8);
        };
        window.setConnection(ConnectionState::Online, {});
        QVERIFY(mark().alpha() > 0);
        window.setConnection(ConnectionState::Offline, {});
        QCOMPARE(mark().alpha(), 0); // hollow
        QCOMPARE(child<QLabel>(window, u"statusLabel"_s)->text(), u"Not connected to Test"_s);
        window.notify({u"Done"_s, Tone::Good});
        const auto *toast = child<QWidget>(window, u"toast"_s);
        const auto *content = child<QWidget>(window, u"drawerSplitter"_s);
        QVERIFY(std::abs(toast->geometry().center().x()
                         - content->mapTo(&window, content->rect().center()).x())
                <= 1);
    }
    void productionHasARedFrameAndReadOnlySaysWhy()
    {
        WindowDesk desk;
        desk.theme.install(*qApp);
        const auto edge = [&] { return desk.window.grab().toImage().pixelColor(1, desk.window.height() - 2); };
        QVERIFY(edge() != desk.theme.colours().production);
        desk.setProduction();
        desk.window.setProfiles({desk.access.profile()}, desk.access.profile());
        QCOMPARE(edge(), desk.theme.colours().production);
        auto *banner = child<QWidget>(desk.window, u"readOnlyBanner"_s);
        QVERIFY(!banner->isVisible());
        desk.setRole(Role::Support);
        QVERIFY(banner->isVisible());
        QVERIFY(!banner->accessibleName().isEmpty());
    }
    void timesSwitchBetweenLocalAndUtc()
    {
        WindowDesk desk;
        QSignalSpy chosen(&desk.window, &MainWindow::utcChosen);
        child<QToolButton>(desk.window, u"zoneButton"_s)->click();
        QCOMPARE(chosen.first().first().toBool(), true);
        desk.format.setUtc(true);
        QCOMPARE(child<QToolButton>(desk.window, u"zoneButton"_s)->text(), u"UTC"_s);
    }
    void signInIsRefusedInWordsAndLockedCountsDown()
    {
        Desk desk;
        SignInPage page(desk.context);
        page.setProfile(desk.access.profile());
        page.show();
        auto *button = child<QPushButton>(page, u"signInButton"_s);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(child<QLineEdit>(page, u"emailEdit"_s), u"a@example.com"_s);
        QTest::keyClicks(child<QLineEdit>(page, u"passwordEdit"_s), u"secret"_s);
        QSignalSpy asked(&page, &SignInPage::signInRequested);
        QTest::keyClick(child<QLineEdit>(page, u"passwordEdit"_s), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first(), (QVariantList{u"a@example.com"_s, u"secret"_s, false}));
        page.signInFailed({.code = ErrorCode::InvalidCredentials});
        auto *words = child<QLabel>(page, u"errorHappenedLabel"_s);
        QVERIFY(words->isVisible() && words->text().contains(u"wrong"_s));
        page.signInFailed({.code = ErrorCode::AccountLocked, .retryAfterSeconds = 600});
        QVERIFY(words->text().contains(u"locked"_s));
        QVERIFY(!button->isEnabled() && button->text().contains(u"10"_s));
        page.setSecretsProblem(u"no keychain."_s);
        QCOMPARE(child<QLabel>(page, u"secretsProblemLabel"_s)->text(),
                 u"Sign-in will not be remembered: no keychain."_s);
        auto *remember = child<QCheckBox>(page, u"rememberCheckBox"_s);
        page.setRemember(true);
        QVERIFY(!remember->isEnabled() && !remember->isChecked());
        page.setSecretsProblem({});
        QVERIFY(remember->isEnabled() && remember->isChecked()); // what was wanted is kept
        page.setConnection(ConnectionState::Offline, {});
        QVERIFY(child<QWidget>(page, u"signInOffline"_s)->isVisible());
    }
    void theFirstRunHasTwoDoors()
    {
        Desk desk;
        FirstRunPage page(desk.context);
        page.show();
        QSignalSpy tried(&page, &FirstRunPage::tryLocallyRequested);
        child<QPushButton>(page, u"tryLocallyButton"_s)->click();
        QCOMPARE(tried.first().first().toBool(), true);
        page.setLocalUnavailable(u"not installed"_s);
        QVERIFY(!child<QPushButton>(page, u"tryLocallyButton"_s)->isEnabled());
        QSignalSpy connected(&page, &FirstRunPage::connectRequested);
        auto *url = child<QLineEdit>(page, u"serverUrlEdit"_s);
        auto *connectNow = child<QPushButton>(page, u"connectButton"_s);
        QVERIFY(!connectNow->isEnabled() && !connectNow->toolTip().isEmpty());
        QTest::keyClick(url, Qt::Key_Return);
        QVERIFY(child<QLabel>(page, u"serverUrlErrorLabel"_s)->isVisible());
        QCOMPARE(connected.size(), 0);
        url->setText(u"voice.example.com"_s);
        QVERIFY(connectNow->isEnabled());
        QVERIFY(!child<QLabel>(page, u"serverUrlErrorLabel"_s)->isVisible());
        QTest::keyClick(url, Qt::Key_Return);
        QCOMPARE(connected.first().first().toUrl(), QUrl(u"https://voice.example.com"_s));
    }
    void settingUpChecksBeforeItAsks()
    {
        Desk desk;
        SetupPage page(desk.context);
        page.show();
        QSignalSpy asked(&page, &SetupPage::setupRequested);
        auto *go = child<QPushButton>(page, u"setupButton"_s);
        QVERIFY(!go->isEnabled() && !go->toolTip().isEmpty());
        QTest::keyClick(child<QLineEdit>(page, u"setupEmailEdit"_s), Qt::Key_Return);
        QVERIFY(child<QLabel>(page, u"setup_tokenErrorLabel"_s)->isVisible());
        child<QLineEdit>(page, u"setupTokenEdit"_s)->setText(u"tok"_s);
        child<QLineEdit>(page, u"setupEmailEdit"_s)->setText(u"a@example.com"_s);
        child<QLineEdit>(page, u"setupPasswordEdit"_s)->setText(u"long enough"_s);
        child<QLineEdit>(page, u"setupRepeatEdit"_s)->setText(u"another one"_s);
        go->click();
        QVERIFY(child<QLabel>(page, u"repeatErrorLabel"_s)->isVisible());
        QCOMPARE(asked.size(), 0);
        child<QLineEdit>(page, u"setupRepeatEdit"_s)->setText(u"long enough"_s);
        QVERIFY(!child<QLabel>(page, u"repeatErrorLabel"_s)->isVisible());
        go->click();
        QCOMPARE(asked.size(), 1);
        page.fail({.code = ErrorCode::ValidationError, .details = {{u"setup_token"_s, u"used up"_s}}});
        QCOMPARE(child<QLabel>(page, u"setup_tokenErrorLabel"_s)->text(), u"Used up."_s);
    }
    void serversAreAddedCheckedAndRemoved()
    {
        Desk desk;
        MemoryBook book;
        ManageProfilesDialog dialog(desk.context, book, {});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto *save = child<QPushButton>(dialog, u"submitButton"_s);
        save->click();
        QVERIFY(child<QLabel>(dialog, u"nameErrorLabel"_s)->isVisible());
        QVERIFY(book.rows.isEmpty());
        child<QLineEdit>(dialog, u"profileNameEdit"_s)->setText(u"Live"_s);
        child<QLineEdit>(dialog, u"profileUrlEdit"_s)->setText(u"https://live.example.com"_s);
        child<QCheckBox>(dialog, u"profileProductionCheckBox"_s)->setChecked(true);
        save->click();
        QCOMPARE(book.rows.size(), 1);
        QVERIFY(book.rows.first().production && !book.rows.first().id.isEmpty());
        child<QToolButton>(dialog, u"removeProfileButton"_s)->click();
        auto *ask = child<QDialog>(dialog, u"confirmDialog"_s);
        child<QPushButton>(*ask, u"submitButton"_s)->click();
        QVERIFY(book.rows.isEmpty());
    }
    void whatIsTypedAboutAServerIsKept()
    {
        Desk desk;
        MemoryBook book;
        for (const QString &name : {u"One"_s, u"Two"_s}) {
            ServerProfile profile;
            profile.id = name.toLower();
            profile.name = name;
            profile.url = QUrl(u"https://%1.example.com"_s.arg(profile.id));
            book.rows << profile;
        }
        ManageProfilesDialog dialog(desk.context, book, u"one"_s);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto *list = child<QListWidget>(dialog, u"profileList"_s);
        auto *name = child<QLineEdit>(dialog, u"profileNameEdit"_s);
        auto *url = child<QLineEdit>(dialog, u"profileUrlEdit"_s);
        const auto clickRow = [list](int row) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center());
        };
        name->setText(u"First"_s);
        clickRow(1);
        QCOMPARE(book.rows.first().name, u"First"_s);
        QCOMPARE(list->item(0)->text(), u"First"_s);
        QCOMPARE(name->text(), u"Two"_s);
        url->setText({});
        clickRow(0);
        QVERIFY(child<QLabel>(dialog, u"urlErrorLabel"_s)->isVisible()); // why it stays on its row
        QTRY_COMPARE(list->currentRow(), 1);
        QVERIFY(list->item(1)->isSelected());
        QCOMPARE(name->text(), u"Two"_s);
        child<QToolButton>(dialog, u"addProfileButton"_s)->click();
        child<QToolButton>(dialog, u"moveProfileUpButton"_s)->click();
        QCOMPARE(list->count(), 2);
        QCOMPARE(book.rows.first().name, u"First"_s);
        url->setText(u"https://second.example.com"_s);
        child<QToolButton>(dialog, u"moveProfileUpButton"_s)->click();
        QCOMPARE(book.rows.first().url, QUrl(u"https://second.example.com"_s));
        QCOMPARE(list->currentRow(), 0);
        name->setText(u"Second"_s);
        auto *add = child<QToolButton>(dialog, u"addProfileButton"_s);
        add->click();
        QCOMPARE(book.rows.first().name, u"Second"_s);
        add->click(); // nothing was typed about the new one
        QCOMPARE(list->count(), 3);
        QCOMPARE(book.rows.size(), 2);
        clickRow(0);
        QCOMPARE(name->text(), u"Second"_s);
    }
};

QTEST_MAIN(TestWindows)
#include "tst_windows.moc"

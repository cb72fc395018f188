// SPDX-License-Identifier: GPL-3.0-or-later
// The table pane and the panes made of it, over fake sources; widgets are found by their object names.
#include "tests/ui/fakes.h"
#include "ui/dialogs/edituserformdialog.h"
#include "ui/dialogs/runbulkdialog.h"
#include "ui/mainwindow.h"
#include "ui/panes/organizationspane.h"
#include "ui/panes/overviewpane.h"
#include "ui/panes/userspane.h"
#include "ui/theme/paint.h"
#include "ui/theme/style.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/detailsdrawer.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/exportbar.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/topbar.h"

#include <QComboBox>
#include <QDateEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

namespace
{
void trigger(QWidget &in, const QString &name)
{
    auto *action = child<QAction>(in, name);
    if (!action->isEnabled())
        qFatal("%s is disabled: %s", qPrintable(name), qPrintable(action->toolTip()));
    action->trigger();
}

/// The users pane over `count` users, shown and loaded.
struct UsersDesk : Desk {
    explicit UsersDesk(int count = 3, bool open = true)
        : users(count)
        , model(
              users, userColumns(), [](const User &u) { return u.id; }, format)
        , pane(std::make_unique<UsersPane>(context, users, model, &rowExport,
                                           [](const QString &id) -> QString { return u"curl "_s + id; }))
    {
        pane->resize(1000, 600);
        pane->show();
        if (!open)
            return;
        pane->activate();
        if (!QTest::qWaitFor([this] { return model.hasLoaded(); }))
            qFatal("no rows");
    }
    RowTable &table() { return *child<RowTable>(*pane, u"usersTable"_s); }
    void select(int row) { table().selectRow(row); }
    template<typename T>
    T *dialog(const QString &name)
    {
        auto *found = pane->findChild<T *>(name);
        return found && found->isVisible() ? found : nullptr;
    }

    FakeUsers users;
    FakeExport rowExport;
    PagedTableModel<User> model;
    std::unique_ptr<UsersPane> pane;
};
}

class TestPanes : public QObject
{
    Q_OBJECT

private slots:
    void firstLoadShowsASkeletonThenRows()
    {
        UsersDesk desk(150, false);
        QVERIFY(child<QWidget>(*desk.pane, u"skeleton"_s)->isVisible());
        QVERIFY(desk.users.asked.isEmpty()); // nothing is loaded before the pane is opened
        desk.pane->activate();
        QTRY_VERIFY(desk.table().isVisible());
        QCOMPARE(child<QLabel>(*desk.pane, u"countLabel"_s)->text(), u"150 user(s)"_s);
        QCOMPARE(desk.users.asked.first().sort, u"-created_at"_s);
        QVERIFY(desk.users.asked.size() <= 2); // one load costs at most two requests
        desk.pane->activate();
        QVERIFY(desk.users.asked.size() <= 2);
    }
    void searchGoesToTheServerAfterAPause()
    {
        UsersDesk desk(30);
        desk.users.asked.clear();
        QTest::keyClicks(child<QLineEdit>(*desk.pane, u"searchEdit"_s), u"user2"_s);
        QTRY_COMPARE(desk.model.rowCount(), 11);
        QCOMPARE(desk.users.asked.size(), 1);
        QCOMPARE(desk.users.asked.first().filters.value(u"search"_s), u"user2"_s);
    }
    void nothingFoundSaysWhatToDo()
    {
        UsersDesk desk;
        desk.pane->search(u"zzz"_s);
        auto *next = child<QPushButton>(*desk.pane, u"emptyActionButton"_s);
        QTRY_VERIFY(next->isVisible());
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_COMPARE(desk.model.rowCount(), 3);
        QVERIFY(child<QLineEdit>(*desk.pane, u"searchEdit"_s)->text().isEmpty());
    }
    void filtersAreChipsThatCanBeRemoved()
    {
        UsersDesk desk;
        desk.users.rows[1].role = Role::Support;
        auto *bar = child<FilterBar>(*desk.pane, u"filterBar"_s);
        QVERIFY(!bar->isVisible());
        bar->setOne(u"role"_s, u"support"_s);
        QTRY_COMPARE(desk.model.rowCount(), 1);
        QVERIFY(bar->isVisible());
        QTest::mouseClick(child<QToolButton>(*desk.pane, u"removeFilterButton_role"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.model.rowCount(), 3);
        QVERIFY(!bar->isVisible());
    }
    void clickingAHeaderSortsOnTheServer()
    {
        UsersDesk desk;
        const auto click = [&](int column) {
            auto *header = desk.table().horizontalHeader();
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                              {header->sectionViewportPosition(column) + 12, header->height() / 2});
        };
        click(0);
        QTRY_COMPARE(desk.users.asked.last().sort, u"email"_s);
        QTRY_COMPARE(desk.model.rowCount(), 3);
        click(0);
        QTRY_COMPARE(desk.users.asked.last().sort, u"-email"_s);
        QCOMPARE(desk.table().horizontalHeader()->sortIndicatorSection(), 0);
        QTRY_VERIFY(!desk.model.isLoading());
        const auto asked = desk.users.asked.size();
        click(3); // the server does not sort by role
        QCOMPARE(desk.table().horizontalHeader()->sortIndicatorSection(), 0);
        QCOMPARE(desk.users.asked.size(), asked);
    }
    void stateSurvivesARestart()
    {
        MemoryState kept;
        {
            UsersDesk desk;
            child<FilterBar>(*desk.pane, u"filterBar"_s)->setOne(u"role"_s, u"admin"_s);
            desk.pane->search(u"user"_s);
            desk.table().setColumnVisible(desk.model.columnOf(u"phone"_s), true);
            desk.table().setColumnVisible(desk.model.columnOf(u"tier"_s), false);
            desk.table().setColumnVisible(desk.model.columnOf(u"email"_s), false); // pinned
            desk.table().horizontalHeader()->resizeSection(1, 222);
            desk.table().horizontalHeader()->moveSection(2, 0);
            desk.model.sort(0, Qt::DescendingOrder);
            QTest::mouseClick(child<QToolButton>(*desk.pane, u"densityButton"_s), Qt::LeftButton);
            desk.pane.reset();
            kept = desk.state;
        }
        Desk desk;
        desk.state = kept;
        FakeUsers users;
        PagedTableModel<User> model(
            users, userColumns(), [](const User &u) { return u.id; }, desk.format);
        UsersPane pane(desk.context, users, model, nullptr, {});
        pane.show();
        pane.activate();
        auto *table = child<RowTable>(pane, u"usersTable"_s);
        QTRY_VERIFY(!users.asked.isEmpty());
        QCOMPARE(users.asked.first().filters,
                 (QMap<QString, QString>{{u"role"_s, u"admin"_s}, {u"search"_s, u"user"_s}}));
        QCOMPARE(users.asked.first().sort, u"-email"_s);
        QVERIFY(!table->isColumnHidden(model.columnOf(u"phone"_s)));
        QVERIFY(table->isColumnHidden(model.columnOf(u"tier"_s)));
        QVERIFY(!table->isColumnHidden(model.columnOf(u"email"_s)));
        QCOMPARE(table->columnWidth(1), 222);
        QCOMPARE(table->horizontalHeader()->visualIndex(2), 0);
        QVERIFY(table->isCompact());
    }
    void columnsWithoutRoomAreTold()
    {
        UsersDesk desk;
        auto *button = child<QToolButton>(*desk.pane, u"columnsButton"_s);
        desk.pane->resize(3000, 600);
        QVERIFY(!desk.table().isColumnHidden(desk.model.columnOf(u"agents"_s)));
        QCOMPARE(button->toolTip(), u"Choose columns"_s);
        desk.pane->resize(700, 600);
        QVERIFY(desk.table().isColumnHidden(desk.model.columnOf(u"agents"_s)));
        QVERIFY(button->toolTip().contains(u"Agents"_s));
        QVERIFY(button->text().startsWith(u'+'));
        desk.pane->resize(3000, 600);
        QCOMPARE(button->toolButtonStyle(), Qt::ToolButtonIconOnly);
    }
    void spareRoomGoesToTextsFirst()
    {
        UsersDesk desk;
        desk.pane->resize(1400, 600);
        const auto width = [&](const QString &id) { return desk.table().columnWidth(desk.model.columnOf(id)); };
        const auto declared = [&](const QString &id) {
            return desk.model.columns().at(desk.model.columnOf(id)).width;
        };
        QVERIFY(double(width(u"email"_s)) / declared(u"email"_s) > 1.2 * width(u"tier"_s) / declared(u"tier"_s));
        int all = 0;
        for (int column = 0; column < desk.model.columns().size(); ++column)
            all += desk.table().isColumnHidden(column) ? 0 : desk.table().columnWidth(column);
        QCOMPARE(all, desk.table().viewport()->width());
    }
    void tagsAreNeverCut()
    {
        Desk desk;
        FakeUsers users(3);
        const TagValue tag{u"Provider did not answer"_s, Tone::Bad};
        PagedTableModel<User> model(
            users,
            {{{u"name"_s, u"Name"_s, {}, CellFormat::Text, 6}, [](const User &u) { return u.email; }},
             {{u"state"_s, u"State"_s, {}, CellFormat::Tag, 2},
              [&tag](const User &) { return QVariant::fromValue(tag); }}},
            [](const User &u) { return u.id; }, desk.format);
        RowTable table(desk.theme, desk.format, model);
        table.resize(260, 200);
        table.show();
        const int before = table.columnWidth(1);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 3);
        const int wanted = static_cast<CellDelegate *>(table.itemDelegate())->tagWidth(tag);
        QVERIFY(before < wanted);
        QVERIFY(table.columnWidth(1) >= wanted);
    }
    void onlySortableColumnsKeepRoomForTheMark()
    {
        Desk desk;
        const Style style(desk.theme);
        QStyleOptionHeader option;
        option.fontMetrics = QFontMetrics(QFont());
        option.text = u"Twilio"_s;
        const auto width
            = [&] { return style.sizeFromContents(QStyle::CT_HeaderSection, &option, {}, nullptr).width(); };
        const int plain = width();
        option.sortIndicator = QStyleOptionHeader::SortDown;
        QVERIFY(width() >= plain + Space::S4);
    }
    void shortTablesShareTheirRoom()
    {
        const std::unique_ptr<QTableWidget> table(
            makePlainTable(u"t"_s, u"T"_s, {u"Version"_s, u"State"_s, u"Calls"_s}, 2));
        table->setRowCount(1);
        setPlainRow(*table, 0, {u"v1"_s, u"Supported"_s, u"12"_s});
        table->resize(1200, 100);
        table->show();
        fitPlainColumns(*table);
        QCOMPARE(table->columnWidth(0) + table->columnWidth(1) + table->columnWidth(2), table->viewport()->width());
        QVERIFY(table->columnWidth(0) < 600);
        table->resize(800, 100);
        QCOMPARE(table->columnWidth(0) + table->columnWidth(1) + table->columnWidth(2), table->viewport()->width());
    }
    void theRightEdgeStaysWhenThereIsSomethingToScroll()
    {
        UsersDesk few(3);
        UsersDesk many(150);
        QCOMPARE(many.table().viewport()->width(), few.table().viewport()->width());
        QVERIFY(many.table().verticalScrollBar()->maximum() > 0);
        QCOMPARE(few.table().verticalScrollBar()->maximum(), 0);
    }
    void whatIsSearchedByProgramCanBeCleared()
    {
        UsersDesk desk;
        auto *edit = child<QLineEdit>(*desk.pane, u"searchEdit"_s);
        desk.users.asked.clear();
        desk.pane->search(u"user1"_s);
        QTRY_COMPARE(desk.model.rowCount(), 1);
        QCOMPARE(desk.users.asked.size(), 1);
        QToolButton *clear = nullptr;
        for (auto *button : edit->findChildren<QToolButton *>())
            clear = !clear || button->x() > clear->x() ? button : clear;
        QTRY_COMPARE(clear->property("opacity").toReal(), 1.0); // Qt's own, which it fades in
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(edit->text().isEmpty());
        QTRY_COMPARE(desk.model.rowCount(), 3);
    }
    void nothingIsNotExported()
    {
        UsersDesk desk;
        auto *button = child<QToolButton>(*desk.pane, u"exportButton"_s);
        QVERIFY(button->isEnabled());
        desk.pane->search(u"zzz"_s);
        QTRY_VERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"There are no rows to export."_s);
        QVERIFY(!child<QAction>(*desk.pane, u"exportAction"_s)->isEnabled());
        desk.pane->search({});
        QTRY_VERIFY(button->isEnabled());
    }
    void aHeadIsAsHighWithoutButtons()
    {
        Desk desk;
        FakeOrganizations organizations;
        PagedTableModel<Organization> model(
            organizations, organizationColumns(), [](const Organization &o) { return o.id; }, desk.format);
        OrganizationsPane without(desk.context, model, nullptr, {});
        without.resize(1000, 600);
        without.show();
        auto *search = child<QLineEdit>(without, u"searchEdit"_s);
        const int control = controlHeight(QFontMetrics(desk.theme.font(TextStyle::Body)));
        QTRY_COMPARE(search->mapTo(&without, QPoint()).y(), Space::S5 + control + Space::S3);
    }
    void theDrawerTakesBackTheRoomOfALongSubtitle()
    {
        Desk desk;
        DetailsDrawer drawer(desk.context);
        drawer.resize(320, 600);
        static_cast<QWidget &>(drawer).show();
        auto *subtitle = child<QLabel>(drawer, u"drawerSubtitleLabel"_s);
        const auto show = [&drawer](const QString &words) {
            Details details;
            details.id = details.title = u"A"_s;
            details.subtitle = words;
            drawer.show(details, {});
        };
        show(u"short"_s);
        const int line = subtitle->height();
        show(u"words that go on "_s.repeated(8));
        QVERIFY(subtitle->height() > line);
        show(u"short"_s);
        QCOMPARE(subtitle->height(), line);
    }
    void textsOfFieldsBeginAtOneLine()
    {
        Desk desk;
        Style style(desk.theme);
        QLineEdit line;
        QSpinBox spin;
        QDateEdit date;
        date.setCalendarPopup(true);
        QComboBox combo;
        for (QWidget *field : std::initializer_list<QWidget *>{&line, &spin, &date, &combo}) {
            field->setStyle(&style);
            for (auto *inner : field->findChildren<QLineEdit *>())
                inner->setStyle(&style);
            field->resize(200, 32);
            field->show();
        }
        const auto textOf = [](QWidget &field, QLineEdit &edit) { // the middle of the cursor before the first letter
            edit.setCursorPosition(0);
            return edit.mapTo(&field, edit.inputMethodQuery(Qt::ImCursorRectangle).toRect().center()).x();
        };
        const int inset = textOf(line, line);
        QCOMPARE(textOf(spin, *spin.findChild<QLineEdit *>()), inset);
        QCOMPARE(textOf(date, *date.findChild<QLineEdit *>()), inset);
        QPlainTextEdit text;
        style.polish(&text);
        QVERIFY(std::abs(text.document()->documentMargin() + 1 - inset) <= 1); // and its frame
        QStyleOptionComboBox option;
        option.initFrom(&combo);
        const QRect place = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
        const int words = place.left() + 1;
        QVERIFY2(std::abs(words - inset) <= 1, qPrintable(QString::number(words) + u' ' + QString::number(inset)));
        QCOMPARE(desk.theme.palette().color(QPalette::PlaceholderText), desk.theme.colours().muted);
    }
    void theSearchStaysInTheMiddle()
    {
        Desk desk;
        QMenu menu;
        TopBar bar(desk.context, menu, menu, menu);
        bar.resize(1072, 48);
        bar.show();
        auto *search = child<QPushButton>(bar, u"globalSearchButton"_s);
        const auto middle = [&] {
            bar.layout()->activate();
            return search->geometry().center().x();
        };
        const int before = middle();
        ServerProfile profile;
        profile.name = u"A server of a long name"_s;
        profile.production = true;
        bar.setProfile(profile);
        bar.setFreshness(QDateTime::currentDateTimeUtc());
        QCOMPARE(middle(), before);
        QVERIFY(std::abs(before - bar.rect().center().x()) <= 1);
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
    void savedViewsComeBack()
    {
        UsersDesk desk;
        child<FilterBar>(*desk.pane, u"filterBar"_s)->setOne(u"role"_s, u"admin"_s);
        desk.state.saveView(u"users"_s, u"Admins"_s, desk.pane->viewState());
        child<FilterBar>(*desk.pane, u"filterBar"_s)->setOne(u"role"_s, {});
        auto *menu = child<QToolButton>(*desk.pane, u"viewsButton"_s)->menu();
        emit menu->aboutToShow();
        menu->actions().first()->trigger();
        QCOMPARE(desk.model.filters().value(u"role"_s), u"admin"_s);
    }
    void anErrorSaysWhatCodeAndWhatToDo()
    {
        UsersDesk desk(3, false);
        desk.users.failList = Error{.code = ErrorCode::ServiceUnavailable, .requestId = u"req_42"_s};
        desk.pane->activate();
        auto *banner = child<ErrorBanner>(*desk.pane, u"errorBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        const QString code = child<QLabel>(*banner, u"errorCodeLabel"_s)->text();
        QVERIFY(code.contains(u"SERVICE_UNAVAILABLE"_s) && code.contains(u"req_42"_s));
        QVERIFY(!child<QLabel>(*banner, u"errorHappenedLabel"_s)->text().isEmpty());
        QTest::mouseClick(child<QPushButton>(*banner, u"copyRequestIdButton"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"req_42"_s);
        desk.users.failList.reset();
        QTest::mouseClick(child<QPushButton>(*banner, u"retryButton"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.model.rowCount(), 3);
        QVERIFY(!banner->isVisible());
    }
    void aLostConnectionIsToldOnce()
    {
        UsersDesk desk(3);
        auto *banner = child<ErrorBanner>(*desk.pane, u"errorBanner"_s);
        QSignalSpy failed(&desk.model, &PagedTableModelBase::loadFailed);
        desk.users.failList = Error{.code = ErrorCode::Unreachable};
        desk.pane->refresh();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!banner->isVisible()); // the window says it, over rows that stay
        QCOMPARE(desk.model.rowCount(), 3);
        desk.users.failList = Error{.code = ErrorCode::TimedOut};
        desk.pane->refresh();
        QTRY_VERIFY(banner->isVisible());

        UsersDesk empty(3, false);
        empty.users.failList = Error{.code = ErrorCode::Unreachable};
        empty.pane->activate();
        QTRY_VERIFY(child<ErrorBanner>(*empty.pane, u"errorBanner"_s)->isVisible());
    }
    void theSelectionOutlivesAReload()
    {
        UsersDesk desk(20);
        QSignalSpy details(desk.pane.get(), &Pane::detailsChanged);
        desk.select(4);
        QCOMPARE(details.last().first().value<Details>().id, u"u4"_s);
        desk.users.rows.removeFirst();
        desk.model.reload();
        QTRY_COMPARE(desk.model.rowCount(), 19);
        QCOMPARE(desk.pane->selectedIds(), QStringList{u"u4"_s});
        QCOMPARE(desk.table().selectionModel()->selectedRows().first().row(), 3);
    }
    void actionsSayWhyTheyAreDisabled()
    {
        UsersDesk desk;
        auto *edit = child<QAction>(*desk.pane, u"editLimitsAction"_s);
        QVERIFY(!edit->isEnabled() && edit->toolTip().contains(u"Select"_s));
        desk.select(0);
        QVERIFY(edit->isEnabled());
        desk.table().selectAll();
        QVERIFY(!edit->isEnabled());
        QVERIFY(child<QAction>(*desk.pane, u"deactivateAction"_s)->isEnabled());
        desk.select(0);
        desk.setRole(Role::Support);
        QVERIFY(!edit->isEnabled() && edit->toolTip().contains(u"Support"_s));
        QVERIFY(child<QAction>(*desk.pane, u"sessionsAction"_s)->isEnabled()); // looking is allowed
        desk.setRole(Role::Admin);
        ServerProfile profile = desk.access.profile();
        profile.readOnly = true;
        desk.access.setProfile(profile);
        QVERIFY(!edit->isEnabled() && edit->toolTip().contains(u"read-only"_s));
        profile.readOnly = false;
        desk.access.setProfile(profile);
        User me = desk.access.user();
        me.id = u"u0"_s;
        desk.access.setUser(me);
        QVERIFY(edit->isEnabled());
        QVERIFY(!child<QAction>(*desk.pane, u"deactivateAction"_s)->isEnabled()); // not oneself
    }
    void limitsAreSavedAndFieldErrorsStandAtTheirFields()
    {
        UsersDesk desk;
        desk.select(1);
        trigger(*desk.pane, u"editLimitsAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"editLimitsDialog"_s);
        QVERIFY(dialog);
        auto *save = child<QPushButton>(*dialog, u"submitButton"_s);
        QTRY_VERIFY(child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->isEnabled());
        QVERIFY(!save->isEnabled() && save->toolTip().contains(u"Nothing"_s));
        child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->setValue(7);
        QVERIFY(save->isEnabled());
        child<QPlainTextEdit>(*dialog, u"limitNotesEdit"_s)->setPlainText(u"trial"_s);
        desk.users.failChange
            = Error{.code = ErrorCode::ValidationError, .details = {{u"max_agents"_s, u"at most 5"_s}}};
        save->click();
        auto *wrong = child<QLabel>(*dialog, u"max_agentsErrorLabel"_s);
        QTRY_VERIFY(wrong->isVisible());
        QCOMPARE(wrong->text(), u"At most 5."_s);
        QCOMPARE(child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->value(), 7); // what was typed stays
        desk.users.failChange.reset();
        save->click();
        QTRY_VERIFY(!desk.dialog<QDialog>(u"editLimitsDialog"_s));
        QCOMPARE(desk.users.find(u"u1"_s)->limits.maxAgents, 7);
        QCOMPARE(desk.users.find(u"u1"_s)->limitNotes, u"trial"_s);
        QCOMPARE(desk.model.rowById(u"u1"_s)->limits.maxAgents, 7); // the list shows it without asking again
    }
    void aConflictShowsBothVersions_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("agents");
        QTest::newRow("mine") << u"overwriteButton"_s << 7;
        QTest::newRow("theirs") << u"takeTheirsButton"_s << 9;
    }
    void aConflictShowsBothVersions()
    {
        QFETCH(QString, button);
        QFETCH(int, agents);
        UsersDesk desk;
        desk.select(1);
        trigger(*desk.pane, u"editLimitsAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"editLimitsDialog"_s);
        const QPointer<QPushButton> save = child<QPushButton>(*dialog, u"submitButton"_s); // dies with the dialog
        QTRY_VERIFY(child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->isEnabled());
        child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->setValue(7);
        User theirs = *desk.users.find(u"u1"_s);
        theirs.limits.maxAgents = 9;
        desk.users.conflicting = theirs;
        save->click();
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"conflictCard"_s));
        QVERIFY(!save->isEnabled()); // the card asks which version stays
        QStringList texts;
        for (const auto *label : dialog->findChild<QWidget *>(u"conflictCard"_s)->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains(u"9"_s) && texts.contains(u"7"_s));
        child<QPushButton>(*dialog, button)->click();
        if (button == "takeTheirsButton"_L1) {
            QCOMPARE(child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->value(), 9);
            QVERIFY(!save->isEnabled()); // it is what the server has
            child<QPushButton>(*dialog, u"cancelButton"_s)->click();
        }
        QTRY_VERIFY(!desk.dialog<QDialog>(u"editLimitsDialog"_s));
        QCOMPARE(desk.users.find(u"u1"_s)->limits.maxAgents, agents);
    }
    void roleAndTierAreEdited()
    {
        UsersDesk desk;
        desk.select(2);
        trigger(*desk.pane, u"editUserAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"editUserDialog"_s);
        auto *save = child<QPushButton>(*dialog, u"submitButton"_s);
        auto *role = child<QComboBox>(*dialog, u"roleCombo"_s);
        QTRY_VERIFY(role->isEnabled());
        role->setCurrentIndex(role->findData(int(Role::Support)));
        save->click();
        QTRY_COMPARE(desk.users.find(u"u2"_s)->role, Role::Support);
    }
    void deactivatingCanBeUndone()
    {
        UsersDesk desk;
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        desk.select(0);
        trigger(*desk.pane, u"deactivateAction"_s);
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY(!desk.users.find(u"u0"_s)->active);
        const auto notice = noticed.first().first().value<Notice>();
        QVERIFY(!notice.action.isEmpty());
        notice.run();
        QTRY_VERIFY(desk.users.find(u"u0"_s)->active);
    }
    void productionAsksForTheTypedName()
    {
        UsersDesk desk;
        desk.setProduction();
        desk.select(0);
        trigger(*desk.pane, u"deactivateAction"_s);
        auto *ask = desk.dialog<QDialog>(u"confirmDialog"_s);
        QVERIFY(ask);
        auto *go = child<QPushButton>(*ask, u"submitButton"_s);
        QVERIFY(!go->isEnabled());
        QTest::keyClicks(child<QLineEdit>(*ask, u"typedNameEdit"_s), u"Tes"_s);
        QVERIFY(!go->isEnabled());
        QVERIFY(desk.users.changed.isEmpty());
        QTest::keyClicks(child<QLineEdit>(*ask, u"typedNameEdit"_s), u"t"_s);
        go->click();
        QTRY_COMPARE(desk.users.changed, QStringList{u"deactivate u0"_s});
    }
    void bulkShowsTheResultOfEachRow()
    {
        UsersDesk desk(3);
        desk.table().selectAll();
        QVERIFY(child<QWidget>(*desk.pane, u"bulkBar"_s)->isVisible());
        desk.users.failChange = Error{.code = ErrorCode::ResourceConflict};
        desk.users.failFor = u"u1"_s;
        child<QPushButton>(*desk.pane, u"deactivateActionBulkButton"_s)->click();
        auto *ask = desk.dialog<QDialog>(u"confirmDialog"_s);
        QVERIFY(ask); // several at once are asked for
        child<QPushButton>(*ask, u"submitButton"_s)->click();
        QTRY_VERIFY(desk.dialog<RunBulkDialog>(u"runBulkDialog"_s));
        auto *dialog = desk.dialog<RunBulkDialog>(u"runBulkDialog"_s);
        QSignalSpy done(dialog, &RunBulkDialog::ranAll);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.first(), (QVariantList{2, 1}));
        auto *results = child<QTableWidget>(*dialog, u"bulkResultTable"_s);
        QCOMPARE(results->item(0, 1)->text(), u"Done"_s);
        QVERIFY(results->item(1, 1)->text().contains(u"clashes"_s));
        QCOMPARE(results->item(2, 1)->text(), u"Done"_s);
        QCOMPARE(desk.users.changed, QStringList{u"deactivate u0 u1 u2"_s}); // one request
    }
    void deletingNamesWhatItHits()
    {
        UsersDesk desk;
        desk.select(1);
        QTest::keyClick(&desk.table(), Qt::Key_Delete);
        auto *ask = desk.dialog<QDialog>(u"confirmDialog"_s);
        QVERIFY(ask);
        QVERIFY(ask->windowTitle().contains(u"user1@example.com"_s));
        child<QPushButton>(*ask, u"submitButton"_s)->click();
        QTRY_COMPARE(desk.model.rowCount(), 2);
        QCOMPARE(desk.users.changed, QStringList{u"remove u1"_s});
    }
    void sessionsAreShownAndEnded()
    {
        UsersDesk desk;
        desk.select(0);
        trigger(*desk.pane, u"sessionsAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"showSessionsDialog"_s);
        auto *out = child<QPushButton>(*dialog, u"signOutEverywhereButton"_s);
        QTRY_VERIFY(out->isEnabled());
        QCOMPARE(child<QTableWidget>(*dialog, u"sessionTable"_s)->item(0, 0)->text(), u"Laptop"_s);
        out->click();
        child<QPushButton>(*dialog->findChild<QDialog *>(u"confirmDialog"_s), u"submitButton"_s)->click();
        QTRY_COMPARE(desk.users.changed, QStringList{u"sign out u0"_s});
    }
    void exportWritesTheFilteredSetAndCanBeCanceled()
    {
        UsersDesk desk;
        desk.pane->search(u"user1"_s);
        QTRY_COMPARE(desk.model.rowCount(), 1);
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        desk.pane->exportTo(u"/tmp/x.csv"_s);
        QCOMPARE(desk.rowExport.query.filters.value(u"search"_s), u"user1"_s);
        QCOMPARE(desk.rowExport.columns.first(), u"email"_s);
        QVERIFY(!desk.rowExport.columns.contains(u"phone"_s)); // hidden
        auto *bar = child<ExportBar>(*desk.pane, u"exportBar"_s);
        QTRY_VERIFY(bar->isVisible());
        child<QPushButton>(*bar, u"cancelExportButton"_s)->click();
        QVERIFY(desk.rowExport.promise->isCanceled());
        desk.rowExport.promise->finish();
        QTRY_VERIFY(!bar->isVisible());
        desk.pane->exportTo(u"/tmp/x.csv"_s);
        desk.rowExport.promise->addResult(Result<qint64>(1));
        desk.rowExport.promise->finish();
        QTRY_COMPARE(noticed.size(), 2);
        QVERIFY(noticed.last().first().value<Notice>().text.contains(u"x.csv"_s));
    }
    void anOrganisationLeadsToItsUsers()
    {
        Desk desk;
        FakeOrganizations organizations;
        PagedTableModel<Organization> model(
            organizations, organizationColumns(), [](const Organization &o) { return o.id; }, desk.format);
        OrganizationsPane pane(desk.context, model, nullptr, {});
        pane.show();
        pane.activate();
        QTRY_COMPARE(model.rowCount(), 1);
        QSignalSpy asked(&pane, &Pane::openPaneRequested);
        pane.stepRow(0);
        QTest::keyClick(child<RowTable>(pane, u"organizationsTable"_s), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"users"_s);
        QCOMPARE((asked.first().at(1).value<QMap<QString, QString>>()),
                 (QMap<QString, QString>{{u"organization_id"_s, u"o1"_s}}));
    }
    void overviewFiguresOpenTheirRows()
    {
        Desk desk;
        FakeValue<Overview> overview;
        FakeValue<Health> health;
        Overview o;
        o.users = 12345;
        o.requestsToday = 1000;
        o.errorsToday = 12;
        overview.answer = o;
        OverviewPane pane(desk.context, overview, health);
        pane.show();
        pane.activate();
        auto *users = child<StatTile>(pane, u"usersTile"_s);
        QTRY_COMPARE(users->figure(), QLocale::c().toString(12345));
        QVERIFY(!child<StatTile>(pane, u"costTile"_s)->isVisibleTo(&pane)); // not said is not 0
        QVERIFY(child<StatTile>(pane, u"usersTile"_s)->isVisibleTo(&pane));
        QCOMPARE(overview.asked + health.asked, 2);
        QSignalSpy asked(&pane, &Pane::openPaneRequested);
        child<StatTile>(pane, u"activeUsersTile"_s)->click();
        QCOMPARE(asked.first().at(0).toString(), u"users"_s);
        QVERIFY(!child<StatTile>(pane, u"alertsTile"_s)->isVisibleTo(&pane)); // no server tells of alerts yet
        auto *errors = child<StatTile>(pane, u"errorsTile"_s);
        QCOMPARE(errors->figure(), u"12"_s);
        QCOMPARE(errors->accessibleDescription(), u"of %1 answers"_s.arg(desk.format.integer(1000)));
        errors->click();
        QCOMPARE(asked.last().at(0).toString(), u"versions"_s);
        QCOMPARE((asked.last().at(1).value<QMap<QString, QString>>()), (QMap<QString, QString>{{u"days"_s, u"1"_s}}));
        overview.answer = Error{.code = ErrorCode::TimedOut};
        pane.refresh();
        QTRY_VERIFY(child<QWidget>(pane, u"errorBanner"_s)->isVisible());
        QCOMPARE(users->figure(), QLocale::c().toString(12345)); // what was read stays readable
    }
};

QTEST_MAIN(TestPanes)
#include "tst_panes.moc"

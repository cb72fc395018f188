// SPDX-License-Identifier: GPL-3.0-or-later
// What every pane of a table does, shown with the users: it loads, searches, sorts, remembers, exports, tells errors.
#include "tests/items/fakerows.h"
#include "tests/ui/organizationsdesk.h"
#include "tests/ui/usersdesk.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/exportbar.h"
#include "ui/widgets/filterbar.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace
{
/// Pages of whatever length; a page's cursor is its number.
class UnevenPages : public PageSource<FakeRow>
{
public:
    QList<QList<qint64>> pages;

    QFuture<Result<Page<FakeRow>>> fetch(const PageQuery &query) override
    {
        const int number = query.cursor.toInt();
        Page<FakeRow> page;
        for (const qint64 row : pages.at(number))
            page.items.append(FakeRow{row});
        if (number + 1 < pages.size())
            page.next = QString::number(number + 1);
        return readyFuture(Result<Page<FakeRow>>(page));
    }
};

QList<int> highlighted(const QTableView &table)
{
    QList<int> rows;
    for (const QModelIndex &index : table.selectionModel()->selectedRows())
        rows << index.row();
    std::ranges::sort(rows);
    return rows;
}
}

class TestTablePane : public QObject
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
    void aNameIsShownWithItsAmpersand()
    {
        UsersDesk desk;
        desk.pane->showFiltered({{u"organization_id"_s, u"o1"_s}}, {{u"organization_id"_s, u"R&D"_s}});
        auto *chip = child<QWidget>(*desk.pane, u"filterChip_organization_id"_s);
        const auto *button = chip->findChild<QToolButton *>();
        QVERIFY(button->text().endsWith(u"R&&D"_s)); // as buttons and menus show one
        QVERIFY(button->accessibleName().endsWith(u"R&D"_s));
        desk.state.saveView(u"users"_s, u"Q&A"_s, desk.pane->viewState());
        auto *menu = child<QToolButton>(*desk.pane, u"viewsButton"_s)->menu();
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().first()->text(), u"Q&&A"_s);
        QMenu *removal = menu->actions().last()->menu();
        QCOMPARE(removal->actions().first()->text(), u"Q&&A"_s);
        removal->actions().first()->trigger();
        QVERIFY(desk.state.savedViews(u"users"_s).isEmpty());
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
    void filesForExcelAreATypeInTheDialog()
    {
        UsersDesk desk(3);
        const auto ask = [&desk]() -> QFileDialog & {
            child<QAction>(*desk.pane, u"exportAction"_s)->trigger();
            return *child<QFileDialog>(*desk.pane, {});
        };
        const auto answer = [](QFileDialog &dialog) {
            emit dialog.fileSelected(u"/tmp/x.csv"_s);
            delete &dialog;
        };
        QCOMPARE(ask().nameFilters().size(), 1); // an export that has no such choice
        delete child<QFileDialog>(*desk.pane, {});
        desk.rowExport.marked = false;
        QFileDialog &first = ask();
        QCOMPARE(first.nameFilters().size(), 2);
        QCOMPARE(first.selectedNameFilter(), first.nameFilters().first());
        first.selectNameFilter(first.nameFilters().last());
        answer(first);
        QCOMPARE(desk.rowExport.marked, std::optional(true));
        desk.rowExport.promise->addResult(Result<qint64>(3));
        desk.rowExport.promise->finish();
        QTRY_VERIFY(!child<ExportBar>(*desk.pane, u"exportBar"_s)->isVisible());
        QFileDialog &second = ask();
        QCOMPARE(second.selectedNameFilter(), second.nameFilters().last()); // as chosen before
        second.selectNameFilter(second.nameFilters().first());
        answer(second);
        QCOMPARE(desk.rowExport.marked, std::optional(false));
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
        QCOMPARE(desk.model.rowCount(), 3);
        QVERIFY(desk.table().isVisible());

        UsersDesk empty(3, false);
        empty.users.failList = Error{.code = ErrorCode::Unreachable};
        empty.pane->activate();
        QTRY_VERIFY(child<ErrorBanner>(*empty.pane, u"errorBanner"_s)->isVisible());
    }
    void whatAnActionSaysOutlivesThePoll()
    {
        UsersDesk desk(3);
        auto *banner = child<ErrorBanner>(*desk.pane, u"errorBanner"_s);
        auto *exporting = child<ExportBar>(*desk.pane, u"exportBar"_s);
        QSignalSpy loaded(&desk.model, &PagedTableModelBase::loaded);
        QSignalSpy failed(&desk.model, &PagedTableModelBase::loadFailed);
        desk.pane->exportTo(u"/nowhere/x.csv"_s);
        desk.rowExport.promise->addResult(Result<qint64>(ErrorCode::InternalError));
        desk.rowExport.promise->finish();
        QTRY_VERIFY(banner->isVisible());
        desk.pane->refresh();
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(banner->isVisible());
        desk.users.failList = Error{.code = ErrorCode::Unreachable}; // the window says that
        desk.pane->refresh();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(banner->isVisible());
        desk.users.failList = Error{.code = ErrorCode::TimedOut}; // does not stand in its place
        desk.pane->refresh();
        QTRY_COMPARE(failed.size(), 2);
        desk.users.failList.reset();
        desk.pane->refresh();
        QTRY_COMPARE(loaded.size(), 2);
        QVERIFY(banner->isVisible());
        desk.pane->exportTo(u"/tmp/x.csv"_s); // the next action takes it away
        QVERIFY(!banner->isVisible());
        desk.rowExport.promise->addResult(Result<qint64>(3));
        desk.rowExport.promise->finish();
        QTRY_VERIFY(!exporting->isVisible());

        desk.users.failList = Error{.code = ErrorCode::TimedOut};
        desk.pane->refresh();
        QTRY_VERIFY(banner->isVisible());
        desk.pane->exportTo(u"/tmp/x.csv"_s); // but not what keeps the rows away
        QVERIFY(banner->isVisible());
        desk.users.failList.reset();
        desk.pane->refresh();
        QTRY_COMPARE(loaded.size(), 3);
        QVERIFY(!banner->isVisible());
        desk.pane->showError({.code = ErrorCode::ResourceConflict});
        desk.select(1);
        child<QAction>(*desk.pane, u"showUsageAction"_s)->trigger();
        QVERIFY(!banner->isVisible());
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
    void theSelectionGoesWithItsRows()
    {
        UsersDesk desk(4);
        QSignalSpy details(desk.pane.get(), &Pane::detailsChanged);
        desk.select(1);
        User newest;
        newest.id = u"new"_s;
        newest.email = u"andres@example.com"_s;
        desk.users.rows.prepend(newest);
        desk.pane->refresh();
        QTRY_COMPARE(desk.model.rowCount(), 5);
        QCOMPARE(desk.pane->selectedIds(), QStringList{u"u1"_s});
        QCOMPARE(highlighted(desk.table()), QList<int>{2});
        QCOMPARE(desk.table().currentIndex().row(), 2);
        QCOMPARE(details.last().first().value<Details>().id, u"u1"_s);
        desk.table().selectionModel()->select(desk.model.index(3, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(desk.pane->selectedIds(), (QStringList{u"u1"_s, u"u2"_s}));

        desk.users.rows.removeAt(2); // u1
        desk.pane->refresh();
        QTRY_COMPARE(desk.model.rowCount(), 4);
        QCOMPARE(desk.pane->selectedIds(), QStringList{u"u2"_s});
        QCOMPARE(highlighted(desk.table()), QList<int>{2});
        QCOMPARE(details.last().first().value<Details>().id, u"u2"_s);

        desk.users.rows.removeLast();
        desk.users.rows.removeLast(); // u2, the last
        desk.pane->refresh();
        QTRY_COMPARE(desk.model.rowCount(), 2);
        QCOMPARE(desk.pane->selectedIds(), QStringList());
        QCOMPARE(details.last().first().value<Details>().id, QString());
    }
    void theSelectionGoesToTheNextPage()
    {
        UsersDesk desk(150);
        desk.table().scrollToBottom();
        QTRY_COMPARE(desk.model.rowCount(), 150);
        desk.table().scrollToTop();
        desk.table().selectRow(99);
        desk.table().scrollToTop();
        User newest;
        newest.id = u"new"_s;
        desk.users.rows.prepend(newest);
        desk.pane->refresh();
        QTRY_COMPARE(desk.model.rowId(0), u"new"_s);
        QVERIFY(!highlighted(desk.table()).contains(99)); // who is there now was not selected
        QVERIFY(!desk.pane->selectedIds().contains(u"u98"_s));
        desk.table().scrollToBottom();
        QTRY_COMPARE(desk.model.rowCount(), 151);
        QCOMPARE(desk.pane->selectedIds(), QStringList{u"u99"_s});
        QCOMPARE(highlighted(desk.table()), QList<int>{100});
    }
    void theSelectionStaysWhenAPageBeforeItGrows()
    {
        Desk desk;
        UnevenPages source;
        source.pages = {{1, 2}, {5, 6}};
        PagedTableModel<FakeRow> model(
            source, fakeColumns(), [](const FakeRow &row) { return idOf(row); }, desk.format);
        RowTable table(desk.theme, desk.format, model);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 4); // the view asks for more
        table.selectRow(3);
        const auto become = [&](const QList<qint64> &first) {
            source.pages[0] = first;
            model.refresh();
            model.index(0, 0).data();
        };
        become({0, 1, 2});
        QTRY_COMPARE(model.rowCount(), 5);
        QCOMPARE(table.selectedIds(), QStringList{u"r6"_s});
        QCOMPARE(highlighted(table), QList<int>{4});
        become({2});
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(highlighted(table), QList<int>{2});
        table.selectRow(1);
        QCOMPARE(table.selectedIds(), QStringList{u"r5"_s});
    }
    void whatIsSelectedAnewIsAll()
    {
        UsersDesk desk(20);
        desk.select(4);
        desk.pane->search(u"user7"_s);
        QTRY_COMPARE(desk.model.rowCount(), 1);
        desk.select(0);
        desk.pane->search({});
        QTRY_COMPARE(desk.model.rowCount(), 20);
        QCOMPARE(desk.pane->selectedIds(), QStringList{u"u7"_s}); // not u4 with it
    }
    void returnIsTheTablesOnly()
    {
        OrganizationsDesk desk;
        QSignalSpy opened(&desk.pane, &Pane::openPaneRequested);
        desk.pane.revealRow(u"o1"_s);
        desk.pane.focusSearch();
        auto *edit = child<QLineEdit>(desk.pane, u"searchEdit"_s);
        QTest::keyClicks(edit, u"north"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(opened.size(), 0);
        QTRY_COMPARE(desk.model.rowCount(), 1);
        desk.pane.revealRow(u"o1"_s); // the focus is the table's
        QTest::keyClick(&desk.table(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(&desk.table(), Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(opened.size(), 2);
    }
    void aStrangersNameIsNoMarkup()
    {
        UsersDesk desk(3, false);
        desk.theme.install(*qApp);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"large.png"_s);
        QImage large(300, 300, QImage::Format_RGB32);
        large.fill(Qt::red);
        QVERIFY(large.save(path));
        const QString markup = u"<img src=\"%1\">"_s.arg(path);
        desk.users.rows[0].email = markup;
        desk.pane->activate();
        QTRY_COMPARE(desk.model.rowCount(), 3);
        const QPoint over = desk.table().visualRect(desk.model.index(0, 0)).center();
        QHelpEvent help(QEvent::ToolTip, over, desk.table().viewport()->mapToGlobal(over));
        QCoreApplication::sendEvent(desk.table().viewport(), &help);
        QCOMPARE(QToolTip::text(), markup);
        for (const auto *shown : QApplication::topLevelWidgets()) {
            if (const auto *tip = qobject_cast<const QLabel *>(shown))
                QVERIFY2(tip->height() < 100, "the file was read");
        }
        QToolTip::hideText();
        QMessageBox box(QMessageBox::Warning, {}, markup);
        box.show();
        QVERIFY(box.height() < 300);
        QLabel meant(u"<b>bold</b>"_s);
        meant.setTextFormat(Qt::RichText);
        meant.show();
        QCOMPARE(meant.textFormat(), Qt::RichText);
    }
};

QTEST_MAIN(TestTablePane)
#include "tst_tablepane.moc"

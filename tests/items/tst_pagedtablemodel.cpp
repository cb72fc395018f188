// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/displayformat.h"
#include "models/items/pagedtablemodel.h"
#include "tests/items/fakerows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPagedTableModel : public QObject
{
    Q_OBJECT

private:
    using Model = PagedTableModel<FakeRow>;

    static void readAll(Model &model)
    {
        while (!model.isAtEnd()) {
            const auto before = model.rowCount();
            model.fetchMore({});
            QTRY_VERIFY(model.rowCount() > before || model.isAtEnd());
        }
    }
    static qint64 shown(const Model &model, int row)
    {
        return model.data(model.index(row, 0), Model::ValueRole).toLongLong();
    }

    DisplayFormat m_format{QLocale::c(), QTimeZone::utc()};

private slots:
    void pagesToTheEnd_data()
    {
        QTest::addColumn<int>("total");
        QTest::newRow("empty") << 0;
        QTest::newRow("less than a page") << 7;
        QTest::newRow("a page exactly") << 100;
        QTest::newRow("a page and a row") << 101;
        QTest::newRow("more than is held") << (Model::ResidentPages + 7) * Model::PageSize + 3;
    }
    void pagesToTheEnd()
    {
        QFETCH(int, total);
        FakeRows source;
        source.end = total;
        Model model(source, fakeColumns(), idOf, m_format);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reload();
        QTRY_VERIFY(!model.isLoading());
        readAll(model);
        QCOMPARE(model.rowCount(), total);
        QVERIFY(!model.canFetchMore({}));
        QVERIFY(model.residentRows() <= Model::ResidentPages * Model::PageSize);
        if (total > 0) {
            QCOMPARE(shown(model, total - 1), total - 1);
            QCOMPARE(model.rowId(total - 1), idOf({total - 1}));
        }
    }
    // Where requests are counted there is no model tester: it looks at the first row all the time.
    void scrollingBackFetchesAgain()
    {
        FakeRows source;
        source.end = (Model::ResidentPages + 20) * Model::PageSize;
        Model model(source, fakeColumns(), idOf, m_format);
        model.reload();
        QTRY_VERIFY(!model.isLoading());
        readAll(model);
        const int rows = model.rowCount();
        QTRY_VERIFY(!model.isLoading());
        source.asked.clear();
        const QModelIndex firstCell = model.index(0, 0);
        QVERIFY(model.data(firstCell, Model::LoadingRole).toBool()); // and this asks for the page
        QVERIFY(model.rowId(0).isEmpty());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QTRY_VERIFY(!model.data(firstCell, Model::LoadingRole).toBool());
        QCOMPARE(source.asked.size(), 1);
        QCOMPARE(source.asked.first().cursor, QString());
        QCOMPARE(shown(model, 0), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.rowCount(), rows); // nothing behind it was lost
        QVERIFY(model.residentRows() <= Model::ResidentPages * Model::PageSize);
    }
    void aMillionRowsThereAndBackInBoundedMemory()
    {
        FakeRows source;
        source.end = 1'000'000;
        Model model(source, fakeColumns(), idOf, m_format);
        model.reload();
        int most = 0;
        while (!model.isAtEnd()) {
            if (!model.isLoading())
                model.fetchMore({});
            QCoreApplication::processEvents();
            most = std::max(most, model.residentRows());
        }
        QCOMPARE(model.rowCount(), 1'000'000);
        QCOMPARE(most, Model::ResidentPages * Model::PageSize);
        for (int row = 1'000'000 - 1; row >= 0; row -= 50'000) {
            shown(model, row);
            QTRY_COMPARE(shown(model, row), row);
        }
        QVERIFY(model.residentRows() <= Model::ResidentPages * Model::PageSize);
        QCOMPARE(model.rowCount(), 1'000'000);
    }
    /// The views of panes that nobody opened yet ask for more all the same.
    void readsNothingBeforeItIsAsked()
    {
        FakeRows source;
        source.end = 300;
        Model model(source, fakeColumns(), idOf, m_format);
        QVERIFY(!model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(source.asked.size(), 0);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 100);
        QVERIFY(model.canFetchMore({}));
    }
    void anErrorStopsFetchingUntilRetry()
    {
        FakeRows source;
        source.end = 300;
        Model model(source, fakeColumns(), idOf, m_format);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 100);
        source.failing = true;
        QSignalSpy failed(&model, &Model::loadFailed);
        model.fetchMore({});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().requestId, u"req_1"_s);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.rowCount(), 100); // what was read stays readable
        const auto asked = source.asked.size();
        model.fetchMore({});
        QCOMPARE(source.asked.size(), asked);
        source.failing = false;
        model.retry();
        QTRY_COMPARE(model.rowCount(), 200);
        QVERIFY(!model.error());
    }
    void aRefreshAfterAFailedOneKeepsTheRows()
    {
        FakeRows source;
        source.end = 250;
        Model model(source, fakeColumns(), idOf, m_format);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 100);
        QSignalSpy failed(&model, &Model::loadFailed);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const auto refresh = [&model] {
            model.refresh();
            shown(model, 0); // a view would look
        };
        source.failing = true;
        for (int times = 1; times <= 2; ++times) {
            refresh();
            QTRY_COMPARE(failed.size(), times);
            QCOMPARE(model.rowCount(), 100);
        }
        source.failing = false;
        source.gone = {3};
        refresh();
        QTRY_COMPARE(shown(model, 3), 4);
        QVERIFY(!model.error());
        QTRY_COMPARE(model.rowCount(), 200); // and goes on
        QCOMPARE(reset.size(), 0);
    }
    void staleAnswersAreDropped()
    {
        FakeRows source;
        source.end = 50;
        Model model(source, fakeColumns(), idOf, m_format);
        model.reload();
        model.setFilters({{u"search"_s, u"x"_s}, {u"role"_s, QString()}}); // before the first answer is in
        QSignalSpy loaded(&model, &Model::loaded);
        QTRY_COMPARE(model.rowCount(), 50);
        QCOMPARE(source.asked.size(), 2);
        QCOMPARE(source.asked.last().filters, (QMap<QString, QString>{{u"search"_s, u"x"_s}}));
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(model.rowCount(), 50);
    }
    void sortingIsTheServersWork()
    {
        FakeRows source;
        source.end = 5;
        Model model(source, fakeColumns(), idOf, m_format);
        model.sort(0, Qt::DescendingOrder);
        QCOMPARE(source.asked.last().sort, u"-number"_s);
        model.sort(1, Qt::AscendingOrder); // a column it cannot sort by
        QCOMPARE(model.sortOrder(), u"-number"_s);
        QCOMPARE(source.asked.size(), 1);
    }
    void refreshFetchesOnlyWhatIsLookedAt()
    {
        FakeRows source;
        source.end = 1000;
        Model model(source, fakeColumns(), idOf, m_format);
        model.reload();
        QTRY_VERIFY(!model.isLoading());
        readAll(model);
        source.asked.clear();
        model.refresh();
        QCOMPARE(shown(model, 450), 450); // what is held stays readable meanwhile
        QTRY_COMPARE(source.asked.size(), 1);
        QCOMPARE(source.asked.first().cursor, u"400"_s);
        QTRY_VERIFY(!model.isLoading());
        QCOMPARE(model.rowCount(), 1000);
    }
    void refreshSeesRowsComeAndGo()
    {
        FakeRows source;
        source.first = 5;
        source.end = 250;
        Model model(source, fakeColumns(), idOf, m_format);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reload();
        QTRY_VERIFY(!model.isLoading());
        readAll(model);
        QCOMPARE(model.rowCount(), 245);
        source.first = 0; // five new ones before the first
        source.gone = {7, 8};
        model.refresh();
        shown(model, 0);
        QTRY_COMPARE(shown(model, 0), 0);
        QTRY_VERIFY(!model.isLoading());
        readAll(model);
        QCOMPARE(model.rowCount(), 248);
        for (int row = 0; row < model.rowCount(); ++row) {
            shown(model, row);
            QTRY_COMPARE(shown(model, row), row < 7 ? row : row + 2);
        }
    }
    void theLastPageMayShrinkToNothing()
    {
        FakeRows source;
        source.end = 101;
        Model model(source, fakeColumns(), idOf, m_format);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reload();
        QTRY_VERIFY(!model.isLoading());
        readAll(model);
        source.gone = {100};
        model.refresh();
        shown(model, 100);
        QTRY_COMPARE(model.rowCount(), 100);
        QCOMPARE(shown(model, 99), 99);
        QVERIFY(model.isAtEnd());
    }
    void aServerThatCirclesIsNotFollowed()
    {
        FakeRows source;
        source.end = 100;
        source.circling = true;
        Model model(source, fakeColumns(), idOf, m_format);
        model.reload();
        QTRY_VERIFY(!model.isLoading());
        readAll(model);
        QCOMPARE(source.asked.size(), 2);
    }
    void rowsAreFoundById()
    {
        FakeRows source;
        source.end = 150;
        Model model(source, fakeColumns(), idOf, m_format);
        model.reload();
        QTRY_VERIFY(!model.isLoading());
        readAll(model);
        QCOMPARE(model.rowOf(u"r149"_s), 149);
        QCOMPARE(model.rowOf(u"r150"_s), -1);
        QCOMPARE(model.rowById(u"r3"_s)->number, 3);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.replaceRow({3});
        QCOMPARE(changed.first().first().toModelIndex().row(), 3);
        model.replaceRow({4711});
        QCOMPARE(changed.size(), 1);
    }
    void diesWhileLoading()
    {
        FakeRows source;
        source.end = 5;
        auto model = std::make_unique<Model>(source, fakeColumns(), idOf, m_format);
        model->reload();
        model.reset();
        bool later = false; // the answer arrives for nobody
        QTimer::singleShot(0, this, [&] { later = true; });
        QTRY_VERIFY(later);
    }
    void valuesFollowLocaleAndZone()
    {
        DisplayFormat format(QLocale(QLocale::German, QLocale::Germany), QTimeZone("Europe/Berlin"));
        const QDateTime noon(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
        QCOMPARE(format.text(1234567, CellFormat::Integer), u"1.234.567"_s);
        QVERIFY(format.text(noon, CellFormat::Timestamp).endsWith(u"14:00"_s));
        QSignalSpy changed(&format, &DisplayFormat::changed);
        format.setUtc(true);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(format.zoneName(), u"UTC"_s);
        QVERIFY(format.text(noon, CellFormat::Timestamp).endsWith(u"12:00"_s));
        QCOMPARE(format.text(QDateTime(), CellFormat::Timestamp), QString());
        QCOMPARE(format.percent(0), u"0 %"_s);
        QCOMPARE(format.percent(0.003), u"< 1 %"_s); // not nothing
        QCOMPARE(format.percent(0.126), u"13 %"_s);
        QCOMPARE(format.percent(0.0097, 1), u"1,0 %"_s); // with a decimal, as those beside it
        QCOMPARE(format.percent(0.0002, 1), u"< 0,1 %"_s);
        QCOMPARE(format.clock(noon), u"12:00"_s);
    }
    void changesCarryTheirSign()
    {
        const DisplayFormat format(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone::utc());
        QCOMPARE(format.change(0.12), u"+12 %"_s);
        QCOMPARE(format.change(-0.05), u"\u22125 %"_s); // a minus, not a hyphen
        QCOMPARE(format.change(0), u"0 %"_s);
        QCOMPARE(format.change(-0.001), u"0 %"_s);
        QCOMPARE(format.minutes(4071.04, 4071.04), u"4,071"_s);
        QCOMPARE(format.minutes(12.34, 52'164), u"12"_s); // as the sum above it
        QCOMPARE(format.minutes(12.34, 60), u"12.3"_s);
        QCOMPARE(format.dataSize(10 << 20), u"10.0 MiB"_s);
    }
    void daysAreWrittenAsTheLocaleDoes_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("withYear");
        QTest::newRow("en_US") << u"en_US"_s << u"Aug 16"_s << u"Aug 16, 2026"_s;
        QTest::newRow("en_GB") << u"en_GB"_s << u"16 Aug"_s << u"16 Aug 2026"_s;
        QTest::newRow("de_DE") << u"de_DE"_s << u"16. Aug."_s << u"16. Aug. 2026"_s;
        QTest::newRow("es_ES") << u"es_ES"_s << u"16 ago"_s << u"16 ago 2026"_s;
    }
    void daysAreWrittenAsTheLocaleDoes()
    {
        QFETCH(QString, locale);
        const DisplayFormat format(QLocale(locale), QTimeZone::utc());
        QTEST(format.day(QDate(2026, 8, 16)), "day");
        QTEST(format.day(QDate(2026, 8, 16), true), "withYear");
    }
};

QTEST_GUILESS_MAIN(TestPagedTableModel)
#include "tst_pagedtablemodel.moc"

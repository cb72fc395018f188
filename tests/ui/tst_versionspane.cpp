// SPDX-License-Identifier: GPL-3.0-or-later
// The pane of API versions over a fake source: traffic, callers, and the lives of versions.
#include "tests/ui/fakeplatform.h"
#include "tests/ui/panedesk.h"
#include "ui/charts/axisdays.h"
#include "ui/charts/serieschart.h"
#include "ui/charts/versiontimeline.h"
#include "ui/panes/versionspane.h"
#include "ui/widgets/brownoutsedit.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/optionaltimeedit.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/stattile.h"

#include <QSignalSpy>
#include <QTest>

namespace
{
struct VersionsDesk : PaneDesk {
    VersionsDesk()
        : callers(source.callers(), versionCallerColumns(), identity, format)
    {
        auto *made = new VersionsPane(context, source, callers, [] { return FakeVersions::now(); });
        put(made, [made] { return made->loadedAt().isValid(); });
    }
    ~VersionsDesk() { pane.reset(); }
    template<typename T>
    T *field(const QString &name)
    {
        return in<T>(u"editVersionsDialog"_s, name);
    }
    /// The editor of the lives, read and filled.
    QPushButton *openEditor()
    {
        trigger(u"editVersionsAction"_s);
        if (!QTest::qWaitFor([this] { return field<QComboBox>(u"v1StatusCombo"_s)->isEnabled(); }))
            qFatal("the editor stays busy");
        return field<QPushButton>(u"submitButton"_s);
    }
    void preview()
    {
        field<QPushButton>(u"submitButton"_s)->click();
        if (!QTest::qWaitFor([this] { return field<QPushButton>(u"submitButton"_s)->text() == u"Save"_s; }))
            qFatal("no preview");
    }
    FakeVersions source;
    PagedTableModel<VersionCaller> callers;
};
}

class TestVersionsPane : public QObject
{
    Q_OBJECT

private slots:
    void versionsAreComparedWithTwoRequests()
    {
        VersionsDesk desk;
        QCOMPARE(desk.source.asked.size(), 2);
        QVERIFY(desk.source.asked.contains(u"report 2026-05-17 2026-06-15"_s));
        QVERIFY(desk.source.callerSource.asked.isEmpty()); // nobody asked who calls yet
        auto *table = child<QTableWidget>(*desk.pane, u"versionComparisonTable"_s);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 0)->text(), u"v1"_s);
        QCOMPARE(table->item(0, 1)->text(), u"Deprecated"_s);
        QCOMPARE(table->item(0, 3)->text(), u"300"_s);
        QCOMPARE(table->item(0, 7)->text(), u"2.0 %"_s); // 6 of 300
        QCOMPARE(table->item(0, 8)->text(), u"4.0 ms"_s);
        QCOMPARE(child<StatTile>(*desk.pane, u"migrationVersionTile"_s)->figure(), u"75 %"_s);
        QCOMPARE(child<StatTile>(*desk.pane, u"callersVersionTile"_s)->figure(), u"7"_s); // of v1 alone
        const ChartData &errors = child<SeriesChart>(*desk.pane, u"errorsVersionChart"_s)->shownData();
        QCOMPARE(errors.series.size(), 2);
        QCOMPARE(errors.buckets.size(), 30);
        QVERIFY(!errors.series.first().values.first()); // no requests: no share of failures
        QCOMPARE(errors.series.first().values.last(), std::optional(3.0));
        const auto *timeline = child<VersionTimeline>(*desk.pane, u"versionTimeline"_s);
        QVERIFY(timeline->accessibleDescription().contains(u"v1: Deprecated"_s));
        QVERIFY(timeline->accessibleDescription().contains(u"Brown-out"_s));
    }
    void aPeriodChosenWhileAnotherLoadsIsTheOneShown()
    {
        VersionsDesk desk;
        const auto today = u"report 2026-06-15 2026-06-15"_s;
        desk.pane->refresh();
        desk.pane->showFiltered({{u"days"_s, u"1"_s}}, {}); // before the answers are there
        QTRY_VERIFY(desk.source.asked.contains(today));
        QTRY_COMPARE(child<SeriesChart>(*desk.pane, u"errorsVersionChart"_s)->shownData().buckets.size(), 1);
        QCOMPARE(child<QComboBox>(*desk.pane, u"versionPeriodCombo"_s)->currentText(), u"Today"_s);
    }
    void aVersionLeadsToItsCallersAndRoutes()
    {
        VersionsDesk desk;
        QVERIFY(!desk.action(u"openCallerAction"_s)->isEnabled());
        child<QTableWidget>(*desk.pane, u"versionComparisonTable"_s)->selectRow(0);
        QTRY_COMPARE(desk.callers.rowCount(), 3);
        QCOMPARE(desk.source.callerSource.asked.size(), 1);
        const QMap<QString, QString> asked = desk.source.callerSource.asked.first().filters;
        QCOMPARE(asked.value(u"version"_s), u"v1"_s);
        QCOMPARE(asked.value(u"start_date"_s), u"2026-05-17"_s);
        QCOMPARE(child<QTableWidget>(*desk.pane, u"versionRouteTable"_s)->item(0, 0)->text(), u"GET /calls"_s);
        QSignalSpy opened(desk.pane.get(), &Pane::openPaneRequested);
        auto *table = child<RowTable>(*desk.pane, u"versionCallerTable"_s);
        QVERIFY(table->selectId(u"user/0"_s));
        desk.trigger(u"openCallerAction"_s);
        QCOMPARE(opened.last().at(0).toString(), u"users"_s);
        QCOMPARE((opened.last().at(1).value<QMap<QString, QString>>().value(u"search"_s)), u"caller0@example.com"_s);
        QVERIFY(table->selectId(u"access_key/1"_s));
        desk.trigger(u"openCallerAction"_s);
        QCOMPARE(opened.last().at(0).toString(), u"accessKeys"_s);
    }
    void aVersionThatIsNotCountedIsNotAskedFor()
    {
        VersionsDesk desk;
        desk.source.lives.prepend({.version = u"v0"_s, .status = VersionStatus::Sunset});
        desk.pane->refresh();
        auto *table = child<QTableWidget>(*desk.pane, u"versionComparisonTable"_s);
        QTRY_COMPARE(table->rowCount(), 3);
        static_cast<VersionsPane *>(desk.pane.get())->showVersion(u"v0"_s);
        QVERIFY(textIn(*desk.pane).contains(u"does not count"_s));
        QVERIFY(desk.source.callerSource.asked.isEmpty());
        QCOMPARE(child<QTableWidget>(*desk.pane, u"versionRouteTable"_s)->rowCount(), 0);
    }
    void theTimelineIsClickable()
    {
        VersionsDesk desk;
        auto *timeline = child<VersionTimeline>(*desk.pane, u"versionTimeline"_s);
        QSignalSpy chosen(timeline, &VersionTimeline::chosen);
        QTest::mouseClick(timeline, Qt::LeftButton, {}, QPoint(timeline->width() / 2, timeline->height() / 3));
        QCOMPARE(chosen.size(), 1);
        QTRY_COMPARE(desk.source.callerSource.asked.size(), 1);
    }
    void figuresThatCannotBeReadLeaveTheLives()
    {
        VersionsDesk desk;
        desk.source.failReport = true;
        desk.pane->refresh();
        QTRY_VERIFY(child<ErrorBanner>(*desk.pane, u"errorBanner"_s)->isVisible());
        QCOMPARE(child<QTableWidget>(*desk.pane, u"versionComparisonTable"_s)->item(0, 3)->text(), u"300"_s);
        QVERIFY(desk.action(u"editVersionsAction"_s)->isEnabled());
    }
    void nothingIsSavedBeforeThePreviewWasSeen()
    {
        VersionsDesk desk;
        desk.openEditor();
        auto *submit = desk.field<QPushButton>(u"submitButton"_s);
        QVERIFY(!submit->isEnabled()); // nothing is changed
        auto *sunset = desk.field<QDateTimeEdit>(u"v1SunsetEdit"_s);
        sunset->setDateTime(QDateTime({2027, 1, 1}, {0, 0}, Qt::UTC));
        QVERIFY(submit->isEnabled());
        QCOMPARE(submit->text(), u"Preview"_s);
        submit->click();
        QTRY_COMPARE(submit->text(), u"Save"_s);
        QVERIFY(desk.source.sent.isEmpty());
        auto *grid = desk.field<QWidget>(u"previewGrid"_s);
        QVERIFY(textIn(*grid).contains(u"12 caller"_s) && textIn(*grid).contains(u"410"_s));
        QVERIFY(grid->isVisible());
        desk.field<QCheckBox>(u"v1ServeCheck"_s)->setChecked(true); // another change: the preview is old
        QCOMPARE(submit->text(), u"Preview"_s);
        QVERIFY(!grid->isVisible());
        submit->click();
        QTRY_COMPARE(submit->text(), u"Save"_s);
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        submit->click();
        QTRY_VERIFY(!desk.dialog(u"editVersionsDialog"_s));
        QCOMPARE(desk.source.sent.first().sunsetAt, QDateTime({2027, 1, 1}, {0, 0}, Qt::UTC));
        QVERIFY(desk.source.sent.first().serveAfterSunset);
        QCOMPARE(desk.source.sent.first().brownouts, desk.source.lives.first().brownouts);
        QCOMPARE(desk.source.sent.last(), (ApiVersion{.version = u"v2"_s}));
        QCOMPARE(noticed.size(), 1);
    }
    void theEditorShowsLivesAsTheyAreNow()
    {
        VersionsDesk desk;
        desk.source.lives.first().successor.clear(); // by somebody else, after the pane had read them
        const QPushButton *submit = desk.openEditor();
        QCOMPARE(desk.field<QComboBox>(u"v1SuccessorCombo"_s)->currentText(), u"None"_s);
        QVERIFY(!submit->isEnabled()); // that was not changed here
    }
    void livesThatCannotBeReadAreNotSaved()
    {
        VersionsDesk desk;
        desk.source.failRead = Error{.code = ErrorCode::ServiceUnavailable};
        const QPushButton *submit = desk.openEditor();
        QVERIFY(desk.field<ErrorBanner>(u"errorBanner"_s)->isVisible());
        desk.field<QComboBox>(u"v1StatusCombo"_s)->setCurrentIndex(0);
        QVERIFY(!submit->isEnabled());
    }
    void aConflictShowsBothVersions_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("mine") << u"overwriteButton"_s;
        QTest::newRow("theirs") << u"takeTheirsButton"_s;
    }
    void aConflictShowsBothVersions()
    {
        QFETCH(QString, button);
        const QDateTime later({2027, 1, 1}, {0, 0}, Qt::UTC);
        VersionsDesk desk;
        const QPointer<QPushButton> submit = desk.openEditor();
        desk.field<QDateTimeEdit>(u"v1SunsetEdit"_s)->setDateTime(later);
        desk.preview();
        QList<ApiVersion> theirs = desk.source.lives;
        theirs.first().successor.clear();
        theirs.first().sunsetAt = QDateTime({2026, 12, 24}, {0, 0}, Qt::UTC);
        desk.source.conflicting = theirs;
        submit->click();
        QDialog *dialog = desk.dialog(u"editVersionsDialog"_s);
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"conflictCard"_s));
        QCOMPARE(desk.source.sentTag, "\"1\"");
        const QString told = textIn(*child<QWidget>(*dialog, u"conflictCard"_s));
        QVERIFY2(!told.contains(u"v1: Successor"_s),
                 qPrintable(told)); // was not touched here: it stays as they have it
        QVERIFY2(told.contains(u"v1: End\n2026-12-24T00:00:00Z\n2027-01-01T00:00:00Z"_s), qPrintable(told));
        QCOMPARE(desk.field<QTabWidget>(u"formTabs"_s)->currentWidget()->objectName(), u"v1Page"_s);
        child<QPushButton>(*dialog, button)->click();
        if (button == "takeTheirsButton"_L1) {
            QCOMPARE(desk.field<QComboBox>(u"v1SuccessorCombo"_s)->currentText(), u"None"_s);
            QVERIFY(!submit->isEnabled()); // it is what the server has
            QCOMPARE(desk.source.lives, theirs);
            return;
        }
        QTRY_COMPARE(submit->text(), u"Save"_s); // with their part it is seen before it is saved
        QCOMPARE(desk.source.asked.count(u"preview"_s), 2);
        submit->click();
        QTRY_VERIFY(!desk.dialog(u"editVersionsDialog"_s));
        QCOMPARE(desk.source.lives.first().sunsetAt, later);
        QCOMPARE(desk.source.lives.first().successor, QString());
    }
    void aPlanIsAskedForWithItsState()
    {
        VersionsDesk desk;
        QPushButton *submit = desk.openEditor();
        desk.field<QDateTimeEdit>(u"v1SunsetEdit"_s)->setDateTime(QDateTime({2027, 1, 1}, {0, 0}, Qt::UTC));
        desk.preview();
        QList<ApiVersion> theirs = desk.source.lives;
        theirs.first() = {.version = u"v1"_s, .successor = u"v2"_s}; // supported again, which has no end
        desk.source.conflicting = theirs;
        submit->click();
        QDialog *dialog = desk.dialog(u"editVersionsDialog"_s);
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"conflictCard"_s));
        const QString told = textIn(*child<QWidget>(*dialog, u"conflictCard"_s));
        QVERIFY2(told.contains(u"v1: State\nSupported\nDeprecated"_s), qPrintable(told));
        QVERIFY2(told.contains(u"v1: End\nnone planned\n2027-01-01T00:00:00Z"_s), qPrintable(told));
        child<QPushButton>(*dialog, u"overwriteButton"_s)->click();
        QTRY_VERIFY(!desk.dialog(u"editVersionsDialog"_s));
        QCOMPARE(desk.source.lives, desk.source.sent);
        QCOMPARE(desk.source.lives.first().status, VersionStatus::Deprecated);
        QVERIFY(!desk.source.lives.first().brownouts.isEmpty());
    }
    void endingAVersionSaysWhoIsHit()
    {
        VersionsDesk desk;
        desk.openEditor();
        desk.field<QDateTimeEdit>(u"v1SunsetEdit"_s)->setDateTime(QDateTime({2026, 6, 1}, {0, 0}, Qt::UTC));
        auto *submit = desk.field<QPushButton>(u"submitButton"_s);
        submit->click();
        QTRY_COMPARE(submit->text(), u"Save"_s);
        submit->click();
        QTRY_VERIFY(desk.dialog(u"confirmDialog"_s));
        QVERIFY(textIn(*desk.dialog(u"confirmDialog"_s)).contains(u"12 caller"_s));
        QVERIFY(desk.source.sent.isEmpty());
        desk.submit(u"confirmDialog"_s);
        QTRY_VERIFY(!desk.source.sent.isEmpty());
    }
    void productionIsTypedBeforeALifeIsChanged()
    {
        VersionsDesk desk;
        desk.setProduction();
        desk.openEditor();
        desk.field<QComboBox>(u"v1SuccessorCombo"_s)->setCurrentIndex(0);
        auto *submit = desk.field<QPushButton>(u"submitButton"_s);
        submit->click();
        QTRY_COMPARE(submit->text(), u"Save"_s);
        submit->click();
        QTRY_VERIFY(desk.dialog(u"confirmDialog"_s));
        QVERIFY(!desk.in<QPushButton>(u"confirmDialog"_s, u"submitButton"_s)->isEnabled());
        desk.in<QLineEdit>(u"confirmDialog"_s, u"typedNameEdit"_s)->setText(u"Test"_s);
        desk.submit(u"confirmDialog"_s);
        QTRY_VERIFY(!desk.source.sent.isEmpty());
        QVERIFY(desk.source.sent.first().successor.isEmpty());
    }
    void aSupportedVersionHasNoPlans()
    {
        VersionsDesk desk;
        desk.openEditor();
        desk.field<QComboBox>(u"v1StatusCombo"_s)->setCurrentIndex(0);
        QVERIFY(!desk.field<OptionalTimeEdit>(u"v1Sunset"_s)->isEnabled());
        QVERIFY(!desk.field<BrownoutsEdit>(u"v1Brownouts"_s)->isEnabled());
        auto *submit = desk.field<QPushButton>(u"submitButton"_s);
        submit->click();
        QTRY_COMPARE(submit->text(), u"Save"_s);
        submit->click();
        QTRY_VERIFY(!desk.source.sent.isEmpty());
        QVERIFY(!desk.source.sent.first().sunsetAt.isValid() && desk.source.sent.first().brownouts.isEmpty());
    }
    void wrongDatesAreSaidAtTheirFields()
    {
        VersionsDesk desk;
        desk.source.failPreview = Error{.code = ErrorCode::ValidationError,
                                        .details = {{u"versions.0.sunset_at"_s, u"before the deprecation"_s}}};
        desk.openEditor();
        desk.field<QTabWidget>(u"formTabs"_s)->setCurrentIndex(1);
        desk.field<QDateTimeEdit>(u"v1SunsetEdit"_s)->setDateTime(QDateTime({2025, 6, 1}, {0, 0}, Qt::UTC));
        desk.submit(u"editVersionsDialog"_s);
        QTRY_VERIFY(desk.field<QLabel>(u"versions.0.sunset_atErrorLabel"_s)->isVisible());
        QCOMPARE(desk.field<QTabWidget>(u"formTabs"_s)->currentIndex(), 0);
        QCOMPARE(desk.field<QPushButton>(u"submitButton"_s)->text(), u"Preview"_s);
    }
    void theLifecycleGrowsWithItsBrownOuts()
    {
        VersionsDesk desk;
        desk.pane->resize(1600, 1300);
        desk.openEditor();
        desk.field<QTabWidget>(u"formTabs"_s)->setCurrentWidget(desk.field<QWidget>(u"v1Page"_s));
        auto *add = child<QPushButton>(*desk.field<QWidget>(u"v1Brownouts"_s), u"addBrownoutButton"_s);
        for (int i = 0; i < 4; ++i)
            add->click();
        QCoreApplication::processEvents();
        QCOMPARE(desk.field<QScrollArea>(u"v1Page"_s)->verticalScrollBar()->maximum(), 0); // nothing is out of sight
        QVERIFY(desk.dialog(u"editVersionsDialog"_s)->height() <= 1170);
    }
    void brownOutsAreAddedAWeekApart()
    {
        Desk desk;
        BrownoutsEdit edit(desk.context, u"b"_s, QDateTime({2026, 6, 22}, {10, 0}, Qt::UTC));
        auto *add = child<QPushButton>(edit, u"addBrownoutButton"_s);
        add->click();
        add->click();
        QCOMPARE(edit.brownouts().size(), 2);
        QCOMPARE(edit.brownouts().first().from.secsTo(edit.brownouts().first().to), 900);
        QCOMPARE(edit.brownouts().first().from.daysTo(edit.brownouts().last().from), 7);
        child<QToolButton>(edit, u"removeBrownoutButton"_s)->click();
        QCOMPARE(edit.brownouts().size(), 1);
    }
    void aMomentBetweenTwoMinutesStays()
    {
        const QDateTime exact({2026, 6, 22}, {10, 0, 30, 250}, Qt::UTC);
        OptionalTimeEdit edit(u"t"_s, u"T"_s, exact);
        QVERIFY(!edit.time().isValid());
        edit.setTime(exact);
        QCOMPARE(edit.time(), exact); // nobody touched it
        child<QDateTimeEdit>(edit, u"tEdit"_s)->setDateTime(exact.addDays(1));
        QCOMPARE(edit.time(), QDateTime({2026, 6, 23}, {10, 0, 30, 250}, Qt::UTC));
    }
    void callersAreNotified()
    {
        VersionsDesk desk;
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        desk.trigger(u"notifyCallersAction"_s);
        auto *message = desk.in<QPlainTextEdit>(u"notifyCallersDialog"_s, u"notifyMessageEdit"_s);
        QVERIFY(message->toPlainText().contains(u"v1"_s) && message->toPlainText().contains(u"v2"_s));
        message->setPlainText(u"Please move."_s);
        desk.in<QComboBox>(u"notifyCallersDialog"_s, u"notifyVersionCombo"_s)->setCurrentIndex(1);
        QCOMPARE(message->toPlainText(), u"Please move."_s); // what was typed stays
        desk.submit(u"notifyCallersDialog"_s);
        QTRY_COMPARE(noticed.size(), 1);
        QCOMPARE(desk.source.asked.last(), u"notify v2: Please move."_s);
        QVERIFY(noticed.first().first().value<Notice>().text.contains(u"5"_s));
    }
    void supportSeesVersionsAndWhyTheyStay()
    {
        VersionsDesk desk;
        desk.setRole(Role::Support);
        auto *button = child<QPushButton>(*desk.pane, u"editVersionsButton"_s);
        QVERIFY(!button->isEnabled() && button->toolTip().contains(u"Support"_s));
        QVERIFY(!desk.action(u"notifyCallersAction"_s)->isEnabled());
    }
    void labelsOfTwoYearsCarryTheYear()
    {
        Desk desk;
        const QDate december(2025, 12, 31);
        QVERIFY(!axisDays({december.addDays(-1), december}, desk.format).first().contains(u"2025"_s));
        const QStringList both = axisDays({december, december.addDays(1)}, desk.format);
        QVERIFY(both.first().contains(u"2025"_s) && both.last().contains(u"2026"_s));
    }
};

QTEST_MAIN(TestVersionsPane)
#include "tst_versionspane.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The panes of API versions, the audit log and the own account, over fake sources; the second step of signing in.
#include "tests/ui/fakeplatform.h"
#include "tests/ui/fakes.h"
#include "ui/charts/axisdays.h"
#include "ui/charts/serieschart.h"
#include "ui/charts/versiontimeline.h"
#include "ui/mainwindow.h"
#include "ui/pages/codepage.h"
#include "ui/pages/confirmemailpage.h"
#include "ui/pages/forgotpasswordpage.h"
#include "ui/pages/resetpasswordpage.h"
#include "ui/pages/signinpage.h"
#include "ui/panes/auditpane.h"
#include "ui/panes/securitypane.h"
#include "ui/panes/userspane.h"
#include "ui/panes/versionspane.h"
#include "ui/support/auditwords.h"
#include "ui/widgets/brownoutsedit.h"
#include "ui/widgets/changelabel.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/optionaltimeedit.h"
#include "ui/widgets/qrcode.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/stattile.h"

#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace
{
/// A pane in front of an administrator, with what tests do with any pane.
struct PaneDesk : Desk {
    void put(Pane *made, const std::function<bool()> &ready)
    {
        pane.reset(made);
        pane->resize(1200, 800);
        pane->show();
        pane->activate();
        if (!QTest::qWaitFor(ready))
            qFatal("nothing came");
    }
    QAction *action(const QString &name) { return child<QAction>(*pane, name); }
    void trigger(const QString &name)
    {
        if (!action(name)->isEnabled())
            qFatal("%s is disabled: %s", qPrintable(name), qPrintable(action(name)->toolTip()));
        action(name)->trigger();
    }
    QDialog *dialog(const QString &name)
    {
        for (auto *found : pane->findChildren<QDialog *>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    template<typename T>
    T *in(const QString &dialogName, const QString &name)
    {
        QDialog *found = dialog(dialogName);
        if (!found)
            qFatal("no %s", qPrintable(dialogName));
        return child<T>(*found, name);
    }
    void submit(const QString &dialogName) { in<QPushButton>(dialogName, u"submitButton"_s)->click(); }

    std::unique_ptr<Pane> pane;
};

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
    FakeVersions source;
    PagedTableModel<VersionCaller> callers;
};

struct AuditDesk : PaneDesk {
    AuditDesk()
        : model(log, auditColumns(), identity, format)
    {
        put(new AuditPane(context, log, model, nullptr, {}), [this] { return model.hasLoaded(); });
    }
    ~AuditDesk() { pane.reset(); }
    FakeAudit log;
    PagedTableModel<AuditEntry> model;
};

struct SecurityDesk : PaneDesk {
    explicit SecurityDesk(bool enabled = false)
        : activity(security.activity(), auditColumns(), identity, format)
    {
        if (enabled)
            security.factor = {true, FakeVersions::now(), 2};
        auto *made = new SecurityPane(context, security, account, activity);
        put(made, [made] { return made->loadedAt().isValid(); });
    }
    ~SecurityDesk() { pane.reset(); }
    QString label(const QString &name) { return child<QLabel>(*pane, name)->text(); }
    void openTab(int index) { child<QTabWidget>(*pane, u"securityTabs"_s)->setCurrentIndex(index); }
    FakeSecurity security;
    FakeAccount account;
    PagedTableModel<AuditEntry> activity;
};

QString textIn(const QWidget &widget)
{
    QStringList parts;
    for (const auto *label : widget.findChildren<QLabel *>())
        parts << label->text();
    return parts.join(u'\n');
}

QString textOf(const Details &details, const DisplayFormat &format)
{
    QStringList parts{details.title, details.subtitle};
    for (const DetailSection &section : details.sections) {
        parts << section.title;
        for (const DetailField &field : section.fields)
            parts << field.label << format.text(field.value, field.format);
    }
    return parts.join(u'\n');
}
}

class TestPlatformPanes : public QObject
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
        desk.trigger(u"editVersionsAction"_s);
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
    void endingAVersionSaysWhoIsHit()
    {
        VersionsDesk desk;
        desk.trigger(u"editVersionsAction"_s);
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
        desk.trigger(u"editVersionsAction"_s);
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
        desk.trigger(u"editVersionsAction"_s);
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
        desk.trigger(u"editVersionsAction"_s);
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
        desk.trigger(u"editVersionsAction"_s);
        desk.field<QTabWidget>(u"formTabs"_s)->setCurrentWidget(desk.field<QWidget>(u"v1Page"_s));
        auto *add = child<QPushButton>(*desk.field<QWidget>(u"v1Brownouts"_s), u"addBrownoutButton"_s);
        for (int i = 0; i < 4; ++i)
            add->click();
        QCoreApplication::processEvents();
        QCOMPARE(desk.field<QScrollArea>(u"v1Page"_s)->verticalScrollBar()->maximum(), 0); // nothing is out of sight
        QVERIFY(desk.dialog(u"editVersionsDialog"_s)->height() <= 1170);
    }
    void aProvidersKeyIsCalledByItsName()
    {
        AuditEntry entry;
        entry.target = {u"provider_key"_s, u"key_1"_s, u"openai"_s};
        QCOMPARE(auditTargetInWords(entry), u"OpenAI"_s);
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

    void anEntryShowsWhatChanged()
    {
        AuditDesk desk;
        QSignalSpy details(desk.pane.get(), &Pane::detailsChanged);
        desk.pane->revealRow(u"e0"_s);
        const auto shown = details.last().first().value<Details>();
        QCOMPARE(shown.title, u"User: changed"_s);
        const QString all = textOf(shown, desk.format);
        QVERIFY2(all.contains(u"Role\nuser → admin"_s), qPrintable(all));
        QVERIFY(all.contains(u"Notes\nremoved: old"_s));
        QVERIFY(all.contains(u"Active\nadded: Yes"_s));
        QVERIFY(all.contains(u"ada@example.com"_s) && all.contains(u"bob0@example.com"_s));
    }
    void aChangeIsToldWithoutColours()
    {
        Desk desk;
        const ChangeLabel label(desk.theme, u"role"_s, {ChangeValue::Kind::Changed, u"user"_s, u"admin"_s});
        const QString all = textIn(label);
        QVERIFY(all.contains(u'−') && all.contains(u'+') && all.contains(u"changed"_s));
        QVERIFY(label.accessibleName().contains(u"was user"_s) && label.accessibleName().contains(u"is admin"_s));
        const ChangeLabel added(desk.theme, u"role"_s, {ChangeValue::Kind::Added, {}, u"admin"_s});
        QVERIFY(!textIn(added).contains(u'−') && textIn(added).contains(u"added"_s));
    }
    void whatIsNotKnownIsShownAsItIs()
    {
        QCOMPARE(auditActionInWords(u"access_key.rotated"_s), u"Access key: rotated"_s);
        QCOMPARE(auditActionInWords(u"spaceship.launched"_s), u"spaceship: launched"_s);
        QCOMPARE(auditFieldInWords(u"max_agents"_s), u"Agents at most"_s);
        QCOMPARE(auditFieldInWords(u"llm_provider_config.temperature"_s), u"Language model: Temperature"_s);
        QCOMPARE(auditFieldInWords(u"tts_settings.sample_rate"_s), u"Voice: Sample rate"_s);
        QCOMPARE(auditFieldInWords(u"sunset_at"_s), u"Sunset at"_s);
        Desk desk;
        QCOMPARE(auditValueInWords(u"2026-01-02T03:04:05.000Z"_s, desk.format),
                 desk.format.timestamp(QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC)));
        QCOMPARE(auditValueInWords(u"2026 reasons to call"_s, desk.format), u"2026 reasons to call"_s);
        QCOMPARE(auditValueInWords(QJsonArray{1, true}, desk.format), u"1, Yes"_s);
    }
    void theChainIsCheckedInWords()
    {
        AuditDesk desk;
        desk.trigger(u"verifyAuditAction"_s);
        QVERIFY(!desk.action(u"verifyAuditAction"_s)->isEnabled()); // while it runs
        QTRY_VERIFY(desk.dialog(u"auditCheckDialog"_s));
        QVERIFY(desk.dialog(u"auditCheckDialog"_s)->windowTitle().contains(u"intact"_s));
        QVERIFY(desk.action(u"verifyAuditAction"_s)->isEnabled());
        desk.dialog(u"auditCheckDialog"_s)->close();
        desk.log.check = {.checked = 1, .brokenId = u"e1"_s, .brokenSequence = 2, .reason = u"its hash does not fit"_s};
        desk.trigger(u"verifyAuditAction"_s);
        QTRY_VERIFY(desk.dialog(u"auditCheckDialog"_s));
        auto *dialog = desk.dialog(u"auditCheckDialog"_s);
        QVERIFY(dialog->windowTitle().contains(u"tampered"_s));
        QVERIFY(textIn(*dialog).contains(u"its hash does not fit"_s) && textIn(*dialog).contains(u"e1"_s));
        QCOMPARE(static_cast<TablePane *>(desk.pane.get())->selectedIds(), QStringList{u"e1"_s}); // the entry itself
    }
    void revertingNamesWhatItDoes()
    {
        AuditDesk desk;
        desk.pane->revealRow(u"e1"_s);
        QVERIFY(!desk.action(u"revertAction"_s)->isEnabled());
        QVERIFY(desk.action(u"revertAction"_s)->toolTip().contains(u"cannot"_s));
        desk.pane->revealRow(u"e0"_s);
        desk.trigger(u"revertAction"_s);
        const QString words = textIn(*desk.dialog(u"confirmDialog"_s));
        QVERIFY2(words.contains(u"Role goes back from “admin” to “user”"_s), qPrintable(words));
        QVERIFY(words.contains(u"Notes comes back as “old”"_s));
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        desk.submit(u"confirmDialog"_s);
        QTRY_COMPARE(noticed.size(), 1);
        QCOMPARE(desk.log.reverted, QStringList{u"e0"_s});
    }
    void whatChangedSinceIsNotPutBack()
    {
        AuditDesk desk;
        desk.log.failRevert = Error{.code = ErrorCode::ResourceConflict};
        desk.pane->revealRow(u"e0"_s);
        desk.trigger(u"revertAction"_s);
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        desk.submit(u"confirmDialog"_s);
        QTRY_COMPARE(noticed.size(), 1);
        const auto notice = noticed.first().first().value<Notice>();
        QVERIFY(notice.text.contains(u"has changed since"_s));
        notice.run(); // leads to what happened
        QTRY_COMPARE(desk.log.asked.last().filters.value(u"target_id"_s), u"u0"_s);
    }
    void supportMayVerifyButNotRevert()
    {
        AuditDesk desk;
        desk.setRole(Role::Support);
        desk.pane->revealRow(u"e0"_s);
        QVERIFY(!desk.action(u"revertAction"_s)->isEnabled());
        QVERIFY(desk.action(u"verifyAuditAction"_s)->isEnabled());
    }
    void anEntryLeadsToItsActorAndItsRow()
    {
        AuditDesk desk;
        desk.pane->revealRow(u"e1"_s);
        desk.trigger(u"onlyActorAction"_s);
        QTRY_COMPARE(desk.log.asked.last().filters.value(u"actor_id"_s), u"u9"_s);
        QTRY_VERIFY(!desk.model.isLoading());
        desk.pane->revealRow(u"e1"_s);
        desk.trigger(u"onlyTargetAction"_s);
        QTRY_COMPARE(desk.log.asked.last().filters.value(u"target_id"_s), u"u1"_s);
        QVERIFY(!desk.log.asked.last().filters.contains(u"actor_id"_s));
    }
    void theDrawerLeadsToTheHistoryOfItsRow()
    {
        Desk desk;
        FakeUsers users;
        FakeAudit log;
        PagedTableModel<User> userModel(users, userColumns(), identity, desk.format);
        PagedTableModel<AuditEntry> auditModel(log, auditColumns(), identity, desk.format);
        MainWindow window(desk.context);
        window.addPane(u"A"_s, new UsersPane(desk.context, users, userModel, nullptr, {}));
        window.resize(1280, 800);
        window.show();
        window.openPane(u"users"_s);
        QTRY_COMPARE(userModel.rowCount(), 3);
        window.currentPane()->revealRow(u"u1"_s);
        auto *history = child<QToolButton>(window, u"historyButton"_s);
        QVERIFY(!history->isVisible()); // there is no pane that could show it
        window.currentPane()->clearSelection();
        window.addPane(u"A"_s, new AuditPane(desk.context, log, auditModel, nullptr, {}));
        window.currentPane()->revealRow(u"u1"_s);
        QVERIFY(history->isVisible());
        history->click();
        QCOMPARE(window.currentPane()->id(), u"audit"_s);
        QTRY_COMPARE(log.asked.last().filters.value(u"target_id"_s), u"u1"_s);
        QCOMPARE(log.asked.last().filters.value(u"target_type"_s), u"user"_s);
        window.openPane(u"users"_s);
        child<QAction>(window, u"showUserAuditAction"_s)->trigger();
        QTRY_COMPARE(log.asked.last().filters.value(u"actor_id"_s), u"u1"_s);
        QSignalSpy opened(window.pane(u"users"_s), &Pane::openPaneRequested);
        child<QAction>(window, u"showUserAgentsAction"_s)->trigger();
        QCOMPARE(opened.first().at(0).toString(), u"agents"_s);
        QCOMPARE((opened.first().at(1).value<QMap<QString, QString>>().value(u"user_id"_s)), u"u1"_s);
        window.removePanes();
    }
    void theOwnAccountIsInTheUserMenuOnly()
    {
        SecurityDesk desk;
        MainWindow window(desk.context);
        window.addAccountPane(desk.pane.release());
        QVERIFY(!window.findChild<QWidget *>(u"navigation_security"_s));
        auto *open = child<QAction>(window, u"open_security"_s);
        const auto menus = open->associatedObjects();
        QVERIFY(std::ranges::any_of(menus, [&](QObject *menu) {
            return menu->isWidgetType()
                && static_cast<QWidget *>(menu)->actions().contains(child<QAction>(window, u"signOutAction"_s))
                && static_cast<QWidget *>(menu)->actions().size() == 2; // the user menu
        }));
        open->trigger();
        QCOMPARE(window.currentPane()->id(), u"security"_s);
        window.removePanes();
    }

    void theSecondFactorIsSetUpWithACode()
    {
        SecurityDesk desk;
        QCOMPARE(desk.security.asked.size(), 2);
        QVERIFY(desk.security.audit.asked.isEmpty());
        QVERIFY(!desk.action(u"disableTwoFactorAction"_s)->isEnabled());
        desk.trigger(u"enrolTwoFactorAction"_s);
        const QString name = u"enrolTwoFactorDialog"_s;
        auto *code = desk.in<QLineEdit>(name, u"enrolmentCodeEdit"_s);
        QTRY_VERIFY(!desk.in<QrCode>(name, u"enrolmentPicture"_s)->modules().isNull());
        QCOMPARE(desk.in<QLineEdit>(name, u"enrolmentSecretEdit"_s)->text(), u"ABCD EFGH 23"_s);
        QVERIFY(!desk.in<QPushButton>(name, u"submitButton"_s)->isEnabled());
        code->setText(u"000 000"_s);
        desk.submit(name);
        QTRY_VERIFY(desk.in<QLabel>(name, u"codeErrorLabel"_s)->isVisible());
        QCOMPARE(code->text(), u"000 000"_s); // what was typed stays
        code->setText(u"123 456"_s);
        desk.submit(name);
        QTRY_VERIFY(desk.dialog(u"showRecoveryCodesDialog"_s));
        QVERIFY(textIn(*desk.dialog(u"showRecoveryCodesDialog"_s)).contains(u"code-3"_s));
        QTRY_VERIFY(desk.action(u"disableTwoFactorAction"_s)->isEnabled());
        QVERIFY(!desk.action(u"enrolTwoFactorAction"_s)->isEnabled());
        QVERIFY(child<QPushButton>(*desk.pane, u"disableTwoFactorButton"_s)->isVisible());
        QVERIFY(!child<QPushButton>(*desk.pane, u"enrolTwoFactorButton"_s)->isVisible());
    }
    void aQrCodeIsDarkOnWhiteWithAQuietZone()
    {
        QrCode code;
        QVERIFY(code.setText(u"otpauth://totp/V:a?secret=ABCDEFGH23"_s));
        const QImage modules = code.modules();
        QVERIFY(modules.width() == modules.height() && modules.width() > 8 + 20);
        for (int i = 0; i < modules.width(); ++i) {
            for (const int edge : {0, 1, 2, 3, modules.width() - 1, modules.width() - 4}) {
                QCOMPARE(modules.pixelColor(i, edge), QColor(Qt::white));
                QCOMPARE(modules.pixelColor(edge, i), QColor(Qt::white));
            }
        }
        for (int i = 0; i < 7; ++i) // the finder pattern in the corner
            QCOMPARE(modules.pixelColor(4 + i, 4), QColor(Qt::black));
        QVERIFY(!code.setText({}));
        QVERIFY(!code.setText(QString(5000, u'x'))); // more than a code holds
    }
    void recoveryCodesAreKeptBeforeTheyGo()
    {
        SecurityDesk desk(true);
        QVERIFY(desk.label(u"recoveryCodesLabel"_s).contains(u"2"_s));
        desk.trigger(u"newRecoveryCodesAction"_s);
        desk.in<QLineEdit>(u"askCodeDialog"_s, u"askedCodeEdit"_s)->setText(u"123456"_s);
        desk.submit(u"askCodeDialog"_s);
        const QString name = u"showRecoveryCodesDialog"_s;
        QTRY_VERIFY(desk.dialog(name));
        auto *close = desk.in<QPushButton>(name, u"closeCodesButton"_s);
        close->click();
        QVERIFY(desk.dialog(name)); // it asks once
        const auto all = [&] { return desk.dialog(name)->layout()->totalMinimumSize(); };
        QVERIFY(desk.dialog(name)->width() >= all().width()); // and grows with the longer words
        desk.in<QPushButton>(name, u"copyCodesButton"_s)->click();
        QVERIFY(desk.dialog(name)->height() >= all().height()); // what it says then takes nothing from the codes
        QCOMPARE(QGuiApplication::clipboard()->text(), u"code-1\ncode-2\ncode-3"_s);
        QCOMPARE(close->text(), u"Close"_s);
        close->click();
        QTRY_VERIFY(!desk.dialog(name));
    }
    void turningItOffNeedsACode()
    {
        SecurityDesk desk(true);
        desk.trigger(u"disableTwoFactorAction"_s);
        QCOMPARE(desk.in<QPushButton>(u"askCodeDialog"_s, u"submitButton"_s)->property("rank").toString(), u"danger"_s);
        auto *code = desk.in<QLineEdit>(u"askCodeDialog"_s, u"askedCodeEdit"_s);
        code->setText(u"999999"_s);
        desk.submit(u"askCodeDialog"_s);
        QTRY_VERIFY(desk.in<QLabel>(u"askCodeDialog"_s, u"codeErrorLabel"_s)->isVisible());
        QVERIFY(desk.security.factor.enabled);
        code->setText(u"123456"_s);
        desk.submit(u"askCodeDialog"_s);
        QTRY_VERIFY(!desk.dialog(u"askCodeDialog"_s));
        QTRY_VERIFY(desk.action(u"enrolTwoFactorAction"_s)->isEnabled());
    }
    void devicesAreRenamedAndSignedOut()
    {
        SecurityDesk desk;
        auto *table = child<QTableWidget>(*desk.pane, u"deviceTable"_s);
        QCOMPARE(table->item(0, 0)->text(), u"Laptop (this one)"_s);
        QVERIFY(!desk.action(u"revokeDeviceAction"_s)->isEnabled());
        table->selectRow(0);
        QVERIFY(!desk.action(u"revokeDeviceAction"_s)->isEnabled());
        QVERIFY(desk.action(u"revokeDeviceAction"_s)->toolTip().contains(u"Sign out instead"_s));
        table->selectRow(1);
        desk.trigger(u"renameDeviceAction"_s);
        desk.in<QLineEdit>(u"renameDeviceDialog"_s, u"deviceNameEdit"_s)->setText(u" Lost phone "_s);
        desk.submit(u"renameDeviceDialog"_s);
        QTRY_COMPARE(table->item(1, 0)->text(), u"Lost phone"_s);
        QCOMPARE(table->currentRow(), 1); // the same device is selected still
        desk.trigger(u"revokeDeviceAction"_s);
        QVERIFY(desk.dialog(u"confirmDialog"_s)->windowTitle().contains(u"Lost phone"_s));
        desk.submit(u"confirmDialog"_s);
        QTRY_COMPARE(table->rowCount(), 1);
        QVERIFY(desk.security.asked.contains(u"revoke d1"_s));
    }
    void aPasswordIsChangedOnlyWithTheOldOne()
    {
        SecurityDesk desk;
        const QString name = u"changePasswordDialog"_s;
        desk.trigger(u"changePasswordAction"_s);
        const auto type
            = [&](const QString &edit, const QString &text) { desk.in<QLineEdit>(name, edit)->setText(text); };
        type(u"currentPasswordEdit"_s, u"wrong"_s);
        type(u"newPasswordEdit"_s, u"new password"_s);
        type(u"repeatPasswordEdit"_s, u"new passwort"_s);
        desk.submit(name);
        QVERIFY(desk.in<QLabel>(name, u"repeatErrorLabel"_s)->isVisible());
        QVERIFY(!desk.security.asked.contains(u"password"_s));
        type(u"repeatPasswordEdit"_s, u"new password"_s);
        QVERIFY(!desk.in<QLabel>(name, u"repeatErrorLabel"_s)->isVisible());
        desk.submit(name);
        QTRY_VERIFY(desk.in<QLabel>(name, u"currentPasswordErrorLabel"_s)->isVisible());
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        type(u"currentPasswordEdit"_s, u"right password"_s);
        desk.submit(name);
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY(noticed.first().first().value<Notice>().text.contains(u"2"_s));
    }
    void theOwnAccountIsNobodyElsesMatter()
    {
        SecurityDesk desk;
        desk.setRole(Role::Support);
        ServerProfile profile = desk.access.profile();
        profile.readOnly = true;
        desk.access.setProfile(profile);
        QVERIFY(desk.action(u"changePasswordAction"_s)->isEnabled());
        QVERIFY(desk.action(u"enrolTwoFactorAction"_s)->isEnabled());
    }
    void activityIsReadWhenItIsLookedAt()
    {
        SecurityDesk desk;
        child<QTabWidget>(*desk.pane, u"securityTabs"_s)->setCurrentIndex(1);
        QTRY_COMPARE(desk.activity.rowCount(), 3);
        QCOMPARE(desk.security.audit.asked.size(), 1);
    }

    void theAddressIsConfirmedWithTheMailedCode()
    {
        SecurityDesk desk;
        QVERIFY(desk.account.asked.isEmpty()); // what is not looked at is not read
        QVERIFY(!desk.action(u"confirmEmailAction"_s)->isEnabled());
        desk.openTab(2);
        QTRY_VERIFY(desk.action(u"confirmEmailAction"_s)->isEnabled());
        QCOMPARE(desk.account.asked.size(), 2);
        QCOMPARE(desk.label(u"emailAddressLabel"_s), u"ada@example.com"_s);
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        desk.trigger(u"mailEmailCodeAction"_s);
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY(desk.account.asked.contains(u"mail ada@example.com"_s));
        desk.trigger(u"confirmEmailAction"_s);
        const QString name = u"confirmEmailDialog"_s;
        auto *code = desk.in<QLineEdit>(name, u"emailCodeEdit"_s);
        QVERIFY(!desk.in<QPushButton>(name, u"submitButton"_s)->isEnabled());
        code->setText(u"bad code"_s);
        desk.submit(name);
        QTRY_VERIFY(desk.in<QLabel>(name, u"tokenErrorLabel"_s)->isVisible());
        QVERIFY(desk.in<QLabel>(name, u"tokenErrorLabel"_s)->text().contains(u"Ask for another"_s));
        QCOMPARE(code->text(), u"bad code"_s); // what was typed stays
        code->setText(u"good code"_s);
        desk.submit(name);
        QTRY_VERIFY(!desk.dialog(name));
        QTRY_VERIFY(!desk.action(u"confirmEmailAction"_s)->isEnabled());
        QVERIFY(desk.action(u"confirmEmailAction"_s)->toolTip().contains(u"confirmed already"_s));
    }
    void preferencesThatAreNotSavedStayInTheForm()
    {
        SecurityDesk desk;
        desk.openTab(2);
        QTRY_VERIFY(desk.action(u"editPreferencesAction"_s)->isEnabled());
        QCOMPARE(desk.label(u"marketingLabel"_s), u"No"_s);
        const QString name = u"editPreferencesDialog"_s;
        desk.trigger(u"editPreferencesAction"_s);
        auto *marketing = desk.in<QCheckBox>(name, u"marketingCheckBox"_s);
        QVERIFY(!marketing->isChecked());
        QVERIFY(desk.in<QCheckBox>(name, u"notificationsCheckBox"_s)->isChecked());
        marketing->setChecked(true);
        desk.account.failSave = Error{.code = ErrorCode::ServiceUnavailable};
        desk.submit(name);
        QTRY_VERIFY(desk.in<QWidget>(name, u"errorBanner"_s)->isVisible());
        QVERIFY(marketing->isChecked());
        QVERIFY(!desk.account.kept.marketing);
        desk.account.failSave.reset();
        desk.submit(name);
        QTRY_VERIFY(!desk.dialog(name));
        QCOMPARE(desk.account.kept, (Preferences{.marketing = true}));
        QCOMPARE(desk.label(u"marketingLabel"_s), u"Yes"_s);
    }
    void refreshingReadsWhatIsLookedAt()
    {
        SecurityDesk desk;
        desk.openTab(2);
        QTRY_COMPARE(desk.account.asked.size(), 2);
        QTRY_VERIFY(desk.action(u"editPreferencesAction"_s)->isEnabled());
        desk.security.asked.clear();
        desk.pane->refresh();
        QTRY_COMPARE(desk.account.asked.size(), 4);
        QVERIFY(desk.security.asked.isEmpty());
        desk.openTab(0);
        desk.pane->refresh();
        QTRY_COMPARE(desk.security.asked.size(), 2);
        QCOMPARE(desk.account.asked.size(), 4);
    }
    void aServerThatWantsTheAddressConfirmedIsGivenTheCode()
    {
        Desk desk;
        SignInPage signIn(desk.context);
        signIn.show();
        auto *link = child<QPushButton>(signIn, u"confirmEmailLink"_s);
        QVERIFY(!link->isVisible());
        signIn.prefill(u"ada@example.com"_s, u"right password"_s);
        signIn.signInFailed({.code = ErrorCode::Forbidden});
        QVERIFY(link->isVisible());
        QVERIFY(textIn(signIn).contains(u"not confirmed"_s));
        QSignalSpy asked(&signIn, &SignInPage::confirmRequested);
        link->click();
        QCOMPARE(asked.size(), 1);
        ConfirmEmailPage page(desk.context);
        page.show();
        page.start(u"ada@example.com"_s);
        auto *code = child<QLineEdit>(page, u"confirmCodeEdit"_s);
        auto *submit = child<QPushButton>(page, u"confirmEmailButton"_s);
        QVERIFY(!submit->isEnabled());
        QSignalSpy mail(&page, &ConfirmEmailPage::mailRequested);
        child<QPushButton>(page, u"mailAgainLink"_s)->click();
        QCOMPARE(mail.first().first().toString(), u"ada@example.com"_s);
        QSignalSpy given(&page, &ConfirmEmailPage::codeGiven);
        code->setText(u" tok "_s);
        submit->click();
        QCOMPARE(given.first().first().toString(), u"tok"_s);
        page.setBusy(true);
        QVERIFY(!submit->isEnabled());
        page.confirmFailed({.code = ErrorCode::ValidationError, .details = {{u"token"_s, u"?"_s}}});
        QVERIFY(child<QLabel>(page, u"tokenErrorLabel"_s)->text().contains(u"Ask for another"_s));
        QCOMPARE(code->text(), u" tok "_s);
    }

    void aWrongCodeKeepsTheForm()
    {
        Desk desk;
        CodePage page(desk.context);
        page.show();
        page.ask(u"ada@example.com"_s);
        QSignalSpy given(&page, &CodePage::codeGiven);
        auto *code = child<QLineEdit>(page, u"codeEdit"_s);
        auto *submit = child<QPushButton>(page, u"giveCodeButton"_s);
        QVERIFY(!submit->isEnabled());
        code->setText(u"123 456"_s); // six digits: nothing is left to type
        QCOMPARE(given.size(), 1);
        page.setBusy(true);
        QVERIFY(!submit->isEnabled());
        page.codeFailed({.code = ErrorCode::InvalidCredentials});
        QCOMPARE(code->text(), u"123 456"_s);
        QVERIFY(child<QLabel>(page, u"codeErrorLabel"_s)->isVisible());
        QVERIFY(submit->isEnabled());
        QCOMPARE(given.size(), 1);
    }
    void recoveryCodesAreTakenInstead()
    {
        Desk desk;
        CodePage page(desk.context);
        page.show();
        page.ask(u"ada@example.com"_s);
        QSignalSpy given(&page, &CodePage::codeGiven);
        child<QPushButton>(page, u"otherCodeLink"_s)->click();
        auto *code = child<QLineEdit>(page, u"codeEdit"_s);
        QCOMPARE(code->accessibleName(), u"Recovery code"_s);
        code->setText(u"123456"_s); // may be the beginning of one
        QCOMPARE(given.size(), 0);
        child<QPushButton>(page, u"giveCodeButton"_s)->click();
        QCOMPARE(given.size(), 1);
        page.codeFailed({.code = ErrorCode::AccountLocked, .retryAfterSeconds = 30});
        QVERIFY(!child<QPushButton>(page, u"giveCodeButton"_s)->isEnabled());
        QVERIFY(child<QPushButton>(page, u"giveCodeButton"_s)->text().contains(u"30"_s));
    }
    void aForgottenPasswordIsSetAnew()
    {
        Desk desk;
        ForgotPasswordPage forgot(desk.context);
        forgot.show();
        forgot.start(u"ada@example.com"_s);
        QSignalSpy mail(&forgot, &ForgotPasswordPage::mailRequested);
        child<QPushButton>(forgot, u"requestMailButton"_s)->click();
        QCOMPARE(mail.first().first().toString(), u"ada@example.com"_s);
        ResetPasswordPage reset(desk.context);
        reset.show();
        reset.start(u"ada@example.com"_s);
        QSignalSpy asked(&reset, &ResetPasswordPage::resetRequested);
        auto *submit = child<QPushButton>(reset, u"resetPasswordButton"_s);
        QVERIFY(!submit->isEnabled());
        QTest::keyClick(child<QLineEdit>(reset, u"resetPasswordEdit"_s), Qt::Key_Return);
        QVERIFY(child<QLabel>(reset, u"tokenErrorLabel"_s)->isVisible());
        child<QLineEdit>(reset, u"resetTokenEdit"_s)->setText(u" tok "_s);
        child<QLineEdit>(reset, u"resetPasswordEdit"_s)->setText(u"new password"_s);
        child<QLineEdit>(reset, u"resetRepeatEdit"_s)->setText(u"new password"_s);
        submit->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"tok"_s);
        reset.resetFailed({.code = ErrorCode::ValidationError, .details = {{u"token"_s, u"no code of ours"_s}}});
        QVERIFY(child<QLabel>(reset, u"tokenErrorLabel"_s)->text().contains(u"Ask for another"_s));
        QCOMPARE(child<QLineEdit>(reset, u"resetPasswordEdit"_s)->text(), u"new password"_s); // stays
    }
};

QTEST_MAIN(TestPlatformPanes)
#include "tst_platformpanes.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// API versions and the audit log, worked on in the console, against a real server over demo data.
#include "tests/e2e/consoledesk.h"
#include "ui/panes/auditpane.h"
#include "ui/panes/versionspane.h"
#include "ui/widgets/optionaltimeedit.h"
#include "ui/widgets/stattile.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableWidget>

class TestConsolePlatform : public QObject
{
    Q_OBJECT

private:
    static QString textIn(const QWidget &widget)
    {
        QStringList parts;
        for (const auto *label : widget.findChildren<QLabel *>())
            parts << label->text();
        return parts.join(u'\n');
    }
    static TablePane &openAudit(SignedIn &desk, const QMap<QString, QString> &filters)
    {
        desk.console->window->openPane(AuditPane::Id);
        auto *pane = static_cast<TablePane *>(desk.console->window->currentPane());
        pane->showFiltered(filters, {});
        if (!desk.console->hasSettled(AuditPane::Id))
            qFatal("the audit log did not load");
        return *pane;
    }

private slots:
    void initTestCase() { keepToOurselves(); }

    void aVersionIsDeprecatedWithAPreviewAndItsCallersAreWrittenTo()
    {
        SignedIn desk;
        Console &console = *desk.console;
        console.window->openPane(VersionsPane::Id);
        Pane &pane = *console.window->currentPane();
        QTRY_VERIFY_WITH_TIMEOUT(pane.loadedAt().isValid(), 20'000);
        // What the demo counted is there.
        auto *comparison = child<QTableWidget>(pane, u"versionComparisonTable"_s);
        QCOMPARE(comparison->rowCount(), 3); // nobody calls v0
        for (int row = 1; row < 3; ++row)
            QVERIFY(QLocale().toLongLong(comparison->item(row, 3)->text()) > 1000);
        comparison->selectRow(1);
        QTRY_VERIFY_WITH_TIMEOUT(console.rows(u"versionCaller"_s)->rowCount() > 5, 20'000);

        console.trigger(u"editVersionsAction"_s);
        const QString edit = u"editVersionsDialog"_s;
        auto *status = console.in<QComboBox>(edit, u"v1StatusCombo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(status->isEnabled(), 20'000); // read anew
        status->setCurrentIndex(int(VersionStatus::Deprecated));
        console.in<OptionalTimeEdit>(edit, u"v1Deprecated"_s)->setTime(QDateTime::currentDateTimeUtc().addDays(-1));
        console.in<QCheckBox>(edit, u"v1SunsetCheck"_s)->setChecked(true);
        auto *successor = console.in<QComboBox>(edit, u"v1SuccessorCombo"_s);
        successor->setCurrentIndex(successor->findData(u"v2"_s));
        console.submit(edit); // the preview
        QTRY_VERIFY_WITH_TIMEOUT(
            textIn(*console.in<QWidget>(edit, u"previewGrid"_s)).contains(u"X-API-Deprecation: true"_s), 20'000);
        HttpClient client(desk.server.url());
        QCOMPARE(client.get("/api/versions").json()["deprecated"_L1].toArray(), QJsonArray()); // nothing is saved yet
        console.submit(edit);
        QTRY_VERIFY_WITH_TIMEOUT(!console.dialog(edit), 20'000);
        QCOMPARE(client.get("/api/versions").json()["deprecated"_L1].toArray(), QJsonArray{u"v1"_s});
        QCOMPARE(client.get("/api/v1/users/profile").header("X-API-Deprecation"), QByteArray("true"));
        QTRY_COMPARE(comparison->item(1, 1)->text(), u"Deprecated"_s);

        console.trigger(u"notifyCallersAction"_s);
        const QString notify = u"notifyCallersDialog"_s;
        QCOMPARE(console.in<QComboBox>(notify, u"notifyVersionCombo"_s)->currentData().toString(), u"v1"_s);
        QVERIFY(console.in<QPlainTextEdit>(notify, u"notifyMessageEdit"_s)->toPlainText().contains(u"v2"_s));
        console.submit(notify);
        QTRY_VERIFY_WITH_TIMEOUT(console.toast().contains(u"A mail about v1 goes to"_s), 20'000);
        const QDir mails(desk.server.data() + u"/mail"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!mails.entryList({u"*.eml"_s}).isEmpty(), 20'000);
    }

    void todaysErrorsLeadToTodaysAnswers()
    {
        SignedIn desk;
        Console &console = *desk.console;
        HttpClient client(desk.server.url());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(client.get("/api/v2/users/profile").status, 401);
        console.window->openPane(u"overview"_s);
        auto *errors = child<StatTile>(*console.window, u"errorsTile"_s);
        const auto counted = [&] { // some seconds late
            console.window->currentPane()->refresh();
            return QLocale().toLongLong(errors->figure()) >= 3;
        };
        QTRY_VERIFY_WITH_TIMEOUT(counted(), 30'000);
        errors->click();
        QCOMPARE(console.window->currentPane()->id(), VersionsPane::Id);
        Pane &pane = *console.window->currentPane();
        QCOMPARE(child<QComboBox>(pane, u"versionPeriodCombo"_s)->currentData().toInt(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(pane.loadedAt().isValid(), 20'000);
        QVERIFY(QLocale().toLongLong(child<StatTile>(pane, u"errorsVersionTile"_s)->figure()) >= 3);
    }

    void theLogIsSearchedVerifiedAndExported()
    {
        SignedIn desk;
        Console &console = *desk.console;
        TablePane &audit = openAudit(desk, {});
        QVERIFY(console.rows(AuditPane::Id)->rowCount() > 20);
        child<QLineEdit>(audit, u"searchEdit"_s)->setText(u"owner@northgate.example"_s);
        QTRY_VERIFY_WITH_TIMEOUT(console.rows(AuditPane::Id)->query().filters.contains(u"search"_s), 20'000);
        QVERIFY(console.hasSettled(AuditPane::Id));
        const int found = console.rows(AuditPane::Id)->rowCount();
        QVERIFY(found > 0);
        QVERIFY(!console.rows(AuditPane::Id)->error());

        console.trigger(u"verifyAuditAction"_s);
        const QString told = textIn(console.opened(u"auditCheckDialog"_s));
        QVERIFY2(told.contains(u"is intact"_s), qPrintable(told));
        console.dialog(u"auditCheckDialog"_s)->accept();

        child<QAction>(audit, u"exportAction"_s)->trigger(); // other panes have one, too
        QFileDialog *ask = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((ask = audit.findChild<QFileDialog *>()), 20'000);
        const QString path = desk.folder.filePath(u"audit.csv"_s);
        emit ask->fileSelected(path);
        ask->reject();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20'000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().trimmed().split('\n');
        QVERIFY(lines.size() > 1); // what the search matches, and the names of the columns
        for (const QByteArray &line : lines.mid(1))
            QVERIFY2(line.contains("northgate"), line.constData());
    }

    void aChangeIsPutBackAndASignInIsNot()
    {
        SignedIn desk;
        Console &console = *desk.console;
        openAudit(desk, {{u"action"_s, u"limits.updated"_s}}).stepRow(0);
        PagedTableModelBase *rows = console.rows(AuditPane::Id);
        const int before = rows->rowCount();
        QVERIFY(before > 0);
        const QString entry = rows->rowId(0);
        HttpClient client(desk.server.url());
        const WireHeaders admin = bearer(desk.token());
        const QString user = client.get("/api/v2/admin/audit/" + entry.toUtf8(), admin)
                                 .json()["data"_L1]["target"_L1]["id"_L1]
                                 .toString();
        const auto notes = [&] {
            return client.get("/api/v1/admin/users/" + user.toUtf8(), admin)
                .json()["data"_L1]["limit_notes"_L1]
                .toString();
        };
        QVERIFY(!notes().isEmpty());
        console.trigger(u"revertAction"_s);
        console.submit(u"confirmDialog"_s);
        QTRY_VERIFY_WITH_TIMEOUT(notes().isEmpty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(console.toast().contains(u"is as it was before"_s), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(rows->rowCount(), before + 1, 20'000); // written down like any change

        openAudit(desk, {{u"action"_s, u"session.created"_s}}).stepRow(0);
        QVERIFY(!rows->rowId(0).isEmpty());
        QTRY_VERIFY(!console.action(u"revertAction"_s)->isEnabled());
        QCOMPARE(console.action(u"revertAction"_s)->toolTip(), u"The server cannot put this back."_s);
        QCOMPARE(desk.server.terminate(), 0);
        QCOMPARE(desk.server.run({u"audit"_s, u"verify"_s}), 0);
    }
};

QTEST_MAIN(TestConsolePlatform)
#include "tst_consoleplatform.moc"

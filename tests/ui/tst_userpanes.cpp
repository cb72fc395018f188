// SPDX-License-Identifier: GPL-3.0-or-later
// The panes of users, organisations and the overview, over fake sources; what is done to users, and who may.
#include "tests/ui/organizationsdesk.h"
#include "tests/ui/usersdesk.h"
#include "ui/dialogs/runbulkdialog.h"
#include "ui/panes/overviewpane.h"
#include "ui/support/words.h"
#include "ui/widgets/stattile.h"

#include <QSignalSpy>
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

/// The form that wants u2 in support while others made her enterprise and renamed her: it asks which version stays.
QDialog *refusedRole(UsersDesk &desk)
{
    desk.select(2);
    trigger(*desk.pane, u"editUserAction"_s);
    auto *dialog = desk.dialog<QDialog>(u"editUserDialog"_s);
    auto *role = child<QComboBox>(*dialog, u"roleCombo"_s);
    if (!QTest::qWaitFor([role] { return role->isEnabled(); }))
        return nullptr;
    role->setCurrentIndex(role->findData(int(Role::Support)));
    User theirs = *desk.users.find(u"u2"_s);
    theirs.role = Role::Enterprise;
    theirs.firstName = u"Theirs"_s;
    desk.users.conflicting = theirs;
    child<QPushButton>(*dialog, u"submitButton"_s)->click();
    const auto asks = [dialog] { return dialog->findChild<QWidget *>(u"conflictCard"_s) != nullptr; };
    return QTest::qWaitFor(asks) ? dialog : nullptr;
}
}

class TestUserPanes : public QObject
{
    Q_OBJECT

private slots:
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
    void aQuotaThatNoIntHoldsStays()
    {
        UsersDesk desk;
        desk.users.find(u"u1"_s)->limits.monthlyTokenQuota = 5'000'000'000;
        desk.select(1);
        trigger(*desk.pane, u"editLimitsAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"editLimitsDialog"_s);
        QTRY_VERIFY(child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->isEnabled());
        auto *quota = child<QAbstractSpinBox>(*dialog, u"monthlyTokenQuotaSpin"_s);
        QCOMPARE(quota->text(), u"5,000,000,000"_s);
        auto *save = child<QPushButton>(*dialog, u"submitButton"_s);
        QVERIFY(!save->isEnabled()); // nothing is changed
        child<QPlainTextEdit>(*dialog, u"limitNotesEdit"_s)->setPlainText(u"trial"_s);
        save->click();
        QTRY_VERIFY(!desk.dialog<QDialog>(u"editLimitsDialog"_s));
        QCOMPARE(desk.users.find(u"u1"_s)->limits.monthlyTokenQuota, 5'000'000'000);
        QCOMPARE(desk.users.find(u"u1"_s)->limitNotes, u"trial"_s);
    }
    void aQuotaIsTypedUpToWhatTheServerTakes()
    {
        UsersDesk desk;
        desk.select(1);
        trigger(*desk.pane, u"editLimitsAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"editLimitsDialog"_s);
        QTRY_VERIFY(child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->isEnabled());
        auto *quota = child<QAbstractSpinBox>(*dialog, u"monthlyTokenQuotaSpin"_s);
        quota->selectAll();
        QTest::keyClicks(quota, u"1000000000000"_s);
        child<QPushButton>(*dialog, u"submitButton"_s)->click();
        QTRY_VERIFY(!desk.dialog<QDialog>(u"editLimitsDialog"_s));
        QCOMPARE(desk.users.find(u"u1"_s)->limits.monthlyTokenQuota, 1'000'000'000'000);
    }
    void limitsThatCannotBeReadAreNotSaved()
    {
        UsersDesk desk;
        desk.select(1);
        desk.users.failGet = Error{.code = ErrorCode::ServiceUnavailable};
        trigger(*desk.pane, u"editLimitsAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"editLimitsDialog"_s);
        QTRY_VERIFY(child<QWidget>(*dialog, u"errorBanner"_s)->isVisible());
        child<QSpinBox>(*dialog, u"maxAgentsSpin"_s)->setValue(7);
        QVERIFY(!child<QPushButton>(*dialog, u"submitButton"_s)->isEnabled()); // it would go without a tag
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
    void aConflictAsksOfWhatIsSavedOnly()
    {
        UsersDesk desk;
        QDialog *dialog = refusedRole(desk);
        QVERIFY(dialog);
        const QString asked = textIn(*child<QWidget>(*dialog, u"conflictCard"_s));
        QVERIFY(asked.contains(inWords(Role::Support)) && asked.contains(inWords(Role::Enterprise)));
        QVERIFY(!asked.contains(u"Theirs"_s)); // the name was not touched: it stays as they have it
        child<QPushButton>(*dialog, u"overwriteButton"_s)->click();
        QTRY_VERIFY(!desk.dialog<QDialog>(u"editUserDialog"_s));
        QCOMPARE(desk.users.find(u"u2"_s)->role, Role::Support);
        QCOMPARE(desk.users.find(u"u2"_s)->firstName, u"Theirs"_s);
    }
    void aConflictWithTheSameChangeAsksNothing_data()
    {
        QTest::addColumn<bool>("refusedAgain");
        QTest::newRow("saved") << false;
        QTest::newRow("refused once more") << true;
    }
    void aConflictWithTheSameChangeAsksNothing()
    {
        QFETCH(bool, refusedAgain);
        UsersDesk desk;
        desk.select(2);
        trigger(*desk.pane, u"editLimitsAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"editLimitsDialog"_s);
        auto *agents = child<QSpinBox>(*dialog, u"maxAgentsSpin"_s);
        QTRY_VERIFY(agents->isEnabled());
        agents->setValue(7);
        if (refusedAgain) {
            desk.users.find(u"u2"_s)->limits.maxAgents = 7;
            desk.users.failChange = Error{.code = ErrorCode::PreconditionFailed};
        } else {
            User theirs = *desk.users.find(u"u2"_s);
            theirs.limits.maxAgents = 7;
            desk.users.conflicting = theirs;
        }
        child<QPushButton>(*dialog, u"submitButton"_s)->click();
        if (refusedAgain) {
            QTRY_VERIFY(child<QWidget>(*dialog, u"errorBanner"_s)->isVisible());
            QVERIFY(!dialog->findChild<QWidget *>(u"conflictCard"_s));
        } else {
            QTRY_VERIFY(!desk.dialog<QDialog>(u"editLimitsDialog"_s));
        }
        QCOMPARE(desk.users.changed, (QStringList{u"limits u2"_s, u"limits u2"_s}));
    }
    void afterAConflictALimitThatWasNotChangedHereIsTheirs()
    {
        UsersDesk desk;
        desk.select(1);
        trigger(*desk.pane, u"editLimitsAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"editLimitsDialog"_s);
        auto *agents = child<QSpinBox>(*dialog, u"maxAgentsSpin"_s);
        QTRY_VERIFY(agents->isEnabled());
        agents->setValue(7);
        User theirs = *desk.users.find(u"u1"_s);
        theirs.limits.monthlyTokenQuota += 1000;
        theirs.limits.requestsPerHour += 100;
        theirs.limitNotes = u"Theirs"_s;
        desk.users.conflicting = theirs;
        child<QPushButton>(*dialog, u"submitButton"_s)->click();
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"conflictCard"_s));
        const QString asked = textIn(*child<QWidget>(*dialog, u"conflictCard"_s));
        QVERIFY(asked.contains(u"Agents at most"_s));
        QVERIFY2(!asked.contains(u"Tokens"_s) && !asked.contains(u"Requests"_s) && !asked.contains(u"Notes"_s),
                 qPrintable(asked));
        child<QPushButton>(*dialog, u"overwriteButton"_s)->click();
        QTRY_VERIFY(!desk.dialog<QDialog>(u"editLimitsDialog"_s));
        const User *saved = desk.users.find(u"u1"_s);
        QCOMPARE(saved->limits.maxAgents, 7);
        QCOMPARE(saved->limits.monthlyTokenQuota, theirs.limits.monthlyTokenQuota);
        QCOMPARE(saved->limits.requestsPerHour, theirs.limits.requestsPerHour);
        QCOMPARE(saved->limitNotes, u"Theirs"_s);
    }
    void afterAConflictTheFormGoesOnFromTheirs()
    {
        UsersDesk desk;
        QDialog *dialog = refusedRole(desk);
        QVERIFY(dialog);
        auto *role = child<QComboBox>(*dialog, u"roleCombo"_s);
        QVERIFY(!role->isEnabled()); // it would not be what was asked
        desk.users.failChange = Error{.code = ErrorCode::ValidationError, .details = {{u"role"_s, u"not now"_s}}};
        child<QPushButton>(*dialog, u"overwriteButton"_s)->click();
        QTRY_VERIFY(child<QLabel>(*dialog, u"roleErrorLabel"_s)->isVisible());
        QCOMPARE(role->currentData().toInt(), int(Role::Support)); // mine stays
        QCOMPARE(child<QLineEdit>(*dialog, u"firstNameEdit"_s)->text(), u"Theirs"_s);
        desk.users.failChange.reset();
        role->setCurrentIndex(role->findData(int(Role::User))); // as it was read at first, which is a change by now
        child<QPushButton>(*dialog, u"submitButton"_s)->click();
        QTRY_VERIFY(!desk.dialog<QDialog>(u"editUserDialog"_s));
        QCOMPARE(desk.users.find(u"u2"_s)->role, Role::User);
        QCOMPARE(desk.users.find(u"u2"_s)->firstName, u"Theirs"_s);
    }
    void aFormThatReadsCanBeLeft()
    {
        UsersDesk desk;
        desk.select(1);
        trigger(*desk.pane, u"editUserAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"editUserDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        child<QPushButton>(*dialog, u"cancelButton"_s)->click();
        QVERIFY(!dialog->isVisible());
        desk.users.find(u"u1"_s)->firstName = u"Later"_s;
        bool answered = false;
        whenDone(desk.users.get(u"u1"_s), dialog, [&](const Result<Tagged<User>> &) { answered = true; });
        QTRY_VERIFY(answered); // after the form's own question
        QCOMPARE(child<QLineEdit>(*dialog, u"firstNameEdit"_s)->text(), u"First1"_s);
    }
    void aFormThatSavesWaitsForTheAnswer()
    {
        UsersDesk desk;
        desk.select(1);
        trigger(*desk.pane, u"editUserAction"_s);
        auto *dialog = desk.dialog<QDialog>(u"editUserDialog"_s);
        auto *name = child<QLineEdit>(*dialog, u"firstNameEdit"_s);
        QTRY_VERIFY(name->isEnabled());
        name->setText(u"Ada"_s);
        desk.users.failChange = Error{.code = ErrorCode::TimedOut};
        child<QPushButton>(*dialog, u"submitButton"_s)->click();
        auto *cancel = child<QPushButton>(*dialog, u"cancelButton"_s);
        QVERIFY(!cancel->isEnabled() && cancel->toolTip().contains(u"Wait"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY(cancel->isEnabled());
        QVERIFY(cancel->toolTip().contains(u"Esc"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!desk.dialog<QDialog>(u"editUserDialog"_s));
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
    void theNameToTypeIsShownWhole()
    {
        UsersDesk desk;
        ServerProfile live = desk.access.profile();
        live.name = u"R&D live"_s;
        live.production = true;
        desk.access.setProfile(live);
        desk.select(0);
        trigger(*desk.pane, u"deactivateAction"_s);
        auto *ask = desk.dialog<QDialog>(u"confirmDialog"_s);
        auto *typed = child<QLineEdit>(*ask, u"typedNameEdit"_s);
        const auto labels = ask->findChildren<QLabel *>();
        const auto label = std::ranges::find(labels, static_cast<QWidget *>(typed), &QLabel::buddy);
        QVERIFY(label != labels.end());
        QVERIFY(QKeySequence::mnemonic((*label)->text()).isEmpty()); // which would take the & away
        QVERIFY((*label)->text().contains(u"R&&D live"_s));
        QVERIFY(typed->accessibleName().contains(u"R&D live"_s));
        QTest::keyClicks(typed, u"R&D live"_s);
        QVERIFY(child<QPushButton>(*ask, u"submitButton"_s)->isEnabled());
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
    void escapeStopsABulkActionAndShowsWhatItDid()
    {
        Desk desk;
        QStringList asked;
        QPromise<Result<QMap<QString, Error>>> answer;
        answer.start();
        const RunBulkDialog::Run run = [&](const QStringList &ids) {
            asked << ids;
            return answer.future();
        };
        RunBulkDialog dialog(desk.context, u"Deactivate users"_s, {{u"u0"_s, u"Ada"_s}, {u"u1"_s, u"Bob"_s}}, run, 1);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy done(&dialog, &RunBulkDialog::ranAll);
        dialog.open();
        dialog.start();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isVisible()); // the first row is under way
        child<QPushButton>(dialog, u"bulkStopButton"_s)->click();
        QVERIFY(dialog.isVisible());
        answer.addResult(QMap<QString, Error>());
        answer.finish();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.first(), (QVariantList{1, 0}));
        QCOMPARE(asked, QStringList{u"u0"_s});
        auto *results = child<QTableWidget>(dialog, u"bulkResultTable"_s);
        QCOMPARE(results->item(0, 1)->text(), u"Done"_s);
        QCOMPARE(results->item(1, 1)->text(), u"Not done"_s);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
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
    void anOrganisationLeadsToItsUsers()
    {
        OrganizationsDesk desk;
        QSignalSpy asked(&desk.pane, &Pane::openPaneRequested);
        desk.pane.stepRow(0);
        desk.table().setFocus();
        QTest::keyClick(&desk.table(), Qt::Key_Return);
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

QTEST_MAIN(TestUserPanes)
#include "tst_userpanes.moc"

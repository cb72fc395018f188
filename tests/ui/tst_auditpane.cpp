// SPDX-License-Identifier: GPL-3.0-or-later
// The pane of the audit log over a fake source, the words of its entries, and the ways that lead there.
#include "tests/ui/fakeplatform.h"
#include "tests/ui/panedesk.h"
#include "ui/mainwindow.h"
#include "ui/panes/auditpane.h"
#include "ui/panes/userspane.h"
#include "ui/support/auditwords.h"
#include "ui/widgets/changelabel.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

namespace
{
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

class TestAuditPane : public QObject
{
    Q_OBJECT

private slots:
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
        QCOMPARE(auditActionInWords(u"session.challenged"_s), u"Session: second factor asked for"_s);
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
    void aProvidersKeyIsCalledByItsName()
    {
        AuditEntry entry;
        entry.target = {u"provider_key"_s, u"key_1"_s, u"openai"_s};
        QCOMPARE(auditTargetInWords(entry), u"OpenAI"_s);
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
};

QTEST_MAIN(TestAuditPane)
#include "tst_auditpane.moc"

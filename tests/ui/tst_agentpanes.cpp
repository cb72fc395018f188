// SPDX-License-Identifier: GPL-3.0-or-later
// The panes of agents, provider keys, access keys and calls, over fake sources; widgets are found by their names.
#include "tests/ui/fakeagents.h"
#include "tests/ui/fakes.h"
#include "ui/panes/accesskeyspane.h"
#include "ui/panes/agentspane.h"
#include "ui/panes/callspane.h"
#include "ui/panes/providerkeyspane.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/rowtable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

namespace
{
template<typename PaneType, typename Source, typename Row>
struct PaneDesk : Desk {
    explicit PaneDesk(QList<Column<Row>> columns)
        : model(
            source, std::move(columns), [](const Row &row) { return idOf(row); }, format)
    {
        User me = access.user();
        me.organizationId = u"o"_s;
        me.organizationName = u"Mine"_s;
        me.limits.maxAgents = 2;
        access.setUser(me);
        pane = std::make_unique<PaneType>(context, source, model, nullptr,
                                          [](const QString &id) { return QString(u"curl "_s + id); });
        pane->resize(1100, 700);
        pane->show();
        pane->activate();
        if (!QTest::qWaitFor([this] { return model.hasLoaded(); }))
            qFatal("no rows");
    }
    void select(const QString &id) { pane->revealRow(id); }
    QAction *action(const QString &name) { return child<QAction>(*pane, name); }
    void trigger(const QString &name)
    {
        if (!action(name)->isEnabled())
            qFatal("%s is disabled: %s", qPrintable(name), qPrintable(action(name)->toolTip()));
        action(name)->trigger();
    }
    QDialog *dialog(const QString &name)
    {
        auto *found = pane->template findChild<QDialog *>(name);
        return found && found->isVisible() ? found : nullptr;
    }
    template<typename T>
    T *in(const QString &dialogName, const QString &name)
    {
        return child<T>(*child<QDialog>(*pane, dialogName), name);
    }
    Source source;
    PagedTableModel<Row> model;
    std::unique_ptr<PaneType> pane;
};

struct AgentsDesk : PaneDesk<AgentsPane, FakeAgents, Agent> {
    AgentsDesk()
        : PaneDesk(agentColumns())
    {
    }
    /// The editor of an agent, read and filled.
    QPushButton *openEditor(const QString &id)
    {
        select(id);
        trigger(u"editAgentAction"_s);
        const auto read = [this] {
            const auto *name = pane->findChild<QLineEdit *>(u"nameSetting"_s);
            return name && name->isEnabled();
        };
        if (!QTest::qWaitFor(read))
            qFatal("the editor stays busy");
        return in<QPushButton>(u"editAgentDialog"_s, u"submitButton"_s);
    }
    template<typename T>
    T *field(const QString &name)
    {
        return in<T>(u"editAgentDialog"_s, name);
    }
};
struct ProviderKeysDesk : PaneDesk<ProviderKeysPane, FakeProviderKeys, ProviderKeyRow> {
    ProviderKeysDesk()
        : PaneDesk(providerKeyColumns())
    {
    }
};
struct AccessKeysDesk : PaneDesk<AccessKeysPane, FakeAccessKeys, AccessKey> {
    AccessKeysDesk()
        : PaneDesk(accessKeyColumns())
    {
    }
};
struct CallsDesk : PaneDesk<CallsPane, FakeCalls, Call> {
    CallsDesk()
        : PaneDesk(callColumns())
    {
    }
};

QString textOf(const Details &details)
{
    QStringList parts{details.title, details.subtitle};
    for (const DetailSection &section : details.sections) {
        parts << section.title;
        for (const DetailField &field : section.fields)
            parts << field.label << field.value.toString();
    }
    return parts.join(u'\n');
}
}

class TestAgentPanes : public QObject
{
    Q_OBJECT

private slots:
    void theLimitIsShownBeforeItIsHit()
    {
        AgentsDesk desk;
        QTRY_VERIFY(desk.action(u"newAgentAction"_s)->isEnabled());
        desk.trigger(u"newAgentAction"_s);
        auto *subtitle = desk.in<QLabel>(u"editAgentDialog"_s, u"formSubtitleLabel"_s);
        QTRY_VERIFY(subtitle->text().contains(u"1 of 2"_s));
        auto *save = desk.in<QPushButton>(u"editAgentDialog"_s, u"submitButton"_s);
        QTRY_VERIFY(save->isEnabled());
        desk.field<QLineEdit>(u"nameSetting"_s)->setText(u"Fresh"_s);
        save->click();
        QTRY_COMPARE(desk.source.rows.size(), 4);
        QCOMPARE(desk.source.sent, QJsonObject({{u"name"_s, u"Fresh"_s}})); // what stands as the server has it is its
        QTRY_VERIFY(!desk.action(u"newAgentAction"_s)->isEnabled());
        QVERIFY(desk.action(u"newAgentAction"_s)->toolTip().contains(u"2 of 2"_s));
        QVERIFY(!child<QPushButton>(*desk.pane, u"newAgentActionGeneralButton"_s)->isEnabled());
    }
    void onlyWhatWasChangedIsSent()
    {
        AgentsDesk desk;
        QPushButton *save = desk.openEditor(u"a1"_s);
        QCOMPARE(desk.field<QTabWidget>(u"formTabs"_s)->count(), 4); // general and the registry's three groups
        QCOMPARE(desk.field<QDoubleSpinBox>(u"llm_provider_config.temperatureSetting"_s)->value(), 0.5);
        QCOMPARE(desk.field<QSpinBox>(u"interruption_settings.min_wordsSetting"_s)->value(), 2); // the standard
        auto *secret = desk.field<QLineEdit>(u"llm_provider_config.api_keySetting"_s);
        QVERIFY(secret->text().isEmpty() && secret->placeholderText().contains(u"****abcd"_s));
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        auto *temperature = desk.field<QDoubleSpinBox>(u"llm_provider_config.temperatureSetting"_s);
        QVERIFY(!save->isEnabled() && save->toolTip().contains(u"Nothing"_s));
        temperature->setValue(1.1);
        QVERIFY(save->isEnabled());
        temperature->setValue(0.5);
        QVERIFY(!save->isEnabled());
        temperature->setValue(1.1);
        save->click();
        QTRY_VERIFY(!desk.dialog(u"editAgentDialog"_s));
        QCOMPARE(desk.source.sentTag, "\"1\"");
        QCOMPARE(desk.source.sent.keys(), QStringList{u"llm_provider_config"_s});
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.temperature"_s).toDouble(), 1.1);
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.api_key"_s).toString(), u"****abcd"_s);
    }
    void aStoredValueIsHeldAsItIs()
    {
        AgentsDesk desk;
        QJsonObject &members = desk.source.find(u"a1"_s)->members;
        setValueAt(members, u"llm_provider_config.temperature"_s, 0.75); // its step is 0.1
        setValueAt(members, u"llm_provider_config.model"_s, u"m0"_s); // the registry no longer has it
        setValueAt(members, u"interruption_settings.min_words"_s, 25); // nor so many
        QPushButton *save = desk.openEditor(u"a1"_s);
        QCOMPARE(desk.field<QDoubleSpinBox>(u"llm_provider_config.temperatureSetting"_s)->value(), 0.75);
        QCOMPARE(desk.field<QComboBox>(u"llm_provider_config.modelSetting"_s)->currentText(), u"m0"_s);
        QCOMPARE(desk.field<QSpinBox>(u"interruption_settings.min_wordsSetting"_s)->value(), 25);
        QVERIFY(!save->isEnabled());
        desk.field<QLineEdit>(u"llm_provider_config.api_keySetting"_s)->setText(u"not-real-1234"_s);
        desk.field<QCheckBox>(u"interruption_settings.enabledSetting"_s)->setChecked(false);
        save->click();
        QTRY_VERIFY(!desk.dialog(u"editAgentDialog"_s));
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.temperature"_s).toDouble(), 0.75);
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.model"_s).toString(), u"m0"_s);
        QCOMPARE(valueAt(desk.source.sent, u"interruption_settings.min_words"_s).toInt(), 25);
    }
    void theWheelScrollsAFormAndChangesNothing()
    {
        AgentsDesk desk;
        desk.theme.install(*qApp);
        desk.openEditor(u"a1"_s);
        auto *dialog = child<QDialog>(*desk.pane, u"editAgentDialog"_s);
        auto *page = desk.field<QScrollArea>(u"llm_provider_configPage"_s);
        desk.field<QTabWidget>(u"formTabs"_s)->setCurrentWidget(page);
        page->setMaximumHeight(100);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QCoreApplication::sendPostedEvents();
        QVERIFY(page->verticalScrollBar()->maximum() > 0);
        const auto turn = [](QWidget *over) {
            const QPointF at = over->rect().center();
            QWheelEvent down(at, over->mapToGlobal(at), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
            QSpontaneKeyEvent::setSpontaneous(&down); // only what a mouse does goes on to the parents
            qApp->notify(over, &down);
        };
        auto *provider = desk.field<QComboBox>(u"llm_provider_configProviderCombo"_s);
        auto *temperature = desk.field<QDoubleSpinBox>(u"llm_provider_config.temperatureSetting"_s);
        turn(temperature);
        QCOMPARE(temperature->value(), 0.5);
        turn(provider);
        QCOMPARE(provider->currentIndex(), 0);
        QVERIFY(page->verticalScrollBar()->value() > 0);
        QVERIFY(!temperature->hasFocus());
        temperature->setFocus();
        turn(temperature);
        QCOMPARE(temperature->value(), 0.4); // who is in the field means it
    }
    void aStoredSecretIsTakenAway()
    {
        AgentsDesk desk;
        QPushButton *save = desk.openEditor(u"a1"_s);
        auto *secret = desk.field<QLineEdit>(u"llm_provider_config.api_keySetting"_s);
        auto *removal = child<QAction>(*secret, u"removeSecretAction"_s);
        QVERIFY(removal->isVisible());
        removal->trigger();
        QVERIFY(secret->placeholderText().contains(u"Removed"_s));
        emit secret->textEdited(u"x"_s); // somebody types another one instead
        QVERIFY(!removal->isChecked() && secret->placeholderText().contains(u"****abcd"_s));
        QVERIFY(!save->isEnabled());
        removal->trigger();
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_VERIFY(!desk.dialog(u"editAgentDialog"_s));
        QCOMPARE(desk.source.sent.keys(), QStringList{u"llm_provider_config"_s});
        QVERIFY(valueAt(desk.source.sent, u"llm_provider_config.api_key"_s).isNull());
    }
    void anotherProviderTakesNothingOfTheFirstsOwn()
    {
        AgentsDesk desk;
        QPushButton *save = desk.openEditor(u"a1"_s);
        auto *provider = desk.field<QComboBox>(u"llm_provider_configProviderCombo"_s);
        provider->setCurrentIndex(1);
        emit provider->activated(1);
        QCOMPARE(desk.field<QComboBox>(u"llm_provider_config.modelSetting"_s)->currentText(), u"g1"_s);
        QCOMPARE(desk.field<QDoubleSpinBox>(u"llm_provider_config.temperatureSetting"_s)->value(), 0.5);
        save->click();
        QTRY_VERIFY(!desk.dialog(u"editAgentDialog"_s));
        QCOMPARE(desk.source.sent.value("llm_provider"_L1).toString(), u"groq"_s);
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.model"_s).toString(), u"g1"_s);
        QVERIFY(valueAt(desk.source.sent, u"llm_provider_config.api_key"_s).isUndefined());
    }
    void fieldErrorsOpenTheirTab()
    {
        AgentsDesk desk;
        QPushButton *save = desk.openEditor(u"a1"_s);
        desk.field<QLineEdit>(u"nameSetting"_s)->setText(u"Renamed"_s);
        desk.source.failChange = Error{.code = ErrorCode::ValidationError,
                                       .details = {{u"interruption_settings.min_words"_s, u"too many"_s}}};
        save->click();
        auto *wrong = desk.field<QLabel>(u"interruption_settings.min_wordsErrorLabel"_s);
        QTRY_VERIFY(wrong->isVisible());
        QCOMPARE(wrong->text(), u"Too many."_s); // a sentence, whatever the server wrote
        auto *tabs = desk.field<QTabWidget>(u"formTabs"_s);
        QCOMPARE(tabs->currentIndex(), 2);
        QCOMPARE(desk.field<QLineEdit>(u"nameSetting"_s)->text(), u"Renamed"_s); // what was typed stays
        QVERIFY(!tabs->tabIcon(2).isNull());
        desk.field<QSpinBox>(u"interruption_settings.min_wordsSetting"_s)->stepUp();
        QVERIFY(!wrong->isVisible());
        QVERIFY(tabs->tabIcon(2).isNull());
    }
    void aConflictShowsBothVersions_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("name");
        QTest::newRow("mine") << u"overwriteButton"_s << u"Mine now"_s;
        QTest::newRow("theirs") << u"takeTheirsButton"_s << u"Theirs now"_s;
    }
    void aConflictShowsBothVersions()
    {
        QFETCH(QString, button);
        QFETCH(QString, name);
        AgentsDesk desk;
        const QPointer<QPushButton> save = desk.openEditor(u"a1"_s);
        desk.field<QLineEdit>(u"nameSetting"_s)->setText(u"Mine now"_s);
        QJsonObject theirs = desk.source.find(u"a1"_s)->members;
        theirs.insert(u"name"_s, u"Theirs now"_s);
        theirs.insert(u"first_message"_s, u"Good day"_s);
        desk.source.conflicting = theirs;
        desk.field<QTabWidget>(u"formTabs"_s)->setCurrentIndex(2);
        save->click();
        auto *dialog = child<QDialog>(*desk.pane, u"editAgentDialog"_s);
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"conflictCard"_s));
        QStringList texts;
        for (const auto *label : dialog->findChild<QWidget *>(u"conflictCard"_s)->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains(u"Mine now"_s) && texts.contains(u"Theirs now"_s));
        QVERIFY(!texts.contains(u"Good day"_s)); // was not touched here: it stays as they have it
        QCOMPARE(desk.field<QTabWidget>(u"formTabs"_s)->currentIndex(), 0); // where they differ
        child<QPushButton>(*dialog, button)->click();
        if (button == "takeTheirsButton"_L1) {
            QCOMPARE(desk.field<QLineEdit>(u"nameSetting"_s)->text(), name);
            QVERIFY(!save->isEnabled()); // it is what the server has
            desk.field<QPushButton>(u"cancelButton"_s)->click();
        }
        QTRY_VERIFY(!desk.dialog(u"editAgentDialog"_s));
        QCOMPARE(desk.source.find(u"a1"_s)->members.value("name"_L1).toString(), name);
        QCOMPARE(desk.source.find(u"a1"_s)->members.value("first_message"_L1).toString(), u"Good day"_s);
    }
    void settingsAreSavedWithTheirProvider()
    {
        AgentsDesk desk;
        QPushButton *save = desk.openEditor(u"a1"_s);
        desk.field<QDoubleSpinBox>(u"llm_provider_config.temperatureSetting"_s)->setValue(1.1);
        QJsonObject theirs = desk.source.find(u"a1"_s)->members;
        theirs.insert(u"llm_provider"_s, u"groq"_s);
        theirs.insert(u"llm_provider_config"_s, QJsonObject{{u"model"_s, u"g1"_s}, {u"temperature"_s, 0.2}});
        desk.source.conflicting = theirs;
        save->click();
        auto *dialog = child<QDialog>(*desk.pane, u"editAgentDialog"_s);
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"conflictCard"_s));
        const QString asked = textIn(*child<QWidget>(*dialog, u"conflictCard"_s));
        QVERIFY(asked.contains(u"groq"_s) && asked.contains(u"OpenAI"_s) && asked.contains(u"1.1"_s));
        child<QPushButton>(*dialog, u"overwriteButton"_s)->click();
        QTRY_VERIFY(!desk.dialog(u"editAgentDialog"_s));
        QCOMPARE(desk.source.sent.value("llm_provider"_L1).toString(), u"openai"_s); // groq has no model m1
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.model"_s).toString(), u"m1"_s);
        QVERIFY(valueAt(desk.source.sent, u"llm_provider_config.api_key"_s).isUndefined()); // it went with openai
    }
    void aSecretThatSomebodyElseChangedStays()
    {
        AgentsDesk desk;
        QPushButton *save = desk.openEditor(u"a1"_s);
        desk.field<QDoubleSpinBox>(u"llm_provider_config.temperatureSetting"_s)->setValue(1.1);
        QJsonObject theirs = desk.source.find(u"a1"_s)->members;
        setValueAt(theirs, u"llm_provider_config.api_key"_s, u"****9999"_s);
        desk.source.conflicting = theirs;
        save->click();
        auto *dialog = child<QDialog>(*desk.pane, u"editAgentDialog"_s);
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"conflictCard"_s));
        child<QPushButton>(*dialog, u"overwriteButton"_s)->click();
        QTRY_VERIFY(!desk.dialog(u"editAgentDialog"_s));
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.api_key"_s).toString(), u"****9999"_s);
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.temperature"_s).toDouble(), 1.1);
        QVERIFY(!desk.source.sent.contains("llm_provider"_L1));
    }
    void aSettingThatSomebodyElseTookAwayIsAskedFor()
    {
        AgentsDesk desk;
        QPushButton *save = desk.openEditor(u"a1"_s);
        desk.field<QDoubleSpinBox>(u"llm_provider_config.temperatureSetting"_s)->setValue(1.1);
        QJsonObject theirs = desk.source.find(u"a1"_s)->members;
        setValueAt(theirs, u"llm_provider_config.temperature"_s, QJsonValue::Undefined);
        desk.source.conflicting = theirs;
        save->click();
        auto *dialog = child<QDialog>(*desk.pane, u"editAgentDialog"_s);
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"conflictCard"_s));
        QVERIFY(textIn(*child<QWidget>(*dialog, u"conflictCard"_s)).contains(u"Temperature\nNot set\n1.1"_s));
    }
    void afterAConflictASettingThatWasNotChangedHereIsTheirs()
    {
        AgentsDesk desk;
        QPushButton *save = desk.openEditor(u"a1"_s);
        desk.field<QLineEdit>(u"llm_provider_config.api_keySetting"_s)->setText(u"sk-mine"_s);
        QJsonObject theirs = desk.source.find(u"a1"_s)->members;
        setValueAt(theirs, u"llm_provider_config.temperature"_s, QJsonValue::Undefined);
        desk.source.conflicting = theirs;
        save->click();
        auto *dialog = child<QDialog>(*desk.pane, u"editAgentDialog"_s);
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"conflictCard"_s));
        QVERIFY(!textIn(*child<QWidget>(*dialog, u"conflictCard"_s)).contains(u"Temperature"_s));
        child<QPushButton>(*dialog, u"overwriteButton"_s)->click();
        QTRY_VERIFY(!desk.dialog(u"editAgentDialog"_s));
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.api_key"_s).toString(), u"sk-mine"_s);
        QVERIFY(valueAt(desk.source.sent, u"llm_provider_config.temperature"_s).isUndefined()); // not put back
    }
    void afterAConflictTheFormGoesOnFromTheirs()
    {
        AgentsDesk desk;
        QPushButton *save = desk.openEditor(u"a1"_s);
        desk.field<QLineEdit>(u"nameSetting"_s)->setText(u"Mine now"_s);
        QJsonObject theirs = desk.source.find(u"a1"_s)->members;
        theirs.insert(u"llm_provider"_s, u"groq"_s);
        theirs.insert(u"llm_provider_config"_s, QJsonObject{{u"model"_s, u"g1"_s}, {u"temperature"_s, 0.2}});
        desk.source.conflicting = theirs;
        save->click();
        auto *dialog = child<QDialog>(*desk.pane, u"editAgentDialog"_s);
        QTRY_VERIFY(dialog->findChild<QWidget *>(u"conflictCard"_s));
        QVERIFY(!desk.field<QLineEdit>(u"nameSetting"_s)->isEnabled()); // it would not be what was asked
        QVERIFY(desk.field<QTabWidget>(u"formTabs"_s)->isEnabled()); // the rest may be looked at
        desk.source.failChange = Error{.code = ErrorCode::ValidationError, .details = {{u"name"_s, u"taken"_s}}};
        child<QPushButton>(*dialog, u"overwriteButton"_s)->click();
        QTRY_VERIFY(desk.field<QLabel>(u"nameErrorLabel"_s)->isVisibleTo(dialog));
        desk.source.failChange.reset();
        QCOMPARE(desk.field<QLineEdit>(u"nameSetting"_s)->text(), u"Mine now"_s);
        QCOMPARE(desk.field<QComboBox>(u"llm_provider_configProviderCombo"_s)->currentText(), u"Groq"_s);
        desk.field<QDoubleSpinBox>(u"llm_provider_config.temperatureSetting"_s)->setValue(1.1);
        save->click();
        QTRY_VERIFY(!desk.dialog(u"editAgentDialog"_s));
        QCOMPARE(desk.source.sent.value("name"_L1).toString(), u"Mine now"_s);
        QVERIFY(!desk.source.sent.contains("llm_provider"_L1));
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.model"_s).toString(), u"g1"_s);
        QCOMPARE(valueAt(desk.source.sent, u"llm_provider_config.temperature"_s).toDouble(), 1.1);
    }
    void deactivatingAnAgentCanBeUndone()
    {
        AgentsDesk desk;
        QSignalSpy noticed(desk.pane.get(), &Pane::noticed);
        desk.select(u"a1"_s);
        QVERIFY(!desk.action(u"activateAgentAction"_s)->isEnabled());
        desk.trigger(u"deactivateAgentAction"_s);
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY(!desk.model.rowById(u"a1"_s)->active);
        noticed.first().first().value<Notice>().run();
        QTRY_VERIFY(desk.model.rowById(u"a1"_s)->active);
    }
    void deletingAnAgentNamesIt()
    {
        AgentsDesk desk;
        desk.select(u"a2"_s);
        desk.trigger(u"deleteAgentAction"_s);
        QVERIFY(desk.dialog(u"confirmDialog"_s)->windowTitle().contains(u"Agent 2"_s));
        desk.in<QPushButton>(u"confirmDialog"_s, u"submitButton"_s)->click();
        QTRY_COMPARE(desk.model.rowCount(), 2);
    }
    void anAgentIsTriedWithWhatItTakes()
    {
        AgentsDesk desk;
        desk.select(u"a1"_s);
        QVERIFY(!desk.action(u"tryAgentAction"_s)->isEnabled()); // another tenant's
        desk.select(u"a0"_s);
        desk.source.reply = ChatReply{.text = u"Good day"_s,
                                      .inputTokens = 100,
                                      .outputTokens = 23,
                                      .cost = Money::fromNanos(45'000),
                                      .latencyMs = 321};
        desk.trigger(u"tryAgentAction"_s);
        auto *edit = desk.in<QLineEdit>(u"tryAgentDialog"_s, u"chatEdit"_s);
        auto *send = desk.in<QPushButton>(u"tryAgentDialog"_s, u"sendChatButton"_s);
        QVERIFY(!send->isEnabled());
        edit->setText(u"Hi"_s);
        send->click();
        QTRY_VERIFY(edit->isEnabled() && edit->text().isEmpty());
        QCOMPARE(desk.source.said.last().text, u"Hi"_s);
        QStringList notes;
        for (const auto *label : child<QDialog>(*desk.pane, u"tryAgentDialog"_s)->findChildren<QLabel *>())
            notes << label->text();
        const QString all = notes.join(u'\n');
        QVERIFY(all.contains(u"Good day"_s) && all.contains(u"321"_s) && all.contains(u"0.000045"_s));
        QVERIFY(desk.in<QLabel>(u"tryAgentDialog"_s, u"chatTotalsLabel"_s)->text().contains(u"123"_s));
        // An error is said in words, and what was typed is still there.
        desk.source.reply = Error{.code = ErrorCode::QuotaExceeded};
        edit->setText(u"Again"_s);
        send->click();
        auto *dialog = child<QDialog>(*desk.pane, u"tryAgentDialog"_s);
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"chatErrorLabel"_s));
        const auto *failure = dialog->findChild<QLabel *>(u"chatErrorLabel"_s);
        QVERIFY(!failure->text().contains(u"QUOTA_EXCEEDED"_s) && failure->toolTip().contains(u"QUOTA_EXCEEDED"_s));
        QCOMPARE(edit->text(), u"Again"_s);
        const auto saidTwice = [dialog] { return dialog->findChildren<QLabel *>(u"personSaidLabel"_s).size(); };
        QCOMPARE(saidTwice(), 1); // it stands in the line, and nowhere else
        desk.source.reply = ChatReply{.text = u"Now"_s};
        send->click();
        QTRY_VERIFY(edit->text().isEmpty());
        QCOMPARE(saidTwice(), 2);
        QVERIFY(!dialog->findChild<QLabel *>(u"chatErrorLabel"_s));
        desk.in<QPushButton>(u"tryAgentDialog"_s, u"closeChatButton"_s)->click();
        QTRY_VERIFY(!desk.dialog(u"tryAgentDialog"_s));
    }
    void aServerThatCannotTryAgentsSaysSo()
    {
        AgentsDesk desk;
        desk.select(u"a0"_s);
        desk.source.reply = ErrorCode::RouteNotFoundForVersion;
        desk.trigger(u"tryAgentAction"_s);
        desk.in<QLineEdit>(u"tryAgentDialog"_s, u"chatEdit"_s)->setText(u"Hi"_s);
        desk.in<QPushButton>(u"tryAgentDialog"_s, u"sendChatButton"_s)->click();
        QTRY_VERIFY(!desk.action(u"tryAgentAction"_s)->isEnabled());
        QVERIFY(desk.action(u"tryAgentAction"_s)->toolTip().contains(u"Update"_s));
    }
    void anAgentLeadsToItsCalls()
    {
        AgentsDesk desk;
        QSignalSpy asked(desk.pane.get(), &Pane::openPaneRequested);
        desk.select(u"a1"_s);
        desk.trigger(u"showAgentCallsAction"_s);
        QCOMPARE(asked.first().at(0).toString(), u"calls"_s);
        QCOMPARE((asked.first().at(1).value<QMap<QString, QString>>()),
                 (QMap<QString, QString>{{u"assistant_id"_s, u"a1"_s}}));
    }

    void everyTextOfTheRegistryCanBeTranslated()
    {
        QFile registry(QStringLiteral(VOXDESK_SOURCE_DIR "/resources/providers.json"));
        QFile words(QStringLiteral(VOXDESK_SOURCE_DIR "/ui/support/registrywords.cpp"));
        QVERIFY(registry.open(QIODevice::ReadOnly) && words.open(QIODevice::ReadOnly));
        const QString known = QString::fromUtf8(words.readAll());
        const QJsonObject all = QJsonDocument::fromJson(registry.readAll()).object();
        QStringList texts;
        const auto addFields = [&texts](const QJsonArray &fields) {
            for (const auto &field : fields)
                texts << field[u"label"_s].toString() << field[u"help"_s].toString();
        };
        for (const auto &fields : all.value("parameters"_L1).toObject())
            addFields(fields.toArray());
        for (const auto &group : all.value("groups"_L1).toArray()) {
            texts << group[u"label"_s].toString();
            addFields(group[u"fields"_s].toArray());
        }
        QVERIFY(texts.size() > 40);
        for (const QString &text : std::as_const(texts))
            QVERIFY2(text.isEmpty() || known.contains(QString(u'"' + text + u'"')), qPrintable(text));
    }

    void theMatrixShowsEachKey()
    {
        ProviderKeysDesk desk;
        const auto cell = [&](int row, const QString &column) {
            return desk.model.index(row, desk.model.columnOf(column))
                .data(PagedTableModelBase::ValueRole)
                .value<TagValue>();
        };
        QCOMPARE(cell(0, u"groq"_s).tone, Tone::Accent);
        QVERIFY(cell(0, u"openai"_s).text.isEmpty());
        QCOMPARE(cell(1, u"openai"_s).tone, Tone::Bad);
    }
    void anothersKeysCanBeSeenButNotChanged()
    {
        ProviderKeysDesk desk;
        desk.select(u"other"_s);
        desk.trigger(u"manageKeysAction"_s);
        const QString name = u"manageProviderKeysDialog"_s;
        auto *set = desk.in<QPushButton>(name, u"setKeyButton_openai"_s);
        QVERIFY(!set->isVisible());
        QVERIFY(desk.in<QLabel>(name, u"whyNoKeysLabel"_s)->text().startsWith(u"Only members"_s));
        QTRY_VERIFY(desk.in<QLabel>(name, u"aboutKeyLabel_openai"_s)->text().contains(u"401"_s));
    }
    void aKeyIsTypedOnceTestedAndRemoved()
    {
        ProviderKeysDesk desk;
        desk.trigger(u"ownKeysAction"_s);
        const QString name = u"manageProviderKeysDialog"_s;
        auto *test = desk.in<QPushButton>(name, u"testKeyButton_openai"_s);
        QVERIFY(!test->isEnabled() && test->toolTip().contains(u"no key"_s));
        desk.in<QPushButton>(name, u"setKeyButton_openai"_s)->click();
        auto *secret = desk.in<QLineEdit>(u"setProviderKeyDialog"_s, u"providerSecretEdit"_s);
        auto *save = desk.in<QPushButton>(u"setProviderKeyDialog"_s, u"submitButton"_s);
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        QVERIFY(!save->isEnabled());
        secret->setText(u"not-real-1234"_s);
        desk.source.failChange = Error{.code = ErrorCode::ValidationError, .details = {{u"api_key"_s, u"bad"_s}}};
        save->click();
        QTRY_VERIFY(desk.in<QLabel>(u"setProviderKeyDialog"_s, u"api_keyErrorLabel"_s)->isVisible());
        desk.source.failChange.reset();
        save->click();
        QTRY_COMPARE(desk.source.changed, QStringList{u"save openai not-real-1234 1"_s});
        QTRY_VERIFY(desk.in<QLabel>(name, u"aboutKeyLabel_openai"_s)->text().contains(u"1234"_s));
        for (const auto *edit : desk.pane->findChildren<QLineEdit *>())
            QVERIFY(!edit->text().contains(u"not-real"_s)); // forgotten
        QTRY_VERIFY(test->isEnabled());
        test->click();
        QTRY_VERIFY(desk.in<QLabel>(name, u"aboutKeyLabel_openai"_s)->text().contains(u"tested"_s));
        desk.in<QPushButton>(name, u"removeKeyButton_openai"_s)->click();
        desk.in<QPushButton>(u"confirmDialog"_s, u"submitButton"_s)->click();
        QTRY_VERIFY(!desk.in<QPushButton>(name, u"removeKeyButton_openai"_s)->isEnabled());
        QCOMPARE(desk.source.changed.last(), u"remove openai"_s);
    }
    void supportSeesWhyKeysStay()
    {
        ProviderKeysDesk desk;
        desk.setRole(Role::Support);
        desk.trigger(u"ownKeysAction"_s);
        const QString name = u"manageProviderKeysDialog"_s;
        QVERIFY(!desk.in<QPushButton>(name, u"setKeyButton_groq"_s)->isVisible());
        QVERIFY(desk.in<QLabel>(name, u"whyNoKeysLabel"_s)->text().contains(u"Support"_s));
    }

    void aNewKeyIsShownOnce()
    {
        AccessKeysDesk desk;
        desk.trigger(u"newAccessKeyAction"_s);
        const QString name = u"editAccessKeyDialog"_s;
        auto *save = desk.in<QPushButton>(name, u"submitButton"_s);
        QVERIFY(!save->isEnabled());
        desk.in<QLineEdit>(name, u"keyNameEdit"_s)->setText(u"Website"_s);
        desk.in<QComboBox>(name, u"keyPermissionCombo"_s)->setCurrentIndex(1);
        desk.in<QSpinBox>(name, u"keyLimitSpin"_s)->setValue(300);
        desk.source.failChange = Error{.code = ErrorCode::ValidationError, .details = {{u"name"_s, u"taken"_s}}};
        save->click();
        QTRY_VERIFY(desk.in<QLabel>(name, u"nameErrorLabel"_s)->isVisible());
        desk.source.failChange.reset();
        save->click();
        QTRY_VERIFY(desk.dialog(u"showSecretDialog"_s));
        QCOMPARE(desk.source.draft.name, u"Website"_s);
        QCOMPARE(desk.source.draft.permission, KeyPermission::Write);
        QCOMPARE(desk.source.draft.requestsPerHour, std::optional<int>(300));
        const qint64 days = QDateTime::currentDateTimeUtc().daysTo(desk.source.draft.expiresAt);
        QVERIFY(days == 90 || days == 91); // the standard, to the end of its day
        QCOMPARE(desk.in<QLineEdit>(u"showSecretDialog"_s, u"secretEdit"_s)->text(), u"vxd_new_not-a-secret"_s);
        desk.in<QPushButton>(u"showSecretDialog"_s, u"copySecretButton"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"vxd_new_not-a-secret"_s);
        desk.in<QPushButton>(u"showSecretDialog"_s, u"closeSecretButton"_s)->click();
        QTRY_VERIFY(!desk.pane->findChild<QDialog *>(u"showSecretDialog"_s));
    }
    void aLargeLimitOfAKeyStays()
    {
        AccessKeysDesk desk;
        desk.source.rows.first().requestsPerHour = 5'000'000;
        desk.pane->refresh();
        QTRY_COMPARE(desk.model.rowById(u"k0"_s)->requestsPerHour, std::optional<int>(5'000'000));
        desk.select(u"k0"_s);
        desk.trigger(u"editAccessKeyAction"_s);
        const QString name = u"editAccessKeyDialog"_s;
        QCOMPARE(desk.in<QSpinBox>(name, u"keyLimitSpin"_s)->value(), 5'000'000);
        desk.in<QLineEdit>(name, u"keyNameEdit"_s)->setText(u"CRM of Kiel"_s);
        desk.in<QPushButton>(name, u"submitButton"_s)->click();
        QTRY_VERIFY(!desk.dialog(name));
        QCOMPARE(desk.source.rows.first().name, u"CRM of Kiel"_s);
        QCOMPARE(desk.source.rows.first().requestsPerHour, std::optional<int>(5'000'000));
    }
    void whatSomebodyElseChangedOnAKeyStays()
    {
        AccessKeysDesk desk;
        desk.select(u"k0"_s);
        desk.trigger(u"editAccessKeyAction"_s);
        const QString name = u"editAccessKeyDialog"_s;
        auto *save = desk.in<QPushButton>(name, u"submitButton"_s);
        QVERIFY(!save->isEnabled() && save->toolTip().contains(u"Nothing"_s));
        const QDateTime end({2027, 1, 1}, {0, 0}, Qt::UTC);
        AccessKey &key = desk.source.rows.first(); // somebody else lowers it meanwhile
        key.permission = KeyPermission::Read;
        key.requestsPerHour = 50;
        key.expiresAt = end;
        desk.in<QLineEdit>(name, u"keyNameEdit"_s)->setText(u"CRM of Kiel"_s);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_VERIFY(!desk.dialog(name));
        QCOMPARE(key.name, u"CRM of Kiel"_s);
        QCOMPARE(key.permission, KeyPermission::Read);
        QCOMPARE(key.requestsPerHour, std::optional<int>(50));
        QCOMPARE(key.expiresAt, end);
    }
    void whatIsTakenAwayFromAKeyIsSent()
    {
        AccessKeysDesk desk;
        desk.source.rows[1].requestsPerHour = 50;
        desk.pane->refresh();
        QTRY_COMPARE(desk.model.rowById(u"k1"_s)->requestsPerHour, std::optional<int>(50));
        desk.select(u"k1"_s);
        desk.trigger(u"editAccessKeyAction"_s);
        const QString name = u"editAccessKeyDialog"_s;
        auto *save = desk.in<QPushButton>(name, u"submitButton"_s);
        auto *until = desk.in<QDateEdit>(name, u"keyUntilEdit"_s);
        until->setDate(until->date().addDays(1));
        QVERIFY(save->isEnabled());
        until->setDate(until->date().addDays(-1));
        QVERIFY(!save->isEnabled());
        auto *life = desk.in<QComboBox>(name, u"keyLifeCombo"_s);
        life->setCurrentIndex(life->findText(u"Never"_s));
        desk.in<QSpinBox>(name, u"keyLimitSpin"_s)->setValue(0);
        save->click();
        QTRY_VERIFY(!desk.dialog(name));
        QVERIFY(!desk.source.rows.at(1).expiresAt.isValid() && !desk.source.rows.at(1).requestsPerHour);
        QVERIFY(!desk.source.change.name && !desk.source.change.permission);
    }
    void closingAnUncopiedSecretAsksOnce()
    {
        AccessKeysDesk desk;
        desk.select(u"k0"_s);
        desk.trigger(u"rotateAccessKeyAction"_s);
        desk.in<QPushButton>(u"rotateAccessKeyDialog"_s, u"submitButton"_s)->click();
        QTRY_VERIFY(desk.dialog(u"showSecretDialog"_s));
        QCOMPARE(desk.source.changed, QStringList{u"rotate k0 86400"_s});
        auto *close = desk.in<QPushButton>(u"showSecretDialog"_s, u"closeSecretButton"_s);
        close->click();
        QVERIFY(desk.dialog(u"showSecretDialog"_s));
        close->click();
        QTRY_VERIFY(!desk.dialog(u"showSecretDialog"_s));
    }
    void expiryIsSaidInWords()
    {
        AccessKeysDesk desk;
        const auto state
            = [&](int row) { return desk.model.index(row, desk.model.columnOf(u"state"_s)).data().toString(); };
        QCOMPARE(state(0), u"Valid"_s);
        QVERIFY(state(1).contains(u"3 day"_s));
        QCOMPARE(state(2), u"Expired"_s);
        QCOMPARE(state(3), u"Revoked"_s);
    }
    void expiryIsJudgedByTheClockThatIsGiven()
    {
        const QDateTime end({2026, 6, 20}, {0, 0}, Qt::UTC);
        AccessKey key;
        key.expiresAt = end;
        const auto stateAt = [&](const QDateTime &now) {
            for (const Column<AccessKey> &column : accessKeyColumns([now] { return now; })) {
                if (column.id == "state"_L1)
                    return column.value(key).value<TagValue>().text;
            }
            return QString();
        };
        QCOMPARE(stateAt(end.addDays(-300)), u"Valid"_s);
        QVERIFY(stateAt(end.addDays(-3)).contains(u"3 day"_s));
        QCOMPARE(stateAt(end.addDays(1)), u"Expired"_s);
    }
    void revokingNamesTheKey()
    {
        AccessKeysDesk desk;
        desk.select(u"k3"_s);
        QVERIFY(!desk.action(u"revokeAccessKeyAction"_s)->isEnabled()); // it is
        desk.select(u"k0"_s);
        desk.trigger(u"revokeAccessKeyAction"_s);
        QVERIFY(desk.dialog(u"confirmDialog"_s)->windowTitle().contains(u"CRM"_s));
        desk.in<QPushButton>(u"confirmDialog"_s, u"submitButton"_s)->click();
        QTRY_COMPARE(desk.source.changed, QStringList{u"revoke k0"_s});
    }
    void keysOfAnotherOrganisationAreOnlySeen()
    {
        AccessKeysDesk desk;
        desk.pane->showFiltered({{u"organization_id"_s, u"other"_s}}, {{u"organization_id"_s, u"Theirs"_s}});
        QTRY_COMPARE(desk.model.rowCount(), 4);
        desk.select(u"k0"_s);
        QVERIFY(!desk.action(u"editAccessKeyAction"_s)->isEnabled());
        QVERIFY(desk.action(u"editAccessKeyAction"_s)->toolTip().contains(u"another organisation"_s));
    }

    void aCarrierIsCalledByItsName()
    {
        Call call;
        call.carrier = u"twilio"_s;
        for (const Column<Call> &column : callColumns()) {
            if (column.id == "carrier"_L1)
                QCOMPARE(column.value(call).toString(), u"Twilio"_s);
        }
    }
    void aCallTellsItsStoryWhenItIsSelected()
    {
        CallsDesk desk;
        QSignalSpy details(desk.pane.get(), &Pane::detailsChanged);
        QVERIFY(desk.source.read.isEmpty());
        desk.select(u"c0"_s);
        QTRY_VERIFY(textOf(details.last().first().value<Details>()).contains(u"Hello from c0"_s));
        const QString all = textOf(details.last().first().value<Details>());
        QVERIFY(all.contains(u"Completed"_s) && all.contains(u"autumn"_s));
        QCOMPARE(desk.source.read, QStringList{u"c0"_s});
        desk.pane->refresh(); // nothing has changed: it is not read again
        QTRY_VERIFY(!desk.model.isLoading());
        QCOMPARE(desk.source.read.size(), 1);
        desk.select(u"c1"_s);
        QTRY_VERIFY(textOf(details.last().first().value<Details>()).contains(u"Hello from c1"_s));
        QVERIFY(!desk.action(u"onlyAgentAction"_s)->isEnabled()); // no agent took it
    }
    void aStoryThatCannotBeReadIsNotAskedForForever()
    {
        CallsDesk desk;
        desk.source.failGet = true;
        desk.select(u"c0"_s);
        QTRY_VERIFY(child<ErrorBanner>(*desk.pane, u"errorBanner"_s)->isVisible());
        QSignalSpy loaded(&desk.model, &PagedTableModelBase::loaded);
        desk.model.refresh(); // rows come, as they do while one scrolls
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(desk.source.read.size(), 1);
    }
    void aStoryThatCouldNotBeReadIsReadAgain()
    {
        CallsDesk desk;
        QSignalSpy details(desk.pane.get(), &Pane::detailsChanged);
        const auto told = [&details](const QString &words) {
            return textOf(details.last().first().value<Details>()).contains(words);
        };
        auto *banner = child<ErrorBanner>(*desk.pane, u"errorBanner"_s);
        desk.source.failGet = true;
        desk.select(u"c0"_s);
        QTRY_VERIFY(told(u"Could not be read."_s));
        desk.pane->refresh();
        QTRY_COMPARE(desk.source.read.size(), 2);
        QTRY_VERIFY(told(u"Could not be read."_s));
        QVERIFY(banner->isVisible());
        desk.source.failGet = false;
        child<QPushButton>(*banner, u"retryButton"_s)->click();
        QTRY_VERIFY(told(u"Hello from c0"_s));
        QVERIFY(!banner->isVisible());

        desk.source.failGet = true;
        desk.select(u"c1"_s);
        QTRY_VERIFY(banner->isVisible());
        desk.source.failGet = false;
        desk.select(u"c0"_s);
        QVERIFY(!banner->isVisible());
        desk.select(u"c1"_s);
        QTRY_VERIFY(told(u"Hello from c1"_s));
    }
    void callsAreFilteredByDayAndNumber()
    {
        CallsDesk desk;
        auto *bar = child<FilterBar>(*desk.pane, u"filterBar"_s);
        QMenu menu;
        bar->fillMenu(menu);
        const auto actions = menu.actions();
        const auto number
            = std::ranges::find_if(actions, [](const QAction *a) { return a->text().startsWith(u"Number"_s); });
        QVERIFY(number != actions.end());
        (*number)->trigger();
        auto *ask = child<QDialog>(*desk.pane, u"askValueDialog"_s);
        child<QLineEdit>(*ask, u"textValueEdit"_s)->setText(u" +49301 "_s);
        child<QPushButton>(*ask, u"applyValueButton"_s)->click();
        QTRY_COMPARE(desk.source.asked.last().filters.value(u"phone_number"_s), u"+49301"_s);
        bar->setOne(u"start_date"_s, u"2026-01-02"_s);
        QTRY_COMPARE(desk.source.asked.last().filters.value(u"start_date"_s), u"2026-01-02"_s);
    }
};

QTEST_MAIN(TestAgentPanes)
#include "tst_agentpanes.moc"

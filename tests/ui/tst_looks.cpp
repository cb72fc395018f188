// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every widget of every pane, page and dialog in both themes and all languages: names for screen readers, a tab
// order that reaches everything, no text that does not fit.
#include "tests/ui/fakeagents.h"
#include "tests/ui/fakeplatform.h"
#include "tests/ui/fakes.h"
#include "tests/ui/fakeusage.h"
#include "ui/dialogs/askcodedialog.h"
#include "ui/dialogs/changepassworddialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/confirmemaildialog.h"
#include "ui/dialogs/editaccesskeydialog.h"
#include "ui/dialogs/editagentdialog.h"
#include "ui/dialogs/editlimitsdialog.h"
#include "ui/dialogs/editpreferencesdialog.h"
#include "ui/dialogs/edituserdialog.h"
#include "ui/dialogs/editversionsdialog.h"
#include "ui/dialogs/enroltwofactordialog.h"
#include "ui/dialogs/manageprofilesdialog.h"
#include "ui/dialogs/manageproviderkeysdialog.h"
#include "ui/dialogs/notifycallersdialog.h"
#include "ui/dialogs/renamedevicedialog.h"
#include "ui/dialogs/rotateaccesskeydialog.h"
#include "ui/dialogs/setproviderkeydialog.h"
#include "ui/dialogs/showrecoverycodesdialog.h"
#include "ui/dialogs/showsecretdialog.h"
#include "ui/dialogs/showsessionsdialog.h"
#include "ui/dialogs/tryagentdialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/codepage.h"
#include "ui/pages/confirmemailpage.h"
#include "ui/pages/firstrunpage.h"
#include "ui/pages/forgotpasswordpage.h"
#include "ui/pages/resetpasswordpage.h"
#include "ui/pages/setuppage.h"
#include "ui/pages/signinpage.h"
#include "ui/panes/accesskeyspane.h"
#include "ui/panes/agentspane.h"
#include "ui/panes/auditpane.h"
#include "ui/panes/callspane.h"
#include "ui/panes/healthpane.h"
#include "ui/panes/legacypane.h"
#include "ui/panes/organizationspane.h"
#include "ui/panes/overviewpane.h"
#include "ui/panes/providerkeyspane.h"
#include "ui/panes/securitypane.h"
#include "ui/panes/usagepane.h"
#include "ui/panes/userspane.h"
#include "ui/panes/versionspane.h"
#include "ui/theme/iconengine.h"

#include <QTest>
#include <QTranslator>

namespace
{
/// With something to say in every corner of the Health pane.
PerformanceReport busyServer()
{
    PerformanceReport report{.score = 71, .status = u"good"_s};
    report.issues = {{u"3 queries ran longer than 100 ms in the last hour"_s, 5, u"warning"_s},
                     {u"The table usage_events has 12 % dead rows"_s, 24, u"critical"_s}};
    report.databaseEngine = u"postgresql"_s;
    report.databaseBytes = 2'684'354'560;
    report.lockWaits = 3;
    report.activeConnections = 9;
    report.idleConnections = 11;
    report.longestQuerySeconds = 0.48;
    for (auto percent : {&PerformanceReport::cacheHitPercent, &PerformanceReport::indexHitPercent,
                         &PerformanceReport::answerCacheHitPercent, &PerformanceReport::memoryPercent})
        report.*percent = 96.5;
    report.latencyP50Ms = 3.1;
    report.latencyP95Ms = 14;
    report.latencyP99Ms = 41;
    report.requestsPerSecond = 214.6;
    report.errorPercent = 0.12;
    report.tables = {{u"usage_events"_s, {}, 1'288'490'188, 8'123'442, 1'011'337}, {u"sessions"_s, {}, 2'097'152}};
    report.at = FakeVersions::now();
    return report;
}

/// Everything there is to look at, alive at once.
struct Everything : Desk {
    explicit Everything(Theme::Mode mode = Theme::Mode::Light)
        : users(60)
        , userModel(
              users, userColumns(), [](const User &u) { return u.id; }, format)
        , organizationModel(
              organizations, organizationColumns(), [](const Organization &o) { return o.id; }, format)
        , agentModel(agents, agentColumns(), identity, format)
        , providerKeyModel(providerKeys, providerKeyColumns(), identity, format)
        , accessKeyModel(accessKeys, accessKeyColumns(), identity, format)
        , callModel(calls, callColumns(), identity, format)
        , callerModel(versions.callers(), versionCallerColumns(), identity, format)
        , auditModel(audit, auditColumns(), identity, format)
        , activityModel(security.activity(), auditColumns(), identity, format)
        , window(context)
    {
        theme.setMode(mode);
        theme.install(*qApp); // as in the program: before anything is shown
        Overview figures;
        figures.users = 60;
        figures.usersByTier = {{Tier::Free, 40}, {Tier::Pro, 20}};
        overview.answer = figures;
        window.resize(1280, 800);
        window.addPane(u"A"_s, new OverviewPane(context, overview, health));
        window.addPane(u"B"_s,
                       new UsersPane(context, users, userModel, nullptr, [](const QString &) { return u"curl"_s; }));
        window.addPane(u"B"_s, new OrganizationsPane(context, organizationModel, nullptr, {}));
        window.addPane(u"B"_s, new AgentsPane(context, agents, agentModel, nullptr, {}));
        window.addPane(u"C"_s, new ProviderKeysPane(context, providerKeys, providerKeyModel, nullptr, {}));
        window.addPane(u"C"_s, new AccessKeysPane(context, accessKeys, accessKeyModel, nullptr, {}));
        auto *usagePane = new UsagePane(context, usage, users, [] { return FakeVersions::now().date(); });
        window.addPane(u"C"_s, usagePane);
        UsageView view; // with all its controls
        view.period = UsagePeriod::Custom;
        view.custom = {FakeVersions::now().date().addDays(-20), FakeVersions::now().date()};
        view.compare = true;
        view.filters = {{u"organization_id"_s, u"o1"_s}};
        view.filterNames = {{u"organization_id"_s, u"Northwind Telecom"_s}};
        usagePane->setView(view);
        window.addPane(u"D"_s, new CallsPane(context, calls, callModel, nullptr, {}));
        performance.answer = busyServer();
        window.addPane(u"E"_s, new HealthPane(context, performance));
        auto *legacyPane = new LegacyPane(context, legacy);
        window.addPane(u"E"_s, legacyPane);
        legacy.report
            = {.rows = {{u"users"_s, 48}, {u"calls"_s, 9204}},
               .issues = {{u"users[7]"_s, u"warning"_s, u"ACCOUNT_EXISTS"_s, u"The address is here already."_s}}};
        auto *versionsPane = new VersionsPane(context, versions, callerModel, [] { return FakeVersions::now(); });
        window.addPane(u"E"_s, versionsPane);
        window.addPane(u"E"_s, new AuditPane(context, audit, auditModel, nullptr, {}));
        window.addAccountPane(new SecurityPane(context, security, account, activityModel));
        security.factor = {true, FakeVersions::now(), 2};
        window.setUser(access.user());
        window.setProfiles({access.profile()}, access.profile());
        window.show();
        window.openPane(u"users"_s);
        if (!QTest::qWaitFor([this] { return userModel.rowCount() == 60; }))
            qFatal("no rows");
        window.pane(u"users"_s)->revealRow(u"u3"_s);
        auto *table = static_cast<TablePane *>(window.pane(u"users"_s));
        table->showError({.code = ErrorCode::ServiceUnavailable, .requestId = u"req"_s});
        window.setConnection(ConnectionState::Offline, {});
        for (auto *widget : std::initializer_list<QWidget *>{
                 new FirstRunPage(context),
                 new SignInPage(context),
                 new SetupPage(context),
                 new EditLimitsDialog(context, users, users.rows.first()),
                 new EditUserDialog(context, users, users.rows.first()),
                 new ShowSessionsDialog(context, users, users.rows.first()),
                 new ManageProfilesDialog(context, book, {}),
                 new ConfirmDialog(
                     context, u"Revert this change of linus.moreno@bluepeak.example?"_s,
                     u"max_agents goes back from “25” to “10”\nmonthly_token_quota goes back from “250,000” "
                     "to “100,000”\nnotes: removed (was not set before)\nThis is a change like others: it is "
                     "written down, and can be put back in turn."_s,
                     u"Revert"_s),
                 new EditAgentDialog(context, agents, agents.rows.first()),
                 new EditAccessKeyDialog(context, accessKeys),
                 new RotateAccessKeyDialog(context, accessKeys, accessKeys.rows.first()),
                 new ManageProviderKeysDialog(context, providerKeys, providerKeys.rows.last()),
                 new SetProviderKeyDialog(context, providerKeys, u"groq"_s, {}),
                 new ShowSecretDialog(context, u"?"_s, u"vxd_"_s, u"!"_s),
                 new TryAgentDialog(context, agents, agents.rows.first()),
                 new CodePage(context),
                 new ConfirmEmailPage(context),
                 new ForgotPasswordPage(context),
                 new ResetPasswordPage(context),
                 new AskCodeDialog(context, u"?"_s, u"!"_s, u"OK"_s),
                 new ChangePasswordDialog(context, security),
                 new EnrolTwoFactorDialog(context, security),
                 new ConfirmEmailDialog(context, account, u"ada@example.com"_s),
                 new EditPreferencesDialog(context, account, {}),
                 new RenameDeviceDialog(context, security, {}),
                 new ShowRecoveryCodesDialog(context, {u"a-1"_s, u"b-2"_s, u"c-3"_s}),
                 new EditVersionsDialog(context, versions, versions.lives, FakeVersions::now()),
                 new NotifyCallersDialog(context, versions, versions.lives, {})})
            add(widget);
        for (const Pane *pane : window.panes()) {
            window.openPane(pane->id());
            QCoreApplication::processEvents();
        }
        window.openPane(u"users"_s);
        legacyPane->openFile(u"export.json"_s);
        if (!QTest::qWaitFor([versionsPane] { return versionsPane->loadedAt().isValid(); }))
            qFatal("no versions");
        versionsPane->showVersion(u"v1"_s);
    }
    ~Everything() { window.removePanes(); }
    void add(QWidget *widget)
    {
        widget->setAttribute(Qt::WA_DeleteOnClose, false);
        if (!widget->inherits("QDialog"))
            widget->resize(1280, 800);
        widget->show();
        extra.emplace_back(widget);
    }
    QList<QWidget *> tops()
    {
        QList<QWidget *> all{&window};
        for (const auto &widget : extra)
            all << widget.get();
        return all;
    }

    FakeUsers users;
    FakeOrganizations organizations;
    FakeAgents agents;
    FakeProviderKeys providerKeys;
    FakeAccessKeys accessKeys;
    FakeCalls calls;
    FakeVersions versions;
    FakeAudit audit;
    FakeSecurity security;
    FakeAccount account;
    FakeUsage usage;
    FakeLegacy legacy;
    FakeValue<PerformanceReport> performance;
    FakeValue<Overview> overview;
    FakeValue<Health> health;
    MemoryBook book;
    PagedTableModel<User> userModel;
    PagedTableModel<Organization> organizationModel;
    PagedTableModel<Agent> agentModel;
    PagedTableModel<ProviderKeyRow> providerKeyModel;
    PagedTableModel<AccessKey> accessKeyModel;
    PagedTableModel<Call> callModel;
    PagedTableModel<VersionCaller> callerModel;
    PagedTableModel<AuditEntry> auditModel;
    PagedTableModel<AuditEntry> activityModel;
    MainWindow window;
    std::vector<std::unique_ptr<QWidget>> extra;
};

QString pathOf(const QWidget *widget)
{
    QStringList path;
    for (; widget; widget = widget->parentWidget())
        path.prepend(widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                                    : widget->objectName());
    return path.join(u'/');
}

/// Part of a control that Qt made; its owner is what counts.
bool isInner(const QWidget *widget)
{
    return widget->objectName().startsWith("qt_"_L1) || widget->parentWidget()->inherits("QAbstractSpinBox")
        || widget->parentWidget()->inherits("QComboBox") || widget->inherits("QMenuBar")
        || widget->parentWidget()->inherits("QAbstractItemView") || widget->inherits("QLineEditIconButton");
}

QString nameOf(const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    return {};
}
}

class TestLooks : public QObject
{
    Q_OBJECT

private:
    QTranslator m_translator;

    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<Theme::Mode>("mode");
        for (const auto *language : {"en", "de", "es"}) {
            QTest::newRow(qPrintable(QString::fromLatin1(language) + u" light"_s))
                << QString::fromLatin1(language) << Theme::Mode::Light;
            QTest::newRow(qPrintable(QString::fromLatin1(language) + u" dark"_s))
                << QString::fromLatin1(language) << Theme::Mode::Dark;
        }
    }

private slots:
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_translator);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
    void namesTabOrderAndText_data() { addLanguages(); }
    void namesTabOrderAndText()
    {
        QFETCH(QString, language);
        QFETCH(Theme::Mode, mode);
        QVERIFY(m_translator.load(u":/i18n/voxdesk_"_s + language + u".qm"_s));
        QCoreApplication::installTranslator(&m_translator);
        QFont base = QApplication::font();
        base.setPointSizeF(10);
        QApplication::setFont(base);
        Everything all(mode);
        QCoreApplication::processEvents();
        QStringList wrong;
        const auto settles = [&wrong](const QList<QWidget *> &tops) { // over some turns of the event loop
            return QTest::qWaitFor([&] {
                wrong = whatIsWrong(tops);
                return wrong.isEmpty();
            });
        };
        QVERIFY2(settles(all.tops()), qPrintable(wrong.join(u'\n')));
        for (const Pane *pane : all.window.panes()) { // what is hidden cannot be looked at
            all.window.openPane(pane->id());
            QVERIFY2(settles({&all.window}), qPrintable(pane->id() + u'\n' + wrong.join(u'\n')));
            for (auto *tabs : pane->findChildren<QTabWidget *>()) {
                for (int tab = tabs->count() - 1; tab >= 0; --tab) {
                    tabs->setCurrentIndex(tab);
                    QVERIFY2(settles({&all.window}),
                             qPrintable(pane->id() + u", "_s + tabs->tabText(tab) + u'\n' + wrong.join(u'\n')));
                }
            }
        }
    }
    void overlapsAreFound()
    {
        QWidget page;
        auto *row = new QHBoxLayout(&page);
        auto *first = new QPushButton(u"First"_s);
        auto *second = new QDateEdit;
        row->addWidget(first);
        row->addWidget(second);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto overlaps = [&page] { return whatIsWrong({&page}).filter(u"overlap"_s).size(); };
        QCOMPARE(overlaps(), 0);
        second->move(first->geometry().center());
        QCOMPARE(overlaps(), 1);
        row->invalidate();
        row->activate();
        QCOMPARE(overlaps(), 0);
        second->resize(second->minimumSizeHint().width() / 2, second->height());
        QCOMPARE(whatIsWrong({&page}).filter(u"squeezed"_s).size(), 1);
    }
    void everythingIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("de") << u"de"_s;
        QTest::newRow("es") << u"es"_s;
    }
    void everythingIsTranslated()
    {
        QFETCH(QString, language);
        QFile file(QStringLiteral(VOXDESK_SOURCE_DIR "/resources/translations/voxdesk_%1.ts").arg(language));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(u"<translation>"_s));
        QCOMPARE(text.count(u"type=\"unfinished\""_s), 0);
    }
    void rightToLeftMirrors()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Everything all;
        QCoreApplication::processEvents();
        const auto *navigation = all.window.findChild<QWidget *>(u"navigation"_s);
        const auto *stack = all.window.findChild<QWidget *>(u"paneStack"_s);
        QVERIFY(navigation->mapTo(&all.window, QPoint()).x() > stack->mapTo(&all.window, QPoint()).x());
        QVERIFY(!all.window.grab().isNull());
    }
    void textContrastIsEnough_data() { addLanguages(); }
    void textContrastIsEnough()
    {
        QFETCH(Theme::Mode, mode);
        Theme theme(QApplication::font());
        theme.setMode(mode);
        const Colours &c = theme.colours();
        const auto light = [](const QColor &colour) {
            const auto part = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
            return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
        };
        const auto contrast = [&](const QColor &a, const QColor &b) {
            const double hi = std::max(light(a), light(b));
            const double lo = std::min(light(a), light(b));
            return (hi + 0.05) / (lo + 0.05);
        };
        for (const QColor &ground : {c.window, c.surface, c.sunken, c.raised, c.hover, c.accentSoft}) {
            QVERIFY(contrast(c.text, ground) >= 7.0);
            QVERIFY2(contrast(c.muted, ground) >= 4.5, qPrintable(ground.name()));
        }
        QVERIFY(contrast(c.faint, c.surface) >= 3.0); // edges of boxes
        QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
        QVERIFY(contrast(c.onBad, c.bad) >= 4.5);
        for (const Tone tone : {Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad})
            QVERIFY2(contrast(c.of(tone), c.softOf(tone)) >= 4.5, qPrintable(c.of(tone).name()));
    }
    void iconsAreCrispAndTinted()
    {
        Theme theme(QApplication::font());
        theme.setMode(Theme::Mode::Light);
        const QIcon icon = theme.icon(u"users"_s);
        for (const qreal scale : {1.0, 1.5, 2.0})
            QCOMPARE(icon.pixmap(QSize(16, 16), scale).size(), QSize(int(16 * scale), int(16 * scale)));
        const auto ink = [&] {
            const QImage drawn = icon.pixmap(QSize(64, 64)).toImage();
            for (int i = 0; i < drawn.width() * drawn.height(); ++i) {
                const QColor colour = drawn.pixelColor(i % drawn.width(), i / drawn.width());
                if (colour.alpha() == 255)
                    return colour;
            }
            return QColor();
        };
        QCOMPARE(ink(), theme.colours().muted);
        theme.setMode(Theme::Mode::Dark); // the same icon object
        QCOMPARE(ink(), theme.colours().muted);
    }

private:
    static QStringList whatIsWrong(const QList<QWidget *> &tops)
    {
        QStringList wrong;
        for (QWidget *top : tops) {
            QSet<const QWidget *> reached;
            for (QWidget *next = top->nextInFocusChain(); next && !reached.contains(next);
                 next = next->nextInFocusChain())
                reached << next;
            for (const QWidget *widget : top->findChildren<QWidget *>()) {
                if (!widget->isVisible() || isInner(widget))
                    continue;
                if (widget->focusPolicy() & Qt::TabFocus) {
                    if (nameOf(widget).isEmpty())
                        wrong << u"no name: "_s + pathOf(widget);
                    if (widget->window() == top && !reached.contains(widget))
                        wrong << u"not in the tab order: "_s + pathOf(widget);
                }
                if (qobject_cast<const QAbstractButton *>(widget) && widget->toolTip().isEmpty()
                    && !widget->inherits("StatTile"))
                    wrong << u"no tool tip: "_s + pathOf(widget);
                checkText(widget, wrong);
                checkRoom(widget, wrong);
            }
            for (const QWidget *widget : top->findChildren<QWidget *>() + QList<QWidget *>{top})
                checkOverlaps(widget, wrong);
        }
        return wrong;
    }
    /// Controls that got less room than their content needs.
    static void checkRoom(const QWidget *widget, QStringList &wrong)
    {
        const bool control = widget->inherits("QAbstractSpinBox") || widget->inherits("QComboBox")
            || (widget->inherits("QAbstractButton") && !widget->inherits("StatTile"));
        if (control
            && (widget->width() < widget->minimumSizeHint().width()
                || widget->height() < widget->minimumSizeHint().height()))
            wrong << u"squeezed: "_s + pathOf(widget);
    }
    /// Whether it lies over others on purpose, or is the frame in which others lie.
    static bool isLayer(const QWidget *widget)
    {
        return widget->isWindow() || widget->inherits("Toast") || widget->inherits("CommandPalette")
            || widget->inherits("QRubberBand");
    }
    /// Siblings that are seen at the same place.
    static void checkOverlaps(const QWidget *parent, QStringList &wrong)
    {
        if (!parent->isVisible() || parent->inherits("QAbstractScrollArea") || parent->inherits("QTabWidget")
            || parent->inherits("QMainWindow") || parent->inherits("QLineEdit"))
            return;
        QList<const QWidget *> seen;
        for (const QObject *object : parent->children()) {
            const auto *widget = object->isWidgetType() ? static_cast<const QWidget *>(object) : nullptr;
            if (!widget || !widget->isVisible() || widget->size().isEmpty() || isLayer(widget) || isInner(widget))
                continue;
            for (const QWidget *other : std::as_const(seen)) {
                if (widget->geometry().intersects(other->geometry()))
                    wrong << u"overlap: "_s + pathOf(widget) + u" and "_s + pathOf(other);
            }
            seen << widget;
        }
    }
    static void checkText(const QWidget *widget, QStringList &wrong)
    {
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            if (label->text().isEmpty())
                return;
            const bool clipped = label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                                                   : label->width() < label->sizeHint().width();
            if (clipped)
                wrong << u"clipped: “%1” %2"_s.arg(label->text(), pathOf(label));
        } else if (const auto *button = qobject_cast<const QPushButton *>(widget)) {
            const int text = button->fontMetrics().horizontalAdvance(button->text());
            if (button->width() < text + 8)
                wrong << u"clipped: “%1” %2"_s.arg(button->text(), pathOf(button));
        } else if (const auto *box = qobject_cast<const QCheckBox *>(widget)) {
            if (box->width() < box->sizeHint().width())
                wrong << u"clipped: “%1” %2"_s.arg(box->text(), pathOf(box));
        }
        const QWidget *parent = widget->parentWidget();
        const bool scrolls = parent
            && (parent->inherits("QAbstractScrollArea") || parent->objectName() == "qt_scrollarea_viewport"_L1);
        if (parent && !widget->isWindow() && !scrolls && !parent->rect().contains(widget->geometry())
            && !widget->inherits("QHeaderView") && parent->layout())
            wrong << u"outside its parent: "_s + pathOf(widget);
    }
};

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"

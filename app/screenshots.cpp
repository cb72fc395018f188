// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "app/demoagents.h"
#include "app/demokeys.h"
#include "app/demousage.h"
#include "app/paneset.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/manageprofilesdialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/firstrunpage.h"
#include "ui/pages/setuppage.h"
#include "ui/pages/signinpage.h"
#include "ui/panes/healthpane.h"
#include "ui/panes/legacypane.h"
#include "ui/panes/usagepane.h"
#include "ui/panes/userspane.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QTableView>
#include <QTextStream>
#include <QTimeZone>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
/// Remembers nothing, so that every picture starts alike.
class NoState : public ViewState
{
public:
    QJsonObject paneState(const QString &) const override { return {}; }
    void setPaneState(const QString &, const QJsonObject &) override { }
    QMap<QString, QJsonObject> savedViews(const QString &) const override { return {}; }
    void saveView(const QString &, const QString &, const QJsonObject &) override { }
    void removeView(const QString &, const QString &) override { }
};

ServerProfile demoProfile(bool production)
{
    ServerProfile p;
    p.id = production ? u"p2"_s : u"p1"_s;
    p.name = production ? u"Voxdesk EU"_s : u"Staging"_s;
    p.url = QUrl(production ? u"https://voice.example.com"_s : u"https://staging.example.com"_s);
    p.colour = u"#0d9488"_s;
    p.production = production;
    return p;
}

class DemoBook : public ProfileBook
{
public:
    QList<ServerProfile> profiles() const override { return {demoProfile(false), demoProfile(true)}; }
    Result<Done> save(const ServerProfile &) override { return Done{}; }
    void remove(const QString &) override { }
    void move(const QString &, int) override { }
};

class NoExport : public RowExport
{
public:
    QFuture<Result<qint64>> run(const PageQuery &, const QStringList &, const QString &) override { return {}; }
};
}

struct Screenshots::Stage {
    Stage(Theme &theme, const QSize &size)
        : context{theme, format, state, access}
        , window(context)
        , firstRun(new FirstRunPage(context))
        , signIn(new SignInPage(context))
        , setUp(new SetupPage(context))
    {
        access.setUser(users.first());
        access.setConnection(ConnectionState::Online);
        setProduction(false);
        for (QWidget *page : std::initializer_list<QWidget *>{firstRun, signIn, setUp})
            window.addPage(page);
        window.setUser(users.first());
        window.setConnection(ConnectionState::Online, {});
        window.resize(size);
        window.show();
        const auto curl = [](const QString &) { return u"curl"_s; };
        panes = std::make_unique<PaneSet>(context,
                                          PaneSources{
                                              .users = users,
                                              .organizations = organizations,
                                              .overview = overview,
                                              .health = health,
                                              .usage = {.usage = usage,
                                                        .performance = performance,
                                                        .legacy = legacy,
                                                        .today = [] { return demoNow().date(); }},
                                              .agents = {.agents = agents,
                                                         .providerKeys = providerKeys,
                                                         .accessKeys = accessKeys,
                                                         .calls = calls,
                                                         .agentExport = &noExport,
                                                         .providerKeyExport = &noExport,
                                                         .accessKeyExport = &noExport,
                                                         .callExport = &noExport,
                                                         .agentCurl = curl,
                                                         .providerKeyCurl = curl,
                                                         .accessKeyCurl = curl,
                                                         .callCurl = curl},
                                              .userExport = &noExport,
                                              .organizationExport = &noExport,
                                              .userCurl = curl,
                                              .organizationCurl = curl,
                                          },
                                          window);
    }
    void setProduction(bool production)
    {
        access.setProfile(demoProfile(production));
        window.setProfiles({demoProfile(false), demoProfile(true)}, demoProfile(production));
    }

    DisplayFormat format{QLocale(), QTimeZone("Asia/Tokyo")};
    NoState state;
    Access access;
    Context context;
    DemoUsers users;
    DemoOrganizations organizations;
    DemoOverview overview;
    DemoHealth health;
    DemoUsage usage;
    DemoPerformance performance;
    DemoLegacy legacy;
    DemoAgents agents;
    DemoProviderKeys providerKeys;
    DemoAccessKeys accessKeys;
    DemoCalls calls;
    DemoBook book;
    NoExport noExport;
    MainWindow window;
    FirstRunPage *firstRun;
    SignInPage *signIn;
    SetupPage *setUp;
    std::unique_ptr<PaneSet> panes;
};

Screenshots::Screenshots(Theme &theme, const QString &folder)
    : m_theme(theme)
    , m_folder(folder)
{
}

Screenshots::~Screenshots() = default;

int Screenshots::run(QApplication &application)
{
    if (!QDir().mkpath(m_folder)) {
        QTextStream(stderr) << u"voxdesk: cannot make the folder "_s << m_folder << Qt::endl;
        return 1;
    }
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        for (const QSize &size : {QSize(1280, 800), QSize(1920, 1080)})
            plan(mode, size);
    }
    QTimer::singleShot(0, this, &Screenshots::next);
    application.setQuitOnLastWindowClosed(false); // windows come and go
    application.exec();
    QTextStream(stdout) << m_written << u" pictures in "_s << QDir::toNativeSeparators(m_folder) << Qt::endl;
    return m_failed ? 1 : 0;
}

void Screenshots::step(std::function<void()> run) { m_steps.append(std::move(run)); }

void Screenshots::shot(const QString &name)
{
    step([this, name] { save(name); });
}

void Screenshots::plan(Theme::Mode mode, const QSize &size)
{
    step([this, mode, size] {
        m_theme.setMode(mode);
        m_stage = std::make_unique<Stage>(m_theme, size);
    });
    planPages();
    planPanes();
    planUsage();
    planDialogs();
    step([this] { m_stage.reset(); });
}

void Screenshots::planPages()
{
    step([this] {
        m_stage->window.setProfiles({}, {});
        m_stage->window.showPage(m_stage->firstRun);
    });
    shot(u"first-run"_s);
    step([this] {
        m_stage->setProduction(false);
        m_stage->signIn->setProfile(demoProfile(false));
        m_stage->signIn->setEmail(u"ada.okafor@northwind.example"_s);
        m_stage->signIn->setSecretsProblem(u"no keychain answers on this computer."_s);
        m_stage->window.showPage(m_stage->signIn);
    });
    shot(u"sign-in"_s);
    step([this] {
        m_stage->signIn->signInFailed({.code = ErrorCode::InvalidCredentials, .requestId = u"req_01j9d2"_s});
    });
    shot(u"sign-in-refused"_s);
    step([this] { m_stage->window.showPage(m_stage->setUp); });
    shot(u"first-administrator"_s);
    step([this] { m_stage->window.showPanes(); });
}

void Screenshots::planPanes()
{
    const auto open
        = [this](const char *id) { step([this, id] { m_stage->window.openPane(QString::fromLatin1(id)); }); };
    const auto table = [this] { return static_cast<TablePane *>(m_stage->window.currentPane()); };
    open("overview");
    shot(u"overview"_s);
    open("users");
    shot(u"users"_s);
    step([table] { table()->revealRow(u"user_01j0000000004"_s); });
    shot(u"users-details"_s);
    step([table] {
        table()->clearSelection();
        table()->showFiltered({{u"subscription_tier"_s, u"pro"_s}, {u"is_active"_s, u"true"_s}}, {});
    });
    step([table] {
        auto *view = table()->findChild<QTableView *>();
        for (const int row : {1, 2, 4})
            view->selectionModel()->select(view->model()->index(row, 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
    });
    shot(u"users-bulk"_s);
    step([table] {
        table()->clearSelection();
        table()->search(u"nobody has this name"_s);
    });
    shot(u"users-empty"_s);
    step([table] { table()->showFiltered({}, {}); });
    step([this, table] {
        table()->showError({.code = ErrorCode::ServiceUnavailable, .requestId = u"req_01j9d2x7"_s});
        m_stage->window.setConnection(ConnectionState::Offline, u"Connection refused."_s);
    });
    shot(u"users-offline"_s);
    step([this] {
        m_stage->window.setConnection(ConnectionState::Online, {});
        m_stage->window.currentPane()->refresh();
    });
    open("organizations");
    shot(u"organizations"_s);
    step([table] { table()->stepRow(0); });
    step([this] { m_stage->setProduction(true); });
    shot(u"organizations-production"_s);
}

void Screenshots::planUsage()
{
    const auto usage = [this](std::function<void(UsageView &)> change) {
        step([this, change] {
            m_stage->setProduction(false);
            m_stage->window.openPane(UsagePane::Id);
            UsageView view;
            change(view);
            static_cast<UsagePane *>(m_stage->window.currentPane())->setView(view);
        });
        step([] { }); // the chart's axes take another turn
    };
    usage([](UsageView &) { });
    shot(u"usage"_s);
    usage([](UsageView &view) {
        view.period = UsagePeriod::ThisMonth;
        view.group = UsageGroup::Provider;
        view.measure = UsageMeasure::Tokens;
        view.style = UsageStyle::Lines;
        view.compare = true;
        view.filters = {{u"organization_id"_s, u"org_01j0000"_s}};
        view.filterNames = {{u"organization_id"_s, u"Northwind Telecom"_s}};
    });
    shot(u"usage-compared"_s);
    step([this] {
        m_stage->window.currentPane()->showFiltered({{u"user_id"_s, u"user_01j0000000004"_s}},
                                                    {{u"user_id"_s, u"linus.moreno@bluepeak.example"_s}});
    });
    step([] { });
    shot(u"usage-quota"_s);
    usage([](UsageView &view) {
        view.period = UsagePeriod::Custom;
        view.custom = {demoNow().date().addDays(-365), demoNow().date()};
        view.group = UsageGroup::Day;
        view.measure = UsageMeasure::Calls;
    });
    shot(u"usage-year"_s);
    step([this] { m_stage->window.openPane(HealthPane::Id); });
    for (int i = 0; i < 60; ++i)
        step([this] { m_stage->window.currentPane()->refresh(); });
    shot(u"health"_s);
    step([this] {
        if (auto *scroll = m_stage->window.currentPane()->findChild<QScrollArea *>())
            scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    });
    shot(u"health-below"_s);
    step([this] { m_stage->window.openPane(LegacyPane::Id); });
    shot(u"legacy"_s);
    step([this] { static_cast<LegacyPane *>(m_stage->window.currentPane())->openFile(u"voxflow-export.json"_s); });
    shot(u"legacy-checked"_s);
    step([this] { static_cast<LegacyPane *>(m_stage->window.currentPane())->run(); });
    shot(u"legacy-done"_s);
}

void Screenshots::planDialogs()
{
    const auto trigger = [this](const char *pane, const char *action) {
        step([this, pane] {
            m_stage->window.openPane(QString::fromLatin1(pane));
            m_stage->window.currentPane()->revealRow(u"user_01j0000000004"_s);
        });
        step([this, action] {
            if (auto *found = m_stage->window.findChild<QAction *>(QString::fromLatin1(action)))
                found->trigger();
        });
    };
    const auto close = [this] {
        step([this] {
            for (auto *dialog : m_stage->window.findChildren<QDialog *>())
                dialog->done(QDialog::Rejected);
        });
    };
    const std::array dialogs{std::pair{"editLimitsAction", "edit-limits"}, std::pair{"editUserAction", "edit-user"},
                             std::pair{"sessionsAction", "sessions"},      std::pair{"deleteUserAction", "delete-user"},
                             std::pair{"shortcutsAction", "shortcuts"},    std::pair{"aboutAction", "about"}};
    for (const auto &[action, name] : dialogs) {
        trigger("users", action);
        shot(QString::fromLatin1(name));
        close();
    }
    step([this] { m_stage->setProduction(false); });
    step([this] { (new ManageProfilesDialog(m_stage->context, m_stage->book, u"p2"_s, &m_stage->window))->open(); });
    shot(u"servers"_s);
    close();
    step([this] { m_stage->window.openPalette(u"us"_s); });
    shot(u"palette"_s);
}

// Each step gets a turn of the event loop, so that layouts and answers settle before the next.
void Screenshots::next()
{
    if (m_steps.isEmpty())
        return QCoreApplication::quit();
    const auto run = m_steps.takeFirst();
    run();
    QTimer::singleShot(40ms, this, &Screenshots::next);
}

void Screenshots::save(const QString &name)
{
    MainWindow &window = m_stage->window;
    if (auto *fresh = window.findChild<QLabel *>(u"freshnessLabel"_s); fresh && !fresh->text().isEmpty())
        fresh->setText(QCoreApplication::translate("TopBar", "As of %1")
                           .arg(u"09:41:00"_s)); // the one thing the clock would change
    QPixmap picture = window.grab();
    for (auto *dialog : window.findChildren<QDialog *>()) {
        if (!dialog->isVisible())
            continue;
        QPainter painter(&picture); // a dialog is a window of its own: put it where the screen would show it
        painter.fillRect(window.rect(), m_theme.colours().shadow);
        const QRect place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, dialog->size(), window.rect());
        painter.drawPixmap(place.topLeft(), dialog->grab());
        painter.setPen(m_theme.colours().borderStrong);
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    const QString file = u"%1/%2-%3-%4x%5.png"_s.arg(m_folder, name, m_theme.isDark() ? u"dark"_s : u"light"_s)
                             .arg(window.width())
                             .arg(window.height());
    if (picture.save(file)) {
        ++m_written;
        return;
    }
    m_failed = true;
    QTextStream(stderr) << u"voxdesk: cannot write "_s << file << Qt::endl;
}

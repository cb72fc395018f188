// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "services/api/whenover.h"
#include "ui/dialogs/manageprofilesdialog.h"
#include "ui/pages/codepage.h"
#include "ui/pages/confirmemailpage.h"
#include "ui/pages/firstrunpage.h"
#include "ui/pages/forgotpasswordpage.h"
#include "ui/pages/resetpasswordpage.h"
#include "ui/pages/setuppage.h"
#include "ui/pages/signinpage.h"
#include "ui/panes/organizationspane.h"
#include "ui/support/words.h"
#include "ui/widgets/emptystate.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{
const QString CommandLine = u"commandline"_s; ///< the profile that is not saved
}

Application::Application(Theme &theme, Settings &settings, const QString &language, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_viewState(settings, m_access)
    , m_book(settings, m_secrets)
    , m_context{theme, m_format, m_viewState, m_access}
    , m_client(m_network)
    , m_localServer({}, {}, this)
    , m_users(m_client)
    , m_organizations(m_client)
    , m_overview(m_client)
    , m_health(m_client)
    , m_usage(m_client)
    , m_agents(m_client, m_access, settings)
    , m_platform(m_client)
    , m_userExport(settings, m_users, userColumns())
    , m_organizationExport(settings, m_organizations, organizationColumns())
    , m_window(m_context)
    , m_stepUp(m_context, m_platform.security, m_window)
    , m_firstRun(new FirstRunPage(m_context))
    , m_signIn(new SignInPage(m_context))
    , m_code(new CodePage(m_context))
    , m_confirm(new ConfirmEmailPage(m_context))
    , m_forgot(new ForgotPasswordPage(m_context))
    , m_reset(new ResetPasswordPage(m_context))
    , m_setUp(new SetupPage(m_context))
    , m_nothing(new QWidget)
{
    m_format.setUtc(settings.value(Settings::Key::TimesInUtc).toBool());
    m_client.setLanguage(language);
    m_client.setStepUpPrompt(&m_stepUp);
    auto *nothing = new EmptyState(theme);
    nothing->set(u"lock"_s, tr("There is nothing here for your role yet"),
                 tr("This console is for administrators and support staff. Ask an administrator for that role."),
                 tr("Sign out"));
    connect(nothing, &EmptyState::actionTriggered, &m_window, &MainWindow::signOutRequested);
    auto *column = new QVBoxLayout(m_nothing);
    column->addWidget(nothing);
    for (QWidget *page : std::initializer_list<QWidget *>{m_firstRun, m_signIn, m_code, m_confirm, m_forgot, m_reset,
                                                          m_setUp, m_nothing})
        m_window.addPage(page);
    m_window.setLanguages(
        {{u"en"_s, languageName(u"en"_s)}, {u"de"_s, languageName(u"de"_s)}, {u"es"_s, languageName(u"es"_s)}},
        settings.value(Settings::Key::Language).toString());
    connectWindow();
    connectClient();
    connectLimits();
    connectLocalServer();
    connectPages();
    connectPasswordPages();
    connectConfirmPage();
    m_window.restoreGeometry(settings.value(Settings::Key::WindowGeometry).toByteArray());
    if (settings.value(Settings::Key::WindowGeometry).toByteArray().isEmpty())
        m_window.resize(1280, 800);
}

Application::~Application()
{
    m_settings.set(Settings::Key::WindowGeometry, m_window.saveGeometry());
    m_panes.reset();
    m_session.reset();
    m_client.setStepUpPrompt(nullptr);
}

void Application::start(const Options &options)
{
    m_window.show();
    if (!options.server.isEmpty()) { // for this run only: not saved
        ServerProfile profile;
        profile.id = CommandLine;
        profile.name = options.server.host();
        profile.url = options.server;
        if (!m_session || m_profile.id != profile.id || m_profile.url != profile.url) // else it is open
            choose(profile);
        return;
    }
    if (options.tryLocally) {
        m_localServer.place(options.localFolder, options.localPort);
        showFirstRun();
        return tryLocally(options.withDemoData);
    }
    const QList<ServerProfile> profiles = m_settings.profiles();
    const QString wanted = m_settings.value(Settings::Key::CurrentProfile).toString();
    for (const ServerProfile &profile : profiles) {
        if (options.profile.isEmpty() ? profile.id != wanted : profile.name != options.profile)
            continue;
        if (!m_session || m_profile.id != profile.id)
            choose(profile);
        return;
    }
    if (!m_session)
        showFirstRun();
    if (!options.profile.isEmpty())
        m_window.notify({tr("There is no saved server called “%1”.").arg(options.profile), Tone::Warning});
}

void Application::calledAgain(const QStringList &arguments)
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    const Options options = readOptions(arguments);
    if (options.error.isEmpty() && (!options.server.isEmpty() || !options.profile.isEmpty()))
        start(options);
}

void Application::connectWindow()
{
    connect(&m_window, &MainWindow::themeChosen, this, [this](Theme::Mode mode) {
        m_theme.setMode(mode);
        m_settings.set(Settings::Key::Theme, Theme::toWord(mode));
    });
    connect(&m_window, &MainWindow::utcChosen, this, [this](bool utc) {
        m_format.setUtc(utc);
        m_settings.set(Settings::Key::TimesInUtc, utc);
    });
    connect(&m_window, &MainWindow::languageChosen, this, [this](const QString &language) {
        m_settings.set(Settings::Key::Language, language);
        m_window.notify({tr("The language changes when Voxdesk starts again."), Tone::Neutral});
    });
    connect(&m_window, &MainWindow::profileChosen, this, [this](const QString &id) {
        if (const auto profile = m_settings.profile(id))
            choose(*profile);
    });
    connect(&m_window, &MainWindow::manageProfilesRequested, this, &Application::manageProfiles);
    connect(&m_window, &MainWindow::signOutRequested, this, [this] {
        if (m_session)
            m_session->signOut();
    });
    connect(&m_window, &MainWindow::retryConnectionRequested, &m_client, &ApiClient::probeNow);
    connect(&m_window, &MainWindow::shownChanged, this, [this](bool shown) { m_polling.setPaused(!shown); });
    connect(&m_window, &MainWindow::paneOpened, this, [this](const QString &id) {
        m_settings.set(Settings::Key::CurrentPane, id);
        pollPanes();
    });
    connect(&m_settings, &Settings::profilesChanged, this, &Application::profilesChanged);
}

void Application::connectClient()
{
    connect(&m_client, &ApiClient::connectionChanged, this, [this](ConnectionState state, const QString &reason) {
        m_access.setConnection(state);
        m_window.setConnection(state, reason);
        m_signIn->setConnection(state, reason);
        if (state != ConnectionState::Online)
            return;
        if (m_window.showsPanes())
            m_polling.refreshNow();
        else if (m_restoreAgain && m_session && m_session->state() == SessionState::SignedOut)
            restoreSession();
        else
            askForSetup();
    });
    connect(&m_client, &ApiClient::rateLimited, this, [this](int seconds, int attempt) {
        m_window.setWaiting(
            tr("Too many requests: waiting %n second(s) as the server asks, then attempt %1 of 3.", nullptr, seconds)
                .arg(attempt));
    });
    connect(&m_client, &ApiClient::rateLimitOver, this, [this] { m_window.setWaiting({}); });
    connect(&m_secrets, &SecretStore::problemChanged, this, [this](const QString &problem) {
        m_signIn->setSecretsProblem(problem);
        if (!problem.isEmpty())
            m_window.setStatus(tr("Sign-in will not be remembered: %1").arg(problem));
    });
}

// Warnings before something runs out.
void Application::connectLimits()
{
    connect(&m_client, &ApiClient::rateLimitLow, this, [this](int remaining, const QDateTime &resetAt) {
        const QString words = tr("%n request(s) left until %1.", nullptr, remaining).arg(m_format.time(resetAt));
        m_window.setStatus(words);
        if (std::exchange(m_warnedUntil, resetAt) != resetAt)
            m_window.notify({words, Tone::Warning});
    });
    connect(&m_usage.quotaWatch, &QuotaWatch::reached, this, [this](int percent, const QuotaUse &use) {
        const QString used = m_format.integer(use.used);
        const QString quota = m_format.integer(use.quota);
        m_window.notify({percent >= 100
                             ? tr("This month's token quota is used up: %1 of %2.").arg(used, quota)
                             : tr("More than 80 % of this month's token quota is used: %1 of %2.").arg(used, quota),
                         percent >= 100 ? Tone::Bad : Tone::Warning});
    });
    m_polling.add(u"ownQuota"_s, PollingSchedule::Usage, this, [this] {
        auto settled = std::make_shared<QPromise<Result<Done>>>();
        settled->start();
        whenOver(m_usage.ownQuota.fetch(), this, [this, settled](const Result<QuotaUse> &use) {
            if (use)
                m_usage.quotaWatch.take(*use, QDateTime::currentDateTimeUtc().date());
            settled->addResult(use ? Result<Done>(Done{}) : Result<Done>(use.error()));
            settled->finish();
        });
        return settled->future();
    });
}

void Application::profilesChanged()
{
    if (const auto saved = m_settings.profile(m_profile.id)) {
        const bool moved = saved->url != m_profile.url;
        m_profile = *saved;
        m_access.setProfile(m_profile);
        m_client.setReadOnly(m_profile.readOnly);
        if (moved)
            return choose(m_profile);
    } else if (m_session && !m_profile.id.isEmpty() && m_profile.id != CommandLine) { // removed while it is open
        m_profile = {};
        whenOver(m_session->signOut(), this, [this](const Result<Done> &) {
            if (!m_profile.id.isEmpty())
                return; // another one was chosen meanwhile
            leave();
            showFirstRun();
        });
    }
    m_window.setProfiles(m_settings.profiles(), m_profile);
}

void Application::showFirstRun()
{
    const QString program = LocalServer::findProgram();
    m_firstRun->setLocalUnavailable(program.isEmpty() ? tr("The server program voxdeskd is not installed here.")
                                                      : QString());
    m_firstRun->setHasLocalData(m_localServer.hasData());
    m_window.setProfiles(m_settings.profiles(), {});
    m_window.showPage(m_firstRun);
}

void Application::tryLocally(bool withDemoData)
{
    ServerProfile local;
    for (const ServerProfile &known : m_settings.profiles()) {
        if (known.local)
            local = known;
    }
    if (local.id.isEmpty()) {
        local.id = newProfileId();
        local.name = tr("This computer");
        local.local = true;
    }
    leave();
    m_profile = local; // saved when it runs
    if (m_localServer.state() == LocalServer::State::Running)
        return serverReady(m_localServer.url());
    m_localServer.start(withDemoData ? std::optional<DemoData>(DemoData{}) : std::nullopt);
}

void Application::connectTo(const QUrl &url, const QString &name)
{
    ServerProfile profile;
    profile.id = newProfileId();
    profile.url = url;
    profile.name = name.isEmpty() ? url.host() : name;
    if (const auto saved = m_settings.saveProfile(profile); !saved)
        return m_firstRun->fail(saved.error());
    choose(profile);
}

void Application::manageProfiles()
{
    auto *dialog = new ManageProfilesDialog(m_context, m_book, m_profile.id, &m_window);
    connect(dialog, &QDialog::finished, this, [this] {
        if (m_profile.id.isEmpty() && !m_settings.profiles().isEmpty())
            choose(m_settings.profiles().first());
    });
    dialog->open();
}

/// Nothing of a server is left behind, nor anything that waits for it.
void Application::leave()
{
    m_panes.reset();
    dropDialogs();
    m_session.reset();
    m_client.setBaseUrl({});
    m_restoreAgain = false;
    m_polling.setActive(u"ownQuota"_s, false);
    m_usage.quotaWatch.forget();
    m_signIn->setBusy(false);
    m_code->setBusy(false);
    m_setUp->setBusy(false);
}

void Application::choose(const ServerProfile &profile)
{
    leave();
    m_profile = profile;
    if (profile.id != CommandLine)
        m_settings.set(Settings::Key::CurrentProfile, profile.id);
    m_access.setProfile(profile);
    m_client.setReadOnly(profile.readOnly);
    m_window.setProfiles(m_settings.profiles(), profile);
    m_window.setConnection(ConnectionState::Unknown, {});
    m_signIn->setProfile(profile);
    m_signIn->setEmail(m_settings.value(Settings::Key::LastEmail).toString());
    m_signIn->setRemember(m_settings.value(Settings::Key::RememberSignIn).toBool());
    if (!profile.local) {
        m_client.setBaseUrl(profile.url);
        return openSession();
    }
    if (m_localServer.state() == LocalServer::State::Running)
        return serverReady(m_localServer.url());
    showFirstRun();
    m_localServer.start();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agentservices.h"
#include "app/csvrowexport.h"
#include "app/options.h"
#include "app/paneset.h"
#include "app/platformservices.h"
#include "app/settingsstate.h"
#include "app/stepupdialogs.h"
#include "app/usageservices.h"
#include "services/api/apiclient.h"
#include "services/api/healthapi.h"
#include "services/api/organizationsapi.h"
#include "services/api/overviewapi.h"
#include "services/api/usersapi.h"
#include "services/auth/session.h"
#include "services/localserver/localserver.h"
#include "services/polling/pollingschedule.h"
#include "services/secrets/keychainsecretstore.h"
#include "services/settings/settings.h"
#include "ui/mainwindow.h"

#include <QDialog>
#include <QNetworkAccessManager>
#include <QPointer>

class CodePage;
class ConfirmEmailPage;
class FirstRunPage;
class ForgotPasswordPage;
class ResetPasswordPage;
class SetupPage;
class SignInPage;

/// Builds the objects of all layers and connects them; the only place that knows both services and widgets.
class Application : public QObject
{
    Q_OBJECT
public:
    /// `theme` and `settings` outlive it.
    Application(Theme &theme, Settings &settings, const QString &language, QObject *parent = nullptr);
    ~Application() override;

    void start(const Options &options);
    void calledAgain(const QStringList &arguments); ///< by a second start

private:
    // application.cpp
    void connectWindow();
    void connectClient();
    void connectLimits();
    void leave();
    void choose(const ServerProfile &profile);
    void showFirstRun();
    void tryLocally(bool withDemoData);
    void connectTo(const QUrl &url, const QString &name);
    void manageProfiles();
    void profilesChanged();

    // applicationsession.cpp
    void connectLocalServer();
    void connectPages();
    void openSession();
    void restoreSession();
    void askForSetup(); ///< the sign-in page offers it to a server that needs it
    void sessionChanged(SessionState state, const QString &reason);
    void signIn(const QString &email, const QString &password, bool remember);
    void giveCode(const QString &code);
    void connectPasswordPages();
    void requestPasswordMail(const QString &email);
    void resetPassword(const QString &token, const QString &password);
    void connectConfirmPage();
    void mailConfirmation(const QString &email);
    void confirmEmail(const QString &code);
    void setUp(const QString &token, const QString &email, const QString &password);
    void openPanes();
    void pollPanes();
    void setDialogsAside();
    void bringDialogsBack();
    void dropDialogs();
    void serverReady(const QUrl &url);
    void setupTokenRead(const QString &token);
    PaneSources sources();

    Theme &m_theme;
    Settings &m_settings;
    Access m_access;
    SettingsViewState m_viewState;
    SettingsProfileBook m_book;
    DisplayFormat m_format;
    Context m_context;

    QNetworkAccessManager m_network;
    ApiClient m_client;
    KeychainSecretStore m_secrets;
    LocalServer m_localServer;
    PollingSchedule m_polling;
    UsersApi m_users;
    OrganizationsApi m_organizations;
    OverviewApi m_overview;
    HealthApi m_health;
    UsageServices m_usage;
    AgentServices m_agents;
    PlatformServices m_platform;
    CsvRowExport<User> m_userExport;
    CsvRowExport<Organization> m_organizationExport;
    QDateTime m_warnedUntil; ///< of the rate limit that the person was told about
    ServerProfile m_profile;
    std::unique_ptr<Session> m_session;
    QFuture<Result<bool>> m_needsSetup;
    bool m_restoreAgain = false; ///< the saved sign-in was not refused: the server was away

    MainWindow m_window;
    StepUpDialogs m_stepUp;
    FirstRunPage *m_firstRun;
    SignInPage *m_signIn;
    CodePage *m_code;
    ConfirmEmailPage *m_confirm;
    ForgotPasswordPage *m_forgot;
    ResetPasswordPage *m_reset;
    SetupPage *m_setUp;
    QWidget *m_nothing; ///< for a role without panes
    std::unique_ptr<PaneSet> m_panes;
    QList<QPointer<QDialog>> m_aside; ///< open when the session ran out, outer ones first
};

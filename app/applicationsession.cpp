// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in where, and what the window shows for it.
#include "app/application.h"

#include "models/domain/async.h"
#include "ui/dialogs/manageprofilesdialog.h"
#include "ui/pages/codepage.h"
#include "ui/pages/firstrunpage.h"
#include "ui/pages/setuppage.h"
#include "ui/pages/signinpage.h"

using namespace Qt::StringLiterals;

namespace
{
/// What a saved sign-in is bound to. The port of the local server is another one at every start.
QString serverOf(const ServerProfile &profile)
{
    return profile.local
        ? u"local"_s
        : profile.url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
              .toString();
}
}

void Application::connectPages()
{
    connect(m_firstRun, &FirstRunPage::tryLocallyRequested, this, &Application::tryLocally);
    connect(m_firstRun, &FirstRunPage::connectRequested, this, &Application::connectTo);
    connect(m_signIn, &SignInPage::signInRequested, this,
            [this](const QString &email, const QString &password, bool remember) {
                m_settings.set(Settings::Key::LastEmail, email);
                m_settings.set(Settings::Key::RememberSignIn, remember);
                signIn(email, password, remember);
            });
    connect(m_signIn, &SignInPage::setupRequested, this, [this] { m_window.showPage(m_setUp); });
    connect(m_code, &CodePage::codeGiven, this, &Application::giveCode);
    connect(m_code, &CodePage::backRequested, this, [this] { m_window.showPage(m_signIn); });
    connect(m_signIn, &SignInPage::otherServerRequested, this, &Application::manageProfiles);
    connect(m_signIn, &SignInPage::retryConnectionRequested, &m_client, &ApiClient::probeNow);
    connect(m_setUp, &SetupPage::setupRequested, this, &Application::setUp);
    connect(m_setUp, &SetupPage::backRequested, this, [this] { m_window.showPage(m_signIn); });
}

void Application::connectLocalServer()
{
    connect(&m_localServer, &LocalServer::stateChanged, this, [this](LocalServer::State state, const QString &message) {
        using State = LocalServer::State;
        const bool busy = state == State::Preparing || state == State::Starting || state == State::Restarting;
        m_firstRun->setLocalProgress(busy ? message : QString());
        if (state == State::Failed && m_localServer.error() && m_profile.local) { // else another server is at work
            showFirstRun();
            m_firstRun->fail(*m_localServer.error());
        }
    });
    connect(&m_localServer, &LocalServer::ready, this, &Application::serverReady);
    connect(&m_localServer, &LocalServer::setupNeeded, this, &Application::setupTokenRead);
    connect(&m_localServer, &LocalServer::crashed, this, [this] {
        if (m_profile.local)
            m_window.setConnection(ConnectionState::Offline,
                                   tr("The local server ended unexpectedly and is started again."));
    });
}

void Application::serverReady(const QUrl &url)
{
    if (!m_profile.local)
        return;
    m_client.setBaseUrl(url);
    const bool entered = m_access.profile().id != m_profile.id; // not by choose(): --try, or the first run's door
    if (!m_settings.profile(m_profile.id)) {
        if (const auto saved = m_settings.saveProfile(m_profile); !saved)
            return m_firstRun->fail(saved.error());
    }
    if (entered) {
        m_settings.set(Settings::Key::CurrentProfile, m_profile.id);
        m_access.setProfile(m_profile);
        m_client.setReadOnly(m_profile.readOnly);
        m_signIn->setProfile(m_profile);
    }
    m_window.setProfiles(m_settings.profiles(), m_profile);
    m_window.setConnection(ConnectionState::Unknown, {});
    if (m_session && m_session->state() == SessionState::SignedIn) { // it crashed; the sign-in is still good
        m_window.showPanes();
        return m_polling.refreshNow();
    }
    openSession();
}

/// It comes by another pipe than ready(), and may be the later one: then the sign-in page is open, where nobody can
/// sign in yet and only the token leads on.
void Application::setupTokenRead(const QString &token)
{
    if (!m_profile.local)
        return;
    m_setUp->setToken(token);
    if (!m_localServer.url().isEmpty() && m_signIn->isVisible())
        m_window.showPage(m_setUp);
}

void Application::openSession()
{
    m_session.reset(); // before the next one: each is the client's only source of tokens
    m_session = std::make_unique<Session>(m_client, m_secrets, m_profile.id, serverOf(m_profile));
    connect(m_session.get(), &Session::stateChanged, this, &Application::sessionChanged);
    connect(m_session.get(), &Session::userChanged, this, [this](const User &user) {
        if (m_access.user().id != user.id)
            m_panes.reset(); // of who was signed in before
        m_access.setUser(user);
        m_window.setUser(user);
    });
    if (m_profile.local && !m_localServer.setupToken().isEmpty()) {
        m_setUp->setToken(m_localServer.setupToken());
        return m_window.showPage(m_setUp);
    }
    if (m_profile.local && !m_localServer.demoPassword().isEmpty()) {
        m_signIn->prefill(m_localServer.demoEmail(), m_localServer.demoPassword());
        return signIn(m_localServer.demoEmail(), m_localServer.demoPassword(), true);
    }
    m_window.showPage(m_signIn);
    restoreSession();
}

void Application::restoreSession()
{
    m_restoreAgain = false;
    m_signIn->setBusy(true);
    whenDone(m_session->restore(), m_session.get(), [this](const Result<User> &answer) {
        m_signIn->setBusy(false);
        if (answer)
            return;
        m_restoreAgain = answer.error() == ErrorCode::Unreachable || answer.error() == ErrorCode::TimedOut;
        if (!(answer.error() == ErrorCode::ResourceNotFound))
            m_signIn->signInFailed(answer.error());
        askForSetup();
    });
}

void Application::askForSetup()
{
    if (!m_session || m_session->state() != SessionState::SignedOut || m_needsSetup.isRunning())
        return;
    m_needsSetup = m_session->needsSetup();
    whenDone(m_needsSetup, m_session.get(),
             [this](const Result<bool> &needs) { m_signIn->setNeedsSetup(needs && *needs); });
}

void Application::sessionChanged(SessionState state, const QString &reason)
{
    switch (state) {
    case SessionState::SignedIn:
        m_access.setUser(m_session->user());
        m_window.setUser(m_session->user());
        m_signIn->setNeedsSetup(false); // whoever signed in is one, or was let in by one
        m_polling.setActive(u"ownQuota"_s, true);
        return openPanes();
    case SessionState::Restoring:
        return m_signIn->setBusy(true);
    case SessionState::SignedOut:
        m_panes.reset();
        dropDialogs();
        [[fallthrough]];
    case SessionState::Expired: // what was typed in a pane is still there after signing in again
        if (state == SessionState::Expired)
            setDialogsAside();
        m_polling.setActive(u"ownQuota"_s, false);
        m_usage.quotaWatch.forget();
        m_signIn->setBusy(false);
        m_signIn->setReason(reason);
        if (!m_setUp->isVisible())
            m_window.showPage(m_signIn);
    }
}

void Application::signIn(const QString &email, const QString &password, bool remember)
{
    if (!m_session)
        return;
    m_restoreAgain = false;
    m_signIn->setBusy(true);
    whenDone(m_session->signIn(email, password, remember), m_session.get(), [this, email](const Result<User> &answer) {
        m_signIn->setBusy(false);
        if (answer) { // of a trial on this computer nobody else knows it
            if (!m_profile.local)
                m_signIn->forgetPassword();
            return;
        }
        if (answer.error() == ErrorCode::CodeRequired) {
            m_signIn->forgetPassword();
            m_window.showPage(m_code);
            return m_code->ask(email);
        }
        m_window.showPage(m_signIn);
        m_signIn->signInFailed(answer.error());
    });
}

void Application::giveCode(const QString &code)
{
    if (!m_session)
        return;
    m_code->setBusy(true);
    whenDone(m_session->giveCode(code), m_session.get(), [this](const Result<User> &answer) {
        m_code->setBusy(false);
        if (answer)
            return;
        const Error &error = answer.error();
        const bool over = error == ErrorCode::AuthInvalid || error == ErrorCode::AuthExpired
            || error == ErrorCode::ResourceNotFound;
        if (!over)
            return m_code->codeFailed(error);
        m_window.showPage(m_signIn);
        m_signIn->setReason(tr("The second step took too long. Type your password again."));
    });
}

void Application::setUp(const QString &token, const QString &email, const QString &password)
{
    if (!m_session)
        return;
    m_setUp->setBusy(true);
    const bool remember = m_settings.value(Settings::Key::RememberSignIn).toBool() || m_profile.local;
    whenDone(m_session->setup(token, email, password, remember), m_session.get(), [this](const Result<User> &answer) {
        m_setUp->setBusy(false);
        if (answer)
            return m_localServer.forgetSetupToken();
        if (answer.error() == ErrorCode::Forbidden)
            return m_setUp->refuseToken();
        m_setUp->fail(answer.error());
    });
}

PaneSources Application::sources()
{
    return {
        .users = m_users,
        .organizations = m_organizations,
        .overview = m_overview,
        .health = m_health,
        .usage = m_usage.sources(),
        .agents = m_agents.sources(),
        .platform = m_platform.sources(),
        .userExport = &m_userExport,
        .organizationExport = &m_organizationExport,
        .userCurl = [this](const QString &id) { return m_client.asCurl(UsersApi::getRequest(id)); },
        .organizationCurl = [this](const QString &id) { return m_client.asCurl(OrganizationsApi::getRequest(id)); },
    };
}

void Application::openPanes()
{
    if (!m_access.seesPlatform()) {
        m_panes.reset();
        dropDialogs();
        return m_window.showPage(m_nothing);
    }
    if (!m_panes) {
        dropDialogs(); // of who was signed in before
        m_panes = std::make_unique<PaneSet>(m_context, sources(), m_window);
        for (Pane *pane : m_window.panes()) {
            // Figures of whole days, and what changes only when its owner does something, need no more.
            const bool slow = pane->id() == "usage"_L1 || pane->id() == "versions"_L1 || pane->id() == "security"_L1;
            const auto interval = slow ? PollingSchedule::Usage : PollingSchedule::Live;
            m_polling.add(pane->id(), interval, pane, [pane] {
                pane->refresh();
                return readyFuture(Result<Done>(Done{}));
            });
        }
    }
    m_window.showPanes();
    const QString last = m_settings.value(Settings::Key::CurrentPane).toString();
    m_window.openPane(m_window.pane(last) ? last : u"overview"_s);
    bringDialogsBack();
}

/// A form lies over the sign-in page and lets nobody at it; closed, it would lose what was typed. The list of servers
/// belongs to no session, and is opened from that page, too.
void Application::setDialogsAside()
{
    for (auto *dialog : m_window.findChildren<QDialog *>()) {
        if (dialog->isVisible() && !qobject_cast<ManageProfilesDialog *>(dialog))
            m_aside.append(dialog);
    }
    for (auto dialog = m_aside.crbegin(); dialog != m_aside.crend(); ++dialog)
        (*dialog)->hide();
}

void Application::bringDialogsBack()
{
    const auto aside = std::exchange(m_aside, {});
    for (const QPointer<QDialog> &dialog : aside) {
        if (dialog)
            dialog->show();
    }
}

void Application::dropDialogs()
{
    const auto aside = std::exchange(m_aside, {});
    for (const QPointer<QDialog> &dialog : aside) {
        if (dialog)
            dialog->done(QDialog::Rejected); // also one that waits for an answer, which reject() would leave open
    }
}

// Only the pane that is seen is live; it reads by itself when it opens, so the first poll is one interval away.
void Application::pollPanes()
{
    for (const Pane *pane : m_window.panes())
        m_polling.setActive(pane->id(), pane == m_window.currentPane());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/panes/auditpane.h"
#include "ui/support/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/detailsdrawer.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/profilemark.h"
#include "ui/widgets/tablepane.h"
#include "ui/widgets/themedlabel.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/topbar.h"

#include <QAction>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
constexpr int FrameWidth = 3;
const QString WindowState = u"window"_s;

/// The edge that says "production".
class Frame : public QWidget
{
public:
    explicit Frame(const Theme &theme)
        : m_theme(theme)
    {
    }
    void setRed(bool red)
    {
        m_red = red;
        const int edge = red ? FrameWidth : 0;
        setContentsMargins(edge, edge, edge, edge);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_red)
            QPainter(this).fillRect(rect(), m_theme.colours().production);
    }

private:
    const Theme &m_theme;
    bool m_red = false;
};
}

MainWindow::MainWindow(const Context &context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_stack(new QStackedWidget)
    , m_shell(new QWidget)
    , m_navigation(new Navigation(context.theme))
    , m_offline(new Banner(context.theme, Tone::Warning, u"wifi-off"_s))
    , m_waiting(new Banner(context.theme, Tone::Neutral, u"clock"_s))
    , m_readOnly(new Banner(context.theme, Tone::Neutral, u"lock"_s))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_panes(new QStackedWidget)
    , m_drawer(new DetailsDrawer(context))
    , m_status(new ThemedLabel(context.theme, TextStyle::Small, &Colours::muted))
    , m_toast(new Toast(context.theme, this))
    , m_palette(new CommandPalette(
          context.theme, [this](const QString &text) { return findCommands(text); }, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Voxdesk"));
    setMinimumSize(Space::S4 * 56, Space::S4 * 36);
    buildMenus();
    buildLayout();
    connect(m_navigation, &Navigation::chosen, this, &MainWindow::openPane);
    connect(m_topBar, &TopBar::searchRequested, this, [this] { openPalette(); });
    connect(m_topBar, &TopBar::refreshRequested, this, [this] {
        if (auto *current = currentPane())
            current->refresh();
    });
    connect(m_topBar, &TopBar::zoneToggled, m_utcAction, &QAction::trigger);
    connect(m_offline, &Banner::actionTriggered, this, &MainWindow::retryConnectionRequested);
    connect(m_drawer, &DetailsDrawer::stepRequested, this, [this](int by) {
        if (auto *current = currentPane())
            current->stepRow(by);
    });
    connect(m_drawer, &DetailsDrawer::closeRequested, this, [this] {
        if (auto *current = currentPane())
            current->clearSelection();
    });
    connect(m_drawer, &DetailsDrawer::historyRequested, this, &MainWindow::showHistory);
    connect(m_drawer, &DetailsDrawer::copied, this, [this](const QString &what) { notify({what, Tone::Good}); });
    connect(&m_context.access, &Access::changed, this, &MainWindow::updateReadOnly);
    showPanes();
}

MainWindow::~MainWindow() { m_palette->disconnect(this); }

void MainWindow::buildLayout()
{
    m_topBar = new TopBar(m_context, *m_profilesMenu, *m_themeMenu, *m_userMenu);
    m_offline->setObjectName(u"offlineBanner"_s);
    m_waiting->setObjectName(u"waitingBanner"_s);
    m_readOnly->setObjectName(u"readOnlyBanner"_s);
    m_status->setObjectName(u"statusLabel"_s);
    m_panes->setObjectName(u"paneStack"_s);
    m_splitter->setObjectName(u"drawerSplitter"_s);
    m_toast->setPlace(*m_splitter);
    m_splitter->addWidget(m_panes);
    m_splitter->addWidget(m_drawer);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({Space::S4 * 60, Space::S4 * 20});
    m_drawer->setVisible(false);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Space::S6, Space::S1, Space::S6, Space::S1);
    foot->addWidget(m_status, 1);
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_topBar, m_offline, m_waiting, m_readOnly})
        middle->addWidget(part);
    middle->addWidget(m_splitter, 1);
    middle->addLayout(foot);
    auto *row = new QHBoxLayout(m_shell);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addLayout(middle, 1);
    m_stack->addWidget(m_shell);
    auto *frame = new Frame(m_context.theme);
    frame->setObjectName(u"productionFrame"_s);
    auto *all = new QVBoxLayout(frame);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    m_stack->setAutoFillBackground(true);
    setCentralWidget(frame);

    const QByteArray sizes
        = QByteArray::fromBase64(m_context.state.paneState(WindowState)[u"splitter"_s].toString().toLatin1());
    m_splitter->restoreState(sizes);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.state.setPaneState(WindowState,
                                     {{u"splitter"_s, QString::fromLatin1(m_splitter->saveState().toBase64())}});
    });
}

void MainWindow::addPane(const QString &group, Pane *pane)
{
    const int number = m_panes->count() + 1;
    const QKeySequence shortcut = number <= 9 ? QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)) : QKeySequence();
    m_panes->addWidget(pane);
    m_navigation->add(group, pane->id(), pane->title(), pane->icon(), shortcut.toString(QKeySequence::NativeText));
    addPaneAction(pane, shortcut);
}

void MainWindow::addAccountPane(Pane *pane)
{
    m_panes->addWidget(pane);
    m_userMenu->insertAction(m_signOutAction, addPaneAction(pane, {}));
}

QAction *MainWindow::addPaneAction(Pane *pane, const QKeySequence &shortcut)
{
    auto *action = new QAction(m_context.theme.icon(pane->icon()), pane->title(), this);
    action->setObjectName(u"open_"_s + pane->id());
    action->setShortcut(shortcut);
    action->setToolTip(tr("Open %1").arg(pane->title()));
    m_goMenu->insertAction(m_goMenu->actions().value(int(m_paneActions.size())), action);
    m_paneActions.append(action);
    m_shellActions.append(action);
    connect(action, &QAction::triggered, this, [this, id = pane->id()] { openPane(id); });
    connect(pane, &Pane::detailsChanged, this, [this, pane](const Details &details) {
        if (pane == currentPane())
            showDetails(details);
    });
    connect(pane, &Pane::noticed, this, &MainWindow::notify);
    connect(pane, &Pane::openPaneRequested, this, &MainWindow::openFiltered);
    connect(pane, &Pane::loaded, this, [this, pane] {
        if (pane == currentPane())
            m_topBar->setFreshness(pane->loadedAt());
    });
    return action;
}

void MainWindow::removePanes()
{
    m_toast->drop(); // both may run what needs a pane
    m_palette->forget();
    showDetails({});
    m_actionsMenu->clear();
    for (QAction *action : std::as_const(m_paneActions)) {
        m_shellActions.removeOne(action);
        delete action;
    }
    m_paneActions.clear();
    m_navigation->clear();
    while (m_panes->count() > 0)
        delete m_panes->widget(0);
}

QList<Pane *> MainWindow::panes() const
{
    QList<Pane *> all;
    for (int i = 0; i < m_panes->count(); ++i)
        all << static_cast<Pane *>(m_panes->widget(i)); // addPane() puts nothing else there
    return all;
}

Pane *MainWindow::pane(const QString &id) const
{
    const QList<Pane *> all = panes();
    const auto at = std::ranges::find(all, id, &Pane::id);
    return at == all.end() ? nullptr : *at;
}

Pane *MainWindow::currentPane() const { return qobject_cast<Pane *>(m_panes->currentWidget()); }

void MainWindow::openPane(const QString &id)
{
    Pane *opened = pane(id);
    if (!opened)
        return;
    if (opened != currentPane())
        showDetails({});
    m_panes->setCurrentWidget(opened);
    m_navigation->setCurrent(id);
    m_topBar->setFreshness(opened->loadedAt());
    updatePaneMenu();
    opened->activate();
    emit paneOpened(id);
}

void MainWindow::openFiltered(const QString &id, const QMap<QString, QString> &filters,
                              const QMap<QString, QString> &names)
{
    if (Pane *opened = pane(id))
        opened->showFiltered(filters, names);
    openPane(id);
}

void MainWindow::addPage(QWidget *page) { m_stack->addWidget(page); }

void MainWindow::showPage(QWidget *page)
{
    m_palette->forget();
    m_stack->setCurrentWidget(page);
    for (QAction *action : std::as_const(m_shellActions))
        action->setEnabled(false);
    m_actionsMenu->setEnabled(false);
    updateFrame();
}

void MainWindow::showPanes()
{
    m_stack->setCurrentWidget(m_shell);
    for (QAction *action : std::as_const(m_shellActions))
        action->setEnabled(true);
    m_actionsMenu->setEnabled(true);
    updateFrame();
}

bool MainWindow::showsPanes() const { return m_stack->currentWidget() == m_shell; }

void MainWindow::setProfiles(const QList<ServerProfile> &profiles, const ServerProfile &current)
{
    m_profilesMenu->clear();
    QMap<QString, QMenu *> folders;
    for (const ServerProfile &profile : profiles) {
        QMenu *menu = m_profilesMenu;
        if (!profile.folder.isEmpty()) {
            if (!folders.contains(profile.folder))
                folders.insert(profile.folder,
                               m_profilesMenu->addMenu(m_context.theme.icon(u"folder"_s), asLabel(profile.folder)));
            menu = folders.value(profile.folder);
        }
        QAction *choice = menu->addAction(profileMark(profileColour(profile, m_context.theme)), asLabel(profile.name));
        choice->setToolTip(tr("Switch to %1").arg(profile.name));
        choice->setEnabled(profile.id != current.id);
        connect(choice, &QAction::triggered, this, [this, id = profile.id] { emit profileChosen(id); });
    }
    m_profilesMenu->addSeparator();
    QAction *manage = m_profilesMenu->addAction(m_context.theme.icon(u"settings"_s), tr("Servers…"));
    connect(manage, &QAction::triggered, this, &MainWindow::manageProfilesRequested);
    m_topBar->setProfile(current);
    setWindowTitle(current.name.isEmpty() ? tr("Voxdesk") : tr("%1 – Voxdesk", "server – program").arg(current.name));
    updateFrame();
}

void MainWindow::updateFrame() { static_cast<Frame *>(centralWidget())->setRed(m_context.access.profile().production); }

void MainWindow::updateReadOnly()
{
    const bool support = m_context.access.user().role == Role::Support;
    const bool readOnly = m_context.access.profile().readOnly || support;
    m_readOnly->say(readOnly ? m_context.access.whyNoChanges() : QString());
    updateFrame();
}

void MainWindow::setUser(const User &user) { m_topBar->setUser(user); }

void MainWindow::setConnection(ConnectionState state, const QString &reason)
{
    const bool offline = state == ConnectionState::Offline;
    m_offline->say(
        offline
            ? tr("No connection. What you see is what was read last; it reconnects by itself. %1").arg(reason).trimmed()
            : QString(),
        tr("Try now"));
    m_topBar->setOffline(offline);
    const QString server = m_context.access.profile().name;
    setStatus(offline                                ? tr("Not connected to %1").arg(server)
                  : state == ConnectionState::Online ? tr("Connected to %1").arg(server)
                                                     : QString());
}

void MainWindow::setWaiting(const QString &sentence) { m_waiting->say(sentence); }

void MainWindow::setStatus(const QString &sentence)
{
    m_status->setText(sentence);
    m_status->setToolTip(sentence);
}

void MainWindow::notify(const Notice &notice) { m_toast->show(notice); }

void MainWindow::showHistory(const Details &details)
{
    openFiltered(AuditPane::Id, {{u"target_type"_s, details.kind}, {u"target_id"_s, details.id}},
                 {{u"target_id"_s, details.title}});
}

void MainWindow::showDetails(const Details &details)
{
    m_drawer->setHasHistory(pane(AuditPane::Id) != nullptr);
    if (!details.id.isEmpty() && currentPane())
        m_drawer->show(details, currentPane()->rowCommands());
    m_drawer->setVisible(!details.id.isEmpty());
}

void MainWindow::closeOneThing()
{
    if (m_palette->isVisible())
        return m_palette->close();
    if (m_toast->isVisible())
        return m_toast->hide();
    if (auto *current = currentPane())
        current->clearSelection();
}

void MainWindow::openPalette(const QString &text)
{
    if (showsPanes())
        m_palette->open(text);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_toast->isVisible())
        m_toast->place();
    if (m_palette->isVisible())
        m_palette->close();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        emit shownChanged(isVisible() && !isMinimized());
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    emit shownChanged(!isMinimized());
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    emit shownChanged(false);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The main window's menus, shortcuts and the command palette's entries.
#include "ui/mainwindow.h"

#include "ui/dialogs/showtextdialog.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

QAction *MainWindow::addTo(QMenu &menu, const QString &name, const QString &icon, const QString &text,
                           const QKeySequence &shortcut, const QString &explanation)
{
    QAction *action = menu.addAction(m_context.theme.icon(icon), text);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setToolTip(explanation);
    action->setStatusTip(explanation);
    return action;
}

void MainWindow::buildMenus()
{
    menuBar()->setObjectName(u"menuBar"_s);
    m_fileMenu = menuBar()->addMenu(tr("&File"));
    m_profilesMenu = m_fileMenu->addMenu(m_context.theme.icon(u"server"_s), tr("Switch server"));
    connect(addTo(*m_fileMenu, u"manageProfilesAction"_s, u"settings"_s, tr("Servers…"), Qt::CTRL | Qt::Key_Comma,
                  tr("Add, change and order servers")),
            &QAction::triggered, this, &MainWindow::manageProfilesRequested);
    m_fileMenu->addSeparator();
    m_signOutAction = addTo(*m_fileMenu, u"signOutAction"_s, u"log-out"_s, tr("Sign out"),
                            Qt::CTRL | Qt::SHIFT | Qt::Key_Q, tr("End this session"));
    connect(m_signOutAction, &QAction::triggered, this, &MainWindow::signOutRequested);
    QAction *quit = addTo(*m_fileMenu, u"quitAction"_s, u"x"_s, tr("Quit"), QKeySequence::Quit, tr("Close Voxdesk"));
    quit->setMenuRole(QAction::QuitRole);
    if (quit->shortcut().isEmpty())
        quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    connect(quit, &QAction::triggered, this, &QWidget::close);

    buildViewMenu();
    buildGoMenu();
    m_actionsMenu = menuBar()->addMenu(tr("&Actions"));
    m_actionsMenu->setObjectName(u"actionsMenu"_s);
    m_userMenu = new QMenu(this);
    m_userMenu->addAction(m_signOutAction);
    m_shellActions << m_signOutAction;

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    connect(addTo(*help, u"shortcutsAction"_s, u"command"_s, tr("Keyboard shortcuts"), Qt::Key_F1,
                  tr("Every action with its shortcut")),
            &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(addTo(*help, u"aboutAction"_s, u"info"_s, tr("About Voxdesk"), {}, tr("Version and licences")),
            &QAction::triggered, this, &MainWindow::showAbout);
    for (QMenu *menu : findChildren<QMenu *>())
        menu->setToolTipsVisible(true);
}

void MainWindow::buildViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    QAction *refresh = addTo(*view, u"refreshAction"_s, u"refresh-cw"_s, tr("Refresh"), QKeySequence::Refresh,
                             tr("Read what is shown again"));
    refresh->setShortcut(Qt::Key_F5);
    connect(refresh, &QAction::triggered, this, [this] {
        if (auto *current = currentPane())
            current->refresh();
    });
    m_utcAction = addTo(*view, u"utcAction"_s, u"clock"_s, tr("Times in UTC"), Qt::CTRL | Qt::SHIFT | Qt::Key_U,
                        tr("Show times in UTC instead of local time"));
    m_utcAction->setCheckable(true);
    m_utcAction->setChecked(m_context.format.isUtc());
    connect(m_utcAction, &QAction::toggled, this, &MainWindow::utcChosen);
    connect(&m_context.format, &DisplayFormat::changed, m_utcAction,
            [this] { m_utcAction->setChecked(m_context.format.isUtc()); });
    m_themeMenu = view->addMenu(m_context.theme.icon(u"sun"_s), tr("Theme"));
    auto *group = new QActionGroup(this);
    const auto mode = [&](Theme::Mode which, const QString &name, const QString &icon, const QString &text) {
        QAction *action = addTo(*m_themeMenu, name, icon, text, {}, text);
        action->setCheckable(true);
        action->setChecked(m_context.theme.mode() == which);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, which] { emit themeChosen(which); });
    };
    mode(Theme::Mode::System, u"systemThemeAction"_s, u"monitor"_s, tr("System", "theme"));
    mode(Theme::Mode::Light, u"lightThemeAction"_s, u"sun"_s, tr("Light", "theme"));
    mode(Theme::Mode::Dark, u"darkThemeAction"_s, u"moon"_s, tr("Dark", "theme"));
    QAction *next = addTo(*view, u"switchThemeAction"_s, u"moon"_s, tr("Switch light and dark"),
                          Qt::CTRL | Qt::SHIFT | Qt::Key_L, tr("Change between the light and the dark theme"));
    connect(next, &QAction::triggered, this,
            [this] { emit themeChosen(m_context.theme.isDark() ? Theme::Mode::Light : Theme::Mode::Dark); });
    m_languageMenu = view->addMenu(m_context.theme.icon(u"globe"_s), tr("Language"));
    m_shellActions << refresh;
}

void MainWindow::buildGoMenu()
{
    m_goMenu = menuBar()->addMenu(tr("&Go"));
    m_goMenu->addSeparator();
    const auto add = [this](const QString &name, const QString &icon, const QString &text, const QKeySequence &shortcut,
                            const QString &explanation, auto slot) {
        QAction *action = addTo(*m_goMenu, name, icon, text, shortcut, explanation);
        connect(action, &QAction::triggered, this, slot);
        m_shellActions << action;
    };
    add(u"paletteAction"_s, u"command"_s, tr("Command palette…"), Qt::CTRL | Qt::Key_K,
        tr("Panes, actions and rows by a few letters"), [this] { openPalette(); });
    add(u"searchAction"_s, u"search"_s, tr("Search this pane"), QKeySequence::Find,
        tr("Puts the cursor into the search"), [this] {
            if (auto *current = currentPane(); current && !current->focusSearch())
                openPalette();
        });
    add(u"previousRowAction"_s, u"arrow-up"_s, tr("Previous row"), Qt::ALT | Qt::Key_Up, tr("Select the row above"),
        [this] {
            if (auto *current = currentPane())
                current->stepRow(-1);
        });
    add(u"nextRowAction"_s, u"arrow-down"_s, tr("Next row"), Qt::ALT | Qt::Key_Down, tr("Select the row below"),
        [this] {
            if (auto *current = currentPane())
                current->stepRow(1);
        });
    add(u"closeAction"_s, u"x"_s, tr("Close details, deselect"), Qt::Key_Escape,
        tr("Closes the palette, the message or the details"), [this] { closeOneThing(); });
}

void MainWindow::updatePaneMenu()
{
    m_actionsMenu->clear();
    if (const auto *current = currentPane())
        m_actionsMenu->addActions(current->commands());
    if (m_actionsMenu->isEmpty())
        m_actionsMenu->addAction(tr("This pane has no actions"))->setEnabled(false);
}

void MainWindow::setLanguages(const QList<QPair<QString, QString>> &languages, const QString &current)
{
    m_languageMenu->clear();
    auto *group = new QActionGroup(m_languageMenu);
    const auto add = [&](const QString &code, const QString &name) {
        QAction *action = m_languageMenu->addAction(name);
        action->setCheckable(true);
        action->setChecked(code == current);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { emit languageChosen(code); });
    };
    add({}, tr("As the system"));
    for (const auto &[code, name] : languages)
        add(code, name);
}

QList<PaletteEntry> MainWindow::findCommands(const QString &text)
{
    QList<PaletteEntry> entries;
    const auto fits = [&](const QString &title) { return text.isEmpty() || title.contains(text, Qt::CaseInsensitive); };
    const auto addAction = [&](QAction *action, const QString &group, const QString &icon) {
        const QString title = QString(action->text()).remove(u'&').remove(u'…');
        if (action->isSeparator() || action->menu() || !fits(title))
            return;
        entries.append({title, group, icon, action->shortcut().toString(QKeySequence::NativeText),
                        action->isEnabled() ? QString() : action->toolTip(), [action] { action->trigger(); }});
    };
    for (QAction *action : std::as_const(m_paneActions))
        addAction(action, tr("Pane"), u"panel-right"_s);
    if (!text.isEmpty()) {
        for (int i = 0; i < m_paneActions.size(); ++i) {
            Pane *searched = pane(m_paneActions.at(i)->objectName().mid(5));
            if (!searched)
                continue;
            for (const RowHit &hit : searched->rowsLike(text, 5))
                entries.append({hit.title, hit.subtitle, searched->icon(), {}, {}, [this, searched, id = hit.id] {
                                    openPane(searched->id());
                                    searched->revealRow(id);
                                }});
        }
    }
    if (auto *current = currentPane()) {
        for (QAction *action : current->commands())
            addAction(action, current->title(), u"command"_s);
    }
    for (QMenu *menu : {m_goMenu, m_fileMenu, m_themeMenu}) {
        for (QAction *action : menu->actions()) {
            if (!m_paneActions.contains(action) && action->objectName() != "paletteAction"_L1)
                addAction(action, tr("Action"), u"command"_s);
        }
    }
    addAction(m_utcAction, tr("Action"), u"clock"_s);
    if (text.isEmpty())
        return entries;
    for (QAction *action : std::as_const(m_paneActions)) { // what is not held is asked for on the server
        Pane *searched = pane(action->objectName().mid(5));
        if (!searched || !searched->canSearch())
            continue;
        entries.append({tr("Search %1 for “%2”").arg(searched->title(), text),
                        tr("on the server"),
                        u"search"_s,
                        {},
                        {},
                        [this, searched, text] {
                            searched->search(text);
                            openPane(searched->id());
                        }});
    }
    return entries;
}

void MainWindow::showShortcuts()
{
    QList<QPair<QString, QString>> lines;
    for (QAction *top : menuBar()->actions()) {
        QList<QPair<QString, QString>> ofMenu;
        for (const QAction *action : top->menu()->actions()) {
            if (!action->shortcut().isEmpty())
                ofMenu.append(
                    {QString(action->text()).remove(u'&'), action->shortcut().toString(QKeySequence::NativeText)});
        }
        if (!ofMenu.isEmpty())
            lines << std::pair(QString(top->text()).remove(u'&'), QString()) << ofMenu;
    }
    auto *dialog = new ShowTextDialog(m_context, tr("Keyboard shortcuts"), {}, lines, this);
    dialog->setObjectName(u"shortcutsDialog"_s);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new ShowTextDialog(
        m_context, tr("Voxdesk %1").arg(QApplication::applicationVersion()),
        tr("The console of a voice platform. Free software under the GNU General Public License, version 3 or later."),
        {{tr("Icons"), tr("Lucide, ISC licence")}, {tr("Built with"), u"Qt %1"_s.arg(QString::fromLatin1(qVersion()))}},
        this);
    dialog->setObjectName(u"aboutDialog"_s);
    dialog->open();
}

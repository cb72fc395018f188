// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstate.h"
#include "models/domain/serverprofile.h"
#include "ui/support/context.h"
#include "ui/widgets/pane.h"

#include <QMainWindow>

class Banner;
class CommandPalette;
class DetailsDrawer;
class Navigation;
class QActionGroup;
class QSplitter;
class QStackedWidget;
class Toast;
class TopBar;
class ThemedLabel;
struct PaletteEntry;

/// The window: navigation, top bar, one pane, the drawer beside it; or a page in front of all that. Decides nothing
/// that needs a server: it says what was asked for by signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Context &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    void addPane(const QString &group, Pane *pane); ///< takes it over; without a group it stands alone
    /// A pane about the person, reached by the user menu instead of the navigation; takes it over.
    void addAccountPane(Pane *pane);
    void removePanes();
    QList<Pane *> panes() const; ///< in the order of the navigation
    Pane *pane(const QString &id) const;
    Pane *currentPane() const;
    void openPane(const QString &id);

    void addPage(QWidget *page); ///< takes it over
    void showPage(QWidget *page); ///< in front of the panes
    void showPanes();
    bool showsPanes() const;

    void setProfiles(const QList<ServerProfile> &profiles, const ServerProfile &current);
    void setUser(const User &user);
    void setConnection(ConnectionState state, const QString &reason);
    void setWaiting(const QString &sentence); ///< for the rate limit; empty: not
    void setStatus(const QString &sentence); ///< at the lower edge, until the next
    void setLanguages(const QList<QPair<QString, QString>> &languages, const QString &current); ///< BCP 47 → own name
    void notify(const Notice &notice);
    void openPalette(const QString &text = {});

signals:
    void paneOpened(const QString &id);
    void profileChosen(const QString &profileId);
    void manageProfilesRequested();
    void signOutRequested();
    void themeChosen(Theme::Mode mode);
    void utcChosen(bool utc);
    void languageChosen(const QString &bcp47); ///< empty: the system's
    void retryConnectionRequested();
    void shownChanged(bool shown); ///< hidden or minimised: nothing needs to be polled

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildMenus();
    void buildGoMenu();
    void buildViewMenu();
    QAction *addTo(QMenu &menu, const QString &name, const QString &icon, const QString &text,
                   const QKeySequence &shortcut, const QString &explanation);
    void buildLayout();
    QAction *addPaneAction(Pane *pane, const QKeySequence &shortcut);
    void showHistory(const Details &details);
    void updatePaneMenu();
    void updateFrame();
    void showDetails(const Details &details);
    void closeOneThing(); ///< Esc
    void openFiltered(const QString &id, const QMap<QString, QString> &filters, const QMap<QString, QString> &names);
    QList<PaletteEntry> findCommands(const QString &text);
    void showShortcuts();
    void showAbout();
    void updateReadOnly();

    Context m_context;
    QMenu *m_fileMenu = nullptr;
    QMenu *m_profilesMenu = nullptr;
    QMenu *m_themeMenu = nullptr;
    QMenu *m_languageMenu = nullptr;
    QMenu *m_userMenu = nullptr;
    QMenu *m_goMenu = nullptr;
    QMenu *m_actionsMenu = nullptr;
    QAction *m_utcAction = nullptr;
    QAction *m_signOutAction = nullptr;
    QList<QAction *> m_paneActions;
    QList<QAction *> m_shellActions; ///< mean something only while panes are shown

    QStackedWidget *m_stack;
    QWidget *m_shell;
    Navigation *m_navigation;
    TopBar *m_topBar = nullptr;
    Banner *m_offline;
    Banner *m_waiting;
    Banner *m_readOnly;
    QSplitter *m_splitter;
    QStackedWidget *m_panes;
    DetailsDrawer *m_drawer;
    ThemedLabel *m_status;
    Toast *m_toast;
    CommandPalette *m_palette;
};

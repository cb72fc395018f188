// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/serverprofile.h"
#include "models/domain/user.h"
#include "ui/support/context.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;
class TagLabel;
class ThemedLabel;

/// Above the panes: which server, search, how fresh, zone, theme, who.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(const Context &context, QMenu &profiles, QMenu &themes, QMenu &user, QWidget *parent = nullptr);

    void setProfile(const ServerProfile &profile);
    void setOffline(bool offline); ///< the server's mark is hollow then
    void setUser(const User &user);
    void setFreshness(const QDateTime &loadedAt);
    void setRefreshing(bool refreshing);

signals:
    void searchRequested();
    void refreshRequested();
    void zoneToggled();

private:
    QToolButton *makeButton(const QString &name, const QString &icon, const QString &explanation);
    void updateZone();
    void updateThemeIcon();

    Context m_context;
    QToolButton *m_profile;
    TagLabel *m_kind;
    QPushButton *m_search;
    ThemedLabel *m_fresh;
    QToolButton *m_refresh;
    QToolButton *m_zone;
    QToolButton *m_theme;
    QToolButton *m_user;
    QDateTime m_loadedAt;
    QColor m_colour; ///< of the profile
    bool m_offline = false;
};

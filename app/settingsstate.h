// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's interfaces are on this computer: the settings.
#pragma once

#include "services/auth/session.h"
#include "services/settings/settings.h"
#include "ui/support/access.h"
#include "ui/support/profilebook.h"
#include "ui/support/viewstate.h"

class SettingsViewState : public ViewState
{
public:
    /// `access` says which server the panes show, and is asked only when they are.
    SettingsViewState(Settings &settings, const Access &access)
        : m_settings(settings)
        , m_access(access)
    {
    }
    QJsonObject paneState(const QString &pane) const override
    {
        return m_settings.paneState(pane, m_access.profile().id);
    }
    void setPaneState(const QString &pane, const QJsonObject &state) override
    {
        m_settings.setPaneState(pane, m_access.profile().id, state);
    }
    QMap<QString, QJsonObject> savedViews(const QString &pane) const override { return m_settings.savedViews(pane); }
    void saveView(const QString &pane, const QString &name, const QJsonObject &state) override
    {
        m_settings.saveView(pane, name, state);
    }
    void removeView(const QString &pane, const QString &name) override { m_settings.removeView(pane, name); }

private:
    Settings &m_settings;
    const Access &m_access;
};

class SettingsProfileBook : public ProfileBook
{
public:
    SettingsProfileBook(Settings &settings, SecretStore &secrets)
        : m_settings(settings)
        , m_secrets(secrets)
    {
    }
    QList<ServerProfile> profiles() const override { return m_settings.profiles(); }
    Result<Done> save(const ServerProfile &profile) override { return m_settings.saveProfile(profile); }
    void remove(const QString &id) override
    {
        m_settings.removeProfile(id);
        Session::forgetSaved(m_secrets, id);
    }
    void move(const QString &id, int index) override { m_settings.moveProfile(id, index); }

private:
    Settings &m_settings;
    SecretStore &m_secrets;
};

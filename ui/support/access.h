// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/connectionstate.h"
#include "models/domain/serverprofile.h"
#include "models/domain/user.h"

#include <QObject>

/// What the signed-in person may do on the current server, and why not. GUI thread.
class Access : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void setUser(const User &user);
    void setProfile(const ServerProfile &profile);
    void setConnection(ConnectionState state);

    const User &user() const { return m_user; }
    const ServerProfile &profile() const { return m_profile; }
    bool seesPlatform() const { return m_user.role == Role::Admin || m_user.role == Role::Support; }

    /// Why nothing may be changed, as a sentence; empty: it may.
    QString whyNoChanges() const;
    /// The name to type before something destructive; empty: a plain question is enough.
    QString nameToType() const { return m_profile.production ? m_profile.name : QString(); }

signals:
    void changed();

private:
    User m_user;
    ServerProfile m_profile;
    ConnectionState m_connection = ConnectionState::Unknown;
};

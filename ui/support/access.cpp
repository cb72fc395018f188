// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/access.h"

void Access::setUser(const User &user)
{
    m_user = user;
    emit changed();
}

void Access::setProfile(const ServerProfile &profile)
{
    m_profile = profile;
    emit changed();
}

void Access::setConnection(ConnectionState state)
{
    if (std::exchange(m_connection, state) != state)
        emit changed();
}

QString Access::whyNoChanges() const
{
    if (m_profile.readOnly)
        return tr("The profile “%1” is read-only. Change that under File, Servers.").arg(m_profile.name);
    if (m_user.role == Role::Support)
        return tr("Support staff can look at everything but change nothing. Ask an administrator.");
    if (m_user.role != Role::Admin)
        return tr("Only an administrator can change this.");
    if (m_connection == ConnectionState::Offline)
        return tr("There is no connection to the server.");
    return {};
}

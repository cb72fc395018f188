// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audit.h"
#include "server/identity/identitycontext.h"
#include "server/identity/userstore.h"

#include <QObject>

namespace identity
{
/// A text of a body without spaces at its ends or twice in a row; nothing when it was not sent.
std::optional<QString> sentText(const QJsonObject &body, QLatin1StringView name);

/// Changes to existing users, each one piece of the writer's work, with what must follow: sessions end, caches forget,
/// the audit log tells who it was.
/// One a worker, on its thread; the futures finish there.
class AccountChanges
{
public:
    explicit AccountChanges(IdentityContext &context)
        : m_context(context)
    {
    }

    /// As UserStore::update(), and as setOrganizationRole() before it where there is a role: both or neither. A user
    /// who is disabled is signed out everywhere.
    QFuture<Result<UserRow>> update(const audit::Actor &actor, const QString &id, const AccountChange &change,
                                    const Precondition &check = {}, std::optional<OrganizationRole> role = {});
    QFuture<Result<UserRow>> setLimits(const audit::Actor &actor, const QString &id, const LimitChange &change,
                                       const Precondition &check = {});
    /// `action`: what the log calls it.
    QFuture<Result<Done>> remove(const audit::Actor &actor, const QString &id, const Precondition &check = {},
                                 const QString &action = QStringLiteral("user.deleted"));
    /// As UserStore::setOrganizationRole().
    QFuture<Result<UserRow>> setOrganizationRole(const audit::Actor &actor, const QString &id, OrganizationRole role,
                                                 const Precondition &check);
    /// Answers how many sessions ended. ResourceNotFound.
    QFuture<Result<qint64>> signOutEverywhere(const audit::Actor &actor, const QString &id);
    /// One answer a user, in the order of `ids`; what failed changed nothing and holds up nobody else.
    QFuture<Result<QList<Result<Done>>>> setActive(const audit::Actor &actor, const QStringList &ids, bool active);

private:
    template<typename T>
    QFuture<Result<T>> run(const QStringList &ids,
                           std::function<Result<T>(store::Connection &, UserStore &, qint64)> work);

    IdentityContext &m_context;
    QObject m_scope; // what waits for futures dies with it
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/async.h"
#include "models/domain/page.h"
#include "models/domain/tagged.h"
#include "models/domain/user.h"
#include "models/domain/usersession.h"

/// Only what is set is changed.
struct UserChange {
    std::optional<QString> email = {};
    std::optional<QString> firstName = {};
    std::optional<QString> lastName = {};
    std::optional<QString> phone = {};
    std::optional<Role> role = {};
    std::optional<Tier> tier = {};
    std::optional<bool> active = {};

    bool isEmpty() const { return !email && !firstName && !lastName && !phone && !role && !tier && !active; }
};

/// The users of the platform, as an administrator or support sees them. Implemented by services/api and by the tests.
/// Filters: "role", "subscription_tier", "is_active" ("true", "false"), "organization_id", "search".
/// Sort: the API's column names ("email", "created_at", …). Changes answer the user as it is afterwards.
/// Errors of a change: ValidationError (details), PreconditionFailed (`etag` is stale), ResourceConflict, Forbidden
/// (support, read-only profile).
class UserDirectory : public PageSource<User>
{
public:
    virtual QFuture<Result<Tagged<User>>> get(const QString &id) = 0;
    /// `etag` empty: without a check for others' changes.
    virtual QFuture<Result<Tagged<User>>> update(const QString &id, const UserChange &change, const QByteArray &etag)
        = 0;
    virtual QFuture<Result<Tagged<User>>> updateLimits(const QString &id, const Limits &limits, const QString &notes,
                                                       const QByteArray &etag)
        = 0;
    virtual QFuture<Result<Tagged<User>>> setActive(const QString &id, bool active) = 0;
    virtual QFuture<Result<Done>> remove(const QString &id) = 0;
    /// Up to 1000 users in one request. Answers those that could not be changed, each with its reason.
    virtual QFuture<Result<QMap<QString, Error>>> setManyActive(const QStringList &, bool)
    {
        return readyFuture(Result<QMap<QString, Error>>(ErrorCode::RouteNotFoundForVersion)); // a directory that cannot
    }
    virtual QFuture<Result<QList<UserSession>>> sessions(const QString &id) = 0;
    /// Ends every session of the user: DELETE …/users/:id/sessions.
    virtual QFuture<Result<Done>> signOutEverywhere(const QString &)
    {
        return readyFuture(Result<Done>(ErrorCode::RouteNotFoundForVersion)); // a directory that cannot
    }
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accountchanges.h"

#include "server/identity/accountmail.h"
#include "server/identity/later.h"
#include "server/identity/organizationstore.h"
#include "server/identity/sessionstore.h"
#include "server/identity/userrecord.h"
#include "server/store/rowlock.h"

using namespace Qt::StringLiterals;

namespace identity
{
std::optional<QString> sentText(const QJsonObject &body, QLatin1StringView name)
{
    const QJsonValue value = body[name];
    return value.isString() ? std::optional(value.toString().simplified()) : std::nullopt;
}

namespace
{
/// The writer's connection, and who uses it for what.
struct Piece {
    store::Connection &connection;
    UserStore &users;
    const IdentitySettings &settings;
    const audit::Actor &actor;
    qint64 now;
};

/// The user as it stays until the transaction ends: what is told as "before" is what is overwritten.
Result<UserRow> heldUser(store::Connection &connection, UserStore &users, const QString &id)
{
    const auto locked = store::lockRow(connection, "users"_L1, id);
    return locked ? users.byId(id) : Result<UserRow>(locked.error());
}

Result<UserRow> updateOne(const Piece &piece, const QString &id, const AccountChange &change, const Precondition &check)
{
    const auto before = heldUser(piece.connection, piece.users, id);
    auto row = piece.users.update(id, change, check);
    if (!row)
        return row;
    if (change.active == false) {
        const auto ended
            = SessionStore(piece.connection, piece.settings, piece.now).revokeAllOf(id, u"account disabled"_s);
        if (!ended)
            return ended.error();
    }
    if (!before)
        return before;
    if (auto mailed = mailNewAddress(piece.connection, before->user, row->user, piece.now); !mailed)
        return mailed.error();
    const auto told = recordUpdate(piece.connection, piece.actor, u"user.updated"_s, *before, *row, piece.now);
    return told ? row : Result<UserRow>(told.error());
}

Result<UserRow> updateRole(const Piece &piece, const QString &id, OrganizationRole role, const Precondition &check)
{
    const auto before = heldUser(piece.connection, piece.users, id);
    auto row = piece.users.setOrganizationRole(id, role, check);
    if (!row || !before)
        return row ? before : row;
    const auto told = recordUpdate(piece.connection, piece.actor, u"member.updated"_s, *before, *row, piece.now);
    return told ? row : Result<UserRow>(told.error());
}
}

template<typename T>
QFuture<Result<T>> AccountChanges::run(const QStringList &ids,
                                       std::function<Result<T>(store::Connection &, UserStore &, qint64)> work)
{
    const auto piece
        = [work = std::move(work), now = m_context.now(), settings = m_context.settings](store::Connection &c) {
              UserStore users(c, *settings, now);
              return work(c, users, now);
          };
    return later<Result<T>>(m_context.writer.submit<T>(piece), &m_scope, [this, ids](const Result<T> &result) {
        m_context.cache.evictUsers(QSet<QString>(ids.begin(), ids.end()));
        return result;
    });
}

QFuture<Result<UserRow>> AccountChanges::update(const audit::Actor &actor, const QString &id,
                                                const AccountChange &change, const Precondition &check,
                                                std::optional<OrganizationRole> role)
{
    return run<UserRow>({id},
                        [actor, id, change, check, role, settings = m_context.settings](
                            store::Connection &c, UserStore &users, qint64 now) -> Result<UserRow> {
                            const Piece piece{c, users, *settings, actor, now};
                            if (!role)
                                return updateOne(piece, id, change, check);
                            auto row = updateRole(piece, id, *role, check);
                            return row ? updateOne(piece, id, change, {}) : row;
                        });
}

QFuture<Result<UserRow>> AccountChanges::setLimits(const audit::Actor &actor, const QString &id,
                                                   const LimitChange &change, const Precondition &check)
{
    return run<UserRow>(
        {id}, [actor, id, change, check](store::Connection &c, UserStore &users, qint64 now) -> Result<UserRow> {
            const auto before = heldUser(c, users, id);
            auto row = users.setLimits(id, change, check);
            if (!row || !before)
                return row ? before : row;
            const auto told = recordLimits(c, actor, *before, *row, now);
            return told ? row : Result<UserRow>(told.error());
        });
}

QFuture<Result<Done>> AccountChanges::remove(const audit::Actor &actor, const QString &id, const Precondition &check,
                                             const QString &action)
{
    return run<Done>({id},
                     [actor, id, check, action](store::Connection &c, UserStore &users, qint64 now) -> Result<Done> {
                         const auto before = heldUser(c, users, id);
                         if (const auto done = users.remove(id, check); !done || !before)
                             return done ? Result<Done>(before.error()) : done;
                         audit::Change change = changeOf(action, before->user);
                         change.before = auditedFields(*before);
                         change.before.insert(u"organization_name"_s, before->user.organizationName);
                         if (const auto told = audit::record(c, actor, change, now); !told)
                             return told;
                         const auto organization = organizationById(c, before->user.organizationId);
                         if (organization || organization.error().code != ErrorCode::ResourceNotFound)
                             return organization ? Result<Done>(Done{}) : organization.error();
                         return audit::record(c, actor,
                                              {.action = u"organization.deleted"_s,
                                               .targetType = u"organization"_s,
                                               .targetId = before->user.organizationId,
                                               .targetLabel = before->user.organizationName,
                                               .organizationId = before->user.organizationId,
                                               .before = {{u"name"_s, before->user.organizationName}}},
                                              now);
                     });
}

QFuture<Result<UserRow>> AccountChanges::setOrganizationRole(const audit::Actor &actor, const QString &id,
                                                             OrganizationRole role, const Precondition &check)
{
    return run<UserRow>(
        {id},
        [actor, id, role, check, settings = m_context.settings](store::Connection &c, UserStore &users, qint64 now) {
            return updateRole({c, users, *settings, actor, now}, id, role, check);
        });
}

QFuture<Result<qint64>> AccountChanges::signOutEverywhere(const audit::Actor &actor, const QString &id)
{
    return run<qint64>({id},
                       [actor, id, settings = m_context.settings](store::Connection &c, UserStore &users,
                                                                  qint64 now) -> Result<qint64> {
                           const auto row = users.byId(id);
                           if (!row)
                               return row.error();
                           auto ended
                               = SessionStore(c, *settings, now).revokeAllOf(id, u"signed out by an administrator"_s);
                           if (!ended)
                               return ended;
                           audit::Change change = changeOf(u"session.revoked"_s, row->user);
                           change.after = {{u"sessions"_s, *ended}, {u"reason"_s, u"signed out by an administrator"_s}};
                           const auto told = audit::record(c, actor, change, now);
                           return told ? ended : Result<qint64>(told.error());
                       });
}

QFuture<Result<QList<Result<Done>>>> AccountChanges::setActive(const audit::Actor &actor, const QStringList &ids,
                                                               bool active)
{
    using Results = QList<Result<Done>>;
    return run<Results>(
        ids,
        [actor, ids, active, settings = m_context.settings](store::Connection &c, UserStore &users,
                                                            qint64 now) -> Result<Results> {
            Results results;
            for (const QString &id : ids) {
                // Within the writer's transaction this is a savepoint: one that fails is undone alone.
                store::Transaction one(c);
                if (!one.isOpen())
                    return one.error();
                const auto row = updateOne({c, users, *settings, actor, now}, id, {.active = active}, {});
                if (row) {
                    if (auto kept = one.commit(); !kept)
                        return kept.error();
                    results << Result<Done>(Done{});
                } else {
                    results << Result<Done>(row.error());
                }
            }
            return results;
        });
}
}

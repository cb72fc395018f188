// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accountchanges.h"

#include "server/identity/later.h"
#include "server/identity/sessionstore.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
Result<UserRow> updateOne(store::Connection &c, UserStore &users, const IdentitySettings &settings, qint64 now,
                          const QString &id, const AccountChange &change, const Precondition &check)
{
    auto row = users.update(id, change, check);
    if (row && change.active == false) {
        if (auto ended = SessionStore(c, settings, now).revokeAllOf(id, u"account disabled"_s); !ended)
            return ended.error();
    }
    return row;
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
        for (const QString &id : ids)
            m_context.cache.evictUser(id);
        return result;
    });
}

QFuture<Result<UserRow>> AccountChanges::update(const QString &id, const AccountChange &change,
                                                const Precondition &check)
{
    return run<UserRow>(
        {id}, [id, change, check, settings = m_context.settings](store::Connection &c, UserStore &users, qint64 now) {
            return updateOne(c, users, *settings, now, id, change, check);
        });
}

QFuture<Result<UserRow>> AccountChanges::setLimits(const QString &id, const LimitChange &change,
                                                   const Precondition &check)
{
    return run<UserRow>({id}, [id, change, check](store::Connection &, UserStore &users, qint64) {
        return users.setLimits(id, change, check);
    });
}

QFuture<Result<Done>> AccountChanges::remove(const QString &id, const Precondition &check)
{
    return run<Done>({id},
                     [id, check](store::Connection &, UserStore &users, qint64) { return users.remove(id, check); });
}

QFuture<Result<UserRow>> AccountChanges::setOrganizationRole(const QString &organizationId, const QString &id,
                                                             OrganizationRole role)
{
    return run<UserRow>({id}, [organizationId, id, role](store::Connection &, UserStore &users, qint64) {
        return users.setOrganizationRole(organizationId, id, role);
    });
}

QFuture<Result<qint64>> AccountChanges::signOutEverywhere(const QString &id)
{
    return run<qint64>(
        {id},
        [id, settings = m_context.settings](store::Connection &c, UserStore &users, qint64 now) -> Result<qint64> {
            if (auto row = users.byId(id); !row)
                return row.error();
            return SessionStore(c, *settings, now).revokeAllOf(id, u"signed out by an administrator"_s);
        });
}

QFuture<Result<QList<Result<Done>>>> AccountChanges::setActive(const QStringList &ids, bool active)
{
    using Results = QList<Result<Done>>;
    return run<Results>(ids,
                        [ids, active, settings = m_context.settings](store::Connection &c, UserStore &users,
                                                                     qint64 now) -> Result<Results> {
                            Results results;
                            for (const QString &id : ids) {
                                // Within the writer's transaction this is a savepoint: one that fails is undone alone.
                                store::Transaction one(c);
                                if (!one.isOpen())
                                    return one.error();
                                const auto row = updateOne(c, users, *settings, now, id, {.active = active}, {});
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

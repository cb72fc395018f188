// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accesskeys/keycache.h"
#include "server/versions/versionroutes.h"
#include "tests/server/identity/identityworld.h"

/// An IdentityWorld with versions and access keys, and one keeper for its workers, whose timer never fires.
class VersionWorld
{
public:
    VersionWorld();
    ~VersionWorld();

    IdentityWorld &world() { return *m_world; }
    versions::VersionKeeper &keeper() { return *m_keeper; }
    void stopKeeper() { m_keeper.reset(); } ///< as at the end of a server
    std::shared_ptr<api::Shared> shared() const { return m_shared; }
    store::Writer &writer() { return *m_writer; }

    Reply get(const QByteArray &path) { return m_world->get(path, m_admin); } ///< as the administrator
    Reply put(const QJsonObject &body) { return send(http::Method::Put, "/api/v2/admin/versions", body); }
    Reply send(http::Method method, const QByteArray &path, const QJsonObject &body, const http::Headers &headers = {});
    /// The lifecycles as they are, one of them with other members.
    QJsonObject with(const QString &version, const QJsonObject &members);
    const QByteArray &admin() const { return m_admin; }

private:
    MoreRoutes routes();

    std::vector<std::unique_ptr<versions::VersionContext>> m_contexts; // outlive the workers
    std::unique_ptr<accesskeys::KeyCache> m_keys;
    std::shared_ptr<api::Shared> m_shared;
    store::Writer *m_writer = nullptr;
    std::unique_ptr<IdentityWorld> m_world;
    std::unique_ptr<versions::VersionKeeper> m_keeper; // last: dies before the writer
    QByteArray m_admin;
};

/// A time of the world's clock, as JSON has it.
QString wireTime(qint64 ms);

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/versions/versionworld.h"

#include "server/accesskeys/accesskeyroutes.h"
#include "server/accesskeys/keyauthenticator.h"
#include "server/api/isotime.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString wireTime(qint64 ms) { return QString::fromLatin1(api::isoTime(ms)); }

VersionWorld::VersionWorld()
{
    m_world = std::make_unique<IdentityWorld>(identity::IdentitySettings(), routes());
    m_world->makeUser(u"root@x.example"_s, Role::Admin);
    m_admin = m_world->tokenOf(u"root@x.example"_s);
}

VersionWorld::~VersionWorld() = default;

MoreRoutes VersionWorld::routes()
{
    return {.routes =
                [this](const WorldParts &parts) {
                    if (!m_keeper) { // the first worker
                        m_shared = parts.shared;
                        m_writer = &parts.writer;
                        m_keys = std::make_unique<accesskeys::KeyCache>(parts.context.cache);
                        m_keeper = std::make_unique<versions::VersionKeeper>(parts.writer, parts.shared, 1h, 1h);
                        m_shared->setCallCounters(
                            [this](const QList<api::Route> &all) { return m_keeper->makeCounter(all); });
                    }
                    m_contexts.push_back(std::make_unique<versions::VersionContext>(
                        versions::VersionContext{parts.reads, parts.writer, parts.longReads, *m_keeper, parts.clock}));
                    return versions::versionRoutes(*m_contexts.back())
                        + accesskeys::accessKeyRoutes(parts.context, *m_keys);
                },
            .components = versions::versionComponents() + accesskeys::accessKeyComponents(),
            .authenticator = [this](const WorldParts &parts) -> std::unique_ptr<api::Authenticator> {
                return std::make_unique<accesskeys::KeyAuthenticator>(parts.context, *m_keys, parts.sessions);
            }};
}

Reply VersionWorld::send(http::Method method, const QByteArray &path, const QJsonObject &body,
                         const http::Headers &headers)
{
    return m_world->send({.method = method, .path = path, .body = body, .token = m_admin, .headers = headers});
}

QJsonObject VersionWorld::with(const QString &version, const QJsonObject &members)
{
    QJsonObject body = get("/api/v2/admin/versions").data();
    QJsonArray versions = body["versions"_L1].toArray();
    for (QJsonValueRef row : versions) {
        QJsonObject changed = row.toObject();
        if (changed["version"_L1] != version)
            continue;
        for (auto it = members.begin(); it != members.end(); ++it)
            changed[it.key()] = it.value();
        row = changed;
    }
    body["versions"_L1] = versions;
    return body;
}

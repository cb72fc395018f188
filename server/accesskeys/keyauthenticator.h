// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accesskeys/keycache.h"
#include "server/identity/identitycontext.h"

namespace accesskeys
{
/// Recognises access keys, as "Authorization: Bearer vxd_…" or "X-API-Key: vxd_…", and leaves every other credential to
/// `sessions`. One a worker, on its thread.
class KeyAuthenticator : public api::Authenticator
{
public:
    KeyAuthenticator(identity::IdentityContext &context, KeyCache &cache, api::Authenticator &sessions)
        : m_context(context)
        , m_cache(cache)
        , m_sessions(sessions)
    {
    }

    /// AuthInvalid also for two credentials in one request, and for an X-API-Key that is none.
    Result<api::Principal> authenticate(const http::Request &request) override;

private:
    Result<api::Principal> byKey(QByteArrayView text);
    Result<KnownKey> known(const QString &id);
    void noteUse(const QString &id);

    identity::IdentityContext &m_context;
    KeyCache &m_cache;
    api::Authenticator &m_sessions;
};
}

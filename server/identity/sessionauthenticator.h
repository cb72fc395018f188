// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/accesstoken.h"
#include "server/identity/identitycontext.h"

namespace identity
{
/// Recognises "Authorization: Bearer <access token>". The token says which session; whose that is and what they may do
/// comes from the cache or the database, so that a change takes effect with the next request. One a worker, on its
/// thread.
class SessionAuthenticator : public api::Authenticator
{
public:
    explicit SessionAuthenticator(IdentityContext &context);

    Result<api::Principal> authenticate(const http::Request &request) override;

private:
    Result<api::Principal> principalOf(const QString &sessionId, qint64 nowMs);

    IdentityContext &m_context;
    AccessTokens m_tokens;
};
}

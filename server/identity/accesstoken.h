// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/user.h"
#include "server/identity/hmac.h"
#include "server/identity/signingkeys.h"

#include <QCache>

#include <memory>
#include <vector>

namespace identity
{
/// What an access token says. The server believes only who it is for (`sub`, `sid`); role, tier and limits are for
/// clients to read, and are looked up again on every use.
struct AccessClaims {
    QString userId; ///< "sub" and "id"
    QString sessionId; ///< "sid"
    QString organizationId; ///< "org"
    QString tokenId; ///< "jti"
    QString email;
    Role role = Role::User;
    Tier tier = Tier::Free;
    int maxAgents = 0;
    qint64 monthlyTokenQuota = 0;
    qint64 issuedAt = 0; ///< seconds UTC
    qint64 expiresAt = 0; ///< seconds UTC
};

/// Writes and reads JSON Web Tokens (RFC 7519), HS256 and nothing else (RFC 8725). One instance a worker.
///
/// cpp-jwt was tried: it throws, and lets the token's header choose what to
/// check. Here a header is not parsed at all: it must be, byte for byte, one that this server writes.
class AccessTokens
{
public:
    explicit AccessTokens(std::shared_ptr<const SigningKeys> keys);

    QByteArray write(const AccessClaims &claims);
    /// AuthInvalid when it was not written by these keys, is damaged, or is from the future; AuthExpired past its time.
    /// `nowSeconds` is UTC; a clock that was set back by up to a minute is forgiven.
    /// A token once found good is known again without its signature being computed: most requests bring one that came
    /// before.
    Result<AccessClaims> read(QByteArrayView token, qint64 nowSeconds);

private:
    Result<AccessClaims> verify(QByteArrayView token, qint64 nowSeconds);

    static constexpr int KnownTokens = 4096;
    struct Signer {
        QByteArray header; ///< base64url, with the key's id
        std::unique_ptr<Hmac> hmac;
    };
    std::vector<Signer> m_signers; ///< the current one first
    QCache<QByteArray, AccessClaims> m_known{KnownTokens};
};
}

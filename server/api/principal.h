// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/user.h"
#include "server/http/message.h"

#include <optional>

namespace api
{
/// Each includes those before it. Admin: what an owner may do in the organisation; never the platform's administration.
enum class KeyPermission { Read, Write, Admin };

QLatin1StringView toText(KeyPermission permission); ///< "read"
std::optional<KeyPermission> keyPermissionFrom(QStringView text);

/// Who asks. Everything that decides what a caller may do comes from here, never from the request.
struct Principal {
    QString userId;
    QString organizationId;
    QString sessionId; ///< empty for an access key
    QString keyId; ///< empty for a session
    Role role = Role::User; ///< of an access key: never Support or Admin
    OrganizationRole organizationRole = OrganizationRole::Member;
    Tier tier = Tier::Free;
    int requestsPerHour = 0;
    KeyPermission keyPermission = KeyPermission::Read; ///< means something only with keyId
    QString email = {}; ///< of the user; for the audit log, decides nothing
    QString deviceId = {}; ///< of a session: what it was opened from; the same
    bool hasTwoFactor = false; ///< of a session: its user's second factor is on
    qint64 secondFactorMs = 0; ///< when this session gave it last, ms UTC; 0: never
};

/// Turns the credential of a request into a Principal. Implemented by server/identity; one instance a worker.
class Authenticator
{
public:
    virtual ~Authenticator() = default;
    /// AuthRequired when there is no credential, AuthInvalid when it is forged, revoked or unknown, AuthExpired past
    /// its time.
    virtual Result<Principal> authenticate(const http::Request &request) = 0;
};
}

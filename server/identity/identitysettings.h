// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/user.h"

#include <QList>

#include <array>
#include <chrono>

namespace identity
{
/// What OWASP names as the floor for argon2id. A stored hash with less is made anew at the next sign-in.
struct PasswordCost {
    quint32 memoryKib = 19456;
    quint32 passes = 2;
};

/// What an operator may change about accounts. Copied into every worker; constant while the server runs.
struct IdentitySettings {
    std::chrono::seconds accessLifetimeV1{3600}; ///< also of the /auth alias
    std::chrono::seconds accessLifetimeV2{900};
    std::chrono::seconds refreshLifetime{30 * 24 * 3600};
    /// A client that lost the answer of a refresh may repeat it for so long.
    /// 0: never, as the contract has it: a used refresh token ends its session.
    std::chrono::seconds refreshGrace{0};

    int failuresBeforeLock = 10; ///< of one account from one address within `lockWindow`
    std::chrono::seconds lockWindow{15 * 60};
    std::chrono::seconds lockDuration{15 * 60};
    int failuresBeforeSlowing = 20; ///< of one account from all addresses within `lockWindow`
    std::chrono::milliseconds slowestSignIn{4000};

    bool requireVerifiedEmail = false; ///< nobody signs in before the e-mail address is confirmed

    QList<Tier> registrationTiers{Tier::Free, Tier::Pro, Tier::Enterprise};
    std::array<Limits, 3> tierLimits{defaultLimits(Tier::Free), defaultLimits(Tier::Pro),
                                     defaultLimits(Tier::Enterprise)};

    const Limits &limitsOf(Tier tier) const { return tierLimits.at(std::size_t(tier)); }
};
}

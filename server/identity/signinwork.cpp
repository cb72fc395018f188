// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/signinwork.h"

#include "server/identity/accountmail.h"
#include "server/identity/organizationstore.h"
#include "server/identity/twofactorstore.h"
#include "server/identity/userrecord.h"
#include "server/identity/userstore.h"
#include "server/store/rowlock.h"

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
Error needsV2()
{
    return {.code = ErrorCode::Forbidden,
            .message = u"This account needs a second factor, which this way of signing in does not ask for. Sign in "
                       "through v2 (POST /api/v2/auth/login)."_s};
}

Error unconfirmed()
{
    return {.code = ErrorCode::Forbidden,
            .message = u"Confirm your e-mail address first: enter the code that was mailed to you, or ask for another "
                       "(POST /api/v2/auth/email/resend)."_s};
}

QString reasonOf(const Error &error) { return QString(info(error.code).name).toLower(); }
}

Error locked(int seconds) { return {.code = ErrorCode::AccountLocked, .retryAfterSeconds = seconds}; }

Result<Verdict> SignInWork::refuse(const Attempt &attempt)
{
    LoginFailures failures(m_connection, m_settings, m_now);
    const auto standing = failures.standing(attempt.account, attempt.addressKey);
    if (!standing)
        return standing.error();
    if (standing->lockedSeconds > 0)
        return Verdict{.refusal = locked(standing->lockedSeconds)};
    if (auto recorded = failures.record(attempt.account, attempt.addressKey); !recorded)
        return recorded.error();
    return refused(attempt, {ErrorCode::InvalidCredentials}, u"invalid_credentials"_s);
}

Result<Verdict> SignInWork::refused(const Attempt &attempt, const Error &error, const QString &reason)
{
    auto told = audit::recordFailedSignIn(m_connection, attempt.actor, attempt.shownAccount(), reason, m_now);
    return told ? Result<Verdict>(Verdict{.refusal = error}) : Result<Verdict>(told.error());
}

Result<Verdict> SignInWork::refused(const FactorAttempt &attempt, const User &user, const Error &error,
                                    const QString &reason)
{
    const audit::Actor about = attempt.actor.as(user.id, user.email, user.organizationId);
    auto told = audit::recordFailedSignIn(m_connection, about, user.email, reason, m_now);
    return told ? Result<Verdict>(Verdict{.refusal = error}) : Result<Verdict>(told.error());
}

/// Why somebody who has proved who they are does not get in all the same; nothing: they do.
Result<std::optional<Error>> SignInWork::obstacle(const User &user)
{
    const auto organizationActive = isOrganizationActive(m_connection, user.organizationId);
    if (!organizationActive)
        return organizationActive.error();
    if (!user.active)
        return std::optional(Error{.code = ErrorCode::AccountDisabled});
    if (!*organizationActive)
        return std::optional(Error{.code = ErrorCode::AccountDisabled, .message = u"This organization is disabled."_s});
    if (m_settings.requireVerifiedEmail && !user.emailVerified)
        return std::optional(unconfirmed());
    return std::optional<Error>();
}

Result<Verdict> SignInWork::open(const Attempt &attempt, const QString &rehashed)
{
    // Another server may be giving it another password, or a second factor: that is waited for.
    if (const auto held = store::lockRow(m_connection, "users"_L1, attempt.userId); !held)
        return held.error();
    UserStore users(m_connection, m_settings, m_now);
    // Looked at again: many guesses may have been under way at once, and the account may have changed meanwhile.
    const auto standing = LoginFailures(m_connection, m_settings, m_now).standing(attempt.account, attempt.addressKey);
    if (!standing)
        return standing.error();
    if (standing->lockedSeconds > 0)
        return Verdict{.refusal = locked(standing->lockedSeconds)};
    const auto hash = users.passwordHash(attempt.userId);
    const auto row = users.byId(attempt.userId);
    if (!row || !hash || *hash != attempt.hash)
        return Verdict{.refusal = Error{.code = ErrorCode::InvalidCredentials}};
    const auto stopped = obstacle(row->user);
    if (!stopped)
        return stopped.error();
    if (*stopped)
        return refused(attempt, **stopped, reasonOf(**stopped));
    if (auto done = rehashed.isEmpty() ? Result<Done>(Done{}) : users.setPassword(attempt.userId, rehashed); !done)
        return done.error();
    const auto second = TwoFactorStore(m_connection, m_settings, m_secrets, m_now).isEnabled(attempt.userId);
    if (!second)
        return second.error();
    if (*second && attempt.surface != Surface::V2)
        return refused(attempt, needsV2(), u"two_factor"_s);
    if (*second)
        return challenged(attempt, *row, standing->recentOfAccount);
    return arrived(attempt.account,
                   {.userId = attempt.userId,
                    .device = attempt.device,
                    .address = attempt.address,
                    .surface = attempt.surface,
                    .actor = attempt.actor});
}

/// The failures stay until the second factor is given, too.
Result<Verdict> SignInWork::challenged(const Attempt &attempt, const UserRow &row, int recentFailures)
{
    const auto device
        = DeviceStore(m_connection, m_now).look(attempt.userId, attempt.device, originOf(attempt.address));
    if (!device)
        return device.error();
    const auto challenge = ChallengeStore(m_connection, m_now).open(attempt.userId, attempt.device);
    if (!challenge)
        return challenge.error();
    if (auto told = recordChallenge(attempt, row.user, *device); !told)
        return told.error();
    return Verdict{.row = row, .challenge = *challenge, .device = *device, .recentFailures = recentFailures};
}

/// Its owner sees that somebody knows the password, who need not be the owner: that is not proved yet.
Result<Done> SignInWork::recordChallenge(const Attempt &attempt, const User &user, const SeenDevice &device)
{
    audit::Change change = changeOf(u"session.challenged"_s, user);
    change.after = {{u"device"_s, attempt.device.name}, {u"new_device"_s, device.isNew}};
    return audit::record(m_connection, attempt.actor.as({}, user.email, {}), change, m_now);
}

Result<Verdict> SignInWork::verify(const FactorAttempt &attempt)
{
    ChallengeStore challenges(m_connection, m_now);
    const auto open = challenges.find(attempt.challenge);
    if (!open && info(open.error().code).status != 401)
        return open.error();
    if (!open)
        return Verdict{.refusal = Error{.code = open.error().code,
                                        .message = u"This sign-in is over. Begin again with the password."_s}};
    if (const auto held = store::lockRow(m_connection, "users"_L1, open->userId); !held) // as in open()
        return held.error();
    const auto row = UserStore(m_connection, m_settings, m_now).byId(open->userId);
    if (!row)
        return row.error();
    const auto stopped = obstacle(row->user);
    if (!stopped)
        return stopped.error();
    if (*stopped)
        return refused(attempt, row->user, **stopped, reasonOf(**stopped));
    const auto checked = TwoFactorStore(m_connection, m_settings, m_secrets, m_now).check(open->userId, attempt.code);
    if (!checked)
        return checked.error();
    if (checked->lockedSeconds > 0)
        return refused(attempt, row->user, locked(checked->lockedSeconds), u"account_locked"_s);
    if (!checked->accepted)
        return wrongCode(attempt, row->user, checked->justLocked);
    const auto used = challenges.use(attempt.challenge);
    if (!used || !*used)
        return used ? Result<Verdict>(ErrorCode::AuthInvalid) : Result<Verdict>(used.error());
    return arrived(row->user.email,
                   {.userId = row->user.id,
                    .device = open->device,
                    .address = attempt.address,
                    .surface = Surface::V2,
                    .gaveSecondFactor = true,
                    .actor = attempt.actor});
}

Result<Verdict> SignInWork::wrongCode(const FactorAttempt &attempt, const User &user, bool justLocked)
{
    if (auto failed = ChallengeStore(m_connection, m_now).fail(attempt.challenge); !failed)
        return failed.error();
    if (justLocked) {
        if (auto told = mail::enqueue(m_connection, noticeMail(Notice::CodesGuessed, user.email, m_now), m_now); !told)
            return told.error();
    }
    return refused(attempt, user, {.code = ErrorCode::InvalidCredentials, .details = {{u"code"_s, WrongCode}}},
                   u"two_factor"_s);
}

/// All is proved: what went wrong before is forgiven, and the session opens.
Result<Verdict> SignInWork::arrived(const QString &email, const Arrival &arrival)
{
    LoginFailures failures(m_connection, m_settings, m_now);
    const auto standing = failures.standing(email, addressKey(arrival.address));
    if (!standing)
        return standing.error();
    if (auto forgiven = failures.forgive(email, addressKey(arrival.address)); !forgiven)
        return forgiven.error();
    const auto started = startSession(m_connection, m_settings, m_keys, arrival, m_now);
    if (!started)
        return started.error();
    return Verdict{.row = started->row,
                   .grant = started->grant,
                   .device = started->device,
                   .recentFailures = standing->recentOfAccount};
}
}

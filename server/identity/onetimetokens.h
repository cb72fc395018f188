// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/connection.h"

#include <chrono>
#include <optional>

namespace identity
{
enum class TokenKind { VerifyEmail, ResetPassword };

struct TokenOwner {
    QString userId;
    QString email; ///< where the token was sent; normalized
};

/// The rows of `one_time_tokens`: what is mailed to prove that a mailbox is somebody's. On the connection's thread;
/// changes belong on the writer's connection.
class OneTimeTokens
{
public:
    static constexpr int MostAtOnce
        = 5; ///< that are still good, of a kind, user and address: nobody else can use them up for long
    static constexpr qint64 LeastPauseMs = 60'000;

    OneTimeTokens(store::Connection &connection, TokenKind kind, qint64 nowMs)
        : m_connection(connection)
        , m_kind(kind)
        , m_now(nowMs)
    {
    }

    qint64 lifetimeMs() const; ///< an hour for a password, two days for an address

    /// A token, told once; earlier ones stay good for their time, since mail may be slow. None: there were too many
    /// lately.
    Result<std::optional<QString>> issue(const TokenOwner &owner);
    /// Whose token it is, if it is good now.
    Result<std::optional<TokenOwner>> find(const QString &token);
    /// Of this kind; answers how many. 0: another server was quicker with the same token.
    Result<qint64> dropOf(const QString &userId);

private:
    QString kind() const;
    Result<bool> mayIssue(const TokenOwner &owner);

    store::Connection &m_connection;
    TokenKind m_kind;
    qint64 m_now;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QFuture>

/// Where the pipeline gets its credential. Implemented by Session.
class TokenSource
{
public:
    virtual ~TokenSource() = default;
    virtual QByteArray accessToken() const = 0; ///< empty: not signed in
    virtual bool isExpiring() const = 0; ///< run out, or so soon that a request could meet its end
    /// Gets a new access token. An error says why there is none; the caller's requests fail with it.
    virtual QFuture<Result<Done>> renew() = 0;
};

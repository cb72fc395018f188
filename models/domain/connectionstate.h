// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Whether the current server answers.
enum class ConnectionState {
    Unknown, ///< nothing asked yet
    Online,
    Offline, ///< being probed until it answers again
};

/// Where the sign-in stands.
enum class SessionState {
    SignedOut,
    Restoring, ///< the saved session is being tried
    SignedIn,
    Expired, ///< the session ran out: the same person has to sign in again; user() is still known
};

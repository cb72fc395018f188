// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// What the secret store keeps of a sign-in.
struct SavedSignIn {
    QString server; ///< whose it is, and the only one that it is sent to
    QString userId; ///< empty: not known yet
    QByteArray refreshToken;

    QByteArray toBytes() const;
    /// Nothing for what toBytes() did not make.
    static std::optional<SavedSignIn> fromBytes(const QByteArray &bytes);
};

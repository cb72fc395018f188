// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// A value as the server had it when it was read. Send the tag back with a change, so that nobody else's change is
/// lost.
template<typename T>
struct Tagged {
    T value;
    QByteArray etag; ///< for If-Match; empty: the server gave none
};

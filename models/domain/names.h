// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

/// The value of an enum whose names stand in the order of its values; none for a text that is no name.
template<typename Enum, std::size_t N>
std::optional<Enum> named(const std::array<QLatin1StringView, N> &names, QStringView text)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (text == names[i])
            return Enum(i);
    }
    return {};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>

namespace identity
{
/// What argon2 works in, kept from one password to the next for as long as its thread lives: to be given fresh memory
/// can cost more than the hash. Straight from the system, so that it goes back there. argon2 wipes it. One thread.
class WorkMemory
{
    Q_DISABLE_COPY_MOVE(WorkMemory)
public:
    WorkMemory() = default;
    ~WorkMemory() { drop(); }

    /// This many bytes, page-aligned, the same ones each time if they are enough. Null: the system has none.
    std::uint8_t *take(std::size_t bytes);
    void giveBack(); ///< after use; what is uncommonly large is not kept

private:
    void drop();

    std::uint8_t *m_bytes = nullptr;
    std::size_t m_size = 0;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <memory>

namespace vault
{
/// Bytes that are overwritten when they are no longer needed. Moves, never copies. One thread at a time.
class Secret
{
public:
    Secret() = default;
    explicit Secret(qsizetype size); ///< zeroes
    explicit Secret(QByteArrayView bytes);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_size == 0; }
    qsizetype size() const { return m_size; }
    char *data() { return m_bytes.get(); }
    /// Valid while this lives. Whoever copies it out keeps a copy that nobody overwrites.
    QByteArrayView view() const { return {m_bytes.get(), m_size}; }

private:
    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
};
}

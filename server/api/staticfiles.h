// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <functional>
#include <mutex>

namespace api
{
/// What every client gets alike, with all that an answer of it needs. Copies share their bytes.
struct StaticFile {
    QByteArray bytes; ///< empty: there is none
    QByteArray tag; ///< its entity tag
    QByteArray gzip; ///< the same bytes packed; empty: not worth it
};

/// Files that stay the same as long as the process runs, each made once: to hash and pack the viewer of /docs takes
/// most of a tenth of a second, and anybody may ask for it. Any thread.
class StaticFiles
{
public:
    /// Makes it from what `read` answers when nobody has asked for `name` before; who asks meanwhile waits.
    StaticFile get(const QByteArray &name, const std::function<QByteArray()> &read);

private:
    std::mutex m_mutex;
    QHash<QByteArray, StaticFile> m_files;
};
}

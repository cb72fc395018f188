// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/staticfiles.h"

#include "server/api/entitytag.h"
#include "server/http/gzip.h"

namespace
{
constexpr qsizetype WorthPacking = 1024; // bytes; smaller ones are the transport's to decide about

QByteArray packed(const QByteArray &bytes)
{
    QByteArray out;
    http::Deflater deflater;
    deflater.append(bytes, http::Deflater::Mode::Finish, out);
    out.squeeze();
    return out;
}
}

namespace api
{
StaticFile StaticFiles::get(const QByteArray &name, const std::function<QByteArray()> &read)
{
    const std::scoped_lock lock(m_mutex);
    auto file = m_files.constFind(name);
    if (file == m_files.constEnd()) {
        StaticFile made{.bytes = read(), .tag = {}, .gzip = {}};
        made.tag = entityTag(made.bytes);
        if (made.bytes.size() > WorthPacking)
            made.gzip = packed(made.bytes);
        file = m_files.insert(name, made);
    }
    return *file;
}
}

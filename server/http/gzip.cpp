// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/gzip.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <limits>
#include <new>

#include <zlib.h>

namespace http
{
namespace
{
constexpr int gzipWindow = 15 + 16; // zlib's way to ask for gzip framing
constexpr int level = 4; // JSON: within 6 % of level 6 in size, at nearly twice the speed

Bytef *octetsOf(const char *data) { return reinterpret_cast<Bytef *>(const_cast<char *>(data)); }
}

Deflater::Deflater()
    : m_stream(std::make_unique<z_stream>())
{
    if (deflateInit2(m_stream.get(), level, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
}

Deflater::~Deflater() { deflateEnd(m_stream.get()); }

void Deflater::restart() { deflateReset(m_stream.get()); }

void Deflater::append(QByteArrayView octets, Mode mode, QByteArray &out)
{
    const int flush = mode == Mode::Finish ? Z_FINISH : mode == Mode::Flush ? Z_SYNC_FLUSH : Z_NO_FLUSH;
    m_stream->next_in = octetsOf(octets.data());
    m_stream->avail_in = uInt(octets.size());
    for (;;) {
        const qsizetype before = out.size();
        const qsizetype room = std::max<qsizetype>(octets.size() / 4, 1024);
        out.resize(before + room);
        m_stream->next_out = octetsOf(out.data() + before);
        m_stream->avail_out = uInt(room);
        const int answer = deflate(m_stream.get(), flush);
        out.resize(before + room - qsizetype(m_stream->avail_out));
        if (answer == Z_STREAM_END || m_stream->avail_out > 0)
            return;
    }
}

Inflater::Inflater()
    : m_stream(std::make_unique<z_stream>())
{
    if (inflateInit2(m_stream.get(), gzipWindow) != Z_OK)
        throw std::bad_alloc();
}

Inflater::~Inflater() { inflateEnd(m_stream.get()); }

bool Inflater::append(QByteArrayView octets, const Take &take)
{
    std::array<char, 16 * 1024> out;
    m_stream->next_in = octetsOf(octets.data());
    m_stream->avail_in = uInt(octets.size());
    for (;;) {
        if (m_complete) {
            if (m_stream->avail_in == 0)
                return true;
            inflateReset(m_stream.get()); // another member follows
            m_complete = false;
        }
        m_stream->next_out = octetsOf(out.data());
        m_stream->avail_out = uInt(out.size());
        const int answer = inflate(m_stream.get(), Z_NO_FLUSH);
        const qsizetype made = qsizetype(out.size() - m_stream->avail_out);
        if (made > 0 && !take({out.data(), made}))
            return false;
        if (answer == Z_STREAM_END) {
            m_complete = true;
        } else if (answer == Z_BUF_ERROR) {
            return m_stream->avail_in == 0;
        } else if (answer != Z_OK) {
            return false;
        }
    }
}
}

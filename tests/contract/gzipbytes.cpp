// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/gzipbytes.h"

#include <zlib.h>

namespace
{
constexpr int GzipWindow = 15 + 16;

QByteArray run(z_stream &stream, const QByteArray &bytes, int (*step)(z_stream *, int))
{
    QByteArray out;
    QByteArray chunk(64 * 1024, Qt::Uninitialized);
    QByteArray in = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = uInt(in.size());
    int state = Z_OK;
    do {
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = uInt(chunk.size());
        state = step(&stream, Z_FINISH);
        out.append(chunk.constData(), chunk.size() - qsizetype(stream.avail_out));
    } while ((state == Z_OK || state == Z_BUF_ERROR) && stream.avail_out == 0);
    return state == Z_STREAM_END ? out : QByteArray();
}
}

QByteArray gzip(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, GzipWindow, 8, Z_DEFAULT_STRATEGY);
    const QByteArray out = run(stream, bytes, deflate);
    deflateEnd(&stream);
    return out;
}

QByteArray gunzip(const QByteArray &bytes)
{
    z_stream stream{};
    inflateInit2(&stream, GzipWindow);
    const QByteArray out = run(stream, bytes, inflate);
    inflateEnd(&stream);
    return out;
}

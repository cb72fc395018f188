// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 1952, by zlib. Each object belongs to one thread at a time.
#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

struct z_stream_s;

namespace http
{
/// Compresses a stream of octets. About 260 KiB while it lives, so answers of one worker share one.
class Deflater
{
public:
    Deflater();
    ~Deflater();
    void restart();
    /// Appends what `octets` become to `out`. `Finish` ends the stream; `Flush` makes all of it readable at once.
    enum class Mode { More, Flush, Finish };
    void append(QByteArrayView octets, Mode mode, QByteArray &out);

private:
    std::unique_ptr<z_stream_s> m_stream;
};

/// Expands a stream of octets, one gzip member or several, up to a bound.
class Inflater
{
public:
    Inflater();
    ~Inflater();
    using Take = std::function<bool(QByteArrayView)>;
    /// Passes what `octets` become on; false when they are no gzip or `take` has refused.
    bool append(QByteArrayView octets, const Take &take);
    /// Whether the last member is complete.
    bool isComplete() const { return m_complete; }

private:
    std::unique_ptr<z_stream_s> m_stream;
    bool m_complete = false;
};
}

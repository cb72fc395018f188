// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <ctime>
#include <optional>

namespace http
{
/// What of a request decides how its answer is written.
struct ExchangeTraits {
    bool head = false; ///< no body in the answer
    bool http10 = false; ///< no chunks, and keep-alive must be said
    bool keepAlive = true;
    bool acceptsGzip = false;
    bool hsts = false; ///< TLS ends here
    bool safe = true; ///< GET, HEAD, OPTIONS: may run beside others of its connection
};

enum class Framing { Length, Chunked, UntilClose, None };

/// The "Date: …\r\n" line of now, formatted once a second. One a worker.
class DateLine
{
public:
    QByteArrayView now();

private:
    std::time_t m_second = -1;
    QByteArray m_line;
};

/// Appends the status line and every field with the empty line behind. Fields that would break the framing (a line
/// break in them, or names that are the transport's own) are left out.
void appendHead(QByteArray &out, const Response &response, const ExchangeTraits &traits, Framing framing, qint64 length,
                QByteArrayView dateLine);

/// Whether a client that takes gzip gets this answer compressed. `size` < 0: not known.
bool isWorthCompressing(const Response &response, qint64 size, qsizetype above);
}

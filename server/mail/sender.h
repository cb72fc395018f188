// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mail/transport.h"
#include "server/store/writer.h"

#include <chrono>
#include <functional>

namespace mail
{
/// Delivers the outbox, one mail after the other, on a thread of its own. What fails is tried again after a pause that
/// doubles, for a day. A mail is taken before it is sent and noted after: a server that is killed in between sends it
/// once more after its restart, under the same Message-ID, and loses none. Several servers over one PostgreSQL share
/// the work. Dies before the writer.
class Sender
{
    Q_DISABLE_COPY_MOVE(Sender)
public:
    using Clock = std::function<qint64()>; ///< ms UTC; from any thread

    struct Pace {
        std::chrono::milliseconds look{1000}; ///< how often the outbox is looked at
        std::chrono::milliseconds firstPause{30'000};
        std::chrono::milliseconds longestPause{3'600'000};
        std::chrono::milliseconds giveUpAfter{24 * 3'600'000};
        std::chrono::milliseconds lease{120'000}; ///< longer than any delivery takes
        /// How long what is done stays in the table, and in the folder of what is spooled.
        std::chrono::milliseconds kept{30LL * 24 * 3'600'000};
    };

    /// ServiceUnavailable when the database cannot be opened.
    static Result<std::unique_ptr<Sender>> start(const store::Database &database, store::Writer &writer,
                                                 std::unique_ptr<Transport> transport, Clock clock, const Pace &pace);
    ~Sender(); ///< a delivery that runs is broken off and tried again by the next start

    void wake(); ///< looks at once; any thread

private:
    struct Private;
    explicit Sender(std::unique_ptr<Private> parts);

    std::unique_ptr<Private> d;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/chain.h"

namespace audit
{
/// The first place where the chain is not as it was written.
struct Break {
    enum class Reason {
        Changed, ///< the entry's own fields are not what was hashed
        Removed, ///< there is no entry at this place
        Inserted, ///< the entry does not belong here
        Head, ///< the end of the chain was changed: it tells of no entry that was written
        Anchor, ///< its start was changed
    };
    qint64 sequence = 0;
    QString id = {}; ///< empty: no entry is there
    Reason reason = Reason::Changed;
};
QLatin1StringView toWire(Break::Reason reason); ///< "changed"
QString sentenceOf(const Break &broken); ///< for people, without the full stop

struct Verdict {
    qint64 checked = 0; ///< entries
    Link head = {}; ///< as it was at the start
    std::optional<Break> broken = {};
};

/// Checks every hash, from the oldest entry to the one that was the newest at the start, some hundreds at a time: in
/// bounded memory, without holding anything in the database meanwhile. Entries may be added and pruned while it runs.
/// On the connection's thread, outside transactions.
class Verification
{
public:
    static constexpr int StepRows = 500;

    explicit Verification(store::Connection &connection)
        : m_connection(connection)
    {
    }

    /// Besides: the entry at this place has this hash, as somebody wrote down earlier. It catches one who wrote the
    /// whole chain anew. Before the first step.
    void expect(const Link &known) { m_known = known; }

    /// False: it is over, verdict() says how. Error: the database failed.
    Result<bool> step();
    /// All of it.
    Result<Verdict> run();
    const Verdict &verdict() const { return m_verdict; }

private:
    Result<Done> start();
    Result<bool> isFine(const Entry &entry);
    Result<bool> misread(const Entry &entry);
    Result<bool> misjoined(const Entry &entry);
    Result<bool> missing();
    Result<bool> ended();
    bool report(qint64 sequence, const QString &id, Break::Reason reason); ///< false

    store::Connection &m_connection;
    std::optional<Link> m_known;
    std::optional<Link> m_last; ///< the entry before, or the anchor
    QString m_lastId; ///< empty: of the anchor
    qint64 m_pruned = 0; ///< up to where the entries read so far say that older ones were pruned
    qint64 m_mustBePruned = 0; ///< up to where the anchor says so
    std::optional<Break> m_beyond; ///< an entry after the head
    Verdict m_verdict;
    bool m_started = false;
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/verification.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace audit
{
namespace
{
bool isOwn(const Entry &entry)
{
    return entry.hash == QLatin1StringView(hashOf(entry, entry.previousHash))
        && entry.searchText == searchTextOf(entry);
}

/// Whether it was hashed as the entry of another place.
bool wasAt(Entry entry, qint64 sequence)
{
    entry.sequence = sequence;
    return isOwn(entry);
}

/// The first row's place and id; empty: none.
Result<std::optional<std::pair<qint64, QString>>> first(store::Connection &connection, const QString &where,
                                                        qint64 sequence)
{
    auto rows = connection.query(u"SELECT seq, id FROM audit_entries WHERE "_s % where % u" ORDER BY seq LIMIT 1"_s,
                                 {sequence});
    if (!rows)
        return rows.error();
    if (rows->next())
        return std::optional(std::pair(rows->integer(0), rows->text(1)));
    return rows->failed() ? Result<std::optional<std::pair<qint64, QString>>>(ErrorCode::ServiceUnavailable)
                          : std::optional<std::pair<qint64, QString>>();
}

Result<QList<Entry>> entriesAfter(store::Connection &connection, qint64 sequence, qint64 last, int most)
{
    auto rows = connection.query(u"SELECT "_s % EntryColumns
                                     % u" FROM audit_entries u WHERE u.seq > ? AND u.seq <= ? ORDER BY u.seq LIMIT ?"_s,
                                 {sequence, last, most});
    if (!rows)
        return rows.error();
    QList<Entry> entries;
    while (rows->next())
        entries << readEntry(*rows);
    return rows->failed() ? Result<QList<Entry>>(ErrorCode::ServiceUnavailable) : entries;
}
}

QLatin1StringView toWire(Break::Reason reason)
{
    constexpr std::array Names{"changed"_L1, "removed"_L1, "inserted"_L1, "head"_L1, "anchor"_L1};
    return Names.at(std::size_t(reason));
}

QString sentenceOf(const Break &broken)
{
    const QString which = broken.id.isEmpty() ? u"Entry %1"_s.arg(broken.sequence)
                                              : u"Entry %1 (%2)"_s.arg(broken.sequence).arg(broken.id);
    switch (broken.reason) {
    case Break::Reason::Changed:
        return which % u" was changed after it was written"_s;
    case Break::Reason::Removed:
        return which % u" was removed"_s;
    case Break::Reason::Inserted:
        return which % u" was inserted; the server did not write it"_s;
    case Break::Reason::Head:
        return u"The end of the chain (audit_chain, head) was changed or removed"_s;
    case Break::Reason::Anchor:
        return u"The start of the chain (audit_chain, anchor) was changed or removed"_s;
    }
    return which;
}

bool Verification::report(qint64 sequence, const QString &id, Break::Reason reason)
{
    m_verdict.broken = Break{sequence, id, reason};
    return false;
}

Result<Done> Verification::start()
{
    m_started = true;
    const store::Transaction moment(m_connection, store::Transaction::Mode::Read);
    if (!moment.isOpen())
        return moment.error();
    const auto head = end(m_connection, End::Head);
    const auto anchor = end(m_connection, End::Anchor);
    for (const auto *which : {&head, &anchor}) {
        if (!*which && which->error().code != ErrorCode::ResourceNotFound)
            return which->error();
    }
    if (!head || !anchor || head->sequence < anchor->sequence) {
        report(head ? head->sequence : 0, {}, anchor ? Break::Reason::Head : Break::Reason::Anchor);
        return Done{};
    }
    m_verdict.head = *head;
    m_last = *anchor;
    m_mustBePruned = anchor->sequence;
    const auto early = first(m_connection, u"seq <= ?"_s, anchor->sequence);
    const auto late = first(m_connection, u"seq > ?"_s, head->sequence);
    if (!early || !late)
        return early ? late.error() : early.error();
    if (*late)
        m_beyond = Break{(*late)->first, (*late)->second, Break::Reason::Inserted};
    if (*early)
        report((*early)->first, (*early)->second, Break::Reason::Inserted);
    else if (m_known && m_known->sequence < anchor->sequence)
        return Error{.code = ErrorCode::ValidationError,
                     .message
                     = u"Entry %1 is older than what is kept; the oldest that is left is %2."_s.arg(m_known->sequence)
                           .arg(anchor->sequence + 1)};
    else if (m_known && m_known->sequence == anchor->sequence && m_known->hash != anchor->hash)
        report(anchor->sequence, {}, Break::Reason::Anchor);
    return Done{};
}

Result<bool> Verification::step()
{
    if (!m_started) {
        if (const auto begun = start(); !begun)
            return begun.error();
    }
    if (m_verdict.broken)
        return false;
    const auto entries = entriesAfter(m_connection, m_last->sequence, m_verdict.head.sequence, StepRows);
    if (!entries)
        return entries.error();
    for (const Entry &entry : *entries) {
        if (entry.sequence != m_last->sequence + 1)
            return missing();
        const auto fine = isFine(entry);
        if (!fine || !*fine)
            return fine;
        m_last = Link{entry.sequence, entry.hash};
        m_lastId = entry.id;
        if (entry.action == "audit.pruned"_L1)
            m_pruned = std::max(m_pruned, entry.afterObject()["until_sequence"_L1].toInteger());
        ++m_verdict.checked;
    }
    if (entries->size() == StepRows)
        return true;
    return m_last->sequence < m_verdict.head.sequence ? missing() : ended();
}

/// Whether what follows the last entry was pruned meanwhile; else it was removed.
Result<bool> Verification::missing()
{
    const auto anchor = end(m_connection, End::Anchor);
    if (!anchor)
        return anchor.error();
    if (anchor->sequence <= m_last->sequence)
        return report(m_last->sequence + 1, {}, Break::Reason::Removed);
    m_last = *anchor;
    m_lastId.clear();
    m_mustBePruned = 0; // who tells of it may be newer than the head was
    return m_last->sequence < m_verdict.head.sequence;
}

Result<bool> Verification::ended()
{
    if (m_beyond) {
        // Whoever inserts an entry and moves the others on makes it the head: a trigger does.
        const auto next = entriesAfter(m_connection, m_last->sequence, m_beyond->sequence, 1);
        if (!next)
            return next.error();
        if (!next->isEmpty() && !m_lastId.isEmpty() && wasAt(next->constFirst(), m_last->sequence))
            return report(m_last->sequence, m_lastId, Break::Reason::Inserted);
        m_verdict.broken = m_beyond;
    } else if (m_last->hash != m_verdict.head.hash) {
        return m_lastId.isEmpty() ? report(m_last->sequence, {}, Break::Reason::Head)
                                  : report(m_last->sequence, m_lastId, Break::Reason::Changed);
    } else if (m_known && m_known->sequence > m_verdict.head.sequence) {
        return report(m_verdict.head.sequence + 1, {}, Break::Reason::Removed);
    } else if (m_pruned < m_mustBePruned) { // each pruning tells of itself; somebody else moved the anchor
        return report(m_mustBePruned, {}, Break::Reason::Anchor);
    }
    return false;
}

Result<bool> Verification::isFine(const Entry &entry)
{
    if (!isOwn(entry))
        return misread(entry);
    if (entry.previousHash != m_last->hash)
        return misjoined(entry);
    if (m_known && m_known->sequence == entry.sequence && m_known->hash != entry.hash)
        return report(entry.sequence, entry.id, Break::Reason::Changed);
    return true;
}

/// Its hash is not of its fields. Somebody who inserted or removed an entry and gave the later ones new places left
/// those with hashes of their old ones.
Result<bool> Verification::misread(const Entry &entry)
{
    if (wasAt(entry, entry.sequence + 1))
        return report(entry.sequence, {}, Break::Reason::Removed);
    if (wasAt(entry, entry.sequence - 1) && !m_lastId.isEmpty())
        return report(m_last->sequence, m_lastId, Break::Reason::Inserted);
    const auto next = entriesAfter(m_connection, entry.sequence, entry.sequence + 1, 1);
    if (!next)
        return next.error();
    const bool pushed = !next->isEmpty() && wasAt(next->constFirst(), entry.sequence);
    return report(entry.sequence, entry.id, pushed ? Break::Reason::Inserted : Break::Reason::Changed);
}

/// Its hash is of its fields, and yet it follows another entry than the one before it: one of the two was written anew.
/// What comes next knows which.
Result<bool> Verification::misjoined(const Entry &entry)
{
    const bool isFirst = m_last->sequence == 0 && m_last->hash.isEmpty();
    QString follower = m_verdict.head.hash;
    if (entry.sequence < m_verdict.head.sequence) {
        const auto next = entriesAfter(m_connection, entry.sequence, entry.sequence + 1, 1);
        if (!next)
            return next.error();
        follower = next->isEmpty() ? QString() : next->constFirst().previousHash;
    }
    if (isFirst || follower != entry.hash)
        return report(entry.sequence, entry.id, Break::Reason::Changed);
    return m_lastId.isEmpty() ? report(m_last->sequence, {}, Break::Reason::Anchor)
                              : report(m_last->sequence, m_lastId, Break::Reason::Changed);
}

Result<Verdict> Verification::run()
{
    for (;;) {
        const auto more = step();
        if (!more)
            return more.error();
        if (!*more)
            return m_verdict;
    }
}
}

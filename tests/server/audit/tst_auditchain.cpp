// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of the audit log on both engines: what is done to it behind the server's back is found, to the entry.
#include "server/audit/bursts.h"
#include "server/audit/retention.h"
#include "server/audit/reverter.h"
#include "server/audit/upkeep.h"
#include "server/audit/verification.h"
#include "server/store/bulkload.h"
#include "server/store/writer.h"
#include "tests/server/store/testdatabase.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using audit::Break;
using store::Connection;
using store::Engine;

namespace
{
constexpr qint64 Now = 1'700'000'000'000;
constexpr qint64 DayMs = 86'400'000;

audit::Change update(int n)
{
    return {.action = u"user.updated"_s,
            .targetType = u"user"_s,
            .targetId = u"user_%1"_s.arg(n),
            .targetLabel = u"ada%1@x.example"_s.arg(n),
            .organizationId = u"org_1"_s,
            .before = {{u"first_name"_s, u"Ada"_s}, {u"n"_s, n}},
            .after = {{u"first_name"_s, u"Zoë"_s}, {u"n"_s, n + 1}}};
}

audit::Actor somebody()
{
    audit::Actor actor;
    actor.userId = u"user_root"_s;
    actor.email = u"root@x.example"_s;
    actor.address = u"198.51.100.7"_s;
    actor.version = u"v1"_s;
    return actor;
}

/// What somebody does who may write to the database.
enum class Deed {
    ChangeField,
    RewriteEntry, ///< with a hash that fits
    RewriteLink, ///< … and another predecessor
    Remove,
    RemoveAndRenumber,
    Insert, ///< and gives the later ones new places
    InsertFitting, ///< … with a hash that fits
};
constexpr std::array Deeds{Deed::ChangeField,       Deed::RewriteEntry, Deed::RewriteLink,  Deed::Remove,
                           Deed::RemoveAndRenumber, Deed::Insert,       Deed::InsertFitting};

const QStringList TextColumns{u"id"_s,
                              u"action"_s,
                              u"outcome"_s,
                              u"organization_id"_s,
                              u"actor_type"_s,
                              u"actor_id"_s,
                              u"actor_email"_s,
                              u"key_id"_s,
                              u"session_id"_s,
                              u"device_id"_s,
                              u"address"_s,
                              u"user_agent"_s,
                              u"version"_s,
                              u"request_id"_s,
                              u"target_type"_s,
                              u"target_id"_s,
                              u"target_label"_s,
                              u"before_json"_s,
                              u"after_json"_s,
                              u"reverts"_s,
                              u"previous_hash"_s,
                              u"hash"_s,
                              u"search_text"_s};
}

class AuditChainTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_databases = std::make_unique<TestDatabases>(); }
    void init();
    void cleanup() { m_connection.reset(); }

    void aCleanLogVerifies_data() { engines(); }
    void aCleanLogVerifies();
    void isWrittenWithItsChange_data() { engines(); }
    void isWrittenWithItsChange();
    void anyTamperingIsFoundToTheEntry_data() { engines(); }
    void anyTamperingIsFoundToTheEntry();
    void changedEndsAreFound_data() { engines(); }
    void changedEndsAreFound();
    void aMovedStartIsFound_data() { engines(); }
    void aMovedStartIsFound();
    void aKeptHashFindsANewHistory_data() { engines(); }
    void aKeptHashFindsANewHistory();
    void processesStandInOneLine_data() { engines(); }
    void processesStandInOneLine();
    void textSurvivesBothEngines_data() { engines(); }
    void textSurvivesBothEngines();
    void prunedLogsVerify_data() { engines(); }
    void prunedLogsVerify();
    void pruningWhileVerifying_data() { engines(); }
    void pruningWhileVerifying();
    void upkeepNeedsNobody_data() { engines(); }
    void upkeepNeedsNobody();
    void guessingIsSummedUp_data() { engines(); }
    void guessingIsSummedUp();
    void aSprayFillsNoDisk_data() { engines(); }
    void aSprayFillsNoDisk();
    void manyEntriesAtOnce_data() { engines(); }
    void manyEntriesAtOnce();
    void differencesAreAllThatIsKept();
    void onlyTheSameRowIsStillTheSame();

private:
    void engines();
    void record(int from, int to, qint64 at = Now);
    audit::Verdict verified();
    Break brokenOf(); ///< sequence 0: nothing is broken
    void run(const QString &sql, const QVariantList &bindings = {});
    qint64 number(const QString &sql);
    audit::Entry entry(qint64 sequence);
    void commit(Deed deed, qint64 place, QRandomGenerator &random);
    void write(const audit::Entry &entry);
    void renumber(qint64 from, int by);

    std::unique_ptr<TestDatabases> m_databases;
    store::Database m_database;
    std::unique_ptr<Connection> m_connection;
};

void AuditChainTest::engines()
{
    QTest::addColumn<Engine>("engine");
    for (const Engine engine : m_databases->engines())
        QTest::newRow(name(engine)) << engine;
}

void AuditChainTest::init()
{
    const bool postgres = QTest::currentDataTag() && QByteArray(QTest::currentDataTag()) == "postgresql";
    m_database = m_databases->createMigrated(postgres ? Engine::PostgreSql : Engine::Sqlite);
    auto opened = Connection::open(m_database);
    QVERIFY(opened);
    m_connection = std::move(*opened);
}

void AuditChainTest::record(int from, int to, qint64 at)
{
    store::Transaction all(*m_connection);
    for (int n = from; n <= to; ++n)
        QVERIFY(audit::record(*m_connection, somebody(), update(n), at + n));
    QVERIFY(all.commit());
}

audit::Verdict AuditChainTest::verified()
{
    const auto verdict = audit::Verification(*m_connection).run();
    if (!verdict)
        qFatal("%s", qPrintable(verdict.error().log));
    return *verdict;
}

Break AuditChainTest::brokenOf() { return verified().broken.value_or(Break()); }

void AuditChainTest::run(const QString &sql, const QVariantList &bindings)
{
    const auto done = m_connection->execute(sql, bindings);
    if (!done)
        qFatal("%s", qPrintable(done.error().log));
}

qint64 AuditChainTest::number(const QString &sql)
{
    auto rows = m_connection->query(sql);
    return rows && rows->next() ? rows->integer(0) : -1;
}

audit::Entry AuditChainTest::entry(qint64 sequence)
{
    auto rows = m_connection->query(u"SELECT "_s + audit::EntryColumns + u" FROM audit_entries u WHERE u.seq = ?"_s,
                                    {sequence});
    if (!rows || !rows->next())
        qFatal("there is no such entry");
    return audit::readEntry(*rows);
}

void AuditChainTest::write(const audit::Entry &entry)
{
    run(u"UPDATE audit_entries SET target_label = ?, previous_hash = ?, hash = ?, search_text = ? WHERE seq = ?"_s,
        {entry.targetLabel, entry.previousHash, entry.hash, entry.searchText, entry.sequence});
}

void AuditChainTest::renumber(qint64 from, int by)
{
    run(u"UPDATE audit_entries SET seq = -(seq + ?) WHERE seq >= ?"_s, {by, from});
    run(u"UPDATE audit_entries SET seq = -seq WHERE seq < 0"_s);
}

void AuditChainTest::commit(Deed deed, qint64 place, QRandomGenerator &random)
{
    audit::Entry victim = entry(place);
    const auto fit = [](audit::Entry &e) {
        e.searchText = audit::searchTextOf(e);
        e.hash = QString::fromLatin1(audit::hashOf(e, e.previousHash));
    };
    switch (deed) {
    case Deed::ChangeField: {
        const int column = random.bounded(int(TextColumns.size()) + 1);
        if (column == TextColumns.size())
            run(u"UPDATE audit_entries SET at = at + 1 WHERE seq = ?"_s, {place});
        else
            run(u"UPDATE audit_entries SET %1 = %1 || 'x' WHERE seq = ?"_s.arg(TextColumns[column]), {place});
        return;
    }
    case Deed::RewriteEntry:
    case Deed::RewriteLink:
        victim.targetLabel = u"somebody@else.example"_s;
        if (deed == Deed::RewriteLink)
            victim.previousHash = u"0"_s.repeated(64);
        fit(victim);
        write(victim);
        return;
    case Deed::Remove:
        run(u"DELETE FROM audit_entries WHERE seq = ?"_s, {place});
        return;
    case Deed::RemoveAndRenumber:
        run(u"DELETE FROM audit_entries WHERE seq = ?"_s, {place});
        renumber(place + 1, -1);
        return;
    case Deed::Insert:
    case Deed::InsertFitting:
        renumber(place, 1);
        victim.id = u"audit_forged"_s;
        if (deed == Deed::InsertFitting)
            fit(victim);
        run(u"INSERT INTO audit_entries (seq, id, at, action, outcome, organization_id, actor_type, actor_id, "
            "actor_email, key_id, session_id, device_id, address, user_agent, version, request_id, target_type, "
            "target_id, target_label, before_json, after_json, reverts, previous_hash, hash, search_text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {victim.sequence,       victim.id,         victim.at,           victim.action,      victim.outcome,
             victim.organizationId, victim.actorType,  victim.actorId,      victim.actorEmail,  victim.keyId,
             victim.sessionId,      victim.deviceId,   victim.address,      victim.userAgent,   victim.version,
             victim.requestId,      victim.targetType, victim.targetId,     victim.targetLabel, victim.before,
             victim.after,          victim.reverts,    victim.previousHash, victim.hash,        victim.searchText});
        return;
    }
}

void AuditChainTest::aCleanLogVerifies()
{
    const auto empty = verified();
    QVERIFY(!empty.broken);
    QCOMPARE(empty.checked, 0);
    const int many = 2 * audit::Verification::StepRows + 7;
    record(1, many);
    const auto verdict = verified();
    QVERIFY(!verdict.broken);
    QCOMPARE(verdict.checked, many);
    QCOMPARE(verdict.head.sequence, many);
    QCOMPARE(verdict.head.hash, entry(many).hash);
    QCOMPARE(entry(1).previousHash, QString());
    QCOMPARE(entry(2).previousHash, entry(1).hash);
    QCOMPARE(entry(3).beforeObject(), update(3).before);
    QCOMPARE(entry(3).actorEmail, u"root@x.example"_s);
}

void AuditChainTest::isWrittenWithItsChange()
{
    QVERIFY(m_connection->executeOnce(u"CREATE TABLE item (id INTEGER PRIMARY KEY)"_s));
    {
        store::Transaction all(*m_connection);
        {
            store::Transaction undone(*m_connection); // a savepoint
            run(u"INSERT INTO item (id) VALUES (1)"_s);
            QVERIFY(audit::record(*m_connection, somebody(), update(1), Now));
        }
        {
            store::Transaction kept(*m_connection);
            run(u"INSERT INTO item (id) VALUES (2)"_s);
            QVERIFY(audit::record(*m_connection, somebody(), update(2), Now));
            QVERIFY(kept.commit());
        }
        QVERIFY(all.commit());
    }
    QCOMPARE(number(u"SELECT COUNT(*) FROM audit_entries"_s), 1);
    QCOMPARE(entry(1).targetId, u"user_2"_s);
    {
        store::Transaction forgotten(*m_connection);
        QVERIFY(audit::record(*m_connection, somebody(), update(3), Now));
    }
    record(4, 4);
    QCOMPARE(number(u"SELECT COUNT(*) FROM audit_entries"_s), 2);

    // A log that cannot be written lets nothing through.
    run(u"DELETE FROM audit_chain WHERE name = 'head'"_s);
    {
        store::Transaction change(*m_connection);
        run(u"INSERT INTO item (id) VALUES (5)"_s);
        QVERIFY(audit::record(*m_connection, somebody(), update(5), Now));
        QVERIFY(!change.commit());
    }
    QCOMPARE(number(u"SELECT COUNT(*) FROM item WHERE id = 5"_s), 0);
    QVERIFY(!audit::record(*m_connection, somebody(), update(6), Now)); // alone: at once
    QCOMPARE(brokenOf().reason, Break::Reason::Head);
}

void AuditChainTest::anyTamperingIsFoundToTheEntry()
{
    constexpr int Entries = 30;
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    record(1, Entries);
    for (int round = 0; round < 120; ++round) {
        const Deed deed = Deeds.at(std::size_t(round) % Deeds.size());
        const qint64 place = 1 + random.bounded(Entries);
        const QByteArray what
            = QByteArray::number(int(deed)) + " at " + QByteArray::number(place) + ", seed " + QByteArray::number(seed);
        store::Transaction undone(*m_connection);
        commit(deed, place, random);
        const Break broken = brokenOf();
        QVERIFY2(broken.sequence == place, what + ": found " + QByteArray::number(broken.sequence));
        const bool removed = deed == Deed::Remove || deed == Deed::RemoveAndRenumber;
        const bool inserted = deed == Deed::Insert || deed == Deed::InsertFitting;
        const Break::Reason reason = removed ? Break::Reason::Removed
            : inserted                       ? Break::Reason::Inserted
                                             : Break::Reason::Changed;
        QVERIFY2(broken.reason == reason, what + ": " + QByteArray(audit::toWire(broken.reason).data()));
        QCOMPARE(broken.id.isEmpty(), removed);
    }
    QCOMPARE(brokenOf().sequence, 0); // every round was undone
}

void AuditChainTest::changedEndsAreFound()
{
    record(1, 10);
    const auto broken = [this](const QString &sql) {
        store::Transaction undone(*m_connection);
        run(sql);
        return brokenOf();
    };
    QCOMPARE(broken(u"UPDATE audit_chain SET hash = 'ab' WHERE name = 'head'"_s).sequence, 10);
    QCOMPARE(broken(u"UPDATE audit_chain SET seq = 12 WHERE name = 'head'"_s).sequence, 11);
    QCOMPARE(broken(u"DELETE FROM audit_chain WHERE name = 'head'"_s).reason, Break::Reason::Head);
    QCOMPARE(broken(u"DELETE FROM audit_chain WHERE name = 'anchor'"_s).reason, Break::Reason::Anchor);
    const Break late = broken(u"UPDATE audit_chain SET seq = 7, hash = (SELECT hash FROM audit_entries WHERE seq = 7) "
                              "WHERE name = 'head'"_s);
    QCOMPARE(late.sequence, 8);
    QCOMPARE(late.reason, Break::Reason::Inserted);
    const Break early = broken(u"UPDATE audit_chain SET seq = 3, hash = (SELECT hash FROM audit_entries WHERE seq = 3) "
                               "WHERE name = 'anchor'"_s);
    QCOMPARE(early.sequence, 1);
    QCOMPARE(early.reason, Break::Reason::Inserted);
    const Break first = broken(u"DELETE FROM audit_entries WHERE seq <= 2"_s);
    QCOMPARE(first.sequence, 1);
    QCOMPARE(first.reason, Break::Reason::Removed);
    const Break all = broken(u"DELETE FROM audit_entries"_s);
    QCOMPARE(all.sequence, 1);
    QCOMPARE(all.reason, Break::Reason::Removed);
}

/// As after a pruning, but none tells of it.
void AuditChainTest::aMovedStartIsFound()
{
    record(1, 10);
    run(u"UPDATE audit_chain SET seq = 3, hash = (SELECT hash FROM audit_entries WHERE seq = 3) WHERE name = 'anchor'"_s);
    run(u"DELETE FROM audit_entries WHERE seq <= 3"_s);
    const auto verdict = verified();
    QVERIFY(verdict.broken);
    QCOMPARE(verdict.broken->reason, Break::Reason::Anchor);
    QCOMPARE(verdict.broken->sequence, 3);
}

void AuditChainTest::aKeptHashFindsANewHistory()
{
    record(1, 10);
    const audit::Link kept{6, entry(6).hash};
    const auto broken = [this, &kept] {
        audit::Verification verification(*m_connection);
        verification.expect(kept);
        const auto verdict = verification.run();
        return verdict ? verdict->broken.value_or(Break()) : Break{-1};
    };
    QCOMPARE(broken().sequence, 0);
    // Everything from entry 4 on is written anew, and the head with it: the chain itself is whole.
    QString previous = entry(3).hash;
    for (qint64 at = 4; at <= 10; ++at) {
        audit::Entry forged = entry(at);
        forged.targetLabel = u"nobody@x.example"_s;
        forged.previousHash = previous;
        forged.searchText = audit::searchTextOf(forged);
        forged.hash = QString::fromLatin1(audit::hashOf(forged, previous));
        previous = forged.hash;
        write(forged);
    }
    run(u"UPDATE audit_chain SET hash = ? WHERE name = 'head'"_s, {previous});
    QCOMPARE(brokenOf().sequence, 0);
    QCOMPARE(broken().sequence, 6);
    // The same for a log that was cut short.
    run(u"DELETE FROM audit_entries WHERE seq > 5"_s);
    run(u"UPDATE audit_chain SET seq = 5, hash = ? WHERE name = 'head'"_s, {entry(5).hash});
    QCOMPARE(brokenOf().sequence, 0);
    QCOMPARE(broken().sequence, 6);
}

void AuditChainTest::processesStandInOneLine()
{
    constexpr int Writers = 3;
    constexpr int Each = 60;
    std::vector<std::unique_ptr<store::Writer>> writers;
    for (int i = 0; i < Writers; ++i) {
        auto writer = store::Writer::start(m_database);
        QVERIFY(writer);
        writers.push_back(std::move(*writer));
    }
    std::vector<QFuture<Result<Done>>> done;
    for (int n = 0; n < Each; ++n) {
        for (const auto &writer : writers)
            done.push_back(
                writer->submit<Done>([n](Connection &c) { return audit::record(c, somebody(), update(n), Now + n); }));
    }
    int written = 0;
    for (auto &future : done)
        written += future.result() ? 1 : 0; // SQLite's other writers may wait in vain
    writers.clear();
    if (m_database.engine == Engine::PostgreSql)
        QCOMPARE(written, Writers * Each);
    QVERIFY(written > 0);
    const auto verdict = verified();
    QVERIFY(!verdict.broken);
    QCOMPARE(verdict.checked, written);
}

void AuditChainTest::textSurvivesBothEngines()
{
    audit::Actor actor = somebody();
    actor.userAgent = u"half a "_s + QChar(0) + QChar(0xd83c) + u" head\r\n"_s;
    actor.email = u"Ünïcödé\u0301@x.example"_s;
    audit::Change change = update(1);
    change.before = {{u"text"_s, QString(QChar(0)) + u"\u2028\"'\\"_s}};
    change.targetLabel = u"x"_s.repeated(5000);
    change.after = {{u"prompt"_s, u"é"_s.repeated(100'000)}, {u"name"_s, u"kept"_s}};
    QVERIFY(audit::record(*m_connection, actor, change, Now));
    QVERIFY(!verified().broken);
    const audit::Entry kept = entry(1);
    QCOMPARE(kept.targetLabel.size(), 500);
    QVERIFY(kept.after.size() < 2000);
    QCOMPARE(kept.afterObject()["name"_L1], u"kept"_s);
    QVERIFY(kept.afterObject()["prompt"_L1].toString().endsWith(u"(100000 characters)"_s));
    QVERIFY(audit::isShortened(kept)); // and so cannot be taken back
    audit::Reverters reverters;
    reverters.add({.targetType = kept.targetType, .handles = [](const audit::Entry &) { return true; }, .revert = {}});
    QVERIFY(!reverters.find(kept));
}

void AuditChainTest::prunedLogsVerify()
{
    record(1, 20, Now);
    record(21, 30, Now + 5 * DayMs);
    const qint64 cutoff = audit::keptFrom(3, Now + 6 * DayMs);
    const auto prune = [&](qint64 most) {
        store::Transaction all(*m_connection);
        const auto pruned = audit::prune(*m_connection, cutoff, most, Now + 6 * DayMs);
        return all.commit() && pruned ? *pruned : -1;
    };
    QCOMPARE(prune(12), 12);
    QVERIFY(!verified().broken);
    QCOMPARE(prune(100), 8);
    QCOMPARE(prune(100), 0);
    const auto verdict = verified();
    QVERIFY(!verdict.broken);
    QCOMPARE(verdict.checked, 12); // ten that stay, and two that tell of the pruning
    const audit::Entry told = entry(31);
    QCOMPARE(told.action, u"audit.pruned"_s);
    QCOMPARE(told.actorType, u"system"_s);
    QCOMPARE(told.afterObject()["entries"_L1], 12);

    store::Transaction undone(*m_connection);
    run(u"UPDATE audit_chain SET hash = 'ab' WHERE name = 'anchor'"_s);
    QCOMPARE(brokenOf().reason, Break::Reason::Anchor);
}

void AuditChainTest::pruningWhileVerifying()
{
    const int many = 3 * audit::Verification::StepRows;
    record(1, many, Now);
    audit::Verification verification(*m_connection);
    QVERIFY(*verification.step());
    {
        store::Transaction all(*m_connection);
        QCOMPARE(*audit::prune(*m_connection, Now + DayMs, many - 100, Now + DayMs), many - 100);
        QVERIFY(all.commit());
    }
    const auto verdict = verification.run();
    QVERIFY(verdict);
    QVERIFY(!verdict->broken);
    QCOMPARE(verdict->checked, audit::Verification::StepRows + 100);
}

void AuditChainTest::upkeepNeedsNobody()
{
    const int many = int(audit::Upkeep::Batch) + 50; // more than one transaction takes
    record(1, many, Now);
    for (int i = 0; i < 9; ++i)
        QVERIFY(audit::recordFailedSignIn(*m_connection, somebody(), u"ada@x.example"_s, u"invalid_credentials"_s,
                                          Now + 4 * DayMs));
    auto writer = store::Writer::start(m_database);
    QVERIFY(writer);
    const auto count = [this] { return number(u"SELECT COUNT(*) FROM audit_entries"_s); };
    const qint64 before = count();
    {
        audit::Upkeep forEver(**writer, 0, [] { return Now + 5 * DayMs; });
        QTRY_COMPARE(count(), before + 1); // the attempts that were only counted
    }
    audit::Upkeep threeDays(**writer, 3, [] { return Now + 5 * DayMs; });
    QTRY_COMPARE(count(), before + 1 - many + 2); // and what tells of both transactions
    QVERIFY(!verified().broken);
}

void AuditChainTest::guessingIsSummedUp()
{
    const auto guess = [this](qint64 at) {
        return bool(
            audit::recordFailedSignIn(*m_connection, somebody(), u"ada@x.example"_s, u"invalid_credentials"_s, at));
    };
    for (int i = 0; i < 100; ++i)
        QVERIFY(guess(Now + i));
    QCOMPARE(number(u"SELECT COUNT(*) FROM audit_entries"_s), audit::EntriesOfPair);
    const audit::Entry first = entry(1);
    QCOMPARE(first.action, u"session.failed"_s);
    QCOMPARE(first.outcome, u"failure"_s);
    QCOMPARE(first.actorId, QString()); // whoever it was, it need not be the user
    QCOMPARE(first.actorEmail, u"ada@x.example"_s);
    QCOMPARE(first.targetId, u"user_root"_s);

    QVERIFY(audit::sumUp(*m_connection, Now + 1000)); // the minute is not over
    QCOMPARE(number(u"SELECT COUNT(*) FROM audit_entries"_s), audit::EntriesOfPair);
    QVERIFY(audit::sumUp(*m_connection, Now + 60'000));
    QCOMPARE(number(u"SELECT COUNT(*) FROM audit_entries"_s), audit::EntriesOfPair + 1);
    const audit::Entry sum = entry(audit::EntriesOfPair + 1);
    QCOMPARE(sum.afterObject()["attempts"_L1], 100 - audit::EntriesOfPair);
    QCOMPARE(sum.address, first.address);
    QCOMPARE(sum.targetId, first.targetId); // so that it stands in the account's own log
    QCOMPARE(sum.organizationId, first.organizationId);
    QCOMPARE(number(u"SELECT COUNT(*) FROM audit_bursts"_s), 0);
    QVERIFY(guess(Now + 61'000));
    QCOMPARE(number(u"SELECT COUNT(*) FROM audit_entries"_s), audit::EntriesOfPair + 2);
    QVERIFY(!verified().broken);
}

void AuditChainTest::aSprayFillsNoDisk()
{
    constexpr int Guesses = audit::EntriesOfAll + 50;
    {
        store::Transaction all(*m_connection);
        for (int i = 0; i < Guesses; ++i)
            QVERIFY(audit::recordFailedSignIn(*m_connection, somebody(), u"user%1@x.example"_s.arg(i),
                                              u"invalid_credentials"_s, Now));
        QVERIFY(all.commit());
    }
    QCOMPARE(number(u"SELECT COUNT(*) FROM audit_entries"_s), audit::EntriesOfAll);
    QVERIFY(audit::sumUp(*m_connection, Now + 60'000));
    QCOMPARE(entry(audit::EntriesOfAll + 1).afterObject()["attempts"_L1], 50);
    QVERIFY(!verified().broken);
}

void AuditChainTest::manyEntriesAtOnce()
{
    record(1, 3);
    run(u"DELETE FROM audit_entries"_s);
    run(u"UPDATE audit_chain SET seq = 0, hash = ''"_s);
    auto load = store::BulkLoad::begin(*m_connection, {u"audit_entries"_s});
    QVERIFY(load);
    audit::Backfill backfill(*m_connection);
    for (int n = 1; n <= 500; ++n)
        QVERIFY(backfill.add(somebody(), update(n), Now + n));
    QVERIFY(backfill.finish());
    QVERIFY((*load)->commit());
    record(501, 503);
    const auto verdict = verified();
    QVERIFY(!verdict.broken);
    QCOMPARE(verdict.checked, 503);
}

void AuditChainTest::differencesAreAllThatIsKept()
{
    QJsonObject before{{u"a"_s, 1}, {u"b"_s, 2}, {u"gone"_s, 3}, {u"in"_s, QJsonObject{{u"x"_s, 1}, {u"y"_s, 2}}}};
    QJsonObject after{{u"a"_s, 1}, {u"b"_s, 5}, {u"new"_s, 4}, {u"in"_s, QJsonObject{{u"x"_s, 1}, {u"y"_s, 3}}}};
    audit::keepDifferences(before, after);
    QCOMPARE(before, (QJsonObject{{u"b"_s, 2}, {u"gone"_s, 3}, {u"in"_s, QJsonObject{{u"y"_s, 2}}}}));
    QCOMPARE(after, (QJsonObject{{u"b"_s, 5}, {u"new"_s, 4}, {u"in"_s, QJsonObject{{u"y"_s, 3}}}}));
}

void AuditChainTest::onlyTheSameRowIsStillTheSame()
{
    const QJsonObject now{{u"a"_s, 1}, {u"in"_s, QJsonObject{{u"x"_s, 1}, {u"y"_s, 2}}}, {u"none"_s, QJsonValue()}};
    QVERIFY(audit::isStill(now, {{u"a"_s, 1}}));
    QVERIFY(audit::isStill(now, {{u"in"_s, QJsonObject{{u"y"_s, 2}}}}));
    QVERIFY(audit::isStill(now, {{u"none"_s, QJsonValue()}, {u"absent"_s, QJsonValue()}}));
    QVERIFY(!audit::isStill(now, {{u"a"_s, 2}}));
    QVERIFY(!audit::isStill(now, {{u"in"_s, QJsonObject{{u"y"_s, 3}}}}));
    QVERIFY(!audit::isStill(now, {{u"b"_s, 1}}));
}

QTEST_GUILESS_MAIN(AuditChainTest)
#include "tst_auditchain.moc"

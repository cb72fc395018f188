// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/connection.h"

#include "server/store/sqlerror.h"
#include "server/store/statement.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>

#ifdef VOXDESK_SQLITE
#include <sqlite3.h>
#endif

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace store
{
namespace
{
constexpr qsizetype KeptStatements = 256;
constexpr qsizetype ManyBindings = 100;
constexpr qint64 ShortestPauseMs = 1000; ///< between two attempts to reach a PostgreSQL server that is not there

/// Libpq's own: a host that vanished without a word would hold a statement for a quarter of an hour. What is said twice
/// is what was said last, so that an address's own options win.
const QString PostgreSqlOptions = u"connect_timeout=5;tcp_user_timeout=10000;keepalives_idle=10;keepalives_interval=5;"
                                  "keepalives_count=3;application_name=voxdeskd"_s;

/// SQLite counts its memory under one lock for the whole program, which two workers spend half their time in.
void stopSqliteFromCountingMemory()
{
#ifdef VOXDESK_SQLITE
    static std::once_flag done;
    std::call_once(done, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }); // too late, or another copy: it counts on
#endif
}

Error cannotOpen(const Database &database, const QString &why)
{
    return {ErrorCode::ServiceUnavailable, u"The database "_s % database.display() % u" cannot be opened: "_s % why};
}

/// What a driver can bind without changing its meaning; an invalid variant binds NULL, QtSql would bind "" as NULL as
/// well.
Result<QVariant> bindable(const QVariant &value, Engine engine)
{
    switch (value.metaType().id()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return QVariant();
    case QMetaType::QString: {
        const QString text = value.toString();
        if (engine == Engine::PostgreSql && text.contains(QChar(0)))
            return Error{ErrorCode::BadRequest, u"Text must not hold a NUL character."_s};
        return text.isNull() ? QVariant(u""_s) : value;
    }
    case QMetaType::QByteArray:
        return value.toByteArray().isNull() ? QVariant(QByteArray("")) : value;
    case QMetaType::Bool:
        return QVariant(value.toBool() ? 1 : 0);
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double:
        return value;
    case QMetaType::Long:
    case QMetaType::Short:
    case QMetaType::UInt:
        return QVariant(value.toLongLong());
    case QMetaType::QDateTime: {
        const QDateTime time = value.toDateTime();
        return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
    }
    default:
        return Error{.code = ErrorCode::InternalError,
                     .log = u"a value of this type cannot be bound: "_s % QLatin1StringView(value.metaType().name())};
    }
}

/// Nearly everything can be bound as it is, without a copy.
bool isPlain(const QVariant &value, Engine engine)
{
    switch (value.metaType().id()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double:
        return true;
    case QMetaType::QString: {
        const auto &text = *static_cast<const QString *>(value.constData());
        return !text.isNull() && (engine == Engine::Sqlite || !text.contains(QChar(0)));
    }
    default:
        return false;
    }
}

Result<Done> bind(Statement &statement, const QVariantList &bindings, Engine engine)
{
    if (statement.bindings >= 0 && statement.bindings != bindings.size())
        return Error{.code = ErrorCode::InternalError,
                     .log = u"wrong number of bindings: "_s % statement.query.lastQuery().simplified()};
    const auto bindOne = [&statement](qsizetype i, const QVariant &value) {
        if (statement.names.isEmpty())
            statement.query.bindValue(int(i), value);
        else
            statement.query.bindValue(statement.names[i], value);
    };
    for (qsizetype i = 0; i < bindings.size(); ++i) {
        if (isPlain(bindings[i], engine)) {
            bindOne(i, bindings[i]);
            continue;
        }
        const auto value = bindable(bindings[i], engine);
        if (!value)
            return value.error();
        bindOne(i, *value);
    }
    return Done{};
}

/// QtSql makes up a name for every position at every binding; where there are hundreds it is cheaper to have names.
/// Only for statements without text of their own, in which a '?' could be something else.
QString named(const QString &sql, QStringList &names)
{
    QString out;
    out.reserve(sql.size() * 2);
    for (const QChar c : sql) {
        if (c == u'?') {
            names.append(u":v"_s % QString::number(names.size()));
            out += names.last();
        } else {
            out += c;
        }
    }
    return out;
}
}

Connection::Connection(Database database)
    : m_database(std::move(database))
    , m_name(u"voxdesk-"_s
             % QString::number(quintptr(this), 16)) // unique among the living, and no counter shared by threads
{
    if (m_database.counts)
        ++m_database.counts->open;
}

Connection::~Connection()
{
    m_statements.clear();
    handle().close();
    QSqlDatabase::removeDatabase(m_name);
    if (m_database.counts)
        --m_database.counts->open;
}

QSqlDatabase Connection::handle() const { return QSqlDatabase::database(m_name, false); }

Result<std::unique_ptr<Connection>> Connection::open(const Database &database)
{
    if (database.engine == Engine::Sqlite && !database.readOnly) {
        const QFileInfo file(database.name);
        if (file.exists() && !file.isWritable())
            return cannotOpen(database, u"the file is not writable."_s);
    }
    stopSqliteFromCountingMemory();
    std::unique_ptr<Connection> connection(new Connection(database));
    QSqlDatabase::addDatabase(database.engine == Engine::Sqlite ? u"QSQLITE"_s : u"QPSQL"_s, connection->m_name);
    if (const auto connected = connection->connect(); !connected)
        return connected.error();
    return connection;
}

Result<Done> Connection::connect()
{
    QSqlDatabase db = handle();
    db.setDatabaseName(m_database.name);
    if (m_database.engine == Engine::Sqlite) {
        db.setConnectOptions(m_database.readOnly ? u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s
                                                 : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    } else {
        db.setHostName(m_database.host);
        if (m_database.port > 0)
            db.setPort(m_database.port);
        db.setUserName(m_database.user);
        db.setPassword(m_database.password);
        db.setConnectOptions(PostgreSqlOptions
                             % (m_database.options.isEmpty() ? QString() : QString(u';' % m_database.options)));
        db.setNumericalPrecisionPolicy(
            QSql::HighPrecision); // a sum of BIGINTs is NUMERIC and must not pass through a double
    }
    if (!db.open())
        return cannotOpen(m_database, db.lastError().databaseText().section(u'\n', 0, 0));
    return configure();
}

Result<Done> Connection::configure()
{
    if (m_database.engine == Engine::PostgreSql)
        return m_database.readOnly ? executeOnce(u"SET default_transaction_read_only = on"_s) : Result<Done>(Done{});
    QStringList pragmas{
        u"PRAGMA foreign_keys = ON"_s,
        u"PRAGMA synchronous = FULL"_s, // what was acknowledged survives a power cut
        u"PRAGMA fullfsync = ON"_s, // macOS only: its plain fsync does not reach the disk
        u"PRAGMA cache_size = -8192"_s, // KiB; a worker has one each
        u"PRAGMA secure_delete = FAST"_s, // what is deleted or emptied (a mail's code) is written over where it lay
        u"PRAGMA mmap_size = 0"_s, // mapped pages count into every connection's memory and turn I/O errors into SIGBUS
        u"PRAGMA journal_size_limit = 67108864"_s,
    };
    if (!m_database.readOnly)
        pragmas.prepend(u"PRAGMA journal_mode = WAL"_s);
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const auto set = executeOnce(pragma); !set)
            return cannotOpen(m_database, set.error().log.section(": "_L1, 0, 1) % '.'_L1);
    }
    // Reading the header makes SQLite say now what a damaged, foreign or unreadable file would make it say later.
    if (const auto read = executeOnce(u"SELECT count(*) FROM sqlite_master"_s); !read)
        return cannotOpen(m_database, read.error().log.section(": "_L1, 0, 1) % '.'_L1);
    return Done{};
}

Result<Done> Connection::ready()
{
    if (m_poison)
        return poisoned();
    return m_lost ? reconnect() : Result<Done>(Done{});
}

Result<Done> Connection::reconnect()
{
    if (m_depth > 0 || !m_nextTry.hasExpired())
        return Error{.code = ErrorCode::ServiceUnavailable,
                     .retryAfterSeconds = 1,
                     .log
                     = m_depth > 0 ? u"the database was lost"_s : u"the database is lost; it is tried again soon"_s};
    m_statements.clear();
    handle().close();
    QElapsedTimer tried;
    tried.start();
    m_lost = false; // what configures a connection passes through ready()
    const auto connected = connect();
    if (connected)
        return connected;
    m_lost = true;
    // A host that does not answer costs all of connect_timeout, for which everybody else on this thread waits.
    m_nextTry.setRemainingTime(std::max(ShortestPauseMs, tried.elapsed()));
    return unreachable(connected.error());
}

/// Only where the database refused is it the database's fault; a piece of work that goes on after anything else is
/// wrong itself.
Error Connection::poisoned() const
{
    if (*m_poison == ErrorCode::ServiceUnavailable)
        return *m_poison;
    return {.code = ErrorCode::InternalError,
            .log = u"a transaction goes on after one of its statements failed: "_s % m_poison->log};
}

Result<std::shared_ptr<Statement>> Connection::statement(const QString &sql)
{
    const auto kept = m_statements.constFind(sql);
    if (kept != m_statements.cend() && !(*kept)->busy)
        return *kept;
    auto made = std::make_shared<Statement>(handle());
    // PostgreSQL's forward-only mode drops the rows that are left as soon as another statement runs.
    made->query.setForwardOnly(m_database.engine == Engine::Sqlite);
    const bool many = m_database.engine == Engine::Sqlite && sql.count(u'?') >= ManyBindings && !sql.contains(u'\'');
    if (!made->query.prepare(many ? named(sql, made->names) : sql))
        return failed(made->query.lastError(), sql, false);
    if (kept == m_statements.cend()) {
        if (m_statements.size() >= KeptStatements)
            dropOldest();
        m_statements.insert(sql, made);
    }
    return made;
}

void Connection::dropOldest()
{
    const auto oldest = std::min_element(m_statements.cbegin(), m_statements.cend(),
                                         [](const auto &a, const auto &b) { return a->lastUse < b->lastUse; });
    m_statements.erase(oldest); // its Rows, if any, keep it alive
}

Result<std::shared_ptr<Statement>> Connection::run(const QString &sql, const QVariantList &bindings)
{
    if (const auto usable = ready(); !usable)
        return usable.error();
    auto found = statement(sql);
    if (!found)
        return found;
    Statement &s = **found;
    if (const auto bound = bind(s, bindings, m_database.engine); !bound)
        return bound.error();
    s.lastUse = ++m_uses;
    countBusy(1);
    const bool ran = s.query.exec();
    countBusy(-1);
    if (!ran) {
        const QSqlError reason = s.query.lastError();
        s.query.finish();
        if (reason.nativeErrorCode() == "0A000"_L1) // PostgreSQL: the schema changed under the kept plan
            m_statements.remove(sql);
        return failed(reason, sql, true);
    }
    s.bindings = int(bindings.size());
    return found;
}

/// Within a transaction it is busy already.
void Connection::countBusy(int difference)
{
    if (m_database.counts && m_depth == 0)
        m_database.counts->busy += difference;
}

Result<Rows> Connection::query(const QString &sql, const QVariantList &bindings)
{
    auto ran = run(sql, bindings);
    if (!ran)
        return ran.error();
    return Rows(*std::move(ran));
}

Result<Rows> Connection::queryRow(const QString &columns, const QString &from, const QVariantList &bindings)
{
    const bool sqlite = m_database.engine == Engine::Sqlite;
    auto ran = run((sqlite ? "SELECT json_array("_L1 : "SELECT json_build_array("_L1) % columns
                       % (sqlite ? ") FROM "_L1 : ")::text FROM "_L1) % from,
                   bindings);
    if (!ran)
        return ran.error();
    return Rows(*std::move(ran), Rows::Form::Packed);
}

Result<qint64> Connection::execute(const QString &sql, const QVariantList &bindings)
{
    auto ran = run(sql, bindings);
    if (!ran)
        return ran.error();
    const qint64 touched = (*ran)->query.numRowsAffected();
    (*ran)->query.finish();
    return touched;
}

Result<Done> Connection::executeOnce(const QString &sql)
{
    if (const auto usable = ready(); !usable)
        return usable.error();
    QSqlQuery query(handle());
    if (!query.exec(sql))
        return failed(query.lastError(), sql, false);
    // QSQLITE sizes a row by the columns that a kept "SELECT *" had when it was prepared and writes past its end after
    // an ALTER.
    if (m_database.engine == Engine::Sqlite)
        m_statements.clear();
    return Done{};
}

Result<Done> Connection::beforeCommit(std::function<Result<Done>(Connection &)> work)
{
    if (m_depth > 0) {
        m_beforeCommit.push_back(std::move(work));
        return Done{};
    }
    Transaction own(*this);
    if (!own.isOpen())
        return own.error();
    if (const auto done = work(*this); !done)
        return done;
    return own.commit();
}

Result<Done> Connection::control(const QString &sql)
{
    if (m_database.engine == Engine::PostgreSql) // it does not prepare BEGIN and its kind
        return executeOnce(sql);
    if (const auto done = execute(sql); !done)
        return done.error();
    return Done{};
}

Error Connection::failed(const QSqlError &error, const QString &sql, bool values)
{
    SqlFailure failure = failureOf(m_database.engine, error, sql, values);
    m_lost = m_lost || failure.lost;
    m_yielded = m_yielded || failure.yielded;
    if (failure.poisons && m_depth > 0 && !m_poison)
        m_poison = failure.error;
    return std::move(failure.error);
}
}

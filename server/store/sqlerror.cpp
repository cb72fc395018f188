// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlerror.h"

#include <QSqlError>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace store
{
namespace
{
struct Meaning {
    ErrorCode code = ErrorCode::InternalError;
    QLatin1StringView what = "rejected"_L1;
    bool textIsSafe = false; ///< the driver's sentence names constraints and files, never values
    bool lost = false;
    bool poisons = false;
};

// https://www.sqlite.org/rescode.html: the low byte is the kind.
Meaning sqliteMeaning(int extended)
{
    constexpr int PrimaryKey = 1555, Unique = 2067, RowId = 2579;
    if (extended == PrimaryKey || extended == Unique || extended == RowId)
        return {ErrorCode::ResourceConflict, "not unique"_L1, true};
    switch (extended & 0xff) {
    case 19:
        return {ErrorCode::InternalError, "constraint broken"_L1, true};
    case 5:
    case 6:
        return {ErrorCode::ServiceUnavailable, "database busy"_L1, true};
    case 7:
        return {ErrorCode::ServiceUnavailable, "out of memory"_L1, true, false, true};
    case 8:
        return {ErrorCode::ServiceUnavailable, "database not writable"_L1, true};
    case 10:
        return {ErrorCode::ServiceUnavailable, "input/output error"_L1, true, false, true};
    case 11:
        return {ErrorCode::ServiceUnavailable, "database file damaged"_L1, true, false, true};
    case 13:
        return {ErrorCode::ServiceUnavailable, "disk full"_L1, true, false, true};
    case 14:
        return {ErrorCode::ServiceUnavailable, "database file cannot be opened"_L1, true};
    case 26:
        return {ErrorCode::ServiceUnavailable, "not an SQLite database"_L1, true};
    default:
        return {};
    }
}

// https://www.postgresql.org/docs/15/errcodes-appendix.html: the first two characters are the class.
Meaning postgreSqlMeaning(const QString &state, QSqlError::ErrorType type)
{
    if (state.isEmpty() || type == QSqlError::ConnectionError || state.startsWith("08"_L1)
        || state.startsWith("57P"_L1))
        return {ErrorCode::ServiceUnavailable, "database lost"_L1, true, true, true};
    if (state == "23505"_L1)
        return {ErrorCode::ResourceConflict, "not unique"_L1, true, false, true};
    if (state.startsWith("23"_L1))
        return {ErrorCode::InternalError, "constraint broken"_L1, true, false, true};
    if (state.startsWith("40"_L1) || state == "55P03"_L1)
        return {ErrorCode::ServiceUnavailable, "database busy"_L1, true, false, true};
    if (state == "53100"_L1)
        return {ErrorCode::ServiceUnavailable, "disk full"_L1, true, false, true};
    if (state == "25006"_L1)
        return {ErrorCode::ServiceUnavailable, "database not writable"_L1, true, false, true};
    static constexpr std::array Unavailable{"53"_L1, "57"_L1, "58"_L1, "XX"_L1};
    if (std::ranges::any_of(Unavailable, [&](QLatin1StringView kind) { return state.startsWith(kind); }))
        return {ErrorCode::ServiceUnavailable, "database in trouble"_L1, true, false, true};
    return {.poisons = true};
}
}

SqlFailure failureOf(Engine engine, const QSqlError &error, const QString &sql, bool values)
{
    const QString native = error.nativeErrorCode();
    const Meaning meaning
        = engine == Engine::Sqlite ? sqliteMeaning(native.toInt()) : postgreSqlMeaning(native, error.type());
    QString log = meaning.what % " ("_L1 % (native.isEmpty() ? u"no code"_s : native) % ')'_L1;
    if (meaning.textIsSafe || !values) // only the first line: PostgreSQL's second one is "DETAIL: Key (email)=(…)"
        log += ": "_L1 % error.databaseText().section(u'\n', 0, 0);
    log += ": "_L1 % sql.simplified();
    SqlFailure failure{.error = {.code = meaning.code, .log = log}, .lost = meaning.lost, .poisons = meaning.poisons};
    failure.error.message = QString(info(meaning.code).message);
    if (meaning.code == ErrorCode::ServiceUnavailable)
        failure.error.retryAfterSeconds = 1;
    // A deadlock's victim, and what could not be put in an order with others.
    failure.yielded = engine == Engine::PostgreSql && (native == "40P01"_L1 || native == "40001"_L1);
    return failure;
}

Error unreachable(const Error &opening)
{
    return {.code = ErrorCode::ServiceUnavailable,
            .retryAfterSeconds = 1,
            .log = opening.log.isEmpty() ? opening.message : opening.log};
}
}

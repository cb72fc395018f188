// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/loginfailures.h"

#include "models/domain/day.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
constexpr int MostCounted = 1000;

qint64 ms(std::chrono::milliseconds duration) { return duration.count(); }
}

Result<Standing> LoginFailures::standing(const QString &email, const QString &address)
{
    Standing standing;
    const qint64 window = ms(m_settings.lockWindow);
    const qint64 lock = ms(m_settings.lockDuration);
    {
        auto rows = m_connection.query(
            u"SELECT at FROM login_failures WHERE email = ? AND address = ? AND at > ? ORDER BY at DESC LIMIT ?"_s,
            {email, address, m_now - window - lock, m_settings.failuresBeforeLock});
        if (!rows)
            return rows.error();
        QList<qint64> times;
        while (rows->next())
            times << rows->integer(0);
        standing.recentOfPair = int(std::ranges::count_if(times, [&](qint64 at) { return at > m_now - window; }));
        if (times.size() == m_settings.failuresBeforeLock && times.constFirst() - times.constLast() < window) {
            const qint64 left = times.constFirst() + lock - m_now;
            standing.lockedSeconds = int(std::max<qint64>(0, (left + 999) / 1000));
        }
    }
    auto rows = m_connection.query(
        u"SELECT COUNT(*) FROM (SELECT 1 FROM login_failures WHERE email = ? AND at > ? LIMIT ?) recent"_s,
        {email, m_now - window, MostCounted});
    if (!rows)
        return rows.error();
    standing.recentOfAccount = rows->next() ? int(rows->integer(0)) : 0;
    const qint64 over = standing.recentOfAccount - m_settings.failuresBeforeSlowing;
    if (over >= 0) {
        const auto doubled = std::chrono::milliseconds(250) * (1 << std::min<qint64>(over / 5, 10));
        standing.delay = std::min<std::chrono::milliseconds>(doubled, m_settings.slowestSignIn);
    }
    return standing;
}

Result<Done> LoginFailures::record(const QString &email, const QString &address)
{
    auto done = m_connection.execute(u"INSERT INTO login_failures (email, address, at) VALUES (?, ?, ?)"_s,
                                     {email, address, m_now});
    if (done)
        done = m_connection.execute(u"DELETE FROM login_failures WHERE at < ?"_s, {m_now - DayMs});
    if (!done)
        return done.error();
    return countToday(m_connection, "login.failed"_L1, m_now);
}

Result<Done> LoginFailures::forgive(const QString &email, const QString &address)
{
    auto done = m_connection.execute(u"DELETE FROM login_failures WHERE email = ? AND address = ?"_s, {email, address});
    if (!done)
        return done.error();
    return Done{};
}

QString addressKey(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4).toString();
    Q_IPV6ADDR v6 = address.toIPv6Address();
    std::fill(v6.c + 8, v6.c + 16, quint8(0));
    return QHostAddress(v6).toString() % u"/64"_s;
}

Result<Done> countToday(store::Connection &connection, QLatin1StringView what, qint64 nowMs)
{
    auto counted = connection.execute(u"INSERT INTO daily_counts (day, what, n) VALUES (?, ?, 1) "
                                      "ON CONFLICT (day, what) DO UPDATE SET n = daily_counts.n + 1"_s,
                                      {nowMs / DayMs, QString(what)});
    if (!counted)
        return counted.error();
    return Done{};
}
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/store/connection.h"
#include "server/usage/period.h"
#include "server/usage/sums.h"

#include <QList>
#include <QMap>

namespace usage
{
enum class GroupBy { Day, Organization, User, Provider, Agent };
QLatin1StringView toText(GroupBy by); ///< "organization"
std::optional<GroupBy> groupByFrom(QStringView text);

/// What an administrator asks of the platform's usage. Filters that are empty do not narrow.
struct ReportQuery {
    Period period;
    GroupBy by = GroupBy::Day;
    QString organizationId = {};
    QString userId = {};
    QString provider = {};
    QString agentId = {};
};

struct KeySums {
    QString key; ///< id, provider name or day; "" of what was used without an agent
    Sums sums;
};

/// Reads usage of all tenants from its sums: rows of usage_daily where one tenant, user or agent is asked for, else the
/// few of usage_totals. Raw events are never read. On the connection's thread.
class UsageReport
{
public:
    UsageReport(store::Connection &connection, ReportQuery query)
        : m_connection(connection)
        , m_query(std::move(query))
    {
    }

    Result<Sums> totals();
    Result<QMap<QDate, Sums>> days(); ///< only those with usage
    /// The dearest first; `by` is not Day.
    Result<QList<KeySums>> top(int limit);
    /// Key → day → sums, of these keys only; `by` is not Day.
    Result<QMap<QString, QMap<QDate, Sums>>> daysOf(const QStringList &keys);
    /// What a person calls them; a key without a name is not in it.
    Result<QMap<QString, QString>> labels(const QStringList &keys);

private:
    struct Source {
        QString sql; ///< a table or a parenthesised SELECT, with the columns `name` and those of Sums
        QVariantList bindings;
    };
    bool isNarrow() const; ///< asks for one tenant, user or agent
    Source tenantRows(const QString &name) const;
    Source platformRows(const QString &scope) const;
    Source providerRows() const;
    Source rows(const QString &platformScope, const QString &tenantName) const;
    Source grouped() const;

    store::Connection &m_connection;
    const ReportQuery m_query;
};
}

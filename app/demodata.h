// SPDX-License-Identifier: GPL-3.0-or-later
// Invented data, the same in every run, for screenshots: no server, no clock, no chance.
#pragma once

#include "models/domain/health.h"
#include "models/domain/organization.h"
#include "models/domain/overview.h"
#include "models/domain/userdirectory.h"
#include "models/domain/valuesource.h"

/// What there is of everything, the same in every picture.
struct DemoCounts {
    static constexpr int Users = 1284;
    static constexpr int Organizations = 64;
    static constexpr int Agents = 312;
    static constexpr int Calls = 148'204;
    static constexpr int Sessions = 463;
    static constexpr int AuditEntries = 640;
    static constexpr int HealthScore = 91;
    static constexpr double MemoryPercent = 42;
    static constexpr double CpuPercent = 7;
    static constexpr int TokensPerCall = 625;
    static constexpr double PartOfToday = 0.4; ///< of what a whole day has
};

class DemoUsers : public UserDirectory
{
public:
    DemoUsers();
    QFuture<Result<Page<User>>> fetch(const PageQuery &query) override;
    QFuture<Result<Tagged<User>>> get(const QString &id) override;
    QFuture<Result<Tagged<User>>> update(const QString &id, const UserChange &change, const QByteArray &etag) override;
    QFuture<Result<Tagged<User>>> updateLimits(const QString &id, const Limits &limits, const QString &notes,
                                               const QByteArray &etag) override;
    QFuture<Result<Tagged<User>>> setActive(const QString &id, bool active) override;
    QFuture<Result<Done>> remove(const QString &id) override;
    QFuture<Result<QList<UserSession>>> sessions(const QString &id) override;

    const User &first() const { return m_users.first(); }

private:
    User *find(const QString &id);

    QList<User> m_users;
};

class DemoOrganizations : public PageSource<Organization>
{
public:
    QFuture<Result<Page<Organization>>> fetch(const PageQuery &query) override;
};

class DemoOverview : public ValueSource<Overview>
{
public:
    QFuture<Result<Overview>> fetch() override;
};

class DemoHealth : public ValueSource<Health>
{
public:
    QFuture<Result<Health>> fetch() override;
};

/// The moment all demo data is seen from.
QDateTime demoNow();
User demoUser(int i); ///< 0: who looks at the pictures
QString demoOrganizationId(int i);
QString demoOrganizationName(int i);

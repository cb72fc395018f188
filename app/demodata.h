// SPDX-License-Identifier: GPL-3.0-or-later
// Invented data, the same in every run, for screenshots: no server, no clock, no chance.
#pragma once

#include "models/domain/health.h"
#include "models/domain/organization.h"
#include "models/domain/overview.h"
#include "models/domain/userdirectory.h"
#include "models/domain/valuesource.h"

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

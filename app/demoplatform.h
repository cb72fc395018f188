// SPDX-License-Identifier: GPL-3.0-or-later
// Invented versions, callers, audit entries and devices for screenshots: the same in every run. There are no secrets.
#pragma once

#include "app/demodata.h"
#include "models/domain/accountsecurity.h"
#include "models/domain/apiversion.h"
#include "models/domain/auditentry.h"
#include "models/domain/ownaccount.h"

QList<ApiVersion> demoVersions();
VersionTraffic demoTraffic(const QString &version, const QDate &from, const QDate &to);

class DemoVersionCallers : public PageSource<VersionCaller>
{
public:
    QFuture<Result<Page<VersionCaller>>> fetch(const PageQuery &query) override;
};

class DemoVersions : public VersionRegistry
{
public:
    QFuture<Result<Tagged<QList<ApiVersion>>>> versions() override;
    QFuture<Result<QList<ApiVersion>>> save(const QList<ApiVersion> &versions, const QByteArray &etag) override;
    QFuture<Result<QList<VersionPreview>>> preview(const QList<ApiVersion> &versions) override;
    QFuture<Result<VersionReport>> report(const QDate &from, const QDate &to) override;
    QFuture<Result<qint64>> notify(const QString &version, const QString &message) override;
    PageSource<VersionCaller> &callers() override { return m_callers; }

private:
    DemoVersionCallers m_callers;
};

class DemoAudit : public AuditLog
{
public:
    /// Everything, or with an `actor` only what that person did or tried.
    explicit DemoAudit(const QString &actor = {})
        : m_actor(actor)
    {
    }
    QFuture<Result<Page<AuditEntry>>> fetch(const PageQuery &query) override;
    QFuture<Result<AuditCheck>> verify() override;
    QFuture<Result<AuditEntry>> revert(const QString &id) override;
    QFuture<Result<qint64>> exportTo(const PageQuery &query, const QString &path) override;

private:
    QString m_actor;
};

class DemoSecurity : public AccountSecurity
{
public:
    QFuture<Result<TwoFactor>> twoFactor() override;
    QFuture<Result<TwoFactorEnrolment>> enrol() override;
    QFuture<Result<QStringList>> confirm(const QString &code) override;
    QFuture<Result<QStringList>> newRecoveryCodes(const QString &code) override;
    QFuture<Result<Done>> disable(const QString &code) override;
    QFuture<Result<QList<Device>>> devices() override;
    QFuture<Result<Done>> renameDevice(const QString &id, const QString &name) override;
    QFuture<Result<Done>> revokeDevice(const QString &id) override;
    QFuture<Result<qint64>> changePassword(const QString &current, const QString &next) override;
    QFuture<Result<Done>> stepUp(const QString &code) override;
    PageSource<AuditEntry> &activity() override { return m_audit; }

private:
    DemoAudit m_audit{demoUser(0).email};
    bool m_enabled = false;
};

/// Of ada.okafor@northwind.example, who has not confirmed it yet.
class DemoAccount : public OwnAccount
{
public:
    QFuture<Result<EmailAddress>> emailAddress() override;
    QFuture<Result<Done>> mailCode(const QString &address) override;
    QFuture<Result<Done>> confirmEmail(const QString &code) override;
    QFuture<Result<Preferences>> preferences() override;
    QFuture<Result<Preferences>> savePreferences(const Preferences &before, const Preferences &after) override;

private:
    Preferences m_preferences{.twoFactorAuth = true};
};

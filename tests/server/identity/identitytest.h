// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of identity share. Other rooms use the world alone.
#pragma once

#include "tests/server/identity/identityworld.h"

#include <QJsonArray>
#include <QObject>

inline const QString Password = QStringLiteral("correct horse"); ///< of everybody whom a world makes
inline const QByteArray Login = "/api/v1/auth/login";
inline const QByteArray LoginV2 = "/api/v2/auth/login";
inline const QByteArray Users = "/api/v1/admin/users";

QJsonObject credentials(const QString &email, const QString &password = Password, const QString &device = {});
QByteArray accessIn(const Reply &reply); ///< to LoginV2
QJsonObject claimsOf(const QByteArray &token);
QStringList fields(const QJsonObject &object);
QStringList column(const QJsonArray &rows, QLatin1StringView name = QLatin1StringView("id"));
QJsonArray usersIn(const Reply &reply); ///< to v1

/// Skipped without the engine that is asked for. Each function's init() makes its world, whose answers must all fit
/// their schemas.
class IdentityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

protected:
    Reply send(http::Method method, const QByteArray &path, const QByteArray &token, const QJsonObject &body = {});
    /// By v2.
    Reply logIn(const QString &email = QStringLiteral("ada@example.com"),
                const QString &device = QStringLiteral("laptop"));
    QString lastMail(const QString &to, const QString &column = QStringLiteral("body"));
    qint64 audited(const QString &action); ///< how often

    std::unique_ptr<IdentityWorld> m_world;
};

/// With an administrator who is signed in.
class AdministratorTest : public IdentityTest
{
    Q_OBJECT

private slots:
    void init();

protected:
    Reply change(http::Method method, const QByteArray &path, const QJsonObject &body = {}, const QByteArray &tag = {});
    Reply get(const QByteArray &path) { return m_world->get(path, m_root); }

    QByteArray m_root; ///< the access token
    QByteArray m_rootId;
};

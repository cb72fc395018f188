// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of identity share. Other rooms use the world alone.
#pragma once

#include "tests/server/identity/identityworld.h"

#include <QObject>

inline const QString Password = QStringLiteral("correct horse"); ///< of everybody whom a world makes
inline const QByteArray Login = "/api/v1/auth/login";

QJsonObject credentials(const QString &email, const QString &password = Password);
QJsonObject claimsOf(const QByteArray &token);
QStringList fields(const QJsonObject &object);

/// Skipped without the engine that is asked for. Each function's init() makes its world, whose answers must all fit
/// their schemas.
class IdentityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

protected:
    std::unique_ptr<IdentityWorld> m_world;
};

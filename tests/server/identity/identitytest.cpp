// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/identity/identitytest.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

QJsonObject credentials(const QString &email, const QString &password)
{
    return {{u"email"_s, email}, {u"password"_s, password}};
}

QJsonObject claimsOf(const QByteArray &token)
{
    const auto json = QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(json).object();
}

QStringList fields(const QJsonObject &object) { return object.keys(); }

void IdentityTest::initTestCase()
{
    if (!hasEngine())
        QSKIP("This machine has no PostgreSQL.");
}

void IdentityTest::cleanup()
{
    if (m_world)
        QCOMPARE(m_world->misfits, QStringList());
    m_world.reset();
}

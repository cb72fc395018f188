// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/identity/identitytest.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

QJsonObject credentials(const QString &email, const QString &password, const QString &device)
{
    QJsonObject body{{u"email"_s, email}, {u"password"_s, password}};
    if (!device.isEmpty())
        body.insert(u"deviceInfo"_s, QJsonObject{{u"deviceId"_s, device}, {u"deviceName"_s, device + u" of Ada"_s}});
    return body;
}

QByteArray accessIn(const Reply &reply) { return reply.data()["tokens"_L1]["accessToken"_L1].toString().toLatin1(); }

QJsonObject claimsOf(const QByteArray &token)
{
    const auto json = QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(json).object();
}

QStringList fields(const QJsonObject &object) { return object.keys(); }

QStringList column(const QJsonArray &rows, QLatin1StringView name)
{
    QStringList values;
    for (const QJsonValue row : rows)
        values << row[name].toString();
    return values;
}

QJsonArray usersIn(const Reply &reply) { return reply.data()["users"_L1].toArray(); }

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

Reply IdentityTest::send(http::Method method, const QByteArray &path, const QByteArray &token, const QJsonObject &body)
{
    return m_world->send({.method = method, .path = path, .body = body, .token = token});
}

Reply IdentityTest::logIn(const QString &email, const QString &device)
{
    return m_world->post(LoginV2, credentials(email, Password, device));
}

QString IdentityTest::lastMail(const QString &to, const QString &column)
{
    auto rows = m_world->query(
        u"SELECT %1 FROM mail_outbox WHERE recipient = ? ORDER BY seq DESC LIMIT 1"_s.arg(column), {to});
    return rows && rows->next() ? rows->text(0) : QString();
}

qint64 IdentityTest::audited(const QString &action)
{
    return m_world->number(u"SELECT COUNT(*) FROM audit_entries WHERE action = ?"_s, {action});
}

void AdministratorTest::init()
{
    m_world = std::make_unique<IdentityWorld>();
    m_rootId = m_world->makeUser(u"root@example.com"_s, Role::Admin).toLatin1();
    m_root = m_world->tokenOf(u"root@example.com"_s);
}

Reply AdministratorTest::change(http::Method method, const QByteArray &path, const QJsonObject &body,
                                const QByteArray &tag)
{
    Ask ask{.method = method, .path = path, .body = body, .token = m_root};
    if (!tag.isEmpty())
        ask.headers.add("If-Match", tag);
    return m_world->send(ask);
}

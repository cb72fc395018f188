// SPDX-License-Identifier: GPL-3.0-or-later
// Devices: how they are known again, named and revoked, and what a sign-in from another is worth.
#include "tests/server/identity/identitytest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDevices : public IdentityTest
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<IdentityWorld>(); }

    void devicesAreListedNamedAndRevoked();
    void devicesOfOthersAreNotThere();
    void aNewDeviceIsNobodyElsesBusiness();
    void riskFollowsWhatIsKnown();
    void riskFollowsDevicesAndFailures();
};

void TestDevices::devicesAreListedNamedAndRevoked()
{
    m_world->addWorker();
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray laptop = accessIn(logIn(u"ada@example.com"_s, u"laptop"_s));
    m_world->pass(1s);
    const QByteArray phone = accessIn(logIn(u"ada@example.com"_s, u"phone"_s));
    const auto list = [&](const QByteArray &token) {
        return m_world->get("/api/v2/auth/devices", token).json["data"_L1].toArray();
    };
    const QJsonArray devices = list(laptop);
    QCOMPARE(devices.size(), 2);
    const QJsonObject first = devices[0].toObject();
    QCOMPARE(first["deviceId"_L1], u"phone"_s);
    QCOMPARE(first["deviceName"_L1], u"phone of Ada"_s);
    QCOMPARE(first["ipAddress"_L1], u"198.51.100.7"_s);
    QCOMPARE(first["isCurrent"_L1], false);
    QCOMPARE(first["activeSessions"_L1], 1);
    QCOMPARE(devices[1]["isCurrent"_L1], true);
    const QByteArray path = "/api/v2/auth/devices/" + first["id"_L1].toString().toLatin1();
    QCOMPARE(send(http::Method::Patch, path, laptop, {{u"deviceName"_s, u"   "_s}}).status, 422);
    const Reply named = send(http::Method::Patch, path, laptop, {{u"deviceName"_s, u"Ada's old phone"_s}});
    QCOMPARE(named.data()["deviceName"_L1], u"Ada's old phone"_s);
    logIn(u"ada@example.com"_s, u"phone"_s); // what the client calls itself does not take the name away
    QCOMPARE(list(laptop)[0]["deviceName"_L1], u"Ada's old phone"_s);
    QCOMPARE(m_world->send({.path = "/api/v2/auth/profile", .token = phone}, 1).status, 200);
    QCOMPARE(send(http::Method::Delete, path, laptop).status, 204);
    for (const int worker : {0, 1})
        QCOMPARE(m_world->send({.path = "/api/v2/auth/profile", .token = phone}, worker).status, 401);
    QCOMPARE(m_world->get("/api/v2/auth/profile", laptop).status, 200);
    QCOMPARE(list(laptop).size(), 1);
    QCOMPARE(send(http::Method::Delete, path, laptop).status, 404);
    QCOMPARE(logIn(u"ada@example.com"_s, u"phone"_s).data()["security"_L1]["isNewDevice"_L1], true);
    QCOMPARE(audited(u"device.revoked"_s), 1);
    QCOMPARE(audited(u"device.renamed"_s), 1);
    QCOMPARE(m_world->get("/api/v1/auth/devices", laptop).code(), u"ROUTE_NOT_FOUND_FOR_VERSION"_s);
}

void TestDevices::devicesOfOthersAreNotThere()
{
    m_world->makeUser(u"ada@example.com"_s);
    m_world->makeUser(u"eve@example.com"_s);
    const QByteArray ada = accessIn(logIn());
    const QByteArray eve = accessIn(logIn(u"eve@example.com"_s));
    const QString id = m_world->get("/api/v2/auth/devices", ada).json["data"_L1][0]["id"_L1].toString();
    const QByteArray path = "/api/v2/auth/devices/" + id.toLatin1();
    QCOMPARE(send(http::Method::Patch, path, eve, {{u"deviceName"_s, u"mine"_s}}).status, 404);
    QCOMPARE(send(http::Method::Delete, path, eve).status, 404);
    QCOMPARE(m_world->get("/api/v2/auth/profile", ada).status, 200);
}

/// Whom the workers know stays known, unless a device that is forgotten takes sessions along.
void TestDevices::aNewDeviceIsNobodyElsesBusiness()
{
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray first = accessIn(logIn());
    QCOMPARE(m_world->get("/api/v2/auth/profile", first).status, 200);
    m_world->pass(1s);
    const quint64 before = m_world->userChanges();
    for (int i = 1; i < 100; ++i)
        QCOMPARE(logIn(u"ada@example.com"_s, u"device %1"_s.arg(i)).status, 200);
    QCOMPARE(m_world->userChanges(), before);
    QCOMPARE(m_world->get("/api/v2/auth/profile", first).status, 200);
    QCOMPARE(logIn(u"ada@example.com"_s, u"one too many"_s).status, 200);
    QCOMPARE(m_world->userChanges(), before + 1);
    QCOMPARE(m_world->get("/api/v2/auth/profile", first).status, 401);
}

void TestDevices::riskFollowsWhatIsKnown()
{
    m_world->makeUser(u"ada@example.com"_s);
    const auto from = [&](const QString &device, const QString &address) {
        return m_world
            ->send({.method = http::Method::Post,
                    .path = LoginV2,
                    .body = credentials(u"ada@example.com"_s, Password, device),
                    .client = QHostAddress(address)})
            .data()["security"_L1]["riskLevel"_L1]
            .toString();
    };
    const auto fail = [&](int times, const QString &address) {
        for (int i = 0; i < times; ++i)
            m_world->send({.method = http::Method::Post,
                           .path = LoginV2,
                           .body = credentials(u"ada@example.com"_s, u"a guess"_s),
                           .client = QHostAddress(address)});
    };
    QCOMPARE(from(u"laptop"_s, u"192.0.2.1"_s), u"low"_s); // the first ever
    QCOMPARE(from(u"laptop"_s, u"192.0.2.2"_s), u"low"_s); // a known device elsewhere
    QCOMPARE(from(u"phone"_s, u"192.0.2.1"_s), u"medium"_s); // a new one
    fail(3, u"203.0.113.9"_s);
    QCOMPARE(from(u"laptop"_s, u"192.0.2.1"_s), u"medium"_s); // somebody is guessing, elsewhere
    QCOMPARE(from(u"tablet"_s, u"203.0.113.1"_s), u"high"_s); // … and this is unlike any sign-in before
    fail(2, u"203.0.113.9"_s);
    QCOMPARE(from(u"laptop"_s, u"203.0.113.77"_s), u"high"_s);
    QCOMPARE(from(u"laptop"_s, u"203.0.113.77"_s), u"medium"_s); // known by now
    m_world->pass(15min);
    QCOMPARE(from(u"laptop"_s, u"192.0.2.1"_s), u"low"_s);
    // One host of a network that is known: the /64 counts.
    QCOMPARE(from(u"laptop"_s, u"2001:db8::1"_s), u"low"_s);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM known_addresses WHERE address = '2001:db8::/64'"_s), 1);
}

void TestDevices::riskFollowsDevicesAndFailures()
{
    m_world->makeUser(u"ada@example.com"_s);
    const auto from = [&](const QString &device) {
        QJsonObject body = credentials(u"ada@example.com"_s);
        body.insert(u"deviceInfo"_s, QJsonObject{{u"deviceId"_s, device}});
        return m_world->post("/api/v2/auth/login", body).data()["security"_L1].toObject();
    };
    QCOMPARE(from(u"one"_s)["riskLevel"_L1], u"low"_s);
    QCOMPARE(from(u"one"_s)["isNewDevice"_L1], false);
    const QJsonObject second = from(u"two"_s);
    QCOMPARE(second["isNewDevice"_L1], true);
    QCOMPARE(second["riskLevel"_L1], u"medium"_s);
    for (int i = 0; i < 5; ++i)
        m_world->post(Login, credentials(u"ada@example.com"_s, u"not it"_s));
    QCOMPARE(from(u"three"_s)["riskLevel"_L1], u"high"_s);
}

QTEST_GUILESS_MAIN(TestDevices)
#include "tst_devices.moc"

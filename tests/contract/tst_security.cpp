// SPDX-License-Identifier: GPL-3.0-or-later
// The OWASP API Security Top 10 of 2023, a test a point, as far as this server has routes; and what is tried on tokens.
#include "tests/contract/livecontract.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
QByteArray base64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signedToken(const QJsonObject &header, const QJsonObject &payload, const QByteArray &key,
                       QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256)
{
    const QByteArray text = base64(compact(header)) + '.' + base64(compact(payload));
    return text + '.' + base64(QMessageAuthenticationCode::hash(text, key, hash));
}

struct Operation {
    QByteArray method;
    QByteArray target; ///< with something in the place of its parameters
    QByteArray name; ///< for messages
    bool isPublic = false;
    bool isAdministrative = false;
};

/// Every operation of the OpenAPI document under /api.
QList<Operation> operations(const OpenApiDocument &document, const QByteArray &id)
{
    QList<Operation> found;
    const QJsonArray usual = document.json().value(u"security"_s).toArray();
    const QJsonObject paths = document.json().value(u"paths"_s).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (const QString &method : item.keys()) {
            if (!QStringList{u"get"_s, u"post"_s, u"put"_s, u"patch"_s, u"delete"_s}.contains(method)
                || !path.key().startsWith(u"/api/"))
                continue;
            const QJsonObject operation = item.value(method).toObject();
            const QJsonArray security
                = operation.contains(u"security"_s) ? operation.value(u"security"_s).toArray() : usual;
            QStringList parts = path.key().split(u'/');
            for (QString &part : parts)
                part = part.startsWith(u'{') ? QString::fromUtf8(id) : part;
            const QString noun = parts.value(3);
            const QByteArray name = method.toUpper().toUtf8();
            const QByteArray target = parts.join(u'/').toUtf8();
            found << Operation{name, target, name + ' ' + target, security.isEmpty(),
                               noun == u"admin" || noun == u"performance" || noun == u"monitoring"};
        }
    }
    return found;
}
}

class TestSecurity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_live.start(), m_live.server().errors());
        m_user = m_live.newUser({{u"organization_name"_s, u"Ours"_s}});
        m_other = m_live.newUser({{u"organization_name"_s, u"Theirs"_s}});
        QVERIFY(!m_user.id.isEmpty() && !m_other.id.isEmpty());
        m_operations = operations(m_live.client().document(), m_other.id.toUtf8());
        QVERIFY(m_operations.size() > 20);
    }
    void cleanup() { QCOMPARE(m_live.client().takeComplaints().join(u'\n'), QString()); }

    void api1BrokenObjectLevelAuthorization()
    {
        for (const Operation &one : m_operations) {
            if (!one.target.contains(m_other.id.toUtf8()))
                continue;
            const auto answer = m_live.client().send({one.method, one.target, m_user.auth() + Json, "{}"});
            // 422: a body that is none is refused before anything is looked for; tst_isolation sends good ones.
            QVERIFY2(answer.status == 403 || answer.status == 404 || answer.status == 422, one.name);
            QVERIFY(!answer.body.contains(m_other.email.toUtf8()));
        }
        const QByteArray id = m_other.id.toUtf8();
        const QByteArray org = claims(m_other.token).value(u"org"_s).toString().toUtf8();
        const QByteArrayList queries{"?id=" + id, "?user_id=" + id, "?userId=" + id, "?organization_id=" + org};
        for (const QByteArray &query : queries) {
            const auto answer = m_live.client().get("/api/v1/users/profile" + query, m_user.auth());
            QVERIFY2(!answer.body.contains(m_other.email.toUtf8()), query);
        }
        for (const char *header : {"X-User-Id", "X-Organization-Id", "X-Tenant-Id"}) {
            const auto answer
                = m_live.client().get("/api/v1/auth/profile", m_user.auth() + WireHeaders{{header, org}, {header, id}});
            QVERIFY2(answer.body.contains("\"Ours\""), header);
        }
    }
    void api2BrokenAuthentication_data()
    {
        QTest::addColumn<QByteArray>("token");
        const auto row = [](const char *name, const QByteArray &token) { QTest::newRow(name) << token; };
        const QByteArrayList parts = m_user.token.split('.');
        const QJsonObject header{{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}};
        const auto with = [&](const QString &name, const QJsonValue &value) {
            QJsonObject changed = header;
            changed.insert(name, value);
            return changed;
        };
        QJsonObject admin = claims(m_user.token);
        admin.insert(u"role"_s, u"admin"_s);
        for (const char *none : {"none", "None", "NONE", "nOnE", ""}) {
            const QByteArray head = base64(compact(with(u"alg"_s, QString::fromLatin1(none))));
            QTest::addRow("alg '%s' unsigned", none) << head + '.' + base64(compact(admin)) + '.';
            QTest::addRow("alg '%s' old signature", none) << head + '.' + parts[1] + '.' + parts[2];
        }
        row("other payload, old signature", parts[0] + '.' + base64(compact(admin)) + '.' + parts[2]);
        row("other header, old signature", base64(compact(with(u"kid"_s, u"1"_s))) + '.' + parts[1] + '.' + parts[2]);
        row("no signature", parts[0] + '.' + parts[1] + '.');
        row("two parts", parts[0] + '.' + parts[1]);
        row("four parts", m_user.token + '.' + parts[2]);
        row("half a signature", m_user.token.chopped(20));
        row("longer signature", m_user.token + "AAAA");
        row("padded", m_user.token + "==");
        for (const char *key :
             {"", "secret", "changeme", "voxdesk", "voxdeskd", "your-256-bit-secret", "jwt_secret", "test"})
            QTest::addRow("key '%s'", key) << signedToken(header, admin, key);
        row("key of zeros", signedToken(header, admin, QByteArray(32, '\0')));
        row("HS384", signedToken(with(u"alg"_s, u"HS384"_s), admin, "secret", QCryptographicHash::Sha384));
        row("HS512", signedToken(with(u"alg"_s, u"HS512"_s), admin, "secret", QCryptographicHash::Sha512));
        row("RS256", signedToken(with(u"alg"_s, u"RS256"_s), admin, "-----BEGIN PUBLIC KEY-----"));
        row("kid is a file", signedToken(with(u"kid"_s, u"../../../../dev/null"_s), admin, ""));
        row("kid is SQL", signedToken(with(u"kid"_s, u"x' UNION SELECT 'secret"_s), admin, "secret"));
        row("own key",
            signedToken(with(u"jwk"_s, QJsonObject{{u"kty"_s, u"oct"_s}, {u"k"_s, u"c2VjcmV0"_s}}), admin, "secret"));
        row("critical extension", signedToken(with(u"crit"_s, QJsonArray{u"x"_s}), admin, "secret"));
        row("refresh token", m_user.refresh);
    }
    void api2BrokenAuthentication()
    {
        QFETCH(QByteArray, token);
        for (const char *target : {"/api/v1/users/profile", "/api/v2/auth/profile", "/api/v1/admin/users"}) {
            const auto answer = m_live.client().get(target, bearer(token));
            QVERIFY2(answer.status == 401, target);
            QVERIFY(answer.body.contains("AUTH_INVALID"));
        }
    }
    void api2EveryProtectedRouteAsksForACredential()
    {
        int seen = 0;
        for (const Operation &one : m_operations) {
            if (one.isPublic)
                continue;
            ++seen;
            QVERIFY2(m_live.client().send({one.method, one.target, Json, "{}"}).status == 401, one.name);
        }
        QVERIFY(seen > 10);
    }
    void api2GuessingLocksThePairNotTheOwner()
    {
        LiveContract live;
        QVERIFY2(live.start({u"--trusted-proxies"_s, u"127.0.0.1,::1"_s}), live.server().errors());
        const Account victim = live.newUser();
        const Account bystander = live.newUser();
        const auto signIn = [&](const Account &who, const QString &password, const char *from) {
            return live.client().post("/api/v1/auth/login", {{u"email"_s, who.email}, {u"password"_s, password}},
                                      {{"X-Forwarded-For", from}});
        };
        for (int i = 0; i < 10; ++i)
            QCOMPARE(signIn(victim, u"a wrong guess"_s, "203.0.113.5").status, 401);
        const auto locked = signIn(victim, victim.password, "203.0.113.5");
        QCOMPARE(locked.status, 429);
        QCOMPARE(locked.json().value(u"error"_s), u"ACCOUNT_LOCKED"_s);
        const int wait = locked.header("Retry-After").toInt();
        QVERIFY(wait >= 1 && wait <= 15 * 60);
        QCOMPARE(signIn(victim, victim.password, "198.51.100.7").status, 200);
        QCOMPARE(signIn(bystander, bystander.password, "203.0.113.5").status, 200);
        // An address nobody has is treated alike, or the lock would tell who has an account.
        const Account nobody{u"nobody@contract.example"_s, u"whatever it is"_s, {}, {}, {}};
        for (int i = 0; i < 10; ++i)
            QCOMPARE(signIn(nobody, nobody.password, "203.0.113.6").status, 401);
        QCOMPARE(signIn(nobody, nobody.password, "203.0.113.6").status, 429);
    }
    void api2RightsAreReadFromTheAccountNotTheToken()
    {
        ServerProcess &server = m_live.server();
        Account second{u"second@contract.example"_s, u"another admin's password"_s, {}, {}, {}};
        QVERIFY2(server.makeAdmin(second.email, second.password.toUtf8()), server.errors());
        QVERIFY(m_live.signIn(second));
        QCOMPARE(m_live.client().get("/api/v1/admin/users", second.auth()).status, 200);
        const auto demoted = m_live.client().patch("/api/v1/admin/users/" + second.id.toUtf8(),
                                                   {{u"role"_s, u"user"_s}}, m_live.admin().auth());
        QCOMPARE(demoted.status, 200);
        const int status = m_live.client().get("/api/v1/admin/users", second.auth()).status;
        QVERIFY2(status == 403 || status == 401, QByteArray::number(status));
    }
    void api3BrokenObjectPropertyLevelAuthorization()
    {
        ContractClient &client = m_live.client();
        const QString org = claims(m_other.token).value(u"org"_s).toString();
        const QJsonObject greedy{
            {u"role"_s, u"admin"_s},          {u"is_admin"_s, true},        {u"organization_id"_s, org},
            {u"organizationId"_s, org},       {u"id"_s, m_other.id},        {u"max_agents"_s, 999},
            {u"monthly_token_quota"_s, 9e12}, {u"requests_per_hour"_s, 1e9}};
        for (auto it = greedy.begin(); it != greedy.end(); ++it) {
            Account account{m_live.freshEmail(), u"password123"_s, {}, {}, {}};
            const QJsonObject body{
                {u"email"_s, account.email}, {u"password"_s, account.password}, {it.key(), it.value()}};
            const int status = client.post("/api/v1/auth/register", body).status;
            QVERIFY2(status == 201 || status == 422 || status == 403, qPrintable(it.key()));
            if (status == 201) {
                QVERIFY(m_live.signIn(account));
                const QJsonObject token = claims(account.token);
                QCOMPARE(token.value(u"role"_s), u"user"_s);
                QVERIFY(token.value(u"org"_s) != org && account.id != m_other.id);
                QCOMPARE(token.value(u"max_agents"_s), 2);
                QCOMPARE(token.value(u"monthly_token_quota"_s), 10'000);
            }
            for (const char *target : {"/api/v1/users/profile", "/api/v1/auth/profile"}) {
                client.put(target, {{it.key(), it.value()}}, m_user.auth());
                const QJsonObject me
                    = client.get("/api/v1/auth/profile", m_user.auth()).json().value(u"data"_s).toObject();
                QCOMPARE(me.value(u"role"_s), u"user"_s);
                QCOMPARE(me.value(u"max_agents"_s), 2);
                QCOMPARE(me.value(u"id"_s), m_user.id);
                QCOMPARE(me.value(u"organization_name"_s), u"Ours"_s);
            }
        }
        for (const char *list : {"/api/v1/users", "/api/v1/admin/users", "/api/v2/admin/users"}) {
            const QByteArray body = client.get(list, m_live.admin().auth()).body.toLower();
            QVERIFY2(!body.contains("argon2") && !body.contains("password_hash") && !body.contains("refresh"), list);
        }
    }
    void api4UnrestrictedResourceConsumption()
    {
        ContractClient &client = m_live.client();
        QVERIFY(client.get("/api/v1/users?limit=1000000", m_live.admin().auth()).status / 100 == 4);
        QCOMPARE(client.send({"POST", "/api/v1/auth/login", Json, QByteArray(5'000'000, ' ')}).status, 413);
        const QJsonObject longPassword{{u"email"_s, m_live.freshEmail()}, {u"password"_s, QString(1025, u'a')}};
        QCOMPARE(client.post("/api/v1/auth/register", longPassword).status, 422);
        const auto answer = client.get("/api/v1/users/profile", m_user.auth());
        QVERIFY(answer.header("X-RateLimit-Remaining").toInt() < answer.header("X-RateLimit-Limit").toInt());
    }
    void api5BrokenFunctionLevelAuthorization()
    {
        int seen = 0;
        for (const Operation &one : m_operations) {
            if (!one.isAdministrative || one.isPublic)
                continue;
            ++seen;
            const Ask asUser{one.method, one.target, m_user.auth() + Json, one.method == "GET" ? QByteArray() : "{}"};
            QVERIFY2(m_live.client().send(asUser).status == 403, one.name);
            if (one.method != "GET") {
                const Ask asSupport{one.method, one.target, m_live.support().auth() + Json, "{}"};
                QVERIFY2(m_live.client().send(asSupport).status == 403, one.name);
            }
        }
        QVERIFY(seen > 6);
        QCOMPARE(m_live.client().get("/api/v1/users", m_user.auth()).status, 403);
        for (const char *trick : {"X-HTTP-Method-Override", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL"}) {
            const auto answer = m_live.client().get("/api/v1/users/profile",
                                                    m_user.auth() + WireHeaders{{trick, "/api/v1/admin/users"}});
            QVERIFY2(answer.body.contains(m_user.email.toUtf8()), trick);
        }
    }
    void api6UnrestrictedAccessToSensitiveFlows()
    {
        LiveContract live;
        QVERIFY2(live.start({u"--registration-tiers"_s, u"free"_s}), live.server().errors());
        QJsonObject body{
            {u"email"_s, live.freshEmail()}, {u"password"_s, u"password123"_s}, {u"subscription_tier"_s, u"pro"_s}};
        const int status = live.client().post("/api/v1/auth/register", body).status;
        QVERIFY2(status == 422 || status == 403, QByteArray::number(status));
        body.insert(u"subscription_tier"_s, u"free"_s);
        QCOMPARE(live.client().post("/api/v1/auth/register", body).status, 201);
    }
    void api7ServerSideRequestForgery()
    {
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1/x"_s.arg(listener.serverPort());
        const WireHeaders headers{{"Host", url.mid(7).section(u'/', 0, 0).toUtf8()},
                                  {"Referer", url.toUtf8()},
                                  {"X-Forwarded-Host", url.mid(7).toUtf8()},
                                  {"Origin", url.toUtf8()}};
        QJsonObject body{{u"email"_s, m_user.email},
                         {u"password"_s, m_user.password},
                         {u"deviceInfo"_s, QJsonObject{{u"deviceName"_s, url}, {u"userAgent"_s, url}}}};
        QCOMPARE(m_live.client().post("/api/v2/auth/login", body, headers).status, 200);
        const QByteArray token = signedToken(
            {{u"alg"_s, u"HS256"_s}, {u"jku"_s, url}, {u"x5u"_s, url}, {u"kid"_s, url}}, claims(m_user.token), "x");
        QCOMPARE(m_live.client().get("/api/v1/users/profile", bearer(token)).status, 401);
        m_live.client().send({"GET", url.toUtf8(), {{"Host", "x"}}});
        QVERIFY2(!listener.waitForNewConnection(500), "the server called an address it was given");
    }
    void api8SecurityMisconfiguration()
    {
        ContractClient &client = m_live.client();
        const auto answer
            = client.get("/api/v1/users/profile", m_user.auth() + WireHeaders{{"Origin", "https://evil.example"}});
        QVERIFY(!answer.has("Access-Control-Allow-Origin"));
        QVERIFY(!answer.has("Server") && !answer.has("Set-Cookie"));
        QCOMPARE(answer.header("X-Content-Type-Options"), "nosniff");
        QCOMPARE(client.send({"TRACE", "/api/v1/users/profile", m_user.auth()}).status, 405);
        const auto wrong = client.send({"POST", "/api/v1/auth/login", Json, "{\"email\": 1}"});
        for (const char *internal : {".cpp", "SELECT", "sqlite", "Qt", "0x"})
            QVERIFY2(!wrong.body.contains(internal), internal);

        LiveContract live;
        QVERIFY2(live.start({u"--cors-origins"_s, u"https://app.example"_s}), live.server().errors());
        const auto allowed = live.client().get("/api/versions", {{"Origin", "https://app.example"}});
        QCOMPARE(allowed.header("Access-Control-Allow-Origin"), "https://app.example");
        QVERIFY(allowed.header("Vary").toLower().contains("origin"));
        for (const char *origin :
             {"https://evil.example", "https://app.example.evil.example", "http://app.example", "null"})
            QVERIFY2(!live.client().get("/api/versions", {{"Origin", origin}}).has("Access-Control-Allow-Origin"),
                     origin);
        const auto preflight = live.client().send({"OPTIONS",
                                                   "/api/v1/users/profile",
                                                   {{"Origin", "https://app.example"},
                                                    {"Access-Control-Request-Method", "PUT"},
                                                    {"Access-Control-Request-Headers", "authorization"}}});
        QVERIFY(preflight.header("Access-Control-Allow-Methods").contains("PUT"));
    }
    void api9ImproperInventoryManagement()
    {
        for (const Operation &one : m_operations) {
            const auto answer = m_live.client().send({"OPTIONS", one.target});
            QVERIFY2(answer.header("Allow").contains(one.method), one.name);
        }
        for (const char *target :
             {"/debug", "/actuator", "/.env", "/.git/config", "/server-status", "/phpinfo.php", "/api/v1/debug",
              "/api/admin", "/api/internal", "/v1/users", "/v2/users", "/users", "/graphql", "/swagger.json"})
            QVERIFY2(m_live.client().get(target, m_live.admin().auth()).status == 404, target);
        QCOMPARE(m_live.client().get("/api/v0/users").status, 400);
    }
    void api10UnsafeConsumption()
    {
        // What stands between client and server is believed only when it is a trusted proxy.
        const auto left = [this](const char *from) {
            return m_live.client()
                .get("/api/v1/users/profile",
                     {{"X-Forwarded-For", from}, {"Forwarded", "for=192.0.2.60"}, {"X-Real-IP", from}})
                .header("X-RateLimit-Remaining")
                .toInt();
        };
        const int first = left("203.0.113.1");
        QCOMPARE(left("203.0.113.2"), first - 1);
        const auto answer = m_live.client().post(
            "/api/v1/auth/login", {},
            {{"Host", "evil.example"}, {"X-Forwarded-Host", "evil.example"}, {"X-Forwarded-Proto", "https"}});
        for (const auto &[name, value] : answer.headers)
            QVERIFY2(!value.contains("evil.example"), name);
        QVERIFY(!answer.has("Strict-Transport-Security"));
    }

private:
    inline static const WireHeaders Json{{"Content-Type", "application/json"}};

    LiveContract m_live;
    Account m_user;
    Account m_other;
    QList<Operation> m_operations;
};

QTEST_GUILESS_MAIN(TestSecurity)
#include "tst_security.moc"

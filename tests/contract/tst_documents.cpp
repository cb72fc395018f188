// SPDX-License-Identifier: GPL-3.0-or-later
// The documents' examples of registration, sign-in, refresh, profile and users, on every surface, against a live
// server.
#include "tests/contract/livecontract.h"
#include "tests/contract/shape.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
/// How a surface answers sign-ins.
enum class Form { V1, V2, Alias };

QByteArray at(const QByteArray &base, const char *what, const QByteArray &query) { return base + what + query; }

QJsonObject loginSample(Form form)
{
    if (form == Form::Alias)
        return example(u"omnivox-login.response"_s);
    QJsonObject sample = example(form == Form::V1 ? u"zoptal-login-v1.response"_s : u"zoptal-login-v2.response"_s);
    if (form == Form::V1)
        sample.insert(u"token"_s, u"VoxFlow's name of accessToken"_s);
    return sample;
}

QJsonObject userOf(const QJsonObject &answer)
{
    const QJsonValue data = answer.value(u"data"_s);
    return (data.isObject() ? data.toObject() : answer).value(u"user"_s).toObject();
}

QJsonObject registrationSample(Form form)
{
    const QJsonObject login = loginSample(form);
    QJsonObject user = userOf(login);
    if (form == Form::V1)
        return {{u"success"_s, true}, {u"user"_s, user}};
    if (user.contains(u"lastLoginAt"_s))
        user.insert(u"lastLoginAt"_s, QJsonValue()); // never yet
    QJsonObject sample{{u"success"_s, true}, {u"data"_s, QJsonObject{{u"user"_s, user}}}};
    if (form == Form::V2)
        sample.insert(u"meta"_s, login.value(u"meta"_s));
    return sample;
}

struct Tokens {
    QByteArray access;
    QByteArray refresh;
};

Tokens tokensOf(const QJsonObject &answer, Form form)
{
    const QJsonObject data = answer.value(u"data"_s).toObject();
    const QJsonObject from = form == Form::V1 ? answer : form == Form::V2 ? data.value(u"tokens"_s).toObject() : data;
    return {from.value(u"accessToken"_s).toString().toUtf8(), from.value(u"refreshToken"_s).toString().toUtf8()};
}

const WireHeaders JsonType{{"Content-Type", "application/json"}};
}

class TestDocuments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_live.start(), m_live.server().errors()); }
    void cleanup() { QCOMPARE(m_live.client().takeComplaints().join(u'\n'), QString()); }

    void registers_data() { surfaces(); }
    void registers()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, query);
        QFETCH(WireHeaders, headers);
        QFETCH(Form, form);
        for (const QString &name : {u"voxflow"_s, u"omnivox"_s, u"zoptal-v1"_s, u"zoptal-v2"_s}) {
            QJsonObject body = registration(name);
            const auto answer = m_live.client().post(at(base, "/register", query), body, headers);
            QVERIFY2(answer.status == 201, qPrintable(name + u' ' + QString::fromUtf8(answer.body)));
            QCOMPARE(differences(answer.json(), registrationSample(form)).join(u'\n'), QString());
            QCOMPARE(userOf(answer.json()).value(u"email"_s), body.value(u"email"_s));
            QVERIFY(!answer.body.contains("oken\""));
        }
    }
    void signsInAndRefreshes_data() { surfaces(); }
    void signsInAndRefreshes()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, query);
        QFETCH(WireHeaders, headers);
        QFETCH(Form, form);
        ContractClient &client = m_live.client();
        const QJsonObject person = registration(u"zoptal-v2"_s);
        QCOMPARE(client.post("/api/v2/auth/register", person).status, 201);
        QJsonObject body{{u"email"_s, person.value(u"email"_s)}, {u"password"_s, person.value(u"password"_s)}};
        const auto first = client.post(at(base, "/login", query), body, headers);
        QCOMPARE(first.status, 200);
        if (form != Form::Alias) {
            body = example(form == Form::V1 ? u"zoptal-login-v1.request"_s : u"zoptal-login-v2.request"_s);
            body.insert(u"email"_s, person.value(u"email"_s));
        }
        const auto login = client.post(at(base, "/login", query), body, headers);
        QCOMPARE(login.status, 200);
        QCOMPARE(differences(login.json(), loginSample(form)).join(u'\n'), QString());
        checkLifetime(login.json(), form);
        QCOMPARE(login.header("Cache-Control"), "no-store");

        const QByteArray old = tokensOf(login.json(), form).refresh;
        const QJsonObject renewal{{u"refreshToken"_s, QString::fromUtf8(old)}};
        const auto refreshed = client.post(at(base, "/refresh", query), renewal, headers);
        QCOMPARE(refreshed.status, 200);
        QCOMPARE(differences(refreshed.json(), loginSample(form)).join(u'\n'), QString());
        checkLifetime(refreshed.json(), form);
        const Tokens fresh = tokensOf(refreshed.json(), form);
        QVERIFY(fresh.refresh != old);
        QCOMPARE(client.get("/api/v1/users/profile", bearer(fresh.access)).status, 200);

        // Used twice: the whole session ends, the newest tokens with it.
        QCOMPARE(client.post(at(base, "/refresh", query), renewal, headers).status, 401);
        const QJsonObject newest{{u"refreshToken"_s, QString::fromUtf8(fresh.refresh)}};
        QCOMPARE(client.post(at(base, "/refresh", query), newest, headers).status, 401);
        QCOMPARE(client.get("/api/v1/users/profile", bearer(fresh.access)).status, 401);
    }
    void refusesWrongPasswords_data() { surfaces(); }
    void refusesWrongPasswords()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, query);
        QFETCH(WireHeaders, headers);
        QFETCH(Form, form);
        const QString message = form == Form::V2 ? u"Authentication failed"_s : u"Invalid email or password"_s;
        QJsonObject known;
        for (const QString &email : {m_live.admin().email, u"nobody@contract.example"_s}) {
            const auto answer = m_live.client().post(
                at(base, "/login", query), {{u"email"_s, email}, {u"password"_s, u"not the password"_s}}, headers);
            QCOMPARE(answer.status, 401);
            QJsonObject body = answer.json();
            const QJsonValue error = body.value(u"error"_s);
            const QJsonObject inner = error.toObject();
            QCOMPARE(form == Form::V1 ? error : inner.value(u"code"_s), u"INVALID_CREDENTIALS"_s);
            QCOMPARE(form == Form::V1 ? body.value(u"message"_s) : inner.value(u"message"_s), message);
            for (const QString &varying : {u"request_id"_s, u"timestamp"_s, u"meta"_s})
                body.remove(varying);
            if (!known.isEmpty())
                QCOMPARE(body, known); // nothing tells a known address from an unknown one
            known = body;
        }
    }
    void registrationIsKept()
    {
        ContractClient &client = m_live.client();
        const QJsonObject body = registration(u"zoptal-v2"_s);
        QCOMPARE(client.post("/api/v2/auth/register", body).status, 201);
        const auto login = client.post(
            "/api/v2/auth/login", {{u"email"_s, body.value(u"email"_s)}, {u"password"_s, body.value(u"password"_s)}});
        const QJsonObject user = userOf(login.json());
        const QJsonObject profile = body.value(u"profile"_s).toObject();
        for (const QString &field : {u"firstName"_s, u"lastName"_s, u"phone"_s})
            QCOMPARE(user.value(field), profile.value(field));
        QCOMPARE(user.value(u"role"_s), u"user"_s);
        QCOMPARE(user.value(u"status"_s), u"active"_s);
        QCOMPARE(user.value(u"metadata"_s), body.value(u"metadata"_s));
        const QJsonObject preferences = user.value(u"preferences"_s).toObject();
        QCOMPARE(preferences.value(u"marketing"_s), QJsonValue(false));
        QCOMPARE(preferences.value(u"notifications"_s), QJsonValue(true));
    }
    void voxflowProfile_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("unversioned") << QByteArray("/api/auth/profile");
        QTest::newRow("v1") << QByteArray("/api/v1/auth/profile");
        QTest::newRow("v2") << QByteArray("/api/v2/auth/profile");
    }
    void voxflowProfile()
    {
        QFETCH(QByteArray, target);
        const Account user
            = m_live.newUser({{u"organization_name"_s, u"My Company"_s}, {u"subscription_tier"_s, u"pro"_s}});
        QVERIFY(!user.id.isEmpty());
        const auto answer = m_live.client().get(target, user.auth());
        QCOMPARE(answer.status, 200);
        QJsonObject sample = example(u"voxflow-profile.response"_s);
        if (target.contains("v2"))
            sample.insert(u"meta"_s, loginSample(Form::V2).value(u"meta"_s));
        // Further members are allowed here and in Omnivox's profile: the OpenAPI document names them all, and nothing
        // else passes.
        QCOMPARE(differences(answer.json(), sample, true).join(u'\n'), QString());
        const QJsonObject expected{{u"id"_s, user.id},
                                   {u"email"_s, user.email},
                                   {u"role"_s, u"user"_s},
                                   {u"organization_name"_s, u"My Company"_s},
                                   {u"subscription_tier"_s, u"pro"_s},
                                   {u"max_agents"_s, 10},
                                   {u"monthly_token_quota"_s, 100000},
                                   {u"is_active"_s, true}};
        const QJsonObject data = answer.json().value(u"data"_s).toObject();
        for (auto it = expected.begin(); it != expected.end(); ++it)
            QVERIFY2(data.value(it.key()) == it.value(), qPrintable(it.key()));
        QVERIFY(!answer.has("X-Cache"));
    }
    void omnivoxProfile()
    {
        ContractClient &client = m_live.client();
        const Account user = m_live.newUser({{u"firstName"_s, u"John"_s}, {u"lastName"_s, u"Doe"_s}});
        const auto before = client.get("/api/v1/users/profile", user.auth());
        QCOMPARE(before.status, 200);
        QCOMPARE(differences(before.json(), example(u"omnivox-profile.response"_s), true).join(u'\n'), QString());
        QCOMPARE(client
                     .put("/api/v1/users/profile", {{u"firstName"_s, u"Jane"_s}, {u"phone"_s, u"+1234567890"_s}},
                          user.auth())
                     .status,
                 200);
        const QJsonObject after = client.get("/api/v1/users/profile", user.auth()).json().value(u"data"_s).toObject();
        QCOMPARE(after.value(u"firstName"_s), u"Jane"_s);
        QCOMPARE(after.value(u"lastName"_s), u"Doe"_s);
    }
    void tokensCarryTheClaims()
    {
        Account user = m_live.newUser({{u"subscription_tier"_s, u"pro"_s}});
        const QJsonObject v1 = claims(user.token);
        QJsonObject sample = example(u"voxflow-claims"_s);
        for (const QString &more : {u"sub"_s, u"sid"_s, u"org"_s, u"jti"_s, u"iss"_s})
            sample.insert(more, u"text"_s);
        QCOMPARE(differences(v1, sample).join(u'\n'), QString());
        QCOMPARE(v1.value(u"id"_s), user.id);
        QCOMPARE(v1.value(u"sub"_s), user.id);
        QCOMPARE(v1.value(u"email"_s), user.email);
        QCOMPARE(v1.value(u"role"_s), u"user"_s);
        QCOMPARE(v1.value(u"subscription_tier"_s), u"pro"_s);
        QCOMPARE(v1.value(u"max_agents"_s), 10);
        QCOMPARE(v1.value(u"monthly_token_quota"_s), 100000);
        QCOMPARE(v1.value(u"exp"_s).toInteger() - v1.value(u"iat"_s).toInteger(), 3600);
        QCOMPARE(tokenHeader(user.token).value(u"alg"_s), u"HS256"_s);
        const auto login
            = m_live.client().post("/api/v2/auth/login", {{u"email"_s, user.email}, {u"password"_s, user.password}});
        const QJsonObject v2 = claims(tokensOf(login.json(), Form::V2).access);
        QCOMPARE(v2.value(u"exp"_s).toInteger() - v2.value(u"iat"_s).toInteger(), 900);
        QVERIFY(v2.value(u"jti"_s) != v1.value(u"jti"_s));
    }
    void anotherDeviceIsNew()
    {
        const Account user = m_live.newUser();
        const auto isNew = [&](const QString &device) {
            const QJsonObject body{{u"email"_s, user.email},
                                   {u"password"_s, user.password},
                                   {u"deviceInfo"_s, QJsonObject{{u"deviceId"_s, device}}}};
            const QJsonObject data
                = m_live.client().post("/api/v2/auth/login", body).json().value(u"data"_s).toObject();
            return data.value(u"security"_s).toObject().value(u"isNewDevice"_s);
        };
        isNew(u"first"_s);
        QCOMPARE(isNew(u"first"_s), QJsonValue(false));
        QCOMPARE(isNew(u"second"_s), QJsonValue(true));
        QCOMPARE(isNew(u"second"_s), QJsonValue(false));
    }
    void administratorsListAndLimitUsers()
    {
        ContractClient &client = m_live.client();
        const Account user = m_live.newUser();
        const auto limits = client.put("/api/admin/users/" + user.id.toUtf8() + "/limits",
                                       example(u"voxflow-limits.request"_s), m_live.admin().auth());
        QCOMPARE(limits.status, 200);
        const auto profile = client.get("/api/auth/profile", user.auth()).json().value(u"data"_s).toObject();
        QCOMPARE(profile.value(u"max_agents"_s), 15);
        QCOMPARE(profile.value(u"monthly_token_quota"_s), 150000);

        const auto list = client.get("/api/admin/users?page=1&limit=20", m_live.admin().auth());
        QCOMPARE(list.status, 200);
        // The console's further columns stand beside the document's; the OpenAPI document names them.
        QCOMPARE(differences(list.json(), example(u"voxflow-admin-users.response"_s), true).join(u'\n'), QString());
        const auto users = client.get("/api/v1/users", m_live.admin().auth());
        QCOMPARE(users.status, 200);
        QJsonObject sample = example(u"omnivox-users.response"_s);
        QJsonObject pagination = sample.value(u"pagination"_s).toObject();
        if (users.json().value(u"pagination"_s).toObject().contains(u"nextCursor"_s))
            pagination.insert(u"nextCursor"_s, QJsonValue()); // beside Omnivox's members
        sample.insert(u"pagination"_s, pagination);
        QCOMPARE(differences(users.json(), sample).join(u'\n'), QString());
    }
    void versionsAnswerExactly()
    {
        const auto answer = m_live.client().get("/api/versions");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json(), example(u"zoptal-versions.response"_s));
    }
    void healthNeedsNoCredential()
    {
        const auto answer = m_live.client().get("/api/v1/monitoring/health");
        QCOMPARE(answer.status, 200);
        QCOMPARE(differences(answer.json(), example(u"omnivox-health.response"_s)).join(u'\n'), QString());
        const QJsonObject services = answer.json().value(u"services"_s).toObject();
        QCOMPARE(answer.json().value(u"status"_s), u"healthy"_s);
        QCOMPARE(services.value(u"database"_s), u"healthy"_s);
        QCOMPARE(services.value(u"redis"_s), u"not_configured"_s);
    }
    void logoutAndNewPasswordsEndSessions()
    {
        ContractClient &client = m_live.client();
        Account user = m_live.newUser();
        const Account other = user;
        QVERIFY(m_live.signIn(user));
        QCOMPARE(client.send({"POST", "/api/v1/auth/logout", user.auth()}).status / 100, 2);
        QCOMPARE(client.get("/api/v1/users/profile", user.auth()).status, 401);
        QCOMPARE(client.get("/api/v1/users/profile", other.auth()).status, 200);
        const QJsonObject change{{u"currentPassword"_s, user.password}, {u"newPassword"_s, u"another long password"_s}};
        QCOMPARE(client.post("/api/v1/auth/password", change, other.auth()).status / 100, 2);
        QVERIFY(!m_live.signIn(user));
        user.password = u"another long password"_s;
        QVERIFY(m_live.signIn(user));
    }

private:
    static void surfaces()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<WireHeaders>("headers");
        QTest::addColumn<Form>("form");
        const auto row
            = [](const char *name, const char *base, Form form, const char *query = "", const WireHeaders &more = {}) {
                  QTest::newRow(name) << QByteArray(base) << QByteArray(query) << JsonType + more << form;
              };
        row("v1", "/api/v1/auth", Form::V1);
        row("v2", "/api/v2/auth", Form::V2);
        row("unversioned", "/api/auth", Form::V1);
        row("Accept-Version", "/api/auth", Form::V2, "", {{"Accept-Version", "v2"}});
        row("X-API-Version", "/api/auth", Form::V2, "", {{"X-API-Version", "v2"}});
        row("query", "/api/auth", Form::V2, "?version=v2");
        row("alias", "/auth", Form::Alias);
    }

    /// One of the documents' registration bodies for somebody new.
    QJsonObject registration(const QString &name)
    {
        const QHash<QString, QString> files{{u"voxflow"_s, u"voxflow-register.request"_s},
                                            {u"omnivox"_s, u"omnivox-register.request"_s},
                                            {u"zoptal-v1"_s, u"zoptal-register-v1.request"_s},
                                            {u"zoptal-v2"_s, u"zoptal-register-v2.request"_s}};
        QJsonObject body = example(files.value(name));
        body.insert(u"email"_s, m_live.freshEmail());
        return body;
    }

    static void checkLifetime(const QJsonObject &answer, Form form)
    {
        const qint64 lifetime = form == Form::V2 ? 900 : 3600;
        const QJsonObject data = answer.value(u"data"_s).toObject();
        const QJsonObject tokens = data.value(u"tokens"_s).toObject();
        if (form == Form::V1)
            QCOMPARE(answer.value(u"token"_s), answer.value(u"accessToken"_s));
        else
            QCOMPARE((form == Form::V2 ? tokens : data).value(u"expiresIn"_s).toInteger(), lifetime);
        if (form == Form::V2)
            QCOMPARE(tokens.value(u"tokenType"_s), u"Bearer"_s);
        if (form != Form::Alias) {
            const qint64 ends = (form == Form::V1 ? answer : tokens).value(u"expiresAt"_s).toInteger();
            const qint64 left = ends - QDateTime::currentMSecsSinceEpoch();
            QVERIFY2(left > (lifetime - 120) * 1000 && left <= lifetime * 1000, qPrintable(QString::number(left)));
        }
    }

    LiveContract m_live;
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"

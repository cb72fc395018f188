// SPDX-License-Identifier: GPL-3.0-or-later
// One table of error codes in its renderings: platform, Zoptal's two, and who gets which; wrong methods, HEAD, OPTIONS.
#include "tests/contract/livecontract.h"
#include "tests/contract/shape.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
enum class Form { Platform, Auth, V2 };

QJsonObject parsed(const char *json) { return QJsonDocument::fromJson(json).object(); }

QJsonObject sampleOf(Form form)
{
    switch (form) {
    case Form::Auth:
        return parsed(R"({"success": false, "error": "CODE", "message": "text", "details": {},
                          "request_id": "req_1", "timestamp": "2024-01-01T00:00:00.000Z"})");
    case Form::V2:
        return parsed(R"({"success": false, "error": {"code": "CODE", "message": "text", "details": {}},
                          "meta": {"version": "v2", "timestamp": "2024-01-01T00:00:00.000Z", "requestId": "req_1"}})");
    case Form::Platform:
        return parsed(R"({"success": false, "message": "text",
                          "error": {"code": "CODE", "message": "text", "details": {}},
                          "request_id": "req_1", "timestamp": "2024-01-01T00:00:00.000Z"})");
    }
    return {};
}

QString codeOf(const QJsonObject &body, Form form)
{
    const QJsonValue error = body.value(u"error"_s);
    return form == Form::Auth ? error.toString() : error.toObject().value(u"code"_s).toString();
}

QJsonObject detailsOf(const QJsonObject &body, Form form)
{
    return (form == Form::Auth ? body : body.value(u"error"_s).toObject()).value(u"details"_s).toObject();
}

QString requestIdOf(const QJsonObject &body, Form form)
{
    return (form == Form::V2 ? body.value(u"meta"_s).toObject().value(u"requestId"_s) : body.value(u"request_id"_s))
        .toString();
}

const WireHeaders Json{{"Content-Type", "application/json"}};

/// As `differences`, and that what stands twice is the same twice.
QString complaint(const WireAnswer &answer, Form form, const QString &code)
{
    const QJsonObject body = answer.json();
    QStringList found = differences(body, sampleOf(form));
    if (body.value(u"success"_s) != QJsonValue(false))
        found << u"success is not false"_s;
    if (codeOf(body, form) != code)
        found << u"the code is "_s + codeOf(body, form);
    if (form == Form::Platform && body.value(u"message"_s) != body.value(u"error"_s).toObject().value(u"message"_s))
        found << u"the two messages differ"_s;
    if (requestIdOf(body, form).toUtf8() != answer.header("X-Request-Id") || requestIdOf(body, form).isEmpty())
        found << u"the request id differs from the header's"_s;
    const QJsonObject details = detailsOf(body, form);
    for (const QJsonValue &text : details) {
        if (!text.isString())
            found << u"details hold something else than text"_s;
    }
    if (!found.isEmpty())
        found << QString::fromUtf8(answer.body);
    return found.join(u'\n');
}
}

class TestErrors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_live.start(), m_live.server().errors());
        m_user = m_live.newUser();
        QVERIFY(!m_user.id.isEmpty());
    }
    void cleanup() { QCOMPARE(m_live.client().takeComplaints().join(u'\n'), QString()); }

    void renders_data()
    {
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<Form>("form");
        const auto row = [](const Ask &ask, int status, const char *code, Form form) {
            QTest::addRow("%s %s %d %s", ask.method.constData(), ask.target.constData(), status, code)
                << ask << status << QString::fromLatin1(code) << form;
        };
        const auto everywhere = [&](const Ask &ask, int status, const char *code) {
            const bool auth = ask.target.startsWith("/auth/");
            for (const char *prefix : {"/api", "/api/v1", "/api/v2"}) {
                Ask placed = ask;
                placed.target.prepend(prefix);
                row(placed, status, code,
                    placed.target.contains("/v2/") ? Form::V2
                        : auth                     ? Form::Auth
                                                   : Form::Platform);
            }
        };
        const WireHeaders forged = bearer("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.AAAA");
        everywhere({"GET", "/users/profile"}, 401, "AUTH_REQUIRED");
        everywhere({"GET", "/auth/profile"}, 401, "AUTH_REQUIRED");
        everywhere({"GET", "/users/profile", forged}, 401, "AUTH_INVALID");
        everywhere({"GET", "/auth/profile", forged}, 401, "AUTH_INVALID");
        everywhere({"GET", "/nothing"}, 404, "RESOURCE_NOT_FOUND");
        everywhere({"GET", "/auth/nothing"}, 404, "RESOURCE_NOT_FOUND");
        everywhere({"DELETE", "/users/profile"}, 405, "METHOD_NOT_ALLOWED");
        everywhere({"DELETE", "/auth/login"}, 405, "METHOD_NOT_ALLOWED");
        everywhere({"POST", "/auth/register", Json, "{\"email\":"}, 400, "BAD_REQUEST");
        everywhere({"POST", "/auth/register", Json, "[]"}, 422, "VALIDATION_ERROR");
        everywhere({"POST", "/auth/register", Json, "{}"}, 422, "VALIDATION_ERROR");
        everywhere({"POST", "/auth/register", {{"Content-Type", "text/plain"}}, "hello"}, 415,
                   "UNSUPPORTED_MEDIA_TYPE");
        everywhere({"POST", "/auth/login", Json + WireHeaders{{"Content-Encoding", "gzip"}}, "not gzip"}, 400,
                   "BAD_REQUEST");
        everywhere({"POST", "/auth/refresh", Json, R"({"refreshToken": "nonsense"})"}, 401, "AUTH_INVALID");
        everywhere({"POST", "/auth/login", Json, QByteArray(3 * 1024 * 1024, ' ')}, 413, "PAYLOAD_TOO_LARGE");
        row({"POST", "/auth/register", Json, "{}"}, 422, "VALIDATION_ERROR", Form::Platform);
        row({"DELETE", "/auth/login"}, 405, "METHOD_NOT_ALLOWED", Form::Platform);
        row({"POST", "/healthz"}, 405, "METHOD_NOT_ALLOWED", Form::Platform);
        row({"GET", "/nothing"}, 404, "RESOURCE_NOT_FOUND", Form::Platform);
        row({"GET", "/nothing", {{"X-Big", QByteArray(20'000, 'x')}}}, 431, "HEADERS_TOO_LARGE", Form::Platform);
    }
    void renders()
    {
        QFETCH(Ask, ask);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(Form, form);
        const auto answer = m_live.client().send(ask);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("Content-Type").split(';')[0], "application/json");
        QCOMPARE(complaint(answer, form, code), QString());
        if (status == 401)
            QVERIFY(answer.header("WWW-Authenticate").startsWith("Bearer"));
        if (status == 405)
            QVERIFY(!answer.header("Allow").isEmpty());
    }
    void everyWrongFieldIsNamed()
    {
        const QByteArray wrong = R"({"email": "nope", "password": "short", "firstName": 5, "phone": []})";
        const auto v1 = m_live.client().send({"POST", "/api/v1/auth/register", Json, wrong});
        QCOMPARE(v1.status, 422);
        const QStringList fields{u"email"_s, u"firstName"_s, u"password"_s, u"phone"_s};
        QCOMPARE(detailsOf(v1.json(), Form::Auth).keys(), fields);
        const auto alias = m_live.client().send({"POST", "/auth/register", Json, wrong});
        QCOMPARE(detailsOf(alias.json(), Form::Platform).keys(), fields);

        const QByteArray nested = R"({"email": "nope", "password": "password123", "profile": {"firstName": 5}})";
        const auto v2 = m_live.client().send({"POST", "/api/v2/auth/register", Json, nested});
        QCOMPARE(v2.status, 422);
        const QJsonObject details = detailsOf(v2.json(), Form::V2);
        QVERIFY(details.contains(u"email"_s));
        QVERIFY(details.contains(u"profile.firstName"_s));
        const QString field = details.value(u"field"_s).toString();
        QVERIFY(details.contains(field));
        QCOMPARE(details.value(u"reason"_s), details.value(field));
        const auto missing = m_live.client().send({"POST", "/api/v1/auth/register", Json, "{}"});
        QCOMPARE(detailsOf(missing.json(), Form::Auth).keys(), (QStringList{u"email"_s, u"password"_s}));
    }
    void duplicateAddressesConflict()
    {
        const QJsonObject body{{u"email"_s, m_user.email.toUpper()}, {u"password"_s, u"password123"_s}};
        for (const auto &[target, form] : {std::pair("/api/v1/auth/register", Form::Auth),
                                           {"/api/auth/register", Form::Auth},
                                           {"/api/v2/auth/register", Form::V2},
                                           {"/auth/register", Form::Platform}}) {
            const auto answer = m_live.client().post(target, body);
            QCOMPARE(answer.status, 409);
            QCOMPARE(complaint(answer, form, u"RESOURCE_CONFLICT"_s), QString());
        }
    }
    void credentialsInTheWrongFormAreRefused()
    {
        const QByteArray token = m_user.token;
        const QByteArrayList wrong{token,
                                   "Token " + token,
                                   "Bearer",
                                   "Bearer ",
                                   "Bearer " + token + "x",
                                   "Bearer " + token + ' ' + token,
                                   "Basic " + token.toBase64(),
                                   "Bearer null"};
        for (const QByteArray &value : wrong) {
            const auto answer = m_live.client().get("/api/v1/users/profile", {{"Authorization", value}});
            QVERIFY2(answer.status == 401, value);
            QVERIFY(answer.header("WWW-Authenticate").startsWith("Bearer"));
        }
        // RFC 9110: the scheme's name has no case.
        QCOMPARE(m_live.client().get("/api/v1/users/profile", {{"Authorization", "bearer " + token}}).status, 200);
    }
    void wrongMethodsNameTheRightOnes()
    {
        const auto allowed = [this](const QByteArray &target) {
            QByteArrayList names = m_live.client().send({"TRACE", target, m_user.auth()}).header("Allow").split(',');
            for (QByteArray &name : names)
                name = name.trimmed();
            std::sort(names.begin(), names.end());
            return names;
        };
        QCOMPARE(allowed("/api/v1/auth/login"), (QByteArrayList{"OPTIONS", "POST"}));
        QCOMPARE(allowed("/api/v1/users/profile"), (QByteArrayList{"GET", "HEAD", "OPTIONS", "PUT"}));
        QCOMPARE(allowed("/api/versions"), (QByteArrayList{"GET", "HEAD", "OPTIONS"}));
    }
    void headIsGetWithoutABody_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target : {"/healthz", "/readyz", "/api/versions", "/api/openapi.json", "/docs", "/metrics",
                                   "/api/v1/users/profile", "/api/v2/auth/profile", "/api/v1/monitoring/health"})
            QTest::addRow("%s", target) << QByteArray(target);
    }
    void headIsGetWithoutABody()
    {
        QFETCH(QByteArray, target);
        const auto head = m_live.client().send({"HEAD", target, m_user.auth()});
        const auto get = m_live.client().get(target, m_user.auth());
        QCOMPARE(head.status, 200);
        QCOMPARE(get.status, 200);
        QVERIFY(head.body.isEmpty());
        QCOMPARE(head.header("Content-Type"), get.header("Content-Type"));
        const bool moves = target == "/metrics" || target.endsWith("health"); // figures change between the two
        if (!moves && get.has("Content-Length"))
            QCOMPARE(head.header("Content-Length"), get.header("Content-Length"));
        QCOMPARE(m_live.client().send({"HEAD", "/api/v1/users/profile"}).status, 401);
    }
    void optionsWorksOnEveryRoute()
    {
        for (const char *target : {"/api/v1/auth/login", "/api/v2/users", "/auth/login", "/healthz"}) {
            const auto answer = m_live.client().send(
                {"OPTIONS", target, {{"Origin", "https://evil.example"}, {"Access-Control-Request-Method", "POST"}}});
            QVERIFY2(answer.status == 204 || answer.status == 200, target);
            QVERIFY(!answer.header("Allow").isEmpty());
            QVERIFY(!answer.has("Access-Control-Allow-Origin")); // CORS is off unless origins are configured
        }
    }
    void rolesDecide()
    {
        ContractClient &client = m_live.client();
        const QByteArray one = "/api/v1/admin/users/" + m_user.id.toUtf8();
        const QJsonObject limits{{u"max_agents"_s, 3}};
        for (const QByteArray &target : {QByteArray("/api/v1/users"), QByteArray("/api/v1/admin/users"), one}) {
            QCOMPARE(client.get(target).status, 401);
            const auto refused = client.get(target, m_user.auth());
            QCOMPARE(refused.status, 403);
            QCOMPARE(complaint(refused, Form::Platform, u"FORBIDDEN"_s), QString());
            QCOMPARE(client.get(target, m_live.support().auth()).status, 200);
            QCOMPARE(client.get(target, m_live.admin().auth()).status, 200);
        }
        for (const Account &who : {m_user, m_live.support()}) {
            QCOMPARE(client.put(one + "/limits", limits, who.auth()).status, 403);
            QCOMPARE(client.patch(one, {{u"role"_s, u"admin"_s}}, who.auth()).status, 403);
            QCOMPARE(client.drop(one, who.auth()).status, 403);
        }
        QCOMPARE(client.put("/api/v1/admin/users/user_nobody/limits", limits, m_live.admin().auth()).status, 404);
        QCOMPARE(client.get("/api/v1/admin/users/user_nobody", m_live.admin().auth()).status, 404);
        QCOMPARE(client.patch(one, {{u"nonsense"_s, 1}}, m_live.admin().auth()).status, 422);
    }
    void debugNeedsDevelopment()
    {
        const auto answer = m_live.client().get("/api/v1/users/profile", {{"X-Debug", "true"}});
        QVERIFY(!answer.json().contains(u"debug"_s));
        LiveContract open;
        QVERIFY2(open.start({u"--development"_s}), open.server().errors());
        const auto more = open.client().get("/api/v1/users/profile", {{"X-Debug", "true"}});
        QVERIFY2(more.body.contains("\"debug\""), more.body);
        QVERIFY(!open.client().get("/api/v1/users/profile").body.contains("\"debug\""));
    }

private:
    LiveContract m_live;
    Account m_user;
};

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"

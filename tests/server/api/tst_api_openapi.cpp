// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenAPI document: what it says, the page that shows it, and that answers are as it says.
#include "server/api/answerchecker.h"
#include "server/http/gzip.h"
#include "tests/server/api/enginefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace api;

class ApiOpenApiTest : public QObject
{
    Q_OBJECT
private slots:
    void openApi();
    void openApiHeaders();
    void docsPage();
    void largeFilesArePackedOnce_data();
    void largeFilesArePackedOnce();
    void checkerFindsMismatch();
    void everyAnswerFits();
};

void ApiOpenApiTest::openApi()
{
    EngineFixture engine;
    const QJsonObject document = json(engine.get("/api/openapi.json"));
    QCOMPARE(document.value("openapi"_L1).toString(), u"3.1.0"_s);
    const QJsonObject paths = document.value("paths"_L1).toObject();
    QVERIFY(paths.contains("/api/v1/things/{id}"_L1) && paths.contains("/api/v2/things/{id}"_L1));
    QVERIFY(paths.contains("/auth/login"_L1) && paths.contains("/api/versions"_L1));
    QVERIFY(!paths.contains("/api/v1/auth/devices"_L1) && paths.contains("/api/v2/auth/devices"_L1));
    const QJsonObject post = paths.value("/api/v1/things"_L1).toObject().value("post"_L1).toObject();
    const QStringList statuses = post.value("responses"_L1).toObject().keys();
    for (const QString &status : {u"201"_s, u"400"_s, u"401"_s, u"403"_s, u"415"_s, u"422"_s, u"429"_s, u"500"_s})
        QVERIFY2(statuses.contains(status), qUtf8Printable(status));
    // The alias has no versions, and refuses one that is none all the same.
    const QJsonObject alias = paths.value("/auth/login"_L1).toObject().value("post"_L1).toObject();
    const QString refusal = alias.value("responses"_L1)
                                .toObject()
                                .value("400"_L1)
                                .toObject()
                                .value("$ref"_L1)
                                .toString()
                                .section(u'/', -1);
    const QJsonObject refusals = document.value("components"_L1).toObject().value("responses"_L1).toObject();
    QVERIFY(QJsonDocument(refusals.value(refusal).toObject()).toJson().contains("UnsupportedVersionError"));
    // Every reference leads somewhere.
    const QByteArray text = engine.get("/api/openapi.json").body;
    const QJsonObject components = document.value("components"_L1).toObject();
    for (qsizetype at = text.indexOf("#/components/"); at >= 0; at = text.indexOf("#/components/", at + 1)) {
        const QByteArrayList parts = text.mid(at, text.indexOf('"', at) - at).split('/');
        QVERIFY2(components.value(QString::fromUtf8(parts[2])).toObject().contains(QString::fromUtf8(parts[3])),
                 parts[3].constData());
    }
}

void ApiOpenApiTest::openApiHeaders()
{
    Route some{http::Method::Get, "/some", Access::Public, "For some", {}};
    some.errors = {ErrorCode::AuthRequired};
    Route file{http::Method::Get, "/file", Access::User, "A file", {}};
    file.contentType = "text/csv";
    file.reads = Tag::Users;
    Route chat{http::Method::Post, "/chat", Access::User, "Talks", {}};
    chat.answer = R"({"type":"object"})";
    chat.streams = true;
    EngineFixture engine({}, {some, file, chat});
    const QJsonObject document = json(engine.get("/api/openapi.json"));
    const auto operation = [&](const QString &path, const QString &method = u"get"_s) {
        return document.value("paths"_L1).toObject().value(path).toObject().value(method).toObject();
    };
    const auto response = [&](const QJsonObject &of, int status) {
        const QJsonObject own = of.value("responses"_L1).toObject().value(QString::number(status)).toObject();
        const QString shared = own.value("$ref"_L1).toString().section(u'/', -1);
        const QJsonObject all = document.value("components"_L1).toObject().value("responses"_L1).toObject();
        return shared.isEmpty() ? own : all.value(shared).toObject();
    };
    const auto carries = [&](const QJsonObject &of, int status, const QString &name) {
        return response(of, status).value("headers"_L1).toObject().contains(name);
    };
    const QJsonObject create = operation(u"/api/v1/things"_s, u"post"_s);
    QCOMPARE(create.value("requestBody"_L1).toObject().value("required"_L1), QJsonValue(true));
    QVERIFY(carries(create, 401, u"WWW-Authenticate"_s) && !carries(create, 403, u"WWW-Authenticate"_s));
    QVERIFY(carries(create, 429, u"Retry-After"_s) && carries(create, 429, u"X-RateLimit-Reset"_s));
    QVERIFY(carries(create, 410, u"Retry-After"_s) && carries(create, 415, u"Accept-Encoding"_s));
    QVERIFY(carries(create, 201, u"Idempotency-Replayed"_s) && !carries(create, 429, u"Idempotency-Replayed"_s));
    for (const QString &name : {u"Deprecation"_s, u"Sunset"_s, u"X-API-Deprecation"_s, u"X-API-Brownout"_s, u"Link"_s})
        QVERIFY2(carries(create, 201, name) && carries(create, 400, name), qPrintable(name));
    QVERIFY(carries(operation(u"/api/v1/file"_s), 200, u"Content-Disposition"_s));

    // What is said of entity tags is what is done.
    for (const QByteArray &path : QByteArrayList{"/healthz", "/api/versions", "/api/openapi.json", "/api/v1/things"}) {
        const QJsonObject described = operation(QString::fromUtf8(path));
        const bool tagged = engine.get(path, "ada").headers.count("ETag") == 1;
        QVERIFY2(carries(described, 200, u"ETag"_s) == tagged, path);
        QVERIFY2(response(described, 304).isEmpty() != tagged, path);
        QVERIFY2(tagged != (path == "/healthz" || path == "/api/versions"), path);
    }
    const QByteArray tag = header(engine.get("/api/openapi.json"), "ETag");
    QCOMPARE(engine.get("/api/openapi.json", {}, {{"If-None-Match", tag}}).status, 304);
    QVERIFY(response(operation(u"/api/v1/file"_s), 304).isEmpty());

    const QJsonArray either{QJsonObject(), QJsonObject{{u"bearer"_s, QJsonArray()}}};
    QCOMPARE(operation(u"/api/v1/some"_s).value("security"_L1).toArray(), either);
    QCOMPARE(operation(u"/api/v1/open"_s).value("security"_L1).toArray(), QJsonArray());
    const QStringList kinds
        = response(operation(u"/api/v1/chat"_s, u"post"_s), 200).value("content"_L1).toObject().keys();
    QCOMPARE(kinds, QStringList({u"application/json"_s, u"text/event-stream"_s}));

    // Nothing is declared that nothing refers to.
    const QByteArray text = engine.get("/api/openapi.json").body;
    const QJsonObject components = document.value("components"_L1).toObject();
    for (const QString &kind : {u"schemas"_s, u"responses"_s, u"headers"_s, u"parameters"_s}) {
        const QStringList names = components.value(kind).toObject().keys();
        for (const QString &name : names)
            QVERIFY2(text.contains("#/components/" + kind.toUtf8() + '/' + name.toUtf8() + '"'), qPrintable(name));
    }
}

void ApiOpenApiTest::docsPage()
{
    EngineFixture engine;
    const auto page = engine.get("/docs/");
    QCOMPARE(page.status, 200);
    QVERIFY(header(page, "Content-Security-Policy").contains("script-src 'self'"));
    QVERIFY(!page.body.contains("<script>"));
    QVERIFY(!page.body.contains("http"));
    const auto script = engine.get("/docs/swagger-ui-bundle.js");
    QCOMPARE(script.status, 200);
    QVERIFY(script.body.size() > 100'000);
    QCOMPARE(engine.get("/docs/swagger-ui-bundle.js", {}, {{"If-None-Match", header(script, "ETag")}}).status, 304);
    QCOMPARE(engine.get("/docs/start.js").status, 200);
    QCOMPARE(engine.get("/docs/LICENSE").status, 200);
    QCOMPARE(engine.get("/docs/../engine.h").status, 404);
}

void ApiOpenApiTest::largeFilesArePackedOnce_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/api/openapi.json"})
        QTest::addRow("%s", target) << QByteArray(target);
}

/// Anybody may ask for them: once a process they are read, hashed and packed, and then only handed out.
void ApiOpenApiTest::largeFilesArePackedOnce()
{
    QFETCH(QByteArray, target);
    EngineFixture engine;
    const auto second = engine.engine();
    const auto ask = [&](Engine &worker, const QByteArray &coding) {
        RequestParts parts{.target = target};
        if (!coding.isEmpty())
            parts.headers << std::pair(QByteArray("Accept-Encoding"), coding);
        return std::get<http::Response>(worker.handle(EngineFixture::request(parts)));
    };
    const auto plain = ask(*engine.worker, {});
    const auto packed = ask(*engine.worker, "br, gzip");
    QVERIFY(!plain.headers.contains("Content-Encoding"));
    QCOMPARE(header(packed, "Content-Encoding"), QByteArray("gzip"));
    QCOMPARE(header(packed, "Vary").count("Accept-Encoding"), 1);
    QCOMPARE(header(packed, "ETag"), header(plain, "ETag"));
    QByteArray unpacked;
    http::Inflater inflater;
    QVERIFY(inflater.append(packed.body, [&](QByteArrayView octets) {
        unpacked.append(octets);
        return true;
    }));
    QVERIFY(inflater.isComplete() && unpacked == plain.body);
    QVERIFY(!ask(*engine.worker, "gzip;q=0").headers.contains("Content-Encoding"));
    QVERIFY(ask(*second, {}).body.constData() == plain.body.constData());
    QVERIFY(ask(*second, "gzip").body.constData() == packed.body.constData());
    const auto same = engine.get(target, {}, {{"If-None-Match", header(plain, "ETag")}, {"Accept-Encoding", "gzip"}});
    QCOMPARE(same.status, 304);
    QVERIFY(same.body.isEmpty() && !same.headers.contains("Content-Encoding"));
}

void ApiOpenApiTest::checkerFindsMismatch()
{
    EngineFixture engine;
    auto checker = AnswerChecker::make(engine.routes, engine.components);
    QVERIFY(checker);
    const auto request = EngineFixture::request({.target = "/api/v1/things/7", .token = "ada"});
    auto response = std::get<http::Response>(engine.worker->handle(request));
    QCOMPARE((*checker)->check(request, response), QStringList());
    response.body.replace("\"name\"", "\"nome\"");
    QCOMPARE((*checker)->check(request, response),
             QStringList({u"data.name: Name is required"_s, u"data.nome: Unknown field"_s}));
    response.status = 201;
    QCOMPARE((*checker)->check(request, response).size(), 3);
}

void ApiOpenApiTest::everyAnswerFits()
{
    EngineFixture engine;
    auto checker = AnswerChecker::make(engine.routes, engine.components);
    QVERIFY(checker);
    const QList<RequestParts> all{
        {.target = "/api/v1/things", .token = "ada"},
        {.target = "/api/v2/things", .token = "ada"},
        {.target = "/api/things?limit=0", .token = "ada"},
        {.target = "/api/v2/things?limit=0", .token = "ada"},
        {.method = "POST", .target = "/api/v1/things", .token = "ada", .body = GoodThing},
        {.method = "POST", .target = "/api/v2/things", .token = "ada", .body = GoodThing},
        {.method = "POST", .target = "/api/v2/things", .token = "ada", .body = "{}"},
        {.method = "POST", .target = "/api/v1/auth/login"},
        {.method = "POST", .target = "/api/v2/auth/login"},
        {.method = "POST", .target = "/auth/login"},
        {.method = "DELETE", .target = "/api/v1/auth/login"},
        {.target = "/api/v1/auth/me"},
        {.target = "/api/v2/auth/me"},
        {.target = "/api/v1/nothing"},
        {.target = "/api/v3/things"},
        {.target = "/api/v1/auth/devices"},
        {.target = "/api/v1/things"},
        {.target = "/api/v1/crash"},
        {.target = "/api/versions"},
        {.target = "/api/openapi.json"},
        {.target = "/docs"},
    };
    for (const RequestParts &parts : all) {
        const auto request = EngineFixture::request(parts);
        const auto response = std::get<http::Response>(engine.worker->handle(request));
        const QStringList wrong = (*checker)->check(request, response);
        const QByteArray said = parts.target + ": " + wrong.join("; "_L1).toUtf8();
        QVERIFY2(wrong.isEmpty(), said.constData());
    }
}

QTEST_GUILESS_MAIN(ApiOpenApiTest)
#include "tst_api_openapi.moc"

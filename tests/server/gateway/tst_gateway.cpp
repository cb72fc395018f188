// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway against providers that speak their documented forms: whole, streamed, slow, broken off, refusing.
#include "server/gateway/sseparser.h"
#include "tests/server/gateway/gatewayworld.h"
#include "tests/server/gateway/providerforms.h"

#include <QTest>

using namespace Qt::StringLiterals;
using gateway::SseParser;
using namespace std::chrono_literals;

class TestGateway : public QObject
{
    Q_OBJECT

private slots:
    void answersWhole_data() { eachProvider(); }
    void answersWhole();
    void answersStreamed_data() { eachProvider(); }
    void answersStreamed();
    void speaksOpenAi();
    void takesParametersThatChangeNothing();
    void passesRefusalsOn_data();
    void passesRefusalsOn();
    void triesAgainBeforeTheFirstByte();
    void neverTriesAgainAfterIt();
    void sendsNothingTwice_data();
    void sendsNothingTwice();
    void sendsNoKeyThatCarriesMore_data();
    void sendsNoKeyThatCarriesMore();
    void passesPenaltiesOn();
    void needsAKeyAndAnActiveAgent();
    void slowOnesHoldNobodyUp();
    void waitsOnlySoLong();
    void refusesWhatItCannotPassOn_data();
    void refusesWhatItCannotPassOn();
};

void TestGateway::answersWhole()
{
    QFETCH(QString, provider);
    GatewayWorld w(always(FakeProvider::answer(200, wholeOf(provider))));
    const Reply reply = w.say(provider);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.data()["message"_L1]["content"_L1].toString(), u"Guten Tag"_s);
    QCOMPARE(reply.data()["provider"_L1].toString(), provider);
    QCOMPARE(reply.data()["usage"_L1]["status"_L1].toString(), u"reported"_s);
    QVERIFY(reply.data()["cost"_L1].toDouble() > 0);
    QCOMPARE(w.provider.seen.size(), 1);
    QVERIFY(w.provider.seen[0].head.contains("sk-secret-secret"));
    QVERIFY(!reply.body.contains("sk-secret"));
    QCOMPARE(w.keyUses, 1);
    const qint64 tokens = reply.data()["usage"_L1]["total_tokens"_L1].toInteger();
    QCOMPARE(w.recordedTokens(), tokens);
    QCOMPARE(w.world.number(u"SELECT used_tokens FROM users WHERE id = ?"_s, {w.ada}), tokens);
    QCOMPARE(w.world.misfits.join(u'\n'), QString());
}

void TestGateway::answersStreamed()
{
    QFETCH(QString, provider);
    GatewayWorld w([provider](int, QTcpSocket &socket) {
        socket.write(FakeProvider::streamHead());
        // One byte a time: no event comes whole.
        for (const char c : joined(streamOf(provider))) {
            socket.write(&c, 1);
            socket.flush();
        }
        socket.disconnectFromHost();
    });
    QString text;
    QJsonObject done;
    const QByteArray body = w.world.streamed("/api/v1/agents/agent_" + provider.toLatin1() + "/messages",
                                             {{u"message"_s, u"Hallo"_s}, {u"stream"_s, true}}, w.token);
    for (const auto &event : SseParser().feed(body)) {
        const QJsonObject data = QJsonDocument::fromJson(event.data).object();
        if (event.name == "delta")
            text += data["text"_L1].toString();
        else if (event.name == "done")
            done = data;
    }
    QCOMPARE(text, u"Guten Tag"_s);
    QCOMPARE(done["usage"_L1]["total_tokens"_L1].toInt(), 29);
    QCOMPARE(done["finish_reason"_L1].toString(), u"stop"_s);
    QCOMPARE(w.recordedTokens(), 29); // before the last event left
}

void TestGateway::speaksOpenAi()
{
    GatewayWorld w([](int n, QTcpSocket &socket) {
        if (n == 0) {
            socket.write(FakeProvider::answer(200, OpenAiWhole));
        } else {
            socket.write(FakeProvider::streamHead() + joined(openAiStream()));
            socket.disconnectFromHost();
        }
    });
    QJsonObject body{
        {u"model"_s, u"gpt-4o-mini"_s},
        {u"temperature"_s, 0.1},
        {u"messages"_s,
         QJsonArray{
             QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, u"Be kind."_s}},
             QJsonObject{{u"role"_s, u"user"_s},
                         {u"content"_s, QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, u"Hallo"_s}}}}}}}};
    const Reply reply = w.complete(body);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json["object"_L1].toString(), u"chat.completion"_s);
    QCOMPARE(reply.json["choices"_L1][0]["message"_L1]["content"_L1].toString(), u"Guten Tag"_s);
    QCOMPARE(reply.json["usage"_L1]["total_tokens"_L1].toInt(), 29);
    QCOMPARE(w.provider.seen[0].body["messages"_L1][0]["content"_L1].toString(), u"Be kind."_s);
    QCOMPARE(w.provider.seen[0].body["temperature"_L1].toDouble(), 0.1);

    body.insert(u"stream"_s, true);
    body.insert(u"model"_s, u"openai/gpt-4o-mini"_s);
    const auto events = SseParser().feed(w.world.streamed("/api/v1/chat/completions", body, w.token));
    QCOMPARE(events.last().data, "[DONE]");
    QString text;
    for (const auto &event : events)
        text += QJsonDocument::fromJson(event.data).object()["choices"_L1][0]["delta"_L1]["content"_L1].toString();
    QCOMPARE(text, u"Guten Tag"_s);

    QCOMPARE(w.complete({{u"model"_s, u"gpt-none"_s}, {u"messages"_s, body["messages"_L1]}}).status, 422);
    const Reply models = w.world.get("/v1/models", w.token);
    QCOMPARE(models.json["object"_L1].toString(), u"list"_s);
    QVERIFY(models.body.contains("\"gpt-4o-mini\""));
    w.key.clear();
    QVERIFY(!w.world.get("/v1/models", w.token).body.contains("\"gpt-4o-mini\""));
    QCOMPARE(w.world.get("/v1/models").status, 401);
    QCOMPARE(w.world.misfits.join(u'\n'), QString());
}

void TestGateway::takesParametersThatChangeNothing()
{
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    const QJsonObject question{
        {u"model"_s, u"gpt-4o-mini"_s},
        {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Hi"_s}}}}};
    const auto with = [&question](const QJsonObject &more) {
        QJsonObject body = question;
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return body;
    };
    const QJsonObject neutral{{u"presence_penalty"_s, 0},
                              {u"frequency_penalty"_s, 0.0},
                              {u"response_format"_s, QJsonObject{{u"type"_s, u"text"_s}}},
                              {u"tools"_s, QJsonArray()},
                              {u"logit_bias"_s, QJsonValue()},
                              {u"n"_s, 1},
                              {u"seed"_s, 4711}};
    const Reply reply = w.complete(with(neutral));
    QVERIFY2(reply.status == 200, reply.body);
    const QJsonObject sent = w.provider.seen[0].body;
    QCOMPARE(sent["seed"_L1].toInt(), 4711);
    QVERIFY(!sent.contains("tools"_L1) && !sent.contains("presence_penalty"_L1));

    const QJsonObject others{{u"model"_s, u"llama-3.3-70b-versatile"_s}, // Groq has no penalties
                             {u"presence_penalty"_s, 0.5},
                             {u"response_format"_s, QJsonObject{{u"type"_s, u"json_object"_s}}},
                             {u"tools"_s, QJsonArray{QJsonObject()}},
                             {u"n"_s, 2}};
    const Reply refused = w.complete(with(others));
    QCOMPARE(refused.status, 422);
    const QJsonObject details = refused.json["error"_L1]["details"_L1].toObject();
    QCOMPARE(details.keys(), QStringList({u"n"_s, u"presence_penalty"_s, u"response_format"_s, u"tools"_s}));
    for (const QJsonValue why : details)
        QVERIFY2(why.toString().endsWith(" is not supported"_L1), qPrintable(why.toString()));
    QCOMPARE(details["response_format"_L1].toString(),
             u"Response format other than {\"type\":\"text\"} is not supported"_s);
    QCOMPARE(w.provider.seen.size(), 1);
}

void TestGateway::passesRefusalsOn_data()
{
    QTest::addColumn<int>("theirs");
    QTest::addColumn<int>("ours");
    QTest::newRow("bad request") << 400 << 422;
    QTest::newRow("key refused") << 401 << 503;
    QTest::newRow("not found") << 404 << 422; // which no client tries again
    QTest::newRow("server error") << 500 << 503;
    QTest::newRow("redirect") << 302 << 503;
}

void TestGateway::passesRefusalsOn()
{
    QFETCH(int, theirs);
    QFETCH(int, ours);
    GatewayWorld w(
        always(FakeProvider::answer(theirs, R"({"error":{"message":"Incorrect key: sk-secret-secret.","type":"x"}})",
                                    "Location: http://[::1]:1/\r\n")));
    for (const bool stream : {false, true}) {
        const Reply reply = w.say(u"openai"_s, {{u"message"_s, u"Hallo"_s}, {u"stream"_s, stream}});
        QCOMPARE(reply.status, ours);
        QCOMPARE(reply.json["error"_L1]["details"_L1]["provider_status"_L1].toString(), QString::number(theirs));
        QVERIFY2(!reply.body.contains("sk-secret"), reply.body);
    }
    QCOMPARE(w.provider.seen.size(), 2);
    QCOMPARE(w.recordedTokens(), -1);
}

void TestGateway::triesAgainBeforeTheFirstByte()
{
    GatewayWorld w([](int n, QTcpSocket &socket) {
        if (n == 0)
            socket.write(FakeProvider::answer(429, "{}", "Retry-After: 0\r\n"));
        else if (n == 1)
            socket.write(FakeProvider::answer(503, "{}"));
        else
            socket.write(FakeProvider::answer(200, OpenAiWhole));
    });
    QCOMPARE(w.say(u"openai"_s).status, 200);
    QCOMPARE(w.provider.seen.size(), 3);
    QCOMPARE(w.recordedTokens(), 29);

    // A provider that wants more patience than we have is told of at once.
    GatewayWorld busy(always(FakeProvider::answer(429, "{}", "Retry-After: 120\r\n")));
    const Reply told = busy.say(u"groq"_s);
    QCOMPARE(told.status, 503);
    QCOMPARE(told.headers.value("Retry-After"), "120");
    QCOMPARE(busy.provider.seen.size(), 1);

    // Nobody there at all.
    GatewayWorld gone(always({}));
    gone.provider.close();
    const Reply nobody = gone.say(u"xai"_s);
    QCOMPARE(nobody.status, 503);
    QCOMPARE(nobody.code(), u"SERVICE_UNAVAILABLE"_s);
    QVERIFY2(nobody.body.contains("cannot be reached"), nobody.body);
}

void TestGateway::neverTriesAgainAfterIt()
{
    const QByteArray begun = FakeProvider::streamHead() + joined(openAiStream().mid(0, 2));
    GatewayWorld w(always(begun, true));
    const auto events = SseParser().feed(w.world.streamed("/api/v1/agents/agent_openai/messages",
                                                          {{u"message"_s, u"Hallo"_s}, {u"stream"_s, true}}, w.token));
    QCOMPARE(events.first().name, "delta");
    QCOMPARE(events.last().name, "error");
    QVERIFY(!events.last().data.contains("sk-secret"));
    QCOMPARE(w.provider.seen.size(), 1);
}

void TestGateway::sendsNothingTwice_data()
{
    QTest::addColumn<bool>("isStreamed");
    QTest::addColumn<bool>("isKeptAlive");
    QTest::newRow("whole") << false << false;
    QTest::newRow("streamed") << true << false;
    QTest::newRow("whole, on a connection that was used") << false << true;
    QTest::newRow("streamed, on a connection that was used") << true << true;
}

/// Once the provider has all of a request, it may be at work on it, and what it does is paid for.
void TestGateway::sendsNothingTwice()
{
    QFETCH(bool, isStreamed);
    QFETCH(bool, isKeptAlive);
    GatewayWorld w([isKeptAlive](int n, QTcpSocket &socket) {
        if (isKeptAlive && n == 0)
            socket.write(FakeProvider::answer(200, OpenAiWhole));
        else
            socket.disconnectFromHost();
    });
    if (isKeptAlive)
        QCOMPARE(w.say(u"openai"_s).status, 200);
    const Reply reply = w.say(u"openai"_s, {{u"message"_s, u"Hallo"_s}, {u"stream"_s, isStreamed}});
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.json["error"_L1]["message"_L1].toString(), u"The provider broke its answer off."_s);
    QCOMPARE(w.provider.seen.size(), isKeptAlive ? 2 : 1);
}

void TestGateway::sendsNoKeyThatCarriesMore_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("a request") << QByteArray("sk-evil\r\nContent-Length: 2\r\n\r\n{}POST /v1/files HTTP/1.1\r\nX: y");
    QTest::newRow("a line") << QByteArray("sk-evil\nX-Org: other");
    QTest::newRow("a zero") << QByteArray("sk-\0evil", 8);
    QTest::newRow("no ASCII") << QByteArray("sk-\xC3\xA4");
}

/// It may be stored by now, and the connection is shared with other tenants.
void TestGateway::sendsNoKeyThatCarriesMore()
{
    QFETCH(QByteArray, key);
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    w.key = key;
    for (const QString &provider : {u"openai"_s, u"anthropic"_s, u"gemini"_s}) {
        const Reply reply = w.say(provider);
        QCOMPARE(reply.status, 409);
        QVERIFY2(reply.body.contains("The stored key") && !reply.body.contains("sk-"), reply.body);
    }
    QCOMPARE(w.provider.seen.size(), 0);
    QCOMPARE(w.keyUses, 0);
    QCOMPARE(w.recordedTokens(), -1);
}

void TestGateway::passesPenaltiesOn()
{
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    w.config.insert(u"frequency_penalty"_s, 0.25);
    w.config.insert(u"presence_penalty"_s, -1.5);
    QCOMPARE(w.say(u"xai"_s).status, 200);
    QCOMPARE(w.provider.seen[0].body["frequency_penalty"_L1].toDouble(), 0.25);
    QCOMPARE(w.provider.seen[0].body["presence_penalty"_L1].toDouble(), -1.5);
    QJsonObject body{{u"model"_s, u"agent_openai"_s},
                     {u"presence_penalty"_s, 2},
                     {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Hi"_s}}}}};
    QCOMPARE(w.complete(body).status, 200);
    QCOMPARE(w.provider.seen[1].body["frequency_penalty"_L1].toDouble(), 0.25);
    QCOMPARE(w.provider.seen[1].body["presence_penalty"_L1].toDouble(), 2.0);
    body.insert(u"presence_penalty"_s, 2.5);
    QCOMPARE(w.complete(body).status, 422);
    body.insert(u"presence_penalty"_s, 0); // over what the agent says
    QCOMPARE(w.complete(body).status, 200);
    QVERIFY(!w.provider.seen[2].body.contains("presence_penalty"_L1));
}

void TestGateway::needsAKeyAndAnActiveAgent()
{
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    w.key.clear();
    QCOMPARE(w.say(u"openai"_s).status, 409);
    w.key = "sk";
    w.active = false;
    QCOMPARE(w.say(u"openai"_s).status, 409);
    w.active = true;
    QCOMPARE(w.say(u"twilio"_s).status, 409);
    QCOMPARE(w.world.post("/api/v1/agents/other/messages", {{u"message"_s, u"Hallo"_s}}, w.token).status, 404);
    w.world.makeUser(u"eve@example.com"_s);
    const QByteArray eve = w.world.tokenOf(u"eve@example.com"_s);
    QCOMPARE(w.world.post("/api/v1/agents/agent_openai/messages", {{u"message"_s, u"Hallo"_s}}, eve).status, 404);
    QCOMPARE(w.world.post("/api/v1/agents/agent_openai/messages", {{u"message"_s, u"Hallo"_s}}).status, 401);
    QCOMPARE(w.provider.seen.size(), 0);
}

void TestGateway::slowOnesHoldNobodyUp()
{
    // The first six never get an answer; one manager would let the seventh wait behind them.
    GatewayWorld w([](int number, QTcpSocket &socket) {
        if (number >= 6)
            socket.write(FakeProvider::answer(200, OpenAiWhole));
    });
    w.context->limits.connect = 1s;
    w.context->limits.idle = 4s;
    const Ask ask{.method = http::Method::Post,
                  .path = "/api/v1/agents/agent_openai/messages",
                  .body = {{u"message"_s, u"Hallo"_s}},
                  .token = w.token};
    int answered = 0;
    for (const Reply &reply : w.world.sendAll(QList<Ask>(7, ask)))
        answered += reply.status == 200;
    QCOMPARE(answered, 1);
    QCOMPARE(w.provider.seen.size(), 7);
}

void TestGateway::waitsOnlySoLong()
{
    GatewayWorld w([](int, QTcpSocket &) {});
    w.context->limits.idle = 50ms;
    const Reply reply = w.say(u"gemini"_s);
    QCOMPARE(reply.status, 503);
    QCOMPARE(w.provider.seen.size(), 1);
    QTRY_COMPARE(w.provider.left, 1);
}

void TestGateway::refusesWhatItCannotPassOn_data()
{
    QTest::addColumn<QJsonObject>("body");
    const auto messages = [](const QString &role, const QJsonValue &content) {
        return QJsonObject{{u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, role}, {u"content"_s, content}}}}};
    };
    QTest::newRow("nothing") << QJsonObject{{u"stream"_s, false}};
    QTest::newRow("empty") << QJsonObject{{u"message"_s, QString()}};
    QTest::newRow("no messages") << QJsonObject{{u"messages"_s, QJsonArray()}};
    QTest::newRow("both") << QJsonObject{{u"message"_s, u"a"_s},
                                         {u"messages"_s, messages(u"user"_s, u"b"_s)["messages"_L1]}};
    QTest::newRow("assistant last") << messages(u"assistant"_s, u"x"_s);
    QTest::newRow("only system") << messages(u"system"_s, u"x"_s);
    QTest::newRow("role") << messages(u"tool"_s, u"x"_s);
    QTest::newRow("picture") << messages(u"user"_s, QJsonArray{QJsonObject{{u"type"_s, u"image_url"_s}}});
}

void TestGateway::refusesWhatItCannotPassOn()
{
    QFETCH(QJsonObject, body);
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    const Reply refused = w.say(u"openai"_s, body);
    QCOMPARE(refused.status, 422);
    QCOMPARE(w.provider.seen.size(), 0);
}

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"

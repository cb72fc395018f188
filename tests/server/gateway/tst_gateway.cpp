// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway against providers that speak their documented forms: whole, streamed, slow, broken off, refusing.
#include "server/gateway/gatewayroutes.h"
#include "server/gateway/sseparser.h"
#include "tests/server/gateway/fakeprovider.h"
#include "tests/server/gateway/providerforms.h"
#include "tests/server/identity/identityworld.h"

#include <QCoreApplication>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using gateway::SseParser;
using namespace std::chrono_literals;

namespace
{
/// Nothing has a price but what the registry knows.
class NoPrices : public usage::Prices
{
public:
    bool knows(const QString &) const override { return false; }
    Money cost(const QString &, const QString &, const usage::Amounts &) const override { return {}; }
};

/// A world whose gateway asks a fake provider, with an agent of each provider: "agent_openai", ….
struct GatewayWorld {
    explicit GatewayWorld(FakeProvider::Script script)
        : provider(std::move(script))
        , registry(*providers::Registry::builtIn())
        , world({}, more())
    {
        ada = world.makeUser(u"ada@example.com"_s);
        token = world.tokenOf(u"ada@example.com"_s);
    }

    MoreRoutes more()
    {
        return {.routes =
                    [this](const WorldParts &parts) {
                        context = std::make_unique<gateway::GatewayContext>(gateway::GatewayContext{
                            .reads = parts.reads,
                            .writer = parts.writer,
                            .settings = parts.settings,
                            .registry = registry,
                            .prices = std::make_shared<NoPrices>(),
                            .agent = [this](const QString &, const QString &user,
                                            const QString &id) -> Result<gateway::AgentModel> {
                                if (user != ada || !id.startsWith(u"agent_"))
                                    return ErrorCode::ResourceNotFound;
                                return gateway::AgentModel{id.mid(6), config, u"Be brief."_s, active};
                            },
                            .key = [this](const QString &, const QString &,
                                          const QString &) -> Result<gateway::ProviderKey> {
                                if (key.isEmpty())
                                    return ErrorCode::ResourceNotFound;
                                return gateway::ProviderKey{key};
                            },
                            .keyUsed = [this](const QString &, const QString &) { ++keyUses; },
                            .providerUrls = urls(),
                            .clock = parts.clock,
                            .limits = {.connect = 5s, .idle = idle, .total = 20s, .pause = 1ms, .longestPause = 2s}});
                        return gateway::gatewayRoutes(*context);
                    },
                .components = gateway::gatewayComponents()};
    }
    QHash<QString, QUrl> urls() const
    {
        QHash<QString, QUrl> all;
        for (const auto &name : {u"openai"_s, u"groq"_s, u"xai"_s, u"anthropic"_s, u"gemini"_s})
            all.insert(name, provider.url());
        return all;
    }
    Reply say(const QString &agent, const QJsonObject &body = {{u"message"_s, u"Hallo"_s}})
    {
        return world.post("/api/v1/agents/agent_" + agent.toLatin1() + "/messages", body, token);
    }
    Reply complete(const QJsonObject &body) { return world.post("/v1/chat/completions", body, token); }
    qint64 recordedTokens() { return world.number(u"SELECT COALESCE(SUM(tokens), -1) FROM usage_events"_s); }

    FakeProvider provider;
    std::shared_ptr<const providers::Registry> registry;
    std::unique_ptr<gateway::GatewayContext> context; // outlives the world's engine
    std::chrono::milliseconds idle{10s};
    QJsonObject config{{u"temperature"_s, 0.5}, {u"max_tokens"_s, 100}};
    QByteArray key = "sk-secret-secret";
    bool active = true;
    int keyUses = 0;
    IdentityWorld world;
    QString ada;
    QByteArray token;
};

FakeProvider::Script always(const QByteArray &bytes, bool close = false)
{
    return [bytes, close](int, QTcpSocket &socket) {
        socket.write(bytes);
        if (close)
            socket.disconnectFromHost();
    };
}
}

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
    void holdsTheQuota();
    void needsAKeyAndAnActiveAgent();
    void leavesUnreportedUsageUnknown();
    void givesUpWhenTheClientLeaves();
    void givesUpTheWholeWhenTheClientLeaves();
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

    const QJsonObject others{{u"presence_penalty"_s, 0.5},
                             {u"response_format"_s, QJsonObject{{u"type"_s, u"json_object"_s}}},
                             {u"tools"_s, QJsonArray{QJsonObject()}},
                             {u"n"_s, 2}};
    const Reply refused = w.complete(with(others));
    QCOMPARE(refused.status, 422);
    const QJsonObject details = refused.json["error"_L1]["details"_L1].toObject();
    QCOMPARE(details.keys(), others.keys());
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
    QTest::newRow("not found") << 404 << 503;
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
    QTRY_COMPARE(w.recordedTokens(), 0);
}

void TestGateway::holdsTheQuota()
{
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    w.world.execute(u"UPDATE users SET monthly_token_quota = 29 WHERE id = ?"_s, {w.ada});
    QCOMPARE(w.say(u"openai"_s).status, 200);
    const Reply refused = w.say(u"openai"_s);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"QUOTA_EXCEEDED"_s);
    QCOMPARE(w.provider.seen.size(), 1);
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

void TestGateway::leavesUnreportedUsageUnknown()
{
    GatewayWorld w(always(FakeProvider::answer(
        200, R"({"choices":[{"message":{"role":"assistant","content":"Tag"},"finish_reason":"stop"}]})")));
    const QJsonObject said = w.say(u"openai"_s).data();
    QCOMPARE(said["usage"_L1]["status"_L1].toString(), u"unreported"_s);
    QVERIFY(said["usage"_L1]["total_tokens"_L1].isNull());
    QVERIFY(said["cost"_L1].isNull());
    QCOMPARE(w.recordedTokens(), 0);
}

void TestGateway::givesUpWhenTheClientLeaves()
{
    // Says a word and then nothing, without an end.
    GatewayWorld w(always(FakeProvider::streamHead() + joined(anthropicStream().mid(0, 4))));
    {
        const auto stream = w.world.stream("/api/v1/agents/agent_anthropic/messages",
                                           {{u"message"_s, u"Hallo"_s}, {u"stream"_s, true}}, w.token);
        QVERIFY(stream);
        QTRY_VERIFY(stream->bytesAvailable() > 0);
        QCOMPARE(w.provider.left, 0);
    }
    QTRY_COMPARE(w.provider.left, 1);
    // What the provider had said by then, and two for the word that was passed on: leaving early is not free.
    QTRY_COMPARE(w.recordedTokens(), 19);
}

/// One that is not streamed as well.
void TestGateway::givesUpTheWholeWhenTheClientLeaves()
{
    auto client = std::make_unique<QObject>();
    GatewayWorld w([&client](int, QTcpSocket &) { QTimer::singleShot(0, qApp, [&client] { client.reset(); }); });
    const Reply reply = w.world.send({.method = http::Method::Post,
                                      .path = "/api/v1/agents/agent_openai/messages",
                                      .body = {{u"message"_s, u"Hallo"_s}},
                                      .token = w.token,
                                      .connection = client.get()});
    QCOMPARE(reply.status, 503); // which nobody reads
    QTRY_COMPARE(w.provider.left, 1);
    QTRY_COMPARE(w.recordedTokens(), 0); // nobody knows of any
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

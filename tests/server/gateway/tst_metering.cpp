// SPDX-License-Identifier: GPL-3.0-or-later
// What a request counts: held against the quota while it is under way, written when it is over, however it ends.
#include "tests/server/gateway/gatewayworld.h"
#include "tests/server/gateway/providerforms.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

namespace
{
constexpr qint64 Asked = 4; ///< tokens in "Be brief." and "Hallo", where nobody counts

const Ask OfAda{
    .method = http::Method::Post, .path = "/api/v1/agents/agent_openai/messages", .body = {{u"message"_s, u"Hallo"_s}}};

QByteArray streamed(GatewayWorld &w, const QByteArray &provider)
{
    return w.world.streamed("/api/v1/agents/agent_" + provider + "/messages",
                            {{u"message"_s, u"Hallo"_s}, {u"stream"_s, true}}, w.token);
}
}

class TestMetering : public QObject
{
    Q_OBJECT

private slots:
    void holdsTheQuota();
    void holdsTheQuotaAgainstManyAtOnce();
    void holdsNothingOnceItIsOver_data();
    void holdsNothingOnceItIsOver();
    void leavesUnreportedUsageUnknown();
    void estimatesAStreamWithoutUsage();
    void estimatesWhatWasBrokenOff_data();
    void estimatesWhatWasBrokenOff();
    void countsNothingThatWasNotServed();
    void knowsACostByBothSidesOnly();
    void keepsWhatCannotBeWritten();
    void tellsWhatItCannotKeep();
    void keepsWhatWaitsTheLongest();
    void writesWhatWaitsWhenItEnds();
    void givesUpWhenTheClientLeaves();
    void givesUpTheWholeWhenTheClientLeaves();
    void endsTheStreamOfWhoSendsNoMore();
};

void TestMetering::holdsTheQuota()
{
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    w.world.execute(u"UPDATE users SET monthly_token_quota = 29 WHERE id = ?"_s, {w.ada});
    QCOMPARE(w.say(u"openai"_s).status, 200);
    const Reply refused = w.say(u"openai"_s);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"QUOTA_EXCEEDED"_s);
    QCOMPARE(w.provider.seen.size(), 1);
}

/// Whichever worker they reach.
void TestMetering::holdsTheQuotaAgainstManyAtOnce()
{
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    w.world.addWorker();
    w.world.execute(u"UPDATE users SET monthly_token_quota = 250 WHERE id = ?"_s, {w.ada});
    Ask ask = OfAda;
    ask.token = w.token;
    int answered = 0;
    for (const Reply &reply : w.world.sendAll(QList<Ask>(40, ask))) {
        answered += reply.status == 200;
        if (reply.status == 200)
            continue;
        QCOMPARE(reply.code(), u"QUOTA_EXCEEDED"_s);
        QCOMPARE(reply.json["error"_L1]["details"_L1]["held_tokens"_L1].toString(), u"312"_s);
        QCOMPARE(reply.headers.value("Retry-After"), "1"); // it passes
    }
    QCOMPARE(answered, 3); // each may use 104
    QCOMPARE(w.recordedTokens(), 3 * 29);
    QCOMPARE(w.ledger->held(w.ada), 0);
    QCOMPARE(w.say(u"openai"_s).status, 200); // what was held is free again
}

void TestMetering::holdsNothingOnceItIsOver_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("answered") << FakeProvider::answer(200, OpenAiWhole);
    QTest::newRow("refused") << FakeProvider::answer(400, "{}");
    QTest::newRow("broken off") << QByteArray();
    QTest::newRow("not understood") << FakeProvider::answer(200, "{}");
}

void TestMetering::holdsNothingOnceItIsOver()
{
    QFETCH(QByteArray, answer);
    qint64 whileAsking = 0;
    GatewayWorld *world = nullptr;
    GatewayWorld w([&](int, QTcpSocket &socket) {
        whileAsking = world->ledger->held(world->ada);
        socket.write(answer);
        socket.disconnectFromHost();
    });
    world = &w;
    w.say(u"openai"_s);
    QCOMPARE(whileAsking, Asked + 100);
    QTRY_COMPARE(w.ledger->held(w.ada), 0);
    w.key.clear();
    QCOMPARE(w.say(u"openai"_s).status, 409);
    QTRY_COMPARE(w.ledger->held(w.ada), 0);
}

/// To the client; against the quota it is estimated.
void TestMetering::leavesUnreportedUsageUnknown()
{
    GatewayWorld w(always(FakeProvider::answer(
        200, R"({"choices":[{"message":{"role":"assistant","content":"Guten Tag"},"finish_reason":"stop"}]})")));
    const QJsonObject said = w.say(u"openai"_s).data();
    QCOMPARE(said["usage"_L1]["status"_L1].toString(), u"unreported"_s);
    QVERIFY(said["usage"_L1]["total_tokens"_L1].isNull());
    QVERIFY(said["cost"_L1].isNull());
    QCOMPARE(w.recordedTokens(), Asked + 3);
}

void TestMetering::estimatesAStreamWithoutUsage()
{
    QList<QByteArray> pieces = openAiStream();
    pieces.removeAt(4); // the usage
    GatewayWorld w(always(FakeProvider::streamHead() + joined(pieces), true));
    QVERIFY(streamed(w, "openai").contains("event: done"));
    QCOMPARE(w.recordedTokens(), Asked + 3);
}

void TestMetering::estimatesWhatWasBrokenOff_data()
{
    QTest::addColumn<bool>("stream");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<qint64>("tokens");
    QTest::newRow("stream") << true << FakeProvider::streamHead() + joined(openAiStream().mid(0, 2)) << Asked + 2;
    // What it says of the prompt is believed.
    QTest::newRow("stream of Anthropic's kind")
        << true << FakeProvider::streamHead() + joined(anthropicStream().mid(0, 4)) << 17 + qint64(2);
    QTest::newRow("in the middle") << false << FakeProvider::answer(200, OpenAiWhole).chopped(9) << Asked;
    QTest::newRow("before the first byte") << false << QByteArray() << Asked;
    QTest::newRow("not understood") << false << FakeProvider::answer(200, "{}") << Asked;
}

void TestMetering::estimatesWhatWasBrokenOff()
{
    QFETCH(bool, stream);
    QFETCH(QByteArray, answer);
    QFETCH(qint64, tokens);
    GatewayWorld w(always(answer, true));
    const QByteArray provider = answer.contains("message_start") ? "anthropic" : "openai";
    if (stream)
        QVERIFY(streamed(w, provider).contains("event: error"));
    else
        QCOMPARE(w.say(u"openai"_s).status, 503);
    QTRY_COMPARE(w.recordedTokens(), tokens);
    QCOMPARE(w.world.number(u"SELECT COUNT(*) FROM usage_events"_s), 1);
}

void TestMetering::countsNothingThatWasNotServed()
{
    GatewayWorld refused(always(FakeProvider::answer(500, "{}")));
    QCOMPARE(refused.say(u"openai"_s).status, 503);
    QCOMPARE(refused.recordedTokens(), -1);
    GatewayWorld gone(always({}));
    gone.provider.close();
    QCOMPARE(gone.say(u"openai"_s).status, 503);
    QCOMPARE(gone.recordedTokens(), -1);
}

void TestMetering::knowsACostByBothSidesOnly()
{
    GatewayWorld w(always(FakeProvider::answer(200,
                                               R"({"type":"message","content":[{"type":"text","text":"Tag"}],
        "model":"claude-haiku-4-5","stop_reason":"end_turn","usage":{"input_tokens":1000}})")));
    const QJsonObject said = w.say(u"anthropic"_s).data();
    QCOMPARE(said["usage"_L1]["input_tokens"_L1].toInt(), 1000);
    QVERIFY(said["usage"_L1]["output_tokens"_L1].isNull());
    QVERIFY(said["cost"_L1].isNull());
    QCOMPARE(w.recordedTokens(), 1001);
}

/// It was used: who asks on meanwhile is held to it, and it counts once the database takes it.
void TestMetering::keepsWhatCannotBeWritten()
{
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    w.world.execute(u"UPDATE users SET monthly_token_quota = 100 WHERE id = ?"_s, {w.ada});
    auto held = w.holdDatabase();
    QCOMPARE(w.say(u"openai"_s).status, 200);
    QCOMPARE(w.recordedTokens(), -1);
    QCOMPARE(w.ledger->held(w.ada), Asked + 100);
    QCOMPARE(w.say(u"openai"_s).code(), u"QUOTA_EXCEEDED"_s);
    held.reset();
    QTRY_COMPARE(w.ledger->held(w.ada), 0);
    QCOMPARE(w.recordedTokens(), 29);
    QCOMPARE(w.say(u"openai"_s).status, 200);
    QCOMPARE(w.recordedTokens(), 2 * 29);
    QCOMPARE(w.world.number(u"SELECT tokens FROM usage_monthly WHERE user_id = ?"_s, {w.ada}), 2 * 29);
}

void TestMetering::tellsWhatItCannotKeep()
{
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    w.context->unwritten = {.pause = 1h, .most = 2};
    auto held = w.holdDatabase();
    QCOMPARE(w.say(u"openai"_s).status, 200);
    QCOMPARE(w.say(u"openai"_s).status, 200);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(w.ada + u" at .*29 tokens of openai gpt-4o-mini for"_s));
    QCOMPARE(w.say(u"openai"_s).status, 200);
    QCOMPARE(w.ledger->held(w.ada), 2 * (Asked + 100));
    held.reset();
    QCOMPARE(w.say(u"openai"_s).status, 200); // the first that is taken again takes the others along
    QTRY_COMPARE(w.recordedTokens(), 3 * 29);
    QTRY_COMPARE(w.ledger->held(w.ada), 0);
}

/// What is just being tried again has its place still.
void TestMetering::keepsWhatWaitsTheLongest()
{
    GatewayWorld w(always(FakeProvider::answer(200, OpenAiWhole)));
    w.context->unwritten = {.pause = 1ms, .most = 1}; // it is tried all the time
    auto held = w.holdDatabase();
    QCOMPARE(w.say(u"openai"_s).status, 200);
    for (int i = 0; i < 30; ++i) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(w.ada + u" at .*29 tokens of groq "_s));
        QCOMPARE(w.say(u"groq"_s).status, 200);
        QCOMPARE(w.ledger->held(w.ada), Asked + 100);
    }
    held.reset();
    QTRY_COMPARE(w.ledger->held(w.ada), 0);
    QCOMPARE(w.recordedTokens(), 29);
    QCOMPARE(w.world.number(u"SELECT COUNT(*) FROM usage_events WHERE provider = 'openai'"_s), 1);
}

void TestMetering::writesWhatWaitsWhenItEnds()
{
    auto w = std::make_unique<GatewayWorld>(always(FakeProvider::answer(200, OpenAiWhole)));
    w->context->unwritten.pause = 1h;
    auto held = w->holdDatabase();
    QCOMPARE(w->say(u"openai"_s).status, 200);
    held.reset();
    QCOMPARE(w->recordedTokens(), -1);
    const store::Database database = w->world.database();
    w.reset();
    const auto connection = store::Connection::open(database);
    QVERIFY(connection);
    auto rows = (*connection)->query(u"SELECT tokens FROM usage_events"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->integer(0), 29);
}

void TestMetering::givesUpWhenTheClientLeaves()
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
    // Nor is its cost known by the prompt alone.
    QCOMPARE(w.world.number(u"SELECT COUNT(*) FROM usage_events WHERE cost <> 0"_s), 0);
    QTRY_COMPARE(w.ledger->held(w.ada), 0);
}

/// One that is not streamed as well.
void TestMetering::givesUpTheWholeWhenTheClientLeaves()
{
    auto client = std::make_unique<QObject>();
    GatewayWorld w([&client](int, QTcpSocket &) { QTimer::singleShot(0, qApp, [&client] { client.reset(); }); });
    Ask ask = OfAda;
    ask.token = w.token;
    ask.connection = client.get();
    const Reply reply = w.world.send(ask);
    QCOMPARE(reply.status, 503); // which nobody reads
    QTRY_COMPARE(w.provider.left, 1);
    QTRY_COMPARE(w.recordedTokens(), Asked); // it was with the provider
    QTRY_COMPARE(w.ledger->held(w.ada), 0);
}

/// Who ends its half of the connection looks gone, and may still read.
void TestMetering::endsTheStreamOfWhoSendsNoMore()
{
    auto client = std::make_unique<QObject>();
    GatewayWorld w(always(FakeProvider::streamHead() + joined(anthropicStream().mid(0, 4))));
    const auto stream = w.world.stream("/api/v1/agents/agent_anthropic/messages",
                                       {{u"message"_s, u"Hallo"_s}, {u"stream"_s, true}}, w.token, client.get());
    QVERIFY(stream);
    QTRY_VERIFY(stream->bytesAvailable() > 0);
    client.reset();
    QVERIFY(w.world.read(*stream).contains("The client left."));
}

QTEST_GUILESS_MAIN(TestMetering)
#include "tst_metering.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The forms in which providers are asked and answer, and the events of a stream, however they are cut.
#include "server/gateway/chatinput.h"
#include "server/gateway/wire.h"
#include "tests/server/gateway/providerforms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::SseParser;
using gateway::Wire;

class TestWire : public QObject
{
    Q_OBJECT

private slots:
    void parsesEventsHoweverTheyAreCut();
    void refusesEndlessEvents();
    void encodesAsDocumented_data() { eachProvider(); }
    void encodesAsDocumented();
    void sendsEverySettingOfTheRegistry();
    void takesAVersionAtTheEndOfTheBase_data() { eachProvider(); }
    void takesAVersionAtTheEndOfTheBase();
    void keepsAModelsNameInItsPlace();
    void decodes_data() { eachProvider(); }
    void decodes();
    void countsWhatIsReasonedAsOutput();
    void refusesWhatIsNoAnswer_data() { eachProvider(); }
    void refusesWhatIsNoAnswer();
};

void TestWire::parsesEventsHoweverTheyAreCut()
{
    const QByteArray text
        = "\xEF\xBB\xBF: hello\r\nevent: a\r\ndata: one\r\ndata:two\r\n\r\ndata\n\nid: 7\ndata:  x\r\r"
          "event: none\n\ndata: last\n\ndata: unfinished";
    for (qsizetype cut = 1; cut <= text.size(); ++cut) {
        SseParser parser;
        QList<gateway::SseEvent> events;
        for (qsizetype at = 0; at < text.size(); at += cut)
            events += parser.feed(QByteArrayView(text).sliced(at, std::min(cut, text.size() - at)));
        QCOMPARE(events.size(), 4);
        QCOMPARE(events[0].name, "a");
        QCOMPARE(events[0].data, "one\ntwo");
        QCOMPARE(events[1].name, "message");
        QCOMPARE(events[1].data, "");
        QCOMPARE(events[2].data, " x");
        QCOMPARE(events[3].data, "last");
    }
}

void TestWire::refusesEndlessEvents()
{
    SseParser parser;
    QVERIFY(parser.feed("data: ").isEmpty());
    parser.feed(QByteArray(SseParser::LongestEvent, 'x'));
    QVERIFY(parser.failed());
}

void TestWire::encodesAsDocumented()
{
    QFETCH(QString, provider);
    const gateway::ChatRequest request{.model = u"m"_s,
                                       .system = u"Be brief."_s,
                                       .messages
                                       = {{u"user"_s, u"Hi"_s}, {u"assistant"_s, u"Yes?"_s}, {u"user"_s, u"Ü"_s}},
                                       .temperature = 0.5,
                                       .maxTokens = 9,
                                       .stop = {u"END"_s},
                                       .stream = true};
    const auto sent = Wire::of(provider)->encode(QUrl(u"https://proxy.example.com/base/"_s), "KEY", request);
    const QJsonObject body = QJsonDocument::fromJson(sent.body).object();
    if (provider == "anthropic"_L1) {
        QCOMPARE(sent.url, QUrl(u"https://proxy.example.com/base/v1/messages"_s));
        QVERIFY(sent.headers.contains({"x-api-key", "KEY"})
                && sent.headers.contains({"anthropic-version", "2023-06-01"}));
        QCOMPARE(body["system"_L1].toString(), u"Be brief."_s);
        QCOMPARE(body["messages"_L1].toArray().size(), 3);
        QCOMPARE(body["max_tokens"_L1].toInt(), 9);
        QCOMPARE(body["stop_sequences"_L1].toArray(), QJsonArray{u"END"_s});
        QCOMPARE(body["stream"_L1].toBool(), true);
    } else if (provider == "gemini"_L1) {
        QCOMPARE(sent.url, QUrl(u"https://proxy.example.com/base/v1beta/models/m:streamGenerateContent?alt=sse"_s));
        QVERIFY(sent.headers.contains({"x-goog-api-key", "KEY"}));
        QCOMPARE(body["systemInstruction"_L1]["parts"_L1][0]["text"_L1].toString(), u"Be brief."_s);
        QCOMPARE(body["contents"_L1][1]["role"_L1].toString(), u"model"_s);
        QCOMPARE(body["contents"_L1][2]["parts"_L1][0]["text"_L1].toString(), u"Ü"_s);
        QCOMPARE(body["generationConfig"_L1]["maxOutputTokens"_L1].toInt(), 9);
    } else {
        const QString path
            = provider == "groq"_L1 ? u"/base/openai/v1/chat/completions"_s : u"/base/v1/chat/completions"_s;
        QCOMPARE(sent.url.path(), path);
        QVERIFY(sent.headers.contains({"Authorization", "Bearer KEY"}));
        QCOMPARE(body["messages"_L1][0]["role"_L1].toString(), u"system"_s);
        QCOMPARE(body["messages"_L1].toArray().size(), 4);
        QCOMPARE(body["max_completion_tokens"_L1].toInt(), 9);
        QCOMPARE(body["stream_options"_L1]["include_usage"_L1].toBool(), true);
    }
    QVERIFY(!sent.body.contains("KEY"));
}

/// What an agent's form offers is sent: none of it may be kept and shown and mean nothing.
void TestWire::sendsEverySettingOfTheRegistry()
{
    const auto registry = providers::Registry::builtIn();
    QVERIFY(registry);
    int settings = 0;
    for (const QString &name : (*registry)->namesOf(providers::Kind::Llm)) {
        const providers::Provider &provider = *(*registry)->provider(name);
        const auto body = [&](const QJsonObject &config) {
            const auto request = gateway::requestOf({.provider = name, .config = config, .systemPrompt = {}}, provider);
            return Wire::of(name)->encode(provider.baseUrl, "KEY", request).body;
        };
        for (const providers::Field &field : provider.section(providers::Kind::Llm)->fields) {
            if (field.secret || field.choicesFrom != providers::Field::Source::None)
                continue;
            ++settings;
            const double value = field.type == providers::FieldType::Integer ? *field.min + 2 : *field.max - 0.25;
            QVERIFY2(body({{field.name, value}}) != body({}), qPrintable(name + u' ' + field.name));
        }
    }
    QVERIFY(settings > 10);
}

void TestWire::takesAVersionAtTheEndOfTheBase()
{
    QFETCH(QString, provider);
    const QString version = provider == "gemini"_L1 ? u"/v1beta"_s : provider == "groq"_L1 ? u"/openai/v1"_s : u"/v1"_s;
    const auto at
        = [&](const QString &base) { return Wire::of(provider)->encode(QUrl(base), "KEY", {.model = u"m"_s}).url; };
    const QUrl plain = at(u"https://proxy.example.com/base"_s);
    QVERIFY(plain.path().startsWith(QString(u"/base"_s + version + u'/')));
    QCOMPARE(at(u"https://proxy.example.com/base"_s + version), plain);
    QCOMPARE(at(u"https://proxy.example.com/base"_s + version + u'/'), plain);
}

void TestWire::keepsAModelsNameInItsPlace()
{
    const auto sent
        = Wire::of(u"gemini"_s)
              ->encode(QUrl(u"https://example.com"_s), "KEY", {.model = u"../../x?key=1#\r\n%2e m"_s, .stream = true});
    QCOMPARE(sent.url.toEncoded(),
             "https://example.com/v1beta/models/"
             "..%2F..%2Fx%3Fkey%3D1%23%0D%0A%252e%20m:streamGenerateContent?alt=sse");
}

void TestWire::decodes()
{
    QFETCH(QString, provider);
    const auto reply = Wire::of(provider)->decode(wholeOf(provider));
    QVERIFY(reply);
    QCOMPARE(reply->text, u"Guten Tag"_s);
    const bool anthropic = provider == "anthropic"_L1;
    QCOMPARE(reply->finish, anthropic ? u"length"_s : u"stop"_s);
    QCOMPARE(*reply->usage.inputTokens, anthropic ? 17 : provider == "gemini"_L1 ? 4 : 19);
    QCOMPARE(*reply->usage.outputTokens, anthropic ? 6 : provider == "gemini"_L1 ? 27 : 10);
    const auto stream = Wire::of(provider)->stream();
    QString text;
    for (const auto &event : SseParser().feed(joined(streamOf(provider)))) {
        const auto piece = stream->take(event);
        QVERIFY(piece);
        text += *piece;
    }
    QCOMPARE(text, u"Guten Tag"_s);
    QVERIFY(stream->isComplete());
    QCOMPARE(stream->reply().usage.total(), 29);
    QCOMPARE(stream->reply().finish, u"stop"_s);
}

/// As xAI's reference shows it: 37, 530 and 233 that are in the total only.
void TestWire::countsWhatIsReasonedAsOutput()
{
    const QByteArray usage = R"("usage":{"prompt_tokens":37,"completion_tokens":530,"total_tokens":800,
        "completion_tokens_details":{"reasoning_tokens":233}}})";
    const auto reply = Wire::of(u"xai"_s)->decode(
        R"({"choices":[{"message":{"role":"assistant","content":"Tag"},"finish_reason":"stop"}],)" + usage);
    QVERIFY(reply);
    QCOMPARE(*reply->usage.inputTokens, 37);
    QCOMPARE(*reply->usage.outputTokens, 763);
    const auto stream = Wire::of(u"xai"_s)->stream();
    QVERIFY(stream->take({"message", R"({"choices":[],)" + usage}));
    QCOMPARE(*stream->reply().usage.outputTokens, 763);
    // A total that says less, or nothing, takes nothing away.
    for (const QByteArray &total : {R"(,"total_tokens":5)"_ba, ""_ba}) {
        QVERIFY(stream->take(
            {"message", R"({"choices":[],"usage":{"prompt_tokens":37,"completion_tokens":530)" + total + "}}"}));
        QCOMPARE(*stream->reply().usage.outputTokens, 530);
    }
}

void TestWire::refusesWhatIsNoAnswer()
{
    QFETCH(QString, provider);
    for (const QByteArray &wrong : {QByteArray(), "<html>"_ba, "[]"_ba, "{}"_ba, "{\"choices\":[]}"_ba})
        QVERIFY2(!Wire::of(provider)->decode(wrong), wrong);
    const auto stream = Wire::of(provider)->stream();
    const auto overloaded
        = stream->take({"error", R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})"});
    QVERIFY(!overloaded);
    QCOMPARE(overloaded.error().details.value(u"provider_message"_s), u"Overloaded"_s);
    QVERIFY(!stream->take({"message", "no json"}));
    QVERIFY(!stream->isComplete());
    QVERIFY(!Wire::of(u"twilio"_s) && !Wire::of(u""_s));
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that can be wrong on their own: cursors, budgets and generations under threads, the JSON writer, formats.
#include "server/api/formats.h"
#include "server/api/isotime.h"
#include "server/api/jsonwriter.h"
#include "server/api/metrics.h"
#include "server/api/paging.h"
#include "server/api/ratelimiter.h"
#include "server/api/responsecache.h"
#include "server/api/schemalibrary.h"
#include "server/api/storedanswer.h"

#include <QJsonDocument>
#include <QTest>

#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace api;

class ApiPartsTest : public QObject
{
    Q_OBJECT
private slots:
    void cursorsReturn();
    void cursorsRefuseOthers();
    void cursorsSurviveNoise();
    void limiterIsExactUnderThreads();
    void limiterForgets();
    void limiterStaysBounded();
    void limiterSurvivesClockJumps();
    void cacheNeverServesOldUnderThreads();
    void writesJson();
    void times();
    void formats_data();
    void formats();
    void schemaMistakesAreFound();
    void storedAnswers();
    void sumsUpWhatWasAnswered();
};

void ApiPartsTest::cursorsReturn()
{
    const Cursor cursor{u"-createdAt"_s, true, {1700000000123LL, u"id-1 ü"_s, QJsonValue::Null}};
    const auto back = Cursor::decode(cursor.encode(), u"-createdAt"_s, 3);
    QVERIFY(back);
    QCOMPARE(back->key, cursor.key);
    QVERIFY(back->backward);
    const auto page = pageFrom({{u"cursor"_s, cursor.encode()}, {u"limit"_s, 7}}, u"-createdAt"_s, 3);
    QVERIFY(page);
    QCOMPARE(page->page, 0);
    QCOMPARE(page->fetch(), 8);
}

void ApiPartsTest::cursorsRefuseOthers()
{
    const QString text = Cursor{u"name"_s, false, {u"a"_s, u"b"_s}}.encode();
    QVERIFY(!Cursor::decode(text, u"email"_s, 2));
    QVERIFY(!Cursor::decode(text, u"name"_s, 1));
    QVERIFY(!pageFrom({{u"cursor"_s, text}, {u"page"_s, 1}}, u"name"_s, 2));
    QCOMPARE(Cursor::decode(u"x"_s, u"name"_s, 2).error().code, ErrorCode::BadRequest);
    QVERIFY(Cursor::decode(u""_s, u"name"_s, 2).error().details.contains(u"cursor"_s));
}

void ApiPartsTest::cursorsSurviveNoise()
{
    std::mt19937 random(42);
    const QString good = Cursor{u"name"_s, false, {u"a"_s, 7}}.encode();
    for (int i = 0; i < 5000; ++i) {
        QString text = good;
        const int edits = 1 + int(random() % 4);
        for (int e = 0; e < edits; ++e) {
            const qsizetype at = qsizetype(random() % unsigned(text.size()));
            if (random() % 3 == 0)
                text.remove(at, 1);
            else
                text[at] = QChar(char16_t(random() % 3 == 0 ? random() % 0xffff : 0x20 + random() % 0x5f));
        }
        const auto decoded = Cursor::decode(text, u"name"_s, 2);
        if (decoded)
            QCOMPARE(decoded->encode(), good); // the edit undid itself
    }
}

void ApiPartsTest::limiterIsExactUnderThreads()
{
    RateLimiter limiter(1000);
    std::atomic<int> allowed = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 5000; ++i) {
                if (limiter.take({RateKey::Kind::User, u"ada"_s}, 7777, 3600, 1000).allowed)
                    ++allowed;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(allowed.load(), 7777);
}

void ApiPartsTest::limiterForgets()
{
    RateLimiter limiter(1000);
    const RateKey key{RateKey::Kind::User, u"ada"_s};
    QVERIFY(limiter.take(key, 1, 60, 0).allowed);
    QVERIFY(!limiter.take(key, 1, 60, 59'999).allowed);
    QVERIFY(!limiter.peek(key, 1, 60, 59'999).allowed);
    QVERIFY(limiter.take(key, 1, 60, 60'000).allowed);
    QVERIFY(limiter.take({RateKey::Kind::Key, u"ada"_s}, 1, 60, 60'000).allowed);
}

void ApiPartsTest::limiterStaysBounded()
{
    RateLimiter limiter(1600);
    for (int i = 0; i < 20'000; ++i)
        (void)limiter.take({RateKey::Kind::Address, QString::number(i)}, 5, 3600, i);
    QVERIFY(limiter.size() <= 1600);
    for (int i = 0; i < 100; ++i)
        (void)limiter.take({RateKey::Kind::Address, QString::number(i)}, 5, 60, 100'000'000 + i);
    QVERIFY(limiter.size() <= 1600);
}

void ApiPartsTest::limiterSurvivesClockJumps()
{
    RateLimiter limiter(100);
    const RateKey key{RateKey::Kind::User, u"ada"_s};
    QVERIFY(limiter.take(key, 1, 60, 1'000'000'000).allowed);
    QVERIFY(limiter.take(key, 1, 60, 0).allowed); // set back by days: nobody waits for days
}

void ApiPartsTest::cacheNeverServesOldUnderThreads()
{
    ResponseCache cache(1024 * 1024, std::chrono::seconds(300));
    std::atomic<int> row = 0; // the "database"
    std::atomic<bool> stop = false;
    std::atomic<int> stale = 0;
    std::vector<std::thread> readers;
    for (int t = 0; t < 3; ++t) {
        readers.emplace_back([&] {
            while (!stop) {
                const quint64 generation = cache.generation(Tag::Users);
                const auto held = cache.find("k", Tag::Users, 0);
                if (!held)
                    cache.store("k", Tag::Users, {Answer{.json = QByteArray::number(row.load())}, {}, {}, generation},
                                0);
            }
        });
    }
    for (int i = 1; i <= 20'000; ++i) {
        row = i;
        cache.changed(Tag::Users);
        const auto held = cache.find("k", Tag::Users, 0);
        if (held && held->answer.json.toInt() < i)
            ++stale;
    }
    stop = true;
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(stale.load(), 0);
}

void ApiPartsTest::writesJson()
{
    JsonWriter json;
    json.beginObject()
        .member("text"_L1, u"ü \"quoted\" \n"_s)
        .member("whole"_L1, 1640995200000LL)
        .member("part"_L1, 12.5)
        .member("nan"_L1, qQNaN())
        .member("flag"_L1, true)
        .member("time"_L1, QDateTime(QDate(2024, 1, 1), QTime(1, 0), Qt::OffsetFromUTC, 3600))
        .member("never"_L1, QDateTime())
        .member("day"_L1, QDate(2024, 2, 29))
        .member("maybe"_L1, std::optional<int>())
        .member("tree"_L1, QJsonValue(QJsonObject{{u"n"_s, 9007199254740991LL}}))
        .key("raw"_L1)
        .raw("[1,2]")
        .endObject();
    const QByteArray expected
        = QByteArray(R"({"text":"ü \"quoted\" \n","whole":1640995200000,"part":12.5,"nan":null,"flag":true,)"
                     R"("time":"2024-01-01T00:00:00.000Z","never":null,"day":"2024-02-29","maybe":null,)"
                     R"("tree":{"n":9007199254740991},"raw":[1,2]})");
    QCOMPARE(json.take(), expected);
    QCOMPARE(json.beginArray().value(1).endArray().take(), QByteArray("[1]"));
}

void ApiPartsTest::times()
{
    for (const qint64 ms : {0LL, -1LL, 951782400000LL, 1704067199999LL, 253402300799999LL}) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
        QCOMPARE(isoTime(ms), time.toString(Qt::ISODateWithMs).toLatin1());
        QCOMPARE(isoTimeSeconds(ms), time.toString(Qt::ISODate).toLatin1());
        QCOMPARE(httpDate(ms), QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1());
    }
}

void ApiPartsTest::formats_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fine");
    const auto row = [](const char *format, const QString &text, bool fine) {
        QTest::addRow("%s %s", format, qUtf8Printable(text.left(40))) << QString::fromLatin1(format) << text << fine;
    };
    for (const QString &good : {u"a@b.co"_s, u"first.last+tag@sub.example.com"_s, u"o'neil@example.org"_s})
        row("email", good, true);
    for (const QString &bad :
         {u""_s, u"a"_s, u"a@"_s, u"@b.co"_s, u"a@b"_s, u"a b@c.de"_s, u"a@b..co"_s, u".a@b.co"_s, u"a@b.co\n"_s,
          u"a@-b.co"_s, QString(u"a"_s.repeated(65) + u"@b.co"_s), QString(u"a."_s.repeated(100'000) + u"@b.co"_s)})
        row("email", bad, false);
    row("date-time", u"2024-01-01T00:00:00Z"_s, true);
    row("date-time", u"2024-01-01T00:00:00.000+05:30"_s, true);
    row("date-time", u"2024-01-01T00:00:00"_s, false);
    row("date-time", u"2024-13-01T00:00:00Z"_s, false);
    row("date-time", u"2024-01-01"_s, false);
    row("date", u"2023-02-29"_s, false);
    row("date", u"2024-02-29"_s, true);
    row("uri", u"https://example.com/x"_s, true);
    row("uri", u"/relative"_s, false);
    row("uri", u"http://"_s, false);
    row("uuid", u"123e4567-e89b-12d3-a456-426614174000"_s, true);
    row("uuid", u"123e4567"_s, false);
}

void ApiPartsTest::formats()
{
    QFETCH(QString, format);
    QFETCH(QString, text);
    QFETCH(bool, fine);
    QCOMPARE(fits(*formatFromText(format), text), fine);
}

void ApiPartsTest::schemaMistakesAreFound()
{
    // In variables: moc cannot read raw strings within a macro's arguments.
    const Schema object = R"({"type":"object"})";
    const Schema array = R"({"type":"array"})";
    const Schema known = R"({"$ref":"#/components/schemas/Good"})";
    const QList<Schema> wrong{
        R"({"$ref":"#/components/schemas/Missing"})",
        R"({"type":)",
        R"({"type":"object","properties":{"a":{"type":"string","pattern":"["}}})",
        R"({"type":"object","properties":{"a":{"type":"string","format":"e-mail"}}})",
    };
    SchemaLibrary schemas;
    QVERIFY(schemas.add({{"Good", object}}));
    QVERIFY(schemas.compile(known));
    for (const Schema &schema : wrong)
        QVERIFY2(!schemas.compile(schema), schema.constData());
    QVERIFY(!schemas.add({{"Good", array}}));
    QVERIFY(schemas.add({{"Good", object}}));
}

void ApiPartsTest::storedAnswers()
{
    Answer answer{.status = 201, .json = "{\"a\":1}", .wrap = Wrap::Members};
    answer.headers.add("Location", "/x");
    const auto back = outcomeFromBytes(toBytes(answer));
    QVERIFY(back && *back);
    QCOMPARE((*back)->status, 201);
    QCOMPARE((*back)->json, answer.json);
    QCOMPARE((*back)->wrap, Wrap::Members);
    QCOMPARE((*back)->headers.value("location"), QByteArray("/x"));
    Error error{.code = ErrorCode::ResourceConflict, .message = u"taken"_s, .details = {{u"email"_s, u"taken"_s}}};
    const auto failed = outcomeFromBytes(toBytes(error));
    QVERIFY(failed && !*failed);
    QCOMPARE(failed->error().code, ErrorCode::ResourceConflict);
    QCOMPARE(failed->error().details, error.details);
    QVERIFY(!outcomeFromBytes("garbage"));
    QVERIFY(!outcomeFromBytes(toBytes(answer).chopped(3)));
}

void ApiPartsTest::sumsUpWhatWasAnswered()
{
    Metrics metrics;
    QCOMPARE(metrics.summary().requests, 0);
    QVERIFY(!metrics.summary().p50 && !metrics.summary().cacheHitPercent);
    const Metrics::Series one = metrics.series("GET", "/one");
    const Metrics::Series other = metrics.series("POST", "/other");
    for (int i = 0; i < 90; ++i)
        one.count(Version::V1, 200, 0.003);
    for (int i = 0; i < 10; ++i)
        other.count(Version::V2, 503, 0.3);
    for (const bool hit : {true, true, true, false})
        metrics.countCache(hit);
    const Metrics::Summary summary = metrics.summary();
    QCOMPARE(summary.requests, 100);
    QCOMPARE(summary.errors, 10);
    QVERIFY(summary.p50 && *summary.p50 > 0.0025 && *summary.p50 <= 0.005);
    QVERIFY(summary.p95 && *summary.p95 > 0.25 && *summary.p95 <= 0.5);
    QVERIFY(summary.p99 && *summary.p99 > *summary.p95);
    QCOMPARE(summary.cacheHitPercent, 75.0);
    other.count({}, 200, 60); // beyond the last boundary
    QVERIFY(*metrics.summary().p99 <= 10);
}

QTEST_GUILESS_MAIN(ApiPartsTest)
#include "tst_api_parts.moc"

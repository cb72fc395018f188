// SPDX-License-Identifier: GPL-3.0-or-later
// The quick verdict on a body is the thorough one: on random documents that hold what schemas ask for, and what they
// do not.
#include "server/api/isotime.h"
#include "server/api/jsondocument_p.h"
#include "server/api/schemalibrary.h"
#include "server/api/schemarules.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace api;

namespace
{
/// What is of interest to the schemas below, at and beside every limit.
class Documents
{
public:
    explicit Documents(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray next() { return object(0); }

private:
    qsizetype below(qsizetype n) { return qsizetype(m_random() % quint32(n)); }
    template<typename List>
    QByteArray of(const List &list)
    {
        return list[below(std::size(list))];
    }

    QByteArray value(int depth)
    {
        switch (below(depth < 3 ? 12 : 8)) {
        case 0:
        case 1:
        case 2:
            return '"' + text() + '"';
        case 3:
        case 4:
        case 5:
            return number();
        case 6:
            return below(2) ? "true" : "false";
        case 7:
            return "null";
        case 8:
        case 9:
            return array(depth + 1);
        default:
            return object(depth + 1);
        }
    }

    QByteArray text()
    {
        static const QByteArray texts[] = {"",
                                           "a",
                                           "ab",
                                           "abc",
                                           "abcd",
                                           "\u00e4",
                                           "\u00e4\u00f6",
                                           "\u00e4\u00f6\u00fc",
                                           "\u00e4\u00f6\u00fc\u00df",
                                           "\xf0\x9f\x98\x80",
                                           "\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80",
                                           "BIG",
                                           "SMALL",
                                           "big",
                                           "2024-02-29",
                                           "2023-02-29",
                                           "0000-01-01",
                                           "2024-1-01",
                                           "2024-01-31T15:30:00Z",
                                           "2024-01-31t23:59:60.123456789+23:59",
                                           "2024-01-31 15:30:00z",
                                           "2024-01-31T24:00:00Z",
                                           "2024-01-31T15:30:00",
                                           "2024-01-31T15:30:00.Z",
                                           "2024-01-31T15:30:00.1234567890Z",
                                           "2024-01-31T15:30:00+2:00",
                                           "15:30:00Z",
                                           "ada@mail.example",
                                           "https://a.example/x",
                                           "123e4567-e89b-12d3-a456-426614174000",
                                           "+4912345",
                                           "+49 12345"};
        return of(texts);
    }

    QByteArray number()
    {
        static const QByteArray numbers[] = {"0",
                                             "1",
                                             "-1",
                                             "2",
                                             "3",
                                             "4",
                                             "1.5",
                                             "0.999999",
                                             "3.0",
                                             "-0.0",
                                             "1e2",
                                             "2.5e-1",
                                             "1000000000",
                                             "1000000001",
                                             "9007199254740993",
                                             "9223372036854775807",
                                             "9223372036854775808",
                                             "18446744073709551615",
                                             "-9223372036854775808",
                                             "1e300",
                                             "0.1"};
        return of(numbers);
    }

    QByteArray array(int depth)
    {
        QByteArrayList items;
        for (qsizetype n = below(5); n > 0; --n)
            items << value(depth);
        return '[' + items.join(',') + ']';
    }

    QByteArray object(int depth)
    {
        static const QByteArrayList names{"a", "b", "c", "d", "e", "other"};
        QByteArrayList members;
        for (const QByteArray &name : names) {
            if (below(2))
                members.insert(below(members.size() + 1), '"' + name + "\":" + value(depth));
        }
        return '{' + members.join(',') + '}';
    }

    std::mt19937 m_random;
};

// Not in the class: moc loses its way in raw strings there.
QList<Component> components()
{
    return {{"Node", R"({"type":"object","required":["a"],"properties":{"a":{"type":["integer","null"]},
                         "b":{"$ref":"#/components/schemas/Node"}}})"},
            {"Kind", R"({"enum":["BIG","SMALL"]})"}};
}
}

class SchemasTest : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data();
    void verdicts();
    void numbersAreReadExactly();
    void leavesToOthersWhatItCannotTell_data();
    void leavesToOthersWhatItCannotTell();
    void wrongBodiesCostNoMoreThanTheirComplaints_data();
    void wrongBodiesCostNoMoreThanTheirComplaints();
    void sizesAreSaid_data();
    void sizesAreSaid();
    void timesAreReadAsQtReadsThem();
};

void SchemasTest::verdicts_data()
{
    QTest::addColumn<QByteArray>("schema");
    const auto row = [](const char *name, const char *schema) { QTest::newRow(name) << QByteArray(schema); };
    row("types", R"({"properties":{"a":{"type":"string"},"b":{"type":"integer"},"c":{"type":"number"},
        "d":{"type":["array","boolean"]},"e":{"type":["null","object"]}}})");
    row("closed",
        R"({"type":"object","additionalProperties":false,"properties":{"a":{},"b":{},"c":{},"d":{},"e":{}}})");
    row("required", R"({"type":"object","required":["a","c"],"properties":{"a":{},"b":{},"c":{}}})");
    row("ranges", R"({"properties":{"a":{"minimum":1,"maximum":3},"b":{"exclusiveMinimum":1,"exclusiveMaximum":3},
        "c":{"type":"integer","minimum":0,"maximum":1000000000},"d":{"type":["number","string"],"minimum":0.1}}})");
    row("lengths", R"({"properties":{"a":{"type":"string","minLength":1,"maxLength":3},"b":{"minLength":2},
        "c":{"maxLength":2},"d":{"minLength":3,"maxLength":3}}})");
    row("lists", R"({"properties":{"a":{"type":"array","minItems":1,"maxItems":3,"items":{"type":"integer"}},
        "b":{"items":{"minLength":1}},"c":{"type":"array","items":{"type":["string","number","null"]}}}})");
    row("members", R"({"minProperties":1,"maxProperties":3,"additionalProperties":{"type":["string","number"]},
        "properties":{"a":{"type":"array"}}})");
    row("choices", R"({"properties":{"a":{"enum":["BIG","SMALL"]},"b":{"type":"string","enum":["abc"]},
        "c":{"const":"BIG"}}})");
    row("formats", R"({"properties":{"a":{"format":"date-time"},"b":{"format":"date"},"c":{"format":"time"},
        "d":{"format":"email"},"e":{"anyOf":[{}],"format":"uri"},"other":{"type":"string","format":"uuid"}}})");
    row("patterns", R"({"properties":{"a":{"pattern":"^\\+[0-9]+$"},"b":{"type":"string","pattern":"^[a-z]*$"}}})");
    row("parts", R"({"allOf":[{"required":["a"],"properties":{"a":{"type":"string"}}},
        {"properties":{"a":{"maxLength":2},"b":{"type":"number"}}}]})");
    row("references", R"({"properties":{"a":{"$ref":"#/components/schemas/Kind"},
        "b":{"$ref":"#/components/schemas/Node"}}})");
    row("words", R"({"title":"T","description":"d","properties":{"a":{"title":"A","default":1,"type":"integer"}}})");
}

void SchemasTest::verdicts()
{
    QFETCH(QByteArray, schema);
    SchemaLibrary library;
    QVERIFY(library.add(components()));
    const auto compiled = library.compile(schema);
    QVERIFY2(compiled, schema.constData());
    Documents documents(20261129);
    int valid = 0;
    int invalid = 0;
    for (int i = 0; i < 4000; ++i) {
        const QByteArray text = documents.next();
        const auto document = JsonDocument::parse(text);
        QVERIFY2(document, text.constData());
        const bool fits = (*compiled)->surelyFits(*document);
        const auto complaints = (*compiled)->checkThoroughly(*document);
        QVERIFY2(!fits || complaints.isEmpty(),
                 qPrintable(QString::fromUtf8(text) + u' ' + complaints.keys().join(u' ')));
        // Whole numbers beyond 64 bits with a sign, and what anyOf says, are left to valijson.
        const bool told = !text.contains("18446744073709551615") && !text.contains("9223372036854775808")
            && !(schema.contains("anyOf") && text.contains("\"e\":"));
        QVERIFY2(fits || !complaints.isEmpty() || !told, text.constData());
        QCOMPARE((*compiled)->check(*document), complaints);
        ++(complaints.isEmpty() ? valid : invalid);
    }
    QVERIFY2(valid > 50 && (invalid > 100 || schema.contains("default")),
             qPrintable(QString::number(valid) + u' ' + QString::number(invalid)));
}

/// To the last bit, however many digits they are written with.
void SchemasTest::numbersAreReadExactly()
{
    QByteArrayList written{"0.1",
                           "-2.5e-3",
                           "1.7976931348623157e308",
                           "123456789012345678901234567890",
                           "5e-324",
                           "4e-330",
                           "1e23",
                           "9007199254740993.00001",
                           "0.30000000000000004"};
    QRandomGenerator random(20261130);
    while (written.size() < 20'000)
        written << QByteArray::number((random.generateDouble() - 0.5) * std::pow(10, random.bounded(-300, 300)), 'e',
                                      16);
    const auto document = JsonDocument::parse("[" + written.join(", ") + "]");
    QVERIFY(document);
    const QJsonArray numbers = document->toValue().toArray();
    for (qsizetype i = 0; i < written.size(); ++i)
        QVERIFY2(numbers[i].toDouble() == written[i].toDouble(), written[i].constData());
    const auto tooLarge = JsonDocument::parse(R"({"a":31e308})");
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().message, u"The body is not valid JSON (byte 5): A number is too large."_s);
}

void SchemasTest::leavesToOthersWhatItCannotTell_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("wrong");
    const auto row = [](const char *name, const char *schema, const char *wrong) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(wrong);
    };
    row("one of", R"({"oneOf":[{"required":["a"]},{"required":["b"]}]})", R"({"a":1,"b":1})");
    row("not", R"({"not":{"required":["a"]}})", R"({"a":1})");
    row("unique", R"({"properties":{"a":{"uniqueItems":true}}})", R"({"a":[1,1]})");
    row("multiple", R"({"properties":{"a":{"multipleOf":2}}})", R"({"a":3})");
    row("patterns of names", R"({"patternProperties":{"^a":{"type":"string"}}})", R"({"ab":1})");
    row("tuples", R"({"properties":{"a":{"items":[{"type":"string"}]}}})", R"({"a":[1]})");
    row("never", R"({"properties":{"a":false}})", R"({"a":1})");
    row("numbers to choose from", R"({"properties":{"a":{"enum":[1,2]}}})", R"({"a":3})");
    row("required and unknown", R"({"required":["z"]})", R"({"a":3})");
    row("beside a reference", R"({"$ref":"#/components/schemas/Node","maxProperties":1})", R"({"a":1,"c":1})");
}

void SchemasTest::leavesToOthersWhatItCannotTell()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, wrong);
    SchemaLibrary library;
    QVERIFY(library.add(components()));
    const auto compiled = library.compile(schema);
    QVERIFY2(compiled, schema.constData());
    const auto document = JsonDocument::parse(wrong);
    QVERIFY(document);
    QVERIFY(!(*compiled)->surelyFits(*document));
    QVERIFY(!(*compiled)->check(*document).isEmpty());
}

void SchemasTest::wrongBodiesCostNoMoreThanTheirComplaints_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("complaints");
    const QByteArray zeros = "[" + QByteArray("0,").repeated(999'999) + "0]";
    QByteArrayList members;
    for (int i = 0; i < 200'000; ++i)
        members << "\"n" + QByteArray::number(i) + "\":0";
    const QByteArray many = "{" + members.join(',') + "}";
    const QByteArray items = R"("items":{"type":"object","required":["id"]})";
    const auto row = [](const char *name, const QByteArray &schema, const QByteArray &body, int complaints) {
        QTest::newRow(name) << schema << body << complaints;
    };
    row("too many entries", R"({"properties":{"a":{"type":"array","maxItems":1000,)" + items + "}}}",
        "{\"a\":" + zeros + "}", 1);
    row("too many entries, unique", R"({"properties":{"a":{"uniqueItems":true,"maxItems":1000,)" + items + "}}}",
        "{\"a\":" + zeros + "}", 1);
    row("entries without a bound", R"({"properties":{"a":{"type":"array",)" + items + "}}}", "{\"a\":" + zeros + "}",
        100);
    row("unknown fields", R"({"type":"object","additionalProperties":false,"properties":{"a":{}}})", many, 1);
    row("too many fields", R"({"maxProperties":50,"additionalProperties":{"type":"string"}})", many, 1);
    row("a part without a bound", R"({"properties":{"a":{"allOf":[{"type":"array"},{)" + items + "}]}}}",
        "{\"a\":" + zeros + "}", 100);
    row("fields without a bound", R"({"additionalProperties":{"type":"string"}})", many, 100);
}

void SchemasTest::wrongBodiesCostNoMoreThanTheirComplaints()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, body);
    QFETCH(int, complaints);
    const auto document = JsonDocument::parse(body);
    QVERIFY(document);
    SchemaRules rules;
    QVERIFY(rules.compile(QJsonDocument::fromJson(schema).object(), {}));
    Complaints said;
    const auto told = rules.explain(document->data().root, said);
    QCOMPARE(said.size(), complaints);
    QVERIFY(told.isEnough);
    QVERIFY2(told.visited <= complaints + 10, qPrintable(QString::number(told.visited)));
    SchemaLibrary library;
    QCOMPARE((*library.compile(schema))->check(*document), said);
}

void SchemasTest::sizesAreSaid_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *schema, const QByteArray &body, const char *field,
                        const char *said) {
        QTest::newRow(name) << QByteArray(schema) << body << QString::fromLatin1(field) << QString::fromLatin1(said);
    };
    row("alone",
        R"({"required":["b"],"properties":{"a":{"maxItems":2,"items":{"type":"string"}},"b":{"type":"string"}}})",
        R"({"a":[1,2,3],"b":1})", "a", "A must have at most 2 entries");
    row("through a reference", R"({"properties":{"a":{"allOf":[{"items":{"type":"string"}},{"maxItems":2}]}}})",
        R"({"a":[1,2,3]})", "a", "A must have at most 2 entries");
    row("fields", R"({"maxProperties":1})", R"({"a":1,"b":2})", "", "The body must have at most 1 fields");
    row("no fields", R"({"minProperties":1})", "{}", "", "The body must not be empty");
    row("constant", R"({"properties":{"a":{"const":"x"}}})", R"({"a":"y"})", "a", "A must be x");
    QByteArrayList members;
    for (int i = 0; i < 101; ++i)
        members << "\"n" + QByteArray::number(i) + "\":0";
    QByteArray entries = "0";
    for (int i = 0; i < 30'000; ++i)
        entries += ",0";
    row("what only valijson knows", R"({"properties":{"a":{"type":"array","items":{"multipleOf":2,"minimum":1}}}})",
        "{\"a\":[" + entries + "]}", "", "The body is not valid");
    row("unknown", R"({"properties":{"a":{"additionalProperties":false}}})", "{\"a\":{" + members.join(',') + "}}", "a",
        "A has more than 100 unknown fields");
}

void SchemasTest::sizesAreSaid()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    QFETCH(QString, said);
    SchemaLibrary library;
    const auto complaints = (*library.compile(schema))->check(*JsonDocument::parse(body));
    QCOMPARE(complaints, (Complaints{{field, said}}));
}

void SchemasTest::timesAreReadAsQtReadsThem()
{
    std::mt19937 random(7);
    const QByteArray alphabet = "0123456789-:.TZ+ ";
    int read = 0;
    for (int i = 0; i < 20000; ++i) {
        QByteArray text = isoTime(qint64(random() % 4000000000U) * 1000 + qint64(random() % 1000));
        if (random() % 2)
            text.remove(19 + qsizetype(random() % 4), 1 + qsizetype(random() % 4));
        for (quint32 n = random() % 3; n > 0; --n)
            text[qsizetype(random() % quint32(text.size()))] = alphabet[qsizetype(random() % quint32(alphabet.size()))];
        const auto ms = msOfIsoTime(std::string_view(text.constData(), std::size_t(text.size())));
        if (!ms)
            continue;
        ++read;
        const QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
        QVERIFY2(time.isValid() && time.toMSecsSinceEpoch() == *ms, text.constData());
    }
    QVERIFY2(read > 5000, qPrintable(QString::number(read)));
}

QTEST_GUILESS_MAIN(SchemasTest)
#include "tst_schemas.moc"

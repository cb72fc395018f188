// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a legacy call: all that it says, or what is said of the rest.
#include "server/legacy/legacyexamination.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
/// A call of this and its id, as a list's only one.
legacy::Export callOf(QJsonObject row)
{
    row.insert(u"id"_s, u"c1"_s);
    return {.users = {}, .agents = {}, .campaigns = {}, .calls = {row}};
}

/// What is said of the list's rows: "warning DIRECTION_NOT_TAKEN".
QStringList said(const legacy::Export &exported)
{
    const auto issues = legacy::examine(exported, [](const QJsonObject &) { return QMap<QString, QString>(); });
    if (!issues)
        return {issues.error().message};
    QStringList found;
    for (const legacy::Issue &issue : *issues) {
        if (issue.row == "calls[0]"_L1)
            found << u"%1 %2"_s.arg(legacy::toWire(issue.severity), issue.code);
    }
    return found;
}

QByteArray compact(const QJsonArray &tree) { return QJsonDocument(tree).toJson(QJsonDocument::Compact); }
}

class TestLegacyCalls : public QObject
{
    Q_OBJECT

private slots:
    void takesMetadata_data();
    void takesMetadata();
    void takesTranscripts_data();
    void takesTranscripts();
    void takesDirections_data();
    void takesDirections();
    void takesCostAndCarrier();
    void anEmptyTextSaysNothing_data();
    void anEmptyTextSaysNothing();
    void namesWhatIsNotTaken();
    void holdsToWhatTheApiTakes_data();
    void holdsToWhatTheApiTakes();
};

void TestLegacyCalls::takesMetadata_data()
{
    QTest::addColumn<QJsonObject>("row");
    QTest::addColumn<QByteArray>("meta"); // empty: an error stands in the way
    QTest::addColumn<QStringList>("issues");
    const QJsonObject lead{{u"lead"_s, 7}};
    const QJsonObject other{{u"lead"_s, 8}};
    const auto row = [](const char *name, const QJsonObject &fields, const QByteArray &meta,
                        const QStringList &issues) { QTest::newRow(name) << fields << meta << issues; };
    const QStringList renamed{u"info METADATA_RENAMED"_s};
    const QStringList invalid{u"error INVALID_VALUE"_s};
    row("metadata", {{u"metadata"_s, lead}}, R"({"lead":7})", renamed);
    row("call_meta", {{u"call_meta"_s, lead}}, R"({"lead":7})", {});
    row("both", {{u"call_meta"_s, lead}, {u"metadata"_s, other}}, R"({"lead":7})",
        {u"warning METADATA_AND_CALL_META"_s});
    row("call_meta of nothing", {{u"call_meta"_s, QJsonValue()}, {u"metadata"_s, lead}}, R"({"lead":7})", renamed);
    row("empty call_meta", {{u"call_meta"_s, u"{}"_s}, {u"metadata"_s, lead}}, R"({"lead":7})", renamed);
    row("metadata of nothing", {{u"call_meta"_s, lead}, {u"metadata"_s, QJsonValue()}}, R"({"lead":7})", {});
    row("text of an object", {{u"metadata"_s, u" {\"lead\": 7}"_s}}, R"({"lead":7})", renamed);
    row("text of call_meta", {{u"call_meta"_s, u"{\"lead\": 7}"_s}}, R"({"lead":7})", {});
    row("text of null", {{u"metadata"_s, u"null"_s}}, "none", {});
    row("blank text", {{u"metadata"_s, u" "_s}}, "none", {});
    row("empty list", {{u"metadata"_s, QJsonArray()}}, "none", {});
    row("list", {{u"metadata"_s, QJsonArray{lead}}}, {}, invalid);
    row("text of a list", {{u"metadata"_s, u"[7]"_s}}, {}, invalid);
    row("any text", {{u"metadata"_s, u"lead 7"_s}}, {}, invalid);
    row("number", {{u"call_meta"_s, 7}}, {}, invalid);
    row("large", {{u"call_meta"_s, QJsonObject{{u"x"_s, QString(17'000, u'x')}}}}, {}, invalid);
}

void TestLegacyCalls::takesMetadata()
{
    QFETCH(QJsonObject, row);
    QFETCH(QByteArray, meta);
    QFETCH(QStringList, issues);
    QCOMPARE(said(callOf(row)), issues);
    if (meta.isEmpty())
        return;
    const auto report = legacy::callFrom(row);
    QVERIFY(report);
    QCOMPARE(report->callMeta.value_or("none"), meta);
}

void TestLegacyCalls::takesTranscripts_data()
{
    QTest::addColumn<QJsonValue>("transcript");
    QTest::addColumn<QByteArray>("turns"); // empty: an error stands in the way
    QTest::addColumn<QStringList>("issues");
    const auto row = [](const char *name, const QJsonValue &transcript, const QByteArray &turns,
                        const QStringList &issues) { QTest::newRow(name) << transcript << turns << issues; };
    const QJsonArray hello{QJsonObject{{u"role"_s, u"user"_s}, {u"text"_s, u"Hello"_s}}};
    row("turns", hello, compact(hello), {});
    row("text of turns", QString::fromUtf8(compact(hello)), compact(hello), {});
    row("text", u"Agent: Hello\r\n\nUser: Bye"_s, R"([{"text":"Agent: Hello"},{"text":"User: Bye"}])",
        {u"info TRANSCRIPT_SPLIT"_s});
    row("list of texts", QJsonArray{u"Hello"_s, u"Bye"_s}, R"([{"text":"Hello"},{"text":"Bye"}])", {});
    row("other names", QJsonArray{QJsonObject{{u"role"_s, QJsonValue()}, {u"content"_s, u"Hi"_s}}},
        R"([{"content":"Hi","text":"Hi"}])", {});
    row("empty text", QJsonArray{QJsonObject{{u"text"_s, u""_s}, {u"message"_s, u"Hi"_s}}},
        R"([{"message":"Hi","text":"Hi"}])", {});
    row("time without a zone", QJsonArray{QJsonObject{{u"text"_s, u"Hi"_s}, {u"at"_s, u"2022-05-01T10:00:00"_s}}},
        R"([{"at":"2022-05-01T10:00:00.000Z","text":"Hi"}])", {});
    row("none", QJsonValue(), "none", {});
    row("empty", QJsonArray(), "none", {});
    row("turn without a word", QJsonArray{QJsonObject{{u"role"_s, u"user"_s}}}, {}, {u"error INVALID_VALUE"_s});
    row("object", QJsonObject{{u"turns"_s, hello}}, {}, {u"error INVALID_VALUE"_s});
    row("number", 7, {}, {u"error INVALID_VALUE"_s});
}

void TestLegacyCalls::takesTranscripts()
{
    QFETCH(QJsonValue, transcript);
    QFETCH(QByteArray, turns);
    QFETCH(QStringList, issues);
    const QJsonObject row{{u"transcript"_s, transcript}};
    QCOMPARE(said(callOf(row)), issues);
    if (turns.isEmpty())
        return;
    const auto report = legacy::callFrom(row);
    QVERIFY(report);
    QCOMPARE(report->transcript.value_or("none"), turns);
}

void TestLegacyCalls::takesDirections_data()
{
    QTest::addColumn<QJsonValue>("direction");
    QTest::addColumn<QString>("taken");
    QTest::addColumn<bool>("told");
    QTest::newRow("inbound") << QJsonValue(u"inbound"_s) << u"inbound"_s << false;
    QTest::newRow("capital") << QJsonValue(u"Inbound"_s) << u"inbound"_s << false;
    QTest::newRow("in") << QJsonValue(u"in"_s) << u"inbound"_s << false;
    QTest::newRow("Twilio's") << QJsonValue(u"outbound-api"_s) << u"outbound"_s << false;
    QTest::newRow("none") << QJsonValue() << u"outbound"_s << false;
    QTest::newRow("blank") << QJsonValue(u""_s) << u"outbound"_s << false;
    QTest::newRow("another") << QJsonValue(u"sideways"_s) << u"outbound"_s << true;
    QTest::newRow("number") << QJsonValue(1) << u"outbound"_s << true;
}

void TestLegacyCalls::takesDirections()
{
    QFETCH(QJsonValue, direction);
    QFETCH(QString, taken);
    QFETCH(bool, told);
    const QJsonObject row{{u"direction"_s, direction}};
    QCOMPARE(said(callOf(row)), told ? QStringList{u"warning DIRECTION_NOT_TAKEN"_s} : QStringList());
    const auto report = legacy::callFrom(row);
    QVERIFY(report && report->direction);
    QCOMPARE(QString(calls::toWire(*report->direction)), taken);
}

void TestLegacyCalls::takesCostAndCarrier()
{
    const auto one = legacy::callFrom({{u"cost"_s, 0.0125}, {u"carrier"_s, u"twilio"_s}});
    QVERIFY(one);
    QCOMPARE(one->cost.value_or(-1), 12'500'000);
    QCOMPARE(one->carrier.value_or(QString()), u"twilio"_s);
    const auto other = legacy::callFrom({{u"cost"_s, u"2.5"_s}, {u"provider"_s, u"vonage"_s}});
    QVERIFY(other);
    QCOMPARE(other->cost.value_or(-1), 2'500'000'000);
    QCOMPARE(other->carrier.value_or(QString()), u"vonage"_s);
    const auto neither = legacy::callFrom({{u"cost"_s, QJsonValue()}});
    QVERIFY(neither);
    QVERIFY(!neither->cost && !neither->carrier);
}

void TestLegacyCalls::anEmptyTextSaysNothing_data()
{
    QTest::addColumn<QString>("empty");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("taken"); // the member of the API that it becomes
    const auto row = [](const QString &empty, const QString &other, const QString &taken) {
        QTest::addRow("%ls", qUtf16Printable(other)) << empty << other << taken;
    };
    row(u"external_id"_s, u"call_sid"_s, u"external_id"_s);
    row(u"carrier"_s, u"provider"_s, u"carrier"_s);
    row(u"from_number"_s, u"from"_s, u"from_number"_s);
    row(u"to_number"_s, u"to"_s, u"to_number"_s);
    row(u"to"_s, u"phone_number"_s, u"to_number"_s);
}

void TestLegacyCalls::anEmptyTextSaysNothing()
{
    QFETCH(QString, empty);
    QFETCH(QString, other);
    QFETCH(QString, taken);
    for (const QString &text : {u""_s, u"  "_s}) {
        const QJsonObject row{{empty, text}, {other, u" CA1 "_s}};
        QCOMPARE(said(callOf(row)), QStringList());
        QCOMPARE(legacy::callBodyFrom(row)[taken], QJsonValue(u"CA1"_s));
        QVERIFY(!legacy::callBodyFrom({{empty, text}}).contains(taken));
    }
}

void TestLegacyCalls::namesWhatIsNotTaken()
{
    QCOMPARE(said(callOf({{u"timeline"_s, QJsonArray{u"rang"_s}}, {u"mood"_s, u"good"_s}, {u"queue"_s, QJsonValue()}})),
             QStringList{u"info FIELDS_NOT_TAKEN"_s});
    QCOMPARE(said(callOf({{u"started_at"_s, u"2022-05-01T10:00:00"_s}, {u"user_id"_s, 1}, {u"cost"_s, 1}})),
             QStringList());
}

void TestLegacyCalls::holdsToWhatTheApiTakes_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value) {
        QTest::newRow(name) << field << value;
    };
    row("long notes", u"notes"_s, QString(10'001, u'x'));
    row("long outcome", u"outcome"_s, QString(201, u'x'));
    row("long number", u"from"_s, QString(65, u'1'));
    row("number of a number", u"to_number"_s, 49'301'234);
    row("long id", u"call_sid"_s, QString(129, u'x'));
    row("long carrier", u"carrier"_s, QString(41, u'x'));
    row("recording that is no address", u"recording_url"_s, u"javascript:alert(1)"_s);
    row("cost of words", u"cost"_s, u"a lot"_s);
    row("cost below nothing", u"cost"_s, -1);
    row("long turn", u"transcript"_s, QString(20'001, u'x'));
}

void TestLegacyCalls::holdsToWhatTheApiTakes()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QVERIFY(said(callOf({{field, value}})).contains(u"error INVALID_VALUE"_s));
}

QTEST_APPLESS_MAIN(TestLegacyCalls)
#include "tst_legacycalls.moc"

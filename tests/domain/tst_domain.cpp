// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/async.h"
#include "models/domain/csv.h"
#include "models/domain/errorcode.h"
#include "models/domain/user.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDomain : public QObject
{
    Q_OBJECT

private slots:
    void everyErrorCodeStandsAtItsOwnPlace()
    {
        QSet<QString> names;
        for (int i = 0; i <= int(ErrorCode::InvalidAnswer); ++i) {
            const ErrorCodeInfo &row = info(ErrorCode(i));
            QCOMPARE(int(row.code), i);
            QVERIFY2(!row.message.isEmpty(), row.name.data());
            QVERIFY2(!names.contains(QString(row.name)), row.name.data());
            names.insert(QString(row.name));
            if (row.status != 0)
                QCOMPARE(int(errorCodeFrom(QByteArrayView(row.name.data(), row.name.size()), row.status)), i);
        }
    }
    void unknownCodesFallBackToTheirStatus()
    {
        QCOMPARE(errorCodeFrom("SOMETHING_NEW", 404), ErrorCode::ResourceNotFound);
        QCOMPARE(errorCodeFrom("SOMETHING_NEW", 418), ErrorCode::BadRequest);
        QCOMPARE(errorCodeFrom("SOMETHING_NEW", 599), ErrorCode::InternalError);
        QCOMPARE(errorCodeFrom("", 200), ErrorCode::InvalidAnswer);
    }
    void wireNamesGoThereAndBack()
    {
        for (const Role role : {Role::User, Role::Enterprise, Role::Support, Role::Admin})
            QCOMPARE(roleFromWire(QString(toWire(role))), role);
        for (const Tier tier : {Tier::Free, Tier::Pro, Tier::Enterprise})
            QCOMPARE(tierFromWire(QString(toWire(tier))), tier);
        for (const OrganizationRole role : {OrganizationRole::Owner, OrganizationRole::Member})
            QCOMPARE(organizationRoleFromWire(QString(toWire(role))), role);
        QVERIFY(!roleFromWire(u"root"));
        QVERIFY(!tierFromWire(u"Pro"));
    }
    void csvFieldsAreSafe_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("encoded");
        QTest::newRow("plain") << u"Ada"_s << u"Ada"_s;
        QTest::newRow("quote and comma") << u"a,\"b\""_s << u"\"a,\"\"b\"\"\""_s;
        QTest::newRow("line break") << u"a\r\nb"_s << u"\"a\r\nb\""_s;
        QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
        QTest::newRow("formula behind blanks") << u"  =1+1"_s << u"'  =1+1"_s;
        QTest::newRow("command") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("minus formula") << u"-2+3+cmd|' /C calc'!A0"_s << u"'-2+3+cmd|' /C calc'!A0"_s;
        QTest::newRow("tab") << u"\t=1"_s << u"\"'\t'=1\""_s;
        QTest::newRow("full-width") << u"\uFF1D1"_s << u"'\uFF1D1"_s;
        QTest::newRow("quoted formula") << u"=HYPERLINK(\"x\",\"y\")"_s << u"\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""_s;
        QTest::newRow("call of a program") << u"|cmd"_s << u"'|cmd"_s;
        // Who splits at semicolons sees three cells of each, and no quotes.
        QTest::newRow("behind a semicolon") << u"x;=1+1;y"_s << u"\"x;'=1+1;y\""_s;
        QTest::newRow("behind a tab and blanks") << u"x\t -1+1\ty"_s << u"\"x\t' -1+1\ty\""_s;
        QTest::newRow("behind a line break") << u"x\n\uFF1D1\ny"_s << u"\"x\n'\uFF1D1\ny\""_s;
        QTest::newRow("numbers in a row") << u"1;-2,5; +3;"_s << u"\"1;-2,5; +3;\""_s;
        QTest::newRow("no number") << u"-5;x"_s << u"\"'-5;x\""_s;
        QTest::newRow("blank and tab") << u" \t=1"_s << u"\" \t'=1\""_s;
        QTest::newRow("user agent") << u"Bot (x; +http://x.example)"_s << u"\"Bot (x;' +http://x.example)\""_s;
        // What looks like what is written for something else.
        QTest::newRow("own apostrophes") << u"'=1;''-5"_s << u"\"''=1;'''-5\""_s;
        QTest::newRow("own apostrophe and tab") << u"'\t=1"_s << u"\"''\t'=1\""_s;
        QTest::newRow("other apostrophes") << u"'tis; 'tis ' =1"_s << u"\"'tis; 'tis ' =1\""_s;
        QTest::newRow("negative number") << u"-12.5"_s << u"-12.5"_s;
        QTest::newRow("phone") << u"+4930123456"_s << u"+4930123456"_s;
        QTest::newRow("empty") << QString() << QString();
    }
    void csvFieldsAreSafe()
    {
        QFETCH(QString, field);
        QFETCH(QString, encoded);
        QCOMPARE(csv::field(field), encoded);

        // And as it is got back, for the hashes of an exported audit log.
        static const QRegularExpression added(
            u"(^|[;\t\r\n])'(?='*[^\\S\t\r\n]*[=+\\-@|%\uFF1D\uFF0B\uFF0D\uFF20])|^'(?='*[\t\r\n])"_s);
        QString read = encoded;
        if (read.startsWith(u'"'))
            read = read.sliced(1).chopped(1).replace(u"\"\""_s, u"\""_s);
        QCOMPARE(read.replace(added, u"\\1"_s), field);
    }

    void csvRowsEndAsTheRfcSays()
    {
        QCOMPARE(csv::record({u""_s, u"a,b"_s, u"Größe"_s, u" x"_s}),
                 QByteArray(",\"a,b\",Gr\xC3\xB6\xC3\x9F"
                            "e,\" x\"\r\n"));
    }
    void aDeadContextHearsNothing()
    {
        QPromise<int> promise;
        promise.start();
        int heard = 0;
        auto context = std::make_unique<QObject>();
        whenDone(promise.future(), context.get(), [&heard](int value) { heard = value; });
        whenDone(promise.future(), this, [&heard](int value) { heard += 10 * value; });
        context.reset();
        promise.addResult(4);
        promise.finish();
        QTRY_COMPARE(heard, 40);
    }
};

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts are exact: what is read is what is written, and every rounding is a stated one.
#include "models/domain/decimal.h"
#include "models/domain/money.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

namespace
{
constexpr qint64 Most = std::numeric_limits<qint64>::max();
constexpr qint64 Least = std::numeric_limits<qint64>::min();
}

class TestMoney : public QObject
{
    Q_OBJECT

private slots:
    void decimalsAreReadExactly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("nanos");
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("negative zero") << QByteArray("-0.0") << qint64(0);
        QTest::newRow("whole") << QByteArray("12") << qint64(12'000'000'000);
        QTest::newRow("cents") << QByteArray("12.50") << qint64(12'500'000'000);
        QTest::newRow("no binary fraction") << QByteArray("0.1") << qint64(100'000'000);
        QTest::newRow("a nano") << QByteArray("0.000000001") << qint64(1);
        QTest::newRow("negative") << QByteArray("-3.25") << qint64(-3'250'000'000);
        QTest::newRow("exponent") << QByteArray("1.25e-7") << qint64(125);
        QTest::newRow("positive exponent") << QByteArray("1.5E+2") << qint64(150'000'000'000);
        QTest::newRow("rounded up") << QByteArray("0.0000000016") << qint64(2);
        QTest::newRow("half to even, down") << QByteArray("0.0000000025") << qint64(2);
        QTest::newRow("half to even, up") << QByteArray("0.0000000015") << qint64(2);
        QTest::newRow("more than half") << QByteArray("0.00000000250000000001") << qint64(3);
        QTest::newRow("half of the first") << QByteArray("5e-10") << qint64(0);
        QTest::newRow("beyond the first") << QByteArray("5.1e-10") << qint64(1);
        QTest::newRow("far below") << QByteArray("9e-30") << qint64(0);
        QTest::newRow("largest") << QByteArray("9223372036.854775807") << Most;
    }
    void decimalsAreReadExactly()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, nanos);
        const auto money = Money::parse(text);
        QVERIFY(money);
        QCOMPARE(money->nanos(), nanos);
    }

    void whatIsNoAmountIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "-", ".5", "5.", "01", "+1", "1e", "1e+", "0x1", "1,5", " 1", "1 ", "NaN",
                                 "Infinity", "1.2.3", "9223372036.854775808", "1e30", "1e999999999999"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatIsNoAmountIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!Money::parse(text));
    }

    void whatIsWrittenReadsTheSame()
    {
        QCOMPARE(Money::fromNanos(12'500'000'000).toDecimal(), QByteArray("12.5"));
        QCOMPARE(Money::fromNanos(-79).toDecimal(), QByteArray("-0.000000079"));
        QCOMPARE(Money().toDecimal(), QByteArray("0"));
        QCOMPARE(Money::fromNanos(100'000'000'000).toDecimal(), QByteArray("100"));
        QCOMPARE(Money::fromNanos(Least).toDecimal(), QByteArray("-9223372036.854775808"));
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            const Money money = Money::fromNanos(qint64(random.generate64()) >> random.bounded(63));
            if (money.nanos() != Least)
                QCOMPARE(Money::parse(money.toDecimal()).value().nanos(), money.nanos());
        }
        QCOMPARE(decimal::toText(450'000, 6), QByteArray("0.45"));
        QCOMPARE(decimal::parse("0.35", 6), 350'000);
    }

    void sumsStopAtTheEnds()
    {
        QCOMPARE((Money::fromNanos(1) + Money::fromNanos(2)).nanos(), 3);
        QCOMPARE((Money::fromNanos(1) - Money::fromNanos(2)).nanos(), -1);
        QCOMPARE((Money::fromNanos(Most) + Money::fromNanos(1)).nanos(), Most);
        QCOMPARE((Money::fromNanos(Least) - Money::fromNanos(1)).nanos(), Least);
        QCOMPARE((Money::fromNanos(-1) - Money::fromNanos(Least)).nanos(), Most);
        QVERIFY(Money::fromNanos(1) < Money::fromNanos(2));
    }

    void ratiosRoundHalfToEven_data()
    {
        QTest::addColumn<qint64>("nanos");
        QTest::addColumn<qint64>("numerator");
        QTest::addColumn<qint64>("denominator");
        QTest::addColumn<qint64>("result");
        const qint64 perMillion = 590'000'000; // $0.59 a million tokens
        QTest::newRow("tokens") << perMillion << qint64(400) << qint64(1'000'000) << qint64(236'000);
        QTest::newRow("one token") << perMillion << qint64(1) << qint64(1'000'000) << qint64(590);
        QTest::newRow("half down") << qint64(5) << qint64(1) << qint64(2) << qint64(2);
        QTest::newRow("half up") << qint64(7) << qint64(1) << qint64(2) << qint64(4);
        QTest::newRow("negative half") << qint64(-5) << qint64(1) << qint64(2) << qint64(-2);
        QTest::newRow("thirds") << qint64(2) << qint64(1) << qint64(3) << qint64(1);
        QTest::newRow("wide product") << Most << qint64(1'000'000) << qint64(1'000'000) << Most;
        QTest::newRow("wide, rounded") << qint64(9'000'000'000'000'000'001) << qint64(3) << qint64(4)
                                       << qint64(6'750'000'000'000'000'001);
        QTest::newRow("too large") << Most << qint64(2) << qint64(1) << Most;
        QTest::newRow("much too large") << Most << Most << qint64(1) << Most;
        QTest::newRow("too small") << Most << qint64(-2) << qint64(1) << Least;
    }
    void ratiosRoundHalfToEven()
    {
        QFETCH(qint64, nanos);
        QFETCH(qint64, numerator);
        QFETCH(qint64, denominator);
        QFETCH(qint64, result);
        QCOMPARE(Money::fromNanos(nanos).times(numerator, denominator).nanos(), result);
    }
    void aRatioAndItsInverseMeet()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 2000; ++i) {
            const qint64 nanos = qint64(random.generate64() >> 2);
            const qint64 factor = 1 + random.bounded(1 << 30);
            QCOMPARE(Money::fromNanos(nanos).times(factor, factor).nanos(), nanos);
        }
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"

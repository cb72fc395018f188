// SPDX-License-Identifier: GPL-3.0-or-later
// What lifecycles may say, and how a change of some becomes all of them.
#include "server/versions/lifecycle.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
const QString Early = u"2024-06-01T00:00:00Z"_s;
const QString Late = u"2024-12-01T00:00:00Z"_s;

QJsonObject times(const QString &from, const QString &to) { return {{u"from"_s, from}, {u"to"_s, to}}; }

QList<api::VersionInfo> shipped() { return api::VersionRegistry().versions(); }

/// The shipped lifecycles with other members of one of them.
QJsonArray rowsWith(int index, const QJsonObject &members)
{
    const QByteArray json = versions::lifecyclesJson(shipped());
    QJsonArray rows = QJsonDocument::fromJson(json).object().value(u"versions"_s).toArray();
    QJsonObject row = rows.at(index).toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        row.insert(it.key(), it.value());
    rows[index] = row;
    return rows;
}

QMap<QString, QString> wrongIn(const QJsonArray &rows)
{
    const auto changed = versions::changedLifecycles(shipped(), {{u"versions"_s, rows}});
    return changed ? QMap<QString, QString>() : changed.error().details;
}

QJsonObject deprecated(const QJsonObject &more = {})
{
    QJsonObject members{{u"status"_s, u"deprecated"_s}, {u"deprecated_at"_s, Early}, {u"sunset_at"_s, Late}};
    for (auto it = more.begin(); it != more.end(); ++it)
        members.insert(it.key(), it.value());
    return members;
}

QJsonObject withBrownouts(const QJsonArray &brownouts) { return deprecated({{u"brownouts"_s, brownouts}}); }
}

class TestLifecycleRules : public QObject
{
    Q_OBJECT

private slots:
    void wrongLifecyclesAreNamed_data();
    void wrongLifecyclesAreNamed();
    void everyVersionIsNamedOnce();
    void oneVersionAlwaysAnswers();
    void goodOnesAreTaken();
    void membersThatAreNotSentStay();
};

void TestLifecycleRules::wrongLifecyclesAreNamed_data()
{
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QJsonObject &members, const QString &field) {
        QTest::newRow(name) << members << QString(u"versions.1."_s + field);
    };
    const QJsonValue none;
    row("sunset before deprecation", deprecated({{u"deprecated_at"_s, Late}, {u"sunset_at"_s, Early}}), u"sunset_at"_s);
    row("sunset at its deprecation", deprecated({{u"sunset_at"_s, Early}}), u"sunset_at"_s);
    row("deprecated since when", deprecated({{u"deprecated_at"_s, none}}), u"deprecated_at"_s);
    row("sunset since when", deprecated({{u"status"_s, u"sunset"_s}, {u"sunset_at"_s, none}}), u"sunset_at"_s);
    row("supported and deprecated", {{u"deprecated_at"_s, Early}}, u"deprecated_at"_s);
    row("supported with an end", {{u"sunset_at"_s, Late}}, u"sunset_at"_s);
    row("unknown successor", {{u"successor"_s, u"v7"_s}}, u"successor"_s);
    row("older successor", {{u"successor"_s, u"v0"_s}}, u"successor"_s);
    row("its own successor", {{u"successor"_s, u"v1"_s}}, u"successor"_s);
    const QString noon = u"2024-07-01T12:00:00Z"_s, one = u"2024-07-01T13:00:00Z"_s, two = u"2024-07-01T14:00:00Z"_s;
    row("supported with a brown-out", {{u"brownouts"_s, QJsonArray{times(noon, one)}}}, u"brownouts"_s);
    row("brown-out backwards", withBrownouts({times(one, noon)}), u"brownouts.0"_s);
    row("brown-out of no time", withBrownouts({times(noon, noon)}), u"brownouts.0"_s);
    row("brown-out of two days", withBrownouts({times(noon, u"2024-07-03T12:00:00Z"_s)}), u"brownouts.0"_s);
    row("brown-out before the deprecation", withBrownouts({times(u"2024-05-31T23:00:00Z"_s, Early)}), u"brownouts.0"_s);
    row("brown-out past the sunset", withBrownouts({times(u"2024-11-30T23:30:00Z"_s, u"2024-12-01T00:30:00Z"_s)}),
        u"brownouts.0"_s);
    row("brown-outs over each other", withBrownouts({times(noon, two), times(one, two)}), u"brownouts.1"_s);
    QJsonArray many;
    for (int i = 0; i <= versions::MostBrownouts; ++i) {
        const QDateTime from = QDateTime::fromString(noon, Qt::ISODate).addSecs(3600 * i);
        many << times(from.toString(Qt::ISODate), from.addSecs(60).toString(Qt::ISODate));
    }
    row("too many", withBrownouts(many), u"brownouts"_s);
}

void TestLifecycleRules::wrongLifecyclesAreNamed()
{
    QFETCH(QJsonObject, members);
    QFETCH(QString, field);
    const auto wrong = wrongIn(rowsWith(1, members));
    QVERIFY2(wrong.contains(field), qPrintable(wrong.keys().join(u' ')));
    QCOMPARE(wrong.size(), 1);
}

void TestLifecycleRules::everyVersionIsNamedOnce()
{
    QJsonArray missing = rowsWith(1, {});
    missing.removeAt(0);
    QVERIFY(wrongIn(missing).value(u"versions"_s).contains(u"v0"_s));
    // Each that is missing is named, and nobody hears of a successor that was not sent.
    QJsonObject v1 = deprecated();
    v1[u"version"_s] = u"v1"_s;
    QList<api::VersionInfo> now = shipped();
    now[1].successor = "v2";
    const auto alone = versions::changedLifecycles(now, {{u"versions"_s, QJsonArray{v1}}});
    QVERIFY(!alone);
    QCOMPARE(alone.error().details, (QMap<QString, QString>{{u"versions"_s, u"v0, v2 are missing"_s}}));
    QJsonArray twice = rowsWith(1, {});
    twice << twice[2];
    QVERIFY(wrongIn(twice).contains(u"versions.3.version"_s));
}

void TestLifecycleRules::oneVersionAlwaysAnswers()
{
    const auto both = [](const QJsonObject &v1, const QJsonObject &v2) {
        QJsonArray rows = rowsWith(1, v1);
        rows[2] = rowsWith(2, v2)[2];
        return wrongIn(rows);
    };
    QVERIFY(both(deprecated(), deprecated()).contains(u"versions.1.sunset_at"_s));
    QVERIFY(both(deprecated(), deprecated({{u"sunset_at"_s, QJsonValue()}})).isEmpty());
    QVERIFY(both(deprecated({{u"serve_after_sunset"_s, true}}), deprecated()).isEmpty());
    const QJsonArray noon{times(u"2024-07-01T12:00:00Z"_s, u"2024-07-01T13:00:00Z"_s)};
    const QJsonArray later{times(u"2024-07-01T13:00:00Z"_s, u"2024-07-01T14:00:00Z"_s)};
    QJsonObject v2 = withBrownouts(noon);
    v2[u"sunset_at"_s] = QJsonValue();
    QVERIFY(both(withBrownouts(noon), v2).contains(u"versions.1.brownouts.0"_s));
    QVERIFY(both(withBrownouts(later), v2).isEmpty());
    // Where v1 is gone already, a brown-out of v2 would leave nothing.
    QVERIFY(both(deprecated({{u"sunset_at"_s, u"2024-06-15T00:00:00Z"_s}}), v2).contains(u"versions.2.brownouts.0"_s));
}

void TestLifecycleRules::goodOnesAreTaken()
{
    QJsonArray rows = rowsWith(1,
                               withBrownouts({times(u"2024-08-01T12:00:00+02:00"_s, u"2024-08-01T13:00:00+02:00"_s),
                                              times(u"2024-07-01T12:00:00Z"_s, u"2024-07-01T13:00:00Z"_s)}));
    const QJsonValue first = rows[0];
    rows.removeAt(0);
    rows << first; // in any order
    const auto taken = versions::changedLifecycles(shipped(), {{u"versions"_s, rows}});
    QVERIFY(taken);
    QCOMPARE(taken->at(0), shipped().at(0));
    const api::VersionInfo &v1 = taken->at(1);
    QCOMPARE(v1.status, api::VersionStatus::Deprecated);
    QCOMPARE(v1.brownouts.size(), 2);
    QCOMPARE(v1.brownouts[1].from, QDateTime(QDate(2024, 8, 1), QTime(10, 0), Qt::UTC));
    QVERIFY(versions::complaints(*taken).isEmpty());
    QCOMPARE(versions::withMembers(api::VersionInfo{"v1"}, versions::lifecycleObject(v1)), v1);
}

void TestLifecycleRules::membersThatAreNotSentStay()
{
    QList<api::VersionInfo> now = shipped();
    now[1]
        = versions::withMembers(now[1], withBrownouts({times(u"2024-07-01T12:00:00Z"_s, u"2024-07-01T13:00:00Z"_s)}));
    const auto changed = [&](const QJsonObject &v1) {
        QJsonArray rows{QJsonObject{{u"version"_s, u"v0"_s}}, v1, QJsonObject{{u"version"_s, u"v2"_s}}};
        return versions::changedLifecycles(now, {{u"versions"_s, rows}});
    };
    const auto kept = changed({{u"version"_s, u"v1"_s}, {u"serve_after_sunset"_s, true}});
    QVERIFY(kept);
    QCOMPARE(kept->at(1).brownouts, now[1].brownouts);
    QVERIFY(kept->at(1).serveAfterSunset);
    // Brown-outs go with the deprecation, or the contract's five members could not end it.
    const auto again = changed({{u"version"_s, u"v1"_s},
                                {u"status"_s, u"supported"_s},
                                {u"deprecated_at"_s, QJsonValue()},
                                {u"sunset_at"_s, QJsonValue()}});
    QVERIFY(again);
    QCOMPARE(*again, shipped());
}

QTEST_GUILESS_MAIN(TestLifecycleRules)
#include "tst_lifecyclerules.moc"

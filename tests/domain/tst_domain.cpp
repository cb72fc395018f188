// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/async.h"
#include "models/domain/errorcode.h"
#include "models/domain/user.h"

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

// SPDX-License-Identifier: GPL-3.0-or-later
// Tenants do not see each other: every route with an id, as the server declares them, is tried with another tenant's
// row. A new route is covered by being there; when the test cannot make its row, it fails and says so.
#include "tests/contract/livecontract.h"
#include "tests/contract/samplebody.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
struct Operation {
    QByteArray method;
    QString path; ///< "/api/v1/access-keys/{id}/rotate"
    QJsonObject declaration;

    /// What the row is a row of: "/api/v1/access-keys".
    QString collection() const { return path.left(path.indexOf(u"/{"_s)); }
    QString parameter() const { return path.section(u'{', 1, 1).section(u'}', 0, 0); }
    bool isForStaff() const
    {
        return path.startsWith(u"/api/v1/admin/"_s) || path.startsWith(u"/api/v2/admin/"_s)
            || declaration.value(u"description"_s).toString().startsWith(u"A platform admin"_s);
    }
    bool isForOwners() const { return declaration.value(u"description"_s).toString().startsWith(u"An owner"_s); }
    bool takesKeys() const { return declaration.contains(u"x-access-key-permission"_s); }
    QByteArray target(const QString &id) const
    {
        QString made = path;
        made.replace(made.indexOf(u'{'), parameter().size() + 2, id);
        return made.replace(QRegularExpression(u"\\{[^}]*\\}"_s), u"other"_s).toUtf8();
    }
};

/// Every operation under /api/v1 and /api/v2 that names a row.
QList<Operation> operationsWithId(const OpenApiDocument &document)
{
    QList<Operation> found;
    const QJsonObject paths = document.json().value(u"paths"_s).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        if (!path.key().startsWith(u"/api/v"_s) || !path.key().contains(u'{'))
            continue;
        const QJsonObject item = path.value().toObject();
        for (const QString &method : item.keys()) {
            const QJsonObject declaration = item.value(method).toObject();
            if (declaration.contains(u"responses"_s) && !declaration.value(u"security"_s).toArray().isEmpty())
                found << Operation{method.toUpper().toUtf8(), path.key(), declaration};
        }
    }
    return found;
}

QString asV1(QString path) { return path.replace(u"/api/v2/"_s, u"/api/v1/"_s); }
}

class TestIsolation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void strangersGetNothing_data();
    void strangersGetNothing();

private:
    struct Row {
        QString id;
        QByteArray where; ///< a GET that shows it to its owner
    };
    Row rowOf(const Operation &operation);
    Row made(const QString &collection, const QString &parameter);
    Account join(const Account &owner);
    QByteArray shown(const Row &row);
    WireAnswer ask(const Operation &operation, const QString &id, const WireHeaders &who);

    LiveContract m_live;
    Account m_owner; ///< whose rows they are
    Account m_member; ///< of the same tenant
    Account m_stranger; ///< the owner of another
    Account m_strangersMember;
    WireHeaders m_strangersKey;
    QList<Operation> m_operations;
    QMap<QString, Row> m_rows; ///< by collection
    std::unique_ptr<SampleBody> m_samples;
};

void TestIsolation::initTestCase()
{
    QVERIFY2(m_live.start(), m_live.server().errors());
    const QJsonObject large{{u"subscription_tier"_s, u"enterprise"_s}};
    m_owner = m_live.newUser(large);
    m_stranger = m_live.newUser(large);
    QVERIFY(!m_owner.id.isEmpty() && !m_stranger.id.isEmpty());
    m_member = join(m_owner);
    m_strangersMember = join(m_stranger);
    QVERIFY(!m_member.id.isEmpty() && !m_strangersMember.id.isEmpty());
    const auto key = m_live.client().post("/api/v1/access-keys", {{u"name"_s, u"k"_s}, {u"permissions"_s, u"admin"_s}},
                                          m_stranger.auth());
    m_strangersKey = bearer(key.json().value(u"data"_s).toObject().value(u"key"_s).toString().toUtf8());
    QCOMPARE(m_live.client().get("/api/v1/organization", m_strangersKey).status, 200);
    m_operations = operationsWithId(m_live.client().document());
    m_samples = std::make_unique<SampleBody>(m_live.client().document().json());
    QVERIFY(m_operations.size() > 20);
}

Account TestIsolation::join(const Account &owner)
{
    const QString email = m_live.freshEmail();
    const auto invited = m_live.client().post("/api/v1/organization/invitations", {{u"email"_s, email}}, owner.auth());
    Account account{email, u"correct horse battery"_s, {}, {}, {}};
    m_live.client().post("/api/v1/auth/register",
                         {{u"email"_s, email},
                          {u"password"_s, account.password},
                          {u"invitation_token"_s, invited.json().value(u"data"_s).toObject().value(u"token"_s)}});
    m_live.signIn(account);
    return account;
}

/// A row of the first tenant's. An empty id: this test does not know how to make one.
TestIsolation::Row TestIsolation::rowOf(const Operation &operation)
{
    const QString collection = asV1(operation.collection());
    if (m_rows.contains(collection))
        return m_rows.value(collection);
    Row row;
    // What is not made by a POST to its own collection.
    if (collection == u"/api/v1/organization/members")
        row = {m_member.id, "/api/v1/organization/members"};
    else if (collection == u"/api/v1/auth/devices"_s) { // made by signing in
        const auto devices = m_live.client().get("/api/v2/auth/devices", m_owner.auth());
        row = {devices.json().value(u"data"_s).toArray().at(0)[u"id"_s].toString(), "/api/v2/auth/devices"};
    } else if (operation.isForStaff())
        row = {collection.endsWith(u"/organizations"_s) ? claims(m_owner.token).value(u"org"_s).toString() : m_owner.id,
               {}};
    else
        row = made(collection, operation.parameter());
    m_rows.insert(collection, row);
    return row;
}

/// As the declaration of its POST says.
TestIsolation::Row TestIsolation::made(const QString &collection, const QString &parameter)
{
    const QJsonObject post = m_live.client().document().operation(collection, "POST");
    const QJsonObject body = m_samples->of(post);
    const auto answer = m_live.client().post(collection.toUtf8(), body, m_owner.auth());
    if (answer.status / 100 != 2) {
        qWarning("POST %s: %d %s", qPrintable(collection), answer.status, answer.body.constData());
        return {};
    }
    const QJsonObject data = answer.json().value(u"data"_s).toObject();
    QString id = data.value(parameter).toString();
    if (id.isEmpty())
        id = data.value(u"id"_s).toString();
    if (id.isEmpty())
        id = body.value(parameter).toString();
    const QString one = collection + u"/{"_s + parameter + u'}';
    const bool isReadAlone = !m_live.client().document().operation(one, "GET").isEmpty();
    const bool isListed = !m_live.client().document().operation(collection, "GET").isEmpty();
    const QString where = isReadAlone ? QString(collection + u'/' + id)
        : isListed                    ? collection
                                      : collection + u"/status"_s;
    return {id, where.toUtf8()};
}

QByteArray TestIsolation::shown(const Row &row)
{
    if (row.where.isEmpty())
        return {};
    const auto answer = m_live.client().get(row.where, m_owner.auth() + WireHeaders{{"Cache-Control", "no-cache"}});
    return answer.status == 200 ? compact({{u"data"_s, answer.json().value(u"data"_s)}}) : QByteArray();
}

WireAnswer TestIsolation::ask(const Operation &operation, const QString &id, const WireHeaders &who)
{
    Ask request{operation.method, operation.target(id), who};
    if (operation.method != "GET" && operation.method != "DELETE") {
        request.headers << std::pair<QByteArray, QByteArray>{"Content-Type", "application/json"};
        request.body = compact(m_samples->of(operation.declaration));
    }
    return m_live.client().send(request);
}

void TestIsolation::strangersGetNothing_data()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < m_operations.size(); ++i)
        QTest::addRow("%s %s", m_operations[i].method.constData(), qPrintable(m_operations[i].path)) << int(i);
}

void TestIsolation::strangersGetNothing()
{
    QFETCH(int, index);
    const Operation &operation = m_operations[index];
    const Row row = rowOf(operation);
    QVERIFY2(!row.id.isEmpty(), "This test does not know how to make a row for this route.");
    const QByteArray before = shown(row);
    if (!row.where.isEmpty())
        QVERIFY2(before.contains(row.id.toUtf8()), "The row is not shown to its owner.");
    const auto status = [&](const WireHeaders &who) { return ask(operation, row.id, who).status; };

    const int owner = status(m_stranger.auth());
    const int member = status(m_strangersMember.auth());
    const int key = status(m_strangersKey);
    const auto name = [](int code) { return QByteArray::number(code); };
    if (operation.isForStaff()) {
        QVERIFY2(owner == 403 && member == 403 && key == 403, name(owner) + ' ' + name(member) + ' ' + name(key));
    } else {
        QVERIFY2(owner == 404, "its owner: " + name(owner));
        QVERIFY2(member == 404 || (operation.isForOwners() && member == 403), "its member: " + name(member));
        QVERIFY2(key == 404 || (!operation.takesKeys() && key == 403), "its key: " + name(key));
    }
    QCOMPARE(status({}), 401);
    QCOMPARE(shown(row), before);
}

QTEST_GUILESS_MAIN(TestIsolation)
#include "tst_isolation.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Every route that changes something is told in the audit log, in the transaction of the change: each one that the
// server declares is called, and its entry looked for; then once more with a log that cannot be written, when nothing
// may be changed. A new route is covered by being there; when the test cannot call it, it fails and says so.
#include "server/store/connection.h"
#include "tests/contract/livecontract.h"
#include "tests/contract/samplebody.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
/// The only routes that are not told, and why. Paths without the version.
const QMap<QByteArray, QByteArray> NotTold{
    {"POST /auth/refresh", "goes on with a sign-in that was told; a used token that comes again is told"},
    {"POST /auth/email/resend", "sends a mail and changes nothing; what its token does is told"},
    {"POST /auth/password/forgot", "the same"},
    {"POST /usage/events", "is a ledger of its own, by the thousand"},
    {"POST /auth/2fa/enroll", "offers a secret; that it is used is told by its confirmation"},
    {"POST /auth/step-up", "changes nothing for an account without a second factor; with one it is told"},
    {"POST /chat/completions", "consumes; the usage ledger tells"},
    {"POST /v1/chat/completions", "the same"},
    {"POST /agents/{id}/messages", "the same"},
    {"POST /assistants/{id}/messages", "the same"},
    {"POST /admin/migrations/check", "changes nothing"},
    {"POST /admin/versions/preview", "changes nothing"},
};

/// What takes more than a request; told all the same, which the tests of their capabilities show.
const QMap<QByteArray, QByteArray> NotCalled{
    {"POST /auth/setup", "only the first administrator of a server"},
    {"POST /auth/email/verify", "needs a token from a mail"},
    {"POST /auth/password/reset", "the same"},
    {"POST /auth/2fa/confirm", "needs an authenticator"},
    {"POST /auth/2fa/recovery-codes", "the same"},
    {"POST /auth/2fa/disable", "the same"},
    {"POST /auth/2fa/verify", "the same"},
    {"DELETE /admin/users/{id}/two-factor", "the same"},
};

struct Operation {
    QByteArray method;
    QString path; ///< "/api/v1/access-keys/{id}/rotate"
    QJsonObject declaration;

    QString bare() const { return QString(path).remove(QRegularExpression(u"^/api/v[12](?=/)"_s)); }
    QByteArray name() const { return method + ' ' + bare().toUtf8(); }
    QString collection() const { return bare().left(bare().indexOf(u"/{"_s)); }
    bool hasParameter() const { return path.contains(u'{'); }
    bool isForStaff() const
    {
        return bare().startsWith(u"/admin/"_s)
            || declaration.value(u"description"_s).toString().startsWith(u"A platform admin"_s);
    }
};

QList<Operation> changesOf(const OpenApiDocument &document)
{
    QList<Operation> found;
    const QJsonObject paths = document.json().value(u"paths"_s).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (const QString &method : {u"post"_s, u"put"_s, u"patch"_s, u"delete"_s}) {
            if (item.contains(method))
                found << Operation{method.toUpper().toUtf8(), path.key(), item.value(method).toObject()};
        }
    }
    return found;
}
}

class TestAudited : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyChangeIsTold_data() { operations(); }
    void everyChangeIsTold();
    void nothingIsChangedUntold_data() { operations(); }
    void nothingIsChangedUntold();
    void theChainIsWhole();

private:
    /// A request that is about to change something, and by whom.
    struct Prepared {
        QByteArray target;
        QJsonObject body;
        WireHeaders who;
    };
    void operations();
    Prepared prepared(const Operation &operation);
    QString rowFor(const Operation &operation, const Account &owner);
    QString made(const QString &collection, const Account &owner);
    QJsonObject otherLifecycles();
    QJsonObject bodyFor(const Operation &operation, const Account &owner);
    QString member(const Account &owner); ///< makes one
    WireAnswer ask(const Operation &operation, const Prepared &prepared, const QByteArray &id);
    QJsonObject json(const QByteArray &path, const Account &who)
    {
        return m_live.client().get(path, who.auth()).json();
    }
    void setWritable(bool writable);

    LiveContract m_live;
    QList<Operation> m_operations;
    std::unique_ptr<SampleBody> m_samples;
    std::unique_ptr<store::Connection> m_database;
    int m_asked = 0;
};

void TestAudited::initTestCase()
{
    QVERIFY2(m_live.start({u"--rate-bulk-per-minute"_s, u"1000000"_s, u"--provider-openai-url"_s,
                           u"http://127.0.0.1:9"_s, u"--provider-groq-url"_s, u"http://127.0.0.1:9"_s,
                           u"--provider-deepgram-url"_s, u"http://127.0.0.1:9"_s}),
             m_live.server().errors());
    m_operations = changesOf(m_live.client().document());
    QVERIFY(m_operations.size() > 60);
    m_samples = std::make_unique<SampleBody>(m_live.client().document().json());
    auto opened = store::Connection::open({.name = QDir(m_live.server().data()).filePath(u"voxdesk.db"_s)});
    QVERIFY(opened);
    m_database = std::move(*opened);
    QVERIFY(m_database->executeOnce(
        u"CREATE TRIGGER audit_refused BEFORE INSERT ON audit_entries "
        "WHEN EXISTS (SELECT 1 FROM settings WHERE name = 'audit_refused') BEGIN SELECT RAISE(ABORT, 'refused'); END"_s));
}

void TestAudited::setWritable(bool writable)
{
    QVERIFY(m_database->execute(u"DELETE FROM settings WHERE name = 'audit_refused'"_s));
    if (!writable)
        QVERIFY(
            m_database->execute(u"INSERT INTO settings (name, value, updated_at) VALUES ('audit_refused', '1', 0)"_s));
}

void TestAudited::operations()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < m_operations.size(); ++i) {
        const Operation &operation = m_operations[i];
        if (!NotTold.contains(operation.name()) && !NotCalled.contains(operation.name()))
            QTest::addRow("%s %s", operation.method.constData(), qPrintable(operation.path)) << int(i);
    }
}

QString TestAudited::member(const Account &owner)
{
    const QString email = m_live.freshEmail();
    const auto invited = m_live.client().post("/api/v1/organization/invitations", {{u"email"_s, email}}, owner.auth());
    const auto joined
        = m_live.client().post("/api/v1/auth/register",
                               {{u"email"_s, email},
                                {u"password"_s, u"correct horse battery"_s},
                                {u"invitation_token"_s, invited.json().value(u"data"_s).toObject().value(u"token"_s)}});
    return joined.json().value(u"user"_s).toObject().value(u"id"_s).toString();
}

/// As the declaration of its POST says; the id under which it is found.
QString TestAudited::made(const QString &collection, const Account &owner)
{
    const QString path = u"/api/v1"_s + collection;
    QJsonObject body = m_samples->of(m_live.client().document().operation(path, "POST"));
    if (collection == u"/calls")
        body.insert(u"status"_s, u"queued"_s);
    const QJsonObject data = m_live.client().post(path.toUtf8(), body, owner.auth()).json().value(u"data"_s).toObject();
    return data.contains(u"id"_s) ? data.value(u"id"_s).toString() : body.value(u"provider"_s).toString();
}

QString TestAudited::rowFor(const Operation &operation, const Account &owner)
{
    const QString collection = operation.collection();
    if (collection == u"/admin/users")
        return owner.id;
    if (collection == u"/admin/organizations")
        return claims(owner.token).value(u"org"_s).toString();
    if (collection == u"/admin/agents")
        return made(u"/agents"_s, owner);
    if (collection == u"/admin/versions")
        return u"v1"_s;
    if (collection == u"/organization/members")
        return member(owner);
    if (collection == u"/auth/devices") {
        Account again = owner;
        m_live.client().post("/api/v2/auth/login",
                             {{u"email"_s, owner.email},
                              {u"password"_s, owner.password},
                              {u"deviceInfo"_s, QJsonObject{{u"deviceId"_s, u"another"_s}}}});
        for (const QJsonValue device : json("/api/v2/auth/devices", owner).value(u"data"_s).toArray()) {
            if (!device[u"isCurrent"_s].toBool())
                return device[u"id"_s].toString();
        }
        return {};
    }
    if (collection == u"/admin/audit") {
        m_live.client().patch("/api/v1/admin/users/" + owner.id.toUtf8(), {{u"first_name"_s, u"Other"_s}},
                              m_live.admin().auth());
        return json("/api/v1/admin/audit?limit=1&action=user.updated&target_id=" + owner.id.toUtf8(), m_live.admin())
            .value(u"data"_s)
            .toArray()
            .first()[u"id"_s]
            .toString();
    }
    return made(collection, owner);
}

/// What stands there, and v0 gone on another day.
QJsonObject TestAudited::otherLifecycles()
{
    QJsonArray versions
        = json("/api/v1/admin/versions", m_live.admin()).value(u"data"_s).toObject().value(u"versions"_s).toArray();
    for (qsizetype i = 0; i < versions.size(); ++i) {
        QJsonObject version = versions[i].toObject();
        if (version.value(u"version"_s) == u"v0"_s)
            version.insert(
                u"sunset_at"_s,
                QDateTime(QDate(2026, 1, 1).addDays(++m_asked), QTime(0, 0), Qt::UTC).toString(Qt::ISODateWithMs));
        versions[i] = version;
    }
    return {{u"versions"_s, versions}};
}

QJsonObject TestAudited::bodyFor(const Operation &operation, const Account &owner)
{
    const QByteArray name = operation.name();
    if (name == "POST /auth/login")
        return {{u"email"_s, owner.email}, {u"password"_s, owner.password}};
    if (name == "POST /auth/password")
        return {{u"currentPassword"_s, owner.password}, {u"newPassword"_s, u"another good password"_s}};
    if (name == "POST /auth/step-up")
        return {{u"password"_s, owner.password}};
    if (name == "POST /admin/users/bulk")
        return {{u"ids"_s, QJsonArray{owner.id}}, {u"is_active"_s, false}};
    if (name == "PATCH /assistants/{id}/status")
        return {{u"status"_s, u"inactive"_s}};
    if (name == "PATCH /admin/organizations/{id}")
        return {{u"is_active"_s, false}};
    if (name == "PATCH /calls/{id}")
        return {{u"notes"_s, u"rang back"_s}};
    if (name == "PUT /admin/versions")
        return otherLifecycles();
    return m_samples->of(operation.declaration);
}

TestAudited::Prepared TestAudited::prepared(const Operation &operation)
{
    const Account owner = m_live.newUser({{u"subscription_tier"_s, u"enterprise"_s}});
    QString target = operation.path;
    if (operation.hasParameter()) {
        const QString id = rowFor(operation, owner);
        target.replace(QRegularExpression(u"\\{[^}]*\\}"_s), id);
        if (id.isEmpty())
            target.clear();
    }
    return {target.toUtf8(), bodyFor(operation, owner),
            operation.isForStaff()                                               ? m_live.admin().auth()
                : operation.declaration.value(u"security"_s).toArray().isEmpty() ? WireHeaders()
                                                                                 : owner.auth()};
}

WireAnswer TestAudited::ask(const Operation &operation, const Prepared &prepared, const QByteArray &id)
{
    Ask request{operation.method, prepared.target, prepared.who};
    request.headers << std::pair<QByteArray, QByteArray>{"X-Request-Id", id};
    if (operation.method != "DELETE") {
        request.headers << std::pair<QByteArray, QByteArray>{"Content-Type", "application/json"};
        request.body = compact(prepared.body);
    }
    return m_live.client().send(request);
}

void TestAudited::everyChangeIsTold()
{
    QFETCH(int, index);
    const Operation &operation = m_operations[index];
    const Prepared request = prepared(operation);
    QVERIFY2(!request.target.isEmpty(), "This test does not know how to make a row for this route.");
    const QByteArray id = "told-" + QByteArray::number(++m_asked) + "-end";
    const auto answer = ask(operation, request, id);
    QVERIFY2(answer.status / 100 == 2, "This test does not know how to call this route: " + answer.body);
    const QJsonArray entries = json("/api/v1/admin/audit?search=" + id, m_live.admin()).value(u"data"_s).toArray();
    QVERIFY2(!entries.isEmpty(), "Nothing was told.");
    for (const QJsonValue entry : entries) {
        QCOMPARE(entry[u"request_id"_s], QString::fromLatin1(id));
        QVERIFY(!entry[u"address"_s].toString().isEmpty());
        QVERIFY(QRegularExpression(u"^[a-z_]+\\.[a-z_]+$"_s).match(entry[u"action"_s].toString()).hasMatch());
        if (operation.isForStaff())
            QCOMPARE(entry[u"actor"_s][u"email"_s], m_live.admin().email);
    }
}

void TestAudited::nothingIsChangedUntold()
{
    QFETCH(int, index);
    const Operation &operation = m_operations[index];
    const Prepared request = prepared(operation);
    setWritable(false);
    const auto answer = ask(operation, request, "untold");
    setWritable(true);
    QVERIFY2(answer.status >= 500, QByteArray::number(answer.status) + ' ' + answer.body);
    // The same again does it now: nothing was half done.
    const auto again = ask(operation, request, "told-after-all");
    QVERIFY2(again.status / 100 == 2, QByteArray::number(again.status) + ' ' + again.body);
}

void TestAudited::theChainIsWhole()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(!m_live.newUser().id.isEmpty());
    const QJsonObject verdict = json("/api/v2/admin/audit/verify", m_live.admin()).value(u"data"_s).toObject();
    QCOMPARE(verdict.value(u"ok"_s), true);
    QVERIFY(verdict.value(u"checked"_s).toInt() >= 6); // three came and signed in
    QCOMPARE(m_live.server().run({u"audit"_s, u"verify"_s}), 0);
    const QString known = QString::fromUtf8(m_live.server().output()).section(u"newest is "_s, 1).section(u';', 0, 0);
    QCOMPARE(m_live.server().run({u"audit"_s, u"verify"_s, u"--expect"_s, known}), 0);
    QVERIFY(m_database->execute(u"UPDATE audit_entries SET actor_email = 'x' WHERE seq = 3"_s));
    QCOMPARE(m_live.server().run({u"audit"_s, u"verify"_s}), 1);
    QVERIFY2(m_live.server().errors().contains("Entry 3 (audit_"), m_live.server().errors());
}

QTEST_GUILESS_MAIN(TestAudited)
#include "tst_audited.moc"

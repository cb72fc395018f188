// SPDX-License-Identifier: GPL-3.0-or-later
// What goes by way of a mailbox: confirming an address, and a forgotten password.
#include "server/store/transaction.h"
#include "tests/server/identity/identitytest.h"
#include "tests/server/identity/otherserver.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestMailbox : public IdentityTest
{
    Q_OBJECT

private slots:
    void init() { makeWorld({}); }

    void addressesAreConfirmed();
    void unconfirmedMayBeKeptOut();
    void forgottenPasswordsAreReset();
    void aCodeEndsWithItsPassword();
    void forgettingTellsNobodyWhoHasAnAccount();
    void mailIsBounded();
    void aNewAddressWaitsForNoCodeOfTheOld();
    void aResetEndsTheLock();
    void addressesChangedElsewhereAreWaitedFor();

private:
    void makeWorld(identity::IdentitySettings settings)
    {
        m_world = std::make_unique<IdentityWorld>(std::move(settings));
    }
    QString mailedCode(const QString &to)
    {
        static const QRegularExpression line(u"\n {4}(\\S+)\n"_s);
        return line.match(lastMail(to)).captured(1);
    }
};

void TestMailbox::addressesAreConfirmed()
{
    m_world->post("/api/v2/auth/register", {{u"email"_s, u"ada@example.com"_s}, {u"password"_s, Password}});
    const QString token = mailedCode(u"ada@example.com"_s);
    QCOMPARE(token.size(), 32);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM one_time_tokens WHERE token_hash = ?"_s, {token}), 0);
    QCOMPARE(logIn().data()["user"_L1]["isEmailVerified"_L1], false); // never in the way unless it must be
    const auto confirm = [&](const QString &code) {
        return m_world->post("/api/v2/auth/email/verify", {{u"token"_s, code}});
    };
    QCOMPARE(confirm(u"not a code"_s).status, 422);
    QCOMPARE(confirm(token + u' ').data()["verified"_L1], true); // as it is pasted
    QCOMPARE(logIn().data()["user"_L1]["isEmailVerified"_L1], true);
    QCOMPARE(confirm(token).status, 422);
    QCOMPARE(audited(u"email.verified"_s), 1);
    // Of an address that the account no longer has it is worth nothing, and so is one that is over.
    m_world->post("/api/v2/auth/register", {{u"email"_s, u"eve@example.com"_s}, {u"password"_s, Password}});
    const QString other = mailedCode(u"eve@example.com"_s);
    m_world->execute(u"UPDATE users SET email = 'mallory@example.com' WHERE email = 'eve@example.com'"_s);
    QCOMPARE(confirm(other).status, 422);
    m_world->execute(u"UPDATE users SET email = 'eve@example.com' WHERE email = 'mallory@example.com'"_s);
    m_world->pass(std::chrono::hours(48));
    QCOMPARE(confirm(other).status, 422);
    // An address that an administrator sets is nobody's until it is confirmed, either.
    m_world->makeUser(u"root@example.com"_s, Role::Admin);
    const QString id = logIn().data()["user"_L1]["id"_L1].toString();
    QCOMPARE(send(http::Method::Patch, "/api/v2/admin/users/" + id.toLatin1(), m_world->tokenOf(u"root@example.com"_s),
                  {{u"email"_s, u"ada@elsewhere.example"_s}})
                 .data()["email_verified"_L1],
             false);
    QCOMPARE(confirm(mailedCode(u"ada@elsewhere.example"_s)).status, 200);
    QCOMPARE(logIn(u"ada@elsewhere.example"_s).data()["user"_L1]["isEmailVerified"_L1], true);
}

void TestMailbox::unconfirmedMayBeKeptOut()
{
    identity::IdentitySettings settings;
    settings.requireVerifiedEmail = true;
    makeWorld(settings);
    m_world->post("/api/v2/auth/register", {{u"email"_s, u"ada@example.com"_s}, {u"password"_s, Password}});
    QCOMPARE(m_world->post(LoginV2, credentials(u"ada@example.com"_s, u"a guess"_s)).status, 401);
    const Reply kept = logIn();
    QCOMPARE(kept.status, 403);
    QVERIFY(kept.body.contains("Confirm your e-mail address"));
    m_world->pass(60s);
    QCOMPARE(m_world->post("/api/v2/auth/email/resend", {{u"email"_s, u"ada@example.com"_s}}).status, 202);
    QTRY_COMPARE(m_world->number(u"SELECT COUNT(*) FROM mail_outbox"_s), 2);
    QCOMPARE(m_world->post("/api/v2/auth/email/verify", {{u"token"_s, mailedCode(u"ada@example.com"_s)}}).status, 200);
    QCOMPARE(logIn().status, 200);
}

void TestMailbox::forgottenPasswordsAreReset()
{
    m_world->addWorker();
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = accessIn(logIn());
    QCOMPARE(m_world->send({.path = "/api/v2/auth/profile", .token = token}, 1).status, 200);
    QCOMPARE(m_world->post("/api/v2/auth/password/forgot", {{u"email"_s, u"Ada@Example.com"_s}}).status, 202);
    QTRY_COMPARE(m_world->number(u"SELECT COUNT(*) FROM mail_outbox"_s), 1);
    const QString code = mailedCode(u"ada@example.com"_s);
    const auto reset = [&](const QString &with, const QString &password) {
        return m_world->post("/api/v2/auth/password/reset", {{u"token"_s, with}, {u"newPassword"_s, password}});
    };
    const quint64 runs = m_world->hasher().runs();
    QCOMPARE(reset(u"made up"_s, u"battery staple"_s).status, 422);
    QCOMPARE(m_world->hasher().runs(), runs); // guessing costs the server nothing
    QCOMPARE(reset(code, u"short"_s).status, 422);
    const Reply done = reset(code, u"battery staple"_s);
    QCOMPARE(done.data(), (QJsonObject{{u"reset"_s, true}, {u"sessionsEnded"_s, 1}}));
    for (const int worker : {0, 1})
        QCOMPARE(m_world->send({.path = "/api/v2/auth/profile", .token = token}, worker).status, 401);
    QCOMPARE(logIn().status, 401);
    const Reply in = m_world->post(LoginV2, credentials(u"ada@example.com"_s, u"battery staple"_s));
    QCOMPARE(in.status, 200);
    QCOMPARE(in.data()["user"_L1]["isEmailVerified"_L1], true); // whoever read the code reads the mailbox
    QCOMPARE(reset(code, u"another password"_s).status, 422); // once
    QVERIFY(lastMail(u"ada@example.com"_s, u"subject"_s).contains("was reset"_L1));
    QVERIFY(!lastMail(u"ada@example.com"_s).contains(code));
    QCOMPARE(audited(u"password.reset"_s), 1);
    // An hour, and not a moment longer.
    m_world->pass(60s);
    m_world->post("/api/v2/auth/password/forgot", {{u"email"_s, u"ada@example.com"_s}});
    QTRY_COMPARE(m_world->number(u"SELECT COUNT(*) FROM mail_outbox WHERE subject LIKE 'Reset%'"_s), 2);
    m_world->pass(1h);
    QCOMPARE(reset(mailedCode(u"ada@example.com"_s), u"another password"_s).status, 422);
}

void TestMailbox::aCodeEndsWithItsPassword()
{
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = accessIn(logIn());
    const auto mailed = [&](int count) {
        m_world->post("/api/v2/auth/password/forgot", {{u"email"_s, u"ada@example.com"_s}});
        const auto sent = [&] {
            return m_world->number(u"SELECT COUNT(*) FROM mail_outbox WHERE subject LIKE 'Reset%'"_s) == count;
        };
        return QTest::qWaitFor(sent) ? mailedCode(u"ada@example.com"_s) : QString();
    };
    const auto reset = [&](const QString &with) {
        return m_world
            ->post("/api/v2/auth/password/reset", {{u"token"_s, with}, {u"newPassword"_s, u"battery staple"_s}})
            .status;
    };
    const QString first = mailed(1);
    const QJsonObject change{{u"currentPassword"_s, Password}, {u"newPassword"_s, u"another horse"_s}};
    QCOMPARE(m_world->post("/api/v2/auth/password", change, token).status, 200);
    QCOMPARE(reset(first), 422);
    // Nor does it open an account that was shut meanwhile.
    const QString second = mailed(2);
    m_world->execute(u"UPDATE users SET is_active = 0"_s);
    QCOMPARE(reset(second), 422);
    m_world->execute(u"UPDATE users SET is_active = 1"_s);
    QCOMPARE(reset(second), 200);
}

void TestMailbox::forgettingTellsNobodyWhoHasAnAccount()
{
    const QString id = m_world->makeUser(u"ada@example.com"_s);
    m_world->makeUser(u"off@example.com"_s);
    m_world->execute(u"UPDATE users SET is_active = 0 WHERE email = 'off@example.com'"_s);
    for (const char *path : {"/api/v2/auth/password/forgot", "/api/v2/auth/email/resend"}) {
        // What is answered waits for nothing that is looked up or written: it comes while nothing can be written.
        store::Transaction held(m_world->connection());
        QVERIFY(held.isOpen());
        const Reply known = m_world->post(path, {{u"email"_s, u"ada@example.com"_s}});
        for (const QString &email : {u"nobody@example.com"_s, u"off@example.com"_s}) {
            const Reply unknown = m_world->post(path, {{u"email"_s, email}});
            QCOMPARE(unknown.status, known.status);
            QCOMPARE(unknown.data(), known.data());
        }
    }
    QTRY_COMPARE(m_world->number(u"SELECT COUNT(*) FROM mail_outbox WHERE recipient = 'ada@example.com'"_s), 2);
    QTRY_COMPARE(m_world->number(u"SELECT COUNT(*) FROM mail_outbox WHERE recipient = 'nobody@example.com'"_s), 0);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM one_time_tokens WHERE user_id = ?"_s, {id}), 2);
}

void TestMailbox::mailIsBounded()
{
    m_world->makeUser(u"ada@example.com"_s);
    const auto forget = [&](int expected) {
        m_world->post("/api/v2/auth/password/forgot", {{u"email"_s, u"ada@example.com"_s}});
        m_world->post("/api/v2/auth/password/forgot", {{u"email"_s, u"ada@example.com"_s}});
        m_world->execute(u"UPDATE settings SET value = value"_s); // the writer is done with what came before
        return m_world->number(u"SELECT COUNT(*) FROM mail_outbox"_s) == expected;
    };
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(forget(i)); // one a minute
        m_world->pass(60s);
    }
    QVERIFY(forget(5)); // five that are good at once
    m_world->pass(std::chrono::minutes(56)); // the first is over: nobody can use them up for others for long
    QVERIFY(forget(6));
}

void TestMailbox::aNewAddressWaitsForNoCodeOfTheOld()
{
    m_world->post("/api/v2/auth/register", {{u"email"_s, u"ada@example.com"_s}, {u"password"_s, Password}});
    for (int codes = 2; codes <= 5; ++codes) { // anybody may ask for them
        m_world->pass(60s);
        m_world->post("/api/v2/auth/email/resend", {{u"email"_s, u"ada@example.com"_s}});
        QTRY_COMPARE(m_world->number(u"SELECT COUNT(*) FROM one_time_tokens"_s), codes);
    }
    m_world->makeUser(u"root@example.com"_s, Role::Admin);
    const QByteArray id = logIn().data()["user"_L1]["id"_L1].toString().toLatin1();
    QCOMPARE(send(http::Method::Patch, "/api/v2/admin/users/" + id, m_world->tokenOf(u"root@example.com"_s),
                  {{u"email"_s, u"ada@elsewhere.example"_s}})
                 .status,
             200);
    const QString code = mailedCode(u"ada@elsewhere.example"_s);
    QCOMPARE(m_world->post("/api/v2/auth/email/verify", {{u"token"_s, code}}).status, 200);
    // Whoever reads the old mailbox may be the owner still.
    QVERIFY(lastMail(u"ada@example.com"_s, u"subject"_s).contains("another e-mail address"_L1));
    QVERIFY(!lastMail(u"ada@example.com"_s).contains("elsewhere"_L1));
}

/// Of whoever forgot the password and tried what it might be.
void TestMailbox::aResetEndsTheLock()
{
    m_world->makeUser(u"ada@example.com"_s);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_world->post(LoginV2, credentials(u"ada@example.com"_s, u"a guess"_s)).status, 401);
    QCOMPARE(logIn().status, 429);
    m_world->post("/api/v2/auth/password/forgot", {{u"email"_s, u"ada@example.com"_s}});
    QTRY_COMPARE(m_world->number(u"SELECT COUNT(*) FROM mail_outbox"_s), 1);
    const Reply reset
        = m_world->post("/api/v2/auth/password/reset",
                        {{u"token"_s, mailedCode(u"ada@example.com"_s)}, {u"newPassword"_s, u"battery staple"_s}});
    QCOMPARE(reset.status, 200);
    QCOMPARE(m_world->post(LoginV2, credentials(u"ada@example.com"_s, u"battery staple"_s)).status, 200);
}

/// A code that went to the old address is worth nothing for the new one.
void TestMailbox::addressesChangedElsewhereAreWaitedFor()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    m_world->post("/api/v2/auth/register", {{u"email"_s, u"ada@example.com"_s}, {u"password"_s, Password}});
    const QString confirmation = mailedCode(u"ada@example.com"_s);
    m_world->post("/api/v2/auth/password/forgot", {{u"email"_s, u"ada@example.com"_s}});
    QTRY_COMPARE(m_world->number(u"SELECT COUNT(*) FROM mail_outbox"_s), 2);
    const QString forgotten = mailedCode(u"ada@example.com"_s);
    std::atomic<bool> written = false;
    const auto whileItChanges = [&](const QByteArray &path, const QJsonObject &body) {
        written = false;
        OtherServer other(m_world->database(), [&](store::Connection &c) {
            const bool set = bool(c.execute(u"UPDATE users SET email = 'ada@elsewhere.example'"_s, {}));
            written = true;
            return set && OtherServer::isAwaited(c);
        });
        const bool refused = QTest::qWaitFor([&] { return written.load(); }) && m_world->post(path, body).status == 422;
        const bool changed = other.hasWritten();
        m_world->execute(u"UPDATE users SET email = 'ada@example.com'"_s);
        return refused && changed;
    };
    QVERIFY(whileItChanges("/api/v2/auth/email/verify", {{u"token"_s, confirmation}}));
    QVERIFY(whileItChanges("/api/v2/auth/password/reset",
                           {{u"token"_s, forgotten}, {u"newPassword"_s, u"battery staple"_s}}));
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM users WHERE email_verified = 1"_s), 0);
    QCOMPARE(logIn().status, 200);
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"

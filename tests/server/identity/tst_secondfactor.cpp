// SPDX-License-Identifier: GPL-3.0-or-later
// The second factor: enrolling, signing in with it, guessing it, losing it, and step-up.
#include "server/identity/secondfactor.h"
#include "server/identity/signinwork.h"
#include "server/identity/totp.h"
#include "server/store/rowlock.h"
#include "server/vault/vault.h"
#include "tests/server/identity/identitytest.h"
#include "tests/server/identity/otherserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
QByteArray unbase32(const QString &text)
{
    QByteArray out;
    quint32 buffer = 0;
    int bits = 0;
    for (const QChar c : text) {
        buffer = (buffer << 5) | quint32(QStringView(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(c));
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            out += char((buffer >> bits) & 0xff);
        }
    }
    return out;
}
}

class TestSecondFactor : public IdentityTest
{
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(m_keys.isValid());
        makeWorld({});
    }

    void codesAreThoseOfTheStandard_data();
    void codesAreThoseOfTheStandard();
    void base32IsThatOfTheStandard();
    void codesMatchWithinOneStepAndOnce();
    void enrolsAndSignsInWithACode();
    void otherSurfacesAreRefusedWithTheReason();
    void aCodeIsGoodOnce();
    void aClockMayBeOneStepOff();
    void recoveryCodesAreGoodOnceEach();
    void guessingIsBounded();
    void guessingWhileSignedInIsTold();
    void twoServersDoNotEnrolWhatIsOn();
    void turnedOnElsewhereItIsAskedFor();
    void signInsElsewhereEndWhenItIsTurnedOn();
    void disabledElsewhereNobodyArrives();
    void challengesEnd();
    void disablesAndRenews();
    void turningItOnEndsOtherSessions();
    void theSecretLiesSealed();
    void anAdministratorResetsIt();
    void theCommandLineResetsIt();
    void graveRoutesAskAgain();
    void stepUpTakesWhatTheAccountHas();

private:
    void makeWorld(identity::IdentitySettings settings);
    Reply verify(const QString &challenge, const QString &code)
    {
        return m_world->post("/api/v2/auth/2fa/verify", {{u"challenge"_s, challenge}, {u"code"_s, code}});
    }
    /// Turns it on and moves on to a fresh code; answers the recovery codes.
    QStringList enable(const QByteArray &token)
    {
        const Reply enrolled = m_world->post("/api/v2/auth/2fa/enroll", {}, token);
        m_secret = unbase32(enrolled.data()["secret"_L1].toString());
        const Reply confirmed = m_world->post("/api/v2/auth/2fa/confirm", {{u"code"_s, code()}}, token);
        QStringList codes;
        for (const QJsonValue one : confirmed.data()["recoveryCodes"_L1].toArray())
            codes << one.toString();
        m_world->pass(30s);
        return codes;
    }
    QString code(int steps = 0) const
    {
        return identity::totpCode(m_secret, identity::totpStep(m_world->now()) + steps);
    }
    QString wrongCode() const
    {
        const QString good = code();
        const QString wrong = QString::number((good.toInt() + 1) % 1'000'000).rightJustified(6, u'0');
        return wrong == code(1) || wrong == code(-1) ? u"000000"_s : wrong;
    }
    QString challengeOf(const Reply &reply) { return reply.data()["security"_L1]["challenge"_L1].toString(); }

    QTemporaryDir m_keys;
    std::shared_ptr<vault::Vault> m_vault;
    QByteArray m_secret;
};

void TestSecondFactor::makeWorld(identity::IdentitySettings settings)
{
    m_world.reset();
    m_vault.reset();
    MoreRoutes more;
    more.routes = [this](const WorldParts &parts) {
        if (!m_vault) {
            const auto source = std::make_shared<vault::FileKeySource>(m_keys.filePath(u"master.key"_s));
            const auto opened = vault::Vault::open(parts.reads, source, parts.clock());
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            m_vault = *opened;
        }
        const auto place = [](const QString &organization, const QString &user) {
            return vault::Place{organization, u"two_factor"_s, user};
        };
        parts.context.secrets = {
            .put = [vault = m_vault,
                    place](store::Connection &c, const QString &organization, const QString &user,
                           QByteArrayView secret) { return vault->put(c, place(organization, user), secret); },
            .get = [vault = m_vault, place](store::Connection &c, const QString &organization,
                                            const QString &user) -> Result<QByteArray> {
                const auto secret = vault->get(c, place(organization, user));
                return secret ? Result<QByteArray>(secret->view().toByteArray()) : Result<QByteArray>(secret.error());
            }};
        return QList<api::Route>();
    };
    m_world = std::make_unique<IdentityWorld>(std::move(settings), std::move(more));
}

void TestSecondFactor::codesAreThoseOfTheStandard_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("code");
    // RFC 6238, appendix B, SHA-1
    for (const auto &[seconds, code] : std::initializer_list<std::pair<qint64, QString>>{{59, u"94287082"_s},
                                                                                         {1111111109, u"07081804"_s},
                                                                                         {1111111111, u"14050471"_s},
                                                                                         {1234567890, u"89005924"_s},
                                                                                         {2000000000, u"69279037"_s},
                                                                                         {20000000000, u"65353130"_s}})
        QTest::addRow("%lld", seconds) << seconds << code;
}

void TestSecondFactor::codesAreThoseOfTheStandard()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, code);
    const QByteArray secret = "12345678901234567890";
    QCOMPARE(identity::totpCode(secret, identity::totpStep(seconds * 1000), 8), code);
    QCOMPARE(identity::totpCode(secret, identity::totpStep(seconds * 1000)), code.right(6));
}

void TestSecondFactor::base32IsThatOfTheStandard()
{
    // RFC 4648, 10
    QCOMPARE(identity::base32(""), u""_s);
    QCOMPARE(identity::base32("f"), u"MY"_s);
    QCOMPARE(identity::base32("fo"), u"MZXQ"_s);
    QCOMPARE(identity::base32("foo"), u"MZXW6"_s);
    QCOMPARE(identity::base32("foob"), u"MZXW6YQ"_s);
    QCOMPARE(identity::base32("fooba"), u"MZXW6YTB"_s);
    QCOMPARE(identity::base32("foobar"), u"MZXW6YTBOI"_s);
    QCOMPARE(identity::otpauthUri("12345678901234567890", u"ada+x@example.com"_s),
             u"otpauth://totp/Voxdesk:ada%2Bx%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Voxdesk"
             "&algorithm=SHA1&digits=6&period=30"_s);
    QVERIFY(identity::newTotpSecret() != identity::newTotpSecret());
    QCOMPARE(identity::newTotpSecret().size(), 20);
}

void TestSecondFactor::codesMatchWithinOneStepAndOnce()
{
    const QByteArray secret = "12345678901234567890";
    const qint64 now = 1'700'000'000'000;
    const qint64 step = identity::totpStep(now);
    for (const int drift : {-1, 0, 1})
        QCOMPARE(identity::matchingStep(secret, identity::totpCode(secret, step + drift), now, -1), step + drift);
    for (const int drift : {-2, 2})
        QVERIFY(!identity::matchingStep(secret, identity::totpCode(secret, step + drift), now, -1));
    QVERIFY(!identity::matchingStep(secret, identity::totpCode(secret, step), now, step));
    QVERIFY(!identity::matchingStep(secret, identity::totpCode(secret, step - 1), now, step));
    QVERIFY(identity::matchingStep(secret, identity::totpCode(secret, step + 1), now, step));
    QVERIFY(!identity::matchingStep(secret, {}, now, -1));
}

void TestSecondFactor::enrolsAndSignsInWithACode()
{
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    const Reply in = logIn();
    QCOMPARE(in.data()["security"_L1]["requiresTwoFactor"_L1], false);
    const QByteArray token = accessIn(in);
    const QByteArray state = "/api/v2/auth/2fa";
    QCOMPARE(m_world->get(state, token).data(),
             (QJsonObject{{u"enabled"_s, false}, {u"enabledAt"_s, QJsonValue::Null}, {u"recoveryCodesLeft"_s, 0}}));
    QCOMPARE(m_world->post("/api/v2/auth/2fa/confirm", {{u"code"_s, u"123456"_s}}, token).status, 409);
    const Reply enrolled = m_world->post("/api/v2/auth/2fa/enroll", {}, token);
    const QString secret = enrolled.data()["secret"_L1].toString();
    QCOMPARE(secret.size(), 32);
    QVERIFY(enrolled.data()["uri"_L1].toString().contains(secret));
    QCOMPARE(logIn().data()["security"_L1]["requiresTwoFactor"_L1], false); // not before it is confirmed
    m_secret = unbase32(secret);
    QCOMPARE(m_world->post("/api/v2/auth/2fa/confirm", {{u"code"_s, wrongCode()}}, token).status, 401);
    const QStringList recovery = enable(token); // enrolled anew: the first secret is void
    QCOMPARE(recovery.size(), 10);
    QCOMPARE(QSet<QString>(recovery.begin(), recovery.end()).size(), 10);
    const QJsonObject on = m_world->get(state, token).data();
    QCOMPARE(on["enabled"_L1], true);
    QCOMPARE(on["recoveryCodesLeft"_L1], 10);
    QCOMPARE(m_world->post("/api/v2/auth/2fa/enroll", {}, token).status, 409);
    QCOMPARE(audited(u"two_factor.enabled"_s), 1);
    QVERIFY(lastMail(u"ada@example.com"_s, u"subject"_s).contains("second factor"_L1));

    const Reply half = logIn();
    QCOMPARE(half.status, 200);
    QCOMPARE(half.data()["tokens"_L1], QJsonValue(QJsonValue::Null));
    const QJsonObject security = half.data()["security"_L1].toObject();
    QCOMPARE(security["requiresTwoFactor"_L1], true);
    QCOMPARE(security["isNewDevice"_L1], false);
    QCOMPARE(security["challengeExpiresAt"_L1].toInteger(), m_world->now() + 5 * 60'000);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM sessions"_s), 2); // no more than before
    // Its owner sees that somebody knows the password, and where from; not that it was the owner.
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM audit_entries WHERE action = 'session.challenged' "
                             "AND target_id = ? AND actor_id = '' AND address = '198.51.100.7' "
                             "AND after_json LIKE '%laptop of Ada%'"_s,
                             {ada}),
             1);
    QCOMPARE(verify(challengeOf(half), wrongCode()).code(), u"INVALID_CREDENTIALS"_s);
    const Reply whole = verify(challengeOf(half), code());
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.data().keys(), in.data().keys());
    QCOMPARE(whole.data()["security"_L1].toObject().keys(), in.data()["security"_L1].toObject().keys());
    QCOMPARE(m_world->get("/api/v2/auth/profile", accessIn(whole)).status, 200);
    QCOMPARE(verify(challengeOf(half), code(1)).code(), u"AUTH_INVALID"_s); // a challenge is good once
    QCOMPARE(audited(u"session.created"_s), 3);
}

void TestSecondFactor::otherSurfacesAreRefusedWithTheReason()
{
    m_world->makeUser(u"ada@example.com"_s);
    enable(accessIn(logIn()));
    for (const char *path : {"/api/v1/auth/login", "/api/auth/login", "/auth/login"}) {
        const Reply refused = m_world->post(path, credentials(u"ada@example.com"_s));
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.code(), u"FORBIDDEN"_s);
        QVERIFY2(refused.body.contains("second factor") && refused.body.contains("v2"), refused.body);
        // Only to who knows the password.
        QCOMPARE(m_world->post(path, credentials(u"ada@example.com"_s, u"a guess"_s)).status, 401);
    }
}

void TestSecondFactor::aCodeIsGoodOnce()
{
    m_world->addWorker();
    m_world->makeUser(u"ada@example.com"_s);
    enable(accessIn(logIn()));
    const QString used = code();
    QCOMPARE(verify(challengeOf(logIn()), used).status, 200);
    QCOMPARE(verify(challengeOf(logIn()), used).status, 401);
    QCOMPARE(verify(challengeOf(logIn()), code(-1)).status, 401); // older than one that was used
    m_world->pass(60s);
    // Twenty sign-ins with one code at once, over two workers: one gets in.
    QList<Ask> asks;
    for (int i = 0; i < 4; ++i)
        asks << Ask{.method = http::Method::Post,
                    .path = "/api/v2/auth/2fa/verify",
                    .body = {{u"challenge"_s, challengeOf(logIn())}, {u"code"_s, code()}}};
    int in = 0;
    for (const Reply &reply : m_world->sendAll(asks))
        in += reply.status == 200;
    QCOMPARE(in, 1);
}

void TestSecondFactor::aClockMayBeOneStepOff()
{
    m_world->makeUser(u"ada@example.com"_s);
    enable(accessIn(logIn()));
    m_world->pass(120s);
    QCOMPARE(verify(challengeOf(logIn()), code(-2)).status, 401);
    QCOMPARE(verify(challengeOf(logIn()), code(2)).status, 401);
    QCOMPARE(verify(challengeOf(logIn()), code(-1)).status, 200);
    QCOMPARE(verify(challengeOf(logIn()), code(1)).status, 200);
}

void TestSecondFactor::recoveryCodesAreGoodOnceEach()
{
    m_world->makeUser(u"ada@example.com"_s);
    const QStringList codes = enable(accessIn(logIn()));
    QCOMPARE(verify(challengeOf(logIn()), codes[3].toUpper().remove(u'-')).status, 200); // as people write it
    QCOMPARE(verify(challengeOf(logIn()), codes[3]).status, 401);
    const Reply in = verify(challengeOf(logIn()), codes[4]);
    QCOMPARE(in.status, 200);
    QCOMPARE(m_world->get("/api/v2/auth/2fa", accessIn(in)).data()["recoveryCodesLeft"_L1], 8);
    // Nothing in the database tells a code.
    for (const QString &one : codes)
        QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM recovery_codes WHERE code_hash IN (?, ?)"_s,
                                 {one, QString(one).remove(u'-')}),
                 0);
}

void TestSecondFactor::guessingIsBounded()
{
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    const QStringList codes = enable(accessIn(logIn()));
    // Five of a challenge, then the password is asked for again.
    const QString first = challengeOf(logIn());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(verify(first, wrongCode()).code(), u"INVALID_CREDENTIALS"_s);
    QCOMPARE(verify(first, code()).code(), u"AUTH_INVALID"_s);
    // Ten of an account, from wherever: then none is looked at.
    const QString second = challengeOf(logIn());
    for (int i = 0; i < 5; ++i) {
        const Reply wrong = m_world->send({.method = http::Method::Post,
                                           .path = "/api/v2/auth/2fa/verify",
                                           .body = {{u"challenge"_s, second}, {u"code"_s, wrongCode()}},
                                           .client = QHostAddress(u"203.0.113.%1"_s.arg(i + 1))});
        QCOMPARE(wrong.code(), u"INVALID_CREDENTIALS"_s);
    }
    const auto told = [&](const QString &reason) {
        return m_world->number(u"SELECT COUNT(*) FROM audit_entries WHERE action = 'session.failed' AND target_id = ? "
                               "AND after_json = ?"_s,
                               {ada, u"{\"reason\":\"%1\"}"_s.arg(reason)});
    };
    m_world->pass(60s); // of each minute the first few have an entry each
    const Reply locked = verify(challengeOf(logIn()), code());
    QCOMPARE(locked.status, 429);
    QCOMPARE(locked.code(), u"ACCOUNT_LOCKED"_s);
    QCOMPARE(told(u"account_locked"_s), 1);
    const QString shut = challengeOf(logIn());
    m_world->execute(u"UPDATE users SET is_active = 0 WHERE id = ?"_s, {ada});
    QCOMPARE(verify(shut, code()).code(), u"ACCOUNT_DISABLED"_s);
    QCOMPARE(told(u"account_disabled"_s), 1);
    m_world->execute(u"UPDATE users SET is_active = 1 WHERE id = ?"_s, {ada});
    QVERIFY(locked.headers.value("Retry-After").toInt() > 0);
    QVERIFY(lastMail(u"ada@example.com"_s, u"subject"_s).contains("guessing"_L1));
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM mail_outbox WHERE subject LIKE '%guessing%'"_s), 1);
    // Its owner gets in all the same, and is rid of the lock.
    QCOMPARE(verify(challengeOf(logIn()), codes[0]).status, 200);
    QCOMPARE(verify(challengeOf(logIn()), code()).status, 200);
}

void TestSecondFactor::guessingWhileSignedInIsTold()
{
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = accessIn(logIn());
    const auto guess = [&](const QByteArray &path) {
        return m_world->post("/api/v2/auth/" + path, {{u"code"_s, wrongCode()}}, token).code();
    };
    const auto told = [&] {
        return m_world->number(u"SELECT COUNT(*) FROM audit_entries WHERE action = 'session.failed' AND target_id = ? "
                               "AND after_json LIKE '%two_factor%'"_s,
                               {ada});
    };
    m_secret = unbase32(m_world->post("/api/v2/auth/2fa/enroll", {}, token).data()["secret"_L1].toString());
    QCOMPARE(guess("2fa/confirm"), u"INVALID_CREDENTIALS"_s);
    QCOMPARE(told(), 1);
    enable(token);
    int guesses = 1;
    for (const char *path : {"step-up", "2fa/disable", "2fa/recovery-codes"}) {
        QCOMPARE(guess(path), u"INVALID_CREDENTIALS"_s);
        QCOMPARE(told(), ++guesses);
    }
}

void TestSecondFactor::twoServersDoNotEnrolWhatIsOn()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    QCOMPARE(m_world->post("/api/v2/auth/2fa/enroll", {}, accessIn(logIn())).status, 200);
    store::Connection &here = m_world->connection();
    store::Transaction transaction(here);
    QVERIFY(here.execute(u"UPDATE two_factor SET confirmed_at = 1, last_step = 7 WHERE user_id = ?"_s, {ada}));
    std::atomic<bool> replaced = false;
    const identity::SecretBox box{
        .put = [&](store::Connection &, const QString &, const QString &, QByteArrayView) -> Result<Done> {
            replaced = true;
            return Done{};
        }};
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        const auto row = identity::UserStore(c, m_world->settings(), 1).byId(ada);
        return row && identity::TwoFactorStore(c, m_world->settings(), box, 1).enroll(row->user.organizationId, ada);
    });
    const auto watch = store::Connection::open(m_world->database());
    QVERIFY(watch && other.waits(**watch));
    QVERIFY(transaction.commit());
    QVERIFY(!other.hasWritten());
    QVERIFY(!replaced); // the secret that codes are of
    QCOMPARE(m_world->number(u"SELECT last_step FROM two_factor WHERE user_id = ?"_s, {ada}), 7);
}

void TestSecondFactor::turnedOnElsewhereItIsAskedFor()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    QCOMPARE(m_world->post("/api/v2/auth/2fa/enroll", {}, accessIn(logIn())).status, 200);
    std::atomic<bool> written = false;
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        const bool on = store::lockRow(c, "users"_L1, ada)
            && c.execute(u"UPDATE two_factor SET confirmed_at = 1 WHERE user_id = ?"_s, {ada});
        written = true;
        return on && OtherServer::isAwaited(c);
    });
    QTRY_VERIFY(written);
    QCOMPARE(logIn().data()["security"_L1]["requiresTwoFactor"_L1], true);
    QVERIFY(other.hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM sessions"_s), 1); // what enrolled it
}

void TestSecondFactor::signInsElsewhereEndWhenItIsTurnedOn()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = accessIn(logIn());
    m_secret = unbase32(m_world->post("/api/v2/auth/2fa/enroll", {}, token).data()["secret"_L1].toString());
    const auto hash = identity::UserStore(m_world->connection(), m_world->settings(), 1).passwordHash(ada);
    QVERIFY(hash);
    const identity::SigningKeys keys = m_world->keys();
    const identity::SecretBox none;
    std::atomic<bool> written = false;
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        const auto in = identity::SignInWork(c, m_world->settings(), keys, none, m_world->now())
                            .open({.account = u"ada@example.com"_s,
                                   .addressKey = u"203.0.113.5"_s,
                                   .userId = ada,
                                   .hash = *hash,
                                   .address = QHostAddress(u"203.0.113.5"_s)},
                                  {});
        written = true;
        return in && !in->refusal && OtherServer::isAwaited(c);
    });
    QTRY_VERIFY(written);
    QCOMPARE(m_world->post("/api/v2/auth/2fa/confirm", {{u"code"_s, code()}}, token).status, 200);
    QVERIFY(other.hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM sessions WHERE revoked_at IS NULL"_s), 1); // what turned it on
}

void TestSecondFactor::disabledElsewhereNobodyArrives()
{
    if (m_world->database().engine != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL has several servers.");
    const QString ada = m_world->makeUser(u"ada@example.com"_s);
    enable(accessIn(logIn()));
    const QString challenge = challengeOf(logIn());
    std::atomic<bool> written = false;
    OtherServer other(m_world->database(), [&](store::Connection &c) {
        const bool shut = bool(identity::UserStore(c, m_world->settings(), 1).update(ada, {.active = false}));
        written = true;
        return shut && OtherServer::isAwaited(c);
    });
    QTRY_VERIFY(written);
    QCOMPARE(verify(challenge, code()).code(), u"ACCOUNT_DISABLED"_s);
    QVERIFY(other.hasWritten());
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM sessions"_s), 1);
}

void TestSecondFactor::challengesEnd()
{
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = accessIn(logIn());
    enable(token);
    const QString old = challengeOf(logIn());
    m_world->pass(5min);
    QCOMPARE(verify(old, code()).code(), u"AUTH_EXPIRED"_s);
    QCOMPARE(verify(u"vxc_made_up"_s, code()).code(), u"AUTH_INVALID"_s);
    // A new password makes the old one's sign-ins worthless.
    const QString begun = challengeOf(logIn());
    const Reply changed = m_world->post(
        "/api/v2/auth/password", {{u"currentPassword"_s, Password}, {u"newPassword"_s, u"battery staple"_s}}, token);
    QCOMPARE(changed.status, 200);
    QCOMPARE(verify(begun, code()).code(), u"AUTH_INVALID"_s);
    QVERIFY(lastMail(u"ada@example.com"_s, u"subject"_s).contains("password was changed"_L1));
}

void TestSecondFactor::disablesAndRenews()
{
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = accessIn(logIn());
    const QStringList first = enable(token);
    const Reply renewed = m_world->post("/api/v2/auth/2fa/recovery-codes", {{u"code"_s, code()}}, token);
    QCOMPARE(renewed.data()["recoveryCodes"_L1].toArray().size(), 10);
    QCOMPARE(verify(challengeOf(logIn()), first[0]).status, 401);
    m_world->pass(30s);
    QCOMPARE(m_world->post("/api/v2/auth/2fa/disable", {{u"code"_s, wrongCode()}}, token).status, 401);
    const Reply off = m_world->post("/api/v2/auth/2fa/disable", {{u"code"_s, code()}}, token);
    QCOMPARE(off.data()["enabled"_L1], false);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM vault_secrets"_s), 0);
    QCOMPARE(m_world->number(u"SELECT COUNT(*) FROM recovery_codes"_s), 0);
    QVERIFY(!accessIn(logIn()).isEmpty());
    QCOMPARE(m_world->post("/api/v1/auth/login", credentials(u"ada@example.com"_s)).status, 200);
    QCOMPARE(m_world->post("/api/v2/auth/2fa/disable", {{u"code"_s, code()}}, token).status, 409);
}

/// A session that was opened by the password alone, perhaps by somebody else, does not live on beside the factor.
void TestSecondFactor::turningItOnEndsOtherSessions()
{
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = accessIn(logIn());
    const Reply other = logIn();
    QCOMPARE(m_world->get("/api/v2/auth/2fa", accessIn(other)).status, 200);
    enable(token);
    QCOMPARE(m_world->get("/api/v2/auth/2fa", accessIn(other)).status, 401);
    const QJsonObject refresh{{u"refreshToken"_s, other.data()["tokens"_L1]["refreshToken"_L1]}};
    QCOMPARE(m_world->post("/api/v1/auth/refresh", refresh).status, 401);
    QCOMPARE(m_world->get("/api/v2/auth/2fa", token).status, 200);
}

void TestSecondFactor::theSecretLiesSealed()
{
    m_world->makeUser(u"ada@example.com"_s);
    enable(accessIn(logIn()));
    auto rows = m_world->query(u"SELECT sealed FROM vault_secrets WHERE owner = 'two_factor'"_s);
    QVERIFY(rows && rows->next());
    QVERIFY(!rows->bytes(0).contains(m_secret));
    auto entries = m_world->query(u"SELECT before_json, after_json FROM audit_entries"_s);
    QVERIFY(entries);
    while (entries->next())
        QVERIFY(!QString(entries->text(0) + entries->text(1)).contains(identity::base32(m_secret)));
}

void TestSecondFactor::anAdministratorResetsIt()
{
    const QString id = m_world->makeUser(u"ada@example.com"_s);
    m_world->makeUser(u"root@example.com"_s, Role::Admin);
    m_world->makeUser(u"help@example.com"_s, Role::Support);
    const QByteArray token = accessIn(logIn());
    enable(token);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_world->post("/api/v2/auth/step-up", {{u"code"_s, wrongCode()}}, token).status, 401);
    QCOMPARE(m_world->post("/api/v2/auth/step-up", {{u"code"_s, code()}}, token).status, 429);
    const QByteArray path = "/api/v2/admin/users/" + id.toLatin1() + "/two-factor";
    QCOMPARE(send(http::Method::Delete, path, token).status, 403);
    QCOMPARE(send(http::Method::Delete, path, m_world->tokenOf(u"help@example.com"_s)).status, 403);
    const QByteArray root = m_world->tokenOf(u"root@example.com"_s);
    QCOMPARE(send(http::Method::Delete, "/api/v2/admin/users/user_none/two-factor", root).status, 404);
    const Reply reset = send(http::Method::Delete, path, root);
    QCOMPARE(reset.status, 200);
    QCOMPARE(reset.data(), (QJsonObject{{u"id"_s, id}, {u"enabled"_s, false}, {u"sessions_ended"_s, 1}}));
    QCOMPARE(m_world->get("/api/v2/auth/profile", token).status, 401);
    QVERIFY(lastMail(u"ada@example.com"_s, u"subject"_s).contains("was removed"_L1));
    QCOMPARE(enable(accessIn(logIn())).size(), 10); // who guessed at the old one locks nobody out of a new one
    QCOMPARE(send(http::Method::Delete, path, root).data()["sessions_ended"_L1], 1);
    QVERIFY(!accessIn(logIn()).isEmpty());
    QCOMPARE(send(http::Method::Delete, path, root).data()["sessions_ended"_L1], 0);
    QCOMPARE(audited(u"two_factor.reset"_s), 2);
}

void TestSecondFactor::theCommandLineResetsIt()
{
    m_world->makeUser(u"root@example.com"_s, Role::Admin);
    enable(accessIn(logIn(u"root@example.com"_s)));
    const auto reset = [this](const QString &email) {
        return identity::resetTwoFactor(m_world->connection(), m_world->settings(), email,
                                        audit::Actor::system(u"test"_s), m_world->now());
    };
    QCOMPARE(reset(u"nobody@example.com"_s).error().code, ErrorCode::ResourceNotFound);
    const auto done = reset(u"Root@Example.com "_s);
    QVERIFY(done && *done);
    QCOMPARE(**done, 1);
    const auto again = reset(u"root@example.com"_s);
    QVERIFY(again && !*again); // there was none
    QVERIFY(!accessIn(logIn(u"root@example.com"_s)).isEmpty());
}

void TestSecondFactor::graveRoutesAskAgain()
{
    const QString id = m_world->makeUser(u"eve@example.com"_s);
    m_world->makeUser(u"root@example.com"_s, Role::Admin);
    const QByteArray path = "/api/v2/admin/users/" + id.toLatin1();
    const QByteArray plain = m_world->tokenOf(u"root@example.com"_s);
    // An account without a second factor is never asked.
    QCOMPARE(send(http::Method::Patch, path, plain, {{u"role"_s, u"support"_s}}).status, 200);
    const QStringList codes = enable(plain); // confirming is giving it
    QCOMPARE(send(http::Method::Patch, path, plain, {{u"role"_s, u"user"_s}}).status, 200);
    m_world->pass(10min);
    for (const QJsonObject &body :
         {QJsonObject{{u"role"_s, u"admin"_s}}, QJsonObject{{u"email"_s, u"mallory@example.com"_s}},
          QJsonObject{{u"is_active"_s, false}}, QJsonObject{{u"organization_role"_s, u"owner"_s}}}) {
        const Reply asked = send(http::Method::Patch, path, plain, body);
        QCOMPARE(asked.status, 403);
        QCOMPARE(asked.code(), u"STEP_UP_REQUIRED"_s);
    }
    QCOMPARE(send(http::Method::Delete, path, plain).code(), u"STEP_UP_REQUIRED"_s);
    QCOMPARE(send(http::Method::Delete, path + "/sessions", plain).code(), u"STEP_UP_REQUIRED"_s);
    QCOMPARE(
        m_world->post("/api/v2/admin/users/bulk", {{u"ids"_s, QJsonArray{id}}, {u"is_active"_s, false}}, plain).code(),
        u"STEP_UP_REQUIRED"_s);
    QCOMPARE(send(http::Method::Patch, path, plain, {{u"first_name"_s, u"Eve"_s}}).status, 200);
    const Reply given = m_world->post("/api/v2/auth/step-up", {{u"code"_s, code()}}, plain);
    QCOMPARE(given.status, 200);
    QCOMPARE(QDateTime::fromString(given.data()["validUntil"_L1].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch(),
             m_world->now() + 600'000);
    QCOMPARE(send(http::Method::Patch, path, plain, {{u"role"_s, u"support"_s}}).status, 200);
    // Another session of the same account has not given it.
    const QByteArray other = accessIn(verify(challengeOf(logIn(u"root@example.com"_s)), codes[0]));
    m_world->pass(9min + 59s);
    QCOMPARE(send(http::Method::Patch, path, other, {{u"role"_s, u"user"_s}}).status, 200);
    m_world->pass(1s);
    QCOMPARE(send(http::Method::Delete, path, other).code(), u"STEP_UP_REQUIRED"_s);
    QCOMPARE(m_world->post("/api/v2/auth/step-up", {{u"code"_s, wrongCode()}}, other).status, 401);
    QCOMPARE(m_world->post("/api/v2/auth/step-up", {{u"code"_s, code()}}, other).status, 200);
    QCOMPARE(send(http::Method::Delete, path, other).status, 200);
}

void TestSecondFactor::stepUpTakesWhatTheAccountHas()
{
    m_world->makeUser(u"ada@example.com"_s);
    const QByteArray token = accessIn(logIn());
    const QByteArray path = "/api/v2/auth/step-up";
    QCOMPARE(m_world->post(path, {}, token).status, 422);
    QCOMPARE(m_world->post(path, {{u"code"_s, u"123456"_s}}, token).status, 422);
    QCOMPARE(m_world->post(path, {{u"password"_s, u"not it"_s}}, token).code(), u"INVALID_CREDENTIALS"_s);
    QCOMPARE(m_world->post(path, {{u"password"_s, Password}}, token).status, 200);
    enable(token);
    QCOMPARE(m_world->post(path, {{u"password"_s, Password}}, token).status, 422); // the weaker of the two
    QCOMPARE(m_world->post(path, {{u"code"_s, code()}}, token).status, 200);
}

QTEST_GUILESS_MAIN(TestSecondFactor)
#include "tst_secondfactor.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What is tried on signing in, against a running server: tokens with something wrong in them though they are signed
// well, stolen refresh tokens, codes that were seen or are guessed, one password on many accounts, and requests that
// name a version twice. Tokens that are not signed at all are in tst_security; that an unknown address costs as much
// work as a known one is in tst_signin, where the work can be counted.
#include "tests/contract/livecontract.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace
{
QByteArray base64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// The key that the server signs with, as its operator could read it.
struct ServerKey {
    QString id;
    QByteArray secret;

    explicit ServerKey(const QString &data)
    {
        QFile file(data + u"/keys/tokens.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the server has no keys");
        const QJsonValue first = QJsonDocument::fromJson(file.readAll()).object().value(u"keys"_s).toArray().at(0);
        id = first[u"id"_s].toString();
        secret = QByteArray::fromBase64(first[u"secret"_s].toString().toLatin1());
    }
    QJsonObject header() const { return {{u"alg"_s, u"HS256"_s}, {u"kid"_s, id}, {u"typ"_s, u"JWT"_s}}; }
    QByteArray sign(const QJsonObject &header, const QJsonObject &payload, const QByteArray &with) const
    {
        const QByteArray text = base64(compact(header)) + '.' + base64(compact(payload));
        return text + '.' + base64(QMessageAuthenticationCode::hash(text, with, QCryptographicHash::Sha256));
    }
    QByteArray sign(const QJsonObject &payload) const { return sign(header(), payload, secret); }
};

/// RFC 6238, written a second time, from the standard.
QString totp(const QString &base32, qint64 seconds)
{
    QByteArray key;
    quint32 buffer = 0;
    int bits = 0;
    for (const QChar c : base32) {
        buffer = (buffer << 5) | quint32(QStringView(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(c));
        if ((bits += 5) >= 8)
            key += char((buffer >> (bits -= 8)) & 0xff);
    }
    QByteArray counter(8, '\0');
    qToBigEndian<quint64>(quint64(seconds) / 30, counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, key, QCryptographicHash::Sha1);
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + (mac.back() & 15)) & 0x7fffffff;
    return QString::number(number % 1'000'000).rightJustified(6, u'0');
}

QJsonObject dataOf(const WireAnswer &answer) { return answer.json().value(u"data"_s).toObject(); }

QString codeOf(const WireAnswer &answer)
{
    const QJsonValue error = answer.json().value(u"error"_s);
    return error.isString() ? error.toString() : error[u"code"_s].toString();
}
}

class TestAttacks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_live.start({u"--trusted-proxies"_s, u"127.0.0.1,::1"_s}), m_live.server().errors());
        m_user = m_live.newUser();
        m_other = m_live.newUser();
        QVERIFY(!m_user.id.isEmpty() && !m_other.id.isEmpty());
    }
    void cleanup() { QCOMPARE(m_live.client().takeComplaints().join(u'\n'), QString()); }

    void wellSignedTokensWithWrongClaims_data();
    void wellSignedTokensWithWrongClaims();
    void keysAreNotConfused();
    void trimmedTokens();
    void aUsedRefreshTokenEndsItsSession_data();
    void aUsedRefreshTokenEndsItsSession();
    void aCodeThatWasSeenIsWorthNothing();
    void codesAreNotGuessed();
    void noVersionLetsAnybodyPastTheSecondFactor();
    void whoLostTheFactorIsHelped();
    void onePasswordOnManyAccounts();
    void versionsNamedTwice_data();
    void versionsNamedTwice();
    void versionsInDisguise_data();
    void versionsInDisguise();

private:
    struct Protected {
        Account account;
        QString secret; ///< of the second factor, base32
        QByteArray token; ///< v2
    };
    Protected withSecondFactor();
    WireAnswer logIn(const Account &account, const WireHeaders &headers = {})
    {
        return m_live.client().post("/api/v2/auth/login",
                                    {{u"email"_s, account.email}, {u"password"_s, account.password}}, headers);
    }
    QString challenge(const Account &account)
    {
        return dataOf(logIn(account)).value(u"security"_s)[u"challenge"_s].toString();
    }
    WireAnswer verify(const QString &challenge, const QString &code)
    {
        return m_live.client().post("/api/v2/auth/2fa/verify", {{u"challenge"_s, challenge}, {u"code"_s, code}});
    }

    LiveContract m_live;
    Account m_user;
    Account m_other;
};

void TestAttacks::wellSignedTokensWithWrongClaims_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("code");
    const ServerKey key(m_live.server().data());
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QJsonObject good = claims(m_user.token);
    const auto row = [&](const char *name, const QJsonObject &changes, const QString &code = u"AUTH_INVALID"_s) {
        QJsonObject changed = good;
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            if (it.value().isUndefined() || it.value().isNull())
                changed.remove(it.key());
            else
                changed.insert(it.key(), it.value());
        }
        QTest::newRow(name) << key.sign(changed) << code;
    };
    const QJsonValue absent(QJsonValue::Null);
    row("as it was", {}, {}); // the key is the right one: what follows is refused for what it says
    row("expired", {{u"exp"_s, now - 1}}, u"AUTH_EXPIRED"_s);
    row("expired long ago", {{u"exp"_s, 1}}, u"AUTH_EXPIRED"_s);
    row("without an end", {{u"exp"_s, absent}});
    row("ends in words", {{u"exp"_s, u"never"_s}});
    row("ends below zero", {{u"exp"_s, -1}});
    row("issued in an hour", {{u"iat"_s, now + 3600}});
    row("issued at no time", {{u"iat"_s, absent}});
    row("good in an hour", {{u"nbf"_s, now + 3600}});
    row("good from words on", {{u"nbf"_s, u"now"_s}});
    row("of another issuer", {{u"iss"_s, u"https://evil.example"_s}});
    row("of an issuer that begins alike", {{u"iss"_s, u"voxdesk.evil.example"_s}});
    row("of nobody", {{u"iss"_s, absent}});
    row("for nobody", {{u"sub"_s, absent}});
    row("another's name on this session", {{u"sub"_s, m_other.id}, {u"id"_s, m_other.id}});
    row("this name on another's session", {{u"sid"_s, claims(m_other.token).value(u"sid"_s)}});
    row("of a session that never was", {{u"sid"_s, u"sess_01h00000000000000000000000"_s}});
    row("without a session", {{u"sid"_s, absent}});
    row("SQL for a session", {{u"sid"_s, u"' OR '1'='1"_s}});
    row("a list of sessions", {{u"sid"_s, QJsonArray{good.value(u"sid"_s)}}});
}

void TestAttacks::wellSignedTokensWithWrongClaims()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, code);
    for (const char *target : {"/api/v1/auth/profile", "/api/v2/auth/profile"}) {
        const auto answer = m_live.client().get(target, bearer(token));
        QCOMPARE(answer.status, code.isEmpty() ? 200 : 401);
        QCOMPARE(codeOf(answer), code);
    }
}

void TestAttacks::keysAreNotConfused()
{
    // What everybody can know of a server is its certificate: signing with that must open nothing.
    QTemporaryDir dir;
    const QString certificate = dir.filePath(u"cert.pem"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=localhost"_s, u"-keyout"_s, dir.filePath(u"key.pem"_s), u"-out"_s, certificate});
    if (!openssl.waitForFinished(60'000) || openssl.exitCode() != 0)
        QSKIP("There is no openssl program to make a certificate with.");
    openssl.start(u"openssl"_s, {u"x509"_s, u"-in"_s, certificate, u"-pubkey"_s, u"-noout"_s});
    QVERIFY(openssl.waitForFinished(60'000));
    const QByteArray publicKey = openssl.readAllStandardOutput();
    QVERIFY(publicKey.startsWith("-----BEGIN PUBLIC KEY-----"));
    QFile file(certificate);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pem = file.readAll();

    const ServerKey key(m_live.server().data());
    const QJsonObject payload = claims(m_user.token);
    const auto status
        = [&](const QByteArray &token) { return m_live.client().get("/api/v1/auth/profile", bearer(token)).status; };
    const auto named = [&](const QString &name, const QJsonValue &value) {
        QJsonObject header = key.header();
        header.insert(name, value);
        return header;
    };
    for (const QByteArray &with : {publicKey, publicKey.trimmed(), pem, pem.trimmed(), key.id.toLatin1(), QByteArray()})
        QCOMPARE(status(key.sign(key.header(), payload, with)), 401);
    // The right key under a header that is not the server's own.
    for (const char *algorithm : {"RS256", "ES256", "PS256", "HS512", "hs256", "none", "dir", ""})
        QCOMPARE(status(key.sign(named(u"alg"_s, QString::fromLatin1(algorithm)), payload, key.secret)), 401);
    QCOMPARE(status(key.sign(named(u"kid"_s, u"other"_s), payload, key.secret)), 401);
    QCOMPARE(status(key.sign(named(u"jku"_s, u"https://evil.example/keys"_s), payload, key.secret)), 401);
    QCOMPARE(status(key.sign(named(u"crit"_s, QJsonArray{u"exp"_s}), payload, key.secret)), 401);
    QCOMPARE(status(key.sign(named(u"typ"_s, u"at+jwt"_s), payload, key.secret)), 401);
    // Signed by RSA, with a private key whose public half is known.
    const QByteArray text = base64(compact(named(u"alg"_s, u"RS256"_s))) + '.' + base64(compact(payload));
    openssl.start(u"openssl"_s, {u"dgst"_s, u"-sha256"_s, u"-sign"_s, dir.filePath(u"key.pem"_s)});
    openssl.write(text);
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished(60'000));
    QCOMPARE(status(text + '.' + base64(openssl.readAllStandardOutput())), 401);
    QCOMPARE(status(key.sign(payload)), 200);
}

void TestAttacks::trimmedTokens()
{
    const QByteArray token = m_user.token;
    const auto status = [&](const QByteArray &text) {
        return m_live.client().get("/api/v1/auth/profile", {{"Authorization", text}}).status;
    };
    QCOMPARE(status("Bearer " + token), 200);
    for (qsizetype length = 0; length < token.size(); length += std::max<qsizetype>(1, (token.size() - length) / 9))
        QVERIFY2(status("Bearer " + token.first(length)) == 401, QByteArray::number(length));
    for (const qsizetype from : {qsizetype(1), qsizetype(2), token.indexOf('.'), token.indexOf('.') + 1})
        QVERIFY2(status("Bearer " + token.mid(from)) == 401, QByteArray::number(from));
    const QByteArray signature = token.mid(token.lastIndexOf('.') + 1);
    for (qsizetype length = 0; length < signature.size(); ++length)
        QVERIFY2(status("Bearer " + token.chopped(signature.size() - length)) == 401, QByteArray::number(length));
    for (const QByteArray &wrong : {token, QByteArray("Basic " + token), QByteArray("Bearer" + token),
                                    QByteArray("Bearer " + token + ", Bearer " + token),
                                    QByteArray("Bearer " + token + " " + token), QByteArray("Bearer \"" + token + '"')})
        QVERIFY2(status(wrong) == 401, wrong);
    const auto twice = m_live.client().get("/api/v1/auth/profile", bearer(token) + bearer(m_other.token));
    QCOMPARE(twice.status, 401);
}

void TestAttacks::aUsedRefreshTokenEndsItsSession_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/api/v1/auth/refresh", "/api/v2/auth/refresh", "/api/auth/refresh", "/auth/refresh"})
        QTest::newRow(path) << QByteArray(path);
}

void TestAttacks::aUsedRefreshTokenEndsItsSession()
{
    QFETCH(QByteArray, path);
    Account account = m_live.newUser();
    const Account elsewhere = [&] {
        Account copy = account;
        m_live.signIn(copy);
        return copy;
    }();
    const auto refresh = [&](const QByteArray &token) {
        return m_live.client().post(path, {{u"refreshToken"_s, QString::fromLatin1(token)}});
    };
    const auto tokensIn = [](const WireAnswer &answer) {
        const QJsonObject body = answer.json();
        const QJsonObject data = body.value(u"data"_s).toObject();
        return data.contains(u"tokens"_s) ? data.value(u"tokens"_s).toObject() : data.isEmpty() ? body : data;
    };
    const auto first = refresh(account.refresh);
    QCOMPARE(first.status, 200);
    const QByteArray access = tokensIn(first).value(u"accessToken"_s).toString().toUtf8();
    const QByteArray newest = tokensIn(first).value(u"refreshToken"_s).toString().toUtf8();
    QCOMPARE(m_live.client().get("/api/v1/auth/profile", bearer(access)).status, 200);
    // The thief is late: the owner has refreshed. Or the owner is, and the thief has. Nobody can tell, so both go.
    QCOMPARE(codeOf(refresh(account.refresh)), u"AUTH_INVALID"_s);
    QCOMPARE(codeOf(refresh(newest)), u"AUTH_INVALID"_s);
    for (const QByteArray &token : {account.token, access})
        QCOMPARE(m_live.client().get("/api/v1/auth/profile", bearer(token)).status, 401);
    QCOMPARE(m_live.client().get("/api/v1/auth/profile", elsewhere.auth()).status, 200); // another session stays
    for (const QByteArray &wrong :
         {newest.chopped(1), QByteArray(newest + 'A'), newest.mid(4), access.left(500), QByteArray("x")})
        QCOMPARE(refresh(wrong).status, 401);
}

TestAttacks::Protected TestAttacks::withSecondFactor()
{
    Protected made{m_live.newUser(), {}, {}};
    made.token = dataOf(logIn(made.account)).value(u"tokens"_s)[u"accessToken"_s].toString().toUtf8();
    ContractClient &client = m_live.client();
    const auto confirm = [&] {
        const auto enrolled = client.post("/api/v2/auth/2fa/enroll", {}, bearer(made.token));
        made.secret = dataOf(enrolled).value(u"secret"_s).toString();
        // The step before: the present one stays good for the test.
        const QString code = totp(made.secret, QDateTime::currentSecsSinceEpoch() - 30);
        return client.post("/api/v2/auth/2fa/confirm", {{u"code"_s, code}}, bearer(made.token)).status == 200;
    };
    if (!confirm() && !confirm()) // a step may begin just then
        made.secret.clear();
    return made;
}

void TestAttacks::aCodeThatWasSeenIsWorthNothing()
{
    const Protected who = withSecondFactor();
    QVERIFY(!who.secret.isEmpty());
    const QString first = challenge(who.account);
    const QString second = challenge(who.account);
    QVERIFY(!first.isEmpty() && first != second);
    const QString code = totp(who.secret, QDateTime::currentSecsSinceEpoch());
    QCOMPARE(verify(first, code).status, 200);
    QCOMPARE(codeOf(verify(second, code)), u"INVALID_CREDENTIALS"_s); // over somebody's shoulder
    QCOMPARE(codeOf(verify(first, code)), u"AUTH_INVALID"_s); // the challenge, too, is used up
    // What a code opens elsewhere it does not open again either.
    for (const char *path : {"/api/v2/auth/step-up", "/api/v2/auth/2fa/disable", "/api/v2/auth/2fa/recovery-codes"}) {
        const auto answer = m_live.client().post(path, {{u"code"_s, code}}, bearer(who.token));
        QVERIFY2(answer.status == 401, path);
    }
    // … nor does it after the server has been killed.
    QCOMPARE(m_live.client().takeComplaints().join(u'\n'), QString());
    QVERIFY2(m_live.restart(), m_live.server().errors());
    QCOMPARE(codeOf(verify(second, code)), u"INVALID_CREDENTIALS"_s);
}

void TestAttacks::codesAreNotGuessed()
{
    const Protected who = withSecondFactor();
    QVERIFY(!who.secret.isEmpty());
    const auto good = [&] { return totp(who.secret, QDateTime::currentSecsSinceEpoch()); };
    int guesses = 0;
    const auto guess = [&](const QString &at) {
        QString code;
        do
            code = QString::number(100'000 + 7919 * ++guesses);
        while (code == good() || code == totp(who.secret, QDateTime::currentSecsSinceEpoch() + 30));
        return verify(at, code);
    };
    const QString first = challenge(who.account);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(codeOf(guess(first)), u"INVALID_CREDENTIALS"_s);
    QCOMPARE(codeOf(verify(first, good())), u"AUTH_INVALID"_s); // of one challenge
    const QString second = challenge(who.account);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(codeOf(guess(second)), u"INVALID_CREDENTIALS"_s);
    const auto locked = verify(challenge(who.account), good()); // of the account
    QCOMPARE(locked.status, 429);
    QCOMPARE(codeOf(locked), u"ACCOUNT_LOCKED"_s);
    QVERIFY(locked.header("Retry-After").toInt() > 0);
    QCOMPARE(m_live.client().get("/api/v2/auth/2fa", bearer(who.token)).status, 200); // who is in stays in
    QCOMPARE(codeOf(verify(u"vxc_guessed"_s, good())), u"AUTH_INVALID"_s);
}

void TestAttacks::noVersionLetsAnybodyPastTheSecondFactor()
{
    const Protected who = withSecondFactor();
    QVERIFY(!who.secret.isEmpty());
    const QJsonObject body{{u"email"_s, who.account.email}, {u"password"_s, who.account.password}};
    const WireHeaders v1{{"Accept-Version", "v1"}}, v2{{"Accept-Version", "v2"}}, x1{{"X-API-Version", "v1"}};
    for (const char *path : {"/api/v1/auth/login", "/api/v2/auth/login", "/api/auth/login", "/auth/login",
                             "/api/auth/login/?version=v2", "/api/auth/login?version=v1&version=v2"}) {
        for (const WireHeaders &headers : {WireHeaders{}, v1, v2, WireHeaders(v2 + x1), WireHeaders(v1 + v2)}) {
            const auto answer = m_live.client().post(path, body, headers);
            QVERIFY2(!answer.body.contains("eyJ") && !answer.body.contains("vxr_"), path);
            QVERIFY2(answer.status == 403 || answer.status == 400
                         || (answer.status == 200 && dataOf(answer).value(u"tokens"_s).isNull()),
                     path);
        }
    }
}

void TestAttacks::whoLostTheFactorIsHelped()
{
    const Protected who = withSecondFactor();
    QVERIFY(!who.secret.isEmpty());
    ServerProcess &server = m_live.server();
    QVERIFY(server.run({u"user"_s, u"reset-2fa"_s}) != 0);
    QVERIFY(server.run({u"user"_s, u"reset-2fa"_s, u"--email"_s, u"nobody@contract.example"_s}) != 0);
    QVERIFY(!challenge(who.account).isEmpty());
    QCOMPARE(server.run({u"user"_s, u"reset-2fa"_s, u"--email"_s, who.account.email}), 0);
    QVERIFY(!dataOf(logIn(who.account)).value(u"tokens"_s).isNull());
    QVERIFY(server.run({u"user"_s, u"reset-2fa"_s, u"--email"_s, who.account.email}) != 0); // there is none any more
    // Nobody else's: an administrator's own routes say who may.
    const Protected other = withSecondFactor();
    const QByteArray path = "/api/v2/admin/users/" + other.account.id.toUtf8() + "/two-factor";
    QCOMPARE(m_live.client().drop(path, bearer(other.token)).status, 403);
    QCOMPARE(m_live.client().drop(path, m_live.support().auth()).status, 403);
    QCOMPARE(m_live.client().drop(path, m_live.admin().auth()).status, 200);
    QCOMPARE(m_live.client().get("/api/v2/auth/profile", bearer(other.token)).status, 401);
}

void TestAttacks::onePasswordOnManyAccounts()
{
    LiveContract live;
    QVERIFY2(live.start({u"--trusted-proxies"_s, u"127.0.0.1,::1"_s, u"--rate-anonymous-per-hour"_s, u"60"_s}),
             live.server().errors());
    const Account victim = live.newUser();
    QVERIFY(!victim.id.isEmpty());
    const auto tryOn = [&](const QString &email, const QString &password, const char *from) {
        return live.client().post("/api/v2/auth/login", {{u"email"_s, email}, {u"password"_s, password}},
                                  {{"X-Forwarded-For", from}});
    };
    QByteArray known;
    int looked = 0;
    int limited = 0;
    for (int i = 0; i < 80; ++i) {
        const QString email = i == 7 ? victim.email : u"somebody%1@contract.example"_s.arg(i);
        const auto answer = tryOn(email, u"Summer2026!"_s, "203.0.113.50");
        if (answer.status == 429) {
            QVERIFY(answer.header("Retry-After").toInt() > 0);
            ++limited;
            continue;
        }
        QCOMPARE(answer.status, 401);
        QJsonObject said = answer.json();
        said.remove(u"meta"_s);
        if (known.isEmpty())
            known = compact(said);
        QCOMPARE(compact(said), known); // nobody learns who has an account
        ++looked;
    }
    QCOMPARE(looked, 60); // of one address, however many accounts it tries
    QCOMPARE(limited, 20);
    QCOMPARE(tryOn(victim.email, victim.password, "203.0.113.50").status, 429);
    QCOMPARE(tryOn(victim.email, victim.password, "198.51.100.4").status, 200); // nobody else is shut out
}

void TestAttacks::versionsNamedTwice_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<WireHeaders>("headers");
    QTest::addColumn<QByteArray>("version"); // empty: refused
    const QByteArray accept = "Accept-Version", custom = "X-API-Version", plain = "/api/users/profile";
    const auto row = [&](const char *name, const QByteArray &target, const WireHeaders &headers, const char *version) {
        QTest::newRow(name) << target << headers << QByteArray(version);
    };
    row("the same header, first v1", plain, {{accept, "v1"}, {accept, "v2"}}, "v1");
    row("the same header, first v2", plain, {{accept, "v2"}, {accept, "v1"}}, "v2");
    row("in other letters", plain, {{"accept-version", "v2"}, {"ACCEPT-VERSION", "v1"}}, "v2");
    row("the second is none", plain, {{accept, "v2"}, {accept, "v9"}}, "");
    row("the first is none", plain, {{accept, "v9"}, {accept, "v2"}}, "");
    row("the second is empty", plain, {{accept, "v2"}, {accept, ""}}, "");
    row("a list in one", plain, {{accept, "v1, v2"}}, "");
    row("the lesser header is none", plain, {{accept, "v2"}, {custom, "v9"}}, "");
    row("the lesser header twice", plain, {{custom, "v2"}, {custom, "v1"}}, "v2");
    row("query twice, first v1", plain + "?version=v1&version=v2", {}, "v1");
    row("query twice, first v2", plain + "?version=v2&version=v1", {}, "v2");
    row("query twice, the second is none", plain + "?version=v1&version=v9", {}, "");
    row("query twice, the first is none", plain + "?version=v9&version=v1", {}, "");
    row("query twice, the second is empty", plain + "?version=v2&version=", {}, "");
    row("query twice, the second is bare", plain + "?version=v2&version", {}, "");
    row("path, and none in the second parameter", "/api/v2/users/profile?version=v1&version=v9", {}, "");
    row("path against all of them", "/api/v2/users/profile?version=v1", {{accept, "v1"}, {custom, "v1"}}, "v2");
}

void TestAttacks::versionsNamedTwice()
{
    QFETCH(QByteArray, target);
    QFETCH(WireHeaders, headers);
    QFETCH(QByteArray, version);
    const auto answer = m_live.client().get(target, headers + m_user.auth());
    QCOMPARE(answer.all("X-API-Version").size(), 1);
    if (version.isEmpty()) {
        QCOMPARE(answer.status, 400);
        QCOMPARE(codeOf(answer), u"UNSUPPORTED_API_VERSION"_s);
        return;
    }
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("X-API-Version"), version);
    QCOMPARE(answer.json().contains(u"meta"_s), version == "v2"); // one version all through
}

void TestAttacks::versionsInDisguise_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<WireHeaders>("headers");
    const QByteArray plain = "/api/users/profile";
    const auto row = [&](const char *name, const QByteArray &target, const WireHeaders &headers = {}) {
        QTest::newRow(name) << target << headers;
    };
    row("escaped name of the parameter", plain + "?%76ersion=v2");
    row("escaped value", plain + "?version=%762");
    row("in capitals", plain + "?Version=v2");
    row("as an array", plain + "?version[]=v2");
    row("behind a semicolon", plain + "?x=1;version=v2");
    row("in a fragment", plain + "?x=1%23&x=%26version=v2");
    row("with an underscore", plain, {{"Accept_Version", "v2"}});
    row("in Accept", plain, {{"Accept", "application/vnd.voxdesk.v2+json"}});
    row("as the proxy would say it", plain, {{"X-Original-URL", "/api/v2/users/profile"}});
    row("path twice", "/api/v1/v2/users/profile");
    row("path with an empty segment", "/api//v2/users/profile");
    row("path with a dot", "/api/./v2/users/profile");
    row("path going up", "/api/v1/../v2/users/profile");
    row("path escaped", "/api/%762/users/profile");
    row("slash escaped", "/api/v1%2f..%2fv2/users/profile");
}

/// What is no way to name a version names none: it is refused, or the answer is v1's all through.
void TestAttacks::versionsInDisguise()
{
    QFETCH(QByteArray, target);
    QFETCH(WireHeaders, headers);
    const auto answer = m_live.client().get(target, headers + m_user.auth());
    QVERIFY2(answer.status == 200 || answer.status == 400 || answer.status == 404 || answer.status == 422,
             QByteArray::number(answer.status));
    if (answer.status == 200) {
        QCOMPARE(answer.header("X-API-Version"), "v1");
        QVERIFY(!answer.json().contains(u"meta"_s));
    }
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"

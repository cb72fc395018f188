// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed values, master keys and their rotation; provider keys as VoxFlow's document has them.
#include "server/vault/cipher.h"
#include "server/vault/providerkeys.h"
#include "server/vault/rotation.h"
#include "tests/server/identity/otherserver.h"
#include "tests/server/vault/voiceworld.h"
#include "tests/support/fakehttpserver.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using http::Method;
using vault::Keyring;
using vault::MasterKey;
using vault::Place;
using vault::Rotation;

namespace
{
const QString Key = u"gsk_a-secret-that-nobody-sees-0123"_s;

QJsonObject keyBody(const QString &provider, const QString &key = Key)
{
    return {{u"provider"_s, provider}, {u"api_key"_s, key}, {u"is_active"_s, true}};
}

/// Somebody else is at work whenever keys are about to be saved.
class ContestedKeySource : public vault::KeySource
{
public:
    ContestedKeySource(vault::KeySource &inner, std::function<void()> meanwhile)
        : m_inner(inner)
        , m_meanwhile(std::move(meanwhile))
    {
    }
    Result<Keyring> load() override { return m_inner.load(); }
    Result<Done> save(const Keyring &keys) override
    {
        m_meanwhile();
        return m_inner.save(keys);
    }
    QString description() const override { return m_inner.description(); }

private:
    vault::KeySource &m_inner;
    const std::function<void()> m_meanwhile;
};

/// A connection that fails at once where another one has locked what it needs.
std::unique_ptr<store::Connection> impatient(const store::Database &database)
{
    auto connection = store::Connection::open(database);
    const bool sqlite = database.engine == store::Engine::Sqlite;
    if (!connection
        || !(*connection)->executeOnce(sqlite ? u"PRAGMA busy_timeout = 1"_s : u"SET lock_timeout = '10ms'"_s))
        qFatal("a second connection cannot be made");
    return *std::move(connection);
}

QString textOf(const Result<vault::Secret> &secret)
{
    return secret ? QString::fromUtf8(secret->view().toByteArray()) : u"error: "_s + info(secret.error().code).name;
}
}

class TestVault : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!hasEngine())
            QSKIP("This machine has no PostgreSQL.");
    }
    void init() { m_world = std::make_unique<VoiceWorld>(); }
    void cleanup()
    {
        if (m_world)
            QCOMPARE((*m_world)->misfits, QStringList());
        m_world.reset();
    }

    void sealedValuesOpenOnlyInTheirPlace();
    void keyringsAreRead_data();
    void keyringsAreRead();
    void keyFilesArePrivate();
    void aLostKeyIsSaid();
    void aForeignKeyIsSaid();
    void rotationSurvivesEveryInterruption();
    void rotationGoesOnAfterAFailedSave();
    void twoRotationsAtOnceLoseNoKey();
    void twoFirstStartsAtOnceMakeOneKey();
    void rotationIsToldOrDoesNotHappen();
    void aRunningServerFollowsARotation();
    void whoWaitsForARotationSealsWithItsKey();
    void tenantsAreNotToldWhereTheKeyIs();
    void aTamperedSecretStaysClosed();
    void keysAreSavedAsInTheDocument();
    void aNewKeyReplacesTheOld();
    void badKeysAreNamed();
    void keysAreTheOrganisations();
    void theGatewayGetsActiveKeysOnly();
    void useIsKnownAtOnceAndWrittenTogether();
    void aNewKeyWasNeverUsed();
    void testsSayWhatTheProviderSays_data();
    void testsSayWhatTheProviderSays();
    void testsSendWhatEachProviderExpects_data();
    void testsSendWhatEachProviderExpects();
    void aTestFollowsNoRedirect();
    void administratorsSeeWhoHasWhat();

private:
    QByteArray user(const QString &email = u"ada@keys.example"_s)
    {
        (*m_world)->makeUser(email);
        return (*m_world)->tokenOf(email);
    }
    QString organizationOf(const QString &email)
    {
        auto rows = (*m_world)->query(u"SELECT organization_id FROM users WHERE email = ?"_s, {email});
        return rows && rows->next() ? rows->text(0) : QString();
    }
    void seal(const Place &place, const QByteArray &value)
    {
        store::Connection &c = (*m_world)->connection();
        const auto done = m_world->vault->put(c, place, value);
        QVERIFY2(done, done ? "" : qPrintable(done.error().log));
    }

    std::unique_ptr<VoiceWorld> m_world;
};

void TestVault::sealedValuesOpenOnlyInTheirPlace()
{
    const MasterKey key = MasterKey::generate();
    const Place place{u"org_a"_s, u"agents"_s, u"agent_1"_s};
    const QByteArray value = vault::sealed(key, place.associated(), "hush");
    QVERIFY(!value.contains("hush"));
    QVERIFY(vault::sealed(key, place.associated(), "hush") != value); // a fresh nonce
    QCOMPARE(vault::keyIdOf(value), key.id());
    QCOMPARE(textOf(vault::unsealed(key, place.associated(), value)), u"hush"_s);
    for (const Place &other :
         {Place{u"org_b"_s, u"agents"_s, u"agent_1"_s}, Place{u"org_a"_s, u"agent"_s, u"agent_1"_s},
          Place{u"org_a"_s, u"agents"_s, u"agent_2"_s}, Place{u"org"_s, u"_aagents"_s, u"agent_1"_s}})
        QVERIFY(!vault::unsealed(key, other.associated(), value));
    for (qsizetype i = 0; i < value.size(); ++i) {
        QByteArray bent = value;
        bent[i] = char(bent[i] ^ 1);
        QVERIFY2(!vault::unsealed(key, place.associated(), bent), QByteArray::number(i));
        QVERIFY(!vault::unsealed(key, place.associated(), value.first(i)));
    }
    QVERIFY(!vault::unsealed(MasterKey::generate(), place.associated(), value));
    QCOMPARE(textOf(vault::unsealed(key, place.associated(), vault::sealed(key, place.associated(), {}))), QString());
}

void TestVault::keyringsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("keys");
    const QByteArray raw = QByteArray("0123456789abcdef0123456789ABCD\x01\xff", 32);
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("hex") << raw.toHex() << 1;
    QTest::newRow("base64") << raw.toBase64() + "\r\n" << 1;
    QTest::newRow("base64url") << raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) << 1;
    QTest::newRow("raw") << raw << 1;
    QTest::newRow("two and words") << QByteArray("# mine\n\n") + raw.toHex() + '\n' + QByteArray(64, 'a') + '\n' << 2;
    QTest::newRow("a password") << QByteArray("correct horse battery staple\n") << -1;
    QTest::newRow("too short") << raw.first(31).toHex() << -1;
    QTest::newRow("one good, one bad") << raw.toHex() + "\nnonsense\n" << -1;
}

void TestVault::keyringsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(int, keys);
    const auto ring = Keyring::parse(text);
    QCOMPARE(bool(ring), keys >= 0);
    if (!ring) {
        QVERIFY(!ring.error().message.contains(QString::fromLatin1(text.trimmed())));
        return;
    }
    QCOMPARE(int(ring->size()), keys);
    if (keys > 0) {
        const auto again = Keyring::parse(ring->toText().view());
        QCOMPARE(again->newest().id(), ring->newest().id());
        QCOMPARE(again->size(), ring->size());
    }
}

void TestVault::keyFilesArePrivate()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"keys/master.key"_s);
    vault::FileKeySource file(path);
    QVERIFY(file.load()->isEmpty());
    Keyring ring;
    ring.prepend(MasterKey::generate());
    const auto saved = file.save(ring);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    QCOMPARE(file.load()->newest().id(), ring.newest().id());
    QVERIFY(file.warning().isEmpty());
#ifndef Q_OS_WIN
    QVERIFY(
        !(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadOther);
    QVERIFY(file.warning().contains(path));
#endif
    const auto found = vault::describeKeySource({}, folder.path());
    QVERIFY(found && found->sentence.contains(path));
    QFile damaged(path);
    QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
    damaged.write("not a key\n");
    damaged.close();
    QVERIFY(file.load().error().message.contains(u"damaged"_s));
    QVERIFY(!vault::describeKeySource({}, folder.path()));
}

void TestVault::aLostKeyIsSaid()
{
    m_world->source->text.clear();
    const auto opened = vault::Vault::open((*m_world)->connection(), m_world->source, 1);
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(u"Restore it"_s), qPrintable(opened.error().message));
    QVERIFY(m_world->source->text.isEmpty()); // no new key that would hide the loss
}

void TestVault::aForeignKeyIsSaid()
{
    Keyring other;
    other.prepend(MasterKey::generate());
    m_world->source->text = other.toText().view().toByteArray();
    QVERIFY(!vault::Vault::open((*m_world)->connection(), m_world->source, 1));
}

void TestVault::rotationSurvivesEveryInterruption()
{
    user();
    const QString organization = organizationOf(u"ada@keys.example"_s);
    store::Connection &c = (*m_world)->connection();
    constexpr int Values = 7;
    for (int i = 0; i < Values; ++i)
        seal({organization, u"agents"_s, QString::number(i)}, "value " + QByteArray::number(i));
    const auto allOpen = [&] {
        const auto fresh = vault::Vault::open(c, m_world->source, 2);
        if (!fresh)
            return false;
        for (int i = 0; i < Values; ++i) {
            for (vault::Vault *server : {m_world->vault.get(), fresh->get()}) {
                if (textOf(server->get(c, {organization, u"agents"_s, QString::number(i)})) != u"value %1"_s.arg(i))
                    return false;
            }
        }
        return true;
    };
    int interrupted = 0;
    for (bool ended = false; !ended; ++interrupted) {
        const QString old = *vault::currentKeyId(c);
        Rotation stopped(c, *m_world->source, 3, 2);
        for (int step = 0; step < interrupted && !ended; ++step) {
            const auto more = stopped.step();
            QVERIFY2(more, more ? "" : qPrintable(more.error().message));
            ended = !*more;
            QVERIFY2(allOpen(), QByteArray(QByteArray::number(interrupted) + " " + QByteArray::number(step)));
        }
        Rotation resumed(c, *m_world->source, 4, 2);
        if (!ended) {
            for (bool more = true; more;) {
                const auto step = resumed.step();
                QVERIFY2(step, step ? "" : qPrintable(step.error().message));
                more = *step;
                QVERIFY(allOpen());
            }
            QCOMPARE(resumed.wasResumed(), interrupted > 0);
        }
        QCOMPARE(stopped.resealed() + resumed.resealed(), Values);
        QVERIFY(*vault::currentKeyId(c) != old);
        const auto keys = m_world->source->load();
        QCOMPARE(int(keys->size()), 1);
        QVERIFY(!keys->find(old));
        QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM vault_keys"_s), 1);
        QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM vault_secrets WHERE key_id = ?"_s, {old}), 0);
        for (const QString &action : {u"vault.rotated"_s, u"vault.resealed"_s}) // once each, however often interrupted
            QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM audit_entries WHERE action = ?"_s, {action}),
                     interrupted + 1);
    }
    QVERIFY2(interrupted > 6, QByteArray::number(interrupted)); // every step there is
}

void TestVault::rotationGoesOnAfterAFailedSave()
{
    store::Connection &c = (*m_world)->connection();
    user();
    const Place place{organizationOf(u"ada@keys.example"_s), u"agents"_s, u"a"_s};
    seal(place, "kept");
    m_world->source->isReadOnly = true;
    QVERIFY(!Rotation(c, *m_world->source, 1).step());
    QCOMPARE(textOf(m_world->vault->get(c, place)), u"kept"_s);
    m_world->source->isReadOnly = false;
    Rotation rotation(c, *m_world->source, 1);
    QVERIFY(*rotation.step());
    m_world->source->isReadOnly = true; // the old key cannot be dropped at the end
    Result<bool> step = true;
    while (step && *step)
        step = rotation.step();
    QVERIFY(!step);
    QVERIFY2(step.error().message.contains(u"Remove the other keys"_s), qPrintable(step.error().message));
    QCOMPARE(textOf(m_world->vault->get(c, place)), u"kept"_s);
}

void TestVault::twoRotationsAtOnceLoseNoKey()
{
    store::Connection &c = (*m_world)->connection();
    user();
    const Place place{organizationOf(u"ada@keys.example"_s), u"agents"_s, u"a"_s};
    seal(place, "kept");
    const auto rival = impatient((*m_world)->database());
    int refused = 0;
    ContestedKeySource source(*m_world->source, [&] {
        Rotation other(*rival, *m_world->source, 2);
        Result<bool> more = true;
        while (more && *more)
            more = other.step();
        refused += !more && more.error() == ErrorCode::ServiceUnavailable;
    });
    Rotation rotation(c, source, 1);
    for (bool more = true; more;) {
        const auto step = rotation.step();
        QVERIFY2(step, step ? "" : qPrintable(step.error().message));
        more = *step;
    }
    QCOMPARE(refused, 2); // when the new key is saved, and when the old one is dropped
    const auto restarted = vault::Vault::open(c, m_world->source, 3);
    QVERIFY2(restarted, restarted ? "" : qPrintable(restarted.error().message));
    QCOMPARE(textOf((*restarted)->get(c, place)), u"kept"_s);
}

void TestVault::twoFirstStartsAtOnceMakeOneKey()
{
    (*m_world)->execute(u"DELETE FROM vault_keys"_s);
    m_world->source->text.clear();
    const auto rival = impatient((*m_world)->database());
    int refused = 0;
    const auto source = std::make_shared<ContestedKeySource>(
        *m_world->source, [&] { refused += !vault::Vault::open(*rival, m_world->source, 1); });
    const auto first = vault::Vault::open((*m_world)->connection(), source, 1);
    QVERIFY2(first, first ? "" : qPrintable(first.error().log));
    QCOMPARE(refused, 1);
    QVERIFY(vault::Vault::open(*rival, m_world->source, 2));
    QCOMPARE(int(m_world->source->load()->size()), 1);
}

/// A log that cannot be written keeps the key that seals, and the old one until its end is told.
void TestVault::rotationIsToldOrDoesNotHappen()
{
    store::Connection &c = (*m_world)->connection();
    const QString old = *vault::currentKeyId(c);
    const auto breakLog = [&](bool broken) {
        (*m_world)->execute(u"UPDATE audit_chain SET name = ? WHERE name = ?"_s,
                            {broken ? u"gone"_s : u"head"_s, broken ? u"head"_s : u"gone"_s});
    };
    Rotation rotation(c, *m_world->source, 1);
    QVERIFY(*rotation.step()); // the source has a new key
    breakLog(true);
    QVERIFY(!rotation.step());
    QCOMPARE(*vault::currentKeyId(c), old);
    breakLog(false);
    QVERIFY(*rotation.step());
    QVERIFY(*vault::currentKeyId(c) != old);
    breakLog(true);
    QVERIFY(!rotation.step());
    QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM vault_keys WHERE id = ?"_s, {old}), 1);
    breakLog(false);
    while (*rotation.step()) { }
    QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM vault_keys WHERE id = ?"_s, {old}), 0);
}

void TestVault::aRunningServerFollowsARotation()
{
    store::Connection &c = (*m_world)->connection();
    user();
    const QString organization = organizationOf(u"ada@keys.example"_s);
    seal({organization, u"agents"_s, u"before"_s}, "one");
    Rotation rotation(c, *m_world->source, 1);
    for (int i = 0; *rotation.step(); ++i) {
        // What the server seals meanwhile is never lost, whatever it knew of the key.
        const Place place{organization, u"agents"_s, u"during %1"_s.arg(i)};
        seal(place, "two");
        QCOMPARE(textOf(m_world->vault->get(c, place)), u"two"_s);
    }
    const auto restarted = vault::Vault::open(c, m_world->source, 2);
    QVERIFY(restarted);
    QCOMPARE(textOf((*restarted)->get(c, {organization, u"agents"_s, u"before"_s})), u"one"_s);
    QCOMPARE(textOf((*restarted)->get(c, {organization, u"agents"_s, u"during 0"_s})), u"two"_s);
    QCOMPARE(int(m_world->source->load()->size()), 1);
}

/// PostgreSQL shows whoever waited for a row what became of that row, and not the one that took its place.
void TestVault::whoWaitsForARotationSealsWithItsKey()
{
    store::Connection &c = (*m_world)->connection();
    if (c.engine() != store::Engine::PostgreSql)
        QSKIP("Only PostgreSQL lets a server seal while a rotation writes.");
    user();
    const Place place{organizationOf(u"ada@keys.example"_s), u"agents"_s, u"a"_s};
    QVERIFY(*Rotation(c, *m_world->source, 1).step()); // the source has the new key
    const QString id = m_world->source->load()->newest().id();
    store::Transaction rotation(c);
    QVERIFY(c.execute(u"UPDATE vault_keys SET is_current = 0"_s));
    QVERIFY(c.execute(u"INSERT INTO vault_keys (id, is_current, created_at) VALUES (?, 1, 1)"_s, {id}));
    OtherServer server((*m_world)->database(),
                       [&](store::Connection &other) { return bool(m_world->vault->put(other, place, "late")); });
    const auto watch = store::Connection::open((*m_world)->database());
    QVERIFY(watch && server.waits(**watch));
    QVERIFY(rotation.commit());
    QVERIFY(server.hasWritten());
    QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM vault_secrets WHERE key_id = ?"_s, {id}), 1);
    QCOMPARE(textOf(m_world->vault->get(c, place)), u"late"_s);
}

void TestVault::tenantsAreNotToldWhereTheKeyIs()
{
    store::Connection &c = (*m_world)->connection();
    user();
    const Place place{organizationOf(u"ada@keys.example"_s), u"agents"_s, u"a"_s};
    QTemporaryDir folder;
    const auto file = std::make_shared<vault::FileKeySource>(folder.filePath(u"master.key"_s));
    QVERIFY(file->save(*m_world->source->load()));
    const auto server = vault::Vault::open(c, file, 1);
    QVERIFY(server);
    Rotation rotation(c, *m_world->source, 1);
    while (*rotation.step()) { }
    seal(place, "elsewhere"); // with a key that the server has to look for
    QFile damaged(folder.filePath(u"master.key"_s));
    QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
    damaged.write("not a key\n");
    damaged.close();
    const auto refused = (*server)->get(c, place);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServiceUnavailable);
    QCOMPARE(refused.error().message, QString(info(ErrorCode::ServiceUnavailable).message));
    QVERIFY2(refused.error().log.contains(folder.path()), qPrintable(refused.error().log));
}

void TestVault::aTamperedSecretStaysClosed()
{
    store::Connection &c = (*m_world)->connection();
    const QByteArray ada = user();
    const QByteArray bob = user(u"bob@keys.example"_s);
    QCOMPARE(m_world->send(Method::Post, "/api/v1/api-keys", ada, keyBody(u"groq"_s)).status, 200);
    QCOMPARE(
        m_world->send(Method::Post, "/api/v1/api-keys", bob, keyBody(u"groq"_s, u"bob's-own-key-0123456"_s)).status,
        200);
    // Ada's sealed key in Bob's row.
    (*m_world)->execute(
        u"UPDATE vault_secrets SET sealed = (SELECT s.sealed FROM vault_secrets s WHERE s.organization_id = ?) "
        "WHERE organization_id = ?"_s,
        {organizationOf(u"ada@keys.example"_s), organizationOf(u"bob@keys.example"_s)});
    vault::ProviderKeys keys(c, m_world->vault, m_world->usage);
    QCOMPARE(textOf(keys.secretFor(organizationOf(u"bob@keys.example"_s), u"groq"_s)), u"error: INTERNAL_ERROR"_s);
    QCOMPARE(textOf(keys.secretFor(organizationOf(u"ada@keys.example"_s), u"groq"_s)), Key);
}

void TestVault::keysAreSavedAsInTheDocument()
{
    const QByteArray token = user();
    const Reply empty = (*m_world)->get("/api/api-keys/status", token);
    QCOMPARE(empty.status, 200);
    for (const QString &provider : m_world->registry->names()) {
        const QJsonObject one = empty.data()[provider].toObject();
        QCOMPARE(one["configured"_L1], QJsonValue(false));
        QCOMPARE(one["is_active"_L1], QJsonValue(false));
        QVERIFY(one["last_used"_L1].isNull());
    }
    const Reply saved = m_world->send(Method::Post, "/api/api-keys", token, keyBody(u"groq"_s));
    QCOMPARE(saved.status, 200);
    QCOMPARE(saved.json["success"_L1], QJsonValue(true));
    QCOMPARE(saved.headers.value("Cache-Control"), QByteArray("no-store"));
    const Reply status = (*m_world)->get("/api/api-keys/status", token);
    QCOMPARE(status.json["success"_L1], QJsonValue(true));
    const QJsonObject groq = status.data()["groq"_L1].toObject();
    QCOMPARE(groq["configured"_L1], QJsonValue(true));
    QCOMPARE(groq["is_active"_L1], QJsonValue(true));
    QVERIFY(groq["last_used"_L1].isNull());
    QCOMPARE(groq["last4"_L1].toString(), u"0123"_s);
    QCOMPARE(groq["fingerprint"_L1].toString().size(), 12);
    QCOMPARE(status.data()["deepgram"_L1]["configured"_L1], QJsonValue(false));
    QVERIFY(!saved.body.contains("nobody-sees"));
    QVERIFY(!status.body.contains("nobody-sees"));
    QVERIFY(!m_world->everyValue().contains("nobody-sees"));
    QVERIFY(m_world->everyValue().contains("0123")); // so that the search above can find something
}

void TestVault::aNewKeyReplacesTheOld()
{
    const QByteArray token = user();
    const QString organization = organizationOf(u"ada@keys.example"_s);
    vault::ProviderKeys keys((*m_world)->connection(), m_world->vault, m_world->usage);
    m_world->send(Method::Post, "/api/v1/api-keys", token, keyBody(u"openai"_s));
    const QString before
        = (*m_world)->get("/api/v1/api-keys/status", token).data()["openai"_L1]["fingerprint"_L1].toString();
    const Reply again
        = m_world->send(Method::Post, "/api/v1/api-keys", token, keyBody(u"openai"_s, u" sk-another-key-9876 "_s));
    QCOMPARE(again.status, 200);
    QVERIFY(again.data()["fingerprint"_L1].toString() != before);
    QCOMPARE(textOf(keys.secretFor(organization, u"openai"_s)), u"sk-another-key-9876"_s);
    QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM vault_secrets"_s), 1);
    QCOMPARE(m_world->send(Method::Delete, "/api/v1/api-keys/openai", token).status, 200);
    QCOMPARE(m_world->send(Method::Delete, "/api/v1/api-keys/openai", token).status, 404);
    QCOMPARE((*m_world)->number(u"SELECT COUNT(*) FROM vault_secrets"_s), 0);
    QCOMPARE(textOf(keys.secretFor(organization, u"openai"_s)), u"error: RESOURCE_NOT_FOUND"_s);
}

void TestVault::badKeysAreNamed()
{
    const QByteArray token = user();
    const Reply wrong = m_world->send(Method::Post, "/api/v1/api-keys", token,
                                      {{u"provider"_s, u"acme"_s}, {u"api_key"_s, u"two words"_s}, {u"extra"_s, 1}});
    QCOMPARE(wrong.status, 422);
    const QJsonObject details = wrong.json["error"_L1]["details"_L1].toObject();
    QCOMPARE(details.keys(), (QStringList{u"api_key"_s, u"extra"_s, u"provider"_s}));
    QVERIFY(!wrong.body.contains("two words"));
    QCOMPARE(m_world->send(Method::Post, "/api/v1/api-keys", token, {}).status, 422);
    for (const QString &key : {u""_s, u"   "_s, u"line\nbreak"_s, u"schlüssel-0123456789"_s, u"****6789"_s})
        QCOMPARE(m_world->send(Method::Post, "/api/v1/api-keys", token, keyBody(u"groq"_s, key)).status, 422);
    QCOMPARE(m_world->send(Method::Post, "/api/v1/api-keys", {}, keyBody(u"groq"_s)).status, 401);
    QCOMPARE(m_world->send(Method::Delete, "/api/v1/api-keys/acme", token).status, 404);
}

void TestVault::keysAreTheOrganisations()
{
    (*m_world)->makeUser(u"ada@keys.example"_s);
    m_world->makeMember(u"max@keys.example"_s, u"ada@keys.example"_s);
    const QByteArray ada = (*m_world)->tokenOf(u"ada@keys.example"_s);
    const QByteArray max = (*m_world)->tokenOf(u"max@keys.example"_s);
    const QByteArray stranger = user(u"eve@keys.example"_s);
    QCOMPARE(m_world->send(Method::Post, "/api/v1/api-keys", ada, keyBody(u"groq"_s)).status, 200);
    QCOMPARE((*m_world)->get("/api/v1/api-keys/status", max).data()["groq"_L1]["configured"_L1], QJsonValue(true));
    QCOMPARE((*m_world)->get("/api/v1/api-keys/status", stranger).data()["groq"_L1]["configured"_L1],
             QJsonValue(false));
    QCOMPARE(m_world->send(Method::Delete, "/api/v1/api-keys/groq", stranger).status, 404);
    QCOMPARE(m_world->send(Method::Post, "/api/v1/api-keys/groq/test", stranger).status, 404);
    QCOMPARE((*m_world)->get("/api/v1/api-keys/status", ada).data()["groq"_L1]["configured"_L1], QJsonValue(true));
}

void TestVault::theGatewayGetsActiveKeysOnly()
{
    const QByteArray token = user();
    vault::ProviderKeys keys((*m_world)->connection(), m_world->vault, m_world->usage);
    const QString organization = organizationOf(u"ada@keys.example"_s);
    QJsonObject body = keyBody(u"groq"_s);
    m_world->send(Method::Post, "/api/v1/api-keys", token, body);
    QCOMPARE(textOf(keys.secretFor(organization, u"groq"_s)), Key);
    body.insert(u"is_active"_s, false);
    m_world->send(Method::Post, "/api/v1/api-keys", token, body);
    const auto refused = keys.secretFor(organization, u"groq"_s);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"not active"_s));
}

void TestVault::useIsKnownAtOnceAndWrittenTogether()
{
    const QByteArray token = user();
    const QString organization = organizationOf(u"ada@keys.example"_s);
    m_world->send(Method::Post, "/api/v1/api-keys", token, keyBody(u"groq"_s));
    vault::ProviderKeys keys((*m_world)->connection(), m_world->vault, m_world->usage);
    const auto shown = [&] {
        return (*m_world)->get("/api/v1/api-keys/status", token).data()["groq"_L1]["last_used"_L1].toString();
    };
    const auto stored = [&] { return (*m_world)->number(u"SELECT last_used_at FROM provider_keys"_s); };
    const qint64 first = (*m_world)->now();
    keys.markUsed(organization, u"groq"_s, first);
    QCOMPARE(shown(), u"2023-11-14T22:13:20.000Z"_s);
    QTRY_COMPARE(stored(), first);
    for (int i = 1; i <= 1000; ++i)
        keys.markUsed(organization, u"groq"_s, first + i);
    QCOMPARE(shown(), u"2023-11-14T22:13:21.000Z"_s);
    (*m_world)->execute(u"UPDATE organizations SET updated_at = updated_at"_s); // whatever was queued is written now
    QCOMPARE(stored(), first); // but nothing was
    m_world->usage->flush();
    QTRY_COMPARE(stored(), first + 1000);
    QCOMPARE(shown(), u"2023-11-14T22:13:21.000Z"_s);
}

void TestVault::aNewKeyWasNeverUsed()
{
    const QByteArray token = user();
    const QString organization = organizationOf(u"ada@keys.example"_s);
    vault::ProviderKeys keys((*m_world)->connection(), m_world->vault, m_world->usage);
    const auto save = [&] { return m_world->send(Method::Post, "/api/v1/api-keys", token, keyBody(u"groq"_s)); };
    const auto shown
        = [&] { return (*m_world)->get("/api/v1/api-keys/status", token).data()["groq"_L1]["last_used"_L1]; };
    const auto stored = [&] { return (*m_world)->number(u"SELECT last_used_at FROM provider_keys"_s); };
    QCOMPARE(save().status, 200);
    keys.markUsed(organization, u"groq"_s, (*m_world)->now());
    QTRY_VERIFY(stored() > 0);
    const qint64 late = (*m_world)->now() + 500;
    keys.markUsed(organization, u"groq"_s, late); // waits in memory
    (*m_world)->pass(std::chrono::seconds(1));
    QVERIFY(save().data()["last_used"_L1].isNull());
    QVERIFY(shown().isNull());
    m_world->usage->flush();
    (*m_world)->execute(u"UPDATE organizations SET updated_at = updated_at"_s); // whatever was queued is written now
    QCOMPARE(stored(), 0);
    keys.markUsed(organization, u"groq"_s, (*m_world)->now());
    QVERIFY(shown().isString());

    QCOMPARE(m_world->send(Method::Delete, "/api/v1/api-keys/groq", token).status, 200);
    (*m_world)->pass(std::chrono::seconds(1));
    QCOMPARE(save().status, 200);
    QVERIFY(shown().isNull());
}

void TestVault::testsSayWhatTheProviderSays_data()
{
    QTest::addColumn<int>("status"); // 0: hangs, -1: breaks off, -2: nobody listens
    QTest::addColumn<QString>("result");
    QTest::newRow("200") << 200 << u"ok"_s;
    QTest::newRow("401") << 401 << u"refused"_s;
    QTest::newRow("403") << 403 << u"refused"_s;
    QTest::newRow("400") << 400 << u"refused"_s;
    QTest::newRow("429") << 429 << u"unreachable"_s;
    QTest::newRow("500") << 500 << u"unreachable"_s;
    QTest::newRow("hangs") << 0 << u"unreachable"_s;
    QTest::newRow("breaks off") << -1 << u"unreachable"_s;
    QTest::newRow("nobody") << -2 << u"unreachable"_s;
}

void TestVault::testsSayWhatTheProviderSays()
{
    QFETCH(int, status);
    QFETCH(QString, result);
    FakeHttpServer provider([status](const FakeRequest &request) {
        FakeAnswer answer{.status = status > 0 ? status : 200,
                          .body = "{\"echo\":\"" + request.headers.value("authorization") + "\"}"};
        answer.hang = status == 0;
        answer.drop = status == -1;
        return answer;
    });
    const QUrl url = provider.url();
    if (status == -2)
        provider.stop();
    m_world = std::make_unique<VoiceWorld>(identity::IdentitySettings{}, QHash<QString, QUrl>{{u"groq"_s, url}});
    const QByteArray token = user();
    QCOMPARE(m_world->send(Method::Post, "/api/v1/api-keys/groq/test", token).status, 404); // no key yet
    m_world->send(Method::Post, "/api/v1/api-keys", token, keyBody(u"groq"_s));
    const Reply reply = m_world->send(Method::Post, "/api/v1/api-keys/groq/test", token);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.data()["result"_L1].toString(), result);
    QCOMPARE(reply.data()["ok"_L1].toBool(), result == u"ok"_s);
    QVERIFY(reply.data()["message"_L1].toString().startsWith(u"Groq "_s));
    QVERIFY(!reply.body.contains("nobody-sees"));
    const QJsonObject kept
        = (*m_world)->get("/api/v1/api-keys/status", token).data()["groq"_L1]["last_test"_L1].toObject();
    QCOMPARE(kept["ok"_L1].toBool(), result == u"ok"_s);
    QCOMPARE(kept["message"_L1], reply.data()["message"_L1]);
    QVERIFY(!m_world->everyValue().contains("nobody-sees"));
}

void TestVault::testsSendWhatEachProviderExpects_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    const QByteArray key = Key.toUtf8();
    QTest::newRow("openai") << u"/v1/models"_s << QByteArray("authorization") << "Bearer " + key;
    QTest::newRow("anthropic") << u"/v1/models"_s << QByteArray("x-api-key") << key;
    QTest::newRow("gemini") << u"/v1beta/models"_s << QByteArray("x-goog-api-key") << key;
    QTest::newRow("xai") << u"/v1/api-key"_s << QByteArray("authorization") << "Bearer " + key;
    QTest::newRow("groq") << u"/openai/v1/models"_s << QByteArray("authorization") << "Bearer " + key;
    QTest::newRow("deepgram") << u"/v1/auth/token"_s << QByteArray("authorization") << "Token " + key;
    QTest::newRow("twilio") << u"/2010-04-01/Accounts/AC0123.json"_s << QByteArray("authorization")
                            << "Basic " + QByteArray("AC0123:a-token-of-twilio").toBase64();
}

void TestVault::testsSendWhatEachProviderExpects()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    FakeHttpServer provider([](const FakeRequest &) { return FakeAnswer{}; });
    m_world = std::make_unique<VoiceWorld>(identity::IdentitySettings{}, QHash<QString, QUrl>{{name, provider.url()}});
    const QByteArray token = user();
    const QString key = name == u"twilio"_s ? u"AC0123:a-token-of-twilio"_s : Key;
    QCOMPARE(m_world->send(Method::Post, "/api/v1/api-keys", token, keyBody(name, key)).status, 200);
    const Reply reply = m_world->send(Method::Post, "/api/v1/api-keys/" + name.toLatin1() + "/test", token);
    QCOMPARE(reply.data()["result"_L1].toString(), u"ok"_s);
    QCOMPARE(provider.asked.size(), 1);
    QCOMPARE(provider.asked[0].method, QByteArray("GET"));
    QCOMPARE(provider.asked[0].path, path);
    QCOMPARE(provider.asked[0].headers.value(header), value);
}

void TestVault::aTestFollowsNoRedirect()
{
    FakeHttpServer thief([](const FakeRequest &) { return FakeAnswer{}; });
    FakeHttpServer provider([&thief](const FakeRequest &) {
        return FakeAnswer{.status = 302, .headers = {{"Location", thief.url().toEncoded()}}};
    });
    m_world = std::make_unique<VoiceWorld>(identity::IdentitySettings{},
                                           QHash<QString, QUrl>{{u"openai"_s, provider.url()}});
    const QByteArray token = user();
    m_world->send(Method::Post, "/api/v1/api-keys", token, keyBody(u"openai"_s));
    const Reply reply = m_world->send(Method::Post, "/api/v1/api-keys/openai/test", token);
    QCOMPARE(reply.data()["result"_L1].toString(), u"unreachable"_s);
    QCOMPARE(thief.asked.size(), 0);
}

void TestVault::administratorsSeeWhoHasWhat()
{
    const QByteArray ada = user();
    (*m_world)->makeUser(u"root@keys.example"_s, Role::Admin);
    (*m_world)->makeUser(u"help@keys.example"_s, Role::Support);
    m_world->send(Method::Post, "/api/v1/api-keys", ada, keyBody(u"groq"_s));
    const QByteArray path = "/api/v1/admin/api-keys/status";
    QCOMPARE((*m_world)->get(path, ada).status, 403);
    for (const QString &email : {u"root@keys.example"_s, u"help@keys.example"_s}) {
        const QByteArray token = (*m_world)->tokenOf(email);
        const Reply all = (*m_world)->get(path, token);
        QCOMPARE(all.status, 200);
        QCOMPARE(all.json["data"_L1].toArray().size(), 3);
        QCOMPARE(all.json["pagination"_L1]["total"_L1].toInt(), 3);
        QVERIFY(!all.body.contains("nobody-sees"));
        const Reply found = (*m_world)->get(path + "?search=ada", token);
        QCOMPARE(found.json["data"_L1].toArray().size(), 1);
        const QJsonValue one = found.json["data"_L1][0];
        QCOMPARE(one["providers"_L1]["groq"_L1]["configured"_L1], QJsonValue(true));
        QCOMPARE(one["providers"_L1]["groq"_L1]["last4"_L1].toString(), u"0123"_s);
        QCOMPARE(one["providers"_L1]["twilio"_L1]["configured"_L1], QJsonValue(false));
        const QByteArray id = one["organization_id"_L1].toString().toLatin1();
        QCOMPARE((*m_world)->get(path + "?organization_id=" + id, token).json["data"_L1].toArray().size(), 1);
        QCOMPARE((*m_world)->get(path + "?organization_id=org_none", token).json["data"_L1].toArray().size(), 0);
        QCOMPARE((*m_world)->get(path + "?limit=2", token).json["data"_L1].toArray().size(), 2);
    }
}

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"

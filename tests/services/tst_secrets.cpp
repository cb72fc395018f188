// SPDX-License-Identifier: GPL-3.0-or-later
// Runs twice: without a session bus (the failure path) and, through with-keyring.sh, with an unlocked keyring.
#include "services/secrets/keychainsecretstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSecrets : public QObject
{
    Q_OBJECT

private:
    static bool hasKeyring() { return qEnvironmentVariableIsSet("VOXDESK_TEST_KEYRING"); }

    const QString m_key = SecretStore::key(u"profile-1"_s, u"refresh-token"_s);

private slots:
    void keysCarryProgramAndProfile() { QCOMPARE(m_key, u"voxdesk/profile-1/refresh-token"_s); }

    void aSecretSurvivesInTheKeychain()
    {
        if (!hasKeyring())
            QSKIP("Runs with a keyring only.");
        KeychainSecretStore writer;
        auto written = writer.write(m_key, QByteArray("s3cret\0binary", 13));
        QTRY_VERIFY(written.isFinished());
        QVERIFY(bool(written.result()));
        QVERIFY2(writer.problem().isEmpty(), qPrintable(writer.problem()));
        KeychainSecretStore reader; // nothing in its memory
        auto read = reader.read(m_key);
        QTRY_VERIFY(read.isFinished());
        QVERIFY(bool(read.result()));
        QCOMPARE(*read.result(), QByteArray("s3cret\0binary", 13));
        auto other = reader.read(SecretStore::key(u"profile-2"_s, u"refresh-token"_s));
        QTRY_VERIFY(other.isFinished());
        QVERIFY(other.result().error() == ErrorCode::ResourceNotFound);
        auto removed = reader.remove(m_key);
        QTRY_VERIFY(removed.isFinished());
        QVERIFY(bool(removed.result()));
        auto again = KeychainSecretStore().read(m_key); // its store is gone: cancelled, not a crash
        QTRY_VERIFY(again.isFinished());
        auto gone = reader.read(m_key);
        QTRY_VERIFY(gone.isFinished());
        QVERIFY(gone.result().error() == ErrorCode::ResourceNotFound);
        auto twice = reader.remove(m_key);
        QTRY_VERIFY(twice.isFinished());
        QVERIFY(bool(twice.result()));
    }

    void withoutAKeychainMemoryServesAndSaysWhy()
    {
        if (hasKeyring())
            QSKIP("Runs without a keyring only.");
        KeychainSecretStore store;
        QSignalSpy problems(&store, &SecretStore::problemChanged);
        auto written = store.write(m_key, "s3cret");
        QTRY_VERIFY(written.isFinished());
        QVERIFY(bool(written.result()));
        QVERIFY(store.problem().contains(u"keychain"_s));
        QVERIFY(!store.problem().contains(u"remembered"_s)); // whoever shows it says what follows from it
        QCOMPARE(problems.size(), 1);
        auto read = store.read(m_key);
        QTRY_VERIFY(read.isFinished());
        QCOMPARE(*read.result(), "s3cret");
        KeychainSecretStore other;
        auto nothing = other.read(m_key);
        QTRY_VERIFY(nothing.isFinished());
        QVERIFY(nothing.result().error() == ErrorCode::ResourceNotFound);
        auto removed = store.remove(m_key);
        QTRY_VERIFY(removed.isFinished());
        auto gone = store.read(m_key);
        QTRY_VERIFY(gone.isFinished());
        QVERIFY(gone.result().error() == ErrorCode::ResourceNotFound);
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"

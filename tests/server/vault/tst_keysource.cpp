// SPDX-License-Identifier: GPL-3.0-or-later
// Where the master key goes: a named file, the keychain where there is one, a file in the data folder where there is
// none.
#include "server/vault/keysource.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using vault::Keyring;
using vault::MasterKey;

namespace
{
/// QtKeychain answers once a process where there is no session bus, and then never: nobody waits for it here. A real
/// keyring has its time.
Result<std::shared_ptr<vault::KeySource>> open(const QString &named, const QString &dataFolder)
{
    return qEnvironmentVariableIsSet("VOXDESK_TEST_KEYRING") ? vault::openKeySource(named, dataFolder)
                                                             : vault::openKeySource(named, dataFolder, 300ms);
}
}

class TestKeySource : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("QT_NO_GLIB", "1"); } // as the server runs

    void aNamedFileWins()
    {
        const QString named = m_folder.filePath(u"elsewhere/my.key"_s);
        const auto source = open(named, m_folder.filePath(u"data"_s));
        QVERIFY(source);
        QVERIFY((*source)->description().contains(named));
        keep(**source);
        QVERIFY(QFile::exists(named));
        QVERIFY(!QFile::exists(m_folder.filePath(u"data/keys/master.key"_s)));
    }

    void theUsualPlaceIsFoundAgain()
    {
        const QString data = m_folder.filePath(u"usual"_s);
        QString id;
        {
            const auto source = open({}, data);
            QVERIFY(source);
            QCOMPARE((*source)->description().contains(u"keychain"_s), hasKeychain());
            QVERIFY((*source)->load()->isEmpty());
            id = keep(**source);
            QCOMPARE((*source)->load()->newest().id(), id);
        }
        if (hasKeychain())
            return; // one a process: see KeychainKeySource
        const auto again = open({}, data);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE((*again)->load()->newest().id(), id);
        const auto described = vault::describeKeySource({}, data);
        QVERIFY(described && !described->isWarning);
        QFile file(data + u"/keys/master.key"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().startsWith("keychain:"));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    /// `sudo voxdeskd vault rotate` beside a server that runs as somebody else.
    void rootLeavesTheFileToItsOwner()
    {
#ifdef Q_OS_UNIX
        if (::geteuid() != 0)
            QSKIP("Only root can give a file away.");
        constexpr uint Nobody = 65534;
        const QString named = m_folder.filePath(u"given.key"_s);
        const auto source = open(named, m_folder.filePath(u"data"_s));
        QVERIFY(source);
        const QString first = keep(**source);
        QCOMPARE(::chown(QFile::encodeName(named).constData(), Nobody, Nobody), 0);
        QVERIFY(keep(**source) != first);
        QCOMPARE(QFileInfo(named).ownerId(), Nobody);
        QCOMPARE(QFileInfo(named).groupId(), Nobody);
        QVERIFY(!(QFile::permissions(named) & (QFile::ReadGroup | QFile::ReadOther)));
#else
        QSKIP("Files have no such owner here.");
#endif
    }

    void anotherFolderHasAnotherKey()
    {
        const auto one = open({}, m_folder.filePath(u"one"_s));
        keep(**one);
        const auto two = open({}, m_folder.filePath(u"two"_s));
        QVERIFY((*two)->load()->isEmpty());
    }

    void aKeychainThatIsGoneIsSaid()
    {
        if (hasKeychain())
            QSKIP("Here it is there.");
        const QString data = m_folder.filePath(u"moved"_s);
        QVERIFY(QDir().mkpath(data + u"/keys"_s));
        QFile file(data + u"/keys/master.key"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("keychain:master-key-0011223344556677\n");
        file.close();
        const auto source = open({}, data);
        QVERIFY(!source); // and no new key that would hide the loss
        QVERIFY2(source.error().message.contains(u"keychain"_s), qPrintable(source.error().message));
    }

private:
    static bool hasKeychain() { return qEnvironmentVariableIsSet("VOXDESK_TEST_KEYRING"); }

    static QString keep(vault::KeySource &source)
    {
        Keyring ring;
        ring.prepend(MasterKey::generate());
        const auto saved = source.save(ring);
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
        return ring.newest().id();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestKeySource)
#include "tst_keysource.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// How a key is tried with its provider, beyond what tst_vault tries through the API.
#include "server/providers/registry.h"
#include "server/vault/keyprobe.h"
#include "tests/support/fakehttpserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using vault::ProbeResult;

class TestKeyProbe : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto registry = providers::Registry::builtIn();
        QVERIFY(registry);
        m_registry = *registry;
    }

    /// It may be stored by now, and the connection is shared with other organisations.
    void sendsNoKeyThatCarriesMore()
    {
        FakeHttpServer provider([](const FakeRequest &) { return FakeAnswer{}; });
        const ProbeResult result = ask(u"openai"_s, provider.url(), "sk-evil\r\nX-Org: other");
        QCOMPARE(result.verdict, ProbeResult::Verdict::Refused);
        QVERIFY2(result.message.startsWith(u"OpenAI was not asked. The stored key"_s), qPrintable(result.message));
        QCOMPARE(provider.asked.size(), 0);
        // Twilio's is encoded.
        QCOMPARE(ask(u"twilio"_s, provider.url(), "AC1/../\r\n:x").verdict, ProbeResult::Verdict::Ok);
        QCOMPARE(provider.asked[0].path, u"/2010-04-01/Accounts/AC1/../\r\n.json"_s); // decoded
    }

    void takesAVersionAtTheEndOfTheBase_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("path");
        QTest::newRow("openai") << u"/v1"_s << u"/v1/models"_s;
        QTest::newRow("gemini") << u"/proxy/v1beta/"_s << u"/proxy/v1beta/models"_s;
        QTest::newRow("groq") << u"/openai/v1"_s << u"/openai/v1/models"_s;
    }
    void takesAVersionAtTheEndOfTheBase()
    {
        QFETCH(QString, end);
        QFETCH(QString, path);
        FakeHttpServer provider([](const FakeRequest &) { return FakeAnswer{}; });
        ask(QString::fromLatin1(QTest::currentDataTag()), QUrl(provider.url().toString() + end), "sk-x");
        QCOMPARE(provider.asked.size(), 1);
        QCOMPARE(provider.asked[0].path, path);
    }

private:
    ProbeResult ask(const QString &provider, const QUrl &base, const char *key)
    {
        const auto asked = m_probe.ask(*m_registry->provider(provider), base, vault::Secret(QByteArrayView(key)));
        [&] { QTRY_VERIFY(asked.isFinished()); }();
        return asked.isFinished() ? asked.result() : ProbeResult();
    }

    std::shared_ptr<const providers::Registry> m_registry;
    vault::KeyProbe m_probe;
};

QTEST_GUILESS_MAIN(TestKeyProbe)
#include "tst_keyprobe.moc"

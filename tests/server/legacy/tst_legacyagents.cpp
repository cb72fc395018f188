// SPDX-License-Identifier: GPL-3.0-or-later
// What a legacy agent is looked at by: the schema and the providers that POST /agents has.
#include "server/legacyparts.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestLegacyAgents : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto registry = providers::Registry::builtIn();
        QVERIFY(registry);
        m_check = legacyAgentCheck(*registry);
    }
    void findsWhatCannotBeMade_data();
    void findsWhatCannotBeMade();

private:
    legacy::AgentCheck m_check;
};

void TestLegacyAgents::findsWhatCannotBeMade_data()
{
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<QStringList>("wrong");
    const auto row = [](const char *name, const QJsonObject &fields, const QStringList &wrong) {
        QTest::newRow(name) << fields << wrong;
    };
    row("nothing but a name", {}, {});
    row("everything", {{u"llm_provider"_s, u"openai"_s}, {u"phone_number"_s, u"+4930123456"_s}, {u"prompt"_s, u"Hi"_s}},
        {});
    row("a provider that is not known", {{u"llm_provider"_s, u"foo"_s}}, {u"llm_provider"_s});
    row("a prompt that is no text", {{u"system_prompt"_s, 5}}, {u"system_prompt"_s});
    row("another name for it", {{u"prompt"_s, QJsonObject()}}, {u"system_prompt"_s});
    row("another where the first is empty", {{u"system_prompt"_s, u" "_s}, {u"prompt"_s, QJsonObject()}},
        {u"system_prompt"_s});
    row("settings that are none", {{u"llm_provider_config"_s, u"x"_s}}, {u"llm_provider_config"_s});
    row("a setting of nobody", {{u"llm_provider_config"_s, QJsonObject{{u"wings"_s, 2}}}},
        {u"llm_provider_config.wings"_s});
    row("a long name", {{u"name"_s, QString(201, u'x')}}, {u"name"_s});
    row("no number to call", {{u"phone_number"_s, u"(555) 1234"_s}}, {u"phone_number"_s});
    row("two at once", {{u"description"_s, true}, {u"first_message"_s, 1}}, {u"description"_s, u"first_message"_s});
}

void TestLegacyAgents::findsWhatCannotBeMade()
{
    QFETCH(QJsonObject, fields);
    QFETCH(QStringList, wrong);
    if (!fields.contains("name"_L1))
        fields.insert(u"name"_s, u"Ada's"_s);
    QCOMPARE(m_check(legacy::agentBodyFrom(fields)).keys(), wrong);
}

QTEST_GUILESS_MAIN(TestLegacyAgents)
#include "tst_legacyagents.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The registry: that what ships is whole, that a broken file is named, what fits and what it costs.
#include "server/providers/outgoing.h"
#include "server/providers/registry.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using providers::Complaints;
using providers::Kind;
using providers::Registry;

class TestProviders : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto registry = Registry::builtIn();
        QVERIFY2(registry, registry ? "" : qPrintable(registry.error().message));
        m_registry = *registry;
        QFile file(u":/providers/providers.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_text = file.readAll();
    }

    void knowsTheDocumentsProviders()
    {
        QCOMPARE(m_registry->namesOf(Kind::Llm),
                 (QStringList{u"openai"_s, u"anthropic"_s, u"gemini"_s, u"xai"_s, u"groq"_s}));
        for (const QString &name : {u"groq"_s, u"deepgram"_s, u"twilio"_s})
            QVERIFY2(m_registry->provider(name), qPrintable(name));
        QVERIFY(m_registry->provider(u"openai"_s)->section(Kind::Llm)->model(u"gpt-4o-mini"_s));
        QVERIFY(!m_registry->provider(u"nobody"_s));
    }

    void brokenFilesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *before, const char *after, const char *named) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QString::fromLatin1(named);
        };
        row("no JSON", "\"currency\": \"USD\",", "\"currency\" \"USD\",", "is not JSON");
        row("price is a number", "\"0.0077\"", "0.0077", "deepgram.stt.models.nova-3.prices.per_minute");
        row("price is a word", "\"0.0077\"", "\"cheap\"", "deepgram.stt.models.nova-3.prices.per_minute");
        row("unit", "per_hour", "per_fortnight", "groq.stt.models.whisper-large-v3-turbo.prices.per_fortnight");
        row("default model", "\"default_model\": \"nova-3\"", "\"default_model\": \"nova-9\"",
            "deepgram.stt.default_model");
        row("default voice", "\"default_voice\": \"thalia-en\"", "\"default_voice\": \"nobody\"",
            "deepgram.tts.default_voice");
        row("default provider", "\"stt\": \"deepgram\"", "\"stt\": \"anthropic\"", "defaults.stt");
        row("date", "\"prices_as_of\": \"2025-11-13\"", "\"prices_as_of\": \"lately\"", "openai.prices_as_of");
        row("address", "https://api.openai.com", "api.openai.com", "openai.base_url");
        row("unknown member", "\"documentation\"", "\"docs\"", "openai.docs");
        row("unknown parameter", "\"frequency_penalty\", ", "\"frequency\", ", "openai.llm.fields.frequency");
        row("default out of range", "\"default\": 0.7", "\"default\": 7", "temperature.default");
        row("authentication", "\"auth\": \"token\"", "\"auth\": \"hope\"", "deepgram.check.auth");
    }
    void brokenFilesAreNamed()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, named);
        QByteArray text = m_text;
        const qsizetype at = text.indexOf(before);
        QVERIFY2(at >= 0, before.constData());
        text.replace(at, before.size(), after);
        const auto registry = Registry::read(text);
        QVERIFY(!registry);
        QVERIFY2(registry.error().message.contains(named), qPrintable(registry.error().message));
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QJsonObject>("settings");
        QTest::addColumn<QStringList>("wrong");
        const QString llm = u"llm_provider_config"_s;
        QTest::newRow("fits") << llm << u"openai"_s
                              << QJsonObject{{u"model"_s, u"gpt-4o"_s}, {u"temperature"_s, 2}, {u"max_tokens"_s, 5.0}}
                              << QStringList{};
        QTest::newRow("all wrong") << llm << u"anthropic"_s
                                   << QJsonObject{{u"model"_s, u"gpt-4o"_s},
                                                  {u"temperature"_s, 1.1},
                                                  {u"max_tokens"_s, 1.5},
                                                  {u"frequency_penalty"_s, 1},
                                                  {u"api_key"_s, 5}}
                                   << QStringList{u"llm_provider_config.api_key"_s,
                                                  u"llm_provider_config.frequency_penalty"_s,
                                                  u"llm_provider_config.max_tokens"_s, u"llm_provider_config.model"_s,
                                                  u"llm_provider_config.temperature"_s};
        QTest::newRow("voice of another model")
            << u"tts_settings"_s << u"deepgram"_s
            << QJsonObject{{u"provider"_s, u"deepgram"_s}, {u"model"_s, u"aura-2"_s}, {u"voice"_s, u"stella-en"_s}}
            << QStringList{u"tts_settings.voice"_s};
        QTest::newRow("choice of numbers")
            << u"tts_settings"_s << u"deepgram"_s << QJsonObject{{u"sample_rate"_s, 44100}}
            << QStringList{u"tts_settings.sample_rate"_s};
        QTest::newRow("language") << u"stt_settings"_s << u"deepgram"_s << QJsonObject{{u"language"_s, u"pt-BR"_s}}
                                  << QStringList{};
        QTest::newRow("no language") << u"stt_settings"_s << u"deepgram"_s
                                     << QJsonObject{{u"language"_s, u"plain English"_s}}
                                     << QStringList{u"stt_settings.language"_s};
        QTest::newRow("nobody's group") << u"interruption_settings"_s << QString()
                                        << QJsonObject{{u"min_words"_s, -1}, {u"wings"_s, 2}}
                                        << QStringList{u"interruption_settings.min_words"_s,
                                                       u"interruption_settings.wings"_s};
    }
    void settingsAreChecked()
    {
        QFETCH(QString, group);
        QFETCH(QString, provider);
        QFETCH(QJsonObject, settings);
        QFETCH(QStringList, wrong);
        Complaints complaints;
        m_registry->check(*m_registry->group(group), provider, settings, group, complaints);
        QCOMPARE(QStringList(complaints.keys()), wrong);
        for (const QString &what : std::as_const(complaints))
            QVERIFY(what.size() > 10);
    }

    void addressesAreJoined_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("joined");
        const auto row = [](const char *name, const QString &base, const QString &path, const QString &joined) {
            QTest::newRow(name) << base << path << joined;
        };
        row("plain", u"https://a.example"_s, u"/v1/models"_s, u"https://a.example/v1/models"_s);
        row("slash", u"https://a.example/"_s, u"/v1/models?limit=1"_s, u"https://a.example/v1/models?limit=1"_s);
        row("version", u"https://a.example/v1"_s, u"/v1/models"_s, u"https://a.example/v1/models"_s);
        row("version below", u"https://a.example/x/v1//"_s, u"/v1/models"_s, u"https://a.example/x/v1/models"_s);
        row("two parts", u"https://a.example/openai/v1"_s, u"/openai/v1/models"_s,
            u"https://a.example/openai/v1/models"_s);
        row("first part", u"https://a.example/openai"_s, u"/openai/v1/models"_s,
            u"https://a.example/openai/v1/models"_s);
        row("half a name", u"https://a.example/v"_s, u"/v1/models"_s, u"https://a.example/v/v1/models"_s);
        row("another version", u"https://a.example/v2"_s, u"/v1/models"_s, u"https://a.example/v2/v1/models"_s);
        row("encoded", u"https://a.example/a%2Fb"_s, u"/v1/x%2F..%2Fy"_s, u"https://a.example/a%2Fb/v1/x%2F..%2Fy"_s);
        row("query of the base", u"https://a.example/?q=1#f"_s, u"/v1/m"_s, u"https://a.example/v1/m"_s);
    }
    void addressesAreJoined()
    {
        QFETCH(QString, base);
        QFETCH(QString, path);
        QFETCH(QString, joined);
        QCOMPARE(providers::endpoint(QUrl(base), path).toEncoded(), joined.toLatin1());
    }

    void headersCarryNothingElse()
    {
        const auto with = [](const QByteArray &value) {
            return bool(providers::outgoing(QUrl(), {{"Authorization", value}}));
        };
        QVERIFY(with("Bearer sk-~!"));
        for (int c = 0; c < 256; ++c)
            QCOMPARE(with("Bearer sk" + QByteArray(1, char(c))), c >= 0x20 && c <= 0x7e);
        QVERIFY(providers::isKey(u"sk-~!") && !providers::isKey(u"") && !providers::isKey(u"s k")
                && !providers::isKey(u"ä") && !providers::isKey(u"s\r\n"));
    }

    void requiredSettingsAreCompleted()
    {
        const auto &llm = *m_registry->group(u"llm_provider_config"_s);
        QCOMPARE(m_registry->completed(llm, u"groq"_s, {}), (QJsonObject{{u"model"_s, u"llama-3.3-70b-versatile"_s}}));
        const QJsonObject chosen{{u"model"_s, u"qwen/qwen3-32b"_s}};
        QCOMPARE(m_registry->completed(llm, u"groq"_s, chosen), chosen);
    }

    void pricesAreExact()
    {
        const auto price = [this](const QString &provider, const QString &model, providers::UsageAmounts used) {
            const auto found = m_registry->price(provider, model, used);
            return found ? found->toDecimal() : QByteArray("unknown");
        };
        QCOMPARE(price(u"openai"_s, u"gpt-4o-mini"_s, {.inputTokens = 1'000'000}), QByteArray("0.15"));
        QCOMPARE(price(u"openai"_s, u"gpt-4o-mini"_s, {.inputTokens = 1, .outputTokens = 1}), QByteArray("0.00000075"));
        QCOMPARE(price(u"openai"_s, {}, {.inputTokens = 2'000'000, .outputTokens = 1'000'000}), QByteArray("0.9"));
        QCOMPARE(price(u"openai"_s, {}, {.tokens = 4'000'000}), QByteArray("1.05")); // 3 × 0.15 + 0.60
        QCOMPARE(price(u"deepgram"_s, u"nova-3"_s, {.microMinutes = 45'000'000}), QByteArray("0.3465"));
        QCOMPARE(price(u"deepgram"_s, {}, {.microMinutes = 1'000'000, .characters = 1000}), QByteArray("0.0377"));
        QCOMPARE(price(u"groq"_s, u"whisper-large-v3-turbo"_s, {.microMinutes = 60'000'000}), QByteArray("0.04"));
        QCOMPARE(price(u"twilio"_s, {}, {.microMinutes = 1'500'000}), QByteArray("0.021"));
        QCOMPARE(price(u"deepgram"_s, u"nova-3"_s, {.inputTokens = 1000}), QByteArray("0"));
        QCOMPARE(price(u"openai"_s, u"gpt-99"_s, {.tokens = 1}), QByteArray("unknown"));
        QCOMPARE(price(u"nobody"_s, {}, {.tokens = 1}), QByteArray("unknown"));
    }

    /// A unit that was mistaken shows in the order of magnitude, a date that was not looked at in being too early.
    void pricesAreOfTheirUnits()
    {
        using providers::Unit;
        const QHash<Unit, std::pair<double, double>> usual{{Unit::MillionInputTokens, {0.01, 100}},
                                                           {Unit::MillionOutputTokens, {0.01, 200}},
                                                           {Unit::Minute, {0.001, 0.2}},
                                                           {Unit::Hour, {0.01, 2}},
                                                           {Unit::ThousandCharacters, {0.001, 0.5}}};
        for (const providers::Provider &provider : m_registry->providers()) {
            QVERIFY(provider.pricesAsOf <= QDateTime::currentDateTimeUtc().date());
            for (const providers::Section &section : provider.sections) {
                for (const providers::Model &model : section.models) {
                    for (const providers::Price &price : model.prices) {
                        const auto [least, most] = usual.value(price.unit);
                        const double value = price.decimal.toDouble();
                        QVERIFY2(value >= least && value <= most, qPrintable(model.name + u' ' + price.decimal));
                    }
                    const providers::Price *in = model.price(Unit::MillionInputTokens);
                    const providers::Price *out = model.price(Unit::MillionOutputTokens);
                    QCOMPARE(in != nullptr, section.kind == providers::Kind::Llm);
                    QVERIFY2(!in || (out && out->decimal.toDouble() >= in->decimal.toDouble()), qPrintable(model.name));
                }
            }
        }
        // No price is older than the newest model that it is of.
        QVERIFY(m_registry->provider(u"openai"_s)->pricesAsOf >= QDate(2025, 11, 13)); // GPT-5.1
        QVERIFY(m_registry->provider(u"anthropic"_s)->pricesAsOf >= QDate(2025, 11, 24)); // Claude Opus 4.5
    }

private:
    std::shared_ptr<const Registry> m_registry;
    QByteArray m_text;
};

QTEST_GUILESS_MAIN(TestProviders)
#include "tst_providers.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator meets: commands, settings, and one clear sentence for each thing that can be wrong.
#include "server/commands.h"
#include "server/config.h"
#include "tests/e2e/httpclient.h"
#include "tests/e2e/serverprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace
{
const QByteArray Secret = "a-secret-nobody-may-read";

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The hourly limit of somebody without a credential, as the server tells it.
QByteArray anonymousLimit(const ServerProcess &server)
{
    return HttpClient(server.url()).get("/api/v1/nothing").header("X-RateLimit-Limit");
}
}

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char *name, const QStringList &arguments, const char *named) {
            QTest::newRow(name) << arguments << QByteArray(named);
        };
        row("unknown command", {u"fly"_s}, "fly");
        row("unknown option", {u"serve"_s, u"--wings"_s, u"2"_s}, "--wings");
        row("stray word", {u"serve"_s, u"now"_s}, "now");
        row("missing value", {u"openapi"_s, u"--port"_s}, "--port");
        row("port no number", {u"serve"_s, u"--port"_s, u"http"_s}, "--port");
        row("port too large", {u"serve"_s, u"--port"_s, u"65536"_s}, "65535");
        row("workers 0", {u"serve"_s, u"--workers"_s, u"0"_s}, "--workers");
        row("host", {u"serve"_s, u"--host"_s, u"not a host"_s}, "--host");
        row("proxies", {u"serve"_s, u"--trusted-proxies"_s, u"everybody"_s}, "everybody");
        row("origins", {u"serve"_s, u"--cors-origins"_s, u"example.com"_s}, "example.com");
        row("tiers", {u"serve"_s, u"--registration-tiers"_s, u"gold"_s}, "gold");
        row("limits", {u"serve"_s, u"--tier-free"_s, u"1,2"_s}, "--tier-free");
        row("size", {u"serve"_s, u"--max-header-bytes"_s, u"big"_s}, "--max-header-bytes");
        row("body size", {u"serve"_s, u"--max-body-bytes"_s, u"1"_s}, "--max-body-bytes");
        row("no time", {u"serve"_s, u"--header-timeout"_s, u"0"_s}, "--header-timeout");
        row("time with a unit", {u"serve"_s, u"--idle-timeout"_s, u"5m"_s}, "--idle-timeout");
        row("time longer than a stop", {u"serve"_s, u"--stop-delay"_s, u"6"_s}, "--stop-delay");
        row("nothing pipelined", {u"serve"_s, u"--max-pipelined"_s, u"0"_s}, "--max-pipelined");
        row("switch", {u"serve"_s, u"--development=perhaps"_s}, "perhaps");
        row("key without certificate", {u"serve"_s, u"--tls-key"_s, QStringLiteral(VOXDESK_SOURCE_DIR "/README.md")},
            "--tls-certificate");
        row("missing certificate",
            {u"serve"_s, u"--tls-certificate"_s, u"/nowhere/c.pem"_s, u"--tls-key"_s, u"/nowhere/k.pem"_s},
            "/nowhere/c.pem");
        row("no such configuration", {u"serve"_s, u"--config"_s, u"/nowhere/c.toml"_s}, "/nowhere/c.toml");
        row("data empty", {u"serve"_s, u"--data"_s, QString()}, "--data");
        row("configuration empty", {u"serve"_s, u"--config="_s}, "--config");
        row("access log empty", {u"serve"_s, u"--access-log="_s}, "--access-log");
        row("origin with a path", {u"serve"_s, u"--cors-origins"_s, u"https://a.example/app"_s},
            "https://a.example/app");
        row("half a command", {u"user"_s}, "create, password or reset-2fa");
        row("another half", {u"vault"_s, u"open"_s}, "rotate");
        row("database scheme without slashes", {u"serve"_s, u"--database"_s, u"mysql:x"_s}, "--database");
        row("database named as a host", {u"serve"_s, u"--database"_s, u"sqlite://voxdesk.db"_s}, "sqlite:///");
        row("database scheme",
            {u"serve"_s, u"--database"_s, u"mysql://root:"_s + QString::fromUtf8(Secret) + u"@db/x"_s}, "--database");
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        ServerProcess server;
        QCOMPARE(server.runBare(arguments), 2);
        QVERIFY2(isOneSentence(server.errors()), server.errors());
        QVERIFY2(server.errors().contains(named), server.errors());
        QVERIFY2(!server.errors().contains(Secret), server.errors());
        QVERIFY(server.output().isEmpty());
    }
    void refusesWhatACommandCannotDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char *name, const QStringList &arguments, const char *named) {
            QTest::newRow(name) << arguments << QByteArray(named);
        };
        const QStringList create{u"user"_s, u"create"_s, u"--password-stdin"_s};
        const QStringList good{u"--email"_s, u"a@e2e.example"_s};
        const QStringList demo{u"demo"_s, u"--password-stdin"_s};
        row("create without an address", create, "--email");
        row("create with a wrong address", create + QStringList{u"--email"_s, u"nobody"_s}, "nobody");
        row("create with a wrong role", create + good + QStringList{u"--role"_s, u"boss"_s}, "boss");
        row("create with a long name", create + good + QStringList{u"--organization"_s, QString(201, u'x')}, "200");
        row("password of nobody", {u"user"_s, u"password"_s}, "--email");
        row("second factor of nobody", {u"user"_s, u"reset-2fa"_s}, "--email");
        row("demo without a password", {u"demo"_s}, "--password-stdin");
        row("demo of words", demo + QStringList{u"--users"_s, u"abc"_s}, "abc");
        row("demo of nobody", demo + QStringList{u"--users"_s, u"-5"_s}, "--users");
        row("demo of too many to count", demo + QStringList{u"--users"_s, u"4294967396"_s}, "--users");
        row("demo of no days", demo + QStringList{u"--days"_s, u"0"_s}, "--days");
        row("demo of a word's seed", demo + QStringList{u"--seed"_s, u"x"_s}, "--seed");
        row("an entry that is none", {u"audit"_s, u"verify"_s, u"--expect"_s, u"foo"_s}, "foo");
        row("no entry", {u"audit"_s, u"verify"_s, u"--expect="_s}, "--expect");
    }
    void refusesWhatACommandCannotDo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        ServerProcess server;
        QCOMPARE(server.run(arguments, "a long password\n"), 2);
        QVERIFY2(isOneSentence(server.errors()) && server.errors().contains(named), server.errors());
        QVERIFY(!QFile::exists(server.data() + u"/voxdesk.db"_s));
    }
    void theDemoTakesNoWeakPassword()
    {
        ServerProcess server;
        for (const QByteArray &password : {QByteArray(), QByteArray("\n"), QByteArray("short\n")}) {
            QCOMPARE(server.run({u"demo"_s, u"--users"_s, u"20"_s, u"--password-stdin"_s}, password), 1);
            QVERIFY2(isOneSentence(server.errors()) && server.errors().contains("8 to 1024"), server.errors());
            QVERIFY(!QFile::exists(server.data() + u"/voxdesk.db"_s));
        }
    }
    void namesStayAsTheyAreWritten()
    {
        ServerProcess server;
        QCOMPARE(server.run({u"migrate-legacy"_s, u"nofile.json"_s}), 1);
        QVERIFY2(isOneSentence(server.errors()) && server.errors().contains(" nofile.json "), server.errors());
        QCOMPARE(server.run({u"serve"_s, u"--config"_s, u"nofile.toml"_s}), 2);
        QVERIFY2(server.errors().contains(" nofile.toml: ") && !server.errors().contains("line"), server.errors());
        const QString file = m_files.filePath(u"names.toml"_s);
        for (const auto &[text, named] :
             {std::pair("two_wings = 1\n", "'two_wings'"), {"max_connections = 0\n", "max_connections:"}}) {
            QVERIFY(writeFile(file, text));
            QCOMPARE(server.run({u"serve"_s, u"--config"_s, file}), 2);
            QVERIFY2(isOneSentence(server.errors()) && server.errors().contains(named), server.errors());
        }
    }
    void theEnvironmentIsRead()
    {
        ServerProcess server;
        server.setRunEnvironment({u"VOXDESK_DATA="_s});
        QCOMPARE(server.runBare({u"doctor"_s}), 2);
        QVERIFY2(isOneSentence(server.errors()) && server.errors().contains("VOXDESK_DATA"), server.errors());
        const QString file = m_files.filePath(u"environment.toml"_s);
        QVERIFY(writeFile(file, "wings = 2\n"));
        server.setRunEnvironment({u"VOXDESK_CONFIG="_s + file});
        QCOMPARE(server.run({u"doctor"_s}), 2);
        QVERIFY2(server.errors().contains("environment.toml"), server.errors());
        server.setRunEnvironment({u"VOXDESK_PROT=9000"_s, u"VOXDESK_LANGUAGE=de"_s, u"VOXDESK_INSTANCE=x"_s});
        server.run({u"doctor"_s, u"--port"_s, u"0"_s});
        QVERIFY2(server.output().contains("notice  environment: VOXDESK_PROT "), server.output());
        QVERIFY2(!server.output().contains("VOXDESK_LANGUAGE") && !server.output().contains("VOXDESK_INSTANCE"),
                 server.output());
        QVERIFY2(server.start({}, {u"VOXDESK_PROT=9000"_s}), server.errors());
        QVERIFY2(server.log().contains("VOXDESK_PROT "), server.log());
    }
    void originsAreTakenAsBrowsersSendThem()
    {
        ServerProcess server;
        QVERIFY2(server.start({u"--cors-origins"_s, u"https://Dash.example.com:443/,http://[::1]:3000"_s}),
                 server.errors());
        for (const char *origin : {"https://dash.example.com", "http://[::1]:3000"})
            QCOMPARE(
                HttpClient(server.url()).get("/healthz", {{"Origin", origin}}).header("Access-Control-Allow-Origin"),
                origin);
    }
    void cannotStart_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        QVERIFY(m_files.isValid());
        const QString file = m_files.filePath(u"file"_s);
        const QString certificate = m_files.filePath(u"garbage.pem"_s);
        QVERIFY(writeFile(file, "x") && writeFile(certificate, "-----BEGIN NONSENSE-----\n"));
        QTest::newRow("data below a file") << QStringList{u"--data"_s, file + u"/data"_s} << QByteArray("file/data");
        QTest::newRow("database is no database")
            << QStringList{u"--database"_s, u"sqlite:///"_s + QString(certificate).remove(0, 1)}
            << QByteArray("garbage.pem");
        QTest::newRow("database is a folder")
            << QStringList{u"--database"_s, u"sqlite:///"_s + m_files.path().remove(0, 1)} << QByteArray();
        QTest::newRow("garbage certificate")
            << QStringList{u"--tls-certificate"_s, certificate, u"--tls-key"_s, certificate}
            << QByteArray("garbage.pem");
        QTest::newRow("foreign address") << QStringList{u"--host"_s, u"192.0.2.1"_s} << QByteArray("192.0.2.1");
        QTest::newRow("PostgreSQL away")
            << QStringList{u"--database"_s, u"postgresql://vox:%1@127.0.0.1:1/vox"_s.arg(QString::fromUtf8(Secret))}
            << QByteArray();
    }
    void cannotStart()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        ServerProcess server;
        QCOMPARE(server.run(QStringList{u"serve"_s, u"--port"_s, u"0"_s} + arguments), 1);
        QVERIFY2(isOneSentence(server.errors()), server.errors());
        QVERIFY2(server.errors().contains(named), server.errors());
        QVERIFY2(!server.errors().contains(Secret), server.errors());
        QVERIFY(!server.output().contains("listening"));
    }
    void aTakenPortIsSaid()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QString port = QString::number(other.serverPort());
        ServerProcess server;
        QCOMPARE(server.run({u"serve"_s, u"--port"_s, port}), 1);
        QVERIFY2(isOneSentence(server.errors()), server.errors());
        QVERIFY2(server.errors().contains(port.toUtf8()) && server.errors().contains("--port"), server.errors());
    }
    void readOnlyPlacesAreSaid()
    {
#ifdef Q_OS_UNIX
        ServerProcess server;
        QVERIFY(server.makeAdmin(u"a@e2e.example"_s, "a long password"));
        if (::geteuid() == 0) // whom no permission stops
            server.setUnprivileged();
        QVERIFY(QFile::setPermissions(server.data(),
                                      QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
        const int status = server.run({u"serve"_s, u"--port"_s, u"0"_s});
        const QByteArray said = server.errors();
        QFile::setPermissions(server.data(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        if (status == -1 && ::geteuid() == 0)
            QSKIP("The program lies where only root gets to, such as root's home.");
        QCOMPARE(status, 1);
        QVERIFY2(isOneSentence(said) && said.contains("The data folder " + server.data().toUtf8()), said);
#else
        QSKIP("Permissions are tried where a folder has them.");
#endif
    }
    void aNewerSchemaIsRefusedAndKept()
    {
        ServerProcess server;
        QVERIFY2(server.makeAdmin(u"a@e2e.example"_s, "a long password"), server.errors());
        const QString database = server.data() + u"/voxdesk.db"_s;
        sqlite(database, u"INSERT INTO schema_version (version, name, applied_at) VALUES (9999, 'later', 0)"_s);
        QCOMPARE(sqlite(database, u"SELECT MAX(version) FROM schema_version"_s), "9999");
        QCOMPARE(server.run({u"serve"_s, u"--port"_s, u"0"_s}), 1);
        QVERIFY2(isOneSentence(server.errors()) && server.errors().contains("newer"), server.errors());
        QCOMPARE(sqlite(database, u"SELECT count(*) FROM users"_s), "1");
        QVERIFY(server.run({u"doctor"_s}) != 0);
    }
    void saysWhatItIs()
    {
        ServerProcess server;
        QCOMPARE(server.run({u"--version"_s}), 0);
        QCOMPARE(server.output(), QByteArray("voxdeskd " VOXDESK_VERSION "\n"));
        QCOMPARE(server.run({u"--help"_s}), 0);
        for (const Command &command : commands()) {
            const QByteArray line = "\n  " + QByteArray(command.name.data(), command.name.size()) + "  ";
            QVERIFY2(server.output().contains(line), line);
            QVERIFY2(server.output().contains("  " + QByteArray(command.summary) + '\n'), command.summary);
        }
        QCOMPARE(server.run({u"serve"_s, u"--help"_s}), 0);
        for (const ConfigOption &option : configOptions())
            QVERIFY2(server.output().contains(QByteArray(QByteArray("--") + option.name.data())), option.name.data());
    }
    void printsTheDocumentOfTheApi()
    {
        ServerProcess server;
        QCOMPARE(server.run({u"openapi"_s}), 0);
        const QJsonObject document = QJsonDocument::fromJson(server.output()).object();
        QVERIFY(document.value(u"openapi"_s).toString().startsWith(u"3.1"));
        QVERIFY2(server.start(), server.errors());
        QJsonObject served = HttpClient(server.url()).get("/api/openapi.json").json();
        QCOMPARE(document.value(u"paths"_s), served.value(u"paths"_s));
    }
    void importsWhatGoesBeyondALimitOfToday()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(u"root@e2e.example"_s, "a long password"));
        const QString file = m_files.filePath(u"legacy.json"_s);
        QVERIFY(writeFile(file, R"({"users":[{"id":1,"email":"ada@legacy.example","max_agents":1}],"agents":[
            {"id":"a","name":"one","user_id":1},{"id":"b","name":"two","user_id":1}]})"));
        QCOMPARE(server.run({u"migrate-legacy"_s, u"--check"_s, file}), 0);
        QVERIFY2(server.run({u"migrate-legacy"_s, file}) == 0, server.errors());
        QCOMPARE(sqlite(server.data() + u"/voxdesk.db"_s,
                        u"SELECT max_agents || '|' || agent_count FROM users WHERE email = 'ada@legacy.example'"_s),
                 "1|2");
    }
    void makesUsers()
    {
        ServerProcess server;
        const QStringList create{u"user"_s, u"create"_s, u"--email"_s, u"a@e2e.example"_s, u"--role"_s};
        QCOMPARE(server.run(create + QStringList{u"admin"_s, u"--password-stdin"_s}, Secret + '\n'), 0);
        QVERIFY(!server.output().contains(Secret) && !server.errors().contains(Secret));
        QVERIFY(server.run(create + QStringList{u"admin"_s, u"--password-stdin"_s}, Secret + '\n') != 0); // exists
        QVERIFY2(isOneSentence(server.errors()), server.errors());
        QVERIFY(server.run(create + QStringList{u"emperor"_s, u"--password-stdin"_s}, Secret + '\n') != 0);
        QVERIFY2(isOneSentence(server.errors()) && server.errors().contains("emperor"), server.errors());
        // As the setup page makes administrators: not with the limits of those who try it out.
        QCOMPARE(sqlite(server.data() + u"/voxdesk.db"_s, u"SELECT tier FROM users"_s), "enterprise");
        const QStringList second{u"user"_s,   u"create"_s,  u"--email"_s,         u"b@e2e.example"_s,
                                 u"--role"_s, u"support"_s, u"--password-stdin"_s};
        QVERIFY(server.run(second, "short\n") != 0);
        QVERIFY2(isOneSentence(server.errors()) && !server.errors().contains("short\n"), server.errors());
        QVERIFY(server.run(second, "") != 0);
        QVERIFY(server.run({u"user"_s, u"create"_s, u"--email"_s, u"no address"_s, u"--role"_s, u"user"_s,
                            u"--password-stdin"_s},
                           Secret + '\n')
                != 0);
        QVERIFY2(server.start(), server.errors());
        HttpClient client(server.url());
        const QJsonObject login{{u"email"_s, u"a@e2e.example"_s}, {u"password"_s, QString::fromUtf8(Secret)}};
        QCOMPARE(client.post("/api/v1/auth/login", login).status, 200);
        const QByteArray databaseBytes = everyFile(server.data());
        QVERIFY(databaseBytes.contains("a@e2e.example"));
        QVERIFY(!databaseBytes.contains(Secret));
    }
    void demoFillsOnlyWhatIsEmpty()
    {
        ServerProcess server;
        const QStringList demo{u"demo"_s, u"--users"_s, u"50"_s, u"--days"_s,
                               u"10"_s,   u"--seed"_s,  u"7"_s,  u"--password-stdin"_s};
        QCOMPARE(server.run(demo, Secret + '\n'), 0);
        QVERIFY(!server.output().contains(Secret) && !server.errors().contains(Secret));
        QVERIFY2(server.start(), server.errors());
        HttpClient client(server.url());
        const auto login
            = client.post("/api/v1/auth/login",
                          {{u"email"_s, u"admin@voxdesk.example"_s}, {u"password"_s, QString::fromUtf8(Secret)}});
        QCOMPARE(login.status, 200);
        const auto list = client.get("/api/v1/users", bearer(login.json().value(u"token"_s).toString().toUtf8()));
        QVERIFY(list.json().value(u"pagination"_s).toObject().value(u"total"_s).toInt() >= 50);

        ServerProcess used;
        QVERIFY(used.makeAdmin(u"real@e2e.example"_s, "a long password"));
        QVERIFY(used.run(demo, Secret + '\n') != 0);
        QVERIFY2(isOneSentence(used.errors()), used.errors());
        QCOMPARE(sqlite(used.data() + u"/voxdesk.db"_s, u"SELECT count(*) FROM users"_s), "1");
    }
    void doctorFindsWhatIsWrong()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(u"a@e2e.example"_s, "a long password"));
        QCOMPARE(server.run({u"doctor"_s, u"--port"_s, u"0"_s}), 0);
        QVERIFY(server.output().contains("database") || server.output().contains("Database"));
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QString port = QString::number(other.serverPort());
        QVERIFY(server.run({u"doctor"_s, u"--port"_s, port}) != 0);
        QVERIFY(QByteArray(server.output() + server.errors()).contains(port.toUtf8()));
        const QString secret = u"postgresql://vox:%1@127.0.0.1:1/vox"_s.arg(QString::fromUtf8(Secret));
        QVERIFY(server.run({u"doctor"_s, u"--port"_s, u"0"_s, u"--database"_s, secret}) != 0);
        QVERIFY2(!QByteArray(server.output() + server.errors()).contains(Secret), server.output());
    }
    void doctorFindsWhatServeWouldFailAt_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::addColumn<QByteArray>("finding");
        const QString file = m_files.filePath(u"a file"_s);
        QVERIFY(writeFile(file, "x"));
        QTest::newRow("data below a file")
            << QStringList{u"--data"_s, file + u"/data"_s} << QByteArray("PROBLEM data folder: ");
        QTest::newRow("log in no folder")
            << QStringList{u"--access-log"_s, u"/nowhere/access.log"_s} << QByteArray("PROBLEM access log: ");
        QTest::newRow("log is a folder") << QStringList{u"--access-log"_s, m_files.path()}
                                         << QByteArray("PROBLEM access log: ");
        for (const auto &[name, days, finding] : {std::tuple("certificate ends soon", 5, "notice  certificate: "),
                                                  {"certificate ended", -1, "PROBLEM certificate: "},
                                                  {"certificate lasts", 90, "ok      certificate: "}}) {
            const QString certificate = m_files.filePath(u"cert%1.pem"_s.arg(days));
            const QString key = m_files.filePath(u"key%1.pem"_s.arg(days));
            QVERIFY(makeCertificate(certificate, key, days));
            QTest::newRow(name) << QStringList{u"--tls-certificate"_s, certificate, u"--tls-key"_s, key}
                                << QByteArray(finding);
        }
    }
    void doctorFindsWhatServeWouldFailAt()
    {
        QFETCH(QStringList, settings);
        QFETCH(QByteArray, finding);
        ServerProcess server;
        const int status = server.run(QStringList{u"doctor"_s, u"--port"_s, u"0"_s} + settings);
        QVERIFY2(server.output().contains(finding), server.output());
        QCOMPARE(status, finding.startsWith("PROBLEM") ? 1 : 0);
    }
    void doctorKnowsAServerThatRuns()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.errors());
        const QString port = QString::number(server.url().port());
        QCOMPARE(server.run({u"doctor"_s, u"--port"_s, port}), 0);
        QVERIFY2(server.output().contains("a server is running"), server.output());
        const QByteArray hint = "voxdeskd user create --data " + server.data().toUtf8() + " --email ";
        QVERIFY2(server.output().contains(hint), server.output());
        QVERIFY2(server.log().contains(hint), server.log());
        QCOMPARE(server.terminate(), 0);
        QVERIFY(writeFile(server.data() + u"/keys/tokens.json"_s, "{"));
        QCOMPARE(server.run({u"doctor"_s, u"--port"_s, port}), 1);
        QVERIFY2(server.output().contains("PROBLEM sign-in keys: "), server.output());
    }
    void theNearestSettingWins()
    {
        ServerProcess server;
        QVERIFY(writeFile(server.data() + u"/voxdeskd.toml"_s, "rate_anonymous_per_hour = 111\n"));
        QVERIFY2(server.start(), server.errors());
        QCOMPARE(anonymousLimit(server), "111");
        QCOMPARE(server.terminate(), 0);
        const QStringList environment{u"VOXDESK_RATE_ANONYMOUS_PER_HOUR=222"_s};
        QVERIFY2(server.start({}, environment), server.errors());
        QCOMPARE(anonymousLimit(server), "222");
        QCOMPARE(server.terminate(), 0);
        QVERIFY2(server.start({u"--rate-anonymous-per-hour"_s, u"333"_s}, environment), server.errors());
        QCOMPARE(anonymousLimit(server), "333");
        QCOMPARE(server.terminate(), 0);
        const QString other = m_files.filePath(u"other.toml"_s);
        QVERIFY(writeFile(other, "rate_anonymous_per_hour = 444\n"));
        QCOMPARE(server.run({u"doctor"_s, u"--port"_s, u"0"_s, u"--config"_s, other}), 0);
        for (const char *wrong : {"rate_anonymous_per_hour = \"many\"\n", "wings = 2\n", "port = = 1\n"}) {
            QVERIFY(writeFile(other, wrong));
            QCOMPARE(server.run({u"serve"_s, u"--config"_s, other}), 2);
            QVERIFY2(isOneSentence(server.errors()) && server.errors().contains("other.toml"), server.errors());
        }
    }
    void everyLimitIsASetting()
    {
        const auto config = readConfig({{u"max-header-bytes"_s, u"8k"_s},
                                        {u"max-body-bytes"_s, u"3m"_s},
                                        {u"max-inflated-bytes"_s, u"4m"_s},
                                        {u"max-connections"_s, u"5"_s},
                                        {u"max-connections-per-address"_s, u"6"_s},
                                        {u"max-pipelined"_s, u"7"_s},
                                        {u"header-timeout"_s, u"8"_s},
                                        {u"body-timeout"_s, u"9"_s},
                                        {u"idle-timeout"_s, u"10"_s},
                                        {u"request-timeout"_s, u"11"_s},
                                        {u"stop-delay"_s, u"2"_s}},
                                       {}, {});
        QVERIFY(config);
        const http::ServerLimits &limits = config->server.limits;
        QCOMPARE(limits.headerBytes, 8 * 1024);
        QCOMPARE(config->maxBody, 3 * 1024 * 1024);
        QCOMPARE(limits.inflatedBytes, 4 * 1024 * 1024);
        QCOMPARE(limits.connections, 5);
        QCOMPARE(limits.connectionsPerAddress, 6);
        QCOMPARE(limits.pipelined, 7);
        QCOMPARE(limits.headerTime.count(), 8000);
        QCOMPARE(limits.bodyStallTime.count(), 9000);
        QCOMPARE(limits.idleTime.count(), 10'000);
        QCOMPARE(limits.totalTime.count(), 11'000);
        QCOMPARE(config->stopDelay.count(), 2000);
    }
    void limitsReachTheTransport()
    {
        ServerProcess server;
        QVERIFY2(
            server.start({u"--max-body-bytes"_s, u"2k"_s, u"--header-timeout"_s, u"1"_s, u"--idle-timeout"_s, u"1"_s}),
            server.errors());
        HttpClient client(server.url());
        const auto login = [&client](int length) {
            return client.post("/api/v1/auth/login", {{u"email"_s, QString(length, u'a')}}).status;
        };
        QCOMPARE(login(2100), 413);
        QCOMPARE(login(1900), 422);
        WireConnection slow(server.url());
        QVERIFY(slow.write("GET /healthz HTTP/1.1\r\nHost: x\r\n"));
        const auto late = slow.read(false, 8000); // 10 s otherwise
        QVERIFY(late && late->status == 408);
        WireConnection idle(server.url());
        QVERIFY(idle.waitClosed(20'000)); // 75 s otherwise
    }
    void everySettingStandsInTheManual()
    {
        QVERIFY(!configOptions().isEmpty());
        const QString options = manual().section(u".SH OPTIONS\n"_s, 1);
        for (const ConfigOption &option : configOptions())
            QVERIFY2(tells(options, option.name), option.name.data());
    }
    void everyCommandStandsInTheManual()
    {
        const QString all = manual();
        const QString described = all.section(u".SH COMMANDS\n"_s, 1).section(u".SH OPTIONS\n"_s, 0, 0);
        QVERIFY(!commands().isEmpty());
        for (const Command &command : commands()) {
            const QString name(command.name);
            QVERIFY2(all.contains(u".B voxdeskd "_s + name + u'\n'), command.name.data());
            const QString start = u".TP\n.B "_s + name + u'\n';
            QVERIFY2(described.contains(start), command.name.data());
            const QString rest = described.section(start, 1);
            static const QRegularExpression next(u"\n\\.TP\n\\.B [a-z]"_s);
            const auto end = rest.indexOf(next);
            const QString own = end < 0 ? rest : rest.first(end);
            for (const Command::Option &option : command.options)
                QVERIFY2(tells(own, option.name), qPrintable(name + u" --"_s + option.name));
        }
    }

private:
    static QString manual()
    {
        QFile file(QStringLiteral(VOXDESK_SOURCE_DIR "/packaging/linux/voxdeskd.1"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().replace("\\-", "-")) : QString();
    }

    static bool tells(const QString &text, QLatin1StringView option)
    {
        return text.contains(u"\n.BI --"_s + option + u" \""_s) || text.contains(u"\n.B --"_s + option + u'\n');
    }

    static bool openssl(const QStringList &arguments)
    {
        QProcess process;
        process.start(u"openssl"_s, arguments);
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }

    /// Self-signed, over the key, for so many days from now; a negative number: it ended so many days ago.
    static bool makeCertificate(const QString &certificate, const QString &key, int days)
    {
        const QString request = certificate + u".request"_s;
        return openssl({u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                        u"-nodes"_s, u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s, key, u"-out"_s, request})
            && openssl({u"x509"_s, u"-req"_s, u"-in"_s, request, u"-signkey"_s, key, u"-days"_s, QString::number(days),
                        u"-out"_s, certificate});
    }

    static QByteArray everyFile(const QString &folder)
    {
        QByteArray bytes;
        const QDir dir(folder);
        for (const QString &name : dir.entryList(QDir::Files)) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }

    QTemporaryDir m_files;
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The own account in the console, and the ways in to it, against a real server.
#include "server/store/connection.h"
#include "tests/e2e/consoledesk.h"
#include "ui/panes/securitypane.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QtEndian>

namespace
{
/// An authenticator: RFC 6238 with what all of them know (SHA-1, 30 s, six digits).
class Authenticator
{
public:
    explicit Authenticator(const QString &base32)
    {
        quint32 buffer = 0;
        int bits = 0;
        const QString digits = QString(base32).remove(u' ');
        for (const QChar c : digits) {
            buffer = (buffer << 5) | quint32(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s.indexOf(c));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                m_secret.append(char(buffer >> bits));
            }
        }
    }
    /// One that was not given before: from the step before now on, which a server accepts.
    QString next()
    {
        m_step = std::max(m_step + 1, QDateTime::currentSecsSinceEpoch() / 30 - 1);
        QByteArray counter(8, Qt::Uninitialized);
        qToBigEndian(m_step, counter.data());
        const QByteArray hash = QMessageAuthenticationCode::hash(counter, m_secret, QCryptographicHash::Sha1);
        const quint32 number = qFromBigEndian<quint32>(hash.constData() + (hash.back() & 15)) & 0x7fffffff;
        return QString::number(number % 1'000'000).rightJustified(6, u'0');
    }

private:
    QByteArray m_secret;
    qint64 m_step = 0;
};

/// The code of the newest mail to an address; empty: none came.
QString mailedCode(const ServerProcess &server, const QString &address)
{
    const QDir folder(server.data() + u"/mail"_s);
    const QStringList mails
        = folder.entryList({u"*.eml"_s}, QDir::Files, QDir::Name | QDir::Reversed); // ids sort by time
    for (const QString &name : mails) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression code(u"\n    (\\S+)\r?\n"_s);
        if (text.contains(u"To: <"_s + address + u'>'))
            return code.match(text).captured(1);
    }
    return {};
}

void registerUser(HttpClient &client, const QString &email)
{
    const QJsonObject body{{u"email"_s, email},
                           {u"password"_s, Password},
                           {u"profile"_s, QJsonObject{{u"firstName"_s, u"Ada"_s}, {u"lastName"_s, u"Okafor"_s}}}};
    QCOMPARE(client.post("/api/v2/auth/register", body).status, 201);
}

void openSecurity(Console &console)
{
    console.window->openPane(SecurityPane::Id);
    QTRY_VERIFY_WITH_TIMEOUT(console.window->currentPane()->loadedAt().isValid(), 20'000);
}

/// The address of a user who may be deleted, and whom a search finds alone.
QString someMember(SignedIn &desk)
{
    HttpClient client(desk.server.url());
    const WireHeaders admin = bearer(desk.token());
    const QJsonArray users = client.get("/api/v2/admin/users?limit=50", admin).json()["data"_L1].toArray();
    for (const auto &user : users) {
        const QString email = user["email"_L1].toString();
        if (user["organization_role"_L1] != u"member"_s || user["role"_L1] != u"user"_s)
            continue;
        const QByteArray search = "/api/v2/admin/users?search=" + QUrl::toPercentEncoding(email);
        if (client.get(search, admin).json()["data"_L1].toArray().size() == 1)
            return email;
    }
    return {};
}

int statusOfLogin(const ServerProcess &server, const QString &password)
{
    HttpClient client(server.url());
    return client.post("/api/v1/auth/login", {{u"email"_s, Email}, {u"password"_s, password}}).status;
}
}

class TestConsoleAccount : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { keepToOurselves(); }

    void aNewPasswordIsGoodAndTheOldOneIsNot()
    {
        SignedIn desk;
        Console &console = *desk.console;
        openSecurity(console);
        console.trigger(u"changePasswordAction"_s);
        const QString name = u"changePasswordDialog"_s;
        const QString fresh = u"another correct horse"_s;
        console.in<QLineEdit>(name, u"currentPasswordEdit"_s)->setText(u"not this one"_s);
        console.in<QLineEdit>(name, u"newPasswordEdit"_s)->setText(fresh);
        console.in<QLineEdit>(name, u"repeatPasswordEdit"_s)->setText(fresh);
        console.submit(name);
        QTRY_VERIFY_WITH_TIMEOUT(console.in<QLabel>(name, u"currentPasswordErrorLabel"_s)->isVisible(), 20'000);
        QCOMPARE(console.in<QLineEdit>(name, u"newPasswordEdit"_s)->text(), fresh);
        console.in<QLineEdit>(name, u"currentPasswordEdit"_s)->setText(Password);
        console.submit(name);
        QTRY_VERIFY_WITH_TIMEOUT(!console.dialog(name), 20'000);
        QCOMPARE(statusOfLogin(desk.server, fresh), 200);
        QCOMPARE(statusOfLogin(desk.server, Password), 401);
        console.window->openPane(u"users"_s); // and this session goes on
        QVERIFY(console.hasSettled(u"users"_s));
        QVERIFY(!console.rows(u"users"_s)->error());
    }

    void anotherDeviceIsNamedAndSignedOut()
    {
        SignedIn desk;
        Console &console = *desk.console;
        HttpClient client(desk.server.url());
        const QJsonObject device{
            {u"deviceId"_s, u"d-1"_s}, {u"deviceName"_s, u"Old phone"_s}, {u"deviceType"_s, u"mobile"_s}};
        const QByteArray other = client
                                     .post("/api/v2/auth/login",
                                           {{u"email"_s, Email}, {u"password"_s, Password}, {u"deviceInfo"_s, device}})
                                     .json()["data"_L1]["tokens"_L1]["accessToken"_L1]
                                     .toString()
                                     .toUtf8();
        QCOMPARE(client.get("/api/v1/users/profile", bearer(other)).status, 200);
        openSecurity(console);
        auto *table = child<QTableWidget>(*console.window->currentPane(), u"deviceTable"_s);
        const auto rowOf = [table](const QString &name) {
            for (int row = 0; row < table->rowCount(); ++row) {
                if (table->item(row, 0)->text() == name)
                    return row;
            }
            return -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Old phone"_s) >= 0, 20'000);
        table->selectRow(rowOf(u"Old phone"_s));
        console.trigger(u"renameDeviceAction"_s);
        console.in<QLineEdit>(u"renameDeviceDialog"_s, u"deviceNameEdit"_s)->setText(u"Lost phone"_s);
        console.submit(u"renameDeviceDialog"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Lost phone"_s) >= 0, 20'000);
        table->selectRow(rowOf(u"Lost phone"_s));
        console.trigger(u"revokeDeviceAction"_s);
        console.submit(u"confirmDialog"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(u"Lost phone"_s), -1, 20'000);
        QCOMPARE(client.get("/api/v1/users/profile", bearer(other)).status, 401);
    }

    void aFormOutlivesTheSession_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<bool>("stays");
        QTest::newRow("the same person comes back") << Email << true;
        QTest::newRow("somebody else comes") << u"support@voxdesk.example"_s << false;
    }
    void aFormOutlivesTheSession()
    {
        QFETCH(QString, email);
        QFETCH(bool, stays);
        SignedIn desk;
        Console &console = *desk.console;
        const QString id = desk.selectUser(u"owner@northgate.example"_s);
        console.trigger(u"editLimitsAction"_s);
        const QString name = u"editLimitsDialog"_s;
        QTRY_VERIFY_WITH_TIMEOUT(console.in<QSpinBox>(name, u"maxAgentsSpin"_s)->isEnabled(), 20'000);
        const QPointer<QPlainTextEdit> notes = console.in<QPlainTextEdit>(name, u"limitNotesEdit"_s);
        notes->setPlainText(u"Agreed by phone"_s);

        const QString port = QString::number(desk.server.url().port());
        QCOMPARE(desk.server.terminate(), 0);
        {
            const auto database = store::Database::parse(desk.server.data() + u"/voxdesk.db"_s);
            QVERIFY(database);
            auto connection = store::Connection::open(*database);
            QVERIFY(connection);
            const qint64 ran = QDateTime::currentMSecsSinceEpoch() - 1000;
            QVERIFY((*connection)->execute(u"UPDATE sessions SET expires_at = ?"_s, {ran}));
        }
        QVERIFY(desk.server.start({u"--port"_s, port}));
        console.submit(name);
        auto *signIn = child<QWidget>(*console.window, u"signInPage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(signIn->isVisible(), 20'000);
        QVERIFY(!console.dialog(name)); // it would lie over the page and take what is typed there
        console.signIn(Password, email);
        QTRY_VERIFY_WITH_TIMEOUT(console.window->showsPanes(), 20'000);
        QCOMPARE(console.dialog(name) != nullptr, stays);
        QCOMPARE(!notes.isNull(), stays);
        if (!stays)
            return;
        QCOMPARE(notes->toPlainText(), u"Agreed by phone"_s);
        console.submit(name);
        QTRY_VERIFY_WITH_TIMEOUT(!console.dialog(name), 20'000);
        HttpClient client(desk.server.url());
        const QByteArray user = client.get("/api/v2/admin/users/" + id.toUtf8(), bearer(desk.token())).body;
        QVERIFY2(user.contains("Agreed by phone"), user);
    }

    /// Set up, asked for at sign-in and for what is grave, replaced by a recovery code, turned off.
    void theSecondFactorFromFirstToLast()
    {
        SignedIn desk;
        Console &console = *desk.console;
        const QString member = someMember(desk);
        QVERIFY(!member.isEmpty());
        openSecurity(console);
        console.trigger(u"enrolTwoFactorAction"_s);
        const QString enrol = u"enrolTwoFactorDialog"_s;
        auto *secret = console.in<QLineEdit>(enrol, u"enrolmentSecretEdit"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!secret->text().isEmpty(), 20'000);
        Authenticator authenticator(secret->text());
        const QString first = authenticator.next();
        console.in<QLineEdit>(enrol, u"enrolmentCodeEdit"_s)->setText(first.back() + first.first(5)); // not it
        if (first.back() + first.first(5) != first) {
            console.submit(enrol);
            QTRY_VERIFY_WITH_TIMEOUT(console.in<QLabel>(enrol, u"codeErrorLabel"_s)->isVisible(), 20'000);
        }
        console.in<QLineEdit>(enrol, u"enrolmentCodeEdit"_s)->setText(first);
        console.submit(enrol);
        const QString shown = u"showRecoveryCodesDialog"_s;
        console.in<QPushButton>(shown, u"copyCodesButton"_s)->click();
        const QStringList recovery = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(recovery.size(), 10);
        console.in<QPushButton>(shown, u"closeCodesButton"_s)->click();

        console.trigger(u"signOutAction"_s);
        console.signIn(Password);
        const auto code = [&] { return child<QLineEdit>(*console.window, u"codeEdit"_s); };
        QTRY_VERIFY_WITH_TIMEOUT(code()->isVisible(), 20'000);
        QVERIFY(!console.window->showsPanes());
        code()->setText(first); // was given already; six digits: nothing is left to press
        QTRY_VERIFY_WITH_TIMEOUT(
            child<QLabel>(*child<QWidget>(*console.window, u"codePage"_s), u"codeErrorLabel"_s)->isVisible(), 20'000);
        code()->setText(authenticator.next());
        QTRY_VERIFY_WITH_TIMEOUT(console.window->showsPanes(), 20'000);

        // Ten minutes later, as far as the server knows.
        const QString port = QString::number(desk.server.url().port());
        QCOMPARE(desk.server.terminate(), 0);
        {
            const auto database = store::Database::parse(desk.server.data() + u"/voxdesk.db"_s);
            QVERIFY(database);
            auto connection = store::Connection::open(*database);
            QVERIFY(connection);
            QVERIFY((*connection)->execute(u"UPDATE sessions SET second_factor_at = 1 WHERE second_factor_at > 0"_s));
        }
        QVERIFY(desk.server.start({u"--port"_s, port}));
        const QString victim = desk.selectUser(member);
        console.trigger(u"deleteUserAction"_s);
        console.submit(u"confirmDialog"_s);
        const QString ask = u"askCodeDialog"_s;
        console.in<QLineEdit>(ask, u"askedCodeEdit"_s)->setText(authenticator.next());
        console.submit(ask);
        QTRY_VERIFY_WITH_TIMEOUT(!console.dialog(ask), 20'000);
        HttpClient client(desk.server.url());
        const QByteArray support
            = client.post("/api/v1/auth/login", {{u"email"_s, u"support@voxdesk.example"_s}, {u"password"_s, Password}})
                  .json()["accessToken"_L1]
                  .toString()
                  .toUtf8();
        QTRY_COMPARE_WITH_TIMEOUT(client.get("/api/v1/admin/users/" + victim.toUtf8(), bearer(support)).status, 404,
                                  20'000);

        console.trigger(u"signOutAction"_s);
        console.signIn(Password);
        QTRY_VERIFY_WITH_TIMEOUT(code()->isVisible(), 20'000);
        child<QPushButton>(*console.window, u"otherCodeLink"_s)->click();
        code()->setText(recovery.at(0));
        child<QPushButton>(*console.window, u"giveCodeButton"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(console.window->showsPanes(), 20'000);

        openSecurity(console);
        console.trigger(u"disableTwoFactorAction"_s);
        console.in<QLineEdit>(ask, u"askedCodeEdit"_s)->setText(recovery.at(0)); // used up
        console.submit(ask);
        QTRY_VERIFY_WITH_TIMEOUT(console.in<QLabel>(ask, u"codeErrorLabel"_s)->isVisible(), 20'000);
        console.in<QLineEdit>(ask, u"askedCodeEdit"_s)->setText(recovery.at(1));
        console.submit(ask);
        QTRY_VERIFY_WITH_TIMEOUT(!console.dialog(ask), 20'000);
        QCOMPARE(statusOfLogin(desk.server, Password), 200);
        QVERIFY(!desk.token().isEmpty()); // the password alone again
    }

    void aServerThatWantsTheAddressConfirmedTakesTheMailedCode()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(Email, Password.toUtf8()));
        QVERIFY(server.start({u"--require-verified-email"_s}));
        HttpClient client(server.url());
        const QString ada = u"ada@northwind.example"_s;
        registerUser(client, ada);
        QTemporaryDir folder;
        Console console(folder.path());
        console.open(server.url());
        console.signIn(Password, ada);
        auto *link = child<QPushButton>(*console.window, u"confirmEmailLink"_s);
        QTRY_VERIFY_WITH_TIMEOUT(link->isVisible(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!mailedCode(server, ada).isEmpty(), 20'000);
        link->click();
        child<QLineEdit>(*console.window, u"confirmCodeEdit"_s)->setText(u"no such code"_s);
        auto *confirm = child<QPushButton>(*console.window, u"confirmEmailButton"_s);
        confirm->click();
        auto *page = child<QWidget>(*console.window, u"confirmEmailPage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(*page, u"tokenErrorLabel"_s)->isVisible(), 20'000);
        child<QLineEdit>(*page, u"confirmCodeEdit"_s)->setText(mailedCode(server, ada));
        QTRY_VERIFY(confirm->isEnabled());
        confirm->click();
        console.signIn(Password, ada);
        QTRY_VERIFY_WITH_TIMEOUT(!child<QWidget>(*console.window, u"signInPage"_s)->isVisible(), 20'000);
    }

    void theOwnAddressIsConfirmedAndPreferencesAreKept()
    {
        ServerProcess server;
        QVERIFY(server.makeAdmin(Email, Password.toUtf8()));
        QVERIFY(server.start());
        HttpClient client(server.url());
        const QString ada = u"ada@northwind.example"_s;
        registerUser(client, ada);
        const auto token = [&](const QString &email) {
            return client.post("/api/v1/auth/login", {{u"email"_s, email}, {u"password"_s, Password}})
                .json()["accessToken"_L1]
                .toString()
                .toUtf8();
        };
        const QByteArray own = token(ada);
        const QByteArray id
            = client.get("/api/v1/auth/profile", bearer(own)).json()["data"_L1]["id"_L1].toString().toUtf8();
        QCOMPARE(client.patch("/api/v1/admin/users/" + id, {{u"role"_s, u"support"_s}}, bearer(token(Email))).status,
                 200);
        QTemporaryDir folder;
        Console console(folder.path());
        console.open(server.url());
        console.signIn(Password, ada);
        QTRY_VERIFY_WITH_TIMEOUT(console.window->showsPanes(), 20'000);
        openSecurity(console);
        child<QTabWidget>(*console.window->currentPane(), u"securityTabs"_s)->setCurrentIndex(2);
        QTRY_VERIFY_WITH_TIMEOUT(console.action(u"confirmEmailAction"_s)->isEnabled(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!mailedCode(server, ada).isEmpty(), 20'000); // that of the registration
        console.trigger(u"mailEmailCodeAction"_s);
        QTRY_VERIFY_WITH_TIMEOUT(console.toast().contains(ada), 20'000);
        console.trigger(u"confirmEmailAction"_s);
        const QString confirm = u"confirmEmailDialog"_s;
        console.in<QLineEdit>(confirm, u"emailCodeEdit"_s)->setText(u"no such code"_s);
        console.submit(confirm);
        QTRY_VERIFY_WITH_TIMEOUT(console.in<QLabel>(confirm, u"tokenErrorLabel"_s)->isVisible(), 20'000);
        console.in<QLineEdit>(confirm, u"emailCodeEdit"_s)->setText(mailedCode(server, ada));
        console.submit(confirm);
        QTRY_VERIFY_WITH_TIMEOUT(!console.action(u"confirmEmailAction"_s)->isEnabled(), 20'000);
        QVERIFY(client.get("/api/v1/auth/profile", bearer(token(ada))).json()["data"_L1]["email_verified"_L1].toBool());

        console.trigger(u"editPreferencesAction"_s);
        const QString edit = u"editPreferencesDialog"_s;
        console.in<QCheckBox>(edit, u"marketingCheckBox"_s)->setChecked(true);
        console.in<QCheckBox>(edit, u"notificationsCheckBox"_s)->setChecked(false);
        console.submit(edit);
        QTRY_VERIFY_WITH_TIMEOUT(!console.dialog(edit), 20'000);
        const QJsonObject kept
            = client.get("/api/v2/auth/preferences", bearer(token(ada))).json()["data"_L1].toObject();
        QCOMPARE(kept, (QJsonObject{{u"marketing"_s, true}, {u"notifications"_s, false}, {u"twoFactorAuth"_s, false}}));
    }
};

QTEST_MAIN(TestConsoleAccount)
#include "tst_consoleaccount.moc"

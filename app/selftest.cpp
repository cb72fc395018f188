// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest.h"

#include "models/domain/async.h"
#include "services/localserver/localserver.h"
#include "services/secrets/keychainsecretstore.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QSslSocket>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace
{
constexpr int KeychainMs = 3000;

bool line(bool good, const QString &what, const QString &detail)
{
    QTextStream(stdout) << (good ? u"ok      "_s : u"FAILED  "_s) << what << u": "_s << detail << Qt::endl;
    return good;
}

void note(const QString &what, const QString &detail)
{
    QTextStream(stdout) << u"note    "_s << what << u": "_s << detail << Qt::endl;
}

bool checkIcons()
{
    const Theme theme(QApplication::font());
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QStringList broken;
    for (const QString &file : files) {
        const QImage drawn = theme.icon(file.chopped(4)).pixmap(QSize(32, 32)).toImage();
        bool inked = false;
        for (int y = 0; y < drawn.height() && !inked; ++y) {
            for (int x = 0; x < drawn.width() && !inked; ++x)
                inked = drawn.pixelColor(x, y).alpha() > 0;
        }
        if (!inked)
            broken << file;
    }
    return line(!files.isEmpty() && broken.isEmpty(), u"icons"_s,
                broken.isEmpty() ? u"%1 drawn"_s.arg(files.size()) : broken.join(u", "_s));
}

bool checkTranslations()
{
    QStringList broken;
    for (const QString &language : bundledLanguages()) {
        QTranslator translator;
        if (!translator.load(u":/i18n/voxdesk_%1.qm"_s.arg(language)) || translator.isEmpty())
            broken << language;
    }
    const bool both = bundledLanguages().contains(u"de"_s) && bundledLanguages().contains(u"es"_s);
    return line(both && broken.isEmpty(), u"translations"_s, bundledLanguages().join(u", "_s));
}

// Calls `done` when the keychain has answered, or has not for a while.
void noteKeychain(KeychainSecretStore &store, QObject &context, std::function<void()> done)
{
    const QString key = SecretStore::key(u"self-test"_s, u"probe"_s);
    const auto say = std::make_shared<std::function<void(const QString &)>>([done](const QString &words) {
        note(u"keychain"_s, words);
        done();
    });
    QTimer::singleShot(KeychainMs, &context, [say] { (*say)(u"does not answer; sign-ins will not be remembered"_s); });
    whenDone(store.write(key, "probe"), &context, [&store, &context, key, say](const Result<Done> &) {
        if (!store.problem().isEmpty())
            return (*say)(u"sign-ins will not be remembered: "_s + store.problem());
        whenDone(store.remove(key), &context,
                 [say](const Result<Done> &) { (*say)(u"available; sign-ins can be remembered"_s); });
    });
}
}

QStringList bundledLanguages()
{
    QStringList languages;
    for (const QString &file : QDir(u":/i18n"_s).entryList({u"voxdesk_*.qm"_s})) {
        const QString language = file.mid(8).chopped(3);
        if (language != "en"_L1)
            languages << language;
    }
    return languages;
}

int runSelfTest(QApplication &application)
{
    bool good = line(true, u"version"_s, QApplication::applicationVersion());
    good &= line(!QGuiApplication::platformName().isEmpty(), u"platform plugin"_s, QGuiApplication::platformName());
    good &= line(QSslSocket::supportsSsl(), u"tls plugin"_s,
                 QSslSocket::activeBackend() + u", "_s + QSslSocket::sslLibraryVersionString());
    good &= checkIcons();
    good &= checkTranslations();
    const QString program = LocalServer::findProgram();
    note(u"local server"_s, program.isEmpty() ? u"voxdeskd is not installed; connect to a server instead"_s : program);
    KeychainSecretStore store;
    QObject context;
    noteKeychain(store, context, [good] { QCoreApplication::exit(good ? 0 : 1); });
    return application.exec();
}

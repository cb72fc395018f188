// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/keychainkeysource.h"

#include <QCryptographicHash>
#include <QDir>

#include <openssl/crypto.h>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vault
{
namespace
{
constexpr auto UnlockedPatience = 3s; ///< it answered a moment ago
constexpr char NoGlib[] = "QT_NO_GLIB";

const QString Service = u"voxdeskd"_s;

struct Said {
    QKeychain::Error error = QKeychain::OtherError;
    QString text = u"it does not answer"_s;
    QByteArray secret;
};

/// Starts a job on the thread of `there` and waits for it.
template<typename Job, typename Prepare>
Said ask(QObject *there, const QString &name, std::chrono::milliseconds patience, Prepare prepare)
{
    auto promise = std::make_shared<std::promise<Said>>();
    auto future = promise->get_future();
    QMetaObject::invokeMethod(
        there,
        [=] {
            // Not a child of `there`, and freed only once QtKeychain's queue has let go of it.
            auto *job = new Job(Service);
            job->setAutoDelete(false);
            job->setKey(name);
            prepare(*job);
            QObject::connect(
                job, &QKeychain::Job::finished, there,
                [job, promise] {
                    Said said{job->error(), job->errorString().trimmed(), {}};
                    if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
                        said.secret = job->binaryData();
                    job->deleteLater();
                    promise->set_value(said);
                },
                Qt::QueuedConnection);
            job->start();
        },
        Qt::QueuedConnection);
    return future.wait_for(patience) == std::future_status::ready ? future.get() : Said{};
}

Error unusable(const Said &said)
{
    return {.code = ErrorCode::ServiceUnavailable,
            .message
            = u"The keychain of this system, which holds the master key, cannot be used: %1."_s.arg(said.text)};
}
}

KeychainKeySource::KeychainKeySource(QString name, std::chrono::milliseconds patience)
    : m_name(std::move(name))
    , m_patience(patience)
    , m_there(new QObject)
{
    m_thread.setObjectName(u"keychain"_s);
    m_there->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_there, &QObject::deleteLater);
    // A thread asks for this once, when it starts.
    const QByteArray noGlib = qgetenv(NoGlib);
    qunsetenv(NoGlib);
    std::promise<void> runs;
    QMetaObject::invokeMethod(
        m_there, [&runs] { runs.set_value(); }, Qt::QueuedConnection);
    m_thread.start();
    runs.get_future().wait();
    if (!noGlib.isNull())
        qputenv(NoGlib, noGlib);
}

KeychainKeySource::~KeychainKeySource()
{
    m_thread.quit();
    m_thread.wait();
}

Result<std::unique_ptr<KeychainKeySource>> KeychainKeySource::open(const QString &name,
                                                                   std::chrono::milliseconds patience)
{
    std::unique_ptr<KeychainKeySource> source(new KeychainKeySource(name, patience));
    if (const auto keys = source->load(); !keys)
        return keys.error();
    // Some backends answer once and never again; what cannot be relied on is not used.
    const auto again
        = ask<QKeychain::ReadPasswordJob>(source->m_there, name, UnlockedPatience, [](QKeychain::ReadPasswordJob &) {});
    if (again.error != QKeychain::NoError && again.error != QKeychain::EntryNotFound)
        return unusable(again);
    return source;
}

QString KeychainKeySource::nameFor(const QString &dataFolder)
{
    const QByteArray path = QDir(dataFolder).absolutePath().toUtf8();
    return u"master-key-"_s
        % QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).first(8).toHex());
}

Result<Keyring> KeychainKeySource::load()
{
    Said said = ask<QKeychain::ReadPasswordJob>(m_there, m_name, m_patience, [](QKeychain::ReadPasswordJob &) {});
    if (said.error == QKeychain::EntryNotFound)
        return Keyring();
    if (said.error != QKeychain::NoError)
        return unusable(said);
    auto keys = Keyring::parse(said.secret);
    OPENSSL_cleanse(said.secret.data(), std::size_t(said.secret.size()));
    return keys;
}

Result<Done> KeychainKeySource::save(const Keyring &keys)
{
    // QtKeychain keeps text best: base64 lines.
    const QByteArray text = keys.toText().view().toByteArray();
    const Said said = ask<QKeychain::WritePasswordJob>(
        m_there, m_name, m_patience, [text](QKeychain::WritePasswordJob &job) { job.setBinaryData(text); });
    return said.error == QKeychain::NoError ? Result<Done>(Done{}) : unusable(said);
}

QString KeychainKeySource::description() const { return u"the keychain of this system"_s; }
}

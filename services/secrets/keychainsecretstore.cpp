// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/secrets/keychainsecretstore.h"

#include <QPointer>
#include <QPromise>

#include <qt6keychain/keychain.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace
{
const QString Service = u"voxdesk"_s;

// Without a session bus QtKeychain says OtherError, not NoBackendAvailable; so the code says too little to act on.
QString reason(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeychainSecretStore::tr("the keychain is locked or refuses access.");
    default:
        return KeychainSecretStore::tr("no keychain can be used (%1)").arg(job.errorString().trimmed());
    }
}

template<typename T>
struct Started {
    std::shared_ptr<QPromise<Result<T>>> promise = std::make_shared<QPromise<Result<T>>>();
    Started() { promise->start(); }
    void settle(const Result<T> &result) const
    {
        promise->addResult(result);
        promise->finish();
    }
};
}

QFuture<Result<QByteArray>> KeychainSecretStore::read(const QString &key)
{
    // What could not be written is newer than what the keychain may still hold.
    if (m_unsaved.contains(key))
        return m_memory.read(key);
    const Started<QByteArray> answer;
    auto *job = new QKeychain::ReadPasswordJob(Service); // libsecret calls it back even when the store is gone
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [this, job, answer] {
        if (job->error() == QKeychain::NoError)
            return answer.settle(job->binaryData());
        if (job->error() != QKeychain::EntryNotFound)
            setProblem(reason(*job));
        answer.settle(Error{.code = ErrorCode::ResourceNotFound, .log = job->errorString()});
    });
    job->start();
    return answer.promise->future();
}

QFuture<Result<Done>> KeychainSecretStore::write(const QString &key, const QByteArray &secret)
{
    m_unsaved.insert(key); // until the keychain has it, so that a read in between finds it
    m_memory.write(key, secret);
    const Started<Done> answer;
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setKey(key);
    job->setBinaryData(secret);
    connect(job, &QKeychain::Job::finished, this, [this, job, key, answer] {
        const bool saved = job->error() == QKeychain::NoError;
        if (saved) {
            m_unsaved.remove(key);
            m_memory.remove(key);
        }
        setProblem(saved ? QString() : reason(*job));
        answer.settle(Done{});
    });
    job->start();
    return answer.promise->future();
}

QFuture<Result<Done>> KeychainSecretStore::remove(const QString &key)
{
    m_unsaved.remove(key);
    m_memory.remove(key);
    const Started<Done> answer;
    auto *job = new QKeychain::DeletePasswordJob(Service);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [job, answer] {
        const bool gone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        answer.settle(
            gone ? Result<Done>(Done{})
                 : Result<Done>(Error{.code = ErrorCode::ServiceUnavailable,
                                      .message = tr("The keychain cannot be used: %1").arg(job->errorString())}));
    });
    job->start();
    return answer.promise->future();
}

void KeychainSecretStore::setProblem(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        emit problemChanged(problem);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/secrets/memorysecretstore.h"

#include "models/domain/async.h"

MemorySecretStore::~MemorySecretStore()
{
    for (QByteArray &secret : m_secrets)
        secret.fill('\0'); // best effort: copies may exist
}

QFuture<Result<QByteArray>> MemorySecretStore::read(const QString &key)
{
    const auto found = m_secrets.constFind(key);
    if (found == m_secrets.constEnd())
        return readyFuture(Result<QByteArray>(ErrorCode::ResourceNotFound));
    return readyFuture(Result<QByteArray>(*found));
}

QFuture<Result<Done>> MemorySecretStore::write(const QString &key, const QByteArray &secret)
{
    m_secrets.insert(key, secret);
    return readyFuture(Result<Done>(Done{}));
}

QFuture<Result<Done>> MemorySecretStore::remove(const QString &key)
{
    m_secrets.remove(key);
    return readyFuture(Result<Done>(Done{}));
}

QString MemorySecretStore::problem() const { return tr("this run keeps it in memory only."); }

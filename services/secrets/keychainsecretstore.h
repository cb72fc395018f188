// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/secrets/memorysecretstore.h"

#include <QSet>

/// The keychain of the operating system through QtKeychain. Every failure is treated alike: the secret stays in memory
/// and problem() says why; the keychain is tried again at the next write. Nothing falls back to a file.
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    QFuture<Result<QByteArray>> read(const QString &key) override;
    QFuture<Result<Done>> write(const QString &key, const QByteArray &secret) override;
    QFuture<Result<Done>> remove(const QString &key) override;
    QString problem() const override { return m_problem; }

private:
    void setProblem(const QString &problem);

    MemorySecretStore m_memory;
    QSet<QString> m_unsaved; // keys whose newest value is in m_memory only
    QString m_problem;
};

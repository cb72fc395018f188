// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/vault/keysource.h"

#include <QThread>

#include <chrono>

namespace vault
{
/// The keychain of the operating system through QtKeychain, which lives on a thread of its own: on Linux its callbacks
/// need GLib's event loop, and the server runs without.
/// One a process: QtKeychain's queue stays on the thread that used it first.
class KeychainKeySource : public KeySource
{
    Q_DISABLE_COPY_MOVE(KeychainKeySource)
public:
    /// ServiceUnavailable, with the reason, where no keychain can be used. Main thread, before others run.
    static Result<std::unique_ptr<KeychainKeySource>> open(const QString &name, std::chrono::milliseconds patience);
    /// Entries of several data folders do not meet.
    static QString nameFor(const QString &dataFolder);
    ~KeychainKeySource() override;

    Result<Keyring> load() override;
    Result<Done> save(const Keyring &keys) override;
    QString description() const override;

private:
    KeychainKeySource(QString name, std::chrono::milliseconds patience);

    const QString m_name;
    const std::chrono::milliseconds m_patience;
    QThread m_thread;
    QObject *m_there; ///< lives on m_thread
};
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Where the master keys are kept.
#pragma once

#include "server/vault/keyring.h"

#include <chrono>
#include <memory>

namespace vault
{
/// Any thread, one call at a time.
class KeySource
{
public:
    virtual ~KeySource() = default;
    virtual Result<Keyring> load() = 0; ///< an empty one: nothing was saved yet
    virtual Result<Done> save(const Keyring &keys) = 0; ///< all of them, or nothing changed
    virtual QString description() const = 0; ///< "the key file /var/lib/…": continues "The master key is in "
    virtual QString warning() const { return {}; } ///< a sentence on what is unsafe about it; empty: nothing
};

/// A text file as Keyring::parse() reads it, written with mode 0600 in one step. It stays its owner's when root writes.
class FileKeySource : public KeySource
{
public:
    explicit FileKeySource(QString path)
        : m_path(std::move(path))
    {
    }
    Result<Keyring> load() override;
    Result<Done> save(const Keyring &keys) override;
    QString description() const override;
    QString warning() const override;

private:
    QString m_path;
};

/// The file that an operator names; else what the data folder says from the last start; else the keychain of the
/// operating system, where there is one; else a key file in the data folder. `named`: empty, not named. Main thread,
/// before others run.
///
/// `patience`: how long a keychain may take to answer; somebody may have to unlock it.
Result<std::shared_ptr<KeySource>> openKeySource(const QString &named, const QString &dataFolder,
                                                 std::chrono::milliseconds patience = std::chrono::seconds(15));
/// Where the key is, in words.
struct KeySourceFinding {
    QString sentence;
    bool isWarning = false; ///< there is something to do, or nothing there yet
};
/// What openKeySource() would find; makes nothing and leaves the keychain alone. ServiceUnavailable: the key cannot be
/// used.
Result<KeySourceFinding> describeKeySource(const QString &named, const QString &dataFolder);
}

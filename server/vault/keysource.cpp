// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/vault/keysource.h"

#include "server/vault/keychainkeysource.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <openssl/crypto.h>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace vault
{
namespace
{
constexpr QByteArrayView KeychainMark = "keychain:";
constexpr qint64 LargestFile = 64 * 1024;

QString usualPath(const QString &dataFolder) { return dataFolder % u"/keys/master.key"_s; }

Error unusable(const QString &path, const QString &why)
{
    return {.code = ErrorCode::ServiceUnavailable, .message = u"The master key file %1 %2."_s.arg(path, why)};
}

/// The name under which the keychain holds the key, as the data folder remembers it; empty: the file is something else.
QString rememberedName(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.read(512);
    return text.startsWith(KeychainMark) ? QString::fromUtf8(text.sliced(KeychainMark.size()).trimmed()) : QString();
}

/// Root, who runs a command beside the server, must not take its key file away from it. False: the system refuses.
bool keepsOwner([[maybe_unused]] const QSaveFile &file)
{
#ifdef Q_OS_UNIX
    struct stat before = {};
    if (::geteuid() == 0 && ::stat(QFile::encodeName(file.fileName()).constData(), &before) == 0)
        return ::fchown(file.handle(), before.st_uid, before.st_gid) == 0;
#endif
    return true;
}

Result<Done> writePrivately(const QString &path, QByteArrayView text)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return unusable(path, u"cannot be written: its folder cannot be made"_s);
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    QSaveFile file(path);
    // Narrowed before the first byte: QSaveFile's temporary file becomes the real one as it is.
    const bool isOpen
        = file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (isOpen && !keepsOwner(file))
        return unusable(path, u"cannot be written: its owner cannot be kept"_s);
    const bool written = isOpen && file.write(text.data(), text.size()) == text.size() && file.commit();
    return written ? Result<Done>(Done{}) : unusable(path, u"cannot be written: "_s % file.errorString());
}
}

Result<Keyring> FileKeySource::load()
{
    QFile file(m_path);
    if (!file.exists())
        return Keyring();
    if (!file.open(QIODevice::ReadOnly))
        return unusable(m_path, u"cannot be read: "_s % file.errorString());
    if (file.size() > LargestFile)
        return unusable(m_path, u"is too large for one"_s);
    QByteArray text = file.readAll();
    auto keys = Keyring::parse(text);
    OPENSSL_cleanse(text.data(), std::size_t(text.size()));
    if (!keys)
        return unusable(m_path, u"is damaged: "_s % keys.error().message);
    if (keys->isEmpty())
        return unusable(m_path, u"is empty. Restore it, or remove it to have a new one made"_s);
    return keys;
}

Result<Done> FileKeySource::save(const Keyring &keys) { return writePrivately(m_path, keys.toText().view()); }

QString FileKeySource::description() const { return u"the key file %1"_s.arg(m_path); }

QString FileKeySource::warning() const
{
#ifndef Q_OS_WIN
    if (QFile::permissions(m_path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther))
        return u"Others can read the master key file %1; run chmod 600 on it."_s.arg(m_path);
#endif
    return {};
}

Result<std::shared_ptr<KeySource>> openKeySource(const QString &named, const QString &dataFolder,
                                                 std::chrono::milliseconds patience)
{
    if (!named.isEmpty())
        return std::shared_ptr<KeySource>(std::make_shared<FileKeySource>(named));
    const QString path = usualPath(dataFolder);
    const QString remembered = rememberedName(path);
    if (!remembered.isEmpty() || !QFileInfo::exists(path)) {
        const QString name = remembered.isEmpty() ? KeychainKeySource::nameFor(dataFolder) : remembered;
        auto keychain = KeychainKeySource::open(name, patience);
        if (keychain) {
            const QByteArray mark = KeychainMark.toByteArray() + name.toUtf8() + '\n';
            if (const auto kept = writePrivately(path, mark); !kept)
                return kept.error();
            return std::shared_ptr<KeySource>(std::move(*keychain));
        }
        if (!remembered.isEmpty())
            return keychain.error();
    }
    return std::shared_ptr<KeySource>(std::make_shared<FileKeySource>(path));
}

Result<KeySourceFinding> describeKeySource(const QString &named, const QString &dataFolder)
{
    const QString path = named.isEmpty() ? usualPath(dataFolder) : named;
    if (!QFileInfo::exists(path)) {
        return KeySourceFinding{named.isEmpty() ? u"There is none yet; serve keeps one in the keychain of this system "
                                                  "where there is one, else in %1."_s.arg(path)
                                                : u"There is none yet; serve makes %1."_s.arg(path),
                                true};
    }
    if (named.isEmpty() && !rememberedName(path).isEmpty())
        return KeySourceFinding{u"in the keychain of this system"_s};
    FileKeySource file(path);
    if (const auto keys = file.load(); !keys)
        return keys.error();
    if (!file.warning().isEmpty())
        return KeySourceFinding{file.warning(), true};
    return KeySourceFinding{u"in "_s + file.description()};
}
}

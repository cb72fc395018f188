// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/signingkeys.h"

#include "server/identity/randombytes.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace identity
{
namespace
{
constexpr int SecretBytes = 32;
constexpr int SecretWords = SecretBytes / 4;
constexpr qint64 KeepRetiredMs = 24 * 3600 * 1000;

SigningKey newKey() { return {.id = randomBytes(2).toHex(), .secret = randomBytes(SecretWords)}; }

QString pathIn(const QString &dataFolder) { return dataFolder % u"/keys/tokens.json"_s; }

Error unusable(const QString &path, const QString &why)
{
    return {.code = ErrorCode::ServiceUnavailable, .message = u"The key file %1 %2."_s.arg(path, why)};
}

QByteArray secretFrom(const QJsonValue &value)
{
    const auto decoded
        = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}
}

SigningKeys SigningKeys::generate()
{
    SigningKeys keys;
    keys.m_keys << newKey();
    keys.m_refreshSecret = randomBytes(SecretWords);
    return keys;
}

Result<SigningKeys> SigningKeys::load(const QString &dataFolder)
{
    const QString path = pathIn(dataFolder);
    QFile file(path);
    if (!file.exists()) {
        SigningKeys fresh = generate();
        if (auto saved = fresh.save(dataFolder); !saved)
            return saved.error();
        return fresh;
    }
    if (!file.open(QIODevice::ReadOnly))
        return unusable(path, u"cannot be read: "_s % file.errorString());
#ifndef Q_OS_WIN
    if (file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther))
        return unusable(path, u"can be read by others; run chmod 600 on it"_s);
#endif
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    SigningKeys keys;
    keys.m_refreshSecret = secretFrom(root["refresh"_L1]);
    bool whole = keys.m_refreshSecret.size() == SecretBytes;
    for (const QJsonValue entry : root["keys"_L1].toArray()) {
        SigningKey key{.id = entry["id"_L1].toString().toLatin1(),
                       .secret = secretFrom(entry["secret"_L1]),
                       .retiredAt = entry["retired_at"_L1].toInteger()};
        whole = whole && !key.id.isEmpty() && key.secret.size() == SecretBytes;
        keys.m_keys << std::move(key);
    }
    if (!whole || keys.m_keys.isEmpty())
        return unusable(path, u"is damaged; restore it, or remove it to sign everybody out"_s);
    return keys;
}

void SigningKeys::rotate(qint64 nowMs)
{
    m_keys.removeIf([&](const SigningKey &k) { return k.retiredAt != 0 && k.retiredAt < nowMs - KeepRetiredMs; });
    for (SigningKey &key : m_keys) {
        if (key.retiredAt == 0)
            key.retiredAt = nowMs;
    }
    m_keys.prepend(newKey());
}

Result<Done> SigningKeys::save(const QString &dataFolder) const
{
    const QString path = pathIn(dataFolder);
    QJsonArray list;
    for (const SigningKey &key : m_keys) {
        list.append(QJsonObject{{u"id"_s, QString::fromLatin1(key.id)},
                                {u"secret"_s, QString::fromLatin1(key.secret.toBase64())},
                                {u"retired_at"_s, key.retiredAt}});
    }
    const QJsonObject root{{u"refresh"_s, QString::fromLatin1(m_refreshSecret.toBase64())}, {u"keys"_s, list}};
    if (!QDir().mkpath(dataFolder % u"/keys"_s))
        return unusable(path, u"cannot be written: its folder cannot be made"_s);
    QFile::setPermissions(dataFolder % u"/keys"_s,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QSaveFile file(path);
    // Narrowed before the first byte: QSaveFile's temporary file becomes the real one as it is.
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(root).toJson()) > 0 && file.commit();
    if (!written)
        return unusable(path, u"cannot be written: "_s % file.errorString());
    return Done{};
}
}

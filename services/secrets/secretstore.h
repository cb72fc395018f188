// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

/// Where refresh tokens live. They are never written to settings, logs or crash reports. GUI thread.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// ResourceNotFound when there is none (a locked keychain says the same).
    virtual QFuture<Result<QByteArray>> read(const QString &key) = 0;
    /// Succeeds also when the secret can be kept for this run only; problem() then says why.
    virtual QFuture<Result<Done>> write(const QString &key, const QByteArray &secret) = 0;
    /// Removing what is not there succeeds.
    virtual QFuture<Result<Done>> remove(const QString &key) = 0;

    /// Why secrets are not remembered beyond this run, as the end of a sentence ("no keychain …"); empty: they are (or
    /// nothing was tried yet).
    virtual QString problem() const = 0;

    /// Keychains are one flat list on some systems, so every key carries program, profile and name.
    static QString key(const QString &profileId, const QString &name);

signals:
    void problemChanged(const QString &problem);
};

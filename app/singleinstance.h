// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>

/// One console a user and session: the first holds a lock and listens, a later one hands over what it was asked for.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    /// `name` tells programs apart; user and desktop session are added to it.
    explicit SingleInstance(const QString &name, QObject *parent = nullptr);

    /// Whether this one is the first. A lock left behind by a crash does not count.
    bool claim();
    /// Tells the first one; waits two seconds at most. False: it did not answer.
    bool handOver(const QStringList &arguments);

signals:
    void calledAgain(const QStringList &arguments);

private:
    QString m_name;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
};

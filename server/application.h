// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config.h"

#include <QObject>

#include <memory>

/// The running server: what all workers share, and the transport. Lives on the main thread.
class Application : public QObject
{
    Q_OBJECT
public:
    /// Opens or makes the database, brings its schema up to date and listens. Errors are one sentence for the operator.
    static Result<std::unique_ptr<Application>> start(const Config &config);
    ~Application() override;

    QUrl url() const; ///< where it answers, e.g. http://127.0.0.1:8080
    /// The one-time token with which the first administrator is made; empty when there is one.
    QString setupToken() const;

    Result<Done> reloadTls();
    /// Is not ready any more, after Config::stopDelay lets nobody in and running requests finish, then emits
    /// finished(): all within 8 s. The second time it waits no longer.
    void stop();

    /// The OpenAPI document; needs no database.
    static Result<QByteArray> openApi();

signals:
    void finished();

private:
    struct Private;
    explicit Application(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

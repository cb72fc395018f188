// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/user.h"
#include "server/api/settings.h"
#include "server/http/server.h"
#include "server/mail/transport.h"
#include "server/store/connection.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

#include <array>
#include <chrono>

/// Everything an operator may set. Precedence: command line, VOXDESK_* environment, configuration file, default.
struct Config {
    QString data; ///< folder for the database, keys and spool; made when absent
    http::ServerConfig server;
    QString databaseUrl; ///< empty: <data>/voxdesk.db
    bool development = false; ///< X-Debug is honoured
    QStringList corsOrigins; ///< empty: CORS is off
    int anonymousPerHour = 100; ///< requests an address without a credential may make
    int bulkPerMinute = 50;
    qint64 maxBody = api::Settings{}.maxBody; ///< bytes, where a route does not say its own
    std::chrono::milliseconds stopDelay{0}; ///< not ready, but serving, before a stop; at most 5 s
    QList<Tier> registrationTiers{Tier::Free, Tier::Pro, Tier::Enterprise};
    std::array<Limits, 3> tierLimits{defaultLimits(Tier::Free), defaultLimits(Tier::Pro),
                                     defaultLimits(Tier::Enterprise)};
    QString masterKeyFile; ///< empty: the keychain of the system, else a file in `data`
    QHash<QString, QUrl> providerUrls; ///< provider → base URL of its API, instead of the registry's
    QByteArray metricsToken; ///< empty: /metrics answers loopback, admins and support only
    int auditRetentionDays = 0; ///< whole UTC days that audit entries are kept; 0: for ever
    std::optional<mail::SmtpSettings> smtp; ///< unset: mail goes into files in `data`
    QString mailFrom; ///< empty: the SMTP user where that is an address, else voxdesk@localhost
    bool requireVerifiedEmail = false; ///< nobody signs in before confirming the e-mail address
    QString accessLog{QStringLiteral("-")}; ///< "-": standard error; "off"; or a file

    Result<store::Database> database() const;
};

/// One row of the table of settings: the same name in three spellings.
struct ConfigOption {
    QLatin1StringView name; ///< "tls-key": --tls-key, VOXDESK_TLS_KEY and tls_key
    QLatin1StringView placeholder; ///< empty: a switch
    const char *help;
    /// Answers what is wrong with the text, or an empty string.
    QString (*set)(Config &config, const QString &text);
};

/// Every setting, in the order in which help and `doctor` list them.
const QList<ConfigOption> &configOptions();

/// Reads file and environment. `file` may be empty: then VOXDESK_CONFIG names it, or <data>/voxdeskd.toml is read where
/// that exists.
/// `arguments` are the options of the command line, name → text. Errors name the source, the value and what is allowed.
Result<Config> readConfig(const QHash<QString, QString> &arguments, const QProcessEnvironment &environment,
                          QString file);

/// Variables that look like settings and are none, with what to do about each, a sentence.
QStringList unknownVariables(const QProcessEnvironment &environment);

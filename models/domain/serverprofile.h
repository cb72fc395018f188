// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QUrl>

/// A server the console knows. Holds no secret.
struct ServerProfile {
    QString id = {}; ///< stable, made by newProfileId(); prefixes its keys in the keychain
    QString name = {}; ///< unique among the profiles, not empty
    QUrl url = {}; ///< http or https, without user, query and fragment; empty for the local server, whose port changes
    QString colour = {}; ///< "#rrggbb"; empty: the theme's
    QString folder = {}; ///< group in the list; empty: none
    bool production = false; ///< red frame, typed confirmation before anything destructive
    bool readOnly = false; ///< the console sends GET requests only
    bool local = false; ///< started by this console

    friend bool operator==(const ServerProfile &, const ServerProfile &) = default;
};

QString newProfileId();

/// What is wrong with it, field by field ("name", "url", "colour"): ValidationError with details.
Result<Done> check(const ServerProfile &profile);

/// The URL as a person types it ("example.com/", "localhost:8080") → with scheme (https; http for loopback), without
/// trailing slash.
QUrl serverUrlFromInput(const QString &text);

/// Whether credentials would cross a network unencrypted: http to something else than this computer.
bool sendsInClear(const QUrl &url);

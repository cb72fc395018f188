// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "server/config.h"

#include <QHash>
#include <QStringList>

/// One subcommand of voxdeskd.
struct Command {
    QLatin1StringView name; ///< "user create" has two words
    const char *summary;
    bool takesSettings; ///< understands every ConfigOption
    struct Option {
        QLatin1StringView name;
        QLatin1StringView placeholder; ///< empty: a switch
        const char *help;
    };
    QList<Option> options = {}; ///< its own, beyond the settings
    QLatin1StringView argument = {}; ///< "FILE": one word that is no option, needed; empty: none
    int (*run)(const Config &config, const QHash<QString, QString> &options) = nullptr;
};

/// What the command line asks for.
struct Invocation {
    const Command *command = nullptr;
    QHash<QString, QString> settings; ///< ConfigOption name → text
    QHash<QString, QString> options; ///< the command's own; its argument under the argument's name
    QString configFile;
    QString print; ///< help or version: print it and exit 0
};

/// `arguments` without the program's name. Errors say which word is wrong and where help is.
Result<Invocation> parseCommandLine(const QStringList &arguments, const QList<Command> &commands);

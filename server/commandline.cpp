// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commandline.h"

#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
Error wrong(const QString &message) { return {.code = ErrorCode::BadRequest, .message = message}; }

void printOption(QTextStream &out, QLatin1StringView name, QLatin1StringView placeholder, const char *help)
{
    QString left = u"  --"_s + name;
    if (!placeholder.isEmpty())
        left += u' ' + QString(placeholder);
    out << left.leftJustified(36) << ' ' << help << '\n';
}

QString generalHelp(const QList<Command> &commands)
{
    QString text;
    QTextStream out(&text);
    qsizetype width = 0;
    for (const Command &command : commands)
        width = std::max(width, command.name.size());
    out << "Usage: voxdeskd COMMAND [options]\n\nCommands:\n";
    for (const Command &command : commands)
        out << "  " << QString(command.name).leftJustified(width + 2) << command.summary << '\n';
    out << "\nvoxdeskd COMMAND --help lists a command's options; voxdeskd --version prints the version.\n";
    return text;
}

QString commandHelp(const Command &command)
{
    QString text;
    QTextStream out(&text);
    out << "Usage: voxdeskd " << command.name << (command.argument.isEmpty() ? "" : " ") << command.argument
        << " [options]\n\n"
        << command.summary << "\n\nOptions:\n";
    for (const Command::Option &option : command.options)
        printOption(out, option.name, option.placeholder, option.help);
    if (command.takesSettings) {
        printOption(out, "config"_L1, "FILE"_L1, "TOML file with settings (default: voxdeskd.toml in --data)");
        for (const ConfigOption &option : configOptions())
            printOption(out, option.name, option.placeholder, option.help);
        out << "\nEvery setting also as VOXDESK_NAME in the environment and as name in the TOML file.\n";
    }
    return text;
}

const Command *findCommand(const QStringList &arguments, const QList<Command> &commands, qsizetype &words)
{
    for (const Command &command : commands) {
        const QStringList name = QString(command.name).split(u' ');
        if (arguments.mid(0, name.size()) == name) {
            words = name.size();
            return &command;
        }
    }
    return nullptr;
}

/// "user" alone, or with a word that is none of its own: what may follow.
QString unknownCommand(const QStringList &arguments, const QList<Command> &commands)
{
    const QString &first = arguments.first();
    QStringList seconds;
    for (const Command &command : commands) {
        const QStringList name = QString(command.name).split(u' ');
        if (name.size() > 1 && name.first() == first)
            seconds << name.at(1);
    }
    if (seconds.isEmpty())
        return u"'%1' is not a command of voxdeskd. voxdeskd --help lists them."_s.arg(first);
    const QString last = seconds.takeLast();
    return u"voxdeskd %1 needs %2%3. voxdeskd --help says what they do."_s.arg(
        first, seconds.isEmpty() ? QString() : seconds.join(u", "_s) + u" or "_s, last);
}

struct Known {
    bool isSwitch;
    bool isSetting;
};

std::optional<Known> findOption(const Command &command, const QString &name)
{
    const auto own = std::ranges::find_if(command.options, [&](const auto &o) { return name == o.name; });
    if (own != command.options.end())
        return Known{own->placeholder.isEmpty(), false};
    if (!command.takesSettings)
        return {};
    if (name == u"config")
        return Known{false, true};
    const auto &settings = configOptions();
    const auto setting = std::ranges::find_if(settings, [&](const auto &o) { return name == o.name; });
    if (setting != settings.end())
        return Known{setting->placeholder.isEmpty(), true};
    return {};
}
}

Result<Invocation> parseCommandLine(const QStringList &arguments, const QList<Command> &commands)
{
    Invocation invocation;
    if (arguments.isEmpty())
        return wrong(u"What should voxdeskd do? "_s + generalHelp(commands).trimmed());
    if (arguments.first() == u"--version" || arguments.first() == u"-v") {
        invocation.print = QStringLiteral("voxdeskd " VOXDESK_VERSION "\n");
        return invocation;
    }
    if (arguments.first() == u"--help" || arguments.first() == u"-h" || arguments.first() == u"help") {
        invocation.print = generalHelp(commands);
        return invocation;
    }
    qsizetype at = 0;
    invocation.command = findCommand(arguments, commands, at);
    if (!invocation.command)
        return wrong(unknownCommand(arguments, commands));
    const QString help = u" See voxdeskd %1 --help."_s.arg(invocation.command->name);
    for (; at < arguments.size(); ++at) {
        const QString &word = arguments.at(at);
        if (word == u"--help" || word == u"-h") {
            invocation.print = commandHelp(*invocation.command);
            return invocation;
        }
        const QString argument(invocation.command->argument);
        if (!word.startsWith(u"--") && !argument.isEmpty() && !invocation.options.contains(argument)) {
            invocation.options.insert(argument, word);
            continue;
        }
        if (!word.startsWith(u"--"))
            return wrong(u"'%1' is not expected here."_s.arg(word) + help);
        const QString name = word.mid(2).section(u'=', 0, 0);
        const auto known = findOption(*invocation.command, name);
        if (!known)
            return wrong(u"'--%1' is not an option of voxdeskd %2."_s.arg(name, invocation.command->name) + help);
        QString value = u"true"_s;
        if (word.contains(u'='))
            value = word.section(u'=', 1);
        else if (!known->isSwitch) {
            if (at + 1 >= arguments.size())
                return wrong(u"'--%1' needs a value."_s.arg(name) + help);
            value = arguments.at(++at);
        }
        if (name == u"config" && known->isSetting && value.isEmpty())
            return wrong(u"'--config' needs a file."_s + help);
        if (name == u"config" && known->isSetting)
            invocation.configFile = value;
        else
            (known->isSetting ? invocation.settings : invocation.options).insert(name, value);
    }
    const QString argument(invocation.command->argument);
    if (!argument.isEmpty() && !invocation.options.contains(argument))
        return wrong(u"voxdeskd %1 needs %2."_s.arg(invocation.command->name, argument) + help);
    return invocation;
}

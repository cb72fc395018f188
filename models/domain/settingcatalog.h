// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set on an agent, as the server's provider registry describes it. The editor is made from this, so that a
// provider or parameter the server learns appears without a new console.
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

struct SettingChoice {
    QJsonValue value; ///< as it is sent: a text or a number
    QString label = {};
    bool deprecated = false;
};

/// One value to set.
struct SettingField {
    enum class Kind { Text, LongText, Integer, Decimal, Flag, Choice, Secret };

    QString key; ///< its member of the group's object
    QString label;
    QString help = {};
    Kind kind = Kind::Text;
    std::optional<double> minimum = {};
    std::optional<double> maximum = {};
    std::optional<double> step = {};
    QList<SettingChoice> choices = {};
    QJsonValue standard = QJsonValue::Null; ///< what holds when nothing is set; Null: not said
    bool required = false;
    int maxLength = 0; ///< of a text; 0: not said
};

/// A service that does a group's work, with what it alone lets one set.
struct SettingProvider {
    QString id;
    QString name;
    QList<SettingField> fields = {};
};

/// What belongs together: the editor's tab.
struct SettingGroup {
    QString key; ///< the agent's member that holds the values as an object; empty: they are members of the agent itself
    /// Where the chosen provider stands: a member of the agent, dotted when it lies in the group's object. Empty: the
    /// group has no providers.
    QString providerKey = {};
    QString title = {}; ///< in the server's English
    QList<SettingProvider> providers = {};
    QList<SettingField> fields = {}; ///< whoever the provider is
    QString name = {}; ///< stable, for object names
    QString standardProvider = {}; ///< that stands where none was chosen
};

struct SettingCatalog {
    QList<SettingGroup> groups = {};
};

// SPDX-License-Identifier: GPL-3.0-or-later
// The control that fits a setting of the registry, and how values go in and out of it.
#pragma once

#include "models/domain/settingcatalog.h"

#include <QWidget>

class DisplayFormat;
class Theme;

/// One setting in a form.
struct SettingEditor {
    SettingField field;
    QString path; ///< from the agent, dotted
    QWidget *widget = nullptr; ///< owned by the form
};

/// A check box, spin box, list or text field, as the setting's kind and range ask for. A secret that is stored can be
/// taken away by a button in its field.
SettingEditor makeSettingEditor(const SettingField &field, const QString &path, const Theme &theme);

/// Undefined and Null show the setting's standard. A secret is never filled in: `value` is its mask, shown beside.
void showSetting(const SettingEditor &editor, const QJsonValue &value);

/// What the control says. Undefined: nothing is set, or no secret was typed; Null: a stored secret goes.
QJsonValue settingIn(const SettingEditor &editor);

/// Puts back what the control said; a secret that was typed or removed, over the stored one that is shown by now.
void saySetting(const SettingEditor &editor, const QJsonValue &said);

/// A value for a person to compare; secrets stay hidden.
QString settingInWords(const SettingField &field, const QJsonValue &value, const DisplayFormat &format);

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingeditor.h"

#include "models/items/displayformat.h"
#include "ui/support/registrywords.h"
#include "ui/support/words.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <limits>

using namespace Qt::StringLiterals;

namespace
{
using Kind = SettingField::Kind;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SettingEditor)
};

constexpr int LongestShown = 160;
constexpr char MaskProperty[] = "mask"; // of a stored secret
const QString RemovalName = u"removeSecretAction"_s;

/// As many as the number has when it is written out.
int decimalsOf(double number)
{
    const QString written = QString::number(number, 'f', QLocale::FloatingPointShortest);
    const qsizetype point = written.indexOf(u'.');
    return point < 0 ? 0 : int(written.size() - point - 1);
}

int decimalsOf(const SettingField &field) { return std::max(1, decimalsOf(field.step.value_or(0.1))); }

QSpinBox *makeSpin(const SettingField &field)
{
    auto *spin = new QSpinBox;
    spin->setRange(int(field.minimum.value_or(std::numeric_limits<int>::min())),
                   int(field.maximum.value_or(std::numeric_limits<int>::max())));
    spin->setSingleStep(std::max(1, int(field.step.value_or(1))));
    spin->setGroupSeparatorShown(true);
    spin->setAccelerated(true);
    return spin;
}

QDoubleSpinBox *makeDecimalSpin(const SettingField &field)
{
    auto *spin = new QDoubleSpinBox;
    spin->setDecimals(decimalsOf(field));
    spin->setRange(field.minimum.value_or(-1e9), field.maximum.value_or(1e9));
    spin->setSingleStep(field.step.value_or(0.1));
    return spin;
}

QComboBox *makeCombo(const SettingField &field)
{
    auto *combo = new QComboBox;
    if (!field.required && (field.standard.isNull() || field.standard.isUndefined()))
        combo->addItem(Text::tr("Not set"), QVariant());
    for (const SettingChoice &choice : field.choices) {
        const QString label = choice.label.isEmpty() ? choice.value.toVariant().toString() : registryText(choice.label);
        combo->addItem(choice.deprecated ? Text::tr("%1 (deprecated)", "a model").arg(label) : label,
                       choice.value.toVariant());
    }
    return combo;
}

QWidget *makeControl(const SettingField &field)
{
    switch (field.kind) {
    case Kind::Flag:
        return new QCheckBox(registryText(field.label));
    case Kind::Integer:
        return makeSpin(field);
    case Kind::Decimal:
        return makeDecimalSpin(field);
    case Kind::Choice:
        return makeCombo(field);
    case Kind::LongText: {
        auto *edit = new QPlainTextEdit;
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(edit->fontMetrics().height() * (field.maxLength > 4000 ? 11 : 4));
        return edit;
    }
    case Kind::Secret:
    case Kind::Text:
        break;
    }
    auto *edit = new QLineEdit;
    if (field.maxLength > 0)
        edit->setMaxLength(field.maxLength);
    if (field.kind == Kind::Secret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

QAction *removalIn(const QLineEdit &line) { return line.findChild<QAction *>(RemovalName); }

void showMask(QLineEdit &line)
{
    const QString mask = line.property(MaskProperty).toString();
    const QAction *removal = removalIn(line);
    const bool removed = removal && removal->isChecked();
    line.setPlaceholderText(mask.isEmpty() ? Text::tr("None. Typed once, never shown again.")
                                : removed  ? Text::tr("Removed when you save.")
                                           : Text::tr("Stored (%1). Type to replace it.").arg(mask));
}

/// Takes a stored secret away; typing another one takes that back.
void addRemoval(QLineEdit &line, const Theme &theme)
{
    auto *removal = new QAction(theme.icon(u"trash-2"_s), Text::tr("Remove the stored secret"), &line);
    removal->setObjectName(RemovalName);
    removal->setToolTip(removal->text());
    removal->setCheckable(true);
    removal->setVisible(false);
    line.addAction(removal, QLineEdit::TrailingPosition);
    QObject::connect(removal, &QAction::toggled, &line, [&line, removal](bool on) {
        removal->setText(on ? Text::tr("Keep the stored secret") : Text::tr("Remove the stored secret"));
        removal->setToolTip(removal->text());
        if (on)
            line.clear();
        showMask(line);
    });
    QObject::connect(&line, &QLineEdit::textEdited, removal, [removal] { removal->setChecked(false); });
}

void choose(QComboBox &combo, const QJsonValue &value, bool stored)
{
    int at = combo.findData(value.toVariant());
    for (int i = 0; at < 0 && i < combo.count(); ++i) {
        const QString data = combo.itemData(i).toString(); // 24000 may come as an integer or as a double
        if (!data.isEmpty() && data == value.toVariant().toString())
            at = i;
    }
    if (at < 0 && stored) { // the registry no longer has it
        at = combo.count();
        combo.addItem(value.toVariant().toString(), value.toVariant());
    }
    combo.setCurrentIndex(std::max(at, 0));
}

/// What is stored is held even where the registry has narrowed since: a form that cannot would save another value.
template<typename Spin, typename Number>
void hold(Spin &spin, Number value)
{
    spin.setRange(std::min(spin.minimum(), value), std::max(spin.maximum(), value));
    spin.setValue(value);
}
}

SettingEditor makeSettingEditor(const SettingField &field, const QString &path, const Theme &theme)
{
    SettingEditor editor{field, path, makeControl(field)};
    editor.widget->setObjectName(path + u"Setting"_s);
    if (field.kind == Kind::Secret)
        addRemoval(*static_cast<QLineEdit *>(editor.widget), theme);
    return editor;
}

void showSetting(const SettingEditor &editor, const QJsonValue &given)
{
    const bool set = !given.isUndefined() && !given.isNull();
    const QJsonValue value = set ? given : editor.field.standard;
    if (auto *box = qobject_cast<QCheckBox *>(editor.widget)) {
        box->setChecked(value.toBool());
    } else if (auto *spin = qobject_cast<QSpinBox *>(editor.widget)) {
        hold(*spin, value.toInt(spin->minimum()));
    } else if (auto *decimal = qobject_cast<QDoubleSpinBox *>(editor.widget)) {
        const double number = value.toDouble(decimal->minimum());
        decimal->setDecimals(std::max(decimalsOf(editor.field), decimalsOf(number)));
        hold(*decimal, number);
    } else if (auto *combo = qobject_cast<QComboBox *>(editor.widget)) {
        choose(*combo, value, set);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(editor.widget)) {
        text->setPlainText(value.toString());
    } else if (auto *line = qobject_cast<QLineEdit *>(editor.widget)) {
        if (editor.field.kind != Kind::Secret) {
            line->setText(value.toString());
        } else {
            line->clear();
            line->setProperty(MaskProperty, set ? given.toString() : QString());
            QAction *removal = removalIn(*line);
            removal->setChecked(false);
            removal->setVisible(set && !given.toString().isEmpty());
            showMask(*line);
        }
    }
}

QJsonValue settingIn(const SettingEditor &editor)
{
    if (const auto *box = qobject_cast<const QCheckBox *>(editor.widget))
        return box->isChecked();
    if (const auto *spin = qobject_cast<const QSpinBox *>(editor.widget))
        return spin->value();
    if (const auto *decimal = qobject_cast<const QDoubleSpinBox *>(editor.widget))
        return decimal->cleanText().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(decimal->value());
    if (const auto *combo = qobject_cast<const QComboBox *>(editor.widget))
        return combo->currentData().isValid() ? QJsonValue::fromVariant(combo->currentData())
                                              : QJsonValue(QJsonValue::Undefined);
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(editor.widget))
        return text->toPlainText();
    const auto *line = qobject_cast<const QLineEdit *>(editor.widget);
    const QString typed = line ? line->text().trimmed() : QString();
    if (editor.field.kind == Kind::Secret && typed.isEmpty())
        return removalIn(*line)->isChecked() ? QJsonValue::Null : QJsonValue::Undefined;
    return typed;
}

void saySetting(const SettingEditor &editor, const QJsonValue &said)
{
    if (editor.field.kind != Kind::Secret)
        return showSetting(editor, said);
    auto *line = static_cast<QLineEdit *>(editor.widget);
    line->setText(said.toString());
    QAction *removal = removalIn(*line);
    removal->setChecked(said.isNull() && removal->isVisible());
}

QString settingInWords(const SettingField &field, const QJsonValue &value, const DisplayFormat &format)
{
    if (value.isUndefined() || value.isNull())
        return Text::tr("Not set");
    if (field.kind == Kind::Secret)
        return Text::tr("Hidden");
    if (value.isBool())
        return yesOrNo(value.toBool());
    if (value.isDouble())
        return format.locale().toString(value.toDouble());
    for (const SettingChoice &choice : field.choices) {
        if (choice.value == value && !choice.label.isEmpty())
            return registryText(choice.label);
    }
    const QString text = value.toString();
    return text.size() > LongestShown ? QString(text.left(LongestShown) + u'…') : text;
}

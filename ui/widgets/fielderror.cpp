// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fielderror.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

FieldError::FieldError(const Theme &theme, QWidget &editor)
    : ThemedLabel(theme, TextStyle::Small, &Colours::bad)
    , m_editor(editor)
{
    setWordWrap(true);
    setVisible(false);
    // A field may be made of several widgets; a spin box's line of text says nothing of steps.
    QList<QWidget *> parts = editor.findChildren<QWidget *>();
    parts << &editor;
    for (QWidget *part : std::as_const(parts)) {
        if (const auto *line = qobject_cast<QLineEdit *>(part))
            connect(line, &QLineEdit::textChanged, this, &FieldError::forget);
        else if (const auto *text = qobject_cast<QPlainTextEdit *>(part))
            connect(text, &QPlainTextEdit::textChanged, this, &FieldError::forget);
        else if (const auto *number = qobject_cast<QSpinBox *>(part))
            connect(number, &QSpinBox::textChanged, this, &FieldError::forget);
        else if (const auto *fraction = qobject_cast<QDoubleSpinBox *>(part))
            connect(fraction, &QDoubleSpinBox::textChanged, this, &FieldError::forget);
        else if (const auto *time = qobject_cast<QDateTimeEdit *>(part))
            connect(time, &QDateTimeEdit::dateTimeChanged, this, &FieldError::forget);
        else if (const auto *choice = qobject_cast<QComboBox *>(part))
            connect(choice, &QComboBox::currentIndexChanged, this, &FieldError::forget);
        else if (const auto *button = qobject_cast<QAbstractButton *>(part))
            connect(button, &QAbstractButton::toggled, this, &FieldError::forget);
    }
}

void FieldError::tell(const QString &what)
{
    setText(what);
    setVisible(!what.isEmpty());
    m_editor.setProperty("wrong", !what.isEmpty());
    m_editor.update();
}

void FieldError::forget()
{
    if (!isTold())
        return;
    tell({});
    emit forgotten();
}

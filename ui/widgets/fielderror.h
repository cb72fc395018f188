// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/themedlabel.h"

/// What is wrong with one field: stands below it, and goes as soon as the field holds something else.
class FieldError : public ThemedLabel
{
    Q_OBJECT
public:
    /// `editor` outlives it, or goes with it.
    FieldError(const Theme &theme, QWidget &editor);

    void tell(const QString &what); ///< empty: nothing is wrong
    bool isTold() const { return !text().isEmpty(); }

signals:
    void edited(); ///< the field was; nothing is told of it any more

private slots:
    void takeEdit();

private:
    QWidget &m_editor;
};

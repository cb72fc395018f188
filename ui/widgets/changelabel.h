// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

/// What a value was above what it is: "−" on the tint of what is gone, "+" on the tint of what is new.
class ChangeLabel : public QWidget
{
    Q_OBJECT
public:
    ChangeLabel(const Theme &theme, const QString &name, const ChangeValue &change, QWidget *parent = nullptr);

private:
    void addLine(QVBoxLayout &column, const QString &mark, const QString &text, QColor Colours::*fill,
                 QColor Colours::*ink);

    const Theme &m_theme;
};

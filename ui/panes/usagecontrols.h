// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/usageview.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;

/// What the Usage pane shows: period, grouping, measure, style, comparison.
class UsageControls : public QWidget
{
    Q_OBJECT
public:
    explicit UsageControls(QWidget *parent = nullptr);

    void set(const UsageView &view, QDate today); ///< without changed()
    UsageView applied(UsageView view) const; ///< `view` with what the controls say
    void addTrailing(QWidget *widget);
    /// The first and the last day, shown while a period is chosen freely. It finds no room among the rest: put it
    /// elsewhere.
    QWidget *dates() { return m_dates; }
    void focusPeriod();

signals:
    void changed();

private:
    QComboBox *addCombo(const QString &name, const QString &accessibleName, const QList<QPair<QString, int>> &choices);
    QDateEdit *addDate(const QString &name, const QString &accessibleName);
    void showDates();

    QComboBox *m_period = nullptr;
    QWidget *m_dates;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QComboBox *m_group = nullptr;
    QComboBox *m_measure = nullptr;
    QComboBox *m_style = nullptr;
    QCheckBox *m_compare = nullptr;
    bool m_setting = false;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/declaration.h"
#include "ui/theme/theme.h"

#include <QMap>
#include <QWidget>

class QHBoxLayout;
class QMenu;

/// The filters in force as chips, each removable and changeable; hidden while there are none.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    FilterBar(const Theme &theme, QList<FilterSpec> filters, QWidget *parent = nullptr);

    const QMap<QString, QString> &values() const { return m_values; } ///< API parameter → value
    const QMap<QString, QString> &names() const { return m_names; } ///< what a value without a choice is called
    void set(const QMap<QString, QString> &values, const QMap<QString, QString> &names = {});
    void setOne(const QString &key, const QString &value);
    void fillMenu(QMenu &menu); ///< filter → choices

signals:
    void edited();

private:
    void rebuild();
    void askValue(const FilterSpec &filter);
    QWidget *makeChip(const FilterSpec &filter, const QString &value);
    void fillChoices(QMenu &menu, const FilterSpec &filter);
    QString nameOf(const FilterSpec &filter, const QString &value) const;

    const Theme &m_theme;
    QList<FilterSpec> m_filters;
    QMap<QString, QString> m_values;
    QMap<QString, QString> m_names;
    QHBoxLayout *m_row;
};

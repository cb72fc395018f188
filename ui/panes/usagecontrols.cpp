// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/usagecontrols.h"

#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace
{
constexpr int MostDays = 366; // what the server answers at once
}

UsageControls::UsageControls(QWidget *parent)
    : QWidget(parent)
    , m_dates(new QWidget(this))
{
    auto *dates = new QHBoxLayout(m_dates);
    dates->setContentsMargins(0, 0, 0, 0);
    dates->setSpacing(Space::S2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::S2);
    m_period = addCombo(u"usagePeriodCombo"_s, tr("Period"),
                        {{tr("Today"), int(UsagePeriod::Today)},
                         {tr("Last 7 days"), int(UsagePeriod::Last7Days)},
                         {tr("Last 30 days"), int(UsagePeriod::Last30Days)},
                         {tr("Last 90 days"), int(UsagePeriod::Last90Days)},
                         {tr("This month"), int(UsagePeriod::ThisMonth)},
                         {tr("Last month"), int(UsagePeriod::LastMonth)},
                         {tr("Custom range"), int(UsagePeriod::Custom)}});
    m_from = addDate(u"usageFromEdit"_s, tr("First day, UTC"));
    m_to = addDate(u"usageToEdit"_s, tr("Last day, UTC"));
    m_group = addCombo(u"usageGroupCombo"_s, tr("Group by"),
                       {{tr("By day"), int(UsageGroup::Day)},
                        {tr("By organisation"), int(UsageGroup::Organization)},
                        {tr("By user"), int(UsageGroup::User)},
                        {tr("By provider"), int(UsageGroup::Provider)}});
    m_measure = addCombo(u"usageMeasureCombo"_s, tr("What the chart shows"),
                         {{tr("Cost"), int(UsageMeasure::Cost)},
                          {tr("Tokens"), int(UsageMeasure::Tokens)},
                          {tr("Minutes"), int(UsageMeasure::Minutes)},
                          {tr("Calls"), int(UsageMeasure::Calls)}});
    m_style = addCombo(u"usageStyleCombo"_s, tr("How the chart is drawn"),
                       {{tr("Bars"), int(UsageStyle::Bars)},
                        {tr("Lines"), int(UsageStyle::Lines)},
                        {tr("Running total"), int(UsageStyle::RunningTotal)}});
    m_compare = new QCheckBox(tr("Compare"));
    m_compare->setObjectName(u"usageCompareCheck"_s);
    m_compare->setToolTip(tr("Shows the period before beside this one"));
    row->addWidget(m_compare);
    row->addStretch();
    connect(m_compare, &QCheckBox::toggled, this, [this] {
        if (!m_setting)
            emit changed();
    });
    showDates();
}

QComboBox *UsageControls::addCombo(const QString &name, const QString &accessibleName,
                                   const QList<QPair<QString, int>> &choices)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setAccessibleName(accessibleName);
    combo->setToolTip(accessibleName);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    int widest = 0;
    for (const auto &[text, value] : choices) {
        combo->addItem(text, value);
        widest = std::max(widest, combo->fontMetrics().horizontalAdvance(text));
    }
    combo->setMinimumWidth(widest + Space::S12 + Space::S4); // and the arrow
    layout()->addWidget(combo);
    connect(combo, &QComboBox::currentIndexChanged, this, [this] {
        showDates();
        if (!m_setting)
            emit changed();
    });
    return combo;
}

QDateEdit *UsageControls::addDate(const QString &name, const QString &accessibleName)
{
    auto *edit = new QDateEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    edit->setToolTip(accessibleName);
    edit->setCalendarPopup(true);
    edit->setKeyboardTracking(false);
    edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(u"00/00/0000"_s) + Space::S12 + Space::S3);
    m_dates->layout()->addWidget(edit);
    connect(edit, &QDateEdit::dateChanged, this, [this, edit] {
        if (m_setting)
            return;
        m_setting = true; // the other end follows, so that the period stays one the server answers
        if (edit == m_from)
            m_to->setDate(qBound(m_from->date(), m_to->date(), m_from->date().addDays(MostDays - 1)));
        else
            m_from->setDate(qBound(m_to->date().addDays(1 - MostDays), m_from->date(), m_to->date()));
        m_setting = false;
        emit changed();
    });
    return edit;
}

void UsageControls::showDates() { m_dates->setVisible(m_period->currentData().toInt() == int(UsagePeriod::Custom)); }

void UsageControls::set(const UsageView &view, QDate today)
{
    m_setting = true;
    const auto choose = [](QComboBox *combo, int value) { combo->setCurrentIndex(combo->findData(value)); };
    const DayRange days = view.days(today);
    choose(m_period, int(view.period));
    for (QDateEdit *edit : {m_from, m_to})
        edit->setMaximumDate(std::max(today, days.to));
    m_from->setDate(days.from);
    m_to->setDate(days.to);
    choose(m_group, int(view.group));
    choose(m_measure, int(view.measure));
    choose(m_style, int(view.style));
    m_compare->setChecked(view.compare);
    showDates();
    m_setting = false;
}

UsageView UsageControls::applied(UsageView view) const
{
    view.period = UsagePeriod(m_period->currentData().toInt());
    if (view.period == UsagePeriod::Custom)
        view.custom = {m_from->date(), m_to->date()};
    view.group = UsageGroup(m_group->currentData().toInt());
    view.measure = UsageMeasure(m_measure->currentData().toInt());
    view.style = UsageStyle(m_style->currentData().toInt());
    view.compare = m_compare->isChecked();
    return view;
}

void UsageControls::addTrailing(QWidget *widget) { layout()->addWidget(widget); }

void UsageControls::focusPeriod() { m_period->setFocus(); }

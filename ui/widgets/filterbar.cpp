// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterbar.h"

#include "ui/dialogs/askvaluedialog.h"
#include "ui/support/words.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

FilterBar::FilterBar(const Theme &theme, QList<FilterSpec> filters, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_filters(std::move(filters))
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"filterBar"_s);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Space::S2);
    rebuild();
}

void FilterBar::set(const QMap<QString, QString> &values, const QMap<QString, QString> &names)
{
    m_values.clear();
    for (const FilterSpec &filter : std::as_const(m_filters)) { // what this version does not know is dropped
        const QString value = values.value(filter.key);
        if (!value.isEmpty())
            m_values.insert(filter.key, value);
    }
    m_names = names;
    rebuild();
}

void FilterBar::setOne(const QString &key, const QString &value)
{
    if (value.isEmpty())
        m_values.remove(key);
    else
        m_values.insert(key, value);
    rebuild();
    emit edited();
}

QString FilterBar::nameOf(const FilterSpec &filter, const QString &value) const
{
    for (const auto &[known, label] : filter.choices) {
        if (known == value)
            return label;
    }
    if (filter.input == FilterInput::Date)
        return QLocale().toString(QDate::fromString(value, Qt::ISODate), QLocale::ShortFormat);
    return m_names.value(filter.key, value);
}

void FilterBar::fillChoices(QMenu &menu, const FilterSpec &filter)
{
    for (const auto &[value, label] : filter.choices) {
        QAction *choice = menu.addAction(label);
        choice->setCheckable(true);
        choice->setChecked(m_values.value(filter.key) == value);
        connect(choice, &QAction::triggered, this, [this, key = filter.key, chosen = value] { setOne(key, chosen); });
    }
    if (filter.input == FilterInput::None)
        return;
    QAction *ask = menu.addAction(filter.input == FilterInput::Date ? tr("Choose a day…") : tr("Enter a value…"));
    connect(ask, &QAction::triggered, this, [this, filter] { askValue(filter); });
}

void FilterBar::askValue(const FilterSpec &filter)
{
    auto *dialog = new AskValueDialog(m_theme, filter, m_values.value(filter.key), this);
    connect(dialog, &AskValueDialog::chosen, this,
            [this, key = filter.key](const QString &value) { setOne(key, value); });
    dialog->open();
}

void FilterBar::fillMenu(QMenu &menu)
{
    menu.clear();
    for (const FilterSpec &filter : std::as_const(m_filters)) {
        if (filter.choices.isEmpty() && filter.input != FilterInput::None) {
            QAction *ask = menu.addAction(tr("%1…", "filter to enter").arg(filter.label));
            connect(ask, &QAction::triggered, this, [this, filter] { askValue(filter); });
        } else if (!filter.choices.isEmpty()) {
            fillChoices(*menu.addMenu(filter.label), filter);
        }
    }
}

QWidget *FilterBar::makeChip(const FilterSpec &filter, const QString &value)
{
    auto *chip = new Card(m_theme);
    chip->setObjectName(u"filterChip_"_s + filter.key);
    chip->setFill(&Colours::accentSoft, nullptr);
    chip->setRadius(Radius::Medium);
    auto *row = new QHBoxLayout(chip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);

    const QString words = tr("%1: %2", "filter: value").arg(filter.label, nameOf(filter, value));
    auto *label = new QToolButton;
    label->setText(asLabel(words));
    label->setToolTip(tr("Change this filter"));
    label->setAccessibleName(words);
    if (!filter.choices.isEmpty()) {
        auto *menu = new QMenu(label);
        fillChoices(*menu, filter);
        label->setMenu(menu);
        label->setPopupMode(QToolButton::InstantPopup);
    } else if (filter.input != FilterInput::None) {
        connect(label, &QToolButton::clicked, this, [this, filter] { askValue(filter); });
    }
    auto *remove = new QToolButton;
    remove->setObjectName(u"removeFilterButton_"_s + filter.key);
    remove->setIcon(m_theme.icon(u"x"_s, &Colours::accentText));
    remove->setToolTip(tr("Remove the filter “%1”").arg(words));
    remove->setAccessibleName(remove->toolTip());
    connect(remove, &QToolButton::clicked, this, [this, key = filter.key] { setOne(key, {}); });
    row->addWidget(label);
    row->addWidget(remove);
    return chip;
}

void FilterBar::rebuild()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater(); // its own button may be what was clicked
        }
        delete item;
    }
    for (const FilterSpec &filter : std::as_const(m_filters)) {
        if (m_values.contains(filter.key))
            m_row->addWidget(makeChip(filter, m_values.value(filter.key)));
    }
    auto *clear = new QPushButton(tr("Clear all"));
    clear->setObjectName(u"clearFiltersButton"_s);
    clear->setProperty("rank", u"quiet"_s);
    clear->setToolTip(tr("Remove every filter"));
    connect(clear, &QPushButton::clicked, this, [this] {
        m_values.clear();
        rebuild();
        emit edited();
    });
    m_row->addWidget(clear);
    m_row->addStretch();
    setVisible(!m_values.isEmpty());
}

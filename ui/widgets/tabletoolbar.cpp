// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabletoolbar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TableToolbar::TableToolbar(const Theme &theme, const QString &searchPlaceholder, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_search(new QLineEdit)
    , m_pause(new QTimer(this))
    , m_row(new QHBoxLayout(this))
    , m_filterMenu(new QMenu(this))
    , m_viewsMenu(new QMenu(this))
    , m_columnsMenu(new QMenu(this))
{
    m_search->setObjectName(u"searchEdit"_s);
    m_search->setPlaceholderText(searchPlaceholder);
    m_search->setAccessibleName(tr("Search"));
    m_search->setToolTip(tr("Search on the server (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme.icon(u"search"_s, &Colours::faint), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(Space::S4 * 12);
    m_search->setMaximumWidth(Space::S4 * 24);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Space::S1);
    m_row->addWidget(m_search, 1);
    m_row->addSpacing(Space::S1);
    m_filter = addButton(u"addFilterButton"_s, u"list-filter"_s, tr("Filter"), tr("Add a filter"));
    m_filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_filter->setMenu(m_filterMenu);
    m_row->addStretch();
    m_views = addButton(u"viewsButton"_s, u"bookmark"_s, tr("Views"), tr("Saved views"));
    m_views->setMenu(m_viewsMenu);
    m_columns = addButton(u"columnsButton"_s, u"columns-3"_s, tr("Columns"), {});
    setCutColumns({});
    m_columns->setMenu(m_columnsMenu);
    m_density = addButton(u"densityButton"_s, u"rows-4"_s, tr("Compact rows"), tr("Compact rows"));
    m_density->setCheckable(true);
    m_export = addButton(u"exportButton"_s, u"download"_s, tr("Export"), {});
    setExportPossible(true);
    for (auto *button : {m_filter, m_views, m_columns})
        button->setPopupMode(QToolButton::InstantPopup);

    m_pause->setSingleShot(true);
    m_pause->setInterval(250ms);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_pause->stop();
        emit searchChanged(searchText());
    });
    connect(m_pause, &QTimer::timeout, this, [this] { emit searchChanged(searchText()); });
    connect(m_density, &QToolButton::toggled, this, &TableToolbar::compactToggled);
    connect(m_export, &QToolButton::clicked, this, &TableToolbar::exportRequested);
}

QToolButton *TableToolbar::addButton(const QString &name, const QString &icon, const QString &text,
                                     const QString &explanation)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(m_theme.icon(icon));
    button->setText(text);
    button->setToolTip(explanation);
    button->setAccessibleName(explanation);
    button->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(button);
    return button;
}

QString TableToolbar::searchText() const { return m_search->text().trimmed(); }

void TableToolbar::setSearchText(const QString &text)
{
    m_search->setText(text); // its signals show and hide its own button for clearing
    m_pause->stop();
}

void TableToolbar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TableToolbar::setCompact(bool compact)
{
    const QSignalBlocker quiet(m_density);
    m_density->setChecked(compact);
}

void TableToolbar::setCutColumns(const QStringList &titles)
{
    QString explanation = tr("Choose columns");
    if (!titles.isEmpty())
        explanation += u'\n' + tr("No room for: %1").arg(titles.join(u", "_s));
    m_columns->setText(titles.isEmpty() ? tr("Columns") : tr("+%1", "columns").arg(titles.size()));
    m_columns->setToolButtonStyle(titles.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_columns->setToolTip(explanation);
    m_columns->setAccessibleName(explanation);
}

void TableToolbar::setFiltersOffered(bool offered) { m_filter->setVisible(offered); }

void TableToolbar::setExportOffered(bool offered) { m_export->setVisible(offered); }

void TableToolbar::setExportPossible(bool possible)
{
    const QString explanation
        = possible ? tr("Export what the filters match as CSV (Ctrl+E)") : tr("There are no rows to export.");
    m_export->setEnabled(possible);
    m_export->setToolTip(explanation);
    m_export->setAccessibleName(explanation);
}

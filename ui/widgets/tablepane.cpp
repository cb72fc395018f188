// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablepane.h"

#include "ui/support/words.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/exportbar.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/pagescroll.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/tabletoolbar.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QString SearchKey = u"search"_s;

QMap<QString, QString> toMap(const QJsonObject &object)
{
    QMap<QString, QString> map;
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

QJsonObject toJson(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}
}

TablePane::TablePane(const Context &context, PagedTableModelBase &model, TableDeclaration declaration,
                     RowExport *rowExport, QWidget *parent)
    : Pane(declaration.id, declaration.title, declaration.icon, parent)
    , m_context(context)
    , m_model(model)
    , m_declaration(std::move(declaration))
    , m_export(rowExport)
    , m_toolbar(new TableToolbar(context.theme, m_declaration.searchPlaceholder))
    , m_filters(new FilterBar(context.theme, m_declaration.filters))
    , m_error(new ErrorBanner(context.theme))
    , m_exportBar(new ExportBar(context.theme, context.format))
    , m_bulkBar(new Card(context.theme))
    , m_bulkLabel(new ThemedLabel(context.theme, TextStyle::Strong, &Colours::text))
    , m_count(new ThemedLabel(context.theme, TextStyle::Body, &Colours::muted))
    , m_table(new RowTable(context.theme, context.format, model))
    , m_skeleton(new Skeleton(context.theme))
    , m_empty(new EmptyState(context.theme))
    , m_stack(new QStackedLayout)
    , m_saveTimer(new QTimer(this))
{
    m_table->setObjectName(id() + u"Table"_s);
    m_table->setAccessibleName(title());
    m_table->setPinned(m_declaration.pinnedColumn);
    addActions();
    buildLayout();

    m_saveTimer->setSingleShot(true);
    m_saveTimer->setInterval(300ms);
    connect(m_saveTimer, &QTimer::timeout, this, [this] { m_context.state.setPaneState(id(), viewState()); });
    connect(m_toolbar, &TableToolbar::searchChanged, this, &TablePane::applyQuery);
    connect(m_filters, &FilterBar::edited, this, &TablePane::applyQuery);
    connect(m_toolbar, &TableToolbar::compactToggled, this, [this](bool compact) {
        m_table->setCompact(compact);
        saveSoon();
    });
    connect(m_toolbar, &TableToolbar::exportRequested, this, &TablePane::askExportPath);
    connect(m_table, &RowTable::cutColumnsChanged, m_toolbar, &TableToolbar::setCutColumns);
    connect(m_table, &RowTable::layoutEdited, this, &TablePane::saveSoon);
    connect(m_table, &RowTable::columnsMenuRequested, this,
            [this](const QPoint &at) { m_toolbar->columnsMenu().popup(at); });
    connect(m_table, &RowTable::selectedIdsChanged, this, [this] {
        updateActions();
        showDetails();
    });
    connect(&m_toolbar->filterMenu(), &QMenu::aboutToShow, this,
            [this] { m_filters->fillMenu(m_toolbar->filterMenu()); });
    connect(&m_toolbar->viewsMenu(), &QMenu::aboutToShow, this, &TablePane::fillViewsMenu);
    connect(&m_toolbar->columnsMenu(), &QMenu::aboutToShow, this, &TablePane::fillColumnsMenu);
    connect(m_error, &ErrorBanner::retryRequested, this, [this] { m_model.error() ? m_model.retry() : refresh(); });
    connect(m_empty, &EmptyState::actionTriggered, this, &TablePane::emptyAction);
    connect(&m_model, &PagedTableModelBase::loadingChanged, this, &TablePane::updateState);
    connect(&m_model, &PagedTableModelBase::loadFailed, this, [this](const Error &error) {
        m_error->showRead(error, m_model.rowCount() > 0);
        updateState();
    });
    connect(&m_model, &PagedTableModelBase::loaded, this, [this] {
        m_error->clearRead();
        updateState();
        updateActions();
        showDetails();
        emit loaded();
    });
    connect(&m_context.access, &Access::changed, this, &TablePane::updateActions);
    connect(m_exportBar, &ExportBar::finished, this, [this](qint64 written, const QString &path) {
        const QString file = QDir::toNativeSeparators(path);
        emit noticed({m_export->countsBytes()
                          ? tr("%1 written to %2", "size, file").arg(m_context.format.dataSize(written), file)
                          : tr("%n row(s) written to %1", nullptr, int(written)).arg(file),
                      Tone::Good});
    });
    connect(m_exportBar, &ExportBar::failed, this, &TablePane::showError);
    connect(m_exportBar, &ExportBar::canceled, this, [this] {
        emit noticed({tr("The export was cancelled; no file was written."), Tone::Neutral});
    });
    restoreView(m_context.state.paneState(id()));
    // Later: an action's reasons may ask the pane that is made of this one, and that is not there yet.
    QMetaObject::invokeMethod(this, &TablePane::updateActions, Qt::QueuedConnection);
    updateState();
}

TablePane::~TablePane()
{
    if (m_saveTimer->isActive())
        m_context.state.setPaneState(id(), viewState());
}

void TablePane::buildLayout()
{
    m_count->setObjectName(u"countLabel"_s);
    auto *head = makeHead(m_context.theme);
    head->addWidget(m_count, 1, Qt::AlignBaseline);
    addGeneralButtons(*head);
    auto *bulk = new QHBoxLayout(m_bulkBar);
    buildBulkBar(*bulk);
    m_skeleton->setObjectName(u"skeleton"_s);
    for (QWidget *page : std::initializer_list<QWidget *>{m_table, m_skeleton, m_empty})
        m_stack->addWidget(page);
    m_toolbar->setFiltersOffered(!m_declaration.filters.isEmpty());
    m_toolbar->setExportOffered(m_export != nullptr);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::S5, 0, 0);
    column->setSpacing(Space::S3);
    auto *upper = new QVBoxLayout;
    upper->setContentsMargins(Space::S6, 0, Space::S6, 0);
    upper->setSpacing(Space::S3);
    upper->addLayout(head);
    for (QWidget *part : std::initializer_list<QWidget *>{m_toolbar, m_filters, m_error, m_exportBar, m_bulkBar})
        upper->addWidget(part);
    column->addLayout(upper);
    keepScrollBar(*m_table);
    column->addLayout(overMargin(m_stack), 1);
}

void TablePane::buildBulkBar(QHBoxLayout &row)
{
    auto *bar = static_cast<Card *>(m_bulkBar);
    bar->setObjectName(u"bulkBar"_s);
    bar->setFill(&Colours::accentSoft, nullptr);
    bar->setRadius(Radius::Medium);
    m_bulkLabel->setObjectName(u"bulkLabel"_s);
    row.setContentsMargins(Space::S3, Space::S1, Space::S1, Space::S1);
    row.setSpacing(Space::S1);
    row.addWidget(m_bulkLabel);
    row.addSpacing(Space::S3);
    for (const RowAction &declared : std::as_const(m_declaration.actions)) {
        if (!declared.many)
            continue;
        QAction *action = m_rowActions.value(declared.id);
        auto *button = new QPushButton(action->icon(), declared.text);
        button->setObjectName(declared.id + u"BulkButton"_s);
        button->setProperty("rank", u"quiet"_s);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        });
        row.addWidget(button);
    }
    row.addStretch();
    auto *clear = new QPushButton(tr("Clear selection"));
    clear->setObjectName(u"clearSelectionButton"_s);
    clear->setProperty("rank", u"quiet"_s);
    clear->setToolTip(tr("Deselect all rows (Esc)"));
    connect(clear, &QPushButton::clicked, this, &TablePane::clearSelection);
    row.addWidget(clear);
    m_bulkBar->setVisible(false);
}

void TablePane::addGeneralButtons(QHBoxLayout &row)
{
    for (const RowAction &declared : std::as_const(m_declaration.actions)) {
        if (!declared.general)
            continue;
        QAction *action = m_rowActions.value(declared.id);
        auto *button = new QPushButton(declared.text);
        button->setObjectName(declared.id + u"GeneralButton"_s);
        button->setProperty("rank", u"primary"_s);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        });
        row.addWidget(button);
    }
}

void TablePane::addActions()
{
    for (const RowAction &declared : std::as_const(m_declaration.actions)) {
        QAction *action = addCommand(declared.id, declared.text, m_context.theme.icon(declared.icon));
        action->setShortcut(declared.shortcut);
        if (declared.shortcut == QKeySequence(Qt::Key_Return)) { // in the search it ends the typing
            action->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}); // the keypad's too
            action->setShortcutContext(Qt::WidgetShortcut);
        }
        if (!declared.general)
            m_table->addAction(action);
        m_rowActions.insert(declared.id, action);
        connect(action, &QAction::triggered, this, [this, run = declared.run] {
            m_error->clearAction();
            if (run)
                run(selectedIds());
        });
    }
    if (!m_export)
        return;
    m_exportAction = addCommand(u"exportAction"_s, tr("Export as CSV…"), m_context.theme.icon(u"download"_s));
    m_exportAction->setShortcut(Qt::CTRL | Qt::Key_E);
    m_exportAction->setToolTip(tr("Export what the filters match as CSV"));
    connect(m_exportAction, &QAction::triggered, this, &TablePane::askExportPath);
}

QList<QAction *> TablePane::rowCommands() const
{
    QList<QAction *> actions;
    for (const RowAction &declared : m_declaration.actions) {
        if (!declared.general)
            actions << m_rowActions.value(declared.id);
    }
    return actions;
}

void TablePane::activate()
{
    if (!m_model.hasLoaded() && !m_model.isLoading() && !m_model.error())
        applyQuery();
    updateState();
    showDetails();
}

void TablePane::refresh()
{
    if (m_model.isLoading())
        return; // what comes is fresh
    m_error->clearRead();
    m_model.refresh();
}

QDateTime TablePane::loadedAt() const { return m_model.loadedAt(); }

bool TablePane::focusSearch()
{
    m_toolbar->focusSearch();
    return true;
}

void TablePane::search(const QString &text)
{
    m_toolbar->setSearchText(text);
    applyQuery();
}

void TablePane::stepRow(int by) { m_table->step(by); }

void TablePane::clearSelection() { m_table->forgetSelection(); }

QStringList TablePane::selectedIds() const { return m_table->selectedIds(); }

QList<RowHit> TablePane::rowsLike(const QString &text, int limit) const
{
    QList<RowHit> hits;
    for (int row = 0; row < m_model.rowCount() && hits.size() < limit; ++row) {
        const QString rowId = m_model.rowId(row);
        if (rowId.isEmpty() || !m_declaration.details)
            continue;
        const QString first = m_model.index(row, 0).data().toString();
        if (first.contains(text, Qt::CaseInsensitive))
            hits.append({rowId, first, title()});
    }
    return hits;
}

void TablePane::revealRow(const QString &rowId)
{
    m_table->selectId(rowId);
    m_table->setFocus();
}

void TablePane::showFiltered(const QMap<QString, QString> &filters, const QMap<QString, QString> &names)
{
    QMap<QString, QString> chips = filters;
    m_toolbar->setSearchText(chips.take(SearchKey));
    m_filters->set(chips, names);
    applyQuery();
}

void TablePane::applyQuery()
{
    QMap<QString, QString> filters = m_filters->values();
    filters.insert(SearchKey, m_toolbar->searchText());
    const QString sort = m_model.sortOrder().isEmpty() ? m_declaration.defaultSort : m_model.sortOrder();
    m_model.setQuery(filters, sort);
    saveSoon();
}

QJsonObject TablePane::viewState() const
{
    return {{u"filters"_s, toJson(m_filters->values())}, {u"filterNames"_s, toJson(m_filters->names())},
            {u"search"_s, m_toolbar->searchText()},      {u"sort"_s, m_model.sortOrder()},
            {u"columns"_s, m_table->columnsState()},     {u"compact"_s, m_table->isCompact()}};
}

void TablePane::restoreView(const QJsonObject &state)
{
    m_filters->set(toMap(state[u"filters"_s].toObject()), toMap(state[u"filterNames"_s].toObject()));
    m_toolbar->setSearchText(state[u"search"_s].toString());
    if (state.contains(u"columns"_s))
        m_table->restoreColumns(state[u"columns"_s].toArray());
    m_table->setCompact(state[u"compact"_s].toBool());
    m_toolbar->setCompact(m_table->isCompact());
    QMap<QString, QString> filters = m_filters->values();
    filters.insert(SearchKey, m_toolbar->searchText());
    const QString sort = state[u"sort"_s].toString(m_declaration.defaultSort);
    if (m_model.hasLoaded() || isVisible())
        m_model.setQuery(filters, sort);
    else
        m_model.prepareQuery(filters, sort);
}

void TablePane::saveSoon() { m_saveTimer->start(); }

void TablePane::fillViewsMenu()
{
    QMenu &menu = m_toolbar->viewsMenu();
    menu.clear();
    const auto views = m_context.state.savedViews(id());
    for (auto it = views.cbegin(); it != views.cend(); ++it) {
        QAction *choice = menu.addAction(m_context.theme.icon(u"bookmark"_s), asLabel(it.key()));
        connect(choice, &QAction::triggered, this, [this, state = it.value()] {
            restoreView(state);
            applyQuery();
        });
    }
    if (!views.isEmpty())
        menu.addSeparator();
    connect(menu.addAction(m_context.theme.icon(u"plus"_s), tr("Save this view…")), &QAction::triggered, this,
            &TablePane::askViewName);
    connect(menu.addAction(m_context.theme.icon(u"undo-2"_s), tr("Back to the standard view")), &QAction::triggered,
            this, [this] {
                m_table->resetColumns();
                restoreView({{u"sort"_s, m_declaration.defaultSort}});
                applyQuery();
            });
    if (views.isEmpty())
        return;
    QMenu *remove = menu.addMenu(tr("Remove a view"));
    for (const QString &name : views.keys())
        connect(remove->addAction(asLabel(name)), &QAction::triggered, this,
                [this, name] { m_context.state.removeView(id(), name); });
}

void TablePane::askViewName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"viewNameDialog"_s);
    dialog->setWindowTitle(tr("Save this view"));
    dialog->setLabelText(tr("Name of the view"));
    dialog->setOkButtonText(tr("Save"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        if (!name.trimmed().isEmpty())
            m_context.state.saveView(id(), name.trimmed(), viewState());
    });
    dialog->open();
}

void TablePane::fillColumnsMenu()
{
    QMenu &menu = m_toolbar->columnsMenu();
    menu.clear();
    for (int i = 0; i < m_model.columns().size(); ++i) {
        QAction *choice = menu.addAction(m_model.columns().at(i).title);
        choice->setCheckable(true);
        choice->setChecked(m_table->wantsColumn(i));
        choice->setEnabled(!m_table->isPinned(i));
        connect(choice, &QAction::toggled, this, [this, i](bool on) { m_table->setColumnVisible(i, on); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Standard columns")), &QAction::triggered, m_table, &RowTable::resetColumns);
}

void TablePane::askExportPath()
{
    if (!m_export || m_exportBar->isRunning())
        return;
    auto *dialog = new QFileDialog(this, tr("Export as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList types{tr("CSV files (*.csv)")};
    const std::optional<bool> marked = m_export->marksEncoding();
    if (marked)
        types << tr("CSV files marked as UTF-8, for Excel (*.csv)");
    dialog->setNameFilters(types);
    dialog->selectNameFilter(types.at(marked.value_or(false) ? 1 : 0));
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(id() + u".csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, types](const QString &path) {
        if (types.size() > 1)
            m_export->setMarksEncoding(dialog->selectedNameFilter() == types.at(1));
        exportTo(path);
    });
    dialog->open();
}

void TablePane::exportTo(const QString &path)
{
    if (!m_export || m_exportBar->isRunning())
        return;
    QStringList columns;
    for (const auto &entry : m_table->columnsState()) {
        if (entry[u"visible"_s].toBool())
            columns << entry[u"id"_s].toString();
    }
    m_error->clearAction();
    m_exportBar->watch(m_export->run(m_model.query(), columns, path), path,
                       m_export->countsBytes() ? ExportBar::Unit::Kibibytes : ExportBar::Unit::Rows);
}

QString TablePane::whyNot(const RowAction &action, const QStringList &ids) const
{
    if (action.changes && !m_context.access.whyNoChanges().isEmpty())
        return m_context.access.whyNoChanges();
    if (action.general)
        return action.whyNot ? action.whyNot(ids) : QString();
    if (ids.isEmpty())
        return tr("Select a row first.");
    if (ids.size() > 1 && !action.many)
        return tr("Select a single row.");
    return action.whyNot ? action.whyNot(ids) : QString();
}

void TablePane::updateActions()
{
    const QStringList ids = selectedIds();
    for (const RowAction &declared : std::as_const(m_declaration.actions)) {
        QAction *action = m_rowActions.value(declared.id);
        const QString reason = whyNot(declared, ids);
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason.isEmpty() ? declared.explanation.isEmpty() ? declared.text : declared.explanation
                                            : reason);
        action->setStatusTip(action->toolTip());
    }
    m_bulkLabel->setText(tr("%n selected", "rows", int(ids.size())));
    m_bulkBar->setVisible(ids.size() > 1);
}

void TablePane::updateCount()
{
    const auto total = m_model.total();
    if (total && m_declaration.countInWords)
        m_count->setText(m_declaration.countInWords(*total));
    else if (m_model.hasLoaded() && m_model.isAtEnd() && m_declaration.countInWords)
        m_count->setText(m_declaration.countInWords(m_model.rowCount()));
    else if (m_model.rowCount() > 0)
        m_count->setText(tr("%1 loaded, more below").arg(m_context.format.integer(m_model.rowCount())));
    else
        m_count->setText({});
}

void TablePane::updateState()
{
    updateCount();
    const bool nothing = m_model.hasLoaded() && !m_model.isLoading() && m_model.rowCount() == 0;
    m_toolbar->setExportPossible(!nothing);
    if (m_exportAction)
        m_exportAction->setEnabled(!nothing);
    const bool anything = m_model.rowCount() > 0;
    const bool failed = m_model.error().has_value();
    if (anything) {
        m_stack->setCurrentWidget(m_table);
    } else if (m_model.isLoading() || (!m_model.hasLoaded() && !failed)) {
        m_stack->setCurrentWidget(m_skeleton);
    } else if (failed) {
        m_empty->set(u"circle-alert"_s, tr("Nothing could be loaded"), tr("The reason is shown above."),
                     tr("Try again"));
        m_stack->setCurrentWidget(m_empty);
    } else if (!m_filters->values().isEmpty() || !m_toolbar->searchText().isEmpty()) {
        m_empty->set(u"search-x"_s, tr("Nothing matches"), tr("No row matches the search and the filters."),
                     tr("Clear search and filters"));
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_empty->set(u"inbox"_s, m_declaration.emptyTitle, m_declaration.emptyHint, tr("Refresh"));
        m_stack->setCurrentWidget(m_empty);
    }
}

void TablePane::emptyAction()
{
    if (m_model.error())
        return m_model.retry();
    if (m_filters->values().isEmpty() && m_toolbar->searchText().isEmpty())
        return m_model.reload();
    m_toolbar->setSearchText({});
    m_filters->set({});
    applyQuery();
}

void TablePane::showDetails()
{
    const QStringList ids = selectedIds();
    const int row = ids.size() == 1 ? m_model.rowOf(ids.first()) : -1;
    emit detailsChanged(row >= 0 && m_declaration.details ? m_declaration.details(row) : Details{});
}

void TablePane::rowEdited()
{
    updateActions();
    showDetails();
}

void TablePane::showError(const Error &error) { m_error->show(error, false); }

void TablePane::showReadError(const Error &error) { m_error->showRead(error, true); }

void TablePane::clearReadError()
{
    if (!m_model.error())
        m_error->clearRead();
}

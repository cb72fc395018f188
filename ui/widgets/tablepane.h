// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/pagedtablemodelbase.h"
#include "ui/support/rowexport.h"
#include "ui/widgets/pane.h"

class EmptyState;
class ErrorBanner;
class ExportBar;
class FilterBar;
class QHBoxLayout;
class QStackedLayout;
class RowTable;
class Skeleton;
class TableToolbar;
class ThemedLabel;
class QTimer;

/// The one table pane: a list from the server with search, filters, views, columns, bulk actions and export, made from
/// a declaration. What it looks like is kept in ViewState under the declaration's id.
class TablePane : public Pane
{
    Q_OBJECT
public:
    /// `model` and `context` outlive it; `rowExport` too, null: no export is offered.
    TablePane(const Context &context, PagedTableModelBase &model, TableDeclaration declaration, RowExport *rowExport,
              QWidget *parent = nullptr);
    ~TablePane() override;

    QList<QAction *> rowCommands() const override;
    void activate() override;
    void refresh() override;
    QDateTime loadedAt() const override;
    bool focusSearch() override;
    bool canSearch() const override { return true; }
    void search(const QString &text) override;
    void stepRow(int by) override;
    void clearSelection() override;
    QList<RowHit> rowsLike(const QString &text, int limit) const override;
    void revealRow(const QString &id) override;

    /// A filter named "search" is the search.
    void showFiltered(const QMap<QString, QString> &filters, const QMap<QString, QString> &names) override;
    QStringList selectedIds() const;
    void exportTo(const QString &path);
    QJsonObject viewState() const;
    void restoreView(const QJsonObject &state);
    void showError(const Error &error); ///< of an action; a read does not take it away

protected:
    void showReadError(const Error &error); ///< of what belongs to a row; refresh() takes it away and tries again
    void clearReadError(); ///< that row is not looked at any more
    const Context &context() const { return m_context; }
    PagedTableModelBase &model() { return m_model; }
    void rowEdited(); ///< the drawer shows the row again

private:
    void buildLayout();
    void addActions();
    void buildBulkBar(QHBoxLayout &row);
    void addGeneralButtons(QHBoxLayout &row);
    void fillViewsMenu();
    void fillColumnsMenu();
    void askViewName();
    void askExportPath();
    void applyQuery();
    void updateActions();
    QString whyNot(const RowAction &action, const QStringList &ids) const;
    void updateState();
    void updateCount();
    void showDetails();
    void emptyAction();
    void saveSoon();

    Context m_context;
    PagedTableModelBase &m_model;
    TableDeclaration m_declaration;
    RowExport *m_export;
    TableToolbar *m_toolbar;
    FilterBar *m_filters;
    ErrorBanner *m_error;
    ExportBar *m_exportBar;
    QWidget *m_bulkBar;
    ThemedLabel *m_bulkLabel;
    ThemedLabel *m_count;
    RowTable *m_table;
    Skeleton *m_skeleton;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QTimer *m_saveTimer;
    QMap<QString, QAction *> m_rowActions;
    QAction *m_exportAction = nullptr;
};

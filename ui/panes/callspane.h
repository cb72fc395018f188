// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/call.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/widgets/tablepane.h"

QList<Column<Call>> callColumns(); ///< also of the CSV export
QString idOf(const Call &call);

/// Every call: who, when, how it ended; the selected one with its timeline and transcript.
class CallsPane : public TablePane
{
    Q_OBJECT
public:
    static const QString Id;

    /// All but `curl` outlive it.
    CallsPane(const Context &context, CallLog &calls, PagedTableModel<Call> &model, RowExport *rowExport,
              CurlFunction curl, QWidget *parent = nullptr);

    void refresh() override;

private:
    static QList<RowAction> actionsOf(CallsPane *pane);
    Details detailsOf(int row);
    void readStory(const Call &call);
    void onlyAgent(const QStringList &ids);
    void onlyNumber(const QStringList &ids);
    const Call *call(const QStringList &ids) const;

    CallLog &m_calls;
    PagedTableModel<Call> &m_rows;
    CurlFunction m_curl;
    Call m_story; ///< the call read last, with timeline and transcript
    QString m_reading; ///< the id of the call under way
    QString m_failed; ///< the id of the selected one when it could not be read; not asked for before refresh()
};

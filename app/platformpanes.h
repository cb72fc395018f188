// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accountsecurity.h"
#include "models/domain/apiversion.h"
#include "models/domain/auditentry.h"
#include "models/domain/ownaccount.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/support/context.h"
#include "ui/support/rowexport.h"

#include <functional>

class MainWindow;

/// Where the panes about the API's versions, the audit log and the own account get what they show. All of it outlives
/// them.
struct PlatformPaneSources {
    VersionRegistry &versions;
    AuditLog &audit;
    AccountSecurity &security;
    OwnAccount &account;
    std::function<QDateTime()> now; ///< UTC
    RowExport *auditExport = nullptr;
    CurlFunction auditCurl = {};
};

/// The models of these panes. Lives as long as the panes in the window.
class PlatformPanes
{
public:
    PlatformPanes(const Context &context, const PlatformPaneSources &sources);

    void addPlatformPanes(MainWindow &window, const QString &group);
    void addAccountPane(MainWindow &window);

private:
    Context m_context;
    PlatformPaneSources m_sources;
    PagedTableModel<VersionCaller> m_callers;
    PagedTableModel<AuditEntry> m_audit;
    PagedTableModel<AuditEntry> m_activity;
};

/// What a person is shown of their own account: it was they who did most of it.
QList<Column<AuditEntry>> activityColumns();

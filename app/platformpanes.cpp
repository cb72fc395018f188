// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platformpanes.h"

#include "ui/mainwindow.h"
#include "ui/panes/auditpane.h"
#include "ui/panes/securitypane.h"
#include "ui/panes/versionspane.h"

using namespace Qt::StringLiterals;

namespace
{
const auto Id = [](const auto &row) { return idOf(row); };
}

QList<Column<AuditEntry>> activityColumns()
{
    QList<Column<AuditEntry>> columns;
    for (const QString &id : {u"at"_s, u"action"_s, u"target"_s, u"outcome"_s, u"address"_s, u"userAgent"_s}) {
        for (Column<AuditEntry> column : auditColumns()) {
            if (column.id == id) {
                column.visible = true;
                columns << column;
            }
        }
    }
    return columns;
}

PlatformPanes::PlatformPanes(const Context &context, const PlatformPaneSources &sources)
    : m_context(context)
    , m_sources(sources)
    , m_callers(sources.versions.callers(), versionCallerColumns(), Id, context.format)
    , m_audit(sources.audit, auditColumns(), Id, context.format)
    , m_activity(sources.security.activity(), activityColumns(), Id, context.format)
{
}

void PlatformPanes::addPlatformPanes(MainWindow &window, const QString &group)
{
    window.addPane(group, new VersionsPane(m_context, m_sources.versions, m_callers, m_sources.now));
    window.addPane(group,
                   new AuditPane(m_context, m_sources.audit, m_audit, m_sources.auditExport, m_sources.auditCurl));
}

void PlatformPanes::addAccountPane(MainWindow &window)
{
    window.addAccountPane(new SecurityPane(m_context, m_sources.security, m_sources.account, m_activity));
}

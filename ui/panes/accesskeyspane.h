// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accesskey.h"
#include "models/items/pagedtablemodel.h"
#include "ui/panes/userdeclaration.h"
#include "ui/widgets/tablepane.h"

#include <functional>

/// Also of the CSV export. `now`, UTC, judges what has expired.
QList<Column<AccessKey>> accessKeyColumns(std::function<QDateTime()> now = QDateTime::currentDateTimeUtc);
QString idOf(const AccessKey &key);

/// The keys with which programs use the API in the own organisation's name; those of other organisations to see.
class AccessKeysPane : public TablePane
{
    Q_OBJECT
public:
    static const QString Id;

    /// All but the functions outlive it. `curl`: the shell line that lists the keys. `now`: UTC.
    AccessKeysPane(const Context &context, AccessKeyRing &keys, PagedTableModel<AccessKey> &model, RowExport *rowExport,
                   CurlFunction curl, std::function<QDateTime()> now = QDateTime::currentDateTimeUtc,
                   QWidget *parent = nullptr);

private:
    static QList<RowAction> actionsOf(AccessKeysPane *pane);
    const AccessKey *key(const QStringList &ids) const;
    QString whyForeign() const;
    QString whyOver(const QStringList &ids) const;
    void create();
    void edit(const QStringList &ids);
    void askRotate(const QStringList &ids);
    void askRevoke(const QStringList &ids);
    void revoke(const QString &id, const QString &name);
    void showSecret(const FreshAccessKey &fresh, const QString &title);

    AccessKeyRing &m_keys;
    PagedTableModel<AccessKey> &m_rows;
};

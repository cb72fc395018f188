// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/providerkey.h"
#include "ui/support/context.h"

#include <QDialog>

class ErrorBanner;
class QGridLayout;
class QPushButton;
class TagLabel;
class ThemedLabel;

/// One tenant's keys, provider by provider; changed only where they are the person's own organisation's. `vault`
/// outlives it.
class ManageProviderKeysDialog : public QDialog
{
    Q_OBJECT
public:
    ManageProviderKeysDialog(const Context &context, ProviderKeyVault &vault, const ProviderKeyRow &row,
                             QWidget *parent = nullptr);

signals:
    void read(const ProviderKeyRow &row); ///< as the server has it now

private:
    struct Line {
        TagLabel *state;
        ThemedLabel *none;
        ThemedLabel *about;
        QPushButton *set;
        QPushButton *test;
        QPushButton *remove;
    };

    void addLine(QGridLayout &grid, const QString &provider);
    QString whyNot() const;
    void load();
    void show(const ProviderKeyRow &row);
    void showLine(const QString &provider);
    QString aboutKey(const ProviderKey &key) const;
    void askSecret(const QString &provider);
    void test(const QString &provider);
    void askRemove(const QString &provider);

    Context m_context;
    ProviderKeyVault &m_vault;
    ProviderKeyRow m_row;
    ErrorBanner *m_error;
    QMap<QString, Line> m_lines;
    QString m_testing; ///< provider under test
};

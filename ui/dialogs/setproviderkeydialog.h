// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/providerkey.h"
#include "ui/dialogs/formdialog.h"

class QCheckBox;
class QLineEdit;

/// A provider's key, typed once: it is never shown again, and forgotten here when it is saved or the window closes.
class SetProviderKeyDialog : public FormDialog
{
    Q_OBJECT
public:
    SetProviderKeyDialog(const Context &context, ProviderKeyVault &vault, const QString &provider,
                         const ProviderKey &now, QWidget *parent = nullptr);
    ~SetProviderKeyDialog() override;

signals:
    void saved();

private:
    void save();

    ProviderKeyVault &m_vault;
    QString m_provider;
    QLineEdit *m_secret;
    QCheckBox *m_active;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ownaccount.h"
#include "ui/dialogs/formdialog.h"

class QCheckBox;

/// What the signed-in person wants of the service.
class EditPreferencesDialog : public FormDialog
{
    Q_OBJECT
public:
    EditPreferencesDialog(const Context &context, OwnAccount &account, const Preferences &preferences,
                          QWidget *parent = nullptr);

signals:
    void saved(const Preferences &preferences);

private:
    QCheckBox *addChoice(const QString &apiName, const QString &text, bool checked, const QString &hint);
    Preferences chosen() const;
    void save();

    OwnAccount &m_account;
    const Preferences m_before;
    QCheckBox *m_marketing;
    QCheckBox *m_notifications;
    QCheckBox *m_twoFactor;
};

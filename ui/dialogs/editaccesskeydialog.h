// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accesskey.h"
#include "ui/dialogs/formdialog.h"

class QComboBox;
class QDateEdit;
class QLineEdit;
class QSpinBox;

/// A new access key, or one that exists: name, permission, limit, expiry. `keys` outlives it.
class EditAccessKeyDialog : public FormDialog
{
    Q_OBJECT
public:
    EditAccessKeyDialog(const Context &context, AccessKeyRing &keys, QWidget *parent = nullptr);
    EditAccessKeyDialog(const Context &context, AccessKeyRing &keys, const AccessKey &key, QWidget *parent = nullptr);

signals:
    void made(const FreshAccessKey &fresh);
    void saved(const AccessKey &key);

private:
    EditAccessKeyDialog(const Context &context, AccessKeyRing &keys, const AccessKey &key, const QString &title,
                        const QString &subtitle, const QString &submit, QWidget *parent);
    void showExpiry(const QDateTime &expiresAt);
    AccessKeyDraft draft() const; ///< all that the form says
    AccessKeyChange change() const; ///< what of it is not as the form was opened with
    void save();

    AccessKeyRing &m_keys;
    AccessKey m_key; ///< without an id: a new one
    QLineEdit *m_name;
    QComboBox *m_permission;
    QSpinBox *m_limit;
    QComboBox *m_life;
    QDateEdit *m_until;
};

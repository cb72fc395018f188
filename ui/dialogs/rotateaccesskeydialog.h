// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accesskey.h"
#include "ui/dialogs/formdialog.h"

class QComboBox;

/// A new secret for an access key, and how long the old one works on. `keys` outlives it.
class RotateAccessKeyDialog : public FormDialog
{
    Q_OBJECT
public:
    RotateAccessKeyDialog(const Context &context, AccessKeyRing &keys, const AccessKey &key, QWidget *parent = nullptr);

signals:
    void rotated(const FreshAccessKey &fresh);

private:
    void rotate();

    AccessKeyRing &m_keys;
    QString m_id;
    QComboBox *m_overlap;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apiversion.h"
#include "ui/dialogs/formdialog.h"

class QComboBox;
class QPlainTextEdit;

/// A mail to everybody who still calls a version. `registry` outlives it.
class NotifyCallersDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `version`: chosen first; empty: the first that is deprecated.
    NotifyCallersDialog(const Context &context, VersionRegistry &registry, const QList<ApiVersion> &versions,
                        const QString &version, QWidget *parent = nullptr);

signals:
    void notified(const QString &version, qint64 recipients);

private:
    QString standardText(const ApiVersion &version) const;
    void offerText();
    void send();

    VersionRegistry &m_registry;
    QList<ApiVersion> m_versions;
    QComboBox *m_version;
    QPlainTextEdit *m_message;
    QString m_offered; ///< as long as it was not touched another version may replace it
};

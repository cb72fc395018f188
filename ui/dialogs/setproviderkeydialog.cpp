// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/setproviderkeydialog.h"

#include "models/domain/async.h"

#include <QCheckBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

SetProviderKeyDialog::SetProviderKeyDialog(const Context &context, ProviderKeyVault &vault, const QString &provider,
                                           const ProviderKey &now, QWidget *parent)
    : FormDialog(context,
                 now.configured ? tr("Replace the %1 key").arg(providerName(provider))
                                : tr("Add a %1 key").arg(providerName(provider)),
                 now.configured ? tr("The key in use stops being used as soon as this one is saved.") : QString(),
                 tr("Save"), parent)
    , m_vault(vault)
    , m_provider(provider)
    , m_secret(new QLineEdit)
    , m_active(new QCheckBox(tr("Agents may use it")))
{
    setObjectName(u"setProviderKeyDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_secret->setObjectName(u"providerSecretEdit"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(2000);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                  | Qt::ImhNoAutoUppercase);
    m_active->setObjectName(u"providerActiveCheck"_s);
    m_active->setChecked(!now.configured || now.active);
    addField(u"api_key"_s, tr("Key"), m_secret,
             tr("Typed once: the server seals it, and nobody, you included, can read it again."));
    addField(u"is_active"_s, m_active->text(), m_active);
    setSubmittable(false);
    connect(m_secret, &QLineEdit::textChanged, this,
            [this](const QString &text) { setSubmittable(!text.trimmed().isEmpty()); });
    connect(this, &FormDialog::submitted, this, &SetProviderKeyDialog::save);
    m_secret->setFocus();
}

SetProviderKeyDialog::~SetProviderKeyDialog() { m_secret->clear(); }

void SetProviderKeyDialog::save()
{
    setBusy(true);
    whenDone(m_vault.save(m_provider, m_secret->text().trimmed(), m_active->isChecked()), this,
             [this](const Result<Done> &answer) {
                 if (!answer)
                     return fail(answer.error());
                 setBusy(false);
                 m_secret->clear();
                 emit saved();
                 accept();
             });
}

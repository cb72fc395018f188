// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/editpreferencesdialog.h"

#include "models/domain/async.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

EditPreferencesDialog::EditPreferencesDialog(const Context &context, OwnAccount &account,
                                             const Preferences &preferences, QWidget *parent)
    : FormDialog(context, tr("Preferences"), tr("They belong to your account, wherever you sign in."), tr("Save"),
                 parent)
    , m_account(account)
    , m_before(preferences)
    , m_marketing(addChoice(u"marketing"_s, tr("News of the product by e-mail"), preferences.marketing,
                            tr("Whether you may be written to about what is new.")))
    , m_notifications(addChoice(u"notifications"_s, tr("Notices by e-mail"), preferences.notifications,
                                tr("Mails about the safety of the account are sent in any case.")))
    , m_twoFactor(addChoice(u"twoFactorAuth"_s, tr("I want a second factor"), preferences.twoFactorAuth,
                            tr("Only notes the wish: the second factor is set up under Signing in.")))
{
    setObjectName(u"editPreferencesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(this, &FormDialog::submitted, this, &EditPreferencesDialog::save);
    submitOnlyChanges([this] { return chosen() != m_before; });
    m_marketing->setFocus();
}

QCheckBox *EditPreferencesDialog::addChoice(const QString &apiName, const QString &text, bool checked,
                                            const QString &hint)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(apiName + u"CheckBox"_s);
    box->setChecked(checked);
    addField(apiName, text, box, hint);
    return box;
}

Preferences EditPreferencesDialog::chosen() const
{
    return {m_marketing->isChecked(), m_notifications->isChecked(), m_twoFactor->isChecked()};
}

void EditPreferencesDialog::save()
{
    setBusy(true);
    whenDone(m_account.savePreferences(m_before, chosen()), this, [this](const Result<Preferences> &answer) {
        if (!answer)
            return fail(answer.error());
        setBusy(false);
        emit saved(*answer);
        accept();
    });
}

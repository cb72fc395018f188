// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/editaccesskeydialog.h"

#include "models/domain/async.h"
#include "ui/support/words.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace
{
constexpr int Never = 0;
constexpr int Chosen = -1;
constexpr int LargestLimit = 100'000'000; // as the server has it: a smaller one would cut what is stored

/// The end of a day, UTC.
QDateTime endOf(const QDate &day) { return {day, QTime(23, 59, 59), Qt::UTC}; }

QDate today() { return QDateTime::currentDateTimeUtc().date(); }
}

EditAccessKeyDialog::EditAccessKeyDialog(const Context &context, AccessKeyRing &keys, QWidget *parent)
    : EditAccessKeyDialog(context, keys, AccessKey(), tr("New access key"),
                          tr("A program signs in with it in your organisation's name; what it uses counts as yours."),
                          tr("Create key"), parent)
{
}

EditAccessKeyDialog::EditAccessKeyDialog(const Context &context, AccessKeyRing &keys, const AccessKey &key,
                                         QWidget *parent)
    : EditAccessKeyDialog(context, keys, key, tr("Edit access key"), key.name, tr("Save"), parent)
{
}

EditAccessKeyDialog::EditAccessKeyDialog(const Context &context, AccessKeyRing &keys, const AccessKey &key,
                                         const QString &title, const QString &subtitle, const QString &submit,
                                         QWidget *parent)
    : FormDialog(context, title, subtitle, submit, parent)
    , m_keys(keys)
    , m_key(key)
    , m_name(new QLineEdit(key.name))
    , m_permission(new QComboBox)
    , m_limit(new QSpinBox)
    , m_life(new QComboBox)
    , m_until(new QDateEdit)
{
    setObjectName(u"editAccessKeyDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setObjectName(u"keyNameEdit"_s);
    m_name->setMaxLength(100);
    m_permission->setObjectName(u"keyPermissionCombo"_s);
    for (const KeyPermission permission : {KeyPermission::Read, KeyPermission::Write, KeyPermission::Admin})
        m_permission->addItem(inWords(permission), int(permission));
    m_permission->setCurrentIndex(int(key.permission));
    m_limit->setObjectName(u"keyLimitSpin"_s);
    m_limit->setRange(0, LargestLimit);
    m_limit->setSingleStep(100);
    m_limit->setGroupSeparatorShown(true);
    m_limit->setSpecialValueText(tr("Yours"));
    m_limit->setValue(key.requestsPerHour.value_or(0));
    m_life->setObjectName(u"keyLifeCombo"_s);
    m_life->addItem(tr("Never"), Never);
    for (const int days : {30, 90, 365})
        m_life->addItem(tr("In %n day(s)", nullptr, days), days);
    m_life->addItem(tr("On a day…"), Chosen);
    m_until->setObjectName(u"keyUntilEdit"_s);
    m_until->setAccessibleName(tr("Last day"));
    m_until->setToolTip(tr("The last day on which the key works, UTC"));
    m_until->setCalendarPopup(true);
    addField(u"name"_s, tr("Name"), m_name, tr("Which program it is for, so that it can be told apart later."));
    addField(u"permissions"_s, tr("Permission"), m_permission,
             tr("As little as the program needs. “Administer” is for this organisation only, never the platform."));
    addField(u"rate_limit_per_hour"_s, tr("Requests an hour"), m_limit, tr("0: the limit of your own account."));
    addField(u"expires_at"_s, tr("Expires"), m_life);
    addWidget(m_until);
    showExpiry(key.expiresAt);
    connect(m_life, &QComboBox::currentIndexChanged, this,
            [this] { m_until->setVisible(m_life->currentData().toInt() == Chosen); });
    connect(m_until, &QDateEdit::dateChanged, this, &EditAccessKeyDialog::updateSubmitButton);
    connect(this, &FormDialog::submitted, this, &EditAccessKeyDialog::save);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &text) { setSubmittable(!text.trimmed().isEmpty()); });
    setSubmittable(!key.name.isEmpty());
    if (!key.id.isEmpty())
        submitOnlyChanges([this] { return !change().isEmpty(); });
    m_name->setFocus();
}

void EditAccessKeyDialog::showExpiry(const QDateTime &expiresAt)
{
    const bool set = expiresAt.isValid();
    const int standard = m_key.id.isEmpty() ? 90 : Never; // a key that nobody chose to keep ends by itself
    m_life->setCurrentIndex(m_life->findData(set ? Chosen : standard));
    m_until->setMinimumDate(set ? std::min(expiresAt.toUTC().date(), today()) : today());
    m_until->setDate(set ? expiresAt.toUTC().date() : today().addDays(90));
    m_until->setVisible(set);
}

AccessKeyDraft EditAccessKeyDialog::draft() const
{
    AccessKeyDraft draft{.name = m_name->text().trimmed(),
                         .permission = KeyPermission(m_permission->currentData().toInt())};
    if (m_limit->value() > 0)
        draft.requestsPerHour = m_limit->value();
    const int life = m_life->currentData().toInt();
    if (life == Chosen && m_key.expiresAt.isValid() && m_until->date() == m_key.expiresAt.toUTC().date())
        draft.expiresAt = m_key.expiresAt; // untouched, to the second
    else if (life == Chosen)
        draft.expiresAt = endOf(m_until->date());
    else if (life != Never)
        draft.expiresAt = endOf(today().addDays(life));
    return draft;
}

AccessKeyChange EditAccessKeyDialog::change() const
{
    const AccessKeyDraft now = draft();
    AccessKeyChange change;
    if (m_name->text() != m_key.name)
        change.name = now.name;
    if (now.permission != m_key.permission)
        change.permission = now.permission;
    if (m_limit->value() != m_key.requestsPerHour.value_or(0))
        change.requestsPerHour = now.requestsPerHour;
    if (now.expiresAt != m_key.expiresAt)
        change.expiresAt = now.expiresAt;
    return change;
}

void EditAccessKeyDialog::save()
{
    setBusy(true);
    if (m_key.id.isEmpty()) {
        whenDone(m_keys.create(draft()), this, [this](const Result<FreshAccessKey> &answer) {
            if (!answer)
                return fail(answer.error());
            setBusy(false);
            accept();
            emit made(*answer);
        });
        return;
    }
    whenDone(m_keys.update(m_key.id, change()), this, [this](const Result<AccessKey> &answer) {
        if (!answer)
            return fail(answer.error());
        setBusy(false);
        emit saved(*answer);
        accept();
    });
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/renamedevicedialog.h"

#include "models/domain/async.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

RenameDeviceDialog::RenameDeviceDialog(const Context &context, AccountSecurity &security, const Device &device,
                                       QWidget *parent)
    : FormDialog(context, tr("Rename the device"), tr("So that you know it again in this list."), tr("Save"), parent)
    , m_security(security)
    , m_id(device.id)
    , m_name(new QLineEdit(device.name))
{
    setObjectName(u"renameDeviceDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setObjectName(u"deviceNameEdit"_s);
    m_name->setMaxLength(200);
    m_name->selectAll();
    addField(u"deviceName"_s, tr("Name"), m_name);
    setSubmittable(!device.name.isEmpty());
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &text) { setSubmittable(!text.trimmed().isEmpty()); });
    connect(this, &FormDialog::submitted, this, &RenameDeviceDialog::save);
    m_name->setFocus();
}

void RenameDeviceDialog::save()
{
    setBusy(true);
    whenDone(m_security.renameDevice(m_id, m_name->text().trimmed()), this, [this](const Result<Done> &answer) {
        if (!answer)
            return fail(answer.error());
        setBusy(false);
        emit renamed();
        accept();
    });
}

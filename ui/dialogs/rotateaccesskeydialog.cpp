// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rotateaccesskeydialog.h"

#include "models/domain/async.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

RotateAccessKeyDialog::RotateAccessKeyDialog(const Context &context, AccessKeyRing &keys, const AccessKey &key,
                                             QWidget *parent)
    : FormDialog(context, tr("Rotate %1").arg(key.name),
                 tr("The key gets a new secret, which is shown once. Put it into the program while both work."),
                 tr("Rotate"), parent)
    , m_keys(keys)
    , m_id(key.id)
    , m_overlap(new QComboBox)
{
    setObjectName(u"rotateAccessKeyDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_overlap->setObjectName(u"overlapCombo"_s);
    m_overlap->addItem(tr("Ends at once"), 0);
    m_overlap->addItem(tr("%n hour(s) more", nullptr, 1), 1);
    m_overlap->addItem(tr("%n hour(s) more", nullptr, 24), 24);
    m_overlap->addItem(tr("%n day(s) more", nullptr, 7), 7 * 24);
    m_overlap->setCurrentIndex(2);
    addField(u"overlap_seconds"_s, tr("The old secret works"), m_overlap,
             tr("If the old secret has leaked, end it at once."));
    connect(this, &FormDialog::submitted, this, &RotateAccessKeyDialog::rotate);
}

void RotateAccessKeyDialog::rotate()
{
    setBusy(true);
    whenDone(m_keys.rotate(m_id, m_overlap->currentData().toInt() * qint64(3600)), this,
             [this](const Result<FreshAccessKey> &answer) {
                 if (!answer)
                     return fail(answer.error());
                 setBusy(false);
                 accept();
                 emit rotated(*answer);
             });
}

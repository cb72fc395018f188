// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/enroltwofactordialog.h"

#include "models/domain/async.h"
#include "ui/dialogs/askcodedialog.h"
#include "ui/widgets/qrcode.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace
{
constexpr int GroupSize = 4; // of a secret that is typed by hand

QString inGroups(const QString &secret)
{
    QString text;
    for (qsizetype i = 0; i < secret.size(); i += GroupSize)
        text += (i > 0 ? u" "_s : QString()) + secret.mid(i, GroupSize);
    return text;
}
}

EnrolTwoFactorDialog::EnrolTwoFactorDialog(const Context &context, AccountSecurity &security, QWidget *parent)
    : FormDialog(
        context, tr("Set up the second factor"),
        tr("Scan the code with an authenticator app, or type the secret into it. Then type the six digits that "
           "it shows."),
        tr("Turn on"), parent)
    , m_security(security)
    , m_picture(new QrCode)
    , m_secret(new QLineEdit)
    , m_code(new QLineEdit)
{
    setObjectName(u"enrolTwoFactorDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Space::S4 * 34);
    m_picture->setObjectName(u"enrolmentPicture"_s);
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, Space::S3);
    row->addStretch();
    row->addWidget(m_picture);
    row->addStretch();
    addWidget(holder);
    m_secret->setObjectName(u"enrolmentSecretEdit"_s);
    m_secret->setReadOnly(true);
    m_secret->setFont(context.theme.font(TextStyle::Code));
    QAction *copy = m_secret->addAction(context.theme.icon(u"copy"_s), QLineEdit::TrailingPosition);
    copy->setText(tr("Copy the secret"));
    copy->setToolTip(copy->text());
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_secret->text().remove(u' ')); });
    addField({}, tr("Secret"), m_secret, tr("For an authenticator that cannot scan."));
    m_code->setObjectName(u"enrolmentCodeEdit"_s);
    m_code->setMaxLength(16);
    m_code->setFont(context.theme.font(TextStyle::Code));
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    addField(u"code"_s, tr("Code"), m_code, tr("From now on signing in asks for such a code as well."));
    connect(m_code, &QLineEdit::textChanged, this, &EnrolTwoFactorDialog::updateSubmit);
    connect(this, &FormDialog::submitted, this, &EnrolTwoFactorDialog::confirm);
    updateSubmit();
    load();
}

EnrolTwoFactorDialog::~EnrolTwoFactorDialog()
{
    m_secret->clear();
    m_picture->setText({});
}

void EnrolTwoFactorDialog::load()
{
    setReading(true);
    whenRead(m_security.enrol(), [this](const Result<TwoFactorEnrolment> &answer) {
        setReading(false);
        if (!answer)
            return fail(answer.error());
        show(*answer);
    });
}

void EnrolTwoFactorDialog::show(const TwoFactorEnrolment &enrolment)
{
    m_loaded = true;
    m_picture->setVisible(m_picture->setText(enrolment.uri));
    m_secret->setText(inGroups(enrolment.secret));
    m_secret->setCursorPosition(0);
    m_code->setFocus();
    updateSubmit();
    m_picture->parentWidget()->layout()->activate(); // or the dialog measures the place of no picture
    growToFit();
}

void EnrolTwoFactorDialog::updateSubmit() { setSubmittable(m_loaded && !m_code->text().trimmed().isEmpty()); }

void EnrolTwoFactorDialog::confirm()
{
    setBusy(true);
    whenDone(m_security.confirm(m_code->text().remove(u' ')), this, [this](const Result<QStringList> &answer) {
        if (!answer) {
            fail(codeErrorInWords(answer.error()));
            return m_code->selectAll();
        }
        setBusy(false);
        accept();
        emit enrolled(*answer);
    });
}

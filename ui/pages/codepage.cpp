// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/codepage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr int Digits = 6; // of a code of an authenticator
}

CodePage::CodePage(const Context &context, QWidget *parent)
    : GatePage(context, tr("Second step"), {}, parent)
    , m_tick(new QTimer(this))
{
    setObjectName(u"codePage"_s);
    m_code = addEdit(u"codeEdit"_s, u"code"_s, tr("Code"));
    m_code->setMaxLength(64);
    m_code->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_code->setFont(context.theme.font(TextStyle::Code));
    m_submit = addSubmit(u"giveCodeButton"_s, tr("Continue"), tr("Sign in (Return)"), tr("Type the code first."));
    m_other = addLink(u"otherCodeLink"_s, {}, {}, [this] { useRecovery(!m_recovery); });
    addLink(u"codeBackLink"_s, tr("Back to the password"), tr("Sign in as somebody else, or type the password again"),
            [this] { emit backRequested(); });
    connect(m_submit, &QPushButton::clicked, this, &CodePage::submit);
    connect(m_code, &QLineEdit::textChanged, this, [this](const QString &text) {
        QString digits = text;
        digits.remove(u' ');
        bool number = false;
        digits.toUInt(&number);
        if (!m_recovery && number && digits.size() == Digits)
            submit(); // nothing is left to type
    });
    m_tick->setInterval(1s);
    connect(m_tick, &QTimer::timeout, this, &CodePage::countDown);
    useRecovery(false);
}

void CodePage::ask(const QString &email)
{
    m_email = email;
    m_lockedSeconds = 0;
    m_tick->stop();
    setBusy(false);
    useRecovery(false);
}

void CodePage::useRecovery(bool recovery)
{
    m_recovery = recovery;
    clearErrors();
    m_code->clear();
    const QString who = m_email.isEmpty() ? QString() : QString(m_email + u'\n');
    setSubtitle(who
                + (recovery ? tr("One of the recovery codes that you kept. Each works once.")
                            : tr("The six digits that your authenticator shows now.")));
    setFieldName(m_code, recovery ? tr("Recovery code") : tr("Code"));
    m_other->setText(recovery ? tr("Use the authenticator") : tr("Use a recovery code"));
    m_other->setToolTip(recovery ? tr("Type the six digits that your authenticator shows")
                                 : tr("When the authenticator is not at hand"));
    updateSubmit();
    m_code->setFocus();
}

void CodePage::setBusy(bool busy)
{
    m_busy = busy;
    m_code->setEnabled(!busy);
    updateSubmit();
}

void CodePage::codeFailed(const Error &error)
{
    setBusy(false);
    const bool wrong = error == ErrorCode::InvalidCredentials || error == ErrorCode::ValidationError;
    if (wrong) // the server's own words for it are of the password, or not of this language
        setFieldError(m_code,
                      m_recovery ? tr("This recovery code is wrong or used up.")
                                 : tr("This code is wrong or used already. Wait for the next one."));
    else
        fail(error);
    m_code->setFocus();
    m_code->selectAll();
    if (error == ErrorCode::AccountLocked && error.retryAfterSeconds > 0) {
        m_lockedSeconds = error.retryAfterSeconds + 1;
        m_tick->start();
        countDown();
    }
}

void CodePage::countDown()
{
    if (--m_lockedSeconds <= 0) {
        m_tick->stop();
        clearErrors();
    }
    updateSubmit();
}

void CodePage::updateSubmit()
{
    const bool locked = m_lockedSeconds > 0;
    m_submit->setText(m_busy       ? tr("Checking…")
                          : locked ? tr("Locked for %n second(s)", nullptr, m_lockedSeconds)
                                   : tr("Continue"));
    holdSubmit(m_busy || locked);
}

void CodePage::submit()
{
    if (!m_submit->isEnabled())
        return;
    clearErrors();
    emit codeGiven(m_code->text().trimmed());
}

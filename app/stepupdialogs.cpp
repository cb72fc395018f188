// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stepupdialogs.h"

#include "models/domain/async.h"
#include "ui/dialogs/askcodedialog.h"

#include <QApplication>

StepUpDialogs::StepUpDialogs(const Context &context, AccountSecurity &security, QWidget &window)
    : m_context(context)
    , m_security(security)
    , m_window(window)
{
}

QFuture<Result<Done>> StepUpDialogs::prove()
{
    const auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    QWidget *over = QApplication::activeModalWidget();
    auto *dialog = new AskCodeDialog(m_context, tr("Is it still you?"),
                                     tr("This action needs your second factor again. It is asked for at most every ten "
                                        "minutes."),
                                     tr("Continue"), over ? over : &m_window);
    auto *watcher = new QFutureWatcher<Result<Done>>(dialog);
    connect(watcher, &QFutureWatcherBase::canceled, dialog, [dialog] { dialog->done(QDialog::Rejected); });
    watcher->setFuture(promise->future());
    connect(dialog, &AskCodeDialog::codeGiven, this, [this, dialog](const QString &code) {
        whenDone(m_security.stepUp(code), dialog, [dialog](const Result<Done> &answer) {
            if (answer)
                dialog->accept();
            else
                dialog->refuse(answer.error());
        });
    });
    connect(dialog, &QDialog::finished, this, [promise](int result) {
        promise->addResult(result == QDialog::Accepted ? Result<Done>(Done{}) : Result<Done>(ErrorCode::Canceled));
        promise->finish();
    });
    dialog->open();
    return promise->future();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accountsecurity.h"
#include "services/api/stepupprompt.h"
#include "ui/support/context.h"

#include <QObject>

/// Asks for the second factor in a dialog over whatever window the person is at. One question at a time: the pipeline
/// asks for all that wait.
class StepUpDialogs : public QObject, public StepUpPrompt
{
    Q_OBJECT
public:
    /// All outlive it. `window`: where nothing else is open.
    StepUpDialogs(const Context &context, AccountSecurity &security, QWidget &window);

    QFuture<Result<Done>> prove() override;

private:
    Context m_context;
    AccountSecurity &m_security;
    QWidget &m_window;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "ui/widgets/card.h"

class QPushButton;
class QToolButton;
class ThemedLabel;

/// What happened, the code, what to do; copies the request id and offers to try again. Hidden while there is no error.
class ErrorBanner : public Card
{
    Q_OBJECT
public:
    explicit ErrorBanner(const Theme &theme, QWidget *parent = nullptr);

    void show(const Error &error, bool canRetry = true);
    /// Of a failed read. With `kept` the last answer stays readable below: that the connection is lost then says the
    /// window alone.
    void showRead(const Error &error, bool kept);
    void clear();

signals:
    void retryRequested();

private:
    ThemedLabel *m_happened;
    ThemedLabel *m_todo;
    ThemedLabel *m_code;
    QPushButton *m_copy;
    QPushButton *m_retry;
    QToolButton *m_dismiss;
    QString m_requestId;
};

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

    /// Of something that a person wanted: stays until the person closes it or wants something again.
    void show(const Error &error, bool canRetry = true);
    /// Of a failed read. With `kept` the last answer stays readable below: that the connection is lost then says the
    /// window alone.
    void showRead(const Error &error, bool kept);
    void clear();
    void clearRead(); ///< it is read again, or was: panes do that by themselves, and nobody may have seen the other yet
    void clearAction(); ///< something else is done; what could not be read is still not there

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
    bool m_ofRead = false;
};

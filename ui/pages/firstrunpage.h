// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "ui/support/context.h"

#include <QWidget>

class ErrorBanner;
class FieldError;
class QCheckBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;
class ThemedLabel;

/// The two doors: a server on this computer, or one that runs elsewhere.
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(const Context &context, QWidget *parent = nullptr);

    void setLocalUnavailable(const QString &why); ///< empty: the door is open
    void setLocalProgress(const QString &message); ///< what the local server is doing; empty: nothing
    void setHasLocalData(bool hasData); ///< then demo data is not offered again
    void fail(const Error &error);

signals:
    void tryLocallyRequested(bool withDemoData);
    void connectRequested(const QUrl &url, const QString &name);

private:
    QWidget *makeDoor(const QString &icon, const QString &title, const QString &text, QVBoxLayout *&body);
    void connectTo();

    Context m_context;
    ErrorBanner *m_error;
    QCheckBox *m_demo;
    QPushButton *m_try;
    QProgressBar *m_progress;
    ThemedLabel *m_localState;
    QLineEdit *m_url;
    QLineEdit *m_name;
    FieldError *m_urlError;
    QPushButton *m_connect;
    QString m_localUnavailable;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "ui/support/context.h"

#include <QWidget>

#include <functional>

class Card;
class ErrorBanner;
class FieldError;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
class ThemedLabel;

/// A page in front of the panes: one card in the middle of the window.
class GatePage : public QWidget
{
    Q_OBJECT
public:
    GatePage(const Context &context, const QString &title, const QString &subtitle, QWidget *parent = nullptr);

    void fail(const Error &error); ///< field errors at their fields, the rest above them
    void clearErrors();
    void setSubtitle(const QString &subtitle);

protected:
    const Context &context() const { return m_context; }
    QVBoxLayout &column() { return *m_column; }
    QLineEdit *addEdit(const QString &name, const QString &apiName, const QString &label, const QString &hint = {});
    QLineEdit *addPassword(const QString &name, const QString &apiName, const QString &label, const QString &hint = {});
    /// Enabled while every field is filled. Return in a field presses it; with an empty field it says what is missing.
    /// `explanation` and `missing`: its tool tip when it can be pressed and when something is empty.
    QPushButton *addSubmit(const QString &name, const QString &text, const QString &explanation = {},
                           const QString &missing = {});
    void holdSubmit(bool held); ///< it cannot be pressed whatever is filled in: the page waits
    QPushButton *addLink(const QString &name, const QString &text, const QString &explanation,
                         std::function<void()> run);
    void setFieldName(QLineEdit *edit, const QString &label);
    void setFieldError(QLineEdit *edit, const QString &text);

private:
    void updateSubmitButton();
    void pressSubmit();

    struct Field {
        QString apiName;
        QLineEdit *edit;
        ThemedLabel *caption;
        FieldError *error;
        bool isEmpty() const;
    };

    Context m_context;
    Card *m_card;
    QVBoxLayout *m_column;
    ThemedLabel *m_subtitle;
    ErrorBanner *m_error;
    QList<Field> m_fields;
    QPushButton *m_submitButton = nullptr;
    QString m_explanation;
    QString m_missing;
    bool m_held = false;
};

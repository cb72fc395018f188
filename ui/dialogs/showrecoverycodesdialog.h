// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/context.h"

#include <QDialog>
#include <QStringList>

class ErrorBanner;
class QGridLayout;
class QPrinter;
class QPushButton;
class ThemedLabel;

/// Recovery codes that are shown this once: to copy, to save, to print.
class ShowRecoveryCodesDialog : public QDialog
{
    Q_OBJECT
public:
    ShowRecoveryCodesDialog(const Context &context, const QStringList &codes, QWidget *parent = nullptr);
    ~ShowRecoveryCodesDialog() override;

    void saveTo(const QString &path);
    void printOn(QPrinter &printer);

protected:
    void reject() override; ///< asks once, while they were not kept

private:
    void fillGrid(QGridLayout &grid);
    QPushButton *addButton(const QString &name, const QString &icon, const QString &text, const QString &explanation);
    void copy();
    void askPath();
    void askPrinter();
    void kept(const QString &how);
    QString asText() const;

    Context m_context;
    QStringList m_codes;
    ErrorBanner *m_error;
    ThemedLabel *m_done;
    QPushButton *m_close;
    bool m_kept = false;
    bool m_warned = false;
};
